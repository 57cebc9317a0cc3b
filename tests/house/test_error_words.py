"""Every refusal, every failing world and every finding has Chinese words."""

import importlib
import re
import tomllib
from string import Formatter

import pytest

from desktop.domain.errors import Trouble, UserError
from desktop.domain.findings import Code
from tests.house.sources import ROOT, modules

CHINESE = re.compile("[\u4e00-\u9fff]")


def _all_subclasses(base):
    for child in base.__subclasses__():
        yield child
        yield from _all_subclasses(child)


def _raised():
    """All our error classes, after importing every module that may define one."""
    for path in modules("desktop", "db", "printing"):
        text = path.read_text("utf-8")
        if re.search(r"class \w+\(.*(UserError|Trouble)", text) and path.stem != "__main__":
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    found = {*_all_subclasses(UserError), *_all_subclasses(Trouble)}
    return {error for error in found if not error.__module__.startswith("tests")}


def _raised_names():
    return {error.__name__ for error in _raised()}


def _words(name):
    return tomllib.loads((ROOT / "resources" / "words" / name).read_text("utf-8"))


def test_every_error_has_words():
    named = _raised_names()
    assert len(named) > 10
    assert named <= _words("errors.toml").keys()


def test_every_finding_has_words():
    assert {code.value for code in Code} <= _words("findings.toml").keys()


@pytest.mark.parametrize("name", ["errors.toml", "findings.toml"])
def test_words_say_what_and_what_to_do(name):
    faults = [
        key
        for key, entry in _words(name).items()
        if not (CHINESE.search(entry["text"]) and CHINESE.search(entry["remedy"]))
    ]
    assert faults == []


def test_holes_are_facts_that_the_error_carries():
    """An unknown hole is filled with nothing, so a misspelt one would go unseen."""
    faults = {}
    for error in _raised():
        promised = re.search(r"facts ([\w, ]+)", error.__doc__ or "")
        facts = set(re.findall(r"\w+", promised[1])) if promised else set()
        entry = _words("errors.toml").get(error.__name__, {})
        holes = {hole[1] for text in entry.values() for hole in Formatter().parse(text) if hole[1]}
        if unknown := holes - facts - {"count"}:
            faults[error.__name__] = unknown
    assert faults == {}


def test_no_words_without_a_cause():
    """A class or code that went away takes its words along."""
    known = _raised_names() | {"UserError", "Trouble", "Cancelled"}
    assert _words("errors.toml").keys() <= known
    assert _words("findings.toml").keys() <= {code.value for code in Code}
