"""The law's clocks: their titles and notes are marked for the catalogue, and shown in the reader's language."""

import ast
import inspect

from grievances.deadlines import statutes
from grievances.models import Deadline, clocks


def marked():
    calls = (node for node in ast.walk(ast.parse(inspect.getsource(statutes))) if isinstance(node, ast.Call))
    named = (call for call in calls if getattr(call.func, "id", "") == "gettext_noop")
    return {ast.literal_eval(call.args[0]) for call in named}


def test_every_title_and_note_is_marked_for_the_catalogue():
    said = {text for statute in statutes.STATUTES for text in (statute.title, statute.note) if text}
    assert said == marked()


def test_a_clock_of_the_law_is_named_in_the_readers_language_and_a_typed_title_stays(monkeypatch):
    monkeypatch.setattr(clocks, "gettext", lambda text: f"es: {text}")
    assert Deadline(title="Contact an EEO counselor", origin="statute").name == "es: Contact an EEO counselor"
    assert Deadline(title="Step 1: answer", origin="step").name == "Step 1: answer"
    assert Deadline(title="", origin="statute").name == ""
