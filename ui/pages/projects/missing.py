"""What a project still lacks, each a link to its field, beside the form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.findings import Finding, Level
from desktop.domain.project import Project
from desktop.services.office import Office
from ui import theme, trouble
from ui.models.rows import Badge
from ui.widgets.badge_label import BadgeLabel
from ui.widgets.scrolled import scrolled

WIDTH = 204


class MissingFacts(QWidget):
    """Findings of a project, except notes; nothing is shown twice."""

    jumped = Signal(object)
    """Finding whose field the person wants to see."""

    def __init__(self) -> None:
        super().__init__()
        title = QLabel(self.tr("Still to fill in"))
        theme.mark(title, "role", "section")
        self.state = BadgeLabel()
        self.why = QLabel()
        self.why.setWordWrap(True)
        theme.mark(self.why, "role", "caption")
        self.links: list[QPushButton] = []
        room = QWidget()
        self._column = QVBoxLayout(room)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        layout.setSpacing(theme.px(8))
        for widget in (title, self.state, self.why):
            layout.addWidget(widget)
        layout.addWidget(scrolled(room), 1)
        self.setFixedWidth(theme.px(WIDTH))

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; a link for each."""
        for link in self.links:
            link.hide()
            link.deleteLater()
        shown = [finding for finding in findings if finding.level is not Level.NOTE]
        self.links = [self._link(finding) for finding in shown]
        for place, link in enumerate(self.links):
            self._column.insertWidget(place, link)
        words = self.tr("{count} places").format(count=len(shown))
        badge = Badge("warn", words) if shown else Badge("done", self.tr("Complete"))
        self.state.set_badge(badge)
        empty = self.tr("The notice board is not printed while one of its lines is empty.")
        self.why.setText(empty if shown else self.tr("Everything the notice board needs is here."))

    def _link(self, finding: Finding) -> QPushButton:
        words = trouble.of_finding(finding)
        link = QPushButton(finding.subject or str(finding.facts.get("field", "")) or words.text)
        link.setToolTip(f"{words.text}\n{words.remedy}")
        theme.mark(link, "kind", "quiet")
        link.clicked.connect(lambda _=False: self.jumped.emit(finding))
        return link


def read_missing(office: Office, project: Project) -> tuple[Finding, ...]:
    """Return what the project lacks, and the minimum wage where its area has none."""
    board = office.notices.check(project.id)
    wages = tuple(one for one in board if one.column.startswith("minimum_wage"))
    return (*office.projects.check(project), *wages)
