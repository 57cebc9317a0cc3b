"""Pages sorted by sheet, version and number; what is missing, old or double named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import LineId, SheetId
from desktop.domain.payroll import SheetState, WageSheet
from desktop.ports.scans import ReadPage, SheetKey, Verdict, key_of
from desktop.services.scanning.report import (
    COUNTED,
    Coverage,
    PageVerdict,
    ScanFacts,
    ScanReport,
    SeenBox,
    SortedPage,
    Source,
    line_of,
)
from resources.words import phrase

_OPEN = {SheetState.DRAFT, SheetState.WORKER_SIGNED}
_NAMED = 20
_From = tuple[str, ReadPage]
"""Digest of the file that a page came from, and the page."""


def sort(
    facts: ScanFacts,
    pages: Sequence[_From],
    findings: Sequence[Finding],
    sources: Mapping[str, Source],
    totals: Mapping[SheetId, int],
) -> ScanReport:
    """Sort pages by the sheet they belong to and say what cannot be registered.

    Args:
        facts: what the books say of the sheets.
        pages: as they were read.
        findings: what was found of whole files.
        sources: the files by their digest.
        totals: pages of sheets of which none came back.
    """
    sorter = _Sorter(facts, pages, totals)
    coverage = tuple(sorter.coverage())
    sorter.say_outdated()
    return ScanReport(
        facts=facts,
        pages=tuple(sorter.pages),
        boxes=tuple(sorter.boxes),
        coverage=coverage,
        findings=(*findings, *sorter.findings),
        sources=tuple(sources.values()),
    )


class _Sorter:
    def __init__(
        self, facts: ScanFacts, pages: Sequence[_From], totals: Mapping[SheetId, int]
    ) -> None:
        self._facts = facts
        self._totals = totals
        self._sheets = facts.sheets
        self._best = _best_of(pages)
        self.findings: list[Finding] = []
        self.boxes: list[SeenBox] = []
        self.pages = [self._sorted(source, page) for source, page in pages]
        self._say_double()

    def _sorted(self, source: str, page: ReadPage) -> SortedPage:
        code = page.code
        sheet = self._sheets.get(code.sheet) if code is not None else None
        verdict = self._verdict(page, sheet)
        if verdict is PageVerdict.NO_CODE:
            facts = {"page": str(page.place), "others": "、".join(page.others)}
            self._find(Code.SIGNED_NO_CODE, Level.WARN, page.file, facts)
        if verdict is PageVerdict.UNKNOWN and code is not None:
            facts = {"page": str(page.place), "code": f"{code.sheet}/{code.digest}/{code.page}"}
            self._find(Code.SIGNED_UNKNOWN, Level.WARN, page.file, facts)
        if verdict is PageVerdict.UNPLACED:
            self._find(Code.SIGNED_UNPLACED, Level.WARN, page.file, {"page": str(page.place)})
        if verdict in {PageVerdict.READ, PageVerdict.UNPLACED} and sheet is not None:
            self._see(source, page, sheet)
        return SortedPage(page, verdict, sheet)

    def _verdict(self, page: ReadPage, sheet: WageSheet | None) -> PageVerdict:
        code = page.code
        if code is None:
            return PageVerdict.NO_CODE
        if sheet is None or (page.of and code.page > page.of):
            return PageVerdict.UNKNOWN
        if code.key not in self._facts.papers:
            return PageVerdict.OUTDATED
        if self._best[code.key, code.page] is not page:
            return PageVerdict.DUPLICATE
        if sheet.state not in _OPEN:
            return PageVerdict.LOCKED
        return PageVerdict.READ if page.is_placed else PageVerdict.UNPLACED

    def _see(self, source: str, page: ReadPage, sheet: WageSheet) -> None:
        for box in page.boxes:
            line = line_of(sheet, box.line)
            is_signed = self._signed(sheet).get(line.id) == line.digest(sheet.month)
            self.boxes.append(SeenBox(sheet.id, line, source, box, is_signed))

    def _signed(self, sheet: WageSheet) -> Mapping[LineId, str]:
        return self._facts.papers[key_of(sheet)].signed_digests

    def coverage(self) -> list[Coverage]:
        """Say of every sheet of which a page is there how far it is signed and what is missing."""
        seen: dict[SheetId, list[SortedPage]] = defaultdict(list)
        for page in self.pages:
            if page.sheet is not None and page.verdict in COUNTED:
                seen[page.sheet.id].append(page)
        wanted = [
            sheet
            for sheet in self._sheets.values()
            if sheet.id in seen or (self._facts.month is not None and sheet.state in _OPEN)
        ]
        return [self._cover(sheet, seen[sheet.id]) for sheet in wanted]

    def _cover(self, sheet: WageSheet, pages: Sequence[SortedPage]) -> Coverage:
        there = {page.page.code.page for page in pages if page.page.code is not None}
        total = max((page.page.of for page in pages), default=self._totals.get(sheet.id, 0))
        missing = tuple(number for number in range(1, total + 1) if number not in there)
        own = [box for box in self.boxes if box.sheet == sheet.id]
        payable = sum(line.needs_signature for line in sheet.lines)
        unsigned = len(sheet.unsigned(self._signed(sheet)))
        doubtful = [box.line.name for box in own if box.is_doubtful]
        facts = {"sheet": _name(sheet)}
        if any(page.verdict is PageVerdict.LOCKED for page in pages):
            level = Level.WARN if unsigned else Level.NOTE
            self._find(Code.SIGNED_LOCKED, level, sheet.subcontractor_name, facts)
        if missing:
            facts |= {"pages": _list(missing), "total": str(total)}
            self._find(Code.SIGNED_MISSING, Level.WARN, sheet.subcontractor_name, facts)
        if doubtful:
            said = "、".join(doubtful[:_NAMED])
            facts = {"count": str(len(doubtful)), "names": said}
            self._find(Code.SIGNED_DOUBTFUL, Level.WARN, sheet.subcontractor_name, facts)
        return Coverage(
            sheet=sheet,
            pages=total,
            missing=missing,
            payable=payable,
            signed=payable - unsigned,
            filled=sum(box.is_new for box in own),
            doubtful=len(doubtful),
        )

    def say_outdated(self) -> None:
        """Name what changed on each sheet since its old pages were printed."""
        old: dict[SheetKey, list[SortedPage]] = defaultdict(list)
        for page in self.pages:
            if page.verdict is PageVerdict.OUTDATED and page.page.code is not None:
                old[page.page.code.key].append(page)
        for key, pages in old.items():
            sheet = self._sheets[key[0]]
            places = "、".join(f"{one.page.file} 第 {one.page.place} 页" for one in pages)
            facts = {
                "sheet": _name(sheet),
                "pages": places,
                "changed": "、".join(self.changed(sheet, key[1])),
            }
            self._find(Code.SIGNED_OUTDATED, Level.STOP, sheet.subcontractor_name, facts)

    def changed(self, sheet: WageSheet, digest: str) -> list[str]:
        """Name the lines that changed since a sheet had a digest, and what of them."""
        fields: dict[str, list[str]] = defaultdict(list)
        begun = False
        for before, lines in self._facts.changes.get(sheet.id, ()):
            begun = begun or before == digest
            if begun:
                for name, own in lines.items():
                    fields[name] += [key for key in sorted(own) if key not in fields[name]]
        if not fields:
            signed = self._signed(sheet)
            for line in sheet.lines:
                if signed.get(line.id, "") not in {"", line.digest(sheet.month)}:
                    fields[line.name] = ["void"]
        said = [
            phrase(
                "line_changed",
                "one",
                name=name,
                fields="、".join(phrase("line_changed", key) for key in own),
            )
            for name, own in fields.items()
        ]
        if len(said) > _NAMED:
            more = phrase("line_changed", "more", count=str(len(said)))
            return [*said[:_NAMED], more]
        return said or [phrase("line_changed", "unknown")]

    def _say_double(self) -> None:
        for page in self.pages:
            code, sheet = page.page.code, page.sheet
            if page.verdict is PageVerdict.DUPLICATE and code is not None and sheet is not None:
                facts = {
                    "sheet": _name(sheet),
                    "page": str(code.page),
                    "file": page.page.file,
                    "place": str(page.page.place),
                }
                self._find(Code.SIGNED_TWICE, Level.NOTE, sheet.subcontractor_name, facts)

    def _find(self, code: Code, level: Level, subject: str, facts: Mapping[str, str]) -> None:
        self.findings.append(Finding(code, level, subject=subject, facts=facts))


def _best_of(pages: Sequence[_From]) -> dict[tuple[SheetKey, int], ReadPage]:
    """Return the scan of each page that shows most: placed first, then by signatures."""
    best: dict[tuple[SheetKey, int], ReadPage] = {}
    for _, page in pages:
        if page.code is None:
            continue
        key = page.code.key, page.code.page
        if key not in best or _worth(page) > _worth(best[key]):
            best[key] = page
    return best


def _worth(page: ReadPage) -> tuple[bool, int]:
    return page.is_placed, sum(box.verdict is Verdict.FILLED for box in page.boxes)


def _name(sheet: WageSheet) -> str:
    kind = phrase("line_changed", "main")
    if sheet.number:
        kind = phrase("line_changed", "supplementary", number=str(sheet.number))
    return phrase("line_changed", "sheet", month=str(sheet.month), kind=kind)


def _list(numbers: Sequence[int]) -> str:
    return "、".join(map(str, numbers))
