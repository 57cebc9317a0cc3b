"""`python -m desktop`: the window, or the words of the command line."""

import sys
from multiprocessing import freeze_support

WORKER = "--worker"
"""First word that makes this program the child in which files from outside are parsed."""


def main() -> int:
    """Open the window when no words are given, otherwise run the command."""
    freeze_support()
    if sys.argv[1:2] == [WORKER]:
        from desktop.kit import worker_process  # noqa: PLC0415 - the child needs nothing else

        return worker_process.main(sys.argv[2:])
    if len(sys.argv) == 1:
        from desktop import app  # noqa: PLC0415 - commands start without Qt
        from desktop.cli.demo import run_month  # noqa: PLC0415

        return app.main(rehearse=run_month)
    from desktop.cli import main as command  # noqa: PLC0415 - the window starts without argparse

    return command()


if __name__ == "__main__":
    sys.exit(main())
