"""Texts in free words over thirty-nine briefs: what is turned is caught, what is true is silent."""

import pytest

from comms.checks import likeness, suite
from comms.checks.parts import Draft, Ground
from tests.comms.texts import few, free_words, free_words_of_clinics, free_words_of_services, many_manners

# What no check sees yet: a turn within words the brief has, or across two languages.
UNSEEN = {
    "close moved", "invented lunch", "leave/start", "audience", "notice swapped", "phone to text", "shift/week",
    "ES anonymity turned", "pay turned", "rate invented", "ES negation dropped", "half/same", "ES threat",
    "invented closure", "consent dropped SC3", "2 premiums turned VO1", "2 retirees turned OP2",
    "3 tattoo turned GY1", "3 ES condition SI3", "who may vote widened", "raise spread over years",
    "invented signature", "paid turned", "invented threat", "zoom vote allowed", "before/after",
    "bill turned", "chamber", "ES who pays", "ES invented threat", "ES invented promise", "must join",
    "who pays", "no", "contractors", "payer", "office TE3", "audience PI1", "condition UN1", "negation SA1",
    "ES negation SA4", "home/work EL5", "anonymous turned SU2", "shift SU4", "ES who sees SU5",
    "invented consequence SU1", "who filed SC1", "2 must/may SN1", "2 only members VO1",
    "2 ES supervisor TR4", "2 who won BA1", "2 way of pay BA1", "2 title PK2", "2 recommend turned OP1",
    "3 who keeps LI1",
}  # fmt: skip
LEAVES_OUT = {"DUES4", "SHUT3", "POL3", "SET3", "SOL3", "ST2", "many PA2", "many TE2", "many EL3", "many SC2",
              "many SC4", "many VO3"}  # fmt: skip
FAULTS = [
    case
    for case in (*free_words.F, *free_words_of_services.F, *free_words_of_clinics.F, *many_manners.F)
    if case[0] not in UNSEEN
]
MANY = [(f"many {name}", *rest) for name, *rest in many_manners.TRUE]
ALL = [*free_words.TRUE, *free_words_of_services.TRUE, *free_words_of_clinics.TRUE, *MANY]
ASKED = {"CAP3", "many GY1", "many GY2"}  # paid time for donors is asked about
TRUE = [case for case in ALL if case[0] not in LEAVES_OUT | ASKED]


@pytest.mark.parametrize(("what", "ground", "draft"), few(FAULTS), ids=[f[0] for f in FAULTS])
def test_one_thing_turned_in_a_free_text_is_caught(what: str, ground: Ground, draft: Draft) -> None:
    assert suite.check(draft, ground).open(), what


@pytest.mark.parametrize(("what", "ground", "drafts"), free_words.PAIRS, ids=[p[0] for p in free_words.PAIRS])
def test_two_versions_that_differ_are_caught(what: str, ground: Ground, drafts: list[Draft]) -> None:
    found = [f for draft in drafts for f in suite.check(draft, ground).open()]
    assert [*found, *suite.disagreements(drafts, ground)], what


@pytest.mark.parametrize(("name", "ground", "draft"), few(TRUE), ids=[t[0] for t in TRUE])
def test_true_free_text_is_silent(name: str, ground: Ground, draft: Draft) -> None:
    assert suite.check(draft, ground).open() == [], name


@pytest.mark.parametrize("name", sorted(LEAVES_OUT))
def test_a_fact_that_is_left_out_is_all_that_is_said_of_a_true_text(name: str) -> None:
    ground, draft = next((g, d) for n, g, d in ALL if n == name)
    assert {f.code for f in suite.check(draft, ground).open()} == {"fact_missing"}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("aid", "help", True), ("came", "come", True), ("repair", "fix", True), ("purchased", "buy", True),
        ("cash", "coffee", False), ("desk", "bus", False), ("zzz", "help", False),
    ],
)  # fmt: skip
def test_likeness_of_words(one: str, other: str, alike: bool) -> None:
    assert likeness.is_like(one, likeness.near(other)) is alike
