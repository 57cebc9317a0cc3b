"""Findings: facts that are wrong, as data; the words stand in resources/words/findings.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How grave a finding is."""

    STOP = "stop"
    WARN = "warn"
    NOTE = "note"


class Code(StrEnum):
    """Every cause a finding can have; one entry each in resources/words/findings.toml."""

    REQUIRED_EMPTY = "required-empty"
    NUMBER_DAMAGED = "number-damaged"  # 1.1E+17, or 15 digits then zeros
    ID_FORMAT = "id-format"
    ID_KIND_FORMAT = "id-kind-format"  # not the shape of a travel permit, passport …
    ID_KIND_UNKNOWN = "id-kind-unknown"
    ID_KIND_OTHER = "id-kind-other"  # a number of another kind than the one said
    ID_AREA_UNKNOWN = "id-area-unknown"
    ID_CHECK_DIGIT = "id-check-digit"
    ID_BIRTH_DATE = "id-birth-date"
    ID_BIRTH_MISMATCH = "id-birth-mismatch"
    ID_SEX_MISMATCH = "id-sex-mismatch"
    ID_REPEATED = "id-repeated"
    ID_PAPER_OVER = "id-paper-over"  # the paper was valid until an earlier day
    AGE_UNDER_16 = "age-under-16"
    AGE_LIMIT = "age-limit"  # a dated, local row of resources/rules/ages.toml
    AGE_SOON = "age-soon"  # reaches such a limit within days
    ON_WATCH_LIST = "on-watch-list"
    WATCH_NUMBER_ODD = "watch-number-odd"
    CHAIN_TO_PERSON = "chain-to-person"  # 724 art. 36
    CHAIN_UNQUALIFIED = "chain-unqualified"
    CHAIN_QUALIFICATION_OVER = "chain-qualification-over"
    CHAIN_RESUBCONTRACT = "chain-resubcontract"
    CHAIN_NO_MEASURE = "chain-no-measure"  # 724 arts 24, 25
    CHAIN_NOT_SIGNED = "chain-not-signed"
    CHAIN_ENDED = "chain-ended"
    CHAIN_OVER_SUM = "chain-over-sum"
    CHAIN_NO_CONTRACT = "chain-no-contract"
    CHAIN_NO_MAIN = "chain-no-main"
    CHAIN_NOT_MEMBER = "chain-not-member"
    CHAIN_SAME_PARTY = "chain-same-party"
    COMPANY_NAME_TAKEN = "company-name-taken"
    TEAM_NAME_TAKEN = "team-name-taken"
    TEAM_NAME_RESERVED = "team-name-reserved"
    TEAM_NO_LEADER = "team-no-leader"
    TEAM_LEADER_OUTSIDE = "team-leader-outside"
    TEAM_LEADER_LEAVES = "team-leader-leaves"
    TEAM_TRADE_FROZEN = "team-trade-frozen"
    TEAM_TRADE_EMPTY = "team-trade-empty"
    TEAM_MOVE_ONE_WAY = "team-move-one-way"
    TEAM_EXIT_ONE_WAY = "team-exit-one-way"
    TEAM_IN_USE = "team-in-use"
    USCC_WRONG = "uscc-wrong"
    CNAPS_WRONG = "cnaps-wrong"
    CARD_FORMAT = "card-format"
    CARD_LUHN = "card-luhn"
    CARD_SHARED = "card-shared"
    NAME_RADICAL = "name-radical"
    NAME_CHARACTER = "name-character"
    NAME_TOO_LONG = "name-too-long"
    NAME_NORMALISED = "name-normalised"
    NAME_DOT_ASSUMED = "name-dot-assumed"  # a full stop taken for the middle dot
    ACCOUNT_NAME_DIFFERS = "account-name-differs"
    PHONE_WRONG = "phone-wrong"
    DATE_WRONG = "date-wrong"
    ENTRY_FUTURE = "entry-future"  # more than a month ahead
    EXIT_BEFORE_ENTRY = "exit-before-entry"
    COMPANY_UNKNOWN = "company-unknown"
    COMPANY_MISMATCH = "company-mismatch"  # name and credit code name two companies
    PAY_KIND_UNKNOWN = "pay-kind-unknown"
    RATE_WRONG = "rate-wrong"
    RATE_CHANGED = "rate-changed"
    DEVICE_NUMBER_MISSING = "device-number-missing"
    DEVICE_NUMBERS_NONE = "device-numbers-none"  # nobody in a whole file has one
    DEVICE_NUMBER_SHARED = "device-number-shared"
    COLUMN_MISSING = "column-missing"
    COLUMN_AMBIGUOUS = "column-ambiguous"  # several columns claim to be the same
    SHEETS_UNREAD = "sheets-unread"  # other sheets of the file read like rosters too
    FILE_EMPTY = "file-empty"
    FILE_UNREADABLE = "file-unreadable"
    ENCODING_UNKNOWN = "encoding-unknown"
    FORMAT_UNKNOWN = "format-unknown"
    LINE_UNREADABLE = "line-unreadable"
    CLOCK_RESET = "clock-reset"
    DATE_FORMAT_UNSURE = "date-format-unsure"
    MONTH_UNSURE = "month-unsure"
    COLUMNS_UNSURE = "columns-unsure"
    DIRECTION_UNKNOWN = "direction-unknown"
    PUNCHES_REPAIRED = "punches-repaired"
    MARK_UNREADABLE = "mark-unreadable"
    MARK_OF_NOBODY = "mark-of-nobody"
    NUMBER_UNKNOWN = "number-unknown"
    SINGLE_PUNCH = "single-punch"
    NO_PUNCHES = "no-punches"
    WORKER_GONE = "worker-gone"  # on the books, absent from this file
    SITE_FIELD_MISSING = "site-field-missing"
    SITE_FIELD_WRONG = "site-field-wrong"
    NOTICE_FIELD_EMPTY = "notice-field-empty"
    CALENDAR_NOT_FINAL = "calendar-not-final"
    MINIMUM_WAGE_UNKNOWN = "minimum-wage-unknown"
    BELOW_MINIMUM_DAY = "below-minimum-day"
    BELOW_MINIMUM_HOUR = "below-minimum-hour"
    BELOW_MINIMUM_MONTH = "below-minimum-month"
    NO_PAY_TERM = "no-pay-term"
    NO_CARD = "no-card"
    NO_ATTENDANCE = "no-attendance"
    DEDUCTION_OVER_LIMIT = "deduction-over-limit"
    DEDUCTION_NOT_LAWFUL = "deduction-not-lawful"
    NET_NEGATIVE = "net-negative"
    WAGE_OVER_DUE = "wage-over-due"
    OVERTIME_OVER_LIMIT = "overtime-over-limit"
    NOT_SIGNED = "not-signed"
    SIGNATURE_STALE = "signature-stale"
    GLYPH_MISSING = "glyph-missing"
    QR_UNREADABLE = "qr-unreadable"
    UNDO_KEPT = "undo-kept"
    DUPLICATE_PAYMENT = "duplicate-payment"
    ALREADY_ON_SITE = "already-on-site"
    NOT_ON_SITE = "not-on-site"
    SAME_TEAM = "same-team"
    MONTH_LOCKED = "month-locked"  # the act would change what a locked line says
    DAYS_AFTER_EXIT = "days-after-exit"
    SHEET_NOT_SPLIT = "sheet-not-split"  # a month worked for two subcontractors
    OTHER_PROJECT = "other-project"
    HEAD_COUNT_WRONG = "head-count-wrong"
    ARREARS_OPEN = "arrears-open"
    MONTH_UNPAID = "month-unpaid"
    MONTH_UNSETTLED = "month-unsettled"  # days without a locked sheet
    PAYMENT_UNDERWAY = "payment-underway"
    STILL_ON_SITE = "still-on-site"
    SCAN_OF_ANOTHER = "scan-of-another"
    CHOICE_UNKNOWN = "choice-unknown"  # a template's drop-down does not offer the value
    FIELD_LACKING = "field-lacking"  # a table that leaves wants it
    CARD_WORKER_UNKNOWN = "card-worker-unknown"
    CARD_NAME_OTHER = "card-name-other"
    SPAN_IMPOSSIBLE = "span-impossible"  # longer than 16 h between an entry and its exit
    ENTRY_WITHOUT_EXIT = "entry-without-exit"
    EXIT_WITHOUT_ENTRY = "exit-without-entry"
    NO_REST_DAY = "no-rest-day"  # worked on every day of a month
    TWO_SITES = "two-sites"
    PUNCH_BEFORE_ENTRY = "punch-before-entry"
    PUNCH_AFTER_EXIT = "punch-after-exit"
    PUNCH_WITHOUT_CONTRACT = "punch-without-contract"
    PUNCH_IN_STOPPAGE = "punch-in-stoppage"
    TWO_GATES_AT_ONCE = "two-gates-at-once"
    FESTIVALS_UNKNOWN = "festivals-unknown"  # a region's own holidays of a year are not entered
    DAYS_WRONG = "days-wrong"
    WORKER_UNKNOWN = "worker-unknown"
    WORKER_AMBIGUOUS = "worker-ambiguous"
    CONFIRMATION_STALE = "confirmation-stale"
    CONTRACT_NONE = "contract-none"
    CONTRACT_UNSIGNED = "contract-unsigned"
    CONTRACT_EXPIRING = "contract-expiring"
    CONTRACT_EXPIRED = "contract-expired"
    CONTRACT_ENDED = "contract-ended"
    CONTRACT_OVERDUE = "contract-overdue"  # a month of work without a written one
    CONTRACT_NEEDS = "contract-needs"  # no contract can be made out without it
    CONTRACT_BLANK = "contract-blank"  # an empty line on its print
    CONTRACT_DATES = "contract-dates"
    CONTRACT_RETIRED = "contract-retired"  # no labour contract beyond the age of retirement
    PROBATION_TOO_LONG = "probation-too-long"
    ENTRY_NO_IDENTITY = "entry-no-identity"
    ENTRY_NO_CONTRACT = "entry-no-contract"
    ENTRY_NO_TRAINING = "entry-no-training"
    INSURANCE_MISSING = "insurance-missing"
    INSURANCE_EXPIRED = "insurance-expired"
    SCAN_UNREADABLE = "scan-unreadable"
    SCAN_NO_CODE = "scan-no-code"
    SCAN_UNKNOWN = "scan-unknown"  # a contract that this project does not have
    SCAN_OLD_TEXT = "scan-old-text"
    SCAN_PAGES_MISSING = "scan-pages-missing"
    SCAN_PAGE_TWICE = "scan-page-twice"
    SIGNED_NO_CODE = "signed-no-code"
    SIGNED_UNKNOWN = "signed-unknown"
    SIGNED_OUTDATED = "signed-outdated"
    SIGNED_MISSING = "signed-missing"
    SIGNED_TWICE = "signed-twice"
    SIGNED_UNPLACED = "signed-unplaced"
    SIGNED_LOCKED = "signed-locked"
    SIGNED_DOUBTFUL = "signed-doubtful"


@dataclass(frozen=True, slots=True)
class Finding:
    """One wrong fact: where, what, how grave; `facts` fill the holes of its words."""

    code: Code
    level: Level
    row: int | None = None
    """Row of the file as the person counts it (from 1)."""
    column: str = ""
    subject: str = ""
    """Whom or what it concerns, e.g. a worker's name; identity numbers masked."""
    facts: Mapping[str, str] = field(default_factory=dict)


def stops(findings: Iterable[Finding]) -> bool:
    """Tell whether any of the findings is a STOP."""
    return any(finding.level is Level.STOP for finding in findings)
