"""The words of the command line; they are permanent: later work adds, never takes away."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from desktop.cli import demo, keeping, office, pay, printing, site, values, wages
from desktop.cli.answer import Answer
from desktop.rehearsal.server import FAULTS

Act = Callable[[Namespace], Answer]


class WrongUsageError(Exception):
    """The words themselves are wrong, whatever the books hold."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


class Parser(ArgumentParser):
    """An argument parser that explains itself in Chinese; words are never abbreviated."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(**({"allow_abbrev": False} | options))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words given."""
        raise WrongUsageError(values.in_chinese(message), self.format_usage())


def build() -> Parser:
    """Return the whole command line."""
    parser = Parser(
        prog="anxin",
        description="安薪：工地劳资办公室。不带命令时打开窗口。",
        formatter_class=RawDescriptionHelpFormatter,
    )
    areas = parser.add_subparsers(metavar="命令", parser_class=Parser, required=True)
    _demo(areas)
    _office(areas)
    _project(areas)
    _roster(areas)
    _attendance(areas)
    _wages(areas)
    _print(areas)
    _pay(areas)
    _backup(areas)
    _command(areas, "doctor", office.doctor, "检查账册、密钥、字体、时钟与最近一次备份")
    return parser


def _command(area: _SubParsersAction[Parser], word: str, act: Act, title: str) -> Parser:
    command = area.add_parser(word, help=title, description=title)
    command.set_defaults(act=act)
    command.add_argument("--books", type=Path, metavar="PATH", help="办公室文件夹")
    command.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="F",
        action="append",
        default=[],
        help="口令文件（UTF-8，第一行）；给出时不读写系统钥匙串",
    )
    command.add_argument("--project", metavar="NAME", help="办公室有多个项目时写明")
    command.add_argument("--as", dest="seat", metavar="NAME", help="以谁的名义（默认第一位人员）")
    command.add_argument("--json", action="store_true", help="标准输出只写一个 JSON 文档")
    return command


def _area(areas: _SubParsersAction[Parser], word: str, title: str) -> _SubParsersAction[Parser]:
    parser = areas.add_parser(word, help=title, description=title)
    return parser.add_subparsers(metavar="命令", parser_class=Parser, required=True)


def _month(command: Parser, *, required: bool = True) -> None:
    command.add_argument("--month", type=values.month, required=required, metavar="YYYY-MM")


def _demo(areas: _SubParsersAction[Parser]) -> None:
    command = areas.add_parser("demo", help="建一个演练办公室并走完一个月")
    command.add_argument("--out", type=Path, metavar="DIR", help="放在哪里（默认 ./anxin-demo）")
    command.add_argument("--headless", action="store_true", help="不开窗口")
    command.add_argument("--json", action="store_true", help="标准输出只写一个 JSON 文档")
    command.set_defaults(act=demo.demo)


def _office(areas: _SubParsersAction[Parser]) -> None:
    area = _area(areas, "office", "办公室与人员")
    create = _command(area, "create", office.create, "新建加密账册")
    create.add_argument(
        "--server", type=values.server, metavar="URL", help="PostgreSQL 地址（不含密码）"
    )
    create.add_argument("--person", metavar="NAME", default="劳资专管员", help="第一位人员的姓名")
    person = _area(area, "person", "人员")
    add = _command(person, "add", office.add_person, "增加一位人员")
    add.add_argument("name", type=values.named, metavar="NAME")
    add.add_argument(
        "--role",
        type=values.role,
        required=True,
        metavar="ROLE",
        action="append",
        help=values.ROLE_WORDS,
    )


def _project(areas: _SubParsersAction[Parser]) -> None:
    area = _area(areas, "project", "项目")
    read = _command(area, "import", site.import_project, "从 site.json 建立或更新项目")
    read.add_argument("file", type=Path, metavar="SITE.json")


def _roster(areas: _SubParsersAction[Parser]) -> None:
    area = _area(areas, "roster", "实名制名册")
    read = _command(area, "import", site.import_roster, "导入名册（xlsx）")
    read.add_argument("file", type=Path, metavar="FILE")
    read.add_argument("--dry-run", action="store_true", help="只检查，不写入")


def _attendance(areas: _SubParsersAction[Parser]) -> None:
    area = _area(areas, "attendance", "考勤")
    read = _command(area, "import", site.import_attendance, "导入闸机或考勤机文件")
    read.add_argument("file", type=Path, metavar="FILE")
    read.add_argument("--format", default="auto", metavar="auto|NAME", help="文件格式")
    read.add_argument(
        "--day-boundary", type=values.boundary, metavar="HH:MM", help="日界，记为项目设置"
    )
    read.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    fix = _command(area, "correct", site.correct_day, "手工改一天")
    fix.add_argument("--worker", required=True, metavar="姓名|身份证号|考勤号")
    fix.add_argument("--day", type=values.day, required=True, metavar="YYYY-MM-DD")
    fix.add_argument("--days", type=values.work_days, required=True, metavar="0|0.25|0.5|0.75|1")
    fix.add_argument("--hours", type=values.hours, metavar="H", help="计时工人的正常工时")
    fix.add_argument("--reason", type=values.named, required=True, help="原因")


def _wages(areas: _SubParsersAction[Parser]) -> None:
    area = _area(areas, "wages", "工资支付表")
    for word, act, title in (
        ("prepare", wages.prepare, "按考勤编制"),
        ("show", wages.show, "查看"),
        ("lock", wages.lock, "审核并锁定"),
    ):
        _month(_command(area, word, act, title))
    sign = _command(area, "sign", wages.sign, "登记纸质签字")
    _month(sign)
    sign.add_argument("--all-on-paper", type=Path, required=True, metavar="SCAN", help="签字扫描件")


def _print(areas: _SubParsersAction[Parser]) -> None:
    area = _area(areas, "print", "打印为 PDF")
    sheet = _command(area, "wage-sheet", printing.wage_sheet, "工资支付表")
    _month(sheet)
    _size(sheet, "--size", ("A4", "A3"), "A4")
    sheet.add_argument("--out", type=Path, required=True, metavar="FILE")
    board = _command(area, "notice-board", printing.notice_board, "维权信息告示牌")
    _size(board, "--size", ("A0", "A1", "A2", "A3", "A4"), "A1")
    _size(board, "--tile", ("A3", "A4"), None)
    board.add_argument("--out", type=Path, required=True, metavar="FILE")


def _size(command: Parser, word: str, sizes: tuple[str, ...], usual: str | None) -> None:
    title = "纸张" if usual else "拼贴到这种纸上"
    command.add_argument(word, type=str.upper, choices=sizes, default=usual, help=title)


def _pay(areas: _SubParsersAction[Parser]) -> None:
    area = _area(areas, "pay", "代发")
    send = _command(area, "submit", pay.submit, "把已锁定的工资表提交银行")
    _month(send)
    send.add_argument("--bank", type=values.bank, required=True, metavar="rehearsal|URL")
    send.add_argument("--approved-by", metavar="NAME", help="复核人")
    send.add_argument(
        "--rehearse",
        choices=FAULTS,
        metavar="FAULT",
        help="让演练银行出一种错：" + "、".join(FAULTS),
    )
    send.add_argument(
        "--timeout", type=values.seconds, default=60.0, metavar="秒", help="最多等多久"
    )
    status = _command(area, "status", pay.status, "查看发放结果")
    _month(status, required=False)


def _backup(areas: _SubParsersAction[Parser]) -> None:
    area = _area(areas, "backup", "备份")
    for word, act, title in (
        ("make", keeping.make, "做一份经过检验的加密备份"),
        ("verify", keeping.verify, "检验一份备份"),
        ("restore", keeping.restore, "恢复到新文件夹（--books 写新文件夹）"),
    ):
        command = _command(area, word, act, title)
        command.add_argument("file", type=Path, metavar="FILE")
