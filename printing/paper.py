"""The printing room: kind of document to its drawing; implements desktop.ports.paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.domain.notice import RightsNotice
from desktop.domain.progress import SILENT, Progress
from desktop.ports.paper import PageImage, PaperSize, WageSheetPaper
from printing import notice_board, qr, raster, recovery_sheet, wage_sheet


class PdfPaper:
    """Draws PDF; holds no state, safe on every thread."""

    def wage_sheet(
        self, facts: WageSheetPaper, size: PaperSize, progress: Progress = SILENT
    ) -> bytes:
        """Draw a wage sheet A4 or A3 landscape."""
        return wage_sheet.wage_sheet(facts, size, progress)

    def notice_board(self, notice: RightsNotice, size: PaperSize, tile: PaperSize | None) -> bytes:
        """Draw the board at a size, or cut into A3/A4 tiles."""
        return notice_board.notice_board(notice, size, tile)

    def recovery_sheet(self, office: str, code: str, created: date) -> bytes:
        """Draw the page that carries the recovery code for a sealed envelope."""
        return recovery_sheet.recovery_sheet(office, code, created)

    def join(self, pdfs: Sequence[bytes]) -> bytes:
        """Put PDFs one after another into one."""
        return raster.join(pdfs)

    def page_count(self, pdf: bytes) -> int:
        """Count the pages of a PDF."""
        return raster.page_count(pdf)

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Render one page (from 0)."""
        return raster.page_image(pdf, page, dpi)

    def read_qr(self, image: bytes) -> tuple[str, ...]:
        """Read every QR code of an image file or of a PDF's pages."""
        return qr.read(image)
