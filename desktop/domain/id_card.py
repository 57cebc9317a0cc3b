"""What the chip of an identity card says; three layouts told apart by one character."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime

from desktop.domain.identity import IdKind
from desktop.domain.worker import Capture, Worker

LONG_TERM = "长期"
"""Validity of the cards of those over 46 (居民身份证法 art. 5); it has no last day."""
WLT_LENGTH = 1024
"""Bytes of the photo on the chip, in a format only the ministry's licensed library decodes."""


@dataclass(frozen=True, slots=True)
class IdCard:
    """An identity card as a reader read it."""

    kind: IdKind
    name: str
    sex: str
    """男, 女, 未知, 未说明 (GB/T 2261.1)."""
    nation: str
    """民族 in words as the card prints it; empty for foreigners and HMT residents."""
    birth: date
    id_number: str
    address: str = ""
    issuer: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    """None: long-term (长期)."""
    english_name: str = ""
    nationality: str = ""
    """Three letters (GB/T 2659), of foreigners only."""
    pass_number: str = ""
    """Number of the travel permit, of residents from Hong Kong, Macao and Taiwan only."""
    photo: bytes = field(default=b"", repr=False)
    """The 1,024 undecoded bytes (WLT); empty when the card gave none."""

    @property
    def valid_until(self) -> str:
        """Return the last day as ISO text, or 长期."""
        return self.valid_to.isoformat() if self.valid_to else LONG_TERM

    @property
    def validity(self) -> str:
        """Return the validity as the card prints it: 2020.01.01-2040.01.01."""
        first = self.valid_from.strftime("%Y.%m.%d") if self.valid_from else ""
        last = self.valid_to.strftime("%Y.%m.%d") if self.valid_to else LONG_TERM
        return f"{first}-{last}"

    def has_expired(self, day: date) -> bool:
        """Tell whether the card was no longer valid on a day."""
        return self.valid_to is not None and self.valid_to < day


@dataclass(frozen=True, slots=True)
class CardDifference:
    """One thing the roster says otherwise than the card."""

    field: str
    """Name of the worker's attribute."""
    before: str
    after: str


def identity_of(card: IdCard) -> dict[str, object]:
    """Return what a card says of a worker, by the names of the worker's attributes."""
    said: dict[str, object] = {
        "name": card.name,
        "id_number": card.id_number,
        "id_kind": card.kind,
        "sex": card.sex,
        "birth": card.birth,
        "nation": card.nation,
        "address": card.address,
        "id_issuer": card.issuer,
        "id_validity": card.validity,
    }
    known = {one.name for one in fields(Worker)}
    return {key: value for key, value in said.items() if key in known and value != ""}


def differences(worker: Worker, card: IdCard) -> tuple[CardDifference, ...]:
    """Say what the roster has otherwise than the card, as far as the card says anything."""
    return tuple(
        CardDifference(key, _text(getattr(worker, key)), _text(value))
        for key, value in identity_of(card).items()
        if getattr(worker, key) != value
    )


def read_by(worker: Worker, card: IdCard, at: datetime) -> Worker:
    """Return the worker with everything the card says, marked as read at an instant (UTC)."""
    said = identity_of(card)
    return replace(worker, **said, captured=Capture.READER, captured_at=at)  # type: ignore[arg-type]


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
