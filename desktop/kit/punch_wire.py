"""What passes between the program and the child that reads a device's file, as plain JSON."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from desktop.domain.findings import Code, Finding, Level
from desktop.domain.imports import RefusedLine
from desktop.domain.punches import Punches
from desktop.ports.attendance import (
    GridCell,
    PunchFile,
    Reading,
    TableMapping,
    TablePreview,
)

Fields = Mapping[str, Any]


def reading_of(body: Fields) -> Reading:
    """Return a reading from what `asdict` made of it."""
    return Reading(**{**body, "mapping": mapping_of(body.get("mapping") or {})})


def mapping_of(body: Fields) -> TableMapping:
    """Return a mapping; what it does not name keeps its default."""
    known = {key: value for key, value in body.items() if key in TableMapping.__slots__}
    for key in ("in_words", "out_words"):
        if key in known:
            known[key] = tuple(known[key])
    return TableMapping(**known)


def parts_of(file: PunchFile) -> Iterator[object]:
    """Yield a file as parts: its sums, each number's packed punches, refused lines, days."""
    yield {
        "file": {
            "lines": file.lines,
            "others": file.others,
            "blank": file.blank,
            "reading": asdict(file.reading),
            "findings": [asdict(finding) for finding in file.findings],
        }
    }
    for number in file.punches.counts():
        packed = b64encode(file.punches.as_bytes(number)).decode()
        yield {"number": number, "punches": packed}
    if file.names:
        yield {"names": dict(file.names)}
    for line in file.refused:
        yield {"refused": [line.line, line.text, line.code]}
    for cell in file.cells:
        yield {"cell": [cell.row, cell.number, cell.name, str(cell.day), str(cell.work_days)]}


def file_of(parts: Iterable[object]) -> PunchFile:
    """Put a file together again."""
    punches, names = Punches(), dict[str, str]()
    refused: list[RefusedLine] = []
    cells: list[GridCell] = []
    file = PunchFile(0, punches, ())
    for part in cast("Iterable[Fields]", parts):
        if "number" in part:
            punches.take(part["number"], b64decode(part["punches"]))
        elif "refused" in part:
            refused.append(RefusedLine(*part["refused"]))
        elif "cell" in part:
            cells.append(_cell(*part["cell"]))
        elif "names" in part:
            names.update(part["names"])
        elif "file" in part:
            file = _file(part["file"], punches)
    return replace(file, names=names, refused=tuple(refused), cells=tuple(cells))


def _file(body: Fields, punches: Punches) -> PunchFile:
    return PunchFile(
        body["lines"],
        punches,
        (),
        body["others"],
        body["blank"],
        reading=reading_of(body["reading"]),
        findings=tuple(_finding(one) for one in body["findings"]),
    )


def _finding(body: Fields) -> Finding:
    return Finding(**{**body, "code": Code(body["code"]), "level": Level(body["level"])})


def _cell(row: int, number: str, name: str, day: str, work_days: str) -> GridCell:
    return GridCell(row, number, name, date.fromisoformat(day), Decimal(work_days))


def preview_parts(preview: TablePreview) -> Iterator[object]:
    """Yield the beginning of a table."""
    yield {"preview": asdict(preview)}


def preview_of(parts: Iterable[object]) -> TablePreview:
    """Put the beginning of a table together again."""
    (body,) = (part["preview"] for part in cast("Iterable[Fields]", parts) if "preview" in part)
    rows = tuple(tuple(row) for row in body["rows"])
    return TablePreview(tuple(body["sheets"]), rows, mapping_of(body["mapping"]))
