"""`python -m desktop.rehearsal --folder DIR [--port N] [--rehearse FAULT]`: the bank by itself."""

from __future__ import annotations

import argparse
import sys
import threading
from pathlib import Path

from desktop.rehearsal.server import FAULTS, RehearsalBank


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m desktop.rehearsal")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--rehearse", choices=FAULTS, default="")
    chosen = parser.parse_args(arguments)
    with RehearsalBank(chosen.folder, chosen.rehearse, port=chosen.port) as bank:
        sys.stdout.write(f"{bank.url}\n")
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
