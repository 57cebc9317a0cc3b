"""Signatures are bound to exactly what was shown."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.documents import UNKNOWN_TYPE, DocumentKind, File
from desktop.domain.errors import (
    FileTrouble,
    Refused,
    Stale,
    Unknown,
    WrongState,
    WrongValue,
)
from desktop.domain.findings import Code
from desktop.domain.ids import LineId, new_id
from desktop.domain.money import Money
from desktop.domain.payroll import SheetState
from desktop.domain.signing import SignatureKind, Stroke
from desktop.domain.wages import compute_line
from desktop.services.evidence import read_scan
from desktop.services.payroll.rules import wage_rules
from tests.unit import wage_samples
from tests.unit.payroll_office import MARCH, PNG, Office

STROKES = (Stroke(((0.1, 0.2, 0.5, 0), (0.3, 0.4, 0.6, 16))),)


@pytest.fixture
def office(tmp_path):
    office = Office(tmp_path)
    office.prepare()
    return office


def _sign(office, waiting, digest=None, strokes=STROKES, image=PNG):
    return office.signing.sign_on_screen(
        waiting.sheet, waiting.line.id, digest or waiting.digest, strokes, image
    )


def test_signing_on_screen_keeps_strokes_image_and_digest(office):
    waiting = office.signing.to_sign(office.project.id, MARCH)
    assert sorted(each.line.name for each in waiting) == ["卓木匠", "赵守田", "马占海"]
    for each in waiting:
        _sign(office, each)
    assert office.signing.to_sign(office.project.id, MARCH) == ()
    assert {s.state for s in office.sheets()} == {SheetState.WORKER_SIGNED}
    with office.reads() as books:
        (signature,) = books.sheets.signatures(waiting[-1].sheet)
        image = books.documents.get(signature.image)
    assert (signature.kind, signature.strokes) == (SignatureKind.SCREEN, STROKES)
    assert signature.line_digest == waiting[-1].digest
    assert (image.kind, image.content) == (DocumentKind.SIGNATURE, PNG)
    assert office.actions().count("wages.sign") == 3


def test_what_changed_meanwhile_is_not_signed(office):
    waiting = office.signing.to_sign(office.project.id, MARCH)[0]
    index = [worker.name for worker in office.workers].index(waiting.line.name)
    office.mark(index, 25)
    office.prepare()
    with pytest.raises(Stale):
        _sign(office, waiting)
    with pytest.raises(WrongValue):
        _sign(office, waiting, strokes=())
    with pytest.raises(WrongValue):
        _sign(office, waiting, image=b"GIF89a")
    assert len(office.signing.to_sign(office.project.id, MARCH)) == 3


def test_lines_of_nothing_and_locked_sheets_are_not_signed(office):
    sheet = office.sheets()[0]
    idle = next(line for line in sheet.lines if not line.needs_signature)
    with pytest.raises(WrongState):
        office.signing.sign_on_screen(sheet.id, idle.id, idle.digest(MARCH), STROKES, PNG)
    office.sign_all()
    office.lock_all()
    paid = next(line for line in sheet.lines if line.needs_signature)
    with pytest.raises(WrongState):
        office.signing.sign_on_screen(sheet.id, paid.id, paid.digest(MARCH), STROKES, PNG)
    with pytest.raises(WrongState):
        office.sign_all()


def test_paper_signs_what_is_left_and_keeps_the_scan(office):
    waiting = office.signing.to_sign(office.project.id, MARCH)
    _sign(office, waiting[0])
    assert office.sign_all() == 2
    assert office.sign_all() == 0
    with office.reads() as books:
        kinds = [
            (signature.kind, books.documents.get(signature.image).media_type)
            for sheet in office.sheets()
            for signature in books.sheets.signatures(sheet.id)
        ]
    assert sorted(kinds) == [
        (SignatureKind.PAPER, "application/pdf"),
        (SignatureKind.PAPER, "application/pdf"),
        (SignatureKind.SCREEN, "image/png"),
    ]


def test_paper_may_name_its_lines_of_one_sheet(office):
    sheet = office.sheets()[0]
    payable = [line for line in sheet.lines if line.needs_signature]
    signed = office.signing.sign_sheet_on_paper(sheet.id, office.scan(), [payable[0].id])
    assert signed.value == 1
    with pytest.raises(Unknown):
        office.signing.sign_sheet_on_paper(sheet.id, office.scan(), [LineId(new_id())])
    assert len(office.signing.to_sign(office.project.id, MARCH)) == 2


def test_a_file_of_another_kind_is_kept_as_it_is(office):
    """The signature is a person's word, the file his evidence: he may know why it is a .ofd."""
    content = "签字.ofd".encode()
    assert office.signing.sign_on_paper(office.project.id, MARCH, office.scan(content)).value == 3
    path = office.scan(content)
    kept = read_scan(path)
    assert (kept, kept.media_type) == (File(path.name, content), UNKNOWN_TYPE)


def test_a_scan_that_is_empty_or_absent_is_refused(office):
    with pytest.raises(Refused) as refused:
        office.signing.sign_on_paper(office.project.id, MARCH, office.scan(b""))
    assert [finding.code for finding in refused.value.findings] == [Code.FILE_EMPTY]
    with pytest.raises(FileTrouble):
        office.signing.sign_on_paper(office.project.id, MARCH, office.folder / "absent.pdf")
    assert len(office.signing.to_sign(office.project.id, MARCH)) == 3


def _line():
    who = wage_samples.worker(wage_samples.term("day", "260"))
    present = wage_samples.attendance(who, {1: "1", 2: "0.5"})
    taken = [wage_samples.adjustment(who, "advance", "50")]
    return compute_line(wage_samples.facts(who, present, taken), wage_rules())


LINE = _line()
TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
CHANGES = st.one_of(
    st.tuples(
        st.sampled_from(["name", "id_number", "team_name", "trade", "card_number", "account_name"]),
        TEXT,
    ),
    st.tuples(st.just("rate"), st.integers(0, 10**6).map(Money)),
    st.tuples(st.just("work_days"), st.integers(0, 124).map(lambda n: Decimal(n) / 4)),
    st.tuples(st.just("items"), st.just(LINE.items[:1])),
    st.integers(0, 10**7).map(
        lambda fen: ("items", (replace(LINE.items[0], amount=Money(fen)), *LINE.items[1:]))
    ),
)


@given(CHANGES)
def test_any_change_of_what_is_shown_voids_the_signature(change):
    name, value = change
    mutant = replace(LINE, **{name: value})
    same = getattr(LINE, name) == value
    assert (mutant.digest(MARCH) == LINE.digest(MARCH)) is same
