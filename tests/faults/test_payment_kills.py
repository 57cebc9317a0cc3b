"""Kill −9 at named places of the payment: nobody is paid twice, nothing is lost, nothing is open.

The bank lives in a process of its own, answers badly every third time, and would execute a
reference twice. The naive client is the control: it must pay somebody twice.
"""

import os
import random
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from desktop.banks.iso20022 import Iso20022Link, writer
from desktop.kit.web import Limits
from desktop.ports.banks import NoAnswer, NotSent
from tests.faults.payment_driver import Run, Tally, ledger_of, names_of, wishes_of
from tests.house.sources import ROOT
from tests.unit.payment_batch import make_batch

pytestmark = pytest.mark.faults
SEED = int(os.environ.get("FAULT_SEED", "20210409"))
KILLS = int(os.environ.get("FAULT_KILLS", "200"))


@pytest.fixture
def bank(tmp_path):
    """A bank that nothing kills; returns its folder and address."""
    folder = tmp_path / "bank"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.bank_process", str(folder), str(SEED)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield folder, process.stdout.readline().strip()
    process.stdin.close()
    process.wait(10)
    process.stdout.close()


def test_kills_never_pay_twice(bank, tmp_path, capsys):
    folder, url = bank
    rng = random.Random(SEED)
    names = names_of(Run(tmp_path / "scout", url, 10**6), tmp_path)
    every = sorted(set(names))
    tally = Tally()
    while tally.kills < KILLS:
        run = Run(tmp_path / f"run{tally.runs}", url, tally.runs + 1)
        run.settle(wishes_of(names, every, rng), rng, tally)
        run.judge(folder, tally)
    with capsys.disabled():
        print(f"\nseed={SEED} failpoints={len(every)}")
        print(tally.line("payment-kills"))
    assert (tally.double, tally.lost, tally.open, tally.differs) == (0, 0, 0, 0)
    assert len(tally.points) >= 15  # of the names above
    assert tally.paid > tally.runs


def test_the_naive_client_pays_twice(bank, capsys):
    """A new reference per try and "retry on exception": what everybody writes first."""
    folder, url = bank
    link = Iso20022Link(url, debtor="bban", limits=Limits(2, 2, 4))
    accounts = set()
    for run in range(20):
        for attempt in range(5):
            batch = make_batch(f"naive{run}", f"NAIVE{run}T{attempt}")
            accounts |= {item.account for item in batch.items}
            body = writer.write(batch, date(2021, 4, 9))
            try:
                link.send(replace(batch, body=body))
                break
            except (NoAnswer, NotSent):
                continue
    doubles = sum(count - 1 for count, _ in ledger_of(folder, accounts).values())
    with capsys.disabled():
        print(f"\nnaive-client runs=20 double={doubles}")
    assert doubles > 0
