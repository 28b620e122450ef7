"""Times of day as armies and hospitals write them, and what opens and what closes on which day."""

import datetime

import pytest

from comms.checks import dates, facts, slots, suite, times
from comms.checks.parts import Draft, Fact, Ground


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("The meeting is on May 11 @ 1600.", [16 * 60]),
        ("Come to the hall at 1830 sharp.", [18 * 60 + 30]),
        ("The meeting runs from 1600 to 1800.", [16 * 60, 18 * 60]),
        ("We meet at 1600 Harbor Street.", []),
        ("In 2024 we were 1600.", []),
    ],
)
def test_four_figures_after_at_are_a_time_and_before_a_street_a_house(text, minutes):
    assert [min(found.minutes) for found in times.find(text)] == minutes


def test_a_value_belongs_to_the_act_told_before_it():
    ground = Ground(
        today=datetime.date(2026, 5, 1),
        purpose="Voting opens June 8 at 11 am and closes June 12 at 11 pm at the depot.",
        facts=(
            Fact("first", "date", "Monday, June 8, 2026"), Fact("opens", "time", "11:00 am"),
            Fact("last", "date", "Friday, June 12, 2026"), Fact("closes", "time", "11:00 pm"),
        ),
    )  # fmt: skip
    said = "Voting opens at 11:00 am on June 8 and closes at 11:00 pm on June 12 at the depot."

    def mixed(body: str) -> list[str]:
        return [found.code for found in suite.check(Draft("email", body), ground).open() if found.code == "mixed_up"]

    assert mixed(said) == []
    assert mixed(said.replace("June 8", "June 0").replace("June 12", "June 8").replace("June 0", "June 12"))


def test_thanks_tell_of_nothing_and_a_person_may_be_contacted_who_is_to_be_asked():
    ground = Ground(
        today=datetime.date(2026, 5, 1),
        purpose="We reached an agreement on lockers. Questions: ask Joan Rivera, steward.",
        facts=(Fact("who", "name", "Joan Rivera, steward"),),
    )
    body = "We reached an agreement on lockers. Questions? Contact Joan Rivera, steward.\n\nThank you for your continued support."
    assert [found.code for found in suite.check(Draft("email", body, "Lockers"), ground).open()] == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2026-02-30", "2026-02-30"),
        ("Friday, November 31, 2026 at 5 pm", "Friday, November 31, 2026"),
        ("Feb. 29, 2027", "Feb. 29, 2027"),
        ("el 31 de abril", "31 de abril"),
        ("2/30/2026", "2/30/2026"),
        ("31.12.2026", ""),
        ("31.02.2026 at 18.30", "31.02.2026"),
        ("31/04/2026", "31/04/2026"),
        ("2026/02/30", "2026/02/30"),
        ("June the 31st", "June the 31st"),
        ("28/02/2026, room 31.06", ""),
        ("31-Jun-2026", "31-Jun-2026"),
        ("Jun-31-26", "Jun-31-26"),
        ("30-Jun-2026", ""),
        ("February 29", ""),
        ("Dec 5, 2026 or 12/6/2026", ""),
        ("the first Tuesday of May", ""),
        ("30 de noviembre de 2026", ""),
        ("November 29-30", ""),
        ("every Monday in March", ""),
        ("Thursdays, 4/1 to 4/30", ""),
    ],
)
def test_a_day_that_no_year_has_is_told(written: str, told: str) -> None:
    assert dates.no_such_day(written) == told


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        ("deadline", "31-Jun-2026", "31-Jun-2026"),
        ("fecha límite", "31 de junio", "31 de junio"),
        ("text", "Ballots are mailed on November 31", "November 31"),
        ("text", "Shifts of 24/48 hours", ""),
        ("room", "Building 13/40", ""),
        ("quotation", "until February 30", ""),
        ("text", "AFSCME Council 31 April meeting", ""),
        ("text", "In February 30 members joined", ""),
        ("text", "The bus may 32 members fill", ""),
        ("text", "On 31 April we vote", "31 April"),
        ("text", "Deadline 31 June", "31 June"),
        ("text", "We march 32 blocks", ""),
        ("text", "Room 31-Jun-2026", "31-Jun-2026"),
        ("date", "Council 31 April", "31 April"),
    ],
)
def test_no_kind_of_fact_has_a_day_that_does_not_exist(kind: str, value: str, told: str) -> None:
    assert facts.no_such_day(kind, value) == told


@pytest.mark.parametrize(
    ("known", "said", "agree"),
    [
        ("Article 9.4", "Article 4.9", False),
        ("Article 9.4", "Article 9, Section 4", True),
        ("Article 22, Section 6", "Section 6 of Article 22", True),
        ("Article 22, Section 6", "Article 6, Section 22", False),
        ("Article 18.4(c)", "Section 4", True),
        ("Art. 22, Sec. 6", "Article 22", True),
        ("Case 19-CA-4471", "case 19-CA-4471", True),
        ("Case 19-CA-4471", "case 19-CA-4417", False),
        ("Article 7.2", "Article 7, Section 7.2", True),
        ("Article 7.2", "Article 7, Section 7.3", False),
        ("Article 12 (Leave)", "Article 12", True),
        ("30-JUN-2026", "June 30, 2026", True),
        ("30-JUN-2026", "July 30, 2026", False),
    ],
)
def test_a_clause_is_one_place(known: str, said: str, agree: bool) -> None:
    (mine,), (theirs,) = slots.find(said), slots.find(known)
    assert mine.agrees(theirs) is agree


@pytest.mark.parametrize(("said", "minutes"), [("10AM-3PM", {600, 900}), ("8:30AM-12PM", {510, 720})])
def test_hours_joined_in_capitals_are_no_number_of_a_case(said: str, minutes: set[int]) -> None:
    found = slots.find(said)
    assert {slot.kind for slot in found} == {"time"}
    assert set().union(*(slot.values for slot in found)) == minutes


@pytest.mark.parametrize(
    ("brief", "past"),
    [
        ("The potluck for all new families is on November 12 at the hall.", True),
        ("Members can pick up the gift cards on November 12 at noon.", True),
        ("An arbitrator heard the case of the bus drivers November 12.", False),
    ],
)
def test_a_brief_that_tells_of_a_past_day_as_of_today_is_asked(brief: str, past: bool) -> None:
    ground = Ground(datetime.date(2026, 12, 1), purpose=brief)
    found = suite.check(Draft("email", "Come to talk about November 12."), ground).findings
    assert any(f.code == "past_date" for f in found) is past


def test_the_second_of_two_days_is_of_its_own_month() -> None:
    assert [(day.month, day.day) for day in dates.find("30-Sep-2026 to 2-Oct-2026")] == [(9, 30), (10, 2)]
    assert [(day.month, day.day) for day in dates.find("September 28 to 30")] == [(9, 28), (9, 30)]
