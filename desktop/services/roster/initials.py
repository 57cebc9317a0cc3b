"""Pinyin initials of names, with every reading of surnames that have several."""

from __future__ import annotations

import tomllib
from functools import cache

import resources

_LONGEST_SURNAME = 2


@cache
def _surnames() -> dict[str, str]:
    table: dict[str, str] = tomllib.loads(resources.text("terms/surnames.toml"))["initials"]
    return table


def initials_of(name: str) -> str:
    """Return every reading's initials, blank separated, lower case: 曾志伟 → "czw zzw"."""
    keys = [_plain(name)]
    for length in range(_LONGEST_SURNAME, 0, -1):
        readings = _surnames().get(name[:length])
        if readings is not None and len(name) >= length:
            keys += [reading + _plain(name[length:]) for reading in readings.split()]
            break
    return " ".join(dict.fromkeys(key for key in keys if key))


def _plain(name: str) -> str:
    import pypinyin  # noqa: PLC0415 - 0.2 s, and only an import needs it

    letters = "".join(pypinyin.lazy_pinyin(name, style=pypinyin.Style.FIRST_LETTER))
    return "".join(sign for sign in letters.lower() if sign.isascii() and sign.isalnum())
