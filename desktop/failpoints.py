"""Named places where a test may stop the program dead; they cost one comparison when off.

The environment variable ANXIN_FAILPOINT arms them, as "name:k" or "*:k": the process kills itself
with SIGKILL when it reaches that name (or any) for the k-th time.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

_armed: Callable[[str], None] | None = None


def reach(name: str) -> None:
    """Pass a named place."""
    if _armed is not None:
        _armed(name)


def watch(action: Callable[[str], None] | None) -> None:
    """Call an action at every named place from now on; None turns them off."""
    global _armed  # noqa: PLW0603 - one switch for the process, so that `reach` stays cheap
    _armed = action


def arm(wish: str) -> None:
    """Arm by a wish such as "pay.send.before:2"; an empty one turns everything off."""
    if not wish:
        watch(None)
        return
    wanted, _, times = wish.partition(":")
    left = int(times or 1)

    def count(name: str) -> None:
        nonlocal left
        if wanted in {"*", name}:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    watch(count)


arm(os.environ.get("ANXIN_FAILPOINT", ""))
