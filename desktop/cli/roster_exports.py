"""`anxin roster export`: the roster as a workbook, as CSV, or in somebody's template."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli import values, who
from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, command
from desktop.cli.opening import opened, project
from desktop.services.exports import Choice, Export, Format

_SHOWN = 10


def export(options: Namespace) -> Answer:
    """Write the roster."""
    with opened(options) as office:
        site = project(office, options)
        team = who.team(office, site.id, options.team) if options.team else None
        choice = Choice(options.on, team)
        if options.template is not None:
            done = office.exports.template(site.id, options.template, options.out, choice)
        else:
            kind = Format(options.format or _kind_of(options.out))
            done = office.exports.roster(site.id, options.out, kind, choice)
    return _answer(done.value)


def _kind_of(out: Path) -> str:
    return "csv" if out.suffix.lower() == ".csv" else "xlsx"


def _answer(done: Export) -> Answer:
    facts = {
        "file": str(done.path),
        "people": done.people,
        "written": done.written,
        "excluded": [{"name": one.name, "why": one.why} for one in done.excluded],
        "unknown_columns": list(done.unknown),
        "drop_downs": done.drop_downs,
        "cells_checked": done.cells,
        "rows_replaced": done.replaced,
        "findings": [finding_facts(one) for one in done.findings],
    }
    out = f"列入 {done.written} 人 + 未列入 {len(done.excluded)} 人"
    lines = [f"✓ 已存为 {done.path}：名册 {done.people} 人 = {out}。"]
    lines += [f"　未列入：{one.name}（{one.why}）" for one in done.excluded[:_SHOWN]]
    if len(done.excluded) > _SHOWN:
        lines.append(f"　……另有 {len(done.excluded) - _SHOWN} 人，加 --json 可看全部。")
    if done.cells:
        lines.append(
            f"　重新打开核对：{done.cells} 个单元格都是文本并与名册一致，"
            f"{done.drop_downs} 个下拉选项仍在。"
        )
    if done.replaced:
        lines.append(f"　模板表头下面原有的 {done.replaced} 行（示例或说明）已由名册代替。")
    if done.unknown:
        lines.append("　模板里没有对应内容、留空的列：" + "、".join(done.unknown))
    return Answer(facts, [*lines, *finding_lines(done.findings)])


def add(area: Areas) -> None:
    """Add the words for tables that leave."""
    out = command(area, "export", export, "导出名册（完整号码，记入日志）")
    out.add_argument("--out", type=Path, required=True, metavar="FILE", help="存到哪里")
    out.add_argument(
        "--format", choices=[str(one) for one in Format], help="不写时按文件名：xlsx 或 csv"
    )
    out.add_argument("--template", type=Path, metavar="FILE", help="填进这个模板（xlsx）")
    out.add_argument("--on", type=values.day, metavar="YYYY-MM-DD", help="只要这一天在场的人")
    out.add_argument("--team", default="", metavar="NAME", help="只要一个班组")
