"""`anxin roster card-list|settlement`: cards from the bank, and what is settled on leaving."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli import values, who
from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, command
from desktop.cli.opening import opened, project
from desktop.domain.attendance import days_text
from desktop.domain.identity import mask_card
from desktop.kit.files import write_whole
from desktop.services.exports.cards import CardKind, CardList, CardProposal
from desktop.services.movements import SettlementView

_KINDS = {CardKind.NEW: "新卡", CardKind.CHANGED: "换卡", CardKind.SAME: "未变"}


def card_list(options: Namespace) -> Answer:
    """Write the list for the bank, or read the numbers that came back."""
    with opened(options) as office:
        site = project(office, options)
        if options.read is None:
            return _list_answer(office.cards.write(site.id, options.out).value)
        proposal = office.cards.read(options.read, site.id)
        if not options.accept:
            return _back_answer(proposal, 0)
        names = {name.strip() for name in options.only}
        chosen = [one for one in proposal.offered if not names or one.name in names]
        office.cards.accept(proposal, frozenset(one.key for one in chosen))
    return _back_answer(proposal, len(chosen))


def _list_answer(done: CardList) -> Answer:
    facts = {
        "file": str(done.path),
        "people": done.people,
        "written": done.written,
        "excluded": [{"name": one.name, "why": one.why} for one in done.excluded],
        "findings": [finding_facts(one) for one in done.findings],
    }
    out = f"需要办卡 {done.written} 人 + 未列入 {len(done.excluded)} 人"
    head = f"✓ 已存为 {done.path}：名册 {done.people} 人 = {out}。"
    return Answer(facts, [head, *finding_lines(done.findings)])


def _back_answer(proposal: CardProposal, written: int) -> Answer:
    count = {kind: sum(one.kind is kind for one in proposal.changes) for kind in CardKind}
    facts = {
        "rows": proposal.rows,
        "new": count[CardKind.NEW],
        "changed": count[CardKind.CHANGED],
        "unchanged": count[CardKind.SAME],
        "left_out": [{"name": one.name, "why": one.why} for one in proposal.left_out],
        "written": written,
        "changes": [
            {
                "name": one.name,
                "row": one.row,
                "kind": one.kind.value,
                "before": one.before,
                "after": mask_card(one.card.number),
                "bank": one.card.bank,
            }
            for one in proposal.changes
        ],
        "findings": [finding_facts(one) for one in proposal.findings],
    }
    counts = "、".join(f"{_KINDS[kind]} {number}" for kind, number in count.items())
    head = f"✓ 已登记 {written} 张卡：" if written else "没有写入；核对后加 --accept 登记："
    lines = [f"{head}共 {proposal.rows} 行 = {counts} + 未采用 {len(proposal.left_out)}。"]
    lines += [
        f"　{_KINDS[one.kind]}　{one.name}　{one.before or '（无）'} → {mask_card(one.card.number)}"
        for one in proposal.offered
    ]
    lines += [f"　未采用　{one.name}（{one.why}）" for one in proposal.left_out]
    stopped = not proposal.changes and bool(proposal.findings)
    return Answer(facts, [*lines, *finding_lines(proposal.findings)], 1 if stopped else 0)


def settlement(options: Namespace) -> Answer:
    """Show, print or sign a worker's exit settlement."""
    with opened(options) as office:
        site = project(office, options)
        worker = who.workers(office, site.id, options)[0]
        if options.sign is not None:
            day = options.day or office.clock.today()
            office.movements.sign_settlement(worker, site.id, options.sign, day)
        if options.out is not None:
            write_whole(options.out, office.movements.print_settlement(worker, site.id).value)
        view = office.movements.settlement_view(worker, site.id)
    return _settlement_answer(view, options.out)


def _settlement_answer(view: SettlementView, out: Path | None) -> Answer:
    settled = view.settlement
    facts = {
        "name": view.worker.name,
        "entry": str(view.entry),
        "exit": str(settled.exit),
        "months": [
            {
                "month": str(one.month),
                "work_days": days_text(one.work_days),
                "due_fen": one.due.fen,
                "paid_fen": one.paid.fen,
            }
            for one in settled.months
        ],
        "arrears_fen": settled.arrears.fen,
        "due_fen": settled.due.fen,
        "paid_fen": settled.paid.fen,
        "balance_fen": settled.balance.fen,
        "settled": view.is_zero,
        "signed_on": str(settled.signed_on) if settled.signed_on else None,
        "digest": settled.digest,
        "file": str(out) if out else None,
        "findings": [finding_facts(one) for one in view.open],
    }
    state = "已结清" if view.is_zero else f"尚欠 {settled.balance} 元，不能登记结清"
    if settled.signed_on:
        state = f"已结清，{settled.signed_on} 签字"
    lines = [f"{view.worker.name}　{view.entry} 进场，{settled.exit} 离场：{state}。"]
    lines += [
        f"　{one.month}　{days_text(one.work_days)} 工日　应付 {one.due}　已付 {one.paid}"
        for one in settled.months
    ]
    lines.append(f"　合计　应付 {settled.due}　已付 {settled.paid}　尚欠 {settled.balance}")
    if out is not None:
        lines.append(f"✓ 已存为 {out}。")
    return Answer(facts, [*lines, *finding_lines(view.open)])


def add(area: Areas) -> None:
    """Add the words of cards and settlements."""
    cards = command(area, "card-list", card_list, "办卡名单：导出给银行，读回新卡号")
    way = cards.add_mutually_exclusive_group(required=True)
    way.add_argument("--out", type=Path, metavar="FILE", help="导出没有可用工资卡的人")
    way.add_argument("--read", type=Path, metavar="FILE", help="读回银行填好的名单，先列出变化")
    cards.add_argument("--accept", action="store_true", help="登记读回的卡号")
    cards.add_argument(
        "--only", action="append", default=[], metavar="姓名", help="只登记这些人，可写多次"
    )
    leave = command(area, "settlement", settlement, "退场结算单：查看、打印、登记签字")
    leave.add_argument("--worker", action="append", required=True, metavar="姓名|身份证号|考勤号")
    leave.add_argument("--out", type=Path, metavar="FILE", help="存为 PDF（A4 一页）")
    leave.add_argument("--sign", type=Path, metavar="SCAN", help="登记签字，附扫描件")
    leave.add_argument("--day", type=values.day, metavar="YYYY-MM-DD", help="签字日期（默认今天）")
