"""`anxin project|roster|attendance …`: what comes in from outside."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.opening import opened, project
from desktop.domain.attendance import days_text
from desktop.domain.errors import FileTrouble, Refused, Unknown
from desktop.domain.findings import stops
from desktop.domain.ids import WorkerId
from desktop.services.attendance import AttendanceReport, PunchProposal
from desktop.services.office import Office
from desktop.services.roster import RosterProposal


def read_file(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        FileTrouble: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or "") from error


def import_project(options: Namespace) -> Answer:
    """Make or update a project from a site.json."""
    with opened(options) as office:
        proposal = office.projects.read_site(read_file(options.file))
        if stops(proposal.findings) or proposal.project is None:
            raise Refused(proposal.findings)
        office.projects.accept_site(proposal)
        site = proposal.project
    facts = {
        "project": site.name,
        "subcontractors": [member.company.name for member in site.subcontractors()],
        "month": str(proposal.month) if proposal.month else None,
        "findings": [finding_facts(f) for f in proposal.findings],
    }
    return Answer(facts, [f"✓ 项目已记入账册：{site.name}", *finding_lines(proposal.findings)])


def import_roster(options: Namespace) -> Answer:
    """Check a roster file and, without --dry-run, write it."""
    with opened(options) as office:
        site = project(office, options)
        proposal = office.roster.read(options.file, site.id)
        if stops(proposal.findings):
            kept_out = replace(proposal, new=0, changed=0)
            head = "■ 名册有必须改正的问题，一行也没有写入："
            return _roster_answer(kept_out, head, exit_code=1)
        if options.dry_run:
            return _roster_answer(proposal, "检查完毕，没有写入（--dry-run）：")
        office.roster.accept(proposal)
    return _roster_answer(proposal, "✓ 名册已写入：")


def _roster_answer(proposal: RosterProposal, head: str, exit_code: int = 0) -> Answer:
    facts = {
        "rows": proposal.rows,
        "new": proposal.new,
        "changed": proposal.changed,
        "unchanged": proposal.unchanged,
        "findings": [finding_facts(f) for f in proposal.findings],
    }
    counts = (
        f"{head}共 {proposal.rows} 行，新增 {proposal.new} 人，变更 {proposal.changed} 人，"
        f"未变 {proposal.unchanged} 人。"
    )
    return Answer(facts, [counts, *finding_lines(proposal.findings)], exit_code)


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
