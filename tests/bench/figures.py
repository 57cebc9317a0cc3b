"""What a bench found, as a line of the table."""

from dataclasses import dataclass, field
from statistics import median


@dataclass
class Figure:
    """Seconds of several runs of ours and of the bare limit."""

    name: str
    goal: float | None
    """Most times the bare limit; None: only reported."""
    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    notes: dict[str, list[float]] = field(default_factory=dict)
    """Parts of ours, in seconds."""

    @property
    def ratio(self):
        """Ours over the bare limit, by their medians."""
        return median(self.ours) / median(self.bare) if self.bare else None

    def note(self, **parts):
        """Add a run's parts."""
        for name, seconds in parts.items():
            self.notes.setdefault(name, []).append(seconds)

    def line(self):
        """Write the figure as a row of a Markdown table."""
        ratio = f"{self.ratio:.2f}" if self.bare else "–"
        goal = f"≤ {self.goal:g}" if self.goal else "–"
        bare = f"{median(self.bare):.3f}" if self.bare else "–"
        parts = ", ".join(f"{name} {median(runs):.2f}" for name, runs in self.notes.items())
        return f"| {self.name} | {median(self.ours):.3f} | {bare} | {ratio} | {goal} | {parts} |"


HEAD = "| what | ours s | bare s | ratio | goal | parts of ours, s |\n|---|---|---|---|---|---|"


@dataclass
class Stall:
    """The longest time in which the window's event loop did not turn."""

    name: str
    worst: float
    beats: int
    lasted: float

    def line(self):
        """Write the stall as a row of a Markdown table."""
        return f"| {self.name} | {self.worst * 1000:.0f} | {self.beats} | {self.lasted:.1f} |"


STALLS = "| while this runs | worst stall ms (goal ≤ 100) | beats | s |\n|---|---|---|---|"
