"""Attendance from device file to month grid, on the real encrypted file."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.attendance import AttendanceRule, HoursKind, MarkOrigin, count_days
from desktop.domain.errors import FileTrouble, Refused, WrongState, WrongValue
from desktop.domain.findings import Code, Level
from desktop.domain.ids import CompanyId, LineId, SheetId, new_id
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.payroll import SheetState, WageLine, WageSheet
from desktop.domain.worker import PayKind
from tests.unit.intake_office import at, attlog, make_intake, person

MARCH = WageMonth(2026, 3)
DAY = date(2026, 3, 2)


@pytest.fixture
def office(tmp_path):
    intake = make_intake(tmp_path)
    intake.take_site()
    intake.take_roster(person(1), person(2))
    return intake


def days(office, name="工人乙", month=MARCH):
    row = office.row(month, name)
    return {day: mark.work_days for day, mark in row.marks.items()}


@pytest.mark.parametrize(
    ("punches", "work_days"),
    [
        ([], None),
        (["07:30:00"], 0),
        (["07:30:00", "07:31:00"], 0),  # 60 s: one punch
        (["07:30:00", "07:31:01"], Decimal("0.5")),  # 61 s: two
        (["07:30:00", "11:29:59"], Decimal("0.5")),
        (["07:30:00", "11:30:00"], 1),  # four hours to the second
        (["07:30:00", "07:30:50", "07:31:40"], Decimal("0.5")),  # 100 s after the last KEPT one
        (["00:30:00", "03:59:00"], None),  # before 04:00: the day before
    ],
)
def test_the_rule_for_a_valid_day(punches, work_days):
    seconds = [at(f"2026-03-02 {clock}") for clock in punches]
    counts = count_days(seconds, AttendanceRule())
    assert (counts[DAY].work_days if DAY in counts else None) == work_days


def test_a_night_shift_belongs_to_the_day_it_began():
    """19:58 to 03:59 next morning is one day; 04:00:10 begins the next, 21 s later, uncollapsed."""
    seconds = [at("2026-03-02 19:58:00"), at("2026-03-03 03:59:49"), at("2026-03-03 04:00:10")]
    counts = count_days(seconds, AttendanceRule())
    assert {day: count.work_days for day, count in counts.items()} == {DAY: 1, date(2026, 3, 3): 0}
    noon = count_days(seconds, AttendanceRule(day_boundary=time(12, 0)))
    assert {day: count.work_days for day, count in noon.items()} == {DAY: 1}
    assert len(noon[DAY].punches) == 2


@given(
    st.lists(st.integers(1_772_000_000, 1_772_400_000), max_size=60),
    st.integers(0, 7_200),
    st.times(),
)
def test_counting_in_one_pass_is_collapsing_then_grouping(seconds, gap, boundary):
    """The rule said twice: drop what is near the last kept punch, then each to its day."""
    rule = AttendanceRule(day_boundary=boundary.replace(second=0), repeat_seconds=gap)
    seconds.sort()
    kept = []
    for second in seconds:
        same_day = kept and rule.day_of(second) == rule.day_of(kept[-1])
        if not (same_day and second - kept[-1] <= gap):
            kept.append(second)
    groups = {}
    for second in kept:
        groups.setdefault(rule.day_of(second), []).append(second)
    counts = count_days(seconds, rule)
    assert {day: list(count.punches) for day, count in counts.items()} == groups
    assert sum(count.raw for count in counts.values()) == len(seconds)


def test_a_file_is_split_into_new_duplicate_and_unknown(office):
    file = [
        ("101", "2026-03-02 07:30:00"),
        ("101", "2026-03-02 07:30:00"),  # the same instant twice
        ("101", "2026-03-02 18:00:00"),
        ("999", "2026-03-02 07:31:00"),
        ("77", "2026-03-02 07:32:00"),
        ("999", "2026-03-02 18:31:00"),
    ]
    proposal = office.punch_file(*file)
    dry = office.attendance.report(proposal, office.project)
    report = office.attendance.accept(proposal, office.project).value
    assert dry == report
    assert (report.lines, report.punches, report.refused) == (6, 6, 0)
    assert (report.new, report.duplicates, report.unknown) == (2, 1, 3)
    assert report.unknown_device_numbers == {"77": 1, "999": 2}
    assert [(f.code, f.level) for f in report.findings] == [(Code.NUMBER_UNKNOWN, Level.WARN)] * 2
    again = office.take_punches(*file)
    assert (again.new, again.duplicates, again.unknown) == (0, 3, 3)
    assert office.attendance.unknown_numbers(office.project) == {"77": 1, "999": 2}
    assert days(office) == {DAY: 1}


def test_a_longer_file_brings_only_what_is_new(office):
    office.take_punches(("101", "2026-03-02 07:30:00"))
    report = office.take_punches(("101", "2026-03-02 07:30:00"), ("101", "2026-03-02 18:00:00"))
    assert (report.new, report.duplicates) == (1, 1)
    assert days(office) == {DAY: 1}


def test_unreadable_lines_do_not_keep_the_rest_out(office):
    path = office.folder / "2_attlog.dat"
    ugly = b"      101\t2000-01-01 00:00:09\t1\t0\t1\t0\r\nwhat is this\r\n"
    path.write_bytes(attlog(("101", "2026-03-02 07:30:00")) + ugly)
    proposal = office.attendance.read(path)
    assert [(f.row, f.code, f.level) for f in proposal.findings] == [
        (2, Code.CLOCK_RESET, Level.WARN),
        (3, Code.LINE_UNREADABLE, Level.WARN),
    ]
    assert proposal.findings[1].facts["text"] == "what is this"
    report = office.attendance.accept(proposal, office.project).value
    assert (report.lines, report.punches, report.refused) == (3, 1, 2)
    office.attendance.accept(proposal, office.project)
    grid = office.attendance.month(office.project, MARCH)
    assert [line.line for line in grid.refused] == [2, 3]  # once, though it came in twice


def test_a_punch_of_the_day_after_tomorrow_is_a_wrong_clock(office):
    """Today is 2026-04-01 in Beijing."""
    proposal = office.punch_file(("101", "2026-04-02 23:59:59"), ("101", "2026-04-03 00:00:00"))
    assert len(proposal.punches) == 1
    assert [line.code for line in proposal.refused] == [Code.CLOCK_RESET]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.FILE_EMPTY),
        (b"\r\n  \r\n", Code.FILE_EMPTY),
        ("姓名,时间\n甲,2026-03-02".encode(), Code.FORMAT_UNKNOWN),
        (b"      101\t2000-01-01 00:00:09\t1\t0\t1\t0\r\n", Code.FORMAT_UNKNOWN),
    ],
)
def test_what_is_no_device_file_stops(office, content, code):
    path = office.folder / "x.dat"
    path.write_bytes(content)
    proposal = office.attendance.read(path)
    assert [(f.code, f.level) for f in proposal.findings] == [(code, Level.STOP)]
    for act in (office.attendance.report, office.attendance.accept):
        with pytest.raises(Refused):
            act(proposal, office.project)
    assert office.attendance.imports(office.project) == ()


def test_a_file_saved_as_unicode_is_read(office):
    path = office.folder / "x.dat"
    path.write_bytes(attlog(("101", "2026-03-02 07:30:00")).decode().encode("utf-16"))
    assert len(office.attendance.read(path).punches) == 1


def test_a_named_format_must_exist_and_the_file_too(office):
    path = office.folder / "x.dat"
    with pytest.raises(FileTrouble):
        office.attendance.read(path)
    path.write_bytes(attlog(("101", "2026-03-02 07:30:00")))
    with pytest.raises(WrongValue):
        office.attendance.read(path, "no-such-format")
    assert office.attendance.read(path, "zkteco-attlog").format == "zkteco-attlog"


def test_an_import_is_taken_back(office):
    office.take_punches(("101", "2026-03-02 07:30:00"), ("101", "2026-03-02 18:00:00"))
    (record,) = office.attendance.imports(office.project)
    assert office.attendance.undo(record.id).value == 2
    assert days(office) == {}
    with pytest.raises(WrongState):
        office.attendance.undo(record.id)
    again = office.take_punches(("101", "2026-03-02 07:30:00"))
    assert again.new == 1


def test_the_boundary_is_a_setting_of_the_project(office):
    office.take_punches(("101", "2026-03-02 19:58:00"), ("101", "2026-03-03 05:10:00"))
    assert days(office) == {DAY: 0, date(2026, 3, 3): 0}
    assert office.row(MARCH, "工人乙").singles == 2
    office.attendance.set_rule(office.project, AttendanceRule(day_boundary=time(6, 0)))
    assert days(office) == {DAY: 1}
    with pytest.raises(WrongValue):
        office.attendance.set_rule(office.project, AttendanceRule(repeat_seconds=-1))


def test_a_month_holds_the_night_after_its_last_day(office):
    office.take_punches(("101", "2026-03-31 20:00:00"), ("101", "2026-04-01 03:30:00"))
    assert days(office) == {date(2026, 3, 31): 1}
    assert days(office, month=MARCH.next) == {}


def test_a_punch_belongs_to_whom_the_number_means_that_day(office):
    """101 is 工人乙 until he leaves on the 10th, then 工人丁, who enters on the 12th."""
    office.take_roster(person(1, 离场日期="2026-03-10"))
    office.take_roster(person(3, 考勤号="101", 进场日期="2026-03-12"))
    for day in (9, 11, 12):
        office.take_punches(
            ("101", f"2026-03-{day:02d} 07:00:00"), ("101", f"2026-03-{day:02d} 17:00:00")
        )
    assert days(office) == {date(2026, 3, 9): 1}
    assert days(office, "工人丁") == {date(2026, 3, 12): 1}
    assert office.attendance.month(office.project, MARCH).unknown == {"101": 2}


def test_an_unknown_number_is_given_to_somebody(office):
    punches = ("555", "2026-03-02 07:00:00"), ("555", "2026-03-02 17:00:00")
    assert office.take_punches(*punches).unknown == 2
    grid = office.attendance.month(office.project, MARCH)
    assert (grid.unknown, [row.work_days for row in grid.rows]) == ({"555": 2}, [0, 0])
    worker = office.worker("工人乙")
    office.attendance.assign_number(office.project, "555", worker.id)
    assert days(office) == {DAY: 1}
    assert office.attendance.unknown_numbers(office.project) == {}
    report = office.take_punches(*punches)
    assert (report.new, report.duplicates, report.unknown) == (0, 2, 0)


def test_a_number_goes_over_to_somebody_else_on_a_day(office):
    other = office.worker("工人丙")
    with pytest.raises(Refused):
        office.attendance.assign_number(office.project, "101", other.id)
    office.attendance.assign_number(office.project, "101", other.id, date(2026, 3, 16))
    for day in (15, 16):
        office.take_punches(("101", f"2026-03-{day} 07:00:00"), ("101", f"2026-03-{day} 17:00:00"))
    assert days(office) == {date(2026, 3, 15): 1}
    assert days(office, "工人丙") == {date(2026, 3, 16): 1}


def test_a_day_set_by_hand_stays_visible(office):
    office.take_punches(("101", "2026-03-02 07:30:00"))
    worker = office.worker("工人乙").id
    assert office.row(MARCH, "工人乙").singles == 1
    office.attendance.set_day(office.project, worker, DAY, Decimal("0.75"), "下班时考勤机断电")
    row = office.row(MARCH, "工人乙")
    mark = row.marks[DAY]
    assert (mark.work_days, mark.origin, mark.count.raw) == (Decimal("0.75"), MarkOrigin.HAND, 1)
    assert (mark.hand.by_name, mark.hand.reason) == ("张工", "下班时考勤机断电")
    assert (row.work_days, row.singles) == (Decimal("0.75"), 0)
    office.attendance.clear_day(office.project, worker, DAY)
    assert office.row(MARCH, "工人乙").marks[DAY].origin is MarkOrigin.PUNCHES


@pytest.mark.parametrize(
    ("day", "work_days", "reason", "hours"),
    [
        (DAY, "0.3", "原因", None),
        (DAY, "1.25", "原因", None),
        (DAY, "-0.25", "原因", None),
        (DAY, "1", "  ", None),
        (DAY, "1", "原因", "25"),
        (date(2026, 1, 4), "1", "进场前一天", None),
    ],
)
def test_a_day_cannot_be_set_to_anything(office, day, work_days, reason, hours):
    worker = office.worker("工人乙").id
    with pytest.raises(WrongValue):
        office.attendance.set_day(
            office.project, worker, day, Decimal(work_days), reason, Decimal(hours or 8)
            if hours else None,
        )  # fmt: skip
    assert days(office) == {}


def test_a_pasted_block_goes_in_whole_or_not_at_all(office):
    worker, other = office.worker("工人乙").id, office.worker("工人丙").id
    cells = [(worker, DAY, Decimal(1)), (other, DAY, Decimal("0.5"))]
    office.attendance.set_days(office.project, cells, "没有考勤机的班组")
    assert (days(office), days(office, "工人丙")) == ({DAY: 1}, {DAY: Decimal("0.5")})
    bad = [(worker, date(2026, 3, 3), Decimal(1)), (other, date(2025, 3, 3), Decimal(1))]
    with pytest.raises(WrongValue):
        office.attendance.set_days(office.project, bad, "没有考勤机的班组")
    assert days(office) == {DAY: 1}


def _lock_sheet_of(office, worker):
    job = worker.employments[0]
    line = WageLine(
        LineId(new_id()), 1, worker.id, worker.name, worker.id_number, job.team, "钢筋班",
        job.trade, PayKind.DAY, Money(26_000), Decimal(0), (),
    )  # fmt: skip
    with office.write() as books:
        project = books.projects.get(office.project)
        company = project.subcontractors()[0].company
        books.sheets.put(
            WageSheet(
                SheetId(new_id()), project.id, CompanyId(company.id), company.name, MARCH, 0,
                SheetState.LOCKED, (line,),
            )
        )  # fmt: skip
        books.commit()


def test_a_locked_month_is_not_changed(office):
    worker = office.worker("工人乙")
    _lock_sheet_of(office, worker)
    service = office.attendance
    acts = [
        lambda: service.set_day(office.project, worker.id, DAY, Decimal(1), "补记"),
        lambda: service.clear_day(office.project, worker.id, DAY),
        lambda: service.approve_hours(office.project, [(worker.id, DAY, HoursKind.OVERTIME, 60)]),
    ]
    for act in acts:
        with pytest.raises(WrongState):
            act()
    service.set_day(office.project, worker.id, date(2026, 4, 1), Decimal(1), "四月未锁定")
    service.set_day(office.project, office.worker("工人丙").id, DAY, Decimal(1), "不在锁定的表上")


def test_a_changed_rate_spares_locked_months(office):
    _lock_sheet_of(office, office.worker("工人乙"))
    office.take_roster(person(1, **{"单价(元)": "300"}), person(2))
    terms = office.worker("工人乙").employments[0].pay_terms
    assert [(term.rate.fen, term.since) for term in terms] == [
        (26_000, date(2026, 1, 5)),
        (30_000, date(2026, 4, 1)),
    ]


def test_hours_are_proposed_and_only_then_approved(office):
    """2026-03-02 is a Monday, 03-07 a Saturday, 04-05 Qingming; lunch takes an hour."""
    for day, first, last in (
        ("2026-03-02", "07:00", "18:40"),  # 11:40 − 1:00 − 8:00 = 2:40 → 150 minutes
        ("2026-03-03", "07:00", "16:20"),  # 20 minutes: nothing
        ("2026-03-07", "07:00", "18:00"),  # Saturday: 10:00, at most 8:00
        ("2026-03-08", "07:00", "11:30"),  # Sunday: 4:30 without lunch
    ):
        office.take_punches(("101", f"{day} {first}:00"), ("101", f"{day} {last}:00"))
    proposals = office.attendance.propose_hours(office.project, MARCH)
    assert [(p.day.day, p.kind, p.minutes) for p in proposals] == [
        (2, HoursKind.OVERTIME, 150),
        (7, HoursKind.REST_DAY, 480),
        (8, HoursKind.REST_DAY, 270),
    ]
    assert proposals[0].why == "07:00–18:40"
    row = office.row(MARCH, "工人乙")
    assert all(mark.approved == () for mark in row.marks.values())
    first = proposals[0]
    office.attendance.approve_hours(
        office.project, [(first.worker, first.day, first.kind, first.minutes)]
    )
    (approved,) = office.row(MARCH, "工人乙").marks[DAY].approved
    assert (approved.minutes, approved.by_name) == (150, "张工")
    assert len(office.attendance.propose_hours(office.project, MARCH)) == 2
    office.attendance.approve_hours(office.project, [(first.worker, DAY, first.kind, 0)])
    assert office.row(MARCH, "工人乙").marks[DAY].approved == ()


def test_a_holiday_is_proposed_as_holiday(office):
    office.clock.move(days=30)
    office.take_punches(("101", "2026-04-05 07:00:00"), ("101", "2026-04-05 12:00:00"))
    (proposal,) = office.attendance.propose_hours(office.project, MARCH.next)
    assert (proposal.kind, proposal.minutes) == (HoursKind.HOLIDAY, 240)
    assert proposal.why == "清明节 07:00–12:00"


def test_a_month_without_punches_says_so(office):
    grid = office.attendance.month(office.project, MARCH)
    assert [f.code for f in grid.findings] == [Code.NO_PUNCHES]
    assert len(grid.days) == 31
    assert [row.work_days for row in grid.rows] == [0, 0]


def test_who_is_not_employed_is_not_in_the_month(office):
    office.take_roster(person(1, 离场日期="2026-02-28"), person(2))
    rows = office.attendance.month(office.project, MARCH).rows
    assert [row.name for row in rows] == ["工人丙"]
    worker = office.worker("工人丙")
    assert replace(worker, version=0).employments[0].overlaps(MARCH.first, MARCH.last)
