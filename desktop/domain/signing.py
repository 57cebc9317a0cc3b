"""A worker's signature, bound to exactly what was shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.ids import DocumentId, LineId, PersonId, SignatureId


class SignatureKind(StrEnum):
    """How a line was signed."""

    SCREEN = "screen"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One pen stroke: (x, y, pressure, ms since the first point); x, y, pressure 0..1."""

    points: tuple[tuple[float, float, float, int], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature on one wage line; valid only while the line's digest is unchanged."""

    id: SignatureId
    line: LineId
    line_digest: str
    kind: SignatureKind
    at: datetime
    recorded_by: PersonId
    image: DocumentId | None = None
    """PNG of the strokes as shown, or the scan of the signed paper."""
    strokes: tuple[Stroke, ...] = ()
