"""Finding plug-ins: one file in a folder exposes one constant."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def discover(package: ModuleType, constant: str) -> dict[str, object]:
    """Return what every module of a package exposes under a name, by module name.

    Raises:
        LookupError: nothing is there, as when a frozen program was built without its plug-ins;
            or a module lacks the constant.
    """
    found: dict[str, object] = {}
    for module in pkgutil.iter_modules(package.__path__):
        if module.name.startswith("_"):
            continue
        loaded = importlib.import_module(f"{package.__name__}.{module.name}")
        if not hasattr(loaded, constant):
            raise LookupError(f"{loaded.__name__} has no {constant}")
        found[module.name] = getattr(loaded, constant)
    if not found:
        raise LookupError(f"no plug-in in {package.__name__}")
    return found
