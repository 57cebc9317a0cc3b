"""Workers sign their lines: on screen, or on paper with the scan as evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.changes import Changes, Outcome, Topic
from desktop.domain.documents import Document, DocumentKind, File, media_type_of
from desktop.domain.errors import (
    RoleMissing,
    Stale,
    Unknown,
    WrongState,
    WrongValue,
)
from desktop.domain.ids import DocumentId, LineId, ProjectId, SheetId, SignatureId, new_id
from desktop.domain.months import WageMonth
from desktop.domain.payroll import SheetState, WageLine, WageSheet
from desktop.domain.people import CHECKERS, MAKERS
from desktop.domain.signing import Signature, SignatureKind, Stroke
from desktop.ports.books import Books, OpenBooks, Seat
from desktop.ports.clock import Clock
from desktop.services.evidence import read_scan
from desktop.services.payroll.views import must_be_open, ordered, touched
from resources.words import phrase


@dataclass(frozen=True, slots=True)
class ToSign:
    """A line that waits for its signature, with the digest of exactly what is to be shown."""

    sheet: SheetId
    line: WageLine
    digest: str


@dataclass(frozen=True, slots=True)
class ScanClaim:
    """Lines of one sheet that a scanned file shows signed."""

    sheet: SheetId
    digest: str
    """Of the sheet as it was read; whoever changed it since has the last word."""
    lines: frozenset[LineId]
    name: str
    media_type: str
    content: bytes


class Signing:
    """Signatures on wage lines, each bound to exactly what was shown."""

    def __init__(self, *, books: OpenBooks, reads: OpenBooks, clock: Clock, seat: Seat) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._seat = seat

    def to_sign(self, project_id: ProjectId, month: WageMonth) -> tuple[ToSign, ...]:
        """Return the lines of a month's open sheets that lack a valid signature, in sheet order."""
        with self._reads() as books:
            project = books.projects.get(project_id)
            return tuple(
                ToSign(sheet.id, line, line.digest(month))
                for sheet in ordered(project, books.sheets.of_month(project_id, month))
                if not sheet.is_locked
                for line in sheet.unsigned(books.sheets.signed(sheet.id))
            )

    def sign_on_screen(
        self,
        sheet_id: SheetId,
        line_id: LineId,
        digest_shown: str,
        strokes: Sequence[Stroke],
        image_png: bytes,
    ) -> Outcome[SignatureId]:
        """Keep one worker's drawn signature, bound to the digest of what was on the screen.

        Raises:
            Stale: the line no longer shows what the worker saw.
            WrongState: the sheet is audited or locked, or the line pays nothing.
            WrongValue: nothing was drawn.
        """
        _drawn(strokes, image_png)
        with self._books() as books:
            self._allow(books)
            sheet = must_be_open(books.sheets.get(sheet_id), "sign")
            line = next((own for own in sheet.lines if own.id == line_id), None)
            if line is None:
                raise Unknown(kind="line", name=str(sheet.month))
            if line.digest(sheet.month) != digest_shown:
                raise Stale(kind="line", name=line.name)
            if not line.needs_signature:
                raise WrongState(kind="line", name=line.name, state="nothing_to_pay", act="sign")
            image = self._document(sheet, DocumentKind.SIGNATURE, File("signature.png", image_png))
            books.documents.add(image)
            signature = self._signature(line, sheet, SignatureKind.SCREEN, image.id, strokes)
            self._keep(books, sheet, [signature], image)
            books.commit()
        return Outcome(signature.id, touched(sheet.project, sheet.month))

    def sign_sheet_on_paper(
        self, sheet_id: SheetId, scan: Path, lines: Collection[LineId] | None = None
    ) -> Outcome[int]:
        """Record that lines of one sheet were signed on paper; returns how many newly count.

        Args:
            sheet_id: the sheet that was printed and signed.
            scan: PDF, PNG, JPEG or TIFF of the signed paper.
            lines: only these lines; all that still lack a valid signature when not given.
        """
        file = read_scan(scan)
        with self._books() as books:
            self._allow(books)
            sheet = must_be_open(books.sheets.get(sheet_id), "sign")
            count = self._paper(books, [sheet], file, lines)
            books.commit()
        return Outcome(count, touched(sheet.project, sheet.month))

    def sign_on_paper(
        self,
        project_id: ProjectId,
        month: WageMonth,
        scan: Path,
        lines: Collection[LineId] | None = None,
    ) -> Outcome[int]:
        """Record that every payable line of a month's open sheets was signed on paper.

        Raises:
            Unknown: the month has no sheet.
            WrongState: every sheet is audited or locked.
            Refused: the scan is empty.
        """
        file = read_scan(scan)
        with self._books() as books:
            self._allow(books)
            sheets = books.sheets.of_month(project_id, month)
            if not sheets:
                raise Unknown(kind="sheet", name=str(month))
            open_states = {SheetState.DRAFT, SheetState.WORKER_SIGNED}
            still_open = [sheet for sheet in sheets if sheet.state in open_states]
            if not still_open:
                must_be_open(sheets[0], "sign")
            count = self._paper(books, still_open, file, lines)
            books.commit()
        return Outcome(count, touched(project_id, month))

    def sign_by_scans(
        self, project_id: ProjectId, claims: Sequence[ScanClaim], counts: Mapping[str, int]
    ) -> Outcome[int]:
        """Register exactly the claimed lines as signed on paper, all or none of them.

        Args:
            project_id: whose sheets they are.
            claims: sheets and lines with the files that show them; each file is kept once.
            counts: what else the journal says of the scans.

        Raises:
            Stale: a sheet shows something else than when it was read.
            WrongState: a sheet is audited or locked.
        """
        months: set[WageMonth] = set()
        count = 0
        with self._books() as books:
            self._allow(books)
            kept: dict[bytes, Document] = {}
            for claim in claims:
                sheet = must_be_open(books.sheets.get(claim.sheet), "sign")
                if sheet.digest != claim.digest:
                    raise Stale(kind="sheet", name=sheet.subcontractor_name)
                if claim.content not in kept:
                    kept[claim.content] = self._document(
                        sheet, DocumentKind.SIGNED_SCAN, File(claim.name, claim.content)
                    )
                    books.documents.add(kept[claim.content])
                signatures = [
                    self._signature(line, sheet, SignatureKind.PAPER, kept[claim.content].id)
                    for line in sheet.unsigned(books.sheets.signed(sheet.id))
                    if line.id in claim.lines
                ]
                self._keep(books, sheet, signatures, kept[claim.content])
                months.add(sheet.month)
                count += len(signatures)
            if claims:
                books.journal.write("wages.scan", str(project_id), lines=count, **counts)
                books.commit()
        changes = Changes.of(
            Topic.WAGES,
            Topic.SIGNATURES,
            project=project_id,
            month=months.pop() if len(months) == 1 else None,
        )
        return Outcome(count, changes)

    def _paper(
        self,
        books: Books,
        sheets: Sequence[WageSheet],
        scan: File,
        lines: Collection[LineId] | None,
    ) -> int:
        kept = self._document(sheets[0], DocumentKind.SIGNED_SCAN, scan)
        books.documents.add(kept)
        known = {line.id for sheet in sheets for line in sheet.lines}
        if lines is not None and not set(lines) <= known:
            raise Unknown(kind="line", name=str(sheets[0].month))
        count = 0
        for sheet in sheets:
            signatures = [
                self._signature(line, sheet, SignatureKind.PAPER, kept.id)
                for line in sheet.unsigned(books.sheets.signed(sheet.id))
                if lines is None or line.id in lines
            ]
            self._keep(books, sheet, signatures, kept)
            count += len(signatures)
        return count

    def _keep(
        self,
        books: Books,
        sheet: WageSheet,
        signatures: Sequence[Signature],
        evidence: Document,
    ) -> None:
        """Store signatures, move the sheet's state, journal what was signed and on what proof."""
        if not signatures:
            return
        books.sheets.add_signatures(signatures)
        settled = sheet.settle_signatures(books.sheets.signed(sheet.id))
        if settled.state is not sheet.state:
            books.sheets.put(settled)
        digests = hashlib.sha256("\n".join(s.line_digest for s in signatures).encode())
        books.journal.write(
            "wages.sign",
            str(sheet.id),
            kind=signatures[0].kind.value,
            lines=len(signatures),
            digest=digests.hexdigest(),
            evidence=evidence.sha256,
        )

    def _signature(
        self,
        line: WageLine,
        sheet: WageSheet,
        kind: SignatureKind,
        image: DocumentId,
        strokes: Sequence[Stroke] = (),
    ) -> Signature:
        return Signature(
            id=SignatureId(new_id()),
            line=line.id,
            line_digest=line.digest(sheet.month),
            kind=kind,
            at=self._clock.now(),
            recorded_by=self._seat.person,
            image=image,
            strokes=tuple(strokes),
        )

    def _document(self, sheet: WageSheet, kind: DocumentKind, file: File) -> Document:
        return Document.of(sheet.project, kind, file, self._seat.person, self._clock.now())

    def _allow(self, books: Books) -> None:
        people = {person.id: person for person in books.people.all()}
        person = people.get(self._seat.person)
        if person is None or not person.roles & (MAKERS | CHECKERS):
            raise RoleMissing(name=self._seat.name, role="labour_officer")


def _drawn(strokes: Sequence[Stroke], image_png: bytes) -> None:
    if not any(stroke.points for stroke in strokes):
        expected = phrase("facts", "expected-strokes")
        raise WrongValue(field="strokes", value="", expected=expected)
    if media_type_of(image_png) != "image/png":
        raise WrongValue(field="image", value="", expected=phrase("facts", "expected-png"))
