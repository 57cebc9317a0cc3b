"""Device files of several gates, in several formats, on the real encrypted file."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.attendance import MarkOrigin
from desktop.domain.errors import Refused, WrongState, WrongValue
from desktop.domain.findings import Code
from desktop.domain.imports import ImportKind
from desktop.domain.months import WageMonth
from desktop.ports.attendance import Reading, TableMapping
from desktop.services.attendance.gates import GateChange
from desktop.services.attendance.strangers import Why
from tests.unit.intake_office import attlog, make_intake, person
from tests.unit.test_attendance import _lock_sheet_of

MARCH = WageMonth(2026, 3)
DAY = date(2026, 3, 2)
HIK = "Person ID,Name,Department,Time,Attendance Status,Attendance Check Point"
PAIR = (("101", "2026-03-02 07:30:00"), ("101", "2026-03-02 18:00:00"))


@pytest.fixture
def office(tmp_path):
    intake = make_intake(tmp_path)
    intake.take_site()
    intake.take_roster(person(1), person(2))
    return intake


def put(office, name, text, encoding="utf-8"):
    path = office.folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return path


def read(office, path, gate="", **said):
    kept = office.attendance.remembered(office.project)
    return office.attendance.read_at(path, gate, kept, Reading(**said))


def take(office, path, gate="", **said):
    proposal = read(office, path, gate, **said)
    return office.attendance.accept(proposal, office.project, gate=gate).value


def test_the_same_punches_at_another_gate_are_duplicates(office):
    path = put(office, "1_attlog.dat", attlog(*PAIR))
    assert take(office, path, "东门").new == 2
    again = take(office, path, "西门")
    assert (again.new, again.duplicates) == (0, 2)
    longer = put(office, "2_attlog.dat", attlog(*PAIR, ("101", "2026-03-03 07:30:00")))
    third = take(office, longer, "西门")
    assert (third.new, third.duplicates) == (1, 2)
    dry = office.attendance.report(office.attendance.read(longer), office.project, "南门")
    assert (dry.new, dry.duplicates) == (0, 3)
    gates = {one.device.name: one.punches for one in office.attendance.gates(office.project)}
    assert gates == {"东门": 2, "西门": 1}
    row = office.row(MARCH, "工人乙")
    assert row.marks[DAY].count.raw == 2


def test_a_gate_without_a_name_is_called_by_its_format(office):
    assert take(office, put(office, "a.dat", attlog(*PAIR))).gate == "zkteco-attlog"
    (gate,) = office.attendance.gates(office.project)
    assert (gate.device.name, gate.device.format) == ("zkteco-attlog", "zkteco-attlog")


def test_a_gate_remembers_its_dates(office):
    """02/03/2026 is asked about once: afterwards the gate knows."""
    line = "101,工人乙,钢筋班,{} 08:00,,东门_Entrance"
    first = put(office, "1.csv", f"{HIK}\n{line.format('02/03/2026')}\n")
    asked = read(office, first, "东门")
    assert asked.asks == {Code.DATE_FORMAT_UNSURE}
    with pytest.raises(Refused):
        office.attendance.accept(asked, office.project, gate="东门")
    assert take(office, first, "东门", date_format="dd/MM/yyyy").new == 1
    assert list(office.row(MARCH, "工人乙").marks) == [DAY]
    second = put(office, "2.csv", f"{HIK}\n{line.format('01/03/2026')}\n")
    assert take(office, second, "东门").new == 1
    other = read(office, second, "西门")
    assert other.asks == {Code.DATE_FORMAT_UNSURE}
    with pytest.raises(WrongValue):
        office.attendance.read(first, reading=Reading(date_format="day first"))


def test_a_gate_remembers_its_columns(office):
    """谁;何时;哪边 is no heading that anybody knows: told once, read from then on."""
    path = put(office, "1.csv", "谁;何时;哪边\n101;2026-03-02 07:30:00;A\n", "gb18030")
    assert not office.attendance.read(path).punches
    mapping = TableMapping(
        number="谁", stamp="何时", direction="哪边", in_words=("A",), out_words=("B",), header_row=1
    )
    report = take(office, path, "南门", mapping=mapping)
    assert (report.format, report.new, report.lines) == ("table", 1, 2)
    more = put(office, "2.csv", "谁;何时;哪边\n101;2026-03-02 18:00:00;B\n", "gb18030")
    proposal = read(office, more, "南门")
    assert [status for _, _, status, _ in proposal.punches] == [1]
    assert take(office, more, "南门").new == 1
    (gate,) = office.attendance.gates(office.project)
    assert gate.reading.mapping.in_words == ("A",)
    assert office.row(MARCH, "工人乙").marks[DAY].work_days == 1


def test_gates_are_named_and_placed(office):
    office.attendance.put_gate(office.project, "东门", GateChange(place="东侧围挡"))
    office.attendance.put_gate(office.project, "东门", GateChange(name="1号门"))
    office.attendance.put_gate(office.project, "西门", GateChange())
    gates = office.attendance.gates(office.project)
    assert [(g.device.name, g.device.place) for g in gates] == [("1号门", "东侧围挡"), ("西门", "")]
    for name, change in (("西门", GateChange(name="1号门")), ("西门", GateChange(name=" "))):
        with pytest.raises(WrongValue):
            office.attendance.put_gate(office.project, name, change)


def test_unknown_numbers_are_proposed_to_whom_the_file_names(office):
    """555 is called 工人乙 in the file; 0102 is 102 with a zero; one is an identity number."""
    own = office.worker("工人丙").id_number
    rows = [
        ("555", "工人乙"), ("0102", ""), (own.lower(), ""), ("777", "没有这个人"),
    ]  # fmt: skip
    body = "".join(f"{number},{name},,2026-03-02 07:30:00,,东门\n" for number, name in rows)
    report = take(office, put(office, "1.csv", f"{HIK}\n{body}"), "东门")
    said = {one.number: (one.worker_name, one.why) for one in report.strangers}
    assert said == {
        "555": ("工人乙", Why.NAME),
        "0102": ("工人丙", Why.ZEROS),
        own.lower(): ("工人丙", Why.IDENTITY),
        "777": ("", None),
    }
    later = {one.number: one.name for one in office.attendance.strangers(office.project)}
    assert later["555"] == "工人乙"  # remembered with the books
    office.attendance.assign_number(office.project, "555", office.worker("工人乙").id)
    assert "555" not in {s.number for s in office.attendance.strangers(office.project)}


def test_two_workers_of_one_name_are_proposed_to_nobody(office):
    office.take_roster(person(1), person(2), person(3, 姓名="工人乙"))
    path = put(office, "1.csv", f"{HIK}\n555,工人乙,,2026-03-02 07:30:00,,东门\n")
    (stranger,) = take(office, path).strangers
    assert (stranger.name, stranger.worker) == ("工人乙", None)


def test_whom_a_number_meant_is_kept(office):
    other = office.worker("工人丙")
    office.attendance.assign_number(office.project, "101", other.id, date(2026, 3, 16))
    history = [
        (one.name, one.since, one.until)
        for one in office.attendance.number_history(office.project)
        if one.number == "101"
    ]
    assert history == [
        ("工人乙", date(2026, 1, 5), date(2026, 3, 15)),
        ("工人丙", date(2026, 3, 16), None),
    ]


def grid(office, *rows, name="三月考勤.csv", title="2026年3月考勤表"):
    head = "姓名,考勤号," + ",".join(str(day) for day in range(1, 32))
    lines = [f"{title}{',' * 32}", head]
    for who, number, marks in rows:
        lines.append(f"{who},{number}," + ",".join(marks.get(day, "") for day in range(1, 32)))
    return put(office, name, "\n".join(lines) + "\n")


def test_a_month_grid_becomes_hand_marks(office):
    """2 March has a full day of punches already: √ there changes nothing, △ would."""
    office.take_punches(*PAIR)
    path = grid(office, ("工人乙", "", {2: "√", 3: "△", 4: "×"}), ("工人丙", "102", {5: "0.75"}))
    proposal = office.attendance.read(path)
    dry = office.attendance.report(proposal, office.project)
    assert [(c.name, c.day.day, c.before, c.after) for c in dry.diff.changes] == [
        ("工人乙", 3, None, Decimal("0.5")),
        ("工人丙", 5, None, Decimal("0.75")),
    ]
    assert dry.diff.unchanged == 2  # the punched day, and × where nothing is known
    office.attendance.accept(proposal, office.project)
    mark = office.row(MARCH, "工人乙").marks[date(2026, 3, 3)]
    assert (mark.work_days, mark.origin) == (Decimal("0.5"), MarkOrigin.HAND)
    assert (mark.hand.reason, mark.hand.by_name) == ("三月考勤.csv", "张工")
    assert office.row(MARCH, "工人乙").marks[DAY].origin is MarkOrigin.PUNCHES
    again = office.attendance.report(office.attendance.read(path), office.project)
    assert (again.diff.changes, again.diff.unchanged) == ((), 4)


def test_a_month_grid_is_taken_back_except_what_was_changed_since(office):
    worker = office.worker("工人乙").id
    office.attendance.set_day(office.project, worker, date(2026, 3, 3), Decimal(1), "先记的")
    path = grid(office, ("工人乙", "101", {3: "×", 4: "√", 5: "√"}))
    office.attendance.accept(office.attendance.read(path), office.project)
    office.attendance.set_day(office.project, worker, date(2026, 3, 5), Decimal("0.25"), "后改的")
    (record,) = (
        one
        for one in office.attendance.imports(office.project)
        if one.kind is ImportKind.MONTH_GRID
    )
    assert office.attendance.undo(record.id).value == 2
    marks = office.row(MARCH, "工人乙").marks
    kept = {day.day: (mark.work_days, mark.hand.reason) for day, mark in marks.items()}
    assert kept == {3: (Decimal(1), "先记的"), 5: (Decimal("0.25"), "后改的")}


def test_a_month_grid_spares_locked_months_and_people_not_there(office):
    path = grid(office, ("工人乙", "", {3: "√"}), ("外人", "", {3: "√", 4: "√"}))
    report = office.attendance.report(office.attendance.read(path), office.project)
    (finding,) = report.diff.findings
    assert (finding.code, finding.subject, finding.facts["count"]) == (
        Code.MARK_OF_NOBODY, "外人", "2",
    )  # fmt: skip
    _lock_sheet_of(office, office.worker("工人乙"))
    for act in (office.attendance.report, office.attendance.accept):
        with pytest.raises(WrongState):
            act(office.attendance.read(path), office.project)
    assert office.attendance.imports(office.project) == ()


def test_a_month_grid_without_a_month_asks_for_it(office):
    path = grid(office, ("工人乙", "", {3: "√"}), title="考勤表", name="考勤.csv")
    asked = office.attendance.read(path)
    assert asked.asks == {Code.MONTH_UNSURE}
    told = office.attendance.read(path, reading=Reading(month="2026-03"))
    assert [cell.day for cell in told.cells] == [date(2026, 3, 3)]


def test_punches_that_locked_wages_rest_on_are_not_taken_back(office):
    first = put(office, "1_attlog.dat", attlog(*PAIR))
    take(office, first)
    (rests,) = office.attendance.imports(office.project)
    _lock_sheet_of(office, office.worker("工人乙"))
    with pytest.raises(WrongState):
        office.attendance.undo(rests.id)
    assert office.row(MARCH, "工人乙").work_days == 1  # nothing went
    assert not office.attendance.imports(office.project)[0].undone_at


def test_punches_of_others_and_of_other_months_are_taken_back(office):
    _lock_sheet_of(office, office.worker("工人乙"))
    others = (("102", "2026-03-02 07:30:00"), ("9001", "2026-03-02 07:30:00"))
    april = (("101", "2026-04-02 07:30:00"),)
    take(office, put(office, "1_attlog.dat", attlog(*others, *april)))
    (record,) = office.attendance.imports(office.project)
    assert office.attendance.undo(record.id).value == 3
