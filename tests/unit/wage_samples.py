"""Invented workers, months and rules for the wage tests."""

from datetime import UTC, date, datetime
from decimal import Decimal

from desktop.domain.attendance import ApprovedHours, HandMark, HoursKind, MonthAttendance, mark_day
from desktop.domain.ids import LineId, PersonId, ProjectId, TeamId, WorkerId, new_id
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.notice import MinimumWage
from desktop.domain.payroll import Adjustment, ItemKind
from desktop.domain.wages import LineFacts
from desktop.domain.worker import Card, Employment, PayKind, PayTerm, Worker

MARCH = WageMonth(2021, 3)
PROJECT, TEAM, PERSON = ProjectId(new_id()), TeamId(new_id()), PersonId(new_id())
AT = datetime(2021, 4, 1, 2, 0, tzinfo=UTC)
MINIMUM = MinimumWage(
    "620103", Money.of_yuan("1620"), Money.of_yuan("17"), "（示例文号）", date(2020, 1, 1)
)


def yuan(text):
    return Money.of_yuan(text)


def day(number):
    return date(2021, 3, number)


def term(kind, rate, since=date(2020, 5, 11)):
    return PayTerm(PayKind(kind), yuan(rate), since)


def worker(*terms, name="赵守田", card="6222024144061256386"):
    return Worker(
        id=WorkerId(new_id()),
        name=name,
        id_number="65312119691103549X",
        cards=(Card(card, "中国建设银行兰州分行", "105821000018"),) if card else (),
        employments=(Employment(PROJECT, TEAM, "钢筋工", date(2020, 5, 11), None, terms),),
    )


def approved(who, number, kind, minutes):
    return ApprovedHours(who.id, day(number), HoursKind(kind), minutes, PERSON, "何秉正", AT)


def attendance(who, days, hours=(), by_hand=None):
    """Build a month: {day of March: work-days}, approved hours, {day: ordinary hours by hand}."""
    marks = {}
    for number, share in days.items():
        set_hours = None if by_hand is None else by_hand.get(number)
        hand = HandMark(
            who.id, day(number), Decimal(share), set_hours, "纸质考勤", PERSON, "何秉正", AT
        )
        extra = [entry for entry in hours if entry.day == day(number)]
        marks[day(number)] = mark_day(day(number), None, hand, extra)
    return MonthAttendance(who.id, marks)


def adjustment(who, kind, amount, reason="本人要求"):
    return Adjustment(PROJECT, who.id, MARCH, ItemKind(kind), yuan(amount), reason, PERSON, AT)


def facts(who, month_attendance=None, adjustments=()):
    return LineFacts(
        id=LineId(new_id()),
        seq=1,
        project=PROJECT,
        month=MARCH,
        worker=who,
        team_name="钢筋班",
        attendance=month_attendance,
        adjustments=adjustments,
    )
