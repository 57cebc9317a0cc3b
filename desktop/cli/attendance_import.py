"""`anxin attendance formats|import|imports|undo`: device files come in, and go out again."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from dataclasses import asdict, replace
from pathlib import Path

from desktop.cli import values
from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, Parser, command
from desktop.cli.opening import opened, project
from desktop.domain.attendance import days_text, wall
from desktop.domain.errors import Unknown
from desktop.domain.findings import stops
from desktop.kit.punch_child import formats as known_formats
from desktop.ports.attendance import Reading, TableMapping
from desktop.services.attendance import AttendanceReport, PunchProposal
from desktop.services.attendance.strangers import Stranger
from resources.words import phrase

_COLUMNS = {
    "number": "number", "name": "name", "stamp": "stamp", "time": "stamp", "day": "day",
    "date": "day", "direction": "direction", "sheet": "sheet", "encoding": "encoding",
    "delimiter": "delimiter",
}  # fmt: skip
_WORDS = {"in": "in_words", "out": "out_words"}
_DELIMITERS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}
_CHANGES = 40


def formats(options: Namespace) -> Answer:
    """List the formats that can be read."""
    del options
    found = known_formats()
    facts = {"formats": [{"name": one.name, "title": one.title} for one in found]}
    return Answer(facts, [f"{one.name:<14} {one.title}" for one in found])


def mapping_part(text: str) -> tuple[str, str]:
    """Read one --map KEY=VALUE."""
    key, mark, value = text.partition("=")
    key = key.strip().lower()
    if not mark or not value or key not in {*_COLUMNS, *_WORDS, "header"}:
        known = "、".join((*_COLUMNS, *_WORDS, "header"))
        raise ArgumentTypeError(f"“{text}”看不懂，应为 KEY=VALUE，KEY 可以是 {known}")
    if key == "header" and not value.lstrip("-").isdigit():
        raise ArgumentTypeError(f"“{text}”看不懂，header 是表头所在的行号（没有表头写 -1）")
    return key, value


def reading_of(options: Namespace) -> Reading:
    """Return what the options say of how a file is to be read."""
    said: dict[str, object] = {}
    words: dict[str, tuple[str, ...]] = {}
    for key, value in options.map or ():
        if key in _WORDS:
            words[_WORDS[key]] = (*words.get(_WORDS[key], ()), *value.replace("，", ",").split(","))
        elif key == "header":
            said["header_row"] = int(value)
        else:
            said[_COLUMNS[key]] = _DELIMITERS.get(value, value)
    mapping = replace(TableMapping(), **{**said, **words})  # type: ignore[arg-type]
    month = str(options.month) if options.month else ""
    return Reading(options.format or "auto", options.date_format or "", month, mapping)


def import_attendance(options: Namespace) -> Answer:
    """Check a device file and, without --dry-run, store its punches."""
    gate = options.device or ""
    with opened(options) as office:
        site = project(office, options)
        fresh = options.format == "auto"  # said aloud: not as the gate remembers it
        kept = {} if fresh else office.attendance.remembered(site.id)
        proposal = office.attendance.read_at(options.file, gate, kept, reading_of(options))
        if stops(proposal.findings):
            return _answer(proposal, _refused(proposal, gate), "■ 文件没有导入：", exit_code=1)
        if options.dry_run:
            report = office.attendance.report(proposal, site.id, gate)
            return _answer(proposal, report, "检查完毕，没有写入（--dry-run）：")
        report = office.attendance.accept(proposal, site.id, gate=gate).value
        if options.day_boundary is not None:
            rule = replace(site.attendance_rule, day_boundary=options.day_boundary)
            office.attendance.set_rule(site.id, rule)
    return _answer(proposal, report, "✓ 考勤已存入：")


def _refused(proposal: PunchProposal, gate: str) -> AttendanceReport:
    """Return the report of a file of which nothing goes in."""
    return AttendanceReport(proposal.format, 0, 0, 0, 0, 0, 0, {}, proposal.findings, {}, 0, gate)


def _answer(
    proposal: PunchProposal, report: AttendanceReport, head: str, exit_code: int = 0
) -> Answer:
    facts = {
        "format": report.format,
        "lines": report.lines,
        "punches": report.punches,
        "new": report.new,
        "duplicates": report.duplicates,
        "unknown": report.unknown,
        "refused": report.refused,
        "unknown_device_numbers": dict(report.unknown_device_numbers),
        "findings": [finding_facts(f) for f in report.findings],
        "others": dict(report.others),
        "blank": report.blank,
        "device": report.gate,
        "date_format": proposal.reading.date_format,
        "mapping": _mapping_facts(proposal.reading.mapping),
        "strangers": [stranger_facts(one) for one in report.strangers],
        "marks": report.marks,
        "changes": _change_facts(report),
    }
    lines = [f"{head}{_sum(report)}", *_outcome(report)]
    known = [one for one in report.strangers if one.worker is not None]
    lines += [
        f"？ 考勤号 {one.number} 可能是 {one.worker_name}（{why_text(one)}）："
        f"anxin attendance assign --number {one.number} --worker {one.worker_name}"
        for one in known
    ]
    return Answer(facts, [*lines, *finding_lines(report.findings)], exit_code)


def _mapping_facts(mapping: TableMapping) -> dict[str, object]:
    return {key: said for key, said in asdict(mapping).items() if said}


def _sum(report: AttendanceReport) -> str:
    parts = [f"打卡 {report.punches}"] if not report.diff else [f"有记录的天 {report.marks}"]
    parts.append(f"读不出 {report.refused}")
    parts += [f"{phrase('lines', kind)} {count}" for kind, count in report.others.items()]
    blank = f"；另有空行 {report.blank}" if report.blank else ""
    return f"{report.lines} 行 = {' + '.join(parts)}{blank}；"


def _outcome(report: AttendanceReport) -> list[str]:
    if report.diff is None:
        said = f"新增 {report.new}，重复 {report.duplicates}，考勤号未登记 {report.unknown}。"
        return [said]
    lines = [
        f"改动 {report.new} 天，与账册相同 {report.duplicates} 天，不在名册 {report.unknown} 天。"
    ]
    for change in report.diff.changes[:_CHANGES]:
        before = "无" if change.before is None else days_text(change.before)
        lines.append(f"　{change.name} {change.day} {before} → {days_text(change.after)}")
    if len(report.diff.changes) > _CHANGES:
        lines.append(f"　……另有 {len(report.diff.changes) - _CHANGES} 天，加 --json 可看全部。")
    return lines


def _change_facts(report: AttendanceReport) -> list[dict[str, object]]:
    return [
        {
            "name": change.name,
            "day": str(change.day),
            "before": None if change.before is None else days_text(change.before),
            "by_hand": change.by_hand,
            "after": days_text(change.after),
        }
        for change in (report.diff.changes if report.diff else ())
    ]


def stranger_facts(one: Stranger) -> dict[str, object]:
    """Return an unknown number for JSON."""
    return {
        "number": one.number,
        "punches": one.punches,
        "name": one.name,
        "worker": one.worker_name,
        "why": one.why.value if one.why else "",
    }


def why_text(one: Stranger) -> str:
    """Say why a number may be somebody's."""
    return phrase("strangers", one.why.value) if one.why else ""


def imports(options: Namespace) -> Answer:
    """List what was imported, newest first."""
    with opened(options) as office:
        found = office.attendance.imports(project(office, options).id)
    facts = [
        {
            "number": one.number,
            "at": one.at.isoformat(),
            "file": one.file_name,
            "format": one.format,
            "rows": one.rows,
            "new": one.new,
            "refused": len(one.refused),
            "undone": one.undone_at is not None,
        }
        for one in found
    ]
    lines = [
        f"{one.number:>4}  {wall(int(one.at.timestamp())):%Y-%m-%d %H:%M}  {one.file_name}  "
        f"新增 {one.new}{'（已撤回）' if one.undone_at else ''}"
        for one in found
    ]
    return Answer({"imports": facts}, lines or ["还没有导入过考勤。"])


def undo(options: Namespace) -> Answer:
    """Take an import back: the newest that stands, or the one of a number."""
    with opened(options) as office:
        found = office.attendance.imports(project(office, options).id)
        standing = [one for one in found if one.undone_at is None]
        wanted = [one for one in found if one.number == options.number] or (
            standing[:1] if options.number is None else []
        )
        if not wanted:
            raise Unknown(kind="import", name=str(options.number or ""))
        gone = office.attendance.undo(wanted[0].id).value
    facts = {"number": wanted[0].number, "file": wanted[0].file_name, "removed": gone}
    return Answer(facts, [f"✓ 已撤回 {wanted[0].file_name}，取走 {gone} 条。"])


def add_reading(read: Parser) -> None:
    """Let a command be told how files are to be read."""
    read.add_argument("--format", metavar="auto|NAME", help="文件格式")
    read.add_argument(
        "--date-format", metavar="yyyy-MM-dd|MM/dd/yyyy|…", help="日期写法，整份文件只有一种"
    )
    read.add_argument(
        "--map", action="append", type=mapping_part, metavar="KEY=VALUE",
        help="其他表格的各列：number、name、stamp、day、direction、in、out、header、sheet、"
        "delimiter、encoding",
    )  # fmt: skip


def add(area: Areas) -> None:
    """Add the words."""
    command(area, "formats", formats, "能读的考勤文件格式")
    read = command(area, "import", import_attendance, "导入闸机或考勤机文件")
    read.add_argument("file", type=Path, metavar="FILE")
    add_reading(read)
    read.add_argument("--device", metavar="NAME", help="哪台闸机（记住它的格式）")
    read.add_argument("--month", type=values.month, metavar="YYYY-MM", help="月考勤表的月份")
    read.add_argument(
        "--day-boundary", type=values.boundary, metavar="HH:MM", help="日界，记为项目设置"
    )
    read.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    command(area, "imports", imports, "导入过的考勤文件")
    back = command(area, "undo", undo, "撤回一次考勤导入（默认最近一次）")
    back.add_argument("number", type=int, nargs="?", metavar="序号", help="imports 列出的序号")
