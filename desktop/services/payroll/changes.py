"""What of a sheet changed, journalled, so that an older print can be told by name and field."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.payroll import WageLine, WageSheet
from desktop.ports.books import Books

CHANGE = "wages.change"
"""Journalled whenever a sheet shows something else: digest heads before and after, lines."""
DIGEST = 12
"""Hex digits of a sheet's digest that a printed page's code carries."""
_MOST = 200
"""Lines named in one entry; beyond that the count says how many."""
NEW, GONE = "new", "gone"


def note_change(books: Books, before: WageSheet | None, after: WageSheet) -> None:
    """Journal which lines of a sheet show something else than before: workers' ids and fields."""
    if before is None or before.digest == after.digest:
        return
    changed = list(_changed(before, after))
    books.journal.write(
        CHANGE,
        str(after.id),
        before=before.digest[:DIGEST],
        digest=after.digest[:DIGEST],
        lines=len(changed),
        changed=";".join(changed[:_MOST]),
    )


def changed_of(body: object) -> list[tuple[str, list[str]]]:
    """Return worker id and fields of an entry's lines."""
    found = []
    for part in str(body or "").split(";"):
        worker, colon, fields = part.partition(":")
        if colon:
            found.append((worker, fields.split("+")))
    return found


def _changed(before: WageSheet, after: WageSheet) -> Iterator[str]:
    old = {line.id: line for line in before.lines}
    for line in after.lines:
        known = old.pop(line.id, None)
        fields = [NEW] if known is None else _fields(known, line)
        if fields:
            yield f"{line.worker}:{'+'.join(fields)}"
    for line in old.values():
        yield f"{line.worker}:{GONE}"


def _fields(old: WageLine, new: WageLine) -> list[str]:
    same = {
        "identity": (old.name, old.id_number) == (new.name, new.id_number),
        "team": old.team_name == new.team_name,
        "trade": old.trade == new.trade,
        "rate": (old.pay_kind, old.rate) == (new.pay_kind, new.rate),
        "days": old.work_days == new.work_days,
        "items": old.items == new.items,
        "card": (old.card_number, old.account_name) == (new.card_number, new.account_name),
    }
    return [field for field, is_same in same.items() if not is_same]
