"""The entry gate: identity, contract and training by the first day of work; insurance."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desktop.domain.attendance import instant
from desktop.domain.contract import ContractKind, InsuranceProof, Training
from desktop.domain.contract_state import Proof
from desktop.domain.errors import Refused
from desktop.domain.findings import Code, Level
from desktop.domain.ids import InsuranceId, TrainingId, new_id
from desktop.domain.months import WageMonth
from desktop.domain.worker import Capture
from tests.unit.contract_office import NAMES, make_contract_office

WANG, ZHANG, LONG, LI = NAMES


@pytest.fixture
def office(tmp_path):
    return make_contract_office(tmp_path)


def gate_line(office, name, when):
    report = office.contracts.gate(office.project, when)
    return next((line for line in report.lines if line.name == name), None)


def train(office, day, *names):
    training = Training(
        TrainingId(new_id()), office.project, "三级安全教育", day, Decimal(24),
        workers=tuple(office.workers[name] for name in names),
    )  # fmt: skip
    return office.contracts.put_training(training).value


def test_each_proof_has_to_stand_by_the_first_day_of_work(office):
    office.punch(ZHANG, "2026-03-05", "2026-03-06")
    march = WageMonth(2026, 3)
    assert gate_line(office, WANG, march) is None  # nobody who did not come
    assert gate_line(office, ZHANG, march).missing == (Proof.CONTRACT, Proof.TRAINING)
    made = office.fill(ZHANG)[ZHANG]
    office.contracts.sign([made.id], date(2026, 3, 5))  # on the very day: in time
    train(office, date(2026, 3, 6), ZHANG)  # a day late
    line = gate_line(office, ZHANG, march)
    assert (line.first_day, line.missing) == (date(2026, 3, 5), (Proof.TRAINING,))
    assert line.proven.training == date(2026, 3, 6)
    assert gate_line(office, ZHANG, date(2026, 3, 6)).missing == ()
    assert gate_line(office, ZHANG, date(2026, 3, 7)) is None
    findings = office.contracts.gate(office.project, march).findings
    late = next(one for one in findings if one.code is Code.ENTRY_NO_TRAINING)
    assert (late.subject, late.level, late.facts["day"]) == (ZHANG, Level.WARN, "2026-03-05")
    assert "建市〔2019〕18号第八条" in late.facts["citation"]


def test_a_contract_that_had_ended_by_then_proves_nothing(office):
    made = office.fill(ZHANG)[ZHANG]
    office.contracts.sign([made.id], date(2026, 1, 5))
    office.contracts.end(made.id, date(2026, 3, 4))
    office.punch(ZHANG, "2026-03-05")
    assert Proof.CONTRACT in gate_line(office, ZHANG, WageMonth(2026, 3)).missing


def test_an_agreement_is_as_good_as_a_contract(office):
    made = office.fill(ZHANG, kind=ContractKind.AGREEMENT)[ZHANG]
    office.contracts.sign([made.id], date(2026, 1, 5))
    office.punch(ZHANG, "2026-03-05")
    assert Proof.CONTRACT not in gate_line(office, ZHANG, WageMonth(2026, 3)).missing


def test_an_identity_registered_too_late_is_found_and_a_roster_taken_over_only_noted(office):
    office.punch(ZHANG, "2026-03-05")
    late = office.clock.now()  # 1 April
    for captured, level in ((Capture.TYPED, Level.WARN), (Capture.IMPORTED, Level.NOTE)):
        office.change(ZHANG, captured=captured, captured_at=late)
        report = office.contracts.gate(office.project, WageMonth(2026, 3))
        (found,) = [one for one in report.findings if one.code is Code.ENTRY_NO_IDENTITY]
        assert found.level is level
        assert "第二十八条" in found.facts["citation"]


def insure(office, begin, end):
    proof = InsuranceProof(
        InsuranceId(new_id()), office.project, f"GS-{begin}", "兰州市社会保险中心", begin, end
    )
    return office.contracts.put_insurance(proof)


def test_insurance_is_missing_then_there_then_run_out(office):
    office.punch(ZHANG, "2026-03-05")

    def found(month):
        report = office.contracts.gate(office.project, WageMonth(2026, month))
        wanted = {Code.INSURANCE_MISSING, Code.INSURANCE_EXPIRED}
        return [one.code for one in report.findings if one.code in wanted]

    assert found(3) == [Code.INSURANCE_MISSING]
    insure(office, date(2025, 1, 1), date(2026, 2, 28))
    assert found(3) == [Code.INSURANCE_EXPIRED]
    insure(office, date(2026, 3, 1), None)
    assert found(3) == []
    with pytest.raises(Refused):
        insure(office, date(2026, 3, 1), date(2026, 2, 1))


def test_a_training_keeps_its_paper_and_needs_somebody_who_passed(office):
    paper = office.file("签到表.pdf", b"%PDF-1.4 sign-in sheet")
    with pytest.raises(Refused) as refused:
        train(office, date(2026, 3, 1))
    assert [one.column for one in refused.value.findings] == ["workers"]
    training = train(office, date(2026, 3, 1), ZHANG, LI)
    office.contracts.put_training(training, paper)
    (kept,) = office.contracts.trainings(office.project)
    assert set(kept.workers) == {office.workers[ZHANG], office.workers[LI]}
    assert office.contracts.document(kept.document).content == paper.read_bytes()
    assert office.line(LI).trained == date(2026, 3, 1)
    office.contracts.remove_training(office.project, kept.id)
    assert office.line(LI).trained is None


def test_insurance_holds_on_its_last_day_and_the_latest_that_ran_out_is_named(office):
    office.punch(ZHANG, "2026-03-05")
    insure(office, date(2024, 1, 1), date(2024, 12, 31))
    insure(office, date(2025, 1, 1), date(2026, 3, 1))
    march, april = (office.contracts.gate(office.project, WageMonth(2026, m)) for m in (3, 4))
    assert not {Code.INSURANCE_EXPIRED, Code.INSURANCE_MISSING} & {f.code for f in march.findings}
    assert april.lines == ()
    insure(office, date(2025, 1, 1), date(2026, 2, 28))
    office.contracts.remove_insurance(office.project, kept(office, date(2026, 3, 1)))
    report = office.contracts.gate(office.project, WageMonth(2026, 3))
    (ended,) = [one for one in report.findings if one.code is Code.INSURANCE_EXPIRED]
    assert ended.facts["end"] == "2026-02-28"


def kept(office, end):
    return next(one.id for one in office.contracts.insurances(office.project) if one.end == end)


def test_a_single_punch_is_a_first_day_though_it_counts_nothing(office):
    number = str(100 + NAMES.index(ZHANG))
    with office.books() as books:
        gate = books.attendance.device(office.project, "门")
        books.attendance.add_punches(gate, [(number, instant("2026-03-04 07:00:00"), 0, 1)], 1)
        books.commit()
    office.punch(ZHANG, "2026-03-05")
    assert gate_line(office, ZHANG, WageMonth(2026, 3)).first_day == date(2026, 3, 4)


def test_the_day_of_registration_is_beijings(office):
    """The 5th, 16:30 UTC, is the 6th in Beijing: a day late for who came on the 5th."""
    office.punch(ZHANG, "2026-03-05")
    for hour, missing in ((15, False), (16, True)):
        at = datetime(2026, 3, 5, hour, 30, tzinfo=UTC)
        office.change(ZHANG, captured=Capture.TYPED, captured_at=at)
        line = gate_line(office, ZHANG, WageMonth(2026, 3))
        assert (Proof.IDENTITY in line.missing) is missing


def test_a_roster_taken_over_excuses_the_identity_only(office):
    office.punch(ZHANG, "2026-03-05")
    office.change(ZHANG, captured=Capture.IMPORTED, captured_at=office.clock.now())
    line = gate_line(office, ZHANG, WageMonth(2026, 3))
    levels = {proof: line.level(proof) for proof in line.missing}
    assert levels == {
        Proof.IDENTITY: Level.NOTE, Proof.CONTRACT: Level.WARN, Proof.TRAINING: Level.WARN,
    }  # fmt: skip
