"""How long work says how far it is, and where it may be stopped."""

from typing import Protocol


class Progress(Protocol):
    """A counter that long loops report to; reporting is also the only cancel point."""

    def step(self, done: int, total: int, words: str = "") -> None:
        """Report done of total; `words` is a key of resources/words/progress.toml.

        Raises:
            Cancelled: the person asked to stop.
        """


class Silent:
    """Progress that nobody watches."""

    def step(self, done: int, total: int, words: str = "") -> None:
        """Report nothing."""


SILENT = Silent()
