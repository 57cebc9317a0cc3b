"""`anxin project …`: projects, their companies, contracts and teams."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli import project_chain, project_teams
from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, area_of, command
from desktop.cli.files import read_file
from desktop.cli.opening import opened
from desktop.domain.errors import Refused
from desktop.domain.findings import stops


def import_project(options: Namespace) -> Answer:
    """Make or update a project from a site.json."""
    with opened(options) as office:
        proposal = office.projects.read_site(read_file(options.file))
        if stops(proposal.findings) or proposal.project is None:
            raise Refused(proposal.findings)
        office.projects.accept_site(proposal)
        site = proposal.project
    facts = {
        "project": site.name,
        "subcontractors": [member.company.name for member in site.subcontractors()],
        "month": str(proposal.month) if proposal.month else None,
        "findings": [finding_facts(f) for f in proposal.findings],
    }
    return Answer(facts, [f"✓ 项目已记入账册：{site.name}", *finding_lines(proposal.findings)])


def show_projects(options: Namespace) -> Answer:
    """List the projects of the office."""
    with opened(options) as office:
        sites = office.projects.all()
    facts = {
        "projects": [
            {
                "project": site.name,
                "area": site.area,
                "start": str(site.start) if site.start else None,
                "finish": str(site.finish) if site.finish else None,
                "subcontractors": [member.company.name for member in site.subcontractors()],
            }
            for site in sites
        ]
    }
    return Answer(facts, [site.name for site in sites] or ["账册里还没有项目。"])


def add(areas: Areas) -> None:
    """Add the words of this area."""
    area = area_of(areas, "project", "项目")
    read = command(area, "import", import_project, "从 json 建立或更新项目")
    read.add_argument("file", type=Path, metavar="SITE.json")
    command(area, "list", show_projects, "列出账册里的项目")
    project_chain.add(area)
    project_teams.add(area)
