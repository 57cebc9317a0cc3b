"""`python -m installer.words [--fill FILE] [--check]`: the catalogue of the window's words.

Source strings are English in `tr()`; the Chinese is in `resources/i18n/anxin_zh_CN.ts`.
`--fill` takes JSON: `{"English": "中文"}` fills what is unfinished everywhere,
`{"Context|English": "中文"}` and `{"Context|English|comment": "中文"}` replace in that place.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET  # only our own catalogue is read
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources" / "i18n" / "anxin_zh_CN.ts"
QM = TS.with_suffix(".qm")
OPTIONS = (
    *("-locations", "none"),
    *("-source-language", "en"),
    *("-target-language", "zh_CN"),
    *("-disable-heuristic", "sametext"),
    *("-disable-heuristic", "similartext"),
    "-no-obsolete",
    "-sort-messages",
    "-silent",
)
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%L?\d+")


class QtToolError(Exception):
    """A Qt language tool is absent or refused its work."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One string of the catalogue with its place and its Chinese forms."""

    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    finished: bool

    @property
    def place(self) -> str:
        """How a person names this entry: context, English and comment."""
        return "|".join(filter(None, (self.context, self.source, self.comment)))

    def has_equal_placeholders(self) -> bool:
        """Whether every Chinese form keeps exactly the source's placeholders."""
        wanted = Counter(PLACEHOLDER.findall(self.source))
        return all(Counter(PLACEHOLDER.findall(form)) == wanted for form in self.forms)


def sources() -> list[Path]:
    """Every module that may hold a string for the screen, in a fixed order."""
    roof = ROOT / "desktop" / "app.py"
    return sorted((ROOT / "ui").rglob("*.py")) + ([roof] if roof.exists() else [])


def update(ts: Path = TS) -> None:
    """Bring the catalogue in line with the sources, in Qt's own canonical form."""
    ts.parent.mkdir(parents=True, exist_ok=True)
    files = [str(path.relative_to(ROOT)) for path in sources()]
    _run("lupdate", *files, *OPTIONS, "-ts", str(ts))


def release() -> None:
    """Compile the catalogue to the binary that the window loads."""
    with tempfile.TemporaryDirectory(dir=TS.parent, prefix=".") as folder:
        part = Path(folder) / QM.name
        _run("lrelease", str(TS), "-silent", "-qm", str(part))
        part.replace(QM)


def entries(ts: Path = TS) -> list[Entry]:
    """Read the whole catalogue."""
    return [
        _entry(context.findtext("name", ""), message)
        for context in ET.parse(ts).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    ]


def fill(words: dict[str, str], ts: Path = TS) -> set[str]:
    """Put these translations into the catalogue; return the keys that matched nothing."""
    tree = ET.parse(ts)  # noqa: S314 - our own file
    unused = set(words)
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            entry = _entry(context.findtext("name", ""), message)
            key = _matching_key(entry, words)
            if key is not None:
                unused.discard(key)
            if key is not None and (key != entry.source or not entry.finished):
                _translate(message, words[key])
    tree.write(ts, encoding="utf-8", xml_declaration=True)
    update(ts)
    return unused


def would_change() -> bool:
    """Whether the catalogue lags behind the sources."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / TS.name
        if TS.exists():
            shutil.copyfile(TS, copy)
        update(copy)
        return not TS.exists() or copy.read_bytes() != TS.read_bytes()


def faults() -> list[str]:
    """What is wrong with the catalogue, one sentence each; empty when it may be shipped."""
    found = ["目录落后于源码，请运行 python -m installer.words"] if would_change() else []
    for entry in entries() if TS.exists() else []:
        if not entry.finished:
            found.append(f"未翻译 unfinished: {entry.place}")
        elif not entry.has_equal_placeholders():
            found.append(f"占位符不一致 placeholders differ: {entry.place} → {entry.forms}")
    return found


@contextmanager
def lock() -> Iterator[None]:
    """One person at a time on the catalogue, wherever the system offers file locks."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - absent on Windows

    TS.parent.mkdir(parents=True, exist_ok=True)
    with TS.with_suffix(".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _entry(context: str, message: "ET.Element") -> Entry:
    translation = message.find("translation")
    if translation is None:
        return Entry(context, message.findtext("source", ""), "", (), finished=False)
    plural = [form.text or "" for form in translation.iter("numerusform")]
    forms = tuple(plural or [translation.text or ""])
    return Entry(
        context=context,
        source=message.findtext("source", ""),
        comment=message.findtext("comment", ""),
        forms=forms,
        finished=translation.get("type") is None and all(forms),
    )


def _matching_key(entry: Entry, words: dict[str, str]) -> str | None:
    here = f"{entry.context}|{entry.source}"
    candidates = (f"{here}|{entry.comment}", here, entry.source)
    return next((key for key in candidates if key in words), None)


def _translate(message: "ET.Element", chinese: str) -> None:
    translation = message.find("translation")
    if translation is None:
        return
    translation.attrib.pop("type", None)
    forms = list(translation.iter("numerusform"))
    for target in forms or [translation]:
        target.text = chinese


def _run(tool: str, *arguments: str) -> None:
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise QtToolError("PySide6 没有安装 · PySide6 is not installed")
    name = f"{tool}.exe" if sys.platform == "win32" else tool
    answer = subprocess.run(
        [str(Path(spec.origin).parent / name), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode:
        raise QtToolError(f"{tool}: {answer.stdout}{answer.stderr}")


def _work(fill_file: Path | None) -> None:
    update()
    if fill_file is not None:
        unused = fill(json.loads(fill_file.read_text("utf-8")))
        for key in sorted(unused):
            print(f"没有这一条 no such string: {key}")
    release()


def main(arguments: list[str]) -> int:
    """Update and compile the catalogue, or check it; 1 when the check finds something."""
    parser = argparse.ArgumentParser(prog="python -m installer.words", description=__doc__)
    parser.add_argument("--fill", type=Path, metavar="FILE", help="JSON of translations")
    parser.add_argument("--check", action="store_true", help="change nothing, report faults")
    options = parser.parse_args(arguments)
    with lock():
        if not options.check:
            _work(options.fill)
        found = faults()
        total = len(entries()) if TS.exists() else 0
    for fault in found:
        print(fault)
    print(f"{total} 条，{len(found)} 处问题 · {total} strings, {len(found)} faults")
    return 1 if options.check and found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
