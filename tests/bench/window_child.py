"""Child process of the window's bench: one start, timed from its first line; prints JSON.

`bare` is QApplication and a QMainWindow. `ours` has the key in its hand when the clock starts, and
is ready when the window is painted and the home page shows the month's figures.
"""

import json
import sys
import time

BEGAN = time.perf_counter()


def bare():
    """Show a main window with one word in it."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - importing is part of what is measured
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: PLC0415

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("bare"))
    window.resize(1180, 720)
    window.show()
    QTimer.singleShot(0, app.quit)
    app.exec()
    window.grab()
    return {"usable": time.perf_counter() - BEGAN}


def ours(folder, key):
    """Open the window as the program does, wait for the figures, then open the roster."""
    from pathlib import Path  # noqa: PLC0415

    from desktop import app as program  # noqa: PLC0415
    from tests.bench.window_office import Opened, finish  # noqa: PLC0415

    imported = time.perf_counter()
    opened = Opened(Path(folder), bytes.fromhex(key))
    made = time.perf_counter()
    opened.show()
    opened.wait(lambda: opened.home_says_figures)
    opened.window.grab()
    usable = time.perf_counter()
    opened.window.open_page("roster")
    opened.wait(lambda: opened.roster_rows > 0)
    opened.window.grab()
    roster = time.perf_counter()
    found = {
        "usable": usable - BEGAN,
        "imports": imported - BEGAN,
        "office": made - imported,
        "window": usable - made,
        "roster": roster - usable,
        "rows": opened.roster_rows,
        "program": program.__name__,
    }
    finish(opened)
    return found


if __name__ == "__main__":
    answer = bare() if sys.argv[1] == "bare" else ours(*sys.argv[2:])
    print(json.dumps(answer))
