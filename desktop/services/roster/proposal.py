"""What a roster file would do: checked, compared, nothing written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.findings import Finding
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.project import Team
from desktop.domain.worker import Worker
from desktop.services.roster.columns import ColumnMap
from desktop.services.roster.differences import Difference, DifferenceKind
from desktop.services.roster.present import Present
from desktop.services.roster.rows import Entry, Judged
from desktop.services.roster.sheet import RosterTable

Edits = Mapping[tuple[int, str], str]
"""(Row as the spreadsheet counts, column key) → what a person typed instead."""
NOTHING_READ = RosterTable((), {})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that a person left out of the import."""

    row: int
    name: str
    findings: tuple[Finding, ...] = ()
    """What was wrong with it, gravest first; empty where nothing was."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Causes, gravest first."""
        return tuple(dict.fromkeys(one.code.value for one in self.findings))


@dataclass(frozen=True, slots=True)
class RosterProposal:
    """What accepting a file would do; nothing is written."""

    project: ProjectId
    file_name: str
    sha256: str
    rows: int
    """Rows of workers in the file, also those left out."""
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    findings: tuple[Finding, ...] = ()
    workers: tuple[Worker, ...] = ()
    """New and changed workers, complete."""
    teams: tuple[Team, ...] = ()
    """Teams that would be made."""
    before: Mapping[WorkerId, Worker] = field(default_factory=dict)
    """Changed workers as they are."""
    differences: tuple[Difference, ...] = ()
    """Every single change against the roster, and who is missing from the file."""
    table: RosterTable = NOTHING_READ
    """The file as read, before anything was mended."""
    entries: tuple[Entry, ...] = field(default=(), repr=False)
    """The rows that can be taken over."""
    edits: Edits = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    sender: str = ""
    """Whose tables are read this way; empty: nobody's."""
    columns: ColumnMap = field(default_factory=ColumnMap)
    """What a person said of the columns, now or when this sender's last file came."""
    judged: Judged = field(default_factory=dict, repr=False, compare=False)
    """What was found in single rows, kept while others are mended."""
    present: Present | None = field(default=None, repr=False, compare=False)
    """What it was compared with."""
    seen_before: str = ""
    """When the very same file was imported, as an ISO day; empty: never."""

    @property
    def lacks_columns(self) -> bool:
        """Tell whether somebody has to say first which column is which."""
        return bool(self.table.lacking) and bool(self.table.columns)

    def of_kind(self, kind: DifferenceKind) -> tuple[Difference, ...]:
        """Return the differences of a kind."""
        return tuple(one for one in self.differences if one.kind is kind)
