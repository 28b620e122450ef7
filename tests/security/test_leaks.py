"""Attempts to see, take or become what one may not: each finds a closed door."""

from __future__ import annotations

import pytest

from unionops.platform.access import queries as access
from unionops.platform.access import services as door
from unionops.platform.access.roles import OFFICER_LEVEL, Role
from unionops.platform.core.problems import Problem

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.MEMBER])
def test_a_secretary_invites_members_only(make_user, role):
    with pytest.raises(Problem):
        door.invite(by=make_user(Role.MEMBERSHIP_SECRETARY), email="x@example.org", name="X", role=role)


@pytest.mark.parametrize("role", sorted(OFFICER_LEVEL))
def test_no_invitation_goes_round_the_second_person(officer, sign_in, role):
    form = {"email": "x@example.org", "name": "X", "role": role}
    assert sign_in(officer).post("/accounts-and-roles/invite/", form).status_code == 422
    with pytest.raises(Problem):
        door.invite(by=officer, email="x@example.org", name="X", role=role)


def test_invitations_of_somebody_who_left_open_no_door(officer, make_user):
    leaving = make_user(Role.OFFICER)
    _invitation, token = door.invite(by=leaving, email="friend@example.org", name="Friend", role=Role.STEWARD)
    door.end_all_access(leaving, by=officer, reason="term over")
    assert access.invitation_by_token(token) is None
