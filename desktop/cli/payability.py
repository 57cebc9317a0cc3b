"""`anxin wages board …`: who of a month can be paid, and what keeps the others."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator

from desktop.cli import who
from desktop.cli.answer import Answer, finding_facts, finding_message
from desktop.cli.area import Areas, command, month
from desktop.cli.opening import opened, project
from desktop.domain.gates import Board, Exclusion, Gate, GateRow, Standing, Switch
from desktop.services.payroll.derivation import Node, faults

_EXCLUDED = {
    Exclusion.BLOCKED: "有未通过的关口",
    Exclusion.NO_LINE: "不在工资支付表上",
    Exclusion.NOTHING_TO_PAY: "实发 0.00 元",
}
_SWITCHES = {Switch.BLOCK: "拦住", Switch.WARN: "提醒"}
_SHAPES = {Standing.BLOCKS: "■", Standing.WARNS: "▲"}


def board(options: Namespace) -> Answer:
    """Show everybody of a month at every gate; throw switches first where asked."""
    with opened(options) as office:
        site = project(office, options)
        if options.switch:
            office.payability.switch(site.id, dict(options.switch))
        shown = office.payability.board(site.id, options.month)
    return Answer(_facts(shown), _lines(shown))


def explain(options: Namespace) -> Answer:
    """Show why a worker's line says what it says, down to the punches."""
    with opened(options) as office:
        site = project(office, options)
        worker = who.worker(office, office.roster.lines(site.id), options.worker).worker
        tree = office.payability.explain(site.id, options.month, worker)
    facts = {"month": str(options.month), "adds_up": not faults(tree), "why": _node(tree)}
    return Answer(facts, list(_tree(tree, 0)))


def _node(node: Node) -> dict[str, object]:
    return {
        "kind": node.kind.value,
        "text": node.text,
        "amount_fen": node.amount.fen if node.amount is not None else None,
        "share_fen": str(node.share) if node.share is not None else None,
        "children": [_node(child) for child in node.children],
    }


def _tree(node: Node, depth: int) -> Iterator[str]:
    yield "  " * depth + node.text
    for child in node.children:
        yield from _tree(child, depth + 1)


def _facts(shown: Board) -> dict[str, object]:
    return {
        "month": str(shown.month),
        "workers": len(shown.rows),
        "payable": len(shown.payable),
        "payable_net_fen": shown.payable_net.fen,
        "excluded": [
            {
                "name": row.name,
                "why": str(row.excluded),
                "gates": [gate.value for gate in row.gates(Standing.BLOCKS)],
            }
            for row in shown.excluded
        ],
        "gates": [
            {
                "gate": rule.gate.value,
                "title": rule.title,
                "switch": shown.switches[rule.gate].value,
                "default": rule.default.value,
                "demanded": rule.demanded,
                "citation": rule.citation,
                "passes": count.passes,
                "warns": count.warns,
                "blocks": count.blocks,
                "not_demanded": count.not_demanded,
            }
            for rule, count in zip(shown.rules, shown.counts(), strict=True)
        ],
        "rows": [_row(row) for row in shown.rows],
    }


def _row(row: GateRow) -> dict[str, object]:
    return {
        "name": row.name,
        "team": row.team_name,
        "captured": row.captured.value,
        "net_fen": row.net.fen,
        "payable": row.excluded is None,
        "gates": {
            cell.gate.value: {
                "standing": cell.standing.value,
                "findings": [finding_facts(finding) for finding in cell.findings],
            }
            for cell in row.cells
        },
    }


def _lines(shown: Board) -> list[str]:
    able = f"可付 {len(shown.payable)} 人（{shown.payable_net} 元）"
    everybody, out = len(shown.rows), len(shown.excluded)
    said = [f"{shown.month} 可付核对：{everybody} 人 = {able} + 不付 {out} 人"]
    for rule, count in zip(shown.rules, shown.counts(), strict=True):
        if count.not_demanded:
            said.append(f"  {rule.title}：没有平台要求，未核对")
            continue
        said.append(
            f"  {rule.title}（{_SWITCHES[shown.switches[rule.gate]]}）：通过 {count.passes}、"
            f"提醒 {count.warns}、拦住 {count.blocks}　{rule.citation}"
        )
    titles = {rule.gate: rule.title for rule in shown.rules}
    for row in shown.excluded:
        why = _EXCLUDED[row.excluded] if row.excluded else ""
        said.append(f"— 不付：{row.team_name} {row.name}（{why}）")
        said += _of_row(row, titles, Standing.BLOCKS)
    for row in shown.rows:
        said += [f"— {row.team_name} {row.name}"] if row.gates(Standing.WARNS) else []
        said += _of_row(row, titles, Standing.WARNS)
    return said


def _of_row(row: GateRow, titles: dict[Gate, str], standing: Standing) -> list[str]:
    return [
        f"  {_SHAPES[standing]} {titles[cell.gate]}：{finding_message(finding)}"
        for cell in row.cells
        if cell.standing is standing
        for finding in cell.findings
    ]


def _switch(text: str) -> tuple[Gate, Switch]:
    gate, _, switch = text.partition("=")
    try:
        return Gate(gate.replace("-", "_")), Switch(switch)
    except ValueError:
        gates = "、".join(Gate)
        message = f"“{text}”应写成 关口=block 或 关口=warn；关口有：{gates}"
        raise ArgumentTypeError(message) from None


def add(area: Areas) -> None:
    """Add the words of this module."""
    why = command(area, "explain", explain, "一行工资的来历：直到打卡、单价、条文和改动")
    month(why)
    why.add_argument("--worker", required=True, metavar="谁", help="姓名、证件号或考勤号")
    found = command(area, "board", board, "可付核对：逐人逐关口")
    month(found)
    found.add_argument(
        "--switch",
        type=_switch,
        action="append",
        default=[],
        metavar="GATE=block|warn",
        help="本项目这个关口拦住还是只提醒",
    )
