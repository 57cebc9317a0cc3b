"""Facts of papers whose sums can be worked by hand; everybody is invented."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid5

from desktop.domain.money import Money
from desktop.ports.papers import (
    AttendanceRow,
    AttendanceSheet,
    FundsPaper,
    FundsRow,
    Ledger,
    PaidBy,
    PaperHead,
    Payslips,
    RosterRow,
    RosterSheet,
    SiteForm,
    SlipItem,
    Statement,
    WageEntry,
    WagePosting,
)
from tests.printing.samples import MONTH, RARE, ROOT

EXT_B = "王\U00020bb7"
"""Needs a font behind ours."""
NAMES = (*RARE, "阿卜杜热合曼·麦麦提图尔荪江", "赵一", "钱二", "孙三")
HEAD = PaperHead(
    "兰州示例安置房一期", "甘肃示例建设集团有限公司", "兰州示例建筑劳务有限公司", "何秉正",
    date(2021, 4, 2),
)  # fmt: skip
VOUCHER = "AXRHANZATLQ2W3E4R5T6Y7U8"
OBJECTIONS = "对公示内容有异议，请找劳资专管员 何秉正 13900000000。"


def entry(number, name="", yuan="5460", off="0", **more):
    """A line of 21 days at 260.00, unless other amounts are given."""
    gross, deductions = Money.of_yuan(yuan), Money.of_yuan(off)
    facts = {
        "line": uuid5(ROOT, f"line{number}"),
        "digest": f"{number:064x}",
        "month": MONTH,
        "name": name or NAMES[number % len(NAMES)],
        "id_number": f"62010219800101{number:04d}",
        "phone": f"139{number:08d}",
        "team": "钢筋一班",
        "trade": "钢筋工",
        "work_days": Decimal(21),
        "extra_hours": Decimal(0),
        "earned": (SlipItem("计日工资", gross, "21.0 工日 × 260.00"),),
        "withheld": (SlipItem("已预支", deductions),) if deductions else (),
        "gross": gross,
        "deductions": deductions,
        "net": gross - deductions,
        "card_tail": f"{number:04d}",
        "bank": "中国建设银行兰州分行",
        "locked": True,
    }
    return WageEntry(**{**facts, **more})


def forty():
    """Line n earns 100·n yuan and had 10·n of it in advance; the first three are paid."""
    found = []
    for number in range(1, 41):
        one = entry(number, yuan=str(100 * number), off=str(10 * number))
        if number <= 3:
            paid = PaidBy(one.net, date(2021, 4, 9), VOUCHER[:-1] + str(number), "0001")
            one = replace(one, paid=(paid,))
        found.append(one)
    return tuple(found)


def ledger(entries=None):
    return Ledger(HEAD, MONTH, forty() if entries is None else tuple(entries))


def slips(entries=None):
    return Payslips(HEAD, MONTH, date(2021, 4, 9), forty() if entries is None else tuple(entries))


def posting(entries=None):
    return WagePosting(HEAD, MONTH, forty() if entries is None else tuple(entries), OBJECTIONS)


def attendance(count=30, **more):
    """Worker n works the first n days of March, the last of them half, and 2 hours more."""
    rows = []
    for number in range(1, count + 1):
        cells = ["√"] * (number - 1) + ["△"] + [""] * (31 - number)
        by_hand = [False] * 30 + [number == 1]
        days = Decimal(number) - Decimal("0.5")
        rows.append(
            AttendanceRow(
                NAMES[number % len(NAMES)], "钢筋工", tuple(cells), tuple(by_hand), days, 120
            )
        )
    rest = tuple(day.weekday() >= 5 for day in MONTH.days)
    facts = AttendanceSheet(
        HEAD, "钢筋一班", "赵一", MONTH, MONTH.days, rest, (*(False,) * 29, True, True), tuple(rows)
    )
    return replace(facts, **more)


def roster(count=20):
    rows = [
        RosterRow(
            NAMES[n % len(NAMES)], "男", f"62010219800101{n:04d}",
            f"甘肃省兰州市城关区示例街道示例社区示例路 {n} 号院 2 号楼 1 单元 301 室",
            f"工地生活区 {n} 号板房", f"139{n:08d}", "劳动合同工", date(2021, 3, 1),
            date(2021, 3, 20) if n == 2 else None, "2021-03-01 至 2021-12-31", "钢筋一班", "钢筋工",
        )
        for n in range(1, count + 1)
    ]  # fmt: skip
    return RosterSheet(HEAD, tuple(rows))


def statement(**more):
    """Three months: 5,460 paid; 4,000 − 400 paid in part (1,600); 1,000 open. Arrears 300.

    Due 5,460 + 3,600 + 1,000 + 300 = 10,360; paid 5,460 + 1,600 = 7,060; short 3,300.
    """
    first = entry(1, paid=(PaidBy(Money(546000), date(2021, 4, 9), VOUCHER),))
    second = entry(2, yuan="4000", off="400", month=MONTH.next, paid=(PaidBy(Money(160000), None),))
    third = entry(3, yuan="1000", month=MONTH.next.next, locked=False)
    facts = Statement(
        HEAD, MONTH, MONTH.next.next, RARE[0], "620102198001010001", "13900000001", "钢筋一班",
        "钢筋工", (first, second, third), Money(30000),
    )  # fmt: skip
    return replace(facts, **more)


def form(*, leaving=False, **more):
    fields = {
        "name": RARE[2], "sex": "男", "id_number": "620102198001010001", "phone": "13900000001",
        "address": "甘肃省兰州市城关区示例街道示例社区示例路 1 号", "card": "6217004220000000001",
        "team": "钢筋一班", "trade": "钢筋工", "entry": "2021-03-01", "exit": "2021-03-20",
        "reason": "任务完成", "due": "5,460.00", "paid": "5,000.00", "open": "460.00",
        "training": "2021-02-28　入场三级安全教育　8 学时", "emergency": "赵一　父子　13800000000",
    }  # fmt: skip
    facts = SiteForm(HEAD, leaving, RARE[2], tuple(fields.items()), Money(546000), Money(500000))
    return replace(facts, **more)


def funds(**more):
    """Two rows: 1,000.10 + 2,000.20 = 3,000.30 gross, 100.05 off: 2,900.25 net."""
    rows = (
        FundsRow("钢筋一班", 3, Decimal("20.5"), Money(100010), Money(10005), Money(90005)),
        FundsRow("木工班", 4, Decimal("30.25"), Money(200020), Money(0), Money(200020)),
    )
    facts = FundsPaper(
        HEAD, MONTH, "兰州示例城市发展有限公司", rows, 0, "甘肃示例建设集团农民工工资专用账户",
        "62001360001050123456", "中国建设银行兰州分行", date(2021, 4, 9),
    )  # fmt: skip
    return replace(facts, **more)
