"""The pages of keys and codes speak the house's words, and a key is renamed and removed on them."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from unionops.platform.access.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(make_user, sign_in):
    user = make_user(Role.STEWARD)
    return user, sign_in(user)


@pytest.fixture
def key(signed_in):
    user, _client = signed_in
    return Authenticator.objects.create(user=user, type="webauthn", data={"name": "Ring", "credential": {}})


def test_without_a_key_the_list_says_what_one_is_for(signed_in):
    _user, client = signed_in
    page = client.get(reverse("mfa_list_webauthn")).content.decode()
    assert "No key yet" in page
    assert reverse("mfa_add_webauthn") in page


def test_adding_a_key_says_what_signing_in_with_it_alone_means(signed_in):
    _user, client = signed_in
    page = client.get(reverse("mfa_add_webauthn")).content.decode()
    assert "Sign in with this key alone" in page
    assert 'id="mfa_webauthn_add"' in page
    assert "allauth.webauthn.forms.addForm" in page


def test_a_key_is_listed_renamed_and_removed(signed_in, key):
    _user, client = signed_in
    assert "Ring" in client.get(reverse("mfa_list_webauthn")).content.decode()
    rename = reverse("mfa_edit_webauthn", kwargs={"pk": key.pk})
    assert "Rename the key" in client.get(rename).content.decode()
    client.post(rename, {"name": "Blue key on my ring"})
    remove = reverse("mfa_remove_webauthn", kwargs={"pk": key.pk})
    assert "Remove Blue key on my ring?" in client.get(remove).content.decode()
    client.post(remove)
    assert not Authenticator.objects.filter(pk=key.pk).exists()


def test_new_recovery_codes_warn_that_the_old_ones_end(signed_in):
    user, client = signed_in
    Authenticator.objects.create(user=user, type="totp", data={"secret": ""})
    make = reverse("mfa_generate_recovery_codes")
    assert "stop working" not in client.get(make).content.decode()
    client.post(make)
    assert "stop working" in client.get(make).content.decode()
    assert "Switch the authenticator app off" in client.get(reverse("mfa_deactivate_totp")).content.decode()
