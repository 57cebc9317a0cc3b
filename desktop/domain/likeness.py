"""Pictures of a person, kept apart from his identity, each encrypted with a key of his own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.ids import PersonId, WorkerId


class LikenessKind(StrEnum):
    """What is kept of a person."""

    PHOTO = "photo"
    WLT = "wlt"
    """The 1,024 undecoded bytes of a card reader's photo."""
    ID_FRONT = "id_front"  # 身份证人像面
    ID_BACK = "id_back"  # 身份证国徽面


@dataclass(frozen=True, slots=True)
class Likeness:
    """One picture as the books keep it: sealed, with the day on which it is to be deleted."""

    worker: WorkerId
    kind: LikenessKind
    media_type: str
    sealed: bytes = field(repr=False)
    """Nonce, ciphertext and tag under the person's key."""
    taken_at: datetime
    by: PersonId
    delete_on: date
