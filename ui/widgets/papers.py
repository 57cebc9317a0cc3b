"""Every other paper on the screen before it is printed: chosen, looked at, saved, printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QProgressBar, QWidget

from desktop.domain.errors import Trouble, UserError
from desktop.domain.ids import WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.progress import Progress
from desktop.ports.paper import PaperSize
from desktop.ports.papers import LYING, OF_PERSONS, PaperKind
from desktop.services.papers import ReadyPaper, Wanted
from ui import format as text
from ui import theme
from ui.context import PageContext
from ui.fields.choice_field import ChoiceField
from ui.tasks import Ticket
from ui.widgets.dialog import Dialog
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.print_job import PrintJob, make_printer
from ui.widgets.saving import save_file

SIZES = (PaperSize.A4, PaperSize.A3)
OF_MONTH = (
    PaperKind.ATTENDANCE,
    PaperKind.LEDGER,
    PaperKind.PAYSLIPS,
    PaperKind.APPLICATION,
    PaperKind.FUNDS_LETTER,
    PaperKind.POSTING,
)
OF_PEOPLE = (
    PaperKind.ROSTER,
    PaperKind.ENTRY_FORM,
    PaperKind.EXIT_FORM,
    PaperKind.STATEMENT,
    PaperKind.PAYSLIPS,
)


class PapersDialog(Dialog):
    """A window of its own, so that the page can be compared with the paper."""

    def __init__(
        self,
        context: PageContext,
        parent: QWidget,
        kinds: Sequence[PaperKind],
        workers: Sequence[WorkerId] = (),
    ) -> None:
        super().__init__(parent, "")
        title = self.tr("Print papers")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._context, self._desk, self._office = context, context.desk, context.office
        self._workers = tuple(workers)
        self._running: Ticket | None = None
        self._turn = 0
        self.pdf = b""
        self.kind_field = ChoiceField([(kind, self._name(kind)) for kind in kinds])
        self.size_field = ChoiceField([(size, str(size)) for size in SIZES])
        self.about = QLabel()
        theme.mark(self.about, "role", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.preview = PdfPreview(self._desk)
        self._arrange()
        self.kind_field.changed.connect(self.draw)
        self.size_field.changed.connect(self.draw)
        self._desk.ended.connect(self._ended)
        screen = parent.window().size()
        self.resize(screen.width() * 9 // 10, screen.height() * 9 // 10)
        self.draw()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        label = QLabel(self.tr("&Paper"))
        label.setBuddy(self.kind_field.box)
        row.addWidget(label)
        row.addWidget(self.kind_field)
        row.addWidget(self.size_field)
        row.addWidget(self.about, 1)
        self.kind_field.box.setAccessibleName(self.tr("Paper"))
        self.size_field.box.setAccessibleName(self.tr("Paper size"))
        self.body.addLayout(row)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.preview, 1)
        self.add_act(self.tr("Close"), self.close)
        self.picture_act = self.add_act(self.tr("Page as a masked picture …"), self._ask_picture)
        self.picture_act.setToolTip(
            self.tr("For a telephone: identity and card numbers, phones and addresses are hidden.")
        )
        self.save_act = self.add_act(self.tr("Save as PDF …"), self._ask_where)
        self.print_act = self.add_act(self.tr("Print …"), self._ask_printer, primary=True)

    def _name(self, kind: PaperKind) -> str:
        return {
            PaperKind.ATTENDANCE: self.tr("Attendance sheets"),
            PaperKind.ROSTER: self.tr("Staff roster"),
            PaperKind.LEDGER: self.tr("Wage-payment ledger"),
            PaperKind.PAYSLIPS: self.tr("Payslips"),
            PaperKind.STATEMENT: self.tr("Worker's own statement"),
            PaperKind.ENTRY_FORM: self.tr("Entry forms"),
            PaperKind.EXIT_FORM: self.tr("Exit forms"),
            PaperKind.APPLICATION: self.tr("Application for payment"),
            PaperKind.FUNDS_LETTER: self.tr("Letter to the owner for funds"),
            PaperKind.POSTING: self.tr("For posting on site (masked)"),
        }[kind]

    @property
    def wanted(self) -> Wanted:
        """The paper that is chosen."""
        kind: PaperKind = self.kind_field.value
        personal = kind in OF_PERSONS or kind is PaperKind.PAYSLIPS
        workers = self._workers if personal else ()
        size = self.size_field.value if kind in LYING else PaperSize.A4
        return Wanted(kind, self._context.month, None, workers, size)

    def draw(self) -> None:
        """Read what the paper says, then draw it on a runner."""
        project, wanted = self._context.project, self.wanted
        if project is None:
            return
        if self._running is not None:
            self._running.cancel()
        self._turn += 1
        turn, papers = self._turn, self._office.papers
        self.clear_trouble()
        self.size_field.setVisible(wanted.kind in LYING)
        self.about.setText(self._about(wanted))
        self._busy(busy=True)
        self._desk.read(
            self, lambda: papers.read(project, wanted), lambda ready: self._draw(turn, ready)
        )

    def save(self, path: Path) -> None:
        """Save the drawn paper."""
        pdf = self.pdf
        self._keep(path, lambda _: pdf)

    def save_picture(self, path: Path) -> None:
        """Save the shown page with its numbers hidden."""
        project, wanted, page = self._context.project, self.wanted, self.preview.page
        if project is None or page < 0:
            return
        hidden = Wanted(
            wanted.kind, wanted.month, wanted.first, wanted.workers, wanted.size, masked=True
        )
        papers = self._office.papers

        def write(ready: ReadyPaper) -> None:
            self._keep(path, lambda progress: papers.page_png(ready.draw(progress), page))

        self._desk.read(self, lambda: papers.read(project, hidden), write)

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show why there is no paper."""
        self.bar.hide()
        super().show_trouble(error, again)

    def _about(self, wanted: Wanted) -> str:
        month: WageMonth = wanted.month
        if wanted.kind is PaperKind.ROSTER:
            return ""
        if wanted.workers:
            words = self.tr("{count} chosen workers")
            said = words.format(count=text.count(len(wanted.workers)))
        else:
            said = self.tr("everybody")
        if wanted.kind in {PaperKind.ENTRY_FORM, PaperKind.EXIT_FORM}:
            return said
        if wanted.kind is PaperKind.STATEMENT:
            until = self.tr("until {month}").format(month=text.month(month))
            return f"{said} · {until}"
        return f"{text.month(month)} · {said}"

    def _keep(self, path: Path, make: Callable[[Progress], bytes]) -> None:
        self._desk.job(
            self,
            self.tr("Saving"),
            lambda ticket: save_file(path, make(ticket)),
            lambda _: self._context.say(self.tr("Saved as {name}").format(name=path.name)),
        )

    def _draw(self, turn: int, ready: ReadyPaper) -> None:
        if turn != self._turn:
            return
        documents = self._office.documents

        def work(ticket: Ticket) -> tuple[bytes, int]:
            pdf = ready.draw(ticket)
            return pdf, documents.page_count(pdf)

        self._running = self._desk.job(
            self, self.tr("Drawing the paper"), work, lambda drawn: self._show(turn, drawn)
        )

    def _show(self, turn: int, drawn: tuple[bytes, int]) -> None:
        if turn != self._turn:
            return
        self._running = None
        self.pdf, pages = drawn
        pdf, documents = self.pdf, self._office.documents
        self.preview.show_document(pages, lambda page, dpi: documents.page_image(pdf, page, dpi))
        self._busy(busy=False)

    def _ended(self, ticket: Ticket) -> None:
        """Stop waiting for a drawing that the person stopped."""
        if ticket is self._running and ticket.cancelled:
            self._running = None
            self.bar.hide()

    def _busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        for button in (self.save_act, self.print_act, self.picture_act):
            button.setEnabled(not busy)

    def _ask_where(self) -> None:
        name = f"{self.kind_field.shown()}-{self._context.month}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")
        if chosen:
            self.save(Path(chosen))

    def _ask_picture(self) -> None:
        name = f"{self.kind_field.shown()}-{self._context.month}-{self.preview.page + 1}.png"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as a picture"), name, "PNG (*.png)"
        )
        if chosen:
            self.save_picture(Path(chosen))

    def _ask_printer(self) -> None:
        wanted = self.wanted
        printer = make_printer(wanted.size, landscape=wanted.kind in LYING)
        pdf, documents, pages = self.pdf, self._office.documents, self.preview.list.count()
        job = PrintJob(self._desk, self, printer, self.tr("Printing"))
        job.ask(pages, lambda page, dpi: documents.page_image(pdf, page, dpi))
