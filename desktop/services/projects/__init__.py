"""Projects: entered in a form or read from a site.json; calendar and minimum wages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.calendar import Calendar, CalendarDay
from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.company import CompanyRole
from desktop.domain.documents import Document, DocumentKind, File
from desktop.domain.errors import AmbiguousProject, Refused, Unknown
from desktop.domain.findings import Finding, Level, stops
from desktop.domain.ids import DocumentId, ProjectId, new_id
from desktop.domain.months import WageMonth
from desktop.domain.notice import MinimumWage
from desktop.domain.project import ContactKind, Project
from desktop.ports.books import Books
from desktop.services.projects import holidays, site_file
from desktop.services.projects.checks import check_project, missing
from desktop.services.projects.companies import CompaniesPart
from desktop.services.projects.teams import TeamsPart


@dataclass(frozen=True, slots=True)
class SiteProposal:
    """What a site.json says, on top of what the books know; nothing is written."""

    project: Project | None
    minimum_wages: tuple[MinimumWage, ...] = ()
    month: WageMonth | None = None
    findings: tuple[Finding, ...] = ()


class Projects(CompaniesPart, TeamsPart):
    """Projects, their companies and teams, the holiday table and minimum wages."""

    def all(self) -> tuple[Project, ...]:
        """Return every project."""
        with self._reads() as books:
            return books.projects.all()

    def get(self, project_id: ProjectId) -> Project:
        """Return one project. Raises Unknown."""
        with self._reads() as books:
            return books.projects.get(project_id)

    def named(self, name: str | None) -> Project:
        """Return the project of a name, or the only one when none is named.

        Raises:
            AmbiguousProject: there are several and none was named.
            Unknown: there is none, or none of that name.
        """
        projects = self.all()
        if name is None and len(projects) > 1:
            raise AmbiguousProject(names="、".join(project.name for project in projects))
        for project in projects:
            if name is None or project.name == name.strip():
                return project
        raise Unknown(kind="project", name=name or "")

    def draft(self, like: Project | None = None) -> Project:
        """Return a new project that is not on the books yet.

        Args:
            like: another project of the office; who does not change from site to site comes
                along: general contractor, place, authorities, way of paying, rule of days.
        """
        fresh = ProjectId(new_id())
        if like is None:
            return Project(fresh, "")
        general = CompanyRole.GENERAL_CONTRACTOR
        site_own = {ContactKind.LABOUR_OFFICER, ContactKind.PROJECT_MANAGER}
        return Project(
            fresh,
            "",
            area=like.area,
            platform=like.platform,
            sector=like.sector,
            members=tuple(
                replace(m, person="", phone="") for m in like.members if m.role is general
            ),
            pay_day=like.pay_day,
            pay_method=like.pay_method,
            contacts=tuple(pair for pair in like.contacts if pair[0] not in site_own),
            attendance_rule=like.attendance_rule,
        )

    def check(self, project: Project) -> tuple[Finding, ...]:
        """Return everything that is wrong or missing."""
        return check_project(project)

    def read_site(self, content: bytes) -> SiteProposal:
        """Read a site.json; keys that it does not know are left alone."""
        table = site_file.load(content)
        if isinstance(table, Finding):
            return SiteProposal(None, findings=(table,))
        name = site_file.project_name(table)
        if not name:
            return SiteProposal(None, findings=(missing("project", Level.STOP),))
        known = next((p for p in self.all() if p.name == name), None)
        reader = site_file.SiteReader(table, known or Project(ProjectId(new_id()), name))
        project, wages, month = reader.project(), reader.minimum_wages(), reader.month()
        findings = (*reader.findings, *check_project(project))
        return SiteProposal(project, wages, month, findings)

    def accept_site(self, proposal: SiteProposal) -> Outcome[ProjectId]:
        """Write a project read from a file; the same file again changes nothing.

        Raises:
            Refused: the file has findings that stop it.
        """
        if proposal.project is None or stops(proposal.findings):
            raise Refused(proposal.findings)
        self._safe_copy("import")
        with self._books() as books:
            project = _adopt(books, proposal.project)
            known = next((p for p in books.projects.all() if p.name == project.name), None)
            project = replace(project, id=known.id, version=known.version) if known else project
            if project != known:
                books.projects.put(project)
                books.journal.write("project.import", str(project.id))
            for wage in proposal.minimum_wages:
                if wage not in books.calendar.minimum_wages(wage.area):
                    books.calendar.put_minimum_wage(wage)
                    books.journal.write("wage.minimum", wage.area, fen=wage.monthly.fen)
            _seed(books)
            books.commit()
        return Outcome(project.id, Changes.of(Topic.PROJECT, Topic.NOTICE, Topic.CALENDAR))

    def put(self, project: Project) -> Outcome[Project]:
        """Write a project as the form has it.

        Raises:
            Refused: something in it stops it.
        """
        findings = check_project(project)
        if stops(findings):
            raise Refused(findings)
        with self._books() as books:
            stored = books.projects.put(_adopt(books, project))
            books.journal.write("project.put", str(stored.id), version=stored.version)
            books.commit()
        return Outcome(stored, Changes.of(Topic.PROJECT, Topic.NOTICE, project=stored.id))

    def calendar(self) -> Calendar:
        """Return the holiday table of the books."""
        with self._reads() as books:
            return books.calendar.calendar()

    def put_days(self, days: Iterable[CalendarDay]) -> Outcome[int]:
        """Write rows of the holiday table."""
        rows = tuple(days)
        with self._books() as books:
            books.calendar.put_days(rows)
            books.journal.write("calendar.put", "calendar", days=len(rows))
            books.commit()
        return Outcome(len(rows), Changes.of(Topic.CALENDAR))

    def remove_day(self, day: date) -> Outcome[date]:
        """Take a row out of the holiday table."""
        with self._books() as books:
            books.calendar.remove_day(day)
            books.journal.write("calendar.remove", str(day))
            books.commit()
        return Outcome(day, Changes.of(Topic.CALENDAR))

    def set_final(self, year: int, *, final: bool) -> Outcome[int]:
        """Say whether the State Council's notice of a year has been entered."""
        with self._books() as books:
            books.calendar.set_final(year, final=final)
            books.journal.write("calendar.final", str(year), final=final)
            books.commit()
        return Outcome(year, Changes.of(Topic.CALENDAR))

    def seed_calendar(self) -> Outcome[int]:
        """Add shipped rows of years that the books do not hold yet; returns how many."""
        with self._books() as books:
            added = _seed(books)
            books.commit()
        return Outcome(added, Changes.of(Topic.CALENDAR))

    def minimum_wages(self, area: str) -> tuple[MinimumWage, ...]:
        """Return the dated minimum wages of an area."""
        with self._reads() as books:
            return books.calendar.minimum_wages(area)

    def minimum_wage(self, area: str, day: date) -> MinimumWage | None:
        """Return the minimum wage in force on a day."""
        begun = [wage for wage in self.minimum_wages(area) if wage.effective_from <= day]
        return max(begun, key=lambda wage: wage.effective_from) if begun else None

    def put_minimum_wage(self, wage: MinimumWage) -> Outcome[MinimumWage]:
        """Write a row of the minimum wage table."""
        with self._books() as books:
            books.calendar.put_minimum_wage(wage)
            books.journal.write("wage.minimum", wage.area, fen=wage.monthly.fen)
            books.commit()
        return Outcome(wage, Changes.of(Topic.CALENDAR, Topic.NOTICE, Topic.WAGES))

    def keep_image(self, project_id: ProjectId, content: bytes, name: str) -> Outcome[DocumentId]:
        """Keep the official QR image of a project; its board then shows it."""
        document = Document.of(
            project_id, DocumentKind.QR_IMAGE, File(name, content), self._seat.person,
            self._clock.now(),
        )  # fmt: skip
        with self._books() as books:
            books.documents.add(document)
            project = books.projects.get(project_id)
            books.projects.put(replace(project, complaint_image=document.id))
            books.journal.write("project.image", str(project_id), digest=document.sha256)
            books.commit()
        return Outcome(document.id, Changes.of(Topic.PROJECT, Topic.NOTICE, project=project_id))


def _adopt(books: Books, project: Project) -> Project:
    """Give companies that the books know by name their identifier there."""
    members = []
    for member in project.members:
        known = books.projects.company_by_name(member.company.name)
        company = replace(member.company, id=known.id) if known else member.company
        members.append(replace(member, company=company))
    return replace(project, members=tuple(members))


def _seed(books: Books) -> int:
    """Add shipped days of years of which the books hold no day; people's own rows stay."""
    known, shipped = books.calendar.calendar(), holidays.shipped()
    held = {day.year for day in known.days}
    rows = [row for row in shipped.days.values() if row.day.year not in held]
    if rows:
        books.calendar.put_days(rows)
        for year in sorted({row.day.year for row in rows} & shipped.final_years):
            books.calendar.set_final(year, final=True)
        books.journal.write("calendar.seed", "calendar", days=len(rows))
    return len(rows)
