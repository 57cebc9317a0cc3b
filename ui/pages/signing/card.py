"""One worker's line in very large type, and the pad he signs on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.attendance import days_text
from desktop.domain.months import WageMonth
from desktop.domain.payroll import WageItem
from desktop.services.signing import ToSign
from ui import format as text
from ui import icons, theme
from ui.delegates.money import tabular
from ui.pages.payroll.words import item_title
from ui.widgets.signature_pad import SignaturePad

LARGER, LARGE, FEW = 1.7, 1.35, 3
"""How much larger everything is on the whole screen; less with more items than a few."""
NAME, WORD, NET, CAPITALS = 24, 12, 26, 13
SHOWN = 12
"""Characters of the digest under the pad."""


class SigningCard(QWidget):
    """Shows a line and takes its signature; it never shows anybody else's."""

    confirmed = Signal()
    skipped = Signal()
    doubted = Signal()
    changed_size = Signal()
    """Whole screen or back is asked for."""

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.waiting: ToSign | None = None
        self._factor = 1.0
        self._whole = False
        self.place = QLabel()
        theme.mark(self.place, "role", "muted")
        self.place.hide()
        self._room = QVBoxLayout(self)
        self.name, self.team = QLabel(), QLabel()
        self.days, self.net, self.capitals = QLabel(), QLabel(), QLabel()
        theme.mark(self.team, "role", "muted")
        self.team.setWordWrap(True)
        self.items = QGridLayout()
        self.items.setHorizontalSpacing(theme.px(32))
        self.items.setColumnStretch(3, 1)
        self.pad = SignaturePad()
        self.digest = QLabel()
        theme.mark(self.digest, "role", "caption")
        self.confirm = QPushButton(self.tr("Confirm and sign"))
        theme.mark(self.confirm, "kind", "primary")
        self.again = QPushButton(self.tr("Write again"))
        self.skip = QPushButton(self.tr("Skip"))
        self.doubt = QPushButton(self.tr("I have a question"))
        self.whole = QPushButton(icons.get("zoom-fit"), self.tr("Whole screen (F11)"))
        self._arrange()
        self._connect()
        self._allow()

    def show_line(self, waiting: ToSign, month: WageMonth, place: tuple[int, int] = (0, 0)) -> None:
        """Show exactly what the digest was made of."""
        same = self.waiting is not None and self.waiting.digest == waiting.digest
        self.waiting = waiting
        line = waiting.line
        if not same:
            self.pad.clear()
        signed, payable = place
        words = self.tr("{signed} of {payable} signed")
        self.place.setText(words.format(signed=signed, payable=payable))
        self.name.setText(line.name)
        words = self.tr("{month} wages · {team} · {trade} · {id}")
        self.team.setText(
            words.format(
                month=text.month(month),
                team=line.team_name,
                trade=line.trade,
                id=text.masked_id(line.id_number),
            )
        )
        self.days.setText(self.tr("{days} work-days").format(days=days_text(line.work_days)))
        self.net.setText(self.tr("Net {net}").format(net=text.yuan(line.net)))
        self.capitals.setText(line.net.in_capitals)
        self._dress()
        shown = self.tr("The signature is bound to exactly this line: {digest}")
        self.digest.setText(shown.format(digest=waiting.digest[:SHOWN]))
        self._allow()

    def set_whole(self, *, whole: bool) -> None:
        """Draw larger for the whole screen, where the tablet is handed over."""
        self._whole = whole
        self.place.setVisible(whole)
        leave = self.tr("Back to the list (F11)")
        self.whole.setText(leave if whole else self.tr("Whole screen (F11)"))
        side = theme.px(48)
        margins = (side, theme.px(32), side, theme.px(32)) if whole else (theme.px(8), 0, 0, 0)
        self._room.setContentsMargins(*margins)
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Put our sizes over those of the style sheet, which come when the card is shown."""
        super().showEvent(event)
        self._dress()

    def hold(self) -> None:
        """Let nobody confirm twice while the signature is being kept."""
        self.confirm.setEnabled(False)

    def _allow(self) -> None:
        self.confirm.setEnabled(self.waiting is not None and not self.pad.is_empty)
        self.again.setEnabled(not self.pad.is_empty)

    def _connect(self) -> None:
        self.pad.changed.connect(self._allow)
        self.again.clicked.connect(self.pad.clear)
        self.confirm.clicked.connect(self.confirmed)
        self.skip.clicked.connect(self.skipped)
        self.doubt.clicked.connect(self.doubted)
        self.whole.clicked.connect(self.changed_size)
        enter = QShortcut(QKeySequence(Qt.Key.Key_Return), self)
        enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        enter.activated.connect(self.confirm.click)  # does nothing while it is not enabled

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name)
        head.addSpacing(theme.px(24))
        head.addWidget(self.days, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.place, 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(theme.px(16))
        head.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignTop)
        self.capitals.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(12))
        for button in (self.doubt, self.skip):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.again, self.confirm):
            buttons.addWidget(button)
        layout = self._room
        layout.setContentsMargins(theme.px(8), 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addWidget(self.team)
        layout.addLayout(self.items)
        layout.addWidget(self.net)
        layout.addWidget(self.capitals)
        layout.addWidget(self.pad, 1)
        layout.addWidget(self.digest)
        layout.addLayout(buttons)
        self._dress()

    def _dress(self) -> None:
        items = self.waiting.line.items if self.waiting is not None else ()
        larger = LARGER if len(items) <= FEW else LARGE
        self._factor = larger if self._whole else 1.0
        for label, size in (
            (self.name, NAME),
            (self.team, WORD),
            (self.days, WORD),
            (self.net, NET),
            (self.capitals, CAPITALS),
        ):
            label.setFont(self._font(size, heavy=size in {NAME, NET}))
        for button in (self.confirm, self.again, self.skip, self.doubt):
            button.ensurePolished()  # the style sheet's own size comes first, ours after it
            button.setFont(self._font(WORD, heavy=button is self.confirm))
            button.setMinimumHeight(round(theme.px(40) * self._factor))
        if self.waiting is not None:
            self._show_items(self.waiting.line.items)

    def _font(self, size: float, *, heavy: bool = False) -> QFont:
        font = tabular(self.font())
        font.setPointSizeF(theme.current().points(size) * self._factor)
        font.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
        return font

    def _show_items(self, items: tuple[WageItem, ...]) -> None:
        while (old := self.items.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        font = self._font(WORD)
        for row, item in enumerate(items):
            sign = "− " if item.is_deduction else ""
            title = item_title(item.kind) + (f"（{item.note}）" if item.note else "")
            amount = QLabel(sign + text.yuan(item.amount))
            amount.setAlignment(Qt.AlignmentFlag.AlignRight)
            for column, label in enumerate((QLabel(title), QLabel(_how(item)), amount)):
                label.setFont(font)
                self.items.addWidget(label, row, column)


def _how(item: WageItem) -> str:
    if not item.quantity or not item.rate:
        return ""
    percent = f" × {item.percent}%" if item.percent != 100 else ""  # noqa: PLR2004 - plain pay
    return f"{text.quantity(item.quantity)} × {item.rate}{percent}"
