"""The month's wage sheets: prepare, look at, adjust, set aside, audit, lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.domain.changes import Outcome
from desktop.domain.errors import Refused, RoleMissing, Unknown, WrongState, WrongValue
from desktop.domain.findings import Level, stops
from desktop.domain.ids import LineId, ProjectId, SheetId, WorkerId, new_id
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.payroll import Adjustment, ItemKind, SheetState, WageLine, WageSheet
from desktop.domain.people import CHECKERS, MAKERS
from desktop.domain.progress import SILENT, Progress
from desktop.domain.wage_limits import WageLaw, deduction_findings
from desktop.domain.wages import WageRules
from desktop.ports.books import Books, OpenBooks, Seat
from desktop.ports.clock import Clock
from desktop.services.payroll.changes import note_change
from desktop.services.payroll.explain import explain_line
from desktop.services.payroll.month import (
    Stamp,
    changed_lines,
    month_facts,
    month_law,
    plan_sheets,
    review_month,
    review_sheet,
    total_net,
)
from desktop.services.payroll.rules import wage_rules
from desktop.services.payroll.views import (
    PayrollMonth,
    PrepareReport,
    SheetView,
    adjusted,
    holding,
    lawful,
    must_be_open,
    numbered,
    ordered,
    ready,
    touched,
    view,
)
from resources.words import phrase

__all__ = ["Payroll", "PayrollMonth", "PrepareReport", "SheetView"]


class Payroll:
    """Wage sheets of a month, one for each subcontractor and supplementary ones."""

    def __init__(
        self,
        *,
        books: OpenBooks,
        reads: OpenBooks,
        clock: Clock,
        seat: Seat,
        safe_copy: Callable[[str], None] = lambda _reason: None,
    ) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._seat = seat
        self._safe_copy = safe_copy

    def rules(self) -> WageRules:
        """Return the dated rules of wages."""
        return wage_rules()

    def prepare(
        self, project_id: ProjectId, month: WageMonth, progress: Progress = SILENT
    ) -> Outcome[PrepareReport]:
        """Bring every open sheet of a month up to date; locked sheets are not touched.

        Raises:
            WrongState: the month was declared to be without work and needs no sheet.
        """
        with self._books() as books:
            self._allow(books)
            project = books.projects.get(project_id)
            if any(nil.month == month for nil in books.attendance.nil_months(project_id)):
                raise WrongState(kind="month", name=str(month), state="nil", act="prepare")
            facts = month_facts(books, project, month)
            before = {sheet.id: sheet for sheet in books.sheets.of_month(project_id, month)}
            stamp = Stamp(self._seat.person, self._clock.now())
            planned = plan_sheets(
                facts, tuple(before.values()), stamp, phrase("wages", "late"), progress
            )
            kept = {sheet.id for sheet in planned}
            for sheet in before.values():
                if sheet.id not in kept:
                    books.sheets.remove(sheet.id)
                    books.journal.write("wages.remove", str(sheet.id), month=str(month))
            views = tuple(self._store(books, s, before.get(s.id), facts.law) for s in planned)
            general = review_month(facts.law, project, books.calendar.calendar())
            books.commit()
        report = PrepareReport(
            sheets=len(planned),
            lines=sum(len(sheet.lines) for sheet in planned),
            changed=sum(changed_lines(s, before.get(s.id)) for s in planned),
            unsigned=sum(len(v.sheet.unsigned(v.signed)) for v in views),
            findings=(*general, *(f for view in views for f in view.findings)),
        )
        return Outcome(report, touched(project_id, month))

    def month(self, project_id: ProjectId, month: WageMonth) -> PayrollMonth:
        """Return a month's sheets, main ones first; no sheets yet: a draft without sheets."""
        with self._reads() as books:
            project = books.projects.get(project_id)
            law = month_law(books, project, month)
            sheets = ordered(project, books.sheets.of_month(project_id, month))
            views = tuple(view(s, books.sheets.signed(s.id), law) for s in sheets)
            general = review_month(law, project, books.calendar.calendar())
        state = min(
            (s.state for s in sheets), key=tuple(SheetState).index, default=SheetState.DRAFT
        )
        return PayrollMonth(month, state, views, total_net(sheets), law, general)

    def explain(self, line: WageLine, month: WageMonth | PayrollMonth) -> str:
        """Say in Chinese how a line comes about, one line for each item.

        Args:
            line: the line as it stands on its sheet.
            month: a month already read (cheap), or only its name (the project is looked up).
        """
        if isinstance(month, PayrollMonth):
            return explain_line(line, month.law)
        with self._reads() as books:
            for project in books.projects.all():
                if any(team.id == line.team for team in books.projects.teams(project.id)):
                    return explain_line(line, month_law(books, project, month))
        raise Unknown(kind="team", name=line.team_name)

    def adjustments(self, project_id: ProjectId, month: WageMonth) -> tuple[Adjustment, ...]:
        """Return the advances and deductions entered for a month."""
        with self._reads() as books:
            return books.sheets.adjustments(project_id, month)

    def adjust(
        self,
        project_id: ProjectId,
        worker_id: WorkerId,
        month: WageMonth,
        kind: ItemKind | str,
        amount: Money,
        reason: str,
    ) -> Outcome[Adjustment]:
        """Enter (replace) an advance, deduction or arrears; an amount of zero removes it.

        Raises:
            Refused: the kind is not lawful, over its limit, or the net falls below zero.
            WrongState: the worker's sheet is audited or locked.
        """
        allowed = lawful(kind, amount, reason)
        with self._books() as books:
            self._allow(books)
            project = books.projects.get(project_id)
            books.workers.get(worker_id)
            adjustment = Adjustment(
                project=project_id,
                worker=worker_id,
                month=month,
                kind=allowed,
                amount=amount,
                reason=reason.strip(),
                by=self._seat.person,
                at=self._clock.now(),
            )
            found = holding(books.sheets.of_month(project_id, month), worker_id)
            if found is not None:
                sheet, line = found
                must_be_open(sheet, "adjust")
                law = month_law(books, project, month)
                fresh = adjusted(line, adjustment, law)
                if findings := deduction_findings(fresh, law):
                    raise Refused(findings)
                lines = tuple(fresh if own.id == line.id else own for own in sheet.lines)
                signed = books.sheets.signed(sheet.id)
                fresh_sheet = replace(sheet, lines=lines).settle_signatures(signed)
                note_change(books, sheet, books.sheets.put(fresh_sheet))
            books.sheets.put_adjustment(adjustment)
            books.journal.write(
                "wages.adjust",
                str(worker_id),
                month=str(month),
                kind=allowed.value,
                amount_fen=amount.fen,
            )
            books.commit()
        return Outcome(adjustment, touched(project_id, month))

    def move_to_supplementary(
        self, sheet_id: SheetId, lines: Sequence[LineId], reason: str
    ) -> Outcome[SheetId]:
        """Set lines aside on a supplementary sheet, so that the others can be locked in time.

        Raises:
            WrongValue: no reason is given.
            WrongState: the sheet is audited or locked.
            Unknown: a line is not on that sheet.
        """
        if not reason.strip():
            raise WrongValue(field="reason", value="", expected=phrase("facts", "expected-reason"))
        wanted = set(lines)
        with self._books() as books:
            self._allow(books)
            sheet = must_be_open(books.sheets.get(sheet_id), "move")
            moved = tuple(line for line in sheet.lines if line.id in wanted)
            if not moved or len(moved) < len(wanted):
                raise Unknown(kind="line", name=str(sheet.month))
            same = [
                s.number
                for s in books.sheets.of_month(sheet.project, sheet.month)
                if s.subcontractor == sheet.subcontractor
            ]
            left = tuple(line for line in sheet.lines if line.id not in wanted)
            self._keep_rest(books, sheet, left)
            aside = replace(
                sheet,
                id=SheetId(new_id()),
                number=max(same) + 1,
                reason=reason.strip(),
                lines=numbered(moved),
                state=SheetState.DRAFT,
                prepared_by=self._seat.person,
                prepared_at=self._clock.now(),
                version=0,
            )
            aside = books.sheets.put(aside)
            signed = books.sheets.signed(aside.id)
            if aside.settle_signatures(signed) != aside:
                aside = books.sheets.put(aside.settle_signatures(signed))
            books.journal.write(
                "wages.move", str(sheet.id), to=str(aside.id), lines=len(moved), reason=aside.reason
            )
            books.commit()
        return Outcome(aside.id, touched(sheet.project, sheet.month))

    def audit(self, sheet_id: SheetId) -> Outcome[SheetId]:
        """Record the labour officer's audit of one sheet (724 art. 28)."""
        with self._books() as books:
            self._allow(books)
            sheet = self._audit(books, books.sheets.get(sheet_id))
            books.commit()
        return Outcome(sheet.id, touched(sheet.project, sheet.month))

    def lock(self, sheet_id: SheetId) -> Outcome[SheetId]:
        """Lock one audited sheet; a safe copy is made first."""
        with self._reads() as books:
            sheet = books.sheets.get(sheet_id)
            sheet.lock(self._seat.person, self._clock.now(), single_person=False)
        self._safe_copy("lock")
        with self._books() as books:
            self._allow(books)
            sheet = self._lock(books, books.sheets.get(sheet_id))
            books.commit()
        return Outcome(sheet.id, touched(sheet.project, sheet.month))

    def audit_and_lock(
        self, project_id: ProjectId, month: WageMonth
    ) -> Outcome[tuple[SheetId, ...]]:
        """Audit and lock a month in one act with two journal entries a sheet.

        A supplementary sheet whose signatures are missing is left open and keeps nobody waiting.

        Raises:
            Unknown: the month has no sheet.
            SheetUnsigned: a main sheet, or all that is left, lacks signatures; nothing is locked.
            Refused: a finding stops.
            WrongState: everything is locked already.
        """
        with self._reads() as books:
            self._allow(books)
            for sheet in ready(books, project_id, month):
                self._check(books, sheet)
        self._safe_copy("lock")
        with self._books() as books:
            self._allow(books)
            done: list[SheetId] = []
            for sheet in ready(books, project_id, month):
                audited = sheet
                if sheet.state is not SheetState.AUDITED:
                    audited = self._audit(books, sheet)
                done.append(self._lock(books, audited).id)
            books.commit()
        return Outcome(tuple(done), touched(project_id, month))

    def _store(
        self, books: Books, sheet: WageSheet, before: WageSheet | None, law: WageLaw
    ) -> SheetView:
        signed = books.sheets.signed(sheet.id)
        fresh = sheet.settle_signatures(signed)
        if fresh != before:
            fresh = books.sheets.put(fresh)
            note_change(books, before, fresh)
            books.journal.write(
                "wages.prepare",
                str(fresh.id),
                month=str(fresh.month),
                lines=len(fresh.lines),
                net_fen=fresh.total_net.fen,
                digest=fresh.digest,
            )
        return view(fresh, signed, law)

    def _keep_rest(self, books: Books, sheet: WageSheet, left: tuple[WageLine, ...]) -> None:
        if not left:
            books.sheets.remove(sheet.id)
            return
        signed = books.sheets.signed(sheet.id)
        rest = replace(sheet, lines=numbered(left)).settle_signatures(signed)
        note_change(books, sheet, books.sheets.put(rest))

    def _check(self, books: Books, sheet: WageSheet) -> None:
        law = month_law(books, books.projects.get(sheet.project), sheet.month)
        findings = review_sheet(sheet, law, books.sheets.signed(sheet.id))
        if stops(findings):
            raise Refused(tuple(f for f in findings if f.level is Level.STOP))

    def _audit(self, books: Books, sheet: WageSheet) -> WageSheet:
        self._check(books, sheet)
        signed = books.sheets.signed(sheet.id)
        audited = sheet.audit(self._seat.person, self._clock.now(), signed)
        stored = books.sheets.put(audited)
        books.journal.write("wages.audit", str(sheet.id), digest=stored.digest)
        return stored

    def _lock(self, books: Books, sheet: WageSheet) -> WageSheet:
        money = [p for p in books.people.all() if p.roles & (MAKERS | CHECKERS)]
        single = len(money) == 1
        locked = sheet.lock(self._seat.person, self._clock.now(), single_person=single)
        stored = books.sheets.put(locked)
        books.journal.write(
            "wages.lock",
            str(sheet.id),
            digest=stored.digest,
            net_fen=stored.total_net.fen,
            single_person=single,
        )
        return stored

    def _allow(self, books: Books) -> None:
        people = {person.id: person for person in books.people.all()}
        person = people.get(self._seat.person)
        if person is None or not person.roles & (MAKERS | CHECKERS):
            raise RoleMissing(name=self._seat.name, role="labour_officer")
