"""Scanned pages find the contracts they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.contract import LabourContract
from desktop.domain.findings import Code, Finding, Level
from desktop.domain.ids import ProjectId, WorkerId
from desktop.ports.books import Books, JournalEntry
from desktop.ports.contract_paper import DIGEST, HEAD, PageCode, ScannedPage, is_current
from desktop.ports.sheets import UnreadableSheetError
from resources.words import field, phrase

CHANGE = "contract.change"
"""Journalled whenever what both sides agree on is altered: digests before and after, fields."""
_LOOK_BACK = 100_000


@dataclass(frozen=True, slots=True)
class WholeContract:
    """A contract of which every page of its present text was scanned."""

    contract: LabourContract
    name: str
    pages: tuple[ScannedPage, ...]
    """In their order."""


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What the scans hold: nothing is written."""

    pages: int
    whole: tuple[WholeContract, ...]
    findings: tuple[Finding, ...]
    incomplete: int = 0
    """Contracts of which pages are missing."""
    outdated: int = 0
    """Contracts that were changed after these pages were printed."""
    without_code: int = 0
    unknown: int = 0


def match(books: Books, project: ProjectId, pages: Sequence[ScannedPage]) -> ScanReport:
    """Sort pages by the contract they belong to and say what cannot be filed."""
    names = {worker.id: worker.name for worker in books.workers.of_project(project)}
    known = {one.id.hex[:HEAD]: one for one in books.contracts.of_project(project)}
    findings = [_no_code(page) for page in pages if page.code is None]
    without = len(findings)
    strangers = [
        _unknown(page, page.code) for page in pages if page.code and page.code.contract not in known
    ]
    sorter = _Sorter(names, books)
    for head, own in _by_contract(pages).items():
        if head in known:
            sorter.take(known[head], own)
    return ScanReport(
        pages=len(pages),
        whole=tuple(sorter.whole),
        findings=(*findings, *strangers, *sorter.findings),
        incomplete=sorter.incomplete,
        outdated=sorter.outdated,
        without_code=without,
        unknown=len(strangers),
    )


def unreadable(name: str, error: UnreadableSheetError) -> Finding:
    """Say of a file that nothing of it can be filed."""
    facts = {"detail": phrase("unreadable", error.detail or "scan")}
    return Finding(Code.SCAN_UNREADABLE, Level.STOP, subject=name, facts=facts)


class _Sorter:
    def __init__(self, names: Mapping[WorkerId, str], books: Books) -> None:
        self._names, self._books = names, books
        self._journal: tuple[JournalEntry, ...] | None = None
        self.whole: list[WholeContract] = []
        self.findings: list[Finding] = []
        self.incomplete = 0
        self.outdated = 0

    def take(self, contract: LabourContract, pages: Sequence[ScannedPage]) -> None:
        """File a contract's pages, or say why not."""
        name = self._names.get(contract.worker, "")
        coded = [(page, page.code) for page in pages if page.code is not None]
        old = [page for page, code in coded if not is_current(code, contract)]
        now = [(page, code) for page, code in coded if is_current(code, contract)]
        if old:
            self._outdated(contract, name, old)
        if not now:
            return
        total = now[0][1].pages
        kept: dict[int, ScannedPage] = {}
        for page, code in now:
            if code.page in kept:
                self.findings.append(_twice(contract, name, page, code))
            else:
                kept[code.page] = page
        missing = [number for number in range(1, total + 1) if number not in kept]
        if missing:
            self.incomplete += 1
            facts = {"number": contract.number, "total": str(total), "pages": _list(missing)}
            self.findings.append(_finding(Code.SCAN_PAGES_MISSING, Level.STOP, name, facts))
            return
        ordered = tuple(kept[number] for number in sorted(kept))
        self.whole.append(WholeContract(contract, name, ordered))

    def _outdated(self, contract: LabourContract, name: str, old: Sequence[ScannedPage]) -> None:
        self.outdated += 1
        digests = {page.code.digest for page in old if page.code is not None}
        names = [field(f"contract.{key}") for key in self._changes(contract, digests)]
        places = _places(old)
        changed = "、".join(names) or phrase("contracts", "text")
        facts = {"number": contract.number, "changed": changed, "pages": "、".join(places)}
        self.findings.append(_finding(Code.SCAN_OLD_TEXT, Level.STOP, name, facts))

    def _changes(self, contract: LabourContract, digests: Iterable[str]) -> list[str]:
        """Return the fields changed since any of these texts, from the journal's own words."""
        if self._journal is None:
            entries = self._books.journal.entries(_LOOK_BACK)
            self._journal = tuple(one for one in reversed(entries) if one.action == CHANGE)
        own = [one.body for one in self._journal if one.subject == str(contract.id)]
        wanted, begun = set(digests), False
        found: list[str] = []
        for body in own:
            begun = begun or str(body.get("before", ""))[:DIGEST] in wanted
            if begun:
                found += str(body.get("fields", "")).split(",")
        return list(dict.fromkeys(found))


def _by_contract(pages: Sequence[ScannedPage]) -> dict[str, list[ScannedPage]]:
    found: dict[str, list[ScannedPage]] = defaultdict(list)
    for page in pages:
        if page.code is not None:
            found[page.code.contract].append(page)
    return found


def _no_code(page: ScannedPage) -> Finding:
    facts = {"page": str(page.place), "others": "、".join(page.others)}
    return _finding(Code.SCAN_NO_CODE, Level.WARN, page.file, facts)


def _unknown(page: ScannedPage, code: PageCode) -> Finding:
    facts = {"page": str(page.place), "code": str(code)}
    return _finding(Code.SCAN_UNKNOWN, Level.WARN, page.file, facts)


def _twice(contract: LabourContract, name: str, page: ScannedPage, code: PageCode) -> Finding:
    facts = {
        "number": contract.number,
        "page": str(code.page),
        "file": page.file,
        "place": str(page.place),
    }
    return _finding(Code.SCAN_PAGE_TWICE, Level.NOTE, name, facts)


def _finding(code: Code, level: Level, subject: str, facts: Mapping[str, str]) -> Finding:
    return Finding(code, level, subject=subject, facts=facts)


def _places(pages: Iterable[ScannedPage]) -> list[str]:
    """Say where pages stand, file by file."""
    by_file: dict[str, list[int]] = defaultdict(list)
    for page in pages:
        by_file[page.file].append(page.place)
    return [
        phrase("contracts", "place", file=file, place=_list(places))
        for file, places in by_file.items()
    ]


def _list(numbers: Iterable[int]) -> str:
    return "、".join(map(str, numbers))
