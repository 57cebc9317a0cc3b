"""Projects from a site.json and the form, the holiday table, minimum wages."""

import json
from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.calendar import CalendarDay, DayKind
from desktop.domain.company import CompanyRole
from desktop.domain.errors import AmbiguousProject, Refused, Unknown
from desktop.domain.findings import Code, Level
from desktop.domain.ids import ProjectId, new_id
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.notice import MinimumWage
from desktop.domain.project import ContactKind, PayDay, Project
from desktop.services.projects.holidays import shipped
from tests.unit.intake_office import SITE, make_intake


@pytest.fixture
def office(tmp_path):
    return make_intake(tmp_path)


@pytest.fixture(scope="module")
def still(tmp_path_factory):
    """One office for tests that only read."""
    return make_intake(tmp_path_factory.mktemp("still"))


def site(**changes):
    table = json.loads((SITE / "site.json").read_text("utf-8"))
    for path, value in changes.items():
        *parents, last = path.split("__")
        place = table
        for parent in parents:
            place = place[parent]
        if value is None:
            place.pop(last)
        else:
            place[last] = value
    return json.dumps(table, ensure_ascii=False).encode()


def test_the_sample_site_is_read_whole(office):
    proposal = office.projects.read_site((SITE / "site.json").read_bytes())
    assert proposal.findings == ()
    assert proposal.month == WageMonth(2021, 3)
    project_id = office.projects.accept_site(proposal).value
    project = office.projects.get(project_id)
    assert project == replace(proposal.project, version=project.version)
    assert project.member(CompanyRole.GENERAL_CONTRACTOR).person == "魏建业"
    assert project.pay_day == PayDay(10, next_month=True)
    assert project.contract_sum == Money(8_650_000_000)
    assert project.contact(ContactKind.PUBLIC_LEGAL_SERVICE).phone == "12348"
    assert project.contact(ContactKind.LABOUR_OFFICER).address == "项目部一楼劳资室"
    assert project.complaint_address == "https://example.invalid/gansu/clue?project=620102"
    wage = office.projects.minimum_wage("620103", date(2021, 3, 31))
    assert (wage.monthly, wage.hourly) == (Money(162_000), Money(1_700))
    assert office.projects.minimum_wage("620103", date(2019, 12, 31)) is None


def test_the_same_site_again_changes_nothing(office):
    office.take_site()
    before = office.projects.all()
    office.take_site()
    assert office.projects.all() == before


def test_a_changed_site_updates_the_same_project(office):
    first = office.take_site()
    content = site(pay_day=15, notice=None, subcontractor__phone="0931-8000020")
    proposal = office.projects.read_site(content)
    assert office.projects.accept_site(proposal).value == first
    project = office.projects.get(first)
    assert project.pay_day.day == 15
    assert project.member(CompanyRole.SUBCONTRACTOR).phone == "0931-8000020"
    # What the second file leaves out stays.
    assert project.contact(ContactKind.LEGAL_AID).phone == "0931-8000004"


def test_unknown_keys_are_left_alone(still):
    proposal = still.projects.read_site(site(weather="晴", notice__slogan="早发薪"))
    assert proposal.findings == ()


def test_an_incomplete_notice_is_a_finding_and_no_refusal(office):
    content = site(
        notice__labour_inspectorate__complaint_phone=None,
        notice__minimum_wage__document=None,
        notice__complaint_address=None,
        notice__arbitration__phone=None,  # its address is there, which is enough
    )
    proposal = office.projects.read_site(content)
    assert {(f.code, f.level, f.column) for f in proposal.findings} == {
        (Code.NOTICE_FIELD_EMPTY, Level.WARN, "notice.labour_inspectorate.complaint_phone"),
        (Code.NOTICE_FIELD_EMPTY, Level.WARN, "notice.minimum_wage.document"),
        (Code.NOTICE_FIELD_EMPTY, Level.WARN, "notice.complaint_address"),
    }
    office.projects.accept_site(proposal)
    assert len(office.projects.all()) == 1


def test_a_site_without_notice_goes_in(office):
    proposal = office.projects.read_site(site(notice=None))
    assert {f.level for f in proposal.findings} == {Level.WARN}
    office.projects.accept_site(proposal)
    assert office.projects.minimum_wages("620103") == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", Code.FILE_UNREADABLE),
        (b"[1]", Code.FILE_UNREADABLE),
        (b"[" * 100_000, Code.FILE_UNREADABLE),
        (b"\xff\xff\xff", Code.ENCODING_UNKNOWN),
        (site(project=None), Code.SITE_FIELD_MISSING),
        (site(subcontractor__uscc="91620100MA74000117"), Code.USCC_WRONG),
        (site(special_account__cnaps="105821000019"), Code.CNAPS_WRONG),
        (site(start="2020-13-01"), Code.SITE_FIELD_WRONG),
        (site(finish="2019-01-01"), Code.EXIT_BEFORE_ENTRY),
        (site(pay_day=32), Code.SITE_FIELD_WRONG),
        (site(pay_day_month="sometime"), Code.SITE_FIELD_WRONG),
        (site(contract_sum_yuan="很多"), Code.SITE_FIELD_WRONG),
        (site(labour_cost_ratio_percent=120), Code.SITE_FIELD_WRONG),
    ],
)
def test_what_cannot_be_stops(still, content, code):
    proposal = still.projects.read_site(content)
    assert (code, Level.STOP) in {(f.code, f.level) for f in proposal.findings}
    with pytest.raises(Refused):
        still.projects.accept_site(proposal)
    assert still.projects.all() == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_site_in_another_encoding_is_read(still, encoding):
    content = site().decode().encode(encoding)
    assert still.projects.read_site(content).project.name == "兰州示例安置房一期"


def test_several_subcontractors(still):
    two = [{"name": "甲劳务有限公司"}, {"name": "乙劳务有限公司"}]
    project = still.projects.read_site(site(subcontractor=two)).project
    assert [m.company.name for m in project.subcontractors()] == [
        "甲劳务有限公司",
        "乙劳务有限公司",
    ]


def test_a_project_is_named_or_alone(office):
    with pytest.raises(Unknown):
        office.projects.named(None)
    office.take_site()
    assert office.projects.named(None).name == "兰州示例安置房一期"
    second = office.projects.put(Project(ProjectId(new_id()), "二期")).value
    with pytest.raises(AmbiguousProject):
        office.projects.named(None)
    assert office.projects.named("二期").id == second.id
    with pytest.raises(Unknown):
        office.projects.named("三期")


def test_the_form_is_refused_like_the_file(office):
    project = office.projects.get(office.take_site())
    wrong = replace(project, account=replace(project.account, cnaps="1"))
    with pytest.raises(Refused):
        office.projects.put(wrong)
    assert office.projects.get(project.id) == project


def test_two_projects_share_a_company_of_one_name(office):
    first = office.projects.get(office.take_site())
    proposal = office.projects.read_site(site(project="二期"))
    second = office.projects.get(office.projects.accept_site(proposal).value)
    assert [m.company.id for m in first.members] == [m.company.id for m in second.members]


# Statutory days: 11 before 2025 (Order 644), 13 since (Order 795).
# Working days of 2026 by month: DOMAIN's own count, 248 in the year.
WORKING_2026 = (21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23)
# Working days of 2020–2026, day by day equal to the package chinesecalendar 1.11.0, run once.
WORKING = {2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248}


def test_the_shipped_calendar_is_the_state_councils():
    calendar = shipped()
    assert [calendar.statutory_days(year) for year in range(2020, 2028)] == [11] * 5 + [13] * 3
    months = [WageMonth(2026, month) for month in range(1, 13)]
    counted = [sum(calendar.is_working_day(day) for day in month.days) for month in months]
    assert tuple(counted) == WORKING_2026
    for year, days in WORKING.items():
        every = [day for month in range(1, 13) for day in WageMonth(year, month).days]
        assert sum(calendar.is_working_day(day) for day in every) == days
    assert calendar.is_final(date(2026, 12, 31))
    assert not calendar.is_final(date(2027, 1, 1))


def test_the_calendar_is_seeded_once_and_then_belongs_to_people(office):
    office.take_site()
    calendar = office.projects.calendar()
    assert calendar.statutory_days(2021) == 11
    assert calendar.pay_date(PayDay(10), WageMonth(2021, 3)) == date(2021, 4, 9)  # 10th: Saturday
    # 2021-02-10 is a working day before the Spring Festival block of 11 to 17 February.
    assert calendar.pay_date(PayDay(15), WageMonth(2021, 1)) == date(2021, 2, 10)
    office.projects.remove_day(date(2021, 2, 20))
    local = CalendarDay(date(2021, 7, 20), DayKind.STATUTORY, "古尔邦节", "地方规定")
    office.projects.put_days([local])
    office.projects.set_final(2027, final=True)
    assert office.projects.seed_calendar().value == 0
    calendar = office.projects.calendar()
    assert date(2021, 2, 20) not in calendar.days
    assert calendar.days[date(2021, 7, 20)] == local
    assert 2027 in calendar.final_years


def test_minimum_wages_are_dated(office):
    for monthly, since in ((162_000, date(2020, 1, 1)), (182_000, date(2021, 11, 1))):
        wage = MinimumWage("620103", Money(monthly), Money(1_700), "文号", since)
        office.projects.put_minimum_wage(wage)
    found = [
        office.projects.minimum_wage("620103", day).monthly.fen
        for day in (date(2021, 10, 31), date(2021, 11, 1))
    ]
    assert found == [162_000, 182_000]
    assert office.projects.minimum_wage("110000", date(2021, 11, 1)) is None


def test_an_official_image_is_kept(office):
    project = office.take_site()
    content = b"\x89PNG\r\n\x1a\n" + b"0" * 20
    image = office.projects.keep_image(project, content, "码.png").value
    assert office.projects.get(project).complaint_image == image
    with office.read() as books:
        assert books.documents.get(image).content == content
