"""`anxin roster list|enter|exit|move`: who is on site, who comes, goes, changes teams."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli import values, who
from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, Parser, command
from desktop.cli.opening import opened, project
from desktop.domain import identity
from desktop.domain.errors import Refused
from desktop.domain.ids import WorkerId
from desktop.domain.movement import Entry, MovementKind
from desktop.domain.worker import Card, PayKind, PayTerm, Worker
from desktop.ports.views import RosterLine
from desktop.services.movements import MovementPlan
from desktop.services.office import Office

_DONE = {
    MovementKind.ENTER: "✓ 已办理进场：",
    MovementKind.EXIT: "✓ 已办理离场：",
    MovementKind.MOVE: "✓ 已调动班组：",
}
_KINDS = {PayKind.DAY: "元/工日", PayKind.HOUR: "元/小时"}


def list_roster(options: Namespace) -> Answer:
    """List who stands on the roster, or who was on site on a day."""
    with opened(options) as office:
        site = project(office, options)
        lines = office.roster.lines(site.id, options.on)
        if options.team:
            lines = tuple(line for line in lines if line.team_name == options.team.strip())
        today = options.on or office.clock.today()
    present = sum(line.exit is None or line.exit >= today for line in lines)
    facts = {
        "project": site.name,
        "on": str(options.on) if options.on else None,
        "people": len(lines),
        "present": present,
        "left": len(lines) - present,
        "teams": len({line.team for line in lines}),
        "workers": [_line_facts(line) for line in lines],
    }
    head = f"{site.name}　" + (f"{options.on} 在场" if options.on else "名册")
    counts = f"：{len(lines)} 人，在场 {present} 人，已离场 {len(lines) - present} 人。"
    return Answer(facts, [head + counts, *map(_line_text, lines)])


def _line_facts(line: RosterLine) -> dict[str, object]:
    return {
        "name": line.name,
        "id_kind": line.id_kind.value,
        "id_number": line.id_number,
        "captured": line.captured.value,
        "phone": line.phone,
        "subcontractor": line.subcontractor,
        "team": line.team_name,
        "trade": line.trade,
        "entry": str(line.entry),
        "exit": str(line.exit) if line.exit else None,
        "pay_kind": line.pay_kind.value if line.pay_kind else None,
        "rate_fen": line.rate.fen if line.rate else None,
        "card_tail": line.card_tail,
        "bank": line.bank,
        "device_numbers": list(line.device_numbers),
    }


def _line_text(line: RosterLine) -> str:
    pay = f"{line.rate} {_KINDS[line.pay_kind]}" if line.rate and line.pay_kind else "未定单价"
    left = f"，{line.exit} 离场" if line.exit else ""
    return (
        f"{line.name}　{line.id_number}　{line.team_name}　{line.trade}　{pay}　"
        f"{line.entry} 进场{left}"
    )


def enter(options: Namespace) -> Answer:
    """Let a new worker, or one whom the office knows, enter the project."""
    with opened(options) as office:
        site = project(office, options)
        team = who.team(office, site.id, options.team, options.company)
        term = None
        if options.rate is not None:
            term = PayTerm(PayKind(options.pay_kind), options.rate, options.day)
        card = Card(identity.normalise_card(options.card), options.bank) if options.card else None
        entry = Entry(
            site.id, team, options.trade.strip(), options.day, term,
            identity.normalise_digits(options.device_number), card,
        )  # fmt: skip
        plan = office.movements.plan_enter(_who_enters(office, options), entry)
        return _carry_out(office, plan, options)


def _who_enters(office: Office, options: Namespace) -> Worker | WorkerId:
    number = identity.normalise_id(options.id_number)
    known = office.movements.known(number)
    name = identity.normalise_name(options.name)
    if known is not None and name in {"", known.name}:
        return known.id
    phone = identity.normalise_phone(options.phone)
    return office.movements.newcomer(name, number, phone)


def leave(options: Namespace) -> Answer:
    """Let workers, or a whole team, leave the project."""
    with opened(options) as office:
        site = project(office, options)
        count = None
        if options.team:
            count = (who.team(office, site.id, options.team, options.company), options.count)
        plan = office.movements.plan_exit(
            site.id, who.workers(office, site.id, options), options.day, options.reason, count
        )
        return _carry_out(office, plan, options)


def move(options: Namespace) -> Answer:
    """Let workers belong to another team from a day on."""
    with opened(options) as office:
        site = project(office, options)
        team = who.team(office, site.id, options.to, options.company)
        plan = office.movements.plan_move(
            site.id, who.workers(office, site.id, options), team, options.day, options.trade
        )
        return _carry_out(office, plan, options)


def _carry_out(office: Office, plan: MovementPlan, options: Namespace) -> Answer:
    """Do what a plan says, unless it is only to be shown or wants a word first."""
    if options.dry_run:
        return _answer(plan, "检查完毕，没有写入（--dry-run）：", done=False)
    if plan.is_stopped:
        raise Refused(plan.findings)
    if plan.one_way and not options.yes:
        head = "■ 没有办理：这一步做了不能简单收回，看清下面的后果后加 --yes 再做一次："
        return _answer(plan, head, done=False, exit_code=1)
    office.movements.carry_out(plan)
    return _answer(plan, _DONE[plan.kind], done=True)


def _answer(plan: MovementPlan, head: str, *, done: bool, exit_code: int = 0) -> Answer:
    facts = {
        "kind": plan.kind.value,
        "day": str(plan.day),
        "done": done,
        "people": len(plan.after),
        "names": [worker.name for worker in plan.after],
        "new": sum(worker.id not in plan.before for worker in plan.after),
        "needs_yes": bool(plan.one_way),
        "findings": [finding_facts(one) for one in plan.findings],
    }
    names = "、".join(worker.name for worker in plan.after[:10])
    more = "等" if len(plan.after) > 10 else ""  # noqa: PLR2004 - names shown
    line = f"{head}{plan.day}，{len(plan.after)} 人：{names}{more}。"
    return Answer(facts, [line, *finding_lines(plan.findings)], exit_code)


def add(area: Areas) -> None:
    """Add the words of movements."""
    shown = command(area, "list", list_roster, "名册，或某一天的在场人员")
    shown.add_argument("--on", type=values.day, metavar="YYYY-MM-DD", help="这一天在场的人")
    shown.add_argument("--team", default="", metavar="NAME", help="只看一个班组")
    come = command(area, "enter", enter, "办理进场：新工人，或账册里已有的工人")
    come.add_argument("--name", default="", help="姓名；账册里已有的人可以不写")
    come.add_argument("--id-number", required=True, metavar="N", help="身份证件号码")
    come.add_argument("--phone", default="", metavar="N", help="手机号码")
    come.add_argument("--team", required=True, metavar="NAME", help="班组")
    come.add_argument("--trade", required=True, help="工种")
    come.add_argument("--pay-kind", choices=("day", "hour"), default="day", help="计日或计时")
    come.add_argument("--rate", type=values.yuan, metavar="YUAN", help="每工日或每小时单价（元）")
    come.add_argument("--device-number", default="", metavar="N", help="考勤号")
    come.add_argument("--card", default="", metavar="N", help="工资卡号")
    come.add_argument("--bank", default="", metavar="NAME", help="开户行")
    _usual(come, "进场日期")
    out = command(area, "exit", leave, "办理离场：一人、几人，或整个班组")
    _people(out)
    out.add_argument("--team", default="", metavar="NAME", help="整个班组离场")
    out.add_argument("--count", type=int, default=0, metavar="N", help="整班离场时点清的人数")
    out.add_argument("--reason", type=values.named, required=True, help="离场原因")
    _usual(out, "最后在场的一天")
    over = command(area, "move", move, "调班组：前一天离开原班组，当天进入新班组")
    _people(over)
    over.add_argument("--to", required=True, metavar="NAME", help="调入的班组")
    over.add_argument("--trade", default="", help="新的工种（不写为不变）")
    _usual(over, "到新班组的第一天")


def _people(found: Parser) -> None:
    found.add_argument(
        "--worker", action="append", default=[], metavar="姓名|身份证号|考勤号", help="可写多次"
    )


def _usual(found: Parser, day: str) -> None:
    found.add_argument("--day", type=values.day, required=True, metavar="YYYY-MM-DD", help=day)
    found.add_argument("--company", default="", metavar="NAME", help="两家有同名班组时写明单位")
    found.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    found.add_argument("--yes", action="store_true", help="知道后果，照做")
