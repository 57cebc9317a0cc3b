"""`anxin roster import|diff|undo …`: a table becomes rows of the roster, and can be taken back."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, command
from desktop.cli.opening import opened, project
from desktop.domain.errors import Unknown
from desktop.domain.findings import stops
from desktop.domain.ids import ProjectId
from desktop.domain.imports import ImportRecord
from desktop.services.office import Office
from desktop.services.roster import RosterProposal
from desktop.services.roster.columns import ColumnMap, columns, key_named, plain_title
from desktop.services.roster.differences import Difference
from resources.words import phrase

_SHOWN = 40


def import_roster(options: Namespace) -> Answer:
    """Check a roster file and, without --dry-run, write it."""
    with opened(options) as office:
        site = project(office, options)
        proposal = _read(office, options, site.id)
        if options.only_good:
            proposal = office.roster.only_good(proposal)
        if stops(proposal.findings):
            kept_out = replace(proposal, new=0, changed=0)
            head = "■ 名册有必须改正的问题，一行也没有写入："
            return _roster_answer(kept_out, head, exit_code=1)
        if options.dry_run:
            return _roster_answer(proposal, "检查完毕，没有写入（--dry-run）：")
        office.roster.accept(proposal)
        if options.rest is not None:
            office.roster.save_rest(proposal, options.rest)
    return _roster_answer(proposal, "✓ 名册已写入：")


def _read(office: Office, options: Namespace, site: ProjectId) -> RosterProposal:
    return office.roster.read(
        options.file, site, sender=options.sender, mapping=_mapping(office, options)
    )


def _mapping(office: Office, options: Namespace) -> ColumnMap | None:
    """Return what the words say of the columns, laid over what is remembered of the sender."""
    if not (options.column or options.set or options.sheet):
        return None
    known = office.roster.mapping_of(options.sender)
    return ColumnMap(
        {**known.columns, **dict(options.column)},
        {**known.constants, **dict(options.set)},
        sheet=options.sheet,
    )


def _roster_answer(proposal: RosterProposal, head: str, exit_code: int = 0) -> Answer:
    table = proposal.table
    facts = {
        "rows": proposal.rows,
        "new": proposal.new,
        "changed": proposal.changed,
        "unchanged": proposal.unchanged,
        "findings": [finding_facts(f) for f in proposal.findings],
        "excluded": [
            {"row": one.number, "reason": one.reason, "text": one.text} for one in table.others
        ],
        "left_out": [
            {"row": one.row, "name": one.name, "codes": list(one.codes)}
            for one in proposal.left_out
        ],
        "differences": [_difference_facts(one) for one in proposal.differences],
        "sender": proposal.sender,
        "sheet": table.sheet,
        "columns": {one.name: one.key for one in table.columns if one.name},
        "lacking": list(table.lacking),
    }
    counts = (
        f"{head}共 {proposal.rows} 行，新增 {proposal.new} 人，变更 {proposal.changed} 人，"
        f"未变 {proposal.unchanged} 人。"
    )
    lines = [counts, *_other_lines(proposal), *finding_lines(proposal.findings)]
    return Answer(facts, lines, exit_code)


def _other_lines(proposal: RosterProposal) -> Iterable[str]:
    """Name what is in the file and does not go in."""
    others = [
        f"第 {one.number} 行（{phrase('roster', f'why-{one.reason}')}：{one.text}）"
        for one in proposal.table.others
    ]
    if others:
        yield f"● 另有 {len(others)} 行不是工人，没有读入：{'；'.join(others[:_SHOWN])}"
    if proposal.left_out:
        names = "、".join(f"第 {one.row} 行 {one.name}" for one in proposal.left_out[:_SHOWN])
        yield f"▲ 留下 {len(proposal.left_out)} 行没有导入：{names}"
    if proposal.table.lacking:
        yield "● 列名对不上，可以写明：--column 表里的列名=我们的列名；整张表一样：--set 列名=内容"


def diff_roster(options: Namespace) -> Answer:
    """Compare a file with the roster; nothing is written."""
    with opened(options) as office:
        proposal = _read(office, options, project(office, options).id)
    shown = [_difference_line(one) for one in proposal.differences[:_SHOWN]]
    more = len(proposal.differences) - len(shown)
    lines = [
        f"与账册相比有 {len(proposal.differences)} 处不同，没有写入任何内容：",
        *shown,
        *([f"……另有 {more} 处，加 --json 可看全部。"] if more else []),
        *finding_lines(proposal.findings),
    ]
    answer = _roster_answer(proposal, "")
    return Answer(answer.facts, lines, 1 if stops(proposal.findings) else 0)


def _difference_facts(one: Difference) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "name": one.name,
        "field": one.field,
        "before": one.before,
        "after": one.after,
        "row": one.row,
        "key": one.key,
    }


def _difference_line(one: Difference) -> str:
    kind = phrase("roster", f"difference-{one.kind.value}")
    field = f"「{columns()[one.field].title}」" if one.field else ""
    change = f"{one.before or '（空）'} → {one.after or '（空）'}" if one.field else one.after
    return f"{kind}　{one.name}{field}　{change}".rstrip()


def undo_import(options: Namespace) -> Answer:
    """Take a roster import back; what was built upon stays and is named."""
    with opened(options) as office:
        records = office.roster.imports(project(office, options).id)
        record = _wanted(records, options.number or "")
        kept = office.roster.undo(record.id).value
    facts = {
        "import": str(record.id),
        "number": record.number,
        "file": record.file_name,
        "kept": [{**finding_facts(one), "name": one.subject} for one in kept],
    }
    head = f"✓ 已撤销导入“{record.file_name}”（第 {record.number} 次）。"
    stayed = [f"▲ {len(kept)} 人之后又有变动，留下不动："] if kept else []
    return Answer(facts, [head, *stayed, *finding_lines(kept)])


def _wanted(records: tuple[ImportRecord, ...], number: str) -> ImportRecord:
    """Return the import that is named, else the newest that still stands.

    Raises:
        Unknown: there is none such.
    """
    for record in records:
        named = number in {str(record.id), str(record.number)}
        if named or (not number and record.undone_at is None):
            return record
    raise Unknown(kind="import", name=number)


def _column(text: str) -> tuple[str, str]:
    title, _, ours = text.rpartition("=")
    key = _key(ours) if ours != "-" else ""
    if not title:
        raise ArgumentTypeError("写成 --column 表里的列名=我们的列名，不要读的列写 =-")
    return plain_title(title), key


def _constant(text: str) -> tuple[str, str]:
    ours, sign, value = text.partition("=")
    if not sign:
        raise ArgumentTypeError("写成 --set 列名=内容，整张表没有这一列的写 --set 列名=")
    return _key(ours), value.strip()


def _key(text: str) -> str:
    key = text if text in columns() else key_named(plain_title(text))
    if not key:
        known = "、".join(column.title for column in columns().values())
        raise ArgumentTypeError(f"没有“{text}”这一列；可以写：{known}")
    return key


def _import_number(text: str) -> str:
    if text.isdigit():
        return text
    try:
        return str(UUID(text))
    except ValueError:
        raise ArgumentTypeError("写导入的序号，或者 roster import 给出的编号") from None


def add(area: Areas) -> None:
    """Add the words for bringing rosters in."""
    read = command(area, "import", import_roster, "导入名册（xlsx、xls、ods、csv、网页表格）")
    compare = command(area, "diff", diff_roster, "拿一份名册与账册比对，不写入")
    for word in (read, compare):
        word.add_argument("file", type=Path, metavar="FILE")
        word.add_argument("--sender", default="", metavar="NAME", help="谁的表；记住列名的对应")
        word.add_argument(
            "--column", type=_column, action="append", default=[], metavar="列名=字段",
            help="表里的哪一列是什么",
        )  # fmt: skip
        word.add_argument(
            "--set", type=_constant, action="append", default=[], metavar="字段=内容",
            help="表里没有的列，整张表都填同样的内容；内容空着就是先不填",
        )  # fmt: skip
        word.add_argument("--sheet", default="", metavar="NAME", help="读哪一张工作表")
    read.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    read.add_argument("--only-good", action="store_true", help="只导入没有问题的行，其余列出")
    read.add_argument("--rest", type=Path, metavar="OUT", help="把没有导入的行连同原因写成 xlsx")
    undo = command(area, "undo", undo_import, "撤销一次名册导入")
    undo.add_argument(
        "number", nargs="?", type=_import_number, default=None, metavar="IMPORT",
        help="第几次导入；不写就是最近一次",
    )  # fmt: skip
