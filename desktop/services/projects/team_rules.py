"""What platforms want of teams: said before an act that they will not take back."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

import resources
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import WorkerId
from desktop.domain.project import Team
from desktop.domain.worker import Worker


class TeamAct(StrEnum):
    """What is about to happen to a team or to somebody in it."""

    ENTER = "enter"
    MOVE = "move"  # somebody goes from this team to another
    EXIT = "exit"  # somebody leaves the site
    CHANGE = "change"  # the team's own facts


@cache
def reserved_names() -> frozenset[str]:
    """Return team names that platforms keep for themselves."""
    return frozenset(tomllib.loads(resources.text("rules/teams.toml"))["reserved"])


@cache
def _seen_on(rule: str) -> str:
    return str(tomllib.loads(resources.text("rules/teams.toml"))["seen_on"][rule])


@dataclass(frozen=True, slots=True)
class TeamState:
    """A team with the others of its project and the people now in it."""

    team: Team
    others: tuple[Team, ...]
    members: tuple[Worker, ...]


def members_of(
    team: Team, workers: Iterable[Worker], day: date | None = None
) -> tuple[Worker, ...]:
    """Return who is in a team by his latest employment and has not left by a day."""
    return tuple(
        worker
        for worker in workers
        if (job := worker.employment(team.project)) is not None
        and job.team == team.id
        and (job.exit is None or (day is not None and job.exit >= day))
    )


def check_team(state: TeamState, known: Team | None) -> Iterator[Finding]:
    """Judge a team as typed; `known` is the same as the books have it, None when it is new."""
    team = state.team
    yield from _check_name(state, known)
    if team.leader is not None and team.leader not in {one.id for one in state.members}:
        yield Finding(Code.TEAM_LEADER_OUTSIDE, Level.STOP, column="leader", subject=team.name)
    if known is not None and known.filed_on and team.filed_on and team.trade != known.trade:
        facts = {
            "trade": known.trade,
            "day": str(known.filed_on),
            "count": _seen_on("frozen_trade"),
        }
        yield Finding(Code.TEAM_TRADE_FROZEN, Level.STOP, None, "trade", team.name, facts)


def _check_name(state: TeamState, known: Team | None) -> Iterator[Finding]:
    team = state.team
    if not team.name:
        yield Finding(Code.REQUIRED_EMPTY, Level.STOP, column="name", facts={"field": "name"})
        return
    renamed = known is None or known.name != team.name
    if team.name in reserved_names():
        level = Level.STOP if renamed else Level.WARN
        yield Finding(Code.TEAM_NAME_RESERVED, level, None, "name", team.name)
    if any(other.name == team.name for other in state.others):
        level = Level.STOP if renamed else Level.WARN
        facts = {"count": _seen_on("unique_name")}
        yield Finding(Code.TEAM_NAME_TAKEN, level, None, "name", team.name, facts)


def judge_team(state: TeamState) -> Iterator[Finding]:
    """Tell what a team on the books lacks before it can be filed."""
    yield from check_team(state, state.team)
    if state.members and state.team.leader is None:
        facts = {"count": _seen_on("leader")}
        yield Finding(Code.TEAM_NO_LEADER, Level.WARN, None, "leader", state.team.name, facts)


def warnings(state: TeamState, act: TeamAct, worker: WorkerId | None) -> Iterator[Finding]:
    """Tell what cannot be taken back, before it is done."""
    team, leaves = state.team, act in {TeamAct.MOVE, TeamAct.EXIT}
    if leaves and team.filed_on is not None:
        facts = {"day": str(team.filed_on), "count": _seen_on("one_way_move")}
        code = Code.TEAM_MOVE_ONE_WAY if act is TeamAct.MOVE else Code.TEAM_EXIT_ONE_WAY
        yield Finding(code, Level.WARN, subject=team.name, facts=facts)
    if leaves and worker is not None and worker == team.leader:
        named = next((one.name for one in state.members if one.id == worker), "")
        facts = {"leader": named}
        yield Finding(Code.TEAM_LEADER_LEAVES, Level.WARN, subject=team.name, facts=facts)
    if act is TeamAct.ENTER:
        yield from (f for f in judge_team(state) if f.code is Code.TEAM_NAME_RESERVED)
    if act is TeamAct.CHANGE and team.filed_on is None and not team.trade:
        yield Finding(Code.TEAM_TRADE_EMPTY, Level.NOTE, None, "trade", team.name)


def in_use(team: Team, people: int) -> Finding:
    """Tell that a team cannot go, since people belong or belonged to it."""
    facts = {"count": str(people)}
    return Finding(Code.TEAM_IN_USE, Level.STOP, subject=team.name, facts=facts)
