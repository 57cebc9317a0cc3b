"""Contracts on paper: composed text in, PDF bytes out; scanned pages told apart by their QR."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop.domain.contract import LabourContract
from desktop.domain.ids import ContractId
from desktop.domain.progress import SILENT, Progress

HEAD, DIGEST = 8, 12
"""Hex digits of a contract's id and of its text's digest that a code carries."""
_CODE = re.compile(r"AC1/([0-9a-f]{8})/([0-9a-f]{12})/(\d{1,3})/(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `filled` was entered for this contract and is underlined."""

    text: str
    filled: bool = False
    """An empty filled run is a line to be written on by hand."""


@dataclass(frozen=True, slots=True)
class PartyPaper:
    """One party's facts: label and value, an empty value is written by hand."""

    title: str
    facts: tuple[tuple[str, str], ...]
    citation: str = ""


@dataclass(frozen=True, slots=True)
class ClausePaper:
    """One clause with what it rests on."""

    heading: str
    paragraphs: tuple[tuple[Run, ...], ...]
    citation: str


@dataclass(frozen=True, slots=True)
class SignerPaper:
    """A box in which a party signs and seals."""

    title: str
    seal: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContractPaper:
    """Everything that one printed contract says."""

    contract: ContractId
    digest: str
    """Of what both sides agree on; every page's code carries its head."""
    name: str
    """The worker, for the foot of each page and for whom a missing character concerns."""
    employer: str
    title: str
    number: str
    project: str
    preamble: str
    preamble_citation: str
    parties: tuple[PartyPaper, ...]
    clauses: tuple[ClausePaper, ...]
    signers: tuple[SignerPaper, ...]
    received: str
    copies: tuple[str, ...]
    """One whole contract is printed for each, with its name at the foot."""


@dataclass(frozen=True, slots=True)
class PageCode:
    """What the QR of a contract's page says."""

    contract: str
    """First eight hex digits of its id."""
    digest: str
    page: int
    pages: int

    @classmethod
    def parse(cls, text: str) -> PageCode | None:
        """Read a code, None when it is not one of a contract's page."""
        match = _CODE.fullmatch(text.strip())
        if match is None:
            return None
        page, pages = int(match[3]), int(match[4])
        return cls(match[1], match[2], page, pages) if 1 <= page <= pages else None

    def __str__(self) -> str:
        return f"AC1/{self.contract}/{self.digest}/{self.page}/{self.pages}"


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page of a scan: where it came from, what its codes say, itself as a one-page PDF."""

    file: str
    """Name of the file."""
    place: int
    """Page of the file, from 1."""
    code: PageCode | None
    others: tuple[str, ...]
    """Codes on the page that are none of a contract's."""
    turned: int
    """Degrees by which it was turned upright, clockwise: 0, 90, 180, 270."""
    pdf: bytes


class ContractPress(Protocol):
    """Draws contracts and reads them back; safe on runner threads."""

    def draw(self, papers: Sequence[ContractPaper], progress: Progress = SILENT) -> bytes:
        """Draw contracts one after another, every copy of each, as one PDF, A4 portrait.

        Raises:
            Refused: a character cannot be drawn (GLYPH_MISSING, one finding each).
            Cancelled: the person asked to stop.
        """

    def pages(self, path: Path, progress: Progress = SILENT) -> Iterator[ScannedPage]:
        """Yield every page of a scanned file (PDF, PNG, JPEG), set upright, as it is read.

        Raises:
            FileTrouble: it cannot be opened.
            UnreadableSheetError: it is none of these, or damaged.
            Cancelled: the person asked to stop.
        """

    def gather(self, pages: Sequence[bytes]) -> bytes:
        """Put one-page PDFs one after another into one."""


def code_of(paper: ContractPaper, page: int, pages: int) -> PageCode:
    """Return the code of a page (from 1) of a contract's print."""
    return PageCode(paper.contract.hex[:HEAD], paper.digest[:DIGEST], page, pages)


def is_of(code: PageCode, contract: LabourContract) -> bool:
    """Tell whether a page belongs to a contract, whatever its text was when it was printed."""
    return code.contract == contract.id.hex[:HEAD]


def is_current(code: PageCode, contract: LabourContract) -> bool:
    """Tell whether a page carries the contract's present text."""
    return code.digest == contract.digest[:DIGEST]
