"""Gates, clocks, notes, stoppages, confirmations: returned field by field, on both engines."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop.domain.attendance import ClockReading, DayNote, Device, HandMark
from desktop.domain.errors import Stale, Unknown
from desktop.domain.ids import ConfirmationId, DeviceId, ProjectId, StoppageId, new_id
from desktop.domain.months import WageMonth
from desktop.domain.punches import pack
from desktop.domain.site_days import Confirmation, MonthPart, NilMonth, PlatformDays, Stoppage
from tests.books_fixture import PERSON
from tests.db.sample import MARCH, NOON, PROJECT, TEAM, document, settle, worker
from tests.db.test_stores_persons import ask, change, says_everything

PAPER = document()
DAY = date(2026, 3, 2)
BEGIN = 1_772_300_000


def confirmation(**changes):
    """A signed sheet of the first ten days of March."""
    said = {
        "id": ConfirmationId(new_id()),
        "project": PROJECT.id,
        "month": MARCH,
        "part": MonthPart.FIRST_TEN,
        "team": TEAM.id,
        "digest": "ab" * 32,
        "printed_at": NOON,
        "by": PERSON.id,
        "signed_on": DAY,
        "scan": PAPER.id,
    }
    return Confirmation(**{**said, **changes})


def test_gates_and_their_clocks(books):
    settle(books, 0)
    gate = Device(DeviceId(new_id()), PROJECT.id, "东门", "zkteco-attlog", "一号门")
    assert says_everything(gate)
    shown = ClockReading(gate.id, NOON + timedelta(seconds=95), NOON, PERSON.id, "手表")
    earlier = ClockReading(gate.id, NOON - timedelta(days=1), NOON - timedelta(days=1), PERSON.id)

    def act(unit):
        unit.attendance.put_device(replace(gate, format=""))
        unit.attendance.put_device(gate)
        found = unit.attendance.device(PROJECT.id, "东门"), unit.attendance.device(PROJECT.id, "A")
        for reading in (shown, earlier):
            unit.attendance.add_clock_reading(reading)
        return found

    same, new = change(books, act)
    assert same == gate.id
    plain = Device(new, PROJECT.id, "A")
    assert ask(books, lambda unit: unit.attendance.devices(PROJECT.id)) == (plain, gate)
    readings = ask(books, lambda unit: unit.attendance.clock_readings(PROJECT.id))
    assert readings == (earlier, shown)
    assert [each.drift_s for each in readings] == [0, 95]
    with pytest.raises(Stale):
        change(books, lambda unit: unit.attendance.put_device(replace(plain, name="东门")))
    nowhere = ProjectId(new_id())
    assert ask(books, lambda unit: unit.attendance.clock_readings(nowhere)) == ()


def test_tracks_keep_gates_and_directions_apart(books):
    settle(books, 0)
    rows = [("43", BEGIN + 60, 1, 15), ("43", BEGIN, 0, 1), ("7", BEGIN + 5, 255, 1)]

    def act(unit):
        gates = [unit.attendance.device(PROJECT.id, name) for name in ("东", "西")]
        unit.attendance.add_punches(gates[0], rows, 1)
        unit.attendance.add_punches(gates[1], [("43", BEGIN + 30, 4, 0)], 2)
        return gates

    east, west = change(books, act)
    tracks = ask(books, lambda unit: unit.attendance.tracks(PROJECT.id, BEGIN, BEGIN + 60))
    assert tracks == {
        east: {"43": [pack(BEGIN, 0, 1)], "7": [pack(BEGIN + 5, 255, 1)]},
        west: {"43": [pack(BEGIN + 30, 4, 0)]},
    }
    wider = ask(books, lambda unit: unit.attendance.tracks(PROJECT.id, BEGIN, BEGIN + 61))
    assert wider[east]["43"] == [pack(BEGIN, 0, 1), pack(BEGIN + 60, 1, 15)]


def test_notes_and_evidence(books):
    (first,) = settle(books, 1)
    note = DayNote(first.id, DAY, "下雨停工半天", PERSON.id, "张工", NOON)
    mark = HandMark(
        first.id, DAY, Decimal("0.5"), None, "漏", PERSON.id, "张工", NOON, evidence=PAPER.id
    )

    def act(unit):
        unit.documents.add(PAPER)
        unit.attendance.put_hand_mark(PROJECT.id, mark)
        unit.attendance.put_note(PROJECT.id, replace(note, text="?"))
        unit.attendance.put_note(PROJECT.id, note)

    change(books, act)
    assert ask(books, lambda unit: unit.attendance.hand_marks(PROJECT.id, DAY, DAY)) == (mark,)
    assert ask(books, lambda unit: unit.attendance.notes(PROJECT.id, DAY, DAY)) == (note,)
    later = DAY + timedelta(days=1)
    assert ask(books, lambda unit: unit.attendance.notes(PROJECT.id, later, later)) == ()
    change(books, lambda unit: unit.attendance.put_note(PROJECT.id, replace(note, text="")))
    assert ask(books, lambda unit: unit.attendance.notes(PROJECT.id, DAY, DAY)) == ()


def test_stoppages_and_nil_months(books):
    settle(books, 0)
    stopped = Stoppage(
        StoppageId(new_id()), PROJECT.id, DAY, date(2026, 3, 9), "台风", DAY, PAPER.id
    )
    running = replace(
        stopped, id=StoppageId(new_id()), first=date(2026, 2, 1), last=None, document=None
    )
    nil = NilMonth(PROJECT.id, MARCH, "春节未复工", PERSON.id, "张工", NOON)

    def act(unit):
        unit.documents.add(PAPER)
        store = unit.attendance
        for each in (replace(stopped, reason="?"), stopped, running):
            store.put_stoppage(each)
        store.put_nil_month(replace(nil, reason="?"))
        store.put_nil_month(nil)
        store.put_nil_month(replace(nil, month=MARCH.previous))

    change(books, act)
    before = replace(nil, month=MARCH.previous)
    assert ask(books, lambda unit: unit.attendance.stoppages(PROJECT.id)) == (running, stopped)
    assert ask(books, lambda unit: unit.attendance.nil_months(PROJECT.id)) == (before, nil)

    def remove(unit):
        unit.attendance.remove_stoppage(running.id)
        unit.attendance.remove_nil_month(PROJECT.id, MARCH)

    change(books, remove)
    assert ask(books, lambda unit: unit.attendance.stoppages(PROJECT.id)) == (stopped,)
    assert ask(books, lambda unit: unit.attendance.nil_months(PROJECT.id)) == (before,)


def test_confirmations(books):
    settle(books, 0)
    signed = confirmation()
    assert says_everything(signed)
    whole = confirmation(part=MonthPart.WHOLE, printed_at=NOON - timedelta(days=1), scan=None)

    def act(unit):
        unit.documents.add(PAPER)
        unit.attendance.put_confirmation(replace(signed, signed_on=None, scan=None))
        unit.attendance.put_confirmation(signed)
        unit.attendance.put_confirmation(whole)

    change(books, act)
    found = ask(books, lambda unit: unit.attendance.confirmations(PROJECT.id, MARCH))
    assert found == (whole, signed)
    assert ask(books, lambda unit: unit.attendance.confirmation(signed.id)) == signed
    assert ask(books, lambda unit: unit.attendance.confirmations(PROJECT.id, MARCH.next)) == ()
    with pytest.raises(Unknown):
        ask(books, lambda unit: unit.attendance.confirmation(ConfirmationId(new_id())))


@pytest.mark.parametrize(
    ("month", "is_built_on"),
    [(WageMonth(2026, 1), True), (WageMonth(2026, 2), True), (MARCH, False)],
)
def test_a_sheet_is_built_on_those_whom_it_lists(books, month, is_built_on):
    """The sample worker entered on 5 January and leaves on 10 February."""
    settle(books, 0)
    one = worker(1)
    job = replace(one.employments[0], exit=date(2026, 2, 10))

    def act(unit):
        unit.workers.put(replace(one, employments=(job,)))
        unit.attendance.put_confirmation(confirmation(month=month, scan=None))

    change(books, act)
    assert ask(books, lambda unit: unit.workers.is_built_on(one.id)) is is_built_on


def test_platform_days(books):
    first, second = settle(books)
    days = [
        PlatformDays(PROJECT.id, MARCH, first.id, Decimal("21.5")),
        PlatformDays(PROJECT.id, MARCH, second.id, Decimal(0)),
    ]
    other = replace(days[0], month=MARCH.next)

    def act(unit):
        unit.attendance.put_platform_days(PROJECT.id, MARCH, [replace(days[0], days=Decimal(1))])
        unit.attendance.put_platform_days(PROJECT.id, MARCH.next, [other])
        unit.attendance.put_platform_days(PROJECT.id, MARCH, days)

    change(books, act)
    assert ask(books, lambda unit: unit.attendance.platform_days(PROJECT.id, MARCH)) == tuple(days)
    later = ask(books, lambda unit: unit.attendance.platform_days(PROJECT.id, MARCH.next))
    assert later == (other,)
    assert ask(books, lambda unit: unit.workers.is_built_on(second.id))


def test_mappings_are_remembered_by_kind(books):
    def act(unit):
        for kind, name, body in (
            ("roster", "鸿达", "{}"),
            ("roster", "鸿达", '{"name": 2}'),
            ("roster", "旧", "{}"),
            ("attendance", "东门", "[]"),
            ("roster", "旧", ""),
        ):
            unit.imports.put_mapping(kind, name, body)

    change(books, act)
    assert ask(books, lambda unit: unit.imports.mappings("roster")) == {"鸿达": '{"name": 2}'}
    assert ask(books, lambda unit: unit.imports.mappings("attendance")) == {"东门": "[]"}
    assert ask(books, lambda unit: unit.imports.mappings("other")) == {}
