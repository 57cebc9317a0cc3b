"""What the attendance page is to its parts: the grid, its bar, and the ways into it."""

from __future__ import annotations

from desktop.domain.attendance import AttendanceRule
from ui.models.grid import Cell, GridModel
from ui.pages.attendance.asks import Asks
from ui.pages.attendance.bars import FilterBar
from ui.pages.attendance.grid_view import MonthGridView
from ui.pages.page import Page


class Host(Page):
    """The page as hands, exceptions and tabs see it; the page itself fills it."""

    rule: AttendanceRule
    model: GridModel
    view: MonthGridView
    bar: FilterBar
    asks: Asks

    def go_to(self, cell: Cell) -> None:
        """Show a worker's day in the grid, whatever was filtered."""

    def open_numbers(self) -> None:
        """Open the list of gate numbers that mean nobody."""
