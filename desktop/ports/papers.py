"""Papers that leave the office besides sheet and board: frozen facts, one method for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from desktop.domain.ids import LineId
from desktop.domain.money import ZERO, Money
from desktop.domain.months import WageMonth
from desktop.domain.progress import SILENT, Progress
from desktop.ports.paper import PaperSize

LINE_CODE = "AX2"
"""First word of a payslip's QR."""
_HEAD, _DIGEST_HEAD = 8, 10


class PaperKind(StrEnum):
    """The papers by the word of their command."""

    ATTENDANCE = "attendance"  # 考勤表
    ROSTER = "roster"  # 职工名册
    LEDGER = "ledger"  # 书面工资支付台账
    PAYSLIPS = "payslips"  # 工资清单
    STATEMENT = "statement"  # 工人个人工资对账单
    ENTRY_FORM = "entry-form"  # 进场登记表
    EXIT_FORM = "exit-form"  # 退场登记表
    APPLICATION = "application"  # 工资发放申请
    FUNDS_LETTER = "funds-letter"  # 人工费拨付函
    POSTING = "posting"  # 公示表


OF_PERSONS = frozenset({PaperKind.STATEMENT, PaperKind.ENTRY_FORM, PaperKind.EXIT_FORM})
"""Papers about single workers; all others are about a month or a day of a project."""
LYING = frozenset({PaperKind.ATTENDANCE, PaperKind.ROSTER, PaperKind.LEDGER, PaperKind.POSTING})
"""Papers in landscape."""


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What stands at the head of every paper."""

    project: str
    general_contractor: str
    company: str = ""
    """Who employs the workers on it; empty where the paper is about several."""
    prepared_by: str = ""
    printed_on: date = date.min


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One worker of the attendance sheet."""

    name: str
    trade: str
    cells: tuple[str, ...]
    """What each day shows: √ △, work-days, hours with h, 0, or nothing."""
    by_hand: tuple[bool, ...]
    work_days: Decimal
    extra_minutes: int = 0


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """A team's month of days (考勤表)."""

    head: PaperHead
    team: str
    leader: str
    month: WageMonth
    days: tuple[date, ...]
    resting: tuple[bool, ...]
    stopped: tuple[bool, ...]
    rows: tuple[AttendanceRow, ...]
    posting: bool = False
    """Posted where everybody sees it: a period and a place for objections, no signatures."""
    objections: str = ""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One worker of the staff roster (劳动合同法实施条例 art. 8)."""

    name: str
    sex: str
    id_number: str
    address: str
    """Household address, as on the card."""
    contact_address: str
    phone: str
    employment: str
    """Form of employment, in words."""
    entry: date
    exit: date | None
    contract: str
    """Term of the contract, in words; empty for none."""
    team: str
    trade: str


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """One company's staff roster (职工名册)."""

    head: PaperHead
    rows: tuple[RosterRow, ...]


@dataclass(frozen=True, slots=True)
class PaidBy:
    """How a line was paid: the day on which the bank confirmed it, and its reference."""

    amount: Money
    day: date | None = None
    reference: str = ""
    account_tail: str = ""


@dataclass(frozen=True, slots=True)
class SlipItem:
    """One amount with what it is made of, in words."""

    title: str
    amount: Money
    derivation: str = ""


@dataclass(frozen=True, slots=True)
class WageEntry:
    """One wage line as papers show it."""

    line: LineId
    digest: str
    """The line's whole digest, hex."""
    month: WageMonth
    name: str
    id_number: str
    phone: str
    team: str
    trade: str
    work_days: Decimal
    extra_hours: Decimal
    earned: tuple[SlipItem, ...]
    withheld: tuple[SlipItem, ...]
    gross: Money
    deductions: Money
    net: Money
    card_tail: str
    bank: str
    locked: bool
    paid: tuple[PaidBy, ...] = ()
    company: str = ""
    sheet_number: int = 0

    @property
    def paid_total(self) -> Money:
        """What was paid of it."""
        return Money.sum(one.amount for one in self.paid)


@dataclass(frozen=True, slots=True)
class Ledger:
    """A subcontractor's wage-payment ledger of a month (Order 724 art. 15)."""

    head: PaperHead
    month: WageMonth
    entries: tuple[WageEntry, ...]


@dataclass(frozen=True, slots=True)
class Payslips:
    """Strips for the workers of a month (工资清单, Order 724 art. 15 ¶3)."""

    head: PaperHead
    month: WageMonth
    pay_date: date | None
    entries: tuple[WageEntry, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one worker earned and got over a span of months."""

    head: PaperHead
    first: WageMonth
    last: WageMonth
    name: str
    id_number: str
    phone: str
    team: str
    trade: str
    entries: tuple[WageEntry, ...]
    arrears: Money = ZERO
    """Brought in from before the books began and on no sheet yet."""


@dataclass(frozen=True, slots=True)
class SiteForm:
    """An entry or exit form (进退场登记表): fields by key of resources/terms/papers.toml."""

    head: PaperHead
    leaving: bool
    name: str
    fields: tuple[tuple[str, str], ...]
    """Key and value, in the order of the form."""
    due: Money = ZERO
    paid: Money = ZERO


@dataclass(frozen=True, slots=True)
class FundsRow:
    """A team or a company of a month's totals."""

    name: str
    people: int
    work_days: Decimal
    gross: Money
    deductions: Money
    net: Money


@dataclass(frozen=True, slots=True)
class FundsPaper:
    """A month's totals as a letter: application to the contractor, or to the owner for funds."""

    head: PaperHead
    month: WageMonth
    to: str
    """Who is written to."""
    rows: tuple[FundsRow, ...]
    unlocked: int
    """Sheets that are not locked yet; their figures may still change."""
    account_name: str = ""
    account_number: str = ""
    account_bank: str = ""
    pay_date: date | None = None


@dataclass(frozen=True, slots=True)
class WagePosting:
    """A company's wages as posted on site: names, no identity or card numbers."""

    head: PaperHead
    month: WageMonth
    entries: tuple[WageEntry, ...]
    objections: str
    """Where to object: the officer and the inspectorate with their telephones."""


class Papers(Protocol):
    """The printing room's other papers; safe on runner threads.

    Every method raises Refused for a character that cannot be drawn (GLYPH_MISSING, one finding
    each) and Cancelled where its progress is stopped.
    """

    def attendance_sheets(
        self, sheets: Sequence[AttendanceSheet], size: PaperSize, progress: Progress = SILENT
    ) -> bytes:
        """Draw the attendance sheets of teams, landscape."""

    def rosters(
        self, sheets: Sequence[RosterSheet], size: PaperSize, progress: Progress = SILENT
    ) -> bytes:
        """Draw staff rosters, landscape."""

    def ledgers(
        self, ledgers: Sequence[Ledger], size: PaperSize, progress: Progress = SILENT
    ) -> bytes:
        """Draw wage-payment ledgers, landscape."""

    def payslips(self, slips: Sequence[Payslips], progress: Progress = SILENT) -> bytes:
        """Draw strips with cut lines, several to an A4 page."""

    def statements(self, statements: Sequence[Statement], progress: Progress = SILENT) -> bytes:
        """Draw workers' own statements, A4."""

    def site_forms(self, forms: Sequence[SiteForm], progress: Progress = SILENT) -> bytes:
        """Draw entry or exit forms, one A4 page each."""

    def applications(self, papers: Sequence[FundsPaper], progress: Progress = SILENT) -> bytes:
        """Draw applications for payment to the general contractor, A4."""

    def funds_letters(self, papers: Sequence[FundsPaper], progress: Progress = SILENT) -> bytes:
        """Draw letters to the owner for the labour cost, A4."""

    def postings(
        self,
        wages: Sequence[WagePosting],
        attendance: Sequence[AttendanceSheet],
        size: PaperSize,
        progress: Progress = SILENT,
    ) -> bytes:
        """Draw what is posted on site: wages, then attendance, landscape."""

    def page_png(self, pdf: bytes, page: int, dpi: int) -> bytes:
        """Return a page (from 0) as a PNG file."""


def line_code(entry: WageEntry) -> str:
    """Return the text of a payslip's QR: month, line, digest head, net in fen.

    Capitals, figures and slashes alone: 38 of them fit a code of 25 modules, which is 15 mm at
    0.6 mm a module.
    """
    month = f"{entry.month.year:04d}{entry.month.month:02d}"
    head, digest = entry.line.hex[:_HEAD].upper(), entry.digest[:_DIGEST_HEAD].upper()
    return f"{LINE_CODE}/{month}/{head}/{digest}/{entry.net.fen}"
