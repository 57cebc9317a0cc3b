"""`anxin attendance …`: gates' clocks, stoppages, months without work."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from datetime import datetime
from pathlib import Path

from desktop.cli import values
from desktop.cli.answer import Answer
from desktop.cli.area import Areas, command, month
from desktop.cli.opening import opened, project
from desktop.domain.attendance import BEIJING
from desktop.domain.ids import StoppageId, new_id
from desktop.domain.site_days import NilMonth, Stoppage
from desktop.services.review import GateClock


def moment(text: str) -> datetime:
    """Read YYYY-MM-DD HH:MM[:SS], Beijing time."""
    said = text.strip()
    if said.count(":") == 1:
        said += ":00"
    try:
        return datetime.strptime(said, "%Y-%m-%d %H:%M:%S").replace(tzinfo=BEIJING)
    except ValueError:
        said = f"“{text}”看不懂，应为 YYYY-MM-DD HH:MM:SS（北京时间）"
        raise ArgumentTypeError(said) from None


def drift(options: Namespace) -> Answer:
    """Record what a gate's clock shows, or report every gate's clock."""
    with opened(options) as office:
        site = project(office, options)
        if options.device and options.shown:
            true = options.true or office.clock.now()
            office.review.read_clock(site.id, options.device, options.shown, true)
        wage_month = options.month or values.month(f"{office.clock.today():%Y-%m}")
        clocks = office.review.clocks(site.id, wage_month)
    lines = [_clock_line(one) for one in clocks] or ["还没有闸机：导入考勤文件后会列出来。"]
    return Answer({"gates": [_clock(one) for one in clocks]}, lines)


def _clock(one: GateClock) -> dict[str, object]:
    return {
        "device": one.device.name,
        "drift_s": one.drift,
        "daily_s": None if one.daily is None else round(one.daily, 1),
        "readings": [
            {"shown": r.shown.isoformat(), "true": r.true.isoformat(), "drift_s": r.drift_s}
            for r in one.readings
        ],
        "wrong_stamps": one.wrong_stamps,
        "twins": one.twins,
        "to_be_set": one.is_late,
    }


def _clock_line(one: GateClock) -> str:
    parts = [one.device.name]
    if one.drift is None:
        parts.append("没有对过时间")
    else:
        parts.append(f"{'快' if one.drift >= 0 else '慢'} {abs(one.drift)} 秒")
    if one.daily:
        parts.append(f"每天{'快' if one.daily > 0 else '慢'} {abs(one.daily):.1f} 秒")
    if one.wrong_stamps:
        parts.append(f"时间不可能的打卡 {one.wrong_stamps} 条（时钟复位或跑到将来）")
    if one.twins:
        parts.append(f"与别的闸机几秒内同一人 {one.twins} 次")
    return ("▲ " if one.is_late else "") + "　".join(parts)


def stoppage(options: Namespace) -> Answer:
    """Declare, end, remove or list stoppages."""
    with opened(options) as office:
        site = project(office, options)
        if options.first and options.reason:
            stop = Stoppage(
                StoppageId(new_id()), site.id, options.first, options.last, options.reason,
                options.declared,
            )  # fmt: skip
            office.review.stop_work(stop, options.proof)
        elif options.first and options.last:
            office.review.resume_work(site.id, options.first, options.last)
        elif options.remove:
            found = [one for one in office.review.stoppages(site.id) if one.first == options.remove]
            for one in found:
                office.review.remove_stoppage(site.id, one.id)
        kept = office.review.stoppages(site.id)
    facts = {
        "stoppages": [
            {
                "first": str(one.first),
                "last": str(one.last) if one.last else None,
                "reason": one.reason,
                "declared_on": str(one.declared_on) if one.declared_on else None,
                "proof": one.document is not None,
            }
            for one in kept
        ]
    }
    lines = [f"{one.first}—{one.last or '（未复工）'}　{one.reason}" for one in kept]
    return Answer(facts, lines or ["没有申报过停工。"])


def nil_month(options: Namespace) -> Answer:
    """Declare a month without work, withdraw it, or list them."""
    with opened(options) as office:
        site = project(office, options)
        if options.month and options.withdraw:
            office.review.withdraw_nil(site.id, options.month)
        elif options.month and options.reason:
            office.review.declare_nil(site.id, options.month, options.reason)
        kept = office.review.nil_months(site.id)
    lines = [_nil_line(one) for one in kept] or ["没有申报过无用工月份。"]
    facts = {
        "nil_months": [
            {"month": str(one.month), "reason": one.reason, "by": one.by_name} for one in kept
        ]
    }
    return Answer(facts, lines)


def _nil_line(one: NilMonth) -> str:
    return f"{one.month}　{one.reason}（{one.by_name}）"


def add(area: Areas) -> None:
    """Add the words of this part of attendance."""
    clock = command(area, "drift", drift, "闸机时钟：登记对时、查看偏差")
    month(clock, required=False)
    clock.add_argument("--device", metavar="NAME", help="闸机")
    clock.add_argument("--shown", type=moment, metavar="时间", help="闸机上显示的时间")
    clock.add_argument("--true", type=moment, metavar="时间", help="当时的准确时间，不写为现在")
    stop = command(area, "stoppage", stoppage, "停工：申报、复工、撤回、查看")
    stop.add_argument("--first", type=values.day, metavar="YYYY-MM-DD", help="停工第一天")
    stop.add_argument("--last", type=values.day, metavar="YYYY-MM-DD", help="停工最后一天")
    stop.add_argument("--reason", type=values.named, help="原因")
    stop.add_argument("--declared", type=values.day, metavar="YYYY-MM-DD", help="申报日期")
    stop.add_argument("--proof", type=Path, metavar="FILE", help="申报材料")
    stop.add_argument("--remove", type=values.day, metavar="YYYY-MM-DD", help="撤回这天开始的停工")
    nil = command(area, "nil-month", nil_month, "无用工月份：申报、撤回、查看")
    month(nil, required=False)
    nil.add_argument("--reason", type=values.named, help="原因")
    nil.add_argument("--withdraw", action="store_true", help="撤回")
