"""Files kept inside the encrypted books."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.ids import DocumentId, PersonId, ProjectId, new_id

UNKNOWN_TYPE = "application/octet-stream"
"""A file that is none of the usual kinds; the command line and the window say so."""
_TYPES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_HEAD = 1024
"""A PDF may begin with a few foreign bytes (ISO 32000-1 annex H)."""


def media_type_of(content: bytes) -> str:
    """Tell what a file is by its first bytes, never by its name."""
    for head, media_type in _TYPES:
        if content.startswith(head):
            return media_type
    pdf, media_type = _TYPES[0]
    return media_type if pdf in content[:_HEAD] else UNKNOWN_TYPE


class DocumentKind(StrEnum):
    """What a kept file is."""

    SIGNATURE = "signature"
    SIGNED_SCAN = "signed_scan"
    QR_IMAGE = "qr_image"
    BANK_RECEIPT = "bank_receipt"
    BANK_RESULT = "bank_result"
    PRINTED_SHEET = "printed_sheet"
    WORKS_CONTRACT = "works_contract"
    CONTRACT_SCAN = "contract_scan"
    TRAINING_RECORD = "training_record"
    INSURANCE_PROOF = "insurance_proof"
    ATTENDANCE_EVIDENCE = "attendance_evidence"
    CONFIRMATION_SCAN = "confirmation_scan"
    SETTLEMENT_SCAN = "settlement_scan"
    STOPPAGE_PROOF = "stoppage_proof"


@dataclass(frozen=True, slots=True)
class File:
    """A file as somebody handed it over."""

    name: str
    content: bytes

    @property
    def media_type(self) -> str:
        """What it is."""
        return media_type_of(self.content)


@dataclass(frozen=True, slots=True)
class Document:
    """A file with its digest."""

    id: DocumentId
    project: ProjectId
    kind: DocumentKind
    name: str
    media_type: str
    content: bytes
    sha256: str
    by: PersonId
    at: datetime

    @classmethod
    def of(
        cls, project: ProjectId, kind: DocumentKind, file: File, by: PersonId, at: datetime
    ) -> Document:
        """Return a file as the books are to keep it."""
        digest = hashlib.sha256(file.content).hexdigest()
        return cls(
            DocumentId(new_id()), project, kind, file.name, file.media_type, file.content, digest,
            by, at,
        )  # fmt: skip
