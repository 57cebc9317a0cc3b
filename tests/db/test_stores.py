"""Every store returns what it was given, field by field, on both engines."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desktop.domain.attendance import ApprovedHours, HandMark, HoursKind
from desktop.domain.calendar import CalendarDay, DayKind
from desktop.domain.company import CompanyRole, Member
from desktop.domain.errors import Stale, Unknown, WrongState
from desktop.domain.ids import (
    CompanyId,
    ImportId,
    PersonId,
    ProjectId,
    SignatureId,
    TeamId,
    WorkerId,
    new_id,
)
from desktop.domain.imports import ImportChange, ImportKind, ImportRecord, RefusedLine
from desktop.domain.money import Money
from desktop.domain.notice import MinimumWage
from desktop.domain.payroll import Adjustment, ItemKind, SheetState
from desktop.domain.people import Person, Role
from desktop.domain.signing import Signature, SignatureKind, Stroke
from desktop.domain.worker import Card
from desktop.ports.books import OpeningBalance
from tests.books_fixture import PERSON
from tests.db.sample import (
    MARCH,
    NOON,
    PROJECT,
    SUB,
    TEAM,
    document,
    line,
    obligation,
    settle,
    sheet,
    worker,
)


def _change(books, act):
    """Do something in one unit of work and commit it."""
    with books.write() as unit:
        result = act(unit)
        unit.commit()
    return result


def _ask(books, question):
    """Ask on the read-only connection."""
    with books.read() as unit:
        return question(unit)


def test_office_and_people(books):
    record = _ask(books, lambda unit: unit.people.office())
    assert record.reference_key == b"r" * 32
    assert record.created_at == books.clock.now()
    changed = replace(record, epoch=1, restored_at=NOON, settings={"backup_folder": "备份"})
    second = Person(PersonId(new_id()), "王会计", frozenset({Role.FINANCE, Role.VIEWER}))

    def act(unit):
        unit.people.put_office(changed)
        unit.people.put(second)
        unit.people.put(replace(PERSON, roles=frozenset({Role.VIEWER})))

    _change(books, act)
    assert _ask(books, lambda unit: unit.people.office()) == changed
    people = _ask(books, lambda unit: unit.people.all())
    assert set(people) == {second, replace(PERSON, roles=frozenset({Role.VIEWER}))}


def test_project_round_trip(books):
    stored = _change(books, lambda unit: unit.projects.put(PROJECT))
    assert stored == replace(PROJECT, version=1)
    assert _ask(books, lambda unit: unit.projects.get(PROJECT.id)) == stored
    fewer = replace(stored, members=stored.members[1:], contacts=(), name="滨江花园三期")
    again = _change(books, lambda unit: unit.projects.put(fewer))
    assert _ask(books, lambda unit: unit.projects.all()) == (again,)
    assert _ask(books, lambda unit: unit.projects.company_by_name(SUB.name)) == SUB
    assert _ask(books, lambda unit: unit.projects.company_by_name("无")) is None
    with pytest.raises(Stale):
        _change(books, lambda unit: unit.projects.put(replace(stored, department="旧")))
    with pytest.raises(Unknown):
        _ask(books, lambda unit: unit.projects.get(ProjectId(new_id())))


def test_teams(books):
    settle(books)
    renamed = replace(TEAM, name="瓦工班")
    _change(books, lambda unit: unit.projects.put_team(renamed))
    assert _ask(books, lambda unit: unit.projects.teams(PROJECT.id)) == (renamed,)
    twin = replace(renamed, id=TeamId(new_id()))
    with pytest.raises(Stale):
        _change(books, lambda unit: unit.projects.put_team(twin))


def test_names_that_are_taken(books):
    """Whoever comes second is told so, not shown a database's error."""
    settle(books, 0)
    other = replace(PROJECT, id=ProjectId(new_id()), name="三期", members=())
    stored = _change(books, lambda unit: unit.projects.put(other))
    person = Person(PersonId(new_id()), PERSON.name, frozenset())
    company = replace(SUB, id=CompanyId(new_id()))
    member = Member(company, CompanyRole.SUBCONTRACTOR)
    for act in (
        lambda unit: unit.projects.put(replace(stored, name=PROJECT.name)),
        lambda unit: unit.projects.put(replace(stored, members=(member,))),
        lambda unit: unit.people.put(person),
    ):
        with pytest.raises(Stale):
            _change(books, act)


def test_calendar_and_minimum_wages(books):
    days = [
        CalendarDay(date(2026, 5, 1), DayKind.STATUTORY, "劳动节", "国办发明电〔2025〕7号"),
        CalendarDay(date(2026, 5, 9), DayKind.WORK, "调休", "国办发明电〔2025〕7号"),
    ]
    old = MinimumWage("330100", Money(228000), Money(2200), "浙政发〔2021〕", date(2021, 8, 1))
    new = replace(old, monthly=Money(249000), effective_from=date(2024, 1, 1))

    def act(unit):
        unit.calendar.put_days(days)
        unit.calendar.put_days([replace(days[1], name="上班")])
        unit.calendar.set_final(2026, final=True)
        unit.calendar.set_final(2027, final=True)
        unit.calendar.set_final(2027, final=False)
        for wage in (new, old, new):
            unit.calendar.put_minimum_wage(wage)

    _change(books, act)
    calendar = _ask(books, lambda unit: unit.calendar.calendar())
    assert calendar.final_years == {2026}
    assert calendar.days == {days[0].day: days[0], days[1].day: replace(days[1], name="上班")}
    assert _ask(books, lambda unit: unit.calendar.minimum_wages("330100")) == (old, new)
    _change(books, lambda unit: unit.calendar.remove_day(days[0].day))
    assert list(_ask(books, lambda unit: unit.calendar.calendar()).days) == [days[1].day]


def test_worker_is_one_value(books):
    settle(books, 0)
    stored = _change(books, lambda unit: unit.workers.put(worker()))
    assert stored == replace(worker(), version=1)
    assert _ask(books, lambda unit: unit.workers.get(stored.id)) == stored
    job = replace(stored.employments[0], exit=date(2026, 3, 20), pay_terms=(), device_numbers=())
    moved = replace(stored, cards=(Card("1"),), employments=(stored.employments[0], job), phone="1")
    again = _change(books, lambda unit: unit.workers.put(moved))
    assert _ask(books, lambda unit: unit.workers.by_id_numbers([stored.id_number, "无"])) == {
        stored.id_number: again
    }
    with pytest.raises(Stale):
        _change(books, lambda unit: unit.workers.put(replace(stored, phone="2")))
    assert _ask(books, lambda unit: unit.workers.get(stored.id)) == again
    with pytest.raises(Stale):  # another worker with the same identity number
        _change(
            books, lambda unit: unit.workers.put(replace(worker(2), id_number=stored.id_number))
        )
    with pytest.raises(Unknown):
        _ask(books, lambda unit: unit.workers.get(WorkerId(new_id())))


def test_many_workers_at_once(books):
    settle(books, 0)
    crowd = [worker(number) for number in range(1, 2502)]  # more than one batch of 2,000
    _change(books, lambda unit: unit.workers.put_all(crowd))
    stored = _ask(books, lambda unit: unit.workers.of_project(PROJECT.id))
    assert {each.id: each for each in stored} == {
        each.id: replace(each, version=1) for each in crowd
    }
    _change(books, lambda unit: unit.workers.put_all([replace(w, phone="9") for w in stored]))
    with pytest.raises(Stale):
        _change(books, lambda unit: unit.workers.put_all(stored[:2]))
    changed = _ask(books, lambda unit: unit.workers.of_project(PROJECT.id))
    assert {(each.phone, each.version) for each in changed} == {("9", 2)}


def test_what_is_built_on_a_worker(books):
    first, second = settle(books)
    mark = HandMark(
        first.id, date(2026, 3, 2), Decimal("0.5"), None, "忘打卡", PERSON.id, "张", NOON
    )
    _change(books, lambda unit: unit.attendance.put_hand_mark(PROJECT.id, mark))
    built = _ask(books, lambda unit: [unit.workers.is_built_on(w.id) for w in (first, second)])
    assert built == [True, False]
    _change(books, lambda unit: unit.workers.remove(second.id))
    assert _ask(books, lambda unit: unit.workers.of_project(PROJECT.id)) == (first,)


def test_opening_balances(books):
    (first,) = settle(books, 1)
    arrears = OpeningBalance(PROJECT.id, "arrears", Money(150000), date(2026, 1, 1), first.id)
    account = OpeningBalance(PROJECT.id, "account", Money(9_900_000_000), date(2026, 1, 1))

    def act(unit):
        unit.workers.put_opening(replace(account, amount=Money(1)))
        unit.workers.put_opening(account)
        unit.workers.put_opening(arrears)

    _change(books, act)
    assert _ask(books, lambda unit: unit.workers.openings(PROJECT.id)) == (account, arrears)


def test_hand_marks_and_approved_hours(books):
    (first,) = settle(books, 1)
    day = date(2026, 3, 2)
    mark = HandMark(first.id, day, Decimal("0.75"), Decimal("6.5"), "漏", PERSON.id, "张工", NOON)
    hours = ApprovedHours(first.id, day, HoursKind.HOLIDAY, 150, PERSON.id, "张工", NOON)
    other = replace(hours, kind=HoursKind.OVERTIME)

    def act(unit):
        unit.attendance.put_hand_mark(PROJECT.id, replace(mark, reason="错"))
        unit.attendance.put_hand_mark(PROJECT.id, mark)
        unit.attendance.put_approved(PROJECT.id, replace(hours, minutes=1))
        unit.attendance.put_approved(PROJECT.id, hours)
        unit.attendance.put_approved(PROJECT.id, other)
        unit.attendance.put_approved(PROJECT.id, replace(other, minutes=0))

    _change(books, act)
    assert _ask(books, lambda unit: unit.attendance.hand_marks(PROJECT.id, day, day)) == (mark,)
    assert _ask(books, lambda unit: unit.attendance.approved(PROJECT.id, day, day)) == (hours,)
    later = date(2026, 3, 3)
    assert _ask(books, lambda unit: unit.attendance.hand_marks(PROJECT.id, later, later)) == ()
    _change(books, lambda unit: unit.attendance.remove_hand_mark(PROJECT.id, first.id, day))
    assert _ask(books, lambda unit: unit.attendance.hand_marks(PROJECT.id, day, day)) == ()


def test_imports(books):
    settle(books, 0)
    record = ImportRecord(
        ImportId(new_id()), 0, PROJECT.id, ImportKind.ROSTER, "花名册.xlsx", "ab" * 32, "xlsx",
        PERSON.id, NOON, 30, 2,
    )  # fmt: skip
    first = _change(books, lambda unit: unit.imports.add(record))
    second = _change(books, lambda unit: unit.imports.add(replace(record, id=ImportId(new_id()))))
    assert 0 < first.number < second.number
    done = replace(
        second,
        new=7,
        changes=(ImportChange("worker", "x", "", '{"name": "陈"}'),),
        refused=(RefusedLine(3, "坏\x00行".replace("\x00", "�"), "line-unreadable"),),
        undone_at=datetime(2026, 4, 3, tzinfo=UTC),
    )
    _change(books, lambda unit: unit.imports.finish(done))
    assert _ask(books, lambda unit: unit.imports.recent(PROJECT.id, ImportKind.ROSTER)) == (
        done,
        first,
    )
    assert _ask(books, lambda unit: unit.imports.get(done.id)) == done
    assert _ask(books, lambda unit: unit.imports.recent(PROJECT.id, ImportKind.ATTENDANCE)) == ()


def test_sheet_round_trip_and_lock(books):
    first, second = settle(books)
    draft = sheet(line(1, first, (ItemKind.DAY_WORK, 552500), (ItemKind.ADVANCE, 50000)))
    stored = _change(books, lambda unit: unit.sheets.put(draft))
    assert stored == replace(draft, version=1)
    assert _ask(books, lambda unit: unit.sheets.get(draft.id)) == stored
    longer = replace(stored, lines=(*stored.lines, line(2, second)), state=SheetState.AUDITED)
    audited = _change(books, lambda unit: unit.sheets.put(longer))
    with pytest.raises(Stale):
        _change(books, lambda unit: unit.sheets.put(stored))
    locked = _change(
        books, lambda unit: unit.sheets.put(audited.lock(PERSON.id, NOON, single_person=True))
    )
    assert _ask(books, lambda unit: unit.sheets.of_month(PROJECT.id, MARCH)) == (locked,)
    assert _ask(books, lambda unit: unit.sheets.months(PROJECT.id)) == (MARCH,)
    for act in (
        lambda unit: unit.sheets.put(replace(locked, reason="改")),
        lambda unit: unit.sheets.remove(locked.id),
    ):
        with pytest.raises(WrongState):
            _change(books, act)


def test_one_main_sheet_for_subcontractor_and_month(books):
    (first,) = settle(books, 1)
    _change(books, lambda unit: unit.sheets.put(sheet(line(1, first))))
    twin = sheet(line(2, first), id=new_id())
    with pytest.raises(Stale):
        _change(books, lambda unit: unit.sheets.put(twin))
    _change(books, lambda unit: unit.sheets.put(replace(twin, number=1, reason="未签")))
    numbers = _ask(books, lambda unit: [s.number for s in unit.sheets.of_month(PROJECT.id, MARCH)])
    assert numbers == [0, 1]


def test_line_moves_to_a_supplementary_sheet_with_its_signature(books):
    first, second = settle(books)
    main = _change(books, lambda unit: unit.sheets.put(sheet(line(1, first), line(2, second))))
    moved = main.lines[1]
    image = document()
    signature = Signature(
        SignatureId(new_id()), moved.id, moved.digest(MARCH), SignatureKind.SCREEN, NOON,
        PERSON.id, image.id, (Stroke(((0.25, 0.5, 1.0, 0), (0.3, 0.5, 0.75, 16))),),
    )  # fmt: skip

    def act(unit):
        unit.documents.add(image)
        unit.sheets.add_signatures([signature])
        extra = sheet(moved, id=new_id(), number=1, reason="外出")
        stored = unit.sheets.put(extra)
        unit.sheets.put(replace(main, lines=main.lines[:1]))
        return stored

    extra = _change(books, act)
    assert _ask(books, lambda unit: unit.sheets.signatures(extra.id)) == (signature,)
    assert _ask(books, lambda unit: unit.sheets.signed(extra.id)) == {moved.id: moved.digest(MARCH)}
    assert _ask(books, lambda unit: unit.sheets.signed(main.id)) == {}
    assert _ask(books, lambda unit: unit.sheets.get(main.id)).lines == main.lines[:1]
    assert _ask(books, lambda unit: unit.documents.get(image.id)) == image


def test_latest_signature_counts(books):
    (first,) = settle(books, 1)
    main = _change(books, lambda unit: unit.sheets.put(sheet(line(1, first))))
    given = [
        Signature(
            SignatureId(new_id()), main.lines[0].id, digest, SignatureKind.PAPER, NOON, PERSON.id
        )
        for digest in ("old", "new")
    ]
    _change(books, lambda unit: unit.sheets.add_signatures(given))
    assert _ask(books, lambda unit: unit.sheets.signed(main.id)) == {main.lines[0].id: "new"}


def test_adjustments(books):
    (first,) = settle(books, 1)
    advance = Adjustment(
        PROJECT.id, first.id, MARCH, ItemKind.ADVANCE, Money(50000), "预支", PERSON.id, NOON
    )
    other = replace(advance, kind=ItemKind.ARREARS)

    def act(unit):
        unit.sheets.put_adjustment(replace(advance, amount=Money(1)))
        unit.sheets.put_adjustment(advance)
        unit.sheets.put_adjustment(other)
        unit.sheets.put_adjustment(replace(other, amount=Money(0)))

    _change(books, act)
    assert _ask(books, lambda unit: unit.sheets.adjustments(PROJECT.id, MARCH)) == (advance,)


def test_documents_are_kept_to_the_byte(books):
    settle(books, 0)
    big = document(bytes(range(256)) * 4096)
    _change(books, lambda unit: unit.documents.add(big))
    assert _ask(books, lambda unit: unit.documents.get(big.id)) == big
    with pytest.raises(Unknown):
        _ask(books, lambda unit: unit.documents.get(document().id))


def test_nothing_stays_without_commit(books):
    with books.write() as unit:
        unit.projects.put(PROJECT)

    def stumble(unit):
        unit.projects.put(PROJECT)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        _change(books, stumble)
    assert _ask(books, lambda unit: unit.projects.all()) == ()


def test_reads_cannot_write(books):
    with pytest.raises(Exception, match=r"read-?only"), books.read() as unit:
        unit.projects.put(PROJECT)
    assert _ask(books, lambda unit: unit.projects.all()) == ()


def test_obligations_need_a_line(books):
    """A payment can only be owed for a line that is in the books."""
    (first,) = settle(books, 1)
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        _change(books, lambda unit: unit.payments.add_obligations([obligation(1, line(1, first))]))
