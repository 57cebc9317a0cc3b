"""`anxin roster …`: who works on the site."""

from __future__ import annotations

from desktop.cli import (
    roster_card,
    roster_cards,
    roster_exports,
    roster_import,
    roster_moves,
    roster_search,
    watch,
)
from desktop.cli.area import Areas, area_of


def add(areas: Areas) -> None:
    """Add the words of this area."""
    area = area_of(areas, "roster", "实名制名册")
    roster_import.add(area)
    roster_search.add(area)
    roster_moves.add(area)
    roster_exports.add(area)
    roster_cards.add(area)
    roster_card.add(area)
    watch.add(area)
