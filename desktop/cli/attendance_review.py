"""`anxin attendance …`: a month looked over, confirmed on paper and held against others."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from desktop.cli import values, who
from desktop.cli.answer import Answer, days_text, finding_facts, finding_lines
from desktop.cli.area import Areas, command, month
from desktop.cli.opening import opened, project
from desktop.domain.attendance import Counting, DayMark
from desktop.domain.findings import Level, stops
from desktop.domain.project import Project
from desktop.domain.site_days import MonthPart
from desktop.kit.files import write_whole
from desktop.services.attendance.rules import preset, presets
from desktop.services.office import Office
from desktop.services.review import ConfirmationView, DayException, ReconcileRow
from desktop.services.review.confirmations import cell
from resources.words import phrase

_PARTS = {
    "first-ten": MonthPart.FIRST_TEN,
    "second-ten": MonthPart.SECOND_TEN,
    "third-ten": MonthPart.THIRD_TEN,
    "whole": MonthPart.WHOLE,
}
_COUNTING = {Counting.FIRST_LAST: "首末次打卡", Counting.PAIRED: "进出配对工时"}


def exceptions(options: Namespace) -> Answer:
    """List what is wrong with a month's days."""
    with opened(options) as office:
        site = project(office, options)
        found = office.review.exceptions(site.id, options.month)
    counts = {
        level.value: sum(one.finding.level is level for one in found.items) for level in Level
    }
    facts = {
        "month": str(found.month),
        "counts": counts,
        "causes": dict(Counter(one.finding.code.value for one in found.items)),
        "exceptions": [_exception(one) for one in found.items],
    }
    causes = Counter(phrase("exceptions", one.finding.code) for one in found.items)
    said = "，".join(f"{cause} {count}" for cause, count in causes.items())
    head = f"{found.month} 考勤异常 {len(found.items)} 条" + (f"：{said}。" if said else "。")
    return Answer(facts, [head, *finding_lines([one.finding for one in found.items])])


def _exception(one: DayException) -> dict[str, object]:
    return {
        "name": one.finding.subject,
        "day": str(one.day) if one.day else None,
        **finding_facts(one.finding),
    }


def grid(options: Namespace) -> Answer:
    """Show a month, a row a worker."""
    with opened(options) as office:
        site = project(office, options)
        shown = office.attendance.month(site.id, options.month)
    notes = {key: note.text for key, note in shown.notes.items()}
    rows = []
    lines = [f"{shown.month} · {len(shown.rows)} 人"]
    for row in shown.rows:
        marks = {
            str(day): _day(mark, notes.get((row.worker, day))) for day, mark in row.marks.items()
        }
        rows.append(
            {
                "name": row.name,
                "team": row.team_name,
                "work_days": days_text(row.work_days),
                "single_punches": row.singles,
                "days": marks,
            }
        )
        signs = "".join(_sign(row.marks.get(day)) for day in shown.days)
        lines.append(f"{row.name}　{signs}　{days_text(row.work_days)}")
    facts = {
        "month": str(shown.month),
        "workers": rows,
        "unknown_device_numbers": dict(shown.unknown),
        "stopped_days": [str(day) for day in shown.days if shown.is_stopped(day)],
        "nil_reason": shown.nil.reason if shown.nil else None,
    }
    return Answer(facts, lines)


def _day(mark: DayMark, note: str | None) -> dict[str, object]:
    return {
        "work_days": days_text(mark.work_days),
        "origin": mark.origin.value,
        "punches": len(mark.count.punches) if mark.count else 0,
        "reason": mark.hand.reason if mark.hand else None,
        "note": note,
    }


def _sign(mark: DayMark | None) -> str:
    if mark is None:
        return "·"
    if mark.hand is None and mark.count is not None and mark.count.is_single:
        return "?"
    said = cell(mark)
    return said if len(said) == 1 else "+" if said else "·"


def confirm(options: Namespace) -> Answer:
    """Print sheets, file a signed scan, or list what there is."""
    with opened(options) as office:
        site = project(office, options)
        if options.sign:
            return _signed(office, site, options)
        if options.out:
            return _printed(office, site, options)
        views = office.review.confirmations(site.id, options.month)
    lines = [_view_line(view) for view in views] or ["本月还没有打印过考勤确认表。"]
    return Answer({"month": str(options.month), "confirmations": [*map(_view, views)]}, lines)


def _printed(office: Office, site: Project, options: Namespace) -> Answer:
    team = who.team(office, site.id, options.team) if options.team else None
    part = _PARTS[options.part]
    papers = office.review.confirm(site.id, options.month, part, team).value
    pdf = office.review.draw(papers)
    write_whole(options.out, pdf)
    pages = office.documents.page_count(pdf)
    facts = {
        "file": str(options.out),
        "pages": pages,
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "sheets": [
            {
                "number": paper.confirmation.hex[:8],
                "team": paper.team,
                "workers": len(paper.rows),
                "work_days": paper.total_days,
                "digest": paper.digest,
            }
            for paper in papers
        ],
    }
    return Answer(
        facts, [f"✓ {len(papers)} 个班组的考勤确认表已存为 {options.out}（{pages} 页）。"]
    )


def _signed(office: Office, site: Project, options: Namespace) -> Answer:
    """File a scan: by the codes on it, or by the part and team that are named."""
    review = office.review
    found = review.named_on(site.id, options.month, options.sign)
    if not found and options.team:
        team = who.team(office, site.id, options.team)
        wanted = _PARTS[options.part], team
        kept = [view.confirmation for view in review.confirmations(site.id, options.month)]
        found = tuple(one for one in kept if (one.part, one.team) == wanted)[:1]
    if not found:
        said = "扫描件上认不出确认表的二维码，什么也没有登记。请写明 --team 和 --part。"
        return Answer({"signed": []}, [f"■ {said}"], exit_code=1)
    day = options.day or office.clock.today()
    signed = [review.sign(one.id, day, options.sign).value for one in found]
    facts = {"signed": [{"number": one.id.hex[:8], "signed_on": str(day)} for one in signed]}
    return Answer(facts, [f"✓ 已登记 {len(signed)} 张签字的考勤确认表（{day}）。"])


def _view(view: ConfirmationView) -> dict[str, object]:
    one = view.confirmation
    return {
        "number": one.id.hex[:8],
        "part": one.part.value,
        "team": view.team,
        "workers": view.workers,
        "work_days": days_text(view.work_days),
        "digest": one.digest,
        "printed_at": one.printed_at.isoformat(),
        "signed_on": str(one.signed_on) if one.signed_on else None,
        "matches": view.matches,
    }


def _view_line(view: ConfirmationView) -> str:
    one = view.confirmation
    first, last = one.part.span(one.month)
    state = "已签字" if one.signed_on else "已打印，未签字"
    stale = "" if view.matches else "　▲ 打印以后天数改动过，须重签"
    return f"{one.id.hex[:8]}　{view.team}　{first}—{last}　{state}{stale}"


def reconcile(options: Namespace) -> Answer:
    """Hold platform, local and wage days against each other."""
    with opened(options) as office:
        site = project(office, options)
        found = office.review.reconcile(site.id, options.month)
    facts = {
        "month": str(found.month),
        "has_platform": found.has_platform,
        "has_wages": found.has_wages,
        "same": found.same,
        "totals": dict(
            zip(("platform", "local", "wage"), map(days_text, found.totals), strict=True)
        ),
        "differences": [_difference(row) for row in found.rows],
    }
    lines = [f"一致 {found.same} 人，不一致 {len(found.rows)} 人。"]
    lines += [
        f"▲ {row.name}（{row.team_name}）平台 {_days(row.platform)}　本地 {days_text(row.local)}"
        f"　工资表 {_days(row.wage)}"
        for row in found.rows
    ]
    if not found.has_platform:
        lines.append("● 还没有导入平台考勤天数（anxin attendance platform-days FILE --month）。")
    return Answer(facts, lines)


def _difference(row: ReconcileRow) -> dict[str, object]:
    return {
        "name": row.name,
        "team": row.team_name,
        "platform": None if row.platform is None else days_text(row.platform),
        "local": days_text(row.local),
        "present": row.present,
        "wage": None if row.wage is None else days_text(row.wage),
    }


def _days(days: Decimal | None) -> str:
    return "—" if days is None else days_text(days)


def platform_days(options: Namespace) -> Answer:
    """Take in the platform's days of a month."""
    with opened(options) as office:
        site = project(office, options)
        proposal = office.review.read_platform_days(options.file, site.id, options.month)
        bad = stops(proposal.findings)
        if not bad and not options.dry_run:
            office.review.accept_platform_days(proposal)
    facts = {
        "rows": proposal.rows,
        "workers": len(proposal.days),
        "findings": [finding_facts(one) for one in proposal.findings],
    }
    head = (
        "■ 平台考勤天数没有写入：" if bad
        else "检查完毕，没有写入（--dry-run）：" if options.dry_run
        else "✓ 平台考勤天数已写入："
    )  # fmt: skip
    said = f"{head}{proposal.rows} 行，对上 {len(proposal.days)} 人。"
    return Answer(facts, [said, *finding_lines(proposal.findings)], 1 if bad else 0)


def note(options: Namespace) -> Answer:
    """Write on a cell."""
    with opened(options) as office:
        site = project(office, options)
        line = who.worker(office, office.roster.lines(site.id), options.worker)
        written = office.review.write_note(site.id, line.worker, options.day, options.text).value
    name = line.name
    facts = {"name": name, "day": str(options.day), "note": written.text}
    done = "已写上备注" if written.text else "备注已去掉"
    return Answer(facts, [f"✓ {name} {options.day} {done}。"])


def rule(options: Namespace) -> Answer:
    """Show or set how a project counts days."""
    with opened(options) as office:
        site = project(office, options)
        now = site.attendance_rule
        wanted = preset(options.preset).on(now) if options.preset else now
        if options.counting:
            wanted = replace(wanted, counting=Counting(options.counting.replace("-", "_")))
        for name in ("least_punches", "least_minutes", "source"):
            if getattr(options, name) is not None:
                wanted = replace(wanted, **{name: getattr(options, name)})
        if wanted != now:
            office.attendance.set_rule(site.id, wanted)
    facts = {
        "day_boundary": wanted.day_boundary.isoformat("minutes"),
        "counting": wanted.counting.value,
        "least_punches": wanted.least_punches,
        "least_minutes": wanted.least_minutes,
        "repeat_seconds": wanted.repeat_seconds,
        "source": wanted.source,
        "presets": [{"name": one.name, "title": one.title} for one in presets()],
    }
    said = (
        f"{'✓ 已改为' if wanted != now else '现在'}：{_COUNTING[wanted.counting]}计工日，"
        f"至少 {wanted.least_punches} 次打卡、首末相隔 {wanted.least_minutes} 分钟，"
        f"日界 {facts['day_boundary']}。来源：{wanted.source or '未写'}"
    )
    return Answer(facts, [said])


def add(area: Areas) -> None:
    """Add the words of this part of attendance."""
    month(command(area, "exceptions", exceptions, "考勤异常"))
    month(command(area, "grid", grid, "全月考勤表"))
    paper = command(area, "confirm", confirm, "考勤确认表：打印、登记签字、查看")
    month(paper)
    paper.add_argument("--part", choices=tuple(_PARTS), default="whole", help="旬或全月")
    paper.add_argument("--team", metavar="NAME", help="只打一个班组")
    paper.add_argument("--out", type=Path, metavar="FILE", help="打印为 PDF")
    paper.add_argument("--sign", type=Path, metavar="SCAN", help="登记签字的扫描件")
    paper.add_argument("--day", type=values.day, metavar="YYYY-MM-DD", help="签字日期")
    month(command(area, "reconcile", reconcile, "平台、本地、工资表三方天数核对"))
    table = command(area, "platform-days", platform_days, "导入平台考勤天数")
    table.add_argument("file", type=Path, metavar="FILE")
    month(table)
    table.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    said = command(area, "note", note, "给某人某天写备注")
    said.add_argument("--worker", required=True, metavar="姓名|身份证号|考勤号")
    said.add_argument("--day", type=values.day, required=True, metavar="YYYY-MM-DD")
    said.add_argument("--text", required=True, help="备注；空的为去掉")
    counting = command(area, "rule", rule, "计日规则：查看、采用预设、修改")
    counting.add_argument("--preset", choices=[one.name for one in presets()])
    counting.add_argument("--counting", choices=("first-last", "paired"), help="首末次或进出配对")
    counting.add_argument("--least-punches", type=int, metavar="N")
    counting.add_argument("--least-minutes", type=int, metavar="MIN")
    counting.add_argument("--source", metavar="依据", help="依据的文件或约定")
