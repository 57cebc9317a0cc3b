"""Yesterday's copy is restored at any state of a payment: nobody is paid again.

The control sends without asking first, as most programs do; it must pay somebody twice.
"""

import os
import random

import pytest

from desktop.domain.disbursement import AttemptKind, BatchState
from desktop.services.disbursement import errand as payment_errand
from desktop.services.disbursement import wire as payment_wire
from tests.faults.payment_driver import Run, Tally, drill, names_of, wishes_of
from tests.faults.test_payment_kills import SEED, bank

__all__ = ["bank"]
pytestmark = pytest.mark.faults
DRILLS = int(os.environ.get("FAULT_DRILLS", "15"))


def _drills(bank, tmp_path, count):
    folder, url = bank
    rng = random.Random(SEED)
    names = names_of(Run(tmp_path / "scout", url, 10**6), tmp_path)
    tally = Tally()
    for number in range(count):
        run = Run(tmp_path / f"run{number}", url, number + 1)
        drill(run, wishes_of(names, sorted(set(names)), rng, 2), rng, tally)
        run.judge(folder, tally)
    return tally


def test_a_restored_copy_pays_nobody_again(bank, tmp_path, capsys):
    tally = _drills(bank, tmp_path, DRILLS)
    with capsys.disabled():
        print(f"\nseed={SEED}\n{tally.line('payment-restore')}")
    assert (tally.double, tally.open, tally.differs) == (0, 0, 0)
    assert tally.paid > tally.runs


def test_sending_without_asking_first_pays_twice(bank, tmp_path, capsys, monkeypatch):
    def blind(batch, attempts, now):
        kind = payment_errand.next_kind(batch, attempts, now)
        return AttemptKind.SEND if batch.state is BatchState.READY else kind

    monkeypatch.setattr(payment_wire, "next_kind", blind)
    monkeypatch.setattr(payment_wire.PaymentWire, "recover", _only_lose)
    tally = _drills(bank, tmp_path, 8)
    with capsys.disabled():
        print(f"\n{tally.line('blind-restore-control')}")
    assert tally.double > 0


def _only_lose(self):
    """Recover without asking; the restored mark is taken off as if it had."""
    self.lose_what_was_open()
    with self._books() as books:
        record = books.people.office()
        books.people.put_office(type(record)(record.created_at, record.reference_key))
        books.commit()
