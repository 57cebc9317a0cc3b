"""The rules of the house that no linter knows."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.house.sources import (
    ROOMS,
    ROOT,
    calls,
    enclosing_class,
    files,
    last_name,
    modules,
    parse,
    where,
)

MOST_LINES = 400
HEX_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})\b")
TAKES_TIME = {
    ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"),
    ("time", "time"), ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime"),
    ("QDate", "currentDate"), ("QDateTime", "currentDateTime"),
    ("QDateTime", "currentDateTimeUtc"), ("QTime", "currentTime"),
}  # fmt: skip
MACHINE_PATH = re.compile(r"(?<![\w.$}])/(?:work|tmp|root|home/[a-z]\w*)/")


def _theme(path):
    return path == (ROOT / "ui" / "theme.py") or (ROOT / "ui" / "theme") in path.parents


def test_modules_stay_readable():
    long = {
        str(path.relative_to(ROOT)): count
        for path in modules(*ROOMS, "tests")
        if (count := len(path.read_text("utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


def test_colours_come_from_the_theme():
    faults = [
        where(path, node)
        for path in modules("ui", "desktop")
        if not _theme(path)
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and HEX_COLOUR.search(node.value)
    ]
    assert faults == []


def test_style_sheets_are_set_by_the_theme():
    faults = [
        where(path, call)
        for path in modules("ui", "desktop")
        if not _theme(path)
        for call in calls(path)
        if last_name(call.func) == "setStyleSheet"
    ]
    assert faults == []


def test_time_comes_from_the_clock():
    """Only a class whose name ends in Clock may ask the machine for the time of day."""
    faults = [
        where(path, call)
        for path in modules()
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and (last_name(call.func.value), call.func.attr) in TAKES_TIME
        and not enclosing_class(call).endswith("Clock")
    ]
    assert faults == []


def test_layouts_are_python_and_resources_are_files():
    assert [path for path in files() if path.suffix in {".ui", ".qrc"}] == []


def test_nothing_names_a_machine():
    """A path of one machine works on no other."""
    faults = []
    for path in files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        faults += [
            f"{path.relative_to(ROOT)}:{number}"
            for number, line in enumerate(text.splitlines(), 1)
            if MACHINE_PATH.search(line) and "MACHINE_PATH" not in line
        ]
    assert faults == []


def _normal(name):
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", name)[0]).lower()


def _imported(path):
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_every_library_used_is_declared():
    """What comes along with another package today is gone with its next version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    run = {_normal(name) for name in project["dependencies"]} | {"shiboken6", "pillow"}
    build = run | {_normal(name) for name in extras["build"]}
    every = build | {_normal(name) for name in extras["dev"]}
    distributions = packages_distributions()
    faults = []
    for path in modules(*ROOMS, "tests"):
        room = path.relative_to(ROOT).parts[0]
        declared = {"tests": every, "installer": build}.get(room, run)
        for name in set(_imported(path)) - {*ROOMS, "tests", *sys.stdlib_module_names}:
            owners = {_normal(owner) for owner in distributions.get(name, [name])}
            if not owners & declared:
                faults.append(f"{path.relative_to(ROOT)}: {name}")
    assert faults == []


def _pinned(lock):
    lines = (ROOT / "requirements" / lock).read_text("utf-8").splitlines()
    pins = (line.split(" ")[0].split("==") for line in lines if re.match(r"[a-z0-9]", line))
    return {_normal(name): version for name, version in pins}


def test_locks_pin_what_is_declared():
    """A dependency added without its lock would be missing on every fresh machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    run = {_normal(name) for name in project["dependencies"] + extras["build"]}
    assert run <= _pinned("run.lock").keys()
    assert {_normal(name) for name in extras["dev"]} <= _pinned("test.lock").keys()
    assert _pinned("run.lock").items() <= _pinned("test.lock").items()
