"""Codes of the second step: short-lived, good once, not to be foreseen; and the sessions that follow."""

import random
import re
import time

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse

from unionops.platform.access.services import make_account

pytestmark = pytest.mark.django_db
ADDRESS, WORDS = "ada@example.org", "correct horse battery staple 42"
PERIOD, SECRET = 30, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def account(local):
    return make_account(email=ADDRESS, name="Ada Person", password=WORDS)


def visitor() -> Client:
    """Somebody who has given the right password."""
    client = Client()
    assert client.post(reverse("account_login"), {"login": ADDRESS, "password": WORDS}).status_code == 302
    return client


def opens(code: str, client: Client | None = None) -> bool:
    client = client or visitor()
    client.post(reverse("mfa_authenticate"), {"code": code})
    return "_auth_user_id" in client.session


def code(periods: int = 0) -> str:
    """What the app shows now, or so many periods later; never one that is about to end."""
    while time.time() % PERIOD > PERIOD - 3:
        time.sleep(0.2)
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // PERIOD + periods))


def test_a_code_of_the_app_is_good_for_its_half_minute_and_once(account):
    TOTP.activate(account, SECRET)
    assert not opens(code(-1)) and not opens(code(1))
    shown = code()
    assert opens(shown) and not opens(shown)


def test_a_recovery_code_is_long_enough_and_opens_once(account):
    TOTP.activate(account, SECRET)
    codes = RecoveryCodes.activate(account).get_unused_codes()
    assert len(set(codes)) == 10 and all(re.fullmatch(r"\d{8,}", each) for each in codes)
    assert opens(codes[3]) and not opens(codes[3]) and opens(codes[4])


def test_nothing_secret_comes_from_dice_that_can_be_foreseen(account):
    """Whoever knows the state of Python's `random` foresees no code and no session."""

    def made() -> set[str]:
        random.seed(7)
        RecoveryCodes.activate(account).instance.delete()
        codes = RecoveryCodes.activate(account).get_unused_codes()
        return {generate_totp_secret(), visitor().session.session_key, *codes}

    first, second = made(), made()
    assert first.isdisjoint(second)


def test_a_session_has_a_name_of_its_own_that_nobody_guesses(account):
    names = [visitor().session.session_key for _each in range(3)]
    assert len(set(names)) == 3
    assert all(re.fullmatch(r"[a-z0-9]{26,}", name) for name in names)  # 26 of 36 signs: 134 bits


def test_a_person_sees_the_own_sessions_and_ends_the_others(account):
    here, there = visitor(), visitor()
    address = reverse("usersessions_list")
    assert here.get(address).context["session_count"] == 2
    assert here.post(address).status_code == 302
    assert "_auth_user_id" in here.session
    assert there.get(address).url.startswith(reverse("account_login"))
    assert here.get(address).context["session_count"] == 1
