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
    page.goto(f"{house.url}/grievances/new/")
    kept_by(page, 0)
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


def kept_by(page: Any, copies: int) -> str:
    """What the browser keeps, once it is that many copies."""
    for _try in range(80):
        if page.evaluate("localStorage.length") == copies:
            break
        page.wait_for_timeout(100)
    assert page.evaluate("localStorage.length") == copies
    return str(page.evaluate("JSON.stringify({...localStorage})"))


def test_words_of_a_tab_that_was_closed_come_back_and_lie_sealed_meanwhile(house: House, visit: Any) -> None:
    page = visit("steward", width=390)
    page.goto(f"{house.url}/grievances/new/")
    page.fill("[name=title_text]", "Gate closed at six")
    page.click("main form[data-careful] button[type=submit]")
    page.wait_for_url(lambda url: not url.endswith("/new/"))
    kept_by(page, 0)
    context, address = page.context, page.url
    context.set_offline(True)
    page.fill("[name=knowledge_how]", "Told by Okonkwo at the gate")
    kept = kept_by(page, 1)
    assert "Okonkwo" not in kept
    assert "grievances" not in kept
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(f"{house.url}/grievances/")
    page.click("[data-typed-list] a")
    assert page.url == address
    page.click("[data-typed-back]")
    assert page.input_value("[name=knowledge_how]") == "Told by Okonkwo at the gate"
    page.wait_for_selector("#saved:not(:empty)")
    kept_by(page, 0)
    page.reload()
    assert page.input_value("[name=knowledge_how]") == "Told by Okonkwo at the gate"


def test_what_one_person_typed_is_closed_to_the_next_one_at_the_same_browser(house: House, visit: Any) -> None:
    page = visit("steward")
    page.goto(f"{house.url}/grievances/new/")
    page.context.set_offline(True)
    page.fill("[name=what]", "Seen by Okonkwo.")
    kept_by(page, 1)
    kept = page.evaluate("Object.entries(localStorage)[0]")
    other = visit("chief_steward")
    other.goto(f"{house.url}/grievances/new/")
    other.evaluate("([name, value]) => localStorage.setItem(name, value)", kept)
    other.reload()
    other.wait_for_timeout(2500)
    assert other.locator("[data-typed-list] li").count() == 0
    assert other.evaluate("localStorage.length") == 1


def test_a_session_that_ends_while_somebody_writes_takes_no_words_along(house: House, visit: Any) -> None:
    page = visit()
    path = next(one["path"] for one in house.facts["pages"] if one["path"].endswith("/do/note/"))
    page.goto(f"{house.url}{path}")
    page.fill("main textarea", "They met for an hour.")
    held = [each for each in page.context.cookies() if each["name"].endswith("session")]
    page.context.clear_cookies(name=held[0]["name"])
    page.click("main form[data-careful] button[type=submit]")
    page.wait_for_selector("#signed-out:not([hidden])")
    assert page.input_value("main textarea") == "They met for an hour."
    page.context.add_cookies(held)
    page.click("main form[data-careful] button[type=submit]")
    page.wait_for_url("**/#notes")
    assert "They met for an hour." in page.inner_text("#notes")
    kept_by(page, 0)
