"""`anxin wages tax`: what would be withheld, month by month; needs no books."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from desktop.cli import values
from desktop.cli.answer import Answer
from desktop.cli.area import Areas
from desktop.domain.errors import WrongValue
from desktop.domain.money import ZERO
from desktop.domain.tax import Allowances, TaxLaw, TaxMonth, law_on, withhold
from desktop.services.payroll.taxes import tax_laws
from desktop.wiring import SystemClock

_COUNTED = {
    "employed": Allowances.EMPLOYED,
    "first-of-year": Allowances.FIRST_OF_YEAR,
    "whole-year": Allowances.WHOLE_YEAR,
}


def tax(options: Namespace) -> Answer:
    """Withhold the same wages month after month."""
    year: int = options.year or SystemClock().today().year
    law = law_on(tax_laws(), date(year, 12, 31))
    month = TaxMonth(options.gross, options.insurance, options.special)
    try:
        found = withhold(
            [month] * options.months, law, options.first_month, _COUNTED[options.count]
        )
    except ValueError:
        last = str(13 - options.months)
        raise WrongValue(
            field="first-month", value=str(options.first_month), expected=f"1–{last}"
        ) from None
    lines = [_line(law)]
    lines += [
        f"{one.month:>2} 月  累计应纳税所得额 {max(one.base, ZERO)!s:>14}  {one.percent:>2}%  "
        f"速算扣除 {one.quick!s:>10}  累计应纳 {one.cumulative!s:>12}  本月预扣 {one.withheld} 元"
        for one in found
    ]
    return Answer({"withheld_fen": [one.withheld.fen for one in found]}, lines)


def _line(law: TaxLaw) -> str:
    return f"居民工资薪金累计预扣（{law.citation}，{law.since} 起）"


def add(area: Areas) -> None:
    """Add the word of this module."""
    title = "试算个人所得税预扣"
    found = area.add_parser("tax", help=title, description=title)
    found.set_defaults(act=tax)
    amounts = (("gross", "每月应发"), ("insurance", "社保公积金个人部分"), ("special", "专项附加"))
    for word, help_text in amounts:
        found.add_argument(
            f"--{word}",
            type=values.yuan,
            required=word == "gross",
            default=ZERO,
            metavar="元",
            help=help_text,
        )
    found.add_argument("--months", type=values.calendar_month, default=12, metavar="N")
    found.add_argument("--first-month", type=values.calendar_month, default=1, metavar="N")
    found.add_argument("--count", choices=tuple(_COUNTED), default="employed", help="减除费用起算")
    found.add_argument("--year", type=int, metavar="YYYY", help="纳税年度（默认今年）")
    found.add_argument("--json", action="store_true", help="标准输出只写一个 JSON 文档")
