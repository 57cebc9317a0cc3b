"""Child process of the stall bench: the real window on a big office, its heartbeat counted.

A timer beats every 5 ms; every 50 ms the roster is turned a page and painted. Printed is, for each
piece of work, the longest time between two beats.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from desktop.ports.paper import PaperSize
from printing.paper import PdfPaper
from tests.bench.bench_paper import facts
from tests.bench.window_office import MONTH, Opened, finish

BEAT_MS, TURN_MS = 5, 50
CONTROL_S = 2.0


class Heart:
    """Beats on the window's thread and remembers its longest pause."""

    def __init__(self, parent):
        self.timer = QTimer(parent)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.beat)
        self.begin()
        self.timer.start(BEAT_MS)

    def begin(self):
        self.last = self.began = time.perf_counter()
        self.worst, self.beats = 0.0, 0

    def beat(self):
        now = time.perf_counter()
        self.worst = max(self.worst, now - self.last)
        self.last = now
        self.beats += 1

    def said(self, name):
        self.beat()
        lasted = self.last - self.began
        return {"name": name, "worst": self.worst, "beats": self.beats, "lasted": lasted}


class Turner:
    """Turns the roster's pages, down to the end and again from the top."""

    def __init__(self, table, parent):
        self.bar = table.view.verticalScrollBar()
        self.view = table.view
        self.timer = QTimer(parent)
        self.timer.timeout.connect(self.turn)
        self.timer.start(TURN_MS)

    def turn(self):
        bar = self.bar
        at_end = bar.value() >= bar.maximum()
        bar.setValue(0 if at_end else bar.value() + bar.pageStep())
        self.view.viewport().repaint()


class Work:
    """Pieces of work on the desk, one after another, each with its longest pause."""

    def __init__(self, opened):
        self.opened, self.window = opened, opened.window
        self.desk = opened.context.desk
        self.heart = Heart(self.window)
        self.stalls = []
        self.window.show_trouble = _fail

    def open_page(self, key, ready):
        """Open a page and wait for what it shows."""
        self.heart.begin()
        self.window.open_page(key)
        self.opened.wait(ready)
        self.window.repaint()
        self.stalls.append(self.heart.said(f"opening the {key} page"))

    def run(self, name, ask, work):
        """Ask the desk for a piece of work and return its answer."""
        answers = []
        self.heart.begin()
        ask(work, answers.append)
        self.opened.wait(lambda: answers)
        self.stalls.append(self.heart.said(name))
        return answers[0]

    def read(self, name, work):
        return self.run(name, lambda *asked: self.desk.read(self.window, *asked), work)

    def write(self, name, work):
        return self.run(name, lambda *asked: self.desk.write(self.window, *asked, "write"), work)

    def job(self, name, work):
        return self.run(name, lambda *asked: self.desk.job(self.window, "job", *asked), work)


def _fail(error, _again=None):
    raise error


def take_in(work, gate):
    """Import a gate's file as the window does and pair its month; returns new and work-days."""
    attendance, project = work.opened.office.attendance, work.opened.context.project
    proposal = work.job(
        "reading the gate's file", lambda ticket: attendance.read(Path(gate), progress=ticket)
    )
    work.read("saying what it would do", lambda: attendance.report(proposal, project))
    outcome = work.write(
        "storing the punches", lambda ticket: attendance.accept(proposal, project, ticket)
    )
    grid = work.read("pairing the month", lambda: attendance.month(project, MONTH))
    return outcome.value.new, str(sum(row.work_days for row in grid.rows))


def main(folder, key, gate, lines):
    """Do everything while the roster is paged; then open the month of everybody."""
    opened = Opened(Path(folder), bytes.fromhex(key))
    opened.show()
    opened.wait(lambda: opened.home_says_figures)
    work = Work(opened)
    work.open_page("roster", lambda: opened.roster_rows)
    turner = Turner(opened.window.pages["roster"].table, opened.window)
    work.job("paging the roster alone, the control", lambda ticket: ticket.wait(CONTROL_S))
    new, days = take_in(work, gate)
    sheet = facts(int(lines))
    work.job("setting the wage sheet", lambda _: PdfPaper().wage_sheet(sheet, PaperSize.A4))
    turner.timer.stop()
    work.open_page("attendance", lambda: opened.window.pages["attendance"]._shown is not None)
    work.heart.timer.stop()
    finish(opened)
    return {"stalls": work.stalls, "new": new, "days": days}


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
