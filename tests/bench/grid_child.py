"""Child process of the month grid's bench: opened, painted and turned; prints JSON, seconds.

`bare` is a QTableView over a model that answers constants, as many rows and columns.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QApplication, QTableView

from tests.bench.window_office import Opened, finish

ROWS, COLUMNS, TURNS = 600, 33, 20


class Constants(QAbstractTableModel):
    def rowCount(self, _parent=None):
        return ROWS

    def columnCount(self, _parent=None):
        return COLUMNS

    def data(self, _index, role=Qt.ItemDataRole.DisplayRole):
        return "1" if role == Qt.ItemDataRole.DisplayRole else None


def bare():
    """Open, paint and turn the bare table."""
    app = QApplication([])
    began = time.perf_counter()
    view = QTableView()
    view.setModel(Constants())
    view.resize(1180, 560)
    view.show()
    app.processEvents()
    view.grab()
    opened = time.perf_counter() - began
    return {"open": opened, **turned(view.verticalScrollBar(), [view.viewport()])}


def ours(folder, key):
    """Open the attendance page of a running window, paint it and turn its rows."""
    opened = Opened(Path(folder), bytes.fromhex(key))
    opened.show()
    opened.wait(lambda: opened.home_says_figures)
    opened.window.open_page("roster")
    opened.wait(lambda: opened.roster_rows > 0)
    opened.import_ahead()
    began = time.perf_counter()
    opened.window.open_page("attendance")
    page = opened.window.pages["attendance"]
    opened.wait(lambda: page._shown is not None)
    opened.window.grab()
    first = time.perf_counter() - began
    opened.wait(lambda: bool(page.found.items))
    found = {"open": first, "rows": len(page.model.shown)}
    view = page.view
    parts = [view.days.viewport(), view.names.viewport(), view.sums.viewport(), view.totals]
    found |= turned(view.sums.verticalScrollBar(), parts)
    found["again"] = again(opened)
    finish(opened)
    return found


def again(opened):
    """Go to another page and back: how long the grid takes that was open before."""
    opened.window.open_page("overview")
    opened.window.grab()
    began = time.perf_counter()
    opened.window.open_page("attendance")
    opened.window.grab()
    return time.perf_counter() - began


def turned(bar, parts):
    """Return the median of repainting as it stands, and of turning a page."""
    paints, turns = [], []
    for turn in range(TURNS):
        began = time.perf_counter()
        for part in parts:
            part.repaint()
        paints.append(time.perf_counter() - began)
        began = time.perf_counter()
        bar.setValue((turn + 1) * bar.pageStep() % max(bar.maximum(), 1))
        for part in parts:
            part.repaint()
        turns.append(time.perf_counter() - began)
    return {"repaint": sorted(paints)[TURNS // 2], "turn": sorted(turns)[TURNS // 2]}


if __name__ == "__main__":
    print(json.dumps(bare() if sys.argv[1] == "bare" else ours(*sys.argv[2:])))
