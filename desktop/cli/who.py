"""Finds the workers and teams that a command names."""

from __future__ import annotations

from argparse import Namespace

from desktop.domain.errors import Unknown
from desktop.domain.identity import ID_LENGTH, normalise_id
from desktop.domain.ids import ProjectId, TeamId, WorkerId
from desktop.ports.views import RosterLine
from desktop.services.office import Office


def workers(office: Office, project: ProjectId, options: Namespace) -> list[WorkerId]:
    """Return the workers named by --worker, in order. Raises Unknown."""
    lines = office.roster.lines(project)
    return [worker(office, lines, name).worker for name in options.worker or ()]


def worker(office: Office, lines: tuple[RosterLine, ...], name: str) -> RosterLine:
    """Return the one worker of a name, identity number or device number.

    Raises:
        Unknown: nobody, or several, are called so.
    """
    wanted = name.strip()
    found = [line for line in lines if wanted in {line.name, *line.device_numbers}]
    number = normalise_id(wanted)
    if not found and len(number) >= ID_LENGTH - 3:
        known = office.movements.known(number)
        found = [line for line in lines if known is not None and line.worker == known.id]
    if len(found) != 1:
        raise Unknown(kind="worker", name=wanted)
    return found[0]


def team(office: Office, project: ProjectId, name: str, company: str = "") -> TeamId:
    """Return the team of a name; the company tells two of one name apart.

    Raises:
        Unknown: there is none, or several.
    """
    site = office.projects.get(project)
    companies = {one.company.id: one.company.name for one in site.members}
    found = [
        one.id
        for one in office.projects.teams(project)
        if one.name == name.strip()
        and (not company or companies.get(one.subcontractor) == company.strip())
    ]
    if len(found) != 1:
        raise Unknown(kind="team", name=name)
    return found[0]
