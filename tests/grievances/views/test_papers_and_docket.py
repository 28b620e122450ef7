"""Letters, the local's words, and the docket through their pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from grievances.models import Arbitration, CaseDocument, Letter, PaperText
from grievances.services import steps
from tests.grievances.conftest import ago
from unionops.platform.access.actors import acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(case, steward):
    with acting(steward):
        steps.file_case(by=steward, case=case, act=steps.Act(on=ago(0)), warned=True, acknowledged_on=ago(0))
    return case


def test_a_letter_is_written_kept_and_not_drawn_while_open(filed, steward, sign_in):
    client = sign_in(steward)
    url = client.post(reverse("grievances:letter-new", args=[filed.public_id, "settlement"])).headers["Location"]
    assert "the terms of the settlement" in client.get(url).content.decode()
    answer = client.post(url, {"text": "Terms: {terms}", "version": 1, "draw": "1"})
    assert answer.status_code == 422 and "Terms: {terms}" in answer.content.decode()
    answer = client.post(url, {"text": "Mine", "version": 1})
    assert answer.status_code == 409 and "Mine" in answer.content.decode()
    assert "Terms: {terms}" in answer.content.decode()
    assert client.post(url, {"discard": "1"}).status_code == 302
    with acting(steward):
        assert Letter.objects.get().discarded_at and not CaseDocument.objects.exists()
    assert client.post(reverse("grievances:letter-new", args=[filed.public_id, "request"])).status_code == 404


def test_the_words_of_a_paper_are_the_chiefs(chief, steward, sign_in):
    url = reverse("grievances:paper-text", args=["withdrawal"])
    assert sign_in(steward).get(url).status_code == 403
    client = sign_in(chief)
    assert client.post(url, {"text": "We withdraw {nummer}."}).status_code == 422
    assert client.post(url, {"text": "We withdraw {number}."}).status_code == 302
    assert "our own words" in client.get(reverse("grievances:paper-texts")).content.decode()
    form = reverse("grievances:paper-form", args=["withdrawal"])
    answer = client.post(form, {"file": SimpleUploadedFile("x.pdf", b"no pdf")})
    assert answer.status_code == 422
    with acting(chief):
        assert PaperText.objects.get().form is None


def test_a_docket_from_the_list_to_the_award(filed, steward, other_steward, sign_in):
    client, at = sign_in(steward), {"public_id": filed.public_id}
    page = reverse("grievances:arbitration", kwargs=at)
    assert client.get(page).status_code == 404
    client.post(reverse("grievances:arbitration-begin", kwargs=at))
    client.post(reverse("grievances:arbitration-add", kwargs=at | {"what": "names"}), {"names": "Ada Field\nBo Marsh"})
    edit = reverse("grievances:arbitration-edit", kwargs=at)
    values = {"version": 1, "cost_share": "half", "first_strike": "union", "budget": "4,000.00"}
    bad = values | {"award": "denied"}
    assert client.post(edit, bad).status_code == 422
    assert client.post(edit, values | {"hearing_on": ago(-30).isoformat()}).status_code == 302
    answer = client.post(edit, values | {"issue": "Was it skipped?"})
    assert answer.status_code == 409 and "Was it skipped?" in answer.content.decode()
    with acting(steward):
        row = Arbitration.objects.get()
        name = row.panel.first()
    assert row.budget == 400_000
    client.post(reverse("grievances:arbitration-press", kwargs=at | {"what": "strike", "row_id": name.public_id}))
    cost = reverse("grievances:arbitration-add", kwargs=at | {"what": "cost"})
    assert client.post(cost, {"what": "Fee", "cents": "lots"}).status_code == 422
    assert client.post(cost, {"what": "Fee", "cents": "1,200.50"}).status_code == 302
    body = client.get(page).content.decode()
    assert "hears the case" in body and "$600.25" in body and "strike 1, the union" in body
    assert "Bo Marsh" in client.get(reverse("grievances:docket")).content.decode()
    assert sign_in(other_steward).get(page).status_code == 404
    assert filed.number not in sign_in(other_steward).get(reverse("grievances:docket")).content.decode()


def test_who_strikes_first_is_said_beside_the_list(filed, steward, sign_in):
    client, at = sign_in(steward), {"public_id": filed.public_id}
    page, first = reverse("grievances:arbitration", kwargs=at), at | {"what": "first"}
    client.post(reverse("grievances:arbitration-begin", kwargs=at))
    client.post(reverse("grievances:arbitration-add", kwargs=at | {"what": "names"}), {"names": "Ada Field\nBo Marsh"})
    assert "Begin striking" in client.get(page).content.decode()
    add = reverse("grievances:arbitration-add", kwargs=first)
    assert client.post(add, {"side": "nobody"}).status_code == 422
    client.post(add, {"side": "management", "why": "coin toss"})
    body = client.get(page).content.decode()
    assert "Management&#x27;s turn to strike." in body or "Management's turn to strike." in body
    assert "Begin striking" not in body
    with acting(steward):
        row = Arbitration.objects.get()
        name = row.panel.first()
    assert (row.first_strike, row.first_why, row.version) == ("management", "coin toss", 2)
    client.post(reverse("grievances:arbitration-press", kwargs=at | {"what": "strike", "row_id": name.public_id}))
    client.post(add, {"side": "union"})
    with acting(steward):
        assert Arbitration.objects.get().first_strike == "management"


def test_days_of_a_whole_procedure_change_and_name_what_they_touch(filed, procedure, chief, sign_in):
    url = reverse("grievances:procedure-days", args=[procedure.public_id])
    client = sign_in(chief)
    assert client.get(url).status_code == 200
    data = {"weekend": ["5", "6"], "holidays": "us_federal+own", "own_days": f"{ago(-3)} Fair day"}
    answer = client.post(url, data, follow=True)
    assert "1 running dates were counted by the old ones" in answer.content.decode()
    with acting(chief):
        for step in procedure.steps.select_related("rule"):
            assert {"date": str(ago(-3)), "name": "Fair day"} in step.rule.written["holidays"]
            assert step.rule.confirmed_by is None


def test_the_handover_book_asks_who_prints_it(chief, steward, sign_in):
    url = reverse("grievances:handover")
    assert sign_in(steward).post(url).status_code == 403
    answer = sign_in(chief).post(url)
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
