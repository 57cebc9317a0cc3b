"""Two sites on real books with invented workers and punches that go in by their codes."""

from dataclasses import dataclass, field
from datetime import date

from desktop.domain.attendance import AttendanceRule
from desktop.domain.company import Company, CompanyRole, Member
from desktop.domain.contract import ContractKind, ContractTerm, LabourContract
from desktop.domain.ids import CompanyId, ContractId, ImportId, ProjectId, TeamId, WorkerId, new_id
from desktop.domain.imports import ImportKind, ImportRecord
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.project import PayDay, Project, Team
from desktop.domain.worker import DeviceNumber, Employment, PayKind, PayTerm, Worker
from desktop.services.attendance import Attendance
from desktop.services.review import Review
from printing.paper import PdfPaper
from tests.books_fixture import make_books
from tests.unit.here_files import HereFiles
from tests.unit.intake_office import at, id_number, read_here

MARCH = WageMonth(2026, 3)
CODES = {"in": 0, "out": 1, "?": 255}


@dataclass
class Site:
    """Books with one project, two teams, and services over them."""

    write: object
    read: object
    clock: object
    seat: object
    folder: object
    review: Review
    attendance: Attendance
    project: ProjectId
    company: CompanyId
    teams: dict = field(default_factory=dict)
    count: int = 0

    def change_rule(self, **changes):
        rule = AttendanceRule(**changes)
        self.attendance.set_rule(self.project, rule)

    def other_project(self, name):
        with self.write() as books:
            first = books.projects.get(self.project)
            other = Project(ProjectId(new_id()), name, members=first.members)
            books.projects.put(other)
            team = Team(TeamId(new_id()), other.id, self.company, "临时班")
            books.projects.put_team(team)
            books.commit()
        return other.id, team.id

    def worker(self, name, number, *, team="木工班", entry=date(2026, 1, 5), exit=None, jobs=()):  # noqa: A002
        self.count += 1
        job = Employment(
            self.project, self.teams[team], "木工", entry, exit,
            pay_terms=(PayTerm(PayKind.DAY, Money(26000), entry),),
            device_numbers=(DeviceNumber(number),),
        )  # fmt: skip
        identity = id_number(f"6201021990010{self.count}00{self.count}")
        worker = Worker(WorkerId(new_id()), name, identity, employments=(job, *jobs))
        with self.write() as books:
            books.workers.put(worker)
            books.commit()
        return worker.id

    def punch(self, number, *punches, gate="东门", project=None):
        """Store punches such as "2026-03-02 07:30:00 in"."""
        rows = []
        for punch in punches:
            when, _, way = punch.rpartition(" ")
            rows.append((number, at(when), CODES[way], 1))
        where = project or self.project
        with self.write() as books:
            record = books.imports.add(
                ImportRecord(
                    ImportId(new_id()),
                    0,
                    where,
                    ImportKind.ATTENDANCE,
                    "x.dat",
                    "0" * 64,
                    gate,
                    self.seat.person,
                    self.clock.now(),
                    len(rows),
                    len(rows),
                )
            )
            device = books.attendance.device(where, gate)
            books.attendance.add_punches(device, rows, record.number)
            books.commit()

    def day(self, number, day, first="07:30:00", last="18:00:00", **more):
        self.punch(number, f"2026-03-{day:02d} {first} in", f"2026-03-{day:02d} {last} out", **more)

    def found(self, month=MARCH):
        """What is exceptional, as (code, level, name, day)."""
        return [
            (one.finding.code, one.finding.level, one.finding.subject, one.day)
            for one in self.review.exceptions(self.project, month).items
        ]


def make_review(tmp_path):
    """Open fresh books with a project of two teams."""
    write, read, clock, seat = make_books(tmp_path)
    company = Company(CompanyId(new_id()), "兰州示例建筑劳务有限公司")
    project = Project(
        ProjectId(new_id()), "示例花园", area="620102",
        members=(Member(company, CompanyRole.SUBCONTRACTOR),),
    )  # fmt: skip
    teams = {
        name: Team(TeamId(new_id()), project.id, company.id, name) for name in ("木工班", "瓦工班")
    }
    with write() as books:
        books.projects.put(project)
        for team in teams.values():
            books.projects.put_team(team)
        books.commit()
    shared = {"books": write, "reads": read, "clock": clock, "seat": seat}
    copies = []
    review = Review(**shared, safe_copy=copies.append, read_sheets=read_here, paper=PdfPaper())
    attendance = Attendance(**shared, safe_copy=copies.append, files=HereFiles())
    ids = {name: team.id for name, team in teams.items()}
    return Site(write, read, clock, seat, tmp_path, review, attendance, project.id, company.id, ids)


def enter_holidays(site):
    """Let 2026's holiday notice be entered."""
    with site.write() as books:
        books.calendar.set_final(2026, final=True)
        books.commit()


def contract(site, worker, begin=date(2026, 1, 1)):
    """Sign a labour contract with a worker."""
    with site.write() as books:
        books.contracts.put(
            LabourContract(
                ContractId(new_id()), site.project, worker, site.company, ContractKind.LABOUR,
                ContractTerm.TASK, "H1", begin, None, PayKind.DAY, Money(26000), PayDay(25),
                signed=begin,
            )
        )  # fmt: skip
        books.commit()


def hired(site, name="甲", number="101", **more):
    """Add a worker who has a contract."""
    worker = site.worker(name, number, **more)
    contract(site, worker)
    return worker
