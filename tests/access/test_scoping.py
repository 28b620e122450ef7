"""What a scope leaves over: whatever it cannot tell apart, nobody sees."""

import pytest

from members.models import Person
from unionops.platform.access.actors import acting
from unionops.platform.access.models import BargainingUnit
from unionops.platform.access.roles import Role
from unionops.platform.access.scoping import own_q, steward_place, unit_q
from unionops.platform.access.services import give_stewardship
from unionops.platform.jobs.models import Job

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(unit, worksite, as_system):
    other = BargainingUnit.objects.create(employer=unit.employer, name="Other unit")
    return [
        Person.objects.create(last_name="Here", unit=unit, worksite=worksite, shift="days"),
        Person.objects.create(last_name="Night", unit=unit, worksite=worksite, shift="nights"),
        Person.objects.create(last_name="There", unit=other),
    ]


def names(condition) -> list[str]:
    return sorted(Person.objects.filter(condition).values_list("last_name", flat=True))


def test_one_s_own_is_nothing_where_a_table_knows_no_owner(unit, make_user):
    assert not BargainingUnit.objects.filter(own_q(BargainingUnit, make_user(Role.STEWARD))).exists()


def test_one_s_own_record_is_nobody_s_while_the_account_has_none(people, make_user):
    user = make_user(Role.MEMBER)
    assert names(own_q(Person, user)) == []
    user.person = people[0].public_id
    assert names(own_q(Person, user)) == ["Here"]


def test_one_s_own_jobs_are_those_one_started(make_user, as_system):
    mine, yours = make_user(Role.STEWARD), make_user(Role.STEWARD)
    for owner in (mine, yours):
        Job.objects.create(kind="x", title="x", owner=owner)
    assert [row.owner for row in Job.objects.filter(own_q(Job, mine))] == [mine]


def test_a_steward_of_no_place_has_no_unit(people, make_user):
    assert names(unit_q(Person, make_user(Role.STEWARD))) == []


def test_each_part_of_a_place_narrows_and_places_add_up(people, unit, worksite, make_user):
    steward = make_user(Role.STEWARD)
    give_stewardship(user=steward, by=None, unit=unit, worksite=worksite, shift="days")
    assert names(unit_q(Person, steward)) == ["Here"]
    give_stewardship(user=steward, by=None, unit=people[2].unit)
    assert names(unit_q(Person, steward)) == ["Here", "There"]


def test_a_place_matches_nothing_in_a_table_that_cannot_tell_places_apart(unit, as_system, make_user):
    Job.objects.create(kind="x", title="x", owner=make_user(Role.STEWARD))
    assert not Job.objects.filter(steward_place(Job, (unit.pk, None, ""))).exists()


def test_an_office_without_the_capability_sees_none_of_it(people, make_user):
    with acting(user := make_user(Role.TECHNICAL_ADMIN)):
        assert not Person.objects.visible_to(user, "members.view").exists()
    with acting(chief := make_user(Role.CHIEF_STEWARD)):
        assert Person.objects.visible_to(chief, "members.view").count() == 3
