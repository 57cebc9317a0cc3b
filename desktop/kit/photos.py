"""Pictures from outside: opened in a child process, cleaned, cropped, fitted to a size.

Foreign bytes meet a decoder only in the child, which sends back a JPEG of its own making: upright,
smaller, without a word of what the camera wrote beside the pixels. Only such a JPEG is cropped
here.
"""

from __future__ import annotations

import base64
import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from desktop.domain.errors import PictureRefused
from desktop.domain.findings import Code
from desktop.domain.likeness import LikenessKind
from desktop.domain.pictures import (
    CARD_SIZE,
    MOST_PIXELS,
    PHOTO_SIZE,
    PHOTO_TEXT,
    Crop,
    Picture,
)
from desktop.kit.worker_process import run_apart
from desktop.ports.sheets import UnreadableSheetError

LARGEST_FILE = 60_000_000
MOST_SIDE = 2400
"""Pixels of the longer side of what the child sends back."""
LEAST_SIDE = 120
"""A smaller picture shows nobody."""
_KINDS = ("JPEG", "PNG", "BMP", "WEBP")
_OTHERS = {
    b"%PDF": "picture-pdf",
    b"GIF8": "picture-gif",
    b"II*\x00": "picture-tiff",
    b"MM\x00*": "picture-tiff",
    b"PK\x03\x04": "picture-archive",
}
_HEIF = (b"heic", b"heix", b"mif1", b"hevc", b"msf1", b"avif")
_CAUSES = {"heavy": "picture-large", "large": "picture-large", "book": "picture-damaged"}
_QUALITIES = (92, 88, 84, 80, 75, 70, 65, 60, 55, 50, 45, 40, 35, 30)
_CARD_BYTES = 400_000
_ORIENTATION, _GPS = 0x0112, 0x8825
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""EXIF orientation → Pillow's transposition that sets it upright (Exif 2.3, table 6)."""


class PillowPictures:
    """Opens and fits pictures; implements desktop.ports.pictures."""

    def open(self, path: Path) -> Picture:
        """Clean a foreign picture in a child process.

        Raises:
            PictureRefused: no picture, damaged, of too many pixels.
            FileTrouble: the file cannot be read.
        """
        try:
            (part,) = run_apart("picture", path)
        except UnreadableSheetError as error:
            cause = _CAUSES.get(error.detail, error.detail or "picture-kind")
            raise PictureRefused(path=str(path), cause=cause, cure=cause) from error
        said = cast("dict[str, Any]", part)
        jpeg = base64.b64decode(said["jpeg"])
        return Picture(jpeg, said["width"], said["height"], tuple(said["removed"]))

    def fit(self, picture: Picture, crop: Crop, kind: LikenessKind) -> bytes:
        """Cut out a part and encode it: a photo to at most 50 KB of Base64 text.

        Raises:
            PictureRefused: the part is too small to show anybody.
        """
        from PIL import Image  # noqa: PLC0415 - 60 ms that only pictures need

        size = PHOTO_SIZE if kind is LikenessKind.PHOTO else CARD_SIZE
        if min(crop.width, crop.height) < LEAST_SIDE // 2:
            raise PictureRefused(path="", cause="picture-small", cure="picture-small")
        box = (crop.left, crop.top, crop.left + crop.width, crop.top + crop.height)
        with Image.open(io.BytesIO(picture.jpeg), formats=("JPEG",)) as whole:
            part = whole.convert("RGB").resize(size, Image.Resampling.LANCZOS, box=box)
        most = PHOTO_TEXT // 4 * 3 if kind is LikenessKind.PHOTO else _CARD_BYTES
        return _within(part, most)


def work(path: Path) -> Iterator[object]:
    """Open a foreign picture inside the child; yields one part: a clean JPEG as Base64.

    Raises:
        UnreadableSheetError: refused; the detail names why.
    """
    size = path.stat().st_size
    if size == 0 or size > LARGEST_FILE:
        raise _refused("picture-empty" if size == 0 else "picture-large")
    content = path.read_bytes()
    _check_kind(content)
    image, removed = _opened(content)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92, subsampling=0)
    yield {
        "jpeg": base64.b64encode(out.getvalue()).decode(),
        "width": image.width,
        "height": image.height,
        "removed": removed,
    }


def _check_kind(content: bytes) -> None:
    for head, detail in _OTHERS.items():
        if content.startswith(head):
            raise _refused(detail)
    if content[4:8] == b"ftyp" and content[8:12] in _HEIF:
        raise _refused("picture-heif")


def _opened(content: bytes) -> tuple[Any, list[str]]:
    """Decode, upright and small, on white; what was beside the pixels is named, not kept."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only in the child

    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        image: Any = Image.open(io.BytesIO(content), formats=_KINDS)
        if image.width * image.height > MOST_PIXELS:
            raise _refused("picture-pixels")
        if min(image.size) < LEAST_SIDE:
            raise _refused("picture-small")
        turn, removed = _beside(image, content)
        image.draft("RGB", (MOST_SIDE, MOST_SIDE))
        image.load()
        image = _small(image)
        return (image.transpose(Image.Transpose(turn)) if turn is not None else image), removed
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _refused("picture-pixels") from error
    except UnidentifiedImageError as error:
        raise _refused("picture-kind") from error
    except (OSError, SyntaxError, ValueError, EOFError, IndexError) as error:
        raise _refused("picture-damaged") from error


def _small(image: Any) -> Any:  # noqa: ANN401 - Pillow has no stubs
    """Return at most `MOST_SIDE` pixels a side, in plain RGB, transparency on white."""
    from PIL import Image  # noqa: PLC0415

    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    if image.mode.startswith("I"):  # 16 bits a pixel: the upper eight
        image = image.point(lambda value: value / 256).convert("L")
    image.thumbnail((MOST_SIDE, MOST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if "A" in image.getbands():
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image)
    plain = Image.new("RGB", image.size)
    plain.paste(image.convert("RGB"))
    return plain


def _beside(image: Any, content: bytes) -> tuple[int | None, list[str]]:  # noqa: ANN401
    """Return how to set the picture upright, and what lies in the file beside it."""
    removed = []
    turn = None
    try:
        exif = image.getexif()
        turn = _TURNS.get(exif.get(_ORIENTATION, 1))
        if _GPS in exif:
            removed.append("place")
        if len(exif):
            removed.append("camera")
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it is not kept
        removed.append("camera")
    if any(key in image.info for key in ("comment", "icc_profile", "xmp", "XML:com.adobe.xmp")):
        removed.append("notes")
    if _tail(image.format, content):
        removed.append("tail")
    return turn, removed


def _tail(kind: str, content: bytes) -> bool:
    """Tell whether something hangs on behind the picture, as in a file that is two things."""
    if kind == "PNG":
        return content.rfind(b"IEND") + 8 < len(content)
    if kind == "JPEG":
        return len(content.rstrip(b"\0\xff")) > content.rfind(b"\xff\xd9") + 2
    if kind == "WEBP":
        return int.from_bytes(content[4:8], "little") + 8 + 1 < len(content)
    return kind == "BMP" and int.from_bytes(content[2:6], "little") < len(content)


def _within(part: Any, most: int) -> bytes:  # noqa: ANN401
    """Encode as well as fits; what does not fit even coarsely is drawn smaller."""
    while True:
        for quality in _QUALITIES:
            out = io.BytesIO()
            part.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= most:
                return out.getvalue()
        part = part.resize((part.width * 3 // 4, part.height * 3 // 4))


def _refused(detail: str) -> UnreadableSheetError:
    return UnreadableSheetError(Code.FILE_UNREADABLE, detail)
