"""The notice board as it will hang at the gate: seen, complete, saved, printed, tiled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Topic
from desktop.domain.errors import Trouble, UserError
from desktop.domain.ids import ProjectId
from desktop.domain.notice import RightsNotice
from desktop.ports.paper import PaperSize
from desktop.services.office import Office
from ui import theme
from ui.context import PageContext
from ui.fields.choice_field import ChoiceField
from ui.models.rows import Badge
from ui.pages.page import Heading, Page
from ui.widgets.badge_label import BadgeLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.print_job import PrintJob, make_printer
from ui.widgets.saving import save_file
from ui.widgets.scrolled import scrolled

SIDE = 264
MINIMUM = "minimum_wage"
TILES = (PaperSize.A3, PaperSize.A4)
ORDER = tuple(PaperSize)


_Asked = tuple[ProjectId, PaperSize, PaperSize | None]


@dataclass(frozen=True, slots=True)
class _Board:
    project: ProjectId
    notice: RightsNotice
    size: PaperSize
    tile: PaperSize | None
    pdf: bytes
    """Empty while something is missing."""
    pages: int


def _draw(office: Office, asked: _Asked, notice: RightsNotice) -> _Board:
    project, size, tile = asked
    pdf = office.documents.draw_board(notice, size, tile)
    return _Board(project, notice, size, tile, pdf, office.documents.page_count(pdf))


class NoticePage(Page):
    """The paper at the left; its size and what is missing at the right."""

    topics = frozenset({Topic.NOTICE, Topic.PROJECT, Topic.CALENDAR})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self._heading())
        self.board: _Board | None = None
        self.size_field = ChoiceField([(size, str(size)) for size in ORDER])
        self.size_field.set_value(PaperSize.A3)
        self.tile_field = ChoiceField()
        self.badge = BadgeLabel()
        self.missing = QVBoxLayout()
        self.missing.setSpacing(0)
        self.version = QLabel()
        self.version.setWordWrap(True)
        theme.mark(self.version, "role", "caption")
        self.paper = PdfPreview(self.desk)
        self.blank = EmptyState("", "notice", self.tr("Go to the project"), self._mend_first)
        self.none = EmptyState(
            self.tr("There is no project yet. The board is filled from the project's facts."),
            "notice",
            self.tr("Go to the project"),
            lambda: self.context.go("projects"),
        )
        self.stack = QStackedWidget()
        for widget in (self.paper, self.blank, self.none):
            self.stack.addWidget(widget)
        self.save_act = self.add_act(self.tr("Save as PDF …"), self._ask_where, "save")
        self.print_act = self.add_act(self.tr("Print …"), self._ask_printer, "print", primary=True)
        self._lay_out()
        self._offer_tiles()
        self.size_field.changed.connect(self._offer_tiles)
        self.tile_field.changed.connect(self.refresh)
        self._allow()

    @property
    def links(self) -> tuple[QPushButton, ...]:
        """A link for each thing that is missing."""
        found = (self.missing.itemAt(place) for place in range(self.missing.count()))
        widgets = (item.widget() for item in found if item is not None)
        return tuple(widget for widget in widgets if isinstance(widget, QPushButton))

    def refresh(self) -> None:
        """Draw the board as the facts are now."""
        project, office = self.context.project, self.office
        if project is None:
            self.stack.setCurrentWidget(self.none)
            return
        asked: _Asked = (project, self.size_field.value, self.tile_field.value)
        self.desk.read(
            self, lambda: office.notices.board(project), lambda notice: self._drawn(asked, notice)
        )

    def preview(self) -> None:
        """The page is the preview."""
        self.paper.setFocus()

    def save(self, path: Path) -> None:
        """Save the drawn board."""
        board = self.board
        if board is None or not board.pdf:
            return
        self.desk.job(
            self,
            self.tr("Saving"),
            lambda _: save_file(path, board.pdf),
            lambda _: self.context.say(self.tr("Saved as {name}").format(name=path.name)),
        )

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why the board cannot be drawn; what was drawn before is no longer offered."""
        super().show_trouble(error, again)
        self._allow()

    def _heading(self) -> Heading:
        return Heading(
            self.tr("Notice board"),
            self.tr("The board every site has to hang up at its gate, filled from the project."),
            self.tr(
                "1. What the law asks for and is still missing stands at the right; click it and "
                "fill it in with the project.\n"
                "2. Choose the size of the board. Nobody owns an A0 printer: choose the sheets it "
                "is cut into as well, and glue them at the crop marks.\n"
                "3. Save it or print it, hang it up at the gate, and hang up a new one when the "
                "minimum wage or somebody in charge changes. The code at the right of the board "
                "leads to where workers complain."
            ),
        )

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(4))
        for words, field in (
            (self.tr("Size of the board"), self.size_field),
            (self.tr("Printed on"), self.tile_field),
        ):
            label = QLabel(words)
            label.setBuddy(field.editor)
            theme.mark(label, "role", "caption")
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(theme.px(8))
        column.addWidget(self.badge)
        column.addLayout(self.missing)
        column.addSpacing(theme.px(8))
        column.addWidget(self.version)
        column.addStretch(1)
        area = scrolled(side)
        area.setFixedWidth(theme.px(SIDE))
        row = QHBoxLayout()
        row.setSpacing(theme.px(24))
        row.addWidget(self.stack, 1)
        row.addWidget(area)
        self.body.addLayout(row, 1)

    def _offer_tiles(self) -> None:
        size: PaperSize = self.size_field.value
        options: list[tuple[PaperSize | None, str]] = [
            (None, self.tr("One sheet {size}").format(size=size))
        ]
        for tile in TILES:
            if ORDER.index(tile) > ORDER.index(size):
                words = self.tr("Sheets {size}, cut and glued").format(size=tile)
                options.append((tile, words))
        self.tile_field.set_options(options)
        self.refresh()

    def _drawn(self, asked: _Asked, notice: RightsNotice) -> None:
        """Draw on a runner: an A0 board takes a while, and the books stay free meanwhile."""
        project, size, tile = asked
        if notice.missing():
            self._show(_Board(project, notice, size, tile, b"", 0))
            return
        office = self.office
        title = self.tr("Drawing the board")
        self.desk.job(self, title, lambda _: _draw(office, asked, notice), self._show)

    def _show(self, board: _Board) -> None:
        asked = (self.context.project, self.size_field.value, self.tile_field.value)
        if (board.project, board.size, board.tile) != asked:
            return
        self.board = board
        self.clear_banners()
        missing = board.notice.missing()
        self._list_missing(board.notice)
        self.version.setText(board.notice.footer.replace("\N{IDEOGRAPHIC SPACE}", "\n"))
        self.paper.list.setVisible(board.pages > 1)
        self.context.count("notice", len(missing))
        if missing:
            words = self.tr("{count} facts are missing; the board is drawn when they are there.")
            self.blank.label.setText(words.format(count=len(missing)))
            self.stack.setCurrentWidget(self.blank)
        else:
            documents, pdf = self.office.documents, board.pdf
            self.stack.setCurrentWidget(self.paper)
            self.paper.show_document(
                board.pages, lambda page, dpi: documents.page_image(pdf, page, dpi)
            )
        self._allow()

    def _list_missing(self, notice: RightsNotice) -> None:
        while (item := self.missing.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        lines = notice.missing()
        for line in lines:
            self._link(line.label, line.key)
        if not (notice.qr_text or notice.qr_image):
            self._link(notice.qr_caption, "complaint_address")
        if lines:
            words = self.tr("{count} missing").format(count=len(lines))
            self.badge.set_badge(Badge("stop", words))
        else:
            self.badge.set_badge(Badge("done", self.tr("Complete")))

    def _link(self, words: str, key: str) -> None:
        link = QPushButton(words)
        theme.mark(link, "kind", "quiet")
        link.setToolTip(self.tr("Fill it in"))
        link.clicked.connect(partial(self._mend, key))
        self.missing.addWidget(link)

    def _mend(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.context.go("projects", MINIMUM if key.startswith(MINIMUM) else key)

    def _mend_first(self) -> None:
        missing = self.board.notice.missing() if self.board else ()
        self._mend(missing[0].key if missing else "")

    def _allow(self) -> None:
        drawn = self.board is not None and bool(self.board.pdf)
        for button in (self.save_act, self.print_act):
            button.setEnabled(drawn)

    def _ask_where(self) -> None:
        name = self.tr("notice-board-{size}.pdf").format(size=self.size_field.value)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")
        if chosen:
            self.save(Path(chosen))

    def _ask_printer(self) -> None:
        board, documents = self.board, self.office.documents
        if board is None or not board.pdf:
            return
        pixmap = self.paper.paper.pixmap()
        landscape = pixmap.width() > pixmap.height()
        printer = make_printer(board.tile or board.size, landscape=landscape)
        job = PrintJob(self.desk, self, printer, self.tr("Printing"))
        job.ask(board.pages, lambda page, dpi: documents.page_image(board.pdf, page, dpi))


def make(context: PageContext) -> Page:
    """Build the page."""
    return NoticePage(context)
