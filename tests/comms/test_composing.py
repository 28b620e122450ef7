"""The patterns say what the brief says, on every channel."""

from dataclasses import replace

import pytest

from comms import composing, patterns
from comms.checks import sms, suite
from comms.checks.parts import Draft, Fact, Ground
from comms.models import Medium
from tests.comms.texts import clean
from tests.comms.texts.grounds import OVERTIME

GROUNDS = [OVERTIME, clean.MEETING, clean.LEAVE, clean.RALLY, clean.HATCH, clean.SURVEY]


def material(ground: Ground) -> composing.Material:
    return composing.Material(ground.purpose, ground.facts, ground.sources, klass=ground.klass, sender=ground.sender)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("channel", Medium.values)
def test_composed_text_passes_every_check(channel: str, language: str) -> None:
    for ground in GROUNDS:
        draft = composing.compose(material(ground), channel, language)
        draft = composing.dress(draft, klass=ground.klass, sender=ground.sender)
        known = replace(ground, merge_fields=frozenset({"first_name", "full_name"}))
        found = {f.code for f in suite.check(draft, known).findings if f.level != "advice"}
        assert found <= ({"not_translated"} if language == "es" else set())


def test_english_brief_in_a_spanish_version_waits_for_a_translator() -> None:
    draft = composing.compose(material(OVERTIME), "email", "es")
    found = [f for f in suite.check(draft, OVERTIME).findings if f.code == "not_translated"]
    assert any("night shift" in f.text for f in found)


@pytest.mark.parametrize(
    ("kind", "value", "spanish"),
    [
        ("date", "Tuesday, December 8, 2026", "martes 8 de diciembre de 2026"),
        ("date", "2026-12-08", "martes 8 de diciembre de 2026"),
        ("deadline", "Dec. 15", "15 de diciembre"),
        ("date", "Friday, January 8 at noon", "viernes 8 de enero al mediodía"),
        ("date", "December 8-10, 2026", "8 al 10 de diciembre de 2026"),
        ("time", "from 5:30 pm to 7 pm", "de 5:30 pm a 7 pm"),
        ("date", "martes 8 de diciembre", "martes 8 de diciembre"),
        ("date", "December 31 - January 2, 2027", "31 de diciembre - sábado 2 de enero de 2027"),
        ("date", "December 31 to 2 January", "31 de diciembre a 2 de enero"),
    ],
)
def test_days_of_an_english_brief_are_spanish_in_a_spanish_version(kind: str, value: str, spanish: str) -> None:
    assert composing.said(Fact("f1", kind, value), "es") == spanish


def test_text_message_stays_in_two_segments() -> None:
    for ground in GROUNDS:
        assert sms.size(composing.compose(material(ground), "sms", "en").body).segments <= 2


def test_line_whose_slot_is_empty_disappears() -> None:
    assert composing.fill("A\n\nWhen: {{ when }}\n\nB {{ first_name }}", {"when": ""}) == "A\n\nB {{ first_name }}"


@pytest.mark.parametrize(
    ("purpose", "said"),
    [
        ("Tell members that the office moves", "The office moves"),
        ("Invite all members to the picnic", "You are invited to the picnic"),
        ("Ask members to reply", "Please reply"),
        ("The office moves", "The office moves"),
    ],
)
def test_order_to_the_writer_is_not_printed(purpose: str, said: str) -> None:
    assert composing.for_members(purpose) == said


@pytest.mark.parametrize(
    ("kind", "value", "language", "said"),
    [
        ("date", "2026-12-01", "en", "Tuesday, December 1, 2026"),
        ("date", "2026-12-01", "es", "martes 1 de diciembre de 2026"),
        ("date", "1-Dec-2026", "en", "Tuesday, December 1, 2026"),
        ("date", "the first Monday", "en", "the first Monday"),
        ("time", "17:30", "en", "5:30 pm"),
        ("time", "00:15", "en", "12:15 am"),
        ("time", "5 pm", "en", "5 pm"),
    ],
)
def test_dates_and_times_are_written_as_people_write_them(kind: str, value: str, language: str, said: str) -> None:
    assert composing.said(Fact("f1", kind, value), language) == said


def test_every_channel_has_a_pattern() -> None:
    assert [c for c in Medium.values for language in ("en", "es") if not patterns.pattern(c, language)[1]] == []


@pytest.mark.parametrize("channel", sorted(set(Medium.values) - {"sms", "social"}))
def test_every_longer_text_says_what_must_be_said(channel: str) -> None:
    """Also where the brief has nothing but that, a day and a place."""
    said = "Members meet to hear about the new shift plan. Bring your questions."
    facts = (Fact("f1", "date", "Tuesday, December 8, 2026"), Fact("f2", "room", "Union Hall, Room 210"))
    brief = composing.Material(said, facts, (), klass="representational", sender="Local 12", title="Come Tuesday")
    assert "new shift plan" in composing.compose(brief, channel, "en").body


@pytest.mark.parametrize(
    ("purpose", "title"),
    [
        ("Overtime rosters are posted again.", "Overtime rosters are posted again"),
        (
            "Management plans to close the night desk at Harbor Annex on January 15, 2027. Tell us by Friday.",
            "Management plans to close the night desk at Harbor Annex…",
        ),
        (
            "No overtime will be assigned in the depot on weekends, except on the two Sundays of the inventory.",
            "No overtime will be assigned in the depot on weekends…",
        ),
    ],
)
def test_a_title_that_had_to_be_cut_says_so(purpose: str, title: str) -> None:
    assert composing.headline(purpose) == title


def test_a_text_message_says_the_first_sentence_whole_where_it_fits() -> None:
    purpose = "Management plans to close the night desk at Harbor Annex on January 15, 2027. Tell us what you think."
    told = composing.Material(purpose, facts=(), sources=(), sender="Local 1")
    body = composing.compose(told, "sms", "en").body
    assert body.startswith("Local 1: Management plans to close the night desk at Harbor Annex on January 15, 2027.")


def test_a_short_text_says_its_day_and_place_once_and_never_loses_them() -> None:
    facts = (Fact("day", "date", "2027-01-15"), Fact("site", "room", "Harbor Annex"))
    whole = "Management plans to close the night desk at Harbor Annex on January 15, 2027."
    much = f"Management plans to close the {'very ' * 30}quiet night desk at Harbor Annex on January 15, 2027."
    for purpose in (whole, much):
        told = composing.Material(purpose, facts=facts, sources=(), sender="Local 1")
        body = composing.compose(told, "sms", "en").body
        assert (body.count("January 15, 2027"), body.count("Harbor Annex")) == (1, 1)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("the list was not called", "The list was not called."),
        ("iPads are back", "iPads are back."),
        ("local88.example is new", "local88.example is new."),
        ("élection le 5 mai", "Élection le 5 mai."),
        ("Is it so?", "Is it so?"),
    ],
)
def test_what_happened_stands_as_a_sentence(said: str, sentence: str) -> None:
    fact = Fact("what", "event", said)
    brief = composing.Material("We meet.", facts=(fact,), sources=())
    assert sentence in composing.compose(brief, "email", "en").body


def test_a_flyer_does_not_begin_its_first_sentence_twice() -> None:
    purpose = "Management plans to close the night desk at Harbor Annex on January 15, 2027. Tell us what you think."
    body = composing.compose(composing.Material(purpose, facts=(), sources=()), "flyer", "en").body
    assert body.startswith("Management plans to close the night desk at Harbor Annex on January 15, 2027.")


def test_a_title_stands_once_and_only_where_it_is_shown() -> None:
    words = "Coats for Harbor Point\n\nBring clean coats."
    for channel, subject in (("flyer", ""), ("board", ""), ("phone", ""), ("web", "Coats for Harbor Point")):
        draft = Draft(channel, words, "Coats for Harbor Point")
        assert composing.subject_of(draft) == subject, channel
    assert (
        composing.subject_of(Draft("flyer", "Bring clean coats.", "Coats for Harbor Point")) == "Coats for Harbor Point"
    )
