"""What the rehearsal bank writes: pain.002.001.10 and camt.054.001.08."""

from __future__ import annotations

from xml.sax.saxutils import escape

from desktop.rehearsal.order import Order, OrderRefusedError, Transfer

STATUS = "pain.002.001.10"
ADVICE = "camt.054.001.08"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "urn:iso:std:iso:20022:tech:xsd:"


def yuan(fen: int) -> str:
    """Write fen as yuan with two decimals."""
    return f"{fen // 100}.{fen % 100:02d}"


def status(order: Order, own: str, at: str) -> str:
    """Report on every transfer of an order."""
    bad = sum(bool(t.code) for t in order.transfers)
    group = "ACCP" if not bad else "RJCT" if bad == len(order.transfers) else "PART"
    rows = "".join(_transfer(t) for t in order.transfers)
    numbers = (
        f"<OrgnlNbOfTxs>{order.count}</OrgnlNbOfTxs><OrgnlCtrlSum>{order.sum_text}</OrgnlCtrlSum>"
    )
    return _report(
        own,
        at,
        f"<OrgnlGrpInfAndSts><OrgnlMsgId>{escape(order.msg_id)}</OrgnlMsgId>"
        f"<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>{numbers}"
        f"<GrpSts>{group}</GrpSts></OrgnlGrpInfAndSts>"
        f"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{escape(order.msg_id)}</OrgnlPmtInfId>{numbers}"
        f"<PmtInfSts>{group}</PmtInfSts>{rows}</OrgnlPmtInfAndSts>",
    )


def refusal(verdict: OrderRefusedError, own: str, at: str) -> str:
    """Report that an order is refused as a whole."""
    return _report(
        own,
        at,
        f"<OrgnlGrpInfAndSts><OrgnlMsgId>{escape(verdict.msg_id)}</OrgnlMsgId>"
        f"<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>RJCT</GrpSts>"
        f"{_reason(verdict.code, verdict.text)}</OrgnlGrpInfAndSts>",
    )


def advice(order: Order, own: str, at: str) -> str:
    """Advise the debits of what was paid; one lump when the order asked for it."""
    paid = [t for t in order.transfers if not t.code]
    lots = [paid] if order.lump else [[t] for t in paid]
    return _advice(
        order,
        own,
        at,
        "".join(_entry(order, lot, f"{own}-{n}", "DBIT", at) for n, lot in enumerate(lots, 1)),
    )


def returned(order: Order, transfer: Transfer, own: str, at: str) -> str:
    """Advise that one payment came back."""
    return _advice(order, own, at, _entry(order, [transfer], f"{own}-1", "CRDT", at))


def _report(own: str, at: str, content: str) -> str:
    return (
        f'{_HEAD}<Document xmlns="{_SPACE}{STATUS}"><CstmrPmtStsRpt>'
        f"<GrpHdr><MsgId>{own}</MsgId><CreDtTm>{at}</CreDtTm></GrpHdr>"
        f"{content}</CstmrPmtStsRpt></Document>"
    )


def _transfer(transfer: Transfer) -> str:
    state = "RJCT" if transfer.code else "ACCP"
    why = _reason(transfer.code, transfer.text) if transfer.code else ""
    return (
        f"<TxInfAndSts><OrgnlEndToEndId>{escape(transfer.end_to_end)}</OrgnlEndToEndId>"
        f"<TxSts>{state}</TxSts>{why}</TxInfAndSts>"
    )


def _reason(code: str, text: str) -> str:
    return (
        f"<StsRsnInf><Rsn><Cd>{code}</Cd></Rsn>"
        f"<AddtlInf>{escape(text[:105])}</AddtlInf></StsRsnInf>"
    )


def _advice(order: Order, own: str, at: str, entries: str) -> str:
    return (
        f'{_HEAD}<Document xmlns="{_SPACE}{ADVICE}"><BkToCstmrDbtCdtNtfctn>'
        f"<GrpHdr><MsgId>{own}</MsgId><CreDtTm>{at}</CreDtTm></GrpHdr>"
        f"<Ntfctn><Id>{own}</Id><CreDtTm>{at}</CreDtTm>"
        f"<Acct><Id><Othr><Id>{escape(order.debtor)}</Id></Othr></Id><Ccy>CNY</Ccy>"
        f"<Ownr><Nm>{escape(order.debtor_name)}</Nm></Ownr></Acct>{entries}</Ntfctn>"
        "</BkToCstmrDbtCdtNtfctn></Document>"
    )


def _entry(order: Order, lot: list[Transfer], own: str, side: str, at: str) -> str:
    total = yuan(sum(t.fen for t in lot))
    rows = "".join(_details(order, t, side) for t in lot)
    day = at[:10]
    return (
        f'<Ntry><Amt Ccy="CNY">{total}</Amt><CdtDbtInd>{side}</CdtDbtInd>'
        f"<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{day}</Dt></BookgDt>"
        f"<ValDt><Dt>{day}</Dt></ValDt><AcctSvcrRef>{own}</AcctSvcrRef>"
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>SALA</SubFmlyCd></Fmly>"
        f"</Domn></BkTxCd><NtryDtls>{rows}</NtryDtls></Ntry>"
    )


def _details(order: Order, transfer: Transfer, side: str) -> str:
    back = "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>" if side == "CRDT" else ""
    return (
        f"<TxDtls><Refs><MsgId>{escape(order.msg_id)}</MsgId>"
        f"<EndToEndId>{escape(transfer.end_to_end)}</EndToEndId></Refs>"
        f'<Amt Ccy="CNY">{yuan(transfer.fen)}</Amt><CdtDbtInd>{side}</CdtDbtInd>'
        f"<RltdPties><Cdtr><Pty><Nm>{escape(transfer.name)}</Nm></Pty></Cdtr><CdtrAcct><Id>"
        f"<Othr><Id>{escape(transfer.account)}</Id></Othr></Id></CdtrAcct></RltdPties>{back}"
        "</TxDtls>"
    )
