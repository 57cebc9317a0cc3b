"""A wage line in words: every item with its derivation, rule and article; minimum wage tests."""

from __future__ import annotations

from desktop.domain.attendance import days_text
from desktop.domain.payroll import ItemKind, WageItem, WageLine
from desktop.domain.wage_limits import MinimumTest, WageLaw, minimum_tests
from desktop.domain.wages import ADJUSTABLE, WORK
from desktop.services.payroll.rules import item_title, item_unit
from resources.words import phrase

_GROUP = "wages"


def explain_line(line: WageLine, law: WageLaw) -> str:
    """Return one Chinese line for each item, then the total and the minimum wage tests."""
    if not line.items:
        return phrase(_GROUP, "nothing", month=law.month)
    said = [_item(item, law) for item in line.items]
    if any(item.kind in {ItemKind.REST_DAY, ItemKind.HOLIDAY} for item in line.items):
        said.append(phrase(_GROUP, "share", work_days=days_text(line.work_days)))
    said.append(phrase(_GROUP, "total", gross=line.gross, deductions=line.deductions, net=line.net))
    said += minimum_words(line, law)
    return "\n".join(said)


def minimum_words(line: WageLine, law: WageLaw) -> list[str]:
    """Return the minimum wage tests of a line in words, each with its method."""
    if law.minimum is None:
        return [phrase(_GROUP, "minimum_unknown", month=law.month)]
    return [_test(test) for test in minimum_tests(line, law)]


def sheet_minimum(law: WageLaw) -> str:
    """Return the minimum wage that the sheet was held against, empty when unknown."""
    if law.minimum is None:
        return ""
    return phrase(
        _GROUP,
        "sheet_minimum",
        monthly=law.minimum.monthly,
        document=law.minimum.document,
        since=law.minimum.effective_from,
        days=law.figure("paid-days"),
        hours=law.figure("paid-hours"),
    )


def _item(item: WageItem, law: WageLaw) -> str:
    if item.kind in ADJUSTABLE:
        return _adjustment(item)
    keys = item.rule.split("+")
    rows = [law.rules.on(key, law.month.last) for key in keys]
    key = "work" if item.kind in WORK else "extra_by_day" if rows[1:] else "extra_by_hour"
    words = phrase(
        _GROUP,
        key,
        title=item_title(item.kind),
        quantity=days_text(item.quantity),
        unit=item_unit(item.kind),
        rate=item.rate,
        percent=item.percent,
        day_hours=rows[-1].value,
        amount=item.amount,
    )
    detail = "，".join(_detail(part) for part in item.note.split(", ") if part)
    words += phrase(_GROUP, "detail", detail=detail) if detail else ""
    words += "" if item.rate else phrase(_GROUP, "no_term")
    rule = "；".join(row.title for row in rows)
    return words + phrase(_GROUP, "basis", rule=rule, citation=item.citation)


def _adjustment(item: WageItem) -> str:
    words = phrase(_GROUP, "plain", title=item_title(item.kind), amount=item.amount)
    return words + phrase(_GROUP, "reason", reason=item.note, citation=item.citation)


def _detail(note: str) -> str:
    if "~" in note:
        first, last = note.split("~")
        return phrase(_GROUP, "days", first=first, last=last)
    return phrase(_GROUP, "minutes", minutes=note.removesuffix(" min"))


def _test(test: MinimumTest) -> str:
    return phrase(
        _GROUP,
        f"minimum_{test.method}",
        actual=test.actual,
        least=test.least,
        minimum=test.minimum.monthly,
        divisor=test.rule.value if test.rule else "",
        verdict=phrase(_GROUP, "passes" if test.passes else "fails"),
        document=test.minimum.document,
        since=test.minimum.effective_from,
        citation=test.rule.citation if test.rule else "",
    )
