"""An office of many workers and the file of its gate, both invented, the same on every run."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from desktop import wiring
from desktop.domain.ids import ProjectId, TeamId, WorkerId, new_id
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.project import Team
from desktop.domain.worker import Card, DeviceNumber, Employment, PayKind, PayTerm, Worker
from desktop.rehearsal.sample import make_site

PASSPHRASE = "bench-passphrase"
PERSON = "何秉正"
MONTH = WageMonth(2026, 9)
FIRST_NUMBER = 1001
TEAMS = 40
PUNCHES_A_DAY = (7 * 3600, 12 * 3600, 13 * 3600, 18 * 3600)
_NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_GIVEN = "守田占海国强建军德福有才保国海峰秀兰桂英春梅志明永福长顺"


@dataclass(frozen=True, slots=True)
class BigOffice:
    """Where it lies and how it opens."""

    folder: str
    key: bytes
    project: ProjectId


def make(folder, workers):
    """Make an office with one project and so many workers in it."""
    key = wiring.create_office(folder, PASSPHRASE, person=PERSON, server=None, keyring=False).key
    office = wiring.open_office(folder, key)
    try:
        office.projects.accept_site(office.projects.read_site(make_site().site))
        project = office.projects.named(None)
        company = project.subcontractors()[0].company.id
        teams = [
            Team(TeamId(new_id()), project.id, company, f"第{place + 1}班组")
            for place in range(TEAMS)
        ]
        for team in teams:
            office.projects.put_team(team)
        with office.roster._books() as books:
            books.workers.put_all(
                [worker(place, project.id, teams[place % TEAMS].id) for place in range(workers)]
            )
            books.commit()
    finally:
        office.close()
    return BigOffice(str(folder), key, project.id)


def worker(place, project, team):
    """Invent one worker; his number on the gate follows from his place."""
    name = _NAMES[place % 16] + _GIVEN[place // 16 % 28] + _GIVEN[place // 448 % 28]
    entry = date(2026, 1, 5)
    return Worker(
        WorkerId(new_id()),
        name,
        f"620103{1960 + place % 40}0{place % 9 + 1}1{place // 1000 % 10}{place % 1000:03d}X",
        phone=f"139{place:08d}",
        initials="abc",
        cards=(Card(f"622202{place:013d}", "中国建设银行兰州分行", "105821000018"),),
        employments=(
            Employment(
                project,
                team,
                "钢筋工",
                entry,
                pay_terms=(PayTerm(PayKind.DAY, Money.of_yuan(260 + place % 9 * 20), entry),),
                device_numbers=(DeviceNumber(str(FIRST_NUMBER + place)),),
            ),
        ),
    )


def gate_file(path, punches, workers, seed=7):
    """Write a gate's export of exactly so many punches, in the order in which they happened."""
    random = Random(seed)
    lines = []
    day = datetime(2026, 9, 1)  # noqa: DTZ001 - device wall time
    while len(lines) < punches:
        stamps = sorted(
            (second + random.randrange(-1500, 1500), place)
            for place in range(workers)
            for second in PUNCHES_A_DAY
        )
        lines += [
            f"{FIRST_NUMBER + place:>9}\t{day + timedelta(seconds=second)}\t1\t255\t1\t0\r\n"
            for second, place in stamps
        ]
        day += timedelta(days=1)
    path.write_bytes("".join(lines[:punches]).encode())
    return path
