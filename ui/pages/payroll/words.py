"""Words of wages: items by their statutory headings, states of sheets and lines as badges."""

from __future__ import annotations

import tomllib
from functools import cache

from PySide6.QtCore import QCoreApplication

import resources
from desktop.domain.payroll import ItemKind, SheetState, WageLine, WageSheet
from desktop.services.payroll import SheetView
from ui.models.rows import Badge


@cache
def _items() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.text("terms/wage_items.toml"))


def item_title(kind: ItemKind) -> str:
    """Return the statutory heading of an item."""
    return _items()[kind.value]["title"]


def sheet_badge(state: SheetState) -> Badge:
    """Return a sheet's state as shape and word."""
    return {
        SheetState.DRAFT: Badge("note", QCoreApplication.translate("PayrollWords", "Draft")),
        SheetState.WORKER_SIGNED: Badge(
            "done", QCoreApplication.translate("PayrollWords", "Signed by the workers")
        ),
        SheetState.AUDITED: Badge("done", QCoreApplication.translate("PayrollWords", "Audited")),
        SheetState.LOCKED: Badge("done", QCoreApplication.translate("PayrollWords", "Locked")),
    }[state]


def signed_badge(view: SheetView, line: WageLine) -> Badge:
    """Say whether a line is signed, and for what it shows now."""
    if not line.needs_signature:
        return Badge("note", QCoreApplication.translate("PayrollWords", "Nothing to sign"))
    if view.is_signed(line):
        return Badge("done", QCoreApplication.translate("PayrollWords", "Signed"))
    if line.id in view.stale:
        return Badge("stop", QCoreApplication.translate("PayrollWords", "To be signed again"))
    return Badge("warn", QCoreApplication.translate("PayrollWords", "Not signed"))


def sheet_name(sheet: WageSheet) -> str:
    """Return whose sheet it is, and which supplementary one."""
    if not sheet.number:
        return sheet.subcontractor_name
    words = QCoreApplication.translate("PayrollWords", "{company} · supplementary {number}")
    return words.format(company=sheet.subcontractor_name, number=sheet.number)
