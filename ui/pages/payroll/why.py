"""Why this number: a wage line as a tree, down to punches, rates, articles and acts."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.domain.ids import WorkerId
from desktop.domain.money import Money
from desktop.services.payroll.derivation import Node, NodeKind, faults
from ui import theme
from ui.context import PageContext
from ui.widgets.dialog import Dialog

_OPEN = frozenset({NodeKind.LINE, NodeKind.ITEM})
"""What is unfolded at first; days, rates and acts unfold at a click or with the right arrow."""
_INK = {NodeKind.DIFFERS: "red", NodeKind.RULE: "muted", NodeKind.SOURCE: "muted"}


class WhyDialog(Dialog):
    """One line's derivation; the figures are checked when it is shown."""

    def __init__(self, context: PageContext, parent: QWidget, worker: WorkerId, name: str) -> None:
        super().__init__(
            parent,
            self.tr("Why this figure: {name}").format(name=name),
            self.tr("Every figure unfolds: → opens, ← closes, * opens all below."),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.node: Node | None = None
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("How it comes about"), self.tr("Yuan")])
        self.tree.setWordWrap(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.sum = QLabel(self.tr("Looking it up …"))
        theme.mark(self.sum, "role", "muted")
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.sum)
        self.add_act(self.tr("Unfold all"), self.tree.expandAll)
        self.add_act(self.tr("Copy"), self.copy)
        self.close_act = self.add_act(self.tr("Close"), self.close, primary=True)
        self.resize_within(920, 640)
        project, month, office = context.project, context.month, context.office
        if project is not None:
            context.desk.read(
                self, lambda: office.payability.explain(project, month, worker), self._show
            )

    def copy(self) -> None:
        """Copy the whole tree as indented text."""
        if self.node is not None:
            QGuiApplication.clipboard().setText("\n".join(_lines(self.node, 0)))

    def _show(self, node: Node) -> None:
        self.node = node
        self.tree.clear()
        top = _item(node)
        self.tree.addTopLevelItem(top)
        for item in _below(top):
            item.setExpanded(item.data(0, Qt.ItemDataRole.UserRole) in _OPEN)
        wrong = faults(node)
        adds_up = self.tr("Every figure adds up to the fen.")
        not_so = self.tr("Does not add up: {items}").format(items="；".join(wrong))
        self.sum.setText(not_so if wrong else adds_up)
        theme.mark(self.sum, "role", "fault" if wrong else "muted")
        self.tree.setCurrentItem(top)
        self.tree.setFocus()


def _item(node: Node) -> QTreeWidgetItem:
    amount = str(node.amount) if node.amount is not None else ""
    if node.share is not None:
        amount = _yuan(node.share)
    item = QTreeWidgetItem([node.text, amount])
    item.setData(0, Qt.ItemDataRole.UserRole, node.kind)
    item.setToolTip(0, node.text)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if node.kind in _OPEN:
        font = QFont(item.font(0))
        font.setBold(True)
        item.setFont(0, font)
        item.setFont(1, font)
    if ink := _INK.get(node.kind):
        item.setForeground(0, theme.colour(ink))
    item.addChildren([_item(child) for child in node.children])
    return item


def _yuan(share: Fraction) -> str:
    """Show an exact share in yuan: whole fen as money, anything finer with four decimals."""
    if share.denominator == 1:
        return str(Money(share.numerator))
    return f"{float(share) / 100:,.4f}"


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (item.child(place) for place in range(item.childCount()))
    return [item, *(own for child in children if child is not None for own in _below(child))]


def _lines(node: Node, depth: int) -> list[str]:
    amount = f"\t{node.amount}" if node.amount is not None else ""
    below = [line for child in node.children for line in _lines(child, depth + 1)]
    return [f"{'  ' * depth}{node.text}{amount}", *below]


def open_why(context: PageContext, parent: QWidget, worker: WorkerId, name: str) -> WhyDialog:
    """Open a worker's derivation over a page."""
    dialog = WhyDialog(context, parent, worker, name)
    dialog.show()
    return dialog
