"""A site that does not exist: invented people with valid check digits, and an ugly gate export.

Everything follows from one seed, so the sample month is the same on every machine.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

import xlsxwriter

from desktop.domain.months import WageMonth

MONTH = WageMonth(2026, 9)
_SEED = 20261001
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻柏窦章云苏潘葛曾单查翟仇覃"
)
_GIVEN = (
    "守田占海国强建军德福有才保国海峰秀兰桂英春梅志明永福长顺来喜满仓铁柱玉珍小红文斌学武"
    "晓东向阳东升红旗胜利大勇宝山存贵金锁银环"
)
_WHOLE_NAMES = (
    "阿卜杜热合曼·麦麦提图尔荪",
    "买买提·吐尔逊",
    "古丽娜尔·艾合买提",
    "尕藏扎西",
    "才让卓玛",
    "张䶮",
    "杨㛃",
    "王𬱖",
    "韩镕基",
    "冯喆",
)
_AREAS = ("620102", "620103", "622923", "653121", "540102", "410881", "513221", "520522")
_TRADES = {
    "钢筋班": ("钢筋工",),
    "木工班": ("模板工", "架子工"),
    "混凝土班": ("混凝土工", "杂工"),
    "砌筑班": ("砌筑工", "抹灰工"),
    "水电班": ("建筑电工", "管道工"),
}
_TEAMS = (
    ("钢筋班", 0, 28),
    ("木工班", 0, 26),
    ("混凝土班", 0, 24),
    ("砌筑班", 1, 26),
    ("水电班", 1, 20),
)
_BANKS = (
    ("中国建设银行兰州分行", "105821000018"),
    ("中国工商银行兰州城关支行", "102821000013"),
    ("中国农业银行兰州七里河支行", "103821000120"),
)
_HEADINGS = (
    "姓名*", "身份证号码*", "单位名称*", "统一社会信用代码*", "班组*", "工种*", "手机号码*",
    "进场日期*", "离场日期", "出生日期", "性别", "民族", "开户行", "工资卡号*", "联行号", "备注",
    "考勤号*", "计薪方式*", "单价(元)*",
)  # fmt: skip
_SUBCONTRACTORS = (
    {"name": "兰州示例建筑劳务有限公司", "uscc": "91620100MA74000116"},
    {"name": "甘肃示例安装工程有限公司", "uscc": ""},
)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_USCC_CHARS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_NIGHT_TEAM = "混凝土班"
_CLOSED = frozenset({date(2026, 9, 25), *(date(2026, 10, day) for day in (1, 2, 3))})


@dataclass(frozen=True, slots=True)
class SampleWorker:
    """One invented worker."""

    name: str
    id_number: str
    team: str
    subcontractor: int
    trade: str
    phone: str
    card: str
    bank: str
    cnaps: str
    device_number: str
    pay_kind: str
    rate: int
    """Yuan."""


@dataclass(frozen=True, slots=True)
class SampleSite:
    """The three files a labour office would be given."""

    site: bytes
    """site.json."""
    roster: bytes
    """roster.xlsx."""
    punches: bytes
    """A ZKTeco attlog.dat."""
    workers: tuple[SampleWorker, ...]


def make_site(month: WageMonth = MONTH) -> SampleSite:
    """Invent the sample site; its gate export covers this month and the next."""
    random = Random(_SEED)  # noqa: S311 - a repeatable sample, not a secret
    workers = tuple(_workers(random))
    return SampleSite(
        site=json.dumps(_site(), ensure_ascii=False, indent=1).encode(),
        roster=_roster(workers),
        punches=_punches(workers, (*month.days, *month.next.days), random),
        workers=workers,
    )


def _workers(random: Random) -> list[SampleWorker]:
    workers: list[SampleWorker] = []
    names = iter(_WHOLE_NAMES)
    taken: set[str] = set()
    for team, company, size in _TEAMS:
        for place in range(size):
            name = next(names, None) if place in {3, 9} else None
            while name is None or name in taken:
                name = random.choice(_SURNAMES) + "".join(
                    random.sample(_GIVEN, random.choice((1, 2, 2, 2)))
                )
            taken.add(name)
            workers.append(_worker(random, name, team, company, len(workers)))
    return workers


def _worker(random: Random, name: str, team: str, company: int, index: int) -> SampleWorker:
    bank, cnaps = random.choice(_BANKS)
    born = date(1968, 1, 1) + timedelta(days=random.randrange(13_000))
    area = random.choice(_AREAS)
    body = f"{area}{born:%Y%m%d}{index + 101:03d}"
    hourly = team == "水电班" and index % 4 == 0
    return SampleWorker(
        name=name,
        id_number=body + _id_check(body),
        team=team,
        subcontractor=company,
        trade=random.choice(_TRADES[team]),
        phone=f"139{random.randrange(10**8):08d}",
        card=_luhn(f"622202{random.randrange(10**12):012d}"),
        bank=bank,
        cnaps=cnaps,
        device_number=str(1001 + index),
        pay_kind="计时" if hourly else "计日",
        rate=random.choice((35, 38, 42)) if hourly else random.choice(range(260, 421, 20)),
    )


def _site() -> dict[str, object]:
    subcontractors = [dict(company) for company in _SUBCONTRACTORS]
    subcontractors[1]["uscc"] = _uscc("91620100MA7500012")
    return {
        "project": "演练项目·兰州示例安置房二期",
        "area": "620103",
        "platform": "gansu",
        "owner": {"name": "兰州示例城市发展投资有限公司", "uscc": "91620100MA72000010"},
        "general_contractor": {
            "name": "甘肃示例建设集团有限公司",
            "uscc": "91620000MA7300001D",
            "person": "魏建业",
            "phone": "0931-8000010",
        },
        "subcontractors": subcontractors,
        "supervisor": {"name": "兰州示例监理有限公司"},
        "labour_officer": {
            "name": "何秉正",
            "phone": "13900000000",
            "place": "项目部一楼劳资室",
            "hours": "08:30-18:00",
        },
        "project_department": "甘肃示例建设集团有限公司演练项目部",
        "project_manager": {"name": "罗守成", "phone": "13900000001"},
        "special_account": {
            "name": "甘肃示例建设集团有限公司演练项目农民工工资专用账户",
            "number": "62001360001050123456",
            "bank": "中国建设银行兰州分行",
            "cnaps": "105821000018",
        },
        "contract_sum_yuan": 86500000,
        "labour_cost_ratio_percent": 20,
        "pay_day": 15,
        "pay_day_month": "next",
        "pay_method": "总承包单位委托银行从专用账户直接支付到本人工资卡",
        "address": "兰州市七里河区（示例地址）",
        "permit_number": "620103202603150101",
        "start": "2026-03-20",
        "finish": "2027-12-31",
        "notice": _notice(),
    }


def _notice() -> dict[str, object]:
    return {
        "sector_authority": {
            "name": "兰州市（示例）住房和城乡建设局",
            "complaint_phone": "0931-8000001",
            "address": "（示例地址）一号",
        },
        "labour_inspectorate": {
            "name": "（示例）劳动保障监察大队",
            "complaint_phone": "0931-8000002",
            "address": "（示例地址）二号",
        },
        "arbitration": {
            "name": "（示例）劳动人事争议仲裁院",
            "phone": "0931-8000003",
            "address": "（示例地址）三号",
        },
        "legal_aid": {
            "name": "（示例）法律援助中心",
            "phone": "0931-8000004",
            "address": "（示例地址）四号",
        },
        "public_legal_service_hotline": "12348",
        "minimum_wage": {
            "monthly_yuan": 2020,
            "hourly_yuan": 21,
            "document": "甘政办发〔2023〕83号",
            "effective_from": "2023-11-01",
        },
        "complaint_address": "https://example.invalid/gansu/clue?project=demo",
    }


def _roster(workers: tuple[SampleWorker, ...]) -> bytes:
    out = io.BytesIO()
    companies = json.loads(json.dumps(_site()["subcontractors"]))
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet("人员信息")
        sheet.write_string(
            0, 0, "说明：标 * 的列必填；身份证号码、工资卡号、考勤号必须为文本格式。"
        )
        sheet.write_row(1, 0, _HEADINGS)
        for row, worker in enumerate(workers, start=2):
            company = companies[worker.subcontractor]
            born = worker.id_number[6:14]
            cells = (
                worker.name, worker.id_number, company["name"], company["uscc"], worker.team,
                worker.trade, worker.phone, "2026-03-25", "",
                f"{born[:4]}-{born[4:6]}-{born[6:]}",
                "男" if int(worker.id_number[16]) % 2 else "女", "", worker.bank, worker.card,
                worker.cnaps, "", worker.device_number, worker.pay_kind,
            )  # fmt: skip
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell, text)
            sheet.write_number(row, len(cells), worker.rate)
    return out.getvalue()


def _punches(workers: tuple[SampleWorker, ...], days: tuple[date, ...], random: Random) -> bytes:
    """Write the gate's export, with everything that real ones have."""
    lines: list[tuple[datetime, str]] = []
    for place, worker in enumerate(workers):
        for day in days:
            if day in _CLOSED or random.random() < _absence(place):
                continue
            for moment in _day(worker, day, random):
                lines.append((moment, worker.device_number))
                if random.random() < 0.03:  # noqa: PLR2004 - he held the card twice
                    lines.append(
                        (moment + timedelta(seconds=random.randrange(3, 50)), lines[-1][1])
                    )
    for stranger in ("3157", "3157", "3157", "4402", "4402"):
        day = days[random.randrange(5, 25)]
        lines.append((datetime(day.year, day.month, day.day, 7, 51, 9), stranger))  # noqa: DTZ001 - device wall time
    lines.sort()
    rows = [_row(number, f"{moment:%Y-%m-%d %H:%M:%S}") for moment, number in lines]
    rows[40:40] = [rows[40], rows[41]]  # the device sent two lines again
    rows.insert(300, _row("1009", "2026-00--8 -16:-29:-40"))
    rows[500:500] = [_row("1013", f"2000-01-01 0{hour}:12:30") for hour in (1, 2, 3)]
    return "".join(rows).encode()


def _absence(place: int) -> float:
    return (0.0, 0.05, 0.08, 0.2)[place % 4]


def _row(number: str, moment: str) -> str:
    return f"{number:>9}\t{moment}\t1\t255\t1\t0\r\n"


def _day(worker: SampleWorker, day: date, random: Random) -> list[datetime]:
    start = 19 if worker.team == _NIGHT_TEAM and day.day % 10 in {8, 9} else 7
    first = datetime(day.year, day.month, day.day, start, 0) + timedelta(  # noqa: DTZ001
        seconds=random.randrange(-1500, 1500)
    )
    lot = random.random()
    if lot < 0.015:  # noqa: PLR2004 - forgot to punch out
        return [first]
    if lot < 0.05:  # noqa: PLR2004 - half a day
        return [first, first + timedelta(hours=3, minutes=random.randrange(5, 50))]
    last = first + timedelta(hours=9 + random.choice((0, 0, 0, 1, 2)), minutes=random.randrange(50))
    lunch = first + timedelta(hours=4, minutes=random.randrange(30, 90))
    return [first, lunch, lunch + timedelta(minutes=random.randrange(40, 70)), last]


def _id_check(body: str) -> str:
    return "10X98765432"[sum(int(c) * w for c, w in zip(body, _ID_WEIGHTS, strict=True)) % 11]


def _luhn(body: str) -> str:
    total = 0
    for place, digit in enumerate(reversed(body)):
        doubled = int(digit) * (1 if place % 2 else 2)
        total += doubled - 9 if doubled > 9 else doubled  # noqa: PLR2004 - digit sum
    return body + str(-total % 10)


def _uscc(body: str) -> str:
    total = sum(_USCC_CHARS.index(c) * pow(3, place, 31) for place, c in enumerate(body))
    return body + _USCC_CHARS[-total % 31]
