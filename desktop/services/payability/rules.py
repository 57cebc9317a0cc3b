"""The dated gates and their legal defaults, read once from resources/rules/gates.toml."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

import resources
from desktop.domain.gates import Gate, GateRule, Switch


@cache
def _rows() -> tuple[GateRule, ...]:
    rows = tomllib.loads(resources.text("rules/gates.toml"))["gate"]
    found = [
        GateRule(
            Gate(row["key"]),
            row["title"],
            Switch(row["default"]),
            row["citation"],
            row["since"],
            row.get("demanded", True),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda rule: rule.since))


@cache
def gate_rules(day: date) -> tuple[GateRule, ...]:
    """Return one row for each gate: the latest that began by a day, the first for days before."""
    found: dict[Gate, GateRule] = {}
    for rule in _rows():
        if rule.since <= day or rule.gate not in found:
            found[rule.gate] = rule
    return tuple(found[gate] for gate in Gate)
