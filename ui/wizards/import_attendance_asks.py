"""What a gate's file leaves open: the order of its dates, or the month it is of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from desktop.domain.findings import Code, Finding
from desktop.domain.months import WageMonth
from desktop.domain.written_dates import DateOrder, order_named, read_date
from resources.words import phrase
from ui import format as text
from ui import theme
from ui.fields.month_field import MonthField


class AskDates(QWidget):
    """One order of day, month and year for the whole file; each shows what it would make of it."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = QLabel(self.tr("How are the dates of this file written?"))
        theme.mark(self.title, "role", "section")
        self.why = QLabel(
            self.tr(
                "The file itself does not tell. The whole file is read in one way, and the gate "
                "remembers it."
            )
        )
        self.why.setWordWrap(True)
        theme.mark(self.why, "role", "muted")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(theme.px(8))
        self.group = QButtonGroup(self)
        self.group.buttonToggled.connect(lambda *_: self.chosen.emit())
        self._orders: list[DateOrder] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.title)
        layout.addWidget(self.why)
        layout.addLayout(self.rows)
        layout.addStretch(1)

    def ask(self, finding: Finding) -> None:
        """Offer the orders that fit, each with what it makes of the file's own dates."""
        while (item := self.rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                self.group.removeButton(old)  # type: ignore[arg-type]
                old.deleteLater()
        words = finding.facts["formats"].split("、")
        self._orders = [order for word in words if (order := order_named(word)) is not None]
        samples = finding.facts["samples"].split("、")
        for place, order in enumerate(self._orders):
            title = phrase("date_formats", order.name.lower())
            button = QRadioButton(f"{title} {order.value}　{_read(samples, order)}")
            self.group.addButton(button, place)
            self.rows.addWidget(button)

    @property
    def value(self) -> str:
        """The order chosen, empty before one is."""
        place = self.group.checkedId()
        return self._orders[place].value if place >= 0 else ""

    def take_focus(self) -> None:
        """Put the keyboard on the first order."""
        if (first := self.group.button(0)) is not None:
            first.setFocus()


def _read(samples: list[str], order: DateOrder) -> str:
    days = [(sample, read_date(sample, order)) for sample in samples]
    return "，".join(f"{sample} = {text.day(day)}" for sample, day in days if day is not None)


class AskMonth(QWidget):
    """The month of a sheet that does not say it."""

    def __init__(self, month: WageMonth) -> None:
        super().__init__()
        self.title = QLabel(self.tr("Which month is this sheet of?"))
        theme.mark(self.title, "role", "section")
        self.why = QLabel(self.tr("No year and month stand on the sheet, or two different ones."))
        self.why.setWordWrap(True)
        theme.mark(self.why, "role", "muted")
        self.month = MonthField(month)
        self._chosen = month
        self.month.chosen.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.title)
        layout.addWidget(self.why)
        layout.addWidget(self.month, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    @property
    def value(self) -> str:
        """The month as YYYY-MM."""
        return str(self._chosen)

    def _choose(self, month: WageMonth) -> None:
        self._chosen = month


def asked_of(findings: tuple[Finding, ...]) -> dict[Code, Finding]:
    """Return the findings that ask, by what they ask."""
    wanted = {Code.DATE_FORMAT_UNSURE, Code.MONTH_UNSURE, Code.COLUMNS_UNSURE}
    return {finding.code: finding for finding in findings if finding.code in wanted}
