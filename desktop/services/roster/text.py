"""A worker or team as canonical JSON: what an import writes down so that it can be taken back."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from desktop.domain.identity import IdKind
from desktop.domain.ids import CompanyId, ProjectId, TeamId, WorkerId
from desktop.domain.money import Money
from desktop.domain.project import Team
from desktop.domain.worker import Capture, Card, DeviceNumber, Employment, PayKind, PayTerm, Worker


def text_of(value: Worker | Team) -> str:
    """Return the canonical text; a worker's version does not belong to it."""
    plain = replace(value, version=0) if isinstance(value, Worker) else value
    return json.dumps(
        asdict(plain), default=str, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _uuid(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def team_of(text: str) -> Team:
    """Read a team back; imports of the first program knew neither trade nor leader."""
    found = json.loads(text)
    leader = _uuid(found.get("leader"))
    return Team(
        TeamId(UUID(found["id"])),
        ProjectId(UUID(found["project"])),
        CompanyId(UUID(found["subcontractor"])),
        found["name"],
        found.get("trade", ""),
        WorkerId(leader) if leader else None,
        _day(found.get("filed_on")),
    )


def worker_of(text: str) -> Worker:
    """Read a worker back; what an older program did not know has its usual value."""
    found: dict[str, Any] = json.loads(text)
    cards = tuple(Card(**{**card, "since": _day(card["since"])}) for card in found["cards"])
    moment = found.get("captured_at")
    return Worker(
        **{
            **found,
            "id": WorkerId(UUID(found["id"])),
            "birth": _day(found["birth"]),
            "id_kind": IdKind(found.get("id_kind", IdKind.RESIDENT)),
            "captured": Capture(found.get("captured", Capture.IMPORTED)),
            "captured_at": datetime.fromisoformat(moment) if moment else None,
            "cards": cards,
            "employments": tuple(_employment(one) for one in found["employments"]),
        }
    )


def same(text: str, value: Worker | Team) -> bool:
    """Tell whether a recorded text says what a value is now, whatever program recorded it."""
    known: Worker | Team = worker_of(text) if isinstance(value, Worker) else team_of(text)
    return text_of(known) == text_of(value)


def _employment(found: dict[str, Any]) -> Employment:
    terms = tuple(
        PayTerm(
            PayKind(term["kind"]), Money(term["rate"]["fen"]), date.fromisoformat(term["since"])
        )
        for term in found["pay_terms"]
    )
    numbers = tuple(
        DeviceNumber(one["number"], _day(one["since"]), _day(one["until"]))
        for one in found["device_numbers"]
    )
    return Employment(
        ProjectId(UUID(found["project"])),
        TeamId(UUID(found["team"])),
        found["trade"],
        date.fromisoformat(found["entry"]),
        _day(found["exit"]),
        terms,
        numbers,
        found.get("exit_reason", ""),
    )
