"""The rights-protection notice board (维权信息告示牌), Order 724 art. 34."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.money import Money


@dataclass(frozen=True, slots=True)
class MinimumWage:
    """Minimum wage of a place from a date on, as its document says."""

    area: str
    monthly: Money
    hourly: Money
    document: str
    effective_from: date


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One printed line: its label, what it says, and whether the board needs it."""

    key: str
    """Stable key, e.g. "labour_inspectorate.phone"."""
    label: str
    text: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class NoticeGroup:
    """One of the three groups of art. 34."""

    title: str
    lines: tuple[NoticeLine, ...]


@dataclass(frozen=True, slots=True)
class RightsNotice:
    """Everything the board says, in print order."""

    title: str
    project: str
    groups: tuple[NoticeGroup, ...]
    footer: str
    qr_caption: str
    qr_text: str = ""
    """Official address drawn as a QR code, or …"""
    qr_image: bytes = b""
    """… the official image as imported (PNG or JPEG)."""
    qr_image_reads: str = ""

    def missing(self) -> tuple[NoticeLine, ...]:
        """Return required lines that are empty; with one of them the board is not printed."""
        return tuple(
            line for group in self.groups for line in group.lines if line.required and not line.text
        )
