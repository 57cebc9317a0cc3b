"""Forms: faults stand under their field, and saving opens only when it means something."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.domain.findings import Code, Finding, Level
from desktop.domain.money import Money
from resources import words
from ui.fields.choice_field import ChoiceField, OpenChoiceField
from ui.fields.text_fields import DayField, DecimalField, MoneyField, TextField
from ui.forms.form import Form


@pytest.fixture
def form(qtbot):
    made = Form()
    qtbot.addWidget(made)
    made.add("name", "姓名", TextField(), required=True)
    made.add("rate", "单价", MoneyField())
    made.add("entry", "进场日期", DayField())
    made.add("kind", "计薪方式", ChoiceField([("day", "计日"), ("hour", "计时")]))
    made.set_values({"name": "陈志伟", "rate": Money(26_000), "entry": date(2026, 3, 1)})
    made.show()
    return made


def field(form, key):
    return form._places[key].field


def fault(form, key):
    label = form._places[key].fault
    return label.text() if label.isVisible() else ""


def test_saving_opens_only_when_it_means_something(form):
    save = QPushButton(form)
    form.guard(save)
    assert not save.isEnabled()  # nothing changed
    field(form, "rate").line.setText("280")
    assert save.isEnabled()
    field(form, "rate").line.setText("280.555")
    assert not save.isEnabled()
    assert "280.555" in fault(form, "rate")
    field(form, "rate").line.setText("260.00")
    assert not save.isEnabled()  # back to what was saved
    field(form, "name").line.setText(" ")
    assert not save.isEnabled()  # required
    field(form, "name").line.setText("王秀兰")
    assert save.isEnabled()
    form.keep()
    assert not save.isEnabled()


@pytest.mark.parametrize(
    ("made", "typed", "value"),
    [
        (MoneyField, "12,345.6", Money(1_234_560)),
        (MoneyField, "￥260元", Money(26_000)),
        (MoneyField, "", None),
        (DayField, "20261003", date(2026, 10, 3)),
        (DayField, "2026.10.3", date(2026, 10, 3)),
        (DayField, "2026年10月3日", date(2026, 10, 3)),
        (DecimalField, "NaN", None),
    ],
)
def test_values_are_read_as_people_type_them(qtbot, made, typed, value):
    one = made()
    qtbot.addWidget(one)
    one.line.setText(typed)
    assert one.value == value


@pytest.mark.parametrize(
    ("made", "typed"),
    [(MoneyField, "1.234"), (DayField, "2026-02-30"), (DayField, "3.10"), (DecimalField, "inf")],
)
def test_what_cannot_be_read_is_a_fault(qtbot, made, typed):
    one = made()
    qtbot.addWidget(one)
    one.line.setText(typed)
    assert typed in one.fault("项").text


def test_a_finding_stands_under_its_field(form, monkeypatch):
    monkeypatch.setattr(words, "finding", lambda *_: words.Words("身份证名字不符", "请核对原件"))
    findings = [Finding(Code.NAME_RADICAL, Level.STOP, column="姓名")]
    form.show_findings(findings)
    assert fault(form, "name") == "身份证名字不符 请核对原件"
    assert fault(form, "rate") == ""


def test_a_choice_keeps_its_value_when_options_change(form):
    choice = field(form, "kind")
    choice.set_value("hour")
    choice.set_options([("month", "计月"), ("hour", "计时")])
    assert choice.value == "hour"


def test_a_platform_we_do_not_know_is_kept_as_it_came(qtbot):
    field = OpenChoiceField([("", "（未选）"), ("gansu", "甘肃 · 陇明公")])
    qtbot.addWidget(field)
    field.set_value("henan")
    assert (field.reading(), field.shown()) == ("henan", "henan")
    field.set_value("gansu")
    assert (field.reading(), field.shown()) == ("gansu", "甘肃 · 陇明公")
