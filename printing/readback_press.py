"""Signed wage sheets read back; the libraries wait until they are wanted."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from desktop.domain.progress import SILENT, Progress
from desktop.kit.part_stream import stream_apart
from desktop.ports.paper import PaperSize, WageSheetPaper
from desktop.ports.scans import BoxPlace, ReadPage, SheetCode, SheetKey

Places = tuple[tuple[BoxPlace, ...], int]


class PdfSheetScans:
    """Implements desktop.ports.scans.SheetScans; holds no state."""

    def places(self, facts: WageSheetPaper, size: PaperSize) -> Places:
        """Say where every signature box of a printed sheet lies, and how many pages it has."""
        from printing import wage_sheet  # noqa: PLC0415

        return wage_sheet.places(facts, size)

    def pages(
        self, path: Path, known: Mapping[SheetKey, WageSheetPaper], progress: Progress = SILENT
    ) -> Iterator[ReadPage]:
        """Yield every page of a scanned file as a child process reads it."""
        drawn: dict[tuple[SheetKey, PaperSize], Places] = {}
        for part in stream_apart("sheet-scans", path):
            progress.step(part["place"], part["of"], "scan-pages")
            yield self._page(path.name, part, known, drawn)

    def _page(
        self,
        file: str,
        part: Any,  # noqa: ANN401 - a part of a child's JSON
        known: Mapping[SheetKey, WageSheetPaper],
        drawn: dict[tuple[SheetKey, PaperSize], Places],
    ) -> ReadPage:
        from printing import readback_boxes  # noqa: PLC0415

        codes = [(text, SheetCode.parse(text)) for text in part["codes"]]
        code = next((one for _, one in codes if one), None)
        others = tuple(text for text, one in codes if one is None)
        if code is None or code.key not in known or not part["strip"]:
            return ReadPage(file, part["place"], code, others)
        size = PaperSize(part["size"])
        if (code.key, size) not in drawn:
            drawn[code.key, size] = self.places(known[code.key], size)
        pixels = zlib.decompress(base64.b64decode(part["strip"]))
        strip = Image.frombytes("RGB", (part["wide"], part["high"]), pixels)
        places, total = drawn[code.key, size]
        own = [place for place in places if place.page == code.page]
        judged = readback_boxes.judge(strip, size, own)
        return ReadPage(
            file, part["place"], code, others, size, judged.is_placed, total, judged.boxes
        )
