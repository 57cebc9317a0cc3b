"""Reads the words of the command line and runs the service they mean."""

from __future__ import annotations

import logging
import os
import sys
from argparse import Namespace
from contextlib import suppress

from desktop import logs, paths
from desktop.cli.answer import Answer, complain, error_answer, show
from desktop.cli.area import WrongUsageError
from desktop.cli.parser import build
from desktop.domain.errors import Cancelled, Defect, FileTrouble, Trouble, UserError, WrongValue

_USAGE = 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code (0 done, 1 refused, 2 wrong usage, 3 world failed)."""
    words = sys.argv[1:] if arguments is None else arguments
    _speak_utf8()
    try:
        options = build().parse_args(words)
    except WrongUsageError as error:
        return _wrong_usage(error.message, error.usage, as_json="--json" in words)
    logging.raiseExceptions = False  # a log that cannot be written is no reason to stop
    with suppress(OSError):
        logs.start(paths.log_folder())
    return run(options)


def run(options: Namespace) -> int:
    """Run a parsed command and say what came of it."""
    as_json: bool = options.json
    try:
        answer: Answer = options.act(options)
    except (Cancelled, KeyboardInterrupt):
        print("已停止，没有改动。", file=sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001 - nobody is shown a traceback
        answer = error_answer(_ours(error))
        if isinstance(error, WrongValue):
            answer = Answer(answer.facts, answer.lines, _USAGE)
        complain(answer, as_json=as_json)
        return answer.exit_code
    try:
        show(answer, as_json=as_json)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read it has seen enough, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answer.exit_code


def _ours(error: Exception) -> UserError | Trouble:
    """Return what people can be told of an error; what nobody foresaw goes to the log."""
    if isinstance(error, UserError | Trouble):
        return error
    logging.getLogger(__name__).error("unforeseen", exc_info=error)
    if isinstance(error, OSError) and error.filename:
        return FileTrouble(path=str(error.filename), detail=error.strerror or str(error))
    return Defect(detail=type(error).__name__, path=str(paths.log_folder() / "anxin.log"))


def _wrong_usage(message: str, usage: str, *, as_json: bool) -> int:
    remedy = "加 --help 看用法。"
    print(usage, end="", file=sys.stderr)
    facts = {
        "error": {"kind": "WrongUsage", "message": message, "remedy": remedy},
        "findings": [],
    }
    answer = Answer(facts, [f"■ 命令写法有误：{message}", remedy], _USAGE)
    complain(answer, as_json=as_json)
    return answer.exit_code


def _speak_utf8() -> None:
    """Write UTF-8 whatever the terminal's locale; a name that is none stays valid JSON."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
