"""`anxin roster import …`: a workbook becomes rows of the roster, and can be taken back."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, command
from desktop.cli.opening import opened, project
from desktop.domain.findings import stops
from desktop.services.roster import RosterProposal


def import_roster(options: Namespace) -> Answer:
    """Check a roster file and, without --dry-run, write it."""
    with opened(options) as office:
        site = project(office, options)
        proposal = office.roster.read(options.file, site.id)
        if stops(proposal.findings):
            kept_out = replace(proposal, new=0, changed=0)
            head = "■ 名册有必须改正的问题，一行也没有写入："
            return _roster_answer(kept_out, head, exit_code=1)
        if options.dry_run:
            return _roster_answer(proposal, "检查完毕，没有写入（--dry-run）：")
        office.roster.accept(proposal)
    return _roster_answer(proposal, "✓ 名册已写入：")


def _roster_answer(proposal: RosterProposal, head: str, exit_code: int = 0) -> Answer:
    facts = {
        "rows": proposal.rows,
        "new": proposal.new,
        "changed": proposal.changed,
        "unchanged": proposal.unchanged,
        "findings": [finding_facts(f) for f in proposal.findings],
    }
    counts = (
        f"{head}共 {proposal.rows} 行，新增 {proposal.new} 人，变更 {proposal.changed} 人，"
        f"未变 {proposal.unchanged} 人。"
    )
    return Answer(facts, [counts, *finding_lines(proposal.findings)], exit_code)


def add(area: Areas) -> None:
    """Add the words for bringing rosters in."""
    read = command(area, "import", import_roster, "导入名册（xlsx）")
    read.add_argument("file", type=Path, metavar="FILE")
    read.add_argument("--dry-run", action="store_true", help="只检查，不写入")
