"""`anxin office …` and `anxin doctor`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop import wiring
from desktop.cli import values
from desktop.cli.answer import Answer
from desktop.cli.area import Areas, area_of, command
from desktop.cli.opening import folder, opened, passphrase, read_passphrase, unlock
from desktop.domain.attendance import BEIJING
from desktop.domain.errors import WeakPassphrase, WrongKey
from desktop.vault import GOOD, LEAST, Unlocked, strength

_CHECKS = {
    "books": "账册完整",
    "journal": "日志链条完整，条数",
    "copies": "最近一次备份",
    "fonts": "打印字体",
    "keyring": "系统钥匙串",
}


def create(options: Namespace) -> Answer:
    """Make the encrypted books of a new office."""
    place = folder(options)
    phrase = passphrase(options, twice=True)
    made = wiring.create_office(
        place,
        phrase,
        person=options.person,
        server=options.server,
        keyring=not options.passphrase_file,
    )
    facts = {
        "books": str(place),
        "recovery_code": made.recovery_code,
        "keyring": made.keyring,
        "person": options.person,
        "single_person": True,
    }
    lines = [
        f"✓ 加密账册已建立：{place}",
        f"● 恢复码（只显示这一次，请抄下来封存）：{made.recovery_code}",
        f"● 目前只有一位人员（{options.person}），按“单人模式”记录；",
        "  可用 office person add 增加复核人。",
    ]
    if strength(phrase) < GOOD:
        lines.append("▲ 口令偏短：建议换成八个字以上的一句话。")
    if not made.keyring:
        lines.append("● 没有使用系统钥匙串：每次打开都要口令。")
    return Answer(facts, lines)


def add_person(options: Namespace) -> Answer:
    """Add a person; a passphrase file that does not open the books is the person's own."""
    unlocked, own = _keys(options)
    if own is not None and strength(own) < LEAST:
        raise WeakPassphrase(least=LEAST)
    with opened(options, unlocked) as office:
        person = office.people.add(options.name, frozenset(options.role)).value
    if own is not None:
        wiring.add_person_slot(folder(options), unlocked.key, person.name, own)
    facts = {
        "name": person.name,
        "roles": sorted(person.roles),
        "own_passphrase": own is not None,
    }
    return Answer(facts, [f"✓ 已增加 {person.name}。"])


def _keys(options: Namespace) -> tuple[Unlocked, str | None]:
    """Return the books' key and the new person's own passphrase, None when there is none.

    Of two files the last opens the books and the first is the person's, as in
    `add NAME --passphrase-file F2 --books PATH --passphrase-file F`; the other order is understood
    too. A single file that opens nothing is the person's, and the keyring opens the books.
    """
    place = folder(options)
    phrases = [read_passphrase(file) for file in reversed(options.passphrase_file)]
    for number, phrase in enumerate(phrases):
        try:
            unlocked = wiring.unlock(place, phrase)
        except WrongKey:
            continue
        others = phrases[:number] + phrases[number + 1 :]
        return unlocked, (others[0] if others else None)
    if len(phrases) > 1:
        raise WrongKey(path=str(place))
    bare = Namespace(**{**vars(options), "passphrase_file": []})
    return unlock(bare), (phrases[0] if phrases else None)


def font(options: Namespace) -> Answer:
    """Say which fonts paper is printed in; take another for rare characters, or leave it out."""
    with opened(options) as office:
        if options.file is not None:
            office.fonts.give(options.file)
        elif options.remove:
            office.fonts.remove()
        chain = office.fonts.chain()
    facts = {
        "fonts": [
            {"family": one.family, "characters": one.characters, "rare": one.rare} for one in chain
        ]
    }
    lines = [
        f"{number}. {one.family}：{one.characters:,} 个字，其中扩展 B 区以后 {one.rare:,} 个"
        for number, one in enumerate(chain, 1)
    ]
    return Answer(facts, lines)


def doctor(options: Namespace) -> Answer:
    """Check what the office stands on."""
    unlocked = unlock(options)
    checks = list(wiring.examine(folder(options), unlocked.key))
    with opened(options, unlocked) as office:
        entries = office.people.verify_journal()
        copies = office.safekeeping.recent()
    checks.append(wiring.Check("journal", ok=True, detail=str(entries)))
    latest = f"{copies[0].at.astimezone(BEIJING):%Y-%m-%d %H:%M}" if copies else "还没有"
    checks.append(wiring.Check("copies", ok=bool(copies), detail=latest))
    facts = {
        "checks": [{"name": c.name, "ok": c.ok, "detail": c.detail} for c in checks],
        "ok": all(check.ok for check in checks if check.name != "copies"),
    }
    lines = [f"{'✓' if c.ok else '▲'} {_CHECKS[c.name]}：{c.detail}" for c in checks]
    return Answer(facts, lines, 0 if facts["ok"] else 1)


def add(areas: Areas) -> None:
    """Add the words of this area."""
    area = area_of(areas, "office", "办公室与人员")
    made = command(area, "create", create, "新建加密账册")
    made.add_argument(
        "--server", type=values.server, metavar="URL", help="PostgreSQL 地址（不含密码）"
    )
    made.add_argument("--person", metavar="NAME", default="劳资专管员", help="第一位人员的姓名")
    person = area_of(area, "person", "人员")
    new = command(person, "add", add_person, "增加一位人员")
    new.add_argument("name", type=values.named, metavar="NAME")
    new.add_argument(
        "--role",
        type=values.role,
        required=True,
        metavar="ROLE",
        action="append",
        help=values.ROLE_WORDS,
    )
    fonts = command(area, "font", font, "打印所用的字体；给出 FILE 时加一个生僻字字体")
    fonts.add_argument("file", type=Path, nargs="?", metavar="FILE")
    fonts.add_argument("--remove", action="store_true", help="不再用办公室自己的生僻字字体")
