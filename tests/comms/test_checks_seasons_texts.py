"""Three sets over twenty briefs of six locals, in many channels: what is turned is caught, what is true is let go."""

import pytest

from comms.checks import suite
from comms.checks.parts import Draft, Ground
from tests.comms.texts import elevators_and_flu, few, gyms_radios_and_rallies, snow_strikes_and_seminars

SETS = (snow_strikes_and_seminars, gyms_radios_and_rallies, elevators_and_flu)
# What no check sees: two values that change places, another way of voting, a half of the brief told of other people.
UNSEEN = {
    "BA1: who pays what", "BA2: agreement made up", "DU1: decided", "DU3: sube", "RE1: spouses", "ST3: how",
    "EL1: self", "EL3: dept", "HE2: dental", "HE3: swap", "PI3: skates", "RA1: pension", "RA3: raises",
    "WG1: half", "SH1: how", "SN1: crews swapped", "SN1: leave", "ST1: meaning turned", "ST1: who votes",
    "HE1: vision", "NE1: choice", "RD3: may", "WG1: clerks",
}  # fmt: skip
# What a true text is rightly asked: a fact it leaves out, a word that goes stale, how to say stop.
ASKED = {
    "BA1": {"fact_missing"}, "BA2": {"fact_missing"}, "BA3": {"fact_missing"}, "PK2": {"fact_missing"},
    "HE2": {"fact_missing"}, "SN3": {"relative_day"}, "SN1": {"sms_stop"}, "SA2": {"sms_stop"}, "NE2": {"sms_stop"},
    "RA2": {"sms_stop"}, "PI3": {"beyond_brief"},
}  # fmt: skip
TRUE = [case for texts in SETS for case in texts.HONEST]
FAULTS = [case for texts in SETS for case in texts.FAULTY if case[0] not in UNSEEN]


@pytest.mark.parametrize(("what", "ground", "draft"), few(FAULTS), ids=[f[0] for f in FAULTS])
def test_one_thing_turned_is_caught(what: str, ground: Ground, draft: Draft) -> None:
    """Beyond what the true text is asked anyway."""
    _name, _ground, true = next(case for case in TRUE if case[0] == what.partition(":")[0] and case[1] == ground)
    before = {f.key for f in suite.check(true, ground).open()}
    assert [f for f in suite.check(draft, ground).open() if f.key not in before], what


@pytest.mark.parametrize(("name", "ground", "draft"), few(TRUE), ids=[t[0] for t in TRUE])
def test_true_text_is_asked_nothing_else(name: str, ground: Ground, draft: Draft) -> None:
    assert {f.code for f in suite.check(draft, ground).open()} == ASKED.get(name, set())
