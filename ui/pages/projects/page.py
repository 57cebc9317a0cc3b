"""One project: its form, teams, holidays and minimum wages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import Refused, Trouble, UserError
from desktop.domain.findings import Finding, Level
from desktop.domain.ids import DocumentId, ProjectId
from desktop.domain.project import Project
from ui import theme
from ui.context import PageContext
from ui.forms.project_form import ProjectForm, field_of_line
from ui.pages.page import Heading, Page
from ui.pages.projects.missing import WIDTH, MissingFacts, read_missing
from ui.pages.projects.tabs import NAMES, ProjectTabs
from ui.widgets.banner import Banner
from ui.widgets.dropped import dropped_file
from ui.widgets.empty_state import EmptyState
from ui.wizards.new_project import NewProject, content_of

FORM_WIDTH, FORM_LEAST, FORM_ROOM = 900, 760, 96
SETTLED_MS = 150


def make(context: PageContext) -> Page:
    """Build the page."""
    return ProjectsPage(context)


class ProjectsPage(Page):
    """What the books know of the project; other pages and the notice board build on it."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PROJECT, Topic.CALENDAR, Topic.ROSTER})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, Heading("", ""))
        self.set_heading(
            self.tr("Project"),
            self.tr("Companies, account, pay day, and what the notice board has to say."),
            self.tr(
                "What is written here stands on the wage sheet and on the rights notice board.\n\n"
                "Fill in the form, or drop a project file (site.json) on this page; nothing is "
                "written before you accept it. At the right stands what is still missing; press "
                "one to get to its field. Then import the roster.\n\n"
                "Contract chain: who gives work to whom, and what the law says to it. Teams come "
                "with the roster; give each a leader and the day of its filing with the platform. "
                "People to look at: ages and watch lists. Holidays move the pay day and make "
                "overtime dearer: enter the State Council's notice every year. Minimum wages "
                "belong to the area.\n\n"
                "Keys: Tab goes on to the next field, Ctrl+S saves."
            ),
        )
        self._project: Project | None = None
        self.form = ProjectForm()
        self.file_act = self.add_act(self.tr("From a file …"), self.open_file, "import")
        self.new_act = self.add_act(self.tr("New project"), self.begin, "plus")
        self.save_act = self.add_act(self.tr("Save"), self.save, primary=True)
        self.form.guard(self.save_act)
        self.save_act.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self.missing = MissingFacts()
        self.missing.jumped.connect(self._jump)
        self.tabs = self._make_tabs()
        self.empty = EmptyState(
            self.tr("No project yet. Take it over from a site.json, or fill in the form."),
            "project",
            self.tr("Enter the first project"),
            self._first,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.tabs)
        self.body.addWidget(self._stack)
        self._later = QTimer(self)
        self._later.setSingleShot(True)  # after the banners above have taken their room
        self._later.timeout.connect(self._bring_into_sight)
        self._turn(0)
        self.setAcceptDrops(True)

    def _make_tabs(self) -> ProjectTabs:
        tabs = ProjectTabs(self.context, self._form_tab())
        tabs.said.connect(self.context.say)
        tabs.troubled.connect(super().show_trouble)
        tabs.currentChanged.connect(self._turn)
        return tabs

    def refresh(self) -> None:
        """Read the project; what is being edited stays."""
        self.tabs.refresh_tables()
        chosen = self.context.project
        if chosen is None:
            self._show_nothing()
            return
        if self._project is not None and self._project.version == 0 and self.form.is_changed:
            return
        self.desk.read(self, lambda: self.office.projects.get(chosen), self._show)

    def arrive(self, target: object) -> None:
        """Show a tab or a field that another page sent the person to."""
        if target == "new":
            self._first()
        elif target in NAMES:
            self.tabs.open_tab(str(target))
        elif str(target).startswith("minimum_wage"):
            self.tabs.open_tab("wages")
        else:
            self.tabs.setCurrentIndex(0)
            self.form.focus_field(field_of_line(str(target)))
            self._later.start(0)

    def take_keyboard(self) -> None:
        """Begin in the form, or on the button that makes the first project."""
        if self._stack.currentIndex() == 0:
            self.empty.button.setFocus()
        elif self.tabs.currentIndex() == 0:
            self.form.focus_field()
        else:
            super().take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what is missing beside the form where there is room for both."""
        super().resizeEvent(event)
        self.missing.setVisible(self._has_room)

    @property
    def _has_room(self) -> bool:
        return self.width() >= theme.px(FORM_LEAST + WIDTH + 96)

    def begin(self) -> None:
        """Begin a project of one's own in the form."""
        known = self._project if self._project is not None and self._project.version else None
        self._stack.setCurrentIndex(1)
        self.tabs.setCurrentIndex(0)
        draft = self.office.projects.draft(known)
        self._take(draft)
        self.missing.set_findings(self.office.projects.check(draft))
        self._tell_new(known)
        self.form.focus_field()

    def _tell_new(self, like: Project | None) -> None:
        """Say that nothing is on the books yet, and how to leave it at that."""
        self.clear_banners()
        if like is None:
            return
        words = self.tr("A new project. It is on the books once you save it.")
        why = self.tr(
            "General contractor, place, authorities, pay day and the counting of days come from "
            "{name}: please check them. The other project stays as it is."
        )
        back = self.tr("Drop it")
        self.show_banner(Banner("note", words, why.format(name=like.name), back, self._drop))

    def _drop(self) -> None:
        """Give up a new project and show the chosen one again."""
        self._project = None
        self.clear_banners()
        self.look_again()

    def open_file(self, path: Path | None = None) -> NewProject:
        """Take a project over from a file."""
        dialog = NewProject(self, self.desk, self.begin)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.made.connect(self._made)
        dialog.open()
        if path is not None:
            dialog.site.read(path)
        return dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a site.json."""
        if dropped_file(event, ".json") is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the import with the file."""
        path = dropped_file(event, ".json")
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def save(self) -> None:
        """Write the form."""
        project = self.form.project
        if project is None:
            return
        self.clear_banners()
        self.desk.write(self, lambda _: self.office.projects.put(project), self._saved)

    def show_trouble(
        self, error: UserError | Trouble, again: Callable[[], object] | None = None
    ) -> None:
        """Show findings under their fields, everything else as a banner."""
        super().show_trouble(error, again)
        if isinstance(error, Refused):
            self._point_at(error.findings)

    def _point_at(self, findings: tuple[Finding, ...]) -> None:
        """Show findings at their fields, and bring the first of them into sight."""
        self.tabs.setCurrentIndex(0)
        self.form.show_project_findings(findings)
        self._later.start(0)

    def _bring_into_sight(self) -> None:
        """Scroll to the field that has the cursor, and once more when banners have settled."""
        held = self.form.focusWidget()
        if held is not None:
            self._area.ensureWidgetVisible(held, 0, theme.px(FORM_ROOM))
        if self._later.interval() != SETTLED_MS:
            self._later.start(SETTLED_MS)

    def _saved(self, outcome: Outcome[Project]) -> None:
        project = outcome.value
        self._take(project)
        self.context.choose_project(project.id)
        self.context.say(self.tr("Saved: {name}").format(name=project.name))

    def _made(self, project: ProjectId) -> None:
        self._project = None
        self.context.choose_project(project)
        self.look_again()

    def _first(self) -> None:
        self.open_file()

    def _show_nothing(self) -> None:
        typing = self._project is not None and self.form.is_changed
        if not typing:
            self._stack.setCurrentIndex(0)
            self.save_act.hide()
            self.new_act.hide()
            self.file_act.hide()

    def _show(self, project: Project) -> None:
        same = self._project is not None and self._project.id == project.id
        if same and self.form.is_changed:
            self.tabs.show_project(project)
            return
        self._take(project)

    def _take(self, project: Project) -> None:
        self._project = project
        self._stack.setCurrentIndex(1)
        self._turn(self.tabs.currentIndex())
        self.form.show_project(project)
        self._show_image(project)
        self.tabs.show_project(project)
        if project.version > 0:
            self.desk.read(self, lambda: read_missing(self.office, project), self._tell_missing)

    def _tell_missing(self, findings: tuple[Finding, ...]) -> None:
        self.clear_banners()
        self.missing.set_findings(findings)
        grave = [finding for finding in findings if finding.level is not Level.NOTE]
        if not grave or self._has_room:
            return

        def show() -> None:
            self._point_at(tuple(grave))

        words = self.tr("{count} fields are still empty or need a look.")
        why = self.tr("The notice board is not printed while one of its lines is empty.")
        text = words.format(count=len(grave))
        self.show_banner(Banner("warn", text, why, self.tr("Show them"), show))

    def _jump(self, finding: Finding) -> None:
        if finding.column.startswith("minimum_wage"):
            self.tabs.open_tab("wages")
            self.tabs.wages.editor.begin()
        else:
            self._point_at((finding,))

    def _turn(self, place: int) -> None:
        facts = place == 0
        for act in (self.file_act, self.new_act, self.save_act):
            act.setVisible(facts)

    def _form_tab(self) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, theme.px(12), theme.px(8), theme.px(24))
        self.form.setMaximumWidth(theme.px(FORM_WIDTH))
        column.addWidget(self.form)
        self.image = QLabel()
        theme.mark(self.image, "role", "muted")
        self.image_button = QPushButton(self.tr("Import the official QR image …"))
        self.image_button.clicked.connect(lambda _=False: self._choose_image())
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.image_button)
        row.addWidget(self.image)
        row.addStretch(1)
        column.addSpacing(theme.px(8))
        column.addLayout(row)
        column.addStretch(1)
        return self._beside(room)

    def _beside(self, room: QWidget) -> QWidget:
        """Put the form into a scroll area, and what is missing beside it."""
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(room)
        self._area = area
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.px(24))
        area.setMaximumWidth(theme.px(FORM_WIDTH + 24))
        beside.addWidget(area, 1)
        beside.addWidget(self.missing)
        beside.addStretch(0)
        return both

    def _show_image(self, project: Project) -> None:
        kept = self.tr("An official image is kept; it is used when no address is given.")
        none = self.tr("Only needed where the authority hands out an image instead of an address.")
        self.image.setText(kept if project.complaint_image else none)
        self.image_button.setEnabled(project.version > 0)

    def _choose_image(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        name, _ = QFileDialog.getOpenFileName(self.window(), self.image_button.text(), "", kinds)
        if name:
            self.keep_image(Path(name))

    def keep_image(self, path: Path) -> None:
        """Keep the official QR image of the project."""
        project = self.context.project
        if project is None:
            return

        def work(_: object) -> Outcome[DocumentId]:
            return self.office.projects.keep_image(project, content_of(path), path.name)

        said = self.tr("The QR image is kept")
        self.desk.write(self, work, lambda _: self.context.say(said))

    def _changed(self, changes: Changes) -> None:
        if changes.touch(Topic.CALENDAR):
            self.tabs.refresh_tables()
        super()._changed(changes)
