"""A file against the roster, change by change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from desktop.domain import identity
from desktop.domain.ids import ProjectId, TeamId, WorkerId
from desktop.domain.money import Money
from desktop.domain.project import Team
from desktop.domain.worker import Employment, Worker
from desktop.services.roster.columns import pay_kinds
from desktop.services.roster.rows import Entry


class DifferenceKind(StrEnum):
    """What kind of change."""

    NEW = "new"
    GONE = "gone"  # on the books and on site, absent from this file; never removes by itself
    MOVED = "moved"  # to another team
    CARD = "card"
    RATE = "rate"
    CHANGED = "changed"  # anything else


@dataclass(frozen=True, slots=True)
class Difference:
    """One change that the file asks for; numbers masked."""

    kind: DifferenceKind
    name: str
    """Of the worker."""
    field: str
    """Column key; "" for NEW and GONE."""
    before: str
    after: str
    key: str
    """What names it in approvals, the same each time the file is compared."""
    worker: WorkerId
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares workers in one project."""

    project: ProjectId
    today: date
    team_name: Callable[[TeamId], str]

    def compare(self, entry: Entry, old: Worker | None, new: Worker) -> Iterator[Difference]:
        """Tell what a row changes; `new` is the worker as the row makes him."""
        if old is None:
            team = entry.team
            key = f"row-{entry.row}"
            yield Difference(DifferenceKind.NEW, new.name, "", "", team, key, new.id, entry.row)
            return
        for key, (before, after) in self._changes(old, new).items():
            kind = _KINDS.get(key, DifferenceKind.CHANGED)
            yield Difference(
                kind, new.name, key, before, after, f"{old.id}-{key}", old.id, entry.row
            )

    def gone(self, worker: Worker, team: TeamId) -> Difference:
        """Name a worker of the books whom the file does not name any more."""
        return Difference(
            DifferenceKind.GONE, worker.name, "", self.team_name(team), "",
            f"{worker.id}-gone", worker.id,
        )  # fmt: skip

    def _changes(self, old: Worker, new: Worker) -> dict[str, tuple[str, str]]:
        changes = {
            key: (getattr(old, key), getattr(new, key))
            for key in _WORKER_TEXTS
            if getattr(old, key) != getattr(new, key)
        }
        if old.birth != new.birth:
            changes["birth"] = (str(old.birth or ""), str(new.birth or ""))
        if old.cards != new.cards:
            changes |= self._card(old, new)
        job, then = new.employment(self.project), old.employment(self.project)
        if job is not None and len(new.employments) > len(old.employments):
            changes["entry"] = ("", str(job.entry))
        elif job is not None and then is not None:
            changes |= self._job(then, job)
        return changes

    def _card(self, old: Worker, new: Worker) -> dict[str, tuple[str, str]]:
        before = old.card(self.today)
        after = new.card(self.today)
        if before is None or after is None or before.number != after.number:
            shown = [identity.mask_card(card.number) if card else "" for card in (before, after)]
            return {"card": (shown[0], shown[1])}
        return {
            key: (getattr(before, key), getattr(after, key))
            for key in ("bank", "cnaps", "account_name")
            if getattr(before, key) != getattr(after, key)
        }

    def _job(self, old: Employment, new: Employment) -> dict[str, tuple[str, str]]:
        pairs = {
            "team": (self.team_name(old.team), self.team_name(new.team)),
            "trade": (old.trade, new.trade),
            "entry": (str(old.entry), str(new.entry)),
            "exit": (str(old.exit or ""), str(new.exit or "")),
            "rate": (_pay(old), _pay(new)),
            "device_number": (_numbers(old), _numbers(new)),
        }
        changes = {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}
        if old.team != new.team:
            changes.setdefault("team", pairs["team"])
        return changes


_KINDS = {
    "team": DifferenceKind.MOVED,
    "card": DifferenceKind.CARD,
    "bank": DifferenceKind.CARD,
    "cnaps": DifferenceKind.CARD,
    "account_name": DifferenceKind.CARD,
    "rate": DifferenceKind.RATE,
}
_OF_A_JOB = {"team", "trade", "exit", "rate", "device_number"}
_WORKER_TEXTS = (
    "name", "phone", "sex", "nation", "native_place", "education", "political_status", "address",
    "id_issuer", "id_validity", "note", "contact_address", "emergency_name", "emergency_phone",
    "emergency_relation",
)  # fmt: skip


def _pay(job: Employment) -> str:
    last = max(job.pay_terms, key=lambda term: term.since, default=None)
    if last is None:
        return ""
    word = next(word for word, kind in pay_kinds().items() if kind is last.kind)
    return f"{word} {last.rate.plain}"


def _numbers(job: Employment) -> str:
    return "、".join(one.number for one in job.device_numbers if one.until is None)


def withheld(
    entry: Entry, job: Employment | None, team: Team | None, keys: set[str], name: str
) -> Entry:
    """Return a row that asks for everything but some fields; an empty text asks for nothing.

    Args:
        entry: the row.
        job: the worker's employment as the books have it.
        team: the team of that employment.
        keys: column keys that somebody did not approve.
        name: of the worker, as the books have it.
    """
    if "entry" in keys and job is not None and job.exit is not None and entry.entry > job.exit:
        keys = keys | _OF_A_JOB  # he does not come back, so nothing of that holds
    if "card" in keys:
        keys = keys | {"bank", "cnaps", "account_name"}
    texts = {key: "" if key in keys else text for key, text in entry.texts.items()}
    row = replace(entry, texts=texts)
    present: dict[str, dict[str, Any]] = {
        "name": {"name": name},
        "phone": {"phone": ""},
        "card": {"card": ""},
        "cnaps": {"cnaps": ""},
        "device_number": {"device_number": ""},
        "exit": {"exit": None},
        "rate": {"pay_kind": None, "rate": Money(0)},
    }
    if job is not None:
        present["entry"] = {"entry": job.entry}
    if team is not None:
        present["team"] = {"company": team.subcontractor, "team": team.name}
    for key in keys & present.keys():
        row = replace(row, **present[key])
    return row
