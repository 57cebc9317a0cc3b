"""The printing room's other papers by kind; implements desktop.ports.papers.

The drawings and their libraries are imported when the first paper is wanted.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.progress import SILENT, Progress
from desktop.ports.paper import PaperSize
from desktop.ports.papers import (
    AttendanceSheet,
    FundsPaper,
    Ledger,
    Payslips,
    RosterSheet,
    SiteForm,
    Statement,
    WagePosting,
)


class PdfPapers:
    """Draws PDF; holds no state, safe on every thread."""

    def attendance_sheets(
        self, sheets: Sequence[AttendanceSheet], size: PaperSize, progress: Progress = SILENT
    ) -> bytes:
        """Draw the attendance sheets of teams, landscape."""
        from printing import attendance_sheet  # noqa: PLC0415

        return attendance_sheet.attendance_sheets(sheets, size, progress)

    def rosters(
        self, sheets: Sequence[RosterSheet], size: PaperSize, progress: Progress = SILENT
    ) -> bytes:
        """Draw staff rosters, landscape."""
        from printing import roster_sheet  # noqa: PLC0415

        return roster_sheet.rosters(sheets, size, progress)

    def ledgers(
        self, ledgers: Sequence[Ledger], size: PaperSize, progress: Progress = SILENT
    ) -> bytes:
        """Draw wage-payment ledgers, landscape."""
        from printing import ledger  # noqa: PLC0415

        return ledger.ledgers(ledgers, size, progress)

    def payslips(self, slips: Sequence[Payslips], progress: Progress = SILENT) -> bytes:
        """Draw strips with cut lines, several to an A4 page."""
        from printing import payslip  # noqa: PLC0415

        return payslip.payslips(slips, progress)

    def statements(self, statements: Sequence[Statement], progress: Progress = SILENT) -> bytes:
        """Draw workers' own statements, A4."""
        from printing import worker_statement  # noqa: PLC0415

        return worker_statement.statements(statements, progress)

    def site_forms(self, forms: Sequence[SiteForm], progress: Progress = SILENT) -> bytes:
        """Draw entry or exit forms, one A4 page each."""
        from printing import site_forms  # noqa: PLC0415

        return site_forms.site_forms(forms, progress)

    def applications(self, papers: Sequence[FundsPaper], progress: Progress = SILENT) -> bytes:
        """Draw applications for payment to the general contractor, A4."""
        from printing import site_forms_letters  # noqa: PLC0415

        return site_forms_letters.applications(papers, progress)

    def funds_letters(self, papers: Sequence[FundsPaper], progress: Progress = SILENT) -> bytes:
        """Draw letters to the owner for the labour cost, A4."""
        from printing import site_forms_letters  # noqa: PLC0415

        return site_forms_letters.funds_letters(papers, progress)

    def postings(
        self,
        wages: Sequence[WagePosting],
        attendance: Sequence[AttendanceSheet],
        size: PaperSize,
        progress: Progress = SILENT,
    ) -> bytes:
        """Draw what is posted on site, landscape."""
        from printing import masked  # noqa: PLC0415

        return masked.postings(wages, attendance, size, progress)

    def page_png(self, pdf: bytes, page: int, dpi: int) -> bytes:
        """Return a page (from 0) as a PNG file."""
        from printing import masked  # noqa: PLC0415

        return masked.page_png(pdf, page, dpi)
