"""`anxin project …`: projects come in from outside."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, area_of, command
from desktop.cli.opening import opened
from desktop.domain.errors import FileTrouble, Refused
from desktop.domain.findings import stops


def read_file(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        FileTrouble: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileTrouble(path=str(path), detail=error.strerror or "") from error


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


def add(areas: Areas) -> None:
    """Add the words of this area."""
    area = area_of(areas, "project", "项目")
    read = command(area, "import", import_project, "从 json 建立或更新项目")
    read.add_argument("file", type=Path, metavar="SITE.json")
