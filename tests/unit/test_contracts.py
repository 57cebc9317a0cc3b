"""Contracts made out, changed, signed, ended; where somebody stands; the entry gate."""

import itertools
import re
import tomllib
from dataclasses import replace
from datetime import date, timedelta

import pytest

import resources
from desktop.domain.contract import (
    ContractKind,
    ContractTerm,
    LabourContract,
)
from desktop.domain.contract_state import (
    Standing,
    months_later,
    probation_limit,
    state_of,
    whole_months,
)
from desktop.domain.errors import Refused, Stale, WrongState, WrongValue
from desktop.domain.findings import Code, Level
from desktop.domain.ids import new_id
from desktop.domain.money import Money
from desktop.domain.project import PayDay
from desktop.domain.worker import PayKind
from desktop.services.contracts import ContractTerms
from desktop.services.contracts.rules import rules_on
from tests.unit.contract_office import ENTRIES, NAMES, TODAY, make_contract_office

WANG, ZHANG, LONG, LI = NAMES


@pytest.fixture
def office(tmp_path):
    return make_contract_office(tmp_path)


def contract(begin=date(2026, 1, 1), end=None, signed=date(2026, 1, 1), **more):
    facts = {
        "id": new_id(), "project": new_id(), "worker": new_id(), "employer": new_id(),
        "kind": ContractKind.LABOUR,
        "term": ContractTerm.FIXED if end else ContractTerm.TASK,
        "number": "2026-0001", "begin": begin, "end": end, "pay_kind": PayKind.DAY,
        "rate": Money(26000), "pay_day": PayDay(15), "signed": signed,
    }  # fmt: skip
    return LabourContract(**{**facts, **more})


# ---------------------------------------------------------------- the template
@pytest.mark.parametrize("kind", list(ContractKind))
def test_the_wording_carries_the_nine_clauses_each_with_its_source(kind):
    """劳动合同法 art. 17 lists nine items; (一) and (二) are the parties."""
    words = tomllib.loads(resources.text(f"templates/contract_{kind}.toml"))
    parts = [*words["party"], *words["clause"]]
    items = [part["item"] for part in parts if "item" in part]
    assert sorted(items) == list(range(1, 10))
    assert all(part["citation"] for part in parts)
    labels = {label for party in words["party"] for label, _ in party["facts"]}
    assert {"紧急联系人姓名", "紧急联系人电话", "紧急联系人地址", "与乙方关系"} <= labels


@pytest.mark.parametrize(
    ("kind", "term", "pay", "probation"),
    list(itertools.product(ContractKind, ContractTerm, PayKind, (0, 2))),
)
def test_every_case_says_its_own_wording_and_no_other(office, kind, term, pay, probation):
    end = date(2026, 12, 31) if term is ContractTerm.FIXED else None
    made = office.fill(ZHANG)[ZHANG]
    made = replace(
        made, kind=kind, term=term, end=end, pay_kind=pay, rate=Money(3250),
        probation_months=probation,
    )  # fmt: skip
    with office.books() as books:
        books.contracts.put(made)
        books.commit()
    (paper,) = office.contracts.papers([made.id])
    said = "".join(run.text for clause in paper.clauses for p in clause.paragraphs for run in p)
    assert not re.search(r"[{}]", said + paper.number + paper.project)
    assert ("至2026年12月31日止" in said) is (term is ContractTerm.FIXED)
    assert ("任务完成之日止" in said) is (term is ContractTerm.TASK)
    assert ("每小时人民币32.50元（大写：叁拾贰元伍角）" in said) is (pay is PayKind.HOUR)
    assert ("每工日（八小时）人民币32.50元" in said) is (pay is PayKind.DAY)
    assert ("试用期2个月" in said) is (probation == 2 and kind is ContractKind.LABOUR)
    assert "每月15日支付上月工资" in said


# ---------------------------------------------------------------- making out
def test_numbers_run_by_project_and_year_of_beginning(office):
    first = office.fill(WANG, ZHANG, LONG)
    assert [first[name].number for name in (WANG, ZHANG, LONG)] == [
        "2025-0001",
        "2026-0001",
        "2026-0002",
    ]
    assert office.fill()[LI].number == "2026-0003"


def test_defaults_come_from_team_pay_term_and_project(office):
    made = office.fill(LI)[LI]
    assert (made.begin, made.end, made.term) == (ENTRIES[3], None, ContractTerm.TASK)
    assert (made.employer, made.rate, made.pay_kind) == (
        office.company.id,
        Money(26000),
        PayKind.DAY,
    )
    assert (made.work, made.place, made.pay_day) == (
        "钢筋工",
        "兰州市七里河区（示例地址）",
        PayDay(15),
    )
    assert office.line(LI).state.standing is Standing.UNSIGNED


def test_what_is_missing_is_listed_by_person_and_holds_up_only_him(office):
    with office.books() as books:
        worker = books.workers.get(office.workers[LI])
        job = replace(worker.employments[0], pay_terms=())
        books.workers.put(replace(worker, employments=(job,), address=""))
        books.commit()
    proposal = office.contracts.propose(office.project, ContractTerms())
    (held,) = proposal.held
    assert held.name == LI
    stopped = [one.column for one in held.findings if one.level is Level.STOP]
    assert stopped == ["contract.rate"]
    assert "address" in held.missing
    others = {draft.name: draft.missing for draft in proposal.ready}
    blank = ("emergency_name", "emergency_phone", "emergency_relation")
    assert others == dict.fromkeys((WANG, ZHANG, LONG), blank)
    assert len(office.contracts.fill(proposal).value) == 3
    assert office.line(LI).state.standing is Standing.NONE


def test_an_employer_without_address_is_said_once_and_not_for_every_worker(office):
    with office.books() as books:
        books.projects.put_company(replace(office.company, address="", legal_person=""))
        books.commit()
    proposal = office.contracts.propose(office.project, ContractTerms())
    assert [(one.column, one.subject) for one in proposal.findings] == [
        ("contract.employer_address", office.company.name),
        ("contract.legal_person", office.company.name),
    ]
    assert len(proposal.ready) == 4


def test_nobody_gets_a_second_contract(office):
    proposal = office.contracts.propose(office.project, ContractTerms())
    office.contracts.fill(proposal)
    assert office.contracts.propose(office.project, ContractTerms()).drafts == ()
    with pytest.raises(Stale):
        office.contracts.fill(proposal)
    assert len(office.contracts.all(office.project)) == 4


def test_who_has_left_needs_none(office):
    office.leave(WANG, date(2026, 3, 31))
    proposal = office.contracts.propose(office.project, ContractTerms())
    assert WANG not in {draft.name for draft in proposal.drafts}
    assert not office.line(WANG).is_here


def test_a_fixed_term_without_end_takes_the_finish_and_a_wrong_one_is_refused(office):
    assert office.fill(WANG, term=ContractTerm.FIXED)[WANG].end == date(2027, 6, 30)
    terms = ContractTerms(term=ContractTerm.FIXED, end=date(2026, 1, 1))
    with pytest.raises(Refused) as refused:
        office.contracts.fill(office.contracts.propose(office.project, terms))
    assert {one.code for one in refused.value.findings if one.level is Level.STOP} == {
        Code.CONTRACT_DATES
    }


@pytest.mark.parametrize(
    ("end", "months", "most"),
    [
        (date(2026, 3, 30), 2, 0),  # 1 January to 30 March: one day short of three months
        (date(2026, 3, 31), 3, 1),
        (date(2026, 12, 30), 11, 1),
        (date(2026, 12, 31), 12, 2),
        (date(2028, 12, 30), 35, 2),
        (date(2028, 12, 31), 36, 6),
    ],
)
def test_probation_follows_the_length(end, months, most):
    """劳动合同法 art. 19: < 3 months none, < 1 year 1, < 3 years 2, from 3 years 6."""
    made = contract(end=end)
    limit = probation_limit(made, rules_on(made.begin).probation)
    assert (whole_months(made), limit.most) == (months, most)


def test_a_task_has_no_probation(office):
    proposal = office.contracts.propose(office.project, ContractTerms(probation_months=1))
    assert proposal.ready == ()
    codes = {one.code for draft in proposal.held for one in draft.findings}
    assert Code.PROBATION_TOO_LONG in codes


def test_who_has_reached_retirement_gets_an_agreement_unless_somebody_insists(office):
    """A man born in January 1966 retires at 60 years 4 months: 5 May 2026 for the 5th."""
    office.change(WANG, birth=date(1962, 5, 1))
    office.change(ZHANG, birth=date(1966, 1, 5))  # his contract begins on 5 January 2026
    office.change(LONG, birth=date(1990, 1, 1))
    made = office.fill(WANG, ZHANG, LONG)
    assert [made[name].kind for name in (WANG, ZHANG, LONG)] == [
        ContractKind.AGREEMENT,
        ContractKind.LABOUR,
        ContractKind.LABOUR,
    ]
    office.contracts.remove([made[WANG].id])
    terms = ContractTerms(kind=ContractKind.LABOUR)
    proposal = office.contracts.propose(office.project, terms, [office.workers[WANG]])
    (draft,) = proposal.ready
    assert Code.CONTRACT_RETIRED in {one.code for one in draft.findings}


# ---------------------------------------------------------------- changed, signed, ended
def test_a_change_is_journalled_by_field_and_digest_without_personal_data(office):
    made = office.fill(ZHANG)[ZHANG]
    fresh = replace(made, rate=Money(28000), emergency_name="赵某", emergency_phone="13911112222")
    office.contracts.put(fresh)
    (entry,) = office.journal("contract.change")
    assert entry.body["before"] == made.digest[:12]
    assert entry.body["digest"] == fresh.digest[:12]
    assert entry.body["fields"] == "rate,emergency_name,emergency_phone"
    assert "赵某" not in str(entry.body)
    assert "13911112222" not in str(entry.body)


def test_a_signed_contract_is_never_rewritten(office):
    made = office.fill(ZHANG)[ZHANG]
    office.contracts.sign([made.id], TODAY)
    signed = office.contracts.get(made.id)
    for act in (
        lambda: office.contracts.put(replace(signed, rate=Money(1))),
        lambda: office.contracts.remove([made.id]),
        lambda: office.contracts.sign([made.id], TODAY),
    ):
        with pytest.raises(WrongState):
            act()
    assert office.contracts.get(made.id) == signed


def test_a_day_yet_to_come_is_no_day_of_signing(office):
    made = office.fill(ZHANG)[ZHANG]
    with pytest.raises(WrongValue):
        office.contracts.sign([made.id], TODAY + timedelta(days=1))
    assert office.contracts.get(made.id).signed is None


def test_signing_is_all_or_nothing(office):
    made = office.fill(WANG, ZHANG)
    office.contracts.sign([made[ZHANG].id], TODAY)
    with pytest.raises(WrongState):
        office.contracts.sign([made[WANG].id, made[ZHANG].id], TODAY)
    assert office.contracts.get(made[WANG].id).signed is None


def test_ending_early_and_a_new_one_from_the_day_after(office):
    made = office.fill(ZHANG)[ZHANG]
    office.contracts.sign([made.id], date(2026, 1, 5))
    with pytest.raises(Refused):
        office.contracts.end(made.id, date(2026, 1, 4))
    office.contracts.end(made.id, date(2026, 3, 20))
    line = office.line(ZHANG)
    assert (line.state.standing, line.state.until) == (Standing.ENDED, date(2026, 3, 20))
    assert office.fill(ZHANG)[ZHANG].begin == date(2026, 3, 21)


def test_one_that_runs_out_is_renewed_only_when_asked_for(office):
    made = office.fill(ZHANG, term=ContractTerm.FIXED, end=date(2026, 4, 20))[ZHANG]
    office.contracts.sign([made.id], date(2026, 1, 5))
    assert [line.name for line in office.contracts.expiring(office.project)] == [ZHANG]
    everyone = office.contracts.propose(office.project, ContractTerms())
    assert ZHANG not in {draft.name for draft in everyone.drafts}
    again = office.fill(ZHANG)[ZHANG]
    assert again.begin == date(2026, 4, 21)
    state = office.line(ZHANG).state
    assert (state.standing, state.contract.id) == (Standing.EXPIRING, made.id)
    assert state.waiting.id == again.id
    office.contracts.sign([again.id], TODAY)
    assert office.line(ZHANG).state.standing is Standing.SIGNED


# ---------------------------------------------------------------- standing
@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2026, 5, 30), Standing.SIGNED),  # 31 days before 30 June
        (date(2026, 5, 31), Standing.EXPIRING),  # 30 days
        (date(2026, 6, 30), Standing.EXPIRING),
        (date(2026, 7, 1), Standing.EXPIRED),
    ],
)
def test_a_contract_runs_out_thirty_days_before_its_end(day, standing):
    assert state_of([contract(end=date(2026, 6, 30))], day, 30).standing is standing


def test_one_that_is_followed_does_not_run_out():
    first = contract(end=date(2026, 6, 30))
    gap = contract(begin=date(2026, 7, 2))
    follows = contract(begin=date(2026, 7, 1))
    day = date(2026, 6, 30)
    assert state_of([first, gap], day, 30).standing is Standing.EXPIRING
    assert state_of([first, follows], day, 30).standing is Standing.SIGNED
    assert state_of([], day, 30).standing is Standing.NONE
    assert state_of([replace(first, signed=None)], day, 30).standing is Standing.UNSIGNED


def test_a_month_without_a_written_contract_is_overdue(office):
    """31 January plus a month is 28 February; from 1 March on pay is due twice (art. 82)."""
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert office.line(LI, date(2026, 4, 2)).overdue_since is None  # entry 2 March
    assert office.line(LI, date(2026, 4, 3)).overdue_since == date(2026, 4, 2)
    made = office.fill(LI)[LI]
    assert office.line(LI, date(2026, 4, 3)).overdue_since == date(2026, 4, 2)
    office.contracts.sign([made.id], TODAY)
    assert office.line(LI, date(2026, 4, 3)).overdue_since is None


def test_findings_name_the_article_and_never_stop(office):
    found = office.contracts.findings(office.project)
    codes = {one.subject: one.code for one in found}
    assert codes[WANG] is Code.CONTRACT_OVERDUE  # 20 December, today 1 April
    assert codes[LI] is Code.CONTRACT_NONE  # 2 March: not yet a month
    overdue = next(one for one in found if one.subject == WANG)
    assert "第八十二条" in overdue.facts["citation"]
    assert {one.level for one in found} == {Level.WARN}
