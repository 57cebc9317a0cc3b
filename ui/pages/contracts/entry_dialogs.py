"""Records that come before the first day: a training with who passed, a proof of insurance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QWidget

from desktop.domain.contract import InsuranceProof, Training
from desktop.domain.ids import InsuranceId, ProjectId, TrainingId, WorkerId, new_id
from desktop.domain.money import ZERO
from desktop.services.contracts import ContractLine
from ui import theme
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField
from ui.fields.text_fields import DayField, DecimalField, MoneyField, TextField
from ui.forms.form import Form
from ui.pages.contracts.dialogs import SCANS
from ui.widgets.decision import Decision
from ui.widgets.file_drop import FileDrop

WORKER_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class _PaperDecision(Decision):
    """A form and the paper that proves it."""

    def __init__(self, parent: QWidget, desk: Desk, titles: tuple[str, str], columns: int) -> None:
        super().__init__(parent, *titles, width=620)
        self._desk = desk
        self.form = Form(columns)
        self.paper: Path | None = None
        self.body.addWidget(self.form)
        self.drop = FileDrop("", SCANS, slim=True)
        self.drop.chosen.connect(self.take)

    def take(self, path: Path) -> None:
        """Take the paper; nothing is recorded yet."""
        self.paper = path
        self.drop.label.setText(path.name)


class TrainingDialog(_PaperDecision):
    """A safety training: when, how long, by whom, who passed."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        project: ProjectId,
        people: tuple[Sequence[ContractLine], frozenset[WorkerId]],
    ) -> None:
        """Show the form.

        Args:
            parent: the page.
            desk: to write with.
            project: of the training.
            people: everyone on the site, and who is ticked at first (nobody: who lacks one).
        """
        titles = self.tr("Record a safety training"), self.tr("Record")
        super().__init__(parent, desk, titles, 4)
        self._project = project
        self._lines, ticked = list(people[0]), people[1]
        form = self.form
        usual = self.tr("Entry training on safety, three levels")
        form.add("name", self.tr("Training"), TextField(), required=True, wide=True)
        form.add("day", self.tr("Day"), DayField(), required=True)
        form.add("hours", self.tr("Hours"), DecimalField(), required=True)
        form.add("trainer", self.tr("Trainer"), TextField())
        form.add("place", self.tr("Place"), TextField())
        teams = sorted({line.team_name for line in self._lines})
        self.team = ChoiceField([("", self.tr("All teams")), *((one, one) for one in teams)])
        self.people = QListWidget()
        self.people.setMinimumHeight(theme.px(88))
        self._fill(ticked or frozenset(one.worker for one in self._lines if one.trained is None))
        self.body.addLayout(self._over_people())
        self.body.addWidget(self.people, 1)
        self.drop.label.setText(self.tr("Sign-in sheet or test: PDF, PNG or JPEG"))
        self.body.addWidget(self.drop)
        form.set_values({"name": usual})
        form.changed.connect(self._allow)
        self.people.itemChanged.connect(lambda _: self._allow())
        self.team.changed.connect(self._show_team)
        self.resize_within(720, 620)
        self._allow()

    @property
    def workers(self) -> tuple[WorkerId, ...]:
        """Who is ticked."""
        return tuple(
            item.data(WORKER_ROLE)
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def decide(self) -> None:
        """Write the training."""
        self.wait()
        values = self.form.values
        training = Training(
            id=TrainingId(new_id()),
            project=self._project,
            name=values["name"],
            day=values["day"],
            hours=values["hours"],
            trainer=values["trainer"],
            place=values["place"],
            workers=self.workers,
        )
        contracts, paper = self._desk.office.contracts, self.paper
        self._desk.write(
            self, lambda _: contracts.put_training(training, paper), lambda _: self.accept()
        )

    def _over_people(self) -> QHBoxLayout:
        label = QLabel(self.tr("Who passed"))
        theme.mark(label, "role", "section")
        self.team.box.setAccessibleName(self.tr("Show the team"))
        self.people.setAccessibleName(label.text())
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(self.team)
        return row

    def _items(self) -> list[QListWidgetItem]:
        return [self.people.item(row) for row in range(self.people.count())]

    def _fill(self, ticked: frozenset[WorkerId]) -> None:
        self._lines = sorted(self._lines, key=lambda line: line.worker not in ticked)
        for line in self._lines:
            item = QListWidgetItem(f"{line.name}　{line.team_name}　{line.trade}")
            item.setData(WORKER_ROLE, line.worker)
            checked = line.worker in ticked
            item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
            self.people.addItem(item)

    def _show_team(self) -> None:
        """Show one team, and let only it count as having passed."""
        wanted = self.team.value
        for item, line in zip(self._items(), self._lines, strict=True):
            here = not wanted or line.team_name == wanted
            item.setHidden(not here)
            if wanted:
                item.setCheckState(Qt.CheckState.Checked if here else Qt.CheckState.Unchecked)

    def _allow(self) -> None:
        count = len(self.workers)
        self.verb.setText(self.tr("Record {count} who passed").format(count=count))
        self.verb.setEnabled(self.form.is_sound and count > 0)


class InsuranceDialog(_PaperDecision):
    """A proof of the project's work-injury insurance."""

    def __init__(self, parent: QWidget, desk: Desk, project: ProjectId, begin: date | None) -> None:
        titles = self.tr("Record a proof of insurance"), self.tr("Record")
        super().__init__(parent, desk, titles, 2)
        self._project = project
        form = self.form
        form.add("number", self.tr("Number"), TextField(), required=True)
        form.add("insurer", self.tr("Insurer"), TextField(), required=True)
        form.add("begin", self.tr("From"), DayField(), required=True)
        form.add("end", self.tr("Until (empty: completion)"), DayField())
        form.add("premium", self.tr("Premium (yuan)"), MoneyField())
        form.set_values({"begin": begin})
        self.drop.label.setText(self.tr("The proof: PDF, PNG or JPEG"))
        self.body.addWidget(self.drop)
        form.guard(self.verb)

    def decide(self) -> None:
        """Write the proof."""
        self.wait()
        values = self.form.values
        proof = InsuranceProof(
            id=InsuranceId(new_id()),
            project=self._project,
            number=values["number"],
            insurer=values["insurer"],
            begin=values["begin"],
            end=values["end"],
            premium=values["premium"] or ZERO,
        )
        contracts, paper = self._desk.office.contracts, self.paper
        self._desk.write(
            self, lambda _: contracts.put_insurance(proof, paper), lambda _: self.accept()
        )
