"""Wage sheets, adjustments, signatures."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, insert, select, update

from db.stores.base import Store, all_of, chunks, columns, pick
from db.tables.wages import AdjustmentRow, ItemRow, LineRow, SheetRow, SignatureRow
from desktop.domain.errors import Stale, Unknown, WrongState
from desktop.domain.ids import LineId, ProjectId, SheetId, WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.payroll import (
    Adjustment,
    ItemKind,
    SheetState,
    WageItem,
    WageLine,
    WageSheet,
)
from desktop.domain.signing import Signature, Stroke

_SHEET = (
    "id", "project", "subcontractor", "subcontractor_name", "month", "number", "state", "reason",
    "prepared_by", "prepared_at", "audited_by", "audited_at", "locked_by", "locked_at",
    "single_person", "version",
)  # fmt: skip
_LINE = (
    "id", "seq", "worker", "name", "id_number", "team", "team_name", "trade", "pay_kind", "rate",
    "work_days", "card_number", "bank", "cnaps", "account_name",
)  # fmt: skip
_ITEM = ("kind", "amount", "quantity", "rate", "percent", "rule", "citation", "note")
_ADJUSTMENT = ("project", "worker", "month", "kind", "amount", "reason", "by", "at")
_SIGNATURE = ("id", "line", "line_digest", "kind", "at", "recorded_by", "image")


class SqlSheets(Store):
    """Wage sheets with all their lines; a locked sheet is never written again."""

    def of_month(self, project: ProjectId, month: WageMonth) -> tuple[WageSheet, ...]:
        """Return a month's sheets by subcontractor and number."""
        found = self._load((SheetRow.project == project) & (SheetRow.month == month))
        return tuple(sorted(found, key=lambda each: (each.subcontractor_name, each.number)))

    def get(self, sheet: SheetId) -> WageSheet:
        """Return one sheet."""
        found = self._load(SheetRow.id == sheet)
        if not found:
            raise Unknown(kind="sheet", name=str(sheet))
        return found[0]

    def _load(self, condition: ColumnElement[bool]) -> list[WageSheet]:
        ids = select(SheetRow.id).where(condition)
        items: dict[UUID, list[WageItem]] = defaultdict(list)
        query = (
            all_of(ItemRow)
            .join(LineRow, LineRow.id == ItemRow.line)
            .where(LineRow.sheet.in_(ids))
            .order_by(ItemRow.seq)
        )
        for line, _seq, *rest in self.cx.execute(query):
            items[line].append(WageItem(*rest))
        lines: dict[UUID, list[WageLine]] = defaultdict(list)
        all_lines = all_of(LineRow).where(LineRow.sheet.in_(ids)).order_by(LineRow.seq)
        for row in self.cx.execute(all_lines):
            line = WageLine(**columns(row, _LINE), items=tuple(items[row.id]))
            lines[row.sheet].append(line)
        return [
            WageSheet(**columns(row, _SHEET), lines=tuple(lines[row.id]))
            for row in self.cx.execute(all_of(SheetRow).where(condition)).all()
        ]

    def put(self, sheet: WageSheet) -> WageSheet:
        """Insert or replace with all lines; returns it with its new version.

        Raises:
            Stale: somebody else changed it, or made the same sheet first.
            WrongState: it is locked already.
        """
        stored = replace(sheet, version=sheet.version + 1)
        if sheet.version == 0:
            self._refuse_taken(sheet)
            start = replace(stored, state=SheetState.DRAFT)
            self.cx.execute(insert(SheetRow), pick(start, _SHEET))
        else:
            self._refuse_changed(sheet)
        self._put_lines(sheet)
        same = (SheetRow.id == sheet.id) & SheetRow.version.in_((sheet.version, stored.version))
        self.cx.execute(update(SheetRow).where(same).values(**pick(stored, _SHEET)))
        return stored

    def _refuse_taken(self, sheet: WageSheet) -> None:
        taken = select(SheetRow.id).where(
            (SheetRow.id == sheet.id)
            | (
                (SheetRow.project == sheet.project)
                & (SheetRow.month == sheet.month)
                & (SheetRow.subcontractor == sheet.subcontractor)
                & (SheetRow.number == sheet.number)
            )
        )
        if self.cx.execute(taken).first():
            raise Stale(kind="sheet", name=str(sheet.month))

    def _refuse_changed(self, sheet: WageSheet) -> None:
        query = select(SheetRow.version, SheetRow.state).where(SheetRow.id == sheet.id)
        row = self.cx.execute(query.with_for_update()).first()
        if row is None or row.version != sheet.version:
            raise Stale(kind="sheet", name=str(sheet.month))
        if row.state is SheetState.LOCKED:
            raise WrongState(kind="sheet", name=str(sheet.month), state=row.state, act="change")

    def _put_lines(self, sheet: WageSheet) -> None:
        """Replace the lines; one that moved here from another sheet leaves that one."""
        self.cx.execute(delete(LineRow).where(LineRow.sheet == sheet.id))
        for part in chunks([line.id for line in sheet.lines]):
            self.cx.execute(delete(LineRow).where(LineRow.id.in_(part)))
        lines: list[dict[str, Any]] = []
        items: list[dict[str, Any]] = []
        for line in sheet.lines:
            figures = {"net": line.net, "digest": line.digest(sheet.month)}
            lines.append({"sheet": sheet.id, **pick(line, _LINE), **figures})
            items += [
                {"line": line.id, "seq": seq, **pick(item, _ITEM)}
                for seq, item in enumerate(line.items)
            ]
        self.add_rows(LineRow, lines)
        self.add_rows(ItemRow, items)

    def remove(self, sheet: SheetId) -> None:
        """Remove a sheet that is not locked."""
        if self.get(sheet).is_locked:
            raise WrongState(kind="sheet", name="", state=SheetState.LOCKED, act="remove")
        self.cx.execute(delete(LineRow).where(LineRow.sheet == sheet))
        self.cx.execute(delete(SheetRow).where(SheetRow.id == sheet))

    def months(self, project: ProjectId) -> tuple[WageMonth, ...]:
        """Return the months that have sheets, oldest first."""
        query = select(SheetRow.month).where(SheetRow.project == project).distinct()
        return tuple(sorted(self.cx.execute(query).scalars()))

    def adjustments(self, project: ProjectId, month: WageMonth) -> tuple[Adjustment, ...]:
        """Return a month's adjustments."""
        query = (
            all_of(AdjustmentRow)
            .where(AdjustmentRow.project == project, AdjustmentRow.month == month)
            .order_by(AdjustmentRow.worker, AdjustmentRow.kind)
        )
        return tuple(Adjustment(**columns(row, _ADJUSTMENT)) for row in self.cx.execute(query))

    def put_adjustment(self, adjustment: Adjustment) -> None:
        """Store (replace) a worker's adjustment of a kind for a month; zero removes it."""
        if not adjustment.amount:
            self.remove_adjustment(
                adjustment.project, adjustment.worker, adjustment.month, adjustment.kind
            )
            return
        row = pick(adjustment, _ADJUSTMENT)
        self.upsert(AdjustmentRow, row, "project", "month", "worker", "kind")

    def remove_adjustment(
        self, project: ProjectId, worker: WorkerId, month: WageMonth, kind: ItemKind
    ) -> None:
        """Remove an adjustment."""
        self.cx.execute(
            delete(AdjustmentRow).where(
                AdjustmentRow.project == project,
                AdjustmentRow.worker == worker,
                AdjustmentRow.month == month,
                AdjustmentRow.kind == kind,
            )
        )

    def signatures(self, sheet: SheetId) -> tuple[Signature, ...]:
        """Return every signature ever given on the sheet's lines, oldest first."""
        query = (
            all_of(SignatureRow)
            .join(LineRow, LineRow.id == SignatureRow.line)
            .where(LineRow.sheet == sheet)
            .order_by(SignatureRow.number)
        )
        return tuple(
            Signature(**columns(row, _SIGNATURE), strokes=_strokes(row.strokes))
            for row in self.cx.execute(query)
        )

    def add_signatures(self, signatures: Iterable[Signature]) -> None:
        """Keep signatures, in the order given."""
        rows = [
            {
                **pick(signature, _SIGNATURE),
                "strokes": json.dumps([stroke.points for stroke in signature.strokes]),
            }
            for signature in signatures
        ]
        self.add_rows(SignatureRow, rows)

    def signed(self, sheet: SheetId) -> dict[LineId, str]:
        """Return line → digest of its latest signature."""
        query = (
            select(SignatureRow.line, SignatureRow.line_digest)
            .join(LineRow, LineRow.id == SignatureRow.line)
            .where(LineRow.sheet == sheet)
            .order_by(SignatureRow.number)
        )
        return {LineId(line): digest for line, digest in self.cx.execute(query)}


def _strokes(text: str) -> tuple[Stroke, ...]:
    return tuple(
        Stroke(tuple((float(x), float(y), float(p), int(t)) for x, y, p, t in points))
        for points in json.loads(text)
    )
