"""Contracts: where everyone stands, the next act, the entry gate, trainings and insurance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QImage, QKeySequence
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QTabBar

from desktop.domain.changes import Topic
from desktop.domain.contract import InsuranceProof, Training
from desktop.domain.findings import Finding
from desktop.domain.ids import ContractId, ProjectId, WorkerId
from desktop.services.contracts import ContractLine, GateReport
from desktop.services.office import Office
from ui import format as text
from ui import theme
from ui.context import PageContext
from ui.fields.choice_field import ChoiceField
from ui.pages.contracts.acts import Acts
from ui.pages.contracts.dialogs import SCANS
from ui.pages.contracts.gate import GateTab
from ui.pages.contracts.inspector import ContractFacts, ContractInspector
from ui.pages.contracts.papers import PapersTab
from ui.pages.contracts.words import ContractWords, Wanted, count, gravest, haystack, passes
from ui.pages.page import Heading, Page
from ui.widgets.data_table import DataTable
from ui.widgets.dropped import dropped_files
from ui.widgets.empty_state import EmptyState
from ui.widgets.pdf_preview import picture

LIST, GATE, PAPERS = range(3)
SCAN_DPI = 72


def make(context: PageContext) -> Page:
    """Build the page."""
    return ContractsPage(context)


@dataclass(frozen=True, slots=True)
class _Read:
    lines: tuple[ContractLine, ...]
    findings: tuple[Finding, ...]
    trainings: tuple[Training, ...]
    insurances: tuple[InsuranceProof, ...]


def _read(office: Office, project: ProjectId) -> _Read:
    contracts = office.contracts
    return _Read(
        contracts.lines(project),
        contracts.findings(project),
        contracts.trainings(project),
        contracts.insurances(project),
    )


class ContractsPage(Page):
    """One list, one next act; the gate and the papers stand behind tabs."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.CONTRACTS, Topic.ROSTER, Topic.PROJECT, Topic.ATTENDANCE}
    )
    awake: ClassVar[bool] = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, Heading("", ""))
        self._head()
        self._words = ContractWords(self, self.office.clock.today())
        self.read: _Read | None = None
        self._wanted_worker: WorkerId | None = None
        self._panel: ContractInspector | None = None
        self._panels = 0
        self.dialogs = Acts(self)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for title in (self.tr("Contracts"), self.tr("Entry gate"), self.tr("Training, insurance")):
            self.tabs.addTab(title)
        self.choice = ChoiceField()
        self.choice.setMinimumWidth(theme.px(176))
        self.empty = EmptyState(
            self.tr("Nobody is on the roster yet. A contract needs somebody to sign it."),
            "contract",
            self.tr("Go to the roster"),
            lambda: self.context.go("roster"),
        )
        self.table: DataTable[ContractLine] = DataTable(
            "contracts",
            self._words.columns(),
            lambda line: line.worker,
            search=haystack,
            empty=self.empty,
        )
        self.table.bar.insertWidget(2, self.choice)
        self.gate, self.papers = GateTab(), PapersTab()
        self.stack = QStackedWidget()
        for widget in (self.table, self.gate, self.papers):
            self.stack.addWidget(widget)
        self._add_acts()
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.stack, 1)
        self.setAcceptDrops(True)
        self._connect()
        self._show_acts()

    def _head(self) -> None:
        self.set_heading(
            self.tr("Contracts"),
            self.tr("A contract or agreement, signed by both sides, before anyone comes to work."),
            self.tr(
                "Make contracts out for everyone who has none: pay, pay day and work come from "
                "the roster and the project. Print them, have both sides sign, and drop the scans "
                "onto this page: the code on every page finds whose contract it is.\n\n"
                "The entry gate lists who came to work without identity, contract or training.\n\n"
                "Keys: Ctrl+P shows the paper, Enter opens a contract at the right, F2 edits it."
            ),
        )

    @property
    def chosen(self) -> tuple[ContractLine, ...]:
        """The selected lines."""
        return self.table.chosen

    def refresh(self) -> None:
        """Read the lists."""
        project, month, office = self.context.project, self.context.month, self.office
        if project is None:
            self.read = None
            self.table.set_rows(())
            self.table.model.filtered.emit(0, 0)
            self._show_acts()
            return
        self.desk.read(self, lambda: _read(office, project), self._show)
        self.desk.read(self, lambda: office.contracts.gate(project, month), self._show_gate)

    def arrive(self, target: object) -> None:
        """Show the contract of a worker, or the gate."""
        if target == "gate":
            self.tabs.setCurrentIndex(GATE)
            return
        self.tabs.setCurrentIndex(LIST)
        line = next((one for one in self._lines() if one.worker == target), None)
        if line is None:
            self._wanted_worker = WorkerId(target) if isinstance(target, UUID) else None
            return
        self.table.choose([line.worker])
        self.inspect(line)

    def preview(self) -> None:
        """Show the chosen contracts on paper, or all that wait for their signatures."""
        chosen = [line.state.contract.id for line in self.chosen if line.state.contract]
        self.dialogs.print(chosen or self._unsigned())

    def inspect(self, line: ContractLine) -> None:
        """Show a contract in full at the right."""
        project, office = self.context.project, self.office
        if project is not None:
            found = self.read.findings if self.read else ()
            self.desk.read(self, lambda: _facts(office, project, line, found), self._open_panel)

    def _lines(self) -> tuple[ContractLine, ...]:
        return self.read.lines if self.read else ()

    def _unsigned(self) -> list[ContractId]:
        """Return the contracts of people on the site that wait for their signatures."""
        found = []
        for line in self._lines():
            waiting = line.state.waiting or line.state.contract
            if line.is_here and waiting is not None and waiting.signed is None:
                found.append(waiting.id)
        return found

    def _show(self, read: _Read) -> None:
        self.read = read
        self._offer_choices()
        self._show_lines()
        self.papers.show_papers(read.trainings, read.insurances)
        counts = count(read.lines)
        waiting = counts[Wanted.OPEN] + counts[Wanted.UNSIGNED] + counts[Wanted.EXPIRING]
        self.context.count("contracts", waiting)
        self._show_acts()
        if self._wanted_worker is not None:
            wanted, self._wanted_worker = self._wanted_worker, None
            self.arrive(wanted)
        elif self._panel is not None:
            worker = self._panel.facts.line.worker
            line = next((one for one in read.lines if one.worker == worker), None)
            if line is not None:
                self.inspect(line)

    def _offer_choices(self) -> None:
        self.choice.set_options(self._words.choices(count(self._lines())))

    def _show_gate(self, report: GateReport) -> None:
        self.gate.show_report(report)
        short = sum(line.is_grave for line in report.lines)
        words = self.tr("Entry gate ({count})") if short else self.tr("Entry gate")
        self.tabs.setTabText(GATE, words.format(count=text.count(short)))

    def _show_lines(self) -> None:
        wanted = self.choice.value or Wanted.HERE
        found = [line for line in self._lines() if passes(line, wanted)]
        self.table.set_rows(sorted(found, key=gravest), len(self._lines()))
        if not self._lines():
            self.table.set_totals("")
            return
        counts = count(self._lines())
        words = self.tr(
            "{here} here: {signed} in force, {unsigned} not signed, {none} without, {late} over "
            "a month without a written contract"
        )
        said = words.format(
            here=text.count(counts[Wanted.HERE]),
            signed=text.count(counts[Wanted.SIGNED]),
            unsigned=text.count(counts[Wanted.UNSIGNED]),
            none=text.count(counts[Wanted.OPEN]),
            late=text.count(counts[Wanted.OVERDUE]),
        )
        self.table.set_totals(said)

    # ---------------------------------------------------------------- acts
    def _add_acts(self) -> None:
        self.print_act = self.add_act(self.tr("Print …"), self.preview, "print")
        self.scan_act = self.add_act(self.tr("File scans …"), self._ask_scans, "import")
        self.next_act = self.add_act("", self._do_next, "contract", primary=True)
        for caption, keys, key in (
            (self.tr("Make out or renew …"), "", "fill"),
            (self.tr("Edit"), "F2", "edit"),
            (self.tr("Print …"), "", "print"),
            (self.tr("Record as signed …"), "", "sign"),
            (self.tr("Safety training …"), "", "train"),
            (self.tr("Remove"), "", "remove"),
        ):
            action = QAction(caption, self)
            if keys:
                action.setShortcut(QKeySequence(keys))
                self.addAction(action)
            action.triggered.connect(self._actor(key))
            self.table.add_action(action)

    def _actor(self, key: str) -> Callable[[], None]:
        return lambda: self.act(key, self.chosen)

    def _show_acts(self) -> None:
        """Offer the one next act: make out, then print, then renew."""
        counts = count(self._lines())
        on_list = self.tabs.currentIndex() == LIST
        unsigned = len(self._unsigned())
        self._next = ""
        if counts[Wanted.OPEN]:
            said, self._next = self.tr("Make out {count} contracts …"), "fill"
            number = counts[Wanted.OPEN]
        elif unsigned:
            said, self._next, number = self.tr("Print {count} contracts …"), "print", unsigned
        elif counts[Wanted.EXPIRING]:
            said, self._next = self.tr("Renew {count} contracts …"), "renew"
            number = counts[Wanted.EXPIRING]
        if self._next:
            self.next_act.setText(said.format(count=text.count(number)))
        self.tabs.setVisible(bool(self._lines()))
        self.choice.setVisible(bool(self._lines()))
        self.next_act.setVisible(on_list and bool(self._next))
        self.print_act.setVisible(on_list and bool(self._lines()) and self._next != "print")
        self.print_act.setEnabled(bool(unsigned or self.chosen))
        self.scan_act.setVisible(on_list and bool(self._lines()))

    def _do_next(self) -> None:
        if self._next == "fill":
            self.dialogs.fill()
        elif self._next == "print":
            self.dialogs.print(self._unsigned())
        elif self._next == "renew":
            self.dialogs.fill([one.worker for one in self._lines() if passes(one, Wanted.EXPIRING)])

    def act(self, key: str, lines: Sequence[ContractLine]) -> None:
        """Do what a menu or the inspector asks for with lines."""
        if not lines:
            return
        first, contract = lines[0], lines[0].state.contract
        workers = frozenset(line.worker for line in lines)
        unsigned = [
            line.state.contract.id
            for line in lines
            if line.state.contract is not None and line.state.contract.signed is None
        ]
        if key == "fill":
            self.dialogs.fill(workers)
        elif key == "sign":
            self.dialogs.sign(lines)
        elif key == "train":
            self.dialogs.train(self._lines(), workers)
        elif key == "remove" and unsigned:
            self.dialogs.remove(unsigned)
        elif key == "print":
            self.dialogs.print([one.state.contract.id for one in lines if one.state.contract])
        elif contract is not None:
            self._act_on_one(key, first)

    def _act_on_one(self, key: str, line: ContractLine) -> None:
        contract = line.state.contract
        if contract is None:
            return
        if key == "edit" and contract.signed is None:
            self.dialogs.edit(contract, line.name)
        elif key == "end" and contract.signed is not None:
            self.dialogs.end(contract, line.name)
        elif key == "unsign":
            self.dialogs.unsign(contract.id)
        elif key == "scan" and self._panel is not None and self._panel.facts.scan is not None:
            self.dialogs.show_document(self._panel.facts.scan)

    def _ask_scans(self) -> None:
        files, wanted = self.tr("Scans"), " ".join(f"*{suffix}" for suffix in SCANS)
        title = self.tr("Scans of contracts")
        names, _ = QFileDialog.getOpenFileNames(self, title, "", f"{files} ({wanted})")
        self.dialogs.read_scans([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take scans, several at once."""
        if dropped_files(event, SCANS):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the scans and show whose they are."""
        paths = dropped_files(event, SCANS)
        if paths:
            event.acceptProposedAction()
            self.dialogs.read_scans(paths)

    # ---------------------------------------------------------------- the inspector
    def _follow(self, lines: Sequence[ContractLine]) -> None:
        self._show_acts()
        if self._panel is not None and len(lines) == 1:
            self.inspect(lines[0])

    def _open_panel(self, facts: ContractFacts) -> None:
        panel = ContractInspector(facts)
        panel.asked.connect(lambda key: self.act(key, [facts.line]))
        self._panels += 1
        number = self._panels
        panel.destroyed.connect(lambda: self._forget(number))
        self._panel = panel
        self.inspected.emit(panel)
        scan, documents = facts.scan, self.office.documents
        if scan is not None and scan.content.startswith(b"%PDF"):
            content = scan.content
            self.desk.job(
                panel,
                "",
                lambda _: picture(documents.page_image(content, 0, SCAN_DPI)),
                panel.show_page,
            )
        elif scan is not None:
            panel.show_page(QImage.fromData(scan.content))

    def _forget(self, number: int) -> None:
        """Forget a panel that is gone, unless another has taken its place."""
        if number == self._panels:
            self._panel = None

    def _from_gate(self, line: object) -> None:
        self.arrive(getattr(line, "worker", None))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_tab)
        self.choice.changed.connect(self._show_lines)
        self.table.opened.connect(self.inspect)
        self.table.selected.connect(self._follow)
        self.gate.table.opened.connect(self._from_gate)
        self.papers.train.connect(lambda: self.dialogs.train(self._lines(), frozenset()))
        self.papers.insure.connect(self.dialogs.insure)
        self.papers.opened.connect(self.dialogs.open_paper)
        self.papers.removed.connect(self.dialogs.remove_paper)

    def _show_tab(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)
        self.inspected.emit(None)
        self._show_acts()


def _facts(
    office: Office, project: ProjectId, line: ContractLine, findings: Sequence[Finding]
) -> ContractFacts:
    """Read what the inspector says of a worker's contract."""
    shown = line.state.contract
    scan = office.contracts.scan(shown.id) if shown is not None else None
    own = tuple(one for one in findings if one.subject == line.name)
    contracts = office.contracts.of_worker(project, line.worker)
    return ContractFacts(line, contracts, own, scan, office.clock.today())
