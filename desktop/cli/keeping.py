"""`anxin backup …`: safe copies."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop import wiring
from desktop.cli.answer import Answer
from desktop.cli.area import Areas, area_of, command
from desktop.cli.opening import folder, opened, passphrase


def make(options: Namespace) -> Answer:
    """Make a verified, encrypted copy of the books."""
    with opened(options) as office:
        copy = office.safekeeping.make_to(options.file)
    return Answer(
        {"file": str(options.file), "bytes": copy.size, "verified": True},
        [f"✓ 备份已做好并检验通过：{options.file}（{copy.size:,} 字节）。"],
    )


def verify(options: Namespace) -> Answer:
    """Check a copy: it opens, is whole, and its journal chain holds."""
    report = wiring.verify_copy(options.file, passphrase(options))
    return Answer(
        {"file": str(options.file), "verified": True, "journal_entries": report.journal_entries},
        [f"✓ 备份完好：{options.file}（日志 {report.journal_entries} 条，链条完整）。"],
    )


def restore(options: Namespace) -> Answer:
    """Restore a copy to a new folder; the bank is asked before anything is sent from it."""
    place = folder(options)
    wiring.restore_copy(options.file, place, passphrase(options))
    return Answer(
        {"file": str(options.file), "books": str(place), "restored": True},
        [
            f"✓ 已恢复到新文件夹：{place}",
            "● 账册已标记为“恢复”：下次提交代发之前，先向银行查询全部未了结的批次。",
        ],
    )


def add(areas: Areas) -> None:
    """Add the words of this area."""
    area = area_of(areas, "backup", "备份")
    for word, act, title in (
        ("make", make, "做一份经过检验的加密备份"),
        ("verify", verify, "检验一份备份"),
        ("restore", restore, "恢复到新文件夹（--books 写新文件夹）"),
    ):
        found = command(area, word, act, title)
        found.add_argument("file", type=Path, metavar="FILE")
