"""A small office on real encrypted books: two subcontractors, four workers, March 2021."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desktop.domain.attendance import ApprovedHours, HandMark, HoursKind
from desktop.domain.company import Company, CompanyRole, Member
from desktop.domain.ids import CompanyId, ProjectId, TeamId, WorkerId, new_id
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.notice import MinimumWage
from desktop.domain.project import (
    Contact,
    ContactKind,
    PayDay,
    Project,
    SpecialAccount,
    Team,
)
from desktop.domain.worker import Card, Employment, PayKind, PayTerm, Worker
from desktop.services.payroll import Payroll
from desktop.services.signing import Signing
from tests.books_fixture import make_books

MARCH = WageMonth(2021, 3)
AREA = "620103"
PDF = b"%PDF-1.7\nscan of the signed sheet"
PNG = b"\x89PNG\r\n\x1a\n" + b"strokes"
CONTACTS = (
    (ContactKind.LABOUR_OFFICER, Contact("何秉正", "13900000000", "项目部一楼", "08:30-18:00")),
    (ContactKind.PROJECT_MANAGER, Contact("罗守成", "13900000001")),
    (ContactKind.SECTOR_AUTHORITY, Contact("（示例）住房和城乡建设局", "0931-8000001")),
    (ContactKind.LABOUR_INSPECTORATE, Contact("（示例）劳动保障监察大队", "0931-8000002")),
    (ContactKind.ARBITRATION, Contact("（示例）仲裁院", "0931-8000003", "（示例地址）三号")),
    (ContactKind.LEGAL_AID, Contact("（示例）法律援助中心", "", "（示例地址）四号")),
    (ContactKind.PUBLIC_LEGAL_SERVICE, Contact("", "12348")),
)
MINIMUM = MinimumWage(
    AREA, Money.of_yuan(1620), Money.of_yuan(17), "（示例文号）", date(2020, 1, 1)
)


def _member(name, role):
    return Member(Company(CompanyId(new_id()), name), role)


def make_project():
    return Project(
        id=ProjectId(new_id()),
        name="兰州示例安置房一期",
        area=AREA,
        address="（示例地址）",
        department="示例项目部",
        members=(
            _member("示例城市发展投资有限公司", CompanyRole.OWNER),
            _member("甘肃示例建设集团有限公司", CompanyRole.GENERAL_CONTRACTOR),
            _member("甲示例劳务有限公司", CompanyRole.SUBCONTRACTOR),
            _member("乙示例劳务有限公司", CompanyRole.SUBCONTRACTOR),
        ),
        account=SpecialAccount("专用账户", "62001360001050123456", "中国建设银行兰州分行"),
        pay_day=PayDay(10, next_month=True),
        contacts=CONTACTS,
        complaint_address="https://example.invalid/clue?project=1",
    )


def make_worker(project, team, name, number, rate="260", kind="day"):
    terms = (PayTerm(PayKind(kind), Money.of_yuan(rate), date(2020, 5, 11)),) if rate else ()
    return Worker(
        id=WorkerId(new_id()),
        name=name,
        id_number=number,
        cards=(Card("6222024144061256386", "中国建设银行", "105821000018"),),
        employments=(Employment(project.id, team.id, "钢筋工", date(2020, 5, 11), None, terms),),
    )


@dataclass
class Office:
    """The services under test with their books; the copies asked for are counted."""

    folder: object
    copies: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.books, self.reads, self.clock, self.seat = make_books(self.folder)
        self.project = make_project()
        subs = self.project.subcontractors()
        self.teams = [
            Team(TeamId(new_id()), self.project.id, subs[0].company.id, "钢筋班"),
            Team(TeamId(new_id()), self.project.id, subs[1].company.id, "木工班"),
        ]
        steel, wood = self.teams
        self.workers = [
            make_worker(self.project, steel, "赵守田", "65312119691103549X"),
            make_worker(self.project, steel, "马占海", "54010219760126987X", "31.25", "hour"),
            make_worker(self.project, steel, "白歇工", "540102198302043410"),
            make_worker(self.project, wood, "卓木匠", "110101199003070011", "300"),
        ]
        with self.books() as books:
            self.project = books.projects.put(self.project)
            for team in self.teams:
                books.projects.put_team(team)
            self.workers = [books.workers.put(worker) for worker in self.workers]
            books.calendar.put_minimum_wage(MINIMUM)
            books.calendar.set_final(2021, final=True)
            books.commit()
        shared = {"books": self.books, "reads": self.reads, "clock": self.clock, "seat": self.seat}
        self.payroll = Payroll(**shared, safe_copy=self.copies.append)
        self.signing = Signing(**shared)
        for index, days in ((0, 10), (1, 2), (3, 3)):
            for number in range(1, days + 1):
                self.mark(index, number)

    def mark(self, index, number, work_days="1"):
        """Set one March day of a worker by hand."""
        mark = HandMark(
            worker=self.workers[index].id,
            day=date(2021, 3, number),
            work_days=Decimal(work_days),
            hours=None,
            reason="纸质考勤",
            by=self.seat.person,
            by_name=self.seat.name,
            at=self.clock.now(),
        )
        with self.books() as books:
            books.attendance.put_hand_mark(self.project.id, mark)
            books.commit()

    def approve(self, index, number, kind, minutes):
        """Approve extra hours of one March day."""
        hours = ApprovedHours(
            self.workers[index].id,
            date(2021, 3, number),
            HoursKind(kind),
            minutes,
            self.seat.person,
            self.seat.name,
            self.clock.now(),
        )
        with self.books() as books:
            books.attendance.put_approved(self.project.id, hours)
            books.commit()

    def prepare(self):
        return self.payroll.prepare(self.project.id, MARCH).value

    def month(self):
        return self.payroll.month(self.project.id, MARCH)

    def sheets(self):
        return [view.sheet for view in self.month().sheets]

    def scan(self, content=PDF):
        path = self.folder / "scan.pdf"
        path.write_bytes(content)
        return path

    def sign_all(self):
        return self.signing.sign_on_paper(self.project.id, MARCH, self.scan()).value

    def lock_all(self):
        return self.payroll.audit_and_lock(self.project.id, MARCH).value

    def actions(self):
        with self.reads() as books:
            return [entry.action for entry in reversed(books.journal.entries())]
