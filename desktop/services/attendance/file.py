"""A device file on its way in: bytes, proposal, report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.errors import FileTrouble
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.imports import RefusedLine
from desktop.domain.punches import Punches

LARGEST_FILE = 500_000_000
_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class PunchProposal:
    """What a device file holds; nothing is written."""

    file_name: str
    sha256: str
    format: str
    lines: int = 0
    punches: Punches = field(default_factory=Punches, repr=False)
    refused: tuple[RefusedLine, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class AttendanceReport:
    """lines = punches + refused; punches = new + duplicates + unknown."""

    format: str
    lines: int
    punches: int
    new: int
    duplicates: int
    unknown: int
    """Punches of device numbers that no worker of the project has; stored all the same."""
    refused: int
    unknown_device_numbers: dict[str, int]
    findings: tuple[Finding, ...] = ()


def content_of(path: Path) -> bytes:
    """Return a file's bytes. Raises FileTrouble."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FileTrouble(path=str(path), detail=f"> {LARGEST_FILE // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or str(error)) from error


def plain_of(content: bytes) -> bytes:
    """Return a device file that somebody saved as "Unicode" as plain bytes again."""
    if content.startswith(_MARKS):
        return content.decode("utf-16", "replace").encode("utf-8", "replace")
    return content.removeprefix(b"\xef\xbb\xbf")


def file_findings(
    punches: Punches, refused: tuple[RefusedLine, ...], title: str
) -> tuple[Finding, ...]:
    """Name every refused line; a file without one readable line is of another format."""
    if not punches:
        return (Finding(Code.FORMAT_UNKNOWN, Level.STOP, facts={"known": title}),)
    return tuple(
        Finding(Code(one.code), Level.WARN, one.line, facts={"text": one.text}) for one in refused
    )


def report_of(
    proposal: PunchProposal, fresh: Mapping[str, int], known: frozenset[str]
) -> AttendanceReport:
    """Split the punches of a file into new, duplicate and unknown.

    Args:
        proposal: the file.
        fresh: device number → punches that are new to the books.
        known: device numbers that mean a worker of the project.
    """
    counts = proposal.punches.counts()
    total = sum(counts.values())
    strangers = {number: count for number, count in counts.items() if number not in known}
    unknown = sum(strangers.values())
    new = sum(count for number, count in fresh.items() if number in known)
    ordered = dict(sorted(strangers.items(), key=lambda item: (len(item[0]), item[0])))
    findings = tuple(
        Finding(
            Code.NUMBER_UNKNOWN, Level.WARN, subject=number,
            facts={"number": number, "punches": str(count)},
        )
        for number, count in ordered.items()
    )  # fmt: skip
    return AttendanceReport(
        proposal.format,
        proposal.lines,
        total,
        new,
        total - new - unknown,
        unknown,
        len(proposal.refused),
        ordered,
        (*proposal.findings, *findings),
    )
