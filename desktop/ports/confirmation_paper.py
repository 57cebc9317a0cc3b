"""What an attendance confirmation sheet (考勤确认表) says: frozen facts for the printing room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.ids import ConfirmationId
from desktop.domain.months import WageMonth
from desktop.domain.site_days import Confirmation, MonthPart


@dataclass(frozen=True, slots=True)
class ConfirmationRow:
    """One worker of the sheet."""

    name: str
    trade: str
    cells: tuple[str, ...]
    """What each day shows: √ △, work-days, hours with h, 0, or nothing."""
    by_hand: tuple[bool, ...]
    """Days set by hand; they carry a dot."""
    work_days: str
    hours: str
    """Ordinary hours."""
    extra_hours: str
    """Approved extra hours, empty for none."""


@dataclass(frozen=True, slots=True)
class ConfirmationPaper:
    """One team's sheet of a month or of ten days."""

    confirmation: ConfirmationId
    project: str
    general_contractor: str
    subcontractor: str
    team: str
    leader: str
    month: WageMonth
    part: MonthPart
    days: tuple[date, ...]
    resting: tuple[bool, ...]
    """Rest days and holidays, tinted."""
    stopped: tuple[bool, ...]
    """Days of a declared stoppage, marked."""
    rows: tuple[ConfirmationRow, ...]
    total_days: str
    total_hours: str
    digest: str
    printed_on: date
    prepared_by: str


def confirmation_code(confirmation: ConfirmationId, digest: str, page: int) -> str:
    """Return the text of a sheet's QR: which sheet, of which days, page (from 1)."""
    return f"AQ1/{confirmation.hex[:8]}/{digest[:12]}/{page}"


def names(code: str, confirmation: Confirmation) -> bool:
    """Tell whether a QR read from a scan stands on this sheet."""
    head = confirmation_code(confirmation.id, confirmation.digest, 0).rpartition("/")[0]
    return code.rpartition("/")[0] == head
