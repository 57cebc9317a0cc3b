"""Safe-keeping: verified copies before every import, lock and submission, thinned with time."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.domain.attendance import BEIJING
from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import CopiesOnServer, FileTrouble
from desktop.ports.books import OpenBooks
from desktop.ports.clock import Clock
from desktop.ports.copies import Copies, CopyReport

SUFFIX = ".axcopy"
FOLDER_KEY = "backup_folder"
_NAME = re.compile(r"anxin-([0-9a-f]{8})-(\d{8}-\d{6})(?:-(\d+))?-([a-z0-9_]+)\.axcopy")
_DAYS, _WEEKS, _MONTHS = 7, 4, 12
_NEWEST = 5
"""Copies that stay however close together they were made."""


@dataclass(frozen=True, slots=True)
class SafeCopy:
    """A copy on the shelf; made, and checked when it was made."""

    path: Path
    at: datetime
    reason: str
    size: int
    """Bytes."""


class Safekeeping:
    """Copies of the books in a folder the person chooses."""

    def __init__(
        self,
        *,
        books: OpenBooks,
        reads: OpenBooks,
        clock: Clock,
        folder: Path,
        copies: Copies | None,
        restorer: Callable[[Path, Path, str], CopyReport],
    ) -> None:
        """Keep what is needed.

        Args:
            books: opens units of work that write.
            reads: opens units of work that read.
            clock: the time.
            folder: the office folder; copies go to its `backups` unless set otherwise.
            copies: makes copies; None where the books live on a server.
            restorer: (copy, new folder, passphrase) → what was restored.
        """
        self._books = books
        self._reads = reads
        self._clock = clock
        self._folder = folder
        self._copies = copies
        self._restorer = restorer

    @property
    def is_on_server(self) -> bool:
        """Whether the books live on a server, whose own tools make the copies."""
        return self._copies is None

    def keep(self, reason: str) -> None:
        """Make a copy before a grave act; on a server its own tools do that."""
        if self._copies is not None:
            self.make(reason)

    def make(self, reason: str) -> Outcome[Path]:
        """Make a verified copy on the shelf and thin the shelf.

        Raises:
            CopiesOnServer: the books live on a server.
            BooksDamaged, DiskFull, FileTrouble: as named; nothing is left behind.
        """
        folder, mark = self._shelf()
        stamp = self._clock.now().astimezone(BEIJING).strftime("%Y%m%d-%H%M%S")
        target = folder / f"anxin-{mark}-{stamp}-{_slug(reason)}{SUFFIX}"
        number = 2
        while target.exists():
            target = folder / f"anxin-{mark}-{stamp}-{number}-{_slug(reason)}{SUFFIX}"
            number += 1
        copy = self.make_to(target, reason)
        self.thin()
        return Outcome(copy.path, Changes.of(Topic.BACKUP))

    def make_to(self, path: Path, reason: str = "by_hand") -> SafeCopy:
        """Make a verified copy at a place of its own, such as a memory stick."""
        report = self._maker().make(path)
        with self._books() as books:
            books.journal.write(
                "backup.made",
                report.sha256,
                reason=_slug(reason),
                rows=report.rows,
                journal=report.journal_entries,
            )
            books.commit()
        return SafeCopy(path, self._clock.now(), _slug(reason), report.size)

    def verify(self, path: Path) -> CopyReport:
        """Open a copy and check it wholly. Raises BooksDamaged, BooksMissing, WrongKey."""
        return self._maker().verify(path)

    def restore(self, path: Path, folder: Path, passphrase: str) -> CopyReport:
        """Make a new office folder of a copy; the books that are open are not touched.

        Raises:
            BooksExist: there are books in the folder.
            WrongKey, BooksDamaged, BooksMissing, UnsafePlace: as named.
        """
        return self._restorer(path, folder, passphrase)

    def recent(self) -> tuple[SafeCopy, ...]:
        """Return the copies on the shelf, newest first."""
        return shelf(*self._shelf())

    def folder(self) -> Path:
        """Return where copies go."""
        return self._shelf()[0]

    def _shelf(self) -> tuple[Path, str]:
        """Return the folder, and the mark by which this office knows its copies there."""
        with self._reads() as books:
            record = books.people.office()
        chosen = record.settings.get(FOLDER_KEY, "")
        mark = hashlib.sha256(record.reference_key).hexdigest()[:8]
        return (Path(chosen) if chosen else self._folder / "backups"), mark

    def set_folder(self, path: Path) -> Outcome[Path]:
        """Choose where copies go from now on; those made before stay where they are.

        Raises:
            FileTrouble: nothing can be written there.
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
            probe = path / ".anxin-probe"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise FileTrouble(path=str(path), detail=error.strerror or "") from error
        with self._books() as books:
            record = books.people.office()
            settings = {**record.settings, FOLDER_KEY: str(path.absolute())}
            books.people.put_office(replace(record, settings=settings))
            books.journal.write("office.setting", FOLDER_KEY)
            books.commit()
        return Outcome(path, Changes.of(Topic.OFFICE, Topic.BACKUP))

    def thin(self) -> tuple[SafeCopy, ...]:
        """Remove copies that newer ones stand for; returns what was removed."""
        copies = self.recent()
        stay = kept(copies, self._clock.now())
        gone = tuple(copy for copy in copies if copy not in stay)
        for copy in gone:
            with suppress(OSError):  # a copy that somebody reads just now goes next time
                copy.path.unlink()
        return gone

    def _maker(self) -> Copies:
        if self._copies is None:
            raise CopiesOnServer(tool="pg_dump")
        return self._copies


def shelf(folder: Path, mark: str) -> tuple[SafeCopy, ...]:
    """List one office's copies in a folder by their names, newest first."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            match = _NAME.fullmatch(path.name)
            if match is not None and match[1] == mark:
                wall = datetime.strptime(match[2], "%Y%m%d-%H%M%S").replace(tzinfo=BEIJING)
                copy = SafeCopy(path, wall.astimezone(UTC), match[4], path.stat().st_size)
                found.append((copy.at, int(match[3] or 1), copy))
    return tuple(copy for _at, _number, copy in sorted(found, key=lambda row: row[:2])[::-1])


def kept(copies: Sequence[SafeCopy], now: datetime) -> frozenset[SafeCopy]:
    """Choose what stays: the newest five, and the last of 7 days, 4 weeks and 12 months.

    Args:
        copies: newest first.
        now: the present instant.
    """
    today = now.astimezone(BEIJING).date()
    monday = today - timedelta(days=today.weekday())
    month = today.year * 12 + today.month
    stay = set(copies[:_NEWEST])
    days: dict[int, SafeCopy] = {}
    weeks: dict[int, SafeCopy] = {}
    months: dict[int, SafeCopy] = {}
    for copy in copies:
        day = copy.at.astimezone(BEIJING).date()
        days.setdefault((today - day).days, copy)
        weeks.setdefault((monday - (day - timedelta(days=day.weekday()))).days // 7, copy)
        months.setdefault(month - day.year * 12 - day.month, copy)
    stay |= _young(days.items(), _DAYS) | _young(weeks.items(), _WEEKS)
    return frozenset(stay | _young(months.items(), _MONTHS))


def _young(ages: Iterable[tuple[int, SafeCopy]], most: int) -> set[SafeCopy]:
    return {copy for age, copy in ages if age < most}


def _slug(reason: str) -> str:
    return re.sub(r"[^a-z0-9_]+", "_", reason.lower()).strip("_") or "copy"
