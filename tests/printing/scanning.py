"""Printed sheets signed, fingered and scanned as a site would: synthetic, from a seed."""

import math
from functools import lru_cache
from io import BytesIO

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

INKS = ((25, 30, 35), (30, 45, 150), (60, 60, 70))
REDS = ((190, 40, 45), (205, 75, 80))


def picture(pdf, page, dpi):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        document.close()


def _rectangle(image, place, dpi):
    k = dpi / 72
    top = image.height - (place.y + place.height) * k
    return place.x * k, top, place.width * k, place.height * k


def sign(image, place, dpi, random):
    """A scribble of two to four strokes that fills a good part of the box."""
    x, y, wide, high = _rectangle(image, place, dpi)
    start = x + max(place.printed * dpi / 72, 0) + wide * random.uniform(0.05, 0.2)
    room = x + wide - start
    draw, ink = ImageDraw.Draw(image), random.choice(INKS)
    thick = max(2, round(dpi * random.uniform(0.010, 0.022)))
    for _ in range(random.randint(2, 4)):
        begin, length = start + room * random.uniform(0, 0.4), room * random.uniform(0.25, 0.55)
        middle = y + high * random.uniform(0.35, 0.65)
        waves, phase = random.uniform(1, 4), random.uniform(0, 6)
        points = [
            (
                begin + length * step / 40,
                middle + high * 0.33 * math.sin(phase + waves * step * 6.28 / 40),
            )
            for step in range(41)
        ]
        draw.line(points, fill=ink, width=thick, joint="curve")


def finger(image, place, dpi, random):
    """A red print: an oval of ridges, somewhat beyond the box."""
    x, y, wide, high = _rectangle(image, place, dpi)
    a, b = dpi * 0.21, dpi * 0.26
    low = x + max(place.printed * dpi / 72, 0)
    cx, cy = random.uniform(low + a, x + wide - a), y + high * random.uniform(0.4, 0.6)
    draw, red = ImageDraw.Draw(image), random.choice(REDS)
    b = min(b, high * 0.62)
    for ring in range(0, 100, 12):
        ra, rb = a * (1 - ring / 110), b * (1 - ring / 110)
        draw.ellipse((cx - ra, cy - rb, cx + ra, cy + rb), outline=red, width=max(2, dpi // 70))


def speck(image, place, dpi, random):
    """A mark of which nobody can say what it is: 1 to 2 mm² in the middle of the box."""
    x, y, wide, high = _rectangle(image, place, dpi)
    side = dpi / 25.4 * random.uniform(1.0, 1.4)
    cx, cy = x + wide * random.uniform(0.45, 0.8), y + high / 2
    ImageDraw.Draw(image).ellipse((cx, cy, cx + side, cy + side), fill=INKS[0])


def tilt(image, degrees):
    return image.rotate(degrees, Image.Resampling.BILINEAR, expand=True, fillcolor="white")


@lru_cache(maxsize=4)
def _grain(size, sigma):
    tile, whole = Image.effect_noise((800, 800), sigma), Image.new("L", size)
    for x in range(0, size[0], 800):
        for y in range(0, size[1], 800):
            whole.paste(tile, (x, y))
    return whole


def noise(image, sigma, random):
    """Grain and a few specks of dust, gray as the scanner sees it."""
    grain = _grain(image.size, sigma * 2)
    grainy = Image.blend(image, Image.merge("RGB", [grain] * 3), 0.12)
    draw = ImageDraw.Draw(grainy)
    for _ in range(60):
        x, y = random.randrange(image.width), random.randrange(image.height)
        draw.point((x, y), fill=(20, 20, 20))
    return grainy


def photograph(image, random, lean=0.04):
    """A page on a dark table, seen at a slant."""
    edge = round(image.width * 0.06)
    wide, high = image.width + 2 * edge, image.height + 2 * edge
    table = Image.new("RGB", (wide, high), (70, 60, 52))
    table.paste(image, (edge, edge))
    shift = [random.uniform(-lean, lean) * image.width * 0.5 for _ in range(8)]
    corners = [(0, 0), (wide, 0), (wide, high), (0, high)]
    moved = [
        (x + dx, y + dy) for (x, y), dx, dy in zip(corners, shift[::2], shift[1::2], strict=True)
    ]
    from printing.readback_plane import Plane  # noqa: PLC0415

    terms = Plane.through(corners, moved).terms
    return table.transform(
        (wide, high), Image.Transform.PERSPECTIVE, terms, Image.Resampling.BICUBIC,
        fillcolor=(70, 60, 52),
    ).filter(ImageFilter.GaussianBlur(0.6))  # fmt: skip


def stored(image, kind, dpi, quality=70):
    out = BytesIO()
    if kind == "PDF":
        image.save(out, "PDF", resolution=dpi, quality=quality)
    elif kind == "JPEG":
        image.save(out, "JPEG", quality=quality, dpi=(dpi, dpi))
    else:
        image.save(out, kind, dpi=(dpi, dpi), compress_level=1)
    return out.getvalue()
