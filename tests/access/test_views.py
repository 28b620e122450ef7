"""Pages of accounts, approvals and the policy."""

import json
import re
from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.management import call_command
from django.utils.html import escape

from unionops.platform.access import views
from unionops.platform.access.models import Local, RoleAssignment, SecondPerson, User
from unionops.platform.access.roles import Role
from unionops.policy import POLICY

pytestmark = pytest.mark.django_db


def test_an_invitation_leads_from_link_to_account(sign_in, officer, client):
    page = sign_in(officer).post(
        "/accounts-and-roles/invite/", {"email": "n@example.org", "name": "Nia Ode", "role": "steward"}
    )
    path = re.search(r"(/invitation/[\w-]+/)", page.content.decode())[1]
    assert client.get(path).status_code == 200
    assert client.post(path, {"password": "short"}).status_code == 422
    assert client.post(path, {"password": "tram walnut orbit ladle"}).status_code == 302
    assert User.objects.get(email="n@example.org").has_role("steward")
    assert client.get(path).status_code == 404


def test_who_invites_a_steward_reads_what_a_place_is_for(sign_in, officer):
    page = sign_in(officer).get("/accounts-and-roles/invite/").content.decode()
    assert "For a steward: whose people and cases they see. With no unit and no worksite, nobody" in page


def test_a_leading_role_waits_for_another_officer(sign_in, make_user):
    one, other, third = make_user(Role.OFFICER), make_user(Role.OFFICER), make_user(Role.STEWARD)
    address, chosen = f"/accounts-and-roles/{third.public_id}/role/", {"role": "treasurer"}
    assert sign_in(one).post(address, chosen).url == "/approvals/"
    request = SecondPerson.objects.get()
    sign_in(other).post(f"/approvals/{request.public_id}/", {"answer": "yes"})
    assert not RoleAssignment.objects.filter(user=third, role="treasurer").exists()
    sign_in(one).post(address, chosen)
    assert RoleAssignment.objects.filter(user=third, role="treasurer").exists()


def test_ending_a_term_shows_with_the_next_click(sign_in, make_user, officer):
    steward = make_user(Role.STEWARD)
    their = sign_in(steward)
    assert their.get("/jobs/").status_code == 200
    term = steward.role_assignments.get()
    sign_in(officer).post(f"/accounts-and-roles/terms/role/{term.public_id}/end/")
    assert their.get("/jobs/").status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_accounts_page_asks_the_database_as_often_for_one_as_for_three(
    sign_in, make_user, officer, count, django_assert_num_queries
):
    for _ in range(count):
        make_user(Role.STEWARD)
    client = sign_in(officer)
    client.get("/accounts-and-roles/")
    with django_assert_num_queries(11):
        assert client.get("/accounts-and-roles/").status_code == 200


def test_accounts_come_twenty_a_page_and_are_found_by_name(officer, make_user, sign_in):
    for number in range(25):
        make_user("member", name=f"Zoe Nr{number:02}")
    client = sign_in(officer)
    first, second = (client.get(f"/accounts-and-roles/?page={n}").content.decode() for n in (1, 2))
    assert first.count("Zoe Nr") >= 19 and "Zoe Nr24" not in first
    assert "Zoe Nr24" in second
    found = client.get("/accounts-and-roles/?q=nr24").content.decode()
    assert found.count("Zoe Nr") >= 1 and "Zoe Nr23" not in found
    assert "Nothing found" in client.get("/accounts-and-roles/?q=nobody of that name").content.decode()


def test_the_policy_page_shows_every_row(sign_in, make_user):
    page = sign_in(make_user(Role.MEMBER)).get("/who-may-do-what/").content.decode()
    assert all(escape(str(sentence)) in page for sentence in POLICY.meanings.values())
    assert "grievances.view" not in page


def test_a_bad_time_zone_is_refused_with_a_sentence(sign_in, officer):
    data = {"name": "L", "sector": "federal", "time_zone": "Mars/Base", "density_goal": 70, "steward_ratio": 20}
    page = sign_in(officer).post("/our-local/", data)
    assert page.status_code == 422
    assert "America/Chicago" in page.content.decode()


def test_a_lost_second_factor_is_reset_by_two_officers(sign_in, make_user, client):
    one, other, steward = make_user(Role.OFFICER), make_user(Role.OFFICER), make_user(Role.STEWARD)
    EmailAddress.objects.create(user=steward, email=steward.email, verified=True, primary=True)
    client.post("/accounts/login/", {"login": steward.email, "password": "a long enough pass phrase"})
    Authenticator.objects.create(user=steward, type="totp", data={})
    assert client.get("/jobs/").status_code == 200
    address, said = f"/accounts-and-roles/{steward.public_id}/second-factor/", {"reason": "It fell into the harbor."}
    assert sign_in(one).post(address, said).url == "/approvals/"
    assert Authenticator.objects.filter(user=steward).exists()
    sign_in(other).post(f"/approvals/{SecondPerson.objects.get().public_id}/", {"answer": "yes"})
    assert sign_in(one).post(address, said).url == "/accounts-and-roles/"
    assert not Authenticator.objects.filter(user=steward).exists()
    assert client.get("/jobs/").status_code == 302
    assert sign_in(one).post(f"/accounts-and-roles/{one.public_id}/second-factor/", said).status_code == 422


def test_unlocking_at_the_box_leads_to_a_new_password(local, make_user, client, capsys):
    user = make_user(Role.OFFICER, email="ada@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    Authenticator.objects.create(user=user, type="totp", data={})
    call_command("unlock", "ADA@example.org", "--second-factor", "--json")
    said = json.loads(capsys.readouterr().out)
    assert said["second_factors_removed"] == 1
    page = client.get(said["link"].removeprefix(settings.PUBLIC_URL), follow=True)
    assert page.status_code == 200 and page.context["form"].fields.keys() >= {"password1"}


@pytest.mark.parametrize(("said", "kept"), [("#7A1F2B", "#7a1f2b"), ("#174a7c", ""), ("", "")])
def test_an_accent_that_can_be_read_is_kept_and_shown(sign_in, officer, said, kept):
    page = sign_in(officer)
    form = {**page.get("/our-local/").context["form"].initial, "accent": said, "number": "12"}
    assert page.post("/our-local/", form).status_code == 302
    assert Local.current().accent == kept
    assert (f'fill="{kept}"' in page.get("/help/").content.decode()) == bool(kept)


@pytest.mark.parametrize("said", ["#ffe27a", "red", '#000000"/><script>'])
def test_an_accent_that_hides_the_letters_is_refused(sign_in, officer, said):
    page = sign_in(officer)
    form = {**page.get("/our-local/").context["form"].initial, "accent": said}
    assert page.post("/our-local/", form).status_code == 422
    assert Local.current().accent == ""


def test_a_link_that_is_over_says_what_to_do(client):
    page = client.get("/invitation/used-or-run-out/")
    assert page.status_code == 404
    assert "ask the officer who invited you" in page.content.decode()


@pytest.mark.parametrize("only_here", [True, False])
def test_a_link_that_opens_only_on_this_machine_says_so(sign_in, officer, monkeypatch, only_here):
    monkeypatch.setattr(views, "settings", SimpleNamespace(PUBLIC_URL="http://box.example", LOOPBACK=only_here))
    form = {"email": "sam@example.org", "name": "Sam", "role": "steward"}
    page = sign_in(officer).post("/accounts-and-roles/invite/", form).content.decode()
    assert "/invitation/" in page
    assert ("opens only on this machine" in page) is only_here
