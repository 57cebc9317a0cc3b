"""Where the program keeps things on this machine."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path, user_log_path

BOOKS = "books.db"


def default_office() -> Path:
    """Return the folder of the office that opens without being named (ANXIN_HOME overrides)."""
    home = os.environ.get("ANXIN_HOME")
    return Path(home) if home else user_data_path("Anxin", "Anxin") / "office"


def log_folder() -> Path:
    """Return the folder of the rotating logs."""
    home = os.environ.get("ANXIN_HOME")
    return Path(home) / "logs" if home else user_log_path("Anxin", "Anxin")


def books_file(office: Path) -> Path:
    """Return the encrypted database of an office folder."""
    return office / BOOKS
