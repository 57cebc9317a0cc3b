"""Who refers to a worker: what an undo must leave alone."""

from __future__ import annotations

from sqlalchemy import Connection, exists, select

from db.tables.attendance import ApprovedHoursRow, HandMarkRow
from db.tables.contracts import LabourContractRow, SettlementRow, TrainedRow
from db.tables.payments import ObligationRow
from db.tables.persons import LikenessKeyRow, LikenessRow
from db.tables.site_days import ConfirmationRow, DayNoteRow, PlatformDaysRow
from db.tables.wages import AdjustmentRow, LineRow
from db.tables.workers import EmploymentRow, OpeningRow
from desktop.domain.ids import WorkerId

_USERS = (
    HandMarkRow,
    ApprovedHoursRow,
    AdjustmentRow,
    LineRow,
    ObligationRow,
    OpeningRow,
    LabourContractRow,
    TrainedRow,
    SettlementRow,
    LikenessRow,
    LikenessKeyRow,
    DayNoteRow,
    PlatformDaysRow,
)


def is_built_on(connection: Connection, worker: WorkerId) -> bool:
    """Tell whether anything refers to the worker, or a confirmation sheet lists him.

    A sheet lists everyone who belonged to its team at any time of its month.
    """
    query = select(*(exists().where(user.worker == worker) for user in _USERS))
    if any(connection.execute(query).one()):
        return True
    sheets = (
        select(ConfirmationRow.month, EmploymentRow.entry, EmploymentRow.exit)
        .join(EmploymentRow, EmploymentRow.team == ConfirmationRow.team)
        .where(EmploymentRow.worker == worker)
    )
    return any(
        entry <= month.last and (gone is None or gone >= month.first)
        for month, entry, gone in connection.execute(sheets)
    )
