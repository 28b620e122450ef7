"""Proposals as people write them: 'no change', 'NEW', 'amend to read', 'delete Section 3', 'reserved'."""

from __future__ import annotations

import pytest

from contracts.changes.impact import _sentences
from contracts.comparing.named import ADD, APPEND, DELETE, REWRITE, whole_clauses
from contracts.services.comparing import of_file, proposed_changes
from unionops.platform.core.wordings import word_changes

BASE = """
ARTICLE 2 HOLIDAYS

Section 1. List. Deputies shall receive twelve paid holidays.

Section 2. Pay. Work on a holiday is paid at double time.

Section 3. Floating. Each deputy receives two floating holidays.

ARTICLE 3 VACATION

Section 1. Accrual. Deputies accrue ten hours of vacation each month.

Section 2. Carry over. Deputies may carry over 320 hours of vacation.

ARTICLE 4 UNIFORMS

Section 1. Allowance. Each deputy shall receive $450 for uniforms.
"""


def kinds(proposal: str) -> list[tuple[str, str | None, str | None]]:
    changes, _silent = proposed_changes(
        of_file(BASE.encode(), "old.txt"), of_file(proposal.encode(), "new.txt"), in_part=True
    )
    return [(one["kind"], *((one[side] or {}).get("label") for side in ("old", "new"))) for one in changes]


def test_what_a_proposal_says_beside_its_words_is_no_change() -> None:
    text = """
COUNTY PROPOSAL 7 - May 12

ARTICLE 2 HOLIDAYS

Section 1. List. CCL

Section 2. Pay. Amend to read: "Work on a holiday is paid at straight time."

Section 3. Floating. RESERVED

Section 4. NEW. The County may cancel any holiday.

ARTICLE 3 VACATION

No change.
"""
    assert kinds(text) == [("changed", "2.2", "2.2"), ("removed", "2.3", "2.3"), ("added", None, "2.4")]


def test_instructions_about_whole_clauses_are_carried_out() -> None:
    text = """
The County proposes as follows.

1. Amend Article 2, Section 2 to read: "Work on a holiday is paid at straight time."

2. Delete Section 3 of Article 2 in its entirety.

3. Add a new Section 3 to Article 3: "The County may schedule vacation."

4. Add "Requests are granted as staffing permits." to the end of Article 3, Section 2.

5. Article 4 is hereby deleted.
"""
    assert sorted(kinds(text), key=str) == sorted(
        [
            ("changed", "2.2", "2.2"),
            ("removed", "2.3", None),
            ("changed", "3.2", "3.2"),
            ("added", None, "3.3"),
            ("removed", "4", None),
            ("removed", "4.1", None),
        ],
        key=str,
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Article 7, Section 4 is hereby amended to read as follows:\nBids close.\nSection 5 is deleted.",
         [(REWRITE, "7.4", "Bids close."), (DELETE, "7.5", "")]),
        ("Replace Section 6(b) of Article 9 with the following: “Bids close at noon.”", [(REWRITE, "9.6.b", "Bids close at noon.")]),
        ("Add to Article 12 a new Section 9: Parking is free.", [(ADD, "12.9", "Parking is free.")]),
        ("Insert a new Article 31, entitled \"Drones\", to read as follows: \"The City may use drones.\"",
         [(ADD, "31", "The City may use drones.")]),
        ("Add the following sentence to the end of Article 3, Section 2: \"No pay.\"", [(APPEND, "3.2", "No pay.")]),
        ("Section 8.3 shall read: \"Eight hours.\"", [(REWRITE, "8.3", "Eight hours.")]),
        ("Sustituir la Sección 2 del Artículo 3 por: \"El patrono podrá.\"", [(REWRITE, "3.2", "El patrono podrá.")]),
        ("Eliminar el Artículo 9.", [(DELETE, "9", "")]),
        ("Amend Article 4, Section 1 by striking \"ten\" and inserting \"nine\".", []),
        ("Delete the words \"at least\" from Article 5, Section 1.", []),
        ("Disputes go to Article 5, Section 2, as amended.", []),
    ],
)  # fmt: skip
def test_the_named_clause_and_its_new_words(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(one.kind, one.label, one.words) for one in whole_clauses(text)] == found


def test_reworded_figures_and_insertions_keep_their_whole_old_sentence() -> None:
    """An inserted 'not' takes no word away, yet the old sentence is what is lost."""
    old, new = (
        "Section 1. Pay. Deputies are entitled to pay. They rest.",
        "Section 1. Pay. Deputies are not entitled to pay. They rest.",
    )
    clause = {"label": "1.1", "title": "Pay"}
    pair = {"kind": "changed", "old": clause, "new": clause, "words": word_changes(old, new)}
    assert _sentences(pair) == (["Deputies are entitled to pay."], ["Deputies are not entitled to pay."])


def test_a_section_of_no_article_is_the_one_of_its_title() -> None:
    assert kinds("Section 2. Carry over. Deputies may carry over 80 hours of vacation.") == [("changed", "3.2", "3.2")]


@pytest.mark.parametrize("name", ["Section {}.", "6.{}"])
def test_sections_that_a_proposal_leaps_to_stand_apart(name: str) -> None:
    one, six = name.format(1), name.format(6)
    text = (
        f"ARTICLE 6 OVERTIME\n\n{one} Order. Overtime is offered in turn.\n1. Calls. By phone.\n2. Notes. By hand.\n\n"
    )
    found = of_file(f"{text}{six} Call-back. An operator called back is paid two hours.".encode(), "new.txt")
    assert [c["label"] for c in found if c["level"] == "section"] == ["6.1", "6.6"]
    assert found[-1]["title"] == "Call-back" and found[-1]["body"] == "An operator called back is paid two hours."


def test_a_section_that_is_named_before_it_comes_begins_at_its_head() -> None:
    text = (
        "ARTICLE 8 HOURS\n\n8.2 Overtime. See 8.6 Call Back. of the old agreement. It stays.\n"
        "8.6 Call Back. An operator called back is paid two hours.\n"
    )
    found = {c["label"]: c["body"] for c in of_file(text.encode(), "new.txt")}
    assert found["8.2"] == "See 8.6 Call Back. of the old agreement. It stays."
    assert found["8.6"] == "An operator called back is paid two hours."
