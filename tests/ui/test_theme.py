"""Colours that can be read, icons that exist, a rail that is never cut."""

import re

import pytest

import resources
from tests.house.sources import ROOT
from ui import application, icons, navigation, theme
from ui.pages.page import Heading, Page
from ui.theme import Mood
from ui.window import MainWindow

GROUNDS = ("ground", "surface", "raised", "weekend", "holiday", "chosen", "over")
PAIRS = [
    *(("text", ground) for ground in GROUNDS),
    *(("muted", ground) for ground in ("ground", "surface", "raised", "weekend", "line")),
    *(("accent", ground) for ground in ("ground", "surface", "chosen")),
    *(("on_accent", ground) for ground in ("accent", "accent_over", "accent_down")),
    *((name, f"{name}_ground") for name in ("red", "yellow", "blue", "green")),
    *((name, "surface") for name in ("red", "yellow", "blue", "green")),
    *((name, "chosen") for name in ("red",)),
    ("ink", "paper"),
]


def luminance(colour):
    """Relative luminance, WCAG 2.1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#1C2430", "#FFFFFF") == pytest.approx(15.6, abs=0.1)  # LOOK.md


@pytest.mark.parametrize("mood", Mood)
def test_every_text_can_be_read(mood):
    colours = theme.load(mood).colours
    weak = {
        (text, ground): round(contrast(colours[text], colours[ground]), 2)
        for text, ground in PAIRS
        if contrast(colours[text], colours[ground]) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("mood", Mood)
def test_borders_of_fields_and_focus_are_seen(mood):
    colours = theme.load(mood).colours
    assert contrast(colours["edge"], colours["surface"]) >= 3
    assert contrast(colours["accent"], colours["ground"]) >= 3


def test_both_themes_name_the_same_colours():
    assert theme.load(Mood.LIGHT).colours.keys() == theme.load(Mood.DARK).colours.keys()


def test_the_style_sheet_has_no_colour_of_its_own_and_scales_every_length():
    text = resources.text("theme/anxin.qss")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b", text) == []
    assert set(re.findall(r"(\d+)px", text)) <= {"0", "1", "2"}  # hairlines only
    filled = theme.load(Mood.LIGHT, 150).style_sheet("chevron.svg")
    assert "dp" not in re.sub(r"[a-z-]*dp[a-z-]+", "", filled)
    assert "min-height: 45px" in filled  # 30 × 1.5


def test_every_icon_is_one_colour_and_used_somewhere():
    folder = ROOT / "resources" / "icons"
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "ui").rglob("*.py"))
    unused = []
    for path in folder.glob("*.svg"):
        colours = set(re.findall(r'(?:stroke|fill)="([^"]+)"', path.read_text("utf-8")))
        assert colours <= {"currentColor", "none"}, path.name
        if f'"{path.stem}"' not in sources:
            unused.append(path.stem)
    assert unused == []


def test_every_icon_draws_something(qapp):
    for path in (ROOT / "resources" / "icons").glob("*.svg"):
        image = icons.pixmap(path.stem, 24).toImage()
        alphas = {image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)}
        assert max(alphas) > 120, path.stem
        assert 0 in alphas, path.stem


class _Entry(navigation.Entry):
    def make(self, context):
        return Page(context, Heading(self.title, ""))


@pytest.mark.parametrize("scale", theme.SCALES)
def test_no_word_of_the_rail_is_cut_at_any_scale(qapp, context, qtbot, scale):
    application.make(["anxin"], application.Appearance(Mood.LIGHT, scale))
    entries = [_Entry(e.key, e.title, e.icon) for e in navigation.every()]
    window = MainWindow(context, entries)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    for key, item in window.rail.items.items():
        context.count(key, 128)
        font = item.font()
        font.setBold(True)
        qapp.processEvents()
        assert item.width() >= item.sizeHint().width(), key
        bottom = item.mapTo(window.rail, item.rect().bottomLeft()).y()
        assert bottom < window.rail.height(), key
    assert window.height() <= 768
    assert window.width() <= 1366
