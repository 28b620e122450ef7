"""Main jobs by keyboard alone, without a script, on paper and at the edges of a small screen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import House

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def sign_in(page: Any, house: House, role: str) -> None:
    page.goto(f"{house.url}/accounts/login/")
    page.fill("input[name=login]", f"{role}@browser.example.org")
    page.fill("input[name=password]", house.facts["phrase"])
    page.keyboard.press("Enter")
    page.wait_for_url(f"{house.url}/")


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.outerHTML.slice(0, 300)"))


def test_the_first_tab_stop_skips_to_the_content(house: House, visit: Any) -> None:
    page = visit("steward")
    page.goto(f"{house.url}/")
    page.keyboard.press("Tab")
    assert "Skip to main content" in focused(page)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("role", ["steward", "comms_chair", "officer", "membership_secretary", "technical_admin"])
def test_people_sign_in_by_keyboard_and_land_on_home(house: House, visit: Any, role: str) -> None:
    page = visit("")
    sign_in(page, house, role)
    assert page.locator("h1").count() == 1


def test_a_wrong_password_is_said_first_and_takes_the_focus(house: House, visit: Any) -> None:
    page = visit("")
    page.goto(f"{house.url}/accounts/login/")
    page.fill("input[name=login]", "steward@browser.example.org")
    page.fill("input[name=password]", "not the right one")
    page.keyboard.press("Enter")
    page.wait_for_selector(".errors")
    assert "errors" in focused(page)
    assert page.title().startswith("Error:")


def test_a_clause_is_found_by_keyboard(house: House, visit: Any) -> None:
    page = visit("steward")
    page.goto(f"{house.url}/contracts/")
    page.keyboard.press("/")
    assert "<input" in focused(page)
    page.keyboard.type("overtime")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hits a")
    page.locator(".hits a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("article.cl, .pr-t")
    assert "/contracts/" in page.url


def test_search_answers_while_typing_and_says_how_many(house: House, visit: Any) -> None:
    page = visit("steward")
    page.goto(f"{house.url}/contracts/")
    page.locator("main input[type=search]").first.press_sequentially("leave", delay=20)
    page.wait_for_selector("#found .hits a")
    assert "found" in page.locator("#found").inner_text()


def test_menus_close_with_escape_and_give_the_focus_back(house: House, visit: Any) -> None:
    page = visit("steward")
    page.goto(f"{house.url}/help/")
    page.locator("details.who > summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("details.who[open]").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator("details.who[open]").count() == 0
    assert "<summary" in focused(page)


def test_single_letters_can_be_switched_off(house: House, visit: Any) -> None:
    page = visit("trustee")
    page.goto(f"{house.url}/preferences/")
    page.check("input[name=keys][value=off]")
    page.click("main button[type=submit]")
    page.wait_for_selector("[data-toast]")
    page.locator("h1").click()
    page.keyboard.press("?")
    page.keyboard.press("/")
    assert page.url.endswith("/preferences/")
    assert page.evaluate("document.activeElement.tagName") not in {"INPUT", "TEXTAREA"}


def test_colours_and_size_follow_the_settings(house: House, visit: Any) -> None:
    page = visit("treasurer")
    page.goto(f"{house.url}/preferences/")
    page.check("input[name=theme][value=dark]")
    page.check("input[name=text][value='150']")
    page.check("input[name=face][value=easy]")
    page.click("main button[type=submit]")
    page.wait_for_selector("html[data-theme=dark]")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 31)"
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_page_speaks_spanish(house: House, visit: Any) -> None:
    page = visit("chief_steward")
    page.goto(f"{house.url}/preferences/")
    page.select_option("select[name=language]", "es")
    page.click("main button[type=submit]")
    page.wait_for_selector("html[lang=es]")
    page.goto(f"{house.url}/")
    assert page.locator("nav a", has_text="Contratos").count() >= 1


def test_phones_reach_every_section_from_the_menu(house: House, visit: Any) -> None:
    page = visit("officer", width=390)
    page.goto(f"{house.url}/")
    page.locator(".phone-menu > summary").click()
    links = page.locator(".phone-menu nav a")
    assert links.count() >= 4
    links.nth(1).click()
    page.wait_for_load_state("load")
    assert page.url != f"{house.url}/"


def test_without_a_script_people_sign_in_read_and_search(house: House, visit: Any) -> None:
    page = visit("", java_script_enabled=False)
    sign_in(page, house, "steward")
    page.goto(f"{house.url}/contracts/search/?q=overtime")
    page.locator(".hits a").first.click()
    page.wait_for_load_state("load")
    assert page.locator("h1").count() == 1
    page.goto(f"{house.url}/grievances/new/")
    assert page.locator("form[method=post] button").count() >= 1


def test_focus_is_never_under_the_bars(house: House, visit: Any) -> None:
    page = visit("steward", width=390)
    page.goto(next(house.url + each["path"] for each in house.pages if each["name"] == "contracts:reader"))
    for _step in range(60):
        page.keyboard.press("Tab")
        covered = page.evaluate(COVERED)
        assert not covered, covered


COVERED = """() => {
    const el = document.activeElement;
    if (!el || el === document.body || el.closest('.top, .rd-bar, .skip, .toasts')) return '';
    const box = el.getBoundingClientRect();
    if (!box.width || !box.height) return '';
    const x = box.left + Math.min(box.width / 2, 20), y = box.top + box.height / 2;
    const above = document.elementFromPoint(x, y);
    const bar = above && above.closest('.top, .rd-bar, .toasts');
    return bar ? el.outerHTML.slice(0, 200) + ' lies under ' + bar.className : '';
}"""


def test_pages_print(house: House, visit: Any) -> None:
    page = visit("officer")
    page.goto(f"{house.url}/board/")
    page.emulate_media(media="print")
    assert page.locator("header.top").is_hidden()
    assert page.pdf()[:5] == b"%PDF-"


def test_pages_hold_in_forced_colours_and_with_wide_spacing(house: House, visit: Any) -> None:
    page = visit("steward", width=390, forced_colors="active", bypass_csp=True)
    page.goto(f"{house.url}/")
    page.add_style_tag(
        content="*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_is_kept_in_the_browser(house: House, visit: Any) -> None:
    page = visit("membership_secretary")
    answer = page.goto(f"{house.url}/members/?q=Abara")
    page.wait_for_load_state("load")
    assert "no-store" in answer.headers["cache-control"]
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert kept == "[{},{}]"


def test_escape_leaves_a_field_of_the_review_screen_and_its_letters_are_keys_again(house: House, visit: Any) -> None:
    page = visit("chief_steward")
    path = next(one["path"] for one in house.facts["pages"] if one["name"] == "contracts:review")
    page.goto(f"{house.url}{path}")
    title = page.locator("main input[name^='t-']").nth(1)
    title.fill("Another title")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.keyboard.press("s")
    page.wait_for_load_state("networkidle")
    assert title.input_value() != "Another titles"
    assert page.locator("[data-key=u]").count() == 1


CARDS = """() => {
    const main = document.querySelector('main');
    for (const name of ['one', 'two']) {
        const card = document.createElement('section');
        card.dataset.stop = '';
        card.innerHTML = `<h2>${name}</h2><button data-key="y" type="button">Yes</button>
            <details><summary data-key="w">Words</summary><textarea></textarea></details>`;
        card.querySelector('button').addEventListener('click', () => { document.title = name; });
        main.prepend(card);
    }
}"""


def test_a_letter_presses_what_stands_in_the_stop_that_has_the_focus(house: House, visit: Any) -> None:
    """Two cards have the same keys: the first is meant only while none has the focus."""
    page = visit("steward", bypass_csp=True)
    page.goto(f"{house.url}/contracts/ask/")
    page.evaluate(CARDS)
    page.keyboard.press("y")
    assert page.title() == "two"
    page.locator("h2:has-text('one')").evaluate("el => { el.parentElement.tabIndex = -1; el.parentElement.focus(); }")
    page.keyboard.press("y")
    assert page.title() == "one"
    page.keyboard.press("w")
    page.keyboard.type("my own words, yes")
    assert page.title() == "one"
    assert page.locator("section:has-text('one') textarea").input_value() == "my own words, yes"


def test_a_file_dropped_beside_its_field_goes_into_it(house: House, visit: Any) -> None:
    page = visit("everything")
    page.goto(f"{house.url}/contracts/add/")
    taken = page.evaluate(
        """() => {
          const held = new DataTransfer();
          held.items.add(new File(["ARTICLE 1"], "deck.txt", { type: "text/plain" }));
          const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: held });
          const stays = !document.querySelector("h1").dispatchEvent(drop);
          return [stays, document.querySelector("input[type=file]").files[0].name];
        }"""
    )
    assert taken == [True, "deck.txt"]
