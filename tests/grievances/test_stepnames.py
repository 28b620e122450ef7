"""Names of steps in the reader's language; what the local wrote itself stays."""

import pytest
from django.utils import translation

from grievances import proposing, stepnames

OURS = [
    "Meet the board",
    "Step two of three",
    "Filing (urgent)",
    "Step 1: chat",
    "Arbitraje",
    "Arbitration: perhaps",
    "",
]
GIVEN = [
    "Step 1: filing",
    "Step 1: file",
    "Step 2: appeal",
    "Step 3: answer",
    "Filing (union)",
    "Answer (group)",
    "Arbitration",
    "Arbitration: invoke",
    "Choice of the arbitrator",
    "List of arbitrators",
    "Mediation",
    "Panel",
]


@pytest.mark.parametrize("title", [*OURS, *GIVEN])
def test_in_english_every_name_is_as_it_was_written(title):
    assert stepnames.step_name(title) == title


@pytest.mark.parametrize("title", GIVEN)
def test_a_given_name_is_put_together_of_words_a_translator_sees(title, monkeypatch):
    seen = []
    monkeypatch.setattr(stepnames, "_", lambda text: seen.append(text) or text)
    for words in ("DEEDS", "WHOLE", "KINDS"):
        monkeypatch.setattr(stepnames, words, {name: name.upper() for name in getattr(stepnames, words)})
    assert stepnames.step_name(title).partition(" ")[0] in (
        "Step",
        title.split(" ")[0].upper(),
        title.upper().split(" ")[0],
    )
    assert seen == ["Step %s"] * title.startswith("Step")


@pytest.mark.parametrize("title", OURS)
def test_what_the_local_wrote_stays(title):
    with translation.override("es"):
        assert stepnames.step_name(title) == title


def test_every_name_the_proposer_gives_is_known():
    named = {*proposing.TITLES.values()}
    assert named <= {*stepnames.WHOLE, *(word.capitalize() for word in stepnames.DEEDS)}
