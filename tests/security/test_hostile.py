"""Addresses, methods and headers an honest browser never sends."""

import pytest
from allauth.usersessions.models import UserSession
from django.urls import reverse

from unionops.platform.access.roles import Role
from unionops.platform.access.services import end_term, give_role
from unionops.platform.audit.models import Event

pytestmark = pytest.mark.django_db
NUMBERS = ("²", "9" * 25, "9" * 5000, "-1", "1e9", "%00", "NaN", "٣")
PAGES = {
    "comms:list": "page", "audit:list": "before", "members:list": "after", "ai:runs": "page", "grievances:list": "page",
    "grievances:register": "page",
}  # fmt: skip


@pytest.mark.parametrize(("name", "field"), PAGES.items())
def test_no_number_in_an_address_breaks_a_page(sign_in, make_user, name: str, field: str):
    client = sign_in(make_user(Role.OFFICER))
    for number in NUMBERS:
        for value in (number, f"a~{number}"):
            assert client.get(f"{reverse(name)}?{field}={value}").status_code == 200, value


@pytest.mark.parametrize("name", [
    "account_login", "account_reset_password", "account_change_password", "account_reauthenticate", "account_email",
    "account_signup", "mfa_index", "mfa_activate_totp", "usersessions_list",
])  # fmt: skip
def test_account_pages_take_the_methods_of_a_browser_only(client, sign_in, make_user, name: str):
    for visitor in (client, sign_in(make_user(Role.OFFICER))):
        for method in ("PUT", "PATCH", "DELETE", "TRACE", "FOO"):
            assert visitor.generic(method, reverse(name)).status_code in {405, 302}, method
        assert visitor.put(reverse("account_login")).status_code == 405


def test_files_of_the_frame_carry_the_headers_too_and_are_for_this_site_only(client, local):
    answer = client.get("/static/app.css")
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_change_of_office_gives_every_session_a_new_key_and_loses_nothing(sign_in, make_user, as_system):
    steward = make_user(Role.STEWARD)
    here, there = sign_in(steward), sign_in(steward)
    for visitor in (here, there):
        UserSession.objects.create(
            user=steward, ip="127.0.0.1", user_agent="x", session_key=visitor.session.session_key
        )
        assert visitor.get("/").status_code == 200
    for change in (lambda: give_role(user=steward, role=Role.TREASURER, by=None), lambda: end_term(
        steward.role_assignments.get(role=Role.TREASURER), by=make_user(Role.OFFICER)
    )):  # fmt: skip
        before = {visitor.session.session_key for visitor in (here, there)}
        change()
        for visitor in (here, there):
            session = visitor.session
            session["kept"] = "words"
            session.save()
            assert visitor.get("/").status_code == 200
            assert visitor.session["kept"] == "words"
        now = {visitor.session.session_key for visitor in (here, there)}
        assert before.isdisjoint(now)
        assert now == set(UserSession.objects.filter(user=steward).values_list("session_key", flat=True))


def test_what_was_searched_is_on_the_trail_without_its_words(sign_in, make_user):
    user = make_user(Role.OFFICER)
    client = sign_in(user)
    for words in ("Zebedee Quill", "zebedee quill", "another"):
        client.get(reverse("dashboards:search"), {"q": words})
    events = Event.objects.filter(actor=user, action="searched")
    assert events.count() == 2
    for page, name in (("members:list", "q"), ("grievances:list", "words")):
        assert client.get(reverse(page), {name: f"{name} quill"}).status_code == 200
    assert events.count() == 4
    assert "quill" not in str([event.sealed() for event in events]).lower()
