"""`python -m installer.gates [PYTEST ARGS]`: what must pass before anything lands.

With arguments only pytest runs, once, with them.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NO_TESTS = 5  # pytest's exit code when nothing was collected
ALONE = "bench or faults or window or secretservice"
LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"
GATES: Mapping[str, tuple[str, ...]] = {
    "ruff check": ("-m", "ruff", "check", "--quiet", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "--quiet", "."),
    "mypy --strict": ("-m", "mypy", "--no-error-summary"),
    "import contracts": ("-c", LINT_IMPORTS),
}
TOGETHER: tuple[str, ...] = ("-m", "pytest", "-q", "-n", "2", "--dist", "loadfile")
TESTS: Mapping[str, tuple[str, ...]] = {
    "pytest, two at a time": (*TOGETHER, "-m", f"not ({ALONE})"),
    "pytest, one at a time": ("-m", "pytest", "-q", "-m", ALONE),
}


def run(command: tuple[str, ...], *, loud: bool) -> tuple[int, float, str]:
    """Run Python with these arguments; return its exit code, seconds and kept output."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONUNBUFFERED": "1"}
    begun = time.monotonic()
    answer = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdout=None if loud else subprocess.PIPE,
        stderr=None if loud else subprocess.STDOUT,
        text=True,
        check=False,
    )
    return answer.returncode, time.monotonic() - begun, answer.stdout or ""


def run_all() -> int:
    """Run every gate and every test, each even when one before it failed."""
    steps = {**GATES, **TESTS}
    lines: list[str] = []
    failed = False
    for number, (name, command) in enumerate(steps.items(), 1):
        print(f"[{number}/{len(steps)}] {name} …", flush=True)
        code, seconds, kept = run(command, loud=name in TESTS)
        passed = code == 0 or (code == NO_TESTS and name == "pytest, one at a time")
        failed = failed or not passed
        if not passed:
            print(kept, flush=True)
        lines.append(f"  {'通过 ok  ' if passed else '失败 FAIL'} {seconds:7.1f} s  {name}")
        print(lines[-1], flush=True)
    print("", *lines, sep="\n", flush=True)
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    """Run all gates and tests, or one pytest with the given arguments."""
    if arguments:
        return run(("-m", "pytest", *arguments), loud=True)[0]
    return run_all()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
