"""`anxin contract gate|training|insurance`: what everyone needs before he comes to work."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli import values, who
from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, area_of, command
from desktop.cli.opening import opened, project
from desktop.domain.contract import InsuranceProof, Training
from desktop.domain.contract_state import Proof
from desktop.domain.errors import WrongValue
from desktop.domain.ids import InsuranceId, ProjectId, TrainingId, WorkerId, new_id
from desktop.domain.money import ZERO
from desktop.services.contracts import GateLine
from desktop.services.office import Office
from resources.words import phrase


def gate(options: Namespace) -> Answer:
    """Look at everyone who worked in a month or on a day and what he had by then."""
    when = options.day or options.month
    if when is None:
        raise WrongValue(field="--month", value="", expected="--month YYYY-MM | --day YYYY-MM-DD")
    with opened(options) as office:
        site = project(office, options)
        report = office.contracts.gate(site.id, when)
    short = [line for line in report.lines if line.missing]
    facts = {
        "project": site.name,
        "first": str(report.first),
        "last": str(report.last),
        "worked": len(report.lines),
        "in_order": len(report.lines) - len(short),
        "workers": [_gate_facts(line) for line in report.lines],
        "findings": [finding_facts(one) for one in report.findings],
    }
    counts = "，".join(
        f"缺{phrase('contracts', f'proof-{proof.value}')} "
        f"{sum(proof in line.missing for line in short)} 人"
        for proof in Proof
    )
    head = f"{report.first} 至 {report.last} 出勤 {len(report.lines)} 人，三项齐全 "
    lines = [f"{head}{len(report.lines) - len(short)} 人；{counts}。"]
    return Answer(facts, [*lines, *finding_lines(report.findings)])


def _gate_facts(line: GateLine) -> dict[str, object]:
    own = line.proven
    return {
        "name": line.name,
        "team": line.team_name,
        "entry": str(line.entry),
        "first_day": str(line.first_day),
        "captured": line.captured.value,
        "identity": str(own.identity) if own.identity else None,
        "contract": str(own.contract) if own.contract else None,
        "training": str(own.training) if own.training else None,
        "missing": [proof.value for proof in line.missing],
    }


def add_training(options: Namespace) -> Answer:
    """Record a safety training and who passed it."""
    with opened(options) as office:
        site = project(office, options)
        training = Training(
            id=TrainingId(new_id()),
            project=site.id,
            name=options.name,
            day=options.day,
            hours=options.hours,
            trainer=options.trainer,
            place=options.place,
            workers=_passed(office, site.id, options),
        )
        stored = office.contracts.put_training(training, options.paper).value
    facts = _training_facts(stored)
    return Answer(facts, [f"✓ {stored.name}（{stored.day}）已登记，{len(stored.workers)} 人合格。"])


def _passed(office: Office, site: ProjectId, options: Namespace) -> tuple[WorkerId, ...]:
    """Return the named, or everyone on the site and in the teams named."""
    if options.worker:
        return tuple(who.workers(office, site, options))
    teams = {name.strip() for name in options.team or ()}
    lines = office.roster.lines(site, office.clock.today())
    return tuple(one.worker for one in lines if not teams or one.team_name in teams)


def list_trainings(options: Namespace) -> Answer:
    """List a project's trainings."""
    with opened(options) as office:
        found = office.contracts.trainings(project(office, options).id)
    facts = {"trainings": [_training_facts(one) for one in found]}
    lines = [
        f"{one.day}　{one.name}　{one.hours} 学时　{one.trainer}　{len(one.workers)} 人合格"
        + ("　有记录件" if one.document else "")
        for one in found
    ]
    return Answer(facts, lines or ["还没有登记安全培训。"])


def _training_facts(training: Training) -> dict[str, object]:
    return {
        "name": training.name,
        "day": str(training.day),
        "hours": str(training.hours),
        "trainer": training.trainer,
        "place": training.place,
        "passed": len(training.workers),
        "paper": training.document is not None,
    }


def add_insurance(options: Namespace) -> Answer:
    """Record a proof of the project's work-injury insurance."""
    with opened(options) as office:
        site = project(office, options)
        proof = InsuranceProof(
            id=InsuranceId(new_id()),
            project=site.id,
            number=options.number,
            insurer=options.insurer,
            begin=options.begin,
            end=options.end,
            premium=options.premium,
        )
        stored = office.contracts.put_insurance(proof, options.paper).value
    return Answer(_insurance_facts(stored), [f"✓ 参保证明 {stored.number} 已登记。"])


def list_insurances(options: Namespace) -> Answer:
    """List the proofs of a project's insurance and what is wrong with them today."""
    with opened(options) as office:
        site = project(office, options)
        found = office.contracts.insurances(site.id)
        wrong = office.contracts.insurance_findings(site.id)
    facts = {
        "insurances": [_insurance_facts(one) for one in found],
        "findings": [finding_facts(one) for one in wrong],
    }
    lines = [f"{one.number}　{one.insurer}　{one.begin} 至 {one.end or '完工'}" for one in found]
    return Answer(facts, [*lines, *finding_lines(wrong)])


def _insurance_facts(proof: InsuranceProof) -> dict[str, object]:
    return {
        "number": proof.number,
        "insurer": proof.insurer,
        "begin": str(proof.begin),
        "end": str(proof.end) if proof.end else None,
        "premium_fen": proof.premium.fen,
        "paper": proof.document is not None,
    }


def add(area: Areas) -> None:
    """Add the words of this part of the area."""
    looked = command(area, "gate", gate, "进场条件：实名、合同、安全培训是否都在出勤以前")
    looked.add_argument("--month", type=values.month, metavar="YYYY-MM")
    looked.add_argument("--day", type=values.day, metavar="YYYY-MM-DD")
    training = area_of(area, "training", "安全培训记录")
    new = command(training, "add", add_training, "登记一次安全培训")
    new.add_argument("--name", type=values.named, required=True, help="培训名称")
    new.add_argument("--day", type=values.day, required=True, metavar="YYYY-MM-DD")
    new.add_argument("--hours", type=values.hours, required=True, metavar="学时")
    new.add_argument("--trainer", default="", help="培训人")
    new.add_argument("--place", default="", help="地点")
    new.add_argument("--worker", action="append", metavar="谁", help="合格的人，默认在场全部")
    new.add_argument("--team", action="append", metavar="班组", help="只算这个班组")
    new.add_argument("--paper", type=Path, metavar="FILE", help="签到表或考核表的扫描")
    command(training, "list", list_trainings, "列出安全培训")
    insurance = area_of(area, "insurance", "建设项目工伤保险")
    proof = command(insurance, "add", add_insurance, "登记参保证明")
    proof.add_argument("--number", type=values.named, required=True, help="证明编号")
    proof.add_argument("--insurer", type=values.named, required=True, help="参保机构")
    proof.add_argument("--begin", type=values.day, required=True, metavar="YYYY-MM-DD")
    proof.add_argument("--end", type=values.day, metavar="YYYY-MM-DD")
    proof.add_argument("--premium", type=values.yuan, default=ZERO, metavar="元")
    proof.add_argument("--paper", type=Path, metavar="FILE", help="证明的扫描")
    command(insurance, "list", list_insurances, "列出参保证明")
