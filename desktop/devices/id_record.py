"""The text on the chip of an identity card: 256 bytes of UTF-16LE, three layouts.

The character at byte 248 tells the layout: blank for the resident's card, I for the foreigner's
permanent residence card of 2017, J for the residence permit of people from Hong Kong, Macao and
Taiwan. The places of the fields of J come from memory of programs that read it, not from a standard
or a card at hand; of the foreigner's card of 2023 no layout is known to us: its number of 18 digits
does not fit the layout of 2017.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache

import resources
from desktop.domain.id_card import LONG_TERM, IdCard
from desktop.domain.identity import IdKind, normalise_id, normalise_name

TEXT_LENGTH = 256
_TYPE = slice(248, 250)
_SEXES = {"1": "男", "2": "女", "0": "未知", "9": "未说明"}
_DAY = re.compile(r"[0-9]{8}")

_RESIDENT = {
    "name": (0, 30),
    "sex": (30, 2),
    "nation": (32, 4),
    "birth": (36, 16),
    "address": (52, 70),
    "id_number": (122, 36),
    "issuer": (158, 30),
    "valid_from": (188, 16),
    "valid_to": (204, 16),
}
_HMT = {name: place for name, place in _RESIDENT.items() if name != "nation"} | {
    "pass_number": (220, 18)
}
_FOREIGN = {
    "english_name": (0, 120),
    "sex": (120, 2),
    "id_number": (122, 30),
    "nationality": (152, 6),
    "name": (158, 30),
    "valid_from": (188, 16),
    "valid_to": (204, 16),
    "birth": (220, 16),
    "issuer": (240, 8),
}
"""Byte offset and length of every field (INTERFACES 5)."""
_LAYOUTS = {
    "": (IdKind.RESIDENT, _RESIDENT),
    "I": (IdKind.FOREIGN_PERMANENT, _FOREIGN),
    "J": (IdKind.HMT_PERMIT, _HMT),
}


class UnknownLayoutError(ValueError):
    """The card is of a type nobody has described."""


@cache
def nations() -> dict[str, str]:
    """Return the names of nations by their codes (GB/T 3304)."""
    table: dict[str, str] = tomllib.loads(resources.text("terms/nations.toml"))["nations"]
    return table


def card_of(text: bytes, photo: bytes) -> IdCard:
    """Read the chip's text.

    Raises:
        UnknownLayoutError: of a type that is not known.
        ValueError: what it says makes no sense: not UTF-16, no dates, no number.
    """
    if len(text) != TEXT_LENGTH:
        raise ValueError(len(text))
    letter = _clean(text[_TYPE])
    if letter not in _LAYOUTS:
        raise UnknownLayoutError(letter)
    kind, layout = _LAYOUTS[letter]
    said = {name: _clean(text[at : at + size]) for name, (at, size) in layout.items()}
    number = normalise_id(said["id_number"])
    english = said.get("english_name", "")
    name = normalise_name(said["name"]) or normalise_name(english)
    if not number or not name:
        raise ValueError(number)
    return IdCard(
        kind=kind,
        name=name,
        sex=_SEXES.get(said["sex"], _SEXES["0"]),
        nation=nations().get(said["nation"], said["nation"]) if "nation" in said else "",
        birth=_day(said["birth"]),
        id_number=number,
        address=said.get("address", ""),
        issuer=said["issuer"],
        valid_from=_day(said["valid_from"]),
        valid_to=None if said["valid_to"] == LONG_TERM else _day(said["valid_to"]),
        english_name=english,
        nationality=said.get("nationality", ""),
        pass_number=said.get("pass_number", ""),
        photo=photo,
    )


def _clean(raw: bytes) -> str:
    return raw.decode("utf-16-le").replace("\0", " ").strip()


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
