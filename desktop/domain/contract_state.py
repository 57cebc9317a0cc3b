"""Where a worker stands with his contract on a day, and what he had when he first came to work."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.contract import ContractTerm, LabourContract, Training
from desktop.domain.worker import Worker

_ONE_DAY = timedelta(days=1)


class Standing(StrEnum):
    """A worker's contract in one word."""

    NONE = "none"  # 没有合同
    UNSIGNED = "unsigned"  # 已填写，未签
    SIGNED = "signed"  # 有效
    EXPIRING = "expiring"  # 即将到期
    EXPIRED = "expired"  # 已到期
    ENDED = "ended"  # 已解除


@dataclass(frozen=True, slots=True)
class ContractState:
    """A worker's standing on a day and the contract that it rests on."""

    standing: Standing
    contract: LabourContract | None = None
    """The one in force; without one the unsigned or the latest."""
    waiting: LabourContract | None = None
    """One that is made out and not signed, besides the one in force."""

    @property
    def holds(self) -> bool:
        """Whether a signed contract is in force."""
        return self.standing in {Standing.SIGNED, Standing.EXPIRING}

    @property
    def until(self) -> date | None:
        """Last day of the contract, None when it has none."""
        return last_day(self.contract) if self.contract else None


NO_CONTRACT = ContractState(Standing.NONE)


def last_day(contract: LabourContract) -> date | None:
    """Return the last day on which a contract holds, None when none is fixed."""
    days = [day for day in (contract.end, contract.ended) if day is not None]
    return min(days, default=None)


def state_of(contracts: Iterable[LabourContract], day: date, notice: int) -> ContractState:
    """Return where a worker stands with his contracts.

    Args:
        contracts: all of his in one project.
        day: on which.
        notice: days before its last one from which a contract counts as running out.
    """
    own = sorted(contracts, key=lambda one: (one.begin, one.number))
    signed = [one for one in own if one.signed is not None]
    open_ones = [one for one in own if one.signed is None and one.ended is None]
    waiting = open_ones[-1] if open_ones else None
    held = [one for one in signed if one.holds(day)] or [one for one in signed if one.begin > day]
    if held:
        return ContractState(_standing(held[-1], signed, day, notice), held[-1], waiting)
    if waiting is not None:
        return ContractState(Standing.UNSIGNED, waiting)
    if not own:
        return NO_CONTRACT
    gone = own[-1]
    return ContractState(Standing.ENDED if gone.ended else Standing.EXPIRED, gone)


def _standing(
    held: LabourContract, signed: list[LabourContract], day: date, notice: int
) -> Standing:
    """Tell whether a contract in force runs out with nothing signed to follow it."""
    last = last_day(held)
    if last is None or (last - day).days > notice:
        return Standing.SIGNED
    followed = any(one.begin > held.begin and one.begin <= last + _ONE_DAY for one in signed)
    return Standing.SIGNED if followed else Standing.EXPIRING


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, the month's last day where it has none."""
    ahead = day.month - 1 + months
    year, month = day.year + ahead // 12, ahead % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def whole_months(contract: LabourContract) -> int | None:
    """Return the whole months from beginning to end (12 for 3-1 to 2-28), None without end."""
    if contract.end is None:
        return None
    after = contract.end + _ONE_DAY
    months = (after.year - contract.begin.year) * 12 + after.month - contract.begin.month
    return months - (months_later(contract.begin, months) > after)


@dataclass(frozen=True, slots=True)
class ProbationLimit:
    """The longest probation for contracts of a length (劳动合同法 art. 19)."""

    term: ContractTerm
    from_months: int
    """Whole months that the contract lasts at least."""
    most: int
    citation: str


def probation_limit(
    contract: LabourContract, limits: Iterable[ProbationLimit]
) -> ProbationLimit | None:
    """Return the limit that a contract's length falls under."""
    length = whole_months(contract) or 0
    fitting = [
        one for one in limits if one.term is contract.term and one.from_months <= length
    ]  # fmt: skip
    return max(fitting, key=lambda one: one.from_months, default=None)


def changed_fields(before: LabourContract, after: LabourContract) -> tuple[str, ...]:
    """Return the names of what both sides agree on that differs."""
    kept = {"version", "signed", "ended", "scan"}
    return tuple(
        one.name
        for one in fields(LabourContract)
        if one.name not in kept and getattr(before, one.name) != getattr(after, one.name)
    )


class Proof(StrEnum):
    """What a worker needs before he first comes to work (724 art. 28; 建市〔2019〕18号 art. 8)."""

    IDENTITY = "identity"
    CONTRACT = "contract"
    TRAINING = "training"


@dataclass(frozen=True, slots=True)
class Proven:
    """Since when each proof stands; None: not at all."""

    identity: date | None
    contract: date | None
    training: date | None

    def missing(self, day: date) -> tuple[Proof, ...]:
        """Return what was not there by a day."""
        had = {
            Proof.IDENTITY: self.identity,
            Proof.CONTRACT: self.contract,
            Proof.TRAINING: self.training,
        }
        return tuple(proof for proof, since in had.items() if since is None or since > day)


def proven(
    worker: Worker,
    day: date,
    contracts: Iterable[LabourContract],
    trainings: Iterable[Training],
    captured: date | None,
) -> Proven:
    """Return what a worker had, as seen from the day he came to work.

    Args:
        worker: whom.
        day: on which he worked; a contract has to be in force then, or later ones tell since when.
        contracts: his, in the project.
        trainings: the project's.
        captured: Beijing day on which his identity came into the books.
    """
    begun = [
        max(one.begin, one.signed)
        for one in contracts
        if one.signed is not None and (last_day(one) or date.max) >= day
    ]
    passed = [one.day for one in trainings if worker.id in one.workers]
    return Proven(captured, min(begun, default=None), min(passed, default=None))
