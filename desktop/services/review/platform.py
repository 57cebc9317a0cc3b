"""The supervision platform's days of a month, from a small table by name or identity number."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

import resources
from desktop.domain.errors import FileTrouble
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.identity import mask_id
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.months import WageMonth
from desktop.domain.site_days import PlatformDays
from desktop.domain.worker import Worker
from desktop.ports.sheets import Cell, Sheet, SheetReader, UnreadableSheetError

_SEARCHED = 20
"""Rows at the top of a sheet among which the headings are looked for."""
_QUARTER = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class PlatformProposal:
    """What a table holds; nothing is written."""

    project: ProjectId
    month: WageMonth
    file_name: str
    sha256: str
    rows: int = 0
    days: tuple[PlatformDays, ...] = ()
    findings: tuple[Finding, ...] = ()


@cache
def _words() -> dict[str, list[str]]:
    return tomllib.loads(resources.text("terms/platform_days.toml"))


def read_table(
    path: Path, where: tuple[ProjectId, WageMonth], workers: Sequence[Worker], reader: SheetReader
) -> PlatformProposal:
    """Read a table; everything that is wrong with it is named at once.

    Raises:
        FileTrouble: it cannot be opened.
    """
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or str(error)) from error
    empty = PlatformProposal(*where, path.name, digest)
    try:
        sheets = reader(path)
    except UnreadableSheetError as error:
        return _with(empty, (Finding(error.code, Level.STOP, facts={"detail": error.detail}),))
    found = next((head for sheet in sheets if (head := _head(sheet))), None)
    if found is None:
        facts = {"field": _words()["days"][0], "titles": "、".join(_words()["days"])}
        return _with(empty, (Finding(Code.COLUMN_MISSING, Level.STOP, facts=facts),))
    return _Table(empty, workers, *found).read()


def _with(empty: PlatformProposal, findings: tuple[Finding, ...]) -> PlatformProposal:
    return PlatformProposal(
        empty.project, empty.month, empty.file_name, empty.sha256, findings=findings
    )


def _head(sheet: Sheet) -> tuple[Sheet, int, Mapping[str, int]] | None:
    """Return the sheet, the row of its headings and the place of each known column."""
    for number, row in enumerate(sheet.rows[:_SEARCHED]):
        said = ["".join(str(cell).split()).strip("*：:") for cell in row]
        places = {
            key: next(said.index(word) for word in words if word in said)
            for key, words in _words().items()
            if any(word in said for word in words)
        }
        if "days" in places and len(places) > 1:
            return sheet, number, places
    return None


class _Table:
    def __init__(
        self,
        empty: PlatformProposal,
        workers: Sequence[Worker],
        sheet: Sheet,
        head: int,
        places: Mapping[str, int],
    ) -> None:
        self._empty = empty
        self._sheet, self._head, self._places = sheet, head, places
        self._by_id = {worker.id_number: worker for worker in workers}
        self._by_name: dict[str, list[Worker]] = {}
        for worker in workers:
            self._by_name.setdefault(worker.name, []).append(worker)
        self._findings: list[Finding] = []
        self._seen: dict[WorkerId, Decimal] = {}

    def read(self) -> PlatformProposal:
        rows = 0
        for number, row in enumerate(self._sheet.rows[self._head + 1 :], self._head + 2):
            name, id_number = self._text(row, "name"), self._text(row, "id_number").upper()
            if not (name or id_number) or name in {"合计", "总计", "小计"}:
                continue
            rows += 1
            worker = self._who(number, name, id_number)
            days = self._days(number, self._cell(row, "days"))
            if worker is not None and days is not None:
                self._seen[worker.id] = self._seen.get(worker.id, Decimal(0)) + days
        empty = self._empty
        days_found = tuple(
            PlatformDays(empty.project, empty.month, worker, days)
            for worker, days in self._seen.items()
        )
        if not rows:
            self._findings.append(Finding(Code.FILE_EMPTY, Level.STOP))
        return PlatformProposal(
            empty.project, empty.month, empty.file_name, empty.sha256, rows, days_found,
            tuple(self._findings),
        )  # fmt: skip

    def _cell(self, row: Sequence[Cell], key: str) -> Cell:
        place = self._places.get(key, len(row))
        return row[place] if place < len(row) else ""

    def _text(self, row: Sequence[Cell], key: str) -> str:
        cell = self._cell(row, key)
        return f"{cell:.0f}" if isinstance(cell, float) else str(cell).strip()

    def _who(self, number: int, name: str, id_number: str) -> Worker | None:
        worker = self._by_id.get(id_number)
        if worker is not None:
            return worker
        column, value = ("name", name) if name else ("id_number", mask_id(id_number))
        named = self._by_name.get(name, []) if not id_number else []
        if len(named) == 1:
            return named[0]
        code = Code.WORKER_AMBIGUOUS if named else Code.WORKER_UNKNOWN
        self._findings.append(
            Finding(
                code, Level.STOP if named else Level.WARN, number, column, facts={"value": value}
            )
        )
        return None

    def _days(self, number: int, cell: Cell) -> Decimal | None:
        most = self._empty.month.last.day
        try:
            days = Decimal(str(cell).strip().removesuffix("天") or "0")
        except InvalidOperation:
            days = Decimal("NaN")
        if days.is_finite() and 0 <= days <= most and not days % _QUARTER:
            return days
        facts = {"value": str(cell), "most": str(most)}
        self._findings.append(Finding(Code.DAYS_WRONG, Level.STOP, number, "days", facts=facts))
        return None
