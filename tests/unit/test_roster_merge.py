"""A row laid over a worker: numbers that change hands, cards of one day, names, returns."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.worker import Capture, DeviceNumber
from tests.unit.intake_office import card_number, make_intake, person


@pytest.fixture
def office(tmp_path):
    intake = make_intake(tmp_path)
    intake.take_site()
    return intake


def numbers(office, name):
    return office.worker(name).employments[0].device_numbers


def test_a_number_ends_the_day_before_it_is_somebody_elses_and_may_come_back(office):
    office.take_roster(person(1))
    heir = person(2, 进场日期="2026-03-10")
    office.take_roster(person(1, 考勤号="150"), heir | {"考勤号": "101"})
    assert numbers(office, "工人乙")[0] == DeviceNumber("101", None, date(2026, 3, 9))
    office.take_roster(person(1), heir)
    assert DeviceNumber("101", date(2026, 3, 10)) in numbers(office, "工人乙")


def test_two_cards_of_one_day_leave_the_last(office):
    office.take_roster(person(1))
    for n in (77, 78):
        office.take_roster(person(1, 工资卡号=card_number(n)))
    assert [card.number for card in office.worker("工人乙").cards] == [
        card_number(1), card_number(78),
    ]  # fmt: skip


def test_an_entry_on_the_last_day_is_the_same_stay(office):
    office.take_roster(person(1, 离场日期="2026-02-10"))
    office.take_roster(person(1, 进场日期="2026-02-10"))
    assert len(office.worker("工人乙").employments) == 1


def test_a_name_that_a_file_changes_is_no_longer_read_from_the_card(office):
    office.take_roster(person(1))
    with office.write() as books:
        books.workers.put(replace(office.worker("工人乙"), captured=Capture.READER))
        books.commit()
    office.take_roster(person(1, 手机号码="13911112222"))
    assert office.worker("工人乙").captured is Capture.READER
    office.take_roster(person(1, 姓名="工人乙二"))
    assert office.worker("工人乙二").captured is Capture.IMPORTED


@pytest.mark.parametrize("entry", [date(2026, 1, 3), date(2026, 1, 8)])
def test_a_corrected_entry_takes_the_first_rate_along(office, entry):
    office.take_roster(person(1))
    office.take_roster(person(1, 进场日期=str(entry)))
    (job,) = office.worker("工人乙").employments
    assert (job.entry, [term.since for term in job.pay_terms]) == (entry, [entry])
