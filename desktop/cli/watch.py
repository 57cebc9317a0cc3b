"""`anxin roster watch …` and `anxin roster ages`: lists of names, and limits of age."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli import values
from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, Parser, area_of, command
from desktop.cli.opening import opened, project
from desktop.domain.errors import Refused
from desktop.domain.findings import stops
from desktop.domain.identity import mask_id
from desktop.domain.watch import WatchEntry, WatchKind
from desktop.services.ages import SOON, AgeLine
from desktop.services.watch import WatchList, WatchProposal, kind_title


def import_list(options: Namespace) -> Answer:
    """Take in a list; it replaces the earlier one of its kind and source."""
    with opened(options) as office:
        proposal = office.watch.read(options.file, WatchKind(options.kind), options.source)
        if stops(proposal.findings):
            raise Refused(proposal.findings)
        if not options.dry_run:
            office.watch.accept(proposal)
    return _taken_in(proposal, dry=options.dry_run)


def _taken_in(proposal: WatchProposal, *, dry: bool) -> Answer:
    told = (*proposal.on_roster, *proposal.findings)
    facts = {
        "kind": proposal.kind.value,
        "source": proposal.source,
        "rows": proposal.rows,
        "entries": len(proposal.entries),
        "replaced": proposal.replaced,
        "matches": [{"name": one.subject, **finding_facts(one)} for one in proposal.on_roster],
        "findings": [finding_facts(finding) for finding in proposal.findings],
    }
    head = "检查完毕，没有写入（--dry-run）：" if dry else "✓ 已记入账册："
    counts = (
        f"{head}{kind_title(proposal.kind)}（{proposal.source}）{len(proposal.entries)} 人，"
        f"替换原有 {proposal.replaced} 人；账册里对上 {len(proposal.on_roster)} 处。"
    )
    return Answer(facts, [counts, *finding_lines(told)])


def show_lists(options: Namespace) -> Answer:
    """Show the lists, who is on them, and whom of the project they name."""
    with opened(options) as office:
        lists, entries = office.watch.lists(), office.watch.entries()
        projects = office.projects.all()
        if options.project:
            projects = (project(office, options),)
        found = [finding for site in projects for finding in office.watch.findings(site.id)]
    facts = {
        "lists": [_list_facts(one) for one in lists],
        "entries": [_entry_facts(one) for one in entries],
        "matches": [{"name": one.subject, **finding_facts(one)} for one in found],
    }
    lines = [
        f"{kind_title(one.kind)}（{one.source}）：{one.entries} 人，有效 {one.in_force} 人。"
        for one in lists
    ]
    none = ["没有名单。用 anxin roster watch import 导入。"]
    return Answer(facts, [*(lines or none), *finding_lines(found)])


def remove_list(options: Namespace) -> Answer:
    """Take a list off the books."""
    kind = WatchKind(options.kind)
    with opened(options) as office:
        before = len(office.watch.remove(kind, options.source).value.entries)
    facts = {"kind": kind.value, "source": options.source, "removed": before}
    return Answer(facts, [f"✓ 已移除{kind_title(kind)}（{options.source}）{before} 人。"])


def _list_facts(one: WatchList) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "source": one.source,
        "entries": one.entries,
        "in_force": one.in_force,
    }


def _entry_facts(one: WatchEntry) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "source": one.source,
        "name": one.name,
        "id_number": mask_id(one.id_number),
        "reason": one.reason,
        "since": str(one.since) if one.since else None,
        "until": str(one.until) if one.until else None,
    }


def show_ages(options: Namespace) -> Answer:
    """Show whose age is outside a rule, and who will be within days."""
    with opened(options) as office:
        lines = office.ages.lines(project(office, options).id, options.within)
    facts = {"within_days": options.within, "lines": [_age_facts(line) for line in lines]}
    due = [line for line in lines if line.is_due]
    barred = sum(line.verdict.limit.bars for line in due)
    head = (
        f"现在有年龄规定要照办的 {barred} 人，已到退休年龄的 {len(due) - barred} 人，"
        f"{options.within} 天内将到年龄的 {len(lines) - len(due)} 人。"
    )
    return Answer(facts, [head, *finding_lines(line.finding for line in lines)])


def _age_facts(line: AgeLine) -> dict[str, object]:
    limit = line.verdict.limit
    return {
        "name": line.name,
        "team": line.team,
        "trade": line.trade,
        "birth": str(line.birth),
        "day": str(line.verdict.day),
        "age": line.verdict.age,
        "due": line.is_due,
        "bars": limit.bars,
        "level": line.verdict.level.value,
        "rule": limit.title,
        "place": limit.place_name,
        "citation": limit.citation,
    }


def add(area: Areas) -> None:
    """Add the words of this area to the roster's."""
    lists = area_of(area, "watch", "黑名单、不良行为记录")
    read = command(lists, "import", import_list, "导入名单（任何表格），替换同一来源的旧名单")
    read.add_argument("file", type=Path, metavar="FILE")
    _named(read)
    read.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    command(lists, "list", show_lists, "列出名单和对上的人")
    _named(command(lists, "remove", remove_list, "移除一个来源的名单"))
    ages = command(area, "ages", show_ages, "年龄提醒：谁不符合规定，谁快到年龄")
    ages.add_argument(
        "--within", type=values.whole_days, default=SOON, metavar="DAYS", help="提前多少天"
    )


def _named(found: Parser) -> None:
    found.add_argument(
        "--kind",
        choices=[kind.value for kind in WatchKind],
        required=True,
        help="blacklist 黑名单、bad_record 不良行为记录",
    )
    found.add_argument("--source", type=values.named, required=True, help="谁发布的，从哪里取得")
