"""Rotating logs; numbers of people never reach them."""

from __future__ import annotations

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

_NUMBERS = (
    (re.compile(r"(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)"), r"\1********\2"),  # identity number
    (re.compile(r"(?<!\d)\d{9,15}(\d{4})(?!\d)"), r"****\1"),  # bank card, account
    (re.compile(r"(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)"), r"\1****\2"),  # mobile phone
)


def mask(text: str) -> str:
    """Mask identity, card and phone numbers by their shape: the second net under masked types."""
    for pattern, replacement in _NUMBERS:
        text = pattern.sub(replacement, text)
    return text


class MaskingFormatter(logging.Formatter):
    """Formats a record and masks numbers in all of it, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the masked line."""
        return mask(super().format(record))


def start(folder: Path) -> None:
    """Log to a rotating file of the program (1 MB × 5)."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "anxin.log", maxBytes=1_000_000, backupCount=5, encoding="utf-8"
    )
    handler.setFormatter(MaskingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
