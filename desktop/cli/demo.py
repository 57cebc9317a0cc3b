"""`anxin demo`: an office of invented people, and a whole month of it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from importlib import import_module
from pathlib import Path

from desktop import wiring
from desktop.cli.answer import Answer, batches_facts
from desktop.cli.area import Areas
from desktop.domain.attendance import HoursKind
from desktop.domain.disbursement import ItemState, PayBatch
from desktop.domain.errors import BooksExist
from desktop.domain.ids import ProjectId
from desktop.domain.money import Money
from desktop.domain.payroll import ItemKind, WageLine
from desktop.domain.people import Role
from desktop.domain.worker import Card
from desktop.kit.files import write_whole
from desktop.ports.paper import PaperSize
from desktop.rehearsal.sample import MONTH, SampleSite, make_site
from desktop.rehearsal.site_papers import file_papers
from desktop.services.office import Office

PASSPHRASE = "anxin-yanlian"  # noqa: S105 - printed for everybody, of invented people
MAKER, CHECKER = "何秉正", "罗守成"
BANK = "rehearsal"
_MARK = ".anxin-demo"


def demo(options: Namespace) -> Answer:
    """Make the sample office and run its month; on a display the window then opens on it."""
    out = (options.out or Path("anxin-demo")).expanduser().resolve()
    facts = run_month(out)
    if not options.headless and has_display():
        # By name: the command line itself stays free of Qt (import contracts).
        code = import_module("desktop.app").main(out / "office", PASSPHRASE, month=MONTH)
        return Answer(facts, (), code)
    return Answer(facts, [f"{label}：{value}" for label, value in _words(facts)])


def has_display() -> bool:
    """Tell whether a window can be opened here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_month(out: Path) -> dict[str, object]:
    """Make the office and take it through its month, as a labour office would.

    Raises:
        BooksExist: the folder holds something that is not a sample office.
    """
    place = _fresh(out)
    sample = make_site()
    for name, content in (
        ("site.json", sample.site),
        ("roster.xlsx", sample.roster),
        ("attlog.dat", sample.punches),
    ):
        write_whole(out / name, content)
    key = wiring.create_office(place, PASSPHRASE, person=MAKER, server=None, keyring=False).key
    facts: dict[str, object] = {"office": str(place), "passphrase": PASSPHRASE}
    with _opened(place, key, rehearse="ac04") as office:
        facts |= _month(office, out, sample)
        _pay(office, out)
    with _opened(place, key) as office:
        return facts | _pay_again(office, out)


@contextmanager
def _opened(place: Path, key: bytes, *, rehearse: str = "") -> Iterator[Office]:
    office = wiring.open_office(place, key, person=MAKER, rehearse=rehearse)
    try:
        yield office
    finally:
        office.close()


def _fresh(out: Path) -> Path:
    place = out / "office"
    if place.exists():
        if not (out / _MARK).exists():
            raise BooksExist(path=str(place))
        shutil.rmtree(place)
    write_whole(out / _MARK, b"")
    return place


def _month(office: Office, out: Path, sample: SampleSite) -> dict[str, object]:
    office.people.add(CHECKER, frozenset({Role.PROJECT_MANAGER}))
    office.projects.accept_site(office.projects.read_site(sample.site))
    site = office.projects.named(None)
    office.roster.accept(office.roster.read(out / "roster.xlsx", site.id))
    file_papers(office, site)
    proposal = office.attendance.read(out / "attlog.dat", "auto")
    report = office.attendance.accept(proposal, site.id).value
    _mend(office, site.id)
    office.payroll.prepare(site.id, MONTH)
    _supplementary(office, site.id)
    sheet_pdf = out / f"wage-sheet-{MONTH}.pdf"
    write_whole(sheet_pdf, office.documents.wage_sheet(site.id, MONTH, PaperSize.A4))
    shutil.copyfile(sheet_pdf, out / "signed-scan.pdf")
    present = [line.id for line in _main_lines(office, site.id) if line.needs_signature]
    office.signing.sign_on_paper(site.id, MONTH, out / "signed-scan.pdf", present)
    office.payroll.audit_and_lock(site.id, MONTH)
    write_whole(sheet_pdf, office.documents.wage_sheet(site.id, MONTH, PaperSize.A4))
    board, tiles = out / "notice-board-A1.pdf", out / "notice-board-A1-on-A3.pdf"
    write_whole(board, office.documents.notice_board(site.id, PaperSize.A1))
    write_whole(tiles, office.documents.notice_board(site.id, PaperSize.A1, PaperSize.A3))
    month = office.payroll.month(site.id, MONTH)
    return {
        "month": str(MONTH),
        "workers": len(sample.workers),
        "punches": report.punches,
        "unknown_punches": report.unknown,
        "refused_lines": report.refused,
        "total_net_fen": month.total_net.fen,
        "wage_sheet": str(sheet_pdf),
        "notice_board": str(board),
        "notice_board_tiles": str(tiles),
    }


def _main_lines(office: Office, project: ProjectId) -> list[WageLine]:
    sheets = office.payroll.month(project, MONTH).sheets
    return [line for view in sheets if view.sheet.number == 0 for line in view.sheet.lines]


def _mend(office: Office, project: ProjectId) -> None:
    """Do what a person does before the sheet: mend single punches, approve hours, note advances."""
    grid = office.attendance.month(project, MONTH)
    singles = [
        (row.worker, day)
        for row in grid.rows
        for day, mark in sorted(row.marks.items())
        if mark.count is not None and mark.count.is_single
    ]
    for worker, day in singles[:5]:
        office.attendance.set_day(project, worker, day, Decimal(1), "班组长证明下班漏打卡")
    proposals = office.attendance.propose_hours(project, MONTH)
    overtime = [p for p in proposals if p.kind is HoursKind.OVERTIME][:12]
    office.attendance.approve_hours(
        project, [(p.worker, p.day, p.kind, p.minutes) for p in overtime]
    )
    for row in grid.rows[::20]:
        office.payroll.adjust(
            project, row.worker, MONTH, ItemKind.ADVANCE, Money.of_yuan(500), "9月10日预支生活费"
        )


def _supplementary(office: Office, project: ProjectId) -> None:
    """Move one worker who is away to a sheet of his own, so that the others are paid in time."""
    view = office.payroll.month(project, MONTH).sheets[0]
    absent = next(line for line in view.sheet.lines if line.needs_signature)
    office.payroll.move_to_supplementary(view.sheet.id, [absent.id], "返乡未归，暂不能签字")


def _pay(office: Office, out: Path) -> None:
    """Pay the month; one account turns out closed, and its worker brings another card."""
    project = office.projects.named(None).id
    maker, checker = (office.people.by_name(name).id for name in (MAKER, CHECKER))
    batches = office.disbursement.submit(project, MONTH, BANK, maker, checker, 60.0).value
    name, content = office.disbursement.export_list(batches[0].id)
    write_whole(out / name, content)
    for item in (item for batch in batches for item in batch.items):
        if item.state is ItemState.FAILED:
            card = Card(_other_card(item.account), item.bank, item.cnaps, "", office.clock.today())
            office.roster.change_card(item.worker, card)


def _pay_again(office: Office, out: Path) -> dict[str, object]:
    """Pay the failed line to the new card, in a batch of its own."""
    project = office.projects.named(None).id
    checker = office.people.by_name(CHECKER).id
    batch = office.disbursement.retry_failed(project, MONTH, BANK).value
    office.disbursement.approve(batch.id, checker, batch.items_digest())
    office.disbursement.finish(batch.id, 60.0)
    batches = office.disbursement.status(project, MONTH)
    answer = out / "bank-answer.json"
    write_whole(answer, json.dumps(batches_facts(batches), ensure_ascii=False, indent=1).encode())
    return {
        "bank_answer": str(answer),
        "paid_lines": _count(batches, ItemState.PAID),
        "failed_lines": _count(batches, ItemState.FAILED),
    }


def _other_card(number: str) -> str:
    """Invent the worker's new card: another number with a valid Luhn digit."""
    body = number[:-3] + f"{(int(number[-3:-1]) + 1) % 100:02d}"
    return next(body + str(digit) for digit in range(10) if _luhn_sum(body + str(digit)) % 10 == 0)


def _luhn_sum(number: str) -> int:
    doubled = [int(c) * (2 if place % 2 else 1) for place, c in enumerate(reversed(number))]
    return sum(d - 9 if d > 9 else d for d in doubled)  # noqa: PLR2004 - digit sum


def _count(batches: tuple[PayBatch, ...], state: ItemState) -> int:
    return sum(item.state is state for batch in batches for item in batch.items)


def _words(facts: dict[str, object]) -> list[tuple[str, object]]:
    unread = f"考勤号未登记 {facts['unknown_punches']} 次，读不出 {facts['refused_lines']} 行"
    return [
        ("演练办公室", facts["office"]),
        ("口令", facts["passphrase"]),
        ("月份", facts["month"]),
        ("工人", f"{facts['workers']} 人"),
        ("打卡", f"{facts['punches']} 次，{unread}"),
        ("实发合计", f"{Money(int(str(facts['total_net_fen'])))} 元"),
        ("工资支付表", facts["wage_sheet"]),
        ("维权信息告示牌", facts["notice_board"]),
        ("告示牌拼贴版", facts["notice_board_tiles"]),
        ("银行答复", facts["bank_answer"]),
        ("已发放", f"{facts['paid_lines']} 笔（曾退回 {facts['failed_lines']} 笔，改卡后补发）"),
    ]


def add(areas: Areas) -> None:
    """Add the words of this area."""
    found = areas.add_parser("demo", help="建一个演练办公室并走完一个月")
    found.add_argument("--out", type=Path, metavar="DIR", help="放在哪里（默认 ./anxin-demo）")
    found.add_argument("--headless", action="store_true", help="不开窗口")
    found.add_argument("--json", action="store_true", help="标准输出只写一个 JSON 文档")
    found.set_defaults(act=demo)
