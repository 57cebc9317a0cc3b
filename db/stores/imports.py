"""Accepted imports."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from sqlalchemy import delete, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from db.stores.base import Store, all_of, columns, pick
from db.tables.imports import ImportChangeRow, ImportRow, MappingRow, RefusedLineRow
from desktop.domain.errors import Unknown
from desktop.domain.ids import ImportId, ProjectId
from desktop.domain.imports import ImportChange, ImportKind, ImportRecord, RefusedLine

_RECORD = (
    "id", "project", "kind", "file_name", "sha256", "format", "by", "at", "rows", "new",
    "undone_at",
)  # fmt: skip
_CHANGE = ("kind", "subject", "before", "after")
_REFUSED = ("line", "text", "code")


class SqlImports(Store):
    """Records of imports, precise enough to take them back."""

    def add(self, record: ImportRecord) -> ImportRecord:
        """Store a record; returns it with its running number."""
        added = insert(ImportRow).values(**pick(record, _RECORD)).returning(ImportRow.number)
        stored = replace(record, number=self.cx.execute(added).scalar_one())
        self._put_details(stored)
        return stored

    def finish(self, record: ImportRecord) -> None:
        """Store counts, changes and refused lines of a record already added."""
        same = ImportRow.number == record.number
        done = self.cx.execute(update(ImportRow).where(same).values(**pick(record, _RECORD)))
        if done.rowcount != 1:
            raise Unknown(kind="import", name=record.file_name)
        for kind in (ImportChangeRow, RefusedLineRow):
            self.cx.execute(delete(kind).where(kind.import_number == record.number))
        self._put_details(record)

    def _put_details(self, record: ImportRecord) -> None:
        changes = [
            {"import_number": record.number, "seq": seq, **pick(change, _CHANGE)}
            for seq, change in enumerate(record.changes)
        ]
        refused = [
            {"import_number": record.number, "seq": seq, **pick(line, _REFUSED)}
            for seq, line in enumerate(record.refused)
        ]
        self.add_rows(ImportChangeRow, changes)
        self.add_rows(RefusedLineRow, refused)

    def get(self, import_id: ImportId) -> ImportRecord:
        """Return one import."""
        found = self._load(ImportRow.id == import_id)
        if not found:
            raise Unknown(kind="import", name=str(import_id))
        return found[0]

    def recent(self, project: ProjectId, kind: ImportKind) -> tuple[ImportRecord, ...]:
        """Return imports, newest first."""
        return self._load((ImportRow.project == project) & (ImportRow.kind == kind))

    def mappings(self, kind: str) -> dict[str, str]:
        """Return saved mappings of a kind: sender or gate → JSON."""
        query = select(MappingRow.name, MappingRow.body).where(MappingRow.kind == kind)
        rows = self.cx.execute(query.order_by(MappingRow.name))
        return {row.name: row.body for row in rows}

    def put_mapping(self, kind: str, name: str, body: str) -> None:
        """Remember (replace) how a sender's or gate's tables are read; empty forgets it."""
        if body:
            row = {"kind": kind, "name": name, "body": body}
            self.upsert(MappingRow, row, "kind", "name")
            return
        own = (MappingRow.kind == kind) & (MappingRow.name == name)
        self.cx.execute(delete(MappingRow).where(own))

    def _load(self, condition: ColumnElement[bool]) -> tuple[ImportRecord, ...]:
        numbers = select(ImportRow.number).where(condition)
        changes: dict[int, list[ImportChange]] = defaultdict(list)
        all_changes = all_of(ImportChangeRow).where(ImportChangeRow.import_number.in_(numbers))
        for row in self.cx.execute(all_changes.order_by(ImportChangeRow.seq)):
            changes[row.import_number].append(ImportChange(**columns(row, _CHANGE)))
        refused: dict[int, list[RefusedLine]] = defaultdict(list)
        all_lines = all_of(RefusedLineRow).where(RefusedLineRow.import_number.in_(numbers))
        for row in self.cx.execute(all_lines.order_by(RefusedLineRow.seq)):
            refused[row.import_number].append(RefusedLine(**columns(row, _REFUSED)))
        records = self.cx.execute(
            all_of(ImportRow).where(condition).order_by(ImportRow.number.desc())
        )
        return tuple(
            ImportRecord(
                **columns(row, _RECORD),
                number=row.number,
                changes=tuple(changes[row.number]),
                refused=tuple(refused[row.number]),
            )
            for row in records
        )
