"""The rehearsal bank's own reading of a payment order (pain.001.001.09).

It shares no line with the office's writer: the judge reads by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

_SPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
_AMOUNT = re.compile(r"\d{1,15}(\.\d{1,2})?")
_REFERENCE = 35
_NAME = 140
_CNAPS = 12


class OrderRefusedError(Exception):
    """The order as a whole is refused."""

    def __init__(self, code: str, text: str, msg_id: str = "") -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.msg_id = msg_id


@dataclass(slots=True)
class Transfer:
    """One credit transfer and what the bank makes of it."""

    end_to_end: str
    name: str
    account: str
    fen: int
    code: str = ""
    """Reason it is rejected for; empty when it is paid."""
    text: str = ""


@dataclass(slots=True)
class Order:
    """One payment order."""

    msg_id: str
    count: int
    sum_text: str
    debtor: str
    debtor_name: str
    lump: bool
    """One debit for the whole lot (BtchBookg)."""
    transfers: list[Transfer] = field(default_factory=list)


def cnaps_is_valid(code: str) -> bool:
    """Tell whether twelve digits end in the right check digit (ISO 7064 MOD 11,10)."""
    if len(code) != _CNAPS or not code.isascii() or not code.isdigit():
        return False
    product = 10
    for digit in code[:-1]:
        total = (product + int(digit)) % 10 or 10
        product = total * 2 % 11
    return (product + int(code[-1])) % 10 == 1


def read(body: bytes) -> Order:
    """Read and judge an order.

    Raises:
        OrderRefusedError: the order is refused as a whole.
    """
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise OrderRefusedError("FF01", "no document types, please")
    try:
        root = ET.fromstring(body)  # noqa: S314 - document types are refused above
    except ET.ParseError as error:
        raise OrderRefusedError("FF01", f"not well-formed: {error}") from None
    if root.tag != f"{{{_SPACE}}}Document":
        raise OrderRefusedError("FF01", "only pain.001.001.09 is read here")
    message = _find(root, "CstmrCdtTrfInitn")
    msg_id = _text(message, "GrpHdr/MsgId")
    if not 0 < len(msg_id) <= _REFERENCE:
        raise OrderRefusedError("FF01", "GrpHdr/MsgId must have 1 to 35 characters")
    groups = message.findall("{*}PmtInf")
    if len(groups) != 1:
        raise OrderRefusedError("FF01", "exactly one PmtInf is read here", msg_id)
    order = _order(message, groups[0], msg_id)
    _judge_totals(order, groups[0])
    _judge_transfers(order, groups[0])
    return order


def _order(message: ET.Element, group: ET.Element, msg_id: str) -> Order:
    count = _text(message, "GrpHdr/NbOfTxs")
    order = Order(
        msg_id=msg_id,
        count=int(count) if count.isdigit() else -1,
        sum_text=_text(message, "GrpHdr/CtrlSum"),
        debtor=_text(group, "DbtrAcct/Id/Othr/Id") or _text(group, "DbtrAcct/Id/IBAN"),
        debtor_name=_text(group, "Dbtr/Nm"),
        lump=_text(group, "BtchBookg") == "true",
    )
    if not order.debtor or not order.debtor_name:
        raise OrderRefusedError("AC02", "the debtor's account or name is missing", msg_id)
    for transfer in group.findall("{*}CdtTrfTxInf"):
        order.transfers.append(
            Transfer(
                end_to_end=_text(transfer, "PmtId/EndToEndId"),
                name=_text(transfer, "Cdtr/Nm"),
                account=_text(transfer, "CdtrAcct/Id/Othr/Id")
                or _text(transfer, "CdtrAcct/Id/IBAN"),
                fen=_fen(_text(transfer, "Amt/InstdAmt"), msg_id),
            )
        )
    return order


def _judge_totals(order: Order, group: ET.Element) -> None:
    total = sum(transfer.fen for transfer in order.transfers)
    if order.count != len(order.transfers) or order.count == 0:
        raise OrderRefusedError("AM18", "NbOfTxs does not match", order.msg_id)
    if _fen(order.sum_text, order.msg_id) != total:
        raise OrderRefusedError("AM10", "CtrlSum does not match", order.msg_id)
    inner_count, inner_sum = _text(group, "NbOfTxs"), _text(group, "CtrlSum")
    if inner_count and inner_count != str(order.count):
        raise OrderRefusedError("AM18", "NbOfTxs of PmtInf does not match", order.msg_id)
    if inner_sum and _fen(inner_sum, order.msg_id) != total:
        raise OrderRefusedError("AM10", "CtrlSum of PmtInf does not match", order.msg_id)


def _judge_transfers(order: Order, group: ET.Element) -> None:
    seen: set[str] = set()
    for transfer, node in zip(order.transfers, group.findall("{*}CdtTrfTxInf"), strict=True):
        amount = node.find("{*}Amt/{*}InstdAmt")
        cnaps = _text(node, "CdtrAgt/FinInstnId/ClrSysMmbId/MmbId")
        verdicts = (
            (not 0 < len(transfer.end_to_end) <= _REFERENCE, "FF01", "EndToEndId"),
            (transfer.end_to_end in seen, "AM05", "EndToEndId repeated"),
            (not 0 < len(transfer.name) <= _NAME, "FF01", "creditor's name"),
            (not transfer.account, "AC03", "creditor's account"),
            (transfer.fen <= 0, "AM01", "amount is zero"),
            (amount is None or amount.get("Ccy") != "CNY", "AM03", "currency is not CNY"),
            (bool(cnaps) and not cnaps_is_valid(cnaps), "RC04", "clearing number"),
        )
        for wrong, code, text in verdicts:
            if wrong:
                transfer.code, transfer.text = code, text
                break
        seen.add(transfer.end_to_end)


def _find(node: ET.Element, path: str) -> ET.Element:
    found = node.find("/".join(f"{{*}}{step}" for step in path.split("/")))
    if found is None:
        raise OrderRefusedError("FF01", f"{path} is missing")
    return found


def _text(node: ET.Element, path: str) -> str:
    found = node.find("/".join(f"{{*}}{step}" for step in path.split("/")))
    return (found.text or "").strip() if found is not None else ""


def _fen(text: str, msg_id: str) -> int:
    if not _AMOUNT.fullmatch(text):
        raise OrderRefusedError("FF01", f"not an amount: {text!r}", msg_id)
    yuan, _, rest = text.partition(".")
    return int(yuan) * 100 + int(rest.ljust(2, "0"))
