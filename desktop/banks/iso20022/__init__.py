"""ISO 20022 over HTTP to a bank on loopback: pain.001 out, pain.002 and camt.054 back.

`POST /payments` takes the order, `GET /_mock/messages` lists what the bank has sent. The rehearsal
bank and the independent mock-bank both speak so.
"""

from __future__ import annotations

import json
import re
from datetime import date
from enum import StrEnum

from desktop.banks.iso20022 import reader, writer
from desktop.domain.disbursement import PayBatch
from desktop.domain.errors import Refused
from desktop.kit.web import Answer, Limits, Web
from desktop.ports.banks import BankProfile, BankReply, NoAnswer, NotSent

REHEARSAL = BankProfile(idempotent=True, grace_s=2.0)
"""Our own rehearsal bank: refuses a reference it knows, shows what it did at once."""
_NAMES = re.compile(r"EndToEndId>([^<]*)<")
_ACCEPTED = frozenset({200, 201, 202})
_REFUSED = 422
_PER_ITEM = 4096
_LEAST = 8_000_000


class Debtor(StrEnum):
    """How the payer's account is written."""

    AUTO = "auto"  # as an IBAN when the bank lists such an account
    BBAN = "bban"
    IBAN = "iban"  # CN + check digits + number, for banks that know only IBANs


class Iso20022Link:
    """A link to one bank on this machine (ports.banks.BankLink)."""

    def __init__(
        self,
        url: str,
        *,
        profile: BankProfile | None = None,
        debtor: Debtor = Debtor.AUTO,
        limits: Limits | None = None,
    ) -> None:
        self._web = Web(url, limits)
        self.profile = profile or BankProfile()
        self._debtor = debtor

    def write(self, batch: PayBatch, execution: date) -> bytes:
        """Return the exact bytes of a batch. Raises NotSent, NoAnswer, Refused."""
        if found := writer.faults(batch):
            raise Refused(found)
        iban = self._wants_iban(batch)
        day = self._day_there(execution) if iban else execution
        return writer.write(batch, day, iban=iban)

    def send(self, batch: PayBatch) -> BankReply:
        """Hand over the frozen bytes. Raises NotSent or NoAnswer."""
        most = _room(batch)
        answer = self._web.post("/payments", batch.body, most_bytes=most)
        receipt = _json(answer)
        if not isinstance(receipt, dict) or receipt.get("msg_id") != batch.reference:
            raise NoAnswer("reference", answer.body)
        state, code = receipt.get("status"), receipt.get("reason") or ""
        if answer.status in _ACCEPTED and state in {"ACCP", "PART", "RJCT"}:
            return self._details(batch, answer)
        if answer.status == _REFUSED and state == "RJCT":
            if code in reader.final_codes():
                text = str(receipt.get("reason_text") or "")[:200]
                return BankReply(
                    batch.reference,
                    found=True,
                    refused=True,
                    code=str(code),
                    reason=text,
                    raw=answer.body,
                )
            return self.ask(batch)  # it says it had this order before: what became of that one?
        raise NoAnswer("http-error", answer.body)

    def ask(self, batch: PayBatch) -> BankReply:
        """Look through the bank's messages for our reference. Raises NotSent or NoAnswer."""
        most = _room(batch)
        self._web.get("/_mock/mailbox?leave", most_bytes=most)  # lets a bank post what is due
        path = f"/_mock/messages?reference={batch.reference}"  # a bank may leave the rest out
        answer = self._web.get(path, most_bytes=most)
        if answer.status not in _ACCEPTED:
            raise NoAnswer("http-error", answer.body)
        listed = _json(answer)
        if not isinstance(listed, list):
            raise NoAnswer("not-a-list", answer.body[:65536])
        documents = [_document(row) for row in listed if _may_concern(row, batch)]
        try:
            reply = reader.read(batch, documents)
        except NoAnswer as trouble:
            raise NoAnswer(str(trouble), b"\n".join(documents)) from trouble
        return _with_raw(reply, b"\n".join(documents))

    def _details(self, batch: PayBatch, answer: Answer) -> BankReply:
        """The order is taken; its details are asked for, and do without if they do not come."""
        try:
            reply = self.ask(batch)
        except NotSent:
            reply = BankReply(batch.reference, found=False)
        if reply.found:
            return reply
        return BankReply(batch.reference, found=True, raw=answer.body)

    def _day_there(self, ours: date) -> date:
        """Return the bank's own day when it is behind ours: an order for tomorrow would wait."""
        try:
            answer = self._web.get("/_mock/state")
            told = _json(answer) if answer.status in _ACCEPTED else None
            clock = told.get("clock") if isinstance(told, dict) else None
            day = clock.get("date") if isinstance(clock, dict) else None
            return min(ours, date.fromisoformat(str(day)))
        except (NoAnswer, ValueError):
            return ours

    def _wants_iban(self, batch: PayBatch) -> bool:
        if self._debtor is not Debtor.AUTO:
            return self._debtor is Debtor.IBAN
        answer = self._web.get("/_mock/accounts")
        if answer.status not in _ACCEPTED:
            return False
        listed = _json(answer)
        rows = listed if isinstance(listed, list) else []
        known = {row.get("iban") for row in rows if isinstance(row, dict)}
        return writer.pseudo_iban(batch.debtor_account) in known


def _room(batch: PayBatch) -> int:
    return _LEAST + _PER_ITEM * len(batch.items)


def _may_concern(row: object, batch: PayBatch) -> bool:
    """Leave out statements and other people's messages before they are parsed."""
    if not isinstance(row, dict) or not isinstance(row.get("body"), str):
        raise NoAnswer("not-a-message")
    body = row["body"]
    if batch.reference in body:
        return True
    return not set(_NAMES.findall(body)).isdisjoint(i.end_to_end for i in batch.items)


def _document(row: dict[str, str]) -> bytes:
    return row["body"].encode("utf-8", "surrogatepass")


def _with_raw(reply: BankReply, raw: bytes) -> BankReply:
    return BankReply(
        reply.reference,
        found=reply.found,
        refused=reply.refused,
        code=reply.code,
        reason=reply.reason,
        items=reply.items,
        count=reply.count,
        total_fen=reply.total_fen,
        raw=raw,
    )


def _json(answer: Answer) -> object:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        if len(set(keys)) != len(keys):
            raise NoAnswer("field-twice", answer.body[:65536])
        return dict(pairs)

    try:
        found: object = json.loads(answer.body.decode("utf-8"), object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        raise NoAnswer("not-json", answer.body[:65536]) from error
    return found
