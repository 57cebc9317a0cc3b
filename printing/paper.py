"""The printing room: kind of document to its drawing; implements desktop.ports.paper.

The drawings and their libraries are imported when the first sheet is wanted: they take 0.15 s that
nobody should wait for before the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.domain.notice import RightsNotice
from desktop.domain.progress import SILENT, Progress
from desktop.ports.card_paper import CardCopies
from desktop.ports.confirmation_paper import ConfirmationPaper
from desktop.ports.paper import PageImage, PaperSize, WageSheetPaper
from desktop.ports.settlement_paper import SettlementPaper


class PdfPaper:
    """Draws PDF; holds no state, safe on every thread."""

    def wage_sheet(
        self, facts: WageSheetPaper, size: PaperSize, progress: Progress = SILENT
    ) -> bytes:
        """Draw a wage sheet A4 or A3 landscape."""
        from printing import wage_sheet  # noqa: PLC0415

        return wage_sheet.wage_sheet(facts, size, progress)

    def notice_board(self, notice: RightsNotice, size: PaperSize, tile: PaperSize | None) -> bytes:
        """Draw the board at a size, or cut into A3/A4 tiles."""
        from printing import notice_board  # noqa: PLC0415

        return notice_board.notice_board(notice, size, tile)

    def confirmation(self, paper: ConfirmationPaper, progress: Progress = SILENT) -> bytes:
        """Draw a team's attendance confirmation sheet, A4 landscape."""
        from printing import confirmation  # noqa: PLC0415

        return confirmation.confirmation(paper, progress)

    def exit_settlement(self, paper: SettlementPaper) -> bytes:
        """Draw an exit settlement sheet, one A4 page."""
        from printing import settlement  # noqa: PLC0415

        return settlement.settlement(paper)

    def recovery_sheet(self, office: str, code: str, created: date) -> bytes:
        """Draw the page that carries the recovery code for a sealed envelope."""
        from printing import recovery_sheet  # noqa: PLC0415

        return recovery_sheet.recovery_sheet(office, code, created)

    def id_copies(self, copies: CardCopies) -> bytes:
        """Draw copies of identity cards, two to a page."""
        from printing import id_copies  # noqa: PLC0415

        return id_copies.id_copies(copies)

    def join(self, pdfs: Sequence[bytes]) -> bytes:
        """Put PDFs one after another into one."""
        from printing import raster  # noqa: PLC0415

        return raster.join(pdfs)

    def page_count(self, pdf: bytes) -> int:
        """Count the pages of a PDF."""
        from printing import raster  # noqa: PLC0415

        return raster.page_count(pdf)

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Render one page (from 0)."""
        from printing import raster  # noqa: PLC0415

        return raster.page_image(pdf, page, dpi)

    def read_qr(self, image: bytes) -> tuple[str, ...]:
        """Read every QR code of an image file or of a PDF's pages."""
        from printing import qr  # noqa: PLC0415

        return qr.read(image)
