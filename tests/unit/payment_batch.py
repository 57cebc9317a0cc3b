"""A batch by itself, for tests that need no books."""

import hashlib
from datetime import UTC, datetime
from uuid import UUID

from desktop.domain.disbursement import BatchState, PayBatch, PayItem
from desktop.domain.ids import BatchId, ItemId, ObligationId, PersonId, ProjectId, WorkerId
from desktop.domain.money import Money
from desktop.domain.months import WageMonth

ROWS = (
    ("赵守田", "6222024144061256386", 546000),
    ("阿卜杜热合曼·麦麦提图尔荪", "6217001234567890128", 565000),
    ("㛃国强", "6228480402564890018", 1),
)


def _id(number):
    return UUID(int=number)


def make_batch(salt="", reference="AXREFERENCE", rows=ROWS, state=BatchState.READY):
    """Make a batch; a salt gives every payee an account of its own."""
    items = tuple(
        PayItem(
            id=ItemId(_id(number)),
            obligation=ObligationId(_id(100 + number)),
            worker=WorkerId(_id(200 + number)),
            seq=number,
            end_to_end=f"{reference}N{number}",
            name=name,
            account=_salted(account, salt),
            bank="中国建设银行兰州分行",
            cnaps="105821000018",
            amount=Money(fen),
        )
        for number, (name, account, fen) in enumerate(rows, 1)
    )
    return PayBatch(
        id=BatchId(_id(1)),
        project=ProjectId(_id(2)),
        month=WageMonth(2021, 3),
        attempt_number=1,
        reference=reference,
        bank="rehearsal",
        state=state,
        items=items,
        debtor_name="甘肃某建设公司农民工工资专用账户",
        debtor_account="62001360001050123456",
        debtor_cnaps="105821000018",
        purpose="2021年03月工资",
        maker=PersonId(_id(3)),
        made_at=datetime(2021, 4, 9, 1, 0, tzinfo=UTC),
        digest="",
    )


def _salted(account, salt):
    if not salt:
        return account
    return str(int(hashlib.sha256(f"{account}{salt}".encode()).hexdigest(), 16))[:19]
