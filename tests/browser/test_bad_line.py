"""A line that dies while somebody writes down a case: nothing typed is lost, and the next press goes through."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import House

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_an_intake_pressed_without_a_line_keeps_its_words_and_goes_on_later(house: House, visit: Any) -> None:
    page = visit("steward", width=390)
    page.goto(f"{house.url}/grievances/new/")
    page.fill("[name=title_text]", "Break taken away on the dock")
    page.context.set_offline(True)
    page.click("main form[data-careful] button[type=submit]")
    page.wait_for_selector("#lost:not([hidden])")
    assert page.url.endswith("/grievances/new/")
    assert page.input_value("[name=title_text]") == "Break taken away on the dock"
    page.context.set_offline(False)
    page.click("main form[data-careful] button[type=submit]")
    page.wait_for_url(lambda url: not url.endswith("/new/"))
    page.goto(f"{house.url}/grievances/new/")
    assert "Break taken away on the dock" in page.inner_text("main")


def test_words_typed_without_a_line_are_kept_as_soon_as_it_is_back(house: House, visit: Any) -> None:
    page = visit("steward", width=390)
    page.goto(f"{house.url}/grievances/new/")
    page.fill("[name=title_text]", "Skipped on the overtime list")
    page.click("main form[data-careful] button[type=submit]")
    page.wait_for_url(lambda url: not url.endswith("/new/"))
    page.context.set_offline(True)
    page.fill("[name=knowledge_how]", "A colleague told me")
    page.wait_for_selector("#lost:not([hidden])")
    with page.expect_response(lambda answer: answer.url.endswith("/keep/")):
        page.context.set_offline(False)
    page.reload()
    assert page.input_value("[name=knowledge_how]") == "A colleague told me"


def test_the_first_words_are_kept_before_any_press_and_in_one_draft(house: House, visit: Any) -> None:
    page = visit("steward", width=390)
    page.goto(f"{house.url}/grievances/new/")
    page.fill("[name=title_text]", "Locker room closed")
    page.wait_for_selector("#saved:not(:empty)")
    page.fill("[name=what]", "The door has been locked since Monday.")
    page.goto(f"{house.url}/grievances/")
    page.wait_for_timeout(500)
    page.goto(f"{house.url}/grievances/new/")
    assert page.inner_text("main").count("Locker room closed") == 1
    page.click("text=Locker room closed")
    assert "The door has been locked since Monday." in page.inner_text("main")


def test_leaving_a_page_with_words_the_house_does_not_have_is_asked_about(house: House, visit: Any) -> None:
    page = visit("steward", width=390)
    page.goto(f"{house.url}/grievances/new/")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.context.set_offline(True)
    page.click("[name=what]")
    page.keyboard.type("Nobody was there.")
    page.close(run_before_unload=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert page.input_value("[name=what]") == "Nobody was there."
