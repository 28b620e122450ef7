"""Passwords: what is refused, what is taken as it was typed, and what a new one ends."""

from collections import Counter

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import User
from unionops.platform.access.passwords import StrengthValidator
from unionops.platform.audit.models import Event

OLD = "correct horse battery staple"
NEW = "  Ünder the blue Pier at noon, seven gulls argue about one small fish; nobody wins " + "x" * 40


def test_words_of_this_local_and_person_make_no_password(local, make_user):
    local.name = "Harborside Local 4182"
    local.save()
    user = make_user(name="Ida Quillfeather")
    for typed in ("harborside4182", "HarborsideLocal4182", "quillfeather77", "unionops2026"):
        with pytest.raises(ValidationError):
            StrengthValidator().validate(typed, user)
    StrengthValidator().validate("gulls argue over fish", user)


@pytest.mark.django_db
def test_a_new_password_takes_the_old_one_and_ends_other_sessions(make_user):
    user = make_user()
    user.set_password(OLD)
    user.save()
    here, elsewhere = Client(), Client()
    for client in (here, elsewhere):
        client.force_login(user)
    address = reverse("account_change_password")
    page = here.get(address).content.decode()
    assert page.count('type="password"') == 3 and "onpaste" not in page
    refused = here.post(address, {"oldpassword": "something else", "password1": NEW, "password2": NEW})
    assert refused.status_code in {200, 422} and User.objects.get(pk=user.pk).check_password(OLD)
    assert here.post(address, {"oldpassword": OLD, "password1": NEW, "password2": NEW}).status_code == 302
    kept = User.objects.get(pk=user.pk)
    assert [kept.check_password(typed) for typed in (NEW, NEW.strip(), NEW[:72], NEW.lower())] == [
        True,
        False,
        False,
        False,
    ]
    assert elsewhere.get(address).status_code == 302


@pytest.mark.django_db
def test_a_password_alone_gets_as_far_as_the_second_step(make_user):
    """So whoever resets it by holding the mailbox gets no further either."""
    user = make_user()
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    user.set_password(OLD)
    user.save()
    client = Client()
    answer = client.post(reverse("account_login"), {"login": user.email, "password": OLD})
    assert answer.status_code == 302 and answer.url.startswith(reverse("mfa_authenticate"))
    assert client.get(address := reverse("account_change_password")).status_code == 302, address


@pytest.mark.django_db
def test_after_five_wrong_tries_the_right_password_waits_too(make_user):
    """Each try is on the trail, and so is who gets in."""
    user, colleague = make_user(), make_user()
    for each in (user, colleague):
        each.set_password(OLD)
        each.save()
        EmailAddress.objects.create(user=each, email=each.email, verified=True, primary=True)
    address = reverse("account_login")
    for typed in [*("wrong" + OLD,) * 5, OLD]:
        assert Client().post(address, {"login": user.email, "password": typed}).status_code != 302
    assert Client().post(address, {"login": colleague.email, "password": OLD}).status_code == 302
    with acting(system_actor()):
        told = Counter(Event.objects.values_list("action", flat=True))
    assert (told["failed to sign in"], told["signed in"]) == (5, 1)
