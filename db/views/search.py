"""Finding a worker in the whole office: no wide row is read before it is known to be wanted.

A walk over one of the file's narrow indexes reads some 2 MB for 100,000 workers; tails of numbers
are looked up. What is found is then fetched whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, literal_column, select
from sqlalchemy.orm import InstrumentedAttribute

from db.tables.projects import ProjectRow, TeamRow
from db.tables.workers import CardRow, EmploymentRow, WorkerRow
from db.views.roster import masked
from desktop.domain.identity import DOT
from desktop.domain.ids import ProjectId, WorkerId
from desktop.ports.views import FoundWorker

TAIL = 4
"""Characters of an identity or card number that a search needs at least."""
LEAST_PHONE = 3
ACROSS_DOT = 3
"""Characters from which a text may reach across the dot of a name."""
_Column = InstrumentedAttribute[str]
_Row = Row[*tuple[Any, ...]]


def found_workers(connection: Connection, text: str, limit: int) -> tuple[FoundWorker, ...]:
    """Return whom a text means, the likeliest first."""
    wanted = " ".join(text.split())
    if not wanted or limit < 1:
        return ()
    ways = _Ways(limit, is_file=connection.dialect.name == "sqlite")
    found: dict[UUID, None] = {}
    for query in ways.all(wanted):
        found |= dict.fromkeys(connection.execute(query).scalars())
        if len(found) >= limit:
            break
    chosen = list(found)[:limit]
    if not chosen:
        return ()
    cards = _card_tails(connection, chosen, wanted.replace(" ", ""))
    jobs = _latest_jobs(connection, chosen)
    columns = (WorkerRow.id, WorkerRow.name, WorkerRow.id_number, WorkerRow.phone)
    rows = connection.execute(select(*columns).where(WorkerRow.id.in_(chosen)))
    lines = {row.id: _line(row, cards.get(row.id, ""), jobs.get(row.id)) for row in rows}
    return tuple(lines[each] for each in chosen)


@dataclass(frozen=True)
class _Ways:
    """The questions that a text may mean."""

    limit: int
    is_file: bool

    def all(self, text: str) -> Iterator[Select[Any]]:
        """Yield what to ask, the likeliest first."""
        number = text.replace(" ", "").upper()
        is_plain = number.isascii() and number.isalnum()
        if is_plain and len(number) >= TAIL:
            yield from self._tails(number)
        if is_plain and number.isdigit():
            if len(number) >= LEAST_PHONE:
                yield self._phones(number)
            return
        if is_plain and number.isalpha():
            yield self._initials(number.lower())
        yield self._names(text)

    def _tails(self, number: str) -> Iterator[Select[Any]]:
        workers = select(WorkerRow.id).where(
            WorkerRow.id_tail == number[-TAIL:], WorkerRow.id_number.endswith(number)
        )
        yield workers.order_by(WorkerRow.name, WorkerRow.id).limit(self.limit)
        cards = select(CardRow.worker).where(
            CardRow.tail == number[-TAIL:], CardRow.number.endswith(number)
        )
        yield cards.order_by(CardRow.number, CardRow.worker).limit(self.limit)

    def _initials(self, letters: str) -> Select[Any]:
        """Ask whose initials begin so in any reading; a whole reading comes first."""
        own = WorkerRow.initials
        begins = own.startswith(letters) | own.contains(f" {letters}")
        whole = (own == letters) | own.startswith(f"{letters} ") | own.endswith(f" {letters}")
        return self._walk(own, begins, whole)

    def _phones(self, number: str) -> Select[Any]:
        """Ask whose phone has the digits; at an end comes first. Landlines are kept with dashes."""
        own = WorkerRow.phone
        landline = own.startswith("0") & func.replace(own, "-", "").contains(number)
        ends = own.startswith(number) | own.endswith(number)
        return self._walk(own, own.contains(number) | landline, ends)

    def _names(self, text: str) -> Select[Any]:
        """Ask whose name has the text anywhere; names that begin with it come first."""
        own = WorkerRow.name
        is_latin = any(sign.isascii() and sign.isalpha() for sign in text)
        if is_latin and not self.is_file:  # a file's LIKE knows no case anyway
            begins = own.istartswith(text, autoescape=True)
            return self._walk(own, own.icontains(text, autoescape=True), begins)
        begins = own.startswith(text, autoescape=True)
        anywhere: ColumnElement[bool] = own.contains(text, autoescape=True)
        if len(text) >= ACROSS_DOT and DOT not in text:  # people leave the dot out as they type
            plain = func.replace(own, DOT, "")
            anywhere |= own.contains(DOT) & plain.contains(text, autoescape=True)
        return self._walk(own, anywhere, begins)

    def _walk(
        self, column: _Column, condition: ColumnElement[bool], first: ColumnElement[bool]
    ) -> Select[Any]:
        """Walk the narrow index of a column, which in a file knows row numbers only."""
        row: Any = literal_column("worker.rowid") if self.is_file else WorkerRow.id
        rank = case((first, 0), else_=1)
        hits = (
            select(row.label("hit"), rank.label("rank"), column.label("word"))
            .select_from(WorkerRow)
            .where(condition)
            .order_by(rank, column)
            .limit(self.limit)
            .subquery()
        )
        return (
            select(WorkerRow.id)
            .join(hits, hits.c.hit == row)
            .order_by(hits.c.rank, hits.c.word, WorkerRow.id)
        )


def _card_tails(connection: Connection, workers: Sequence[UUID], number: str) -> dict[UUID, str]:
    """Return the tail of each one's newest card, or of the card that was asked for."""
    query = select(CardRow.worker, CardRow.number, CardRow.tail).where(CardRow.worker.in_(workers))
    tails: dict[UUID, str] = {}
    meant: set[UUID] = set()
    for row in connection.execute(query.order_by(CardRow.since.is_not(None), CardRow.since)):
        if row.worker not in meant:
            tails[row.worker] = row.tail
        if len(number) >= TAIL and row.number.endswith(number):
            tails[row.worker] = row.tail
            meant.add(row.worker)
    return tails


def _latest_jobs(connection: Connection, workers: Sequence[UUID]) -> dict[UUID, _Row]:
    """Return each one's latest employment; one that has not ended counts as later."""
    query = (
        select(
            EmploymentRow.worker,
            EmploymentRow.project,
            TeamRow.name.label("team_name"),
            EmploymentRow.exit,
            ProjectRow.name.label("project_name"),
        )
        .join(ProjectRow, ProjectRow.id == EmploymentRow.project)
        .join(TeamRow, TeamRow.id == EmploymentRow.team)
        .where(EmploymentRow.worker.in_(workers))
        .order_by(EmploymentRow.exit.is_(None), EmploymentRow.entry, EmploymentRow.seq)
    )
    return {row.worker: row for row in connection.execute(query)}


def _line(row: _Row, card_tail: str, job: _Row | None) -> FoundWorker:
    return FoundWorker(
        WorkerId(row.id),
        row.name,
        masked(row.id_number),
        row.phone,
        card_tail,
        ProjectId(job.project) if job else None,
        job.team_name if job else "",
        on_site=job is not None and job.exit is None,
        project_name=job.project_name if job else "",
        exit=job.exit if job else None,
    )
