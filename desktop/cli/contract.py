"""`anxin contract …`: contracts made out, printed, signed, filed by their QR, ended."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from desktop.cli import contract_entry, values, who
from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, Parser, area_of, command
from desktop.cli.opening import opened, project
from desktop.domain.contract import ContractKind, ContractTerm, LabourContract
from desktop.domain.contract_state import Standing
from desktop.domain.errors import Unknown
from desktop.domain.findings import Level
from desktop.domain.ids import ContractId, ProjectId
from desktop.kit.files import write_whole
from desktop.services.contracts import (
    ContractDraft,
    ContractLine,
    ContractTerms,
    FillProposal,
    ScanReport,
)
from desktop.services.office import Office
from resources.words import field, phrase


def fill(options: Namespace) -> Answer:
    """Make out contracts for everyone without one, or for the named."""
    terms = ContractTerms(
        kind=ContractKind(options.kind) if options.kind else None,
        term=ContractTerm(options.term),
        begin=options.begin,
        end=options.end,
        probation_months=options.probation,
        place=options.place,
    )
    with opened(options) as office:
        site = project(office, options)
        named = who.workers(office, site.id, options) if options.worker else None
        proposal = office.contracts.propose(site.id, terms, named)
        if options.dry_run or not proposal.ready:
            refused = bool(proposal.held) and not proposal.ready
            return _filled(proposal, (), "检查完毕，没有写入：", exit_code=int(refused))
        written = office.contracts.fill(proposal).value
    return _filled(proposal, written, "✓ 合同已填写：")


def _filled(
    proposal: FillProposal, written: Iterable[LabourContract], head: str, exit_code: int = 0
) -> Answer:
    numbers = [one.number for one in written]
    facts = {
        "written": len(numbers),
        "numbers": numbers,
        "contracts": [_draft_facts(draft) for draft in proposal.drafts],
        "findings": [
            finding_facts(one)
            for one in (*proposal.findings, *(f for d in proposal.drafts for f in d.findings))
        ],
    }
    counts = (
        f"{head}{len(numbers)} 份；需要 {len(proposal.drafts)} 人，"
        f"可以填写 {len(proposal.ready)} 人，缺资料不能填写 {len(proposal.held)} 人。"
    )
    lines = [counts]
    if numbers:
        lines.append(f"编号 {numbers[0]} 至 {numbers[-1]}；下一步 anxin contract print。")
    blanks = Counter(key for draft in proposal.ready for key in draft.missing)
    lines += [
        f"▲ {_name(key)}：{count} 人没有，打印时留横线手写。" for key, count in blanks.items()
    ]
    stopped = (one for draft in proposal.held for one in draft.findings if one.level is Level.STOP)
    return Answer(facts, [*lines, *finding_lines((*stopped, *proposal.findings))], exit_code)


def _name(key: str) -> str:
    return field(f"contract.{key}")


def _draft_facts(draft: ContractDraft) -> dict[str, object]:
    contract = draft.contract
    return {
        "name": draft.name,
        "team": draft.team_name,
        "number": contract.number,
        "kind": contract.kind.value,
        "term": contract.term.value,
        "begin": str(contract.begin),
        "end": str(contract.end) if contract.end else None,
        "rate_fen": contract.rate.fen,
        "ready": draft.is_ready,
        "missing": [_name(key) for key in draft.missing],
    }


def print_contracts(options: Namespace) -> Answer:
    """Print contracts as one PDF: the named, or all that wait for their signatures."""
    with opened(options) as office:
        site = project(office, options)
        wanted = _wanted(office, site.id, options)
        if not wanted:
            wanted = [
                one.id
                for one in office.contracts.all(site.id)
                if one.signed is None and one.ended is None
            ]
        if not wanted:
            raise Unknown(kind="contract", name=phrase("contracts", "unsigned"))
        pdf = office.contracts.draw(office.contracts.papers(wanted))
        write_whole(options.out, pdf)
        pages = office.documents.page_count(pdf)
    facts = {
        "file": str(options.out),
        "contracts": len(wanted),
        "pages": pages,
        "sha256": hashlib.sha256(pdf).hexdigest(),
    }
    said = f"✓ 已存为 {options.out}：{len(wanted)} 份合同，一式两份，共 {pages} 页。"
    return Answer(facts, [said, "双方签字后扫描，用 anxin contract file-scan 归档。"])


def list_contracts(options: Namespace) -> Answer:
    """List everyone with the standing of his contract."""
    with opened(options) as office:
        site = project(office, options)
        lines = office.contracts.lines(site.id, options.on)
        if options.state:
            wanted = {Standing(one) for one in options.state}
            lines = tuple(one for one in lines if one.is_here and one.state.standing in wanted)
        findings = office.contracts.findings(site.id)
    counted = Counter(line.state.standing for line in lines if line.is_here)
    facts = {
        "project": site.name,
        "counts": {standing.value: counted[standing] for standing in Standing},
        "workers": [_line_facts(line) for line in lines],
        "findings": [finding_facts(one) for one in findings],
    }
    words = "，".join(f"{_standing(one)} {counted[one]} 人" for one in Standing if counted[one])
    return Answer(facts, [f"{site.name}：{words or '没有人'}。", *map(_line_text, lines)])


def _standing(standing: Standing) -> str:
    return phrase("contracts", f"standing-{standing.value}")


def _line_facts(line: ContractLine) -> dict[str, object]:
    contract = line.state.contract
    return {
        "name": line.name,
        "team": line.team_name,
        "subcontractor": line.subcontractor,
        "entry": str(line.entry),
        "exit": str(line.exit) if line.exit else None,
        "state": line.state.standing.value,
        "number": contract.number if contract else None,
        "kind": contract.kind.value if contract else None,
        "term": contract.term.value if contract else None,
        "begin": str(contract.begin) if contract else None,
        "until": str(line.state.until) if line.state.until else None,
        "signed": str(contract.signed) if contract and contract.signed else None,
        "scanned": bool(contract and contract.scan),
        "overdue_since": str(line.overdue_since) if line.overdue_since else None,
        "trained": str(line.trained) if line.trained else None,
    }


def _line_text(line: ContractLine) -> str:
    contract, until = line.state.contract, line.state.until
    number = f"　{contract.number}　{contract.begin} 起" if contract else ""
    end = f"，{until} 止" if until else ""
    late = f"　▲ {line.overdue_since} 起超过一个月没有书面合同" if line.overdue_since else ""
    state = _standing(line.state.standing)
    return f"{line.name}　{line.team_name}　{state}{number}{end}{late}"


def sign(options: Namespace) -> Answer:
    """Record that both sides signed on a day."""
    with opened(options) as office:
        site = project(office, options)
        wanted = _wanted(office, site.id, options)
        if not wanted:
            raise Unknown(kind="contract", name=phrase("contracts", "unsigned"))
        day = options.day or office.clock.today()
        count = office.contracts.sign(wanted, day, options.scan).value
    facts = {"signed": count, "day": str(day), "scan": str(options.scan) if options.scan else None}
    return Answer(facts, [f"✓ 已登记 {count} 份合同于 {day} 签字。"])


def end(options: Namespace) -> Answer:
    """Record that a contract was ended early."""
    with opened(options) as office:
        site = project(office, options)
        found = _numbered(office, site.id, options.number)
        contract = office.contracts.end(found, options.day).value
    facts = {"number": contract.number, "ended": str(contract.ended)}
    return Answer(facts, [f"✓ 合同 {contract.number} 已于 {contract.ended} 解除。"])


def file_scan(options: Namespace) -> Answer:
    """Read scans, file every whole contract and mark it signed."""
    with opened(options) as office:
        site = project(office, options)
        pages = office.contracts.read_scans(options.file)
        if options.dry_run:
            report = office.contracts.match_scans(site.id, pages)
            return _scanned(report, "检查完毕，没有写入（--dry-run）：")
        report = office.contracts.file_scans(site.id, pages, options.signed).value
    return _scanned(report, "✓ 已归档：" if report.whole else "■ 没有可以归档的合同：")


def _scanned(report: ScanReport, head: str) -> Answer:
    facts = {
        "pages": report.pages,
        "filed": [
            {"number": one.contract.number, "name": one.name, "pages": len(one.pages)}
            for one in report.whole
        ],
        "incomplete": report.incomplete,
        "outdated": report.outdated,
        "without_code": report.without_code,
        "unknown": report.unknown,
        "findings": [finding_facts(one) for one in report.findings],
    }
    line = (
        f"{head}{len(report.whole)} 份合同；共读 {report.pages} 页，缺页 {report.incomplete} 份，"
        f"文本已改 {report.outdated} 份，没有二维码 {report.without_code} 页，"
        f"不是本项目 {report.unknown} 页。"
    )
    names = [f"　{one.contract.number}　{one.name}　{len(one.pages)} 页" for one in report.whole]
    return Answer(facts, [line, *names, *finding_lines(report.findings)], int(not report.whole))


def _wanted(office: Office, site: ProjectId, options: Namespace) -> list[ContractId]:
    """Return the contracts named by --number, and the latest of everyone named by --worker."""
    found = [_numbered(office, site, number) for number in options.number or ()]
    for worker in who.workers(office, site, options):
        own = office.contracts.of_worker(site, worker)
        if not own:
            raise Unknown(kind="contract", name=office.roster.worker(worker).name)
        found.append(own[-1].id)
    return found


def _numbered(office: Office, site: ProjectId, number: str) -> ContractId:
    found = [one.id for one in office.contracts.all(site) if one.number == number.strip()]
    if len(found) != 1:
        raise Unknown(kind="contract", name=number)
    return found[0]


def add(areas: Areas) -> None:
    """Add the words of this area."""
    area = area_of(areas, "contract", "劳动合同、用工书面协议与进场条件")
    made = command(area, "fill", fill, "给没有合同的人填写合同")
    _workers(made)
    _terms(made)
    made.add_argument("--dry-run", action="store_true", help="只列出缺什么，不写入")
    paper = command(area, "print", print_contracts, "打印合同（默认全部未签的）")
    _workers(paper)
    _numbers(paper)
    paper.add_argument("--out", type=Path, required=True, metavar="FILE")
    shown = command(area, "list", list_contracts, "列出每个人的合同状态")
    states = [one.value for one in Standing]
    shown.add_argument("--state", choices=states, action="append", help="只列这种状态")
    shown.add_argument("--on", type=values.day, metavar="YYYY-MM-DD", help="哪一天的状态")
    signed = command(area, "sign", sign, "登记双方已经签字")
    _workers(signed)
    _numbers(signed)
    signed.add_argument("--day", type=values.day, metavar="YYYY-MM-DD", help="签字日期，默认今天")
    signed.add_argument("--scan", type=Path, metavar="FILE", help="签字件的扫描")
    ended = command(area, "end", end, "登记合同提前解除")
    ended.add_argument("--number", required=True, metavar="编号")
    ended.add_argument("--day", type=values.day, required=True, metavar="YYYY-MM-DD")
    scans = command(area, "file-scan", file_scan, "按二维码把扫描件归到各人的合同")
    scans.add_argument("file", type=Path, nargs="+", metavar="FILE")
    scans.add_argument("--signed", type=values.day, metavar="YYYY-MM-DD", help="签字日期，默认今天")
    scans.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    contract_entry.add(area)


def _workers(found: Parser) -> None:
    found.add_argument("--worker", action="append", metavar="姓名|身份证号|考勤号")


def _numbers(found: Parser) -> None:
    found.add_argument("--number", action="append", metavar="编号")


def _terms(found: Parser) -> None:
    kinds, terms = [one.value for one in ContractKind], [one.value for one in ContractTerm]
    found.add_argument("--kind", choices=kinds, help="默认劳动合同，已到法定退休年龄的用工书面协议")
    found.add_argument(
        "--term", choices=terms, default=ContractTerm.TASK.value, help="固定期限、工作任务、无固定"
    )
    found.add_argument("--begin", type=values.day, metavar="YYYY-MM-DD", help="默认各人进场日期")
    found.add_argument("--end", type=values.day, metavar="YYYY-MM-DD", help="默认项目竣工日期")
    found.add_argument("--probation", type=int, choices=range(7), default=0, metavar="月数")
    found.add_argument("--place", default="", help="工作地点，默认项目地址")
