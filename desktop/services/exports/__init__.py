"""What leaves the office as tables: the roster, other people's templates, lists for the bank."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.domain.changes import Changes, Outcome
from desktop.domain.errors import Refused
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId
from desktop.ports.books import Books, OpenBooks
from desktop.ports.clock import Clock
from desktop.ports.sheets import UnreadableSheetError
from desktop.ports.tables import SaveFile, Table, TableColumn, TableWriter
from desktop.services.exports.people import (
    Choice,
    Excluded,
    People,
    choices_of,
    people_of,
    title_of,
)
from desktop.services.exports.template import differences, find_header, rows_of
from desktop.services.roster.columns import columns
from resources.words import phrase

__all__ = ["Choice", "Excluded", "Export", "Exports", "Format"]

EVERYBODY = Choice()
_WIDE = {"id_number": 22, "company": 30, "credit_code": 22, "card": 24, "bank": 28, "address": 36}


class Format(StrEnum):
    """How a table is written."""

    XLSX = "xlsx"
    CSV = "csv"  # UTF-8 with its mark, as Excel and WPS want it
    CSV_GB18030 = "csv-gb18030"  # as older programs want it


_ENCODINGS = {Format.CSV: "utf-8-sig", Format.CSV_GB18030: "gb18030"}


@dataclass(frozen=True, slots=True)
class Export:
    """A table that was written: people = written + excluded."""

    path: Path
    people: int
    written: int
    excluded: tuple[Excluded, ...]
    findings: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()
    """Columns of a template that stayed empty because we have nothing for them."""
    drop_downs: int = 0
    """Drop-downs of a template that were found again after writing."""
    cells: int = 0
    """Cells of a template that were read again and found as written."""
    replaced: int = 0
    """Rows of a template below its header, such as examples, that gave way."""


class Exports:
    """Writes tables; every export is journalled, because it holds numbers in full."""

    def __init__(
        self,
        *,
        books: OpenBooks,
        reads: OpenBooks,
        clock: Clock,
        writer: TableWriter,
        save: SaveFile,
    ) -> None:
        self._books = books
        self._reads = reads
        self._clock = clock
        self._writer = writer
        self._save = save

    def roster(
        self, project: ProjectId, path: Path, kind: Format, choice: Choice = EVERYBODY
    ) -> Outcome[Export]:
        """Write the roster as the office's own workbook or as CSV; it can be imported again."""
        with self._reads() as books:
            people = self._people(books, project, choice)
            table = roster_table(books, people)
        if kind is Format.XLSX:
            content = self._writer.workbook(table)
        else:
            content = self._writer.csv(table, _ENCODINGS[kind])
        self._save(path, content)
        written = Export(path, _all(people), len(people.persons), people.excluded)
        return self._journalled(project, written, kind.value)

    def template(
        self, project: ProjectId, template: Path, path: Path, choice: Choice = EVERYBODY
    ) -> Outcome[Export]:
        """Fill somebody's template with the roster; what was written is read again, cell by cell.

        Raises:
            Refused: it is no template, has no header we know, or does not hold what was written.
            FileTrouble, DiskFull: as named; nothing half done stays behind.
        """
        with self._reads() as books:
            people = self._people(books, project, choice)
        try:
            sheets = self._writer.read_template(template)
        except UnreadableSheetError as error:
            facts = {"detail": phrase("unreadable", error.detail)} if error.detail else {}
            raise Refused((Finding(error.code, Level.STOP, facts=facts),)) from error
        header = find_header(sheets)
        if header is None:
            wanted = "、".join(columns()[key].title for key in ("name", "id_number", "team"))
            raise Refused((Finding(Code.COLUMN_MISSING, Level.STOP, facts={"columns": wanted}),))
        rows, findings = rows_of(header, people.persons)
        content = self._writer.fill(template, header.sheet.name, header.row, rows)
        draft = path.with_name(f".{path.stem}.checking.xlsx")
        self._save(draft, content)
        try:
            check = self._writer.check(draft, header.sheet.name, header.row)
        finally:
            with suppress(OSError):
                draft.unlink()
        before = tuple((sheet.name, sheet.is_hidden) for sheet in sheets)
        wrong = differences(header, rows, check)
        if wrong or check.sheets != before:
            shown = "、".join(wrong[:5])
            facts = {"detail": phrase("exports", "differs", cells=shown)}
            raise Refused((Finding(Code.FILE_UNREADABLE, Level.STOP, facts=facts),))
        self._save(path, content)
        written = Export(
            path, _all(people), len(rows), people.excluded, tuple(findings), header.unknown,
            check.drop_downs, sum(map(len, rows)), max(header.sheet.filled - header.row, 0),
        )  # fmt: skip
        return self._journalled(project, written, "template")

    def _people(self, books: Books, project: ProjectId, choice: Choice) -> People:
        return people_of(books, books.projects.get(project), self._clock.today(), choice)

    def _journalled(self, project: ProjectId, written: Export, kind: str) -> Outcome[Export]:
        with self._books() as books:
            books.journal.write(
                "roster.export",
                str(project),
                kind=kind,
                rows=written.written,
                excluded=len(written.excluded),
            )
            books.commit()
        return Outcome(written, Changes(frozenset()))


def _all(people: People) -> int:
    return len(people.persons) + len(people.excluded)


def roster_table(books: Books, people: People) -> Table:
    """Return the roster with every column that an import knows."""
    teams = books.projects.teams(people.project.id)
    keys: Iterable[str] = columns()
    titles = tuple(
        TableColumn(title_of(key), _WIDE.get(key, 14), choices_of(key, people.project, teams))
        for key in keys
    )
    rows = tuple(tuple(person.texts.get(key, "") for key in columns()) for person in people.persons)
    return Table(phrase("exports", "sheet"), titles, rows, phrase("exports", "note"))
