"""Pages of accounts, approvals and the policy."""

import re

import pytest

from unionops.platform.access.models import RoleAssignment, SecondPerson, User
from unionops.platform.access.roles import Role

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
    with django_assert_num_queries(9):
        assert client.get("/accounts-and-roles/").status_code == 200


def test_the_policy_page_shows_every_row(sign_in, make_user):
    page = sign_in(make_user(Role.MEMBER)).get("/who-may-do-what/").content.decode()
    assert "grievances.view" in page
    assert "members.export" in page


def test_a_bad_time_zone_is_refused_with_a_sentence(sign_in, officer):
    data = {"name": "L", "sector": "federal", "time_zone": "Mars/Base", "density_goal": 70, "steward_ratio": 20}
    page = sign_in(officer).post("/our-local/", data)
    assert page.status_code == 422
    assert "America/Chicago" in page.content.decode()
