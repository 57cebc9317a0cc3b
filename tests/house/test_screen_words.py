"""Words of the window: literals only, all of them in the catalogue, all translated."""

import ast

from installer import words
from tests.house.sources import calls, enclosing_class, last_name, modules, parse, where

QT_APPLICATIONS = {"QCoreApplication", "QApplication", "QGuiApplication"}


def _literal(node):
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _is_tr(call):
    return isinstance(call.func, ast.Attribute) and call.func.attr == "tr"


def _is_translate(call):
    function = call.func
    return last_name(function) == "QT_TRANSLATE_NOOP" or (
        isinstance(function, ast.Attribute)
        and function.attr == "translate"
        and last_name(function.value) in QT_APPLICATIONS
    )


def _screen_modules():
    return [*modules("ui"), *(path for path in modules("desktop") if path.name == "app.py")]


def test_only_literals_are_translated():
    """An f-string or a variable is extracted as a key that never matches, or not at all."""
    faults = []
    for path in _screen_modules():
        for call in calls(path):
            wanted = 1 if _is_tr(call) else 2 if _is_translate(call) else 0
            given = [_literal(argument) for argument in call.args[:wanted]]
            if len(given) < wanted or None in given:
                faults.append(where(path, call))
    assert faults == []


def test_tr_is_called_on_self_only():
    """`lupdate` takes the context from the text before the dot when it is not self."""
    faults = [
        where(path, call)
        for path in _screen_modules()
        for call in calls(path)
        if _is_tr(call) and last_name(call.func.value) not in {"self", "cls"}
    ]
    assert faults == []


def test_translate_is_never_renamed():
    """`lupdate` knows the function by its name; an alias of it is extracted as nothing."""
    faults = [
        where(path, node)
        for path in _screen_modules()
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Attribute)
        and node.attr == "translate"
        and last_name(node.value) in QT_APPLICATIONS
        and not (isinstance(node.parent, ast.Call) and node.parent.func is node)
    ]
    assert faults == []


def test_plurals_are_not_in_base_classes():
    """`self.tr("%n …", "", n)` of a base class comes back in English from a subclass."""
    bases = {
        last_name(base)
        for path in _screen_modules()
        for node in ast.walk(parse(path))
        if isinstance(node, ast.ClassDef)
        for base in node.bases
    }
    faults = [
        where(path, call)
        for path in _screen_modules()
        for call in calls(path)
        if _is_tr(call) and len(call.args) > 2 and enclosing_class(call) in bases
    ]
    assert faults == []


def test_catalogue_has_every_string_in_its_true_context():
    """A `tr` right after a `QCoreApplication.translate` statement lands in a false context."""
    spoken = set()
    for path in _screen_modules():
        for call in calls(path):
            if _is_tr(call):
                spoken.add((enclosing_class(call), _literal(call.args[0])))
            elif _is_translate(call):
                spoken.add((_literal(call.args[0]), _literal(call.args[1])))
    kept = {(entry.context, entry.source) for entry in words.entries()}
    assert spoken == kept


def test_catalogue_is_complete():
    """Nothing new, nothing unfinished, the same placeholders on both sides."""
    assert words.faults() == []


def test_a_lost_placeholder_is_seen():
    """The comparison itself: {name} against {nmae}, and %n dropped."""
    kept = words.Entry("Page", "Hi {name}, %n", "", ("{name} 有 %n 条",), finished=True)
    lost = words.Entry("Page", "Hi {name}, %n", "", ("{nmae} 有 %n 条",), finished=True)
    dropped = words.Entry("Page", "%n workers", "", ("工人",), finished=True)
    seen = [entry.has_equal_placeholders() for entry in (kept, lost, dropped)]
    assert seen == [True, False, False]
