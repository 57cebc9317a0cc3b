"""Pictures of the steps by which a gate's file comes in, from the samples of the formats."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.plugins import samples_of_lists
from ui.context import PageContext
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


def shoot(
    context: PageContext,
    window: QWidget,
    folder: Path,
    settle: Callable[[], None],
    save: Callable[[QWidget, str], None],
) -> None:
    """Open the import once for each file and take its picture."""
    office, project = context.office, context.project
    spans = office.attendance.number_history(project)[:6]
    paths = _files(folder, {one.number: one.name for one in spans})
    for name, path in {"choose": None, **paths}.items():
        wizard = ImportAttendance(context, window)
        wizard.open()
        settle()
        if path is not None:
            wizard.read(path)
            settle()
        if name == "columns":
            wizard.by_hand.click()
            settle()
        save(wizard, name)
        wizard.reject()
        settle()
