"""Pictures of workers: kept apart from identity, sealed one by one, deleted on their day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import BooksDamaged, Unknown, WrongValue
from desktop.domain.id_card import WLT_LENGTH
from desktop.domain.ids import ProjectId, WorkerId
from desktop.domain.likeness import Likeness, LikenessKind
from desktop.domain.pictures import Crop, Picture, middle, ratio_of
from desktop.domain.project import Project
from desktop.domain.worker import Worker
from desktop.ports.books import Books, OpenBooks, Seat
from desktop.ports.card_paper import CardCopies, CardCopy
from desktop.ports.clock import Clock
from desktop.ports.keys import Seals
from desktop.ports.pictures import Pictures
from resources.words import phrase

KEEP_YEARS = 3
"""Years after the later of today and the project's finish (724 art. 28: three at least)."""
_JPEG, _WLT = "image/jpeg", "application/octet-stream"
_FEBRUARY, _LEAP_DAY = 2, 29
COPIES = (LikenessKind.ID_FRONT, LikenessKind.ID_BACK)


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture that lies in the books, not opened."""

    worker: WorkerId
    name: str
    kind: LikenessKind
    size: int
    """Bytes, sealed; 0 in the list of what is due."""
    delete_on: date


@dataclass(frozen=True, slots=True)
class PictureTools:
    """Who seals, who opens foreign files, who draws copies on paper."""

    seals: Seals
    pictures: Pictures
    print_copies: Callable[[CardCopies], bytes]


class Likenesses:
    """Photos, card photos and copies of identity cards."""

    def __init__(
        self, *, books: OpenBooks, reads: OpenBooks, clock: Clock, seat: Seat, tools: PictureTools
    ) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._seat = seat
        self._seals = tools.seals
        self._pictures = tools.pictures
        self._print_copies = tools.print_copies

    def open_picture(self, path: Path) -> Picture:
        """Clean a foreign picture in a child process; touches no books.

        Raises:
            PictureRefused: no picture, damaged, of too many pixels.
            FileTrouble: the file cannot be read.
        """
        return self._pictures.open(path)

    def put_photo(
        self,
        worker_id: WorkerId,
        picture: Path | Picture,
        crop: Crop | None = None,
        *,
        kind: LikenessKind = LikenessKind.PHOTO,
        delete_on: date | None = None,
    ) -> Outcome[Kept]:
        """Keep a photo or one side of an identity card, cropped, fitted and sealed.

        Args:
            worker_id: whose it is.
            picture: a file, or one already opened.
            crop: the part to keep; None for the middle.
            kind: photo, front or back of the card.
            delete_on: its last day; None for three years after today and the project's finish.

        Raises:
            PictureRefused, FileTrouble, Unknown: as named.
            WrongValue: the last day is past.
        """
        whole = self._pictures.open(picture) if isinstance(picture, Path) else picture
        part = crop or middle(whole.width, whole.height, ratio_of(kind))
        jpeg = self._pictures.fit(whole, part, kind)
        return self._put(worker_id, kind, _JPEG, jpeg, delete_on)

    def put_reader_photo(self, worker_id: WorkerId, wlt: bytes) -> Outcome[Kept]:
        """Keep the 1,024 undecoded bytes of a card reader's photo.

        Raises:
            WrongValue: they are not 1,024.
        """
        if len(wlt) != WLT_LENGTH:
            raise WrongValue(field="wlt", value=str(len(wlt)), expected=str(WLT_LENGTH))
        return self._put(worker_id, LikenessKind.WLT, _WLT, wlt, None)

    def kept(self, worker_id: WorkerId) -> tuple[Kept, ...]:
        """Return what is kept of a worker, without opening anything."""
        with self._reads() as books:
            worker = books.workers.get(worker_id)
            return tuple(_kept(worker.name, one) for one in books.likenesses.kept(worker_id))

    def get(self, worker_id: WorkerId, kind: LikenessKind) -> Outcome[bytes]:
        """Open a picture; the journal keeps who looked.

        Raises:
            Unknown: none of that kind is kept.
            BooksDamaged: it was changed.
        """
        with self._books() as books:
            worker = books.workers.get(worker_id)
            plain = self._opened(books, worker, kind)
            books.journal.write("likeness.seen", str(worker_id), kind=kind.value)
            books.commit()
        return Outcome(plain, Changes(frozenset()))

    def set_delete_on(self, worker_id: WorkerId, kind: LikenessKind, day: date) -> Outcome[Kept]:
        """Choose another day on which a picture is to be deleted.

        Raises:
            Unknown: none of that kind is kept.
            WrongValue: the day is past.
        """
        self._require_future(day)
        with self._books() as books:
            worker = books.workers.get(worker_id)
            fresh = replace(_one(books, worker, kind), delete_on=day)
            books.likenesses.put(fresh)
            books.journal.write(
                "likeness.delete_on", str(worker_id), kind=kind.value, day=day.isoformat()
            )
            books.commit()
        return Outcome(_kept(worker.name, fresh), Changes.of(Topic.ROSTER))

    def due(self, day: date | None = None) -> tuple[Kept, ...]:
        """Return pictures whose day of deletion has come by a day (today unless said)."""
        with self._reads() as books:
            found = books.likenesses.due(day or self._clock.today())
            names = {one.worker: books.workers.get(one.worker).name for one in found}
            return tuple(_kept(names[one.worker], one) for one in found)

    def erase(
        self, worker_id: WorkerId, kinds: Iterable[LikenessKind] | None = None
    ) -> Outcome[int]:
        """Delete pictures of a worker; with the last one his key goes, and nothing opens again.

        Args:
            worker_id: whose.
            kinds: which; None for all.
        """
        with self._books() as books:
            count = _erase(books, worker_id, frozenset(kinds or LikenessKind))
            books.commit()
        return Outcome(count, Changes.of(Topic.ROSTER))

    def erase_due(self, day: date | None = None) -> Outcome[int]:
        """Delete every picture whose day has come; returns how many there were."""
        with self._books() as books:
            by_worker: dict[WorkerId, set[LikenessKind]] = {}
            for one in books.likenesses.due(day or self._clock.today()):
                by_worker.setdefault(one.worker, set()).add(one.kind)
            count = sum(_erase(books, who, kinds) for who, kinds in by_worker.items())
            books.commit()
        return Outcome(count, Changes.of(Topic.ROSTER))

    def with_kind(self, project_id: ProjectId, kind: LikenessKind) -> frozenset[WorkerId]:
        """Return the workers of a project of whom such a picture is kept."""
        with self._reads() as books:
            return books.likenesses.with_kind(project_id, kind)

    def copies(
        self, project_id: ProjectId, workers: Sequence[WorkerId] | None = None
    ) -> Outcome[CardCopies]:
        """Open the copies of identity cards that are kept, to be printed; journalled one by one.

        Args:
            project_id: whose purpose stands on the paper.
            workers: whose; None for everybody of whom one is kept.

        Raises:
            Unknown: there is none.
        """
        with self._books() as books:
            project = books.projects.get(project_id)
            whose = self._whose(books, project_id, workers)
            cards = []
            for worker in whose:
                front, back = (self._side(books, worker, side) for side in COPIES)
                if front or back:
                    cards.append(CardCopy(worker.name, worker.id_number[-4:], front, back))
                    books.journal.write("likeness.printed", str(worker.id))
            if not cards:
                raise Unknown(kind="likeness", name=whose[0].name if whose else project.name)
            books.commit()
        purpose = phrase("paper", "id_copies", project=project.name)
        return Outcome(CardCopies(purpose, tuple(cards)), Changes(frozenset()))

    def draw_copies(self, copies: CardCopies) -> bytes:
        """Draw copies two to a page as PDF; needs no books and may run on any thread."""
        return self._print_copies(copies)

    def default_delete_on(self, worker_id: WorkerId) -> date:
        """Return the day on which a picture kept today would be deleted."""
        with self._reads() as books:
            return self._last_day(books, books.workers.get(worker_id))

    def keep(
        self, books: Books, worker: Worker, kind: LikenessKind, media: str, plain: bytes
    ) -> Likeness:
        """Seal a picture and store it in an open unit of work, which the caller commits."""
        wrapped = books.likenesses.key(worker.id)
        if wrapped is None:
            wrapped = self._seals.new_key(worker.id)
            books.likenesses.put_key(worker.id, wrapped)
        likeness = Likeness(
            worker.id,
            kind,
            media,
            self._seals.seal(wrapped, worker.id, kind, plain),
            self._clock.now(),
            self._seat.person,
            self._last_day(books, worker),
        )
        books.likenesses.put(likeness)
        books.journal.write("likeness.put", str(worker.id), kind=kind.value)
        return likeness

    def keep_reader_photo(self, books: Books, worker: Worker, wlt: bytes) -> None:
        """Store a card's undecoded photo in an open unit of work."""
        self.keep(books, worker, LikenessKind.WLT, _WLT, wlt)

    def _put(
        self,
        worker_id: WorkerId,
        kind: LikenessKind,
        media: str,
        plain: bytes,
        delete_on: date | None,
    ) -> Outcome[Kept]:
        if delete_on is not None:
            self._require_future(delete_on)
        with self._books() as books:
            worker = books.workers.get(worker_id)
            likeness = self.keep(books, worker, kind, media, plain)
            if delete_on is not None:
                likeness = replace(likeness, delete_on=delete_on)
                books.likenesses.put(likeness)
            books.commit()
        return Outcome(_kept(worker.name, likeness), Changes.of(Topic.ROSTER))

    def _opened(self, books: Books, worker: Worker, kind: LikenessKind) -> bytes:
        likeness = _one(books, worker, kind)
        wrapped = books.likenesses.key(worker.id)
        if wrapped is None:
            raise BooksDamaged(path="", detail="likeness")
        return self._seals.open(wrapped, worker.id, kind, likeness.sealed)

    def _side(self, books: Books, worker: Worker, kind: LikenessKind) -> bytes:
        found = any(one.kind is kind for one in books.likenesses.kept(worker.id))
        return self._opened(books, worker, kind) if found else b""

    def _whose(
        self, books: Books, project_id: ProjectId, workers: Sequence[WorkerId] | None
    ) -> list[Worker]:
        if workers is not None:
            return [books.workers.get(one) for one in workers]
        kept = set[WorkerId]().union(
            *(books.likenesses.with_kind(project_id, kind) for kind in COPIES)
        )
        return [one for one in books.workers.of_project(project_id) if one.id in kept]

    def _last_day(self, books: Books, worker: Worker) -> date:
        projects = [books.projects.get(job.project) for job in worker.employments]
        return last_day(self._clock.today(), projects)

    def _require_future(self, day: date) -> None:
        today = self._clock.today()
        if day <= today:
            raise WrongValue(field="delete_on", value=day.isoformat(), expected=f"> {today}")


def last_day(today: date, projects: Iterable[Project]) -> date:
    """Return the day three years after the later of today and the last project's finish."""
    later = max([today, *(one.finish for one in projects if one.finish is not None)])
    if (later.month, later.day) == (_FEBRUARY, _LEAP_DAY):
        later = later.replace(day=_LEAP_DAY - 1)
    return later.replace(year=later.year + KEEP_YEARS)


def _one(books: Books, worker: Worker, kind: LikenessKind) -> Likeness:
    found = next((one for one in books.likenesses.kept(worker.id) if one.kind is kind), None)
    if found is None:
        raise Unknown(kind="likeness", name=worker.name)
    return found


def _erase(books: Books, worker: WorkerId, kinds: Iterable[LikenessKind]) -> int:
    """Remove pictures; the key goes with the last of them."""
    wanted = frozenset(kinds)
    gone = [one.kind for one in books.likenesses.kept(worker) if one.kind in wanted]
    for kind in gone:
        books.likenesses.remove(worker, kind)
    if gone and not books.likenesses.kept(worker):
        books.likenesses.forget_key(worker)
    if gone:
        books.journal.write("likeness.erased", str(worker), pictures=len(gone))
    return len(gone)


def _kept(name: str, one: Likeness) -> Kept:
    return Kept(one.worker, name, one.kind, len(one.sealed), one.delete_on)
