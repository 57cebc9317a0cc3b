"""A worker or team as canonical JSON: what an import writes down so that it can be taken back."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any
from uuid import UUID

from desktop.domain.ids import CompanyId, ProjectId, TeamId, WorkerId
from desktop.domain.money import Money
from desktop.domain.project import Team
from desktop.domain.worker import Card, DeviceNumber, Employment, PayKind, PayTerm, Worker


def text_of(value: Worker | Team) -> str:
    """Return the canonical text; a worker's version does not belong to it."""
    plain = replace(value, version=0) if isinstance(value, Worker) else value
    return json.dumps(
        asdict(plain), default=str, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def team_of(text: str) -> Team:
    """Read a team back."""
    found = json.loads(text)
    return Team(
        TeamId(UUID(found["id"])),
        ProjectId(UUID(found["project"])),
        CompanyId(UUID(found["subcontractor"])),
        found["name"],
    )


def worker_of(text: str) -> Worker:
    """Read a worker back."""
    found: dict[str, Any] = json.loads(text)
    cards = tuple(Card(**{**card, "since": _day(card["since"])}) for card in found["cards"])
    return Worker(
        **{
            **found,
            "id": WorkerId(UUID(found["id"])),
            "birth": _day(found["birth"]),
            "cards": cards,
            "employments": tuple(_employment(one) for one in found["employments"]),
        }
    )


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
    )
