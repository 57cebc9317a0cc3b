"""Contracts by command: made out, printed, scanned back, listed; the gate; papers."""

import pytest

from tests.e2e import gate
from tests.e2e.command import MONTH, clear, new_office


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """An office with the site's roster and March's punches."""
    office = new_office(tmp_path_factory.mktemp("contracts") / "site")
    (office.folder / "punches").write_bytes(gate.attlog())
    done = office.here("attendance", "import", office.folder / "punches")
    assert done.code == 0, done.err
    return office


@pytest.fixture
def office(site, tmp_path):
    return site.copy(tmp_path / "site")


def filled(office, *more):
    done = office.here("contract", "fill", *more)
    assert done.code == 0, done.err
    return done.facts


def test_from_filling_to_filed_scans(office):
    tried = filled(office, "--dry-run")
    assert (tried["written"], tried["numbers"]) == (0, [])
    assert all(one["ready"] and one["missing"] for one in tried["contracts"])
    made = filled(office)
    numbers = made["numbers"]
    assert made["written"] == len(tried["contracts"]) > 0
    assert len(set(numbers)) == len(numbers)
    pdf = office.folder / "合同.pdf"
    printed = office.here("contract", "print", "--out", pdf).facts
    assert printed["contracts"] == len(numbers)
    assert printed["pages"] == 4 * len(numbers)  # two copies of two pages
    looked = office.here("contract", "file-scan", pdf, "--dry-run")
    assert (looked.code, len(looked.facts["filed"])) == (0, len(numbers))
    before = office.here("contract", "list").facts
    assert before["counts"]["unsigned"] == len(numbers)
    filed = office.here("contract", "file-scan", pdf, "--signed", "2021-03-02")
    assert sorted(one["number"] for one in filed.facts["filed"]) == sorted(numbers)
    after = office.here("contract", "list", "--state", "signed").facts
    assert {one["signed"] for one in after["workers"]} == {"2021-03-02"}
    assert all(one["scanned"] for one in after["workers"])
    ended = office.here("contract", "end", "--number", numbers[0], "--day", "2021-04-30")
    assert (ended.code, ended.facts["ended"]) == (0, "2021-04-30")
    assert office.here("contract", "list").facts["counts"]["ended"] == 1


def test_the_gate_says_who_came_without_and_nothing_stops_the_month(office):
    seen = office.here("contract", "gate", *MONTH)
    assert seen.code == 0
    assert seen.facts["in_order"] == 0
    assert {"entry-no-contract", "entry-no-training", "insurance-missing"} <= set(seen.codes)
    assert all(one["level"] != "stop" for one in seen.facts["findings"])
    paper = office.folder / "签到表.pdf"
    paper.write_bytes(b"%PDF-1.4 sign-in")
    trained = office.here(
        "contract", "training", "add", "--name", "三级安全教育", "--day", "2021-02-20",
        "--hours", "24", "--trainer", "马安全", "--paper", paper,
    )  # fmt: skip
    assert trained.facts["passed"] > 0
    insured = office.here(
        "contract", "insurance", "add", "--number", "GS-1", "--insurer", "兰州市社会保险中心",
        "--begin", "2020-04-20", "--premium", "173000",
    )  # fmt: skip
    assert insured.facts["premium_fen"] == 17_300_000
    filled(office)
    signed = office.here(
        "contract", "sign", "--day", "2021-02-25",
        *(word for one in office.here("contract", "list").facts["workers"] if one["number"]
          for word in ("--number", one["number"])),
    )  # fmt: skip
    assert signed.facts["signed"] > 0
    again = office.here("contract", "gate", *MONTH)
    left = {"entry-no-contract", "entry-no-training", "insurance-missing"} & set(again.codes)
    assert "insurance-missing" not in left
    assert [one["paper"] for one in office.here("contract", "training", "list").facts["trainings"]]
    assert office.here("contract", "insurance", "list").facts["findings"] == []
    assert office.here("wages", "prepare", *MONTH).code == 0


def test_refused_words_say_what_is_wrong_and_write_nothing(office):
    bad = office.folder / "scan.pdf"
    bad.write_bytes(b"%PDF-1.7 half")
    refused = office.here("contract", "file-scan", bad)
    assert (refused.code, refused.codes) == (1, ["scan-unreadable"])
    assert clear(refused)
    nobody = office.here("contract", "print", "--out", office.folder / "x.pdf")
    assert nobody.code == 1
    assert clear(nobody)
    assert not (office.folder / "x.pdf").exists()
    assert office.here("contract", "gate").code == 2
    unknown = office.here("contract", "end", "--number", "2021-9999", "--day", "2021-04-30")
    assert (unknown.code, unknown.facts["error"]["kind"]) == (1, "Unknown")
