"""Blacklists and bad-record lists: taken in from any table, matched against people.

A list replaces what the books hold of the same kind and source. A match is told and refuses
nobody: whether he may enter is for people to decide.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import resources
from desktop.domain import identity
from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import Refused
from desktop.domain.findings import Code, Finding, Level, stops
from desktop.domain.ids import ProjectId, WatchId, WorkerId, new_id
from desktop.domain.watch import Sameness, WatchEntry, WatchIndex, WatchKind, WatchMatch, is_masked
from desktop.domain.worker import Worker
from desktop.ports.books import OpenBooks
from desktop.ports.clock import Clock
from desktop.ports.sheets import Cell, Sheet, SheetReader, UnreadableSheetError
from desktop.services.roster.sheet import is_damaged, read_day
from resources.words import phrase

SafeCopy = Callable[[str], object]
_HEADER_WITHIN = 20
_NOISE = str.maketrans(dict.fromkeys("*＊ \u3000\n\r（）()：:", ""))


@dataclass(frozen=True, slots=True)
class WatchProposal:
    """What accepting a list would do; nothing is written."""

    kind: WatchKind
    source: str
    file_name: str
    rows: int = 0
    entries: tuple[WatchEntry, ...] = ()
    replaced: int = 0
    """Entries of the same kind and source that it takes the place of."""
    on_roster: tuple[Finding, ...] = ()
    """Matches with people of the office whom the list would tell of."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class WatchList:
    """One list of one source."""

    kind: WatchKind
    source: str
    entries: int
    in_force: int


@cache
def _terms() -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads(resources.text("terms/watch.toml"))


def kind_title(kind: WatchKind) -> str:
    """Return what people call a kind of list."""
    return str(_terms()["kinds"][kind.value])


def finding_of(match: WatchMatch, name: str, row: int | None = None) -> Finding:
    """Return a match as a finding: a warning where it is surely the person, else a note."""
    entry = match.entry
    sure = match.sameness is not Sameness.NAME
    level = Level.WARN if sure and entry.kind is WatchKind.BLACKLIST else Level.NOTE
    return Finding(Code.ON_WATCH_LIST, level, row, subject=name, facts=_facts(match))


def _facts(match: WatchMatch) -> dict[str, str]:
    entry = match.entry
    until = phrase("watch", "until", day=entry.until) if entry.until else ""
    since = phrase("watch", "since", day=entry.since) if entry.since else ""
    return {
        "list": kind_title(entry.kind),
        "reason": entry.reason or phrase("watch", "no-reason"),
        "source": entry.source,
        "period": since + until,
        "how": phrase("watch", match.sameness.value),
    }


def matches_of(
    index: WatchIndex, name: str, id_number: str, today: date, row: int | None = None
) -> Iterator[Finding]:
    """Tell which lists name somebody, the surest match first."""
    for match in index.matches(name, id_number, today):
        yield finding_of(match, name, row)


class Watch:
    """The lists of the office."""

    def __init__(
        self,
        *,
        books: OpenBooks,
        reads: OpenBooks,
        clock: Clock,
        safe_copy: SafeCopy,
        read_sheets: SheetReader,
    ) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._safe_copy = safe_copy
        self._read_sheets = read_sheets

    def read(self, path: Path, kind: WatchKind, source: str) -> WatchProposal:
        """Read a list and match it against everybody on the books; nothing is written."""
        empty = WatchProposal(kind, " ".join(source.split()), path.name)
        try:
            sheets = self._read_sheets(path)
        except UnreadableSheetError as error:
            facts = {"detail": phrase("unreadable", error.detail)} if error.detail else {}
            return replace(empty, findings=(Finding(error.code, Level.STOP, facts=facts),))
        reader = _ListReader(kind, empty.source)
        reader.read(sheets)
        if not empty.source:
            named = {"field": phrase("watch", "source-field")}
            reader.findings.insert(0, Finding(Code.REQUIRED_EMPTY, Level.STOP, facts=named))
        index, today = WatchIndex.of(reader.entries), self._clock.today()
        with self._reads() as books:
            replaced = sum((e.kind, e.source) == (kind, empty.source) for e in books.watch.all())
            people: dict[WorkerId, Worker] = {
                worker.id: worker
                for project in books.projects.all()
                for worker in books.workers.of_project(project.id)
            }
        matched = [
            finding
            for worker in people.values()
            for finding in matches_of(index, worker.name, worker.id_number, today)
        ]
        return replace(
            empty,
            rows=reader.rows,
            entries=tuple(reader.entries),
            replaced=replaced,
            on_roster=tuple(matched),
            findings=tuple(reader.findings),
        )

    def accept(self, proposal: WatchProposal) -> Outcome[int]:
        """Put a list in the place of the same source's earlier one; returns its entries.

        Raises:
            Refused: it has findings that stop it.
        """
        if stops(proposal.findings):
            raise Refused(proposal.findings)
        self._safe_copy("import")
        return self._replace(proposal.kind, proposal.source, proposal.entries)

    def remove(self, kind: WatchKind, source: str) -> Outcome[WatchProposal]:
        """Take a list of a source off the books; accepting what is returned puts it back."""
        with self._reads() as books:
            gone = tuple(e for e in books.watch.all() if (e.kind, e.source) == (kind, source))
        changes = self._replace(kind, source, ()).changes
        return Outcome(WatchProposal(kind, source, "", len(gone), gone), changes)

    def _replace(self, kind: WatchKind, source: str, entries: Sequence[WatchEntry]) -> Outcome[int]:
        with self._books() as books:
            books.watch.replace(kind, source, entries)
            books.journal.write("watch.replace", kind.value, entries=len(entries))
            books.commit()
        return Outcome(len(entries), Changes.of(Topic.ROSTER))

    def entries(self) -> tuple[WatchEntry, ...]:
        """Return everything on all lists."""
        with self._reads() as books:
            return books.watch.all()

    def lists(self) -> tuple[WatchList, ...]:
        """Return the lists with their sizes."""
        today = self._clock.today()
        found: dict[tuple[WatchKind, str], list[WatchEntry]] = {}
        for entry in self.entries():
            found.setdefault((entry.kind, entry.source), []).append(entry)
        return tuple(
            WatchList(kind, source, len(entries), sum(one.holds(today) for one in entries))
            for (kind, source), entries in sorted(found.items())
        )

    def findings(self, project_id: ProjectId) -> tuple[Finding, ...]:
        """Return who of a project is on a list today; facts name the worker."""
        today = self._clock.today()
        with self._reads() as books:
            index = WatchIndex.of(books.watch.all())
            people = books.workers.of_project(project_id)
        return tuple(
            replace(finding, facts={**finding.facts, "worker": str(worker.id)})
            for worker in people
            if (job := worker.employment(project_id)) is not None
            and (job.exit is None or job.exit >= today)
            for finding in matches_of(index, worker.name, worker.id_number, today)
        )


class _ListReader:
    """Finds the header in any table and takes the rows below it."""

    def __init__(self, kind: WatchKind, source: str) -> None:
        self._kind = kind
        self._source = source
        self.rows = 0
        self.entries: list[WatchEntry] = []
        self.findings: list[Finding] = []

    def read(self, sheets: Sequence[Sheet]) -> None:
        """Read every sheet that has a header; no header at all stops the file."""
        headed = False
        for sheet in sheets:
            for place, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
                columns = _columns(row)
                if "name" in columns and len(columns) > 1:
                    headed = True
                    for number, cells in enumerate(sheet.rows[place + 1 :], place + 2):
                        self._row(number, cells, columns)
                    break
        if not headed:
            wanted = "、".join(_titles(key)[0] for key in ("name", "id_number", "reason"))
            facts = {"columns": wanted}
            self.findings.append(Finding(Code.COLUMN_MISSING, Level.STOP, facts=facts))
        elif not self.entries and not stops(self.findings):
            self.findings.append(Finding(Code.FILE_EMPTY, Level.STOP))

    def _row(self, number: int, cells: Sequence[Cell], columns: Mapping[str, int]) -> None:
        def cell(key: str) -> Cell:
            place = columns.get(key)
            return cells[place] if place is not None and place < len(cells) else ""

        name = identity.normalise_name(_text(cell("name")))
        written = cell("id_number")
        id_number = identity.normalise_id(_text(written)).replace("＊", "*")
        if not name and not id_number:
            return
        self.rows += 1
        if not name:
            self._note(Code.REQUIRED_EMPTY, Level.STOP, number, "name")
            return
        self._judge_number(number, written, id_number, name)
        reason = _text(cell("reason"))
        publisher = _text(cell("publisher"))
        if publisher:
            reason = phrase("watch", "published", reason=reason, publisher=publisher)
        self.entries.append(
            WatchEntry(
                WatchId(new_id()),
                self._kind,
                name,
                id_number,
                reason,
                self._source,
                self._day(number, cell("since"), "since", name),
                self._day(number, cell("until"), "until", name),
            )
        )

    def _judge_number(self, row: int, written: Cell, number: str, name: str) -> None:
        facts = {"value": identity.mask_id(number), "name": name}
        if is_damaged(written):
            self._note(Code.NUMBER_DAMAGED, Level.STOP, row, "id_number", **facts)
        elif number and not is_masked(number) and identity.kind_of(number) is None:
            self._note(Code.WATCH_NUMBER_ODD, Level.WARN, row, "id_number", **facts)

    def _day(self, row: int, written: Cell, key: str, name: str) -> date | None:
        text = _text(written)
        try:
            return read_day(text)
        except ValueError:
            self._note(Code.DATE_WRONG, Level.WARN, row, key, value=text, name=name)
            return None

    def _note(self, code: Code, level: Level, row: int, key: str, **facts: str) -> None:
        title, name = _titles(key)[0], facts.pop("name", "")
        self.findings.append(Finding(code, level, row, title, name, {"field": title, **facts}))


def _titles(key: str) -> tuple[str, ...]:
    found = _terms()["columns"][key]
    return tuple(str(one) for one in found) if isinstance(found, list) else ()


@cache
def _keys() -> Mapping[str, str]:
    return {title: key for key in _terms()["columns"] for title in _titles(key)}


def _columns(row: Sequence[Cell]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        key = _keys().get(str(cell).translate(_NOISE))
        if key is not None:
            found.setdefault(key, place)
    return found


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell.isoformat() if isinstance(cell, date) else " ".join(cell.split())
