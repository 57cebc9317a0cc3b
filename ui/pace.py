"""The interpreter's own pauses, kept so short that the window never seems to stand still."""

from __future__ import annotations

import gc
import sys

TURN = 0.0005
"""Seconds that the window's thread waits at most for a busy thread to let it have its turn.

Painting a table asks Python some hundred times for a cell; by Python's default of 5 ms each, one
repaint beside a busy thread would take seconds.
"""
YOUNG = (20_000, 200, 100)
"""Thresholds of the garbage collector: short passes over new values, hardly ever one over all.

A pass over everything while a big month is being counted stops every thread for 0.2 to 0.5 s.
Books hold values without cycles, which never need it.
"""


def keep_short() -> None:
    """Set both, and leave what the start has made out of every later pass."""
    sys.setswitchinterval(TURN)
    gc.freeze()
    gc.set_threshold(*YOUNG)
