"""Help for mending a roster row by row: what a column may hold, which cells are wrong alike."""

from __future__ import annotations

from desktop.domain.findings import Finding, Level
from desktop.services import terms
from desktop.services.roster import books as roster_books
from desktop.services.roster.columns import columns, pay_kinds
from desktop.services.roster.proposal import RosterProposal

Cell = tuple[int, str]
"""Row as the spreadsheet counts, and column key."""


_OWN = {"name", "id_number", "card", "device_number", "phone"}
"""Columns in which everybody has his own: never mended alike."""


def choices(proposal: RosterProposal, key: str) -> tuple[str, ...]:
    """Return what a column may hold, empty where anything may stand."""
    present = proposal.present
    if key == "pay_kind":
        return tuple(dict.fromkeys(next(w for w, k in pay_kinds().items() if k is kind)
                                   for kind in pay_kinds().values()))  # fmt: skip
    if present is not None and key == "company":
        members = roster_books.employers(present.project)
        return tuple(member.company.name for member in members)
    if present is not None and key == "team":
        return tuple(sorted({team.name for team in present.teams}))
    return terms.trades() if key == "trade" else ()


def place_of(finding: Finding) -> Cell | None:
    """Return the cell that a finding is about, None where it is about a row or the file."""
    key = finding.facts.get("key", "")
    return (finding.row, key) if finding.row and key in columns() else None


def text_at(proposal: RosterProposal, cell: Cell) -> str:
    """Return what stands in a cell now, mended or as the file has it."""
    if cell in proposal.edits:
        return proposal.edits[cell]
    row = next((row for row in proposal.table.rows if row.number == cell[0]), None)
    return row.texts.get(cell[1], "") if row is not None else ""


def alike(proposal: RosterProposal, cell: Cell) -> tuple[Cell, ...]:
    """Return the cells of a column that hold the same wrong text for the same cause.

    Where everybody has a text of his own, only the cell itself.
    """
    row, key = cell
    if key in _OWN:
        return (cell,)
    codes = {f.code for f in proposal.findings if place_of(f) == cell}
    wrong = {
        place
        for finding in proposal.findings
        if finding.code in codes and (place := place_of(finding)) and place[1] == key
    }
    texts = {one.number: one.texts.get(key, "") for one in proposal.table.rows}
    texts |= {number: text for (number, edited), text in proposal.edits.items() if edited == key}
    return tuple(sorted(place for place in wrong if texts.get(place[0]) == texts.get(row)))


def grave(proposal: RosterProposal) -> tuple[Finding, ...]:
    """Return the findings that keep the file out."""
    return tuple(f for f in proposal.findings if f.level is Level.STOP)
