"""Raw punches by the million: the drivers' own bulk calls, no object for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from db.stores.base import Store, chunks
from db.tables.attendance import DeviceRow, PunchCountRow, PunchRow
from desktop.domain.errors import Unknown
from desktop.domain.ids import DeviceId, ProjectId, new_id
from desktop.domain.progress import SILENT, Progress
from desktop.domain.punches import SECOND_AT, SMALL, STATUS_AT, Punches
from desktop.domain.punches import PunchRow as RawPunch

BATCH = 50_000
_Part = list[tuple[str, list[int]]]
_COLUMNS = "device, number, second, status, verify, import_number"
_SQLITE = f"""
INSERT OR IGNORE INTO punch ({_COLUMNS})
SELECT ?, ?, value >> {SECOND_AT}, value >> {STATUS_AT} & {SMALL}, value & {SMALL}, ?
FROM json_each(?)"""  # noqa: S608 - constants
_TEMP = """
CREATE TEMPORARY TABLE IF NOT EXISTS new_punch (
    device integer, number text, second bigint, status integer, verify integer,
    import_number integer
) ON COMMIT DELETE ROWS"""
_COPY = f"COPY new_punch ({_COLUMNS}) FROM STDIN"
_MOVE = f"INSERT INTO punch ({_COLUMNS}) SELECT {_COLUMNS} FROM new_punch ON CONFLICT DO NOTHING"  # noqa: S608 - constants
_READ_SQLITE = """
SELECT p.number, group_concat(p.second) FROM punch_count c
JOIN punch p ON p.device = c.device AND p.number = c.number
WHERE c.device = ? AND p.second >= ? AND p.second < ?
GROUP BY p.number"""
_READ_SERVER = """
SELECT p.number, array_agg(p.second) FROM punch_count c
JOIN punch p ON p.device = c.device AND p.number = c.number
WHERE c.device = %s AND p.second >= %s AND p.second < %s
GROUP BY p.number"""
_PACKED = f"((p.second << {SECOND_AT}) | (p.status << {STATUS_AT}) | p.verify)"
_TRACKS_SQLITE = _READ_SQLITE.replace("(p.second)", f"({_PACKED})")
_TRACKS_SERVER = _READ_SERVER.replace("(p.second)", f"({_PACKED})")


class SqlPunches(Store):
    """The part of the attendance store that must be fast."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._begun: set[tuple[int, int]] = set()
        """(device, import) pairs that this unit of work has stored punches for."""

    def device(self, project: ProjectId, name: str) -> DeviceId:
        """Return the project's device of that name, recording it when new."""
        own = (DeviceRow.project == project) & (DeviceRow.name == name)
        found = self.cx.execute(select(DeviceRow.id).where(own)).scalar()
        if found is None:
            found = new_id()
            self.cx.execute(
                insert(DeviceRow).values(id=found, project=project, name=name, format="", place="")
            )
        return DeviceId(found)

    def _devices(self, project: ProjectId) -> list[int]:
        query = select(DeviceRow.number).where(DeviceRow.project == project)
        return list(self.cx.execute(query.order_by(DeviceRow.number)).scalars())

    def add_punches(
        self,
        device: DeviceId,
        rows: Punches | Iterable[RawPunch],
        import_number: int,
        progress: Progress = SILENT,
    ) -> dict[str, int]:
        """Store raw punches, skipping those already there; returns new punches per number."""
        query = select(DeviceRow.number).where(DeviceRow.id == device)
        small = self.cx.execute(query).scalar()
        if small is None:
            raise Unknown(kind="device", name=str(device))
        punches = rows if isinstance(rows, Punches) else Punches.of(rows)
        counts, total = punches.counts(), len(punches)
        if not total:
            return {}
        again = (small, import_number) in self._begun
        self._begun.add((small, import_number))
        before = self._counted(small, punches, import_number) if again else Counter[str]()
        done = stored = 0
        for part in _batches(punches):
            progress.step(done, total, "punches")
            stored += self._store(small, part, import_number)
            done += sum(len(packed) for _number, packed in part)
        progress.step(done, total, "punches")
        new = Counter(counts)
        if stored < total:
            new = self._counted(small, punches, import_number) - before
        self._add_counts(small, new)
        return dict(new)

    def _store(self, device: int, part: _Part, import_number: int) -> int:
        """Store some numbers' packed punches; returns how many were new."""
        driver = self.cx.connection.driver_connection
        if driver is None:  # pragma: no cover - a live connection always has one
            raise RuntimeError
        if self.cx.dialect.name == "sqlite":
            # One JSON text a number: the engine takes it apart with the interpreter's lock let go.
            had = driver.total_changes
            rows = [(device, number, import_number, str(packed)) for number, packed in part]
            self.cx.exec_driver_sql(_SQLITE, rows)
            return int(driver.total_changes - had)
        self.cx.exec_driver_sql(_TEMP)
        with driver.cursor() as cursor:
            with cursor.copy(_COPY) as copy:
                for row in _rows(device, part, import_number):
                    copy.write_row(row)
            cursor.execute(_MOVE)
            stored = int(cursor.rowcount)
            cursor.execute("TRUNCATE new_punch")
        return stored

    def _counted(self, device: int, punches: Punches, import_number: int) -> Counter[str]:
        """Count an import's punches by number, looking only where its rows can be."""
        first, last = punches.span()
        counts: Counter[str] = Counter()
        for part in chunks(list(punches.counts())):
            query = (
                select(PunchRow.number, func.count())
                .where(
                    PunchRow.device == device,
                    PunchRow.number.in_(part),
                    PunchRow.second.between(first, last),
                    PunchRow.import_number == import_number,
                )
                .group_by(PunchRow.number)
            )
            for number, count in self.cx.execute(query):
                counts[number] += count
        return counts

    def _add_counts(self, device: int, new: Counter[str]) -> None:
        known = dict(self._known(device))
        rows = [
            {"device": device, "number": number, "punches": count + known.get(number, 0)}
            for number, count in sorted(new.items())
        ]
        self._set_counts(device, rows)

    def _known(self, device: int) -> list[tuple[str, int]]:
        query = select(PunchCountRow.number, PunchCountRow.punches).where(
            PunchCountRow.device == device
        )
        return [(number, punches) for number, punches in self.cx.execute(query)]

    def _set_counts(self, device: int, rows: Sequence[dict[str, object]]) -> None:
        for part in chunks([str(row["number"]) for row in rows]):
            self.cx.execute(
                delete(PunchCountRow).where(
                    PunchCountRow.device == device, PunchCountRow.number.in_(part)
                )
            )
        self.add_rows(PunchCountRow, [row for row in rows if row["punches"]])

    def remove_punches(self, import_number: int) -> int:
        """Remove what one import brought; returns how many there were."""
        own = PunchRow.import_number == import_number
        query = (
            select(PunchRow.device, PunchRow.number, func.count())
            .where(own)
            .group_by(PunchRow.device, PunchRow.number)
        )
        gone: dict[int, Counter[str]] = {}
        for device, number, count in self.cx.execute(query):
            gone.setdefault(device, Counter())[number] = count
        self.cx.execute(delete(PunchRow).where(own))
        for device, counts in gone.items():
            known = dict(self._known(device))
            rows: list[dict[str, object]] = [
                {"device": device, "number": number, "punches": known[number] - count}
                for number, count in counts.items()
            ]
            self._set_counts(device, rows)
        return sum(counts.total() for counts in gone.values())

    def punches(self, project: ProjectId, begin: int, end: int) -> dict[str, list[int]]:
        """Return epoch seconds in [begin, end), rising, by device number, all devices together."""
        is_file = self.cx.dialect.name == "sqlite"
        found: dict[str, list[int]] = {}
        for device in self._devices(project):
            query = _READ_SQLITE if is_file else _READ_SERVER
            for number, seconds in self.cx.exec_driver_sql(query, (device, begin, end)):
                own = list(map(int, seconds.split(","))) if is_file else seconds
                found[number] = found[number] + own if number in found else own
        for each in found.values():
            each.sort()
        return dict(sorted(found.items()))

    def tracks(
        self, project: ProjectId, begin: int, end: int
    ) -> dict[DeviceId, dict[str, list[int]]]:
        """Return packed punches (domain/punches) in [begin, end), rising, by gate and number."""
        is_file = self.cx.dialect.name == "sqlite"
        query = _TRACKS_SQLITE if is_file else _TRACKS_SERVER
        gates = select(DeviceRow.number, DeviceRow.id).where(DeviceRow.project == project)
        found: dict[DeviceId, dict[str, list[int]]] = {}
        for small, device in self.cx.execute(gates.order_by(DeviceRow.number)).all():
            rows = self.cx.exec_driver_sql(query, (small, begin, end))
            found[DeviceId(device)] = {
                number: sorted(map(int, packed.split(",")) if is_file else packed)
                for number, packed in sorted(rows)
            }
        return found

    def numbers(self, project: ProjectId) -> dict[str, int]:
        """Return every device number that ever punched, with its count."""
        counts: Counter[str] = Counter()
        for device in self._devices(project):
            for number, punches in self._known(device):
                counts[number] += punches
        return dict(sorted(counts.items()))

    def punches_by_device(self, project: ProjectId) -> dict[DeviceId, int]:
        """Return how many punches each gate has."""
        query = (
            select(DeviceRow.id, func.coalesce(func.sum(PunchCountRow.punches), 0))
            .outerjoin(PunchCountRow, PunchCountRow.device == DeviceRow.number)
            .where(DeviceRow.project == project)
            .group_by(DeviceRow.id)
        )
        return {DeviceId(device): int(count) for device, count in self.cx.execute(query)}


def _batches(punches: Punches) -> Iterator[_Part]:
    """Yield numbers with their punches, some ten thousands together."""
    part: _Part = []
    size = 0
    for number, packed in punches.packed():
        part.append((number, packed))
        size += len(packed)
        if size >= BATCH:
            yield part
            part, size = [], 0
    if part:
        yield part


def _rows(device: int, part: _Part, import_number: int) -> Iterator[tuple[int | str, ...]]:
    for number, packed in part:
        for one in packed:
            second, status = one >> SECOND_AT, one >> STATUS_AT & SMALL
            yield device, number, second, status, one & SMALL, import_number
