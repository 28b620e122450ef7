"""A settled case told without names: what an officer releases, and what is refused."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse

from comms import queries
from comms.models import ReleasedText
from grievances.models import Citation, Grievance, Party
from members.models import Person
from unionops.dashboards.queries import told
from unionops.platform.access.actors import acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def crew(bound, unit, worksite):
    """Enough people that nobody is pointed at by the unit, the site or the shift."""
    return Person.objects.bulk_create(
        Person(
            last_name=f"Crew{n}", first_name="C", name_key=f"crew{n} c", unit=unit, worksite=worksite, shift="nights",
            in_unit=True, employee_number=f"c{n}",
        )
        for n in range(6)
    )  # fmt: skip


@pytest.fixture
def won(case, clause, bound):
    row = case if isinstance(case, Grievance) else case.grievances.get()
    Citation.objects.create(matter=row.matter, clause=clause, label="9.1", why="Ana Rivera was passed over")
    Grievance.objects.filter(pk=row.pk).update(status="closed", outcome="settled", closed_on=datetime.date(2026, 5, 14))
    return Grievance.objects.get(pk=row.pk)


def post(client, row, text, label="A case on time limits"):
    return client.post(reverse("dashboards:tell", args=[row.public_id]), {"label": label, "text": text})


def test_the_words_to_begin_with_hold_clause_outcome_and_month_only(won, crew):
    label, words = told.proposal(won)
    assert "9.1 Time limits" in words and "May 2026" in words and "settled" in words
    assert "Rivera" not in label + words and won.number not in label + words


def test_released_words_become_a_source_of_messages(won, crew, officer, make_user, sign_in):
    text = "In May 2026 workers won back pay under 9.1 Time limits."
    assert post(sign_in(officer), won, text).status_code == 302
    writer = make_user("comms_chair", name="Cora Chair")
    with acting(writer):
        assert [row["text"] for row in queries.sources_like(writer, "back pay")] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rivera won back pay.",
        "The Rivera case was won in May 2026.",
        "Back pay was won on May 14, 2026.",
        "Back pay was won on 2026-05-14.",
    ],
)
def test_words_that_point_at_somebody_are_refused_and_kept_on_the_page(won, crew, officer, sign_in, text):
    page = post(sign_in(officer), won, text)
    assert page.status_code == 422 and text.encode() in page.content
    with acting(officer):
        assert not ReleasedText.objects.exists()


def test_the_number_of_the_case_is_refused(won, crew, officer, sign_in):
    assert post(sign_in(officer), won, f"Case {won.number} was won.").status_code == 422


def test_a_place_where_few_work_is_refused(won, bound, officer, sign_in, worksite, crew):
    Person.objects.filter(last_name__startswith="Crew").update(shift="days")
    assert post(sign_in(officer), won, f"Workers at {worksite.name} won back pay.").status_code == 422
    assert post(sign_in(officer), won, "Workers won back pay.").status_code == 302


def test_a_unit_of_few_is_never_told_of(won, officer, sign_in):
    client = sign_in(officer)
    assert b"cannot be told" in client.get(reverse("dashboards:tell", args=[won.public_id])).content
    post(client, won, "Workers won back pay.")
    with acting(officer):
        assert not ReleasedText.objects.exists()


def test_open_and_lost_cases_are_not_offered(case, officer, sign_in, bound):
    row = case if isinstance(case, Grievance) else case.grievances.get()
    client = sign_in(officer)
    assert client.get(reverse("dashboards:tell", args=[row.public_id])).status_code == 404
    Grievance.objects.filter(pk=row.pk).update(status="closed", outcome="denied", closed_on=datetime.date(2026, 5, 14))
    assert client.get(reverse("dashboards:tell", args=[row.public_id])).status_code == 404


def test_somebody_of_the_case_cannot_tell_of_it(won, crew, make_user, sign_in):
    chief = make_user("chief_steward", name="Ana Rivera", person=Party.objects.get(role="grievant").person.public_id)
    assert sign_in(chief).get(reverse("dashboards:tell", args=[won.public_id])).status_code == 404


def test_the_page_of_a_case_that_ended_well_leads_there(won, officer, steward, sign_in):
    link = reverse("dashboards:tell", args=[won.public_id]).encode()
    page = won.get_absolute_url()
    assert link in sign_in(officer).get(page).content
    assert link not in sign_in(steward).get(page).content
    Grievance.objects.filter(pk=won.pk).update(outcome="denied")
    assert link not in sign_in(officer).get(page).content


def test_the_comms_chair_never_opens_the_list_of_cases(won, make_user, sign_in):
    assert sign_in(make_user("comms_chair")).get(reverse("dashboards:told-cases")).status_code == 403


def test_what_was_released_can_be_taken_back(won, crew, officer, sign_in):
    client = sign_in(officer)
    post(client, won, "Workers won back pay.")
    with acting(officer):
        row = ReleasedText.objects.get()
    assert b"Workers won back pay." in client.get(reverse("dashboards:told-cases")).content
    client.post(reverse("dashboards:take-back", args=[row.public_id]))
    with acting(officer):
        assert queries.sources_like(officer, "back pay") == []
