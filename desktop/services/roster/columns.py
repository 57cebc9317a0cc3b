"""The columns that a roster may have, by the words people and platforms use for them."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import resources
from desktop.domain.worker import PayKind

_NOISE = str.maketrans(dict.fromkeys("*＊※★ \u3000\t\r\n\xa0:：'\"“”‘’"))
_MARKS = ("(必填)", "(选填)", "[必填]", "[选填]", "【必填】", "【选填】", "必填", "(必填项)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column that a roster may have."""

    key: str
    titles: tuple[str, ...]
    required: bool = False
    number: bool = False
    may_lack: bool = False
    """Required, but a person may say that the whole file goes without it."""

    @property
    def title(self) -> str:
        """What we call it."""
        return self.titles[0]


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """How a sender's tables are read, as a person said it."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Title in the file → key of our column; an empty key leaves the column unread."""
    constants: Mapping[str, str] = field(default_factory=dict)
    """Key → what holds for every row; an empty text: the file goes without it."""
    header: int = 0
    """Row of the (last) heading as the spreadsheet counts; 0: found by its words."""
    sheet: str = ""
    """Name of the sheet; empty: the one that reads like a roster."""

    def as_text(self) -> str:
        """Return the canonical text that is remembered; the place of the heading is not."""
        plain = {"columns": dict(self.columns), "constants": dict(self.constants)}
        return json.dumps(plain, ensure_ascii=False, sort_keys=True)

    @classmethod
    def of_text(cls, text: str) -> ColumnMap:
        """Read what was remembered."""
        found: dict[str, Any] = json.loads(text)
        return cls(found.get("columns", {}), found.get("constants", {}))


@cache
def _terms() -> Mapping[str, Any]:
    return tomllib.loads(resources.text("terms/roster.toml"))


@cache
def columns() -> Mapping[str, Column]:
    """Return the declared columns by key."""
    return {
        key: Column(
            key,
            tuple(one["titles"]),
            one.get("required", False),
            one.get("number", False),
            one.get("may_lack", False),
        )
        for key, one in _terms()["columns"].items()
    }


@cache
def pay_kinds() -> Mapping[str, PayKind]:
    """Return the words for kinds of pay."""
    table: dict[str, list[str]] = _terms()["pay_kinds"]
    return {word: PayKind(kind) for kind, words in table.items() for word in words}


@cache
def signs_of_other_rows() -> Mapping[str, str]:
    """Return reason → pattern of the first words of rows that are no workers."""
    return dict(_terms()["not_workers"])


def plain_title(text: str) -> str:
    """Write a heading without star, blanks and "(必填)", full-width signs as usual ones."""
    bare = unicodedata.normalize("NFKC", text).translate(_NOISE)
    for mark in _MARKS:
        if len(bare) > len(mark):
            bare = bare.removesuffix(mark).removeprefix(mark)
    return bare


@cache
def _by_title() -> Mapping[str, str]:
    return {
        _folded(plain_title(title)): column.key
        for column in columns().values()
        for title in column.titles
    }


def key_named(title: str) -> str:
    """Return the key of the column that goes by a plain title, empty when nobody knows it."""
    known = _by_title()
    folded = _folded(title)
    return known.get(folded) or known.get(_without_remark(folded), "")


def _folded(title: str) -> str:
    return title.lower().replace("(元/日)", "").replace("(元/天)", "")


def _without_remark(title: str) -> str:
    """Drop a remark in brackets at the end: 进场日期(yyyy-mm-dd)."""
    head, bracket, _ = title.partition("(")
    return head if bracket else title
