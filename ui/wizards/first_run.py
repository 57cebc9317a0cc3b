"""The first start: five steps to an office of one's own, or a filled one to try."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import Cancelled, FileTrouble, Trouble, UserError
from desktop.domain.ids import ProjectId, new_id
from desktop.domain.project import Project
from desktop.services.office import Office
from ui import icons, theme
from ui.desk import Desk
from ui.fields.text_fields import TextField
from ui.forms.form import Form
from ui.tasks import Lane, Tasks, Ticket
from ui.wizards.new_project import SiteImport
from ui.wizards.steps import Step, StepsDialog
from ui.wizards.strength import grade

SIZE = (720, 560)


@dataclass(frozen=True, slots=True)
class Made:
    """An office just made and opened, with the code that opens it when all else is lost."""

    office: Office
    recovery_code: str


@dataclass(frozen=True, slots=True)
class FirstRunWork:
    """What the wizard may do; the roof hands it in, so that no screen knows files or keys."""

    create: Callable[[Path, str, str], Made]
    """Folder, passphrase, name of the person → the opened office."""
    rehearse: Callable[[Path], Office]
    """Folder → a filled sample office, opened."""
    recovery_pdf: Callable[[str, str], bytes]
    """Name of the office, code → one page for the envelope."""


class FirstRun(StepsDialog):
    """`office` is the opened office once the wizard is accepted."""

    def __init__(
        self, tasks: Tasks, folder: Path, work: FirstRunWork, *, offer_sample: bool = True
    ) -> None:
        super().__init__(None, self.tr("Welcome to Anxin"))
        self._tasks = tasks
        self._work = work
        self.office: Office | None = None
        self._made: Made | None = None
        self._desk: Desk | None = None
        self._place_step(folder, offer_sample=offer_sample)
        self._phrase_step()
        self._code_step()
        self._project_step()
        self._done_step()
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self.begin()

    def reject(self) -> None:
        """Leave; an office already made stays on the disk and is opened next time."""
        if self._made is not None:
            self.office = self._made.office
            self.accept()
            return
        super().reject()

    # ---- 1 where and who

    def _place_step(self, folder: Path, *, offer_sample: bool) -> None:
        step = self.add_step(
            Step(
                self.tr("Your office on this computer"),
                self.tr("The books are encrypted and stay in this folder; nothing leaves it."),
            )
        )
        self.place_form = Form(1)
        self.name = self.place_form.add("name", self.tr("Your name"), TextField(), required=True)
        self.folder = self.place_form.add(
            "folder", self.tr("Folder of the office"), TextField(), required=True
        )
        self.place_form.set_values({"folder": str(folder)})
        choose = _quiet(icons.get("folder", "accent"), self.tr("Another folder …"))
        choose.clicked.connect(lambda _=False: self._choose_folder())
        self.try_button = _quiet(
            icons.get("help", "accent"), self.tr("Try the filled sample office")
        )
        self.try_button.clicked.connect(lambda _=False: self.rehearse())
        about = QLabel(
            self.tr("Invented workers and a whole month on the books, to look around first.")
        )
        about.setWordWrap(True)
        theme.mark(about, "role", "caption")
        self.busy = _Busy()
        step.body.addWidget(self.place_form)
        step.body.addWidget(choose)
        step.body.addStretch(1)
        step.body.addWidget(self.busy)
        step.body.addWidget(self.try_button)
        step.body.addWidget(about)
        for widget in (self.try_button, about):
            widget.setVisible(offer_sample)
        step.enter = self._allow_place
        self.place_form.changed.connect(self._allow_place)

    def _allow_place(self) -> None:
        if self.place == 0:
            self.on.setEnabled(self.place_form.is_sound)

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder of the office"))
        if name:
            self.folder.set_value(name)

    # ---- 2 passphrase

    def _phrase_step(self) -> None:
        step = self.add_step(
            Step(
                self.tr("A passphrase"),
                self.tr(
                    "It opens the books. Four or five words you like are better than a riddle."
                ),
            )
        )
        self.first, self.second = _hidden(), _hidden()
        self.phrase_form = Form(1)
        self.phrase_form.add("first", self.tr("Passphrase"), self.first, required=True)
        self.phrase_form.add("second", self.tr("Once more"), self.second, required=True)
        self.strength = QLabel()
        theme.mark(self.strength, "role", "caption")
        shown = QCheckBox(self.tr("Show what is typed"))
        shown.toggled.connect(self._show_typed)
        self.making = _Busy()
        for widget in (self.phrase_form, self.strength, shown):
            step.body.addWidget(widget)
        step.body.addStretch(1)
        step.body.addWidget(self.making)
        step.verb = self.tr("Make the books")
        step.enter = self._allow_phrase
        step.leave = self._create
        self.phrase_form.changed.connect(self._allow_phrase)

    def _show_typed(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.first, self.second):
            field.line.setEchoMode(mode)

    def _allow_phrase(self) -> None:
        typed, again = self.first.line.text(), self.second.line.text()
        found = grade(typed)
        told = {
            "short": self.tr("At least eight characters are needed."),
            "weak": self.tr("Easy to guess: make it longer."),
            "fair": self.tr("Fair. One more word makes it strong."),
            "strong": self.tr("Strong."),
        }[found]
        differs = bool(again) and typed != again
        words = self.tr("The two are not the same yet.") if differs else told
        ink = {"short": "red", "weak": "yellow", "fair": "blue", "strong": "green"}[found]
        theme.mark(self.strength, "ink", "red" if differs else ink)
        self.strength.setText(words if typed else "")
        if self.place == 1:
            self.on.setEnabled(found != "short" and typed == again)

    def _create(self) -> bool:
        if self._made is not None:
            return True
        folder = Path(self.place_form.values["folder"]).expanduser()
        phrase, name = self.first.line.text(), self.place_form.values["name"]
        self._run(lambda _: self._work.create(folder, phrase, name), self._created, self.making)
        return False

    def _created(self, made: object) -> None:
        if isinstance(made, Made):
            self._made = made
            self._desk = Desk(made.office, self._tasks, self)
            self.code.setText(made.recovery_code)
            self._offer_project(self._desk)
            self.quit.hide()
            self.first.line.clear()
            self.second.line.clear()
            self.advance()

    # ---- 3 recovery code

    def _code_step(self) -> None:
        step = self.add_step(
            Step(
                self.tr("The recovery code"),
                self.tr("It opens the books when the passphrase is lost. It is shown only now."),
            )
        )
        self.code = QLabel()
        self.code.setWordWrap(True)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.mark(self.code, "role", "code")
        save = QPushButton(icons.get("print"), self.tr("Save the page for the envelope …"))
        save.clicked.connect(lambda _=False: self._choose_page())
        copy = QPushButton(icons.get("copy"), self.tr("Copy"))
        copy.clicked.connect(lambda _=False: QGuiApplication.clipboard().setText(self.code.text()))
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(save)
        acts.addWidget(copy)
        acts.addStretch(1)
        self.kept = QCheckBox(self.tr("I have written it down and sealed it"))
        self.kept.toggled.connect(lambda _: self._allow_code())
        step.body.addStretch(1)
        step.body.addWidget(self.code)
        step.body.addLayout(acts)
        step.body.addStretch(1)
        step.body.addWidget(self.kept)
        step.can_go_back = False
        step.enter = self._allow_code

    def _allow_code(self) -> None:
        if self.place == 2:  # noqa: PLR2004 - the third step
            self.on.setEnabled(self.kept.isChecked())

    def _choose_page(self) -> None:
        kinds = self.tr("Paper (*.pdf)")
        proposed = self.tr("recovery-code.pdf")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save"), proposed, kinds)
        if name:
            self.save_page(Path(name))

    def save_page(self, path: Path) -> None:
        """Write the page with the recovery code, to be printed and sealed."""
        name, code = self.place_form.values["name"], self.code.text()

        def work(_: Ticket) -> Path:
            content = self._work.recovery_pdf(name, code)
            try:
                path.write_bytes(content)
            except OSError as error:
                raise FileTrouble(path=str(path), detail=error.strerror or "") from error
            return path

        self._run(work, lambda _: None, None)

    # ---- 4 first project

    def _project_step(self) -> None:
        step = self.add_step(
            Step(
                self.tr("Your first project"),
                self.tr("From a site.json, by its name only, or later on the project page."),
            )
        )
        self.site: SiteImport | None = None
        self._site_room = QVBoxLayout()
        self.project_form = Form(1)
        self.project_name = self.project_form.add(
            "name", self.tr("Or only its name for now"), TextField()
        )
        step.body.addLayout(self._site_room, 1)
        step.body.addWidget(self.project_form)
        step.can_go_back = False
        step.leave = self._make_project

    def _offer_project(self, desk: Desk) -> None:
        self.site = SiteImport(desk)
        self.site.accepted.connect(lambda _: self.advance())
        self.site.ready.connect(self.project_form.setHidden)
        self._site_room.addWidget(self.site)

    def _make_project(self) -> bool:
        if self.site is None or self._desk is None or self._made is None:
            return True
        if self.site.proposal is not None and self.project_form.isHidden():
            self.site.accept()
            return False
        name = self.project_form.values["name"]
        if not name:
            return True
        office = self._made.office
        project = Project(ProjectId(new_id()), name)
        self._desk.write(self, lambda _: office.projects.put(project), lambda _: self.advance())
        return False

    # ---- 5 done, and the sample office

    def _done_step(self) -> None:
        step = self.add_step(
            Step(self.tr("Ready"), self.tr("The home page shows what comes next, step by step."))
        )
        for sentence in (
            self.tr("1. Import the roster from a workbook."),
            self.tr("2. Import the attendance from the gate."),
            self.tr("3. Prepare the wage sheet, let the workers sign, lock it, and pay."),
        ):
            step.body.addWidget(QLabel(sentence))
        step.body.addStretch(1)
        step.can_go_back = False
        step.verb = self.tr("Open the office")
        step.leave = self._finish

    def _finish(self) -> bool:
        self.office = self._made.office if self._made else None
        return True

    def rehearse(self) -> None:
        """Make the filled sample office beside one's own, and open it."""
        folder = Path(self.place_form.values["folder"] or ".").expanduser()

        def done(office: object) -> None:
            if isinstance(office, Office):
                self.office = office
                self.accept()

        target = folder.with_name(f"{folder.name}-sample")
        self._run(lambda _: self._work.rehearse(target), done, self.busy)

    def _run(
        self,
        work: Callable[[Ticket], object],
        then: Callable[[object], object],
        busy: _Busy | None,
    ) -> None:
        self.clear_trouble()
        self._show_busy(busy, on=True)

        def answered(_: Ticket, value: object, error: BaseException | None) -> None:
            self._show_busy(busy, on=False)
            if isinstance(error, UserError | Trouble):
                self.show_trouble(error)
            elif error is not None and not isinstance(error, Cancelled):
                raise error
            elif error is None:
                then(value)

        self._tasks.start(Lane.CLERK, Ticket(), work, answered)

    def _show_busy(self, busy: _Busy | None, *, on: bool) -> None:
        if busy is not None:
            busy.setVisible(on)
        for widget in (self.on, self.back, self.quit, self.stack):
            widget.setEnabled(not on)
        if not on:
            self.steps[self.place].enter()


class _Busy(QWidget):
    """A bar that says that work goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel(self.tr("One moment: the key is made so that guessing it is slow."))
        theme.mark(self.label, "role", "caption")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label)
        layout.addWidget(bar)
        self.hide()


def _quiet(icon: QIcon, words: str) -> QPushButton:
    button = QPushButton(icon, words)
    theme.mark(button, "kind", "quiet")
    return button


def _hidden() -> TextField:
    field = TextField()
    field.line.setEchoMode(QLineEdit.EchoMode.Password)
    return field
