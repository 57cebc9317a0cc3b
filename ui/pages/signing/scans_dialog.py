"""What scans of signed sheets hold: pages, coverage, and box after box to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.findings import Code
from desktop.domain.ids import LineId
from desktop.services.scanning.report import (
    Coverage,
    PageVerdict,
    ScanReport,
    SeenBox,
    SortedPage,
)
from ui import format as text
from ui import theme
from ui.fields.choice_field import ChoiceField
from ui.widgets.decision import Decision
from ui.widgets.finding_words import FindingWords
from ui.widgets.scrolled import scrolled

WIDE, HIGH = 960, 660
_SHOWN_ABOVE = {Code.SIGNED_DOUBTFUL, Code.SIGNED_MISSING}
"""What coverage and boxes say already."""
PICTURE_WIDE, PICTURE_HIGH = 400, 150


class SignedScansDialog(Decision):
    """Nothing is written before the verb; Y and N answer the box that is shown."""

    decided = Signal(object, object)
    """Lines of doubtful boxes that are signed, lines of filled boxes that are not."""

    def __init__(self, parent: QWidget, report: ScanReport) -> None:
        super().__init__(parent, self.tr("Scans of signed wage sheets"), "", width=760)
        self.report = report
        read = sum(
            page.verdict in {PageVerdict.READ, PageVerdict.UNPLACED} for page in report.pages
        )
        words = self.tr("{pages} pages were read, {good} of them can be registered")
        self.say(
            words.format(pages=text.count(len(report.pages)), good=text.count(read)), "section"
        )
        for own in report.coverage:
            self.say(self._covered(own))
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self._pages(), 2)
        self.viewer = BoxViewer(report)
        self.viewer.setVisible(bool(report.doubtful or report.new))
        row.addWidget(self.viewer, 3)
        self.body.addLayout(row, 3)
        findings = [one for one in report.findings if one.code not in _SHOWN_ABOVE]
        if findings:
            self.body.addWidget(scrolled(FindingWords(findings)), 2)
        self.viewer.answered.connect(self._count)
        self.viewer.finished.connect(self.verb.setFocus)
        self._count()
        self.resize_within(WIDE, HIGH)
        (self.viewer.yes if report.doubtful else self.verb).setFocus()

    def decide(self) -> None:
        """Tell what the person says."""
        self.wait()
        self.decided.emit(self.viewer.confirmed, self.viewer.rejected)

    def _count(self) -> None:
        count = len(self.report.new) - len(self.viewer.rejected) + len(self.viewer.confirmed)
        words = self.tr("Register {count} signatures").format(count=text.count(count))
        self.verb.setText(words)
        self.verb.setEnabled(count > 0)

    def _covered(self, own: Coverage) -> str:
        name = f"{own.sheet.subcontractor_name} {text.month(own.sheet.month)}"
        if own.sheet.number:
            name += self.tr(" (supplementary {number})").format(number=own.sheet.number)
        words = self.tr(
            "{sheet}: {percent} % signed – {before} before, {filled} now, {doubtful} doubtful, "
            "of {payable}"
        )
        said = words.format(
            sheet=name,
            percent=own.percent,
            before=own.signed,
            filled=own.filled,
            doubtful=own.doubtful,
            payable=own.payable,
        )
        if own.missing:
            missing = "、".join(map(str, own.missing))
            said += self.tr("; pages {pages} are missing").format(pages=missing)
        return said

    def _pages(self) -> QListWidget:
        found = QListWidget()
        found.setAccessibleName(self.tr("Pages"))
        found.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in sorted(self.report.pages, key=lambda page: page.verdict is PageVerdict.READ):
            said = self._page(one)
            found.addItem(said)
            found.item(found.count() - 1).setToolTip(said)
        return found

    def _page(self, one: SortedPage) -> str:
        verdicts = {
            PageVerdict.READ: self.tr("read"),
            PageVerdict.UNPLACED: self.tr("look at every box"),
            PageVerdict.DUPLICATE: self.tr("twice"),
            PageVerdict.OUTDATED: self.tr("printed before a change"),
            PageVerdict.LOCKED: self.tr("sheet is locked"),
            PageVerdict.UNKNOWN: self.tr("not of this month or project"),
            PageVerdict.NO_CODE: self.tr("no code found"),
        }
        place = self.tr("{file}, page {page}").format(file=one.page.file, page=one.page.place)
        code = one.page.code
        if one.sheet is not None and code is not None:
            words = self.tr("{sheet}, page {number}")
            sheet = words.format(sheet=one.sheet.subcontractor_name, number=code.page)
            return f"{place} · {verdicts[one.verdict]}\n{sheet}"
        return f"{place} · {verdicts[one.verdict]}"


class BoxViewer(QFrame):
    """One signature box after another, large; what nobody answers is not registered."""

    answered = Signal()
    finished = Signal()
    """The last doubtful box was answered."""

    def __init__(self, report: ScanReport) -> None:
        super().__init__()
        self._report = report
        self._place = 0
        self.confirmed: set[LineId] = set()
        self.rejected: set[LineId] = set()
        self._seen: set[LineId] = set()
        theme.mark(self, "role", "card")
        self.choice = ChoiceField(self._kinds())
        self.heading = QLabel()
        theme.mark(self.heading, "role", "section")
        self.state = QLabel()
        theme.mark(self.state, "role", "muted")
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumSize(theme.px(PICTURE_WIDE), theme.px(PICTURE_HIGH))
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.yes = self._button(self.tr("Signed (Y)"), "Y", lambda: self.answer(signed=True))
        self.no = self._button(self.tr("Not signed (N)"), "N", lambda: self.answer(signed=False))
        self.back = self._button(self.tr("Back"), "Left", lambda: self.step(-1))
        self.next = self._button(self.tr("Next"), "Right", lambda: self.step(1))
        self._lay_out()
        self.choice.changed.connect(self._choose)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the whole box, however much room there is."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show)

    @property
    def boxes(self) -> Sequence[SeenBox]:
        """The boxes of the chosen kind."""
        return self._report.doubtful if self.choice.value == "doubtful" else self._report.new

    @property
    def box(self) -> SeenBox | None:
        """The box that is shown."""
        boxes = self.boxes
        return boxes[self._place] if self._place < len(boxes) else None

    def answer(self, *, signed: bool) -> None:
        """Say what the shown box holds and go on to the next."""
        box = self.box
        if box is None:
            return
        line = box.line.id
        self._seen.add(line)
        if box.is_doubtful:
            (self.confirmed.add if signed else self.confirmed.discard)(line)
        else:
            (self.rejected.discard if signed else self.rejected.add)(line)
        self.answered.emit()
        last = self._place + 1 >= len(self.boxes)
        self.step(1)
        if last and box.is_doubtful:
            self.finished.emit()

    def step(self, by: int) -> None:
        """Show the box so many further on."""
        self._place = max(0, min(self._place + by, len(self.boxes) - 1))
        self._show()

    def _choose(self) -> None:
        self._place = 0
        self._show()

    def _kinds(self) -> list[tuple[str, str]]:
        doubtful, new = len(self._report.doubtful), len(self._report.new)
        kinds = []
        if doubtful:
            words = self.tr("Doubtful: {count}").format(count=text.count(doubtful))
            kinds.append(("doubtful", words))
        words = self.tr("Judged signed: {count}").format(count=text.count(new))
        return [*kinds, ("new", words)]

    def _button(self, words: str, key: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        theme.mark(button, "kind", "usual")
        button.clicked.connect(lambda _=False: act())
        QShortcut(QKeySequence(key), self, button.click)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(12)] * 4)
        column.setSpacing(theme.px(8))
        for widget in (self.choice, self.heading):
            column.addWidget(widget)
        column.addWidget(self.picture, 1)
        column.addWidget(self.state)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for button in (self.yes, self.no):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.back, self.next):
            row.addWidget(button)
        column.addLayout(row)

    def _show(self) -> None:
        box = self.box
        for button in (self.yes, self.no, self.back, self.next):
            button.setEnabled(box is not None)
        if box is None:
            self.picture.clear()
            self.heading.clear()
            self.state.clear()
            return
        place = self.tr("{place} of {count}").format(place=self._place + 1, count=len(self.boxes))
        self.heading.setText(f"{box.line.seq} {box.line.name} · {box.line.team_name} · {place}")
        self.state.setText(self._said(box))
        found = QPixmap.fromImage(QImage.fromData(box.box.picture))
        self.picture.setPixmap(
            found.scaled(
                self.picture.contentsRect().size(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )

    def _said(self, box: SeenBox) -> str:
        line = box.line.id
        signed = self.tr("You say: signed")
        unsigned = self.tr("You say: not signed")
        if line not in self._seen:
            if box.is_doubtful:
                return self.tr("Is this a signature? Unanswered, it is not registered.")
            return self.tr("Counts as signed. Press N if it is not.")
        if box.is_doubtful:
            return signed if line in self.confirmed else unsigned
        return unsigned if line in self.rejected else signed
