"""`anxin roster read-card|photo|id-copies`: cards read, pictures kept and erased."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli import values, who
from desktop.cli.answer import Answer
from desktop.cli.area import Areas, area_of, command
from desktop.cli.opening import opened, project
from desktop.domain.errors import WrongValue
from desktop.domain.id_card import IdCard
from desktop.domain.ids import WorkerId
from desktop.domain.likeness import LikenessKind
from desktop.kit.files import write_whole
from desktop.ports.reader import SPEEDS
from desktop.services.id_reading import CardCheck
from desktop.services.likenesses import Kept
from desktop.services.office import Office
from resources.words import phrase

_KINDS = {
    "photo": LikenessKind.PHOTO,
    "front": LikenessKind.ID_FRONT,
    "back": LikenessKind.ID_BACK,
}
_WAIT_S = 15.0


def read_card(options: Namespace) -> Answer:
    """Read an identity card; with --check only ask the reader how it is."""
    with opened(options) as office:
        if options.check:
            state = office.reader.examine(options.port, speed=options.speed)
            facts = {"port": state.port, "sam_id": state.sam_id, "was_reset": state.was_reset}
            return Answer(facts, [f"✓ 读卡器正常，安全模块号 {state.sam_id}。"])
        card = office.reader.read(options.port, options.wait, speed=options.speed)
        check = office.reader.note(card).value
        if options.verify and check.worker is not None:
            office.reader.verify(check.worker.id, card)
    return Answer(_card_facts(card), _card_lines(check, verified=options.verify))


def _card_facts(card: IdCard) -> dict[str, object]:
    return {
        "name": card.name,
        "sex": card.sex,
        "nation": card.nation,
        "birth": card.birth.isoformat(),
        "id_number": card.id_number,
        "address": card.address,
        "issuer": card.issuer,
        "valid_from": card.valid_from.isoformat() if card.valid_from else "",
        "valid_to": card.valid_until,
        "captured": "reader",
    }


def _card_lines(check: CardCheck, *, verified: bool) -> list[str]:
    card = check.card
    lines = [
        f"✓ 已读卡：{card.name}　{card.sex}　{card.nation}　{card.birth} 出生",
        f"  证件号码 {card.id_number}",
        f"  住址 {card.address}",
        f"  签发机关 {card.issuer}　有效期限 {card.validity}",
    ]
    if check.has_expired:
        lines.append("▲ 这张证件已经过了有效期。")
    if check.worker is None:
        return [*lines, "● 名册里还没有这个号码。"]
    lines += [
        f"▲ 名册中的「{phrase('card', one.field)}」是“{one.before}”，证件上是“{one.after}”。"
        for one in check.differences
    ]
    lines.append("✓ 已按证件更新并记为“读卡”。" if verified else "● 名册里有此人，没有改动。")
    return lines


def add_photo(options: Namespace) -> Answer:
    """Keep a photo or one side of the identity card."""
    with opened(options) as office:
        worker = _worker(office, options)
        kind = _KINDS[options.kind]
        picture = office.likenesses.open_picture(options.file)
        kept = office.likenesses.put_photo(
            worker, picture, kind=kind, delete_on=options.delete_on
        ).value
    removed = [phrase("removed", key) for key in picture.removed]
    lines = [f"✓ 已加密存入 {kept.name} 的{_kind(kept.kind)}，{kept.delete_on} 到期删除。"]
    if removed:
        lines.append(f"● 已从图片中去除：{'、'.join(removed)}。")
    return Answer({**_kept_facts(kept), "removed": list(picture.removed)}, lines)


def save_photo(options: Namespace) -> Answer:
    """Write a kept picture to a file; the journal keeps who looked."""
    with opened(options) as office:
        plain = office.likenesses.get(_worker(office, options), _KINDS[options.kind]).value
        write_whole(options.out, plain)
    return Answer(
        {"file": str(options.out), "bytes": len(plain)},
        [f"✓ 已存为 {options.out}（{len(plain):,} 字节）；查看已记入日志。"],
    )


def due_photos(options: Namespace) -> Answer:
    """List the pictures whose day of deletion has come."""
    with opened(options) as office:
        due = office.likenesses.due(options.on)
    lines = [f"{one.delete_on}　{one.name}　{_kind(one.kind)}" for one in due]
    tail = (
        f"共 {len(due)} 张到期；用 roster photo erase --due 删除。" if due else "没有到期的照片。"
    )
    return Answer(
        {"due": [_kept_facts(one) for one in due]}, [*lines, tail if due else "没有到期的照片。"]
    )


def erase_photos(options: Namespace) -> Answer:
    """Delete what is due, or everything that is kept of one worker."""
    if options.due == bool(options.worker):
        raise WrongValue(field="worker", value="", expected="--due | --worker")
    with opened(options) as office:
        if options.due:
            count = office.likenesses.erase_due(options.on).value
        else:
            count = office.likenesses.erase(_worker(office, options)).value
    return Answer({"erased": count}, [f"✓ 已删除 {count} 张，密钥一并销毁，无法再打开。"])


def id_copies(options: Namespace) -> Answer:
    """Print the kept copies of identity cards."""
    with opened(options) as office:
        site = project(office, options)
        whose = who.workers(office, site.id, options) or None
        copies = office.likenesses.copies(site.id, whose).value
        pdf = office.likenesses.draw_copies(copies)
        write_whole(options.out, pdf)
        pages = office.documents.page_count(pdf)
    facts = {"file": str(options.out), "pages": pages, "workers": len(copies.cards)}
    return Answer(facts, [f"✓ 已存为 {options.out}（{len(copies.cards)} 人，{pages} 页）。"])


def _worker(office: Office, options: Namespace) -> WorkerId:
    lines = office.roster.lines(project(office, options).id)
    return who.worker(office, lines, options.worker).worker


def _kind(kind: LikenessKind) -> str:
    return phrase("likeness", kind.value)


def _kept_facts(kept: Kept) -> dict[str, object]:
    return {
        "worker": kept.name,
        "kind": kept.kind.value,
        "delete_on": kept.delete_on.isoformat(),
    }


def add(area: Areas) -> None:
    """Add the words of this area to `anxin roster`."""
    read = command(area, "read-card", read_card, "用串口读卡器读身份证（不需要项目）")
    read.add_argument("--port", required=True, metavar="PORT", help="COM3 或 /dev/ttyUSB0")
    read.add_argument(
        "--wait", type=values.seconds, default=_WAIT_S, metavar="秒", help="等放卡的时间"
    )
    read.add_argument("--speed", type=int, choices=SPEEDS, default=SPEEDS[0], help="波特率")
    read.add_argument("--verify", action="store_true", help="名册里有此人时按证件更新并记为读卡")
    read.add_argument("--check", action="store_true", help="只检查读卡器")
    photo = area_of(area, "photo", "照片与证件复印件（逐人加密）")
    new = command(photo, "add", add_photo, "存入照片：自动裁剪、压缩、去除拍摄信息")
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--worker", required=True, metavar="谁", help="姓名、证件号码或考勤号")
    new.add_argument("--kind", choices=_KINDS, default="photo", help="照片、人像面、国徽面")
    new.add_argument("--delete-on", type=values.day, metavar="日期", help="到期删除的日子")
    saved = command(photo, "save", save_photo, "取出一张照片（记入日志）")
    saved.add_argument("--worker", required=True, metavar="谁")
    saved.add_argument("--kind", choices=_KINDS, default="photo")
    saved.add_argument("--out", type=Path, required=True, metavar="FILE")
    due = command(photo, "due", due_photos, "列出到期应删除的照片")
    due.add_argument("--on", type=values.day, metavar="日期")
    erase = command(photo, "erase", erase_photos, "删除照片并销毁密钥")
    erase.add_argument("--due", action="store_true", help="删除全部到期的")
    erase.add_argument("--on", type=values.day, metavar="日期")
    erase.add_argument("--worker", metavar="谁", help="删除一个人的全部照片")
    copies = command(area, "id-copies", id_copies, "打印身份证复印件（一页两人）")
    copies.add_argument("--worker", action="append", metavar="谁", help="可写多次；不写则全部")
    copies.add_argument("--out", type=Path, required=True, metavar="FILE")
