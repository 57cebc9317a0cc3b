"""Files that mean harm or are damaged, made here; nothing hostile is kept in the repository."""

import io
import random
import stat
import struct
import warnings
import zipfile
import zlib

import xlsxwriter
import xlwt

HEAD = ("姓名", "身份证号码", "班组")
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
MEGABYTE = 1_000_000


def good():
    """Return a small workbook in which nothing is wrong."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("人员")
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ("张三", "620102199001011234", "钢筋班"))
    return out.getvalue()


def changed(parts=None, *, drop=(), extra=()):
    """Return the good workbook with other parts; `extra` are (ZipInfo or name, content)."""
    out = io.BytesIO()
    parts = parts or {}
    with (
        zipfile.ZipFile(io.BytesIO(good())) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for info in source.infolist():
            if info.filename not in drop and info.filename not in parts:
                target.writestr(info.filename, source.read(info))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # one of them has a name that is there already
            for name, content in [*parts.items(), *extra]:
                target.writestr(name, content)
    return out.getvalue()


def sheet(cells, head=""):
    """Return a worksheet's XML around rows of cells."""
    return f'{XML}{head}<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'


def inline(place, text="x"):
    """Return a row with one filled cell at a place such as XFD1048576."""
    row = "".join(sign for sign in place if sign.isdigit())
    return f'<row r="{row}"><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def ods(table, head=""):
    """Return an OpenDocument sheet around the rows of a table."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODS, zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"{XML}{head}<office:document-content {NAMES}><office:body><office:spreadsheet>"
            f'<table:table table:name="人员">{table}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


def lying(content, name, size):
    """Write another unpacked size for a part into the table of contents."""
    data = bytearray(content)
    place = data.rindex(name.encode(), data.rindex(b"PK\x05\x06") - 20_000)
    entry = data.rindex(b"PK\x01\x02", 0, place)
    data[entry + 24 : entry + 28] = struct.pack("<I", size)
    return bytes(data)


def flagged(content):
    """Mark every part as encrypted."""
    data = bytearray(content)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


def overlapping(count):
    """Return an archive in which every entry claims the same bytes (one kernel, many names)."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = kernel.compress(b"\0" * 4 * MEGABYTE) + kernel.flush()
    crc = zlib.crc32(b"\0" * 4 * MEGABYTE)
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(packed),
                        4 * MEGABYTE, 1, 0) + b"a"  # fmt: skip
    directory = b""
    for number in range(count):
        name = b"a" if not number else f"xl/{number}.xml".encode()
        directory += struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, crc, len(packed), 4 * MEGABYTE,
            len(name), 0, 0, 0, 0, 0, 0,
        ) + name  # fmt: skip
    body = local + packed
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + end


def linked():
    """Return an entry that is a symbolic link out of the archive."""
    info = zipfile.ZipInfo("xl/media/link")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def old_book(rows=((HEAD),)):
    """Return a BIFF8 workbook."""
    out = io.BytesIO()
    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet("人员")
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            page.write(number, column, text)
    book.save(out)
    return out.getvalue()


def encrypted_package():
    """Return an OLE container as Excel writes a workbook with a password."""
    name = "EncryptedPackage".encode("utf-16-le")
    return old_book() + b"\0" * 64 + name + b"\0" * 64


def encrypted_biff():
    """Put a FILEPASS record right behind the first record of the workbook's stream."""
    content = old_book()
    begin = content.index(b"\x09\x08\x10\x00")
    size = 4 + struct.unpack("<H", content[begin + 2 : begin + 4])[0]
    place = begin + size
    record = struct.pack("<HH", 0x2F, 6) + struct.pack("<HHH", 0, 0x1234, 0x5678)
    return content[:place] + record + content[place + len(record) :]


def looped_ole():
    """Let a chain of sectors run in a circle."""
    content = bytearray(old_book())
    content[512:516] = struct.pack("<i", 0)
    return bytes(content)


def laughs(levels, width):
    """Return the entity definitions of a billion laughs."""
    lines = ['<!ENTITY a0 "哈">']
    lines += [f'<!ENTITY a{level} "{f"&a{level - 1};" * width}">' for level in range(1, levels + 1)]
    return f"<!DOCTYPE x [{''.join(lines)}]>"


def noise(size, seed=7):
    """Return random bytes."""
    return random.Random(seed).randbytes(size)


def nested(depth):
    """Return a zip in a zip in a zip …"""
    content = good()
    for number in range(depth):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{number}.zip", content)
        content = out.getvalue()
    return content


def _shared_giant():
    text = "甲" * 32_000
    cells = "".join(
        f'<row r="{row}">{"".join(_shared(f"{letter}{row}") for letter in "ABCDEFGHIJ")}</row>'
        for row in range(1, 2_001)
    )
    strings = f'{XML}<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>'
    return changed({SHEET: sheet(cells), STRINGS: strings})


def _shared(place):
    return f'<c r="{place}" t="s"><v>0</v></c>'


def _html(inner):
    return f"<html><body><table>{inner}</table></body></html>".encode()


_ROW = (
    '<table:table-row {0}><table:table-cell office:value-type="string" {1}>'
    "<text:p>x</text:p></table:table-cell></table:table-row>"
)

FILES = {
    # archives that blow up
    "ratio": (lambda: changed({SHEET: sheet(" " * 60 * MEGABYTE)}), "bomb"),
    "ratio-in-strings": (
        lambda: changed({STRINGS: f'<sst xmlns="{MAIN}">{" " * 80 * MEGABYTE}</sst>'}), "bomb"),
    "ratio-told-small": (
        lambda: lying(changed({SHEET: sheet(" " * 60 * MEGABYTE)}), SHEET, 900), "zip"),
    "told-huge": (lambda: lying(changed(), SHEET, 4_000_000_000), "bomb"),
    "many-parts": (
        lambda: changed(extra=[(f"xl/p{n}.xml", "<x/>") for n in range(6_000)]), "count"),
    "overlapping": (lambda: overlapping(300), "bomb"),
    "nested": (lambda: nested(12), "archive"),
    "nested-inside": (lambda: changed({"xl/theme/theme1.xml": nested(6)}), "nested"),
    # cells out of sight, texts out of measure
    "far-cell": (lambda: changed({SHEET: sheet(inline("A1") + inline("XFD1048576"))}), "far"),
    "far-column-of-rows": (
        lambda: changed({SHEET: sheet(inline("A1048576") + inline("ZZ1"))}), "far"),
    "row-beyond": (lambda: changed({SHEET: sheet(inline("A999999999"))}), "far"),
    "shared-giant": (_shared_giant, "strings"),
    "shared-endless": (
        lambda: changed({STRINGS: f'<sst xmlns="{MAIN}">' + "<si><t/></si>" * 2_100_000}),
        "bomb"),
    "cell-endless": (lambda: changed({STRINGS: f'<sst xmlns="{MAIN}"><si><t>'
                                      + noise(400_000).hex() + "</t></si></sst>"}), "strings"),
    # definitions
    "billion-laughs": (
        lambda: changed({SHEET: sheet(inline("A1", "&a9;"), laughs(9, 10))}), "entities"),
    "quadratic": (lambda: changed({STRINGS: f'{XML}<!DOCTYPE x [<!ENTITY a "{"哈" * 50_000}">]>'
                                   f'<sst>{"&a;" * 50_000}</sst>'}), "entities"),
    "external-file": (lambda: changed({SHEET: sheet(
        inline("A1", "&x;"), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')}),
        "entities"),
    "external-net": (lambda: changed({SHEET: sheet(
        inline("A1"), '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">')}), "entities"),
    "utf-16-part": (
        lambda: changed({SHEET: sheet(inline("A1")).encode("utf-16")}), "binary"),
    "html-laughs": ((laughs(9, 10) + "<table><tr><td>&a9;</td></tr></table>").encode,
                    "entities"),
    "xml-external": (lambda: b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM '
                     b'"file:///etc/passwd">]><table><tr><td>&x;</td></tr></table>', "entities"),
    # names that lead elsewhere
    "dots": (lambda: changed(extra=[("../../evil.xml", "<x/>")]), "names"),
    "absolute": (lambda: changed(extra=[("/etc/cron.d/evil", "x")]), "names"),
    "drive": (lambda: changed(extra=[("C:\\evil.xml", "<x/>")]), "names"),
    "backslash-dots": (lambda: changed(extra=[("xl\\..\\..\\evil.xml", "<x/>")]), "names"),
    "symlink": (lambda: changed(extra=[(linked(), "/etc/passwd")]), "link"),
    "same-name-twice": (lambda: changed(extra=[(SHEET, sheet(inline("A1")))]), "twice"),
    # locked
    "zip-encrypted": (lambda: flagged(good()), "locked"),
    "ole-encrypted": (encrypted_package, "locked"),
    "biff-encrypted": (encrypted_biff, "locked"),
    # damaged
    "truncated": (lambda: good()[: len(good()) // 2], "zip"),
    "no-directory": (lambda: good()[:-30], "zip"),
    "only-magic": (lambda: b"PK\x03\x04" + noise(5_000), "zip"),
    "no-sheet-part": (lambda: changed(drop=(SHEET,)), "book"),
    "sheet-is-noise": (lambda: changed({SHEET: noise(20_000)}), "binary"),
    "xls-truncated": (lambda: old_book()[:1_500], "book"),
    "xls-loop": (looped_ole, "book"),
    "xls-noise": (lambda: old_book()[:512] + noise(8_000), "book"),
    # other kinds under a wrong name
    "pdf": (lambda: b"%PDF-1.7\n" + noise(2_000), "pdf"),
    "png": (lambda: b"\x89PNG\r\n\x1a\n" + noise(2_000), "picture"),
    "program": (lambda: b"MZ\x90\x00" + noise(2_000), "program"),
    "elf": (lambda: b"\x7fELF\x02\x01" + noise(2_000), "program"),
    "gzip": (lambda: b"\x1f\x8b\x08" + noise(2_000), "archive"),
    "plain-zip": (lambda: nested(1), "archive"),
    "xlsb": (lambda: changed({"xl/workbook.bin": noise(500)}), "xlsb"),
    "word": (lambda: changed({"word/document.xml": "<x/>"}), "document"),
    "page-without-table": (lambda: b"<html><body><p>404</p></body></html>", "markup"),
    "nul-in-text": (lambda: ",".join(HEAD).encode() + b"\n" + b"a" * 3_000 + b"\0\0,b\n",
                    "binary"),
    # tables of text and markup that never end
    "html-span": (lambda: _html('<tr><td colspan="100000000">x</td></tr>'), "far"),
    "html-tables-deep": (lambda: b"<table><tr><td>" * 20_000, "nested"),
    "html-cell-endless": (lambda: _html(f"<tr><td>{'甲' * 40_000}</td></tr>"), "strings"),
    "xml-2003-far": ('<?xml version="1.0"?><ss:Workbook><ss:Worksheet><ss:Table>'
                     '<ss:Row ss:Index="1048576"><ss:Cell ss:Index="16384"><ss:Data>x</ss:Data>'
                     "</ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>".encode,
                     "far"),
    "csv-quote-open": (lambda: b'a,"' + b"x" * 200_000, "strings"),
    "ods-columns": (lambda: ods(_ROW.format(
        "", 'table:number-columns-repeated="16384"') * 3_000), "far"),
    "ods-rows": (lambda: ods(_ROW.format('table:number-rows-repeated="1048576"', "")), "far"),
    "ods-laughs": (lambda: ods(_ROW.format("", ""), laughs(9, 10)), "entities"),
}  # fmt: skip
"""Name → what makes the file, and the reason it must be refused for."""

HARMLESS = {
    "macro-workbook": lambda: changed(
        {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(9_000)}
    ),
    "embedded-workbook": lambda: changed(extra=[("xl/embeddings/book1.xlsx", good())]),
    "formats-to-the-last-row": lambda: changed(
        {SHEET: sheet(inline("A1", "姓名") + '<row r="1048576"><c r="XFD1048576" s="1"/></row>')}
    ),
    "doctype-of-a-page": lambda: b"<!DOCTYPE html>" + _html("<tr><td>\xe5\xa7\x93</td></tr>"),
    "old-workbook": old_book,
    "empty-rows-of-ods": lambda: ods(
        _ROW.format("", "")
        + '<table:table-row table:number-rows-repeated="1048575"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    ),
}
"""Files that look dangerous and are read."""
