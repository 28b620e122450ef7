"""The docket: strikes in turn, dates as clocks, bills in cents, the award and what runs after it."""

import datetime

import pytest

from grievances.models import Arbitration, Arbitrator, Deadline
from grievances.queries import arbitration as queries
from grievances.services import arbitration, by_hand, clocks, steps
from tests.grievances.conftest import ago
from unionops.platform.access.actors import acting
from unionops.platform.core.problems import Problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def docket(case, steward):
    with acting(steward):
        steps.file_case(by=steward, case=case, act=steps.Act(on=ago(0)), warned=True, acknowledged_on=ago(0))
        row = arbitration.open_docket(by=steward, case=case)
        arbitration.add_names(by=steward, row=row, names=["Ada Field", "Bo Marsh", "Cy North"])
        yield row


def save(user, row, **values):
    version = Arbitration.objects.get(pk=row.pk).version
    return arbitration.save_docket(by=user, row=row, version=version, values=values)


def clock(row, title):
    return Deadline.objects.filter(origin="docket", title__startswith=title, state="running").first()


def test_the_sides_strike_in_turn_until_one_is_left(docket, steward, case):
    with pytest.raises(Problem, match="Nobody strikes"):
        arbitration.strike(by=steward, name=docket.panel.first())
    row = save(steward, docket, first_strike="management", first_why="coin toss")
    ada, bo, cy = queries.panel(steward, row)
    assert queries.turn(steward, row) == "management"
    arbitration.strike(by=steward, name=bo)
    assert queries.turn(steward, row) == "union"
    with pytest.raises(Problem, match="Striking has begun"):
        arbitration.remove_name(by=steward, name=ada)
    arbitration.strike(by=steward, name=ada)
    row.refresh_from_db()
    case.refresh_from_db()
    assert row.arbitrator == cy.arbitrator and case.arbitrator == "Cy North" and queries.turn(steward, row) is None
    arbitration.take_back_strike(by=steward, row=row)
    row.refresh_from_db()
    assert row.arbitrator is None and queries.turn(steward, row) == "union"


def test_a_name_is_known_again_however_it_is_written(docket, steward):
    arbitration.add_names(by=steward, row=docket, names=["ada  FIELD", "Dee South"])
    assert Arbitrator.objects.count() == 4 and docket.panel.count() == 4


def test_dates_of_the_docket_are_clocks_and_keep_their_history(docket, steward):
    day = ago(-60)
    row = save(steward, docket, hearing_on=day, exchange_on=day - datetime.timedelta(days=5))
    assert clock(row, "Arbitration hearing").due == day
    later = day + datetime.timedelta(days=30)
    save(steward, row, hearing_on=later)
    new = clock(row, "Arbitration hearing")
    assert new.due == later and new.replaces.due == day and new.replaces.state == "superseded"
    save(steward, row, exchange_on=None)
    assert clock(row, "Exchange exhibits") is None
    with pytest.raises(Problem, match="after the hearing"):
        save(steward, row, hearing_on=day, exchange_on=later)


@pytest.mark.parametrize(
    ("more", "due", "side"),
    [
        ({}, "2026-06-01", "ours"),
        ({"served_by_mail": True}, "2026-06-08", "ours"),
        ({"award": "sustained"}, "2026-06-01", "theirs"),
        ({"removal": True}, "2026-06-30", "ours"),
    ],
)
def test_an_award_starts_the_clock_after_it(docket, steward, more, due, side):
    """5 CFR 2425.2 with 2429.22: 30 days, five more by mail, rolled both times; the court in matters of 7121(f)."""
    row = save(steward, docket, hearing_on=ago(-9))
    values = {"award_on": datetime.date(2026, 5, 1), "award": "denied"} | more
    save(steward, row, **values)
    after = Deadline.objects.get(origin="docket", state="running")
    assert (after.due.isoformat(), after.side) == (due, side) and after.count and after.statute
    save(steward, row, award_on=None, award="")
    assert not Deadline.objects.filter(origin="docket", state="running").exclude(title="Arbitration hearing").exists()


def test_a_closed_case_keeps_the_clock_after_its_award(docket, steward, case):
    save(steward, docket, hearing_on=ago(-9), award_on=ago(2), award="denied")
    steps.close(by=steward, case=case, outcome="moot", reason="The award is in.")
    assert Deadline.objects.get(origin="docket", state="running").statute == "award_exceptions"


def test_an_award_without_its_day_is_refused(docket, steward):
    with pytest.raises(Problem, match="the day it was served"):
        save(steward, docket, award="denied", award_on=None)


@pytest.mark.parametrize(
    ("share", "award", "ours"),
    [("half", "", 60_001), ("loser", "", 120_001), ("loser", "sustained", 0), ("loser", "denied", 120_001),
     ("loser", "partial", 60_001), ("union", "", 120_001), ("management", "", 0)],
)  # fmt: skip
def test_our_part_of_a_bill(docket, steward, share, award, ours):
    cost = arbitration.add_cost(by=steward, row=docket, what="Fee", cents=120_001)
    save(steward, docket, cost_share=share, award=award, award_on=ago(0) if award else None)
    cost.refresh_from_db()
    assert cost.ours == ours


def test_exhibits_are_numbered_by_side(docket, steward):
    for side in ("U", "J", "U"):
        arbitration.add_exhibit(by=steward, row=docket, side=side, title="x")
    assert sorted(docket.exhibits.values_list("label", flat=True)) == ["J-1", "U-1", "U-2"]


def test_two_people_on_a_docket_lose_no_words(docket, steward):
    save(steward, docket, issue="Was the list skipped?")
    with pytest.raises(arbitration.DocketChanged):
        arbitration.save_docket(by=steward, row=docket, version=1, values={"issue": "Mine"})


def test_what_is_known_of_an_arbitrator_fills_with_the_years(docket, steward, other_steward, chief, case):
    arbitration.appoint(by=steward, row=docket, name="Ada Field")
    case.refresh_from_db()
    steps.close(by=steward, case=case, outcome="sustained", reason="Award.")
    ada = next(one for one in queries.arbitrators(steward) if one.arbitrator.name == "Ada Field")
    assert (len(ada.cases), ada.closed, ada.won, ada.listed) == (1, 1, 1, 1)
    with acting(other_steward):
        ada = next(one for one in queries.arbitrators(other_steward) if one.arbitrator.name == "Ada Field")
        assert (ada.cases, ada.listed) == ([], 0)


def test_a_date_taken_out_by_mistake_comes_back_as_a_clock(docket, steward):
    day = ago(-60)
    for value in (day, None, day):
        save(steward, docket, hearing_on=value)
    assert clock(docket, "Arbitration hearing").due == day
    for award_on in (ago(1), None, ago(1)):
        save(steward, docket, award_on=award_on, award="denied" if award_on else "")
    assert Deadline.objects.get(state="running", origin="docket").statute == "award_exceptions"
    save(steward, docket, award_on=None, award="")
    assert clock(docket, "Arbitration hearing").due == day


def test_an_award_corrected_to_denied_makes_its_clock_ours(docket, steward):
    save(steward, docket, award_on=ago(1), award="sustained")
    save(steward, docket, award_on=ago(1), award="denied")
    assert Deadline.objects.get(state="running", origin="docket").side == "ours"


def test_another_change_of_the_docket_keeps_an_agreed_extension_and_a_done_date(docket, steward):
    row = save(steward, docket, briefs_due=ago(-20), hearing_on=ago(-5))
    agreed = {"agreed_on": ago(0), "agreed_with": "Counsel"}
    clocks.extend(by=steward, deadline=clock(row, "Briefs"), new_due=ago(-30), **agreed)
    save(steward, row, hearing_place="Room 2")
    assert clock(row, "Briefs").due == ago(-30)
    by_hand.finish(by=steward, deadline=clock(row, "Briefs"), on=ago(0))
    save(steward, row, hearing_place="Room 3")
    assert clock(row, "Briefs") is None


def test_abeyance_does_not_stop_a_clock_of_the_law_and_reopening_brings_dates_back(docket, steward, case):
    save(steward, docket, hearing_on=ago(-9))
    hand = by_hand.set_by_hand(by=steward, matter=case.matter, case=case, title="Order", due=ago(-7), reason="A judge")
    steps.close(by=steward, case=case, outcome="moot", reason="No longer needed.")
    assert not case.deadlines.filter(origin__in=("docket", "hand"), state="running").exists()
    steps.reopen(by=steward, case=case, reason="It is.")
    hand.refresh_from_db()
    assert hand.state == "running" and clock(docket, "Arbitration hearing").due == ago(-9)
    save(steward, docket, award_on=ago(1), award="denied")
    clocks.pause(by=steward, case=case, start=ago(0), reason="Talks", agreed_with="HR")
    assert Deadline.objects.get(statute="award_exceptions").state == "running"


def test_the_clock_of_the_strikes_ends_with_the_last_one_and_runs_again_when_it_is_taken_back(docket, steward):
    row = save(steward, docket, first_strike="union", strikes_due=ago(-5))
    for name in queries.panel(steward, row)[:2]:
        assert clock(row, "Strike names") is not None
        arbitration.strike(by=steward, name=name)
    assert clock(row, "Strike names") is None
    arbitration.take_back_strike(by=steward, row=row)
    assert clock(row, "Strike names") is not None
