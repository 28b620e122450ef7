"""Around every page: headers, second factor, idle limit, actor."""

import errno
import json
import re
import time

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings as live
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from unionops.platform.access import limits
from unionops.platform.access.headers import csp
from unionops.platform.access.middleware import renew
from unionops.platform.access.roles import Role
from unionops.platform.access.services import end_sessions, make_account, renew_sessions
from unionops.platform.audit.models import Event
from unionops.platform.core import room
from unionops.platform.core.logs import Lines

pytestmark = pytest.mark.django_db
PAGE = "/who-may-do-what/"


def test_every_answer_carries_the_strict_headers(client, local):
    response = client.get("/accounts/login/")
    assert response.headers["Content-Security-Policy"] == csp()
    assert "unsafe" not in csp()
    assert {"no-store", "private"} <= set(response.headers["Cache-Control"].split(", "))
    assert "frame-ancestors 'none'" in csp()
    wanted = {"X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
    wanted |= {"Content-Type": "text/html; charset=utf-8", "Cross-Origin-Opener-Policy": "same-origin"}
    assert {name: response.headers.get(name) for name in wanted} == wanted


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


@pytest.mark.parametrize(("ticked", "told"), [({"shared_computer": "on"}, '"cache", "storage"'), ({}, '"cache"')])
def test_a_shared_computer_is_asked_for_at_sign_in_and_remembered(client, local, ticked, told):
    live.DEMO_MARK.touch()
    make_account(email="ada@example.org", name="Ada", password="correct horse battery staple 42")
    assert 'name="shared_computer"' in client.get("/accounts/login/").content.decode()
    said = {"login": "ada@example.org", "password": "correct horse battery staple 42", **ticked}
    assert client.post("/accounts/login/", said).status_code == 302
    session = client.session
    session["seen_at"] = int(time.time()) - live.SESSION_IDLE_SECONDS_PUBLIC - 1
    session.save()
    still_in = client.get(PAGE).status_code != 302
    assert still_in == (not ticked)
    client.post("/accounts/login/", said)
    assert client.post("/accounts/logout/").headers["Clear-Site-Data"] == told


def test_what_is_refused_is_noted_once(sign_in, make_user):
    steward = make_user(Role.STEWARD)
    page = sign_in(steward)
    assert [page.get("/accounts-and-roles/").status_code for _again in range(2)] == [403, 403]
    assert Event.objects.filter(actor=steward, action="was refused access:accounts").count() == 1


def test_a_fault_has_the_same_number_on_the_page_and_in_the_log(client, local, monkeypatch, caplog):
    client.raise_request_exception = False
    monkeypatch.setattr("unionops.platform.ui.views.render", lambda *_: 1 / 0)
    number = re.search(r"\b[0-9a-f]{8}\b", client.get("/help/").content.decode())[0]
    assert [json.loads(Lines().format(row))["incident"] for row in caplog.records if row.exc_info] == [number]


def test_two_requests_at_once_renew_a_session_once_and_none_stays_unlisted(officer):
    store = SessionStore()
    store["held"] = "draft"
    store.save()
    UserSession.objects.create(user=officer, session_key=store.session_key, ip="192.0.2.7", user_agent="x")
    renew_sessions(officer)
    first, second = SessionStore(store.session_key), SessionStore(store.session_key)
    both = (first, second)
    assert [session.pop("renew") for session in both] == [True, True]
    for session in both:
        renew(session)
    assert [row.session_key for row in Session.objects.all()] == [first.session_key]
    assert second["held"] == "draft" and not second.modified
    assert end_sessions(officer) == 1 and not Session.objects.exists()


def test_a_request_under_way_with_the_old_key_does_not_sign_the_browser_out(sign_in, officer, local):
    """Two tabs at once: the first answer brought the new key, the second was on its way with the old one."""
    browser, late = sign_in(officer), Client()
    name = live.SESSION_COOKIE_NAME
    late.cookies[name] = browser.session.session_key
    UserSession.objects.create(user=officer, session_key=browser.session.session_key, ip="192.0.2.7", user_agent="x")
    renew_sessions(officer)
    assert browser.get(PAGE).status_code == 200
    assert browser.cookies[name].value != late.cookies[name].value
    answer = late.get(PAGE)
    assert (answer.status_code, name in answer.cookies) == (302, False)
    browser.post("/accounts/logout/")
    assert browser.cookies[name].value == ""


@pytest.mark.parametrize("fault", [
    OperationalError("database or disk is full"), OSError(errno.ENOSPC, "No space left on device"),
])  # fmt: skip
def test_a_full_disk_is_told_as_one(sign_in, officer, local, monkeypatch, fault):
    client = sign_in(officer)
    client.raise_request_exception = False

    def full(*_args, **_more):
        raise fault

    monkeypatch.setattr("unionops.dashboards.views.searched", full)
    answer = client.get("/search/?q=boyle")
    assert answer.status_code == 503
    assert "The disk of this machine is full" in answer.content.decode()


def test_tries_that_find_no_room_to_be_counted_are_not_too_many(client, local, monkeypatch):
    monkeypatch.setattr(limits, "GUESSES", 0)
    assert client.get("/invitation/nobody-knows/").status_code == 429
    monkeypatch.setattr(room, "NOTHING", 1 << 60)
    answer = client.get("/invitation/nobody-knows/")
    assert answer.status_code == 503
    assert "The disk of this machine is full" in answer.content.decode()


def test_whoever_presses_a_button_while_signed_out_comes_back_to_its_page(client, local):
    there = reverse("grievances:hand-over")
    page = client.post(there, headers={"referer": "http://testserver/grievances/board/?step=2"})
    assert page["Location"] == f"{reverse('account_login')}?next=/grievances/board/%3Fstep%3D2"
    for elsewhere in ("", "https://evil.example/grievances/board/", "//evil.example/x"):
        page = client.post(there, headers={"referer": elsewhere})
        assert page["Location"] == f"{reverse('account_login')}?next=/"


def test_an_address_only_a_button_sends_to_says_so(make_user, sign_in):
    page = sign_in(make_user("chief_steward")).get(reverse("grievances:hand-over"))
    assert (page.status_code, page["Allow"]) == (405, "POST")
    assert "Nothing was changed." in page.content.decode()
