"""Entering, leaving and moving between teams; the exit settlement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from desktop.domain import identity, movement
from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.errors import Refused, Unknown
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId, TeamId, WorkerId, new_id
from desktop.domain.movement import Entry, MovementKind
from desktop.domain.watch import WatchIndex
from desktop.domain.worker import Capture, Worker
from desktop.ports.books import Books
from desktop.services.movements import plan as rules
from desktop.services.movements.facts import days_after, locked_changes
from desktop.services.movements.leaving import LeavingPart
from desktop.services.movements.plan import MovementDone, MovementPlan, Site
from desktop.services.movements.settlement import SettlementView
from desktop.services.projects.team_rules import TeamAct
from desktop.services.roster import books as roster_books
from desktop.services.roster import checks as worker_checks
from desktop.services.roster.initials import initials_of
from desktop.services.watch import matches_of

__all__ = ["Entry", "MovementDone", "MovementPlan", "Movements", "SettlementView"]


class Movements(LeavingPart):
    """Who enters, leaves and changes teams."""

    def plan_enter(self, who: Worker | WorkerId, entry: Entry) -> MovementPlan:
        """Say what an entry would do: of a new worker, or of one whom the office knows."""
        with self._reads() as books:
            return self._plan_enter(books, who, entry)

    def _plan_enter(self, books: Books, who: Worker | WorkerId, entry: Entry) -> MovementPlan:
        site = Site.read(books, entry.project)
        worker, known = self._who(books, who)
        after = movement.entered(worker, entry)
        findings = list(rules.entry_findings(site, worker, entry))
        typed = replace(after, name=who.name) if isinstance(who, Worker) else after
        findings += self._person_findings(books, typed)
        findings += rules.team_warnings(books, site, TeamAct.ENTER, [(entry.team, worker.id)])
        if known:
            findings += locked_changes(books, site.project, [(worker, after)], entry.day)
        before = {worker.id: worker} if known else {}
        return MovementPlan(
            MovementKind.ENTER, entry.project, entry.day, (after,), before, tuple(findings),
            entry.team,
        )  # fmt: skip

    def _person_findings(self, books: Books, worker: Worker) -> Iterator[Finding]:
        """Judge a person as typed: numbers, age at the place of work, watch lists."""
        today = self._clock.today()
        areas = {project.id: project.area for project in books.projects.all()}
        for fault in worker_checks.check_worker(worker, today, areas):
            yield roster_books.finding_of(fault, worker)
        yield from roster_books.taken(books, worker, today)
        index = WatchIndex.of(books.watch.all())
        name = identity.normalise_name(worker.name)
        yield from matches_of(index, name, worker.id_number, today)

    def _who(self, books: Books, who: Worker | WorkerId) -> tuple[Worker, bool]:
        """Return the worker meant, and whether the books know him; by his number also."""
        if not isinstance(who, Worker):
            return books.workers.get(who), True
        known = books.workers.by_id_numbers([who.id_number]).get(who.id_number)
        if known is not None and known.name == who.name:
            return known, True
        captured = who.captured if who.captured is Capture.READER else Capture.TYPED
        at = who.captured_at or self._clock.now()
        name = identity.normalise_name(who.name)
        fresh = replace(
            who, name=name, initials=initials_of(name), captured=captured, captured_at=at, version=0
        )
        return fresh, False

    def enter(self, who: Worker | WorkerId, entry: Entry) -> Outcome[MovementDone]:
        """Let somebody enter a project.

        Raises:
            Refused: he is there already, or something about him stops it.
        """
        return self.carry_out(self.plan_enter(who, entry))

    def plan_exit(
        self,
        project: ProjectId,
        workers: Iterable[WorkerId],
        day: date,
        reason: str,
        head_count: tuple[TeamId, int] | None = None,
    ) -> MovementPlan:
        """Say what it would do if workers left.

        Args:
            project: the project they leave.
            workers: who leaves; ignored where a whole team leaves.
            day: their last day.
            reason: why.
            head_count: a whole team and how many the person counted in it.
        """
        with self._reads() as books:
            site = Site.read(books, project)
            findings = [] if reason.strip() else [rules.required("exit_reason")]
            if head_count is None:
                leaving = [books.workers.get(worker) for worker in workers]
            else:
                team, count = head_count
                leaving = list(_members(books, project, team, day))
                findings += rules.head_count(site, team, (day, count), leaving)
            return self._plan_exit(books, site, leaving, (day, reason.strip()), findings)

    def _plan_exit(
        self,
        books: Books,
        site: Site,
        leaving: Sequence[Worker],
        how: tuple[date, str],
        findings: list[Finding],
    ) -> MovementPlan:
        day, reason = how
        after: list[Worker] = []
        before: dict[WorkerId, Worker] = {}
        gone: list[tuple[TeamId, WorkerId]] = []
        for worker in leaving:
            job = rules.find_job(site, worker, day, findings)
            if job is None:
                continue
            gone.append((job.team, worker.id))
            before[worker.id] = worker
            after.append(movement.left(worker, job, day, reason))
        pairs = [(before[worker.id], worker) for worker in after]
        findings += locked_changes(books, site.project, pairs, day)
        today = self._clock.today()
        findings += days_after(books, site.project, tuple(before.values()), day, today)
        findings += rules.team_warnings(books, site, TeamAct.EXIT, gone)
        return MovementPlan(
            MovementKind.EXIT, site.project.id, day, tuple(after), before, tuple(findings),
            reason=reason,
        )  # fmt: skip

    def exit(
        self, worker: WorkerId, project: ProjectId, day: date, reason: str
    ) -> Outcome[MovementDone]:
        """Let a worker leave; the day is his last one.

        Raises:
            Refused: he is not there, or a locked month would change.
        """
        return self.carry_out(self.plan_exit(project, [worker], day, reason))

    def plan_move(
        self,
        project: ProjectId,
        workers: Iterable[WorkerId],
        team: TeamId,
        day: date,
        trade: str = "",
    ) -> MovementPlan:
        """Say what a transfer to another team would do; the day is the first one there."""
        with self._reads() as books:
            site = Site.read(books, project)
            findings = [] if team in site.teams else [rules.required("team")]
            after: list[Worker] = []
            before: dict[WorkerId, Worker] = {}
            gone: list[tuple[TeamId, WorkerId]] = []
            for each in workers:
                worker = books.workers.get(each)
                job = rules.find_job(site, worker, day, findings)
                if job is not None and team in site.teams:
                    findings += rules.move_findings(books, site, worker, job, (team, day))
                    before[worker.id] = worker
                    gone.append((job.team, worker.id))
                    after.append(movement.moved(worker, job, team, trade.strip(), day))
            pairs = [(before[worker.id], worker) for worker in after]
            findings += locked_changes(books, site.project, pairs, day)
            findings += rules.team_warnings(books, site, TeamAct.MOVE, gone)
        return MovementPlan(
            MovementKind.MOVE, project, day, tuple(after), before, tuple(findings), team
        )

    def move(
        self, worker: WorkerId, project: ProjectId, team: TeamId, day: date
    ) -> Outcome[MovementDone]:
        """Let a worker belong to another team from a day on.

        Raises:
            Refused: he is not there, is in that team already, or a locked month would change.
        """
        return self.carry_out(self.plan_move(project, [worker], team, day))

    def carry_out(self, plan: MovementPlan) -> Outcome[MovementDone]:
        """Write a plan, all of it or nothing.

        Raises:
            Refused: something in it stops it.
            Stale: somebody else changed a worker since it was made.
            Unknown: it concerns nobody.
        """
        if plan.is_stopped:
            raise Refused(plan.findings)
        if not plan.after:
            raise Unknown(kind="worker", name="")
        with self._books() as books:
            stored = tuple(books.workers.put(worker) for worker in plan.after)
            for worker in stored:
                books.journal.write(
                    f"roster.{plan.kind.value}",
                    str(worker.id),
                    project=str(plan.project),
                    day=str(plan.day),
                    reason_length=len(plan.reason),
                )
            books.commit()
        return Outcome(MovementDone(plan, stored), _changes(plan.project))

    def undo(self, done: MovementDone) -> Outcome[tuple[Finding, ...]]:
        """Take a movement back as far as nobody has built on it; returns who had to stay.

        Raises:
            Refused: a locked month would change, or nobody can be taken back.
        """
        plan, kept = done.plan, []
        with self._books() as books:
            site = Site.read(books, plan.project)
            back = [(one, old) for one in done.stored if (old := plan.before.get(one.id))]
            findings = tuple(locked_changes(books, site.project, back, plan.day))
            if findings:
                raise Refused(findings)
            for worker in done.stored:
                if _take_back(books, worker, plan.before.get(worker.id)):
                    books.journal.write("roster.movement_undo", str(worker.id), day=str(plan.day))
                else:
                    kept.append(Finding(Code.UNDO_KEPT, Level.WARN, subject=worker.name))
            if len(kept) == len(done.stored):
                raise Refused(tuple(replace(one, level=Level.STOP) for one in kept))
            books.commit()
        return Outcome(tuple(kept), _changes(plan.project))

    def newcomer(self, name: str, id_number: str, phone: str = "") -> Worker:
        """Return a worker nobody knows yet, with what his identity number says by itself."""
        kind = identity.kind_of(id_number) or identity.IdKind.RESIDENT
        worker = Worker(WorkerId(new_id()), name, id_number, phone, id_kind=kind)
        if not identity.has_birth(id_number):
            return worker
        try:
            sex, birth = identity.sex_of(id_number), identity.birth_of(id_number)
        except ValueError:
            return worker
        return replace(worker, sex=sex, birth=birth)

    def members(self, project: ProjectId, team: TeamId, day: date) -> tuple[Worker, ...]:
        """Return who belongs to a team on a day and is to stay longer."""
        with self._reads() as books:
            return _members(books, project, team, day)

    def known(self, id_number: str) -> Worker | None:
        """Return the worker of the office who has an identity number."""
        with self._reads() as books:
            return books.workers.by_id_numbers([id_number]).get(id_number)


def _members(books: Books, project: ProjectId, team: TeamId, day: date) -> tuple[Worker, ...]:
    return tuple(
        worker
        for worker in books.workers.of_project(project)
        if (job := movement.job_on(worker, project, day)) is not None
        and job.team == team
        and job.exit != day
    )


def _take_back(books: Books, stored: Worker, before: Worker | None) -> bool:
    """Restore one worker; tells whether nobody had changed him or built on him."""
    try:
        present = books.workers.get(stored.id)
    except Unknown:
        return False
    if present.version != stored.version or _is_settled(books, stored):
        return False
    if before is not None:
        books.workers.put(replace(before, version=present.version))
        return True
    if books.workers.is_built_on(stored.id):
        return False
    books.workers.remove(stored.id)
    return True


def _is_settled(books: Books, worker: Worker) -> bool:
    """Tell whether he has signed an exit settlement of one of these employments."""
    exits = {(job.project, job.exit) for job in worker.employments if job.exit}
    return any(
        one.worker == worker.id and one.signed_on is not None and (one.project, one.exit) in exits
        for project, _ in exits
        for one in books.contracts.settlements(project)
    )


def _changes(project: ProjectId) -> Changes:
    return Changes.of(Topic.ROSTER, Topic.ATTENDANCE, Topic.WAGES, project=project)
