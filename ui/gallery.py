"""`python -m ui.gallery FOLDER`: pictures of the foundation with invented values."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from math import sin
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QPoint, QSettings, QSize, Qt, QTemporaryDir
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.ports.paper import PageImage
from ui import application, theme
from ui import format as text
from ui.context import PageContext
from ui.crash import CrashDialog
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField
from ui.fields.text_fields import DayField, MoneyField, TextField
from ui.forms.form import Form
from ui.models.rows import Badge, Column
from ui.navigation import Entry, every
from ui.pages.page import Heading, Page
from ui.tasks import Tasks, Ticket
from ui.theme import Mood
from ui.widgets.banner import Banner
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_drop import FileDrop
from ui.widgets.findings_list import FindingsList
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.scrolled import scrolled
from ui.widgets.signature_pad import SignaturePad
from ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.office import Office

SCREEN = (1366, 768)
PROJECT = ProjectId(UUID(int=1))
NAMES = ("陈志伟", "阿卜杜热合曼·麦麦提图尔荪江", "李䶮", "王秀兰", "曾国强", "单雄信", "吴𬱖")
STATES = (
    Badge("done", "已发放"),
    Badge("warn", "未签字"),
    Badge("stop", "退回"),
    Badge("note", "未知（正在查询）"),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """An invented worker."""

    number: int
    name: str
    initials: str
    id_number: str
    entry: date
    net: Money
    state: Badge


def samples(count: int) -> tuple[Sample, ...]:
    """Invent as many workers as asked."""
    return tuple(
        Sample(
            number,
            NAMES[number % len(NAMES)],
            "czw",
            text.masked_id(f"6201021980010{number % 10000:04}X"),
            date(2026, 3, 1 + number % 28),
            Money(512_345 + number * 977 % 900_000),
            STATES[number % len(STATES)],
        )
        for number in range(count)
    )


def columns() -> tuple[Column[Sample], ...]:
    """Return columns of every kind."""
    return (
        Column("name", "姓名", lambda line: line.name, width=220),
        Column("id", "身份证号", lambda line: line.id_number, width=180),
        Column("entry", "进场日期", lambda line: text.day(line.entry), width=110),
        Column(
            "net",
            "实发（元）",
            lambda line: text.money(line.net),
            sort=lambda line: line.net,
            width=120,
            right=True,
        ),
        Column(
            "state",
            "状态",
            lambda line: line.state.word,
            width=170,
            badge=lambda line: line.state,
        ),
    )


class ListPage(Page):
    """A page with a table."""

    def __init__(self, context: PageContext, count: int) -> None:
        super().__init__(
            context, Heading("工资", "2026年10月：核对每个人的工资，签字后锁定，再提交银行代发。")
        )
        self.add_act("打印", lambda: None, "print")
        self.add_act("锁定工资表", lambda: None, "lock", primary=True)
        empty = EmptyState("这个月还没有工资表。先导入考勤，再生成。", "wages", "生成工资表")
        self.table = DataTable("gallery", columns(), lambda line: line.number, empty=empty)
        self.table.set_rows(samples(count))
        if count:
            self.show_banner(
                Banner("warn", "3 人还没有签字。", "请他们签字，或注明原因移到补充表。", "去签字")
            )
            self.show_banner(Banner("done", "银行已受理 118 笔，共 612,480.00 元。"))
            self.table.set_totals(f"{count} 人 · 实发合计 1,234,567.80 元")
            self.table.choose([2])
        self.body.addWidget(self.table)


class WidgetsPage(Page):
    """A page with everything that is no table."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, Heading("工人资料", "改一个人的资料；每一项错误写在它下面。"))
        form = Form()
        form.add_section("基本信息")
        form.add("name", "姓名", TextField(), required=True)
        form.add("rate", "计日单价（元）", MoneyField())
        form.add("entry", "进场日期", DayField())
        form.add("kind", "计薪方式", ChoiceField([(1, "计日"), (2, "计时")]))
        form.set_values({"name": "陈志伟", "rate": Money(26_000), "entry": date(2026, 3, 1)})
        form.guard(self.add_act("保存", lambda: None, "save", primary=True))
        form.findChildren(DayField)[0].line.setText("2026-13-01")
        findings = FindingsList()
        findings.set_findings(
            [
                Finding(Code.ID_CHECK_DIGIT, Level.STOP, row, "身份证号", name)
                for row, name in enumerate(NAMES, 4)
            ]
            + [Finding(Code.CARD_LUHN, Level.WARN, 9, "银行卡号", "王秀兰")]
        )
        drop = FileDrop("把名册拖到这里，或者选择文件。", (".xlsx",))
        pad = SignaturePad()
        _sign(pad)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        for row in (top, bottom):
            row.setSpacing(theme.px(24))
            self.body.addLayout(row, 1)
        top.addWidget(scrolled(form), 1)
        top.addWidget(pad, 1)
        bottom.addWidget(findings, 2)
        bottom.addWidget(drop, 1)


class PaperPage(Page):
    """A page with paper."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, Heading("纸面", "打印出来就是这样。"))
        self.preview_widget = PdfPreview(self.desk)
        self.body.addWidget(self.preview_widget)
        self.preview_widget.show_document(5, _drawn)


def _drawn(_page: int, dpi: int) -> PageImage:
    image = QImage(round(11.69 * dpi), round(8.27 * dpi), QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    painter.setPen(theme.colour("ink"))
    step = image.height() // 20
    for row in range(3, 18):
        painter.drawLine(step, row * step, image.width() - step, row * step)
    painter.end()
    pixels = bytes(image.constBits())
    return PageImage(image.width(), image.height(), image.bytesPerLine(), pixels)


def _sign(pad: SignaturePad) -> None:
    pad.resize(600, 200)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for shift in (0, 130):
        QTest.mousePress(pad, left, none, QPoint(100 + shift, 60))
        for step in range(60):
            x = 100 + shift + step * 2
            QTest.mouseMove(pad, QPoint(x, round(90 + 40 * sin(step / 6))), 1)
        QTest.mouseRelease(pad, left, none, QPoint(220 + shift, 100))


class _Shown(Entry):
    __slots__ = ()

    def make(self, context: PageContext) -> Page:
        """Build the sample page."""
        if self.key == "roster":
            return WidgetsPage(context)
        if self.key == "documents":
            return PaperPage(context)
        return ListPage(context, 0 if self.key == "settings" else 10_000)


def window() -> tuple[MainWindow, Tasks]:
    """Build the whole window over an invented office."""
    projects = [SimpleNamespace(id=PROJECT, name="榆中县城关镇安置房项目二标段")]
    invented = SimpleNamespace(
        projects=SimpleNamespace(all=lambda: projects),
        safekeeping=SimpleNamespace(is_on_server=False),
        seat=SimpleNamespace(name="何秉正"),
    )
    office = cast("Office", invented)
    tasks = Tasks()
    desk = Desk(office, tasks)
    context = PageContext(desk, PROJECT, WageMonth(2026, 10))
    shown = MainWindow(context, [_Shown(e.key, e.title, e.icon) for e in every()])
    context.count("signing", 3)
    context.count("disbursement", 128)
    context.say("已导入考勤 18 312 条", lambda: None)
    return shown, tasks


def inspector() -> QWidget:
    """Build a small inspector."""
    widget = QWidget()
    layout = QVBoxLayout(widget)
    title = QLabel("陈志伟")
    theme.mark(title, "role", "section")
    layout.addWidget(title)
    for line in ("木工 · 一班", "计日 260.00 元", "工资卡 ****0018"):
        layout.addWidget(QLabel(line))
    layout.addStretch(1)
    return widget


def shoot(folder: Path, name: str, widget: QWidget) -> None:
    """Save a picture of a widget."""
    QTest.qWait(900)
    widget.grab().save(str(folder / f"{name}.png"))


def _work(ticket: Ticket) -> None:
    ticket.step(12_431, 58_000)
    ticket.wait(30)


def _window_pictures(folder: Path, name: str) -> None:
    shown, tasks = window()
    shown.resize(QSize(*SCREEN))
    shown.show()
    shown.open_page("payroll")
    ticket = shown.context.desk.job(shown, "导入考勤", _work)
    shown.inspect(inspector())
    shoot(folder, f"window-{name}", shown)
    for key in ("settings", "roster", "documents"):
        shown.open_page(key)
        shoot(folder, f"{key}-{name}", shown)
    trace = "Traceback\n  File x.py\nValueError: 陈志伟 620102198001011234"
    dialog = CrashDialog("ValueError", trace, shown)
    dialog.show()
    shoot(folder, f"crash-{name}", dialog)
    dialog.close()
    ticket.cancel()
    shown.close()
    tasks.close()
    shown.deleteLater()


def main(arguments: list[str]) -> int:
    """Take every picture in every look."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    looks_of_mine = QTemporaryDir()  # pictures neither read nor change what a person arranged
    ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings.setPath(ini, user, looks_of_mine.path())
    looks = {
        "light": application.Appearance(Mood.LIGHT),
        "dark": application.Appearance(Mood.DARK),
        "150": application.Appearance(Mood.LIGHT, 150),
    }
    shots: tuple[Callable[[Path, str], None], ...] = (_window_pictures,)
    for name, look in looks.items():
        app = application.make(["anxin"], look)
        for shot in shots:
            shot(folder, name)
        app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
