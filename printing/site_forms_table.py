"""A table as a paper says it: head, facts, columns, rows, sums, paragraphs, signers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.domain.money import Money
from desktop.ports.papers import PaperHead
from printing.page import terms

_CODE = "AP1"
_DIGEST_HEAD = 12
Pairs = Sequence[Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: share of the width, where its texts stand (0 left, 0.5 middle, 1 right)."""

    key: str
    title: str
    width: float
    anchor: float = 0.5
    box: bool = False
    """Empty cells carry a box to sign in."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a line break in a cell begins a second line."""

    cells: Mapping[str, str]
    figures: Mapping[str, int] = field(default_factory=dict)
    """What is added up, by column."""
    tinted: frozenset[str] = frozenset()
    dotted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """One document: everything it says."""

    kind: str
    """Word of the paper, capitals; part of its code."""
    title: str
    said: str
    """Beside the title, such as the month."""
    head: PaperHead
    facts: Pairs
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sums: Mapping[str, Callable[[int], str]] = field(default_factory=dict)
    capitals: str = ""
    """Column whose total is written in capital numerals."""
    lead: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    least_mm: float = 7.0
    """Least height of a row: 8.5 mm takes a fingerprint."""
    lying: bool = True
    body: float = 9.5
    """Size of the paragraphs, points."""

    @property
    def digest(self) -> str:
        """SHA-256 (hex) over everything that stands on the paper but the day of printing."""
        said = (
            self.title, self.said, [list(map(tuple, row)) for row in self.facts], self.lead,
            self.tail, [sorted(row.cells.items()) for row in self.rows],
        )  # fmt: skip
        return hashlib.sha256(repr(said).encode()).hexdigest()

    def code(self, page: int) -> str:
        """Return the text of a page's QR: paper, digest head, page (from 1)."""
        return f"{_CODE}/{self.kind}/{self.digest[:_DIGEST_HEAD].upper()}/{page}"


def words() -> dict[str, str]:
    """Return the words that every frame has."""
    found: dict[str, str] = terms("papers")["frame"]
    return found


def money(fen: int) -> str:
    """Write fen as yuan."""
    return str(Money(fen))


def hundredths(count: int) -> str:
    """Write hundredths with at least one decimal: 21.0, 21.25."""
    text = f"{count / 100:.2f}"
    return text.removesuffix("0")


def of_project(head: PaperHead) -> list[tuple[str, str]]:
    """Return the facts that stand first on every paper."""
    said = words()
    return [
        (said["project"], head.project),
        (said["general_contractor"], head.general_contractor),
    ]
