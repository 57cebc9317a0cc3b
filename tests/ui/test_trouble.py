"""Every report of progress and every refusal has words a person can read."""

import ast
import tomllib

from desktop.domain.errors import Refused
from desktop.domain.findings import Code, Finding, Level
from tests.house.sources import ROOT, calls, last_name, modules
from ui import trouble


def _reported():
    """Third argument of every `progress.step(…)`; a name stands for its module's constant."""
    for path in modules("desktop", "db", "printing"):
        for call in calls(path):
            if last_name(call.func) != "step" or len(call.args) < 3:
                continue
            word = call.args[2]
            if isinstance(word, ast.Constant) and word.value:
                yield word.value


def test_every_progress_key_has_words():
    keys = set(_reported())
    phrases = tomllib.loads((ROOT / "resources/words/phrases.toml").read_text("utf-8"))
    assert "punches" in keys
    assert keys <= phrases["progress"].keys()
    assert trouble.of_progress("punches") == phrases["progress"]["punches"]
    assert trouble.of_progress("") == ""


def test_a_refusal_names_its_findings():
    findings = tuple(
        Finding(Code.REQUIRED_EMPTY, Level.STOP, column=f"列{n}", facts={"field": f"栏{n}"})
        for n in range(9)
    )
    lines = trouble.of_refusal(Refused(findings)).splitlines()
    assert len(lines) == trouble.NAMED
    assert all(f"列{n}" in line and f"栏{n}" in line for n, line in enumerate(lines))
