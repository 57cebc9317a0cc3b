"""Reads what a bank says of a batch: pain.002.001.10, camt.054.001.08, pacs.004.001.09.

Every answer is hostile input: whatever does not fit the batch to the fen is `NoAnswer`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from xml.etree import ElementTree as ET

import resources
from desktop.domain.disbursement import ItemState, PayBatch, PayItem
from desktop.ports.banks import BankReply, ItemReply, NoAnswer

MESSAGES = {
    "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10": "status",
    "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08": "advice",
    "urn:iso:std:iso:20022:tech:xsd:pacs.004.001.09": "return",
}
_PAID = frozenset({"ACSC", "ACCC"})
_GOING = frozenset(
    {"RCVD", "ACTC", "ACCP", "ACSP", "ACWC", "ACWP", "PDNG", "PART", "PATC", "PRES", "ACFC"}
)
_REFUSED = "RJCT"
_KNOWN_BEFORE = frozenset({"DUPL", "DU01", "AM05"})
_AMOUNT = re.compile(r"\d{1,15}(\.\d{1,2})?")
_DEEPEST = 40


@cache
def final_codes() -> frozenset[str]:
    """Return the reason codes that are on the final list."""
    table = tomllib.loads(resources.text("terms/bank_reasons.toml"))["reasons"]
    return frozenset(code for code, entry in table.items() if entry["final"])


@dataclass(slots=True)
class _Said:
    """What the messages say of one item, gathered."""

    status: ItemState | None = None
    code: str = ""
    reason: str = ""
    debit: str = ""
    """The bank's own number of the booked debit."""
    returned: bool = False


@dataclass(slots=True)
class _Gathered:
    batch: PayBatch
    items: dict[str, PayItem]
    said: dict[str, _Said] = field(default_factory=dict)
    found: bool = False
    refused: tuple[str, str] | None = None


def read(batch: PayBatch, documents: Iterable[bytes]) -> BankReply:
    """Gather everything that documents say of a batch, oldest first.

    Raises:
        NoAnswer: something does not fit the batch.
    """
    gathered = _Gathered(batch, {item.end_to_end: item for item in batch.items})
    for content in documents:
        root = parse(content)
        match MESSAGES.get(root.tag.partition("}")[0].lstrip("{")):
            case "status":
                _status(gathered, root)
            case "advice":
                _advice(gathered, root)
            case "return":
                _return(gathered, root)
            case _:
                continue
    return _reply(gathered)


class _Builder(ET.TreeBuilder):
    """Builds a tree no deeper than any real message."""

    depth = 0

    def start(self, tag: str, attrs: Mapping[str, str], /) -> ET.Element:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise NoAnswer("too-deep")
        return super().start(tag, dict(attrs))

    def end(self, tag: str, /) -> ET.Element:
        self.depth -= 1
        return super().end(tag)


def parse(content: bytes) -> ET.Element:
    """Parse a document that nobody vouches for.

    Raises:
        NoAnswer: it is not plain UTF-8 XML without a document type.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NoAnswer("encoding", content) from error
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise NoAnswer("document-type", content)
    parser = ET.XMLParser(target=_Builder(), encoding="utf-8")  # noqa: S314 - refused above
    try:
        parser.feed(content)
        root = parser.close()
    except (ET.ParseError, ValueError) as error:
        raise NoAnswer("not-xml", content) from error
    if not isinstance(root, ET.Element):
        raise NoAnswer("not-xml", content)
    return root


def _status(gathered: _Gathered, root: ET.Element) -> None:
    batch = gathered.batch
    group = root.find("{*}CstmrPmtStsRpt/{*}OrgnlGrpInfAndSts")
    if group is None or _text(group, "OrgnlMsgId") != batch.reference:
        return
    gathered.found = True
    code, reason = _reason(group, "StsRsnInf")
    state = _text(group, "GrpSts")
    blocks = root.findall("{*}CstmrPmtStsRpt/{*}OrgnlPmtInfAndSts")
    for block in (group, *blocks):
        _numbers(batch, block)
    rows = [row for block in blocks for row in block.findall("{*}TxInfAndSts")]
    if state == _REFUSED and not rows:
        _group_refused(gathered, code, reason)
        return
    seen = _rows(gathered, rows)
    whole = state or (_text(blocks[0], "PmtInfSts") if blocks else "")
    if whole not in _GOING | _PAID | {_REFUSED}:
        raise NoAnswer("status-unknown")
    if whole in _PAID:
        _whole_paid(gathered, group, seen)


def _group_refused(gathered: _Gathered, code: str, reason: str) -> None:
    if code in _KNOWN_BEFORE:
        return  # it says only that the bank has had it before
    if code not in final_codes():
        raise NoAnswer("refused-without-reason")
    gathered.refused = (code, reason)


def _rows(gathered: _Gathered, rows: list[ET.Element]) -> set[str]:
    seen: set[str] = set()
    for row in rows:
        name = _text(row, "OrgnlEndToEndId")
        if name in seen or name not in gathered.items:
            raise NoAnswer("item-unknown-or-twice")
        seen.add(name)
        _hear(gathered, name, _text(row, "TxSts"), _reason(row, "StsRsnInf"))
    return seen


def _whole_paid(gathered: _Gathered, group: ET.Element, seen: set[str]) -> None:
    """A lot reported settled settles the lines it does not list, if it counts them right."""
    if not _text(group, "OrgnlNbOfTxs") or not _text(group, "OrgnlCtrlSum"):
        raise NoAnswer("settled-without-numbers")
    for name in gathered.items.keys() - seen:
        _hear(gathered, name, "ACSC", ("", ""))


def _hear(gathered: _Gathered, name: str, state: str, why: tuple[str, str]) -> None:
    said = gathered.said.setdefault(name, _Said())
    if state in _PAID:
        heard = ItemState.PAID
    elif state == _REFUSED:
        if not why[0]:
            raise NoAnswer("refused-without-reason")
        heard = ItemState.SENT if why[0] in _KNOWN_BEFORE else ItemState.FAILED
    else:
        heard = ItemState.SENT
    if {said.status, heard} == {ItemState.PAID, ItemState.FAILED}:
        raise NoAnswer("paid-and-failed")
    if said.status in {None, ItemState.SENT}:
        said.status = heard
        said.code, said.reason = why if heard is ItemState.FAILED else ("", "")


def _advice(gathered: _Gathered, root: ET.Element) -> None:
    for entry in root.findall("{*}BkToCstmrDbtCdtNtfctn/{*}Ntfctn/{*}Ntry"):
        details = entry.findall("{*}NtryDtls/{*}TxDtls")
        ours = [row for row in details if _concerns(gathered, row)]
        if not ours or _text(entry, "Sts/Cd") != "BOOK":
            continue
        if len(details) > 1 and _fen(entry) != sum(_fen(row) for row in details):
            raise NoAnswer("entry-sum")
        side = _text(entry, "CdtDbtInd")
        if len({_text(row, "Refs/EndToEndId") for row in ours}) != len(ours):
            raise NoAnswer("item-unknown-or-twice")
        for row in ours:
            _booked(gathered, row, side, _text(entry, "AcctSvcrRef"))


def _concerns(gathered: _Gathered, row: ET.Element) -> bool:
    message, name = _text(row, "Refs/MsgId"), _text(row, "Refs/EndToEndId")
    mine = message == gathered.batch.reference
    if mine != (name in gathered.items) and (mine or message):
        raise NoAnswer("item-unknown-or-twice")
    return name in gathered.items


def _booked(gathered: _Gathered, row: ET.Element, side: str, number: str) -> None:
    name = _text(row, "Refs/EndToEndId")
    if _fen(row) != gathered.items[name].amount.fen:
        raise NoAnswer("item-amount")
    if _text(row, "CdtDbtInd") not in {"", side}:
        raise NoAnswer("item-side")
    said = gathered.said.setdefault(name, _Said())
    gathered.found = True
    if side == "DBIT":
        if said.debit not in {"", number}:
            raise NoAnswer("booked-twice")
        said.debit = number or "?"
    elif side == "CRDT":
        said.returned = True
        code = _text(row, "RtrInf/Rsn/Cd")
        said.code = code or said.code
    else:
        raise NoAnswer("item-side")


def _return(gathered: _Gathered, root: ET.Element) -> None:
    for row in root.findall("{*}PmtRtr/{*}TxInf"):
        name = _text(row, "OrgnlEndToEndId")
        if name in gathered.items:
            code, reason = _reason(row, "RtrRsnInf")
            said = gathered.said.setdefault(name, _Said())
            said.returned, gathered.found = True, True
            said.code, said.reason = code or said.code, reason


def _reply(gathered: _Gathered) -> BankReply:
    batch = gathered.batch
    if not gathered.found:
        return BankReply(batch.reference, found=False)
    if gathered.refused is not None:
        if gathered.said:
            raise NoAnswer("refused-and-booked")
        code, reason = gathered.refused
        return BankReply(batch.reference, found=True, refused=True, code=code, reason=reason)
    return BankReply(
        batch.reference,
        found=True,
        items=tuple(_item(name, said) for name, said in gathered.said.items()),
        count=len(batch.items),
        total_fen=batch.total.fen,
    )


def _item(name: str, said: _Said) -> ItemReply:
    failed = said.status is ItemState.FAILED
    if said.returned:
        if failed or not (said.debit or said.status is ItemState.PAID):
            raise NoAnswer("returned-but-never-paid")
        return ItemReply(name, ItemState.RETURNED, said.code, said.reason)
    if said.debit:
        if failed:
            raise NoAnswer("paid-and-failed")
        return ItemReply(name, ItemState.PAID)
    return ItemReply(name, said.status or ItemState.SENT, said.code, said.reason)


def _numbers(batch: PayBatch, block: ET.Element) -> None:
    count, total = _text(block, "OrgnlNbOfTxs"), _text(block, "OrgnlCtrlSum")
    if count and count != str(len(batch.items)):
        raise NoAnswer("count")
    if total and _parse_fen(total) != batch.total.fen:
        raise NoAnswer("sum")


def _reason(node: ET.Element, block: str) -> tuple[str, str]:
    code = _text(node, f"{block}/Rsn/Cd") or _text(node, f"{block}/Rsn/Prtry")
    return code[:35], _text(node, f"{block}/AddtlInf")[:200]


def _text(node: ET.Element, path: str) -> str:
    found = node.findall("/".join(f"{{*}}{step}" for step in path.split("/")))
    if len(found) > 1 and not path.startswith(("StsRsnInf", "RtrRsnInf")):
        raise NoAnswer("field-twice")
    return (found[0].text or "").strip() if found else ""


def _fen(node: ET.Element) -> int:
    amounts = node.findall("{*}Amt")
    if len(amounts) != 1 or amounts[0].get("Ccy") != "CNY":
        raise NoAnswer("currency")
    return _parse_fen((amounts[0].text or "").strip())


def _parse_fen(text: str) -> int:
    if not text.isascii() or not _AMOUNT.fullmatch(text):
        raise NoAnswer("amount")
    yuan, _, rest = text.partition(".")
    return int(yuan) * 100 + int(rest.ljust(2, "0"))
