"""Identity numbers, names, codes and cards: normalise, check, mask; nothing is ever guessed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum

from desktop.domain.findings import Code


class IdKind(StrEnum):
    """The paper that proves who somebody is (DOMAIN 9.1)."""

    RESIDENT = "resident"  # 居民身份证
    HMT_PERMIT = "hmt_permit"  # 港澳台居民居住证 (81, 82, 83)
    FOREIGN_PERMANENT = "foreign_permanent"  # 外国人永久居留身份证 (18 from 9; older ones 15)
    HK_MACAO_TRAVEL = "hk_macao_travel"  # 港澳居民来往内地通行证
    TAIWAN_TRAVEL = "taiwan_travel"  # 台湾居民来往大陆通行证
    PASSPORT = "passport"  # 护照


ID_LENGTH = 18
NAME_LIMIT = 50
"""Characters a name field must hold (民委发〔2016〕33号: 50 characters, 25 Han at least)."""
DOT = "\u00b7"

_FULL_WIDTH = {0xFF10 + n: str(n) for n in range(10)}
_BLANK = dict.fromkeys(map(ord, " \t\r\n\u00a0\u200b\u200c\u200d\u2060\u3000\ufeff'\u2018\u2019`"))
_CROSS = dict.fromkeys(map(ord, "xX×\uff38\uff58\u2169\u2179\u0425\u0445✕✖"), "X")
_DASH = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d—－"), "-")
_DIGITS = {**_FULL_WIDTH, **_BLANK}
_ID_SIGNS = {**_DIGITS, **_CROSS}
_DASHED = {**_DIGITS, **_DASH}

_ID = re.compile(r"[0-9]{17}[0-9X]")
_SHAPES = {
    IdKind.RESIDENT: _ID,
    IdKind.HMT_PERMIT: re.compile(r"8[123][0-9]{15}[0-9X]"),
    IdKind.FOREIGN_PERMANENT: re.compile(r"9[0-9]{16}[0-9X]|[A-Z]{3}[0-9]{12}"),
    IdKind.HK_MACAO_TRAVEL: re.compile(r"[HM](?:[0-9]{8}|[0-9]{10})"),
    IdKind.TAIWAN_TRAVEL: re.compile(r"[0-9]{8}"),
    IdKind.PASSPORT: re.compile(r"(?=[A-Z]*[0-9])[A-Z0-9]{6,12}"),
}
_UNMISTAKABLE_PASSPORT = re.compile(r"[A-Z]{1,2}[0-9]{7,8}")
_DAY = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"

_USCC_SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)

_CNAPS = re.compile(r"[0-9]{12}")
_CARD = re.compile(r"[0-9]{12,21}")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"(0[0-9]{2,3}-?)?[0-9]{7,8}(-[0-9]{1,6})?")
_SERVICE = re.compile(r"(0[0-9]{2,3}-?)?1[0-9]{2,4}|[48]00-?[0-9]{3}-?[0-9]{4}")

# Dots that people and devices write for the middle dot of a name (DOMAIN 9.2).
_DOTS = dict.fromkeys(
    map(ord, "\u2022\u2027\u30fb\uff65\u22c5\u2219\u0387\ua78f\u2e31\u16eb\u02d9"), DOT
)
# The row FE50 to FEA0 of GBK, which older programs keep in the private use area from U+E815 on.
# Sixty-six of its signs have had a place since GB 18030-2000, which Python's codec knows; eight
# since 2005, moved there in 2022 (FE59 and its like); six are doubles of rare characters.
_ROW_FE = [*range(0x50, 0x7F), *range(0x80, 0xA1)]
_OLD_PRIVATE = {
    0xE815 + place: bytes([0xFE, trail]).decode("gb18030") for place, trail in enumerate(_ROW_FE)
} | {
    0xE81E: "\u9fb4", 0xE826: "\u9fb5", 0xE82B: "\u9fb6", 0xE82C: "\u9fb7",
    0xE832: "\u9fb8", 0xE843: "\u9fb9", 0xE854: "\u9fba", 0xE864: "\u9fbb",
    0xE816: "\U00020087", 0xE817: "\U00020089", 0xE818: "\U000200cc",
    0xE831: "\U000215d7", 0xE83B: "\U0002298f", 0xE855: "\U000241fe",
}  # fmt: skip
_NAME_SIGNS = {**_DOTS, **_OLD_PRIVATE, **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))}
_AROUND_DOT = re.compile(rf" *{DOT} *")
# A full stop between two characters that are not Latin: somebody meant the middle dot.
_STOP = re.compile(r"(?<=[^\x00-\u024f]) *[.\uff0e\u3002] *(?=[^\x00-\u024f])")
_HAN_GAP = re.compile(r"(?<=[^\x00-\u024f])\s+(?=[^\x00-\u024f])")
_RADICALS = range(0x2E80, 0x2FE0)
# Those of U+2E80 to U+2EF3 that NFKC leaves alone and that look exactly like a character.
_RADICAL_LOOKS = dict(zip("⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
                          "民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
                          strict=True))  # fmt: skip
_HAN_PLANES = range(0x20000, 0x40000)
_IN_NAMES = frozenset(DOT + " -'\u3007")


def normalise_id(text: str) -> str:
    """Write an identity number with ASCII digits, capitals and an upper-case X, without blanks."""
    plain = text.translate(_ID_SIGNS)
    return unicodedata.normalize("NFKC", plain).upper() if plain.isalnum() else plain


def kind_of(number: str) -> IdKind | None:
    """Return the only kind a normalised number can be of, None where its shape does not tell.

    Eight digits may be a Taiwan travel permit, a day of birth or a number cut short, and most
    passports are signs of any kind: there the kind must be said.
    """
    if _ID.fullmatch(number):
        if number.startswith("9"):
            return IdKind.FOREIGN_PERMANENT
        hmt = _SHAPES[IdKind.HMT_PERMIT].fullmatch(number)
        return IdKind.HMT_PERMIT if hmt else IdKind.RESIDENT
    for kind in (IdKind.FOREIGN_PERMANENT, IdKind.HK_MACAO_TRAVEL):
        if _SHAPES[kind].fullmatch(number):
            return kind
    return IdKind.PASSPORT if _UNMISTAKABLE_PASSPORT.fullmatch(number) else None


def check_id(number: str, today: date, kind: IdKind = IdKind.RESIDENT) -> Code | None:
    """Judge a normalised number by the rules of its kind (DOMAIN 9.1).

    Eighteen signs are GB 11643-1999 with its check digit, a real day of birth that is not to
    come, and any region; the other kinds have a shape only. A resident's number may begin with
    81, 82, 83 or 9: the build is the same, and `kind_of` tells whose it is.
    """
    if not _SHAPES[kind].fullmatch(number):
        return Code.ID_FORMAT if kind is IdKind.RESIDENT else Code.ID_KIND_FORMAT
    if kind is IdKind.TAIWAN_TRAVEL and _DAY.fullmatch(number):
        return Code.ID_KIND_FORMAT
    if not has_birth(number):
        return None
    total = sum(int(d) * w for d, w in zip(number, _ID_WEIGHTS, strict=False))
    if _ID_CHECKS[total % 11] != number[17]:
        return Code.ID_CHECK_DIGIT
    try:
        born = birth_of(number)
    except ValueError:
        return Code.ID_BIRTH_DATE
    return Code.ID_BIRTH_DATE if born > today else None


def has_birth(number: str) -> bool:
    """Tell whether a number carries region, day of birth and sex: 18 signs do."""
    return _ID.fullmatch(number) is not None


def birth_of(number: str) -> date:
    """Return the date of birth in a number of 18 signs.

    Raises:
        ValueError: the digits are no date, or the number is of a kind that carries none.
    """
    if not has_birth(number):
        raise ValueError(mask_id(number))
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def sex_of(number: str) -> str:
    """Return the sex as the card prints it: the 17th digit is odd for men; empty where none is."""
    if not has_birth(number):
        return ""
    return "男" if int(number[16]) % 2 else "女"


def age_on(born: date, day: date) -> int:
    """Return full years of age on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def normalise_credit_code(text: str) -> str:
    """Write a unified social credit code in ASCII capitals without blanks."""
    return unicodedata.normalize("NFKC", text).translate(_DIGITS).upper()


def is_credit_code(code: str) -> bool:
    """Tell whether a normalised unified social credit code is well formed (GB 32100-2015)."""
    if len(code) != ID_LENGTH or any(symbol not in _USCC_SYMBOLS for symbol in code):
        return False
    total = sum(_USCC_SYMBOLS.index(s) * w for s, w in zip(code, _USCC_WEIGHTS, strict=False))
    return _USCC_SYMBOLS[-total % 31] == code[17]


def normalise_digits(text: str) -> str:
    """Write digits in ASCII, without blanks and leading apostrophe."""
    return text.translate(_DIGITS)


def normalise_card(text: str) -> str:
    """Write a card number in ASCII digits without the blanks and dashes of its print."""
    return text.translate(_DASHED).replace("-", "")


def is_card(number: str) -> bool:
    """Tell whether a normalised number can be a bank card or account at all."""
    return _CARD.fullmatch(number) is not None


def passes_luhn(number: str) -> bool:
    """Tell whether the last digit is the Luhn digit; some banks' accounts have none: only warn."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 * (value > 9)  # noqa: PLR2004 - two digits: their sum
    return total % 10 == 0


def is_cnaps(number: str) -> bool:
    """Tell whether a normalised CNAPS number is right (12 digits, ISO 7064 MOD 11,10)."""
    if not _CNAPS.fullmatch(number):
        return False
    product = 10
    for digit in number[:11]:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return (product + int(number[11])) % 10 == 1


def normalise_phone(text: str) -> str:
    """Write a telephone number in ASCII digits and hyphens, without +86."""
    number = text.translate(_DASHED).replace("(", "").replace(")", "-")
    number = number.replace("（", "").replace("）", "-")
    return number.removeprefix("+86").removeprefix("-")


def is_mobile(number: str) -> bool:
    """Tell whether a normalised number is a mainland mobile number."""
    return _MOBILE.fullmatch(number) is not None


def is_phone(number: str) -> bool:
    """Tell whether a normalised number is a mobile, landline or service number (12333, 400 …)."""
    return any(kind.fullmatch(number) for kind in (_MOBILE, _LANDLINE, _SERVICE))


def normalise_name(text: str) -> str:
    """Write a name with U+00B7 for every kind of middle dot and without padding blanks.

    Rare characters stay as they are; those that older systems keep in the private use area come
    to their place in Unicode (GB 18030-2022). A full stop between two characters becomes the
    middle dot too, which somebody has to confirm: see `has_full_stop`.
    """
    dotted = _STOP.sub(DOT, text.translate(_NAME_SIGNS))
    single = " ".join(dotted.split())
    return _AROUND_DOT.sub(DOT, _HAN_GAP.sub("", single))


def has_full_stop(text: str) -> bool:
    """Tell whether a name as written has a full stop where `normalise_name` puts the dot."""
    return _STOP.search(text.translate(_NAME_SIGNS)) is not None


def meant_by_radical(sign: str) -> str:
    """Return the character that a radical looks like, empty where there is no single one."""
    plain = unicodedata.normalize("NFKC", sign)
    return plain if plain != sign else _RADICAL_LOOKS.get(sign, "")


def check_name(name: str) -> tuple[Code, str] | None:
    """Judge a normalised name; returns the cause and the character it is about.

    Radicals (U+2E80 to U+2FDF), which look like characters but are none, are refused: they come
    from copied PDFs, and no bank knows a man of that name.
    """
    for sign in name:
        if ord(sign) in _RADICALS:
            return Code.NAME_RADICAL, sign
    for sign in name:
        if not _is_name_sign(sign):
            return Code.NAME_CHARACTER, sign
    if name.startswith(DOT) or name.endswith(DOT):
        return Code.NAME_CHARACTER, DOT
    return (Code.NAME_TOO_LONG, "") if len(name) > NAME_LIMIT else None


def _is_name_sign(sign: str) -> bool:
    """Letters of every script, their marks, the middle dot and what Latin names need.

    The planes of rare Han count as letters whether this Python knows the character or not.
    """
    if sign in _IN_NAMES or ord(sign) in _HAN_PLANES:
        return True
    return unicodedata.category(sign)[0] in "LM"


def mask_id(number: str) -> str:
    """Show the first six and last four signs of an identity number: 620102********1234."""
    if len(number) < ID_LENGTH:
        return "*" * max(len(number) - 4, 0) + number[-4:]
    return number[:6] + "*" * (len(number) - 10) + number[-4:]


def mask_card(number: str) -> str:
    """Show the last four digits of a card: ****0018."""
    return "****" + number[-4:] if number else ""
