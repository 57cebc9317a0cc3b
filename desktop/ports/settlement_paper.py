"""What an exit settlement sheet (退场结算单) says: frozen facts for the printing room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.ids import SettlementId
from desktop.domain.settlement import ExitSettlement


@dataclass(frozen=True, slots=True)
class SettlementPaper:
    """One worker's sheet."""

    settlement: ExitSettlement
    project: str
    general_contractor: str
    company: str
    """Who employed him."""
    name: str
    id_number: str
    phone: str
    team: str
    trade: str
    entry: date
    reason: str
    prepared_by: str
    printed_on: date
    open: tuple[str, ...] = ()
    """Why it is no proof yet, in words; empty: the balance is zero and nothing is open."""


def settlement_code(settlement: SettlementId, digest: str) -> str:
    """Return the text of the sheet's QR: which settlement, bound to its figures."""
    return f"AE1/{settlement.hex[:8]}/{digest[:12]}/1"
