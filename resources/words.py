"""Chinese sentences for errors, findings and explanations, shared by command line and window."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import resources


@dataclass(frozen=True, slots=True)
class Words:
    """What happened and what to do."""

    text: str
    remedy: str


@cache
def _table(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.text(f"words/{name}.toml"))


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return ""


def _fill(entry: Mapping[str, str], facts: Mapping[str, object]) -> Words:
    holes = _Facts(facts)
    return Words(entry.get("text", "").format_map(holes), entry.get("remedy", "").format_map(holes))


def _plain(facts: Mapping[str, object]) -> dict[str, object]:
    """Show short tokens such as kind=sheet by their Chinese names."""
    names = _table("phrases")["facts"]
    return {key: names.get(f"{key}-{value}", value) for key, value in facts.items()}


def error(name: str, facts: Mapping[str, object]) -> Words:
    """Return the words for an error class by its name."""
    return _fill(_table("errors")[name], _plain(facts))


def finding(code: str, facts: Mapping[str, object]) -> Words:
    """Return the words for a finding code; its field by name, the subject where it has none."""
    named = field(str(facts.get("field", facts.get("subject", ""))))
    return _fill(_table("findings")[code], {**facts, "field": named})


def field(key: str) -> str:
    """Return what people call a field or column; what has no other name keeps its own."""
    return _table("phrases")["fields"].get(key, key)


def phrase(group: str, key: str, **facts: object) -> str:
    """Return one phrase of words/phrases.toml, by group and key, with its holes filled."""
    return _table("phrases")[group][key].format_map(_Facts(facts))
