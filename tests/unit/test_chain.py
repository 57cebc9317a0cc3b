"""The chain of contracts against the law, and teams against what platforms want."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.company import (
    Company,
    CompanyRole,
    Member,
    WorksContract,
    WorksKind,
)
from desktop.domain.documents import DocumentKind
from desktop.domain.errors import Refused, Stale, Unknown
from desktop.domain.findings import Code, Level
from desktop.domain.ids import CompanyId, ProjectId, TeamId, WorksContractId, new_id
from desktop.domain.money import Money
from desktop.domain.project import Project, Team
from desktop.services.projects.chain import Chain
from tests.unit.intake_office import make_intake, person

TODAY = date(2026, 4, 1)
MAIN, PRO, LABOUR = WorksKind.MAIN, WorksKind.PROFESSIONAL, WorksKind.LABOUR


def company(name, **changes):
    facts = {"qualification": "施工劳务不分等级"} | changes
    return Company(CompanyId(new_id()), name, **facts)


OWNER, GENERAL = company("业主公司"), company("总包公司")
FIRST, SECOND = company("甲分包公司"), company("乙劳务公司")
BOSS = company("包工头老李", is_person=True, qualification="")
ALL = (OWNER, GENERAL, FIRST, SECOND, BOSS)
SITE = Project(
    ProjectId(new_id()),
    "工地",
    members=(Member(OWNER, CompanyRole.OWNER), Member(GENERAL, CompanyRole.GENERAL_CONTRACTOR)),
)


def contract(kind, giver, taker, yuan=0, **changes):
    facts = {"signed": date(2026, 1, 1), "measured_days": 30} | changes
    return WorksContract(
        WorksContractId(new_id()),
        SITE.id,
        kind,
        giver.id,
        taker.id,
        amount=Money(yuan * 100),
        **facts,
    )


HEAD = contract(MAIN, OWNER, GENERAL, 1_000_000)


def judged(*contracts, companies=ALL, members=(), **site):
    project = replace(SITE, members=(*SITE.members, *members), **site)
    chain = Chain(project, contracts, {one.id: one for one in companies}, TODAY)
    # Whether the parties are members of the project is asked in its own test.
    return [f for f in chain.findings() if f.code is not Code.CHAIN_NOT_MEMBER]


def codes(*contracts, **changes):
    return [(f.code, f.level) for f in judged(*contracts, **changes)]


def test_a_sound_chain_has_no_findings():
    chain = (
        HEAD,
        contract(PRO, GENERAL, FIRST, 400_000),
        contract(LABOUR, GENERAL, SECOND, 100_000),
        contract(LABOUR, FIRST, SECOND, 50_000),  # the labour of one's own works may be given on
    )
    assert codes(*chain) == []


def test_work_for_a_natural_person_names_article_36():
    (found,) = judged(HEAD, contract(LABOUR, GENERAL, BOSS))
    assert (found.code, found.level, found.subject) == (
        Code.CHAIN_TO_PERSON, Level.STOP, BOSS.name,
    )  # fmt: skip
    assert "第三十六条" in found.facts["citation"]
    assert "第二十九条" in found.facts["citation"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"qualification": ""}, [(Code.CHAIN_UNQUALIFIED, Level.WARN)]),
        ({"qualification_until": date(2026, 3, 31)}, [(Code.CHAIN_QUALIFICATION_OVER, Level.WARN)]),
        ({"qualification_until": TODAY}, []),
    ],
)
def test_qualifications(changes, expected):
    taker = replace(FIRST, **changes)
    assert codes(HEAD, contract(PRO, GENERAL, taker), companies=(*ALL, taker)) == expected


@pytest.mark.parametrize(
    ("took", "gives", "expected"),
    [
        (LABOUR, LABOUR, True),
        (LABOUR, PRO, True),
        (PRO, PRO, True),
        (PRO, LABOUR, False),
        (MAIN, MAIN, True),
        (MAIN, PRO, False),
    ],
)
def test_work_handed_on(took, gives, expected):
    found = judged(contract(took, OWNER, FIRST), contract(gives, FIRST, SECOND))
    told = [f for f in found if f.code is Code.CHAIN_RESUBCONTRACT]
    assert bool(told) == expected
    if told:
        article = "第二十八条" if took is MAIN else "第二十九条"
        assert (told[0].facts["giver"], told[0].level) == (FIRST.name, Level.STOP)
        assert article in told[0].facts["citation"]


@pytest.mark.parametrize(("kind", "article"), [(MAIN, "第二十四条"), (LABOUR, "第二十五条")])
def test_a_contract_must_say_when_work_is_measured(kind, article):
    giver, taker = (OWNER, GENERAL) if kind is MAIN else (GENERAL, SECOND)
    found = [
        f
        for f in judged(contract(kind, giver, taker, measured_days=0, signed=None))
        if f.code in {Code.CHAIN_NO_MEASURE, Code.CHAIN_NOT_SIGNED}
    ]
    assert [f.code for f in found] == [Code.CHAIN_NOT_SIGNED, Code.CHAIN_NO_MEASURE]
    assert all(article in f.facts["citation"] for f in found)


def test_more_given_away_than_taken():
    """600,000 + 400,000.01 of 1,000,000: one fen too much; equal sums are right."""
    parts = [contract(PRO, GENERAL, FIRST, 600_000), contract(LABOUR, GENERAL, SECOND, 400_000)]
    assert codes(HEAD, *parts) == []
    parts[1] = replace(parts[1], amount=Money(40_000_001))
    (found,) = judged(HEAD, *parts)
    assert (found.code, found.facts["given"], found.facts["taken"]) == (
        Code.CHAIN_OVER_SUM, "1000000.01", "1000000.00",
    )  # fmt: skip


def test_the_projects_own_sum_stands_in_for_a_main_contract():
    part = contract(PRO, GENERAL, FIRST, 600_000)
    told = codes(part, contract_sum=Money(50_000_000))
    assert (Code.CHAIN_OVER_SUM, Level.WARN) in told
    assert codes(part, contract_sum=Money(60_000_000)) == [(Code.CHAIN_NO_MAIN, Level.NOTE)]


def test_whoever_works_without_a_contract_and_who_is_no_member():
    members = (Member(FIRST, CompanyRole.SUBCONTRACTOR), Member(SECOND, CompanyRole.LABOUR_COMPANY))
    told = judged(HEAD, contract(PRO, GENERAL, FIRST), members=members)
    assert [(f.code, f.subject) for f in told] == [(Code.CHAIN_NO_CONTRACT, SECOND.name)]
    chain = Chain(SITE, (HEAD, contract(PRO, GENERAL, FIRST)), {c.id: c for c in ALL}, TODAY)
    assert [(f.code, f.subject) for f in chain.findings()] == [(Code.CHAIN_NOT_MEMBER, FIRST.name)]


def test_a_contract_that_is_over():
    assert codes(HEAD, contract(PRO, GENERAL, FIRST, end=date(2026, 3, 31))) == [
        (Code.CHAIN_ENDED, Level.NOTE)
    ]


@pytest.fixture
def office(tmp_path):
    made = make_intake(tmp_path)
    made.take_site()
    return made


def test_a_chain_goes_through_the_books(office):
    projects = office.projects
    site = projects.get(office.project)
    owner = site.member(CompanyRole.OWNER).company
    general = site.member(CompanyRole.GENERAL_CONTRACTOR).company
    projects.put_company(replace(general, qualification="房建总承包一级", legal_person="魏建业"))
    head = WorksContract(
        WorksContractId(new_id()), site.id, MAIN, owner.id, general.id, "总-1",
        date(2020, 4, 1), date(2020, 5, 1), None, Money(8_650_000_000), "土建", 30,
    )  # fmt: skip
    stored = projects.put_works_contract(head).value
    assert projects.works_contracts(site.id) == (replace(head, version=1),)
    with pytest.raises(Stale):
        projects.put_works_contract(head)
    scanned = projects.attach_scan(stored, b"%PDF-1.7", "总包合同.pdf").value
    kept = projects.scan(scanned.document)
    assert (kept.kind, kept.media_type, kept.content) == (
        DocumentKind.WORKS_CONTRACT, "application/pdf", b"%PDF-1.7",
    )  # fmt: skip
    told = {(f.code, f.subject) for f in projects.chain_findings(site.id)}
    assert told == {(Code.CHAIN_NO_CONTRACT, "兰州示例建筑劳务有限公司")}
    gone = projects.remove_works_contract(site.id, head.id).value
    assert projects.works_contracts(site.id) == ()
    projects.put_works_contract(gone)  # what was taken away can be put back
    assert projects.works_contracts(site.id)[0].document == scanned.document
    # Saving the project again leaves what the chain knows of its companies.
    projects.put(replace(projects.get(site.id), address="新址"))
    assert projects.company_named(general.name).qualification == "房建总承包一级"


def test_a_company_that_cannot_be(office):
    known = office.projects.companies()[0]
    wrong = [
        replace(known, id=CompanyId(new_id())),
        replace(known, name=" "),
        replace(known, credit_code="91620100MA74000117"),
    ]
    for one in wrong:
        with pytest.raises(Refused):
            office.projects.put_company(one)
    with pytest.raises(Unknown):
        office.projects.company_named("没有这家")
    assert known in office.projects.companies()


def test_a_contract_that_cannot_be(office):
    site = office.projects.get(office.project)
    party = site.members[0].company
    other = site.members[1].company
    good = WorksContract(WorksContractId(new_id()), site.id, PRO, party.id, other.id)
    wrong = [
        replace(good, taker=party.id),
        replace(good, begin=date(2026, 2, 1), end=date(2026, 1, 1)),
        replace(good, amount=Money(-1)),
        replace(good, measured_days=-1),
    ]
    for one in wrong:
        with pytest.raises(Refused):
            office.projects.put_works_contract(one)
    assert office.projects.works_contracts(site.id) == ()


def test_a_company_joins_a_project_once(office):
    added = company("临夏示例劳务有限公司")
    for _ in range(2):
        office.projects.put_member(office.project, added, CompanyRole.LABOUR_COMPANY)
    site = office.projects.get(office.project)
    joined = [m for m in site.members if m.company.id == added.id]
    assert [m.role for m in joined] == [CompanyRole.LABOUR_COMPANY]


@pytest.fixture
def crew(office):
    """A team of two, as the roster brought it."""
    office.take_roster(person(1), person(2), person(3, 班组="木工班"))
    return next(t for t in office.projects.teams(office.project) if t.name == "钢筋班")


def refused(office, team):
    with pytest.raises(Refused) as caught:
        office.projects.put_team(team)
    return [f.code for f in caught.value.findings]


def test_a_team_wants_a_leader_of_its_own(office, crew):
    told = [(f.code, f.subject) for f in office.projects.team_findings(office.project)]
    assert sorted(told) == [(Code.TEAM_NO_LEADER, "木工班"), (Code.TEAM_NO_LEADER, "钢筋班")]
    inside, outside = office.worker(person(1)["姓名"]), office.worker(person(3)["姓名"])
    assert refused(office, replace(crew, leader=outside.id)) == [Code.TEAM_LEADER_OUTSIDE]
    office.projects.put_team(replace(crew, leader=inside.id))
    told = [f.subject for f in office.projects.team_findings(office.project)]
    assert told == ["木工班"]


def test_whoever_has_left_leads_no_team(office, crew):
    """On the fixture's day, 2026-04-01, one leaves today and the other left yesterday."""
    rows = [person(1, 离场日期="2026-03-31"), person(2, 离场日期="2026-04-01")]
    office.take_roster(*rows, person(3, 班组="木工班"))
    left, leaves = (office.worker(row["姓名"]) for row in rows)
    assert refused(office, replace(crew, leader=left.id)) == [Code.TEAM_LEADER_OUTSIDE]
    office.projects.put_team(replace(crew, leader=leaves.id))


def test_names_are_unique_and_some_are_reserved(office, crew):
    fresh = Team(TeamId(new_id()), office.project, crew.subcontractor, "")
    assert refused(office, fresh) == [Code.REQUIRED_EMPTY]
    assert refused(office, replace(fresh, name="木工班")) == [Code.TEAM_NAME_TAKEN]
    assert refused(office, replace(fresh, name="项目管理部")) == [Code.TEAM_NAME_RESERVED]
    assert refused(office, replace(crew, name="  木工班 ")) == [Code.TEAM_NAME_TAKEN]
    office.projects.put_team(replace(fresh, name="瓦工班"))
    assert len(office.projects.teams(office.project)) == 3


def test_a_roster_may_bring_one_name_for_two_companies_which_is_then_told(office, crew):
    """Platforms will object; what is on the books can still be mended in other ways."""
    other = company("临夏示例劳务有限公司")
    office.projects.put_member(office.project, other, CompanyRole.SUBCONTRACTOR)
    with office.write() as books:
        books.projects.put_team(Team(TeamId(new_id()), office.project, other.id, "钢筋班"))
        books.commit()
    told = [f for f in office.projects.team_findings(office.project) if f.column == "name"]
    assert {(f.code, f.level) for f in told} == {(Code.TEAM_NAME_TAKEN, Level.WARN)}
    office.projects.put_team(replace(crew, trade="钢筋工"))  # the name is not what changed


def test_the_trade_freezes_with_filing(office, crew):
    filed = replace(crew, trade="钢筋工", filed_on=date(2026, 3, 1))
    office.projects.put_team(filed)
    assert refused(office, replace(filed, trade="木工")) == [Code.TEAM_TRADE_FROZEN]
    office.projects.put_team(replace(filed, trade="木工", filed_on=None))  # withdrawn there


def test_what_cannot_be_taken_back_is_said_before(office, crew):
    worker = office.worker(person(1)["姓名"])

    def told(act):
        found = office.projects.team_warnings(office.project, crew.id, act, worker.id)
        return [f.code for f in found]

    assert told("move") == []
    office.projects.put_team(replace(crew, leader=worker.id, filed_on=date(2026, 3, 1)))
    assert told("move") == [Code.TEAM_MOVE_ONE_WAY, Code.TEAM_LEADER_LEAVES]
    assert told("exit") == [Code.TEAM_EXIT_ONE_WAY, Code.TEAM_LEADER_LEAVES]
    assert told("enter") == []
    with pytest.raises(Unknown):
        office.projects.team_warnings(office.project, TeamId(new_id()), "move")


def test_a_team_goes_only_when_nobody_was_in_it(office, crew):
    with pytest.raises(Refused) as caught:
        office.projects.remove_team(office.project, crew.id)
    assert [f.code for f in caught.value.findings] == [Code.TEAM_IN_USE]
    fresh = Team(TeamId(new_id()), office.project, crew.subcontractor, "瓦工班")
    office.projects.put_team(fresh)
    assert office.projects.remove_team(office.project, fresh.id).value == fresh
    assert fresh not in office.projects.teams(office.project)
