"""Pictures from outside: cleaned, fitted, or refused by name; bytes made here, not copied."""

import base64
import io
import struct
import time
import zipfile
import zlib

import pytest
from PIL import Image, ImageDraw, PngImagePlugin

from desktop.domain.errors import FileTrouble, PictureRefused
from desktop.domain.likeness import LikenessKind
from desktop.domain.pictures import CARD_RATIO, PHOTO_RATIO, Crop, middle
from desktop.kit.photos import PillowPictures

PICTURES = PillowPictures()


def encoded(image, kind="JPEG", **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def face(size=(600, 800)):
    """A face nobody has: an oval with a red left eye."""
    image = Image.new("RGB", size, (210, 220, 235))
    draw = ImageDraw.Draw(image)
    wide, high = size
    draw.ellipse((wide * 0.2, high * 0.15, wide * 0.8, high * 0.85), fill=(224, 172, 140))
    draw.ellipse((wide * 0.3, high * 0.4, wide * 0.4, high * 0.46), fill=(255, 0, 0))
    return image


def is_red(pixel):
    return pixel[0] > 200 and pixel[1] < 80


def placed():
    """EXIF that says where and with what: Lanzhou, a telephone of nobody's make."""
    exif = Image.Exif()
    exif[0x010F] = "TELEPHONE-MAKER"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (36.0, 3.0, 41.0)
    return exif


def png_of(width, height):
    """A PNG that promises a size and holds next to nothing."""

    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def archive():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("payload.txt", "carried inside")
    return out.getvalue()


@pytest.fixture
def opened(tmp_path):
    def read(content, name="picture.bin"):
        path = tmp_path / name
        path.write_bytes(content)
        return PICTURES.open(path)

    return read


REFUSED = {
    "60,000 x 60,000": (png_of(60_000, 60_000), "picture-pixels"),
    "just over 40 MP": (png_of(8_000, 5_001), "picture-pixels"),
    "truncated jpeg": (encoded(face())[:4_000], "picture-damaged"),
    "truncated png": (encoded(face(), "PNG")[:2_000], "picture-damaged"),
    "png of missing rows": (png_of(600, 800), "picture-damaged"),
    "empty": (b"", "picture-empty"),
    "text": (b"not a picture at all", "picture-kind"),
    "pdf first": (b"%PDF-1.7\n" + encoded(face()), "picture-pdf"),
    "zip first": (archive() + encoded(face()), "picture-archive"),
    "gif": (encoded(face(), "GIF"), "picture-gif"),
    "tiff": (encoded(face(), "TIFF"), "picture-tiff"),
    "heic": (b"\0\0\0\x18ftypheic" + b"\0" * 64, "picture-heif"),
    "too small": (encoded(face((100, 130))), "picture-small"),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "picture-kind"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_by_name_and_soon(opened, name):
    content, cause = REFUSED[name]
    begun = time.monotonic()
    with pytest.raises(PictureRefused) as caught:
        opened(content)
    assert caught.value.facts["cause"] == cause
    assert time.monotonic() - begun < 5


def test_no_such_file(tmp_path):
    with pytest.raises(FileTrouble):
        PICTURES.open(tmp_path / "nowhere.jpg")


def test_nothing_but_pixels_is_left(opened):
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "SECRET-NOTE")
    for content, removed in (
        (encoded(face(), exif=placed(), comment=b"SECRET-NOTE"), ("place", "camera", "notes")),
        (encoded(face()) + archive(), ("tail",)),
        (encoded(face(), "PNG", pnginfo=notes) + b"SECRET-NOTE", ("tail",)),
    ):
        picture = opened(content)
        assert picture.removed == removed
        crop = middle(picture.width, picture.height, PHOTO_RATIO)
        for made in (picture.jpeg, PICTURES.fit(picture, crop, LikenessKind.PHOTO)):
            for secret in (b"SECRET-NOTE", b"TELEPHONE-MAKER", b"Exif", b"PK\x03\x04"):
                assert secret not in made
            clean = Image.open(io.BytesIO(made))
            assert not clean.getexif()
            assert set(clean.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_camera_held_aslant_gives_an_upright_face(opened, orientation):
    """The same picture, laid as each orientation stores it, comes out as it was."""
    turned = {
        1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4,
    }[orientation]  # fmt: skip
    upright = face()
    stored = upright if turned is None else upright.transpose(Image.Transpose(turned))
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = opened(encoded(stored, exif=exif, quality=95))
    assert (picture.width, picture.height) == (600, 800)
    eye = Image.open(io.BytesIO(picture.jpeg)).getpixel((210, 344))
    assert is_red(eye)


def test_the_worst_photo_fits_fifty_kilobytes_of_text(opened):
    """Noise is what JPEG likes least; 50 * 1024 characters of Base64 carry 38,400 bytes."""
    noise = Image.effect_noise((3000, 4000), 200).convert("RGB")
    picture = opened(encoded(noise, quality=98))
    part = middle(picture.width, picture.height, PHOTO_RATIO)
    made = PICTURES.fit(picture, part, LikenessKind.PHOTO)
    assert len(base64.b64encode(made)) <= 50 * 1024
    assert Image.open(io.BytesIO(made)).size == (358, 441)


def test_forty_million_pixels_are_taken(opened):
    """8,000 x 5,000 with transparency: 160 MB unpacked, inside 512 MB."""
    whole = Image.new("RGBA", (8000, 5000), (10, 120, 200, 128))
    picture = opened(encoded(whole, "PNG", compress_level=1))
    assert (picture.width, picture.height) == (2400, 1500)
    seen = Image.open(io.BytesIO(picture.jpeg)).getpixel((5, 5))
    assert all(abs(a - b) < 6 for a, b in zip(seen, (132, 187, 227), strict=True))  # on white


@pytest.mark.parametrize("mode", ["L", "P", "1", "I;16", "LA", "RGBA", "CMYK"])
def test_every_kind_of_pixel(opened, mode):
    if mode == "I;16":
        image = Image.new("I;16", (400, 500), 65_535)
    else:
        image = Image.new("RGB", (400, 500), "white").convert(mode)
    picture = opened(encoded(image, "JPEG" if mode == "CMYK" else "PNG"))
    assert min(Image.open(io.BytesIO(picture.jpeg)).getpixel((9, 9))) > 245


def test_what_is_outside_the_crop_is_gone(opened):
    picture = opened(encoded(face()))
    left_eye = PICTURES.fit(picture, Crop(170, 310, 82, 101), LikenessKind.PHOTO)
    seen = Image.open(io.BytesIO(left_eye)).getpixel((179, 150))
    assert is_red(seen)
    with pytest.raises(PictureRefused):
        PICTURES.fit(picture, Crop(0, 0, 30, 37), LikenessKind.PHOTO)


def test_the_middle_has_the_ratio_and_lies_inside():
    assert middle(1000, 441, PHOTO_RATIO) == Crop(321, 0, 358, 441)
    assert middle(358, 1000, PHOTO_RATIO) == Crop(0, 279, 358, 441)
    assert middle(856, 540, CARD_RATIO) == Crop(0, 0, 856, 540)
