"""Reasons kept in English are said part by part in the reader's language; what a person wrote stays."""

import ast
from pathlib import Path

import pytest
from django.utils import translation

import members
from members.imports.builder import CONTESTED
from members.imports.plan import ONE_NAME
from members.life import problems, reasons
from unionops.platform import sheets as sheets_of
from unionops.platform.core.problems import Problem

HOUSE = Path(members.__file__).parent
READING = [
    *(HOUSE / "normalising").glob("*.py"),
    *(HOUSE / "imports" / f"{name}.py" for name in ("standing", "rows", "whole_columns")),
]


@pytest.fixture
def loud(monkeypatch):
    monkeypatch.setattr(reasons, "gettext", lambda said: said.upper().replace("%S", "%s"))


@pytest.mark.parametrize(("kept", "shown"), [
    ("no longer on the list", "NO LONGER ON THE LIST"),
    ("contact: same phone, same site", "CONTACT: SAME PHONE, SAME SITE"),
    ("same name, same hire date", "SAME NAME, SAME HIRE DATE"),
    ("position is outside the unit (8888)", "POSITION IS OUTSIDE THE UNIT (8888)"),
    ("there is no year 1066 here", "THERE IS NO YEAR 1066 HERE"),
    ("this is the number of Boyle, Ada, so nobody else was given it",
     "THIS IS THE NUMBER OF Boyle, Ada, SO NOBODY ELSE WAS GIVEN IT"),
    ("moved to Ohio, same site", "moved to Ohio, same site"),
    ("contact: my cousin", "contact: my cousin"),
    ("", ""),
])  # fmt: skip
def test_our_words_are_translated_and_theirs_are_kept(loud, kept, shown):
    assert reasons.said(kept) == shown


def test_every_reason_a_cell_is_refused_for_is_known():
    raised = {
        node.exc.args[0].value
        for path in READING
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args
        and isinstance(node.exc.args[0], ast.Constant)
    }  # fmt: skip
    assert len(raised) > 8
    assert raised <= reasons.KEPT
    assert {ONE_NAME, CONTESTED} <= reasons.KEPT


def _problems(path):
    """What each `Problem(...)` of a file says, as far as it is said in plain words."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
            yield from (said.value for said in node.args[1:] if isinstance(said, ast.Constant))


def test_why_a_file_was_not_read_is_said_in_the_readers_language():
    sheets = Path(sheets_of.__file__).parent
    raised = {said for path in (*sheets.glob("*.py"), *(HOUSE / "imports").glob("*.py")) for said in _problems(path)}
    assert len(raised) > 30 and raised <= problems.KEPT
    with translation.override("es"):
        shown = problems.said(str(Problem("cut_off", "This file is empty.", "Check that you saved the right file.")))
        assert shown == "Este archivo está vacío. Compruebe que guardó el archivo correcto."
        shown = problems.said("This file has 212 columns; a list of people has at most 200.")
        assert shown == "Este archivo tiene 212 columnas; una lista de personas tiene como mucho 200."
    assert problems.said("Whatever else. It stays.") == "Whatever else. It stays."
