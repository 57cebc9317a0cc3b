"""The QApplication: style, theme, fonts, translations, and one dialog for our own bugs."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import cast

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QObject,
    Qt,
    QTemporaryDir,
    QTranslator,
)
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

import resources
from ui import theme
from ui.theme import Mood

SIZE = 10
"""Points of plain text at 100 %."""
RARE = "䶮㛃𬱖𫍯"
"""Characters of real names that a system's Chinese font often lacks."""
FAMILIES = (
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Noto Sans SC",
)
"""System fonts good enough for the whole window, best first."""
BUILT = "Noto Sans SC"
CHEVRON = "chevron-down"
"""The icon of drop-downs."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the window looks: mood (None: as the system), scale in percent, language."""

    mood: Mood | None = None
    scale: int = 100
    language: str = "zh_CN"


def make(argv: Sequence[str], look: Appearance) -> QApplication:
    """Make the one QApplication (or reuse it) and dress it."""
    application = cast("QApplication | None", QApplication.instance()) or QApplication([*argv])
    application.setApplicationName("anxin")
    application.setApplicationDisplayName("")
    application.setStyle("Fusion")
    translate(application, look.language)
    choose_font(application, look.scale)
    dress(application, look)
    return application


def dress(application: QApplication, look: Appearance) -> None:
    """Put on theme and scale; may be called again while windows are open."""
    worn = theme.load(look.mood or _system_mood(application), look.scale)
    font = application.font()
    font.setPointSizeF(worn.points(SIZE))
    application.setFont(font)
    theme.wear(application, worn, _chevron(application, worn))


def translate(application: QApplication, language: str) -> None:
    """Load the words of Qt and of the window; English is in the sources."""
    locale = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    QLocale.setDefault(locale)
    if language != "zh_CN":
        return
    own = str(cast("Path", resources.path("i18n")))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase_zh_CN", qt), ("anxin_zh_CN", own)):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)


def choose_font(application: QApplication, scale: int) -> None:
    """Take the system's Chinese font; where it lacks a name's character, add our own."""
    known = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    family = next((name for name in FAMILIES if name in known), "")
    families = [family] if family else []
    if not (family and _draws(family, RARE)):
        _register_built()
        families.append(BUILT)
    font = QFont()
    font.setFamilies([*dict.fromkeys([*families, *application.font().families()])])
    font.setPointSizeF(SIZE * scale / 100)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    application.setFont(font)


def take_fonts(application: QApplication, files: Iterable[Path]) -> None:
    """Draw what the window's fonts lack with the fonts that paper is printed in."""
    font = application.font()
    known = font.families()
    for path in files:
        number = QFontDatabase.addApplicationFont(str(path))
        known += [one for one in QFontDatabase.applicationFontFamilies(number) if one not in known]
    if known != font.families():
        font.setFamilies(known)
        application.setFont(font)


def catch_bugs(report: Callable[[str, str], None]) -> Callable[[], None]:
    """Send every unforeseen exception to one dialog; `report` gets summary and traceback.

    Returns what puts the former hook back.
    """
    former = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            former(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        report(kind.__name__, text)

    sys.excepthook = hook

    def restore() -> None:
        sys.excepthook = former

    return restore


def _system_mood(application: QApplication) -> Mood:
    dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return Mood.DARK if dark else Mood.LIGHT


def _draws(family: str, text: str) -> bool:
    raw = QRawFont.fromFont(QFont(family))
    return all(raw.supportsCharacter(ord(character)) for character in text)


def _register_built() -> None:
    folder = cast("Path", resources.path("fonts"))
    for name in ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(folder / name))


class _Pictures(QObject):
    """Pictures the style sheet reads as files; gone with the application."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.folder = QTemporaryDir()


def _chevron(application: QCoreApplication, worn: theme.Theme) -> str:
    pictures = application.findChild(_Pictures) or _Pictures(application)
    path = Path(pictures.folder.path()) / f"chevron-{worn.mood}.svg"
    drawing = resources.text(f"icons/{CHEVRON}.svg")
    path.write_text(drawing.replace("currentColor", worn.colours["muted"]), "utf-8")
    tick = resources.text("icons/done.svg").replace("currentColor", worn.colours["on_accent"])
    path.with_name(f"tick-{worn.mood}.svg").write_text(tick, "utf-8")
    return path.as_posix()
