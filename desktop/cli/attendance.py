"""`anxin attendance …`: punches come in, days are mended."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from desktop.cli import attendance_review, attendance_site, values
from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, area_of, command
from desktop.cli.opening import opened, project
from desktop.domain.attendance import days_text
from desktop.domain.errors import Unknown
from desktop.domain.findings import stops
from desktop.domain.ids import WorkerId
from desktop.services.attendance import AttendanceReport, PunchProposal
from desktop.services.office import Office


def import_attendance(options: Namespace) -> Answer:
    """Check a device file and, without --dry-run, store its punches."""
    with opened(options) as office:
        site = project(office, options)
        proposal = office.attendance.read(options.file, options.format)
        if stops(proposal.findings):
            return _attendance_answer(_refused(proposal), "■ 文件没有导入：", exit_code=1)
        if options.dry_run:
            report = office.attendance.report(proposal, site.id)
            return _attendance_answer(report, "检查完毕，没有写入（--dry-run）：")
        report = office.attendance.accept(proposal, site.id).value
        if options.day_boundary is not None:
            rule = replace(site.attendance_rule, day_boundary=options.day_boundary)
            office.attendance.set_rule(site.id, rule)
    return _attendance_answer(report, "✓ 考勤已存入：")


def _refused(proposal: PunchProposal) -> AttendanceReport:
    """Return the report of a file of which nothing goes in."""
    return AttendanceReport(proposal.format, 0, 0, 0, 0, 0, 0, {}, proposal.findings)


def _attendance_answer(report: AttendanceReport, head: str, exit_code: int = 0) -> Answer:
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
    }
    line = (
        f"{head}{report.lines} 行 = 打卡 {report.punches} + 读不出 {report.refused}；"
        f"新增 {report.new}，重复 {report.duplicates}，考勤号未登记 {report.unknown}。"
    )
    return Answer(facts, [line, *finding_lines(report.findings)], exit_code)


def correct_day(options: Namespace) -> Answer:
    """Set one worker's day by hand."""
    with opened(options) as office:
        site = project(office, options)
        worker, name = _find_worker(office, options)
        if options.evidence:
            document = office.review.keep_evidence(site.id, options.evidence).value
            mark = (worker, options.day, options.days, options.hours, options.reason)
            proof = {(worker, options.day): document}
            office.attendance.restore_days(site.id, [mark], proof)
        else:
            office.attendance.set_day(
                site.id, worker, options.day, options.days, options.reason, options.hours
            )
    days = days_text(options.days)
    facts = {"name": name, "day": str(options.day), "work_days": days, "reason": options.reason}
    return Answer(facts, [f"✓ {name} {options.day} 已由人工改为 {days} 工日（{options.reason}）。"])


def _find_worker(office: Office, options: Namespace) -> tuple[WorkerId, str]:
    site, wanted = project(office, options), options.worker.strip()
    found = []
    for line in office.roster.lines(site.id):
        known = {line.name, *line.device_numbers}
        if wanted in known or (
            len(wanted) == 18  # noqa: PLR2004 - an identity number
            and office.roster.worker(line.worker).id_number == wanted.upper()
        ):
            found.append(line)
    if len(found) != 1:
        raise Unknown(kind="worker", name=wanted)
    return found[0].worker, found[0].name


def add(areas: Areas) -> None:
    """Add the words of this area."""
    area = area_of(areas, "attendance", "考勤")
    read = command(area, "import", import_attendance, "导入闸机或考勤机文件")
    read.add_argument("file", type=Path, metavar="FILE")
    read.add_argument("--format", default="auto", metavar="auto|NAME", help="文件格式")
    read.add_argument(
        "--day-boundary", type=values.boundary, metavar="HH:MM", help="日界，记为项目设置"
    )
    read.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    fix = command(area, "correct", correct_day, "手工改一天")
    fix.add_argument("--worker", required=True, metavar="姓名|身份证号|考勤号")
    fix.add_argument("--day", type=values.day, required=True, metavar="YYYY-MM-DD")
    fix.add_argument("--days", type=values.work_days, required=True, metavar="0|0.25|0.5|0.75|1")
    fix.add_argument("--hours", type=values.hours, metavar="H", help="计时工人的正常工时")
    fix.add_argument("--reason", type=values.named, required=True, help="原因")
    fix.add_argument("--evidence", type=Path, metavar="FILE", help="证明材料（照片、纸面）")
    attendance_review.add(area)
    attendance_site.add(area)
