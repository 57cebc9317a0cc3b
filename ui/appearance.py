"""How this person wants the window to look, remembered on this machine."""

from __future__ import annotations

from ui.application import Appearance
from ui.theme import SCALES, Mood
from ui.widgets.column_memory import settings

_MOOD, _SCALE = "appearance/mood", "appearance/scale"


def load() -> Appearance:
    """Return the remembered appearance; as the system is where nothing was chosen."""
    mood = str(settings().value(_MOOD, ""))
    scale = str(settings().value(_SCALE, "100"))
    known = {str(size): size for size in SCALES}
    return Appearance(Mood(mood) if mood in set(Mood) else None, known.get(scale, 100))


def save(look: Appearance) -> None:
    """Remember an appearance."""
    settings().setValue(_MOOD, str(look.mood) if look.mood else "")
    settings().setValue(_SCALE, str(look.scale))
