"""The first start: five steps to an office of one's own, or a filled one to try."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import Cancelled, FileTrouble, Trouble, UserError
from desktop.domain.findings import Finding
from desktop.domain.ids import ProjectId
from desktop.services.office import Office
from ui import theme
from ui.desk import Desk
from ui.fields.folder_field import FolderField
from ui.fields.text_fields import HiddenField, TextField
from ui.forms.form import Form
from ui.tasks import Lane, Tasks, Ticket
from ui.widgets.scrolled import scrolled
from ui.wizards.first_project import FirstProject
from ui.wizards.recovery import RecoveryCode
from ui.wizards.steps import Step, StepsDialog
from ui.wizards.strength import INK, grade

SIZE = (720, 576)


@dataclass(frozen=True, slots=True)
class Made:
    """An office just made and opened, with the code that opens it when all else is lost."""

    office: Office
    recovery_code: str
    copies_trouble: FileTrouble | None = None
    """Why safe copies do not go where they should."""


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
        room = self.screen().availableGeometry().size()
        self.resize(QSize(theme.px(SIZE[0]), theme.px(SIZE[1])).boundedTo(room))
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
                self.tr("Anxin: your office on this computer"),
                self.tr("The books are encrypted and stay in this folder; nothing leaves it."),
            )
        )
        self.place_form = Form(1)
        self.name = self.place_form.add("name", self.tr("Your name"), TextField(), required=True)
        self.folder = self.place_form.add(
            "folder", self.tr("Folder of the office"), FolderField(), required=True
        )
        hint = self.tr("empty: beside the books; another disk or a memory stick is safer")
        self.place_form.add("copies", self.tr("Where safe copies go"), FolderField(hint))
        self.place_form.set_values({"folder": str(folder)})
        step.body.addWidget(self.place_form)
        step.body.addStretch(1)
        self.busy = _Busy()
        step.body.addWidget(self.busy)
        step.body.addWidget(self._sample_panel(offer_sample=offer_sample))
        step.enter = self._allow_place
        self.place_form.changed.connect(self._allow_place)

    def _sample_panel(self, *, offer_sample: bool) -> QWidget:
        panel = QFrame()
        theme.mark(panel, "role", "floating")
        self.try_button = QPushButton(self.tr("Try the filled sample office"))
        self.try_button.clicked.connect(lambda _=False: self.rehearse())
        about = QLabel(
            self.tr("Invented workers and a whole month on the books, to look around first.")
        )
        about.setWordWrap(True)
        theme.mark(about, "role", "muted")
        row = QHBoxLayout(panel)
        row.setContentsMargins(*[theme.px(12)] * 4)
        row.setSpacing(theme.px(16))
        row.addWidget(about, 1)
        row.addWidget(self.try_button)
        panel.setVisible(offer_sample)
        return panel

    def _allow_place(self) -> None:
        if self.place == 0:
            self.on.setEnabled(self.place_form.is_sound)

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
        self.first, self.second = HiddenField(), HiddenField()
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
        theme.mark(self.strength, "ink", "red" if differs else INK[found])
        self.strength.setText(words if typed else "")
        if self.place == 1:
            self.on.setEnabled(found != "short" and typed == again)

    def _create(self) -> bool:
        if self._made is not None:
            return True
        values = self.place_form.values
        folder, copies = Path(values["folder"]).expanduser(), values["copies"]
        phrase, name = self.first.line.text(), values["name"]

        def work(_: Ticket) -> Made:
            made = self._work.create(folder, phrase, name)
            if copies:
                try:
                    made.office.safekeeping.set_folder(Path(copies).expanduser())
                except FileTrouble as error:  # the office stands: it is said, and mended later
                    return replace(made, copies_trouble=error)
            return made

        self._run(work, self._created, self.making)
        return False

    def _created(self, made: object) -> None:
        if isinstance(made, Made):
            self._made = made
            self._desk = Desk(made.office, self._tasks, self)
            self.recovery.show_code(made.recovery_code, self._desk)
            self._offer_project(self._desk)
            self.quit.hide()
            self.first.line.clear()
            self.second.line.clear()
            self.advance()
            if made.copies_trouble is not None:
                self.show_trouble(made.copies_trouble)

    # ---- 3 recovery code

    def _code_step(self) -> None:
        step = self.add_step(
            Step(
                self.tr("The recovery code"),
                self.tr("It opens the books when the passphrase is lost. It is shown only now."),
            )
        )

        def page(code: str) -> bytes:
            return self._work.recovery_pdf(self.place_form.values["name"], code)

        self.recovery = RecoveryCode(page)
        self.recovery.kept.toggled.connect(lambda _: self._allow_code())
        step.body.addWidget(self.recovery)
        step.can_go_back = False
        step.enter = self._enter_code

    def _enter_code(self) -> None:
        printable = self.recovery.print_act.isEnabled()
        (self.recovery.print_act if printable else self.recovery.save_act).setFocus()
        self._allow_code()

    def _allow_code(self) -> None:
        if self.place == 2:  # noqa: PLR2004 - the third step
            self.on.setEnabled(self.recovery.kept.isChecked())

    # ---- 4 first project

    def _project_step(self) -> None:
        step = self.add_step(
            Step(
                self.tr("Your first project"),
                self.tr("Only the name is needed now; the rest can wait for the project page."),
            )
        )
        self.project: FirstProject | None = None
        self._project_room = QVBoxLayout()
        step.body.addLayout(self._project_room, 1)
        step.can_go_back = False
        step.enter = self._allow_project
        step.leave = self._make_project

    def _offer_project(self, desk: Desk) -> None:
        self.project = FirstProject(desk, officer=self.place_form.values["name"])
        self.project.changed.connect(self._allow_project)
        self.project.written.connect(self._written)
        self._project_room.addWidget(scrolled(self.project))

    def _allow_project(self) -> None:
        if self.place == 3 and self.project is not None:  # noqa: PLR2004 - the fourth step
            empty = self.project.is_empty
            told = self.tr("Everything the file says is kept; it can be changed later.")
            purpose = self.steps[self.place].purpose
            self.purpose.setText(told if self.project.from_file else purpose)
            self.on.setText(self.tr("Later") if empty else self.tr("Keep the project"))
            self.on.setEnabled(empty or self.project.is_ready)

    def _make_project(self) -> bool:
        if self.project is None or self.project.is_empty:
            return True
        self.clear_trouble()
        self.project.write()
        return False

    def _written(self, project: ProjectId) -> None:
        self.advance()
        if self._desk is not None and self._made is not None:
            notices = self._made.office.notices
            self._desk.read(self, lambda: notices.check(project), self._tell_missing)

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
        self.missing_title = QLabel()
        theme.mark(self.missing_title, "role", "section")
        self.missing = QGridLayout()
        self.missing.setVerticalSpacing(theme.px(4))
        step.body.addSpacing(theme.px(8))
        step.body.addWidget(self.missing_title)
        step.body.addLayout(self.missing)
        step.body.addStretch(1)
        step.can_go_back = False
        step.verb = self.tr("Open the office")
        step.leave = self._finish

    def _tell_missing(self, findings: tuple[Finding, ...]) -> None:
        """List what the notice board still needs; it is filled in on the project page."""
        if not findings:
            self.missing_title.setText(self.tr("The notice board has everything it needs."))
            return
        title = self.tr("The notice board still needs {count} facts, on the project page:")
        self.missing_title.setText(title.format(count=len(findings)))
        half = -(-len(findings) // 2)
        for place, finding in enumerate(findings):
            label = QLabel(f"· {finding.subject}")
            theme.mark(label, "role", "muted")
            self.missing.addWidget(label, place % half, place // half)

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
