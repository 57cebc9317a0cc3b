"""Errors and findings as sentences: the only place between facts and words on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources import words

if TYPE_CHECKING:
    from desktop.domain.errors import Trouble, UserError
    from desktop.domain.findings import Finding


def of_error(error: UserError | Trouble) -> words.Words:
    """Return what happened and what to do, by the nearest class that has words."""
    for kind in type(error).__mro__:
        try:
            return words.error(kind.__name__, error.facts)
        except KeyError:
            continue
    raise LookupError(type(error).__name__)


def of_finding(finding: Finding) -> words.Words:
    """Return a finding's words, its place and subject among the facts."""
    facts = {
        "row": finding.row or "",
        "column": finding.column,
        "subject": finding.subject,
        **finding.facts,
    }
    return words.finding(str(finding.code), facts)


def of_progress(key: str) -> str:
    """Return the words of a progress key."""
    return words.phrase("progress", key) if key else ""
