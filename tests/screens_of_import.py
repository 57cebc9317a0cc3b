"""`python -m tests.screens_of_import`: the steps by which a gate's file comes in.

In light, dark and at 150 %, into docs/screens.
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests import screens
from tests.plugins import samples_of_lists
from ui import application
from ui.context import PageContext
from ui.desk import Desk
from ui.tasks import Tasks
from ui.window import MainWindow
from ui.wizards.import_attendance import ImportAttendance

HEAD = samples_of_lists.HIK.split(",Custom")[0]


def _files(folder: Path, names: dict[str, str]) -> dict[str, Path]:
    """Write the files: device numbers nobody knows, called by names of the roster, and more."""
    numbered = [(f"9{place:03d}", name) for place, name in enumerate(names.values())]
    rows = "".join(
        f"'{number},{name},钢筋班,2026-09-{day:02d} 07:5{place % 10}:00,,东门_Entrance1\n"
        for place, (number, name) in enumerate(numbered)
        for day in range(1, 15)
    )
    known = "".join(
        f"'{number},{name},钢筋班,2026-11-03 07:40:00,,东门_Entrance1\n"
        for number, name in names.items()
    )
    days = ",".join(str(day) for day in range(1, 32))
    marks = "".join(
        f"{name},√,√,△,×,√,0.75,?{',' * 25}\n" for name in [*names.values(), "外来人员"]
    )
    contents = {
        "report": f"{HEAD}\n{rows}{known}'8888,过路人,,2026-09-01 08:00:00,,西门\n'9,,,坏行,,\n",
        "dates": f"{HEAD}\n'1,甲,,09/04/2026 08:00,,东门\n'1,甲,,09/05/2026 17:00,,东门\n",
        "columns": "门禁导出;;;\n谁;何时;哪边;体温\n"
        "31;2026/9/3 7:58:01;A;36.5\n31;2026/9/3 18:02;B;36.6\n",
        "grid": f"2026年11月考勤表{',' * 31}\n姓名,{days}\n{marks}",
        "month": f"考勤表{',' * 31}\n姓名,{days}\n{marks}",
        "refused": "这不是考勤文件\n只有几行字\n",
    }
    paths = {}
    for name, content in contents.items():
        paths[name] = folder / f"{name}.csv"
        paths[name].write_text(content, "utf-8")
    return paths


def shoot(context: PageContext, window: QWidget, folder: Path, look: str) -> None:
    """Open the import once for each file and take its picture."""
    office, project, tasks = context.office, context.project, context.desk._tasks
    spans = office.attendance.number_history(project)[:6]
    paths = _files(folder, {one.number: one.name for one in spans})
    for name, path in {"choose": None, **paths}.items():
        wizard = ImportAttendance(context, window)
        wizard.open()
        screens._settle(tasks)
        if path is not None:
            wizard.read(path)
            screens._settle(tasks)
        if name == "columns":
            wizard.by_hand.click()
            screens._settle(tasks)
        screens._save(wizard, f"import-attendance-{name}-{look}")
        wizard.reject()
        screens._settle(tasks)


def main() -> int:
    """Take all pictures, in every look."""
    screens.OUT.mkdir(parents=True, exist_ok=True)
    qt = application.make(sys.argv[:1], screens.LOOKS["light"])
    with tempfile.TemporaryDirectory(prefix="anxin-screens-") as name:
        place = screens._sample(Path(name) / "sample")
        for look, appearance in screens.LOOKS.items():
            application.dress(qt, appearance)
            office, tasks = screens._opened(place), Tasks()
            context = PageContext(Desk(office, tasks), None, screens.MONTH)
            window = MainWindow(context)
            window.resize(*screens.SIZE)
            window.show()
            context.choose_project(office.projects.named(None).id)
            context.go("attendance")
            screens._settle(tasks)
            shoot(context, window, Path(name), look)
            window.close()
            tasks.close()
            office.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
