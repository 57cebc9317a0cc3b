"""Blacklists and bad-record lists from any table, replaced per source, matched against people."""

from datetime import date

import pytest
import xlsxwriter

from desktop.domain.errors import Refused
from desktop.domain.findings import Code, Level
from desktop.domain.ids import WatchId, new_id
from desktop.domain.watch import Sameness, WatchEntry, WatchIndex, WatchKind, agrees, is_masked
from desktop.services.watch import Watch
from tests.unit.intake_office import id_number, make_intake, person, read_here

TODAY = date(2026, 4, 1)
NUMBER = id_number("62010219900101001")


def entry(name="王五", number=NUMBER, kind=WatchKind.BLACKLIST, source="甲", **changes):
    return WatchEntry(WatchId(new_id()), kind, name, number, "讨薪扰序", source, **changes)


def seen(entries, name="王五", number=NUMBER, day=TODAY):
    return [match.sameness for match in WatchIndex.of(entries).matches(name, number, day)]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (NUMBER, [Sameness.NUMBER]),
        (NUMBER[:6] + "********" + NUMBER[-4:], [Sameness.MASKED]),
        (NUMBER[:6] + "***" + NUMBER[-4:], [Sameness.MASKED]),  # fewer stars than signs
        (NUMBER[:10] + "XXXXXXXX", [Sameness.MASKED]),
        ("620103********" + NUMBER[-4:], []),
        ("62*", []),  # shows too little to mean anybody
        ("", [Sameness.NAME]),
        (id_number("62010219900101003"), []),  # another man of that name
    ],
)
def test_how_surely_an_entry_means_somebody(listed, expected):
    assert seen([entry(number=listed)]) == expected


def test_a_number_decides_whatever_the_name():
    assert seen([entry(name="王伍")]) == [Sameness.NUMBER]
    assert seen([entry(name="王伍", number=NUMBER[:6] + "********" + NUMBER[-4:])]) == []


def test_an_entry_counts_between_its_days():
    listed = entry(since=date(2026, 1, 1), until=date(2026, 3, 31))
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 31), TODAY]
    assert [bool(seen([listed], day=day)) for day in days] == [False, True, True, False]


def test_the_cross_of_a_check_digit_hides_nothing():
    assert not is_masked("11010519491231002X")
    assert agrees("110105********002X", "11010519491231002X")
    assert not agrees("110105********0021", "11010519491231002X")


@pytest.fixture
def office(tmp_path):
    made = make_intake(tmp_path)
    made.take_site()
    made.take_roster(person(1), person(2))
    return made


@pytest.fixture
def watch(office):
    return Watch(
        books=office.write,
        reads=office.read,
        clock=office.clock,
        safe_copy=office.copies.append,
        read_sheets=read_here,
    )


def write_list(path, titles, *rows, above=()):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("公示")
        for number, row in enumerate([*above, titles, *rows]):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell)
    return path


def take(watch, path, kind=WatchKind.BLACKLIST, source="兰州市住建局 2026-03 公告"):
    proposal = watch.read(path, kind, source)
    watch.accept(proposal)
    return proposal


def test_a_list_as_an_authority_prints_it(office, watch):
    """A title row above, headings with stars, a masked number, days in Chinese, an empty row."""
    known = person(1)
    masked = known["身份证号码"][:6] + "********" + known["身份证号码"][-4:]
    path = write_list(
        office.folder / "名单.xlsx",
        ("序号", "姓名*", "身份证号", "列入事由", "列入日期", "有效期至", "认定单位"),
        (1, known["姓名"], masked, "恶意讨薪", "2026年1月5日", "2027-01-04", "七里河区人社局"),
        (2, "赵 六", id_number("62010219880101001"), "打架斗殴", "", "", ""),
        ("", "", "", "", "", "", ""),
        above=[("建筑工人黑名单",)],
    )
    proposal = take(watch, path)
    assert (proposal.rows, len(proposal.entries), proposal.findings) == (2, 2, ())
    assert [entry.name for entry in proposal.entries] == [known["姓名"], "赵六"]
    assert proposal.entries[0].since == date(2026, 1, 5)
    assert [(f.subject, f.code, f.level) for f in proposal.on_roster] == [
        (known["姓名"], Code.ON_WATCH_LIST, Level.WARN)
    ]
    (found,) = watch.findings(office.project)
    assert found.facts["reason"] == "恶意讨薪（七里河区人社局）"
    assert found.facts["source"] == "兰州市住建局 2026-03 公告"
    assert "兰州" in "".join(found.facts.values())
    assert office.copies[-1] == "import"


def test_a_list_replaces_only_its_own(office, watch):
    first = write_list(office.folder / "1.xlsx", ("姓名", "证件号码"), ("甲一", ""), ("甲二", ""))
    second = write_list(office.folder / "2.xlsx", ("姓名", "证件号码"), ("甲三", ""))
    take(watch, first)
    take(watch, first, WatchKind.BAD_RECORD)
    take(watch, first, source="别处")
    assert watch.read(second, WatchKind.BLACKLIST, "别处").replaced == 2
    take(watch, second, source="别处")
    names = {(e.kind, e.source[:2]): set() for e in watch.entries()}
    for one in watch.entries():
        names[one.kind, one.source[:2]].add(one.name)
    assert names == {
        (WatchKind.BLACKLIST, "兰州"): {"甲一", "甲二"},
        (WatchKind.BAD_RECORD, "兰州"): {"甲一", "甲二"},
        (WatchKind.BLACKLIST, "别处"): {"甲三"},
    }
    watch.remove(WatchKind.BLACKLIST, "别处")
    assert len(watch.lists()) == 2


def test_levels_by_list_and_by_how_sure(office, watch):
    """Only a blacklist with the number is a warning; a bare name is never more than a note."""
    known, other = person(1), person(2)
    path = write_list(
        office.folder / "n.xlsx",
        ("姓名", "身份证号码"),
        (known["姓名"], known["身份证号码"]),
        (other["姓名"], ""),
    )
    take(watch, path)
    assert {f.subject: f.level for f in watch.findings(office.project)} == {
        known["姓名"]: Level.WARN,
        other["姓名"]: Level.NOTE,
    }
    take(watch, path, WatchKind.BAD_RECORD)
    levels = [f.level for f in watch.findings(office.project) if f.subject == known["姓名"]]
    assert sorted(levels) == [Level.NOTE, Level.WARN]


@pytest.mark.parametrize(
    ("titles", "row", "source", "code"),
    [
        (("人", "号码"), ("王五", NUMBER), "甲", Code.COLUMN_MISSING),
        (("姓名", "身份证号码"), ("", NUMBER), "甲", Code.REQUIRED_EMPTY),
        (("姓名", "身份证号码"), ("王五", 620102199001010060.0), "甲", Code.NUMBER_DAMAGED),
        (("姓名", "身份证号码"), ("", ""), "甲", Code.FILE_EMPTY),
        (("姓名", "身份证号码"), ("王五", NUMBER), "  ", Code.REQUIRED_EMPTY),
    ],
)
def test_what_cannot_be_a_list_writes_nothing(office, watch, titles, row, source, code):
    proposal = watch.read(
        write_list(office.folder / "x.xlsx", titles, row), WatchKind.BLACKLIST, source
    )
    assert (code, Level.STOP) in {(f.code, f.level) for f in proposal.findings}
    with pytest.raises(Refused):
        watch.accept(proposal)
    assert watch.entries() == ()


def test_odd_numbers_and_days_are_told_and_kept(office, watch):
    path = write_list(
        office.folder / "x.xlsx", ("姓名", "身份证号码", "列入日期"), ("王五", "6201021", "去年")
    )
    proposal = take(watch, path)
    assert {(f.code, f.level, f.row) for f in proposal.findings} == {
        (Code.WATCH_NUMBER_ODD, Level.WARN, 2),
        (Code.DATE_WRONG, Level.WARN, 2),
    }
    assert len(watch.entries()) == 1
