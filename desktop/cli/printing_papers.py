"""`anxin print attendance|roster|ledger|…`: papers that leave the office, PDF or pictures."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from functools import partial
from pathlib import Path

from desktop.cli import values, who
from desktop.cli.answer import Answer
from desktop.cli.area import Areas, Parser, command, month
from desktop.cli.opening import opened, project
from desktop.domain.errors import Unknown
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.progress import SILENT
from desktop.domain.project import Project
from desktop.kit.files import write_whole
from desktop.ports.paper import PaperSize
from desktop.ports.papers import LYING, OF_PERSONS, PaperKind
from desktop.services.office import Office
from desktop.services.papers import SlipProof, Wanted

_TITLES = {
    PaperKind.ATTENDANCE: "考勤表（1—31 日，签字按手印）",
    PaperKind.ROSTER: "职工名册（实施条例第八条）",
    PaperKind.LEDGER: "农民工工资支付台账（724号令第十五条十一项）",
    PaperKind.PAYSLIPS: "工资清单（每人一条，裁切线，二维码可核对）",
    PaperKind.STATEMENT: "个人工资对账单",
    PaperKind.ENTRY_FORM: "进场登记表",
    PaperKind.EXIT_FORM: "退场登记表",
    PaperKind.APPLICATION: "工资发放申请表（致总包）",
    PaperKind.FUNDS_LETTER: "人工费用拨付函（致建设单位）",
    PaperKind.POSTING: "公示版工资表、考勤表（隐去证件和卡号）",
}
_MONTHLY = frozenset(PaperKind) - OF_PERSONS - {PaperKind.ROSTER}
_PERSONAL = OF_PERSONS | {PaperKind.PAYSLIPS}


def paper(kind: PaperKind, options: Namespace) -> Answer:
    """Print one kind of paper."""
    with opened(options) as office:
        site = project(office, options)
        wanted = _wanted(office, site, kind, options)
        ready = office.papers.read(site.id, wanted)
        pdf = ready.draw(SILENT)
        pages = office.documents.page_count(pdf)
        if options.masked_png:
            files = _pictures(office, pdf, options, pages)
        else:
            write_whole(options.out, pdf)
            files = [options.out]
    facts = {
        "paper": kind.value,
        "file": str(files[0]),
        "files": [str(file) for file in files],
        "pages": pages,
        "documents": ready.documents,
        "masked": wanted.masked,
        "sha256": hashlib.sha256(files[0].read_bytes()).hexdigest(),
    }
    more = f" 等 {len(files)} 个文件" if len(files) > 1 else ""
    return Answer(facts, [f"✓ 已存为 {files[0]}{more}（{ready.documents} 份，{pages} 页）。"])


def _wanted(office: Office, site: Project, kind: PaperKind, options: Namespace) -> Wanted:
    named = getattr(options, "worker", None)
    workers = tuple(who.workers(office, site.id, options)) if named else ()
    return Wanted(
        kind,
        _month(office, site, options),
        getattr(options, "first", None),
        workers,
        PaperSize(getattr(options, "size", "A4")),
        masked=options.masked_png,
    )


def _month(office: Office, site: Project, options: Namespace) -> WageMonth:
    """Return the month named, the last of a span, or the newest that has sheets."""
    named: WageMonth | None = getattr(options, "month", None) or getattr(options, "last", None)
    if named is not None:
        return named
    today = WageMonth.of(office.clock.today())
    return max(office.papers.months(site.id), default=today)


def _pictures(office: Office, pdf: bytes, options: Namespace, pages: int) -> list[Path]:
    """Write one page, or every page with its number in the name."""
    out: Path = options.out
    if options.page is not None:
        if not 1 <= options.page <= pages:
            raise Unknown(kind="page", name=str(options.page))
        write_whole(out, office.papers.page_png(pdf, options.page - 1))
        return [out]
    files = []
    for page in range(pages):
        file = out if pages == 1 else out.with_stem(f"{out.stem}-{page + 1}")
        write_whole(file, office.papers.page_png(pdf, page))
        files.append(file)
    return files


def add(area: Areas) -> None:
    """Add a word for each paper."""
    for kind, title in _TITLES.items():
        found = command(area, kind.value, partial(paper, kind), title)
        if kind in _MONTHLY:
            month(found)
        if kind is PaperKind.STATEMENT:
            for word, name in (("--from", "first"), ("--to", "last")):
                found.add_argument(word, dest=name, type=values.month, metavar="YYYY-MM")
        if kind in _PERSONAL:
            found.add_argument(
                "--worker",
                action="append",
                default=[],
                metavar="姓名|身份证号|考勤号",
                help="只打印这些人，可写多次",
            )
        if kind in LYING:
            found.add_argument(
                "--size", type=str.upper, choices=("A4", "A3"), default="A4", help="纸张"
            )
        _out(found)


def _out(found: Parser) -> None:
    found.add_argument("--out", type=Path, required=True, metavar="FILE")
    found.add_argument("--masked-png", action="store_true", help="存为隐去证件号、电话、地址的图片")
    found.add_argument(
        "--page", type=values.how_many, metavar="N", help="图片只要第 N 页（默认每页一张）"
    )


def verify(options: Namespace) -> Answer:
    """Tell whether a payslip's code still agrees with the books."""
    with opened(options) as office:
        site = project(office, options)
        proof = office.papers.verify(site.id, options.code)
    facts = {
        "code": options.code.strip(),
        "matches": proof.matches,
        "month": str(proof.month) if proof.month else None,
        "name": proof.name or None,
        "net_fen": proof.net_fen,
        "said_fen": proof.said_fen,
        "locked": proof.locked,
    }
    return Answer(facts, [_proof(proof)], 0 if proof.matches else 1)


def _proof(proof: SlipProof) -> str:
    if proof.matches and proof.net_fen is not None:
        state = "已锁定" if proof.locked else "尚未锁定"
        amount = Money(proof.net_fen)
        return f"✓ 与账册一致：{proof.name}，{proof.month}，实发 {amount} 元，工资表{state}。"
    if proof.net_fen is not None and proof.said_fen is not None:
        said, now = Money(proof.said_fen), Money(proof.net_fen)
        return (
            f"■ 与账册不一致：{proof.name}，{proof.month}，"
            f"清单上实发 {said} 元，账册现在是 {now} 元。请重新打印工资清单并收回旧的。"
        )
    if proof.month is not None:
        return f"■ 账册 {proof.month} 的工资表里没有这一条。请核对项目，是不是本办公室打印的。"
    return "■ 这不是工资清单上的码。请扫清单右侧的二维码，整段原样写在 --code 后面。"


def add_verify(areas: Areas) -> None:
    """Add the word that checks a code."""
    found = command(areas, "verify", verify, "核对工资清单上的二维码与账册是否一致")
    found.add_argument("--code", required=True, metavar="TEXT", help="扫出来的文字 AX2/…")
