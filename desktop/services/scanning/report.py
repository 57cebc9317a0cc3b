"""What scans of signed wage sheets hold, before anybody accepts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.findings import Finding
from desktop.domain.ids import LineId, ProjectId, SheetId
from desktop.domain.months import WageMonth
from desktop.domain.payroll import WageLine, WageSheet
from desktop.ports.paper import WageSheetPaper
from desktop.ports.scans import ReadBox, ReadPage, SheetKey, Verdict

_ALL = 100


class PageVerdict(StrEnum):
    """What becomes of a page."""

    READ = "read"
    UNPLACED = "unplaced"  # its boxes are judged by a person
    DUPLICATE = "duplicate"
    OUTDATED = "outdated"
    LOCKED = "locked"
    UNKNOWN = "unknown"
    NO_CODE = "no-code"


COUNTED = frozenset({PageVerdict.READ, PageVerdict.UNPLACED, PageVerdict.LOCKED})
"""Pages that are there; the others count as missing."""


@dataclass(frozen=True, slots=True)
class Source:
    """A scanned file as it was read; it is kept as the evidence."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """What the books say of the sheets that may come back."""

    project: ProjectId
    month: WageMonth | None
    """None: whatever month the pages are of."""
    papers: Mapping[SheetKey, WageSheetPaper]
    changes: Mapping[SheetId, tuple[tuple[str, Mapping[str, frozenset[str]]], ...]]
    """Sheet → (digest head before, line's name → fields), oldest first."""

    @property
    def sheets(self) -> dict[str, WageSheet]:
        """Sheets by the head of their id."""
        return {key[0]: paper.sheet for key, paper in self.papers.items()}


@dataclass(frozen=True, slots=True)
class SortedPage:
    """One page of a file with what becomes of it."""

    page: ReadPage
    verdict: PageVerdict
    sheet: WageSheet | None = None


@dataclass(frozen=True, slots=True)
class SeenBox:
    """A signature box of a page that counts."""

    sheet: SheetId
    line: WageLine
    source: str
    box: ReadBox
    is_signed: bool
    """The line has a valid signature already."""

    @property
    def is_new(self) -> bool:
        """Accepting registers a signature here without further words."""
        return self.box.verdict is Verdict.FILLED and not self.is_signed

    @property
    def is_doubtful(self) -> bool:
        """A person has to look."""
        return self.box.verdict is Verdict.DOUBTFUL and not self.is_signed


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a sheet is signed, its scans included."""

    sheet: WageSheet
    pages: int
    missing: tuple[int, ...]
    payable: int
    signed: int
    """Lines with a valid signature already."""
    filled: int
    """Lines that the scans add."""
    doubtful: int

    @property
    def percent(self) -> int:
        """Signed lines with those the scans add, in whole percent, rounded down."""
        return _ALL * (self.signed + self.filled) // self.payable if self.payable else _ALL


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What the scans hold: nothing is written."""

    facts: ScanFacts
    pages: tuple[SortedPage, ...]
    boxes: tuple[SeenBox, ...]
    coverage: tuple[Coverage, ...]
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]

    @property
    def new(self) -> tuple[SeenBox, ...]:
        """Boxes that accepting registers."""
        return tuple(box for box in self.boxes if box.is_new)

    @property
    def doubtful(self) -> tuple[SeenBox, ...]:
        """Boxes that a person has to look at."""
        return tuple(box for box in self.boxes if box.is_doubtful)

    def count(self, verdict: Verdict) -> int:
        """Count boxes of a verdict, whether signed before or not."""
        return sum(box.box.verdict is verdict for box in self.boxes)

    def of(self, verdict: PageVerdict) -> tuple[SortedPage, ...]:
        """Return the pages of a verdict."""
        return tuple(page for page in self.pages if page.verdict is verdict)


def line_of(sheet: WageSheet, line: LineId) -> WageLine:
    """Return a sheet's line."""
    return next(own for own in sheet.lines if own.id == line)
