"""One worker's contract at the right: facts, what is wrong, its paper, earlier ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.contract import LabourContract
from desktop.domain.documents import Document
from desktop.domain.findings import Finding
from desktop.services.contracts import ContractLine
from ui import format as text
from ui import icons, theme, trouble
from ui.pages.contracts.words import ContractWords
from ui.widgets.badge_label import BadgeLabel
from ui.widgets.said import said_label

LABEL, PAPER = 64, 256
"""Widths of the facts' labels and of the paper's picture, pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class ContractFacts:
    """A line, all contracts of the worker, what is wrong, the paper of the one shown."""

    line: ContractLine
    contracts: tuple[LabourContract, ...]
    findings: tuple[Finding, ...]
    scan: Document | None
    today: date


class _Page(QLabel):
    pressed = Signal()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A press opens the paper."""
        self.pressed.emit()


class ContractInspector(QWidget):
    """Shown in the window's inspector."""

    asked = Signal(str)
    """The key of an act: fill, edit, print, sign, unsign, end, remove, scan, roster."""

    def __init__(self, facts: ContractFacts) -> None:
        super().__init__()
        self.facts = facts
        self.buttons: dict[str, QPushButton] = {}
        self._words = ContractWords(self, facts.today)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setSpacing(theme.px(4))
        self.page = _Page()
        self.page.pressed.connect(lambda: self.asked.emit("scan"))
        self._head()
        self._acts()
        for finding in facts.findings:
            said = trouble.of_finding(finding)
            self._column.addWidget(said_label(f"{said.text}{said.remedy}", "caption"))
        if facts.line.state.contract is not None:
            self._contract(facts.line.state.contract)
        self._paper()
        self._earlier()
        self._column.addStretch(1)

    def show_page(self, image: QImage) -> None:
        """Show the first page of the filed paper."""
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        picture = QPixmap.fromImage(image.scaledToWidth(round(theme.px(PAPER) * ratio), smooth))
        picture.setDevicePixelRatio(ratio)
        self.page.setPixmap(picture)
        self.page.show()

    def _head(self) -> None:
        line = self.facts.line
        name = said_label(line.name, "title")
        where = " · ".join(filter(None, (line.team_name, line.trade, line.subcontractor)))
        self._column.addWidget(name)
        self._column.addWidget(said_label(where, "muted"))
        self._column.addWidget(BadgeLabel(self._words.badge(line)))

    def _acts(self) -> None:
        """Offer what this contract's state allows, nothing else."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        for key, caption, icon in self._offered():
            button = QPushButton(icons.get(icon, "accent"), caption)
            theme.mark(button, "kind", "quiet")
            button.clicked.connect(self._asker(key))
            self.buttons[key] = button
            row.addWidget(button)
            if len(self.buttons) % 2 == 0:
                row.addStretch(1)
                self._column.addLayout(row)
                row = QHBoxLayout()
                row.setSpacing(theme.px(4))
        row.addStretch(1)
        self._column.addLayout(row)

    def _asker(self, key: str) -> Callable[[], None]:
        return lambda: self.asked.emit(key)

    def _offered(self) -> list[tuple[str, str, str]]:
        contract = self.facts.line.state.contract
        if contract is None or (contract.signed and not self.facts.line.state.holds):
            return [("fill", self.tr("Make out a contract"), "plus")]
        shown = ("print", self.tr("Print …"), "print")
        if contract.signed is None:
            return [
                shown,
                ("sign", self.tr("Record as signed …"), "sign"),
                ("edit", self.tr("Edit"), "edit"),
                ("remove", self.tr("Remove"), "close"),
            ]
        found = [shown, ("end", self.tr("End …"), "close")]
        if contract.end is not None and self.facts.line.state.waiting is None:
            found.append(("fill", self.tr("Renew"), "refresh"))
        return [*found, ("unsign", self.tr("Take the signing back"), "undo")]

    def _contract(self, contract: LabourContract) -> None:
        self._section(self._words.kind(contract.kind))
        until = text.day(contract.end) or self._words.term(contract.term)
        unit = self.tr("a day") if contract.pay_kind.value == "day" else self.tr("an hour")
        emergency = (contract.emergency_name, contract.emergency_relation, contract.emergency_phone)
        for label, value in (
            (self.tr("Number"), contract.number),
            (self.tr("From"), text.day(contract.begin)),
            (self.tr("Until"), until),
            (self.tr("Ended"), text.day(contract.ended)),
            (self.tr("Signed"), text.day(contract.signed)),
            (self.tr("Work"), contract.work),
            (self.tr("Place"), contract.place),
            (self.tr("Pay"), f"{contract.rate} {unit}"),
            (self.tr("Pay day"), self._pay_day(contract)),
            (self.tr("Probation"), self._probation(contract)),
            (self.tr("Emergency contact"), " ".join(filter(None, emergency))),
        ):
            self._fact(label, value)

    def _pay_day(self, contract: LabourContract) -> str:
        if not contract.pay_day.day:
            return ""
        later, same = self.tr("the {day}. of the next month"), self.tr("the {day}. of the month")
        said = later if contract.pay_day.next_month else same
        return said.format(day=contract.pay_day.day)

    def _probation(self, contract: LabourContract) -> str:
        months = contract.probation_months
        return self.tr("{months} months").format(months=months) if months else ""

    def _paper(self) -> None:
        scan = self.facts.scan
        self._section(self.tr("Signed paper"))
        if scan is None:
            self._column.addWidget(
                said_label(
                    self.tr("Not here yet. Drop the scans onto this page: the code finds whose."),
                    "muted",
                )
            )
            return
        self._column.addWidget(said_label(f"{scan.name} · {text.moment(scan.at)}", "caption"))
        self.page.setCursor(Qt.CursorShape.PointingHandCursor)
        self.page.setToolTip(self.tr("Open the paper"))
        self.page.hide()
        self._column.addWidget(self.page)
        button = QPushButton(icons.get("search", "accent"), self.tr("Open the paper"))
        theme.mark(button, "kind", "quiet")
        button.clicked.connect(self._asker("scan"))
        self.buttons["scan"] = button
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    def _earlier(self) -> None:
        shown = self.facts.line.state.contract
        others = [one for one in self.facts.contracts if shown is None or one.id != shown.id]
        if not others:
            return
        self._section(self.tr("Other contracts"))
        for one in reversed(others):
            until = text.day(one.ended or one.end) or self._words.term(one.term)
            self._column.addWidget(said_label(f"{one.number} · {self._words.kind(one.kind)}"))
            self._column.addWidget(said_label(f"{text.day(one.begin)} – {until}", "caption"))

    def _section(self, title: str) -> None:
        rule = QFrame()
        theme.mark(rule, "role", "rule")
        label = QLabel(title)
        theme.mark(label, "role", "section")
        self._column.addSpacing(theme.px(8))
        self._column.addWidget(rule)
        self._column.addWidget(label)

    def _fact(self, label: str, value: str) -> None:
        if not value:
            return
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        name = QLabel(label)
        name.setFixedWidth(theme.px(LABEL))
        name.setWordWrap(True)
        theme.mark(name, "role", "caption")
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said_label(value), 1)
        self._column.addLayout(row)
