"""Printed documents: facts are read first, paper is drawn from them alone."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.company import CompanyRole
from desktop.domain.errors import Unknown
from desktop.domain.findings import Finding
from desktop.domain.ids import LineId, PersonId, ProjectId, SheetId
from desktop.domain.months import WageMonth
from desktop.domain.notice import RightsNotice
from desktop.domain.payroll import WageSheet
from desktop.domain.people import Person
from desktop.domain.progress import SILENT, Progress
from desktop.domain.project import Project
from desktop.domain.signing import SignatureKind
from desktop.ports.books import Books, OpenBooks
from desktop.ports.paper import PageImage, Paper, PaperSize, WageSheetPaper
from desktop.services.notices import Notices
from desktop.services.payroll.explain import sheet_minimum
from desktop.services.payroll.month import calendar_findings, month_law
from desktop.services.payroll.views import ordered

_HEAD_CODE = 10
_TAIL = 4


class Documents:
    """Wage sheets and notice boards as PDF, and pictures of their pages."""

    def __init__(self, *, reads: OpenBooks, notices: Notices, paper: Paper) -> None:
        self._reads = reads
        self._notices = notices
        self._paper = paper

    def wage_sheet(
        self,
        project_id: ProjectId,
        month: WageMonth,
        size: PaperSize,
        progress: Progress = SILENT,
    ) -> bytes:
        """Draw all sheets of a month, one after another, as one PDF."""
        return self.draw(self.papers(project_id, month), size, progress)

    def wage_sheet_one(
        self, sheet_id: SheetId, size: PaperSize, progress: Progress = SILENT
    ) -> bytes:
        """Draw one sheet."""
        return self.draw((self.paper_of(sheet_id),), size, progress)

    def papers(self, project_id: ProjectId, month: WageMonth) -> tuple[WageSheetPaper, ...]:
        """Read everything that a month's printed sheets say (books are needed only here).

        Raises:
            Unknown: the month has no sheet.
        """
        with self._reads() as books:
            project = books.projects.get(project_id)
            sheets = ordered(project, books.sheets.of_month(project_id, month))
            if not sheets:
                raise Unknown(kind="sheet", name=str(month))
            return tuple(_paper(books, project, sheet) for sheet in sheets)

    def paper_of(self, sheet_id: SheetId) -> WageSheetPaper:
        """Read everything that one printed sheet says."""
        with self._reads() as books:
            sheet = books.sheets.get(sheet_id)
            return _paper(books, books.projects.get(sheet.project), sheet)

    def draw(
        self, papers: Sequence[WageSheetPaper], size: PaperSize, progress: Progress = SILENT
    ) -> bytes:
        """Draw sheets that were read before; needs no books and may run on any thread."""
        drawn = [self._paper.wage_sheet(facts, size, progress) for facts in papers]
        return drawn[0] if len(drawn) == 1 else self._paper.join(drawn)

    def findings(self, project_id: ProjectId, month: WageMonth) -> tuple[Finding, ...]:
        """Name what makes a printed sheet's pay date provisional: holidays not yet entered."""
        with self._reads() as books:
            project = books.projects.get(project_id)
            return calendar_findings(books.calendar.calendar(), project, month)

    def notice_board(
        self, project_id: ProjectId, size: PaperSize, tile: PaperSize | None = None
    ) -> bytes:
        """Draw the notice board; refused while one of its required lines is empty."""
        return self.draw_board(self._notices.board(project_id), size, tile)

    def draw_board(
        self, notice: RightsNotice, size: PaperSize, tile: PaperSize | None = None
    ) -> bytes:
        """Draw a board that was read before; needs no books and may run on any thread."""
        return self._paper.notice_board(notice, size, tile)

    def page_count(self, pdf: bytes) -> int:
        """Count the pages of a PDF."""
        return self._paper.page_count(pdf)

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Render one page (from 0)."""
        return self._paper.page_image(pdf, page, dpi)


def _paper(books: Books, project: Project, sheet: WageSheet) -> WageSheetPaper:
    people = {person.id: person for person in books.people.all()}
    contractor = project.member(CompanyRole.GENERAL_CONTRACTOR)
    pay_date = None
    if project.pay_day.day:
        pay_date = books.calendar.calendar().pay_date(project.pay_day, sheet.month)
    head = next(iter(books.journal.entries(1)), None)
    return WageSheetPaper(
        sheet=sheet,
        project=project.name,
        general_contractor=contractor.company.name if contractor else "",
        account_tail=project.account.number[-_TAIL:],
        pay_date=pay_date,
        prepared_by=_name(people, sheet.prepared_by),
        audited_by=_name(people, sheet.audited_by),
        minimum_wage_note=sheet_minimum(month_law(books, project, sheet.month)),
        signed_digests=books.sheets.signed(sheet.id),
        signature_images=_images(books, sheet),
        journal_head=head.mac[:_HEAD_CODE] if head else "",
    )


def _name(people: dict[PersonId, Person], person: PersonId | None) -> str:
    return people[person].name if person in people else ""


def _images(books: Books, sheet: WageSheet) -> dict[LineId, bytes]:
    """Return the drawn signatures that are still valid; paper ones are on the paper."""
    latest = {signature.line: signature for signature in books.sheets.signatures(sheet.id)}
    images: dict[LineId, bytes] = {}
    for line in sheet.lines:
        signature = latest.get(line.id)
        if signature is None or signature.kind is not SignatureKind.SCREEN:
            continue
        if signature.image is not None and signature.line_digest == line.digest(sheet.month):
            images[line.id] = books.documents.get(signature.image).content
    return images
