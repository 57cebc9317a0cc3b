"""Reads the values of options; what cannot be read is wrong usage and says what is expected."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from datetime import date, time
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit

from desktop.domain.errors import WrongValue
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.people import Role
from desktop.kit.web import loopback_root

ROLE_WORDS = (
    "labour_officer（劳资专管员、制单）| project_manager（项目经理、复核）| "
    "finance（财务）| viewer（查看）"
)
_ROLES = {
    Role.LABOUR_OFFICER: "labour_officer labor_officer officer maker 劳资专管员 劳资员 制单 制单人",
    Role.PROJECT_MANAGER: "project_manager manager checker approver 项目经理 复核 复核人 审核",
    Role.FINANCE: "finance accountant 财务 会计 财务人员",
    Role.VIEWER: "viewer reader 查看 只读",
}
_BY_WORD = {word: role for role, words in _ROLES.items() for word in words.split()}
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_QUARTERS = tuple(Decimal(text) for text in ("0", "0.25", "0.5", "0.75", "1"))
_DAY_HOURS = 24
_LONGEST_WAIT = 86_400.0
_LONGEST_DAYS = 3_660
_ARGPARSE = (
    (r"unrecognized arguments: (.*)", r"不认识的写法：\1"),
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"argument (.*?): invalid choice: (.*) \(choose from (.*)\)", r"\1 不能是 \2，可以是 \3"),
    (r"argument (.*?): expected one argument", r"\1 后面要写一个值"),
    (r"argument (.*?): ignored explicit argument (.*)", r"\1 后面不写值（\2）"),
    (r"argument (.*?): (.*)", r"\1：\2"),
)


def month(text: str) -> WageMonth:
    """Read YYYY-MM."""
    try:
        return WageMonth.parse(text)
    except ValueError:
        raise _wrong(text, "YYYY-MM，例如 2021-03") from None


def boundary(text: str) -> time:
    """Read HH:MM."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise _wrong(text, "HH:MM，例如 04:00")
    return time(int(found[1]), int(found[2]))


def day(text: str) -> date:
    """Read YYYY-MM-DD."""
    try:
        if _DAY.fullmatch(text.strip()):
            return date.fromisoformat(text.strip())
    except ValueError:
        pass
    raise _wrong(text, "YYYY-MM-DD，例如 2021-03-15")


def work_days(text: str) -> Decimal:
    """Read a part of a work-day, in quarters."""
    found = _decimal(text)
    if found not in _QUARTERS:
        raise _wrong(text, "0、0.25、0.5、0.75 或 1")
    return found


def hours(text: str) -> Decimal:
    """Read hours of one day."""
    found = _decimal(text)
    if not 0 <= found <= _DAY_HOURS:
        raise _wrong(text, "0 到 24 的小时数")
    return found


def yuan(text: str) -> Money:
    """Read an amount in yuan with at most two decimals, not negative."""
    try:
        found = Money.of_yuan(text)
    except ValueError:
        raise _wrong(text, "元，最多两位小数，例如 30000 或 4500.50") from None
    if found.fen < 0:
        raise _wrong(text, "不小于 0 的金额")
    return found


def calendar_month(text: str) -> int:
    """Read a number of months or a month of the year, 1 to 12."""
    if not re.fullmatch(r"1[0-2]|[1-9]", text.strip()):
        raise _wrong(text, "1 到 12")
    return int(text)


def seconds(text: str) -> float:
    """Read how long to wait, seconds."""
    found = float(_decimal(text))
    if not 0 <= found <= _LONGEST_WAIT:
        raise _wrong(text, "0 到 86400 的秒数")
    return found


def whole_days(text: str) -> int:
    """Read a number of days to look ahead, ten years at most."""
    found = _decimal(text)
    if found != int(found) or not 0 <= found <= _LONGEST_DAYS:
        raise _wrong(text, "0 到 3660 的整数天")
    return int(found)


def how_many(text: str) -> int:
    """Read how many answers are wanted, 1 to 1000."""
    if not re.fullmatch(r"[1-9][0-9]{0,2}|1000", text.strip()):
        raise _wrong(text, "1 到 1000 的整数")
    return int(text)


def role(text: str) -> Role:
    """Read a role by one of its names."""
    found = _BY_WORD.get(text.strip().lower().replace("-", "_"))
    if found is None:
        raise _wrong(text, ROLE_WORDS)
    return found


def named(text: str) -> str:
    """Read a text that says something."""
    if not text.strip():
        raise _wrong(text, "不能是空的")
    return text.strip()


def bank(text: str) -> str:
    """Read the bank's word: "rehearsal" or the address of a bank on this machine."""
    if text != "rehearsal":
        try:
            loopback_root(text)
        except WrongValue:
            raise _wrong(
                text, "rehearsal，或者本机上的银行地址，例如 http://127.0.0.1:8080"
            ) from None
    return text


def server(text: str) -> str:
    """Read a server's address without a password."""
    if urlsplit(text).password is not None:
        raise ArgumentTypeError("地址里不能写密码；请用服务器的密码文件（~/.pgpass）")
    return text


def in_chinese(message: str) -> str:
    """Say in Chinese what argparse says in English."""
    for english, chinese in _ARGPARSE:
        if re.fullmatch(english, message, re.DOTALL):
            return re.sub(english, chinese, message, count=1, flags=re.DOTALL)
    return message


def _decimal(text: str) -> Decimal:
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise _wrong(text, "数字")
    return found


def _wrong(text: str, expected: str) -> ArgumentTypeError:
    return ArgumentTypeError(f"“{text}”看不懂，应为 {expected}")
