"""Time is given, never taken."""

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """The one source of time."""

    def now(self) -> datetime:
        """Return the present instant, timezone-aware UTC."""

    def today(self) -> date:
        """Return today's date in Beijing."""
