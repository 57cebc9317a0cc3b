"""Paper: frozen facts in, PDF bytes out; page images for preview; QR codes read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from desktop.domain.ids import LineId
from desktop.domain.notice import RightsNotice
from desktop.domain.payroll import WageSheet
from desktop.domain.progress import SILENT, Progress
from desktop.ports.confirmation_paper import ConfirmationPaper
from desktop.ports.settlement_paper import SettlementPaper


class PaperSize(StrEnum):
    """Sizes the printables know."""

    A0 = "A0"
    A1 = "A1"
    A2 = "A2"
    A3 = "A3"
    A4 = "A4"


@dataclass(frozen=True, slots=True)
class WageSheetPaper:
    """Everything a printed wage sheet says besides the sheet itself."""

    sheet: WageSheet
    project: str
    general_contractor: str
    account_tail: str
    """Last four digits of the special account."""
    pay_date: date | None
    """Last permissible pay date, rolled back over holidays."""
    prepared_by: str
    audited_by: str = ""
    minimum_wage_note: str = ""
    signed_digests: Mapping[LineId, str] = field(default_factory=dict)
    """Line → digest its latest signature is bound to."""
    signature_images: Mapping[LineId, bytes] = field(default_factory=dict)
    """PNG of on-screen signatures that are still valid."""
    journal_head: str = ""
    """Ten-character head code of the journal at printing time."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A rendered page: 4 bytes a pixel, BGRx rows of `stride` bytes."""

    width: int
    height: int
    stride: int
    pixels: bytes


class Paper(Protocol):
    """The printing room as the services see it; its methods are safe on runner threads."""

    def wage_sheet(
        self, facts: WageSheetPaper, size: PaperSize, progress: Progress = SILENT
    ) -> bytes:
        """Draw a wage sheet A4 or A3 landscape.

        Raises:
            Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
        """

    def notice_board(self, notice: RightsNotice, size: PaperSize, tile: PaperSize | None) -> bytes:
        """Draw the board at a size, or cut into A3/A4 tiles with overlap and crop marks.

        Raises:
            Refused: a required line is empty (NOTICE_FIELD_EMPTY, one finding each), a character
                cannot be drawn, or the QR does not read back as its text (QR_UNREADABLE).
        """

    def confirmation(self, paper: ConfirmationPaper, progress: Progress = SILENT) -> bytes:
        """Draw a team's attendance confirmation sheet, A4 landscape.

        Raises:
            Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
        """

    def exit_settlement(self, paper: SettlementPaper) -> bytes:
        """Draw an exit settlement sheet, one A4 page.

        Raises:
            Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
        """

    def recovery_sheet(self, office: str, code: str, created: date) -> bytes:
        """Draw the page that carries the recovery code for a sealed envelope."""

    def join(self, pdfs: Sequence[bytes]) -> bytes:
        """Put PDFs one after another into one."""

    def page_count(self, pdf: bytes) -> int:
        """Count the pages of a PDF."""

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Render one page (from 0)."""

    def read_qr(self, image: bytes) -> tuple[str, ...]:
        """Read every QR code of an image file (PNG, JPEG) or of a PDF's pages."""


def sheet_code(sheet: WageSheet, page: int) -> str:
    """Return the text of a wage sheet page's QR: sheet, version by digest head, page (from 1).

    Short on purpose (at most 34 characters), so that a 20 mm code keeps 0.6 mm a module.
    """
    return f"AX1/{sheet.id.hex[:8]}/{sheet.digest[:12]}/{page}"
