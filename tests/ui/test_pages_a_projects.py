"""The project's form and its small tables on real books."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.calendar import CalendarDay, DayKind
from desktop.domain.company import CompanyRole
from desktop.domain.findings import Code
from desktop.domain.ids import ProjectId, new_id
from desktop.domain.money import Money
from desktop.domain.project import ContactKind, Project
from resources import words
from tests.ui.pages_a import place, show
from ui import trouble
from ui.forms.project_form import ProjectForm, field_of, project_of, values_of
from ui.pages.projects.page import ProjectsPage
from ui.widgets.banner import Banner


@pytest.fixture
def here(tmp_path, tasks, qtbot):
    with place(tmp_path, tasks, qtbot) as opened:
        yield opened


@pytest.fixture
def page(here, qtbot):
    return show(qtbot, ProjectsPage(here.context), here)


def field(page, key):
    return page.form._places[key].field


def test_a_project_goes_through_the_form_unchanged(here, qtbot):
    project = here.office.projects.named(None)
    assert project_of(project, values_of(project)) == project
    form = ProjectForm()
    qtbot.addWidget(form)
    form.show_project(project)
    assert not form.is_changed
    assert form.project == project


def test_saving_is_possible_only_when_something_differs_and_can_be_read(page, here):
    assert not page.save_act.isEnabled()
    field(page, "pay_day").set_value("32")
    assert not page.save_act.isEnabled()
    field(page, "pay_day").set_value("20")
    assert page.save_act.isEnabled()
    page.save_act.click()
    here.settle()
    assert here.office.projects.named(None).pay_day.day == 20
    assert not page.save_act.isEnabled()
    assert here.actions()[0] == "project.put"


def test_what_is_refused_stands_under_its_field_and_nothing_is_written(page, here, qtbot):
    before = here.office.projects.named(None)
    field(page, "account.cnaps").set_value("105821000019")  # last digit off by one
    page.save_act.click()
    here.settle()
    assert here.office.projects.named(None) == before
    assert page.form._places["account.cnaps"].fault.isVisibleTo(page)
    assert field(page, "account.cnaps").value == "105821000019"
    shown, port = field(page, "account.cnaps").editor, page._area.viewport()
    # It stands far below the first screen of the form.
    qtbot.waitUntil(lambda: port.rect().contains(shown.mapTo(port, shown.rect().center())))


def test_a_company_is_added_and_taken_away(page, here):
    members = field(page, "members")
    count = len(here.office.projects.named(None).members)
    members.add_row()
    members.rows[-1].name.setText("临夏示例劳务有限公司")
    page.save_act.click()
    here.settle()
    names = [m.company.name for m in here.office.projects.named(None).subcontractors()]
    assert "临夏示例劳务有限公司" in names
    row = next(r for r in members.rows if r.name.text() == "临夏示例劳务有限公司")
    row.remove.click()
    page.save_act.click()
    here.settle()
    assert len(here.office.projects.named(None).members) == count


def test_missing_lines_of_the_board_are_counted_and_shown(page, here):
    project = here.office.projects.named(None)
    bare = tuple(c for c in project.contacts if c[0] is not ContactKind.LEGAL_AID)
    here.office.projects.put(replace(project, contacts=bare))
    page.look_again()
    here.settle()
    lines = [link for link in page.missing.links if "法律援助" in link.text()]
    assert len(lines) == 2  # who, and how to reach them
    lines[0].click()
    assert page.form._places["legal_aid.name"].fault.isVisibleTo(page)
    page.resize(800, 700)  # no room beside the form: a banner says it
    page.look_again()
    here.settle()
    banner = next(b for b in page.findChildren(Banner) if b.kind == "warn")
    banner.button.click()
    assert page.form._places["legal_aid.phone"].fault.isVisibleTo(page)


def test_typing_survives_what_others_write(page, here):
    field(page, "address").set_value("兰州市城关区新址")
    page.desk.write(page, lambda _: here.office.projects.set_final(2027, final=True))
    here.settle()
    assert field(page, "address").value == "兰州市城关区新址"
    assert page.save_act.isEnabled()


def test_a_new_project_is_begun_in_the_form(page, here):
    page.begin()
    field(page, "name").set_value("榆中示例小区")
    page.save_act.click()
    here.settle()
    made = next(p for p in here.office.projects.all() if p.name == "榆中示例小区")
    assert here.context.project == made.id
    assert made.member(CompanyRole.OWNER) is None


def test_a_site_file_is_shown_before_it_is_taken_over(page, here):
    changed = here.sample.site.replace("演练项目·兰州示例安置房二期".encode(), "新工地".encode())
    dialog = page.open_file(here.file("site.json", changed))
    here.settle()
    assert dialog.site.proposal.project.name == "新工地"
    assert len(here.office.projects.all()) == 1
    dialog.take.click()
    here.settle()
    assert {p.name for p in here.office.projects.all()} >= {"新工地"}
    assert here.office.projects.get(here.context.project).name == "新工地"


def test_a_broken_site_file_cannot_be_taken_over(page, here):
    dialog = page.open_file(here.file("site.json", b'{"project": '))
    here.settle()
    assert not dialog.take.isEnabled()
    dialog.reject()


def test_a_holiday_is_entered_moved_and_removed(page, here):
    tab = page.tabs.holidays
    page.tabs.setCurrentWidget(tab)
    tab.show_year(2027)
    tab.editor.begin()
    row = {"day": date(2027, 1, 1), "kind": DayKind.STATUTORY, "name": "元旦", "source": "示例"}
    for key, value in row.items():
        tab.editor.form._places[key].field.set_value(value)
    tab.editor.save.click()
    here.settle()
    assert here.office.projects.calendar().days[row["day"]] == CalendarDay(**row)
    tab.editor.table.choose([row["day"]])
    tab.editor.form._places["day"].field.set_value(date(2027, 1, 2))
    tab.editor.save.click()
    here.settle()
    days = here.office.projects.calendar().days
    assert date(2027, 1, 2) in days
    assert date(2027, 1, 1) not in days
    tab.editor.table.choose([date(2027, 1, 2)])
    tab.editor.remove.click()
    here.settle()
    assert date(2027, 1, 2) not in here.office.projects.calendar().days


def test_a_year_is_declared_final(page, here):
    tab = page.tabs.holidays
    tab.show_year(2027)
    tab.final.click()
    here.settle()
    assert here.office.projects.calendar().is_final(date(2027, 5, 1))


def test_a_minimum_wage_is_added_and_the_latest_counts(page, here):
    tab = page.tabs.wages
    page.tabs.setCurrentWidget(tab)
    tab.editor.begin()
    row = {
        "effective_from": date(2026, 8, 1),
        "monthly": Money.of_yuan(2200),
        "hourly": Money.of_yuan("23.5"),
        "document": "甘政办发〔2026〕示例",
    }
    for key, value in row.items():
        tab.editor.form._places[key].field.set_value(value)
    tab.editor.save.click()
    here.settle()
    area = here.office.projects.named(None).area
    assert here.office.projects.minimum_wage(area, date(2026, 9, 1)).monthly == Money(220_000)
    assert here.office.projects.minimum_wage(area, date(2026, 7, 31)).monthly != Money(220_000)
    assert len(tab.editor.table.model.lines) == len(here.office.projects.minimum_wages(area))


def test_an_empty_office_offers_the_first_project(here, qtbot):
    here.context.choose_project(None)
    page = show(qtbot, ProjectsPage(here.context), here)
    assert page.empty.isVisible()
    assert not page.save_act.isVisible()
    page.begin()
    assert page.form.isVisible()
    assert page.form.project.version == 0
    assert page.form.project.name == Project(ProjectId(new_id()), "").name


def test_every_field_that_may_be_missing_has_a_name_people_use(page, here):
    findings = here.office.projects.check(Project(ProjectId(new_id()), ""))
    nameless = {f.column for f in findings if words.field(f.column) == f.column}
    assert nameless == set()
    assert {field_of(f) for f in findings} <= page.form._places.keys()
    for finding in findings:
        said = trouble.of_finding(finding)
        assert finding.column not in said.text
        assert "“”" not in said.text


def test_a_second_project_begins_like_the_first_and_can_be_dropped(page, here):
    first = here.office.projects.named(None)
    page.begin()
    draft = page.form.project
    assert (draft.name, draft.area, draft.pay_day) == ("", first.area, first.pay_day)
    assert [m.role for m in draft.members] == [CompanyRole.GENERAL_CONTRACTOR]
    assert not draft.account.number
    assert draft.contact(ContactKind.LABOUR_INSPECTORATE) == first.contact(
        ContactKind.LABOUR_INSPECTORATE
    )
    assert draft.contact(ContactKind.LABOUR_OFFICER).name == ""
    field(page, "name").set_value("榆中示例小区")
    banner = next(b for b in page.findChildren(Banner) if b.kind == "note")
    banner.button.click()
    here.settle()
    assert page.form.project == first
    assert len(here.office.projects.all()) == 1


def chain_tab(page, here, name="chain"):
    page.arrive(name)
    here.settle()
    return getattr(page.tabs, name)


def test_a_contract_is_entered_where_it_is_missing_and_can_come_back(page, here):
    tab = chain_tab(page, here)
    table, said = tab.editor.table, []
    here.context.said.connect(lambda _words, undo: said.append(undo))
    lines = table.model.lines
    assert [line.role for line in lines[:2]] == [
        CompanyRole.OWNER, CompanyRole.GENERAL_CONTRACTOR,
    ]  # fmt: skip
    table.choose([lines[1].key])
    values = tab.editor.form.values
    assert (values["giver"], values["taker"]) == (lines[0].company.id, lines[1].company.id)
    tab.editor.form._places["number"].field.set_value("总-1")
    tab.editor.save.click()
    here.settle()
    project = here.office.projects.named(None)
    (contract,) = here.office.projects.works_contracts(project.id)
    assert tab.editor.line.contract == contract  # the fresh one, so that it can be saved again
    tab.editor.form._places["measured_days"].field.set_value("30")
    tab.editor.save.click()
    here.settle()
    assert here.office.projects.works_contracts(project.id)[0].measured_days == 30
    tab.editor.remove.click()
    here.settle()
    assert here.office.projects.works_contracts(project.id) == ()
    said[-1]()
    here.settle()
    assert here.office.projects.works_contracts(project.id)[0].number == "总-1"


def test_a_finding_of_the_chain_leads_to_its_line(page, here):
    tab = chain_tab(page, here)
    (level, code, _count), *_ = tab.findings.groups
    found = here.office.projects.chain_findings(here.context.project)
    missing = next(f for f in found if f.code is code)
    assert level == missing.level
    tab.findings.jumped.emit(missing)
    assert tab.editor.line.company.name == missing.subject


def test_a_company_is_made_a_labour_company_of_the_project(page, here):
    tab = chain_tab(page, here, "companies")
    tab.editor.begin()
    form = tab.editor.form
    form._places["name"].field.set_value("临夏示例劳务有限公司")
    form._places["role"].field.set_value(CompanyRole.LABOUR_COMPANY)
    form._places["qualification_until"].field.set_value(date(2020, 1, 1))
    tab.editor.save.click()
    here.settle()
    member = here.office.projects.named(None).member(CompanyRole.LABOUR_COMPANY)
    assert member.company.qualification_until == date(2020, 1, 1)
    assert tab.editor.line.company == member.company
    assert tab._state(tab.editor.line).kind == "warn"


def test_a_team_gets_a_leader_and_its_trade_freezes(page, here):
    here.import_roster()
    page.look_again()
    tab = chain_tab(page, here, "teams")
    state = next(one for one in tab.editor.table.model.lines if one.members)
    tab.editor.table.choose([state.team.id])
    places = tab.editor.form._places
    places["leader"].field.set_value(state.members[0].id)
    places["trade"].field.set_value("钢筋工")
    places["filed_on"].field.set_value(date(2026, 9, 1))
    tab.editor.save.click()
    here.settle()
    assert tab.editor.line.team.leader == state.members[0].id
    places["trade"].field.set_value("木工")
    tab.editor.save.click()
    here.settle()
    assert places["trade"].fault.isVisibleTo(page)
    assert places["trade"].field.value == "木工"
    kept = {t.id: t.trade for t in here.office.projects.teams(here.context.project)}
    assert kept[state.team.id] == "钢筋工"


def test_a_list_names_somebody_and_leads_to_him(page, here):
    here.import_roster()
    tab = chain_tab(page, here, "people")
    line = here.office.roster.lines(here.context.project)[0]
    worker = here.office.roster.worker(line.worker)
    asked = []
    here.context.asked.connect(lambda where, target: asked.append((where, target)))
    dialog = tab.open_lists()
    here.settle()
    assert not dialog.drop.isEnabled()  # nobody said yet who publishes it
    dialog.form._places["source"].field.set_value("市住建局公告")
    assert dialog.drop.isEnabled()
    content = f"姓名,身份证号码,列入原因\n{worker.name},{worker.id_number},讨薪扰序\n".encode(
        "utf-8-sig"
    )
    dialog.read(here.file("名单.csv", content))
    here.settle()
    assert len(dialog.proposal.on_roster) == 1
    dialog.take.click()
    here.settle()
    page.look_again()
    here.settle()
    shown = [one for one in tab.table.model.lines if one.worker == worker.id]
    assert [one.finding.code for one in shown if "讨薪扰序" in one.what] == [Code.ON_WATCH_LIST]
    tab.table.opened.emit(shown[0])
    assert asked[-1] == ("roster", worker.id)
    dialog.close()
