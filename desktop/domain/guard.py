"""Texts that a spreadsheet would take for something else: formulas and long numbers (G41)."""

from __future__ import annotations

import re

GUARD = "'"
_STARTS = frozenset("=+-@\t\r\n\0|%＝＋－＠")
"""First signs that spreadsheets run, in half and full width, and the blanks that hide them."""
_LONG = 12
"""Digits from here on are rounded or shown as a power of ten by a spreadsheet."""
_DIGITS = re.compile(r"[0-9]+")


def runs(text: str) -> bool:
    """Tell whether a spreadsheet could take a text for a formula."""
    return text[:1] in _STARTS or text.lstrip()[:1] in _STARTS if text else False


def is_number_like(text: str) -> bool:
    """Tell whether a spreadsheet would lose digits of a text: long numbers, leading zeros."""
    if not _DIGITS.fullmatch(text):
        return False
    return len(text) >= _LONG or (len(text) > 1 and text.startswith("0"))


def guarded(text: str) -> str:
    """Return a text as CSV may hold it: an apostrophe keeps it a text; NUL is taken out."""
    plain = text.replace("\0", "")
    return GUARD + plain if runs(plain) or is_number_like(plain) or runs(text) else plain


def unguarded(text: str) -> str:
    """Take the guard away again when a table of ours comes back."""
    rest = text[1:]
    return rest if text.startswith(GUARD) and (runs(rest) or is_number_like(rest)) else text


def printable(text: str) -> str:
    """Return a text without the control signs that no workbook can hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")
