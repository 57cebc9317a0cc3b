"""The entry gate: identity, contract and training by the first day of work; insurance."""

from datetime import date
from decimal import Decimal

import pytest

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
