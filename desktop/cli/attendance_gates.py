"""`anxin attendance devices|numbers|assign`: the gates of a project, and whom its numbers mean."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from desktop.cli import values, who
from desktop.cli.answer import Answer
from desktop.cli.area import Areas, command
from desktop.cli.attendance_import import add_reading, reading_of, stranger_facts, why_text
from desktop.cli.opening import opened, project
from desktop.ports.attendance import Reading, TableMapping
from desktop.services.attendance.gates import Gate, GateChange


def devices(options: Namespace) -> Answer:
    """List the gates; with --set make or change one."""
    with opened(options) as office:
        site = project(office, options)
        if options.set:
            change = GateChange(options.rename, options.place, _reading(options))
            office.attendance.put_gate(site.id, options.set, change)
        found = office.attendance.gates(site.id)
    lines = [_line(gate) for gate in found]
    return Answer({"devices": [_facts(gate) for gate in found]}, lines or ["还没有闸机。"])


def _reading(options: Namespace) -> Reading | None:
    """Return the reading that the options give; None when they say nothing of it."""
    said = reading_of(options)
    return None if said == Reading() else said


def _facts(gate: Gate) -> dict[str, object]:
    mapping = {key: said for key, said in asdict(gate.reading.mapping).items() if said}
    return {
        "name": gate.device.name,
        "place": gate.device.place,
        "format": gate.device.format,
        "date_format": gate.reading.date_format,
        "mapping": mapping,
        "punches": gate.punches,
    }


def _line(gate: Gate) -> str:
    place = f"（{gate.device.place}）" if gate.device.place else ""
    known = "，".join(filter(None, (gate.device.format or "格式待定", gate.reading.date_format)))
    own = "，各列已指定" if gate.reading.mapping != TableMapping() else ""
    return f"{gate.device.name}{place}：{known}{own}，打卡 {gate.punches} 次"


def numbers(options: Namespace) -> Answer:
    """Show whom every number has meant, and the numbers that mean nobody."""
    wanted = options.number
    with opened(options) as office:
        site = project(office, options)
        spans = office.attendance.number_history(site.id)
        unknown = office.attendance.strangers(site.id)
    spans = tuple(one for one in spans if wanted in {None, one.number})
    unknown = tuple(one for one in unknown if wanted in {None, one.number})
    facts = {
        "numbers": [
            {
                "number": one.number,
                "name": one.name,
                "since": str(one.since),
                "until": str(one.until) if one.until else None,
            }
            for one in spans
        ],
        "unknown": [stranger_facts(one) for one in unknown],
    }
    lines = [f"{one.number:>6}  {one.name}  {one.since} 至 {one.until or '今'}" for one in spans]
    for one in unknown:
        name = f"，文件里写的是 {one.name}" if one.name else ""
        guess = f"，可能是 {one.worker_name}（{why_text(one)}）" if one.worker else ""
        lines.append(f"？{one.number:>5}  没有登记，打卡 {one.punches} 次{name}{guess}")
    return Answer(facts, lines or ["还没有考勤号。"])


def assign(options: Namespace) -> Answer:
    """Let a number mean a worker, from a day on or from the beginning."""
    with opened(options) as office:
        site = project(office, options)
        line = who.worker(office, office.roster.lines(site.id), options.worker)
        office.attendance.assign_number(site.id, options.number, line.worker, options.since)
    since = str(options.since) if options.since else None
    facts = {"number": options.number, "name": line.name, "since": since}
    begin = f"自 {since} 起" if since else "自进场起"
    return Answer(facts, [f"✓ 考勤号 {options.number} {begin}是 {line.name}。"])


def add(area: Areas) -> None:
    """Add the words."""
    gates = command(area, "devices", devices, "闸机：查看；加 --set 新建或修改")
    gates.add_argument("--set", type=values.named, metavar="NAME", help="新建或修改哪一台")
    gates.add_argument("--rename", type=values.named, metavar="NAME", help="改名")
    gates.add_argument("--place", metavar="TEXT", help="位置，例如 东门")
    add_reading(gates)
    gates.set_defaults(month=None)
    known = command(area, "numbers", numbers, "考勤号是谁的（含历史）与未登记的考勤号")
    known.add_argument("--number", metavar="N", help="只看一个号")
    give = command(area, "assign", assign, "把考勤号指定给一名工人")
    give.add_argument("--number", required=True, type=values.named, metavar="N")
    give.add_argument("--worker", required=True, metavar="姓名|身份证号|考勤号")
    give.add_argument("--since", type=values.day, metavar="YYYY-MM-DD", help="从哪天起")
