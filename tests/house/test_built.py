"""What set-up builds and installs is what we reckon with."""

import sys

from fontTools.ttLib import TTFont
from PySide6.QtCore import QObject

from installer import fonts

# Names from real rosters: beyond the basic plane, Extension A, GB 18030 only.
RARE_NAMES = "䶮㛃𬱖𫍯𬍛𠅤𫘦㵕镕堃喆·阿卜杜热合曼"


def test_void_calls_of_qt_keep_none_alive():
    """PySide6 6.12.0 on Python 3.11 drops a reference of None per void call, then aborts."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) <= 50


def test_fonts_are_built_with_real_weights_and_rare_names():
    assert fonts.is_built(), "run: python -m installer.fonts"
    for name, weight in fonts.WEIGHTS.items():
        with TTFont(fonts.OUT / f"NotoSansSC-{name}.ttf", lazy=True) as font:
            assert font["OS/2"].usWeightClass == weight
            assert "glyf" in font
            assert "fvar" not in font
            assert set(map(ord, RARE_NAMES)) <= font.getBestCmap().keys()


def test_a_foreign_font_file_is_refused(tmp_path):
    """The stamp speaks about the very bytes: one byte more and the fonts are not built."""
    for path in fonts.OUT.glob("*.[tj]*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert fonts.is_built(tmp_path)
    with (tmp_path / "NotoSansSC-Bold.ttf").open("ab") as file:
        file.write(b"\0")
    assert not fonts.is_built(tmp_path)
