"""Writes pain.001.001.09: one payroll, one debit, deterministic to the byte."""

from __future__ import annotations

import re
from datetime import date, timedelta, timezone
from xml.etree import ElementTree as ET

from desktop.domain.disbursement import PayBatch, PayItem
from desktop.domain.findings import Code, Finding, Level

SPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
MOST_NAME = 140
_BEIJING = timezone(timedelta(hours=8))
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def pseudo_iban(account: str) -> str:
    """Dress a Chinese account number as an IBAN (CN + ISO 7064 check + number)."""
    digits = "".join(str(int(character, 36)) for character in f"{account}CN00")
    return f"CN{98 - int(digits) % 97:02d}{account}"


def faults(batch: PayBatch) -> tuple[Finding, ...]:
    """Return what the message cannot carry."""
    found: list[Finding] = []
    for item in batch.items:
        if bad := _UNWRITABLE.search(item.name):
            facts = {"character": repr(bad[0]), "point": f"U+{ord(bad[0]):04X}"}
            found.append(Finding(Code.NAME_CHARACTER, Level.STOP, subject=item.name, facts=facts))
        if len(item.name) > MOST_NAME:
            facts = {"limit": str(MOST_NAME)}
            subject = item.name[:20]
            found.append(Finding(Code.NAME_TOO_LONG, Level.STOP, subject=subject, facts=facts))
    return tuple(found)


def write(batch: PayBatch, execution: date, *, iban: bool = False) -> bytes:
    """Return the order's bytes.

    Args:
        batch: what is paid.
        execution: the day on which it shall be paid.
        iban: dress the payer's account as an IBAN, for banks that hold it so.
    """
    root = ET.Element("Document", {"xmlns": SPACE})
    message = ET.SubElement(root, "CstmrCdtTrfInitn")
    count, total = str(len(batch.items)), batch.total.plain
    head = ET.SubElement(message, "GrpHdr")
    made = batch.made_at.astimezone(_BEIJING).isoformat(timespec="seconds")
    _put(head, "MsgId", batch.reference)
    _put(head, "CreDtTm", made)
    _put(head, "NbOfTxs", count)
    _put(head, "CtrlSum", total)
    _put(head, "InitgPty/Nm", batch.debtor_name[:MOST_NAME])
    group = ET.SubElement(message, "PmtInf")
    _put(group, "PmtInfId", batch.reference)
    _put(group, "PmtMtd", "TRF")
    _put(group, "BtchBookg", "true")
    _put(group, "NbOfTxs", count)
    _put(group, "CtrlSum", total)
    _put(group, "PmtTpInf/CtgyPurp/Cd", "SALA")
    _put(group, "ReqdExctnDt/Dt", execution.isoformat())
    _put(group, "Dbtr/Nm", batch.debtor_name[:MOST_NAME])
    account = ET.SubElement(group, "DbtrAcct")
    if iban:
        _put(account, "Id/IBAN", pseudo_iban(batch.debtor_account))
    else:
        _account(account, batch.debtor_account)
    _agent(group, "DbtrAgt", batch.debtor_cnaps, "")
    for item in batch.items:
        _transfer(group, item, batch.purpose)
    text: str = ET.tostring(root, encoding="unicode")
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + text).encode()


def _transfer(group: ET.Element, item: PayItem, purpose: str) -> None:
    row = ET.SubElement(group, "CdtTrfTxInf")
    identity = ET.SubElement(row, "PmtId")
    _put(identity, "InstrId", item.end_to_end)
    _put(identity, "EndToEndId", item.end_to_end)
    amount = ET.SubElement(ET.SubElement(row, "Amt"), "InstdAmt", {"Ccy": "CNY"})
    amount.text = item.amount.plain
    if item.cnaps or item.bank:
        _agent(row, "CdtrAgt", item.cnaps, item.bank)
    _put(row, "Cdtr/Nm", item.name)
    _account(ET.SubElement(row, "CdtrAcct"), item.account)
    _put(row, "Purp/Cd", "SALA")
    _put(row, "RmtInf/Ustrd", purpose)


def _agent(parent: ET.Element, tag: str, cnaps: str, bank: str) -> None:
    inside = ET.SubElement(ET.SubElement(parent, tag), "FinInstnId")
    if cnaps:
        member = ET.SubElement(inside, "ClrSysMmbId")
        _put(member, "ClrSysId/Cd", "CNAPS")
        _put(member, "MmbId", cnaps)
    if bank:
        _put(inside, "Nm", bank[:MOST_NAME])
    if not cnaps and not bank:
        _put(inside, "Othr/Id", "NOTPROVIDED")


def _account(parent: ET.Element, number: str) -> None:
    other = ET.SubElement(ET.SubElement(parent, "Id"), "Othr")
    _put(other, "Id", number)
    _put(other, "SchmeNm/Cd", "BBAN")


def _put(parent: ET.Element, path: str, text: str) -> None:
    node = parent
    for step in path.split("/"):
        node = ET.SubElement(node, step)
    node.text = text
