"""Around every page: headers, second factor, idle limit, actor."""

import time

import pytest
from django.conf import settings as live

from unionops.platform.access.headers import csp
from unionops.platform.access.roles import Role

pytestmark = pytest.mark.django_db
PAGE = "/who-may-do-what/"


def test_every_answer_carries_the_strict_headers(client, local):
    response = client.get("/accounts/login/")
    assert response.headers["Content-Security-Policy"] == csp()
    assert "unsafe" not in csp()
    assert {"no-store", "private"} <= set(response.headers["Cache-Control"].split(", "))
    assert response.headers["X-Frame-Options"] == "DENY"


def test_content_roles_need_a_second_factor(client, make_user):
    live.DEMO_MARK.unlink(missing_ok=True)
    client.force_login(make_user(Role.STEWARD))
    response = client.get(PAGE)
    assert (response.status_code, response.url) == (302, "/accounts/2fa/")


def test_a_member_needs_none_for_the_own_record(client, make_user):
    live.DEMO_MARK.unlink(missing_ok=True)
    client.force_login(make_user(Role.MEMBER))
    assert client.get(PAGE).status_code == 200


def test_the_demo_mark_counts_on_loopback_only(client, make_user, settings):
    live.DEMO_MARK.touch()
    settings.LOOPBACK = False
    client.force_login(make_user(Role.STEWARD))
    assert client.get(PAGE).status_code == 302


def test_an_idle_session_ends(sign_in, make_user):
    client = sign_in(make_user(Role.STEWARD))
    assert client.get(PAGE).status_code == 200
    session = client.session
    session["seen_at"] = int(time.time()) - live.SESSION_IDLE_SECONDS - 1
    session.save()
    assert client.get(PAGE).status_code == 302


def test_a_session_ends_after_twelve_hours_whatever_is_done(sign_in, make_user):
    client = sign_in(make_user(Role.STEWARD))
    client.get(PAGE)
    session = client.session
    session["signed_in_at"] = int(time.time()) - live.SESSION_COOKIE_AGE - 1
    session.save()
    assert client.get(PAGE).status_code == 302


def test_sign_up_is_closed(client, local):
    assert b"password1" not in client.get("/accounts/signup/").content


def test_step_up_asks_again_who_you_are(client, make_user):
    live.DEMO_MARK.touch()
    client.force_login(make_user(Role.OFFICER))
    response = client.get("/audit/export/")
    assert response.status_code == 302
    assert "reauthenticate" in response.url


def test_step_up_lets_a_fresh_sign_in_pass(sign_in, make_user):
    response = sign_in(make_user(Role.OFFICER)).get("/audit/export/")
    assert response.status_code == 200
