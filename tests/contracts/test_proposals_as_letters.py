"""Proposals that are no agreement: letters, e-mails, lists and tables that name the clauses they are about."""

from __future__ import annotations

import pytest

from contracts.services.comparing import of_file, proposed_changes

BASE = """
ARTICLE 7 - HOURS OF WORK

Section 7.1. Work Day. The regular work day is eight (8) hours.

Section 7.2. Breaks. Each employee receives two paid breaks of fifteen (15) minutes.

Section 7.3. Posting. Schedules shall be posted fourteen (14) days in advance.

ARTICLE 8 - OVERTIME

Section 8.1. Rate. Overtime is paid at one and one-half times the regular rate.

Section 8.2. Order of Offers. Overtime shall first be offered to the senior volunteer.
a. An employee who refuses is not disciplined.
b. The roster shall be posted weekly.

Section 8.3. Call-Back. An employee who is called back shall be paid at least four (4) hours.

Section 8.4. Limits. No employee shall be required to work more than twelve (12) hours in a day.

ARTICLE 9 - VACATION

Section 9.1. Accrual. Employees accrue ten (10) hours of vacation each month.

Section 9.2. Carry Over. Employees may carry over 240 hours of vacation.
"""
LETTERS = {
    "lines, instructions and a new article": (
        """Management proposal 3, 12 December

Article 8, Section 2. Order of Offers
Overtime may first be offered to the volunteer the supervisor considers best suited.

Delete Section 8.4.

Article 9, Section 2: replace "240 hours" with "80 hours".

New Article 29 - Automation
The Agency may introduce automated systems without notice to the Union.
""",
        {"changed 8.2", "removed 8.4", "changed 9.2", "added 29"},
    ),
    "an e-mail": (
        """Hi Dana,

As discussed, here is what we are looking for in this round:

> 8.3 - Call-Back: An employee who is called back shall be paid at least two (2) hours.
> 9.2 - Carry Over: Employees may carry over 80 hours of vacation.

Everything else in Articles 8 and 9 stays as is.

Thanks,
Morgan
""",
        {"changed 8.3", "changed 9.2"},
    ),
    "a table pasted with tabs": (
        "Article/Section\tCurrent\tCounty Proposal\tReason\n"
        "7.3 Posting\tSchedules shall be posted fourteen (14) days in advance.\tSchedules shall be posted three (3) days in "
        "advance.\tFlexibility\n"
        "8.4 Limits\tNo employee shall be required to work more than twelve (12) hours in a day.\tDelete\tStaffing\n",
        {"changed 7.3", "removed 8.4"},
    ),
    "current and proposed words": (
        """Section 8.3 Call-Back
Current: An employee who is called back shall be paid at least four (4) hours.
Proposed: An employee who is called back shall be paid at least two (2) hours.
""",
        {"changed 8.3"},
    ),
    "exchanges that quote nothing": (
        """- Section 7.3: change fourteen (14) days to seven (7) days
- Section 8.3: Reduce the minimum from four (4) hours to two (2) hours.
- In Article 9, Section 2, delete the number 240 and substitute 120.
""",
        {"changed 7.3", "changed 8.3", "changed 9.2"},
    ),
    "titles without numbers": (
        """Call-Back. An employee who is called back shall be paid at least two (2) hours.

Carry Over. Employees may carry over 80 hours of vacation.
""",
        {"changed 8.3", "changed 9.2"},
    ),
    "titles of sections below an article": (
        """Article 8 - Overtime
Call-Back
An employee who is called back shall be paid at least three (3) hours.
Limits
No employee shall be required to work more than ten (10) hours in a day.
""",
        {"changed 8.3", "changed 8.4"},
    ),
    "points of a section": (
        """Section 8.2(a): An employee who refuses three times is removed from the roster.
Section 8.2(b) - delete
""",
        {"changed 8.2(a)", "removed 8.2(b)"},
    ),
    "sentences about sections": (
        """We propose that Section 9.2 be amended to read as follows:

"Employees may carry over 40 hours of vacation."

We further propose that Section 8.4 be deleted.

Section 7.2 Breaks: no change.
""",
        {"changed 9.2", "removed 8.4"},
    ),
    "sections that are called articles": (
        """Article 7.3 Posting
Schedules shall be posted ten (10) days in advance.

Article 9.2 Carry Over
Employees may carry over 120 hours of vacation.

All other provisions of the agreement remain unchanged.
""",
        {"changed 7.3", "changed 9.2"},
    ),
    "titles in brackets, arrows, and words to replace": (
        """Section 8.3 (Call-Back): An employee who is called back shall be paid at least three (3) hours.
7.3 Posting: fourteen (14) days -> seven (7) days
8.4 Limits - strike in its entirety and replace with: Employees may be required to work as needed.
9.2 Carry Over - strike "240", replace with "160".
""",
        {"changed 8.3", "changed 7.3", "changed 8.4", "changed 9.2"},
    ),
    "words struck through": (
        "Section 9.2. Carry Over. Employees may carry over ~~240~~ **160** hours of vacation.\n",
        {"changed 9.2"},
    ),
    "what cannot be placed stays in sight": (
        """Management proposes to modify Section 7.2 so that each employee receives one paid break.
Management proposes to eliminate Section 8.4 (Limits).
""",
        {"added ", "removed 8.4"},
    ),
}


def changes(proposal: str) -> dict[str, str]:
    """Kind and label of each change, and the words it would make."""
    found, _silent = proposed_changes(
        of_file(BASE.encode(), "old.txt"), of_file(proposal.encode(), "proposal.txt"), in_part=True
    )
    return {
        f"{one['kind']} {(one['old'] or one['new'])['label']}": "".join(
            text for sign, text in one["words"] if sign != "-"
        )
        for one in found
    }


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_read_by_the_clauses_it_names(name: str) -> None:
    text, wanted = LETTERS[name]
    assert set(changes(text)) == wanted


def test_the_new_words_are_those_of_the_letter_without_its_asides() -> None:
    mail = changes(LETTERS["an e-mail"][0])
    assert mail["changed 9.2"] == "Section 9.2. Carry Over. Employees may carry over 80 hours of vacation."
    table = changes(LETTERS["a table pasted with tabs"][0])
    assert table["changed 7.3"].endswith("posted three (3) days in advance.")
    both = changes(LETTERS["current and proposed words"][0])
    assert both["changed 8.3"].endswith("paid at least two (2) hours.")
    assert "four" not in both["changed 8.3"]
    lines = changes(LETTERS["lines, instructions and a new article"][0])
    assert lines["added 29"].startswith("Automation. The Agency may introduce")
    unplaced = changes(LETTERS["what cannot be placed stays in sight"][0])
    assert unplaced["added "].startswith("Management proposes to modify Section 7.2")


def test_a_reference_at_a_line_start_names_no_clause() -> None:
    text = "We will speak about pay.\nSection 8.3 shall not be read to limit the County.\nThe County may act."
    assert set(changes(text)) == {"added Page 1"}
