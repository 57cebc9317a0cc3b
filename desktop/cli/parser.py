"""The words of the command line; they are permanent: later work adds, never takes away."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter

from desktop.cli import (
    attendance,
    contract,
    demo,
    keeping,
    office,
    pay,
    printing,
    printing_papers,
    project,
    roster,
    scan,
    wages,
)
from desktop.cli.area import Parser, command

_AREAS = (demo, office, project, roster, contract, attendance, wages, printing, scan, pay, keeping)


def build() -> Parser:
    """Return the whole command line."""
    parser = Parser(
        prog="anxin",
        description="安薪：工地劳资办公室。不带命令时打开窗口。",
        formatter_class=RawDescriptionHelpFormatter,
    )
    areas = parser.add_subparsers(metavar="命令", parser_class=Parser, required=True)
    for area in _AREAS:
        area.add(areas)
    printing_papers.add_verify(areas)
    command(areas, "doctor", office.doctor, "检查账册、密钥、字体、时钟与最近一次备份")
    return parser
