"""A read file laid over the books of one project: findings, differences, complete workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from desktop.domain.findings import Code, Finding, Level, stops
from desktop.domain.ids import CompanyId, TeamId, WorkerId
from desktop.domain.progress import Progress
from desktop.domain.project import Team
from desktop.domain.watch import WatchIndex
from desktop.domain.worker import Worker
from desktop.ports.books import Books
from desktop.services.roster import books as roster_books
from desktop.services.roster.checks import Fault
from desktop.services.roster.differences import Comparer, Difference, withheld
from desktop.services.roster.merge import Merger
from desktop.services.roster.present import Present
from desktop.services.roster.proposal import LeftOut, RosterProposal
from desktop.services.roster.rows import Entry, RowReader, Site
from desktop.services.roster.sheet import RosterRow, RosterTable

OnLists = Callable[[WatchIndex, str, str, date, int | None], Iterable[Finding]]
"""Tells which watch lists name somebody: index, name, number, today, row."""
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Compare:
    """Makes proposals for one moment."""

    present: Present
    today: date
    now: datetime
    on_lists: OnLists

    def propose(
        self, books: Books, base: RosterProposal, left_out: frozenset[int], progress: Progress
    ) -> RosterProposal:
        """Check the rows of a proposal as mended, and lay them over the books."""
        progress.step(1, _STEPS, "roster-check")
        table = mended(base.table, base.edits)
        site = Site(
            roster_books.employers(self.present.project), self.today, self.present.project.area
        )
        kept = tuple(row for row in table.rows if row.number not in left_out)
        reader = RowReader(replace(table, rows=kept), site, base.judged)
        entries = reader.entries()
        progress.step(2, _STEPS, "roster-compare")
        reader.findings += self._against_books(reader, entries)
        self.present.ask(books, (entry.id_number for entry in entries))
        known = self.present.all_known()
        merged = self.lay(entries, known, reader.add)
        gone = self._gone(table.rows) if not stops(reader.findings) else []
        reader.findings += [_gone_finding(one) for one in gone]
        progress.step(3, _STEPS, "roster-compare")
        return replace(
            base,
            rows=len(table.rows),
            new=len(merged.workers) - len(merged.before),
            changed=len(merged.before),
            unchanged=len(entries) - len(merged.workers),
            findings=tuple(sorted(reader.findings, key=lambda finding: finding.row or 0)),
            workers=merged.workers,
            teams=merged.teams,
            before=merged.before,
            differences=(*merged.differences, *gone),
            entries=tuple(entries),
            left_out=_left_out(table, left_out, base),
        )

    def _against_books(self, reader: RowReader, entries: Sequence[Entry]) -> list[Finding]:
        present, project = self.present.workers, self.present.project.id
        found = roster_books.clashes(reader, entries, present, project)
        for entry in entries:
            found += self.on_lists(
                self.present.lists, entry.name, entry.id_number, self.today, entry.row
            )
        return found

    def lay(
        self,
        entries: Iterable[Entry],
        known: Mapping[str, Worker],
        note: Callable[[int, str, Fault], None],
    ) -> Merged:
        """Lay rows over workers."""
        rows = list(entries)
        project = self.present.project.id
        teams = {(team.subcontractor, team.name): team for team in self.present.teams}
        merger = Merger(
            project,
            self.today,
            self.now,
            lambda: self.present.open_from,
            {entry.device_number: entry for entry in rows if entry.device_number},
            teams,
            {},
            lambda entry, fault: note(entry.row, entry.name, fault),
        )
        result = Merged()
        names = _Names(self.present.teams, merger.new_teams)
        comparer = Comparer(project, self.today, names)
        differences: list[Difference] = []
        workers: list[Worker] = []
        for entry in rows:
            old = known.get(entry.id_number)
            worker = merger.merge(entry, old)
            if worker == old:
                continue
            workers.append(worker)
            if old is not None:
                result.before[worker.id] = old
            differences += comparer.compare(entry, old, worker)
        return replace(
            result,
            workers=tuple(workers),
            teams=tuple(merger.new_teams.values()),
            differences=tuple(differences),
        )

    def _gone(self, rows: Iterable[RosterRow]) -> list[Difference]:
        project = self.present.project.id
        comparer = Comparer(project, self.today, _Names(self.present.teams, {}))
        missing = roster_books.gone(rows, self.present.workers, project, self.today)
        return [comparer.gone(worker, job.team) for worker, job in missing]

    def approved(self, proposal: RosterProposal, approved: frozenset[str]) -> Merged:
        """Lay the rows over the books again, without what nobody approved."""
        refused: dict[int | None, set[str]] = {}
        for one in proposal.differences:
            if one.key not in approved:
                refused.setdefault(one.row, set()).add(one.field)
        known = self.present.all_known()
        teams = {team.id: team for team in self.present.teams}
        return self.lay(self._kept(proposal.entries, refused, known, teams), known, _unheard)

    def _kept(
        self,
        entries: Iterable[Entry],
        refused: Mapping[int | None, set[str]],
        known: Mapping[str, Worker],
        teams: Mapping[TeamId, Team],
    ) -> Iterator[Entry]:
        project = self.present.project.id
        for entry in entries:
            keys, old = refused.get(entry.row, set()), known.get(entry.id_number)
            if not keys:
                yield entry
            elif old is not None:
                job = old.employment(project)
                team = teams.get(job.team) if job is not None else None
                yield withheld(entry, job, team, keys, old.name)


@dataclass(frozen=True, slots=True)
class Merged:
    """Rows laid over workers."""

    workers: tuple[Worker, ...] = ()
    teams: tuple[Team, ...] = ()
    before: dict[WorkerId, Worker] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()


class _Names:
    """Names of teams, also of those that are being made."""

    def __init__(self, teams: Iterable[Team], new: Mapping[tuple[CompanyId, str], Team]) -> None:
        self._known = {team.id: team.name for team in teams}
        self._new = new

    def __call__(self, team: TeamId) -> str:
        if team in self._known:
            return self._known[team]
        return next((one.name for one in self._new.values() if one.id == team), "")


def mended(table: RosterTable, edits: Mapping[tuple[int, str], str]) -> RosterTable:
    """Return the table with what a person typed instead."""
    if not edits:
        return table
    by_row: dict[int, dict[str, str]] = {}
    for (row, key), text in edits.items():
        by_row.setdefault(row, {})[key] = text.strip()
    rows = tuple(
        row.mended(by_row[row.number]) if row.number in by_row else row for row in table.rows
    )
    return replace(table, rows=rows)


def _left_out(
    table: RosterTable, numbers: frozenset[int], base: RosterProposal
) -> tuple[LeftOut, ...]:
    known = {one.row: one for one in base.left_out}
    found: dict[int, list[Finding]] = {}
    order = list(Level)
    for finding in sorted(base.findings, key=lambda one: order.index(one.level)):
        if finding.row in numbers and finding.level is not Level.NOTE:
            found.setdefault(finding.row or 0, []).append(finding)
    return tuple(
        known.get(row.number)
        or LeftOut(row.number, row.texts.get("name", ""), tuple(found.get(row.number, ())))
        for row in table.rows
        if row.number in numbers
    )


def _gone_finding(one: Difference) -> Finding:
    return Finding(Code.WORKER_GONE, Level.NOTE, None, "", one.name)


def _unheard(_row: int, _name: str, _fault: Fault) -> None:
    """Say nothing: what there is to say was said when the file was read."""
