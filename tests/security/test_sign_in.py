"""The door: it tells nobody who has an account, leads nowhere else, and closes behind whoever leaves."""

from __future__ import annotations

import json
import logging
import re
import sys

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from tests.security.walk import addresses
from unionops.platform.access import limits
from unionops.platform.access.services import make_account
from unionops.platform.core.logs import Lines, Private

pytestmark = pytest.mark.django_db
WORDS = "correct horse battery staple 42"
KNOWN, UNKNOWN = "known@example.org", "stranger@example.org"
# One-click unsubscribing by mail programs carries a signed token instead (RFC 8058).
WITHOUT_TOKEN = {"comms:unsubscribe"}


@pytest.fixture
def account(local):
    return make_account(email=KNOWN, name="Known Person", password=WORDS)


def same(text, *addresses):
    for address in addresses:
        text = text.replace(address, "")
    return re.sub(r"\b[A-Za-z0-9]{64}\b", "", text)


@pytest.mark.parametrize(
    ("path", "more"), [("/accounts/login/", {"password": "wrong wrong wrong"}), ("/accounts/password/reset/", {})]
)
def test_a_known_address_looks_like_an_unknown_one(account, path, more):
    answers = []
    for address in (KNOWN, UNKNOWN):
        form = {"login": address, "email": address, **more}
        answer = Client().post(path, form, follow=True)
        answers.append((answer.status_code, same(answer.content.decode(), KNOWN, UNKNOWN)))
    assert answers[0][0] == answers[1][0]
    assert answers[0][1].split("\n") == answers[1][1].split("\n")


@pytest.mark.parametrize(
    "target", ["//evil.example/x", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_leads_nowhere_else(account, target):
    answer = Client().post("/accounts/login/", {"login": KNOWN, "password": WORDS, "next": target})
    assert answer.status_code == 302
    assert "evil" not in answer.headers["Location"] and "javascript" not in answer.headers["Location"]


NO_KEY = [
    "x", "null", "NaN", "-1", "1e999", "9" * 5000, "[" * 100_000, '{"a":' * 50_000, "[1]", '"s"', "{}", '{"id": 5}',
    '{"id": "\\ud800"}', '{"id": "a", "rawId": {}, "response": []}',
    '{"id": "a", "rawId": "a", "type": "public-key", "response": {"clientDataJSON": "AA", "authenticatorData": "AA",'
    ' "signature": "AA", "userHandle": "////"}}',
]  # fmt: skip


@pytest.mark.parametrize("answer", NO_KEY, ids=lambda text: text[:12])
def test_what_no_passkey_answers_is_refused(client, sign_in, officer, answer):
    client.get("/accounts/2fa/webauthn/login/", headers={"X-Requested-With": "XMLHttpRequest"})
    inside = sign_in(officer)
    inside.get("/accounts/2fa/webauthn/add/")
    assert client.post("/accounts/2fa/webauthn/login/", {"credential": answer}).status_code == 302
    assert inside.post("/accounts/2fa/webauthn/add/", {"credential": answer}).status_code in (200, 422)


def test_signing_in_gives_a_new_session(account):
    client = Client()
    client.get("/accounts/login/")
    session = client.session
    session["before"] = "fixed"
    session.save()
    client.cookies["session"] = session.session_key
    client.post("/accounts/login/", {"login": KNOWN, "password": WORDS})
    assert client.session.get("_auth_user_id")
    assert client.session.session_key != session.session_key


def test_signing_out_takes_a_post_and_empties_the_cache(sign_in, officer):
    client = sign_in(officer)
    client.get("/accounts/logout/")
    assert client.session.get("_auth_user_id")
    answer = client.post("/accounts/logout/")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert not client.session.get("_auth_user_id")


def test_leaving_a_public_computer_empties_its_storage(sign_in, officer):
    client = sign_in(officer)
    session = client.session
    session["public_computer"] = True
    session.save()
    assert '"storage"' in client.post("/accounts/logout/").headers["Clear-Site-Data"]


def test_the_second_step_speaks_plainly_and_brings_up_the_number_keys(client, account):
    TOTP.activate(account, "JBSWY3DPEHPK3PXP")
    client.post("/accounts/login/", {"login": KNOWN, "password": WORDS})
    page = client.get("/accounts/2fa/authenticate/").content.decode()
    assert "One of your recovery codes opens the door too" in page and "Use a passkey or a security key" in page
    assert 'inputmode="numeric"' in page and "Two-Factor" not in page
    refused = client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert 'aria-invalid="true"' in refused.content.decode()


def test_the_app_is_set_up_on_the_phone_that_shows_the_page(sign_in, officer):
    """Nobody can point a phone's camera at its own screen."""
    page = sign_in(officer).get("/accounts/2fa/totp/activate/").content.decode()
    assert 'href="otpauth://totp/' in page and "Copy the letters" in page and 'inputmode="numeric"' in page


def test_every_form_needs_its_token(sign_in, officer):
    client = sign_in(officer)
    client.handler.enforce_csrf_checks = True
    for address in addresses():
        if address.name not in WITHOUT_TOKEN and "POST" in getattr(address.view, "methods", ("POST",)):
            assert client.post(address.unknown).status_code in (403, 404, 405), address.name
    for path in ("/accounts/login/", "/accounts/logout/", "/accounts/password/reset/"):
        assert client.post(path).status_code == 403


def test_every_page_has_its_way_out(sign_in, officer):
    client = sign_in(officer)
    pages, without = 0, []
    for address in addresses():
        answer = client.get(address.unknown) if "GET" in getattr(address.view, "methods", ("GET",)) else None
        if address.name == "contracts:kept":
            continue  # the page a phone keeps for reading without a signal: nobody is signed in there
        if answer is None or answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        page = answer.content.decode()
        pages += "<html" in page
        without += [address.name] if "<html" in page and 'action="/accounts/logout/"' not in page else []
    assert pages > 50 and without == []


def test_another_host_name_is_refused(client, local):
    assert client.get("/accounts/login/", HTTP_HOST="evil.example").status_code == 400


def test_logs_hold_nothing_personal():
    """Neither the message nor the trace of a fault carries what somebody typed."""
    typed = ("Zoranova of canary@example.org", "Ana Zoranova, (312) 555-0177")
    try:
        try:
            raise KeyError(typed[0])
        except KeyError as first:
            raise ValueError(typed[1]) from first
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "mail to %s", ("canary@example.org",), sys.exc_info())
    assert Private().filter(record)
    line = Lines().format(record)
    assert not re.search("Zoranova|canary@|555-0177", line)
    assert "ValueError" in json.loads(line)["trace"] and "KeyError" in json.loads(line)["trace"]


@pytest.mark.parametrize("name", ["access:accept-invitation", "grievances:feed", "comms:unsubscribe", "ops:setup"])
def test_guessing_links_is_ended_and_others_are_let_in(local, name, monkeypatch):
    monkeypatch.setattr(limits, "STRETCH", 10**9)  # no stretch ends while the test runs
    found = next(address for address in addresses() if address.name == name)
    guesser = Client(REMOTE_ADDR="203.0.113.7")
    answers = [guesser.get(found.unknown).status_code for _try in range(limits.GUESSES + 1)]
    assert answers == [404] * limits.GUESSES + [429]
    assert Client(REMOTE_ADDR="203.0.113.8").get(found.unknown).status_code == 404


def test_the_password_is_not_asked_for_again_right_after_signing_in_without_a_second_factor(account):
    """At the first sign-in setting up the second factor comes next; six minutes later it is asked for again."""
    client = Client()
    assert client.post("/accounts/login/", {"login": KNOWN, "password": WORDS}).status_code == 302
    assert client.get("/accounts/2fa/totp/activate/").status_code == 200
    session = client.session
    for each in session["account_authentication_methods"]:
        each["at"] -= 360
    session.save()
    assert client.get("/accounts/2fa/totp/activate/").status_code == 302
