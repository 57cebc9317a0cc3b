"""Who can be paid: everybody of the month at every gate, one click to each list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop.domain.gates import Board, Exclusion, Gate, GateRow, Standing, Switch
from desktop.domain.worker import Capture
from ui import format as text
from ui import theme, trouble
from ui.context import PageContext
from ui.models.rows import Badge, Column
from ui.pages.payroll.why import open_why
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Dialog
from ui.widgets.said import said_label

_RED = (Standing.BLOCKS, Standing.WARNS)
_NAMED = 12
_CHIPS = 5
"""Gates in one row; two rows hold everybody and the nine, also at 150 %."""


def standing_badge(standing: Standing) -> Badge:
    """Say how somebody stands at a gate."""
    return {
        Standing.PASSES: Badge("done", QCoreApplication.translate("PayBoard", "Passes")),
        Standing.WARNS: Badge("warn", QCoreApplication.translate("PayBoard", "Check")),
        Standing.BLOCKS: Badge("stop", QCoreApplication.translate("PayBoard", "Blocks")),
        Standing.NOT_DEMANDED: Badge("note", QCoreApplication.translate("PayBoard", "Not asked")),
    }[standing]


class PayBoard(Dialog):
    """A window of its own beside the wages: gates above, workers below, reasons at the foot."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Who can be paid"),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._context, self._desk = context, context.desk
        self._payability = context.office.payability
        self.board: Board | None = None
        self.gate: Gate | None = None
        self.sum = said_label("", "section")
        self.out = said_label("", "muted")
        self.strip = QGridLayout()
        self.strip.setSpacing(theme.px(6))
        self.chips: dict[Gate | None, QPushButton] = {}
        self.rule = QLabel()
        self.rule.setWordWrap(True)
        theme.mark(self.rule, "role", "muted")
        self.table: DataTable[GateRow] = DataTable(
            "pay-board", self._columns(), lambda row: row.worker, search=_search, dense=True
        )
        self.why = said_label("", "")
        self._arrange()
        self.switch_act = self.add_act("", self._throw)
        self.close_act = self.add_act(self.tr("Close"), self.close)
        self.switch_act.hide()
        self.table.selected.connect(lambda _: self._say_why())
        self.table.opened.connect(self._open)
        screen = parent.window().size()
        self.resize(screen.width() * 19 // 20, screen.height() * 19 // 20)
        self.read()

    def read(self) -> None:
        """Read the board on the reader's thread."""
        project, month = self._context.project, self._context.month
        if project is not None:
            self.sum.setText(self.tr("Looking through every gate …"))
            self._desk.read(self, lambda: self._payability.board(project, month), self._show)

    def choose(self, gate: Gate | None) -> None:
        """List whom a gate holds up; None lists everybody."""
        self.gate = gate
        if self.board is None:
            return
        for own, chip in self.chips.items():
            chip.setChecked(own is gate)
            theme.mark(chip, "kind", "primary" if own is gate else "usual")
        rows = self.board.rows if gate is None else self.board.at(gate, *_RED)
        self.table.set_rows(rows)
        self._say_rule()
        if rows and not self.table.chosen:
            self.table.choose([rows[0].worker])
        self._say_why()

    def _arrange(self) -> None:
        self.why.setMinimumHeight(theme.px(40))
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.sum)
        self.body.addWidget(self.out)
        self.body.addLayout(self.strip)
        self.body.addWidget(self.rule)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.why)

    def _columns(self) -> list[Column[GateRow]]:
        found = [
            Column[GateRow]("name", self.tr("Name"), lambda row: row.name, width=112),
            Column[GateRow]("team", self.tr("Team"), lambda row: row.team_name, width=96),
            Column[GateRow](
                "net",
                self.tr("Net"),
                lambda row: text.money(row.net),
                lambda row: row.net.fen,
                width=96,
                right=True,
            ),
        ]
        titles = {rule.gate: rule.title for rule in self._payability.rules()}
        return found + [
            Column[GateRow](
                gate.value,
                titles[gate],
                partial(_word, gate=gate),
                partial(_order, gate=gate),
                width=100,
                badge=partial(_badge, gate=gate),
                ink=partial(_ink, gate=gate),
            )
            for gate in Gate
        ]

    def _show(self, board: Board) -> None:
        self.board = board
        words = self.tr("{count} workers = {able} can be paid ({net}) + {out} not")
        self.sum.setText(
            words.format(
                count=len(board.rows),
                able=len(board.payable),
                net=text.yuan(board.payable_net),
                out=len(board.excluded),
            )
        )
        self._say_out(board)
        self._fill_chips(board)
        self.choose(self.gate)

    def _say_out(self, board: Board) -> None:
        named = [f"{row.name}（{self._reason(row)}）" for row in board.excluded[:_NAMED]]
        rest = len(board.excluded) - len(named)
        more = [self.tr("and {count} more").format(count=rest)] if rest else []
        self.out.setText(self.tr("Not paid: {names}").format(names="、".join([*named, *more])))
        self.out.setVisible(bool(named))

    def _reason(self, row: GateRow) -> str:
        if row.excluded is Exclusion.NO_LINE:
            return self.tr("on no wage sheet")
        if row.excluded is Exclusion.NOTHING_TO_PAY or self.board is None:
            return self.tr("nothing to pay")
        titles = {rule.gate: rule.title for rule in self.board.rules}
        return "、".join(titles[gate] for gate in row.gates(Standing.BLOCKS))

    def _fill_chips(self, board: Board) -> None:
        everybody = self.tr("Everybody {count}").format(count=len(board.rows))
        self._chip(None, everybody, enabled=True)
        for rule, count in zip(board.rules, board.counts(), strict=True):
            if count.not_demanded:
                said = self.tr("not asked for")
            elif count.blocks or count.warns:
                parts = [
                    (count.blocks, self.tr("■ {count}")),
                    (count.warns, self.tr("▲ {count}")),
                ]
                said = "  ".join(words.format(count=own) for own, words in parts if own)
            else:
                said = "✓"
            self._chip(rule.gate, f"{rule.title}  {said}", enabled=rule.demanded)

    def _chip(self, gate: Gate | None, words: str, *, enabled: bool) -> None:
        chip = self.chips.get(gate)
        if chip is None:
            chip = QPushButton()
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.clicked.connect(lambda _=False: self.choose(gate))
            self.strip.addWidget(chip, *divmod(len(self.chips), _CHIPS))
            self.chips[gate] = chip
        chip.setText(words)
        chip.setEnabled(enabled)

    def _say_rule(self) -> None:
        board, gate = self.board, self.gate
        self.switch_act.setVisible(gate is not None)
        self.rule.setVisible(gate is not None)
        if board is None or gate is None:
            return
        rule = next(one for one in board.rules if one.gate is gate)
        blocks = board.switches[gate] is Switch.BLOCK
        does = self.tr("holds the payment up") if blocks else self.tr("only warns")
        usual = self.tr("as the law has it")
        own = self.tr("switched by this project")
        whose = usual if board.switches[gate] is rule.default else own
        self.rule.setText(f"{rule.title}：{does}，{whose}。{rule.citation}")
        other = self.tr("Only warn at “{gate}”") if blocks else self.tr("Block at “{gate}”")
        self.switch_act.setText(other.format(gate=rule.title))

    def _throw(self) -> None:
        project, board, gate = self._context.project, self.board, self.gate
        if project is None or board is None or gate is None:
            return
        blocks = board.switches[gate] is Switch.BLOCK
        to = Switch.WARN if blocks else Switch.BLOCK
        self.clear_trouble()
        self._desk.write(
            self, lambda _: self._payability.switch(project, {gate: to}), lambda _: self.read()
        )

    def _say_why(self) -> None:
        chosen = self.table.chosen
        if not chosen or self.board is None:
            self.why.setText(self.tr("Nobody is held up here.") if self.gate else "")
            return
        row = chosen[0]
        titles = {rule.gate: rule.title for rule in self.board.rules}
        said = [f"{row.name} · {row.team_name} · {self._captured(row.captured)}"]
        for cell in row.cells:
            for finding in cell.findings:
                words = trouble.of_finding(finding)
                said.append(f"{titles[cell.gate]}：{words.text}{words.remedy}")
        if len(said) == 1:
            said.append(self.tr("Nothing to be mended."))
        self.why.setText("\n".join(said))

    def _captured(self, captured: Capture) -> str:
        return {
            Capture.READER: self.tr("identity read from the card"),
            Capture.TYPED: self.tr("identity typed in"),
            Capture.IMPORTED: self.tr("identity imported"),
        }[captured]

    def _open(self, row: GateRow) -> None:
        open_why(self._context, self, row.worker, row.name)


def _search(row: GateRow) -> str:
    return f"{row.name} {row.team_name} {row.initials}"


def _word(row: GateRow, gate: Gate) -> str:
    return standing_badge(row.cell(gate).standing).word


def _badge(row: GateRow, gate: Gate) -> Badge | None:
    """Only what is to be mended stands out; the rest is said in quiet words."""
    standing = row.cell(gate).standing
    return standing_badge(standing) if standing in _RED else None


def _ink(row: GateRow, gate: Gate) -> str:
    return "" if row.cell(gate).standing in _RED else "muted"


def _order(row: GateRow, gate: Gate) -> int:
    return (*_RED, Standing.NOT_DEMANDED, Standing.PASSES).index(row.cell(gate).standing)


def open_board(context: PageContext, parent: QWidget) -> PayBoard:
    """Open the board over a page."""
    board = PayBoard(context, parent)
    board.show()
    return board
