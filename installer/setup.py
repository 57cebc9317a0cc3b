"""`python -m installer.setup run|test`: everything after the packages are installed."""

import compileall
import sys
import sysconfig
from pathlib import Path

from installer import fonts, system, words

ROOT = Path(__file__).resolve().parent.parent
OURS = ("desktop", "ui", "db", "printing", "resources", "installer")


def byte_compile() -> None:
    """Compile our packages and the installed ones, so that no start has to."""
    print("预编译 · byte-compiling", flush=True)
    compileall.compile_dir(sysconfig.get_path("purelib"), quiet=2, workers=0)
    for name in OURS:
        compileall.compile_dir(ROOT / name, quiet=1)


def main(arguments: list[str]) -> int:
    """Set up for running or for testing; the exit code says whether the program can start."""
    for_tests = arguments[:1] == ["test"]
    if not system.provide(for_tests=for_tests):
        return 3
    byte_compile()
    fonts.build()
    if words.TS.exists():
        words.release()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
