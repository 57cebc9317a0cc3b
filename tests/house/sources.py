"""Our own source tree as the house tests see it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("desktop", "ui", "db", "printing", "resources", "installer")
PRUNED = {
    ".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache",
    ".hypothesis", "__pycache__", "build", "dist", "anxin-demo", "fonts",
}  # fmt: skip


@cache
def parse(path: Path) -> ast.Module:
    """Return the syntax tree of one module, every node knowing its parent."""
    tree = ast.parse(path.read_text("utf-8"), str(path))
    for parent in ast.walk(tree):
        for child in ast.iter_child_nodes(parent):
            child.parent = parent  # type: ignore[attr-defined]
    return tree


def modules(*rooms: str) -> list[Path]:
    """List the Python modules of these rooms (of all when none is named)."""
    return sorted(path for room in rooms or ROOMS for path in (ROOT / room).rglob("*.py"))


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Walk every file of the tree that is not built or cached."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in PRUNED:
            yield from files(path)
        elif path.is_file():
            yield path


def where(path: Path, node: ast.AST) -> str:
    """Name a place as people click on it."""
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def enclosing_class(node: ast.AST) -> str:
    """Name of the innermost class around a node; empty outside."""
    while (node := getattr(node, "parent", None)) is not None:
        if isinstance(node, ast.ClassDef):
            return node.name
    return ""


def last_name(node: ast.AST) -> str:
    """Last part of a dotted name: `datetime` of `datetime.datetime`."""
    return getattr(node, "attr", getattr(node, "id", ""))


def calls(path: Path) -> Iterator[ast.Call]:
    """Every call of a module."""
    return (node for node in ast.walk(parse(path)) if isinstance(node, ast.Call))
