"""Device files: read, look at what they would do, accept, take back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from desktop.domain.attendance import instant
from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import FileTrouble, Refused, WrongState, WrongValue
from desktop.domain.findings import stops
from desktop.domain.ids import DeviceId, ImportId, ProjectId, new_id
from desktop.domain.imports import ImportChange, ImportKind, ImportRecord
from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import SECOND_AT, Punches
from desktop.domain.written_dates import DateOrder, order_named
from desktop.ports.attendance import (
    AttendanceFormat,
    PunchFiles,
    Reading,
    TableMapping,
    TablePreview,
)
from desktop.ports.books import Books, OpenBooks, Seat
from desktop.ports.clock import Clock
from desktop.ports.sheets import UnreadableSheetError
from desktop.services.attendance import gates as attendance_gates
from desktop.services.attendance import grid_marks, locked_punches
from desktop.services.attendance.file import (
    AttendanceReport,
    PunchProposal,
    grid_report,
    proposal_of,
    refusal,
    report_of,
)
from desktop.services.attendance.gates import Gate, GateChange
from desktop.services.attendance.grid_file import diff_of
from desktop.services.attendance.strangers import (
    NumberSpan,
    Stranger,
    history,
    remember,
    strangers,
)

SafeCopy = Callable[[str], object]


class PunchIntake:
    """The part of attendance that takes device files in."""

    def __init__(
        self,
        *,
        books: OpenBooks,
        reads: OpenBooks,
        clock: Clock,
        seat: Seat,
        safe_copy: SafeCopy,
        files: PunchFiles,
    ) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._seat = seat
        self._safe_copy = safe_copy
        self._files = files

    def formats(self) -> tuple[AttendanceFormat, ...]:
        """Return the device formats that can be read."""
        return self._files.formats()

    def read(
        self,
        path: Path,
        format: str = "auto",  # noqa: A002 - the command line's word
        progress: Progress = SILENT,
        reading: Reading | None = None,
    ) -> PunchProposal:
        """Read a device file; needs no books and may run beside them.

        Args:
            path: the file.
            format: word of a format, or "auto".
            progress: counts bytes or rows.
            reading: how to read it, as a gate remembers or a person has said.

        Raises:
            FileTrouble: it cannot be opened.
            WrongValue: there is no such format, or no such date format.
        """
        wanted = self._checked(replace(reading or Reading(), format=_first(format, reading)))
        _require_readable(path)
        empty = PunchProposal(path.name, "", "", reading=wanted)
        try:
            found = self._files.read(path, wanted, progress)
        except UnreadableSheetError as error:
            known = "、".join(one.title for one in self._files.formats())
            finding = refusal(error.code, known, error.detail)
            return replace(empty, findings=(finding,))
        found = replace(found, reading=replace(found.reading, latest=wanted.latest))
        read = replace(empty, sha256=_digest(path))
        return proposal_of(found, read, self._title(found.reading.format))

    def read_at(
        self,
        path: Path,
        gate: str,
        kept: Mapping[str, Reading],
        reading: Reading,
        progress: Progress = SILENT,
    ) -> PunchProposal:
        """Read a file of a gate; what the file leaves open, the gate may remember.

        Args:
            path: the file.
            gate: name of the gate; empty: the one named like the format.
            kept: what the gates remember, by their names (`remembered`).
            reading: what a person has said.
            progress: counts bytes or rows.

        Raises:
            FileTrouble: it cannot be opened.
            WrongValue: there is no such format, or no such date format.
        """
        own = kept.get(gate, Reading())
        proposal = self.read(path, progress=progress, reading=attendance_gates.begun(reading, own))
        if not proposal.asks:
            return proposal
        own = kept.get(gate or proposal.format, Reading())
        more = attendance_gates.completed(proposal.reading, reading, own)
        if more is None:
            return proposal
        return self.read(path, progress=progress, reading=more)

    def preview(self, path: Path, mapping: TableMapping) -> TablePreview:
        """Return the beginning of a table for the person who says what its columns are.

        Raises:
            FileTrouble: it cannot be opened.
            Refused: it is no table.
        """
        try:
            return self._files.preview(path, mapping)
        except UnreadableSheetError as error:
            raise Refused((refusal(error.code, detail=error.detail),)) from error

    def _checked(self, reading: Reading) -> Reading:
        names = [one.name for one in self._files.formats()]
        if reading.format not in {"auto", *names}:
            expected = ", ".join(["auto", *names])
            raise WrongValue(field="format", value=reading.format, expected=expected)
        if reading.date_format and order_named(reading.date_format) is None:
            expected = ", ".join(DateOrder)
            raise WrongValue(field="date_format", value=reading.date_format, expected=expected)
        tomorrow = self._clock.today() + timedelta(days=2)
        return replace(reading, latest=instant(f"{tomorrow} 00:00:00") - 1)

    def _title(self, name: str) -> str:
        return next((one.title for one in self._files.formats() if one.name == name), name)

    def report(
        self, proposal: PunchProposal, project_id: ProjectId, gate: str = ""
    ) -> AttendanceReport:
        """Say what accepting a file would do; nothing is written.

        Raises:
            Refused: the file has findings that stop it.
            WrongState: a month grid concerns days of a locked month.
        """
        if stops(proposal.findings):
            raise Refused(proposal.findings)
        named = gate or proposal.format
        with self._reads() as books:
            if proposal.cells:
                diff = diff_of(books, project_id, proposal.cells)
                grid_marks.require_open(books, project_id, diff)
                return grid_report(proposal, diff, named)
            punches = proposal.punches
            first, last = punches.span()
            stored = books.attendance.punches(project_id, first, last + 1)
            fresh = {
                number: len(punches.seconds(number).difference(stored.get(number, ())))
                for number in punches.counts()
            }
            return report_of(proposal, fresh, self._strangers(books, project_id, proposal), named)

    def _strangers(
        self, books: Books, project_id: ProjectId, proposal: PunchProposal
    ) -> tuple[Stranger, ...]:
        return strangers(books, project_id, proposal.punches.counts(), proposal.names)

    def accept(
        self,
        proposal: PunchProposal,
        project_id: ProjectId,
        progress: Progress = SILENT,
        gate: str = "",
    ) -> Outcome[AttendanceReport]:
        """Store every punch of a file, or the days of a month grid; what is there is left alone.

        Args:
            proposal: the file.
            project_id: whose punches they are.
            progress: counts punches.
            gate: name of the gate, which remembers how its files are read; empty: the format's.

        Raises:
            Refused: the file has findings that stop it.
            WrongState: a month grid concerns days of a locked month.
        """
        if stops(proposal.findings):
            raise Refused(proposal.findings)
        self._safe_copy("import")
        with self._books() as books:
            kind = ImportKind.MONTH_GRID if proposal.cells else ImportKind.ATTENDANCE
            record = books.imports.add(self._record(proposal, project_id, kind))
            if proposal.cells:
                report = self._accept_grid(books, proposal, record, gate)
            else:
                report = self._accept_punches(books, proposal, record, progress, gate)
            books.commit()
        return Outcome(report, _changes(project_id))

    def _accept_punches(
        self,
        books: Books,
        proposal: PunchProposal,
        record: ImportRecord,
        progress: Progress,
        gate: str,
    ) -> AttendanceReport:
        named = gate.strip() or proposal.format
        device = books.attendance.device(record.project, named)
        punches = _not_elsewhere(books, record.project, device, proposal.punches)
        fresh = books.attendance.add_punches(device, punches, record.number, progress)
        unknown = self._strangers(books, record.project, proposal)
        report = report_of(proposal, fresh, unknown, named)
        remember(books, record.project, {one.number: one.name for one in unknown if one.name})
        attendance_gates.remember(books, record.project, named, proposal.reading)
        new = sum(fresh.values())
        gate_change = ImportChange("gate", named, "", "")
        books.imports.finish(replace(record, new=new, changes=(gate_change,)))
        books.journal.write(
            "attendance.import",
            str(record.id),
            digest=proposal.sha256,
            lines=report.lines,
            new=new,
            refused=report.refused,
        )
        return report

    def _accept_grid(
        self, books: Books, proposal: PunchProposal, record: ImportRecord, gate: str
    ) -> AttendanceReport:
        diff = diff_of(books, record.project, proposal.cells)
        grid_marks.require_open(books, record.project, diff)
        seat = self._seat
        changes = grid_marks.put(books, record, diff, (seat.person, seat.name))
        books.imports.finish(replace(record, new=len(changes), changes=changes))
        books.journal.write(
            "attendance.grid",
            str(record.id),
            digest=proposal.sha256,
            lines=proposal.lines,
            marks=len(changes),
        )
        return grid_report(proposal, diff, gate)

    def _record(
        self, proposal: PunchProposal, project_id: ProjectId, kind: ImportKind
    ) -> ImportRecord:
        return ImportRecord(
            ImportId(new_id()), 0, project_id, kind, proposal.file_name,
            proposal.sha256, proposal.format, self._seat.person, self._clock.now(),
            proposal.lines, 0, refused=proposal.refused,
        )  # fmt: skip

    def undo(self, import_id: ImportId) -> Outcome[int]:
        """Take back the punches that an import brought, or the days of a month grid.

        Days set by hand since then stay.

        Raises:
            WrongState: it was taken back already, a day's month is locked, or wages were
                locked on its punches.
        """
        self._safe_copy("undo")
        with self._books() as books:
            record = books.imports.get(import_id)
            if record.undone_at is not None:
                raise WrongState(kind="import", name=record.file_name, state="undone", act="undo")
            if record.kind is ImportKind.MONTH_GRID:
                gone = grid_marks.take_back(books, record)
            else:
                gone = locked_punches.take_back(books, record)
            books.imports.finish(replace(record, undone_at=self._clock.now()))
            books.journal.write("attendance.undo", str(record.id), punches=gone)
            books.commit()
        return Outcome(gone, _changes(record.project))

    def imports(self, project_id: ProjectId) -> tuple[ImportRecord, ...]:
        """Return the imports of a project, newest first."""
        with self._reads() as books:
            found = [
                record
                for kind in (ImportKind.ATTENDANCE, ImportKind.MONTH_GRID)
                for record in books.imports.recent(project_id, kind)
            ]
        return tuple(sorted(found, key=lambda record: -record.number))

    def strangers(self, project_id: ProjectId) -> tuple[Stranger, ...]:
        """Return the numbers that ever punched and mean nobody, and whose they may be."""
        with self._reads() as books:
            return strangers(books, project_id, books.attendance.numbers(project_id), {})

    def number_history(self, project_id: ProjectId) -> tuple[NumberSpan, ...]:
        """Return whom every device number of a project has meant and means."""
        with self._reads() as books:
            return history(books, project_id)

    def gates(self, project_id: ProjectId) -> tuple[Gate, ...]:
        """Return the project's gates by name, with what they remember."""
        with self._reads() as books:
            return attendance_gates.all_of(books, project_id)

    def put_gate(self, project_id: ProjectId, name: str, change: GateChange) -> Outcome[Gate]:
        """Make a gate, or change its name, place, or how its files are read.

        Raises:
            WrongValue: another gate has the new name, or there is no such format.
        """
        if change.reading is not None:
            self._checked(change.reading)
        with self._books() as books:
            gate = attendance_gates.put(books, project_id, name.strip(), change)
            books.journal.write("attendance.device", str(gate.device.id))
            books.commit()
        return Outcome(gate, _changes(project_id))

    def remembered(self, project_id: ProjectId) -> dict[str, Reading]:
        """Return how the files of every gate are read, by its name."""
        return {gate.device.name: gate.reading for gate in self.gates(project_id)}


def _not_elsewhere(books: Books, project: ProjectId, device: DeviceId, punches: Punches) -> Punches:
    """Leave out what another gate of the project brought: a number cannot be at two at once."""
    if len(books.attendance.devices(project)) < 2 or not punches:  # noqa: PLR2004 - another one
        return punches
    first, last = punches.span()
    tracks = books.attendance.tracks(project, first, last + 1)
    others = [track for gate, track in tracks.items() if gate != device and track]
    if not others:
        return punches

    def stored(number: str) -> set[int]:
        return {one >> SECOND_AT for track in others for one in track.get(number, ())}

    return punches.without(stored)


def _first(word: str, reading: Reading | None) -> str:
    return reading.format if reading is not None and word == "auto" else word


def _require_readable(path: Path) -> None:
    """Refuse a file that cannot be opened. Raises FileTrouble."""
    try:
        with path.open("rb"):
            pass
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or str(error)) from error


def _digest(path: Path) -> str:
    """Return a file's SHA-256. Raises FileTrouble."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or str(error)) from error


def _changes(project: ProjectId) -> Changes:
    return Changes.of(Topic.ATTENDANCE, Topic.WAGES, project=project)
