"""The books: a unit of work that rolls back unless committed, with its stores.

Services open `books()` to write (one thread, the clerk) and `reads()` to read (a read-only
connection of its own). Both give the same stores; writing through `reads()` fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self

from desktop.domain.attendance import (
    ApprovedHours,
    ClockReading,
    DayNote,
    Device,
    HandMark,
    HoursKind,
)
from desktop.domain.calendar import Calendar, CalendarDay
from desktop.domain.company import Company, WorksContract
from desktop.domain.disbursement import Attempt, Obligation, PayBatch
from desktop.domain.documents import Document
from desktop.domain.ids import (
    BatchId,
    ConfirmationId,
    DeviceId,
    DocumentId,
    ImportId,
    LineId,
    PersonId,
    ProjectId,
    SheetId,
    StoppageId,
    TeamId,
    WorkerId,
    WorksContractId,
)
from desktop.domain.imports import ImportKind, ImportRecord
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.notice import MinimumWage
from desktop.domain.payroll import Adjustment, ItemKind, WageSheet
from desktop.domain.people import Person
from desktop.domain.progress import SILENT, Progress
from desktop.domain.project import Project, Team
from desktop.domain.punches import Punches, PunchRow
from desktop.domain.signing import Signature
from desktop.domain.site_days import Confirmation, NilMonth, PlatformDays, Stoppage
from desktop.domain.worker import Worker
from desktop.ports.person_stores import ContractStore, LikenessStore, WatchStore
from desktop.ports.views import Views


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """What the books say of themselves; one row."""

    created_at: datetime
    reference_key: bytes
    """32 random bytes; deterministic payment references derive from it."""
    epoch: int = 0
    """Raised by every restore."""
    restored_at: datetime | None = None
    """Set by a restore until the bank has been asked about everything unfinished."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Office-wide settings by key, such as "backup_folder"."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One act: who, when, what, on what; digests chained."""

    seq: int
    at: datetime
    person: str
    action: str
    subject: str
    body: Mapping[str, object]
    mac: str


@dataclass(frozen=True, slots=True)
class OpeningBalance:
    """Balances brought in when the office begins: arrears, advances, year-to-date, account."""

    project: ProjectId
    kind: str
    """"arrears", "advances", "income_ytd", "tax_ytd" (per worker) or "account" (worker None)."""
    amount: Money
    as_of: date
    worker: WorkerId | None = None


class PeopleStore(Protocol):
    """Persons of the office and the office's own record."""

    def office(self) -> OfficeRecord: ...
    def put_office(self, record: OfficeRecord) -> None: ...
    def all(self) -> tuple[Person, ...]: ...
    def put(self, person: Person) -> None: ...


class ProjectStore(Protocol):
    """Projects with their companies and teams."""

    def all(self) -> tuple[Project, ...]: ...
    def get(self, project: ProjectId) -> Project: ...
    def put(self, project: Project) -> Project:
        """Insert or update; returns it with its new version. Raises Stale."""

    def company_by_name(self, name: str) -> Company | None: ...
    def companies(self) -> tuple[Company, ...]:
        """Return every company of the office, by name."""

    def put_company(self, company: Company) -> None:
        """Insert or update a company by id. Raises Stale for a name another one has."""

    def works_contracts(self, project: ProjectId) -> tuple[WorksContract, ...]:
        """Return the chain's contracts, main contract first, then by number."""

    def put_works_contract(self, contract: WorksContract) -> WorksContract:
        """Insert or update; returns it with its new version. Raises Stale."""

    def remove_works_contract(self, contract: WorksContractId) -> None: ...
    def teams(self, project: ProjectId) -> tuple[Team, ...]: ...
    def put_team(self, team: Team) -> None: ...
    def remove_team(self, team: TeamId) -> None: ...


class CalendarStore(Protocol):
    """Dated tables: holidays, minimum wages."""

    def calendar(self) -> Calendar: ...
    def put_days(self, days: Iterable[CalendarDay]) -> None: ...
    def remove_day(self, day: date) -> None: ...
    def set_final(self, year: int, *, final: bool) -> None: ...
    def minimum_wages(self, area: str) -> tuple[MinimumWage, ...]: ...
    def put_minimum_wage(self, wage: MinimumWage) -> None: ...


class WorkerStore(Protocol):
    """Workers as whole values."""

    def of_project(self, project: ProjectId) -> tuple[Worker, ...]: ...
    def get(self, worker: WorkerId) -> Worker: ...
    def by_id_numbers(self, numbers: Iterable[str]) -> dict[str, Worker]: ...
    def put(self, worker: Worker) -> Worker:
        """Insert or replace the whole value; returns its new version. Raises Stale."""

    def put_all(self, workers: Sequence[Worker], progress: Progress = SILENT) -> None:
        """Insert or replace many at once."""

    def remove(self, worker: WorkerId) -> None: ...
    def is_built_on(self, worker: WorkerId) -> bool:
        """Tell whether hand marks, wage lines or payments refer to the worker."""

    def put_opening(self, balance: OpeningBalance) -> None: ...
    def openings(self, project: ProjectId) -> tuple[OpeningBalance, ...]: ...


class AttendanceStore(Protocol):
    """Raw punches and what people said of days."""

    def device(self, project: ProjectId, name: str) -> DeviceId:
        """Return the project's device of that name, recording it when new."""

    def add_punches(
        self,
        device: DeviceId,
        rows: Punches | Iterable[PunchRow],
        import_number: int,
        progress: Progress = SILENT,
    ) -> dict[str, int]:
        """Store raw punches, skipping those already there; returns new punches per number."""

    def remove_punches(self, import_number: int) -> int: ...
    def punches(self, project: ProjectId, begin: int, end: int) -> dict[str, list[int]]:
        """Return epoch seconds in [begin, end), rising, by device number, all devices together."""

    def numbers(self, project: ProjectId) -> dict[str, int]:
        """Return every device number that ever punched, with its count."""

    def punches_by_device(self, project: ProjectId) -> dict[DeviceId, int]:
        """Return how many punches each gate has."""

    def devices(self, project: ProjectId) -> tuple[Device, ...]:
        """Return the project's gates, by name."""

    def put_device(self, device: Device) -> None:
        """Insert or update a gate. Raises Stale for a name another one has."""

    def tracks(
        self, project: ProjectId, begin: int, end: int
    ) -> dict[DeviceId, dict[str, list[int]]]:
        """Return packed punches (domain/punches) in [begin, end), rising, by gate and number."""

    def clock_readings(self, project: ProjectId) -> tuple[ClockReading, ...]:
        """Return what the gates' clocks showed, oldest first."""

    def add_clock_reading(self, reading: ClockReading) -> None: ...
    def notes(self, project: ProjectId, first: date, last: date) -> tuple[DayNote, ...]: ...
    def put_note(self, project: ProjectId, note: DayNote) -> None:
        """Store (replace) a cell's note; an empty text removes it."""

    def stoppages(self, project: ProjectId) -> tuple[Stoppage, ...]: ...
    def put_stoppage(self, stoppage: Stoppage) -> None: ...
    def remove_stoppage(self, stoppage: StoppageId) -> None: ...
    def nil_months(self, project: ProjectId) -> tuple[NilMonth, ...]: ...
    def put_nil_month(self, nil: NilMonth) -> None: ...
    def remove_nil_month(self, project: ProjectId, month: WageMonth) -> None: ...
    def confirmations(self, project: ProjectId, month: WageMonth) -> tuple[Confirmation, ...]: ...
    def put_confirmation(self, confirmation: Confirmation) -> None: ...
    def confirmation(self, confirmation: ConfirmationId) -> Confirmation: ...
    def platform_days(self, project: ProjectId, month: WageMonth) -> tuple[PlatformDays, ...]: ...
    def put_platform_days(
        self, project: ProjectId, month: WageMonth, days: Iterable[PlatformDays]
    ) -> None:
        """Replace a month's platform days."""

    def hand_marks(self, project: ProjectId, first: date, last: date) -> tuple[HandMark, ...]: ...
    def put_hand_mark(self, project: ProjectId, mark: HandMark) -> None: ...
    def remove_hand_mark(self, project: ProjectId, worker: WorkerId, day: date) -> None: ...
    def approved(
        self, project: ProjectId, first: date, last: date
    ) -> tuple[ApprovedHours, ...]: ...
    def put_approved(self, project: ProjectId, hours: ApprovedHours) -> None:
        """Store (replace) approved hours of one worker, day and kind; 0 minutes removes them."""

    def remove_approved(
        self, project: ProjectId, worker: WorkerId, day: date, kind: HoursKind
    ) -> None: ...


class ImportStore(Protocol):
    """Accepted imports."""

    def add(self, record: ImportRecord) -> ImportRecord:
        """Store a record; returns it with its running number."""

    def finish(self, record: ImportRecord) -> None:
        """Store counts, changes and refused lines of a record already added."""

    def get(self, import_id: ImportId) -> ImportRecord: ...
    def recent(self, project: ProjectId, kind: ImportKind) -> tuple[ImportRecord, ...]:
        """Return imports, newest first."""

    def mappings(self, kind: str) -> dict[str, str]:
        """Return saved mappings of a kind ("roster", "attendance" …): sender or gate → JSON."""

    def put_mapping(self, kind: str, name: str, body: str) -> None:
        """Remember (replace) how a sender's or gate's tables are read; empty forgets it."""


class SheetStore(Protocol):
    """Wage sheets, their inputs and signatures."""

    def of_month(self, project: ProjectId, month: WageMonth) -> tuple[WageSheet, ...]: ...
    def get(self, sheet: SheetId) -> WageSheet: ...
    def put(self, sheet: WageSheet) -> WageSheet:
        """Insert or replace with all lines; returns it with its new version. Raises Stale."""

    def remove(self, sheet: SheetId) -> None: ...
    def months(self, project: ProjectId) -> tuple[WageMonth, ...]: ...
    def adjustments(self, project: ProjectId, month: WageMonth) -> tuple[Adjustment, ...]: ...
    def put_adjustment(self, adjustment: Adjustment) -> None:
        """Store (replace) a worker's adjustment of a kind for a month; zero removes it."""

    def remove_adjustment(
        self, project: ProjectId, worker: WorkerId, month: WageMonth, kind: ItemKind
    ) -> None: ...
    def signatures(self, sheet: SheetId) -> tuple[Signature, ...]:
        """Return every signature ever given on the sheet's lines, oldest first."""

    def add_signatures(self, signatures: Iterable[Signature]) -> None: ...
    def signed(self, sheet: SheetId) -> dict[LineId, str]:
        """Return line → digest of its latest signature."""


class PaymentStore(Protocol):
    """Obligations, batches, attempts. Every change of state is a compare-and-set."""

    def obligations(self, project: ProjectId, month: WageMonth) -> tuple[Obligation, ...]: ...
    def add_obligations(self, obligations: Iterable[Obligation]) -> None:
        """Store obligations whose line is not yet known; known ones are left alone."""

    def batches(self, project: ProjectId, month: WageMonth | None) -> tuple[PayBatch, ...]:
        """Return batches, oldest first."""

    def unfinished(self) -> tuple[PayBatch, ...]:
        """Return every batch of the office that is not settled, partial, rejected, cancelled."""

    def batch(self, batch: BatchId) -> PayBatch: ...
    def put(self, batch: PayBatch) -> PayBatch:
        """Insert or update batch and items by version.

        Raises:
            Stale: another seat or thread changed it.
            AlreadyPaid: an obligation already has a live item (unique index).
        """

    def add_attempt(self, attempt: Attempt) -> None: ...
    def finish_attempt(self, attempt: Attempt) -> None: ...
    def attempts(self, batch: BatchId) -> tuple[Attempt, ...]: ...


class DocumentStore(Protocol):
    """Files inside the books."""

    def add(self, document: Document) -> None: ...
    def get(self, document: DocumentId) -> Document: ...


class Journal(Protocol):
    """Append-only who/when/what with a digest chain, written in the same transaction."""

    def write(self, action: str, subject: str, **body: object) -> None:
        """Add an entry; the body holds ids, digests, counts and fen, never personal data."""

    def entries(self, limit: int = 200) -> tuple[JournalEntry, ...]:
        """Return the newest entries, newest first."""

    def verify(self) -> int:
        """Check the whole chain and return its length. Raises BooksDamaged."""


class Books(Protocol):
    """One unit of work."""

    people: PeopleStore
    projects: ProjectStore
    calendar: CalendarStore
    workers: WorkerStore
    attendance: AttendanceStore
    imports: ImportStore
    sheets: SheetStore
    payments: PaymentStore
    documents: DocumentStore
    contracts: ContractStore
    likenesses: LikenessStore
    watch: WatchStore
    journal: Journal
    views: Views

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def commit(self) -> None: ...


OpenBooks = Callable[[], Books]
"""Opens a unit of work."""


class Seat(Protocol):
    """Who sits at this program: set once after unlocking; the journal signs with it."""

    person: PersonId
    name: str
