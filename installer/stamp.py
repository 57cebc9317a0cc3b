"""`python installer/stamp.py run|test [--check]`: whether set-up is still up to date.

Standard library only and run by its path: it must work before anything is installed.
"""

import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "resources" / "i18n" / "anxin_zh_CN.ts"
FONTS = ROOT / "resources" / "fonts"


def key(kind: str) -> str:
    """Digest of everything that set-up depends on, the place of the tree included."""
    parts = [ROOT / "anxin", ROOT / "requirements" / f"{kind}.lock", WORDS]
    parts += sorted((ROOT / "installer").glob("*.py"))
    digest = hashlib.sha256(str(ROOT).encode())
    for path in parts:
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()


def is_current(kind: str) -> bool:
    """Whether the stamp matches and what set-up built is still there."""
    built = [FONTS / "NotoSansSC-Regular.ttf", FONTS / "NotoSansSC-Bold.ttf"]
    built += [WORDS.with_suffix(".qm")] if WORDS.exists() else []
    stamp = _stamp(kind)
    return (
        stamp.exists()
        and stamp.read_text("utf-8") == key(kind)
        and all(path.exists() for path in built)
    )


def _stamp(kind: str) -> Path:
    return ROOT / ".venv" / f".anxin-{kind}"


def main(arguments: list[str]) -> int:
    """Check (1 when set-up must run again) or write the stamp."""
    kind = arguments[0]
    if "--check" in arguments:
        return 0 if is_current(kind) else 1
    _stamp(kind).write_text(key(kind), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
