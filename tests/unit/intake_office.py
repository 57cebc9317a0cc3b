"""A site on real books, and rosters and device files of invented people."""

from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from desktop.domain.attendance import instant
from desktop.kit import sheets
from desktop.kit.workbooks import Workbooks
from desktop.services.attendance import Attendance
from desktop.services.projects import Projects
from desktop.services.roster import Roster
from tests.books_fixture import make_books
from tests.unit.here_files import HereFiles

SITE = Path(__file__).parents[1] / "site"
COMPANY, CODE = "兰州示例建筑劳务有限公司", "91620100MA74000116"
TITLES = (
    "姓名*", "身份证号码*", "单位名称*", "统一社会信用代码*", "班组*", "工种*", "手机号码*",
    "进场日期*", "离场日期", "出生日期", "性别", "开户行", "工资卡号*", "联行号", "考勤号*",
    "计薪方式*", "单价(元)*",
)  # fmt: skip


def id_number(seventeen):
    """Append the check digit by the recursion of ISO 7064 MOD 11-2, not by the weights."""
    product = 0
    for digit in seventeen:
        product = (product + int(digit)) * 2 % 11
    return seventeen + "0123456789X"[(12 - product) % 11]


def card_number(n):
    """Return a card number whose digits, doubled by the table 0516273849…, sum to a ten."""
    body = f"62220200{n:010d}"
    total = sum(
        (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)[int(d)] if place % 2 == 0 else int(d)
        for place, d in enumerate(reversed(body))
    )
    return body + str(-total % 10)


def person(n, **changes):
    """Return a good row for the n-th invented man, with changes by title (without star)."""
    row = {
        "姓名": "工人" + "甲乙丙丁戊己庚辛壬癸"[n % 10] * (1 + n // 10),
        "身份证号码": id_number(f"6201021990{1 + n % 12:02d}{1 + n % 28:02d}{2 * n + 1:03d}"),
        "单位名称": COMPANY,
        "统一社会信用代码": CODE,
        "班组": "钢筋班",
        "工种": "钢筋工",
        "手机号码": f"139{n:08d}",
        "进场日期": "2026-01-05",
        "开户行": "中国建设银行兰州分行",
        "工资卡号": card_number(n),
        "联行号": "105821000018",
        "考勤号": str(100 + n),
        "计薪方式": "计日",
        "单价(元)": 260.0,
    }
    return row | changes


def write_roster(path, rows, titles=TITLES):
    """Write a roster as people do: an instruction row, the header, text cells."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("人员信息")
        sheet.write_string(0, 0, "说明：标 * 的列必填。")
        for column, title in enumerate(titles):
            sheet.write_string(1, column, title)
            for number, row in enumerate(rows, 2):
                sheet.write(number, column, row.get(title.rstrip("*"), ""))
    return path


def write_roster_as_text(path, rows):
    """Write a roster whose cells all are text, as they should be."""
    return write_roster(path, [{k: str(v) for k, v in row.items()} for row in rows])


def read_here(path):
    """Read sheets in this process: a child for each of a hundred files would only take time."""
    found = []
    for part in sheets.work(path):
        if isinstance(part, str):
            found.append(sheets.Sheet(part, []))
        else:
            found[-1].rows.append([sheets._cell(cell) for cell in part])
    return found


def attlog(*punches):
    """Return a device file of (number, wall time) pairs."""
    lines = [f"{number:>9}\t{when}\t1\t0\t1\t0\r\n" for number, when in punches]
    return "".join(lines).encode()


def at(when):
    """Return the epoch second of Beijing wall time."""
    return instant(when)


@dataclass
class Intake:
    """The three services over one fresh encrypted file, with the site taken in."""

    folder: Path
    write: object
    read: object
    clock: object
    seat: object
    projects: Projects
    roster: Roster
    attendance: Attendance
    copies: list
    project: object = None

    def take_site(self):
        content = (SITE / "site.json").read_bytes()
        self.project = self.projects.accept_site(self.projects.read_site(content)).value
        return self.project

    def propose(self, *rows):
        return self.roster.read(write_roster(self.folder / "名册.xlsx", rows), self.project)

    def take_roster(self, *rows):
        proposal = self.propose(*rows)
        return self.roster.accept(proposal).value

    def punch_file(self, *punches, name="1_attlog.dat"):
        path = self.folder / name
        path.write_bytes(attlog(*punches))
        return self.attendance.read(path)

    def take_punches(self, *punches):
        return self.attendance.accept(self.punch_file(*punches), self.project).value

    def worker(self, name):
        lines = self.roster.lines(self.project)
        (line,) = [line for line in lines if line.name == name]
        return self.roster.worker(line.worker)

    def row(self, month, name):
        rows = self.attendance.month(self.project, month).rows
        return next(row for row in rows if row.name == name)


def _write_table(path, table):
    path.write_bytes(Workbooks().workbook(table))


def make_intake(tmp_path):
    """Open fresh books with the services that take things in."""
    write, read, clock, seat = make_books(tmp_path)
    copies = []
    shared = {
        "books": write,
        "reads": read,
        "clock": clock,
        "seat": seat,
        "safe_copy": copies.append,
    }
    return Intake(
        tmp_path, write, read, clock, seat,
        Projects(**shared),
        Roster(**shared, read_sheets=read_here, write_table=_write_table),
        Attendance(**shared, files=HereFiles()),
        copies,
    )  # fmt: skip
