"""Invented wage lines whose sums can be worked by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.payroll import ItemKind, SheetState, WageItem, WageLine, WageSheet
from desktop.domain.worker import PayKind
from desktop.ports.paper import WageSheetPaper

ROOT = UUID("00000000-0000-0000-0000-00000000a11e")
MONTH = WageMonth(2021, 3)
RARE = ("张䶮", "李㛃", "王𬱖")


def item(kind, yuan, quantity="0", rate="0", note=""):
    return WageItem(
        ItemKind(kind),
        Money.of_yuan(yuan),
        Decimal(quantity),
        Money.of_yuan(rate),
        note=note,
    )


def line(seq, team="钢筋一班", name="", items=None, **more):
    """One line: 260.00 for each of 21 days, unless its items are given."""
    items = (item("day_work", "5460", "21", "260"),) if items is None else tuple(items)
    facts = {
        "id": uuid5(ROOT, f"line{seq}"),
        "seq": seq,
        "worker": uuid5(ROOT, f"worker{seq}"),
        "name": name or f"工人{seq}",
        "id_number": f"62010219800101{seq:04d}"[:18],
        "team": uuid5(ROOT, team),
        "team_name": team,
        "trade": "钢筋工",
        "pay_kind": PayKind.DAY,
        "rate": Money(26000),
        "work_days": Decimal(21),
        "items": items,
        "card_number": f"62170042200{seq:08d}",
        "bank": "中国建设银行",
    }
    return WageLine(**{**facts, **more})


def sheet(lines, **more):
    facts = {
        "id": uuid5(ROOT, "sheet"),
        "project": uuid5(ROOT, "project"),
        "subcontractor": uuid5(ROOT, "company"),
        "subcontractor_name": "兰州示例建筑劳务有限公司",
        "month": MONTH,
        "number": 0,
        "state": SheetState.DRAFT,
        "lines": tuple(lines),
    }
    return WageSheet(**{**facts, **more})


def paper(lines, **more):
    """Facts of a printed sheet; keywords of the sheet go through `sheet=`."""
    own = more.pop("sheet", None) or sheet(lines)
    facts = WageSheetPaper(
        sheet=own,
        project="兰州示例安置房一期",
        general_contractor="甘肃示例建设集团有限公司",
        account_tail="3456",
        pay_date=date(2021, 4, 9),
        prepared_by="何秉正",
        minimum_wage_note=(
            "最低工资：甘肃省（示例文号）1,620.00 元/月，自 2020-01-01 起；计日工资按日单价与"
            " 1,620.00 ÷ 21.75 = 74.48 元比较，计时工资按 1,620.00 ÷ 174 = 9.31 元比较。"
        ),
        journal_head="9f3a-12bc-0d",
    )
    return replace(facts, **more)


def ugly_lines():
    """Forty-five lines in three teams with everything a sheet can hold."""
    teams = ["钢筋一班"] * 18 + ["木工班（主楼地下室）"] * 15 + ["杂工班"] * 12
    names = ["阿卜杜热合曼·麦麦提图尔荪江", *RARE, "欧阳建国", "买买提·吐尔逊"]
    lines = []
    for seq, team in enumerate(teams, 1):
        name = names[seq - 1] if seq <= len(names) else f"示例工人{'甲乙丙丁戊'[seq % 5]}"
        lines.append(line(seq, team, name, ugly_items(seq), **ugly_facts(seq)))
    return lines


def ugly_facts(seq):
    facts = {
        1: {"rate": Money.of_yuan("12345.60"), "bank": "中国建设银行兰州七里河支行"},
        4: {"trade": "塔式起重机司机", "bank": "甘肃省农村信用社联合社兰州城关区支行"},
        8: {"work_days": Decimal(0)},
        9: {"work_days": Decimal("21.25"), "pay_kind": PayKind.HOUR, "rate": Money(3250)},
        11: {"card_number": "", "bank": ""},
    }
    return facts.get(seq, {})


def ugly_items(seq):
    base = item("day_work", "5460", "21", "260")
    if seq == 1:
        return [
            item("day_work", "12345.60", "21", "260"),
            item("overtime", "1234.50", "12.5", "98.76"),
            item("rest_day", "2345.60", "16", "146.60"),
            item("holiday", "3456.70", "8", "432.09"),
            item("advance", "10000.00"),
            item("tax", "123.45"),
            item("insurance", "456.78"),
            item("damage", "200", note="损坏手持切割机一台，有本人签认单"),
        ]
    if seq == 8:
        return []
    if seq == 9:
        return [item("hour_work", "5525", "170", "32.5")]
    if seq % 7 == 0:
        return [base, item("overtime", "390", "8", "48.75"), item("advance", "1000")]
    if seq % 11 == 0:
        return [base, item("arrears", "260", "1", "260", note="补2021年2月1工日")]
    return [base]
