"""Files that prove something, read from where a person has them."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.documents import File
from desktop.domain.errors import FileTrouble, Refused
from desktop.domain.findings import Code, Finding, Level


def read_scan(scan: Path) -> File:
    """Read the scan of a signed paper.

    The paper is a person's word with the file as evidence: a file of another kind is kept as it is.

    Raises:
        FileTrouble: the file cannot be read.
        Refused: it is empty.
    """
    try:
        content = scan.read_bytes()
    except OSError as error:
        raise FileTrouble(path=str(scan), detail=error.strerror or "") from error
    if content:
        return File(scan.name, content)
    facts = {"file": scan.name, "path": scan.name, "expected": "PDF、PNG、JPEG、TIFF"}
    raise Refused((Finding(Code.FILE_EMPTY, Level.STOP, subject=scan.name, facts=facts),))
