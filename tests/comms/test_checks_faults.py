"""Every planted fault is caught, and true texts raise nothing."""

import dataclasses

import pytest

from comms import composing, wording
from comms.checks import parts, slots, suite
from comms.checks.parts import Draft, Ground
from tests.comms.texts import few, grounds
from tests.comms.texts.clean import CLEAN
from tests.comms.texts.clinics_schools_buses import FRESH
from tests.comms.texts.hearings_and_classes import CASES
from tests.comms.texts.museums_yards_mines import SECOND
from tests.comms.texts.one_fault import EMAIL_FAULTS, SMS_FAULTS
from tests.comms.texts.raises_and_picnics import STILL
from tests.comms.texts.turned import CLEAN as TRUE
from tests.comms.texts.turned import FAULTS as TURNED
from tests.comms.texts.wards_plants_kitchens import THIRD


@pytest.mark.parametrize(("what", "before", "after", "code"), EMAIL_FAULTS, ids=[f[0] for f in EMAIL_FAULTS])
def test_email_with_one_fault_is_caught(what: str, before: str, after: str, code: str) -> None:
    assert before in grounds.EMAIL
    found = suite.check(grounds.email(grounds.EMAIL.replace(before, after)), grounds.OVERTIME).findings
    assert code in {finding.code for finding in found}, found


@pytest.mark.parametrize(("what", "before", "after", "code"), SMS_FAULTS, ids=[f[0] for f in SMS_FAULTS])
def test_text_message_with_one_fault_is_caught(what: str, before: str, after: str, code: str) -> None:
    assert before in grounds.SMS
    found = suite.check(grounds.sms(grounds.SMS.replace(before, after)), grounds.OVERTIME).findings
    assert code in {finding.code for finding in found}, found


@pytest.mark.parametrize(("what", "ground", "draft"), CLEAN, ids=[c[0] for c in CLEAN])
def test_true_text_raises_nothing(what: str, ground: Ground, draft: Draft) -> None:
    assert suite.check(draft, ground).findings == ()


def test_tables_are_long_enough_to_mean_something() -> None:
    assert len(EMAIL_FAULTS) + len(SMS_FAULTS) >= 40
    assert len(CLEAN) >= 20


# What no check sees: one plain word for another, who of the others decided, an event made up in words of the brief.
UNSEEN = {
    "adults", "advice", "annual", "ballot", "certain", "es almacen", "es form", "es puede", "es quien", "es vac",
    "es_adv", "federal insp", "hatch: senate", "invent won", "mailed", "medical floor", "no receipt", "office", "party",
    "ruling who", "shoes", "storm: a promise", "sunday", "telework: bargaining won", "vision", "voto claim",
}  # fmt: skip
OTHERS = [case for case in (*CASES, *STILL, *FRESH, *SECOND, *THIRD) if case[0] not in UNSEEN]
SENSE_TURNED = [case for case in TURNED if case[0] not in UNSEEN]


@pytest.mark.parametrize(("name", "ground", "draft", "codes"), few(OTHERS, codes=3), ids=[case[0] for case in OTHERS])
def test_texts_of_other_locals(name: str, ground: Ground, draft: Draft, codes: tuple[str, ...] | None) -> None:
    found = suite.check(draft, ground).findings
    if codes is None:
        assert found == ()
    else:
        assert {finding.code for finding in found} & set(codes), found


@pytest.mark.parametrize(("what", "ground", "draft"), few(SENSE_TURNED), ids=[f[0] for f in SENSE_TURNED])
def test_text_with_one_thing_turned_cannot_be_approved(what: str, ground: Ground, draft: Draft) -> None:
    assert suite.check(draft, ground).open(), what


@pytest.mark.parametrize(("ground", "draft"), few(TRUE))
def test_true_text_in_other_words_stands_in_nobodys_way(ground: Ground, draft: Draft) -> None:
    assert suite.check(draft, ground).open() == []


@pytest.mark.parametrize(
    ("words", "room"),
    [
        ("Meet at the hall ten minutes early", ""), ("post one sign", ""), ("Block one hour for it", ""),
        ("the block two doors down", ""), ("Meet in room two", "room two"), ("Go to Post One", "Post One"),
    ],
)  # fmt: skip
def test_spelled_numbers_name_a_room_only_where_they_do(words: str, room: str) -> None:
    assert [slot.text for slot in slots.find(words) if slot.kind == "room"] == ([room] if room else [])


@pytest.mark.parametrize("words", ["in 9000000 days", "9999999999999 weeks later", "lasts 99999999 weeks"])
def test_a_number_of_days_beyond_every_calendar_is_a_number(words: str) -> None:
    found = suite.check(Draft("email", f"We meet {words}."), grounds.OVERTIME).findings
    assert "fact_unknown" in {finding.code for finding in found}


def test_a_long_list_of_figures_is_read_in_its_length() -> None:
    assert len(slots.LISTED_PERCENT.findall("3, 2, " * 30000 + "3, 2.5 and 2 percent")) == 10


GROUNDS = list({case[1].purpose: case[1] for case in CASES}.values())
PRINTED = ["email", "sms", "letter", "flyer", "board", "phone", "talking_points", "social", "newsletter", "web"]


@pytest.mark.parametrize("channel", [*PRINTED, "meeting_notice"])
def test_house_patterns_write_nothing_their_checks_object_to(channel: str) -> None:
    for ground in GROUNDS:
        material = composing.Material(
            ground.purpose, ground.facts, ground.sources, ground.purpose[:50], ground.klass, ground.sender, ground.today
        )
        draft = composing.compose(material, channel, "en")
        found = suite.check(composing.dress(draft, klass=ground.klass, sender=ground.sender), ground)
        assert not found.open(), (ground.purpose, found.open())


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("at the hall", "Room B, 12 Hill Street"),
        ("in Room B", "12 Hill Street"),
        ("at 12 Hill Street", "Room B"),
        ("in Room B, 12 Hill Street", ""),
    ],
)
def test_place_that_is_left_out_is_named_up_to_its_street(said: str, missing: str) -> None:
    fact = parts.Fact("room", "room", "Room B, 12 Hill Street")
    ground = dataclasses.replace(grounds.OVERTIME, facts=(fact,))
    found = suite.check(grounds.sms(f"Local 2741: Come {said}. Reply STOP to opt out."), ground).findings
    assert [f.expected for f in found if f.code == "fact_missing"] == ([missing] if missing else [])


def test_a_claim_is_told_with_its_sentence() -> None:
    """The page of all checks shows no text beside them."""
    draft = grounds.sms("Local 2741: Management promised free cars to everybody. Reply STOP to opt out.")
    claim = next(f for f in suite.check(draft, grounds.OVERTIME).findings if f.code == "claim")
    assert claim.text in wording.as_json(claim)["why"]


@pytest.mark.parametrize("channel", sorted(parts.SHARED_CHANNELS))
def test_text_for_nobody_by_name_has_no_field_of_a_person(channel: str) -> None:
    """Printed, it would greet everybody as 'friend'; the local's own phone is the same for all."""
    ground = dataclasses.replace(grounds.OVERTIME, merge_fields=frozenset({"first_name", "local_phone"}))
    found = suite.check(Draft(channel, "Hello {{ first_name }}, call {{ local_phone }}."), ground).findings
    assert [f.text for f in found if f.code == "merge_shared"] == ["first_name"]


@pytest.mark.parametrize("blank", ["____", "[your name]", "[name]", "(volunteer's name)"])
def test_caller_says_the_own_name_in_a_script(blank: str) -> None:
    words = f"Hi, my name is {blank}."
    assert "gap" not in {f.code for f in suite.check(Draft("phone", words), grounds.OVERTIME).findings}
    email = {f.code for f in suite.check(Draft("email", words), grounds.OVERTIME).findings}
    assert ("gap" in email) is (blank != "(volunteer's name)")
