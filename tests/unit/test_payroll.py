"""The month's sheets on real encrypted books."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.errors import (
    Refused,
    RoleMissing,
    SheetUnsigned,
    Unknown,
    WrongState,
    WrongValue,
)
from desktop.domain.findings import Code, Level
from desktop.domain.ids import PersonId, new_id
from desktop.domain.money import Money
from desktop.domain.payroll import ItemKind, SheetState
from desktop.domain.people import Person, Role
from desktop.domain.worker import PayKind, PayTerm
from tests.unit.payroll_office import MARCH, Office, make_worker


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


def _adjust(office, index, kind, yuan, reason="本人要求"):
    worker = office.workers[index].id
    return office.payroll.adjust(
        office.project.id, worker, MARCH, kind, Money.of_yuan(yuan), reason
    )


def test_one_sheet_for_each_subcontractor_and_everybody_on_it(office):
    report = office.prepare()
    first, second = office.sheets()
    # 赵守田 10 × 260; 马占海 2 days = 16 h × 31.25 = 500; 白歇工 none; 卓木匠 3 × 300
    assert {line.name: str(line.net) for line in first.lines} == {
        "赵守田": "2,600.00",
        "马占海": "500.00",
        "白歇工": "0.00",
    }
    assert [str(line.net) for line in second.lines] == ["900.00"]
    assert (report.sheets, report.lines, report.changed, report.unsigned) == (2, 4, 4, 3)
    assert office.month().total_net == Money.of_yuan("4000.00")
    assert (first.subcontractor_name, first.number) == ("甲示例劳务有限公司", 0)
    assert [f.code for f in report.findings] == [Code.NO_ATTENDANCE]


def test_preparing_again_changes_nothing(office):
    office.prepare()
    before = office.sheets()
    office.clock.move(minutes=5)
    report = office.prepare()
    assert (report.changed, office.sheets()) == (0, before)
    assert office.actions().count("wages.prepare") == 2


def test_a_changed_figure_makes_a_signed_line_visibly_unsigned(office):
    office.prepare()
    assert office.sign_all() == 3
    assert office.month().state is SheetState.WORKER_SIGNED
    office.mark(0, 11)
    report = office.prepare()
    view = office.month().sheets[0]
    changed = next(line for line in view.sheet.lines if line.name == "赵守田")
    kept = next(line for line in view.sheet.lines if line.name == "马占海")
    assert (report.changed, report.unsigned) == (1, 1)
    assert view.stale == {changed.id}
    assert (view.is_signed(changed), view.is_signed(kept)) == (False, True)
    assert (view.sheet.state, office.month().state) == (SheetState.DRAFT, SheetState.DRAFT)
    assert Code.SIGNATURE_STALE in [f.code for f in view.findings]
    with pytest.raises(SheetUnsigned) as refused:
        office.lock_all()
    assert refused.value.facts == {"count": 1, "names": "赵守田"}


def test_audit_and_lock_are_two_entries_after_a_safe_copy(office):
    office.prepare()
    with pytest.raises(SheetUnsigned):
        office.lock_all()
    assert office.copies == []
    office.sign_all()
    assert len(office.lock_all()) == 2
    assert office.copies == ["lock"]
    assert office.actions()[-4:] == ["wages.audit", "wages.lock", "wages.audit", "wages.lock"]
    sheet = office.sheets()[0]
    assert (sheet.state, sheet.single_person) == (SheetState.LOCKED, True)
    assert office.month().state is SheetState.LOCKED
    with pytest.raises(WrongState):
        office.lock_all()
    with office.reads() as books:
        assert books.journal.verify() > 0


def test_a_second_person_ends_the_single_person_mark(office):
    with office.books() as books:
        books.people.put(Person(PersonId(new_id()), "罗守成", frozenset({Role.PROJECT_MANAGER})))
        books.commit()
    office.prepare()
    office.sign_all()
    office.lock_all()
    assert [sheet.single_person for sheet in office.sheets()] == [False, False]


def test_locked_sheets_are_never_touched_and_late_workers_get_their_own(office):
    office.prepare()
    office.sign_all()
    office.lock_all()
    locked = office.sheets()
    office.mark(0, 20)
    late = make_worker(office.project, office.teams[0], "新来工", "110101199003070038")
    with office.books() as books:
        office.workers.append(books.workers.put(late))
        books.commit()
    office.mark(4, 30, "0.5")
    office.prepare()
    sheets = office.sheets()
    assert [s for s in sheets if s.is_locked] == locked
    (extra,) = [s for s in sheets if not s.is_locked]
    assert (extra.number, [line.name for line in extra.lines]) == (1, ["新来工"])
    assert extra.total_net == Money.of_yuan("130.00")
    assert extra.reason
    assert office.month().state is SheetState.DRAFT


def test_who_cannot_sign_is_set_aside_and_the_others_are_locked(office):
    office.prepare()
    main = office.sheets()[0]
    absent = next(line for line in main.lines if line.name == "马占海")
    with pytest.raises(WrongValue):
        office.payroll.move_to_supplementary(main.id, [absent.id], " ")
    office.payroll.move_to_supplementary(main.id, [absent.id], "回乡，本月不能到场签字")
    office.prepare()
    left, aside, _ = office.sheets()
    assert [line.name for line in left.lines] == ["白歇工", "赵守田"]
    assert [line.seq for line in left.lines] == [1, 2]
    assert (aside.number, [line.id for line in aside.lines]) == (1, [absent.id])
    keep = [line.id for sheet in (left, office.sheets()[2]) for line in sheet.lines]
    office.signing.sign_on_paper(office.project.id, MARCH, office.scan(), keep)
    office.lock_all()
    states = [(s.number, s.state) for s in office.sheets()]
    assert states == [
        (0, SheetState.LOCKED),
        (1, SheetState.DRAFT),
        (0, SheetState.LOCKED),
    ]
    with pytest.raises(SheetUnsigned):
        office.lock_all()
    office.sign_all()
    assert len(office.lock_all()) == 1
    with pytest.raises(WrongState):
        office.payroll.move_to_supplementary(left.id, [left.lines[0].id], "再移")


def test_deductions_keep_to_the_law(office):
    office.prepare()
    for kind in ("fine", "deposit", ItemKind.DAY_WORK):
        with pytest.raises(Refused) as refused:
            _adjust(office, 0, kind, "10")
        assert [f.code for f in refused.value.findings] == [Code.DEDUCTION_NOT_LAWFUL]
    with pytest.raises(Refused) as refused:  # a fifth of 2,600.00 is 520.00
        _adjust(office, 0, "damage", "520.01")
    assert refused.value.findings[0].facts["limit"] == "520.00"
    with pytest.raises(Refused) as refused:
        _adjust(office, 1, "advance", "500.01")
    assert [f.code for f in refused.value.findings] == [Code.NET_NEGATIVE]
    with pytest.raises(WrongValue):
        _adjust(office, 0, "advance", "10", reason=" ")
    assert office.payroll.adjustments(office.project.id, MARCH) == ()
    assert office.month().total_net == Money.of_yuan("4000.00")


def test_an_advance_shows_at_once_unsigns_the_line_and_can_be_taken_back(office):
    office.prepare()
    office.sign_all()
    _adjust(office, 0, "advance", "1000", "春节预支")
    view = office.month().sheets[0]
    line = next(line for line in view.sheet.lines if line.name == "赵守田")
    assert (str(line.net), view.is_signed(line)) == ("1,600.00", False)
    assert office.prepare().changed == 0
    _adjust(office, 0, "advance", "0", "")
    assert office.month().state is SheetState.WORKER_SIGNED
    assert office.payroll.adjustments(office.project.id, MARCH) == ()


def test_a_stop_finding_keeps_the_sheet_from_being_locked(office):
    _adjust(office, 1, "advance", "600")  # no sheet yet: only stored
    report = office.prepare()
    assert (Code.NET_NEGATIVE, Level.STOP) in [(f.code, f.level) for f in report.findings]
    office.sign_all()
    with pytest.raises(Refused):
        office.lock_all()
    assert office.copies == []
    assert {sheet.state for sheet in office.sheets()} == {SheetState.WORKER_SIGNED}


def test_a_worker_without_pay_term_is_listed_and_stops(office):
    nobody = make_worker(office.project, office.teams[0], "无约定", "110101199003070046", "")
    with office.books() as books:
        office.workers.append(books.workers.put(nobody))
        books.commit()
    office.mark(4, 5)
    report = office.prepare()
    assert [(f.code, f.subject) for f in report.findings if f.level is Level.STOP] == [
        (Code.NO_PAY_TERM, "无约定")
    ]
    term = PayTerm(PayKind.DAY, Money.of_yuan(200), date(2020, 5, 11))
    employment = replace(office.workers[4].employments[0], pay_terms=(term,))
    with office.books() as books:
        books.workers.put(replace(office.workers[4], employments=(employment,)))
        books.commit()
    report = office.prepare()
    assert (report.changed, [f for f in report.findings if f.level is Level.STOP]) == (1, [])


def test_who_left_before_the_month_is_not_on_the_sheet(office):
    gone = office.workers[2]
    employment = replace(gone.employments[0], exit=date(2021, 2, 27))
    with office.books() as books:
        books.workers.put(replace(gone, employments=(employment,)))
        books.commit()
    office.prepare()
    assert "白歇工" not in [line.name for line in office.sheets()[0].lines]


def test_a_line_explains_itself(office):
    office.approve(0, 1, "overtime", 120)
    office.prepare()
    _adjust(office, 0, "advance", "100", "春节预支")
    line = next(line for line in office.sheets()[0].lines if line.name == "赵守田")
    said = office.payroll.explain(line, MARCH)
    assert said == office.payroll.explain(line, office.month())
    lines = said.splitlines()
    assert lines[0].startswith("计日工资 10.0 工日 × 260.00 元 = 2,600.00 元")
    # 2 h × 260 ÷ 8 × 150 % = 97.50
    assert "2.0 小时 × 260.00 元/工日 ÷ 8 × 150% = 97.50 元" in lines[1]
    assert "489号）第十三条" in lines[1]
    assert lines[2].startswith("已预支 100.00 元（春节预支")
    assert lines[3] == "应发 2,697.50 元 − 扣款 100.00 元 = 实发 2,597.50 元"
    assert "1,620.00 元 ÷ 21.75 = 74.49 元/日，达到标准" in lines[4]
    idle = next(line for line in office.sheets()[0].lines if not line.items)
    assert "不签字" in office.payroll.explain(idle, MARCH)


def test_without_minimum_wage_on_record_the_sheet_says_so(office):
    with office.books() as books:
        books.projects.put(replace(office.project, area="110105"))
        books.commit()
    assert Code.MINIMUM_WAGE_UNKNOWN in [f.code for f in office.prepare().findings]
    assert Code.MINIMUM_WAGE_UNKNOWN in [f.code for f in office.month().findings]


def test_only_the_office_may_and_only_what_exists(office):
    with pytest.raises(Unknown):
        office.lock_all()
    assert (office.month().state, office.month().sheets) == (SheetState.DRAFT, ())
    office.seat.person = PersonId(new_id())
    with pytest.raises(RoleMissing):
        office.prepare()


def test_an_audit_falls_when_the_figures_change(office):
    office.prepare()
    office.sign_all()
    first, second = office.sheets()
    office.payroll.audit(first.id)
    office.payroll.audit(second.id)
    office.mark(0, 12)
    office.prepare()
    fallen, kept = office.sheets()
    assert (fallen.state, fallen.audited_by) == (SheetState.DRAFT, None)
    assert (kept.state, kept.audited_by) == (SheetState.AUDITED, office.seat.person)
    with pytest.raises(WrongState):
        office.payroll.lock(fallen.id)
    office.payroll.lock(kept.id)
    assert office.copies == ["lock"]
    assert [sheet.state for sheet in office.sheets()] == [SheetState.DRAFT, SheetState.LOCKED]
    with pytest.raises(WrongState):
        _adjust(office, 3, "advance", "10")
