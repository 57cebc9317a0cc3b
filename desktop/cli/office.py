"""`anxin office …` and `anxin doctor`."""

from __future__ import annotations

from argparse import Namespace

from desktop import wiring
from desktop.cli.answer import Answer
from desktop.cli.opening import folder, opened, passphrase, read_passphrase, unlock
from desktop.domain.errors import WrongKey, WrongValue
from desktop.domain.people import Role
from desktop.vault import GOOD, strength

__CHECKS = {
    "books": "账册完整",
    "journal": "日志链条完整，条数",
    "copies": "最近一次备份",
    "fonts": "打印字体",
    "keyring": "系统钥匙串",
}
_ROLES = {
    "labour_officer": Role.LABOUR_OFFICER,
    "maker": Role.LABOUR_OFFICER,
    "劳资专管员": Role.LABOUR_OFFICER,
    "project_manager": Role.PROJECT_MANAGER,
    "checker": Role.PROJECT_MANAGER,
    "项目经理": Role.PROJECT_MANAGER,
    "finance": Role.FINANCE,
    "财务": Role.FINANCE,
    "viewer": Role.VIEWER,
    "查看": Role.VIEWER,
}
_CHECKS = {
    "books": "账册完整",
    "journal": "日志链条完整，条数",
    "copies": "最近一次备份",
    "fonts": "打印字体",
    "keyring": "系统钥匙串",
}
ROLES = "labour_officer（劳资专管员）| project_manager（项目经理）| finance（财务）| viewer（查看）"


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
    """Add a person; with two passphrase files the first is the person's own."""
    roles = frozenset(_role(word) for word in options.role)
    own = ""
    if len(options.passphrase_file) > 1:
        own = read_passphrase(options.passphrase_file[0])
    elif options.passphrase_file and not _opens(options):
        own = read_passphrase(options.passphrase_file.pop())
    with opened(options) as office:
        person = office.people.add(options.name, roles).value
    if own:
        wiring.add_person_slot(folder(options), unlock(options).key, person.name, own)
    facts = {"name": person.name, "roles": sorted(person.roles), "own_passphrase": bool(own)}
    return Answer(facts, [f"✓ 已增加 {person.name}。"])


def _opens(options: Namespace) -> bool:
    try:
        wiring.unlock(folder(options), passphrase(options))
    except WrongKey:
        return False
    return True


def _role(word: str) -> Role:
    try:
        return _ROLES[word.strip().lower()]
    except KeyError as error:
        raise WrongValue(field="role", value=word, expected=ROLES) from error


def doctor(options: Namespace) -> Answer:
    """Check what the office stands on."""
    checks = list(wiring.examine(folder(options), unlock(options).key))
    with opened(options) as office:
        entries = office.people.verify_journal()
        copies = office.safekeeping.recent()
    checks.append(wiring.Check("journal", ok=True, detail=str(entries)))
    latest = f"{copies[0].at:%Y-%m-%d %H:%M} UTC" if copies else "–"
    checks.append(wiring.Check("copies", ok=bool(copies), detail=latest))
    facts = {
        "checks": [{"name": c.name, "ok": c.ok, "detail": c.detail} for c in checks],
        "ok": all(check.ok for check in checks),
    }
    lines = [f"{'✓' if c.ok else '▲'} {_CHECKS[c.name]}：{c.detail}" for c in checks]
    return Answer(facts, lines, 0 if facts["ok"] else 1)
