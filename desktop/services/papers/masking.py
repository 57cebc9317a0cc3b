"""What a picture for a team leader's telephone may show: names and figures, no numbers in full."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.identity import mask_id
from desktop.ports.papers import Ledger, RosterRow, RosterSheet, SiteForm, Statement, WageEntry

_PHONE_HEAD, _PHONE_TAIL, _STARS = 3, 4, "****"
_TAIL = 4
_NUMBERS = frozenset({"id_number", "card"})
_HIDDEN = frozenset({"address", "contact_address", "birth", "emergency"})
_HIDDEN_TEXT = "******"


def mask_phone(number: str) -> str:
    """Show the first three and last four digits of a telephone: 139****5678."""
    if len(number) <= _PHONE_HEAD + _PHONE_TAIL:
        return _STARS if number else ""
    return number[:_PHONE_HEAD] + _STARS + number[-_PHONE_TAIL:]


def mask_number(number: str) -> str:
    """Show the last four signs of a card."""
    return _STARS + number[-_TAIL:] if number else ""


def entry(one: WageEntry) -> WageEntry:
    """Mask a wage line."""
    return replace(one, id_number=mask_id(one.id_number), phone=mask_phone(one.phone))


def ledger(one: Ledger) -> Ledger:
    """Mask a ledger."""
    return replace(one, entries=tuple(map(entry, one.entries)))


def roster(sheet: RosterSheet) -> RosterSheet:
    """Mask a roster: identity and telephone numbers in part, addresses wholly."""
    return replace(sheet, rows=tuple(map(_row, sheet.rows)))


def _row(row: RosterRow) -> RosterRow:
    return replace(
        row,
        id_number=mask_id(row.id_number),
        phone=mask_phone(row.phone),
        address=_hidden(row.address),
        contact_address=_hidden(row.contact_address),
    )


def statement(one: Statement) -> Statement:
    """Mask a worker's statement."""
    return replace(
        one,
        id_number=mask_id(one.id_number),
        phone=mask_phone(one.phone),
        entries=tuple(map(entry, one.entries)),
    )


def form(one: SiteForm) -> SiteForm:
    """Mask an entry or exit form."""
    return replace(one, fields=tuple((key, _field(key, text)) for key, text in one.fields))


def _field(key: str, text: str) -> str:
    if key in _HIDDEN:
        return _hidden(text)
    if key == "phone":
        return mask_phone(text)
    if key in _NUMBERS:
        return mask_id(text) if key == "id_number" else mask_number(text)
    return text


def _hidden(text: str) -> str:
    return _HIDDEN_TEXT if text else ""
