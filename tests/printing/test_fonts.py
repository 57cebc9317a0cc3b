"""The chain of fonts: rare names on every paper, extracted as written, or refused by name."""

import shutil
import subprocess
from dataclasses import replace

import pytest

from desktop.domain.errors import FileTrouble, FontRefused, Refused
from desktop.domain.findings import Code
from desktop.ports.card_paper import CardCopies, CardCopy
from desktop.ports.paper import PaperSize
from desktop.services.rare_fonts import RareFonts
from printing import font_files, fonts
from printing.font_chain import PdfFonts
from printing.paper import PdfPaper
from tests.books_fixture import make_books
from tests.printing.boards import board
from tests.printing.fonts_made import font
from tests.printing.readback import texts
from tests.printing.samples import line, paper

PAPER = PdfPaper()
RARE = "\U0002a6a5\U00020bb7\U0002b740"
"""Ext-B and Ext-D signs that Noto Sans SC lacks."""
NAME = f"张{RARE}䶮\U0002c361"
"""With two that it has, one of them beyond the BMP too."""


@pytest.fixture
def bare(monkeypatch):
    """A system without any font for rare characters, whatever this machine has."""
    monkeypatch.setattr(font_files, "SYSTEM", ())
    font_files.use(None)
    font_files._given.turn += 1
    yield
    monkeypatch.undo()
    font_files.use(None)
    font_files._given.turn += 1


@pytest.fixture
def boxes(bare, tmp_path):
    """The same with a font of boxes given by the office."""
    path = tmp_path / "boxes.ttf"
    path.write_bytes(font(RARE, advance=500))
    PdfFonts().use(path)
    return path


def test_without_a_font_the_character_is_named(bare):
    assert fonts.missing(NAME) == tuple(RARE)
    with pytest.raises(Refused) as caught:
        PAPER.wage_sheet(paper([line(1, name=NAME)]), PaperSize.A4)
    found = caught.value.findings
    assert [one.code for one in found] == [Code.GLYPH_MISSING] * 3
    assert [one.facts["codepoint"] for one in found] == ["U+2A6A5", "U+20BB7", "U+2B740"]
    assert {one.subject for one in found} == {NAME}


def test_with_one_nothing_is_missing(boxes):
    assert fonts.missing(NAME) == ()
    assert fonts.missing(NAME + "\U0003abcd") == ("\U0003abcd",)


def sheet_with(name):
    return PAPER.wage_sheet(paper([line(1, name=name), line(2)]), PaperSize.A4)


def board_with(name):
    return PAPER.notice_board(replace(board(), project=name), PaperSize.A2, None)


def copies_with(name):
    return PAPER.id_copies(CardCopies(f"仅供 {name} 使用", (CardCopy(name, "0018", b"", b""),)))


PAPERS = {"wage sheet": sheet_with, "notice board": board_with, "id copies": copies_with}


@pytest.mark.parametrize("kind", PAPERS)
def test_every_paper_says_the_name_as_it_is_written(boxes, kind):
    assert NAME in "".join(texts(PAPERS[kind](NAME))).replace(" ", "")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not here")
def test_another_program_reads_the_same(boxes, tmp_path):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet_with(NAME))
    said = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout
    assert NAME in said.decode()


def test_a_width_is_the_sum_of_its_runs(boxes):
    """Boxes are half an em wide: three of them at 10 points make 15."""
    plain = fonts.width("张䶮", fonts.REGULAR, 10)
    assert fonts.width(f"张{RARE}䶮", fonts.REGULAR, 10) == pytest.approx(plain + 15)
    assert fonts.width(RARE, fonts.BOLD, 10) == pytest.approx(15)


def test_without_rare_names_nothing_of_them_is_loaded(boxes, monkeypatch):
    def load(*_):
        raise AssertionError

    monkeypatch.setattr(fonts, "load", load)
    assert sheet_with("张䶮")


def test_taking_the_font_away_again_refuses_again(boxes):
    assert fonts.missing(RARE) == ()
    PdfFonts().use(None)
    assert fonts.missing(RARE) == tuple(RARE)


def test_a_font_that_vanished_or_broke_is_left_out(boxes):
    boxes.write_bytes(b"\x00\x01\x00\x00 no longer")
    assert fonts.missing(RARE) == tuple(RARE)


@pytest.mark.skipif(not font_files.files(), reason="no such font on this machine")
def test_the_systems_font_draws_extension_b():
    assert fonts.missing(NAME) == ()
    assert NAME in "".join(texts(sheet_with(NAME))).replace(" ", "")


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"no font", "font-kind"),
        (b"", "font-kind"),
        (font("A\U0002a6a5", cff=True), "font-cff"),
        (font("\U0002a6a5", fs_type=2), "font-locked"),
        (font("\U0002a6a5")[:300], "font-damaged"),
        (b"\x00\x01\x00\x00\xff\xff" + b"\0" * 400, "font-damaged"),
        (font("张三"), "font-empty"),
    ],
    ids=["text", "empty", "cff", "locked", "cut", "many tables", "nothing new"],
)
def test_a_font_that_cannot_be_used_is_refused_by_name(bare, tmp_path, content, cause):
    path = tmp_path / "given.ttf"
    path.write_bytes(content)
    with pytest.raises(FontRefused) as caught:
        PdfFonts().inspect(path)
    assert caught.value.facts["cause"] == cause


def rare_fonts(tmp_path):
    books, reads, _, _ = make_books(tmp_path)

    def write(path, content):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    return RareFonts(
        books=books, reads=reads, chain=PdfFonts(), folder=tmp_path / "office", write=write
    )


def test_the_office_gives_a_font_once(bare, tmp_path):
    office = rare_fonts(tmp_path)
    stick = tmp_path / "stick.TTF"
    stick.write_bytes(font(RARE))
    facts = office.give(stick).value
    assert (facts.characters, facts.rare) == (3, 3)
    stick.unlink()
    assert office.missing(RARE) == ()
    assert office.files() == (office.given(),)
    font_files.use(None)
    office.start()  # as when the books are opened the next day
    assert office.missing(RARE) == ()
    office.remove()
    assert office.given() is None
    assert office.missing(RARE) == tuple(RARE)


def test_a_refused_font_leaves_the_former_one(bare, tmp_path):
    office = rare_fonts(tmp_path)
    good, bad = tmp_path / "good.ttf", tmp_path / "bad.ttf"
    good.write_bytes(font(RARE))
    bad.write_bytes(b"no font")
    office.give(good)
    before = office.given()
    with pytest.raises(FontRefused):
        office.give(bad)
    with pytest.raises(FileTrouble):
        office.give(tmp_path / "nowhere.ttf")
    assert office.given() == before
