"""The list of pages, one line each; a page is imported when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.context import PageContext
    from ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class Entry:
    """A page on the rail: its folder below ui/pages, its word and icon."""

    key: str
    title: str
    icon: str

    @property
    def module(self) -> str:
        """Where its `make(context)` stands."""
        return f"ui.pages.{self.key}.page"

    def make(self, context: PageContext) -> Page:
        """Build the page."""
        make = import_module(self.module).make
        return cast("Callable[[PageContext], Page]", make)(context)


def every() -> tuple[Entry, ...]:
    """Return all pages in the order of a month's work."""
    return (
        Entry("overview", QCoreApplication.translate("Navigation", "Home"), "home"),
        Entry("projects", QCoreApplication.translate("Navigation", "Project"), "project"),
        Entry("roster", QCoreApplication.translate("Navigation", "Roster"), "roster"),
        Entry("contracts", QCoreApplication.translate("Navigation", "Contracts"), "contract"),
        Entry("attendance", QCoreApplication.translate("Navigation", "Attendance"), "attendance"),
        Entry("payroll", QCoreApplication.translate("Navigation", "Wages"), "wages"),
        Entry("signing", QCoreApplication.translate("Navigation", "Signing"), "sign"),
        Entry("disbursement", QCoreApplication.translate("Navigation", "Paying"), "pay"),
        Entry("notice", QCoreApplication.translate("Navigation", "Notice board"), "notice"),
        Entry("settings", QCoreApplication.translate("Navigation", "Settings"), "settings"),
    )
