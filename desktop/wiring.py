"""Builds the office: books, key, plug-ins, clock. No Qt."""

from __future__ import annotations

import hashlib
import secrets
import shutil
import tempfile
import tomllib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event, Lock
from typing import cast

import resources
from db.backup import FileCopies
from db.bundle import unpack
from db.opened import Opened, Place
from db.places import check_place
from db.restore import Keys, restore
from desktop import attendance as formats
from desktop import paths
from desktop.banks.icbc_list import LIST
from desktop.devices.id_reader import SerialCardReader
from desktop.domain.attendance import BEIJING
from desktop.domain.errors import BooksExist, WrongKey
from desktop.domain.ids import PersonId, new_id
from desktop.domain.people import Person, Role
from desktop.kit.files import as_trouble, make_folder, write_whole
from desktop.kit.photos import PillowPictures
from desktop.kit.punch_files import ChildPunchFiles
from desktop.kit.registry import discover
from desktop.kit.sealing import PersonSeals
from desktop.kit.sheets import read_sheets
from desktop.kit.workbooks import Workbooks
from desktop.ports.attendance import AttendanceFormat
from desktop.ports.banks import BankLink
from desktop.ports.books import OfficeRecord
from desktop.ports.copies import CopyReport
from desktop.rehearsal.server import RehearsalBank
from desktop.services.ages import Ages
from desktop.services.attendance import Attendance
from desktop.services.contracts import Contracts
from desktop.services.disbursement import Disbursement
from desktop.services.documents import Documents
from desktop.services.exports import Exports
from desktop.services.exports.cards import Cards
from desktop.services.id_reading import IdReading
from desktop.services.likenesses import Likenesses, PictureTools
from desktop.services.movements import Movements
from desktop.services.notices import Notices
from desktop.services.office import Office
from desktop.services.overview import Overview
from desktop.services.papers import Papers
from desktop.services.payability import Payability
from desktop.services.payroll import Payroll
from desktop.services.people import People, Seated
from desktop.services.projects import Projects
from desktop.services.rare_fonts import RareFonts
from desktop.services.review import Review
from desktop.services.roster import Roster
from desktop.services.safekeeping import Safekeeping
from desktop.services.scanning import Scanning
from desktop.services.search import Search
from desktop.services.signing import Signing
from desktop.services.watch import Watch, matches_of
from desktop.vault import KEY_FILE, KeyVault, OwnPassphrases, Unlocked, system_store
from printing.contract_press import PdfContracts
from printing.font_chain import PdfFonts
from printing.paper import PdfPaper
from printing.readback_press import PdfSheetScans
from printing.site_forms_room import PdfPapers

SERVER = "office.toml"
_BANK, _BANK_PLACE = "rehearsal-bank", "rehearsal_bank"


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the Clock

    def today(self) -> date:
        """Return today's date in Beijing."""
        return datetime.now(BEIJING).date()  # noqa: TID251 - this is the Clock


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was examined; the name is a key of resources/words/phrases.toml [doctor]."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Created:
    """A new office: its key, and the recovery code that is shown once."""

    key: bytes
    recovery_code: str
    keyring: bool


def unlock(folder: Path, passphrase: str) -> Unlocked:
    """Open the key of an office. Raises WrongKey, BooksMissing."""
    return KeyVault().unlock(folder, passphrase)


def create_office(
    folder: Path, passphrase: str, *, person: str, server: str | None, keyring: bool
) -> Created:
    """Make a new office: key file, encrypted books (or tables on a server), its first person.

    Raises:
        BooksExist: there is an office already.
        WeakPassphrase, UnsafePlace, ServerTrouble: as named.
    """
    for name in (paths.BOOKS, SERVER, KEY_FILE):
        if (folder / name).exists():
            raise BooksExist(path=str(folder))
    check_place(folder)
    make_folder(folder)
    before = set(folder.iterdir())
    try:
        return _create(folder, passphrase, person, server, keyring=keyring)
    except BaseException as error:
        for path in set(folder.iterdir()) - before:  # no half office: the next try begins afresh
            with suppress(OSError):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        if isinstance(error, OSError):
            raise as_trouble(error, folder) from error
        raise


def _create(
    folder: Path, passphrase: str, person: str, server: str | None, *, keyring: bool
) -> Created:
    locker = KeyVault()
    key, code = locker.create(folder, passphrase, keyring=keyring)
    if server:
        write_whole(folder / SERVER, f'server = "{server}"\n'.encode())
    first = Person(PersonId(new_id()), person.strip(), frozenset({Role.LABOUR_OFFICER}))
    clock = SystemClock()
    bank = {_BANK_PLACE: str(folder.absolute() / _BANK)}
    record = OfficeRecord(clock.now(), secrets.token_bytes(32), settings=bank)
    _place(folder).create(key, record, first, clock, journal_key(key))
    office = open_office(folder, key)
    try:
        office.projects.seed_calendar()
    finally:
        office.close()
    return Created(key, code, locker.has_keyring_slot(folder))


class Banks:
    """Links by bank word: "rehearsal" starts our own bank on loopback, anything else is a URL."""

    def __init__(self, folder: Path, fault: str = "") -> None:
        self._folder = folder
        self._fault = fault
        self._rehearsal: RehearsalBank | None = None
        self._lock = Lock()
        self.elsewhere = ""
        """Where the rehearsal bank of these books stood first: a bank survives its clients."""

    def link(self, word: str) -> BankLink:
        """Return the link to a bank. Raises WrongValue."""
        from desktop.banks.iso20022 import REHEARSAL, Iso20022Link  # noqa: PLC0415 - requests: 0.1 s

        if word != "rehearsal":
            return Iso20022Link(word)
        with self._lock:
            if self._rehearsal is None:
                self._rehearsal = RehearsalBank(self._place(), self._fault)
                self._rehearsal.start()
        return Iso20022Link(self._rehearsal.url, profile=REHEARSAL)

    def _place(self) -> Path:
        """Return the bank's folder: ours, or for a restored copy the one that knows its orders."""
        own, first = self._folder / _BANK, Path(self.elsewhere or self._folder / _BANK)
        return first if first.is_dir() and not own.exists() else own

    def close(self) -> None:
        """Stop the rehearsal bank if it runs; what it booked stays in its own books."""
        if self._rehearsal is not None:
            self._rehearsal.stop()
            self._rehearsal = None


def open_office(folder: Path, key: bytes, *, person: str = "", rehearse: str = "") -> Office:
    """Open an office: check and migrate its books, recover interrupted payments, build services.

    Args:
        folder: the office folder.
        key: its data key.
        person: who sits here, by name; empty for the first person.
        rehearse: a fault for the rehearsal bank, for training.

    Raises:
        BooksNewer, BooksDamaged, BooksBusy, BooksMissing, WrongKey, Unknown: as named.
    """
    with Opened(_place(folder), key) as opened:
        if not opened.is_current:
            _copy_before_migration(folder, key)
            opened.migrate()
        banks = Banks(folder, rehearse)
        office = _build(folder, key, opened, banks)
        banks.elsewhere = office.people.office().settings.get(_BANK_PLACE, "")
        _sit(office, person)
        office.disbursement.lose_what_was_open()
        office.fonts.start()
    return office


def _build(folder: Path, key: bytes, opened: Opened, banks: Banks) -> Office:
    clock, seat, waiter = SystemClock(), Seated(PersonId(new_id()), ""), Event()
    books, reads = opened.units(seat, clock, journal_key(key))
    safekeeping = Safekeeping(
        books=books,
        reads=reads,
        clock=clock,
        folder=folder,
        copies=_copies(folder, key),
        restorer=restore_copy,
    )
    keep = safekeeping.keep
    notices = Notices(reads=reads, clock=clock)
    documents = Documents(reads=reads, notices=notices, paper=PdfPaper())
    signing = Signing(books=books, reads=reads, clock=clock, seat=seat)
    roster = Roster(
        books=books,
        reads=reads,
        clock=clock,
        seat=seat,
        safe_copy=keep,
        read_sheets=read_sheets,
        write_table=lambda path, table: write_whole(path, Workbooks().workbook(table)),
        on_lists=matches_of,
    )
    tools = PictureTools(PersonSeals(key), PillowPictures(), PdfPaper().id_copies)
    likenesses = Likenesses(books=books, reads=reads, clock=clock, seat=seat, tools=tools)

    def close() -> None:
        waiter.set()
        banks.close()
        opened.close()

    return Office(
        people=People(
            books=books, reads=reads, seat=seat, keys=OwnPassphrases(KeyVault(), folder, key)
        ),
        projects=Projects(books=books, reads=reads, clock=clock, seat=seat, safe_copy=keep),
        roster=roster,
        watch=Watch(books=books, reads=reads, clock=clock, safe_copy=keep, read_sheets=read_sheets),
        ages=Ages(reads=reads, clock=clock),
        reader=IdReading(
            books=books,
            reads=reads,
            clock=clock,
            reader=SerialCardReader(),
            likenesses=likenesses,
            check=roster.check_worker,
        ),
        likenesses=likenesses,
        fonts=RareFonts(
            books=books, reads=reads, chain=PdfFonts(), folder=folder, write=write_whole
        ),
        contracts=Contracts(books=books, reads=reads, clock=clock, seat=seat, press=PdfContracts()),
        movements=Movements(books=books, reads=reads, clock=clock, seat=seat, paper=PdfPaper()),
        cards=Cards(
            books=books,
            reads=reads,
            clock=clock,
            seat=seat,
            safe_copy=keep,
            read_sheets=read_sheets,
            writer=Workbooks(),
            save=write_whole,
        ),
        exports=Exports(
            books=books, reads=reads, clock=clock, writer=Workbooks(), save=write_whole
        ),
        attendance=Attendance(
            books=books, reads=reads, clock=clock, seat=seat, safe_copy=keep, files=_punch_files()
        ),
        review=Review(
            books=books,
            reads=reads,
            clock=clock,
            seat=seat,
            safe_copy=keep,
            read_sheets=read_sheets,
            paper=PdfPaper(),
        ),
        payroll=Payroll(books=books, reads=reads, clock=clock, seat=seat, safe_copy=keep),
        payability=Payability(books=books, reads=reads, clock=clock, seat=seat),
        signing=signing,
        scanning=Scanning(reads=reads, documents=documents, signing=signing, scans=PdfSheetScans()),
        notices=notices,
        documents=documents,
        papers=Papers(reads=reads, clock=clock, seat=seat, press=PdfPapers()),
        disbursement=Disbursement(
            books=books,
            reads=reads,
            clock=clock,
            seat=seat,
            links=banks.link,
            waiter=waiter,
            pay_list=LIST,
            safe_copy=keep,
        ),
        safekeeping=safekeeping,
        overview=Overview(reads=reads, clock=clock),
        search=Search(reads=reads, clock=clock),
        clock=clock,
        seat=seat,
        close=close,
    )


def _sit(office: Office, name: str) -> None:
    """Seat who opened the books; where the key does not tell, whoever needs no own passphrase."""
    if name:
        office.people.sit(office.people.by_name(name))
        return
    everybody, own = office.people.all(), office.people.with_own_passphrase()
    office.people.sit(next((one for one in everybody if one.id not in own), everybody[0]))


def _punch_files() -> ChildPunchFiles:
    found = discover(formats, "FORMAT").values()
    return ChildPunchFiles(cast("Iterable[AttendanceFormat]", found))


def _copies(folder: Path, key: bytes) -> FileCopies | None:
    """Return what copies these books; a server's own tools copy what lives there."""
    place = _place(folder)
    return None if place.server else FileCopies(place.path, key, journal_key(key))


def _copy_before_migration(folder: Path, key: bytes) -> None:
    if (copies := _copies(folder, key)) is not None:
        stamp = SystemClock().now().astimezone(BEIJING).strftime("%Y%m%d-%H%M%S")
        copies.make(folder / "backups" / f"before-migration-{stamp}.axcopy")


def add_person_slot(folder: Path, key: bytes, name: str, passphrase: str) -> None:
    """Give a person a passphrase of his own. Raises WeakPassphrase."""
    KeyVault().add_person(folder, key, name, passphrase)


def unlock_silently(folder: Path) -> bytes | None:
    """Return the key by the keyring, None when that does not work."""
    return KeyVault().unlock_silently(folder)


def restore_copy(path: Path, folder: Path, passphrase: str) -> CopyReport:
    """Make a new office folder of a copy. Raises what db.restore.restore raises."""
    keys = Keys(lambda place: KeyVault().unlock(place, passphrase).key, journal_key)
    return restore(path, folder, keys, SystemClock())


def verify_copy(path: Path, passphrase: str) -> CopyReport:
    """Open a copy by its own key file and check it wholly. Raises BooksDamaged, WrongKey."""
    with tempfile.TemporaryDirectory(prefix="anxin-verify-") as name:
        unpack(path, Path(name))
        try:
            key = KeyVault().unlock(Path(name), passphrase).key
        except WrongKey as error:
            raise WrongKey(path=str(path)) from error
    return FileCopies(path, key, journal_key(key)).verify(path)


def examine(folder: Path, key: bytes) -> tuple[Check, ...]:
    """Check what an office stands on: books, journal, copies, fonts, keyring."""
    checks = [Check("books", ok=True, detail=_place(folder).examine(key))]
    fonts = resources.path("fonts/NotoSansSC-Regular.ttf").is_file()
    behind = [path.stem for path in PdfFonts().files()]
    checks.append(Check("fonts", ok=fonts, detail=" + ".join(["Noto Sans SC", *behind])))
    keyring = system_store() is not None
    checks.append(Check("keyring", ok=True, detail="proven" if keyring else "none"))
    return tuple(checks)


def journal_key(key: bytes) -> bytes:
    """Derive the key that signs the journal; it is never stored."""
    return hashlib.sha256(b"anxin journal" + key).digest()


def _place(folder: Path) -> Place:
    server = folder / SERVER
    url = tomllib.loads(server.read_text(encoding="utf-8"))["server"] if server.exists() else ""
    return Place(paths.books_file(folder), url)
