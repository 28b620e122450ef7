"""The frame around every page: sections by role, reading settings, help, cards on Home."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from unionops.platform.access.models import Local, User
from unionops.platform.audit.models import Event
from unionops.platform.ui import banners, cards, reading
from unionops.platform.ui.models import Preference


@pytest.mark.parametrize("path", ["/help/", "/help/keyboard/", "/help/accessibility/", "/reading/", "/accounts/login/"])
def test_public_pages_open_without_signing_in(local: Local, path: str) -> None:
    page = Client().get(path).content.decode()
    assert page.count("<h1") == 1
    assert "Skip to main content" in page
    assert 'style="' not in page


def test_the_gallery_shows_every_part_and_its_errors(
    make_user: Callable[..., User], sign_in: Callable[[User], Client]
) -> None:
    assert sign_in(make_user("steward")).get("/ui/").status_code == 403
    client = sign_in(make_user("technical_admin"))
    assert 'href="/ui/"' in client.get("/help/").content.decode()
    assert client.get("/ui/").status_code == 200
    wrong = client.post("/ui/", {})
    assert wrong.status_code == 422
    assert b"<title>Error: " in wrong.content


def test_sections_are_hidden_from_those_whose_office_has_none(
    make_user: Callable[..., User], sign_in: Callable[[User], Client]
) -> None:
    page = sign_in(make_user("technical_admin")).get("/help/").content.decode()
    assert 'href="/members/"' not in page
    assert 'href="/grievances/"' not in page


def test_the_demo_is_called_so_on_every_page(local: Local) -> None:
    assert "is invented" not in Client().get("/help/").content.decode()
    local.is_demo = True
    local.save()
    assert "is invented" in Client().get("/help/").content.decode()


def test_settings_are_kept_with_the_account_and_follow_it(
    make_user: Callable[..., User], sign_in: Callable[[User], Client]
) -> None:
    user = make_user("steward")
    first = sign_in(user)
    answer = first.post("/preferences/", {"theme": "dark", "text": "130", "language": "es"})
    assert answer.status_code == 302
    assert Preference.objects.get(user=user).values == {"theme": "dark", "text": "130"}
    assert Event.objects.filter(action="changed reading settings").exists()
    other_device = sign_in(user)
    page = other_device.get("/preferences/").content.decode()
    assert 'data-theme="dark" data-text="130"' in page
    assert '<html lang="es"' in page
    assert other_device.cookies["language"].value == "es"


def test_the_next_person_on_a_shared_computer_does_not_inherit(
    make_user: Callable[..., User], sign_in: Callable[[User], Client]
) -> None:
    client = sign_in(make_user("steward"))
    client.post("/preferences/", {"theme": "dark"})
    client.force_login(make_user("officer"))
    assert 'data-theme="dark"' not in client.get("/help/").content.decode()


def test_before_sign_in_settings_stand_in_a_cookie_only(local: Local) -> None:
    client = Client()
    assert client.post("/reading/", {"face": "easy"}).status_code == 302
    assert 'data-face="easy"' in client.get("/reading/").content.decode()
    assert not Preference.objects.exists()


def test_a_wrong_choice_is_refused_and_said(make_user: Callable[..., User], sign_in: Callable[[User], Client]) -> None:
    answer = sign_in(make_user("steward")).post("/preferences/", {"theme": "pink"})
    assert answer.status_code == 422
    assert b"There is a problem" in answer.content


@pytest.mark.parametrize("cookie", ["", "theme=pink", "x" * 5000, "theme=dark&theme=light", "%00=\n", "o=../.."])
def test_a_strange_cookie_harms_nothing(cookie: str) -> None:
    known, _owner = reading.from_cookie(cookie)
    assert known.theme in {"", "dark", "light"}


@pytest.mark.parametrize("status", ["400", "403", "403_csrf", "404", "429", "500", "503"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_error_pages_stand_alone(status: str, language: str) -> None:
    with translation.override(language):
        page = render_to_string(f"{status}.html", {"incident": "ab12cd34"})
    assert page.count("<h1") == 1
    assert "ab12cd34" in page
    assert 'href="/"' in page


def test_cards_are_asked_once_and_stand_in_order(
    make_user: Callable[..., User], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "_providers", {})
    asked: list[str] = []

    def low(user: Any) -> cards.Card:
        asked.append("low")
        return cards.Card("x.html", weight=90)

    def none(user: Any) -> None:
        asked.append("none")

    def high(user: Any) -> cards.Card:
        return cards.Card("x.html", weight=10)

    for role, provider in (("steward", low), ("officer", low), ("steward", none), ("officer", high)):
        cards.register(role, provider)
    mine = cards.for_user(make_user("steward", "officer"))
    assert [card.weight for card in mine] == [10, 90]
    assert sorted(asked) == ["low", "none"]


def test_banners_come_from_those_who_know(local: Local) -> None:
    banners.providers.register("test", lambda request: banners.Banner("The disk is full.", "bad"))
    try:
        assert [each.text for each in banners.for_request(HttpRequest())][-1] == "The disk is full."
    finally:
        banners.providers._items.pop("test")


def test_staying_signed_in_is_one_press(make_user: Callable[..., User], sign_in: Callable[[User], Client]) -> None:
    client = sign_in(make_user("steward"))
    assert client.post("/stay/", headers={"HX-Request": "true"}).status_code == 204
    assert client.post("/stay/").status_code == 302
    assert 'data-session-seconds="1800"' in client.get("/help/").content.decode()


def test_before_a_press_the_page_asks_in_a_few_bytes_who_is_here(
    make_user: Callable[..., User], sign_in: Callable[[User], Client]
) -> None:
    user = make_user("chief_steward")
    answer = sign_in(user).get("/here/", {"page": "/grievances/"})
    assert answer.status_code == 200 and len(answer.content) == 64
    assert Client().get("/here/").status_code == 302


def test_where_a_page_asks_again_who_somebody_is_the_question_before_its_press_says_no(
    make_user: Callable[..., User],
) -> None:
    client = Client()
    client.force_login(make_user("chief_steward"))
    guarded = f"/grievances/{uuid.uuid4()}/guard/restrict/"
    assert "reauthenticate" in client.get("/here/", {"page": guarded}).headers["Location"]
    for open_to in (f"/grievances/{uuid.uuid4()}/do/note/", "/no/such/page/", ""):
        assert client.get("/here/", {"page": open_to}).status_code == 200
