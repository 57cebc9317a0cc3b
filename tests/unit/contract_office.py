"""A site with one employer and a few invented workers, and the contracts service over it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from desktop.domain.attendance import instant
from desktop.domain.company import Company, CompanyRole, Member
from desktop.domain.ids import CompanyId, ProjectId, TeamId, WorkerId, new_id
from desktop.domain.money import Money
from desktop.domain.project import PayDay, Project, Team
from desktop.domain.worker import Capture, DeviceNumber, Employment, PayKind, PayTerm, Worker
from desktop.services.contracts import Contracts, ContractTerms
from printing.contract_press import PdfContracts
from tests.books_fixture import make_books

TODAY = date(2026, 4, 1)
"""The fake clock's day."""
NAMES = ("王𬱖", "张䶮", "阿卜杜热合曼·麦麦提图尔荪江", "李㛃")
ENTRIES = (date(2025, 12, 20), date(2026, 1, 5), date(2026, 1, 6), date(2026, 3, 2))


@dataclass
class ContractOffice:
    """The service and what stands on its books."""

    folder: Path
    books: object
    reads: object
    clock: object
    contracts: Contracts
    project: ProjectId
    team: TeamId
    company: Company
    workers: dict

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def change(self, name, **facts):
        """Change a worker on the books."""
        with self.books() as books:
            worker = replace(books.workers.get(self.workers[name]), **facts)
            books.workers.put(worker)
            books.commit()

    def leave(self, name, day):
        """Let a worker leave."""
        with self.books() as books:
            worker = books.workers.get(self.workers[name])
            job = replace(worker.employments[0], exit=day)
            books.workers.put(replace(worker, employments=(job,)))
            books.commit()

    def punch(self, name, *days):
        """Let a worker come at seven and go at six, Beijing time."""
        number = str(100 + NAMES.index(name))
        rows = [
            (number, instant(f"{day} {clock}"), 0, 1)
            for day in days
            for clock in ("07:00:00", "18:00:00")
        ]
        with self.books() as books:
            books.attendance.add_punches(books.attendance.device(self.project, "门"), rows, 1)
            books.commit()

    def fill(self, *names, **terms):
        """Make out contracts for the named, or for everyone; returns them by name."""
        wanted = [self.workers[name] for name in names] if names else None
        proposal = self.contracts.propose(self.project, ContractTerms(**terms), wanted)
        written = self.contracts.fill(proposal).value
        by_worker = {worker: name for name, worker in self.workers.items()}
        return {by_worker[one.worker]: one for one in written}

    def line(self, name, day=None):
        lines = self.contracts.lines(self.project, day)
        return next(line for line in lines if line.name == name)

    def journal(self, action):
        with self.reads() as books:
            return [one for one in books.journal.entries(500) if one.action == action]

    def print(self, *contracts):
        return self.contracts.draw(self.contracts.papers([one.id for one in contracts]))


def worker_of(n, project, team):
    """Return the n-th man: 260.00 a day, known by the reader since the day before he came."""
    term = PayTerm(PayKind.DAY, Money(26000), ENTRIES[n])
    job = Employment(
        project, team, "钢筋工", ENTRIES[n], None, (term,), (DeviceNumber(str(100 + n)),)
    )
    captured = datetime(2025, 12, 1, tzinfo=UTC)
    return Worker(
        id=WorkerId(new_id()),
        name=NAMES[n],
        id_number=f"62010219900101{n:04d}",
        phone=f"1390000000{n}",
        sex="男",
        address="甘肃省兰州市七里河区示例街道1号",
        captured=Capture.READER,
        captured_at=captured,
        employments=(job,),
    )


def make_contract_office(tmp_path):
    """Open fresh books with a site and four workers."""
    write, read, clock, seat = make_books(tmp_path)
    contracts = Contracts(books=write, reads=read, clock=clock, seat=seat, press=PdfContracts())
    project = ProjectId(new_id())
    company = Company(
        CompanyId(new_id()), "兰州示例建筑劳务有限公司", "91620100MA74000116",
        legal_person="魏建业", phone="0931-8000010", address="兰州市（示例地址）一号",
    )  # fmt: skip
    team = Team(TeamId(new_id()), project, company.id, "钢筋班", "钢筋工")
    people = [worker_of(n, project, team.id) for n in range(len(NAMES))]
    with write() as books:
        site = Project(
            project,
            "兰州示例安置房一期",
            address="兰州市七里河区（示例地址）",
            finish=date(2027, 6, 30),
            members=(Member(company, CompanyRole.SUBCONTRACTOR),),
            pay_day=PayDay(15),
        )
        books.projects.put(site)
        books.projects.put_team(team)
        for one in people:
            books.workers.put(one)
        books.commit()
    ids = {one.name: one.id for one in people}
    return ContractOffice(
        tmp_path, write, read, clock, contracts, project, team.id, company, ids
    )  # fmt: skip
