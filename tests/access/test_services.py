"""The door: invitations once, no role for oneself, second persons who are others, off-boarding at once."""

import datetime

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.core.exceptions import ValidationError
from django.utils import timezone

from unionops.platform.access import queries, second, services
from unionops.platform.access.models import Invitation, User
from unionops.platform.access.roles import Role
from unionops.platform.audit.models import Event
from unionops.platform.core.problems import Problem

pytestmark = pytest.mark.django_db
WORDS = "tram walnut orbit ladle"


@pytest.fixture
def invited(officer):
    return services.invite(by=officer, email="New@Example.org", name="New Steward", role=Role.STEWARD)


def test_invitation_makes_one_account_with_its_role(invited):
    invitation, _ = invited
    user = services.accept_invitation(invitation, password=WORDS)
    assert (user.email, user.current_roles) == ("new@example.org", {"steward"})
    with pytest.raises(Problem, match="used or has run out"):
        services.accept_invitation(invitation, password=WORDS)


def test_invitation_keeps_no_token(invited):
    invitation, token = invited
    assert token not in str(vars(invitation))
    assert queries.invitation_by_token(token) == invitation
    assert queries.invitation_by_token(token + "x") is None


def test_invitation_runs_out(invited):
    invitation, token = invited
    Invitation.objects.update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    assert queries.invitation_by_token(token) is None
    with pytest.raises(Problem):
        services.accept_invitation(invitation, password=WORDS)


def test_a_second_invitation_closes_the_first(invited, officer):
    services.invite(by=officer, email="new@example.org", name="New", role=Role.STEWARD)
    assert queries.invitation_by_token(invited[1]) is None


def test_only_officers_invite_to_leading_roles(make_user):
    secretary = make_user(Role.MEMBERSHIP_SECRETARY)
    with pytest.raises(Problem, match="Only an officer"):
        services.invite(by=secretary, email="x@example.org", name="X", role=Role.OFFICER)


@pytest.mark.parametrize("password", ["short", "password1234", "Steward1Steward1", "aaaaaaaaaaaaaaaa"])
def test_weak_passwords_are_refused(password):
    with pytest.raises(ValidationError):
        services.make_account(email="a@example.org", name="A", password=password)


def test_nobody_gives_themselves_a_role(officer):
    with pytest.raises(Problem, match="themselves"):
        services.give_role(user=officer, role=Role.TREASURER, by=officer)


def test_off_boarding_ends_everything_at_once(make_user, officer, client, local):
    steward = make_user(Role.STEWARD)
    client.force_login(steward)
    UserSession.objects.create(
        user=steward, session_key=client.session.session_key, ip="127.0.0.1", user_agent="t", data={}
    )
    services.end_all_access(steward, by=officer, reason="left office")
    assert client.get("/").status_code == 302
    assert not User.objects.get(pk=steward.pk).is_active
    assert Event.objects.filter(action="ended all access of an account", reason="left office").exists()


@pytest.fixture
def asked(make_user):
    one, other = make_user(Role.OFFICER), make_user(Role.OFFICER)
    what = {"rows": 400, "digest": "abc"}
    row = second.ask(by=one, kind="export", capability="access.decide", subject="Export", what=what, reason="Mailing")
    return one, other, row, what


def test_second_person_approves_exactly_what_was_shown(asked):
    one, other, row, what = asked
    second.decide(row, by=other, yes=True)
    with pytest.raises(Problem, match="second person"):
        second.use(by=one, kind="export", what={**what, "rows": 401})
    assert second.use(by=one, kind="export", what=what) == row


def test_an_approval_is_spent_once(asked):
    one, other, row, what = asked
    second.decide(row, by=other, yes=True)
    second.use(by=one, kind="export", what=what)
    with pytest.raises(Problem):
        second.use(by=one, kind="export", what=what)


def test_nobody_approves_their_own_request(asked):
    one, _, row, _ = asked
    with pytest.raises(Problem, match="Another person"):
        second.decide(row, by=one, yes=True)


def test_a_person_without_the_office_does_not_decide(asked, make_user):
    with pytest.raises(Problem, match="office"):
        second.decide(asked[2], by=make_user(Role.STEWARD), yes=True)


def test_a_refused_request_opens_nothing(asked):
    one, other, row, what = asked
    second.decide(row, by=other, yes=False)
    with pytest.raises(Problem):
        second.use(by=one, kind="export", what=what)


def test_alone_in_office_the_deed_waits_a_day(officer):
    row = second.ask(
        by=officer, kind="export", capability="access.grant", subject="Export", what={"a": 1}, reason="Mailing"
    )
    with pytest.raises(Problem):
        second.use(by=officer, kind="export", what={"a": 1})
    type(row).objects.update(usable_after=timezone.now() - datetime.timedelta(seconds=1))
    assert second.use(by=officer, kind="export", what={"a": 1}) == row


def test_the_last_officer_cannot_be_lost(officer, make_user):
    term = officer.role_assignments.get()
    with pytest.raises(Problem, match="only officer"):
        services.end_term(term, by=officer)
    with pytest.raises(Problem, match="only officer"):
        services.end_all_access(officer, by=officer, reason="mistake")
    make_user(Role.OFFICER)
    services.end_term(term, by=officer)
    assert not officer.has_role(Role.OFFICER)


@time_machine.travel("2026-11-29 05:30:00+00:00", tick=False)
def test_a_zone_a_day_behind_takes_no_office_that_began_today(local, make_user):
    with timezone.override("America/New_York"):
        officer = make_user("officer")
        services.give_role(user=officer, role=Role.TECHNICAL_ADMIN, by=None)
        tomorrow = timezone.localdate() + datetime.timedelta(days=1)
        services.give_role(user=officer, role=Role.CHIEF_STEWARD, by=None, since=tomorrow)
        services.set_up_local(by=officer, time_zone="Pacific/Honolulu")
    with timezone.override("Pacific/Honolulu"):
        officer.forget_roles()
        assert officer.current_roles == {"officer", "technical_admin"}


def test_alone_in_office_everybody_hears_that_something_waits_but_not_what(
    officer, make_user, mailoutbox, django_capture_on_commit_callbacks
):
    others = {make_user("member").email, make_user("steward").email}
    make_user("member", is_active=False)
    asked = {"by": officer, "kind": "erase", "capability": "access.grant", "subject": "Erase Zed Quill", "reason": "x"}
    with django_capture_on_commit_callbacks(execute=True):
        second.ask(**asked, what={1: 1})
    assert {message.to[0] for message in mailoutbox} == others
    assert not any("Quill" in message.body + message.subject for message in mailoutbox)
    mailoutbox.clear()
    make_user("officer")
    with django_capture_on_commit_callbacks(execute=True):
        second.ask(**asked, what={1: 2})
    assert mailoutbox == []
