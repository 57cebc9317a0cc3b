"""Attendance looked over: exceptions, confirmations, reconciliation, clocks, stoppages, notes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter

from desktop.domain.attendance import AttendanceRule, Counting, HoursKind
from desktop.domain.calendar import Calendar
from desktop.domain.errors import Refused, Unknown
from desktop.domain.findings import Code, Level
from desktop.domain.months import WageMonth
from desktop.domain.site_days import MonthPart
from desktop.domain.worker import DeviceNumber, Employment
from desktop.services.attendance.rules import preset, regional, regional_findings
from tests.unit.review_office import MARCH, contract, enter_holidays, hired, make_review

SECOND = date(2026, 3, 2)


@pytest.fixture
def site(tmp_path):
    return make_review(tmp_path)


@pytest.fixture(autouse=True)
def final(site, request):
    """Let 2026's holiday notice be entered, except where a test is about its absence."""
    if "holiday_notice" not in request.node.name:
        enter_holidays(site)


def test_a_good_month_has_no_exceptions(site):
    hired(site)
    for day in (2, 3, 4):
        site.day("101", day)
    assert site.found() == []


def test_each_exception_names_worker_and_day(site):
    hired(site)
    site.day("101", 3)
    site.punch("101", "2026-03-02 07:30:00 in")
    site.punch("101", "2026-03-04 04:00:00 in", "2026-03-04 20:30:00 out")  # 16.5 h
    site.punch("101", "2026-03-05 07:30:00 in", "2026-03-05 13:00:00 in", "2026-03-05 18:00:00 out")
    site.punch(
        "101", "2026-03-06 11:30:00 out", "2026-03-06 13:00:00 in", "2026-03-06 18:00:00 out"
    )
    site.punch("999", "2026-03-05 08:00:00 in")
    assert site.found() == [
        (Code.SINGLE_PUNCH, Level.WARN, "甲", SECOND),
        (Code.NUMBER_UNKNOWN, Level.WARN, "999", None),
        (Code.SPAN_IMPOSSIBLE, Level.WARN, "甲", date(2026, 3, 4)),
        (Code.ENTRY_WITHOUT_EXIT, Level.NOTE, "甲", date(2026, 3, 5)),
        (Code.EXIT_WITHOUT_ENTRY, Level.NOTE, "甲", date(2026, 3, 6)),
    ]
    site.change_rule(counting=Counting.PAIRED)  # now hours come of the pairs
    levels = {code: level for code, level, *_ in site.found()}
    assert levels[Code.ENTRY_WITHOUT_EXIT] is Level.WARN


def test_a_day_set_by_hand_is_settled(site):
    worker = hired(site)
    site.day("101", 3)
    site.punch("101", "2026-03-02 07:30:00 in")
    assert [code for code, *_ in site.found()] == [Code.SINGLE_PUNCH]
    site.attendance.set_day(site.project, worker, SECOND, Decimal(1), "班组长证明")
    assert site.found() == []


def test_punches_outside_an_employment_say_which_side(site):
    hired(site, entry=date(2026, 3, 10), exit=date(2026, 3, 20))
    for day in (9, 12, 21, 23):
        site.day("101", day)
    assert site.found() == [
        (Code.PUNCH_BEFORE_ENTRY, Level.STOP, "甲", date(2026, 3, 9)),
        (Code.PUNCH_AFTER_EXIT, Level.STOP, "甲", date(2026, 3, 21)),
        (Code.PUNCH_AFTER_EXIT, Level.STOP, "甲", date(2026, 3, 23)),
    ]


def test_somebody_who_left_last_month_still_punches(site):
    hired(site, exit=date(2026, 2, 20))
    site.day("101", 2)
    assert site.found() == [(Code.PUNCH_AFTER_EXIT, Level.STOP, "甲", SECOND)]


def test_punching_without_a_contract_is_said_once_with_its_days(site):
    worker = site.worker("甲", "101")
    for day in (2, 3, 16):
        site.day("101", day)
    (one,) = site.review.exceptions(site.project, MARCH).items
    assert (one.finding.code, one.day) == (Code.PUNCH_WITHOUT_CONTRACT, SECOND)
    assert one.finding.facts["days"] == "3"
    contract(site, worker, begin=date(2026, 3, 10))  # signed on the 10th: two days before it
    (one,) = site.review.exceptions(site.project, MARCH).items
    assert one.finding.facts["days"] == "2"


def test_a_month_without_a_rest_day_stands_out(site):
    hired(site)
    for day in range(1, 31):
        site.day("101", day)
    assert site.found() == []
    site.day("101", 31)
    assert site.found() == [(Code.NO_REST_DAY, Level.WARN, "甲", date(2026, 3, 31))]


def test_one_worker_on_two_sites_on_one_day(site):
    other, team = site.other_project("示例广场")
    job = Employment(other, team, "木工", date(2026, 1, 5), device_numbers=(DeviceNumber("7"),))
    worker = hired(site, jobs=(job,))
    site.day("101", 2)
    site.day("101", 3)
    site.day("7", 3, project=other)
    assert site.found() == [(Code.TWO_SITES, Level.STOP, "甲", date(2026, 3, 3))]
    facts = site.review.exceptions(site.project, MARCH).items[0].finding.facts
    assert (facts["here"], facts["there"], facts["other"]) == ("1", "1", "示例广场")
    site.attendance.set_day(other, worker, date(2026, 3, 3), Decimal(0), "人在示例花园")
    assert site.found() == []


def test_two_gates_within_seconds_are_a_hint(site):
    hired(site)
    site.day("101", 2)
    site.punch("101", "2026-03-02 07:30:20 in", gate="西门")
    assert [code for code, *_ in site.found()] == [Code.TWO_GATES_AT_ONCE]
    east, west = site.review.clocks(site.project, MARCH)
    assert (east.device.name, east.twins, west.twins) == ("东门", 1, 1)


def test_work_days_by_paired_hours_are_a_projects_choice(site):
    """07:30–11:30 and 13:00–16:00 are 7 h: 1 by first and last, 0.75 by eight paired hours."""
    hired(site)
    site.punch(
        "101", "2026-03-02 07:30:00 in", "2026-03-02 11:30:00 out", "2026-03-02 13:00:00 in",
        "2026-03-02 16:00:00 out",
    )  # fmt: skip
    assert site.attendance.month(site.project, MARCH).rows[0].work_days == 1
    site.change_rule(counting=Counting.PAIRED)
    (row,) = site.attendance.month(site.project, MARCH).rows
    assert row.work_days == Decimal("0.75")
    assert site.attendance.propose_hours(site.project, MARCH) == ()


def test_paired_hours_propose_overtime_without_a_meal_taken_off(site):
    """07:30–11:30, 13:00–19:40: 10 h 40 min of work, 2 h 40 over eight, rounded to 2.5 h."""
    hired(site)
    site.change_rule(counting=Counting.PAIRED)
    site.punch(
        "101", "2026-03-02 07:30:00 in", "2026-03-02 11:30:00 out", "2026-03-02 13:00:00 in",
        "2026-03-02 19:40:00 out",
    )  # fmt: skip
    (one,) = site.attendance.propose_hours(site.project, MARCH)
    assert (one.kind, one.minutes) == (HoursKind.OVERTIME, 150)


def test_jilins_preset_carries_its_source():
    rule = preset("jilin").on(preset("paired").on(AttendanceRule(least_minutes=600)))
    assert (rule.least_punches, rule.least_minutes) == (2, 240)
    assert (rule.counting, rule.source) == (Counting.FIRST_LAST, "吉建规〔2023〕11号")
    with pytest.raises(Unknown):
        preset("nowhere")


def test_a_regions_festivals_are_dated_rows_and_never_guessed():
    empty = Calendar({}, frozenset())
    corban = date(2025, 6, 6)  # 古尔邦节 by the Xinjiang notice of 2025
    assert not regional(empty, "650102").is_working_day(corban)
    assert regional(empty, "620102") is empty
    assert regional_findings(empty, "650102", WageMonth(2025, 6)) == ()
    (unknown,) = regional_findings(empty, "650102", WageMonth(2026, 6))
    assert unknown.facts == {"year": "2026", "area": "新疆", "names": "肉孜节、古尔邦节"}


def test_a_year_without_its_holiday_notice_is_said_and_guessed_nowhere(site):
    """No notice of 2026 stands in these books; the place is in Xinjiang."""
    with site.write() as books:
        books.projects.put(replace(books.projects.get(site.project), area="650102"))
        books.commit()
    assert [(code, level) for code, level, *_ in site.found()] == [
        (Code.CALENDAR_NOT_FINAL, Level.NOTE),
        (Code.FESTIVALS_UNKNOWN, Level.NOTE),
    ]


def confirm(site, part=MonthPart.WHOLE, team=None):
    return site.review.confirm(site.project, MARCH, part, team).value


def states(site):
    """(part, team) → whether the paper still says what the books say."""
    return {
        (one.confirmation.part, one.team): one.matches
        for one in site.review.confirmations(site.project, MARCH)
    }


def test_a_changed_day_unsettles_exactly_the_sheets_that_show_it(site):
    one = hired(site)
    hired(site, "乙", "102", team="瓦工班")
    for day in (2, 12, 25):
        site.day("101", day)
        site.day("102", day)
    for part in MonthPart:
        confirm(site, part)
    assert len(states(site)) == 8
    assert all(states(site).values())
    site.attendance.set_day(site.project, one, date(2026, 3, 12), Decimal("0.5"), "核实")
    stale = {key for key, matches in states(site).items() if not matches}
    assert stale == {(MonthPart.SECOND_TEN, "木工班"), (MonthPart.WHOLE, "木工班")}
    site.attendance.clear_day(site.project, one, date(2026, 3, 12))
    assert all(states(site).values())


def test_a_sheet_that_says_the_same_is_the_same_sheet(site):
    worker = hired(site)
    site.day("101", 2)
    (first,) = confirm(site)
    (again,) = confirm(site)
    assert first.confirmation == again.confirmation
    site.attendance.set_day(site.project, worker, SECOND, Decimal("0.5"), "核实")
    (other,) = confirm(site)
    assert other.confirmation != first.confirmation
    assert other.rows[0].cells[:3] == ("", "△", "")
    assert other.rows[0].by_hand[1]


def test_a_printed_sheet_reads_back_and_its_scan_finds_it(site):
    hired(site)
    for day in range(2, 7):
        site.day("101", day)
    papers = confirm(site, MonthPart.FIRST_TEN)
    pdf = site.review.draw(papers)
    scan = site.folder / "scan.pdf"
    scan.write_bytes(pdf)
    (named,) = site.review.named_on(site.project, MARCH, scan)
    assert named.id == papers[0].confirmation
    signed = site.review.sign(named.id, date(2026, 3, 11), scan).value
    assert signed.signed_on == date(2026, 3, 11)
    assert site.review.evidence(signed.scan).content == pdf


def test_a_sheet_whose_days_changed_is_not_signed(site):
    worker = hired(site)
    site.day("101", 2)
    (paper,) = confirm(site)
    site.attendance.set_day(site.project, worker, SECOND, Decimal(0), "核实")
    scan = site.folder / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 signed")
    with pytest.raises(Refused) as refused:
        site.review.sign(paper.confirmation, date(2026, 3, 31), scan)
    assert [one.code for one in refused.value.findings] == [Code.CONFIRMATION_STALE]
    (kept,) = site.review.confirmations(site.project, MARCH)
    assert kept.confirmation.signed_on is None


def table(site, *rows, head=("序号", "姓名", "身份证号", "出勤天数")):
    path = site.folder / "platform.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["平台考勤统计"])
        for place, row in enumerate([head, *rows], 1):
            sheet.write_row(place, 0, row)
    return path


def test_platform_local_and_wage_days_show_their_differences_only(site):
    hired(site, "甲", "101")
    hired(site, "乙", "102")
    for day in (2, 3):
        site.day("101", day)
        site.day("102", day)
    path = table(site, (1, "甲", "", 2), (2, "乙", "", 5), ("", "合计", "", 7))
    proposal = site.review.read_platform_days(path, site.project, MARCH)
    assert (proposal.rows, proposal.findings) == (2, ())
    assert site.review.accept_platform_days(proposal).value == 2
    found = site.review.reconcile(site.project, MARCH)
    assert (found.same, found.has_platform, found.has_wages) == (1, True, False)
    (row,) = found.rows
    assert (row.name, row.platform, row.local, row.wage) == ("乙", 5, 2, None)


def test_a_wrong_platform_table_names_everything_at_once(site):
    hired(site, "甲", "101")
    hired(site, "甲", "102")
    path = table(site, (1, "甲", "", 2), (2, "丙", "", 3), (3, "丁", "", "32"), (4, "戊", "", "多"))
    proposal = site.review.read_platform_days(path, site.project, MARCH)
    assert [(one.code, one.level, one.row) for one in proposal.findings] == [
        (Code.WORKER_AMBIGUOUS, Level.STOP, 3),
        (Code.WORKER_UNKNOWN, Level.WARN, 4),
        (Code.WORKER_UNKNOWN, Level.WARN, 5),
        (Code.DAYS_WRONG, Level.STOP, 5),
        (Code.WORKER_UNKNOWN, Level.WARN, 6),
        (Code.DAYS_WRONG, Level.STOP, 6),
    ]
    with pytest.raises(Refused):
        site.review.accept_platform_days(proposal)
    assert not site.review.reconcile(site.project, MARCH).has_platform
