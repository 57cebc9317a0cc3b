"""A workbook of Excel 5 (BIFF5), made record by record: it shares no code with the reader."""

import struct

_MOST = 8_000
"""Bytes that this writer puts into one record."""


def _record(kind, body):
    return struct.pack("<HH", kind, len(body)) + body


def biff5(rows, codepage):
    """Return rows of texts as a BIFF5 stream in GBK, as old Chinese programs wrote it.

    Args:
        rows: texts.
        codepage: number of the CODEPAGE record; None: there is none.
    """
    page = _record(0x0042, struct.pack("<H", codepage)) if codepage else b""
    begin = _record(0x0809, struct.pack("<HHHH", 0x0500, 0x0005, 0x0DBB, 1996))
    name = "名册".encode("gbk")
    xf = b"".join(_record(0x00E0, bytes(16)) for _ in range(16))
    end = _record(0x000A, b"")
    length = len(begin) + len(page) + len(xf) + 4 + 6 + 1 + len(name) + len(end)
    bound = _record(0x0085, struct.pack("<LH", length, 0) + bytes([len(name)]) + name)
    sheet = _record(0x0809, struct.pack("<HHHH", 0x0500, 0x0010, 0x0DBB, 1996))
    sheet += _record(0x0200, struct.pack("<HHHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                raw = text.encode("gbk")[:_MOST]
                body = struct.pack("<HHHH", number, column, 15, len(raw)) + raw
                sheet += _record(0x0204, body)
    return begin + page + xf + bound + end + sheet + end
