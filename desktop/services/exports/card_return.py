"""Card numbers that came back from the bank, held against the books; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.domain import identity
from desktop.domain.findings import Code, Finding, Level, stops
from desktop.domain.guard import unguarded
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.worker import Card, Worker
from desktop.ports.sheets import Cell, Sheet
from desktop.services.exports.people import Excluded
from desktop.services.roster import checks as worker_checks
from desktop.services.roster.columns import columns, key_named, plain_title
from desktop.services.roster.sheet import is_damaged
from resources.words import phrase

_HEADER_WITHIN = 20
WANTED = frozenset({"id_number", "card"})
"""Columns without which a list says nothing."""


class CardKind(StrEnum):
    """What a row of the bank's list means for the books."""

    NEW = "new"  # he had none
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class CardChange:
    """A card that would be given to a worker."""

    worker: WorkerId
    name: str
    row: int
    kind: CardKind
    before: str
    """Masked; empty when he had none."""
    card: Card

    @property
    def key(self) -> str:
        """What approval names it by."""
        return str(self.worker)


@dataclass(frozen=True, slots=True)
class CardProposal:
    """What the bank's list would do: rows = changes + left out; nothing is written."""

    project: ProjectId
    file_name: str
    sha256: str
    rows: int = 0
    changes: tuple[CardChange, ...] = ()
    findings: tuple[Finding, ...] = ()
    left_out: tuple[Excluded, ...] = ()
    """Rows that go nowhere, and why."""
    before: Mapping[WorkerId, Worker] | None = None

    @property
    def offered(self) -> tuple[CardChange, ...]:
        """What can be approved."""
        return tuple(one for one in self.changes if one.kind is not CardKind.SAME)


@dataclass(frozen=True, slots=True)
class CardRow:
    """One row of the bank's list."""

    number: int
    texts: Mapping[str, str]
    is_damaged: bool

    @property
    def id_number(self) -> str:
        """Identity number in our writing."""
        return identity.normalise_id(self.texts.get("id_number", ""))

    @property
    def card(self) -> str:
        """Card number in our writing."""
        return identity.normalise_card(self.texts.get("card", ""))


class Comparison:
    """Holds rows against the workers of a project."""

    def __init__(self, workers: Mapping[str, Worker], today: date) -> None:
        self._workers = workers
        self._today = today
        self._owners: dict[str, set[str]] = {}
        for number, worker in workers.items():
            if (card := worker.card(today)) is not None:
                self._owners.setdefault(card.number, set()).add(number)

    def of(self, empty: CardProposal, rows: Sequence[CardRow]) -> CardProposal:
        """Return what the rows mean."""
        for row in rows:
            self._owners.setdefault(row.card, set()).add(row.id_number)
        changes: list[CardChange] = []
        findings: list[Finding] = []
        left_out: list[Excluded] = []
        for row in rows:
            found = list(self._findings(row))
            findings += found
            worker = self._workers.get(row.id_number)
            if worker is None or stops(found) or not row.card:
                name = row.texts.get("name", "") or identity.mask_id(row.id_number)
                left_out.append(Excluded(name, _why(found)))
            else:
                changes.append(self._change(row, worker))
        before = {worker.id: worker for worker in self._workers.values()}
        return replace(
            empty, rows=len(rows), changes=tuple(changes), findings=tuple(findings),
            left_out=tuple(left_out), before=before,
        )  # fmt: skip

    def _change(self, row: CardRow, worker: Worker) -> CardChange:
        now = worker.card(self._today)
        written = identity.normalise_name(row.texts.get("name", ""))
        account = identity.normalise_name(row.texts.get("account_name", "")) or written
        card = Card(
            row.card,
            row.texts.get("bank", "") or (now.bank if now and now.number == row.card else ""),
            identity.normalise_digits(row.texts.get("cnaps", "")),
            "" if account == worker.name else account,
        )
        kind = CardKind.NEW if now is None else CardKind.CHANGED
        if now is not None and now.number == row.card:
            kind = CardKind.SAME
        before = identity.mask_card(now.number) if now is not None else ""
        return CardChange(worker.id, worker.name, row.number, kind, before, card)

    def _findings(self, row: CardRow) -> Iterator[Finding]:
        name = row.texts.get("name", "")
        worker = self._workers.get(row.id_number)

        def finding(code: Code, level: Level, **facts: str) -> Finding:
            return Finding(code, level, row.number, "", name, facts)

        if worker is None:
            shown = identity.mask_id(row.id_number)
            yield finding(Code.CARD_WORKER_UNKNOWN, Level.STOP, value=shown)
        elif identity.normalise_name(name) not in {"", worker.name}:
            yield replace(
                finding(Code.CARD_NAME_OTHER, Level.WARN, written=name), subject=worker.name
            )
        if row.is_damaged:
            shown = row.texts.get("card", "")
            yield finding(Code.NUMBER_DAMAGED, Level.STOP, value=shown)
        elif not row.card:
            title = columns()["card"].title
            yield finding(Code.REQUIRED_EMPTY, Level.NOTE, field=title)
        else:
            for fault in worker_checks.check_card(row.card, ""):
                yield finding(fault.code, fault.level, **fault.facts)
        others = self._owners.get(row.card, set()) - {row.id_number}
        if row.card and others:
            yield finding(
                Code.CARD_SHARED, Level.STOP, value=identity.mask_card(row.card),
                other="、".join(self._name(one) for one in sorted(others)),
            )  # fmt: skip

    def _name(self, number: str) -> str:
        worker = self._workers.get(number)
        return worker.name if worker is not None else identity.mask_id(number)


def _why(findings: Sequence[Finding]) -> str:
    first = next((one for one in findings if one.level is Level.STOP), None)
    return phrase("exports", "card-wrong" if first is not None else "card-empty")


def rows_of(sheets: Sequence[Sheet]) -> list[CardRow] | None:
    """Return the rows below a header that names identity number and card; None without one."""
    for sheet in sheets:
        for index, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
            places = {key: place for place, cell in enumerate(row) if (key := _key(cell))}
            if places.keys() >= WANTED:
                return [
                    _row(number, below, places)
                    for number, below in enumerate(sheet.rows[index + 1 :], index + 2)
                    if any(str(cell).strip() for cell in below)
                ]
    return None


def _key(cell: Cell) -> str:
    return key_named(plain_title(cell)) if isinstance(cell, str) and cell.strip() else ""


def _row(number: int, cells: Sequence[Cell], places: Mapping[str, int]) -> CardRow:
    def cell(key: str) -> Cell:
        place = places.get(key, len(cells))
        return cells[place] if place < len(cells) else ""

    texts = {key: _text(cell(key)) for key in places}
    damaged = is_damaged(cell("card")) or is_damaged(cell("id_number"))
    return CardRow(number, texts, damaged)


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell.isoformat() if isinstance(cell, date) else unguarded(cell.strip())
