"""A bank's answer is hostile input: whatever does not fit advances nothing."""

import json
import random
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from desktop.banks.iso20022 import reader
from desktop.domain.disbursement import BatchState, ItemState
from desktop.ports.banks import NoAnswer
from desktop.rehearsal.bank import Counter
from desktop.rehearsal.server import MachineClock
from tests.unit.payment_office import BANK, CHECKER, MONTH, PROJECT, make_office

SEED = 20260401
FORGERIES = 1500


@contextmanager
def forger(answer):
    """Serve answers made by `answer(method, path, body) -> (status, bytes)`."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            self._reply(*answer("GET", self.path, b""))

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self._reply(*answer("POST", self.path, body))

        def _reply(self, status, body):
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def ready(tmp_path):
    """An office whose batch stands ready, the honest bank's messages about it, and the batch."""
    office = make_office(tmp_path)
    counter = Counter(tmp_path / "bank", MachineClock())
    with forger(lambda *_: (404, b"")) as url:
        office.point(url, debtor="bban")
        batch = office.service.draft(PROJECT, MONTH, BANK).value
        office.service.approve(batch.id, CHECKER, batch.digest)
        batch = office.service.release(batch.id).value
    status, receipt = counter.take(batch.body)
    assert status == 202
    return office, batch, receipt, [str(m["body"]) for m in counter.messages()]


def _replace_once(old, new):
    """Forge by replacing a text once; E1 and E2 stand for the first two lines' names."""

    def forge(texts, batch, rng):
        names = {"E1": batch.items[0].end_to_end, "E2": batch.items[1].end_to_end}
        before, after = (names.get(t[:2], t[:2]) + t[2:] for t in (old, new))
        where = [n for n, text in enumerate(texts) if before in text]
        chosen = rng.choice(where)
        texts[chosen] = texts[chosen].replace(before, after, 1)

    return forge


def _twice(tag):
    def forge(texts, batch, rng):
        text = texts[0]
        start = text.index(f"<{tag}>")
        end = text.index(f"</{tag}>") + len(f"</{tag}>")
        texts[0] = text[:end] + text[start:end] + text[end:]

    return forge


FORGERS = {
    "e2e": _replace_once("E1<", "AXFORGED<"),
    "e2e-of-another": _replace_once("E1<", "E2<"),
    "count": _replace_once("<OrgnlNbOfTxs>3", "<OrgnlNbOfTxs>4"),
    "sum": _replace_once("<OrgnlCtrlSum>11110.01", "<OrgnlCtrlSum>11110.00"),
    "amount": _replace_once(">5460.00<", ">5460.01<"),
    "entry-sum": _replace_once(">11110.01</Amt>", ">11110.02</Amt>"),
    "currency": _replace_once('Ccy="CNY">5460', 'Ccy="USD">5460'),
    "status": _replace_once("<GrpSts>ACCP", "<GrpSts>FINE"),
    "refused-for-nothing": _replace_once("<TxSts>ACCP", "<TxSts>RJCT"),
    "side": _replace_once("<CdtDbtInd>DBIT", "<CdtDbtInd>BOTH"),
    "line-twice": _twice("TxInfAndSts"),
    "field-twice": _twice("OrgnlEndToEndId"),
    "reference-twice": _twice("OrgnlMsgId"),
    "document-type": _replace_once("<Document", '<!DOCTYPE x [<!ENTITY a "b">]><Document'),
    "not-well-formed": _replace_once("</Document>", "</Dokument>"),
    "deep": _replace_once("<GrpHdr>", "<x>" * 60 + "</x>" * 60 + "<GrpHdr>"),
}


@pytest.mark.parametrize("name", FORGERS)
def test_a_forged_message_is_no_answer(ready, name):
    _, batch, _, honest = ready
    assert reader.read(batch, [text.encode() for text in honest]).found
    texts = list(honest)
    FORGERS[name](texts, batch, random.Random(SEED))
    with pytest.raises(NoAnswer):
        reader.read(batch, [text.encode() for text in texts])


def test_other_encodings_are_no_answer(ready):
    _, batch, _, honest = ready
    for encoding in ("utf-16", "gb18030"):
        text = honest[1].replace("UTF-8", encoding)
        with pytest.raises(NoAnswer):
            reader.read(batch, [text.encode(encoding, "replace")])


def test_random_damage_never_pays_what_the_bank_did_not(ready):
    """Bytes are changed, cut, doubled, swapped: the answer is refused or says what was true."""
    _, batch, _, honest = ready
    rng = random.Random(SEED)
    truth = {item.end_to_end: ItemState.PAID for item in batch.items}
    refused = harmless = wrong = 0
    for _ in range(FORGERIES):
        texts = [bytearray(text.encode()) for text in honest]
        _damage(rng.choice(texts), rng)
        try:
            reply = reader.read(batch, [bytes(text) for text in texts])
        except NoAnswer:
            refused += 1
            continue
        said = {item.end_to_end: item.state for item in reply.items}
        lies = {name for name, state in said.items() if state not in {truth[name], ItemState.SENT}}
        wrong += bool(lies) or reply.refused
        harmless += not lies
    print(f"hostile replies runs={FORGERIES} refused={refused} harmless={harmless} bad={wrong}")
    assert wrong == 0
    assert refused > FORGERIES // 10


def _damage(text, rng):
    place = rng.randrange(len(text))
    match rng.randrange(5):
        case 0:
            text[place] = rng.randrange(256)
        case 1:
            del text[place : place + rng.randrange(1, 200)]
        case 2:
            text[place:place] = text[place : place + rng.randrange(1, 200)]
        case 3:
            del text[place:]
        case _:
            text[place:place] = bytes(rng.randrange(256) for _ in range(rng.randrange(1, 9)))


def _answers(receipt, honest):
    """Return kinds of answers to the POST and to the question, each of them wrong."""
    good, none = json.dumps(receipt).encode(), b"[]"
    listed = json.dumps([{"body": text} for text in honest]).encode()
    yield "another reference", json.dumps(receipt | {"msg_id": "AXOTHER"}).encode(), none
    yield "a field twice", good[:-1] + b', "status": "ACCP"}', none
    yield "a list", b"[]", none
    yield "nothing", b"", none
    yield "not text", bytes(range(256)), none
    yield "ten megabytes", b'{"msg_id": "' + b"A" * 10_000_000 + b'"}', none
    yield "ten megabytes of messages", good, b"[" + b" " * 10_000_000 + b"]"
    yield "messages of nothing", good, b"[1, 2]"
    yield "messages twice", good, listed.replace(b'"body"', b'"body": "", "body"')
    yield "an unknown state", json.dumps(receipt | {"status": "FINE"}).encode(), none
    yield "wrong sum", good, listed.replace(b"11110.01", b"11110.02")
    yield "nested", b"[" * 100_000, none


@pytest.mark.parametrize("number", range(12))
def test_a_lying_bank_leaves_every_line_unknown(ready, number):
    office, batch, receipt, honest = ready
    name, posted, listed = list(_answers(receipt, honest))[number]
    sent = []

    def answer(method, path, body):
        if method == "POST":
            sent.append(body)
            return 202, posted
        return 200, (listed if sent else b"[]")

    with forger(answer) as url:
        office.point(url, debtor="bban")
        after = office.service.finish(batch.id, 0.4).value
    assert after.state is BatchState.UNKNOWN, name
    assert {item.state for item in after.items} == {ItemState.UNKNOWN}
    assert sent == [batch.body]


def test_refusals_count_only_when_they_are_on_the_list(ready):
    office, batch, receipt, _ = ready

    def answer(code):
        body = json.dumps(receipt | {"status": "RJCT", "reason": code}).encode()
        return lambda method, *_: (422, body) if method == "POST" else (200, b"[]")

    with forger(answer("ZZ99")) as url:
        office.point(url, debtor="bban")
        lost = office.service.finish(batch.id, 0.1).value
    assert lost.state is BatchState.UNKNOWN


def test_a_refused_order_says_why(ready):
    office, batch, receipt, _ = ready
    body = json.dumps(receipt | {"status": "RJCT", "reason": "AC02"}).encode()
    with forger(lambda method, *_: (422, body) if method == "POST" else (200, b"[]")) as url:
        office.point(url, debtor="bban")
        refused = office.service.finish(batch.id, 1).value
    assert refused.state is BatchState.REJECTED
    assert {item.reason for item in refused.items} == {"付款账号无效（AC02）"}
