"""Pages under the roof, for every office, empty and with something in them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from members.models import DensityMonth, FileKind, ImportScope, ImportState, Person, RosterImport
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import BargainingUnit, User, Worksite
from unionops.platform.access.roles import Role
from unionops.platform.audit.models import Event
from unionops.platform.audit.queries import SEARCHED

Make = Callable[..., User]
SignIn = Callable[[User], Client]


@pytest.mark.parametrize("role", Role.values)
def test_home_opens_for_every_office_with_nothing_in_the_house(role: str, make_user: Make, sign_in: SignIn) -> None:
    page = sign_in(make_user(role, name="Dana Okafor")).get("/")
    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1
    assert "Dana" in page.content.decode()


@pytest.mark.parametrize("role", Role.values)
def test_my_work_says_that_nothing_waits(role: str, make_user: Make, sign_in: SignIn) -> None:
    page = sign_in(make_user(role)).get("/my-work/")
    assert page.status_code == 200
    assert "Nothing waits for you" in page.content.decode()


def test_home_without_an_office_says_what_will_come(make_user: Make, sign_in: SignIn) -> None:
    assert sign_in(make_user()).get("/").status_code == 403


@pytest.mark.parametrize(("role", "offered"), [(Role.MEMBERSHIP_SECRETARY, True), (Role.COMMS_CHAIR, False)])
def test_home_offers_the_import_to_those_who_may_import(
    role: str, offered: bool, make_user: Make, sign_in: SignIn
) -> None:
    text = sign_in(make_user(role)).get("/").content.decode()
    card = text[text.index("No roster yet") :][:900]
    assert ('href="/members/imports/"' in card) is offered


def test_home_counts_members_of_the_unit(officer: User, sign_in: SignIn, add_person: Callable[..., Person]) -> None:
    for name in ("Ada", "Bea", "Cyd"):
        add_person(name, member=True)
    for name in ("Dee", "Eve"):
        add_person(name)
    text = sign_in(officer).get("/").content.decode()
    assert "of 5 in the unit (60.0%)" in text


def test_search_finds_a_person_only_for_whom_it_may(
    make_user: Make, sign_in: SignIn, add_person: Callable[..., Person]
) -> None:
    add_person("Adaeze")
    found = sign_in(make_user(Role.OFFICER)).get("/search/", {"q": "adaeze"}).content.decode()
    hidden = sign_in(make_user(Role.MEMBER)).get("/search/", {"q": "adaeze"}).content.decode()
    assert "Adaeze Boyle" in found
    assert "Adaeze Boyle" not in hidden
    assert "Nothing found" in hidden


def test_search_without_words_asks_for_them(officer: User, sign_in: SignIn) -> None:
    assert "What are you looking for?" in sign_in(officer).get("/search/").content.decode()


def test_whatever_was_shown_is_on_record_once(officer: User, sign_in: SignIn) -> None:
    client, typing = sign_in(officer), {"HX-Request": "true"}
    for words in ("boyle", "Boyle", "boyle a"):
        assert "Nothing found" in client.get("/search/", {"q": words}, headers=typing).content.decode()
    assert client.get("/search/", {"q": "boyle"}).status_code == 200
    assert Event.objects.filter(action=SEARCHED).count() == 2


def test_search_answers_a_fragment_to_the_page_itself(officer: User, sign_in: SignIn) -> None:
    part = sign_in(officer).get("/search/", {"q": "zzz"}, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Nothing found" in part


@pytest.mark.parametrize("address", ["/board/", "/board/projector/"])
def test_board_pages_are_for_the_board(address: str, make_user: Make, sign_in: SignIn) -> None:
    assert sign_in(make_user(Role.OFFICER)).get(address).status_code == 200
    assert sign_in(make_user(Role.TRUSTEE)).get(address).status_code == 200
    assert sign_in(make_user(Role.STEWARD)).get(address).status_code == 403


@pytest.mark.parametrize("role", [Role.OFFICER, Role.STEWARD, Role.COMMS_CHAIR])
def test_home_reads_as_often_for_three_people_as_for_one(
    role: str, make_user: Make, sign_in: SignIn, add_person: Callable[..., Person], django_assert_max_num_queries: Any
) -> None:
    client = sign_in(make_user(role))
    client.get("/")
    add_person("Ada", member=True)
    with django_assert_max_num_queries(200) as first:
        client.get("/")
    add_person("Bea", member=True)
    add_person("Cyd")
    with django_assert_max_num_queries(200) as third:
        client.get("/")
    assert len(first) == len(third)


def test_a_new_local_finds_its_first_steps_on_home(officer: User, sign_in: SignIn) -> None:
    text = sign_in(officer).get("/").content.decode()
    assert "First steps" in text
    assert "Import your roster" in text


def test_steward_reads_dates_before_figures(make_user: Make, sign_in: SignIn) -> None:
    text = sign_in(make_user(Role.STEWARD)).get("/").content.decode()
    assert text.index("Look in the contract") < text.index("In figures")
    assert "New case</a></nav>" in text


@pytest.mark.parametrize(
    ("role", "searches", "sees_jobs"),
    [(Role.STEWARD, True, True), (Role.TECHNICAL_ADMIN, False, True), (Role.TRUSTEE, True, False)],
)
def test_top_bar_offers_only_what_opens(
    role: str, searches: bool, sees_jobs: bool, make_user: Make, sign_in: SignIn
) -> None:
    client = sign_in(make_user(role))
    text = client.get("/").content.decode()
    assert ('action="/search/"' in text) is searches
    assert (client.get("/search/").status_code == 200) is searches
    assert ('href="/jobs/"' in text) is sees_jobs
    assert (client.get("/jobs/").status_code == 200) is sees_jobs


def test_help_leads_with_the_guide_of_ones_own_office(make_user: Make, sign_in: SignIn, client: Client) -> None:
    text = sign_in(make_user(Role.COMMS_CHAIR)).get("/help/").content.decode()
    assert text.index('id="comms_chair"') < text.index("Guides of the other offices") < text.index('id="steward"')
    assert "Signing in" in client.get("/help/").content.decode()


def test_a_treasurer_sees_the_newest_dues_list_and_what_is_to_settle(
    make_user: Make, sign_in: SignIn, as_system: User
) -> None:
    treasurer = make_user("treasurer")
    assert "none brought in yet" in sign_in(treasurer).get("/").content.decode()
    facts: dict[str, Any] = {"scope": ImportScope.COMPLETE, "state": ImportState.APPLIED, "created_by": as_system}
    for day, cents in ((date(2026, 9, 30), 100_00), (date(2026, 10, 31), 9173_50)):
        RosterImport.objects.create(
            kind=FileKind.REMITTANCE, source="Payroll", as_of=day, totals={"net_cents": cents}, **facts
        )
    text = sign_in(treasurer).get("/").content.decode()
    assert "$9173.50 from Payroll" in text and "0 differences" in text


def test_the_change_of_a_month_counts_whoever_left_the_unit_too(
    officer: User, sign_in: SignIn, add_person: Callable[..., Person], unit: BargainingUnit, worksite: Worksite
) -> None:
    """Against the count of the month before, not only what joined and ended among those who are here now."""
    for name in ("Ada", "Bea", "Cyd", "Dee", "Eve"):
        add_person(name, member=True)
    assert "this month" not in sign_in(officer).get("/").content.decode().replace("This month", "")
    before = (timezone.localdate().replace(day=1) - timedelta(days=1)).replace(day=1)
    with acting(system_actor()):
        kept = DensityMonth.objects.create(
            month=before, unit=unit, employer=unit.employer, worksite=worksite, people=9, members=7
        )
        assert "-2 this month" in sign_in(officer).get("/").content.decode()
        kept.members = 5
        kept.save()
    text = sign_in(officer).get("/").content.decode()
    assert "no change this month" in text
