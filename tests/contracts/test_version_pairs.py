"""Pairs of whole texts with the kinds and findings worked out by hand."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from contracts.changes import impact
from contracts.services.comparing import looks_in_part, of_file, proposed_changes
from unionops.platform.access.actors import acting, system_actor

BASE = """ARTICLE 1: DEFINITIONS

Section 1. Terms. In this Agreement:
A. "Seniority" means the length of continuous service in the unit.
B. "Working day" means Monday through Friday, except a holiday listed in Article 5.

ARTICLE 2: HOURS OF WORK

Section 1. Change of Run. The County shall give the operator ten (10) working days notice before it changes a run.

Section 2. Rest. An operator shall have at least nine (9) hours off duty between two runs.

ARTICLE 3: OVERTIME

Section 1. Pay. Time worked over forty (40) hours in a week is paid at one and one-half times the hourly rate.

Section 2. Call-Back. An employee called back after leaving the garage shall be paid at least three (3) hours.

ARTICLE 4: GRIEVANCES

Section 1. Step One. A grievance shall be filed within fifteen (15) working days after the event.

Section 2. Step Two. The Union may appeal within ten (10) working days as provided in Article 4, Section 1.

ARTICLE 5: HOLIDAYS

Section 1. Days. The holidays are New Year's Day, Memorial Day, Labor Day and Thanksgiving Day.

ARTICLE 6: UNIFORMS

Section 1. Allowance. The County shall pay each operator two hundred dollars a year for uniforms.

APPENDIX A: WAGES

| Class | Start | 1 year |
| --- | --- | --- |
| Operator | 21.10 | 23.40 |
| Mechanic | 26.00 | 28.15 |
"""
AMENDED = """ARTICLE 3: OVERTIME

Section 1. Pay. Time worked over forty (40) hours in a week is paid at one and one-half times the hourly rate.

Section 2. Call-Back. An employee called back after leaving the garage shall be paid at least two (2) hours.
"""


def changed(*swaps: tuple[str, str]) -> list[dict[str, Any]]:
    """What the proposal that swaps these words would do, without clauses that only have a new number."""
    new = BASE
    for old_words, new_words in swaps:
        assert old_words in new
        new = new.replace(old_words, new_words)
    old, new = (of_file(text.encode(), "text.md") for text in (BASE, new))
    with acting(system_actor()) as user:
        assert user is not None
        made = impact.joining(user, old, new, None).impacts(proposed_changes(old, new)[0])
    return [one for one in made if one["kind"] in impact.WORDED]


pytestmark = pytest.mark.django_db


def test_a_figure_is_compared_whole_with_its_cents(local: object) -> None:
    (row,) = changed(("28.15", "27.15"))
    assert [words for words in row["words"] if words[0] != "="] == [["-", "28.15"], ["+", "27.15"]]
    assert row["questions"] == ["Why 27.15 in place of 28.15? Ask for the figures behind it."]


def test_a_changed_definition_names_its_term_and_the_clauses_that_use_it(local: object) -> None:
    (term,) = changed(("Monday through Friday", "Monday through Saturday"))
    assert (term["defined_terms"], term["term_used_in"]) == (["Working day"], ["2.1", "4.1", "4.2"])


def test_references_that_follow_new_numbers_ask_nothing(local: object) -> None:
    numbers = [(f"ARTICLE {n}:", f"ARTICLE {n + 1}:") for n in (6, 5, 4)]
    follow = [("listed in Article 5", "listed in Article 6"), ("in Article 4, Section 1", "in Article 5, Section 1")]
    made = changed(*numbers, *follow)
    assert [one["new"]["label"] for one in made] == ["1.1(B)", "5.2"]
    assert not any(one["questions"] or one["references"] or one["rights"]["lost"] for one in made)


def test_a_reference_to_another_clause_is_a_finding(local: object) -> None:
    (step,) = changed(("in Article 4, Section 1", "in Article 5, Section 1"))
    assert step["references"] == [{"old": "4.1", "new": "5.1"}]
    assert step["cross_references"] == ["4.1", "5.1"]
    assert step["questions"] == ["The reference to 4.1 becomes one to 5.1. What no longer applies?"]


def test_words_and_figure_that_differ_are_asked_about(local: object) -> None:
    (step,) = changed(("fifteen (15)", "fifteen (10)"))
    assert any("“fifteen (10)”" in question for question in step["questions"])


def test_words_that_stand_in_another_clause_now_are_not_lost(local: object) -> None:
    merged = changed(("rate.\n\nSection 2. Call-Back. An employee", "rate. An employee"))
    assert [(one["kind"], one["rights"], one["questions"]) for one in merged] == [
        ("changed", {"lost": [], "gained": []}, []),
        ("removed", {"lost": [], "gained": []}, []),
    ]
    assert [kept["label"] for kept in merged[1]["kept"]] == ["3.1"]
    (removed,) = changed(
        ("Section 2. Rest. An operator shall have at least nine (9) hours off duty between two runs.", "")
    )
    assert removed["rights"]["lost"] and not removed["kept"]


@pytest.mark.parametrize("command", ["compare_agreements", "proposal_impact"])
def test_one_amended_article_leaves_the_others_standing(
    command: str, local: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(BASE)
    new.write_text(AMENDED)
    made = _run(capsys, command, str(old), str(new))
    worded = [(one["kind"], one["old"]["label"]) for one in made if one["kind"] != "unchanged"]
    assert worded == [("changed", "3.2")]
    whole = _run(capsys, command, str(old), str(new), "--whole")
    assert sum(one["kind"] == "removed" for one in whole) > 10
    if command == "compare_agreements":
        assert len(made) == len(whole)
        call_command(command, str(old), str(new))
        assert "taken to stay" in capsys.readouterr().out


def test_a_text_without_some_middle_articles_is_a_part_and_one_that_counts_on_is_whole() -> None:
    old = of_file(BASE.encode(), "old.md")
    two = BASE[BASE.index("ARTICLE 2") : BASE.index("ARTICLE 3")] + BASE[BASE.index("ARTICLE 5") : BASE.index("APP")]
    assert looks_in_part(old, of_file(two.encode(), "two.md"))
    assert not looks_in_part(old, of_file(BASE[: BASE.index("ARTICLE 4")].encode(), "first.md"))


@pytest.mark.parametrize(
    ("labels", "part"),
    [
        (["I", "II", "III"], False),
        (["1", "2", "2A", "3"], False),
        (["100", "200", "300"], False),
        (["1", "2", "1", "2"], False),
        (["II", "V"], True),
        (["2A", "5"], True),
        (["200", "500"], True),
    ],
)
def test_numbers_of_every_style_count_through_or_show_gaps(labels: list[str], part: bool) -> None:
    old = [{"level": "article", "number": str(n)} for n in range(1, 2 * len(labels) + 1)]
    assert looks_in_part(old, [{"level": "article", "number": label} for label in labels]) is part


QUOTING = """PROPOSAL OF THE COUNTY

Article 2, Section 2: delete "nine (9) hours" and insert "seven (7) hours".

In Article 3, Section 2 replace "at least three (3) hours" with "the time worked".
"""


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        (QUOTING, [("changed", "2.2"), ("changed", "3.2")]),
        ('Article 2, Section 1: delete "nine (9) hours" and insert "seven (7) hours".', [("added", None)]),
        ('Delete "forty-one hours".', [("added", None)]),
        ('Replace "ten (10) working days" with "one day".', [("added", None)]),
        ('Article 4, Section 2: replace "ten (10) working days" with "one day".', [("changed", "4.2")]),
        (f'{QUOTING}\nDelete "forty-one hours".', [("added", None), ("changed", "2.2"), ("changed", "3.2")]),
    ],
    ids=["placed", "other clause", "nowhere", "two places", "named", "one of three nowhere"],
)
def test_a_proposal_that_quotes_old_words_is_set_against_the_clauses_that_hold_them(
    text: str, worded: list[tuple[str, str | None]]
) -> None:
    changes, _silent = proposed_changes(of_file(BASE.encode(), "old.md"), of_file(text.encode(), "p.txt"), in_part=True)
    assert [(one["kind"], one["old"] and one["old"]["label"]) for one in changes] == worded


def test_the_quoted_words_are_changed_in_the_command_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.txt"
    old.write_text(BASE)
    new.write_text(QUOTING)
    made = _run(capsys, "compare_agreements", str(old), str(new))
    changed = [one for one in made if one["kind"] != "unchanged"]
    assert [one["old"]["label"] for one in changed] == ["2.2", "3.2"]
    assert next(text for sign, text in changed[0]["words"] if sign == "+").startswith("seven")
    with acting(system_actor()):
        found = _run(capsys, "proposal_impact", str(old), str(new))
    assert [bool(one["rights"]["lost"]) for one in found] == [True, True]


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    call_command(*arguments, "--json")
    return json.loads(capsys.readouterr().out)
