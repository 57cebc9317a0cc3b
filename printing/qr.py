"""QR codes: drawn as one vector path, read back before anything is released."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

import qrcode
import zxingcpp
from PIL import Image, ImageFilter, UnidentifiedImageError
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

from desktop.domain.errors import FileTrouble, Refused
from desktop.domain.findings import Code, Finding, Level
from printing import raster

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004)."""
LEAST_MODULE_MM = 0.6
"""Below this a phone-scanned or scanned sheet is no longer read reliably."""
_PIXELS = 4
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_SCAN_DPI = 200
_LONGEST_SIDE = 12_000


@dataclass(frozen=True, slots=True)
class Symbol:
    """A code's dark modules, row by row from the top."""

    text: str
    rows: tuple[tuple[bool, ...], ...]

    @property
    def modules(self) -> int:
        """Modules on a side including the quiet zone."""
        return len(self.rows) + 2 * QUIET


@lru_cache(maxsize=64)
def symbol(text: str, *, outdoors: bool = False) -> Symbol:
    """Make a code and read it back.

    Args:
        text: what the code says.
        outdoors: correct up to a quarter of damage (level Q) rather than 15 % (level M).

    Raises:
        Refused: QR_UNREADABLE, the code does not say its text.
    """
    code = qrcode.QRCode(
        error_correction=ERROR_CORRECT_Q if outdoors else ERROR_CORRECT_M,
        border=0,
        mask_pattern=None if outdoors else 3,  # any mask is lawful; choosing costs 8 trials
    )
    try:
        code.add_data(text)
        code.make(fit=True)
    except ValueError:  # longer than the largest code holds
        raise unreadable(text, "") from None
    made = Symbol(text, tuple(tuple(row) for row in code.get_matrix()))
    got = _texts(_picture(made))
    if got != (text,):
        raise unreadable(text, "、".join(got))
    return made


def unreadable(expected: str, got: str) -> Refused:
    """Return the refusal of a code that does not read back."""
    facts = {"expected": expected, "got": got}
    return Refused((Finding(Code.QR_UNREADABLE, Level.STOP, facts=facts),))


def least_mm(made: Symbol) -> float:
    """Return the least side in millimetres, quiet zone included."""
    return made.modules * LEAST_MODULE_MM


def draw(canvas: Any, made: Symbol, at: tuple[float, float], side: float) -> None:  # noqa: ANN401
    """Draw a code with its quiet zone.

    Args:
        canvas: a ReportLab canvas.
        made: the code.
        at: lower left corner, points.
        side: side including the quiet zone, points.
    """
    step = side / made.modules
    path = "\n".join(
        f"{QUIET + start} {made.modules - QUIET - number - 1} {length} 1 re"
        for number, row in enumerate(made.rows)
        for start, length in _runs(row)
    )
    # One path in whole modules under a matrix: exact edges, no hairlines between modules.
    canvas.addLiteral(f"q 0 g {step:.6f} 0 0 {step:.6f} {at[0]:.3f} {at[1]:.3f} cm\n{path}\nf Q")


def read(content: bytes) -> tuple[str, ...]:
    """Read every code of a PNG, JPEG or PDF.

    Raises:
        FileTrouble: the bytes are neither.
    """
    if content[:1024].lstrip().startswith(b"%PDF"):
        pages = raster.gray_pages(content, _SCAN_DPI)
        return tuple(text for page in pages for text in read_image(page))
    return read_image(picture(content))


def picture(content: bytes) -> Image.Image:
    """Open an image file in gray, white where it is transparent.

    Raises:
        FileTrouble: it is no image, or an absurdly large one.
    """
    try:
        with Image.open(BytesIO(content)) as image:
            if max(image.size) > _LONGEST_SIDE:
                raise FileTrouble(path="", detail=f"{image.size}")
            full = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise FileTrouble(path="", detail=str(error)) from error
    ground = Image.new("RGBA", full.size, "white")
    ground.alpha_composite(full)
    return ground.convert("L")


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return (start, length) of the dark stretches."""
    runs: list[tuple[int, int]] = []
    for index, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == index:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((index, 1))
    return runs


def _picture(made: Symbol) -> Image.Image:
    side = made.modules
    cells = bytearray(b"\xff" * side * side)
    for number, row in enumerate(made.rows):
        begin = (number + QUIET) * side + QUIET
        cells[begin : begin + len(row)] = bytes(0 if dark else 255 for dark in row)
    small = Image.frombytes("L", (side, side), bytes(cells))
    return small.resize((side * _PIXELS, side * _PIXELS), Image.Resampling.NEAREST)


def _texts(image: Image.Image) -> tuple[str, ...]:
    found = zxingcpp.read_barcodes(image, formats=_QR)
    return tuple(code.text for code in found)


def read_image(image: Image.Image) -> tuple[str, ...]:
    """Read at the image's own size, then twice as large, then slightly blurred."""
    if got := _texts(image):
        return got
    twice = image.resize((image.width * 2, image.height * 2), Image.Resampling.BICUBIC)
    return _texts(twice) or _texts(twice.filter(ImageFilter.GaussianBlur(1)))
