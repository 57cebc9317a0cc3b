"""Files kept inside the encrypted books."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.ids import DocumentId, PersonId, ProjectId


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
