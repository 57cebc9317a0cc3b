"""Watch lists of the office: what is on the books, a new one in, an old one out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import Outcome
from desktop.domain.findings import stops
from desktop.domain.watch import WatchKind
from desktop.services.watch import WatchList, WatchProposal
from ui import theme
from ui.desk import Desk
from ui.fields.choice_field import ChoiceField
from ui.fields.text_fields import TextField
from ui.forms.form import Form
from ui.models.rows import Column
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_drop import FileDrop
from ui.widgets.findings_list import FindingsList

SIZE = (760, 560)
TABLES = (".xlsx", ".xls", ".ods", ".csv", ".tsv", ".txt", ".html", ".htm")


class WatchListsDialog(Dialog):
    """First the lists; after a file was chosen what it says, to be accepted or not."""

    said = Signal(str, object)

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(
            parent,
            self.tr("Watch lists"),
            self.tr(
                "Lists that authorities and associations publish. Whoever is named is told at "
                "import and at entry; nobody is refused by the program."
            ),
        )
        self._desk = desk
        self.proposal: WatchProposal | None = None
        self.table = self._table()
        self.form = self._form()
        self.drop = FileDrop(
            self.tr("Any table with names: choose it or drop it here."), TABLES, slim=True
        )
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.findings = FindingsList()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._lists())
        self._stack.addWidget(self._taken_in())
        self.body.addWidget(self._stack)
        self.back = self.add_act(self.tr("Back"), self._begin)
        self.remove = self.add_act(self.tr("Remove the list"), self._remove)
        theme.mark(self.remove, "kind", "danger")
        self.close_act = self.add_act(self.tr("Close"), self.reject)
        self.take = self.add_act(self.tr("Put it on the books"), self._accept, primary=True)
        self.drop.chosen.connect(self.read)
        self.table.selected.connect(lambda _: self._offer())
        self.form.changed.connect(self._offer)
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self._begin()

    def _lists(self) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.table, 1)
        column.addWidget(self.form)
        column.addWidget(self.drop)
        return room

    def _taken_in(self) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.about)
        column.addWidget(self.findings, 1)
        return room

    def _kinds(self) -> dict[WatchKind, str]:
        return {
            WatchKind.BLACKLIST: self.tr("Blacklist"),
            WatchKind.BAD_RECORD: self.tr("Bad records"),
        }

    def _form(self) -> Form:
        form = Form(2)
        form.add("kind", self.tr("Kind of list"), ChoiceField(list(self._kinds().items())))
        hint = self.tr("Who publishes it, and where it was taken from")
        form.add("source", self.tr("Source"), TextField(hint), required=True)
        return form

    def _table(self) -> DataTable[WatchList]:
        kinds = self._kinds()
        columns: tuple[Column[WatchList], ...] = (
            Column("kind", self.tr("Kind of list"), lambda one: kinds[one.kind], width=120),
            Column("source", self.tr("Source"), lambda one: one.source, width=340,
                   tip=lambda one: one.source),
            Column("entries", self.tr("People"), lambda one: str(one.entries),
                   sort=lambda one: one.entries, width=80, right=True),
            Column("in_force", self.tr("In force"), lambda one: str(one.in_force),
                   sort=lambda one: one.in_force, width=80, right=True),
        )  # fmt: skip
        table = DataTable(
            "watch-lists",
            columns,
            lambda one: (one.kind, one.source),
            empty=EmptyState(self.tr("No lists yet. Say below who publishes one."), "import"),
        )
        table.leave_filter_out()
        return table

    def _begin(self) -> None:
        self.proposal = None
        self.clear_trouble()
        self._stack.setCurrentIndex(0)
        self._desk.read(self, self._desk.office.watch.lists, self.table.set_rows)
        self._offer()

    def _offer(self) -> None:
        """Offer what means something now."""
        first = self._stack.currentIndex() == 0
        self.drop.setEnabled(bool(self.form.values["source"]))
        self.remove.setVisible(first and bool(self.table.chosen))
        self.back.setVisible(not first)
        self.take.setVisible(not first)
        sound = self.proposal is not None and not stops(self.proposal.findings)
        self.take.setEnabled(sound)

    def read(self, path: Path) -> None:
        """Read a list; nothing is written."""
        values, office = self.form.values, self._desk.office
        self._desk.read(
            self, lambda: office.watch.read(path, values["kind"], values["source"]), self._show
        )

    def _show(self, proposal: WatchProposal) -> None:
        self.proposal = proposal
        words = self.tr(
            "{kind} of {source}: {count} people; it takes the place of {replaced}. "
            "{matches} of the office's workers may be meant."
        )
        self.about.setText(
            words.format(
                kind=self._kinds()[proposal.kind],
                source=proposal.source,
                count=len(proposal.entries),
                replaced=proposal.replaced,
                matches=len({finding.subject for finding in proposal.on_roster}),
            )
        )
        self.findings.set_findings((*proposal.findings, *proposal.on_roster))
        self._stack.setCurrentIndex(1)
        self._offer()

    def _accept(self) -> None:
        proposal = self.proposal
        if proposal is not None:
            self._desk.write(
                self, lambda _: self._desk.office.watch.accept(proposal), self._accepted
            )

    def _accepted(self, outcome: Outcome[int]) -> None:
        words = self.tr("The list is on the books: {count} people")
        self.said.emit(words.format(count=outcome.value), None)
        self.form.set_values({"source": ""})
        self._begin()

    def _remove(self) -> None:
        chosen = self.table.chosen
        if not chosen:
            return
        watch, one = self._desk.office.watch, chosen[0]
        words = self.tr("Removed: {name}").format(name=one.source)

        def told(outcome: Outcome[WatchProposal]) -> None:
            before, owner, desk = outcome.value, self.parentWidget() or self, self._desk

            def undo() -> None:
                desk.write(owner, lambda _: watch.accept(before))

            self.said.emit(words, undo)
            self._begin()

        self._desk.write(self, lambda _: watch.remove(one.kind, one.source), told)
