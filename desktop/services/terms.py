"""Shipped tables of names: kinds of identity paper, nations, areas, trades; read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from desktop.domain.identity import IdKind

HOLDS_ANY = "00"
_PREFECTURE, _PROVINCE = 4, 2


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade as platforms name it."""

    name: str
    classes: frozenset[str]
    """Classes of work that age rules speak of, such as "height"."""


@cache
def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads(resources.text(f"terms/{name}.toml"))


def id_kind_title(kind: IdKind) -> str:
    """Return the official name of a kind of paper, such as 居民身份证."""
    return str(_table("id_kinds")[kind.value]["titles"][0])


def id_kind_shape(kind: IdKind) -> str:
    """Return how numbers of a kind are written, for people."""
    return str(_table("id_kinds")[kind.value]["shape"])


@cache
def _kinds_by_title() -> Mapping[str, IdKind]:
    return {title: kind for kind in IdKind for title in _table("id_kinds")[kind.value]["titles"]}


def id_kind_named(title: str) -> IdKind | None:
    """Return the kind that a table calls by a name; None when nobody knows it."""
    return _kinds_by_title().get("".join(title.split()))


def nation_named(code: str) -> str:
    """Return the nation of a two-digit code (GB/T 3304), empty when there is none."""
    return str(_table("nations")["nations"].get(code, ""))


def nations() -> tuple[str, ...]:
    """Return the names of all nations, in the order of their codes."""
    return tuple(_table("nations")["nations"].values())


def area_name(code: str) -> str:
    """Return province and prefecture of an area code or identity number, past ones too.

    Empty where the first four digits never were a code.
    """
    areas: Mapping[str, str] = _table("areas")["areas"]
    found = [
        areas.get(key, "").rpartition(" ")[0]
        for key in (code[:_PROVINCE] + HOLDS_ANY, code[:_PREFECTURE])
    ]
    if not found[-1]:
        return ""
    return "".join(dict.fromkeys(found))


@cache
def _trades() -> Mapping[str, Trade]:
    found: dict[str, Trade] = {}
    for name, row in _table("trades")["trades"].items():
        trade = Trade(name, frozenset(row.get("classes", ())))
        for title in (name, *row.get("others", ())):
            found.setdefault(title, trade)
    return found


def trades() -> tuple[str, ...]:
    """Return the usual names of trades."""
    return tuple(dict.fromkeys(trade.name for trade in _trades().values()))


def trade_named(title: str) -> Trade | None:
    """Return the trade that people call by a name; None when nobody knows it."""
    return _trades().get("".join(title.split()))


def classes_of(trade: str) -> frozenset[str]:
    """Return the classes of work that a trade belongs to; none for a trade nobody knows."""
    found = trade_named(trade)
    return found.classes if found is not None else frozenset()
