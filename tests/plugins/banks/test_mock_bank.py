"""The same month paid through mock-bank: another author's parser, state and reports."""

import contextlib
import json
import threading
import urllib.request

import pytest
from mockbank import Config, make_server

from desktop.banks.iso20022 import writer
from desktop.domain.disbursement import BatchState, ItemState
from desktop.domain.errors import AlreadyPaid
from tests.unit.payment_office import ACCOUNT, MONTH, PEOPLE, PROJECT, TOTAL_FEN, make_office

# 98 − (62001360001050123456 ‖ "CN00" as digits mod 97), INTERFACES 3.4.
IBAN = "CN1362001360001050123456"
CLOSED = writer.pseudo_iban("6228480402564890018")


@contextlib.contextmanager
def mock_bank(balance, clock="2021-04-09T09:00"):
    server = make_server(Config(port=0, quiet=True, clock=clock, timezone="Asia/Shanghai"))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    bank = MockBank(f"http://127.0.0.1:{server.server_address[1]}")
    bank.call("POST", "/_mock/accounts", id="SPEC", iban=IBAN, name="专用账户",
              currency="CNY", balance=balance)  # fmt: skip
    yield bank
    server.shutdown()
    server.server_close()
    thread.join()


class MockBank:
    def __init__(self, url):
        self.url = url

    def call(self, method, path, **body):
        request = urllib.request.Request(  # noqa: S310 - loopback
            self.url + path,
            data=json.dumps(body).encode() if body else None,
            method=method,
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - loopback
            return json.loads(answer.read())

    def booked(self):
        """Return end-to-end names of every payment the bank took, with amounts in fen."""
        return [(p["end_to_end_id"], p["amount"]) for p in self.call("GET", "/_mock/payments")]

    def balance(self):
        return self.call("GET", "/_mock/accounts/SPEC")["balance"]


def test_the_pseudo_iban_is_the_known_one():
    assert writer.pseudo_iban(ACCOUNT) == IBAN


def test_the_month_is_paid_through_the_other_bank(tmp_path):
    office = make_office(tmp_path)
    with mock_bank(5_000_000) as bank:
        (batch,) = office.submit(bank=bank.url)
        assert batch.state is BatchState.SETTLED
        # 50,000.00 − 11,110.01 (5,460.00 + 5,650.00 + 0.01) = 38,889.99
        assert bank.balance() == 5_000_000 - TOTAL_FEN == 3_888_999
        assert sorted(bank.booked()) == sorted(
            (item.end_to_end, item.amount.fen) for item in batch.items
        )
        assert len(bank.booked()) == 3
        with pytest.raises(AlreadyPaid):
            office.submit(bank=bank.url)
        assert len(bank.booked()) == 3


def test_a_closed_account_and_an_empty_one_fail_in_chinese(tmp_path):
    people = (
        PEOPLE[0],
        PEOPLE[1],
        ("㛃国强", CLOSED, "0.01", "0"),
        ("钱海", "6217991", "900", "0"),
    )
    office = make_office(tmp_path, people=people)
    # 5,460.00 + 5,650.00 fit into 11,500.00; the 900.00 after them do not.
    with mock_bank(1_150_000) as bank:
        bank.call("POST", "/_mock/accounts", id="W3", iban=CLOSED, name="某人", currency="CNY",
                  balance=0, behaviour="closed-account")  # fmt: skip
        bank.call("PATCH", "/_mock/accounts/SPEC", behaviour="insufficient-funds")
        (batch,) = office.submit(bank=bank.url)
        assert batch.state is BatchState.PARTIAL
        assert {item.name: item.reason for item in batch.items} == {
            PEOPLE[0][0]: "",
            PEOPLE[1][0]: "",
            "㛃国强": "收款账户已销户（AC04）",
            "钱海": "专用账户余额不足（AM04）",
        }
        assert bank.balance() == 1_150_000 - 546_000 - 565_000
        # Money comes in: want of money has passed, the closed account is left out.
        bank.call("PATCH", "/_mock/accounts/SPEC", behaviour="accept")
        (second,) = office.submit(bank=bank.url)
        assert [item.name for item in second.items] == ["钱海"]
        assert second.state is BatchState.SETTLED


def test_before_the_booking_it_is_sent_and_not_paid(tmp_path):
    office = make_office(tmp_path)
    # Friday after the 15:00 cut-off: booked on Monday only.
    with mock_bank(5_000_000, clock="2021-04-09T16:00") as bank:
        (batch,) = office.submit(timeout_s=1, bank=bank.url)
        assert {item.state for item in batch.items} == {ItemState.SENT}
        bank.call("POST", "/_mock/advance?days=4")
        (batch,) = office.submit(bank=bank.url)  # carried on: asked about, not sent again
        assert batch.state is BatchState.SETTLED
        assert len(bank.booked()) == 3
        assert bank.balance() == 3_888_999


def test_a_returned_payment_is_owed_again(tmp_path):
    office = make_office(tmp_path)
    with mock_bank(5_000_000) as bank:
        bank.call(
            "PATCH", "/_mock/accounts/SPEC", behaviour="return-later",
            parameters={"days": 2, "reason": "AC06"},
        )  # fmt: skip
        (batch,) = office.submit(bank=bank.url)
        bank.call("POST", "/_mock/advance?days=6")
        batch = office.service.ask(batch.id).value
        back = [item for item in batch.items if item.state is ItemState.RETURNED]
        assert back
        assert {item.reason for item in back} == {"收款账户被冻结（AC06）"}
        again = office.service.retry_failed(PROJECT, MONTH, bank.url).value
        assert [i.obligation for i in again.items] == [i.obligation for i in back]


def test_a_bank_that_takes_orders_in_silence_leaves_them_unknown(tmp_path):
    office = make_office(tmp_path)
    with mock_bank(5_000_000) as bank:
        bank.call("PATCH", "/_mock/accounts/SPEC", behaviour="silent")
        (batch,) = office.submit(timeout_s=60, bank=bank.url)
        assert batch.state in {BatchState.UNKNOWN, BatchState.SETTLED}
        assert len(bank.booked()) == 3
