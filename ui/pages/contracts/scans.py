"""Scans dropped onto the page: whose they are, what cannot be filed, one verb to file them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from desktop.services.contracts import ScanReport
from ui import format as text
from ui import theme
from ui.fields.text_fields import DayField
from ui.widgets.decision import Decision
from ui.widgets.finding_words import FindingWords
from ui.widgets.scrolled import scrolled

NAME_HIGH, MOST_NAMES = 22, 6


class ScansDialog(Decision):
    """What the scans hold; nothing is written before the verb."""

    decided = Signal(object)
    """The day on which the contracts were signed."""

    def __init__(self, parent: QWidget, report: ScanReport, today: object) -> None:
        super().__init__(parent, self.tr("Scans of contracts"), "", width=680)
        self.report = report
        whole = len(report.whole)
        words = self.tr("{pages} pages were read: {whole} whole contracts").format(
            pages=text.count(report.pages), whole=text.count(whole)
        )
        head = QLabel(words)
        head.setWordWrap(True)
        theme.mark(head, "role", "section")
        self.body.addWidget(head)
        if whole:
            self.body.addWidget(self._names())
        if report.findings:
            self.body.addWidget(scrolled(FindingWords(report.findings)), 1)
        self.day = DayField()
        self.day.set_value(today)
        cell = self.add_field(self.tr("Signed on (those signed already keep their day)"), self.day)
        cell.setVisible(bool(whole))
        self.verb.setText(self.tr("File {count} contracts").format(count=text.count(whole)))
        self.verb.setVisible(bool(whole))
        self.day.changed.connect(lambda: self.verb.setEnabled(self.day.value is not None))
        self.resize_within(680, 500 if report.findings else 320)

    def decide(self) -> None:
        """Tell the day."""
        self.wait()
        self.decided.emit(self.day.value)

    def _names(self) -> QListWidget:
        """Return whose contracts are whole."""
        found = QListWidget()
        rows = min(len(self.report.whole), MOST_NAMES)
        found.setFixedHeight(theme.px(rows * NAME_HIGH + 8))
        line = self.tr("{number}　{name}　{pages} pages")
        for one in self.report.whole:
            found.addItem(
                line.format(number=one.contract.number, name=one.name, pages=len(one.pages))
            )
        return found
