"""The command line: the same services as the window, without Qt."""

from desktop.cli.run import main

__all__ = ["main"]
