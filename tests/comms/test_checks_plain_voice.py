"""Seventy-five texts in plain union voice, each with one thing turned.

At first sight 25 of 30, 22 of 30 and 12 of 15 turned ones were caught; 12, 3 and 4 of the true ones were asked something.
"""

from dataclasses import replace

import pytest

from comms.checks import suite
from comms.checks.parts import Draft, Ground
from tests.comms.texts import clinics_dues_and_rallies, few, ice_credit_and_boards, laundry_locks_and_ladders

CASES = [*laundry_locks_and_ladders.CASES, *clinics_dues_and_rallies.CASES, *ice_credit_and_boards.CASES]
# What no check sees: who wants, who pays or who saw it in other words, a way both sides of which stand in the brief.
UNSEEN = {
    "locks board", "locks newsletter", "parking email", "survey email", "overtime social", "dues points",
    "cold points", "elect email", "library board", "pass sms",
}  # fmt: skip
# A way to reach somebody that a short text leaves out; a drive that nobody drives; a right the boss has not; a bare hour.
ASKED = {
    "laundry sms": {"fact_missing"}, "overtime social": {"fact_missing"}, "food email": {"beyond_brief"},
    "cards points": {"claim"}, "blood phone": {"fact_missing", "fact_unknown"},
}  # fmt: skip


@pytest.mark.parametrize(("name", "ground", "draft", "said", "turned"), few(CASES), ids=[case[0] for case in CASES])
def test_one_thing_turned_is_caught_and_the_true_text_is_not(
    name: str, ground: Ground, draft: Draft, said: str, turned: str
) -> None:
    asked = suite.check(draft, ground).open()
    assert {finding.code for finding in asked} == ASKED.get(name, set())
    known = {finding.key for finding in asked}
    assert said in draft.body
    found = suite.check(replace(draft, body=draft.body.replace(said, turned)), ground).open()
    assert bool([finding for finding in found if finding.key not in known]) is (name not in UNSEEN)
