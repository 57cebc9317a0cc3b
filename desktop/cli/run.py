"""Reads the words of the command line and runs the service they mean."""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from desktop import logs, paths
from desktop.cli.answer import Answer, complain, error_answer, show
from desktop.cli.parser import build
from desktop.domain.errors import Cancelled, Trouble, UserError


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code (0 done, 1 refused, 2 wrong usage, 3 world failed)."""
    options = build().parse_args(sys.argv[1:] if arguments is None else arguments)
    logs.start(paths.log_folder())
    return run(options)


def run(options: Namespace) -> int:
    """Run a parsed command and say what came of it."""
    as_json: bool = getattr(options, "json", False)
    try:
        answer: Answer = options.act(options)
    except (UserError, Trouble) as error:
        answer = error_answer(error)
        complain(answer, as_json=as_json)
        return answer.exit_code
    except (Cancelled, KeyboardInterrupt):
        print("已停止，没有改动。", file=sys.stderr)
        return 1
    try:
        show(answer, as_json=as_json)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read it has seen enough, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answer.exit_code
