"""`python -m tests.screens_of_roster`: the steps by which a roster comes in.

Three rows, 300 rows with bad ones, and a table whose columns nobody knows; in light, dark and at
150 %, into docs/screens.
"""

import sys
import tempfile
from pathlib import Path

from tests import screens
from tests.unit.intake_office import TITLES, card_number, id_number, person, write_roster
from ui import application
from ui.desk import Desk
from ui.tasks import Tasks
from ui.wizards.import_roster import ImportRoster

BAD = (
    ("身份证号码", "6.53121E+17"),
    ("身份证号码", "620102199002300014"),
    ("手机号码", "1390000"),
    ("计薪方式", "包月"),
    ("计薪方式", "包月"),
    ("单价(元)", "面议"),
    ("姓名", ""),
    ("进场日期", "去年春天"),
    ("工资卡号", "存折"),
)
TEAMS = ("钢筋班", "木工班", "混凝土班")
ON_SCREEN = (1342, 706)
"""What a screen of 1366×768 leaves for a dialog at 150 %."""


def _row(n, **changes):
    number = f"620102{1972 + n // 28}{n % 12 + 1:02d}{n % 28 + 1:02d}{n * 2 % 499:03d}"
    row = {"姓名": f"张{chr(0x4E00 + n * 7)}", "身份证号码": id_number(number), "工种": "钢筋工"}
    row |= {"班组": TEAMS[n % 3], "工资卡号": card_number(70_000 + n), "考勤号": str(7_000 + n)}
    return person(n) | row | changes


def _rows(count, bad, site):
    rows = [_row(n) | site for n in range(count)]
    for n in range(bad):
        title, text = BAD[n % len(BAD)]
        rows[4 + n * 13][title] = text
    return [{key: str(value) for key, value in row.items()} for row in rows]


def _files(folder, site):
    strange = [title for title in TITLES if not title.startswith(("计薪", "单价"))] + ["点数"]
    return {
        "3": write_roster(folder / "三人.xlsx", _rows(3, 0, site)),
        "300": write_roster(folder / "花名册.xlsx", _rows(300, 20, site)),
        "columns": write_roster(
            folder / "劳务公司.xlsx", [row | {"点数": "260"} for row in _rows(3, 0, site)], strange
        ),
    }


def main():
    """Make all pictures."""
    screens.OUT.mkdir(parents=True, exist_ok=True)
    qt = application.make(sys.argv[:1], screens.LOOKS["light"])
    with tempfile.TemporaryDirectory(prefix="anxin-screens-") as name:
        folder = Path(name)
        office, tasks = screens._opened(screens._sample(folder / "sample")), Tasks()
        project = office.projects.named(None)
        company = next(m.company for m in project.members if m.role.value == "subcontractor")
        site = {"单位名称": company.name, "统一社会信用代码": company.credit_code}
        for look, appearance in screens.LOOKS.items():
            application.dress(qt, appearance)
            for step, path in _files(folder, site).items():
                dialog = ImportRoster(None, Desk(office, tasks), project.id)
                if look == "150":
                    dialog.resize(*ON_SCREEN)
                dialog.show()
                dialog.read(path)
                screens._settle(tasks)
                screens._save(dialog, f"import-roster-{step}-{look}")
                dialog.close()
                dialog.deleteLater()
        tasks.close()
        office.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
