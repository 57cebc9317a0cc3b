"""What formats that are tables share: headings, dates of one order, and where every row went."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.attendance import instant, wall
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.imports import RefusedLine
from desktop.domain.progress import Progress
from desktop.domain.punches import UNNAMED, Punches, pack
from desktop.domain.written_dates import (
    DateOrder,
    excel_stamp,
    order_named,
    orders_of,
    read_date,
    taken_apart,
)
from desktop.ports.attendance import (
    EARLIEST,
    NEVER,
    GridCell,
    PunchFile,
    Reading,
    Row,
    Source,
    Table,
)

WORDS = "attendance-read"
SHOWN = 200
"""Characters of an unreadable line that are kept."""
MOST_NUMBER = 64
_STEP = 5_000
_DAY = 86_400
_DAMAGED = re.compile(r"\d(?:\.\d+)?[eE]\+\d+")
_LEFT = re.compile(r"[（(]?已?离职[）)]?$|[（(]已离职[）)]")
_SAMPLES = 3


def heading(cell: str) -> str:
    """Return a heading without what people and programs add to it."""
    plain = unicodedata.normalize("NFKC", cell)
    return re.sub(r"[\s_*:：]+", "", plain).lower()


def two_levels(upper: Row, lower: Row) -> list[str]:
    """Join a merged header of two rows into paths such as "上班1/打卡时间"."""
    paths, above = [], ""
    for place in range(max(len(upper), len(lower))):
        own = heading(upper[place]) if place < len(upper) else ""
        below = heading(lower[place]) if place < len(lower) else ""
        if own or not below:
            above = own
        paths.append("/".join(filter(None, (above, below if below != above else ""))))
    return paths


def bare_name(name: str) -> str:
    """Return a name without the mark of people who have left."""
    return _LEFT.sub("", name).strip()


def cell(row: Row, place: int) -> str:
    """Return a cell, empty where the row is shorter or the column unknown."""
    return row[place] if 0 <= place < len(row) else ""


def is_blank(row: Row) -> bool:
    """Tell whether no cell says anything."""
    return not any(row)


class Gathering:
    """Collects a table's punches; nothing is dropped without being counted."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.punches = Punches()
        self.count = 0
        self.refused: list[RefusedLine] = []
        self.others: Counter[str] = Counter()
        self.blank = 0
        self.names: dict[str, str] = {}
        self.cells: list[GridCell] = []
        self._adders: dict[str, Callable[[int], None]] = {}
        self._known: dict[tuple[str, str], tuple[str, str]] = {}

    def punch(self, row: int, who: tuple[str, str], punch: tuple[int, int, int], said: Row) -> None:
        """Add a punch of (number, name) at (epoch second, status, verify), or refuse its clock."""
        number, name = who
        second, status, verify = punch
        if not EARLIEST <= second <= self.reading.latest:
            self.refuse(row, said, Code.CLOCK_RESET)
            return
        add = self._adders.get(number)
        if add is None:
            add = self._adders[number] = self.punches.adder(number)
        add(pack(second, status, verify))
        self.count += 1
        if name and name != number:
            self.names[number] = name

    def who(self, row: int, number: str, name: str, said: Row) -> tuple[str, str] | None:
        """Return number and name of a row; a name alone stands for the number."""
        known = self._known.get((number, name))
        if known is not None:
            return known
        written = (number, name)
        own, name = number or bare_name(name), bare_name(name)
        if _DAMAGED.fullmatch(own):
            self.refuse(row, said, Code.NUMBER_DAMAGED)
            return None
        if not own or len(own) > MOST_NUMBER:
            self.refuse(row, said)
            return None
        return self._known.setdefault(written, (own, name))

    def refuse(self, row: int, said: Row | str, code: Code = Code.LINE_UNREADABLE) -> None:
        """Keep a row's text and why it stays out."""
        text = said if isinstance(said, str) else "\t".join(said)
        shown = text.replace("\0", "").strip()[:SHOWN]
        self.refused.append(RefusedLine(row, shown, code.value))

    def file(self, findings: tuple[Finding, ...] = ()) -> PunchFile:
        """Return everything."""
        lines = self.count + len(self.cells) + len(self.refused) + self.others.total()
        return PunchFile(
            lines, self.punches, tuple(self.refused), dict(self.others), self.blank,
            self.names, tuple(self.cells), self.reading, findings,
        )  # fmt: skip


def body(
    table: Table, header_rows: int, gathering: Gathering, progress: Progress
) -> Iterator[tuple[int, Row]]:
    """Yield the rows below the headings with their numbers; titles and blank rows are counted."""
    header: Row = []
    total = max(table.about, 1)
    for number, row in enumerate(table.walk(), 1):
        if number % _STEP == 1:
            progress.step(min(number, total), total, WORDS)
        if is_blank(row):
            gathering.blank += 1
        elif number <= header_rows:
            gathering.others["heading"] += 1
            header = row if number == header_rows else header
        elif row == header:
            gathering.others["heading"] += 1
        else:
            yield number, row
    progress.step(total, total, WORDS)


class Days:
    """Days of a file by their text, in the one order of the file."""

    def __init__(self, order: DateOrder) -> None:
        self.order = order
        self._midnights: dict[str, int | None] = {}

    def midnight(self, text: str) -> int | None:
        """Return the epoch second at which a written day begins in Beijing."""
        try:
            return self._midnights[text]
        except KeyError:
            day = read_date(text, self.order)
            found = None if day is None else instant(f"{day} 00:00:00")
            return self._midnights.setdefault(text, found)


def head_with(source: Source, *titles: tuple[str, ...]) -> tuple[Table, int] | None:
    """Return the table, and the place of the row, that has every heading under one of its names."""
    for table in source.tables():
        for place, row in enumerate(table.top):
            if all(place_of(row, *words) >= 0 for words in titles):
                return table, place
    return None


def lacking(columns: str) -> PunchFile:
    """Return what is said of a file in which the columns that make the format are not found."""
    missing = Finding(Code.COLUMN_MISSING, Level.STOP, facts={"columns": columns})
    return PunchFile(0, Punches(), (), findings=(missing,))


def pass_over_others(source: Source, table: Table, gathering: Gathering) -> None:
    """Account for the rows of every other sheet."""
    for other in source.tables():
        if other is not table:
            gathering.others["other-sheet"] += sum(any(row) for row in other.walk())


def stamp_text(written: str) -> str:
    """Return a cell that should be an instant: a serial number becomes date and time."""
    try:
        return excel_stamp(float(written)) or written
    except ValueError:
        return written


def choose_order(texts: Iterable[str], reading: Reading) -> DateOrder | Finding:
    """Choose the order of a file's dates once, or return the finding that asks for it.

    What a person said decides between orders that fit, never against the file itself.
    """
    heads = {text.partition(" ")[0] for text in texts}
    written = {apart.date for head in heads if (apart := taken_apart(stamp_text(head)))}
    dates = sorted(filter(None, written))
    latest = wall(reading.latest).date() if reading.latest < NEVER else date.max
    orders = orders_of(dates, wall(EARLIEST).date(), latest)
    named = order_named(reading.date_format)
    if named is not None and (named in orders or not orders):
        return named
    if len(orders) > 1 or named is not None:
        samples = "、".join(dates[:_SAMPLES])
        facts = {"formats": "、".join(orders), "samples": samples}
        return Finding(Code.DATE_FORMAT_UNSURE, Level.STOP, facts=facts)
    return orders[0] if orders else DateOrder.YEAR_FIRST


@dataclass(frozen=True, slots=True)
class ListLayout:
    """Where a table with one punch a row has what; -1: it has no such column."""

    header_rows: int
    number: int
    name: int
    stamp: int
    day: int
    status_of: Callable[[Row], int]
    verify_of: Callable[[Row], int] = lambda _row: UNNAMED


def read_list(table: Table, layout: ListLayout, reading: Reading, progress: Progress) -> PunchFile:
    """Read a table with one punch a row."""
    dated = layout.day if layout.day >= 0 else layout.stamp
    texts = {
        cell(row, dated)
        for number, row in enumerate(table.walk(), 1)
        if number > layout.header_rows
    }
    order = choose_order(texts, reading)
    if isinstance(order, Finding):
        return PunchFile(0, Punches(), (), reading=reading, findings=(order,))
    gathering = Gathering(replace(reading, date_format=order.value))
    stamps = Stamps(order)
    for number, row in body(table, layout.header_rows, gathering, progress):
        who = gathering.who(number, cell(row, layout.number), cell(row, layout.name), row)
        if who is None:
            continue
        second = stamps.second(cell(row, layout.day), cell(row, layout.stamp))
        if second is None:
            gathering.refuse(number, row)
        else:
            gathering.punch(
                number, who, (second, layout.status_of(row), layout.verify_of(row)), row
            )
    return gathering.file()


class Stamps:
    """Instants of a file: every day and every time of day is worked out once."""

    def __init__(self, order: DateOrder) -> None:
        self._days = Days(order)
        self._midnights: dict[str, int] = {}
        self._clocks: dict[str, int] = {}

    def second(self, day_cell: str, time_cell: str) -> int | None:
        """Return the epoch second of a day cell (perhaps empty) and a time cell."""
        if day_cell:
            return self._slowly(day_cell, time_cell)
        head, _, tail = time_cell.partition(" ")
        midnight, clock = self._midnights.get(head), self._clocks.get(tail)
        if midnight is not None and clock is not None:
            return midnight + clock
        found = self._slowly("", time_cell)
        if found is not None and tail:
            self._remember(head, tail, found)
        return found

    def _remember(self, head: str, tail: str, found: int) -> None:
        """Keep the halves of an instant if they mean together what the whole does."""
        day, clock = taken_apart(head), taken_apart(tail)
        if day is None or clock is None or clock.second is None:
            return
        midnight = self._days.midnight(day.date)
        if midnight is not None and midnight + clock.second == found:
            self._midnights[head], self._clocks[tail] = midnight, clock.second

    def _slowly(self, day_cell: str, time_cell: str) -> int | None:
        if time_cell.isdigit() and len(time_cell) in {10, 13}:  # seconds, milliseconds of 1970
            return int(time_cell[:10])
        apart = taken_apart(_clock_text(time_cell) if day_cell else stamp_text(time_cell))
        if apart is None or apart.second is None:
            return None
        day_text = apart.date
        if not day_text:
            of_day = taken_apart(stamp_text(day_cell))
            day_text = of_day.date if of_day else ""
        midnight = self._days.midnight(day_text)
        return None if midnight is None else midnight + apart.second


def _clock_text(written: str) -> str:
    """Return a time cell as a clock time; a part of a day is what spreadsheets keep."""
    try:
        part = float(written)
    except ValueError:
        return written
    if not 0 <= part < 1:
        return stamp_text(written)
    second = round(part * _DAY)
    return f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"


def place_of(headings: Sequence[str], *words: str) -> int:
    """Return the column with the first of some headings that is there, -1 for none."""
    plain = [heading(one) for one in headings]
    for word in words:
        if heading(word) in plain:
            return plain.index(heading(word))
    return -1
