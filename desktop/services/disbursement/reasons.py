"""What banks say, in the words of the labour office (resources/terms/bank_reasons.toml)."""

from __future__ import annotations

import tomllib
from functools import cache

import resources
from desktop.domain.months import WageMonth


@cache
def _terms() -> dict[str, dict[str, dict[str, object]]]:
    return tomllib.loads(resources.text("terms/bank_reasons.toml"))


def may_try_again(code: str) -> bool:
    """Tell whether the same card may be tried again after this reason."""
    return bool(_terms()["reasons"].get(code, {}).get("again", False))


def words(code: str, said: str) -> str:
    """Return a reason in Chinese; the bank's own words when the code is unknown."""
    known = _terms()["reasons"].get(code)
    if known is not None:
        return f"{known['text']}（{code}）"
    return "：".join(part for part in (code, said) if part)


def purpose(month: WageMonth) -> str:
    """Return the words on the worker's bank statement."""
    template = str(_terms()["purpose"]["wages"])
    return template.format(year=month.year, month=month.month)
