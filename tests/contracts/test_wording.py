"""A search put into the agreement's own words: shown, undone, private, forgotten; words alone while the model is off."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contracts import tasks
from contracts.asking import wordings
from contracts.asking.finding import Found
from contracts.models import AgreementVersion, Clause, ClauseLevel, SearchWording
from contracts.services import wording
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem
from unionops.platform.search.queries import Hit

pytestmark = pytest.mark.django_db
Sign = Callable[[User], Client]
Make = Callable[..., User]
WORDS = "boss moves me to nights with no warning"


def results(client: Client, **more: str) -> str:
    answer = client.get(reverse("contracts:search"), {"q": WORDS, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def reword(client: Client, user: User) -> SearchWording:
    answer = client.post(reverse("contracts:search-words"), {"q": WORDS}, headers={"HX-Request": "true"})
    assert "in the agreement" in answer.content.decode().lower()
    with acting(user):
        held = SearchWording.objects.get(by=user)
        tasks.reword_search.run_now(by=user, about=held, wording_id=held.pk)
        held.refresh_from_db()
        return held


def test_results_come_again_with_the_agreements_words_which_are_shown_and_can_be_undone(
    agreement: AgreementVersion, ollama: Any, make_user: Make, sign_in: Sign
) -> None:
    user = make_user("steward")
    client = sign_in(user)
    first = results(client)
    assert "Also search in the agreement’s own words" in first and "notice of shift change" not in first
    ollama.says(json={"searches": ["notice of shift change", " notice of  shift change ", "calendar days of notice"]})
    held = reword(client, user)
    assert held.searches == ["notice of shift change", "calendar days of notice"] and held.run_id
    page = results(client)
    assert "notice of shift change · calendar days of notice" in page and "Model, not reviewed" in page
    assert "Shift Change" in page
    own = results(client, own="1")
    assert "notice of shift change" not in own and "Also search in the agreement’s own words" in own
    asked = len(ollama.asked())
    reword(client, user)
    assert len(ollama.asked()) == asked


def test_model_off_or_numbers_and_phrases_leave_the_search_as_it_is(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    client = sign_in(make_user("steward"))
    assert "own words" not in results(client)
    answer = client.post(reverse("contracts:search-words"), {"q": WORDS})
    assert answer.status_code == 302 and answer.url.startswith(reverse("contracts:search"))
    with acting(system_actor()):
        assert not SearchWording.objects.exists()
    assert not any(
        wordings.worth_asking(words) for words in ("8.2", "Art. 3 Sec 2 for me", '"work week is forty"', "wages")
    )


def test_what_somebody_searched_for_is_theirs_and_goes_after_a_month(
    agreement: AgreementVersion, ollama: Any, make_user: Make, sign_in: Sign
) -> None:
    ollama.says(json={"searches": ["notice of shift change"]})
    user, other = make_user("steward"), make_user("chief_steward")
    reword(sign_in(user), user)
    assert "notice of shift change" not in results(sign_in(other))
    with acting(other):
        assert not SearchWording.objects.visible_to(other, "contracts.ask").filter(by=user).exists()
    with acting(system_actor()):
        assert SearchWording.objects.count() == 1
        SearchWording.objects.update(created_at=timezone.now() - datetime.timedelta(days=31))
        assert wording.forget_old() > 0
        assert not SearchWording.objects.exists()


def test_fault_of_the_model_is_said_and_kept_as_no_words(
    agreement: AgreementVersion, ollama: Any, make_user: Make, sign_in: Sign
) -> None:
    ollama.says(text="no JSON at all")
    user = make_user("steward")
    client = sign_in(user)
    client.post(reverse("contracts:search-words"), {"q": WORDS})
    with acting(user):
        held = SearchWording.objects.get(by=user)
        with pytest.raises(Problem):
            tasks.reword_search.run_now(by=user, about=held, wording_id=held.pk)
        held.refresh_from_db()
    assert held.run_id is None and held.searches == []


def test_a_section_without_a_title_is_named_with_its_article() -> None:
    hit = Hit("k", "s", 1.0, "Telework", "Two days a week.", "en")
    bare = Clause(level=ClauseLevel.SECTION, number="8", label="11.8")
    titled = Clause(level=ClauseLevel.SECTION, number="3", label="8.3", title="Required Overtime")
    assert Found(bare, 1.0, hit).name == "11.8 (Telework)"
    assert Found(titled, 1.0, hit).name == "8.3 Required Overtime"
