"""A device file on its way in: proposal and report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.findings import Code, Finding, Level
from desktop.domain.imports import RefusedLine
from desktop.domain.punches import Punches
from desktop.ports.attendance import GridCell, PunchFile, Reading
from desktop.services.attendance.grid_file import GridDiff
from desktop.services.attendance.strangers import Stranger
from resources.words import phrase


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
    others: Mapping[str, int] = field(default_factory=dict)
    """Lines without a punch, by kind: a key of [lines] in the phrases."""
    blank: int = 0
    names: Mapping[str, str] = field(default_factory=dict)
    """Device number → name that the file gives it."""
    cells: tuple[GridCell, ...] = ()
    """Days of a month grid, which become days set by hand."""
    reading: Reading = field(default_factory=Reading)
    """How it was read; a gate remembers it."""

    @property
    def asks(self) -> frozenset[Code]:
        """Return what a person must say before the file can be read."""
        wanted = {Code.DATE_FORMAT_UNSURE, Code.MONTH_UNSURE, Code.COLUMNS_UNSURE}
        return frozenset(wanted & {finding.code for finding in self.findings})


@dataclass(frozen=True, slots=True)
class AttendanceReport:
    """lines = punches + marks + refused + others; punches = new + duplicates + unknown."""

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
    others: Mapping[str, int] = field(default_factory=dict)
    blank: int = 0
    """Blank lines, which are not among the lines."""
    gate: str = ""
    strangers: tuple[Stranger, ...] = ()
    """The unknown numbers, and whose they may be."""
    unknown_new: int = 0
    """Those of the unknown punches that were not stored before."""
    marks: int = 0
    """Days that a month grid tells."""
    diff: GridDiff | None = None
    """What a month grid changes."""


def proposal_of(file: PunchFile, empty: PunchProposal, title: str) -> PunchProposal:
    """Name every refused line; a file without one readable line is of another format.

    Args:
        file: what was read.
        empty: the proposal with the file's name and digest.
        title: the format for people.
    """
    findings = [*file.findings, *_refusals(file.refused)]
    if not file.punches and not file.cells and not file.findings:
        findings = [Finding(Code.FORMAT_UNKNOWN, Level.STOP, facts={"known": title})]
    return PunchProposal(
        empty.file_name, empty.sha256, file.reading.format, file.lines, file.punches,
        file.refused, tuple(findings), file.others, file.blank, file.names, file.cells,
        file.reading,
    )  # fmt: skip


def refusal(code: Code, known: str = "", detail: str = "") -> Finding:
    """Return the finding that stops a file which cannot be read at all."""
    facts = {"known": known, "detail": phrase("unreadable", detail) if detail else ""}
    return Finding(code, Level.STOP, facts={key: said for key, said in facts.items() if said})


def _refusals(refused: tuple[RefusedLine, ...]) -> list[Finding]:
    return [
        Finding(Code(one.code), Level.WARN, one.line, facts={"text": one.text, "value": one.text})
        for one in refused
    ]


def report_of(
    proposal: PunchProposal, fresh: Mapping[str, int], strangers: tuple[Stranger, ...], gate: str
) -> AttendanceReport:
    """Split the punches of a file into new, duplicate and unknown.

    Args:
        proposal: the file.
        fresh: device number → punches that are new to the books.
        strangers: the device numbers that mean no worker of the project.
        gate: name of the gate.
    """
    total = len(proposal.punches)
    ordered = {stranger.number: stranger.punches for stranger in strangers}
    unknown = sum(ordered.values())
    new = sum(count for number, count in fresh.items() if number not in ordered)
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
        proposal.others,
        proposal.blank,
        gate,
        strangers,
        sum(count for number, count in fresh.items() if number in ordered),
    )


def grid_report(proposal: PunchProposal, diff: GridDiff, gate: str) -> AttendanceReport:
    """Say what a month grid changes."""
    return AttendanceReport(
        proposal.format, proposal.lines, 0, len(diff.changes), diff.unchanged, diff.nobodys,
        len(proposal.refused), {}, (*proposal.findings, *diff.findings), proposal.others,
        proposal.blank, gate, (), 0, len(proposal.cells), diff,
    )  # fmt: skip
