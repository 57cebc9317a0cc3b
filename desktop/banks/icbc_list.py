"""A payroll file in ICBC's public column layout, and the result file that comes back."""

from __future__ import annotations

import io
import tomllib
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypedDict

import xlsxwriter
from python_calamine import CalamineError, CalamineWorkbook

import resources
from desktop.domain.disbursement import ItemState, PayBatch, PayItem
from desktop.domain.money import Money
from desktop.ports.banks import BankReply, ItemReply, NoAnswer

_MOST_INFLATED = 100_000_000
_HEAD_WITHIN = 20


class _Terms(TypedDict):
    sheet: str
    file_name: str
    columns: dict[str, str]
    result: dict[str, list[str]]
    codes: dict[str, str]


@cache
def _terms() -> _Terms:
    return tomllib.loads(resources.text("terms/bank_list.toml"))  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class _Row:
    account: str
    amount: Money | None
    note: str
    state: str
    reason: str


class IcbcList:
    """Writes and reads lists that a person carries (ports.banks.PayList)."""

    def write(self, batch: PayBatch) -> tuple[str, bytes]:
        """Return a file name and the workbook; every text is a string cell, never a formula."""
        terms = _terms()
        buffer = io.BytesIO()
        book = xlsxwriter.Workbook(
            buffer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
            },
        )
        made = batch.made_at.replace(tzinfo=None, microsecond=0)
        book.set_properties({"created": made})
        sheet = book.add_worksheet(terms["sheet"])
        money = book.add_format({"num_format": "0.00"})
        for column, title in enumerate(terms["columns"].values()):
            sheet.write_string(0, column, title)
        for row, item in enumerate(batch.items, 1):
            for column, key in enumerate(terms["columns"]):
                if key == "amount":
                    sheet.write_number(row, column, item.amount.fen / 100, money)
                else:
                    sheet.write_string(row, column, _cell(batch, item, key))
        sheet.set_column(0, len(terms["columns"]) - 1, 22)
        book.close()
        name = terms["file_name"].format(
            month=batch.month, number=batch.attempt_number, reference=batch.reference
        )
        return name, buffer.getvalue()

    def read(self, content: bytes, batch: PayBatch) -> BankReply:
        """Read a result file.

        Raises:
            NoAnswer: it cannot be read, or a line does not fit the batch.
        """
        found: dict[str, ItemReply] = {}
        for row in _rows(content):
            item = _match(batch.items, row)
            if item.end_to_end in found:
                raise NoAnswer("item-unknown-or-twice")
            found[item.end_to_end] = _said(item, row)
        if not found:
            raise NoAnswer("no-lines")
        return BankReply(
            batch.reference, found=True, items=tuple(found.values()), raw=content[:65536]
        )


LIST = IcbcList()


def _cell(batch: PayBatch, item: PayItem, key: str) -> str:
    cells = {
        "payer_account": batch.debtor_account,
        "payer_name": batch.debtor_name,
        "payee_bank": item.bank,
        "account": item.account,
        "name": item.name,
        "purpose": batch.purpose,
        "note": item.end_to_end,
    }
    return cells.get(key, "")


def _rows(content: bytes) -> Iterable[_Row]:
    cells = _sheet(content)
    start, columns = _head(cells)
    for line in cells[start + 1 :]:
        texts = {key: _at(line, column) for key, column in columns.items()}
        if texts["account"] or texts["note"]:
            amount = _money(texts["amount"])
            yield _Row(texts["account"], amount, texts["note"], texts["state"], texts["reason"])


def _head(cells: Sequence[Sequence[object]]) -> tuple[int, dict[str, int | None]]:
    result = _terms()["result"]
    for row, head in enumerate(cells[:_HEAD_WITHIN]):
        columns = {key: _column(head, result[key]) for key in _Row.__slots__}
        if columns["account"] is not None and columns["state"] is not None:
            return row, columns
    raise NoAnswer("columns")


def _sheet(content: bytes) -> Sequence[Sequence[object]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _MOST_INFLATED:
                raise NoAnswer("too-large")
    except zipfile.BadZipFile as error:
        raise NoAnswer("not-a-workbook") from error
    try:
        book = CalamineWorkbook.from_object(io.BytesIO(content))
        return book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError) as error:
        raise NoAnswer("not-a-workbook") from error


def _column(head: Sequence[object], names: Sequence[str]) -> int | None:
    titles = [str(cell).strip().split("(")[0].split("（")[0].strip() for cell in head]
    return next((titles.index(name) for name in names if name in titles), None)


def _at(line: Sequence[object], column: int | None) -> str:
    if column is None or column >= len(line):
        return ""
    cell = line[column]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _money(text: str) -> Money | None:
    if not text:
        return None
    try:
        return Money.of_yuan(f"{float(text.replace(',', '')):.2f}")
    except ValueError as error:
        raise NoAnswer("amount") from error


def _match(items: Sequence[PayItem], row: _Row) -> PayItem:
    """Find the line by its key in the note, or else by account and amount."""
    named = [item for item in items if item.end_to_end == row.note]
    found = named or [
        item for item in items if item.account == row.account and row.amount in {None, item.amount}
    ]
    if len(found) != 1 or row.account not in {"", found[0].account}:
        raise NoAnswer("item-unknown-or-twice")
    if row.amount not in {None, found[0].amount}:
        raise NoAnswer("item-amount")
    return found[0]


def _said(item: PayItem, row: _Row) -> ItemReply:
    result, word = _terms()["result"], row.state.strip()
    if word in result["paid"]:
        return ItemReply(item.end_to_end, ItemState.PAID)
    if word in result["failed"]:
        codes = _terms()["codes"]
        code = next((code for part, code in codes.items() if part in row.reason), "NARR")
        return ItemReply(item.end_to_end, ItemState.FAILED, code, row.reason)
    if word in result["going"] or not word:
        return ItemReply(item.end_to_end, ItemState.SENT)
    raise NoAnswer("status-unknown")
