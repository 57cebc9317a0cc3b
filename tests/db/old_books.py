"""Books as revision 0001 made them, with rows of every table, for tests of the migration."""

from dataclasses import replace

from alembic import command
from alembic.config import Config
from sqlalchemy import insert, inspect, select, text

from db.tables import METADATA
from desktop.domain.attendance import ApprovedHours, HandMark, HoursKind
from desktop.domain.company import Company
from desktop.domain.disbursement import ItemState
from desktop.domain.ids import ImportId, SignatureId, new_id
from desktop.domain.imports import ImportChange, ImportKind, ImportRecord
from desktop.domain.money import Money
from desktop.domain.payroll import Adjustment, ItemKind, SheetState
from desktop.domain.signing import Signature, SignatureKind
from desktop.domain.worker import Capture
from desktop.ports.books import OpeningBalance
from tests.books_fixture import PERSON
from tests.db.sample import (
    MARCH,
    NOON,
    PROJECT,
    TEAM,
    batch,
    document,
    line,
    obligation,
    sheet,
    worker,
)

FIRST = "0001"
_LOCK = "UPDATE wage_sheet SET state = 'locked'"


def make_first_tables(engine) -> None:
    """Run the first migration and no other."""
    config = Config()
    config.set_main_option("script_location", "db:migrations")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, FIRST)


def as_the_first_part_knew_it(value, *fields):
    """Return a value with the fields named at their defaults."""
    plain = {each: value.__dataclass_fields__[each].default for each in fields}
    return replace(value, **plain)


def first_worker(number, **changes):
    """A worker with nothing that the first revision could not say."""
    whole = worker(number, **changes)
    jobs = tuple(replace(job, exit_reason="") for job in whole.employments)
    plain = as_the_first_part_knew_it(
        whole, "captured_at", "contact_address", "emergency_name", "emergency_phone",
        "emergency_relation", "id_kind",
    )  # fmt: skip
    return replace(plain, captured=Capture.IMPORTED, employments=jobs)


def first_project():
    """The sample project as Part 1 would have written it."""
    members = tuple(
        replace(member, company=Company(*(getattr(member.company, n) for n in _COMPANY)))
        for member in PROJECT.members
    )
    rule = as_the_first_part_knew_it(PROJECT.attendance_rule, "counting", "source")
    return replace(PROJECT, members=members, attendance_rule=rule)


_COMPANY = ("id", "name", "credit_code")
FIRST_TEAM = as_the_first_part_knew_it(TEAM, "trade", "filed_on")


def fill(open_books):
    """Write a month of Part 1 into today's books, one row at least in every table of then."""
    one, two = first_worker(1), first_worker(2, id_number="810000199001010014")
    lines = [line(number, each) for number, each in enumerate((one, two), 1)]
    owed = [obligation(number, each) for number, each in enumerate(lines, 1)]
    image = document()
    main = sheet(*lines, state=SheetState.AUDITED)
    paying = batch(1, owed)
    with open_books() as unit:
        unit.projects.put(first_project())
        unit.projects.put_team(FIRST_TEAM)
        unit.documents.add(image)
        unit.workers.put_all([one, two])
        unit.workers.put_opening(OpeningBalance(PROJECT.id, "account", Money(5), MARCH.first))
        gate = unit.attendance.device(PROJECT.id, "东门")
        unit.attendance.add_punches(gate, [("1", 1_772_300_000, 255, 1)], 1)
        mark = HandMark(
            one.id, MARCH.first, lines[0].work_days / 85, None, "漏", PERSON.id, "张", NOON
        )
        unit.attendance.put_hand_mark(PROJECT.id, mark)
        hours = ApprovedHours(one.id, MARCH.first, HoursKind.OVERTIME, 60, PERSON.id, "张", NOON)
        unit.attendance.put_approved(PROJECT.id, hours)
        record = ImportRecord(
            ImportId(new_id()), 0, PROJECT.id, ImportKind.ROSTER, "a.xlsx", "ab" * 32, "xlsx",
            PERSON.id, NOON, 2, 2, (ImportChange("worker", str(one.id), "", "{}"),),
        )  # fmt: skip
        unit.imports.add(record)
        unit.sheets.put(main)
        unit.sheets.put_adjustment(
            Adjustment(PROJECT.id, one.id, MARCH, ItemKind.ADVANCE, Money(5), "", PERSON.id, NOON)
        )
        unit.sheets.add_signatures(
            [
                Signature(
                    SignatureId(new_id()), lines[0].id, lines[0].digest(MARCH),
                    SignatureKind.PAPER, NOON, PERSON.id, image.id,
                )
            ]
        )  # fmt: skip
        unit.payments.add_obligations(owed)
        items = tuple(replace(item, state=ItemState.PAID) for item in paying.items)
        unit.payments.put(replace(paying, items=items))
        unit.journal.write("wages.lock", "sheet", fen=5)
        unit.commit()


def copy_into(source, target) -> set[str]:
    """Copy every row that fits the tables of then; returns the names of the tables filled."""
    filled = set()
    with source.connect() as old, target.begin() as new:
        there = inspect(new)
        for table in METADATA.sorted_tables:
            if not there.has_table(table.name):
                continue
            names = {column["name"] for column in there.get_columns(table.name)}
            chosen = [column for column in table.columns if column.name in names]
            rows = [dict(row._mapping) for row in old.execute(select(*chosen))]
            if rows:
                new.execute(insert(table), rows)
                filled.add(table.name)
        new.execute(text(_LOCK))  # only now: nothing may be added to a locked sheet
    return filled
