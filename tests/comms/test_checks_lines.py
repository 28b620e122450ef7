"""What single lines are asked, and how often; how near two words are."""

import dataclasses
from datetime import date

import pytest

from comms.checks import claims, crossed, likeness, suite
from comms.checks.parts import Draft, Fact, Ground, Level
from tests.comms.texts.leave_lead_and_dues import TRUE as LEAVE
from tests.comms.texts.plows_toys_and_floats import TRUE


def test_a_fact_told_only_in_the_line_under_the_subject_is_missing() -> None:
    """Many mail programs show no such line."""
    _name, ground, draft = next(case for case in TRUE if case[0] == "1 AM1")
    bare = Draft("email", draft.body.replace("440-555-0123", ""), draft.subject, "Call 440-555-0123")
    assert "440-555-0123" in {f.expected for f in suite.check(bare, ground).open() if f.code == "fact_missing"}


def test_a_sentence_is_told_once() -> None:
    _name, ground, draft = next(case for case in TRUE if case[0] == "1 CA1")
    line = "Management promised and guaranteed that all drivers will get free buses forever."
    body = f"{draft.body}\n\n{line} {line}"
    found = [f for f in suite.check(Draft("email", body, draft.subject), ground).findings if f.code == "claim"]
    assert [f.text for f in found] == [line]


def test_each_thing_turned_in_a_sentence_is_asked_of_its_own() -> None:
    ground = Ground(date(2026, 11, 1), known=("At least 30 members must come. Ballots must arrive by December 4.",))
    draft = Draft("email", "At most 30 members must come, and ballots must arrive after December 4.")
    found = [f for f in suite.check(draft, ground).open() if f.code == "opposite"]
    assert {f.text for f in found} >= {"30", "December 4"}


TURNED = [
    ("Only members may vote on the contract.", "Everyone in the unit may vote on the contract.", "opposite"),
    ("Only full-time nurses get the bonus.", "Every nurse in the hospital gets the bonus.", "opposite"),
    ("Only crews in the warehouse get the bonus.", "All crews in the warehouse get the bonus.", ""),
    ("Dues doubled.", "Dues did not double.", "opposite"),
    ("Dues did not double.", "Dues doubled.", "opposite"),
    ("Dues went from $20 to $40.", "Dues doubled.", ""),
    ("Dues went from $20 to $30.", "Dues doubled.", "fact_unknown"),
    ("Workers will be paid for the training.", "Workers may be paid for the training.", "opposite"),
]


@pytest.mark.parametrize(("given", "told", "code"), TURNED, ids=[told for _given, told, _code in TURNED])
def test_a_line_turned_is_asked_and_a_true_one_is_not(given: str, told: str, code: str) -> None:
    found = suite.check(Draft("email", told, "Come"), Ground(date(2026, 11, 1), known=(given,))).open()
    assert {f.code for f in found} == ({code} if code else set())


def test_words_of_color_are_told_once_and_stop_nobody() -> None:
    """One finding for a whole text, whatever number of its sentences has such a word."""
    _name, ground, draft = next(case for case in LEAVE if case[0] == "SC1")
    body = f"{draft.body}\n\nSunshine helps. Nostalgia aside, we look ahead. What a breeze."
    found = [f for f in suite.check(dataclasses.replace(draft, body=body), ground).findings if f.code == "beyond_brief"]
    assert [f.level for f in found] == [Level.ADVICE]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("aid", "help", True), ("came", "come", True), ("repair", "fix", True), ("purchased", "buy", True),
        ("cash", "coffee", False), ("desk", "bus", False), ("zzz", "help", False),
    ],
)  # fmt: skip
def test_likeness_of_words(one: str, other: str, alike: bool) -> None:
    assert likeness.is_like(one, likeness.near(other)) is alike


SWAPPED = [
    ("The local pays the fee; you pay for the test.", "You pay the fee. The local pays for the test.", True),
    ("The local pays the fee; you pay for the test.", "The test is on you, and the local pays the fee.", False),
    ("Do not sign before you talk to a steward.", "Sign first and talk to a steward later.", True),
    ("Do not sign before you talk to a steward.", "Talk to a steward first, then sign.", False),
    (
        "Call Ann Bell, 202-555-0101, or Ray Cole, 202-555-0102.",
        "Ask Ray Cole, 202-555-0101, or Ann Bell, 202-555-0102.",
        True,
    ),
    (
        "Call Ann Bell, 202-555-0101, or Ray Cole, 202-555-0102.",
        "Ask Ray Cole, 202-555-0102, or Ann Bell, 202-555-0101.",
        False,
    ),
    (
        "Day crew uses Gate 2, night crew the back door.",
        "El turno de noche: Gate 2. El turno de día: the back door.",
        True,
    ),
]


@pytest.mark.parametrize(("given", "told", "swapped"), SWAPPED)
def test_what_is_said_of_two_is_told_of_the_other(given: str, told: str, *, swapped: bool) -> None:
    language = "es" if told.startswith("El ") else "en"
    found = list(crossed.check(Draft("email", told, language=language), Ground(date(2026, 11, 1), purpose=given)))
    assert bool(found) is swapped


def test_a_sentence_rests_on_no_value_but_its_own() -> None:
    ground = Ground(date(2026, 11, 1), facts=(Fact("day", "date", "Thursday, December 10, 2026"),))
    lines = claims.trace("Come on Thursday, December 17, 2026. Or on December 10.", ground)
    assert [line.ids for line in lines] == [(), ("day",)]


WALK = Ground(
    date(2026, 12, 1),
    facts=(
        Fact("walk_date", "date", "December 8, 2026"), Fact("walk_room", "room", "Room 3"),
        Fact("vote_date", "date", "December 15, 2026"), Fact("vote_room", "room", "Room 7"),
    ),
    known=("Working day\nMonday through Friday, without holidays.", "Hall\nWe meet in Room 12 of the hall."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("Walk in on December 8 in Room 3. Vote on December 15 in Room 7.", set()),
        ("In Room 7 we vote on December 15; before that we walk in: December 8, Room 3.", set()),
        ("Walk in on December 8 in Room 7. Vote on December 15 in Room 3.", {"mixed_up"}),
        ("December 8 and December 15, in Room 7 and Room 3.", {"mixed_up"}),
    ],
)
def test_of_two_occasions_neither_takes_the_others_room(body: str, codes: set[str]) -> None:
    assert {f.code for f in suite.check(Draft("email", body, "Walk in"), WALK).open()} == codes


def test_what_the_house_remembers_is_true_where_it_is_told_of_that_matter() -> None:
    draft = Draft("email", "Walk in on December 8 in Room 3, vote on December 15 in Room 7. {}")

    def found(line: str) -> set[str]:
        told = dataclasses.replace(draft, body=draft.body.format(line))
        return {f.text for f in suite.check(told, WALK).open() if f.code == "fact_differs"}

    assert found("We meet in Room 12 of the hall.") == set()
    assert found("You can walk in at Room 12.") == {"Room 12"}


def test_a_rise_goes_up_and_an_old_sum_is_not_the_new_one() -> None:
    ground = Ground(date(2026, 12, 1), facts=(Fact("old", "money", "$24"), Fact("new", "money", "$27")))
    for body, wrong in (("Dues rise from $24 to $27.", False), ("Dues rise from $27 to $24.", True),
                        ("Dues change from $27 to $24.", True)):  # fmt: skip
        found = suite.check(Draft("email", body), ground).findings
        assert any(f.code == "mixed_up" for f in found) is wrong, body


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("Arbitrator Ann Poole ruled. Your steward Tom Weir helps.", False),
        ("Arbitrator Tom Weir ruled. Your steward Ann Poole helps.", True),
        ("Ann Poole, our steward, helps.", True),
        ("Come and hear Ann Poole, steward Tom Weir and others.", False),
        ("Arbitrator: Ann Poole\nSteward: Tom Weir", False),
        ("Speakers:\nAnn Poole\nSteward Tom Weir", False),
    ],
)
def test_nobody_takes_the_role_of_another(body: str, wrong: bool) -> None:
    people = (Fact("arbitrator", "name", "Ann Poole"), Fact("f2", "name", "Tom Weir, steward"))
    found = suite.check(Draft("email", body), Ground(date(2026, 12, 1), facts=people)).findings
    assert any(f.code == "mixed_up" for f in found) is wrong


def test_words_behind_a_role_are_no_role() -> None:
    people = (Fact("f1", "name", "Ann Poole"), Fact("f2", "name", "Tom Weir, steward of the night shift"))
    draft = Draft("email", "First comes Tom Weir. Night is when Ann Poole, then Tom Weir, speak.")
    assert not [f for f in suite.check(draft, Ground(date(2026, 12, 1), facts=people)).findings if f.code == "mixed_up"]


def test_what_is_said_to_be_right_is_of_the_occasion_it_stands_with() -> None:
    facts = (*WALK.facts, Fact("rally_date", "date", "December 20, 2026"), Fact("rally_room", "room", "Room 9"))
    draft = Draft("email", "December 8 Room 3, December 15 Room 9, December 20 Room 7.")
    found = [f for f in suite.check(draft, dataclasses.replace(WALK, facts=facts)).open() if f.code == "mixed_up"]
    assert [(f.text, f.expected) for f in found] == [("Room 9", "Room 7")]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("The board raises dues from $27 to $24.", True),
        ("Instead of an increase, dues go from $30 to $25.", False),
        ("After the increase the premium goes from $90 to $60.", False),
        ("The cut to nurses moves the load from 4 to 6 patients.", False),
        ("In the fall the fee changes from $5 to $6.", False),
        ("The risk premium was from $5 to $4.", False),
        ("The plan cuts 10 to 20 jobs.", False),
        ("The plan cuts from 10 to 20 jobs.", False),
        ("Attendance dropped by 10 to 20 percent.", False),
        ("The fee was cut from $5 to $6.", True),
        ("La cuota sube de $27 a $24.", True),
    ],
)
def test_figures_go_with_the_nearest_word_of_change(body: str, wrong: bool) -> None:
    found = suite.check(Draft("email", body), Ground(date(2026, 12, 1), purpose=body)).findings
    assert any(f.code == "mixed_up" for f in found) is wrong


def test_a_phone_that_the_house_remembers_needs_no_word_beside_it() -> None:
    ground = Ground(date(2026, 12, 1), known=("Office\n415-555-0100",))
    draft = Draft("email", "Questions? Call 415-555-0100.")
    assert not [f for f in suite.check(draft, ground).open() if f.code == "fact_unknown"]


@pytest.mark.parametrize(
    ("given", "told", "wrong"),
    [
        ("The clinic is open during the repairs.", "The clinic is closed on January 22.", True),
        ("Nominations are open.", "Nominations close on January 22.", False),
    ],
)
def test_what_is_open_is_not_closed_on_a_day_of_something_else(given: str, told: str, wrong: bool) -> None:
    ground = Ground(date(2026, 12, 1), purpose=f"{given} The meeting is on January 22.")
    assert any(f.code == "opposite" for f in suite.check(Draft("email", told), ground).open()) is wrong


@pytest.mark.parametrize(
    ("given", "told", "wrong"),
    [
        (("Article 12", "Section 4"), "See Article 12, Section 4.", False),
        (("Article 12: Leave, Section 4",), "See Section 4 of Article 12.", False),
        (("Article 12 (Leave), Section 4",), "See Article 12, Section 4.", False),
        (("Article 12", "Section 4", "Article 13"), "See Article 12, Section 4, and Article 13.", False),
        (("Article 12", "Section 4", "Article 13"), "See Article 13, Section 4, and Article 12.", True),
        (("Case 19-ca-4471",), "Case 19-CA-4471 goes on.", False),
        (("Case 19-ca-4471",), "Case 19-CA-4417 goes on.", True),
        (("The budget of fiscal year 2026-27",), "The budget of FY2026-27.", False),
        (("The 401(k) plan",), "The 401-K plan.", False),
    ],
)
def test_a_place_or_number_may_be_written_otherwise(given: tuple[str, ...], told: str, wrong: bool) -> None:
    known = tuple(Fact(f"f{number}", "text", value) for number, value in enumerate(given))
    found = suite.check(Draft("email", told), Ground(date(2026, 12, 1), facts=known)).open()
    assert bool([f for f in found if f.code.startswith("fact_")]) is wrong


TWO_HOURS = (
    Fact("meeting_date", "date", "December 8, 2026"), Fact("meeting_time", "time", "5 pm"),
    Fact("vote_date", "date", "December 10, 2026"), Fact("vote_time", "time", "6 am"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("Vote December 10. Talk it over December 8 at 5 pm. The polls open at 6 am.", False),
        ("Vote December 10 at 5 pm. Talk it over December 8 at 6 am.", True),
        ("Talk it over on December 8 at 6 am and vote on December 10 at 5 pm.", True),
    ],
)
def test_an_hour_beside_its_own_day_is_of_that_day(body: str, wrong: bool) -> None:
    found = suite.check(Draft("email", body), Ground(date(2026, 12, 1), facts=TWO_HOURS)).open()
    assert any(f.code == "mixed_up" for f in found) is wrong


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("When they arrive the doors close on December 15. Sign up by December 9.", False),
        ("The survey shows when the strike ends on December 15. Sign up by December 9.", False),
        ("Nominations for the board are open and close on December 15.", True),
        ("Sign up. They close on December 15.", True),
    ],
)
def test_what_closes_on_the_day_of_the_meeting(body: str, wrong: bool) -> None:
    known = (Fact("deadline", "date", "December 9, 2026"), Fact("day", "date", "December 15, 2026"))
    found = suite.check(Draft("email", body), Ground(date(2026, 12, 1), facts=known)).findings
    assert any(f.code == "mixed_up" for f in found) is wrong


ENDS = (
    Fact("vote", "date", "Friday, December 11, 2026"),
    Fact("absentee", "deadline", "Friday, December 4, 2026"),
    Fact("close", "time", "7 pm"),
)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Voting ends on Friday, December 11, at 7 pm. Ask for an absentee ballot by Friday, December 4.", False),
        ("Voting ends on Friday, December 4, at 7 pm. Ask for an absentee ballot by Friday, December 11.", True),
    ],
)
def test_a_vote_may_end_on_its_own_day(line: str, asked: bool) -> None:
    ground = Ground(date(2026, 11, 29), facts=ENDS, purpose="Ask for an absentee ballot by December 4.")
    assert any(f.code == "mixed_up" for f in suite.check(Draft("board", line), ground).open()) is asked


def test_of_a_version_without_words_nothing_else_is_asked() -> None:
    ground = Ground(date(2026, 11, 29), facts=ENDS)
    assert [f.code for f in suite.check(Draft("email", " "), ground).findings] == ["empty"]


@pytest.mark.parametrize(("said", "asked"), [("para la comunidad", False), ("unit 4", True)])
def test_a_term_is_asked_for_where_it_is_a_word(said: str, asked: bool) -> None:
    ground = Ground(date(2026, 11, 29), terms=(("unit", ("unidad",)),), original=f"Hello community, {said}")
    assert any(f.code == "term" for f in suite.check(Draft("email", "Hola", language="es"), ground).findings) is asked


REACHED = Ground(
    date(2026, 11, 29),
    facts=(
        Fact("who", "name", "Nkechi Adeyemi, education director"),
        Fact("tel", "phone", "319-555-0177"),
        Fact("press_phone", "phone", "319-555-0188"),
    ),
    purpose="Training for new stewards.",
)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Nkechi Adeyemi, education director: 319-555-0177. Press: 319-555-0188.", set()),
        ("Nkechi Adeyemi can help: 319-555-0177. Press: 319-555-0188.", set()),
        ("Nkechi Adeyemi, our education chair: 319-555-0177. Press: 319-555-0188.", {"fact_differs"}),
        ("Nkechi Adeyemi: 319-555-0188. Press: 319-555-0177.", {"mixed_up"}),
    ],
)
def test_another_role_and_a_number_under_the_name_of_another_are_asked(line: str, found: set[str]) -> None:
    assert {f.code for f in suite.check(Draft("board", line), REACHED).open()} == found


@pytest.mark.parametrize(
    ("given", "told", "codes"),
    [
        ("Pay rises 4% on January 1 and 3% a year later.", "Pay rises 4% on January 1, and 3% a year later.", set()),
        ("The arbitrator sustained our grievance about denied breaks.", "We won our grievance about denied breaks.", set()),
        ("The arbitrator sustained our grievance about denied breaks.", "She dismissed our grievance about denied breaks.", {"opposite"}),
    ],
)  # fmt: skip
def test_what_a_line_counts_and_what_a_case_was_about(given: str, told: str, codes: set[str]) -> None:
    ground = Ground(date(2026, 11, 1), purpose=given)
    assert {f.code for f in suite.check(Draft("newsletter", told), ground).open()} == codes


@pytest.mark.parametrize(
    ("given", "told", "codes"),
    [
        ("Open house at the hall. Walk in any time.", "Walk in any time, no appointment needed.", set()),
        ("The picnic is for all. Food is on us.", "Food is on us, so no money is needed.", set()),
        ("Register for the class by phone. Food is free.", "Food is free. No registration is needed.", {"claim"}),
        ("We meet in the hall. Bring your badge.", "We meet in the hall. No badge is needed.", {"claim", "opposite"}),
        ("Do not park in lot C until it is paved. Park in lot D.", "Park in lot D.", set()),
        ("Do not sign the form before you talk to us.", "Sign the form today.", {"opposite"}),
    ],
)
def test_what_is_spared_and_what_waits(given: str, told: str, codes: set[str]) -> None:
    ground = Ground(date(2026, 11, 1), purpose=given)
    assert {f.code for f in suite.check(Draft("newsletter", told), ground).open()} == codes
