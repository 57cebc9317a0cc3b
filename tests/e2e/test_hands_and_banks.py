"""Two persons, a failing bank, another bank, a bank that talks nonsense or is not there."""

import contextlib
import json
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from mockbank import Config, make_server

from tests.e2e import gate
from tests.e2e.command import MONTH, clear, new_office

MAKER, CHECKER = "劳资专管员", "罗守成"
TOTAL = 1_157_000  # by hand in test_month_by_command.py
LINES = 9
# 98 − (62001360001050123456 ‖ "CN00" as digits mod 97), as in tests/plugins/banks.
IBAN = "CN1362001360001050123456"


@pytest.fixture(scope="module")
def locked_office(tmp_path_factory):
    """An office of one person whose March is locked and unpaid."""
    office = new_office(tmp_path_factory.mktemp("locked") / "site")
    (office.folder / "punches").write_bytes(gate.attlog())
    scan = office.folder / "scan.pdf"
    for words in (
        ("attendance", "import", office.folder / "punches"),
        ("wages", "prepare", *MONTH),
        ("print", "wage-sheet", *MONTH, "--out", scan),
        ("wages", "sign", *MONTH, "--all-on-paper", scan),
        ("wages", "lock", *MONTH),
    ):
        done = office.here(*words)
        assert done.code == 0, done.err
    return office


@pytest.fixture
def locked(locked_office, tmp_path):
    """A copy of it, free to spend."""
    return locked_office.copy(tmp_path / "site")


def _pay(office, *more, bank="rehearsal"):
    return office.here("pay", "submit", *MONTH, "--bank", bank, *more)


def _states(done):
    return [(line["state"]) for batch in done.facts["batches"] for line in batch["lines"]]


def test_with_a_second_person_two_hands_are_needed(locked):
    own = locked.folder / "his-own"
    own.write_text("罗守成自己的口令\n", "utf-8")
    # F2 stands before --books and the office's own file, as the words are written down
    added = locked.here(
        "office", "person", "add", CHECKER, "--role", "project_manager", "--passphrase-file", own
    )
    assert added.facts == {
        "name": CHECKER, "roles": ["project_manager"], "own_passphrase": True,
    }  # fmt: skip
    for words, says in (
        ((), "--as、--approved-by"),
        (("--as", MAKER), "--approved-by"),
        (("--approved-by", CHECKER), "--as"),
        (("--as", MAKER, "--approved-by", MAKER), "同一个人"),
        (("--as", MAKER, "--approved-by", "王不在"), "王不在"),
        (("--as", CHECKER, "--approved-by", MAKER), CHECKER),  # he may approve, not make
    ):
        done = _pay(locked, *words)
        assert done.code == 1, words
        assert says in done.err
        assert clear(done)
    assert locked.here("pay", "status").facts == {"batches": []}
    words = ["pay", "submit", *MONTH, "--bank", "rehearsal", "--as", MAKER, "--approved-by"]
    paid = locked.here(*words, CHECKER)
    assert (paid.code, _states(paid)) == (0, ["paid"] * LINES)


def test_his_own_passphrase_opens_the_books_and_seats_him(locked):
    own = locked.folder / "his-own"
    own.write_text("周看看自己的口令\n", "utf-8")
    add = ("office", "person", "add", "周看看", "--role", "viewer", "--passphrase-file", own)
    assert locked.here(*add).code == 0
    assert locked.here("wages", "prepare", "--month", "2021-04").code == 0
    (locked.folder / "pass").write_bytes(own.read_bytes())
    his = locked.here("wages", "lock", "--month", "2021-04")
    assert (his.code, his.facts["error"]["kind"]) == (1, "RoleMissing")
    assert "周看看" in his.err
    assert locked.here("wages", "show", "--month", "2021-04").facts["state"] != "locked"


def test_a_short_passphrase_of_ones_own_adds_nobody(locked):
    own = locked.folder / "short"
    own.write_text("abc\n", "utf-8")
    words = ("office", "person", "add", CHECKER, "--role", "复核人", "--passphrase-file", own)
    assert locked.here(*words).code == 1
    assert _pay(locked).code == 0  # the office is still one of a single person


@pytest.mark.parametrize(("fault", "says"), [("ac04", "销户"), ("be01", "户名"), ("am04", "余额")])
def test_a_failed_line_has_a_chinese_reason_and_is_final(locked, fault, says):
    done = _pay(locked, "--rehearse", fault)
    assert done.code == 0
    failed = [x for b in done.facts["batches"] for x in b["lines"] if x["state"] == "failed"]
    assert 1 <= len(failed) <= LINES
    assert all(says in line["reason"] for line in failed), failed
    assert set(_states(done)) <= {"paid", "failed"}


@pytest.mark.parametrize("fault", ["garbage", "half-body", "500-after", "reset-after"])
def test_an_answer_that_is_none_is_asked_about_and_not_sent_again(locked, fault):
    lost = _pay(locked, "--rehearse", fault, "--timeout", "0")
    assert lost.code == 3
    assert set(_states(lost)) == {"unknown"}
    found = _pay(locked)
    assert (found.code, _states(found)) == (0, ["paid"] * LINES)
    references = {b["reference"] for b in [*lost.facts["batches"], *found.facts["batches"]]}
    assert len(references) == 1


@contextlib.contextmanager
def _talker(status, body):
    """A server that answers every request with the same bytes, and counts the orders."""
    orders = []

    class Talker(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self):
            orders.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.do_GET()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Talker)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", orders
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("status", "body"),
    [(200, b"<html>maintenance</html>"), (200, b""), (500, b"oops"), (302, b"elsewhere")],
)
def test_a_bank_that_talks_nonsense_ends_with_exit_3(locked, status, body):
    with _talker(status, body) as (url, orders):
        done = _pay(locked, "--timeout", "0.3", bank=url)
    assert done.code == 3
    assert len(orders) <= 1
    state = locked.here("pay", "status")
    assert state.code == 0
    assert set(_states(state)) == ({"unknown"} if orders else {"planned"})


def test_no_bank_there_sends_nothing_and_another_bank_may_pay(locked):
    done = _pay(locked, "--timeout", "0.3", bank="http://127.0.0.1:9")
    assert (done.code, done.facts["error"]["kind"]) == (3, "Offline")
    assert "没有发送任何内容" in done.err
    assert set(_states(locked.here("pay", "status"))) == {"planned"}
    paid = _pay(locked)
    assert (paid.code, _states(paid)) == (0, ["paid"] * LINES)


@contextlib.contextmanager
def _mock_bank():
    server = make_server(
        # its day lies years behind ours, and it settles no order before the day it asks for
        Config(port=0, quiet=True, clock="2021-04-09T09:00", timezone="Asia/Shanghai")
    )
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{server.server_address[1]}"
    account = {"id": "SPEC", "iban": IBAN, "name": "专用账户", "currency": "CNY",
               "balance": 2_000_000}  # fmt: skip
    request = urllib.request.Request(  # noqa: S310 - loopback
        url + "/_mock/accounts", json.dumps(account).encode(), {"Content-Type": "application/json"}
    )
    urllib.request.urlopen(request).close()  # noqa: S310 - loopback
    yield url
    server.shutdown()
    server.server_close()
    thread.join()


def _get(url):
    with urllib.request.urlopen(url) as answer:  # noqa: S310 - loopback
        return json.loads(answer.read())


def test_the_same_month_is_paid_through_another_authors_bank(locked):
    with _mock_bank() as url:
        done = locked.child("pay", "submit", *MONTH, "--bank", url)
        assert (done.code, _states(done)) == (0, ["paid"] * LINES)
        # 20,000.00 − 11,570.00
        assert _get(url + "/_mock/accounts/SPEC")["balance"] == 2_000_000 - TOTAL == 843_000
        booked = sorted(payment["amount"] for payment in _get(url + "/_mock/payments"))
        assert booked == [13_000, 30_000, 35_000, 35_000, 38_000, 60_000, 64_000, 65_000, 817_000]
        assert _pay(locked, bank=url).code == 1
        assert len(_get(url + "/_mock/payments")) == LINES
