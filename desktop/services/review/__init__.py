"""Attendance looked over: exceptions, confirmations, three columns, clocks, stoppages, notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from desktop.domain.attendance import ClockReading, DayNote
from desktop.domain.calendar import Calendar
from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.documents import Document, DocumentKind, File
from desktop.domain.errors import Refused, Unknown, WrongState, WrongValue
from desktop.domain.findings import Code, Finding, Level, stops
from desktop.domain.ids import (
    ConfirmationId,
    DocumentId,
    ImportId,
    ProjectId,
    StoppageId,
    TeamId,
    WorkerId,
    new_id,
)
from desktop.domain.imports import ImportKind, ImportRecord
from desktop.domain.months import WageMonth
from desktop.domain.progress import SILENT, Progress
from desktop.domain.site_days import Confirmation, MonthPart, NilMonth, Stoppage
from desktop.ports.books import OpenBooks, Seat
from desktop.ports.clock import Clock
from desktop.ports.confirmation_paper import ConfirmationPaper, names
from desktop.ports.paper import Paper
from desktop.ports.sheets import SheetReader
from desktop.services.attendance.rules import regional
from desktop.services.evidence import read_scan
from desktop.services.review import confirmations as sheets
from desktop.services.review import standstill
from desktop.services.review.clocks import GateClock, gate_clocks
from desktop.services.review.confirmations import ConfirmationView
from desktop.services.review.exceptions import DayException, Exceptions, Tracks, find_exceptions
from desktop.services.review.platform import PlatformProposal, read_table
from desktop.services.review.reconcile import ReconcileRow, Reconciliation, reconcile

LONGEST_NOTE = 500
SafeCopy = Callable[[str], object]

__all__ = [
    "ConfirmationView", "DayException", "Exceptions", "GateClock", "PlatformProposal",
    "ReconcileRow", "Reconciliation", "Review", "Tracks",
]  # fmt: skip


class Review:
    """What is asked of a month's attendance before it is paid."""

    def __init__(  # noqa: PLR0913 - a service is given its world
        self,
        *,
        books: OpenBooks,
        reads: OpenBooks,
        clock: Clock,
        seat: Seat,
        safe_copy: SafeCopy,
        read_sheets: SheetReader,
        paper: Paper,
    ) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._seat = seat
        self._safe_copy = safe_copy
        self._read_sheets = read_sheets
        self._paper = paper

    def exceptions(self, project_id: ProjectId, month: WageMonth) -> Exceptions:
        """Return everything to be looked at in a month, gravest first."""
        with self._reads() as books:
            return find_exceptions(books, books.projects.get(project_id), month)

    def calendar(self, project_id: ProjectId) -> Calendar:
        """Return the holidays of a project's place: the country's, the region's, the office's."""
        with self._reads() as books:
            area = books.projects.get(project_id).area
            return regional(books.calendar.calendar(), area)

    def reconcile(self, project_id: ProjectId, month: WageMonth) -> Reconciliation:
        """Hold platform, local and wage days against each other; differences only."""
        with self._reads() as books:
            return reconcile(books, books.projects.get(project_id), month)

    def read_platform_days(
        self, path: Path, project_id: ProjectId, month: WageMonth
    ) -> PlatformProposal:
        """Read the platform's table of a month; nothing is written. Raises FileTrouble."""
        with self._reads() as books:
            workers = books.workers.of_project(project_id)
        return read_table(path, (project_id, month), workers, self._read_sheets)

    def accept_platform_days(self, proposal: PlatformProposal) -> Outcome[int]:
        """Keep the platform's days of a month in place of the former ones.

        Raises:
            Refused: the table has findings that stop it.
        """
        if stops(proposal.findings):
            raise Refused(proposal.findings)
        self._safe_copy("import")
        project, month = proposal.project, proposal.month
        with self._books() as books:
            record = ImportRecord(
                ImportId(new_id()), 0, project, ImportKind.PLATFORM_DAYS, proposal.file_name,
                proposal.sha256, str(month), self._seat.person, self._clock.now(),
                proposal.rows, len(proposal.days),
            )  # fmt: skip
            books.imports.finish(books.imports.add(record))
            books.attendance.put_platform_days(project, month, proposal.days)
            books.journal.write(
                "attendance.platform-days", str(project), month=str(month),
                workers=len(proposal.days), digest=proposal.sha256,
            )  # fmt: skip
            books.commit()
        return Outcome(len(proposal.days), _touched(project, month))

    def confirmations(
        self, project_id: ProjectId, month: WageMonth
    ) -> tuple[ConfirmationView, ...]:
        """Return a month's printed sheets, newest first, each held against the books."""
        with self._reads() as books:
            project = books.projects.get(project_id)
            kept = books.attendance.confirmations(project_id, month)
            if not kept:
                return ()
            parts = sheets.month_parts(books, project, month)
            teams = {team.id: team for team in books.projects.teams(project_id)}
        found = sheets.views(kept, parts, teams)
        return tuple(sorted(found, key=lambda one: one.confirmation.printed_at, reverse=True))

    def confirm(
        self,
        project_id: ProjectId,
        month: WageMonth,
        part: MonthPart,
        team: TeamId | None = None,
    ) -> Outcome[tuple[ConfirmationPaper, ...]]:
        """Record the sheets of a part for one team or all, and return what they say.

        A sheet that says what the books still say is printed again as the same one.

        Raises:
            Unknown: no such team has workers in these days.
        """
        papers = []
        with self._books() as books:
            project = books.projects.get(project_id)
            parts = sheets.month_parts(books, project, month)
            kept = books.attendance.confirmations(project_id, month)
            for shown in sheets.wanted(parts, part, team):
                digest = shown.digest
                found = next(
                    (
                        one for one in kept
                        if (one.part, one.team, one.digest) == (part, shown.team.id, digest)
                    ),
                    None,
                )  # fmt: skip
                if found is None:
                    found = Confirmation(
                        ConfirmationId(new_id()), project_id, month, part, shown.team.id,
                        digest, self._clock.now(), self._seat.person,
                    )  # fmt: skip
                    books.attendance.put_confirmation(found)
                    books.journal.write(
                        "attendance.confirm", str(found.id), month=str(month), part=part,
                        digest=digest,
                    )  # fmt: skip
                papers.append(sheets.paper_of(books, project, found, shown, self._seat.name))
            books.commit()
        return Outcome(tuple(papers), _touched(project_id, month))

    def draw(self, papers: Sequence[ConfirmationPaper], progress: Progress = SILENT) -> bytes:
        """Draw sheets into one PDF; needs no books and may run on any thread."""
        drawn = [self._paper.confirmation(paper, progress) for paper in papers]
        return drawn[0] if len(drawn) == 1 else self._paper.join(drawn)

    def sign(self, confirmation_id: ConfirmationId, day: date, scan: Path) -> Outcome[Confirmation]:
        """Keep the scan of a signed sheet.

        Raises:
            Refused: the days have changed since it was printed.
            FileTrouble: the scan cannot be read.
        """
        file = read_scan(scan)
        with self._books() as books:
            found = books.attendance.confirmation(confirmation_id)
            project = books.projects.get(found.project)
            parts = sheets.month_parts(books, project, found.month)
            teams = {team.id: team for team in books.projects.teams(found.project)}
            (view,) = sheets.views([found], parts, teams)
            if not view.matches:
                first, last = found.part.span(found.month)
                facts = {"team": view.team, "span": f"{first}—{last}"}
                raise Refused((Finding(Code.CONFIRMATION_STALE, Level.STOP, facts=facts),))
            document = self._document(found.project, DocumentKind.CONFIRMATION_SCAN, file)
            books.documents.add(document)
            signed = replace(found, signed_on=day, scan=document.id)
            books.attendance.put_confirmation(signed)
            books.journal.write(
                "attendance.confirmed", str(found.id), day=str(day), evidence=document.sha256
            )
            books.commit()
        return Outcome(signed, _touched(found.project, found.month))

    def named_on(
        self, project_id: ProjectId, month: WageMonth, scan: Path
    ) -> tuple[Confirmation, ...]:
        """Return the sheets whose codes stand on a scan, empty when none can be read.

        Raises:
            FileTrouble: the scan cannot be read.
        """
        codes = self._paper.read_qr(read_scan(scan).content)
        with self._reads() as books:
            kept = books.attendance.confirmations(project_id, month)
        return tuple(one for one in kept if any(names(code, one) for code in codes))

    def clocks(self, project_id: ProjectId, month: WageMonth) -> tuple[GateClock, ...]:
        """Return what is known of each gate's clock."""
        with self._reads() as books:
            return gate_clocks(books, books.projects.get(project_id), month)

    def read_clock(
        self, project_id: ProjectId, gate: str, shown: datetime, true: datetime, note: str = ""
    ) -> Outcome[ClockReading]:
        """Record what a gate's clock showed at a true time.

        Raises:
            Unknown: the project has no such gate.
            WrongValue: the true time has not come yet.
        """
        if true > self._clock.now():
            raise WrongValue(field="true", value=f"{true:%Y-%m-%d %H:%M:%S}", expected="≤ now")
        with self._books() as books:
            device = next(
                (one for one in books.attendance.devices(project_id) if one.name == gate), None
            )
            if device is None:
                raise Unknown(kind="device", name=gate)
            reading = ClockReading(device.id, shown, true, self._seat.person, note.strip())
            books.attendance.add_clock_reading(reading)
            books.journal.write("attendance.clock", str(device.id), drift_s=reading.drift_s)
            books.commit()
        return Outcome(reading, _touched(project_id))

    def stoppages(self, project_id: ProjectId) -> tuple[Stoppage, ...]:
        """Return a project's stoppages, oldest first."""
        with self._reads() as books:
            return books.attendance.stoppages(project_id)

    def stop_work(self, stoppage: Stoppage, proof: Path | None = None) -> Outcome[Stoppage]:
        """Declare a stoppage, or change one (its end, its proof).

        Raises:
            WrongValue: no reason, or it ends before it begins.
            WrongState: another one has some of its days.
            FileTrouble: the proof cannot be read.
        """
        checked = standstill.check(stoppage)
        scan = read_scan(proof) if proof is not None else None
        with self._books() as books:
            standstill.require_apart(books, checked)
            if scan is not None:
                document = self._document(stoppage.project, DocumentKind.STOPPAGE_PROOF, scan)
                books.documents.add(document)
                checked = replace(checked, document=document.id)
            books.attendance.put_stoppage(checked)
            books.journal.write(
                "attendance.stoppage", str(checked.id), first=str(checked.first),
                last=str(checked.last or ""),
            )  # fmt: skip
            books.commit()
        return Outcome(checked, _touched(stoppage.project))

    def resume_work(self, project_id: ProjectId, first: date, last: date) -> Outcome[Stoppage]:
        """End the stoppage that began on a day. Raises Unknown, WrongValue."""
        with self._reads() as books:
            found = standstill.starting(books, project_id, first)
        return self.stop_work(replace(found, last=last))

    def remove_stoppage(self, project_id: ProjectId, stoppage: StoppageId) -> Outcome[Stoppage]:
        """Take a stoppage back. Raises Unknown."""
        with self._books() as books:
            found = standstill.find(books, project_id, stoppage)
            books.attendance.remove_stoppage(stoppage)
            books.journal.write("attendance.stoppage-gone", str(stoppage))
            books.commit()
        return Outcome(found, _touched(project_id))

    def nil_months(self, project_id: ProjectId) -> tuple[NilMonth, ...]:
        """Return the months declared to be without work."""
        with self._reads() as books:
            return books.attendance.nil_months(project_id)

    def declare_nil(
        self, project_id: ProjectId, month: WageMonth, reason: str
    ) -> Outcome[NilMonth]:
        """Declare that nobody worked in a month: it needs no sheet.

        Raises:
            WrongState: somebody worked in it, or its sheet is locked.
            WrongValue: no reason.
        """
        seat = self._seat
        nil = NilMonth(project_id, month, reason, seat.person, seat.name, self._clock.now())
        with self._books() as books:
            nil = standstill.require_nil(books, nil)
            books.attendance.put_nil_month(nil)
            books.journal.write("attendance.nil-month", str(project_id), month=str(month))
            books.commit()
        return Outcome(nil, _touched(project_id, month))

    def withdraw_nil(self, project_id: ProjectId, month: WageMonth) -> Outcome[WageMonth]:
        """Take a nil month back. Raises WrongState: it is none."""
        with self._books() as books:
            if standstill.nil_of(books, project_id, month) is None:
                raise WrongState(kind="month", name=str(month), state="usual", act="withdraw-nil")
            books.attendance.remove_nil_month(project_id, month)
            books.journal.write("attendance.nil-month-gone", str(project_id), month=str(month))
            books.commit()
        return Outcome(month, _touched(project_id, month))

    def write_note(
        self, project_id: ProjectId, worker: WorkerId, day: date, text: str
    ) -> Outcome[DayNote]:
        """Write on a cell of the month grid; an empty text removes what stands there.

        Raises:
            WrongValue: the text is too long.
        """
        said = text.strip()
        if len(said) > LONGEST_NOTE:
            raise WrongValue(field="note", value=said[:20], expected=f"≤ {LONGEST_NOTE}")
        seat = self._seat
        note = DayNote(worker, day, said, seat.person, seat.name, self._clock.now())
        with self._books() as books:
            books.attendance.put_note(project_id, note)
            books.journal.write("attendance.note", str(worker), day=str(day), removed=not said)
            books.commit()
        return Outcome(note, _touched(project_id, WageMonth.of(day)))

    def keep_evidence(self, project_id: ProjectId, path: Path) -> Outcome[DocumentId]:
        """Keep a photo or paper that proves days set by hand. Raises FileTrouble, Refused."""
        scan = read_scan(path)
        with self._books() as books:
            document = self._document(project_id, DocumentKind.ATTENDANCE_EVIDENCE, scan)
            books.documents.add(document)
            books.journal.write("attendance.evidence", str(document.id), digest=document.sha256)
            books.commit()
        return Outcome(document.id, Changes.of(project=project_id))

    def evidence(self, document: DocumentId) -> Document:
        """Return a kept proof. Raises Unknown."""
        with self._reads() as books:
            return books.documents.get(document)

    def _document(self, project: ProjectId, kind: DocumentKind, file: File) -> Document:
        return Document.of(project, kind, file, self._seat.person, self._clock.now())


def _touched(project: ProjectId, month: WageMonth | None = None) -> Changes:
    return Changes.of(Topic.ATTENDANCE, project=project, month=month)
