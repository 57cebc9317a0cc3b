"""What a command says: one JSON document, or plain Chinese lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.attendance import days_text
from desktop.domain.disbursement import PayBatch
from desktop.domain.errors import Refused, Trouble, UserError
from desktop.domain.findings import Finding, Level
from desktop.domain.identity import mask_id
from resources import words

_SHAPES = {Level.STOP: "■", Level.WARN: "▲", Level.NOTE: "●"}
_LEVELS = {Level.STOP: "必须改正", Level.WARN: "请核对", Level.NOTE: "提示"}


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a command: JSON facts and the same in lines for people."""

    facts: Mapping[str, object]
    lines: Sequence[str] = ()
    exit_code: int = 0


def show(answer: Answer, *, as_json: bool) -> None:
    """Print an answer: JSON alone on standard output, or its lines."""
    if as_json:
        print(json.dumps(answer.facts, ensure_ascii=False, indent=1))
        return
    for line in answer.lines:
        print(line)


def finding_facts(finding: Finding) -> dict[str, object]:
    """Return a finding for JSON."""
    return {
        "row": finding.row,
        "column": finding.column,
        "code": finding.code.value,
        "level": finding.level.value,
        "message": finding_message(finding),
    }


def finding_message(finding: Finding) -> str:
    """Return a finding's sentence with its remedy."""
    said = words.finding(
        finding.code.value, {"subject": finding.subject, "column": finding.column, **finding.facts}
    )
    return said.text + said.remedy


def finding_lines(findings: Iterable[Finding], limit: int = 40) -> list[str]:
    """Return findings for people, gravest first, a line each."""
    order = list(Level)
    ranked = sorted(findings, key=lambda f: (order.index(f.level), f.row or 0))
    lines = []
    for finding in ranked[:limit]:
        row = f"第 {finding.row} 行" if finding.row else ""
        column = f"「{words.field(finding.column)}」" if finding.column else ""
        place = f"{row}{column}：" if row or column else ""
        head = f"{_SHAPES[finding.level]} {_LEVELS[finding.level]}　"
        lines.append(f"{head}{place}{finding_message(finding)}")
    if len(ranked) > limit:
        lines.append(f"……另有 {len(ranked) - limit} 条，加 --json 可看全部。")
    return lines


def error_answer(error: UserError | Trouble) -> Answer:
    """Return the answer for a refused act or a failing world."""
    said = words.error(type(error).__name__, error.facts)
    findings = error.findings if isinstance(error, Refused) else ()
    facts = {
        "error": {
            "kind": type(error).__name__,
            "message": said.text,
            "remedy": said.remedy,
        },
        "findings": [finding_facts(finding) for finding in findings],
    }
    lines = [f"■ {said.text}{said.remedy}", *finding_lines(findings)]
    return Answer(facts, lines, 1 if isinstance(error, UserError) else 3)


def complain(answer: Answer, *, as_json: bool) -> None:
    """Say what went wrong on standard error, and in JSON on standard output when asked."""
    for line in answer.lines:
        print(line, file=sys.stderr)
    if as_json:
        show(answer, as_json=True)


def batches_facts(batches: Iterable[PayBatch]) -> dict[str, object]:
    """Return the shape of `pay status`."""
    return {
        "batches": [
            {
                "reference": batch.reference,
                "month": str(batch.month),
                "state": batch.state.value,
                "total_fen": batch.total.fen,
                "lines": [
                    {
                        "name": item.name,
                        "amount_fen": item.amount.fen,
                        "state": item.state.value if item.state.value != "settled" else "paid",
                        "reason": item.reason,
                    }
                    for item in batch.items
                ],
            }
            for batch in batches
        ]
    }


__all__ = [
    "Answer",
    "batches_facts",
    "complain",
    "days_text",
    "error_answer",
    "finding_facts",
    "finding_lines",
    "mask_id",
    "show",
]
