"""What the documents promise is there, and what is there is in the documents."""

import argparse
import re
from pathlib import Path

import pytest

from desktop import attendance
from desktop.cli.parser import build
from desktop.kit.registry import discover
from tests.house.sources import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def commands(parser, words=()):
    """Return the words of every command, and every option they know."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, child in action.choices.items():
                yield from commands(child, (*words, word))
            return
    yield words, [option for action in parser._actions for option in action.option_strings]


COMMANDS = dict(commands(build()))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_is_in_the_readme(words):
    """Three words of one kind may share a line, as in `wages prepare|show|lock`."""
    *area, last = words
    line = rf"^anxin {' '.join(area)}.*\b{last}\b" if area else rf"^anxin {last}\b"
    assert re.search(line, README, re.MULTILINE)


def test_common_options_are_named_once_for_all():
    for option in ("--books", "--passphrase-file", "--project", "--json"):
        assert option in README


def test_every_picture_and_page_that_is_linked_exists():
    for source in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([\w./-]+)\)", source.read_text("utf-8")):
            assert (source.parent / target).exists(), f"{source.name}: {target}"


def test_every_device_has_a_sample():
    for name in discover(attendance, "FORMAT"):
        assert any((ROOT / "tests" / "plugins" / "attendance" / name).iterdir()), name


def test_every_decision_says_how_we_would_know():
    for page in Path(ROOT / "docs" / "adr").glob("*.md"):
        assert "## How we would know we were wrong" in page.read_text("utf-8"), page.name
