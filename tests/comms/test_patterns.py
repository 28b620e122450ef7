"""What the built-in patterns say by themselves stands in nobody's way."""

from datetime import date

import pytest

from comms import composing, patterns
from comms.checks import suite
from comms.checks.parts import Fact, Ground

BRIEFS = {
    "heat": "The depot had no heating for nine days. Call your steward before you work in a room below 50 degrees.",
    "vote": "Do not sign the new schedule form. Nobody has to answer questions about it alone. Say no and ask for a steward.",
}
CHANNELS = ("phone", "talking_points")


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("name", BRIEFS)
def test_a_message_from_the_built_in_pattern_raises_nothing(channel: str, name: str) -> None:
    facts = (Fact("f1", "date", "Thursday, December 10, 2026"), Fact("f2", "phone", "302-555-0142"))
    about = composing.Material(BRIEFS[name], facts, (), title="Your rights", sender="Local 6120")
    draft = composing.compose(about, channel, "en")
    house = patterns.fixed_lines(patterns.pattern(channel, "en")[1])
    ground = Ground(
        date(2026, 11, 30), facts, purpose=f"Your rights\n{BRIEFS[name]}", sender="Local 6120",
        merge_fields=frozenset({"first_name", "full_name"}), house=house,
    )  # fmt: skip
    assert suite.check(draft, ground).open() == []


def test_a_line_of_the_house_that_names_a_day_is_held_against_the_brief() -> None:
    line = "We meet every Tuesday at 6 PM in Room 5."
    draft = composing.compose(composing.Material("Come to the meeting.", (), ()), "board", "en", ("", line))
    ground = Ground(date(2026, 11, 30), (Fact("f1", "room", "Room 9"),), purpose="Come.", house=frozenset({line}))
    assert "Room 5" in {finding.text for finding in suite.check(draft, ground).findings}


@pytest.mark.parametrize("channel", ["phone", "talking_points"])
def test_scripts_speak_spanish(channel: str) -> None:
    draft = composing.compose(
        composing.Material("Venga.", (Fact("d", "deadline", "December 18, 2026"),), ()), channel, "es"
    )
    assert {"phone": "anótelo", "talking_points": "No hable"}[channel] in draft.body
    assert "Fecha límite: viernes 18 de diciembre de 2026." in draft.body


@pytest.mark.parametrize(
    ("channel", "said"), [("letter", "Estimada/o {{ full_name }}:"), ("flyer", "fuera de horas de trabajo")]
)
def test_a_spanish_letter_greets_and_a_flyer_says_when_to_read_it(channel: str, said: str) -> None:
    facts = (Fact("f1", "date", "Thursday, December 10, 2026"), Fact("f2", "phone", "302-555-0142"))
    purpose = "Llame a su delegado antes de trabajar en un cuarto frío."
    draft = composing.compose(
        composing.Material(purpose, facts, (), title="Sus derechos", sender="Local 9"), channel, "es"
    )
    assert said in draft.body
    house = patterns.fixed_lines(patterns.pattern(channel, "es")[1])
    ground = Ground(
        date(2026, 11, 30), facts, purpose=f"Sus derechos\n{purpose}", sender="Local 9",
        merge_fields=frozenset({"full_name"}), house=house,
    )  # fmt: skip
    assert suite.check(draft, ground).open() == []
