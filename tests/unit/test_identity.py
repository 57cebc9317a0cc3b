"""Check digits against published numbers and cases worked by hand."""

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import identity
from desktop.domain.findings import Code
from desktop.domain.identity import IdKind

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "check_digits.json").read_text("utf-8")
)
TODAY = date(2026, 11, 22)
DIGITS = "0123456789"


@pytest.mark.parametrize("number", VECTORS["resident_id"])
def test_published_identity_numbers_pass(number):
    assert identity.check_id(number, TODAY) is None


@pytest.mark.parametrize("number", VECTORS["resident_id"])
def test_every_single_wrong_digit_is_seen(number):
    """MOD 11-2 sees every single error; in the date part it may be seen as a wrong date first."""
    for place in range(17):
        for digit in set(DIGITS) - {number[place]}:
            wrong = number[:place] + digit + number[place + 1 :]
            assert identity.check_id(wrong, TODAY) is Code.ID_CHECK_DIGIT


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", Code.ID_FORMAT),
        ("11010119850301001", Code.ID_FORMAT),  # 17 digits, as web templates print
        ("1101051949123100２X", Code.ID_FORMAT),  # not normalised
        ("A1010519491231002X", Code.ID_FORMAT),
        ("110105194912310021", Code.ID_CHECK_DIGIT),
    ],
)
def test_wrong_identity_numbers(number, code):
    assert identity.check_id(number, TODAY) is code


def _with_check_digit(seventeen):
    """Find the one last sign that the rule accepts as check digit."""
    fits = [
        seventeen + last
        for last in DIGITS + "X"
        if identity.check_id(seventeen + last, TODAY) is not Code.ID_CHECK_DIGIT
    ]
    assert len(fits) == 1
    return fits[0]


def test_impossible_and_future_births_are_refused():
    assert identity.check_id(_with_check_digit("62010219900230001"), TODAY) is Code.ID_BIRTH_DATE
    born_tomorrow = _with_check_digit("62010220261123001")
    assert identity.check_id(born_tomorrow, TODAY) is Code.ID_BIRTH_DATE
    assert identity.check_id(born_tomorrow, date(2026, 11, 23)) is None


def test_no_region_is_refused_and_foreigners_have_numbers():
    """A region that never was, and the 18 digits of the foreigner's card of 2023."""
    for head in ("999999", "659011", "911156"):
        assert identity.check_id(_with_check_digit(head + "19900101001"), TODAY) is None


@pytest.mark.parametrize("cross", ["x", "X", "×", "Ｘ", "ｘ", "Ⅹ", "ⅹ"])
def test_crosses_and_wide_digits_become_one_writing(cross):
    wide = "１１０１０５ 19491231 002" + cross
    assert identity.normalise_id(f"'{wide}\u3000") == "11010519491231002X"


# Published samples of the permit for residents of Hong Kong, Macao, Taiwan; the foreigner's number
# has its check digit worked by hand: 9·7+1·9+1·10+1·5+5·8+6·4+1·2+9·1+9·6+0·3+0·7+1·9+0·10+1·5+
# 0·8+0·4+1·2 = 232, 232 mod 11 = 1, sign "10X98765432"[1] = 0.
PAPERS = [
    ("810000199001010019", IdKind.HMT_PERMIT),
    ("820000199001010010", IdKind.HMT_PERMIT),
    ("830000199001010012", IdKind.HMT_PERMIT),
    ("911156199001010010", IdKind.FOREIGN_PERMANENT),
    ("KOR310080010112", IdKind.FOREIGN_PERMANENT),
    ("H12345678", IdKind.HK_MACAO_TRAVEL),
    ("M1234567890", IdKind.HK_MACAO_TRAVEL),
    ("E12345678", IdKind.PASSPORT),
    ("11010519491231002X", IdKind.RESIDENT),
]


@pytest.mark.parametrize(("number", "kind"), PAPERS)
def test_a_number_tells_its_kind_and_passes_by_its_rules(number, kind):
    assert identity.kind_of(number) is kind
    assert identity.check_id(number, TODAY, kind) is None


@pytest.mark.parametrize(
    "number", ["12345678", "19900101", "123456789", "护照", "", "62010219900101"]
)
def test_what_may_be_anything_has_no_kind(number):
    """Eight digits may be a Taiwan permit, a birthday, or a number cut short: somebody must say."""
    assert identity.kind_of(number) is None


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        ("810000199001010018", IdKind.HMT_PERMIT, Code.ID_CHECK_DIGIT),
        ("11010519491231002X", IdKind.HMT_PERMIT, Code.ID_KIND_FORMAT),
        ("911156199001010011", IdKind.FOREIGN_PERMANENT, Code.ID_CHECK_DIGIT),
        ("KO3100800101121", IdKind.FOREIGN_PERMANENT, Code.ID_KIND_FORMAT),
        ("H123456789", IdKind.HK_MACAO_TRAVEL, Code.ID_KIND_FORMAT),  # nine digits
        ("A12345678", IdKind.HK_MACAO_TRAVEL, Code.ID_KIND_FORMAT),
        ("0123456", IdKind.TAIWAN_TRAVEL, Code.ID_KIND_FORMAT),
        ("19900101", IdKind.TAIWAN_TRAVEL, Code.ID_KIND_FORMAT),  # a birthday in the column
        ("01234567", IdKind.TAIWAN_TRAVEL, None),
        ("G1234567", IdKind.PASSPORT, None),
        ("123456789", IdKind.PASSPORT, None),
        ("E1234", IdKind.PASSPORT, Code.ID_KIND_FORMAT),
        ("ABCDEFGH", IdKind.PASSPORT, Code.ID_KIND_FORMAT),
        ("H12345678", IdKind.RESIDENT, Code.ID_FORMAT),
    ],
)
def test_every_kind_has_its_own_shape(number, kind, code):
    assert identity.check_id(number, TODAY, kind) is code


@pytest.mark.parametrize("number", ["KOR310080010112", "H12345678", "01234567", "E12345678"])
def test_only_eighteen_signs_carry_birth_and_sex(number):
    assert identity.sex_of(number) == ""
    with pytest.raises(ValueError, match=r"\*"):  # the message is masked
        identity.birth_of(number)


def test_lower_case_letters_of_other_papers_are_capitals():
    assert identity.normalise_id(" kor 310080010112 ") == "KOR310080010112"
    assert identity.normalise_id("ｈ１２３４５６７８") == "H12345678"


def test_sex_birth_and_age_come_from_the_number():
    assert identity.birth_of("11010519491231002X") == date(1949, 12, 31)
    assert identity.sex_of("11010519491231002X") == "女"  # 17th digit 2
    assert identity.sex_of("440524188001010014") == "男"  # 17th digit 1
    born = date(2010, 3, 2)
    assert [identity.age_on(born, day) for day in (date(2026, 3, 1), date(2026, 3, 2))] == [15, 16]


@pytest.mark.parametrize("code", VECTORS["uscc"])
def test_credit_codes(code):
    assert identity.is_credit_code(code)
    assert not identity.is_credit_code(code[:-1] + ("1" if code[-1] != "1" else "2"))
    assert identity.normalise_credit_code(f" {code.lower()} ") == code


def test_credit_codes_without_their_alphabet_or_length():
    """I, O, S, V and Z are not in GB 32100; …Y4Z is the book's own wrong sample."""
    wrong = ("91350100M000100Y4Z", "9135O100M000100Y43", "91350100M000100Y4", "")
    assert [identity.is_credit_code(code) for code in wrong] == [False] * 4


@pytest.mark.parametrize("number", [*VECTORS["cnaps"], "103821000120"])
def test_cnaps(number):
    assert identity.is_cnaps(number)
    for last in set(DIGITS) - {number[-1]}:
        assert not identity.is_cnaps(number[:-1] + last)


def test_cnaps_needs_twelve_digits():
    assert not identity.is_cnaps("10282100001")
    assert not identity.is_cnaps("10282100001A")


@pytest.mark.parametrize("number", [*VECTORS["luhn"], "4539578763621486"])
def test_luhn(number):
    assert identity.passes_luhn(number)
    for last in set(DIGITS) - {number[-1]}:
        assert not identity.passes_luhn(number[:-1] + last)


def test_cards_are_digits_of_a_card_length():
    assert identity.normalise_card("6222 0200-0000 0000 018") == "6222020000000000018"
    assert identity.is_card("6222020000000000018")
    assert not identity.is_card("62220200000")
    assert not identity.is_card("6.22202E+18")


@pytest.mark.parametrize(
    ("typed", "mobile", "phone"),
    [
        ("139 0000 0000", True, True),
        ("+86-13900000000", True, True),
        ("１３９０００００００１", True, True),
        ("12900000000", False, False),
        ("1390000000", False, False),
        ("0931-8000010", False, True),
        ("（0931）8000010", False, True),
        ("010－62000000-801", False, True),
        ("12348", False, True),
        ("0931-12333", False, True),
        ("400-810-0000", False, True),
        ("0931-80000", False, False),
        ("", False, False),
    ],
)
def test_phones(typed, mobile, phone):
    number = identity.normalise_phone(typed)
    assert (identity.is_mobile(number), identity.is_phone(number)) == (mobile, phone)


@pytest.mark.parametrize("dot", "•‧・･⋅∙·ꞏ⸱᛫˙·")
def test_every_middle_dot_becomes_one(dot):
    assert identity.normalise_name(f" 买买提 {dot} 吐尔逊 ") == "买买提\u00b7吐尔逊"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("张　三", "张三"),
        ("王\u200b五\ufeff", "王五"),
        ("张䶮", "张䶮"),
        ("杨㛃", "杨㛃"),
        ("李\U0002cb4a", "李\U0002cb4a"),
        ("吴\ue81e", "吴\u9fb4"),  # GB 18030-2005 wrote it FE59, in the private use area
        ("张\ue863", "张䶮"),  # GBK wrote it FE9F
        ("李\ue816", "李\U00020087"),  # FE51, a double of a rare character
        ("JOHN  SMITH", "JOHN SMITH"),
    ],
)
def test_names_are_kept_but_for_padding(typed, name):
    assert identity.normalise_name(typed) == name
    assert identity.check_name(name) is None


@pytest.mark.parametrize(
    ("name", "code", "sign"),
    [
        ("⾦大山", Code.NAME_RADICAL, "⾦"),  # Kangxi radical U+2FA6
        ("王⺠", Code.NAME_RADICAL, "⺠"),  # U+2EA0, which NFKC leaves alone
        ("张\ue000", Code.NAME_CHARACTER, "\ue000"),
        ("张三1", Code.NAME_CHARACTER, "1"),
        ("阿卜杜.热合曼", Code.NAME_CHARACTER, "."),
        ("张三·", Code.NAME_CHARACTER, "·"),
        ("·张三", Code.NAME_CHARACTER, "·"),
        ("张\ufffd", Code.NAME_CHARACTER, "\ufffd"),
        ("阿" * 51, Code.NAME_TOO_LONG, ""),
    ],
)
def test_names_that_no_bank_knows(name, code, sign):
    assert identity.check_name(name) == (code, sign)


# The eight of FE59 … FEA0 that moved out of the private use area in GB 18030-2022.
MOVED = {
    0x59: 0x9FB4, 0x61: 0x9FB5, 0x66: 0x9FB6, 0x67: 0x9FB7,
    0x6D: 0x9FB8, 0x7E: 0x9FB9, 0x90: 0x9FBA, 0xA0: 0x9FBB,
}  # fmt: skip


@pytest.mark.parametrize(("trail", "point"), MOVED.items())
def test_old_files_bring_the_moved_characters_home(trail, point):
    """What Python's codec makes of the old two bytes becomes the character of 2022."""
    old = bytes([0xFE, trail]).decode("gb18030")
    assert 0xE000 <= ord(old) < 0xF900
    assert identity.normalise_name("王" + old) == "王" + chr(point)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("阿卜杜.热合曼", "阿卜杜·热合曼"),
        ("阿卜杜． 热合曼。麦麦提", "阿卜杜·热合曼·麦麦提"),
        ("JOHN A. SMITH", "JOHN A. SMITH"),  # a Latin initial keeps its stop, and is refused
        ("阿卜杜·热合曼", "阿卜杜·热合曼"),
    ],
)
def test_a_full_stop_between_characters_wants_a_word(typed, name):
    assert identity.normalise_name(typed) == name
    assert identity.has_full_stop(typed) == (typed != name)


@pytest.mark.parametrize(("sign", "meant"), [("⾦", "金"), ("⺠", "民"), ("⻔", "门"), ("⻓", "长"),
                                             ("⻬", "齐"), ("⺮", "")])  # fmt: skip
def test_a_radical_tells_what_was_meant(sign, meant):
    assert identity.meant_by_radical(sign) == meant


def test_fifty_characters_are_a_name():
    assert identity.check_name("阿" * 50) is None


@given(st.text(max_size=60))
def test_normalising_a_name_twice_changes_nothing(text):
    once = identity.normalise_name(text)
    assert identity.normalise_name(once) == once


@given(st.sampled_from(range(0x2E80, 0x2FE0)))
def test_no_radical_passes(point):
    assert identity.check_name("王" + chr(point)) == (Code.NAME_RADICAL, chr(point))


@given(st.integers(0x4E00, 0x9FA5).map(chr))
def test_every_common_character_passes(sign):
    assert unicodedata.category(sign) == "Lo"
    assert identity.check_name("王" + sign) is None


def test_masks():
    assert identity.mask_id("620102199001011234") == "620102********1234"
    assert identity.mask_id("H1234567") == "****4567"
    assert identity.mask_id("12") == "12"
    assert identity.mask_card("6222020000000000018") == "****0018"
    assert identity.mask_card("") == ""
