"""`anxin scan FILE…`: signed wage sheets come back, page by page and box by box."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, command, month
from desktop.cli.opening import opened, project
from desktop.domain.errors import Unknown
from desktop.domain.ids import LineId
from desktop.kit.files import write_whole
from desktop.ports.scans import Verdict
from desktop.services.scanning.report import PageVerdict, ScanReport, SeenBox, SortedPage

_HEAD = 8
_WORDS = {
    PageVerdict.READ: "已读",
    PageVerdict.UNPLACED: "没有对准，由人来看",
    PageVerdict.DUPLICATE: "重复",
    PageVerdict.OUTDATED: "改动以前打印的",
    PageVerdict.LOCKED: "已审核或锁定",
    PageVerdict.UNKNOWN: "不是本项目这个月的",
    PageVerdict.NO_CODE: "没有二维码",
}


def scan(options: Namespace) -> Answer:
    """Read scans of signed wage sheets; with --accept, register what is signed."""
    with opened(options) as office:
        site = project(office, options)
        facts = office.scanning.facts(site.id, options.month)
        report = office.scanning.read(facts, options.file)
        confirmed = _confirmed(report, options.confirm)
        if options.crops:
            _keep_crops(report, options.crops)
        accepted = 0
        if options.accept:
            accepted = office.scanning.accept(report, confirmed).value
    return _answer(report, accepted, wrote=options.accept)


def _confirmed(report: ScanReport, wanted: list[str]) -> list[LineId]:
    by_id = {_id(box): box.line.id for box in report.doubtful}
    for one in wanted:
        if one not in by_id:
            raise Unknown(kind="line", name=one)
    return [by_id[one] for one in wanted]


def _keep_crops(report: ScanReport, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for box in report.doubtful:
        write_whole(folder / f"{_id(box)}.jpg", box.box.picture)


def _id(box: SeenBox) -> str:
    return box.line.id.hex[:_HEAD]


def _answer(report: ScanReport, accepted: int, *, wrote: bool) -> Answer:
    facts = {
        "pages": [_page(one) for one in report.pages],
        "boxes": {
            **{verdict.value: report.count(verdict) for verdict in Verdict},
            "signed_before": sum(box.is_signed for box in report.boxes),
            "new": len(report.new),
        },
        "doubtful": [
            {"id": _id(box), "name": box.line.name, "seq": box.line.seq, "ink_mm2": box.box.ink}
            for box in report.doubtful
        ],
        "coverage": [
            {
                "sheet": own.sheet.id.hex[:_HEAD],
                "subcontractor": own.sheet.subcontractor_name,
                "month": str(own.sheet.month),
                "supplementary": own.sheet.number,
                "payable": own.payable,
                "signed_before": own.signed,
                "filled": own.filled,
                "doubtful": own.doubtful,
                "percent": own.percent,
            }
            for own in report.coverage
        ],
        "missing": [
            {"sheet": own.sheet.id.hex[:_HEAD], "pages": list(own.missing), "of": own.pages}
            for own in report.coverage
            if own.missing
        ],
        "duplicate": [_page(one) for one in report.of(PageVerdict.DUPLICATE)],
        "outdated": [_page(one) for one in report.of(PageVerdict.OUTDATED)],
        "accepted": accepted,
        "findings": [finding_facts(finding) for finding in report.findings],
    }
    return Answer(facts, [*_lines(report, accepted, wrote=wrote), *finding_lines(report.findings)])


def _page(one: SortedPage) -> dict[str, object]:
    code = one.page.code
    return {
        "file": one.page.file,
        "page": one.page.place,
        "sheet": code.sheet if code else None,
        "number": code.page if code else None,
        "verdict": one.verdict.value,
    }


def _lines(report: ScanReport, accepted: int, *, wrote: bool) -> list[str]:
    lines = []
    for one in report.pages:
        code = one.page.code
        of = f"：{one.sheet.subcontractor_name} 第 {code.page} 页" if one.sheet and code else ""
        lines.append(f"  {one.page.file} 第 {one.page.place} 页{of}（{_WORDS[one.verdict]}）")
    lines += [
        f"● {own.sheet.subcontractor_name} {own.sheet.month}：应签 {own.payable} 人，"
        f"原已签 {own.signed}，这次读到 {own.filled}，看不准 {own.doubtful}，"
        f"签字率 {own.percent}%"
        for own in report.coverage
    ]
    if wrote:
        return [f"✓ 已登记 {accepted} 行纸质签字，扫描件已存入账册。", *lines]
    return ["读取完毕，没有写入（加 --accept 登记）：", *lines]


def add(areas: Areas) -> None:
    """Add the words of this area."""
    found = command(areas, "scan", scan, "读取签了字的工资支付表扫描件，登记纸质签字")
    found.add_argument("file", type=Path, nargs="+", metavar="FILE")
    month(found, required=False)
    found.add_argument("--accept", action="store_true", help="登记判为已签的格")
    found.add_argument(
        "--confirm", action="append", default=[], metavar="ID", help="人已看过、确认签了的格"
    )
    found.add_argument("--crops", type=Path, metavar="DIR", help="把看不准的格存成图片")
