"""A difference between the lists becomes a task, a letter or a correction."""

import datetime

import pytest
from django.urls import reverse

from members.models import FollowUp, Membership
from tests.members.conftest import UNIT_LIST
from unionops.platform.access.actors import acting

TODAY = datetime.date(2026, 10, 6)
LINES = 'Name,Emp ID,Amount\n"BOYLE, ADA M",00012345,12.00\n"O\'NEIL, MARY",00045678,16.25\n"X, Y",99999999,3.00\n'


@pytest.fixture
def order(roster, apply_file):
    unit, dues = apply_file(UNIT_LIST), apply_file(LINES, "remittance", source="Payroll")
    return {"unit_list": unit.public_id, "dues": dues.public_id, "edues": "", "as_of": "2026-10-01"}


def test_lines_become_tasks_once_and_are_settled(order, secretary, sign_in):
    client = sign_in(secretary)
    for _time in range(2):
        answer = client.post(reverse("members:reconcile"), order | {"follow_up": "paying_not_member"}, follow=True)
        assert "O&#x27;Neil, Mary" in answer.content.decode() and "X, Y" in answer.content.decode()
    with acting(secretary):
        assert sorted(map(str, FollowUp.objects.all())) == ["Mary O'Neil", "X, Y"]
        first = FollowUp.objects.get(person__last_name="O'Neil")
    url = reverse("members:settle", args=[first.public_id])
    client.post(url, {"outcome": ""})
    assert url in client.get(reverse("members:follow-ups")).content.decode()
    client.post(url, {"outcome": "Signed the card"})
    left = client.get(reverse("members:follow-ups")).content.decode()
    assert url not in left and "X, Y" in left
    assert "Signed the card" in client.get(reverse("members:follow-ups"), {"state": "done"}).content.decode()


def test_letters_go_to_those_the_post_reaches(order, roster, secretary, sign_in):
    client = sign_in(secretary)
    nobody = client.post(reverse("members:reconcile"), order | {"letters": "paying_not_member"}, follow=True)
    assert "None of these people can be reached by post" in nobody.content.decode()
    neil = next(person for person in roster if person.last_name == "O'Neil")
    place = {"street": "1 Pier Rd", "city": "Harbor", "state": "OH", "zip": "45801", "kind": "home"}
    client.post(reverse("members:add-contact", args=[neil.public_id, "address"]), place)
    paper = client.post(reverse("members:reconcile"), order | {"letters": "paying_not_member"})
    assert paper["Content-Type"] == "application/pdf" and paper.content.startswith(b"%PDF")


def test_the_newest_files_are_chosen_already(order, secretary, sign_in):
    form = sign_in(secretary).get(reverse("members:reconcile")).context["form"]
    assert [form[name].value() for name in ("unit_list", "dues", "edues")] == [
        str(order["unit_list"]), str(order["dues"]), "",
    ]  # fmt: skip


def test_dues_are_corrected_where_they_differ(order, roster, secretary, sign_in):
    client = sign_in(secretary)
    page = client.post(reverse("members:reconcile"), order).content.decode()
    boyle = next(person for person in roster if person.last_name == "Boyle")
    url = reverse("members:dues", args=[boyle.public_id])
    assert url in page
    assert client.post(url, {"amount": "twelve", "method": "payroll", "why": "x"}).status_code == 422
    client.post(url, {"amount": "$12.00", "method": "payroll", "why": "New rate"})
    with acting(secretary):
        assert Membership.objects.get(person=boyle, until=None).dues_cents == 1200
    assert url not in client.post(reverse("members:reconcile"), order).content.decode()


CARDS = """\
transaction_id,date,member_id,email,amount,status,failure_reason,instrument
1,2026-09-14,M2,bo@example.org,16.25,Failed,card expired,card
2,2026-09-15,M1,ada@example.org,16.25,Settled,,card
"""


def test_a_local_without_payroll_dues_holds_card_payments_against_its_roster(roster, apply_file, secretary, sign_in):
    client, url = sign_in(secretary), reverse("members:reconcile")
    page = client.get(url).content.decode()
    assert "No files to compare yet" in page and reverse("members:imports") in page, (
        "a list without money is not enough"
    )
    unit, cards = apply_file(UNIT_LIST), apply_file(CARDS, "edues", source="Processor")
    order = {"unit_list": unit.public_id, "dues": "", "edues": cards.public_id, "as_of": "2026-10-01"}
    found = client.post(url, order)
    sections = {name: [item["last_name"] for item in people] for name, _t, _a, people in found.context["sections"]}
    assert sections["failed_payments"] == ["Chen"]
    assert "members_not_remitted" not in sections, "nothing is said of a payroll nobody asked about"
    assert sections["in_unit_not_paying"] == ["Chen", "De La Cruz", "O'Neil"]
    assert "Net from payroll" not in found.content.decode()
    assert client.post(url, order | {"as": "pdf"}).content.startswith(b"%PDF")
    assert "Choose a payroll remittance" in client.post(url, order | {"edues": ""}).content.decode()


def test_a_part_of_a_list_says_of_nobody_else_that_they_left(order, apply_file, secretary, sign_in):
    part = "\n".join(UNIT_LIST.splitlines()[:2]) + "\n"
    half = apply_file(part, scope="partial", as_of=datetime.date(2026, 10, 5))
    other = apply_file('BUS,Emp ID,Employee Name\n0077,00077001,"POE, EDGAR"\n', source="Navy", as_of=TODAY)
    client = sign_in(secretary)
    for unit, size in ((order["unit_list"], 5), (half.public_id, 5), (other.public_id, 5)):
        found = client.post(reverse("members:reconcile"), order | {"unit_list": unit}).context["found"]
        gone = {item["last_name"] for item in [*found["left_the_unit_still_paying"], *found["not_in_unit"]]}
        assert (found["unit"], gone) == (size, {"Stone"}), "only the retired member is in no unit"
