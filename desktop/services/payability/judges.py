"""How each gate looks at one worker; every one asks a check that stands elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from desktop.domain.contract_state import Standing
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.gates import Gate, failing, over_due
from desktop.domain.id_card import LONG_TERM
from desktop.domain.payroll import WageLine
from desktop.domain.wage_limits import review_line
from desktop.domain.wages import ADJUSTABLE
from desktop.domain.worker import Worker
from desktop.services.contracts.lines import findings_of
from desktop.services.payability.facts import BoardFacts, Case
from desktop.services.payroll.month import review_month
from desktop.services.roster.checks import check_worker

_CARD = frozenset({"card_number", "cnaps", "account_name"})
_NO_IDENTITY = _CARD | {"phone", "entry", "exit"}
_BELOW = frozenset({Code.BELOW_MINIMUM_DAY, Code.BELOW_MINIMUM_HOUR, Code.BELOW_MINIMUM_MONTH})
_DUE = frozenset({Code.DEDUCTION_OVER_LIMIT, Code.NET_NEGATIVE, Code.NO_PAY_TERM})
Judge = Callable[[Case, BoardFacts], Iterator[Finding]]


def identity(case: Case, facts: BoardFacts) -> Iterator[Finding]:
    """Look at name, number and validity of the identity paper."""
    yield from _of_worker(case, facts, lambda column: column not in _NO_IDENTITY)
    until = paper_until(case.worker)
    if until is not None and until < facts.day:
        said = {"until": str(until)}
        yield Finding(Code.ID_PAPER_OVER, Level.WARN, subject=case.worker.name, facts=said)


def contract(case: Case, facts: BoardFacts) -> Iterator[Finding]:
    """Look for a signed contract or agreement in force."""
    if case.contract is None:
        return
    for finding in findings_of((case.contract,), facts.day):
        runs_out = case.contract.state.standing is Standing.EXPIRING
        yield finding if runs_out else failing(finding)


def on_site(case: Case, facts: BoardFacts) -> Iterator[Finding]:
    """Look whether he belonged to the project on any day of the month."""
    month, project = facts.month.month, facts.month.project.id
    jobs = [job for job in case.worker.employments if job.project == project]
    if not any(job.overlaps(month.first, month.last) for job in jobs):
        said = {"day": str(month)}
        yield Finding(Code.NOT_ON_SITE, Level.STOP, subject=case.worker.name, facts=said)


def attendance(case: Case, facts: BoardFacts) -> Iterator[Finding]:
    """Look for days, or for what explains that there are none; and for open exceptions."""
    yield from case.exceptions
    line = case.fresh
    if line is not None and not line.work_days and not _is_explained(case, facts):
        said = {"month": str(facts.month.month)}
        yield Finding(Code.NO_ATTENDANCE, Level.STOP, subject=case.worker.name, facts=said)


def card(case: Case, facts: BoardFacts) -> Iterator[Finding]:
    """Look for his card; a recorded difference of the account's name passes and stays in sight."""
    line, own = case.shown, case.worker.card(facts.day)
    number = own.number if own else ""
    if line is not None and line.net.fen > 0 and not (line.card_number or number):
        said = {"net": str(line.net)}
        yield Finding(Code.NO_CARD, Level.STOP, subject=line.name, facts=said)
        return
    for finding in _of_worker(case, facts, lambda column: column in _CARD):
        recorded = finding.code is Code.ACCOUNT_NAME_DIFFERS
        yield replace(finding, level=Level.NOTE) if recorded else finding


def minimum(case: Case, facts: BoardFacts) -> Iterator[Finding]:
    """Look at the comparisons with the minimum wage."""
    if case.shown is None:
        return
    law = facts.month.law
    if law.minimum is None:
        general = review_month(law, facts.month.project, facts.calendar)
        yield from (one for one in general if one.code is Code.MINIMUM_WAGE_UNKNOWN)
    yield from (failing(one) for one in review_line(case.shown, law) if one.code in _BELOW)


def within_due(case: Case, facts: BoardFacts) -> Iterator[Finding]:
    """Look whether the sheet pays no more than the books make due, and deducts lawfully."""
    line, due = case.shown, case.fresh
    if line is None:
        return
    yield from (one for one in review_line(line, facts.month.law) if one.code in _DUE)
    owed = due.net if due is not None else line.net - line.net
    if (found := over_due(line.name, line.net, owed)) is not None:
        yield found


def signature(case: Case, _facts: BoardFacts) -> Iterator[Finding]:
    """Look for a signature that is bound to what the line shows now."""
    line, view = case.shown, case.view
    if line is None or not line.needs_signature:
        return
    if view is None or line.id not in view.signed:
        yield Finding(Code.NOT_SIGNED, Level.STOP, subject=line.name)
    elif not view.is_signed(line):
        yield Finding(Code.SIGNATURE_STALE, Level.STOP, subject=line.name)


def filed(_case: Case, _facts: BoardFacts) -> Iterator[Finding]:
    """Find nothing: no platform demands a filing yet, which the gate's rule says."""
    yield from ()


JUDGES: Mapping[Gate, Judge] = {
    Gate.IDENTITY: identity,
    Gate.CONTRACT: contract,
    Gate.ON_SITE: on_site,
    Gate.ATTENDANCE: attendance,
    Gate.CARD: card,
    Gate.MINIMUM: minimum,
    Gate.WITHIN_DUE: within_due,
    Gate.SIGNATURE: signature,
    Gate.FILED: filed,
}


def paper_until(worker: Worker) -> date | None:
    """Return the last day of the identity paper, None when it has none or it is not known."""
    last = worker.id_validity.rpartition("-")[2].strip()
    if not last or last == LONG_TERM:
        return None
    try:
        return date.fromisoformat(last.replace(".", "-"))
    except ValueError:
        return None


def _of_worker(case: Case, facts: BoardFacts, wanted: Callable[[str], bool]) -> Iterator[Finding]:
    """Judge the worker as the roster's form does, and keep the columns of one gate."""
    areas = {facts.month.project.id: facts.month.project.area}
    for fault in check_worker(case.worker, facts.day, areas):
        if wanted(fault.column):
            yield Finding(
                fault.code, fault.level, None, fault.column, case.worker.name, fault.facts
            )


def _is_explained(case: Case, facts: BoardFacts) -> bool:
    worker, said = case.worker.id, facts.said
    if said.is_idle or any(one == worker for one, _ in said.notes):
        return True
    present = facts.month.attendance.get(worker)
    marks = present.marks.values() if present is not None else ()
    return any(mark.hand is not None for mark in marks) or _has_reason(case.fresh)


def _has_reason(line: WageLine | None) -> bool:
    return line is not None and any(item.kind in ADJUSTABLE for item in line.items)
