"""Ages against the dated, local table; birthdays counted by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.domain.ages import AgeLimit, AgeRules, Delay, Subject
from desktop.domain.findings import Code, Level
from desktop.domain.identity import IdKind
from desktop.domain.ids import ProjectId, TeamId, WorkerId, new_id
from desktop.domain.worker import Employment, Worker
from desktop.services import ages, terms
from desktop.services.roster import checks
from tests.unit.intake_office import id_number, make_intake, person

LANZHOU, SHANGHAI = "620102", "310115"


def level(birth, sex, day, area=LANZHOU, trade="钢筋工"):
    verdict = ages.judge(birth, sex, day, area, trade)
    return verdict and verdict.level


@pytest.mark.parametrize(
    ("birth", "day", "expected"),
    [
        (date(2010, 3, 2), date(2026, 3, 1), Level.STOP),  # sixteen tomorrow
        (date(2010, 3, 2), date(2026, 3, 2), Level.NOTE),
        (date(2008, 3, 2), date(2026, 3, 1), Level.NOTE),
        (date(2008, 3, 2), date(2026, 3, 2), None),
        (date(2008, 2, 29), date(2026, 2, 28), Level.NOTE),
        (date(2008, 2, 29), date(2026, 3, 1), None),
    ],
)
def test_the_young(birth, day, expected):
    assert level(birth, "男", day) is expected


def test_the_young_may_not_do_everything():
    born, day = date(2009, 1, 1), date(2026, 11, 22)
    assert level(born, "男", day, trade="桩工") is Level.WARN
    assert level(born, "男", day, trade="谁也不知道的工种") is Level.NOTE


@pytest.mark.parametrize(
    ("sex", "birth", "trade", "area", "expected"),
    [
        ("男", date(1966, 11, 23), "钢筋工", SHANGHAI, None),  # sixty tomorrow
        ("男", date(1966, 11, 22), "钢筋工", SHANGHAI, Level.WARN),
        ("女", date(1976, 11, 22), "钢筋工", SHANGHAI, Level.WARN),
        ("男", date(1971, 11, 22), "架子工", SHANGHAI, Level.WARN),  # 55, at height
        ("男", date(1971, 11, 22), "钢筋工", SHANGHAI, None),
        ("女", date(1981, 11, 22), "外架工", SHANGHAI, Level.WARN),  # 45, at height
        ("男", date(1966, 11, 22), "架子工", LANZHOU, None),  # no such rule there
        ("男", date(1966, 11, 22), "钢筋工", "421102", Level.WARN),  # Huanggang
        ("男", date(1966, 11, 22), "钢筋工", "420102", None),  # Wuhan, the same province
        ("", date(1966, 11, 22), "钢筋工", SHANGHAI, None),  # sex unknown: nothing is guessed
    ],
)
def test_local_limits_by_sex_class_and_place(sex, birth, trade, area, expected):
    assert level(birth, sex, date(2026, 11, 22), area, trade) is expected


def test_a_rule_counts_from_its_day():
    assert level(date(1958, 1, 1), "男", date(2018, 12, 31), SHANGHAI) is None
    assert level(date(1958, 1, 1), "男", date(2019, 1, 1), SHANGHAI) is Level.WARN


# The decision's own table (annex): men born January 1965 at 60 years 1 month, April 1965 too,
# May 1965 at 60 years 2 months, from September 1976 on at 63; women of 50 born January 1975 at
# 50 years 1 month, February 1975 too, March 1975 at 50 years 2 months, from November 1984 at 55.
@pytest.mark.parametrize(
    ("sex", "birth", "day"),
    [
        ("男", date(1964, 12, 31), date(2024, 12, 31)),
        ("男", date(1965, 1, 15), date(2025, 2, 15)),
        ("男", date(1965, 4, 15), date(2025, 5, 15)),
        ("男", date(1965, 5, 15), date(2025, 7, 15)),
        ("男", date(1976, 8, 15), date(2039, 7, 15)),
        ("男", date(1976, 9, 15), date(2039, 9, 15)),
        ("男", date(1990, 9, 15), date(2053, 9, 15)),
        ("女", date(1975, 2, 1), date(2025, 3, 1)),
        ("女", date(1975, 3, 1), date(2025, 5, 1)),
        ("女", date(1984, 11, 1), date(2039, 11, 1)),
    ],
)
def test_retirement_comes_later_by_month_of_birth(sex, birth, day):
    subject = Subject(birth, sex, LANZHOU)
    verdict = ages.rules().reaches(subject, date(2024, 1, 1), date(2060, 1, 1))
    assert verdict.day == day
    assert not verdict.limit.bars
    assert ages.judge(birth, sex, day, LANZHOU) is None  # it ends a contract and bars nobody


def test_a_birthday_that_the_month_has_not_is_the_next_day():
    limit = AgeLimit("", "", "", Level.NOTE, date.min, limit=60, delay=Delay(date.min, 1, 1))
    assert limit.reached(date(1966, 1, 31)) == date(2026, 3, 1)  # 31 February


def test_the_gravest_row_is_told():
    mild = AgeLimit("", "", "", Level.NOTE, date.min, least=18)
    rules = AgeRules((mild, replace(mild, level=Level.STOP, least=17), replace(mild, least=20)))
    assert rules.judge(Subject(date(2010, 1, 1), ""), date(2026, 1, 2)).level is Level.STOP


@pytest.fixture
def office(tmp_path):
    made = make_intake(tmp_path)
    made.take_site()
    return made


def service(office):
    return ages.Ages(reads=office.read, clock=office.clock)


def test_who_is_too_young_for_some_work_is_listed(office):
    """On the fixture's day, 2026-04-01, one is seventeen and the other forty-six."""
    rows = [
        person(1, 身份证号码=id_number("62010220090401011"), 进场日期="2026-03-01"),
        person(2, 身份证号码=id_number("62010219800101001")),
    ]
    office.take_roster(*rows)
    (line,) = service(office).lines(office.project)
    assert (line.name, line.team, line.is_due) == (rows[0]["姓名"], "钢筋班", True)
    assert (line.finding.code, line.finding.level) == (Code.AGE_LIMIT, Level.NOTE)
    assert line.verdict.age == 17


def test_soon_and_due_are_told_apart_and_leavers_left_out(office):
    """A man born 1965-05-15 retires on 2025-07-15: soon on 2025-06-20, due a month later."""
    man = person(1, 身份证号码=id_number("62010219650515011"), 进场日期="2025-01-05")
    gone = person(2, 身份证号码=id_number("62010219650515013"), 进场日期="2025-01-05",
                  离场日期="2025-06-01")  # fmt: skip
    office.take_roster(man, gone)
    told = []
    for day in (date(2025, 6, 1), date(2025, 6, 20), date(2025, 7, 15)):
        office.clock.moment = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
        told.append(
            [(o.name, o.is_due, o.verdict.day) for o in service(office).lines(office.project)]
        )
    name, day = man["姓名"], date(2025, 7, 15)
    assert told == [[], [(name, False, day)], [(name, True, day)]]


def faults(worker, today=date(2026, 11, 22), area=LANZHOU):
    areas = {job.project: area for job in worker.employments}
    return {(f.code, f.level) for f in checks.check_worker(worker, today, areas)}


def worker(number, kind=IdKind.RESIDENT, **changes):
    return Worker(WorkerId(new_id()), "王五", number, id_kind=kind, **changes)


@pytest.mark.parametrize(
    ("number", "kind", "expected"),
    [
        ("810000199001010019", IdKind.HMT_PERMIT, set()),
        ("KOR310080010112", IdKind.FOREIGN_PERMANENT, set()),
        ("01234567", IdKind.TAIWAN_TRAVEL, set()),
        ("H123", IdKind.HK_MACAO_TRAVEL, {(Code.ID_KIND_FORMAT, Level.STOP)}),
        ("810000199001010019", IdKind.RESIDENT, {(Code.ID_KIND_OTHER, Level.NOTE)}),
        (id_number("99999919900101001"), IdKind.RESIDENT, {(Code.ID_KIND_OTHER, Level.NOTE)}),
        (id_number("66010219900101001"), IdKind.RESIDENT, {(Code.ID_AREA_UNKNOWN, Level.NOTE)}),
        (id_number("51020219900101001"), IdKind.RESIDENT, set()),  # Chongqing before 1997
    ],
)
def test_a_form_is_judged_by_the_kind_of_paper(number, kind, expected):
    assert faults(worker(number, kind)) == expected


def test_a_passport_is_judged_by_the_birth_that_was_typed():
    young = worker("E12345678", IdKind.PASSPORT, birth=date(2012, 1, 1), sex="男")
    assert (Code.AGE_UNDER_16, Level.STOP) in faults(young)
    assert faults(replace(young, birth=date(1990, 1, 1))) == set()


def test_every_entry_of_a_worker_is_judged_where_it_was():
    """Fifty-nine when he came to Lanzhou, sixty in Shanghai: born 1960-06-01."""
    born, here, there = id_number("62010219600601001"), ProjectId(new_id()), ProjectId(new_id())
    jobs = (
        Employment(here, TeamId(new_id()), "钢筋工", date(2019, 7, 1), date(2019, 12, 31)),
        Employment(there, TeamId(new_id()), "钢筋工", date(2020, 6, 1), date(2020, 9, 30)),
    )
    man, areas = worker(born, employments=jobs), {here: LANZHOU, there: SHANGHAI}
    today = date(2026, 11, 22)
    told = [f.facts["place"] for f in checks.check_worker(man, today, areas)]
    assert told == ["上海市"]
    assert list(checks.check_worker(replace(man, employments=jobs[:1]), today, areas)) == []


def test_areas_that_were_and_never_were():
    assert terms.area_name("510202") == "四川省重庆市"
    assert terms.area_name("429004") == "湖北省省（自治区）直辖县级行政区划"
    assert terms.area_name("660102") == ""
