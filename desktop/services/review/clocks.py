"""How wrong each gate's clock is, by what persons read and by what its files show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.attendance import ClockReading, Device
from desktop.domain.findings import Code
from desktop.domain.ids import DeviceId
from desktop.domain.imports import ImportKind, ImportRecord
from desktop.domain.months import WageMonth
from desktop.domain.project import Project
from desktop.ports.books import Books
from desktop.services.review.exceptions import twins

LATE = 120
"""Seconds of drift from which a gate should be set right: over it a minute's rule is in doubt."""
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class GateClock:
    """One gate."""

    device: Device
    readings: tuple[ClockReading, ...]
    """Oldest first."""
    wrong_stamps: int
    """Lines of its files stamped before its clock was set, or in the future."""
    twins: int
    """Times in the month at which a number punched here and at another gate within seconds."""

    @property
    def drift(self) -> int | None:
        """Seconds ahead (negative: behind) at the latest reading; None without any."""
        return self.readings[-1].drift_s if self.readings else None

    @property
    def daily(self) -> float | None:
        """Seconds it gains a day between its first and latest reading; None for one reading."""
        if not self.readings:
            return None
        first, last = self.readings[0], self.readings[-1]
        days = (last.true - first.true).total_seconds() / _DAY
        return (last.drift_s - first.drift_s) / days if days > 0 else None

    @property
    def is_late(self) -> bool:
        """Tell whether the clock should be set right."""
        return self.wrong_stamps > 0 or abs(self.drift or 0) > LATE


def gate_clocks(books: Books, project: Project, month: WageMonth) -> tuple[GateClock, ...]:
    """Return every gate of a project with what is known of its clock."""
    store = books.attendance
    readings: dict[DeviceId, list[ClockReading]] = {}
    for reading in store.clock_readings(project.id):
        readings.setdefault(reading.device, []).append(reading)
    begin, end = project.attendance_rule.span(month.first, month.last)
    met: Counter[DeviceId] = Counter()
    for *_, gates in twins(store.tracks(project.id, begin, end)):
        met.update(gates)
    wrong = _wrong_stamps(books.imports.recent(project.id, ImportKind.ATTENDANCE))
    return tuple(
        GateClock(gate, tuple(readings.get(gate.id, ())), wrong[gate.name], met[gate.id])
        for gate in store.devices(project.id)
    )


def _wrong_stamps(records: Iterable[ImportRecord]) -> Counter[str]:
    """Count lines with an impossible time by gate; a file imported again counts once."""
    latest = {record.sha256: record for record in reversed(tuple(records)) if not record.undone_at}
    found: Counter[str] = Counter()
    for record in latest.values():
        named = (change.subject for change in record.changes if change.kind == "gate")
        gate = next(named, record.format)
        found[gate] += sum(line.code == Code.CLOCK_RESET for line in record.refused)
    return found
