"""`python -m installer.fonts`: two static fonts from the pinned variable one.

ReportLab embeds TrueType outlines only and would print the variable font in its thinnest
weight, so Regular (400) and Bold (700) are cut from it once, at set-up.
"""

import hashlib
import json
import os
import sys
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "resources" / "fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}
SOURCE_SHA256 = "a3041811a78c361b1de50f953c805e0244951c21c5bd412f7232ef0d899af0da"
DROPPED_TABLES = ("vhea", "vmtx", "VORG", "STAT")  # vertical setting and style menu: not used
USUAL_SECONDS = 25


class FontSourceError(Exception):
    """The variable font is absent or is not the one that was checked."""


def source() -> Path:
    """Path of the variable Noto Sans SC inside the installed wheel, its hash verified."""
    spec = find_spec("justmytype_intl_cjk")
    if spec is None or spec.origin is None:
        raise FontSourceError(
            "字体来源 justmytype-intl-cjk 没有安装 · the font package is not installed"
        )
    path = Path(spec.origin).parent / "fonts" / "ofl" / "notosanssc" / "NotoSansSC[wght].ttf"
    if not path.is_file() or _sha256(path) != SOURCE_SHA256:
        raise FontSourceError(f"字体文件与登记的校验值不符 · wrong font file: {path.name}")
    return path


def is_built(out: Path = OUT) -> bool:
    """Whether both weights are present and are exactly what the stamp records."""
    try:
        stamp = json.loads((out / "stamp.json").read_text("utf-8"))
        return bool(stamp == _stamp(out))
    except (OSError, ValueError):
        return False


def build(out: Path = OUT) -> None:
    """Build both weights side by side, with a line of progress; nothing when already built."""
    if is_built(out):
        return
    variable = source()
    out.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(max_workers=len(WEIGHTS)) as pool:
        jobs = {name: pool.submit(instance, variable, out, name) for name in WEIGHTS}
        _watch(jobs)
    (out / "OFL.txt").write_bytes((variable.parent / "OFL.txt").read_bytes())
    _replace(out / "stamp.json", json.dumps(_stamp(out), indent=1).encode())


def instance(variable: Path, out: Path, name: str) -> None:
    """Cut one weight and put it in place in a single rename."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only where a font is really cut
    from fontTools.varLib import instancer  # noqa: PLC0415

    font = instancer.instantiateVariableFont(
        TTFont(variable), {"wght": WEIGHTS[name]}, inplace=True, updateFontNames=True
    )
    for table in DROPPED_TABLES:
        if table in font:
            del font[table]
    part = out / f".{name}.{os.getpid()}.part"
    font.save(part)
    part.replace(_target(out, name))


def _target(out: Path, name: str) -> Path:
    return out / f"NotoSansSC-{name}.ttf"


def _stamp(out: Path) -> dict[str, str]:
    built = {name: _sha256(_target(out, name)) for name in WEIGHTS}
    return {"source": SOURCE_SHA256, "fonttools": version("fonttools"), **built}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _replace(path: Path, content: bytes) -> None:
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)


def _watch(jobs: dict[str, Future[None]]) -> None:
    """Tell every few seconds how far the builds are; raise what a build raised."""
    begun = time.monotonic()
    tick = threading.Event()
    live = sys.stdout.isatty()
    print(f"生成字体，约 {USUAL_SECONDS} 秒 · building the fonts", flush=True)
    while True:
        done = [name for name, job in jobs.items() if job.done()]
        line = f"  {len(done)}/{len(jobs)} · {time.monotonic() - begun:.0f} s"
        print(line, end="\r" if live else "\n", flush=True)
        if len(done) == len(jobs):
            break
        tick.wait(1 if live else 5)
    for job in jobs.values():
        job.result()


if __name__ == "__main__":
    try:
        build()
    except FontSourceError as error:
        sys.exit(str(error))
