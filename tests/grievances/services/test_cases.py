"""Opening and handing on cases: numbers, clocks, walls, and two people at once."""

import datetime
import uuid

import pytest

from grievances.models import Assignment, Conflict, Grievance, Matter, Status
from grievances.queries import cases as queries
from grievances.queries import people, work
from grievances.services import cases, drafts, electing, records
from tests.grievances.conftest import ago
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.audit.models import Event
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem


def test_opening_a_case_starts_the_filing_clock(case):
    clock = case.deadlines.get()
    assert (clock.title, clock.side, clock.anchor_event) == ("Step 1 filing", "ours", "knowledge")
    assert clock.count[-1]["date"] == clock.due.isoformat() and clock.count[-1]["n"] == 15
    assert not clock.is_confirmed
    assert clock.target < clock.due


def test_numbers_follow_the_scheme(case, steward):
    second = cases.open_case(by=steward, intake=cases.Intake(title="Another"))
    assert [case.number, second.number] == [f"G-{today().year}-001", f"G-{today().year}-002"]


def test_membership_is_noted_and_never_asked_for(case):
    assert case.matter.parties.get().standing == "nonmember"


def test_place_comes_from_the_grievant(case, unit, worksite):
    assert (case.matter.unit, case.matter.worksite, case.matter.shift) == (unit, worksite, "nights")


def test_a_case_without_dates_has_no_clock(steward, procedure):
    assert not cases.open_case(by=steward, intake=cases.Intake(title="Call back")).deadlines.exists()


def test_statutes_run_beside_the_contract(steward, procedure, unit):
    intake = cases.Intake(title="Letter", topic="discrimination", unit=unit, incident_on=ago(1))
    row = cases.open_case(by=steward, intake=intake).matter.deadlines.get(origin="statute")
    assert row.statute == "eeo_counselor" and row.is_confirmed


def test_a_formal_complaint_starts_the_wait_for_a_mixed_case_and_a_change_of_dates_keeps_it(steward, procedure, unit):
    intake = cases.Intake(title="Letter", topic="discrimination", unit=unit, incident_on=ago(40))
    matter = cases.open_case(by=steward, intake=intake).matter
    electing.elect_forum(by=steward, matter=matter, forum="eeo", elected_on=ago(10), by_act="Formal complaint")
    assert matter.deadlines.get(statute="mixed_case").due == ago(10 - 121)
    matter.refresh_from_db()
    cases.change_matter(by=steward, matter=matter, version=matter.version, values={"incident_on": ago(41)})
    assert matter.deadlines.get(statute="mixed_case").state == "running"


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ({"incident_on": ago(-2)}, "future_date"),
        ({"incident_on": ago(2), "knowledge_on": ago(5)}, "known_before"),
    ],
)
def test_impossible_dates_are_refused_in_words(steward, bound, dates, code):
    with pytest.raises(Problem) as raised:
        cases.open_case(by=steward, intake=cases.Intake(title="x", **dates))
    assert raised.value.code == code and raised.value.hint


def test_changed_dates_move_the_clock_and_keep_the_old_one(case, steward):
    old = case.deadlines.get()
    cases.change_matter(by=steward, matter=case.matter, version=1, values={"knowledge_on": ago(3)})
    new = case.deadlines.get(state="running")
    old.refresh_from_db()
    assert old.state == "superseded" and old.reason and new.replaces == old and new.due <= old.due


def test_the_second_of_two_writers_is_told_and_loses_nothing(case, steward, chief):
    cases.save_words(by=steward, case=case, version=1, values={"statement": "first"})
    with pytest.raises(cases.Changed) as raised:
        cases.save_words(by=chief, case=case, version=1, values={"statement": "second"})
    assert raised.value.row.statement == "first"
    assert Grievance.objects.get(pk=case.pk).version == 2


def test_assigning_moves_the_right_to_read(case, steward, other_steward, chief):
    assert queries.grievances(steward).count() == 1 and queries.grievances(other_steward).count() == 0
    cases.assign(by=chief, matter=case.matter, steward=other_steward)
    assert queries.grievances(steward).count() == 0 and queries.grievances(other_steward).count() == 1


def test_a_party_never_works_on_the_case_or_sees_it(case, other_steward, chief, grievant):
    other_steward.person = grievant.public_id
    other_steward.save()
    with pytest.raises(Problem, match="named in this case"):
        cases.assign(by=chief, matter=case.matter, steward=other_steward)
    chief.person = grievant.public_id
    assert queries.grievances(chief).count() == 0


def test_a_wall_holds_for_whoever_is_on_the_roster_too(case, chief, officer, bound):
    """An officer with an entry of their own on the roster, who is not named in the case."""
    officer.person = uuid.uuid4()
    officer.save()
    assert queries.grievances(officer).count() == 1
    cases.wall_off(by=chief, matter=case.matter, user=officer, reason="friend of the manager")
    assert queries.grievances(officer).count() == 0


def test_a_wall_and_a_restriction_hide_the_case_from_all_offices(case, chief, officer, steward):
    cases.wall_off(by=chief, matter=case.matter, user=officer, reason="friend of the manager")
    assert queries.grievances(officer).count() == 0 and queries.grievances(chief).count() == 1
    Conflict.objects.all().delete()
    cases.restrict(by=officer, matter=case.matter, readers=[])
    assert [queries.grievances(user).count() for user in (officer, chief, steward)] == [1, 0, 1]


def test_comms_chair_trustee_and_member_see_no_case(case, make_user):
    for role in ("comms_chair", "trustee", "member", "treasurer", "membership_secretary", "technical_admin"):
        assert queries.grievances(make_user(role)).count() == 0


def test_only_the_first_claim_counts(bound, procedure, unit, chief, steward, other_steward):
    case = cases.open_case(by=chief, intake=cases.Intake(title="x", unit=unit))
    assert list(queries.stubs(steward)) == [case] and queries.grievances(steward).count() == 0
    cases.claim(by=steward, case=case)
    with pytest.raises(Problem, match="already taken"):
        cases.claim(by=other_steward, case=case)
    assert not queries.stubs(other_steward).exists()


def test_stubs_stay_in_their_unit(bound, procedure, chief, make_user):
    cases.open_case(by=chief, intake=cases.Intake(title="x"))
    assert not queries.stubs(make_user("steward")).exists()


@pytest.mark.parametrize("why", ["walled off", "a party", "restricted"])
def test_an_intake_nobody_has_shows_no_stub_to_whom_it_concerns(bound, case, steward, grievant, why):
    """A steward of the very unit, who may claim any other intake there."""
    case.status = Status.INTAKE
    case.save(update_fields=["status"])
    Matter.objects.filter(pk=case.matter_id).update(steward=None)
    Assignment.objects.all().delete()
    assert list(queries.stubs(steward)) == [case]
    if why == "walled off":
        Conflict.objects.create(matter=case.matter, user=steward, reason="friend of the manager", by=steward)
    elif why == "a party":
        User.objects.filter(pk=steward.pk).update(person=grievant.public_id)
        steward.refresh_from_db()
    else:
        Matter.objects.filter(pk=case.matter_id).update(restricted=True)
    assert not queries.stubs(steward).exists()


def test_a_leaving_steward_hands_all_over_but_conflicts_stay(case, steward, other_steward, chief, grievant):
    second = cases.open_case(by=steward, intake=cases.Intake(title="y", grievants=()))
    other_steward.person = grievant.public_id
    other_steward.save()
    with acting(chief):
        moved, kept = cases.reassign_all(by=chief, cases=list(queries.mine(steward)), steward=other_steward)
    assert moved == 1 and kept == [case]
    second.matter.refresh_from_db()
    assert second.matter.steward == other_steward


def test_draft_becomes_a_case_and_is_gone(steward, procedure):
    draft = drafts.save_draft(by=steward, answers={"title": "half"})
    drafts.save_draft(by=steward, answers={"title": "whole"}, draft=draft)
    assert queries.drafts(steward).get().answers == {"title": "whole"}
    cases.open_case(by=steward, intake=cases.Intake(title="whole"), draft=draft)
    assert not queries.drafts(steward).exists()


def test_each_deed_leaves_an_event_without_names(case):
    actions = list(Event.objects.values_list("action", flat=True))
    assert "opened a case" in actions and "computed dates of a case" in actions
    assert "Rivera" not in str(list(Event.objects.values()))


def test_a_steward_opens_for_an_event_in_the_past_only(steward, procedure):
    case = cases.open_case(by=steward, intake=cases.Intake(title="x", incident_on=today(), knowledge_on=today()))
    assert case.deadlines.get().due > today() + datetime.timedelta(days=14)
    assert Matter.objects.get(grievances=case).steward == steward


def test_open_tasks_follow_the_case_and_those_of_who_still_reads_it_stay(case, steward, other_steward, chief, bound):
    hers = records.add_task(by=steward, matter=case.matter, text="Call payroll")
    done = records.add_task(by=steward, matter=case.matter, text="Ask for the roster")
    chiefs = records.add_task(by=chief, matter=case.matter, text="Read the draft", owner=chief)
    records.tick_task(by=steward, task=done)
    with acting(chief):
        cases.assign(by=chief, matter=case.matter, steward=other_steward)
    owners = {task.text: task.owner for task in case.matter.tasks.select_related("owner")}
    assert owners == {hers.text: other_steward, done.text: steward, chiefs.text: chief}
    assert list(work.tasks(other_steward, today())) == [hers] and not work.tasks(steward, today())
    with acting(chief):
        cases.wall_off(by=chief, matter=case.matter, user=other_steward, reason="cousin")
    hers.refresh_from_db()
    assert hers.owner == chief


def test_a_task_is_given_only_to_who_may_read_the_case(case, steward, other_steward, chief, bound):
    assert set(people.owners(steward, case)) == {steward, chief}
    cases.wall_off(by=chief, matter=case.matter, user=chief, reason="cousin")
    assert set(people.owners(steward, case)) == {steward}
