"""`anxin pay …`: submit the locked month to a bank, and ask what became of it."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli import values
from desktop.cli.answer import Answer, batches_facts
from desktop.cli.area import Areas, area_of, command, month
from desktop.cli.opening import opened, project
from desktop.domain.disbursement import FINAL, PayBatch
from desktop.domain.errors import TwoHands
from desktop.domain.ids import PersonId
from desktop.rehearsal.server import FAULTS
from desktop.services.office import Office

_STATES = {
    "planned": "待提交",
    "sent": "已提交",
    "unknown": "未知（正在查询）",
    "paid": "已发放",
    "failed": "退回",
    "returned": "发放后退汇",
    "settled": "已发放（凭回单登记）",
}


def submit(options: Namespace) -> Answer:
    """Build, approve and send the month's payroll; returns when every line is final."""
    with opened(options, rehearse=options.rehearse or "") as office:
        site = project(office, options)
        maker, checker = _hands(office, options)
        batches = office.disbursement.submit(
            site.id, options.month, options.bank, maker, checker, options.timeout
        ).value
    return _answer(batches)


def status(options: Namespace) -> Answer:
    """Show what became of the batches."""
    with opened(options) as office:
        site = project(office, options)
        batches = office.disbursement.status(site.id, options.month)
    shown = _answer(batches)
    return Answer(shown.facts, shown.lines or ["还没有提交过代发。"])  # a question answered: 0


def _hands(office: Office, options: Namespace) -> tuple[PersonId, PersonId]:
    """Return maker and checker: the same only in an office of one person."""
    if office.people.is_single():
        return office.seat.person, office.seat.person
    if not options.seat or not options.approved_by:
        named = {"--as": options.seat, "--approved-by": options.approved_by}
        missing = "、".join(word for word, name in named.items() if not name)
        raise TwoHands(missing=missing)
    return (
        office.people.by_name(options.seat).id,
        office.people.by_name(options.approved_by).id,
    )


def _answer(batches: tuple[PayBatch, ...]) -> Answer:
    lines: list[str] = []
    for batch in batches:
        counts: dict[str, int] = {}
        for item in batch.items:
            counts[item.state.value] = counts.get(item.state.value, 0) + 1
        said = "，".join(f"{_STATES[state]} {count} 笔" for state, count in counts.items())
        lines.append(f"批次 {batch.reference}　{batch.month}　合计 {batch.total} 元：{said}")
        lines.extend(
            f"  ■ {item.name} {item.amount} 元 {_STATES[item.state.value]}：{item.reason}"
            for item in batch.items
            if item.state.value in {"failed", "returned"}
        )
        lines.extend(
            f"  ▲ {item.name} {item.amount} 元 {_STATES[item.state.value]}，不自动重发，请稍后再查"
            for item in batch.items
            if item.state.value in {"sent", "unknown"}
        )
    final = all(item.state in FINAL for batch in batches for item in batch.items)
    return Answer(batches_facts(batches), lines, 0 if final else 3)


def add(areas: Areas) -> None:
    """Add the words of this area."""
    area = area_of(areas, "pay", "代发")
    send = command(area, "submit", submit, "把已锁定的工资表提交银行")
    month(send)
    send.add_argument("--bank", type=values.bank, required=True, metavar="rehearsal|URL")
    send.add_argument("--approved-by", metavar="NAME", help="复核人")
    send.add_argument(
        "--rehearse",
        choices=FAULTS,
        metavar="FAULT",
        help="让演练银行出一种错：" + "、".join(FAULTS),
    )
    send.add_argument(
        "--timeout", type=values.seconds, default=60.0, metavar="秒", help="最多等多久"
    )
    asked = command(area, "status", status, "查看发放结果")
    month(asked, required=False)
