"""Banks, one file each."""

from __future__ import annotations

from collections.abc import Callable

from desktop.banks.iso20022 import REHEARSAL, Debtor, Iso20022Link
from desktop.domain.errors import Unknown
from desktop.ports.banks import BankLink


def links(bank: str, rehearsal: Callable[[], str] | None = None) -> BankLink:
    """Return the link to a bank by its word: "rehearsal", or the address of one on this machine.

    Args:
        bank: the word that stands in the batch.
        rehearsal: gives the address of the office's rehearsal bank.

    Raises:
        Unknown: the word is neither.
        WrongValue: the address leaves this machine.
    """
    if bank == "rehearsal" and rehearsal is not None:
        return Iso20022Link(rehearsal(), profile=REHEARSAL, debtor=Debtor.BBAN)
    if "://" in bank:
        return Iso20022Link(bank)
    raise Unknown(kind="银行", name=bank)
