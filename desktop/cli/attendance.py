"""`anxin attendance …`: punches come in, days are mended."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli import (
    attendance_gates,
    attendance_import,
    attendance_review,
    attendance_site,
    values,
)
from desktop.cli.answer import Answer
from desktop.cli.area import Areas, area_of, command
from desktop.cli.opening import opened, project
from desktop.domain.attendance import days_text
from desktop.domain.errors import Unknown
from desktop.domain.ids import WorkerId
from desktop.services.office import Office


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
    attendance_import.add(area)
    attendance_gates.add(area)
    fix = command(area, "correct", correct_day, "手工改一天")
    fix.add_argument("--worker", required=True, metavar="姓名|身份证号|考勤号")
    fix.add_argument("--day", type=values.day, required=True, metavar="YYYY-MM-DD")
    fix.add_argument("--days", type=values.work_days, required=True, metavar="0|0.25|0.5|0.75|1")
    fix.add_argument("--hours", type=values.hours, metavar="H", help="计时工人的正常工时")
    fix.add_argument("--reason", type=values.named, required=True, help="原因")
    fix.add_argument("--evidence", type=Path, metavar="FILE", help="证明材料（照片、纸面）")
    attendance_review.add(area)
    attendance_site.add(area)
