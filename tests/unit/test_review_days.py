"""A site's own days: clocks of gates, stoppages, nil months, notes, evidence, wrong stamps."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desktop.domain.errors import Unknown, WrongState, WrongValue
from desktop.domain.findings import Code, Level
from desktop.domain.ids import StoppageId, new_id
from desktop.domain.site_days import Stoppage
from desktop.services.overview import Overview
from desktop.services.payroll import Payroll
from tests.unit.intake_office import attlog
from tests.unit.review_office import MARCH, enter_holidays, hired, make_review

SECOND = date(2026, 3, 2)


@pytest.fixture
def site(tmp_path):
    made = make_review(tmp_path)
    enter_holidays(made)
    return made


def test_a_gates_clock_is_read_and_its_drift_told(site):
    site.day("101", 2)

    def moment(day, clock):
        return datetime.fromisoformat(f"2026-03-{day:02d} {clock}").replace(tzinfo=UTC)

    site.review.read_clock(site.project, "东门", moment(1, "08:00:30"), moment(1, "08:00:00"))
    site.review.read_clock(site.project, "东门", moment(11, "08:03:00"), moment(11, "08:00:00"))
    (gate,) = site.review.clocks(site.project, MARCH)
    assert (gate.drift, gate.daily, gate.is_late) == (180, 15.0, True)  # 150 s in ten days
    with pytest.raises(Unknown):
        site.review.read_clock(site.project, "北门", moment(1, "08:00:00"), moment(1, "08:00:00"))


def stoppage(site, first, last=None, reason="春节停工"):
    return Stoppage(StoppageId(new_id()), site.project, first, last, reason)


def test_a_stoppage_suppresses_missing_attendance_and_tints_its_days(site):
    hired(site)
    grid = site.attendance.month(site.project, MARCH)
    assert [one.code for one in grid.findings] == [Code.NO_PUNCHES]
    site.review.stop_work(stoppage(site, date(2026, 2, 10)))
    grid = site.attendance.month(site.project, MARCH)
    assert grid.findings == ()
    assert grid.is_stopped(SECOND)
    site.review.resume_work(site.project, date(2026, 2, 10), date(2026, 3, 5))
    grid = site.attendance.month(site.project, MARCH)
    assert [grid.is_stopped(date(2026, 3, day)) for day in (5, 6)] == [True, False]
    assert [one.code for one in grid.findings] == [Code.NO_PUNCHES]
    site.day("101", 2)
    assert site.found() == [(Code.PUNCH_IN_STOPPAGE, Level.NOTE, "甲", SECOND)]


def test_a_stoppage_needs_a_reason_and_an_end_after_its_beginning(site):
    with pytest.raises(WrongValue):
        site.review.stop_work(stoppage(site, SECOND, reason=" "))
    with pytest.raises(WrongValue):
        site.review.stop_work(stoppage(site, SECOND, date(2026, 3, 1)))
    assert site.review.stoppages(site.project) == ()


def test_a_nil_month_is_refused_once_somebody_worked(site):
    worker = hired(site)
    site.review.declare_nil(site.project, MARCH, "未开工")
    assert site.attendance.month(site.project, MARCH).findings == ()
    site.review.withdraw_nil(site.project, MARCH)
    site.attendance.set_day(site.project, worker, SECOND, Decimal("0.5"), "核实")
    with pytest.raises(WrongState):
        site.review.declare_nil(site.project, MARCH, "未开工")
    with pytest.raises(WrongState):
        site.review.withdraw_nil(site.project, MARCH)


def test_a_nil_month_leaves_nothing_to_do(site):
    hired(site)
    shared = {"books": site.write, "reads": site.read, "clock": site.clock, "seat": site.seat}
    overview = Overview(reads=site.read, clock=site.clock)
    assert overview.home(site.project, MARCH).next_step is not None
    site.review.declare_nil(site.project, MARCH, "冬休")
    assert overview.home(site.project, MARCH).next_step is None
    with pytest.raises(WrongState):
        Payroll(**shared).prepare(site.project, MARCH)
    site.review.withdraw_nil(site.project, MARCH)
    assert Payroll(**shared).prepare(site.project, MARCH).value.sheets == 1


def test_notes_stand_on_their_cell_until_emptied(site):
    worker = hired(site)
    site.review.write_note(site.project, worker, SECOND, " 下雨停工半天 ")
    notes = site.attendance.month(site.project, MARCH).notes
    assert notes[worker, SECOND].text == "下雨停工半天"
    assert notes[worker, SECOND].by_name == site.seat.name
    site.review.write_note(site.project, worker, SECOND, "")
    assert site.attendance.month(site.project, MARCH).notes == {}


def test_a_day_set_by_hand_keeps_its_evidence(site):
    worker = hired(site)
    photo = site.folder / "signed.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n a photo")
    document = site.review.keep_evidence(site.project, photo).value
    day = (worker, SECOND, Decimal(1), None, "班组长证明")
    site.attendance.restore_days(site.project, [day], {(worker, SECOND): document})
    hand = site.attendance.month(site.project, MARCH).rows[0].marks[SECOND].hand
    assert hand.evidence == document
    assert site.review.evidence(document).name == "signed.png"


def test_wrong_stamps_are_counted_at_the_gate_of_their_file(site):
    hired(site)
    path = site.folder / "3_attlog.dat"
    path.write_bytes(
        attlog(("101", "2026-03-02 07:30:00"))
        + b"      101\t2000-01-01 00:00:09\t1\t0\t1\t0\r\n"
        + b"      101\t2099-01-01 00:00:09\t1\t0\t1\t0\r\n"
    )
    proposal = site.attendance.read(path)
    site.attendance.accept(proposal, site.project, gate="西门")
    site.day("101", 3)
    clocks = {one.device.name: one.wrong_stamps for one in site.review.clocks(site.project, MARCH)}
    assert clocks == {"东门": 0, "西门": 2}


def test_stoppages_share_no_day_and_a_day_to_come_is_not_set(site):
    worker = hired(site)
    kept = stoppage(site, SECOND, date(2026, 3, 5))
    site.review.stop_work(kept)
    for first, last in ((date(2026, 3, 5), None), (date(2026, 2, 1), SECOND), (SECOND, SECOND)):
        with pytest.raises(WrongState):
            site.review.stop_work(stoppage(site, first, last))
    site.review.stop_work(stoppage(site, date(2026, 3, 6)))
    site.review.stop_work(replace(kept, last=date(2026, 3, 4)))
    assert [one.last for one in site.review.stoppages(site.project)] == [date(2026, 3, 4), None]
    with pytest.raises(WrongValue):
        site.attendance.set_day(site.project, worker, date(2036, 3, 2), Decimal(1), "核实")
