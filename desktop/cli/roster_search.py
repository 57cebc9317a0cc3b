"""`anxin roster search`: one worker among all projects of the office."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli import values
from desktop.cli.answer import Answer
from desktop.cli.area import Areas, command
from desktop.cli.opening import opened
from desktop.ports.views import FoundWorker

_LIMIT = 20


def search(options: Namespace) -> Answer:
    """List the workers that a text means, the likeliest first."""
    with opened(options) as office:
        found = office.search.find(options.text, options.limit)
    facts = {"query": options.text, "found": len(found), "workers": [_facts(one) for one in found]}
    more = f"（只列前 {options.limit} 人，--limit 可放宽）" if len(found) == options.limit else ""
    head = f"找到 {len(found)} 人{more}：" if found else f"没有找到“{options.text}”。"
    return Answer(facts, [head, *map(_line, found)])


def _facts(one: FoundWorker) -> dict[str, object]:
    return {
        "name": one.name,
        "id_number": one.id_number,
        "phone": one.phone,
        "card_tail": one.card_tail,
        "project": one.project_name,
        "team": one.team_name,
        "on_site": one.on_site,
    }


def _line(one: FoundWorker) -> str:
    state = "" if one.on_site else "，已离场"
    place = f"{one.project_name}　{one.team_name}{state}" if one.project else "没有进过场"
    card = f"卡尾号 {one.card_tail}" if one.card_tail else "没有工资卡"
    return f"{one.name}　{one.id_number}　{one.phone or '没有电话'}　{card}　{place}"


def add(area: Areas) -> None:
    """Add the word of this area."""
    found = command(
        area, "search", search, "按姓名、拼音首字母、证件号或卡号末四位以上、手机号查找工人"
    )
    found.add_argument("text", metavar="TEXT", help="姓名、拼音首字母、号码末几位")
    found.add_argument(
        "--limit",
        type=values.how_many,
        default=_LIMIT,
        metavar="N",
        help=f"最多列多少人（默认 {_LIMIT}）",
    )
