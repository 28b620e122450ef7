"""Three sets of texts written before the checks were looked at: what is turned is caught, what is true is at most asked about."""

import dataclasses

import pytest

from comms.checks import suite
from comms.checks.parts import Draft, Ground, Level
from tests.comms.texts import badges_noise_and_bylaws, few, furnace_pensions_and_parties, leave_lead_and_dues

# What no check sees: a like deed of the other side, two values of the brief exchanged, 'it does' for 'it does not'.
UNSEEN = {
    "PE1: default plan", "TE1: exempt turned", "TE2: won", "SI1: who decided", "SI2: turned", "BY2: swapped",
    "LV1: negated", "WA1: group widened", "RA1: health negation dropped", "SC3: promise", "PE3: duty dropped",
    "PA1: rsvp", "CO3: doer", "CV1: only", "TR3: audience", "HO3: quién",
}  # fmt: skip
SETS = (leave_lead_and_dues, furnace_pensions_and_parties, badges_noise_and_bylaws)
FAULTS = [case for texts in SETS for case in texts.F if case[0] not in UNSEEN]
TRUE = [case for texts in SETS for case in texts.TRUE]
ASKED = {"WA3", "DU1", "RI2", "HE2", "PA2", "CU3"}  # a fact is left out, and that is all that is said


@pytest.mark.parametrize(
    ("what", "ground", "draft"), few(FAULTS, names=frozenset({"RI1: anchor moved"})), ids=[f[0] for f in FAULTS]
)
def test_one_thing_turned_is_caught(what: str, ground: Ground, draft: Draft) -> None:
    assert suite.check(draft, ground).open(), what


@pytest.mark.parametrize(("name", "ground", "draft"), few(TRUE), ids=[t[0] for t in TRUE])
def test_true_text_is_at_most_asked_for_what_it_leaves_out(name: str, ground: Ground, draft: Draft) -> None:
    said = {f.code for f in suite.check(draft, ground).open()}
    assert said == ({"fact_missing"} if name in ASKED else set())


def test_words_of_color_are_told_once_and_stop_nobody() -> None:
    """One finding for a whole text, whatever number of its sentences has such a word."""
    _name, ground, draft = next(case for case in TRUE if case[0] == "SC1")
    body = f"{draft.body}\n\nSunshine helps. Nostalgia aside, we look ahead. What a breeze."
    found = [f for f in suite.check(dataclasses.replace(draft, body=body), ground).findings if f.code == "beyond_brief"]
    assert [f.level for f in found] == [Level.ADVICE]
