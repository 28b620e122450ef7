"""The policy table: read strictly, answered by the widest role, nothing without a row."""

import datetime

import pytest
from django.utils import timezone

from unionops.platform.access import services
from unionops.platform.access.actors import ScopeMissing, acting, system_actor
from unionops.platform.access.policy import Policy, may
from unionops.platform.access.roles import Role
from unionops.platform.jobs.models import Job
from unionops.policy import POLICY

TABLE = Policy("""
            member steward officer
    a.see   own    unit    all
    a.do    .      unit    .
""")


class Person:
    is_authenticated, is_active, is_system = True, True, False

    def __init__(self, *roles):
        self.current_roles = frozenset(roles)


@pytest.mark.parametrize(
    ("roles", "capability", "scope"),
    [
        (("member",), "a.see", "own"),
        (("member", "steward"), "a.see", "unit"),
        (("steward", "officer"), "a.see", "all"),
        (("officer",), "a.do", None),
        ((), "a.see", None),
    ],
)
def test_scope_is_the_widest_of_the_roles(roles, capability, scope):
    assert TABLE.scope(Person(*roles), capability) == scope


@pytest.mark.parametrize(
    "table",
    ["member officer\na.see own", "member\na.see maybe", "member\na.see own\na.see all"],
)
def test_a_table_with_a_hole_is_refused(table):
    with pytest.raises(ValueError):
        Policy(table)


def test_an_unknown_capability_is_an_error():
    with pytest.raises(KeyError):
        TABLE.scope(Person("officer"), "a.fly")


def test_every_row_has_a_sentence_for_people():
    assert set(POLICY.meanings) == set(POLICY)
    assert len(set(map(str, POLICY.meanings.values()))) == len(POLICY)


def test_table_names_every_role():
    assert set(POLICY.roles) == set(Role)


@pytest.mark.django_db
def test_ending_a_term_ends_access_at_once(make_user, officer):
    steward = make_user("steward")
    assert may(steward, "contracts.ask")
    services.end_term(steward.role_assignments.get(), by=officer)
    steward.forget_roles()
    assert not may(steward, "contracts.ask")


@pytest.mark.django_db
@pytest.mark.parametrize(("offset", "current"), [(0, True), (1, True), (-1, False)])
def test_the_last_day_of_a_term_counts(make_user, offset, current):
    user = make_user()
    last = timezone.localdate() + datetime.timedelta(days=offset)
    services.give_role(user=user, role="steward", by=None, since=last - datetime.timedelta(days=30), until=last)
    assert user.has_role("steward") is current


@pytest.mark.django_db
def test_a_scoped_table_refuses_when_nobody_acts(local):
    with pytest.raises(ScopeMissing):
        Job.objects.count()
    with acting(system_actor()):
        assert Job.objects.count() == 0
