"""Reading an identity card: choose the port, lay the card down, look, take it over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Outcome
from desktop.domain.errors import Trouble, UserError
from desktop.domain.id_card import IdCard
from desktop.domain.worker import Worker
from desktop.ports.reader import SPEEDS, PortName
from desktop.services.id_reading import CardCheck
from ui import icons, theme
from ui.desk import Desk
from ui.tasks import Ticket
from ui.widgets.card_report import CardReport
from ui.widgets.column_memory import settings
from ui.widgets.decision import Decision
from ui.widgets.empty_state import Picture

WAIT_S = 60.0
"""Seconds the dialog waits for a card; it can be stopped at any moment."""
WIDTH, HEIGHT = 680, 540
_PORT, _SPEED = "reader/port", "reader/speed"


class ReadCard(Decision):
    """Waits for a card and shows it beside the roster; the verb follows from what is known."""

    used = Signal(object)
    """CardCheck: the card is to fill the form."""
    verified = Signal(object)
    """Worker as stored, marked as read."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        *,
        for_form: bool = False,
        worker: Worker | None = None,
    ) -> None:
        """Keep what is needed.

        Args:
            parent: the window it belongs to.
            desk: asks the office.
            for_form: what is read fills a form instead of the books.
            worker: whose card is awaited; None for anybody's.
        """
        super().__init__(parent, "", "", width=WIDTH)
        self.setWindowTitle(self.tr("Read an identity card"))
        self.heading.setText(self.tr("Read an identity card"))
        self.purpose.setText(
            self.tr("Only what a reader has read counts as verified. Nothing is written yet.")
        )
        self.purpose.show()
        self._desk, self._office = desk, desk.office
        self._for_form, self._worker = for_form, worker
        self._ticket: Ticket | None = None
        self.check: CardCheck | None = None
        self.port, self.speed = _PortBox(), QComboBox()
        self.waiting, self.report = _Waiting(), CardReport()
        self.steps = QStackedWidget()
        for step in (self.waiting, self.report):
            self.steps.addWidget(step)
        self.body.addLayout(self._line())
        self.body.addWidget(self.steps, 1)
        self.again = self.add_act(self.tr("Read another card"), self.begin)
        self.buttons.removeWidget(self.again)
        self.buttons.insertWidget(1, self.again)
        self._desk.progressed.connect(self._moved)
        self.rejected.connect(self._stop)
        self._show(self.waiting)
        self.verb.hide()
        self.resize(theme.px(WIDTH), min(theme.px(HEIGHT), self.screen().availableSize().height()))
        self.list_ports(start=True)

    def list_ports(self, *, start: bool = False) -> None:
        """List the machine's serial ports; at the one that worked last begin to wait at once."""
        office, former = self._office, str(settings().value(_PORT, ""))

        def show(ports: tuple[PortName, ...]) -> None:
            if self._ticket is not None or self.port.is_typed:
                return
            self.port.set_ports(ports, former)
            if start and any(port.name == former for port in ports):
                self.begin()
            elif not self.port.name:
                self.waiting.say_no_port()
                self.port.setFocus()
            else:
                self.go.setFocus()

        self._desk.job(self, "", lambda _ticket: office.reader.ports(), show)

    def begin(self) -> None:
        """Wait for a card at the chosen port."""
        self._stop()
        self.clear_trouble()
        self.check = None
        port, speed, office = self.port.name, int(self.speed.currentText()), self._office
        self._show(self.waiting)
        if not port:
            self.waiting.say_no_port()
            return
        self.waiting.begin(port)
        self.go.setText(self.tr("Stop waiting"))
        self._ticket = self._desk.job(
            self,
            self.tr("Waiting for an identity card"),
            lambda ticket: office.reader.read(port, WAIT_S, ticket, speed=speed),
            self._read,
        )

    def decide(self) -> None:
        """Hand the card to the form, or mark the worker as read."""
        check = self.check
        if check is None:
            return
        if self._for_form or check.worker is None:
            self.used.emit(check)
            self.accept()
            return
        self.wait()
        office, worker = self._office, check.worker
        self._desk.write(self, lambda _: office.reader.verify(worker.id, check.card), self._done)

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why, and let the card be read again."""
        self._rest()
        super().show_trouble(error, again and self.begin)

    def _line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        port_label, speed_label = QLabel(self.tr("Serial port")), QLabel(self.tr("Bits a second"))
        for label, box in ((port_label, self.port), (speed_label, self.speed)):
            theme.mark(label, "role", "muted")
            label.setBuddy(box)
            box.setAccessibleName(label.text())
        self.speed.addItems([str(one) for one in SPEEDS])
        known = str(settings().value(_SPEED, str(SPEEDS[0])))
        self.speed.setCurrentText(known if known in map(str, SPEEDS) else str(SPEEDS[0]))
        self.refresh = QPushButton(icons.get("refresh"), "")
        self.refresh.setToolTip(self.tr("Look for readers again"))
        self.refresh.setAccessibleName(self.refresh.toolTip())
        self.refresh.setAutoDefault(False)
        self.refresh.clicked.connect(lambda _=False: self.list_ports())
        self.go = QPushButton(self.tr("Begin to read"))
        self.go.clicked.connect(lambda _=False: self._begin_or_stop())
        row.addWidget(port_label)
        row.addWidget(self.port, 1)
        row.addWidget(self.refresh)
        row.addSpacing(theme.px(8))
        row.addWidget(speed_label)
        row.addWidget(self.speed)
        row.addWidget(self.go)
        return row

    def _begin_or_stop(self) -> None:
        if self._ticket is None:
            self.begin()
        else:
            self._stop()
            self._rest()

    def _rest(self) -> None:
        self._ticket = None
        self.waiting.rest()
        self.go.setText(self.tr("Begin to read"))

    def _read(self, card: IdCard) -> None:
        self._rest()
        settings().setValue(_PORT, self.port.name)
        settings().setValue(_SPEED, self.speed.currentText())
        office = self._office
        self._desk.write(self, lambda _: office.reader.note(card), self._noted)

    def _noted(self, outcome: Outcome[CardCheck]) -> None:
        check = outcome.value
        self.check = check
        stranger = self._is_stranger(check.card)
        self.report.show_check(check, self._worker if stranger else None)
        self._show(self.report)
        self.verb.setText(self._verb(check))
        self.verb.setVisible(not stranger)
        self.verb.setEnabled(True)
        self.verb.setFocus()

    def _is_stranger(self, card: IdCard) -> bool:
        """Tell whether the card is another's; a form may correct a number written wrongly."""
        expected = self._worker
        if expected is None or expected.id_number in {"", card.id_number}:
            return False
        return not (self._for_form and expected.name == card.name)

    def _verb(self, check: CardCheck) -> str:
        if self._for_form:
            return self.tr("Fill the form with it")
        if check.worker is None:
            return self.tr("Enter a new worker with it")
        if check.differences:
            return self.tr("Correct the roster by the card")
        return self.tr("Mark as read from the card")

    def _done(self, outcome: Outcome[Worker]) -> None:
        self.verified.emit(outcome.value)
        self.accept()

    def _show(self, step: QWidget) -> None:
        self.steps.setCurrentWidget(step)
        self.verb.setVisible(step is self.report)
        self.again.setVisible(step is self.report)
        self.go.setVisible(step is self.waiting)

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _moved(self, ticket: Ticket) -> None:
        if ticket is self._ticket:
            self.waiting.move_on(ticket)


class _PortBox(QComboBox):
    """Ports by name; another may be typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

    @property
    def is_typed(self) -> bool:
        """Whether a name was typed that is none of those offered."""
        typed = self.currentText().strip()
        return bool(typed) and self.findText(typed) < 0

    @property
    def name(self) -> str:
        """The chosen or typed port, without what the system calls the device."""
        typed = self.currentText().strip()
        place = self.findText(typed)
        return str(self.itemData(place)) if place >= 0 else typed

    def set_ports(self, ports: tuple[PortName, ...], former: str) -> None:
        """Offer ports, the one used last first."""
        self.clear()
        for port in sorted(ports, key=lambda one: (one.name != former, one.name)):
            self.addItem(" · ".join(filter(None, (port.name, port.title))), port.name)


class _Waiting(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.words, self.small = QLabel(), QLabel()
        theme.mark(self.words, "role", "section")
        theme.mark(self.small, "role", "muted")
        for label in (self.words, self.small):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(theme.px(320))
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        column.setContentsMargins(0, theme.px(24), 0, theme.px(24))
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Picture("id-card", 56), 0, centre)
        column.addWidget(self.words)
        column.addWidget(self.small)
        bar = QHBoxLayout()
        bar.addStretch(1)
        bar.addWidget(self.bar, 2)
        bar.addStretch(1)
        column.addLayout(bar)
        column.addStretch(1)
        self.rest()

    def rest(self) -> None:
        """Wait for nothing."""
        self.words.setText(self.tr("Choose the reader's port and begin"))
        self.small.setText(self.tr("The card is read at the reader; the photo stays sealed."))
        self.bar.hide()

    def say_no_port(self) -> None:
        """Say that no reader was found."""
        self.rest()
        self.words.setText(self.tr("No serial port was found"))
        self.small.setText(
            self.tr("Plug the reader in and look again, or type the port's name above.")
        )

    def begin(self, port: str) -> None:
        """Say that the card may be laid down."""
        self.words.setText(self.tr("Lay the card flat on the reader"))
        self.small.setText(self.tr("Waiting at {port}").format(port=port))
        self.bar.setRange(0, round(WAIT_S))
        self.bar.setValue(0)
        self.bar.show()

    def move_on(self, ticket: Ticket) -> None:
        """Show how long the waiting still lasts."""
        if ticket.total:
            self.bar.setValue(ticket.done)
