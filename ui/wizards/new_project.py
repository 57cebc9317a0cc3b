"""A new project: read from a site.json, or begun by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Outcome
from desktop.domain.errors import FileTrouble
from desktop.domain.findings import stops
from desktop.domain.ids import ProjectId
from desktop.domain.project import ContactKind, Project
from desktop.services.projects import SiteProposal
from ui import theme
from ui.desk import Desk
from ui.fields.members_field import role_words
from ui.widgets.dialog import Dialog
from ui.widgets.file_drop import FileDrop
from ui.widgets.findings_list import FindingsList

SIZE = (680, 520)


def content_of(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        FileTrouble: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or "") from error


class SiteImport(QWidget):
    """A site.json is dropped, shown, and accepted; nothing is written before that."""

    ready = Signal(bool)
    """Whether there is something that may be accepted."""
    shown = Signal(bool)
    """Whether a file lies before the person."""
    accepted = Signal(object)
    """ProjectId of what was written."""

    def __init__(self, desk: Desk, *, slim: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self.proposal: SiteProposal | None = None
        self.drop = FileDrop(
            self.tr("Is there a project file (site.json)? Choose it or drop it here.")
            if slim
            else self.tr("Drop a site.json here: project, companies, account and notice block."),
            (".json",),
            slim=slim,
        )
        self.drop.chosen.connect(self.read)
        self.name = QLabel()
        self.name.setWordWrap(True)
        theme.mark(self.name, "role", "section")
        self.about = QLabel()
        self.about.setWordWrap(True)
        theme.mark(self.about, "role", "muted")
        self.findings = FindingsList()
        self.other = QPushButton(self.tr("Another file"))
        theme.mark(self.other, "kind", "quiet")
        self.other.clicked.connect(lambda _=False: self.start_over())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.drop)
        self._stack.addWidget(self._result())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._turn(0)

    def _result(self) -> QWidget:
        result = QWidget()
        column = QVBoxLayout(result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self.name, self.about, self.findings):
            column.addWidget(widget)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        column.setStretch(2, 1)
        column.addStretch(0)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        return result

    def read(self, path: Path) -> None:
        """Read a file; nothing is written."""
        office = self._desk.office
        self._desk.read(self, lambda: office.projects.read_site(content_of(path)), self._show)

    @property
    def is_usable(self) -> bool:
        """Whether what was read may be accepted."""
        proposal = self.proposal
        return proposal is not None and not (stops(proposal.findings) or proposal.project is None)

    def start_over(self) -> None:
        """Go back to choosing a file."""
        self.proposal = None
        self._turn(0)
        self.shown.emit(False)
        self.ready.emit(False)

    def _turn(self, place: int) -> None:
        """Show one room; the other claims no height."""
        ignored, usual = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        for number in range(self._stack.count()):
            policy = usual if number == place else ignored
            if (room := self._stack.widget(number)) is not None:
                room.setSizePolicy(usual, policy)
        self._stack.setCurrentIndex(place)

    def accept(self) -> None:
        """Write what was read."""
        proposal = self.proposal
        if proposal is not None:
            self._desk.write(
                self, lambda _: self._desk.office.projects.accept_site(proposal), self._done
            )

    def _done(self, outcome: Outcome[ProjectId]) -> None:
        self.accepted.emit(outcome.value)

    def _show(self, proposal: SiteProposal) -> None:
        self.proposal = proposal
        project = proposal.project
        self.name.setText(project.name if project else self.tr("This file cannot be used"))
        if project is not None:
            self.about.setText("\n".join(_facts(project)))
        else:
            self.about.clear()
        self.findings.set_findings(proposal.findings)
        self.findings.setVisible(bool(proposal.findings))
        self._turn(1)
        self.shown.emit(True)
        self.ready.emit(self.is_usable)


def _facts(project: Project) -> list[str]:
    """Return what a project's file says, a line each."""
    words = dict(role_words())
    lines = [f"{words[member.role]}：{member.company.name}" for member in project.members]
    officer = project.contact(ContactKind.LABOUR_OFFICER)
    rest = (
        (QCoreApplication.translate("SiteImport", "Labour officer"), officer.name, officer.phone),
        (
            QCoreApplication.translate("SiteImport", "Special account"),
            project.account.name,
            project.account.bank,
        ),
        (
            QCoreApplication.translate("SiteImport", "Building permit"),
            project.permit_number,
            project.address,
        ),
    )
    for title, *said in rest:
        found = "  ".join(filter(None, said))
        if found:
            lines.append(f"{title}：{found}")
    return lines


class NewProject(Dialog):
    """Choose how a project begins."""

    made = Signal(object)
    """ProjectId of a project read from a file."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, by_hand: Callable[[], object] | None = None
    ) -> None:
        super().__init__(
            parent,
            self.tr("Project from a file"),
            self.tr("A project of the same name is brought up to date; other projects stay."),
        )
        self.site = SiteImport(desk)
        self.body.addWidget(self.site)
        if by_hand is not None:

            def leave() -> None:
                self.reject()
                by_hand()

            self.add_act(self.tr("Fill in by hand"), leave)
        self.add_act(self.tr("Cancel"), self.reject)
        self.take = self.add_act(self.tr("Take it over"), self.site.accept, primary=True)
        self.take.setEnabled(False)
        self.site.ready.connect(self.take.setEnabled)
        self.site.accepted.connect(self._accepted)
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))

    def _accepted(self, project: ProjectId) -> None:
        self.made.emit(project)
        self.accept()
