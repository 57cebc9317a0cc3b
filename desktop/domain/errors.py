"""Refused acts and failing worlds. Words: resources/words/errors.toml, keyed by class name.

UserError                     the act is refused; nothing was changed
├─ Unknown                    no such project, month, worker, sheet …
├─ Refused                    refused for findings, which it carries
├─ WrongState                 this state does not allow the act
├─ SheetUnsigned              signatures are missing
├─ NothingToPay / AlreadyPaid
├─ SamePerson / TwoHands      maker and checker must differ, and be named
├─ RoleMissing                the person may not do this
├─ WrongKey / NoPassphrase / BooksExist / BooksMissing / BooksNewer / BooksDamaged
├─ UnsafePlace
├─ AmbiguousProject           several projects, none named
└─ Stale                      someone else was first
Trouble                       the world fails; `retryable` says whether trying again can help
├─ DiskFull / BooksBusy / Offline / BankSilent / FileTrouble / NoKeyring
├─ PortMissing / PortBusy / NoCard / ReaderTrouble
Cancelled                     the person stopped the work
"""

from __future__ import annotations

from typing import ClassVar

from desktop.domain.findings import Finding


class UserError(Exception):
    """An act was refused; `facts` fill the holes of its words."""

    def __init__(self, **facts: object) -> None:
        super().__init__(", ".join(f"{key}={value}" for key, value in facts.items()))
        self.facts = facts


class Unknown(UserError):
    """What was named is not in the books: facts kind, name."""


class Refused(UserError):
    """The act is refused because of findings."""

    def __init__(self, findings: tuple[Finding, ...], **facts: object) -> None:
        super().__init__(count=len(findings), **facts)
        self.findings = findings


class WrongState(UserError):
    """The thing's state does not allow the act: facts kind, name, state, act."""


class SheetUnsigned(UserError):
    """Signatures are missing: facts count, names."""


class NothingToPay(UserError):
    """No line of the month is left to be paid: facts month."""


class AlreadyPaid(UserError):
    """The month has been submitted, everything is paid or on its way: facts month."""


class SamePerson(UserError):
    """Maker and checker must be two persons: facts name."""


class RoleMissing(UserError):
    """The person lacks the role for this act: facts name, role."""


class WrongKey(UserError):
    """The passphrase or recovery code does not open these books: facts path."""


class NotThatPerson(UserError):
    """What was typed is not the person's own passphrase: facts name."""


class NoPassphrase(UserError):
    """Nobody said how to open the books, and there is nobody to ask: facts path."""


class TwoHands(UserError):
    """An office of several persons names who makes and who approves a payment: facts missing."""


class BooksExist(UserError):
    """There are books already where new ones were asked for: facts path."""


class BooksMissing(UserError):
    """There are no books at that place: facts path."""


class BooksNewer(UserError):
    """The books were written by a newer program: facts path, revision."""


class BooksDamaged(UserError):
    """The books fail their integrity check: facts path, detail."""


class UnsafePlace(UserError):
    """Books may not live there (network share, cloud-sync folder): facts path."""


class WeakPassphrase(UserError):
    """The passphrase is too short: facts least."""


class AmbiguousProject(UserError):
    """The office holds several projects and none was named: facts names."""


class WrongValue(UserError):
    """A value given by a person cannot be read: facts field, value, expected."""


class PictureRefused(UserError):
    """The picture is none, is damaged or too large: facts path, cause, cure."""


class FontRefused(UserError):
    """The font cannot be used for printing: facts path, cause, cure."""


class OtherPerson(UserError):
    """The card on the reader is not this worker's: facts name, card."""


class Restored(UserError):
    """The books come from a safe copy and the bank has not been asked yet."""


class CopiesOnServer(UserError):
    """The books live on a database server, whose own tools copy them: facts tool."""


class Stale(UserError):
    """Somebody else changed it first: facts kind, name."""


class Trouble(Exception):
    """The world failed; nothing half done stays behind."""

    retryable: ClassVar[bool] = True

    def __init__(self, **facts: object) -> None:
        super().__init__(", ".join(f"{key}={value}" for key, value in facts.items()))
        self.facts = facts


class DiskFull(Trouble):
    """No space is left where we write: facts path."""


class BooksBusy(Trouble):
    """Another program holds the books: facts path."""


class FileTrouble(Trouble):
    """A file cannot be read or written: facts path, detail."""

    retryable = False


class Offline(Trouble):
    """The other side could not be reached and nothing was sent: facts host."""


class BankSilent(Trouble):
    """The bank was reached, but its answer is missing or makes no sense: facts host, detail."""


class PortMissing(Trouble):
    """There is no serial port of that name: facts port."""


class PortBusy(Trouble):
    """Another program holds the serial port: facts port."""


class NoCard(Trouble):
    """No card was laid on the reader in time: facts port, seconds."""


class ReaderTrouble(Trouble):
    """The card reader did not do it: facts port, cause, cure, status (hex)."""


class Defect(Trouble):
    """The program itself is at fault; what it said is in the log: facts detail, path."""

    retryable = False


class ServerTrouble(Trouble):
    """The database server cannot be used: facts detail."""


class Cancelled(Exception):
    """The person stopped the work; everything was rolled back."""
