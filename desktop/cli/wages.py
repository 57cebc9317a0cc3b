"""`anxin wages …`: prepare, show, sign, lock."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli import payability, tax
from desktop.cli.answer import Answer, days_text, finding_facts, finding_lines, mask_id
from desktop.cli.area import Areas, area_of, command, month
from desktop.cli.opening import opened, project
from desktop.domain.documents import UNKNOWN_TYPE
from desktop.domain.payroll import WageLine
from desktop.services.evidence import read_scan
from desktop.services.payroll import PayrollMonth

_STATES = {
    "draft": "草稿",
    "worker_signed": "工人已签字",
    "audited": "已审核",
    "locked": "已锁定",
}


def prepare(options: Namespace) -> Answer:
    """Prepare the month's sheets from attendance."""
    with opened(options) as office:
        site = project(office, options)
        report = office.payroll.prepare(site.id, options.month).value
        month = office.payroll.month(site.id, options.month)
    facts = {
        "month": str(options.month),
        "state": month.state,
        "sheets": report.sheets,
        "lines": report.lines,
        "total_net_fen": month.total_net.fen,
        "findings": [finding_facts(f) for f in report.findings],
    }
    line = (
        f"✓ {options.month} 工资支付表 {report.sheets} 张、{report.lines} 行，"
        f"实发合计 {month.total_net} 元（{_STATES[month.state]}）。"
    )
    return Answer(facts, [line, *finding_lines(report.findings)])


def show(options: Namespace) -> Answer:
    """Show the month's sheets line by line."""
    with opened(options) as office:
        site = project(office, options)
        month = office.payroll.month(site.id, options.month)
        numbers = {r.worker: list(r.device_numbers) for r in office.roster.lines(site.id)}
        lines = [
            {
                "name": line.name,
                "id_number": mask_id(line.id_number),
                "device_numbers": numbers.get(line.worker, []),
                "team": line.team_name,
                "subcontractor": view.sheet.subcontractor_name,
                "sheet": view.sheet.number,
                "work_days": days_text(line.work_days),
                "gross_fen": line.gross.fen,
                "deductions_fen": line.deductions.fen,
                "net_fen": line.net.fen,
                "signed": view.signed.get(line.id) == line.digest(options.month),
                "explanation": office.payroll.explain(line, month),
            }
            for view in month.sheets
            for line in view.sheet.lines
        ]
        shown = _table(month)
    facts = {
        "month": str(options.month),
        "state": month.state,
        "lines": lines,
        "total_net_fen": month.total_net.fen,
    }
    return Answer(facts, shown)


def _table(month: PayrollMonth) -> list[str]:
    lines = [f"{month.month} 工资支付表（{_STATES[month.state]}）"]
    for view in month.sheets:
        lines.append(f"— {view.sheet.subcontractor_name}")
        lines.extend(_row(line) for line in view.sheet.lines)
    lines.append(f"实发合计 {month.total_net} 元（{month.total_net.in_capitals}）")
    return lines


def _row(line: WageLine) -> str:
    return (
        f"  {line.seq:>3} {line.team_name} {line.name} {mask_id(line.id_number)} "
        f"{days_text(line.work_days)} 工日 应发 {line.gross} 扣 {line.deductions} 实发 {line.net}"
    )


def sign(options: Namespace) -> Answer:
    """Record that the month's lines were signed on paper, with the scan as evidence."""
    with opened(options) as office:
        site = project(office, options)
        signed = office.signing.sign_on_paper(site.id, options.month, options.all_on_paper).value
        month = office.payroll.month(site.id, options.month)
    facts = {"month": str(options.month), "signed": signed, "state": month.state}
    lines = [f"✓ 已登记 {signed} 行纸质签字（{_STATES[month.state]}）。"]
    if read_scan(options.all_on_paper).media_type == UNKNOWN_TYPE:
        name = options.all_on_paper.name
        lines.append(f"▲ {name} 不是 PDF 或图片，已原样保存；请确认它就是签字的扫描件。")
    return Answer(facts, lines)


def lock(options: Namespace) -> Answer:
    """Audit and lock the month's sheets."""
    with opened(options) as office:
        site = project(office, options)
        sheets = office.payroll.audit_and_lock(site.id, options.month).value
        month = office.payroll.month(site.id, options.month)
        single = any(view.sheet.single_person for view in month.sheets)
    facts = {
        "month": str(options.month),
        "state": month.state,
        "sheets": [str(sheet) for sheet in sheets],
        "single_person": single,
        "total_net_fen": month.total_net.fen,
    }
    note = "（单人模式：编制、审核为同一人）" if single else ""
    return Answer(facts, [f"✓ {len(sheets)} 张工资支付表已审核并锁定{note}。"])


def add(areas: Areas) -> None:
    """Add the words of this area."""
    area = area_of(areas, "wages", "工资支付表")
    for word, act, title in (
        ("prepare", prepare, "按考勤编制"),
        ("show", show, "查看"),
        ("lock", lock, "审核并锁定"),
    ):
        month(command(area, word, act, title))
    signing = command(area, "sign", sign, "登记纸质签字")
    month(signing)
    signing.add_argument(
        "--all-on-paper", type=Path, required=True, metavar="SCAN", help="签字扫描件"
    )
    tax.add(area)
    payability.add(area)
