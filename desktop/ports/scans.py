"""Signed wage sheets come back: pages told apart by their code, signature boxes by their ink."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from desktop.domain.ids import LineId
from desktop.domain.payroll import WageSheet
from desktop.domain.progress import SILENT, Progress
from desktop.ports.paper import PaperSize, WageSheetPaper, sheet_code

_CODE = re.compile(r"AX1/([0-9a-f]{8})/([0-9a-f]{12})/(\d{1,4})")
SheetKey = tuple[str, str]
"""Head of a sheet's id and of its digest: what a page's code says of its sheet."""


@dataclass(frozen=True, slots=True)
class SheetCode:
    """What the QR of a wage sheet's page says."""

    sheet: str
    """First eight hex digits of its id."""
    digest: str
    """First twelve hex digits of the digest of what it showed."""
    page: int

    @classmethod
    def parse(cls, text: str) -> SheetCode | None:
        """Read a code, None when it is not one of a wage sheet's page."""
        match = _CODE.fullmatch(text.strip())
        if match is None or not int(match[3]):
            return None
        return cls(match[1], match[2], int(match[3]))

    @property
    def key(self) -> SheetKey:
        """The sheet and its version."""
        return self.sheet, self.digest


class Verdict(StrEnum):
    """What the ink in a signature box says."""

    FILLED = "filled"
    EMPTY = "empty"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class BoxPlace:
    """Where a line's signature box lies: points from the page's lower left corner."""

    line: LineId
    page: int
    """From 1."""
    x: float
    y: float
    width: float
    height: float
    printed: float = 0.0
    """Points from the left edge in which a word is printed already."""


@dataclass(frozen=True, slots=True)
class ReadBox:
    """A signature box as it was read."""

    line: LineId
    verdict: Verdict
    ink: float
    """Square millimetres of ink that is not the sheet's own."""
    picture: bytes
    """JPEG of the box, for a person to look at."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page of a scan."""

    file: str
    place: int
    """Page of the file, from 1."""
    code: SheetCode | None
    others: tuple[str, ...] = ()
    """Codes on it that are none of a wage sheet's."""
    size: PaperSize | None = None
    is_placed: bool = False
    """Its corner marks and the ruling of its boxes lie where they were printed."""
    of: int = 0
    """Pages that its sheet has on this size of paper; 0 when it is not known."""
    boxes: tuple[ReadBox, ...] = ()
    """Empty when it belongs to no known sheet of the present version."""


class SheetScans(Protocol):
    """Reads scans of signed wage sheets; safe on runner threads."""

    def places(self, facts: WageSheetPaper, size: PaperSize) -> tuple[tuple[BoxPlace, ...], int]:
        """Say where every signature box of a printed sheet lies, and how many pages it has."""

    def pages(
        self, path: Path, known: Mapping[SheetKey, WageSheetPaper], progress: Progress = SILENT
    ) -> Iterator[ReadPage]:
        """Yield every page of a scanned file (PDF, TIFF, PNG, JPEG) as it is read.

        Raises:
            FileTrouble: it cannot be opened.
            UnreadableSheetError: it is none of these, or damaged.
            Cancelled: the person asked to stop.
        """


def key_of(sheet: WageSheet) -> SheetKey:
    """Return what the codes of a sheet's pages say of it now."""
    _, head, digest, _ = sheet_code(sheet, 1).split("/")
    return head, digest
