"""Entering, leaving, moving: dated facts, locked months, one month for two subcontractors."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.errors import Refused
from desktop.domain.findings import Code, Level
from desktop.domain.ids import ProjectId, TeamId, WorkerId, new_id
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.movement import Entry, job_on, jobs_in, moved
from desktop.domain.project import Team
from desktop.domain.worker import Capture, Card, DeviceNumber, PayKind, PayTerm, Worker
from desktop.services.attendance.month import month_attendance
from desktop.services.movements import Movements
from printing.paper import PdfPaper
from tests.unit.intake_office import card_number, id_number, make_intake, person
from tests.unit.payroll_office import MARCH, Office

MID = date(2021, 3, 6)


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    made.movements = Movements(
        books=made.books, reads=made.reads, clock=made.clock, seat=made.seat, paper=PdfPaper()
    )
    with made.books() as books:
        made.workers = [
            books.workers.put(replace(worker, cards=(Card(card_number(40 + n)),)))
            for n, worker in enumerate(made.workers)
        ]
        books.commit()
    return made


def codes(findings, level=None):
    return {one.code for one in findings if level is None or one.level is level}


def stored(office, index):
    with office.reads() as books:
        return books.workers.get(office.workers[index].id)


def add_team(office, subcontractor, name):
    team = Team(TeamId(new_id()), office.project.id, subcontractor, name)
    with office.books() as books:
        books.projects.put_team(team)
        books.commit()
    return team


def give_number(office, index, number):
    worker = stored(office, index)
    job = replace(worker.employments[0], device_numbers=(DeviceNumber(number),))
    with office.books() as books:
        books.workers.put(replace(worker, employments=(job,)))
        books.commit()


def newcomer(n=7):
    return Worker(
        WorkerId(new_id()), "新来甲", id_number(f"62010219900101{n:03d}"), phone="13900000008"
    )


def entry(office, team=0, day=MID, **more):
    term = PayTerm(PayKind.DAY, Money.of_yuan(280), date(2000, 1, 1))
    return Entry(office.project.id, office.teams[team].id, "钢筋工", day, term, **more)


def test_a_new_worker_enters_with_everything_dated_from_his_first_day(office):
    card = Card(card_number(3), "中国建设银行")
    done = office.movements.enter(newcomer(), entry(office, device_number="77", card=card)).value
    worker = office_worker(office, done)
    (job,) = worker.employments
    assert (job.entry, job.exit, job.pay_terms[0].since) == (MID, None, MID)
    assert job.device_numbers == (DeviceNumber("77", MID, None),)
    assert (worker.captured, worker.captured_at) == (Capture.TYPED, office.clock.now())
    assert worker.initials == "xlj"
    assert worker.card(MID).number == card.number
    assert office.actions()[-1] == "roster.enter"


def office_worker(office, done):
    with office.reads() as books:
        return books.workers.get(done.stored[0].id)


def test_a_wrong_identity_number_and_another_mans_card_are_said_together_and_nothing_is_written(
    office,
):
    bad = replace(newcomer(), id_number="620102199001010078")
    taken = Card(stored(office, 0).cards[0].number)
    plan = office.movements.plan_enter(bad, entry(office, card=taken))
    assert {Code.ID_CHECK_DIGIT, Code.CARD_SHARED} <= codes(plan.findings, Level.STOP)
    with pytest.raises(Refused):
        office.movements.carry_out(plan)
    assert office.movements.known(bad.id_number) is None


def test_who_is_there_cannot_enter_again_and_who_left_can(office):
    worker = office.workers[0].id
    plan = office.movements.plan_enter(worker, entry(office))
    assert Code.ALREADY_ON_SITE in codes(plan.findings, Level.STOP)
    office.movements.exit(worker, office.project.id, date(2021, 3, 5), "回家")
    back = office.movements.enter(worker, entry(office, day=date(2021, 4, 1))).value
    first, second = jobs_in(back.stored[0], office.project.id)
    assert (first.exit, first.exit_reason, second.entry) == (
        date(2021, 3, 5), "回家", date(2021, 4, 1),
    )  # fmt: skip


def test_a_worker_the_office_knows_enters_another_project_and_is_told_of_the_first(office):
    other = replace(office.project, id=ProjectId(new_id()), name="兰州示例学校", version=0)
    with office.books() as books:
        other = books.projects.put(other)
        sub = other.subcontractors()[0].company
        team = Team(TeamId(new_id()), other.id, sub.id, "钢筋班")
        books.projects.put_team(team)
        books.commit()
    known = stored(office, 0)
    typed = Worker(WorkerId(new_id()), known.name, known.id_number)
    plan = office.movements.plan_enter(typed, Entry(other.id, team.id, "钢筋工", MID))
    assert codes(plan.findings) == {Code.OTHER_PROJECT}
    done = office.movements.carry_out(plan).value
    assert done.stored[0].id == known.id
    assert {job.project for job in done.stored[0].employments} == {office.project.id, other.id}


def test_leaving_ends_the_device_numbers_and_names_days_worked_after_it(office):
    give_number(office, 0, "1001")
    plan = office.movements.plan_exit(office.project.id, [office.workers[0].id], MID, "完工")
    # marks stand on March 1 to 10: the 7th to the 10th lie after the 6th
    (after,) = [one for one in plan.findings if one.code is Code.DAYS_AFTER_EXIT]
    assert after.facts["count"] == "4"
    office.movements.carry_out(plan)
    job = stored(office, 0).employments[0]
    assert (job.exit, job.exit_reason) == (MID, "完工")
    assert job.device_numbers == (DeviceNumber("1001", None, MID),)


def test_leaving_needs_a_reason_and_somebody_who_is_there(office):
    plan = office.movements.plan_exit(
        office.project.id, [office.workers[0].id], date(2019, 1, 1), " "
    )
    assert codes(plan.findings, Level.STOP) == {Code.REQUIRED_EMPTY, Code.NOT_ON_SITE}


def test_a_whole_team_leaves_only_by_its_head_count(office):
    team = office.teams[0].id
    plan = office.movements.plan_exit(office.project.id, (), MID, "完工", (team, 4))
    (wrong,) = [one for one in plan.findings if one.code is Code.HEAD_COUNT_WRONG]
    assert (wrong.level, wrong.facts["count"], wrong.facts["written"]) == (Level.STOP, "3", "4")
    right = office.movements.plan_exit(office.project.id, (), MID, "完工", (team, 3))
    assert not right.is_stopped
    office.movements.carry_out(right)
    assert [stored(office, n).employments[0].exit for n in range(4)] == [MID, MID, MID, None]


def test_a_transfer_carries_terms_and_numbers_dated_and_every_day_counts_once(office):
    team = add_team(office, office.teams[0].subcontractor, "钢筋二班")
    give_number(office, 0, "1001")
    office.movements.move(office.workers[0].id, office.project.id, team.id, MID)
    worker = stored(office, 0)
    before, after = jobs_in(worker, office.project.id)
    assert (before.exit, after.entry, after.exit) == (date(2021, 3, 5), MID, None)
    assert before.device_numbers == (DeviceNumber("1001", None, date(2021, 3, 5)),)
    assert after.device_numbers == (DeviceNumber("1001", MID, None),)
    assert after.pay_terms == (PayTerm(PayKind.DAY, Money.of_yuan(260), MID),)
    assert job_on(worker, office.project.id, date(2021, 3, 5)) is before
    with office.reads() as books:
        marks = month_attendance(books, office.project, MARCH)[worker.id]
    assert marks.work_days == Decimal(10)
    office.prepare()
    (sheet,) = [s for s in office.sheets() if s.subcontractor == team.subcontractor]
    (line,) = [line for line in sheet.lines if line.worker == worker.id]
    # ten days at 260 yuan, five in each team
    assert (line.team_name, line.gross) == ("钢筋二班", Money.of_yuan(2600))


def test_punches_of_a_moving_month_belong_to_the_same_man_on_both_sides_of_the_day(office):
    team = add_team(office, office.teams[0].subcontractor, "钢筋二班")
    give_number(office, 2, "1003")
    at = [("1003", f"2021-03-{day:02d} {hour}:00:00") for day in (5, 6) for hour in ("07", "18")]
    punch(office, at)
    office.movements.move(office.workers[2].id, office.project.id, team.id, MID)
    with office.reads() as books:
        marks = month_attendance(books, office.project, MARCH)[office.workers[2].id].marks
    assert [marks[date(2021, 3, day)].work_days for day in (5, 6)] == [Decimal(1), Decimal(1)]


def punch(office, rows):
    from desktop.domain.attendance import instant  # noqa: PLC0415

    with office.books() as books:
        device = books.attendance.device(office.project.id, "南门")
        rows = [(number, instant(when), 0, 0) for number, when in rows]
        books.attendance.add_punches(device, rows, 1)
        books.commit()


def test_a_month_for_two_subcontractors_is_named_before_the_move(office):
    wood = office.teams[1]
    plan = office.movements.plan_move(office.project.id, [office.workers[0].id], wood.id, MID)
    (split,) = plan.findings
    assert (split.code, split.level) == (Code.SHEET_NOT_SPLIT, Level.WARN)
    # March 1 to 5 were worked for the first one
    assert split.facts["count"] == "5.0"
    assert (split.facts["from"], split.facts["to"]) == ("甲示例劳务有限公司", "乙示例劳务有限公司")
    first = office.movements.plan_move(
        office.project.id, [office.workers[0].id], wood.id, date(2021, 3, 1)
    )
    assert first.findings == ()


def test_a_transfer_at_the_months_beginning_leaves_each_sheet_its_own_days(office):
    office.movements.move(
        office.workers[0].id, office.project.id, office.teams[1].id, date(2021, 3, 1)
    )
    office.prepare()
    by_company = {s.subcontractor: {x.worker for x in s.lines} for s in office.sheets()}
    assert office.workers[0].id in by_company[office.teams[1].subcontractor]
    assert office.workers[0].id not in by_company[office.teams[0].subcontractor]


def test_the_same_team_and_the_day_of_entry_are_no_transfer(office):
    worker, project = office.workers[0], office.project.id
    same = office.movements.plan_move(project, [worker.id], office.teams[0].id, MID)
    assert codes(same.findings, Level.STOP) == {Code.SAME_TEAM}
    first = office.movements.plan_move(
        project, [worker.id], office.teams[1].id, worker.employments[0].entry
    )
    assert codes(first.findings, Level.STOP) == {Code.EXIT_BEFORE_ENTRY}


def test_a_locked_month_refuses_what_would_change_it_and_takes_the_rest(office):
    give_number(office, 3, "1004")
    punch(office, [("1004", f"2021-03-20 {hour}:00:00") for hour in ("07", "18")])
    office.prepare()
    office.sign_all()
    office.lock_all()
    project = office.project.id
    move = office.movements.plan_move(project, [office.workers[0].id], office.teams[1].id, MID)
    (locked,) = [one for one in move.findings if one.code is Code.MONTH_LOCKED]
    assert (locked.level, locked.facts["month"], locked.facts["what"]) == (
        Level.STOP, "2021-03", "班组",
    )  # fmt: skip
    early = office.movements.plan_exit(project, [office.workers[3].id], date(2021, 3, 19), "回家")
    assert Code.MONTH_LOCKED in codes(early.findings, Level.STOP)  # the punches of the 20th
    late = office.movements.plan_exit(project, [office.workers[3].id], date(2021, 3, 20), "回家")
    assert late.findings == ()
    april = office.movements.plan_move(
        project, [office.workers[0].id], office.teams[1].id, date(2021, 4, 1)
    )
    assert april.findings == ()


def test_a_movement_is_taken_back_until_somebody_builds_on_it(office):
    before = stored(office, 0)
    done = office.movements.exit(before.id, office.project.id, MID, "完工").value
    assert office.movements.undo(done).value == ()
    assert replace(stored(office, 0), version=before.version) == before
    done = office.movements.exit(before.id, office.project.id, MID, "完工").value
    with office.books() as books:
        books.workers.put(replace(stored(office, 0), note="后来改过"))
        books.commit()
    with pytest.raises(Refused) as refused:
        office.movements.undo(done)
    assert codes(refused.value.findings) == {Code.UNDO_KEPT}
    assert stored(office, 0).employments[0].exit == MID


def test_a_new_worker_is_taken_back_unless_days_were_entered_for_him(office):
    done = office.movements.enter(newcomer(), entry(office)).value
    office.movements.undo(done)
    assert office.movements.known(done.stored[0].id_number) is None
    done = office.movements.enter(newcomer(), entry(office)).value
    office.workers.append(done.stored[0])
    office.mark(4, 8)
    with pytest.raises(Refused):
        office.movements.undo(done)
    assert office.movements.known(done.stored[0].id_number) is not None


def test_undoing_after_the_month_is_locked_is_refused_where_it_would_change_the_sheet(office):
    give_number(office, 3, "1004")
    punch(office, [("1004", f"2021-03-20 {hour}:00:00") for hour in ("07", "18")])
    done = office.movements.exit(
        office.workers[3].id, office.project.id, date(2021, 3, 19), "回家"
    ).value
    office.prepare()
    office.sign_all()
    office.lock_all()
    with pytest.raises(Refused) as refused:
        office.movements.undo(done)
    assert codes(refused.value.findings) == {Code.MONTH_LOCKED}


def test_what_a_platform_will_not_take_back_is_said_before(office):
    steel = replace(office.teams[0], filed_on=date(2021, 2, 1), leader=office.workers[0].id)
    other = add_team(office, steel.subcontractor, "钢筋二班")
    with office.books() as books:
        books.projects.put_team(steel)
        books.commit()
    project, workers = office.project.id, [office.workers[0].id, office.workers[1].id]
    move = office.movements.plan_move(project, workers, other.id, date(2021, 3, 1))
    assert [one.code for one in move.one_way] == [Code.TEAM_MOVE_ONE_WAY]
    assert Code.TEAM_LEADER_LEAVES in codes(move.findings, Level.WARN)
    leave = office.movements.plan_exit(project, workers, date(2021, 3, 31), "完工")
    assert [one.code for one in leave.one_way] == [Code.TEAM_EXIT_ONE_WAY]
    back = office.movements.plan_move(project, [office.workers[3].id], other.id, date(2021, 3, 1))
    assert back.one_way == ()


def test_the_months_between_two_days_are_each_named_once():
    from desktop.services.movements.facts import months_from  # noqa: PLC0415

    found = list(months_from(date(2025, 12, 31), date(2026, 2, 1)))
    assert found == [WageMonth(2025, 12), WageMonth(2026, 1), WageMonth(2026, 2)]


def test_the_old_roster_file_again_does_not_undo_a_transfer(tmp_path):
    here = make_intake(tmp_path)
    here.take_site()
    rows = (person(1), person(2, 班组="木工班"))
    here.take_roster(*rows)
    movements = Movements(
        books=here.write, reads=here.read, clock=here.clock, seat=here.seat, paper=PdfPaper()
    )
    worker = here.worker(rows[0]["姓名"])
    teams = {team.name: team.id for team in here.projects.teams(here.project)}
    movements.move(worker.id, here.project, teams["木工班"], date(2026, 3, 1))
    again = here.propose(*rows)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 2)
    other = here.propose(person(1, 班组="混凝土班"), rows[1])
    here.roster.accept(other)
    first, second = jobs_in(here.roster.worker(worker.id), here.project)
    # the file moves him on, and his stays do not run into each other
    assert (first.exit, second.entry) == (date(2026, 2, 28), date(2026, 3, 1))


def test_nobody_enters_on_the_day_he_leaves(office):
    """The last day is still one on the site: the next entry is the day after at the earliest."""
    worker = office.workers[0].id
    office.movements.exit(worker, office.project.id, date(2021, 3, 5), "回家")
    same = office.movements.plan_enter(worker, entry(office, day=date(2021, 3, 5)))
    assert Code.ALREADY_ON_SITE in codes(same.findings, Level.STOP)
    after = office.movements.plan_enter(worker, entry(office, day=date(2021, 3, 6)))
    assert Code.ALREADY_ON_SITE not in codes(after.findings)


def test_a_month_that_is_only_prepared_stops_nothing(office):
    office.prepare()
    plan = office.movements.plan_move(
        office.project.id, [office.workers[0].id], office.teams[1].id, MID
    )
    assert codes(plan.findings, Level.STOP) == set()


def test_terms_and_numbers_that_begin_later_begin_once_and_on_their_day(office):
    """A rate from the day of the transfer belongs to the new team alone, a later number too."""
    old, new = (PayTerm(PayKind.DAY, Money.of_yuan(n), d) for n, d in
                ((260, date(2021, 1, 4)), (300, MID)))  # fmt: skip
    later = date(2021, 3, 20)
    worker = stored(office, 0)
    job = replace(
        worker.employments[0],
        pay_terms=(old, new),
        device_numbers=(
            DeviceNumber("9", None, date(2021, 2, 1)),
            DeviceNumber("7", None, date(2021, 3, 25)),
            DeviceNumber("8", later),
        ),
    )
    worker = replace(worker, employments=(job,))
    before, after = moved(worker, job, office.teams[1].id, "", MID).employments
    assert (before.pay_terms, after.pay_terms) == ((old,), (new,))
    assert before.device_numbers == (
        DeviceNumber("9", None, date(2021, 2, 1)), DeviceNumber("7", None, date(2021, 3, 5)),
    )  # fmt: skip
    assert after.device_numbers == (
        DeviceNumber("7", MID, date(2021, 3, 25)), DeviceNumber("8", later),
    )  # fmt: skip


def test_who_leaves_that_day_already_is_not_counted_again(office):
    project, team, worker = office.project.id, office.teams[0].id, office.workers[0].id
    before = {one.id for one in office.movements.members(project, team, MID)}
    assert worker in before
    office.movements.exit(worker, project, MID, "回家")
    assert {one.id for one in office.movements.members(project, team, MID)} == before - {worker}
