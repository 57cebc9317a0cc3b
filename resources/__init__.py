"""Data files of the product, read the same way from source and from a frozen program."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def path(name: str) -> Traversable:
    """Return a data file by its path below resources/, such as "terms/notice.toml"."""
    return files(__name__).joinpath(*name.split("/"))


def text(name: str) -> str:
    """Return a UTF-8 data file's text."""
    return path(name).read_text(encoding="utf-8")
