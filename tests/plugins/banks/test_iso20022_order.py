"""The order's bytes, kept as a sample, and read by the rehearsal bank's own reader."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from desktop.banks.iso20022 import writer
from desktop.rehearsal import order
from tests.unit.payment_batch import ROWS, make_batch

SAMPLE = Path(__file__).parent / "iso20022" / "batch.expected.xml"
DAY = date(2021, 4, 9)


def test_the_order_is_the_sample():
    assert writer.write(make_batch(), DAY) == SAMPLE.read_bytes()


def test_the_judge_reads_what_was_meant():
    taken = order.read(writer.write(make_batch(), DAY))
    assert [(t.name, t.account, t.fen, t.code) for t in taken.transfers] == [
        (*row, "") for row in ROWS
    ]
    # 5,460.00 + 5,650.00 + 0.01
    assert (taken.count, taken.sum_text, taken.lump) == (3, "11110.01", True)


def test_elements_follow_the_schemas_order():
    """Sequence of pain.001.001.09: PaymentInstruction30 and CreditTransferTransaction34."""
    root = ET.fromstring(writer.write(make_batch(), DAY))  # noqa: S314 - our own bytes
    group = root.find("{*}CstmrCdtTrfInitn/{*}PmtInf")
    tags = [node.tag.partition("}")[2] for node in group]
    assert tags == [
        "PmtInfId", "PmtMtd", "BtchBookg", "NbOfTxs", "CtrlSum", "PmtTpInf", "ReqdExctnDt",
        "Dbtr", "DbtrAcct", "DbtrAgt", "CdtTrfTxInf", "CdtTrfTxInf", "CdtTrfTxInf",
    ]  # fmt: skip
    row = [node.tag.partition("}")[2] for node in group.find("{*}CdtTrfTxInf")]
    assert row == ["PmtId", "Amt", "CdtrAgt", "Cdtr", "CdtrAcct", "Purp", "RmtInf"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<CtrlSum>11110.01", "<CtrlSum>11110.02", "AM10"),
        ("<NbOfTxs>3", "<NbOfTxs>2", "AM18"),
        ("<Document", "<!DOCTYPE a><Document", "FF01"),
        ("pain.001.001.09", "pain.001.001.03", "FF01"),
        ("5460.00", "5460.001", "FF01"),
    ],
)
def test_the_judge_refuses_what_does_not_add_up(old, new, code):
    body = writer.write(make_batch(), DAY).decode().replace(old, new, 1).encode()
    with pytest.raises(order.OrderRefusedError) as verdict:
        order.read(body)
    assert verdict.value.code == code


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("AXREFERENCEN2</EndToEndId>", "AXREFERENCEN1</EndToEndId>", "AM05"),
        ("<Cdtr><Nm>赵守田", "<Cdtr><Nm>", "FF01"),
        ('Ccy="CNY"', 'Ccy="USD"', "AM03"),
    ],
)
def test_the_judge_rejects_single_lines(old, new, code):
    body = writer.write(make_batch(), DAY).decode().replace(old, new, 1).encode()
    codes = [t.code for t in order.read(body).transfers]
    assert sorted(codes) == ["", "", code]


@pytest.mark.parametrize(
    ("code", "valid"),
    # ISO 7064 MOD 11,10, worked out in INTERFACES 3.1.
    [("313651027012", True), ("102821000013", True), ("105821000018", True),
     ("313651027013", False), ("31365102701", False), ("３13651027012", False)],
)  # fmt: skip
def test_clearing_numbers(code, valid):
    assert order.cnaps_is_valid(code) is valid


def test_names_that_cannot_be_written_are_named():
    rows = (("赵\x07田", "6222", 1), ("长" * 141, "6223", 1), (ROWS[1][0], "6224", 1))
    found = writer.faults(make_batch(rows=rows))
    assert [(f.code.value, f.facts) for f in found] == [
        ("name-character", {"character": "'\\x07'", "point": "U+0007"}),
        ("name-too-long", {"limit": "140"}),
    ]
