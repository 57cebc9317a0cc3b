"""Papers that leave the office: facts are read first, paper is drawn from them alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.domain.errors import Unknown
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.progress import SILENT, Progress
from desktop.ports.books import OpenBooks, Seat
from desktop.ports.clock import Clock
from desktop.ports.paper import PaperSize
from desktop.ports.papers import PaperKind, Statement, line_code
from desktop.ports.papers import Papers as Press
from desktop.services.papers import masking, months, persons
from desktop.services.papers.entries import Payments, entries_of
from desktop.services.papers.months import Site, Stamp

__all__ = ["Papers", "ReadyPaper", "SlipProof", "Wanted"]

PNG_DPI = 150
"""A page as a picture: legible on a telephone, below a megabyte."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paper, of whom, of which time."""

    kind: PaperKind
    month: WageMonth
    """For a statement the last month."""
    first: WageMonth | None = None
    """First month of a statement; None: the first in the books."""
    workers: tuple[WorkerId, ...] = ()
    """Statements and forms of these; payslips of these; none: of everybody concerned."""
    size: PaperSize = PaperSize.A4
    masked: bool = False
    """Numbers hidden, as for a picture that leaves by telephone."""


@dataclass(frozen=True, slots=True)
class ReadyPaper:
    """Facts that were read; drawing them needs no books and may run on any thread."""

    kind: PaperKind
    documents: int
    draw: Callable[[Progress], bytes]


@dataclass(frozen=True, slots=True)
class SlipProof:
    """What the books say of a payslip's code."""

    matches: bool
    month: WageMonth | None = None
    name: str = ""
    net_fen: int | None = None
    """What the books hold now."""
    said_fen: int | None = None
    """What the code says."""
    locked: bool = False


class Papers:
    """Attendance sheets, rosters, ledgers, payslips, statements, forms, letters, postings."""

    def __init__(self, *, reads: OpenBooks, clock: Clock, seat: Seat, press: Press) -> None:
        self._reads, self._clock, self._seat, self._press = reads, clock, seat, press

    def read(self, project: ProjectId, wanted: Wanted) -> ReadyPaper:
        """Read everything that a paper says.

        Raises:
            Unknown: the month has no sheet, or nobody is concerned.
        """
        with self._reads() as books:
            stamp = Stamp(self._seat.name, self._clock.today())
            site = Site(books, books.projects.get(project), stamp)
            by_kind = self._persons if wanted.kind in _PERSONS else self._months
            count, draw = by_kind(site, wanted)
        return ReadyPaper(wanted.kind, count, draw)

    def draw(self, project: ProjectId, wanted: Wanted, progress: Progress = SILENT) -> bytes:
        """Read and draw a paper.

        Raises:
            Unknown: the month has no sheet, or nobody is concerned.
            Refused: a character cannot be drawn.
        """
        return self.read(project, wanted).draw(progress)

    def months(self, project: ProjectId) -> tuple[WageMonth, ...]:
        """Return the months that have wage sheets."""
        with self._reads() as books:
            return books.sheets.months(project)

    def page_png(self, pdf: bytes, page: int) -> bytes:
        """Return a page (from 0) as a PNG file."""
        return self._press.page_png(pdf, page, PNG_DPI)

    def verify(self, project: ProjectId, code: str) -> SlipProof:
        """Tell whether the books still hold the line that a payslip's code speaks of."""
        said = _read_code(code)
        if said is None:
            return SlipProof(matches=False)
        month, head, fen = said
        with self._reads() as books:
            payments = Payments(books, project)
            for sheet in books.sheets.of_month(project, month):
                for entry in entries_of(sheet, {}, payments):
                    if not entry.line.hex.upper().startswith(head):
                        continue
                    same = line_code(entry) == code.strip().upper()
                    return SlipProof(same, month, entry.name, entry.net.fen, fen, sheet.is_locked)
        return SlipProof(matches=False, month=month, said_fen=fen)

    def _months(self, site: Site, wanted: Wanted) -> tuple[int, Callable[[Progress], bytes]]:
        press, month, size = self._press, wanted.month, wanted.size
        if wanted.kind is PaperKind.ATTENDANCE:
            sheets = months.attendance(site, month)
            return len(sheets), lambda progress: press.attendance_sheets(sheets, size, progress)
        if wanted.kind is PaperKind.LEDGER:
            ledgers = months.ledgers(site, month)
            if wanted.masked:
                ledgers = tuple(map(masking.ledger, ledgers))
            return len(ledgers), lambda progress: press.ledgers(ledgers, size, progress)
        if wanted.kind is PaperKind.PAYSLIPS:
            slips = months.payslips(site, month, wanted.workers)
            count = sum(len(one.entries) for one in slips)
            return count, lambda progress: press.payslips(slips, progress)
        if wanted.kind is PaperKind.APPLICATION:
            papers = months.applications(site, month)
            return len(papers), lambda progress: press.applications(papers, progress)
        if wanted.kind is PaperKind.FUNDS_LETTER:
            letter = months.funds_letter(site, month)
            return 1, lambda progress: press.funds_letters([letter], progress)
        posted = months.postings(site, month)
        days = months.attendance(site, month, posting=True)
        return len(posted) + len(days), lambda progress: press.postings(
            posted, days, size, progress
        )

    def _persons(self, site: Site, wanted: Wanted) -> tuple[int, Callable[[Progress], bytes]]:
        press, words = self._press, persons.roster_words()
        if wanted.kind is PaperKind.ROSTER:
            sheets = persons.rosters(site, words)
            if wanted.masked:
                sheets = tuple(map(masking.roster, sheets))
            return len(sheets), lambda progress: press.rosters(sheets, wanted.size, progress)
        if wanted.kind is PaperKind.STATEMENT:
            papers = _statements(site, wanted)
            return len(papers), lambda progress: press.statements(papers, progress)
        leaving = wanted.kind is PaperKind.EXIT_FORM
        forms = persons.forms(site, wanted.workers, words, leaving=leaving)
        if wanted.masked:
            forms = tuple(map(masking.form, forms))
        return len(forms), lambda progress: press.site_forms(forms, progress)


_PERSONS = frozenset(
    {PaperKind.ROSTER, PaperKind.STATEMENT, PaperKind.ENTRY_FORM, PaperKind.EXIT_FORM}
)


def _statements(site: Site, wanted: Wanted) -> tuple[Statement, ...]:
    known = site.books.sheets.months(site.project.id)
    first = wanted.first or min(known, default=wanted.month)
    workers: Sequence[WorkerId] = wanted.workers or persons.on_sheets(site, first, wanted.month)
    if not workers:
        raise Unknown(kind="sheet", name=str(wanted.month))
    found = persons.statements(site, workers, first, wanted.month)
    return tuple(map(masking.statement, found)) if wanted.masked else found


def _read_code(code: str) -> tuple[WageMonth, str, int] | None:
    """Take a payslip's code apart: month, head of the line's id, fen."""
    parts = code.strip().upper().split("/")
    if len(parts) != 5 or parts[0] != "AX2":  # noqa: PLR2004 - parts of a code
        return None
    try:
        month = WageMonth.parse(f"{parts[1][:4]}-{parts[1][4:]}")
        return month, parts[2], int(parts[4])
    except ValueError:
        return None
