"""Three sets over twenty-four briefs: values that change places, a 'not' put in or left out, what was asked told as won."""

import functools

import pytest

from comms.checks import suite
from comms.checks.parts import Draft, Ground
from tests.comms.texts import (
    boilers_ferries_dues_and_locks,
    few,
    kilns_shuttles_and_seeds,
    lights_classes_surveys_and_boots,
    pickets_leave_books_and_bids,
    piers_marches_and_dental,
)

SETS = (
    boilers_ferries_dues_and_locks,
    lights_classes_surveys_and_boots,
    kilns_shuttles_and_seeds,
    pickets_leave_books_and_bids,
    piers_marches_and_dental,
)
# What no check sees: 'junior' for 'senior', two halves of a rule exchanged, a share told as nothing.
UNSEEN = {
    "DU1: all", "LU1: no dropped", "LU3: next day", "PA2: fund", "UN1: part", "UN3: form", "SE3: stop",
    "NI3: nadie", "LB1: swap", "LB3: no", "TE2: order", "TE3: all", "VA1: junior", "VA2: round", "A1: open",
    "B3: twice", "C1: gives", "C2: uniform", "D2: active", "LO1: order", "LO2: won", "SC1: childcare",
    "SU3: names", "NO2: no dropped", "SE2: no", "LB2: names",
}  # fmt: skip
# What a true text is rightly or harmlessly asked: a long text message, a time of its own, words of its own.
ASKED = {
    "LA3": {"sms_long"}, "LO2": {"fact_missing"}, "SC3": {"fact_differs", "beyond_brief"}, "SU2": {"sms_long"},
    "PA2": {"beyond_brief"}, "NO3": {"beyond_brief"}, "UN2": {"sms_long"}, "KI3": {"sms_long"}, "SH2": {"claim"},
    "CA3": {"sms_long"}, "C1": {"fact_missing"},
}  # fmt: skip
FAULTS = [case for texts in SETS for case in texts.F if case[0] not in UNSEEN]
TRUE = [case for texts in SETS for case in texts.TRUE]


@functools.cache
def asked_of_true(name: str) -> set[str]:
    return {f.key for true, ground, draft in TRUE if true == name for f in suite.check(draft, ground).open()}


@pytest.mark.parametrize(("what", "ground", "draft"), few(FAULTS), ids=[f[0] for f in FAULTS])
def test_one_thing_turned_is_caught(what: str, ground: Ground, draft: Draft) -> None:
    """Beyond what the true text is asked anyway."""
    name = what.partition(":")[0]
    asked_anyway = asked_of_true(name) if name in ASKED else set()
    assert [f for f in suite.check(draft, ground).open() if f.key not in asked_anyway], what


@pytest.mark.parametrize(("name", "ground", "draft"), few(TRUE), ids=[t[0] for t in TRUE])
def test_true_text_is_asked_nothing_else(name: str, ground: Ground, draft: Draft) -> None:
    assert {f.code for f in suite.check(draft, ground).open()} == ASKED.get(name, set())
