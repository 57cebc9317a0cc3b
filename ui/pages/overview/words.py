"""The words of the home page: steps, the next act, duties."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from desktop.services.overview import Home, Step, StepKey
from ui import format as text
from ui.pages.overview.duties import Duty
from ui.pages.overview.facts import LATE, Exceptions, HomeFacts, Standing
from ui.pages.overview.ribbon import Shown

PAGES = {
    StepKey.ROSTER: "roster",
    StepKey.ATTENDANCE: "attendance",
    StepKey.SHEET: "payroll",
    StepKey.SIGNED: "signing",
    StepKey.LOCKED: "payroll",
    StepKey.SENT: "disbursement",
    StepKey.PAID: "disbursement",
}
"""Where a step is done."""


@dataclass(frozen=True, slots=True)
class NextAct:
    """The one next act: a heading, why, and the verb of its button."""

    heading: str
    why: str
    verb: str
    page: str


class HomeWords(QObject):
    """Turns figures into what the page says."""

    def steps(self, home: Home) -> tuple[Shown, ...]:
        """Return the ribbon in words."""
        return tuple(self._step(home, step) for step in home.steps)

    def _step(self, home: Home, step: Step) -> Shown:
        if step.finished:
            state, word = "done", self.tr("Done")
        elif step.key is home.next_step:
            state = "next"
            word = self.tr("Under way: next") if step.done > 0 else self.tr("Next")
        elif step.done > 0:
            state, word = "partly", self.tr("Under way")
        else:
            state, word = "later", self.tr("Later")
        return Shown(step.key, self._name(step.key), self._figure(step), state, word)

    def _name(self, key: StepKey) -> str:
        return {
            StepKey.ROSTER: self.tr("Roster"),
            StepKey.ATTENDANCE: self.tr("Attendance"),
            StepKey.SHEET: self.tr("Wage sheet"),
            StepKey.SIGNED: self.tr("Signatures"),
            StepKey.LOCKED: self.tr("Locking"),
            StepKey.SENT: self.tr("To the bank"),
            StepKey.PAID: self.tr("Paid out"),
        }[key]

    def _figure(self, step: Step) -> str:
        done, total = text.count(step.done), text.count(step.total)
        if step.key is StepKey.ROSTER:
            return self.tr("{count} workers").format(count=done)
        if step.key is StepKey.ATTENDANCE:
            return self.tr("{count} punches").format(count=done)
        if step.key is StepKey.SHEET:
            return text.yuan(step.money) if step.done else self.tr("not yet")
        if not step.total:
            return "—"
        if step.key is StepKey.LOCKED:
            return self.tr("{done} of {total} sheets").format(done=done, total=total)
        return self.tr("{done} of {total} people").format(done=done, total=total)

    def next_act(self, home: Home) -> NextAct | None:
        """Return the one next act; None when the month is done."""
        key, counts = home.next_step, home.counts
        if key is None:
            return None
        heading, why, verb = {
            StepKey.ROSTER: (
                self.tr("Bring the workers onto the books"),
                self.tr("No worker belongs to this month yet. The roster comes from a workbook."),
                self.tr("Go to the roster"),
            ),
            StepKey.ATTENDANCE: (
                self.tr("Import the attendance"),
                self.tr("Export the punches from the gate, then choose the file."),
                self.tr("Go to attendance"),
            ),
            StepKey.SHEET: (
                self.tr("Prepare the wage sheet"),
                self.tr("Look through the month grid first, then let the sheet be prepared."),
                self.tr("Go to wages"),
            ),
            StepKey.SIGNED: (
                self.tr("Let the workers sign"),
                self.tr("{count} people have not signed their line yet."),
                self.tr("Go to signing"),
            ),
            StepKey.LOCKED: (
                self.tr("Audit and lock the wage sheet"),
                self.tr("Everybody has signed. After locking the figures stay as they are."),
                self.tr("Go to wages"),
            ),
            StepKey.SENT: (
                self.tr("Submit the wages to the bank"),
                self.tr("The sheet is locked: {money} wait to be paid."),
                self.tr("Go to paying"),
            ),
            StepKey.PAID: (
                self.tr("See what the bank has answered"),
                self.tr("Some lines are not paid yet. Mend the cards and pay them again."),
                self.tr("Go to paying"),
            ),
        }[key]
        if _only_supplements(home):
            heading, why = self._supplement(key, heading, why)
        unsigned = counts.lines_payable - counts.lines_signed
        why = why.format(count=text.count(unsigned), money=text.yuan(counts.net))
        return NextAct(heading, why, verb, PAGES[key])

    def _supplement(self, key: StepKey, heading: str, why: str) -> tuple[str, str]:
        """Say that only the supplementary sheet is still open; the others are locked."""
        if key is StepKey.SIGNED:
            return (
                self.tr("Let the rest sign the supplementary sheet"),
                self.tr(
                    "The main sheets are locked. {count} people on the supplementary sheet have "
                    "not signed yet."
                ),
            )
        if key is StepKey.LOCKED:
            return (
                self.tr("Lock the supplementary sheet"),
                self.tr("Everybody on it has signed. It is paid after it is locked."),
            )
        return heading, why

    def duties(self, facts: HomeFacts, found: Exceptions, standing: Standing) -> tuple[Duty, ...]:
        """Return what needs a person, gravest first."""
        every = (
            *self._of_payments(facts.home),
            *self._of_signing(facts.home),
            *self._of_attendance(found),
            *self._of_standing(standing),
            *self._of_office(facts),
        )
        grave = {"stop": 0, "warn": 1, "note": 2}
        return tuple(sorted(every, key=lambda duty: grave[duty.kind]))

    def _of_payments(self, home: Home) -> list[Duty]:
        duties, counts = [], home.counts
        if home.restored:
            words = self.tr("These books come from a safe copy: ask the bank before sending")
            detail = self.tr("What was sent after the copy was made is not on these books.")
            duties.append(Duty("stop", words, "disbursement", detail))
        if counts.items_failed:
            words = self.tr("{count} payments failed or were returned")
            detail = self.tr("Mend the cards, then pay only these people again.")
            counted = words.format(count=text.count(counts.items_failed))
            duties.append(Duty("stop", counted, "disbursement", detail))
        if counts.items_unknown:
            words = self.tr("{count} payments are unknown: the bank is being asked")
            detail = self.tr("They are never sent again before the bank has answered.")
            counted = words.format(count=text.count(counts.items_unknown))
            duties.append(Duty("warn", counted, "disbursement", detail))
        return duties

    def _of_signing(self, home: Home) -> list[Duty]:
        unsigned = home.counts.lines_payable - home.counts.lines_signed
        if not home.counts.sheets or unsigned <= 0:
            return []
        words = self.tr("{count} people have not signed").format(count=text.count(unsigned))
        detail = self.tr("Whoever cannot sign is moved to a supplementary sheet with a reason.")
        if _only_supplements(home):
            detail = self.tr("They stand on a supplementary sheet; the main sheets are locked.")
        return [Duty("warn", words, "signing", detail)]

    def _of_attendance(self, found: Exceptions) -> list[Duty]:
        duties = []
        if found.singles:
            words = self.tr("{count} days with a single punch count as 0 work-days")
            detail = self.tr("Ask the team, then set the day by hand with a reason.")
            counted = words.format(count=text.count(found.singles))
            duties.append(Duty("warn", counted, "attendance", detail, "exceptions"))
        if found.numbers:
            words = self.tr("{count} device numbers belong to nobody")
            detail = self.tr("Their punches are kept; tell which worker each number means.")
            counted = words.format(count=text.count(found.numbers))
            duties.append(Duty("warn", counted, "attendance", detail, "unknown"))
        if found.refused:
            words = self.tr("{count} lines of the gate export could not be read")
            counted = words.format(count=text.count(found.refused))
            duties.append(Duty("note", counted, "attendance", target="refused"))
        return duties

    def _of_standing(self, standing: Standing) -> list[Duty]:
        people = self.tr("See who it is; each line leads to the worker on the roster.")
        law = self.tr("Work given to a person, or handed on by a subcontractor.")
        lines = (
            (standing.broken, "stop", self.tr("{count} contracts break the law"), law, "chain"),
            (standing.barred, "warn", self.tr("{count} people are outside a rule of age"),
             people, "people"),
            (standing.listed, "warn", self.tr("{count} people are on a blacklist"),
             people, "people"),
            (standing.soon, "note", self.tr("{count} people reach a limit of age within 30 days"),
             people, "people"),
        )  # fmt: skip
        return [
            Duty(kind, words.format(count=text.count(count)), "projects", detail, target)
            for count, kind, words, detail, target in lines
            if count
        ] + self._of_contracts(standing)

    def _of_contracts(self, standing: Standing) -> list[Duty]:
        double = self.tr("From the second month on wages are due twice (labour contract law 82).")
        lines = (
            (standing.overdue, "warn",
             self.tr("{count} people have worked over a month without a written contract"), double),
            (standing.expiring, "warn", self.tr("{count} contracts run out within 30 days"), ""),
            (standing.unsigned, "note", self.tr("{count} contracts wait for their signatures"), ""),
        )  # fmt: skip
        return [
            Duty(kind, words.format(count=text.count(count)), "contracts", detail)
            for count, kind, words, detail in lines
            if count
        ]

    def _of_office(self, facts: HomeFacts) -> list[Duty]:
        duties, home = [], facts.home
        if facts.copy_days is None or facts.copy_days >= LATE:
            if facts.copy_days is None:
                words = self.tr("There is no safe copy of the books yet")
            else:
                words = self.tr("The last safe copy is {days} days old")
            detail = self.tr("A copy takes seconds; keep it on another disk.")
            counted = words.format(days=facts.copy_days)
            duties.append(Duty("warn", counted, "settings", detail, "copies"))
        if home.pay_date is None:
            words = self.tr("No pay day is agreed for this project")
            duties.append(Duty("warn", words, "projects", target="pay_day"))
        elif not home.calendar_final:
            words = self.tr("The holiday table of {year} is not final yet")
            detail = self.tr("The pay date may move when the year's notice is published.")
            counted = words.format(year=home.pay_date.year)
            duties.append(Duty("note", counted, "projects", detail, "holidays"))
        return duties

    def days_left(self, home: Home) -> tuple[str, str]:
        """Return the kind and the words of how long there is until the pay date."""
        if home.days_left is None:
            return "note", ""
        if home.next_step is None:
            return "done", QCoreApplication.translate("HomeWords", "Paid in full")
        days = home.days_left
        if days < 0:
            return "stop", self.tr("{days} days late").format(days=-days)
        if days == 0:
            return "stop", self.tr("today is the last day")
        kind = "warn" if days <= 3 else "note"  # noqa: PLR2004 - days in which a bank may not answer
        return kind, self.tr("{days} days left").format(days=days)


def _only_supplements(home: Home) -> bool:
    """Tell whether every sheet still open is a supplementary one."""
    counts = home.counts
    return 0 < counts.supplements_open == counts.sheets - counts.sheets_locked
