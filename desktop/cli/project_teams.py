"""`anxin project teams|team …`: teams, their leaders, their filing with a platform."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from desktop.cli import values
from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, command
from desktop.cli.opening import opened, project
from desktop.domain.company import Company
from desktop.domain.errors import Unknown
from desktop.domain.ids import TeamId, WorkerId, new_id
from desktop.domain.project import Project, Team
from desktop.services.office import Office
from desktop.services.projects.team_rules import TeamState, judge_team


def show_teams(options: Namespace) -> Answer:
    """List the teams and what platforms would object to."""
    with opened(options) as office:
        site = project(office, options)
        states = office.projects.team_states(site.id)
    names = {member.company.id: member.company.name for member in site.members}
    findings = [finding for state in states for finding in judge_team(state)]
    rows = [_facts(state, names.get(state.team.subcontractor, "")) for state in states]
    facts = {
        "project": site.name,
        "teams": rows,
        "findings": [{"subject": f.subject, **finding_facts(f)} for f in findings],
    }
    lines = [
        f"{row['name']}　{row['company']}　{row['trade'] or '未写工种'}　{row['people']} 人　"
        f"班组长 {row['leader'] or '未定'}"
        + (f"　{row['filed_on']} 已在平台登记" if row["filed_on"] else "")
        for row in rows
    ]
    return Answer(facts, [*(lines or ["还没有班组。"]), *finding_lines(findings)])


def _facts(state: TeamState, company: str) -> dict[str, object]:
    team = state.team
    leader = next((one.name for one in state.members if one.id == team.leader), "")
    return {
        "name": team.name,
        "company": company,
        "trade": team.trade,
        "leader": leader,
        "filed_on": str(team.filed_on) if team.filed_on else None,
        "people": len(state.members),
    }


def put_team(options: Namespace) -> Answer:
    """Make a team, or change one by its name."""
    with opened(options) as office:
        site = project(office, options)
        team = _team(office, site, options)
        stored = office.projects.put_team(team).value
        state = next(s for s in office.projects.team_states(site.id) if s.team.id == stored.id)
    findings = tuple(judge_team(state))
    name = next((m.company.name for m in site.members if m.company.id == stored.subcontractor), "")
    facts = {"team": _facts(state, name), "findings": [finding_facts(f) for f in findings]}
    return Answer(facts, [f"✓ 班组已保存：{stored.name}", *finding_lines(findings)])


def _team(office: Office, site: Project, options: Namespace) -> Team:
    known = next((t for t in office.projects.teams(site.id) if t.name == options.name), None)
    team = known or Team(
        TeamId(new_id()), site.id, _company(site, options.company or "").id, options.name
    )
    if known is not None and options.company:
        team = replace(team, subcontractor=_company(site, options.company).id)
    if options.rename:
        team = replace(team, name=options.rename)
    if options.trade is not None:
        team = replace(team, trade=options.trade)
    if options.leader:
        team = replace(team, leader=_leader(office, team, options.leader))
    if options.not_filed:
        team = replace(team, filed_on=None)
    return replace(team, filed_on=options.filed_on) if options.filed_on else team


def _company(site: Project, name: str) -> Company:
    for member in site.members:
        if member.company.name == name or (not name and member in site.subcontractors()):
            return member.company
    raise Unknown(kind="company", name=name)


def _leader(office: Office, team: Team, name: str) -> WorkerId:
    for state in office.projects.team_states(team.project):
        for worker in state.members if state.team.id == team.id else ():
            if worker.name == name:
                return worker.id
    raise Unknown(kind="worker", name=name)


def add(area: Areas) -> None:
    """Add the words of this area to the project's."""
    command(area, "teams", show_teams, "列出班组和平台会提出的问题")
    team = command(area, "team", put_team, "建立班组，或修改已有的（按名称）")
    team.add_argument("--name", type=values.named, required=True, help="班组名称")
    team.add_argument("--company", metavar="NAME", help="用工单位全称（默认第一个分包单位）")
    team.add_argument("--rename", type=values.named, metavar="NAME", help="改名")
    team.add_argument("--trade", help="工种")
    team.add_argument("--leader", metavar="NAME", help="班组长，本班组的工人")
    team.add_argument(
        "--filed-on", type=values.day, metavar="YYYY-MM-DD", help="已在平台登记的日期"
    )
    team.add_argument("--not-filed", action="store_true", help="平台已撤销登记")
