"""Errors and findings as sentences: the only place between facts and words on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import Refused
from resources import words

if TYPE_CHECKING:
    from desktop.domain.errors import Trouble, UserError
    from desktop.domain.findings import Finding

NAMED = 5
"""Findings of a refusal that a banner says in full."""


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


def of_refusal(error: UserError | Trouble) -> str:
    """Return the first findings that a refusal carries, a line each; nothing for other errors."""
    findings = error.findings if isinstance(error, Refused) else ()
    return "\n".join(" ".join(_said(finding)) for finding in findings[:NAMED])


def _said(finding: Finding) -> tuple[str, ...]:
    said = of_finding(finding)
    place = QCoreApplication.translate("FindingsList", "Row {row}")
    row = place.format(row=finding.row) if finding.row is not None else ""
    column = words.field(finding.column)
    return tuple(filter(None, (row, column, finding.subject, said.text, said.remedy)))


def of_progress(key: str) -> str:
    """Return the words of a progress key."""
    return words.phrase("progress", key) if key else ""
