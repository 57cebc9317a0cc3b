"""Pictures of workers in real books: sealed one by one, looked at on record, gone for good."""

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from PIL import Image

from desktop.domain.company import Company, CompanyRole, Member
from desktop.domain.errors import BooksDamaged, OtherPerson, Unknown, WrongValue
from desktop.domain.id_card import IdCard
from desktop.domain.identity import IdKind
from desktop.domain.ids import CompanyId, ProjectId, TeamId, WorkerId, new_id
from desktop.domain.likeness import LikenessKind
from desktop.domain.project import Project, Team
from desktop.domain.worker import Capture, Employment, Worker
from desktop.kit.photos import PillowPictures
from desktop.kit.sealing import PersonSeals
from desktop.services.id_reading import IdReading
from desktop.services.likenesses import Likenesses, PictureTools, last_day
from printing.paper import PdfPaper
from printing.raster import page_count
from tests.books_fixture import make_books

KEY = bytes(range(32))
TODAY = date(2026, 4, 1)
NUMBER = "11010519491231002X"
WLT = bytes(range(256)) * 4
CARD = IdCard(
    IdKind.RESIDENT,
    "测试甲",
    "男",
    "汉",
    date(1949, 12, 31),
    NUMBER,
    "北京市朝阳区示例路1号",
    "北京市公安局朝阳分局",
    date(2020, 1, 1),
    None,
    photo=WLT,
)


class Office:
    """Books with one project, two workers, and both services on them."""

    def __init__(self, tmp_path):
        self.books, self.reads, self.clock, seat = make_books(tmp_path)
        self.likenesses = Likenesses(
            books=self.books,
            reads=self.reads,
            clock=self.clock,
            seat=seat,
            tools=PictureTools(PersonSeals(KEY), PillowPictures(), PdfPaper().id_copies),
        )
        self.reader = IdReading(
            books=self.books,
            reads=self.reads,
            clock=self.clock,
            reader=None,
            likenesses=self.likenesses,
            check=lambda _: (),
        )
        company = Company(CompanyId(new_id()), "兰州示例建筑劳务有限公司", "91620100MA74000116")
        self.project = Project(
            ProjectId(new_id()),
            "示例项目",
            finish=date(2027, 6, 30),
            members=(Member(company, CompanyRole.SUBCONTRACTOR),),
        )
        team = Team(TeamId(new_id()), self.project.id, company.id, "木工班")
        job = Employment(self.project.id, team.id, "木工", date(2026, 1, 5))
        self.jia = Worker(WorkerId(new_id()), "测试贾", NUMBER, employments=(job,))
        self.yi = Worker(WorkerId(new_id()), "测试乙", "440524188001010014", employments=(job,))
        with self.books() as books:
            books.projects.put(self.project)
            books.projects.put_team(team)
            books.workers.put_all([self.jia, self.yi])
            books.commit()

    def acts(self):
        with self.reads() as books:
            return [(one.action, one.subject, one.body) for one in books.journal.entries()]

    def stored(self, worker):
        with self.reads() as books:
            return books.likenesses.key(worker.id), books.likenesses.kept(worker.id)


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "camera.jpg"
    Image.effect_noise((900, 1200), 60).convert("RGB").save(path)
    return path


def test_a_photo_comes_back_as_it_was_fitted(office, photo):
    kept = office.likenesses.put_photo(office.jia.id, photo).value
    plain = office.likenesses.get(office.jia.id, LikenessKind.PHOTO).value
    assert Image.open(io.BytesIO(plain)).size == (358, 441)
    assert kept.delete_on == date(2030, 6, 30)  # the finish is later than today: + 3 years
    _, (stored,) = office.stored(office.jia)
    assert plain[64:128] not in stored.sealed
    assert len(stored.sealed) == len(plain) + 12 + 16  # nonce and tag


def test_the_seal_is_what_it_says(office):
    """Opened by hand: HKDF of the office key, AES-GCM twice, worker and kind bound in."""
    office.likenesses.put_reader_photo(office.jia.id, WLT)
    wrapped, (stored,) = office.stored(office.jia)
    who = office.jia.id.bytes
    kek = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"anxin likeness key 1").derive(KEY)
    own = AESGCM(kek).decrypt(wrapped[:12], wrapped[12:], who + b"/key")
    assert len(own) == 32
    assert AESGCM(own).decrypt(stored.sealed[:12], stored.sealed[12:], who + b"/wlt") == WLT


def test_every_look_stands_in_the_journal(office):
    office.likenesses.put_reader_photo(office.jia.id, WLT)
    office.likenesses.get(office.jia.id, LikenessKind.WLT)
    assert [act[0] for act in office.acts()[:2]] == ["likeness.seen", "likeness.put"]
    assert office.acts()[0][1] == str(office.jia.id)


def test_a_list_of_what_is_kept_is_no_look(office):
    office.likenesses.put_reader_photo(office.jia.id, WLT)
    assert [one.kind for one in office.likenesses.kept(office.jia.id)] == [LikenessKind.WLT]
    assert office.acts()[0][0] == "likeness.put"


@pytest.mark.parametrize("harm", ["bit", "kind", "person"])
def test_a_picture_that_was_tampered_with_stays_shut(office, harm):
    office.likenesses.put_reader_photo(office.jia.id, WLT)
    office.likenesses.put_reader_photo(office.yi.id, WLT)
    _, (mine,) = office.stored(office.jia)
    _, (other,) = office.stored(office.yi)
    swapped = {
        "bit": replace(mine, sealed=mine.sealed[:40] + b"\0" + mine.sealed[41:]),
        "kind": replace(mine, kind=LikenessKind.PHOTO),
        "person": replace(mine, sealed=other.sealed),
    }[harm]
    with office.books() as books:
        books.likenesses.put(swapped)
        books.commit()
    with pytest.raises(BooksDamaged):
        office.likenesses.get(office.jia.id, swapped.kind)


def test_each_person_has_a_key_of_his_own(office):
    office.likenesses.put_reader_photo(office.jia.id, WLT)
    office.likenesses.put_reader_photo(office.yi.id, WLT)
    keys = {office.stored(worker)[0] for worker in (office.jia, office.yi)}
    assert len(keys) == 2
    first = office.stored(office.jia)[0]
    office.likenesses.put_reader_photo(office.jia.id, WLT)  # a second picture keeps the key
    assert office.stored(office.jia)[0] == first


def test_only_a_whole_reader_photo_is_kept(office):
    with pytest.raises(WrongValue):
        office.likenesses.put_reader_photo(office.jia.id, WLT[:-1])


def test_due_then_erased_with_the_key(office, photo):
    office.likenesses.put_photo(office.jia.id, photo)
    office.likenesses.put_reader_photo(office.jia.id, WLT)
    office.likenesses.put_reader_photo(office.yi.id, WLT)
    assert office.likenesses.due() == ()
    office.likenesses.set_delete_on(office.jia.id, LikenessKind.PHOTO, date(2026, 5, 1))
    office.likenesses.set_delete_on(office.yi.id, LikenessKind.WLT, date(2026, 5, 2))
    due = office.likenesses.due(date(2026, 5, 2))
    assert [(one.name, one.kind) for one in due] == [
        ("测试贾", LikenessKind.PHOTO),
        ("测试乙", LikenessKind.WLT),
    ]
    assert office.likenesses.erase_due(date(2026, 5, 2)).value == 2
    key, left = office.stored(office.jia)
    assert key is not None
    assert [one.kind for one in left] == [LikenessKind.WLT]
    assert office.stored(office.yi) == (None, ())
    with pytest.raises(Unknown):
        office.likenesses.get(office.yi.id, LikenessKind.WLT)
    erased = [body for action, _, body in office.acts() if action == "likeness.erased"]
    assert [body["pictures"] for body in erased] == [1, 1]


def test_without_the_key_a_saved_row_opens_nothing(office):
    """Somebody kept the sealed bytes: with the person's key gone they are noise."""
    office.likenesses.put_reader_photo(office.jia.id, WLT)
    _, (saved,) = office.stored(office.jia)
    assert office.likenesses.erase(office.jia.id).value == 1
    with office.books() as books:
        books.likenesses.put(saved)
        books.commit()
    with pytest.raises(BooksDamaged):
        office.likenesses.get(office.jia.id, LikenessKind.WLT)


def test_the_last_day_may_not_be_past(office, photo):
    with pytest.raises(WrongValue):
        office.likenesses.put_photo(office.jia.id, photo, delete_on=TODAY)
    assert office.stored(office.jia) == (None, ())


def test_three_years_after_the_later_of_today_and_the_finish():
    plain = Project(ProjectId(new_id()), "a", finish=date(2020, 1, 1))
    later = Project(ProjectId(new_id()), "b", finish=date(2031, 2, 3))
    assert last_day(TODAY, []) == date(2029, 4, 1)
    assert last_day(TODAY, [plain]) == date(2029, 4, 1)
    assert last_day(TODAY, [plain, later]) == date(2034, 2, 3)
    assert last_day(date(2028, 2, 29), []) == date(2031, 2, 28)


def test_copies_are_printed_with_their_purpose(office, photo):
    for kind in (LikenessKind.ID_FRONT, LikenessKind.ID_BACK):
        office.likenesses.put_photo(office.jia.id, photo, kind=kind)
    office.likenesses.put_photo(office.yi.id, photo, kind=LikenessKind.ID_FRONT)
    copies = office.likenesses.copies(office.project.id).value
    assert copies.purpose == "仅供 示例项目 实名制登记使用"
    assert sorted(card.name for card in copies.cards) == ["测试乙", "测试贾"]
    assert page_count(office.likenesses.draw_copies(copies)) == 1
    printed = [act for act in office.acts() if act[0] == "likeness.printed"]
    assert len(printed) == 2


def test_nobody_kept_nothing_printed(office):
    with pytest.raises(Unknown):
        office.likenesses.copies(office.project.id)


def test_a_card_is_compared_and_taken_over(office):
    check = office.reader.note(CARD).value
    assert check.worker.id == office.jia.id
    assert {(one.field, one.before, one.after) for one in check.differences} >= {
        ("name", "测试贾", "测试甲"),
        ("id_validity", "", "2020.01.01-长期"),
        ("birth", "", "1949-12-31"),
    }
    fresh = office.reader.verify(office.jia.id, CARD).value
    assert (fresh.name, fresh.captured, fresh.initials) == ("测试甲", Capture.READER, "csj")
    assert fresh.captured_at == datetime(2026, 4, 1, 2, 0, tzinfo=UTC)
    assert office.likenesses.get(office.jia.id, LikenessKind.WLT).value == WLT
    assert office.reader.note(CARD).value.differences == ()


def test_the_card_of_another_changes_nobody(office):
    with pytest.raises(OtherPerson):
        office.reader.verify(office.yi.id, CARD)
    with office.reads() as books:
        assert books.workers.get(office.yi.id).captured is not Capture.READER
    assert office.stored(office.yi) == (None, ())


def test_the_journal_says_nothing_of_the_person(office):
    office.reader.note(CARD)
    office.reader.note(replace(CARD, id_number="110105194912310011"))
    said = repr(office.acts()[:2])
    for secret in (NUMBER, "110105194912310011", "测试甲", "1949"):
        assert secret not in said
    subjects = [act[1] for act in office.acts()[:2]]
    assert re.fullmatch(r"card:[0-9a-f]{16}", subjects[0])
    assert subjects[1] == str(office.jia.id)


def test_an_expired_card_is_said_so(office):
    old = replace(CARD, valid_to=date(2026, 3, 31))
    assert office.reader.note(old).value.has_expired
    assert not office.reader.note(replace(CARD, valid_to=TODAY)).value.has_expired
