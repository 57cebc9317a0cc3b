"""Contracts out and back in; the drawings and their libraries wait until they are wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.domain.progress import SILENT, Progress
from desktop.ports.contract_paper import ContractPaper, ScannedPage


class PdfContracts:
    """Implements desktop.ports.contract_paper.ContractPress; holds no state."""

    def draw(self, papers: Sequence[ContractPaper], progress: Progress = SILENT) -> bytes:
        """Draw contracts one after another, every copy of each."""
        from printing import contract  # noqa: PLC0415

        return contract.draw(papers, progress)

    def pages(self, path: Path, progress: Progress = SILENT) -> Iterator[ScannedPage]:
        """Yield a scanned file's pages as they are read."""
        from printing import contract_scan  # noqa: PLC0415

        return contract_scan.pages(path, progress)

    def gather(self, pages: Sequence[bytes]) -> bytes:
        """Put one-page PDFs one after another into one."""
        from printing import contract_scan  # noqa: PLC0415

        return contract_scan.gather(pages)
