"""Sealed pictures with the keys of their persons; watch lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, literal, select

from db.stores.base import Store, all_of, chunks, columns, pick
from db.tables.persons import LikenessKeyRow, LikenessRow, WatchRow
from db.tables.workers import EmploymentRow
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.likeness import Likeness, LikenessKind
from desktop.domain.watch import WatchEntry, WatchKind

_LIKENESS = ("worker", "kind", "media_type", "sealed", "taken_at", "by", "delete_on")
_WATCH = ("id", "kind", "name", "id_number", "reason", "source", "since", "until")


class SqlLikenesses(Store):
    """Pictures of persons, none of which the books can open."""

    def key(self, worker: WorkerId) -> bytes | None:
        """Return a person's wrapped key, None when he has none."""
        query = select(LikenessKeyRow.wrapped).where(LikenessKeyRow.worker == worker)
        return self.cx.execute(query).scalar()

    def put_key(self, worker: WorkerId, wrapped: bytes) -> None:
        """Insert or replace a person's wrapped key."""
        self.upsert(LikenessKeyRow, {"worker": worker, "wrapped": wrapped}, "worker")

    def forget_key(self, worker: WorkerId) -> None:
        """Remove a person's key; what it sealed can never be opened again."""
        self.cx.execute(delete(LikenessKeyRow).where(LikenessKeyRow.worker == worker))

    def kept(self, worker: WorkerId) -> tuple[Likeness, ...]:
        """Return a person's pictures by kind."""
        query = all_of(LikenessRow).where(LikenessRow.worker == worker).order_by(LikenessRow.kind)
        return tuple(Likeness(**columns(row, _LIKENESS)) for row in self.cx.execute(query))

    def put(self, likeness: Likeness) -> None:
        """Store (replace) a picture of its kind."""
        self.upsert(LikenessRow, pick(likeness, _LIKENESS), "worker", "kind")

    def remove(self, worker: WorkerId, kind: LikenessKind) -> None:
        """Remove a picture."""
        own = (LikenessRow.worker == worker) & (LikenessRow.kind == kind)
        self.cx.execute(delete(LikenessRow).where(own))

    def due(self, day: date) -> tuple[Likeness, ...]:
        """Return pictures whose day of deletion has come, with `sealed` empty."""
        named = [getattr(LikenessRow, name) for name in _LIKENESS if name != "sealed"]
        query = (
            select(*named, literal(b"").label("sealed"))
            .where(LikenessRow.delete_on <= day)
            .order_by(LikenessRow.delete_on, LikenessRow.worker, LikenessRow.kind)
        )
        return tuple(Likeness(**columns(row, _LIKENESS)) for row in self.cx.execute(query))

    def with_kind(self, project: ProjectId, kind: LikenessKind) -> frozenset[WorkerId]:
        """Return the workers of a project of whom one is kept."""
        query = (
            select(LikenessRow.worker)
            .join(EmploymentRow, EmploymentRow.worker == LikenessRow.worker)
            .where(EmploymentRow.project == project, LikenessRow.kind == kind)
        )
        return frozenset(map(WorkerId, self.cx.execute(query).scalars()))


class SqlWatch(Store):
    """Blacklists and bad-record lists."""

    def all(self) -> tuple[WatchEntry, ...]:
        """Return every entry by list, source and name."""
        found = [WatchEntry(**columns(row, _WATCH)) for row in self.cx.execute(all_of(WatchRow))]
        return tuple(sorted(found, key=lambda e: (e.kind, e.source, e.name, e.id_number)))

    def by_id_numbers(self, numbers: Iterable[str]) -> tuple[WatchEntry, ...]:
        """Return the entries that name one of these identity numbers."""
        found: list[WatchEntry] = []
        for part in chunks(sorted(set(numbers))):
            query = all_of(WatchRow).where(WatchRow.id_number.in_(part))
            rows = self.cx.execute(query.order_by(WatchRow.id_number, WatchRow.since, WatchRow.id))
            found += [WatchEntry(**columns(row, _WATCH)) for row in rows]
        return tuple(found)

    def replace(self, kind: WatchKind, source: str, entries: Iterable[WatchEntry]) -> None:
        """Replace everything of one list of one source; entries belong to that list and source."""
        own = (WatchRow.kind == kind) & (WatchRow.source == source)
        self.cx.execute(delete(WatchRow).where(own))
        rows = [{**pick(entry, _WATCH), "kind": kind, "source": source} for entry in entries]
        self.add_rows(WatchRow, rows)
