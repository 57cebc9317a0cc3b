"""What every area of the command line is built from: a parser in Chinese, usual options."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from desktop.cli import values
from desktop.cli.answer import Answer

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


Areas: TypeAlias = "_SubParsersAction[Parser]"


def command(area: Areas, word: str, act: Act, title: str) -> Parser:
    """Add a command with the options that all of them have."""
    found = area.add_parser(word, help=title, description=title)
    found.set_defaults(act=act)
    found.add_argument("--books", type=Path, metavar="PATH", help="办公室文件夹")
    found.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="F",
        action="append",
        default=[],
        help="口令文件（UTF-8，第一行）；给出时不读写系统钥匙串",
    )
    found.add_argument("--project", metavar="NAME", help="办公室有多个项目时写明")
    found.add_argument("--as", dest="seat", metavar="NAME", help="以谁的名义（默认第一位人员）")
    found.add_argument("--json", action="store_true", help="标准输出只写一个 JSON 文档")
    return found


def area_of(areas: Areas, word: str, title: str) -> Areas:
    """Add an area, to which commands are added."""
    parser = areas.add_parser(word, help=title, description=title)
    return parser.add_subparsers(metavar="命令", parser_class=Parser, required=True)


def month(found: Parser, *, required: bool = True) -> None:
    """Let a command be told a wage month."""
    found.add_argument("--month", type=values.month, required=required, metavar="YYYY-MM")
