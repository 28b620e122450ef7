"""Every page of the house, as the richest role, at two widths and in both colour schemes."""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error as PlaywrightError

from tests.browser.conftest import House

pytestmark = [pytest.mark.slow, pytest.mark.browser]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
AGAIN = "/reauthenticate/"
PAGE_BYTES, WHOLE_CONTRACT_BYTES = 80_000, 300_000
# The first question of an intake is the same before and after its draft; one form adds each kind of contact.
SAME_TITLE = {"grievances:intake-page", "members:add-contact"}
KEPT_LOOKS = [(390, "dark"), (1366, "light")]
# What a width hides or moves is the same in both schemes: the second look at a width is at its colours alone.
LOOKS = [(390, "light", RULES), (1366, "light", COLOURS), (1366, "dark", RULES), (390, "dark", COLOURS)]
OVERLAP = (Path(__file__).parent / "overlap.js").read_text()
WATCH = """document.addEventListener('securitypolicyviolation',
    event => console.error('CSP: ' + event.violatedDirective + ' ' + event.blockedURI))"""


def test_the_demo_loads(house: House) -> None:
    assert house.facts["trouble"] == ""


def test_every_address_has_an_example(house: House) -> None:
    assert house.facts["missing"] == []


def test_every_page_holds_at_both_widths_in_light_and_dark(house: House, visit: Any, axe: str) -> None:
    page = visit("everything")
    page.add_init_script(WATCH)
    walk = Walk(page, axe)
    for each in house.pages:
        walk.safely(each["name"], house.url + each["path"])
    walk.titles_differ()
    assert not walk.faults, "\n".join(walk.faults)


def test_doors_hold_like_pages(house: House, visit: Any, axe: str) -> None:
    """What stands before a sign-in, between its two steps, and behind the second."""
    before, between, behind = Walk(visit(""), axe), Walk(visit(""), axe), Walk(visit("with a code"), axe)
    before.page.add_init_script(WATCH)
    for path in ("login/", "password/reset/", "password/reset/done/", "inactive/"):
        before.safely(path, f"{house.url}/accounts/{path}")
    before.safely("a new password", house.url + house.facts["new_password"])
    between.page.goto(f"{house.url}/accounts/login/")
    between.page.fill("[name=login]", "code@browser.example.org")
    between.page.fill("[name=password]", house.facts["phrase"])
    between.page.keyboard.press("Enter")
    between.page.wait_for_url("**/2fa/authenticate/**")
    between.safely("the second step", f"{house.url}/accounts/2fa/authenticate/")
    for path in ("reauthenticate/", "2fa/reauthenticate/", "2fa/recovery-codes/", "2fa/recovery-codes/generate/",
                 "2fa/totp/deactivate/"):  # fmt: skip
        behind.safely(path, f"{house.url}/accounts/{path}")
    faults = before.faults + between.faults + behind.faults
    assert not faults, "\n".join(faults)


def test_a_camera_reads_the_square_code_in_the_dark(house: House, visit: Any) -> None:
    page = visit("everything", scheme="dark")
    page.goto(f"{house.url}/accounts/2fa/totp/activate/")
    assert (
        page.locator("img[width]").evaluate("image => getComputedStyle(image).backgroundColor") == "rgb(255, 255, 255)"
    )


class Walk:
    """Opens pages one after the other and collects what is wrong with them."""

    def __init__(self, page: Any, axe: str) -> None:
        self.page, self.axe = page, axe
        self.faults: list[str] = []
        self.titles: dict[str, str] = {}
        self.said: list[str] = []
        self.answers: list[Any] = []
        self.packed: dict[str, int] = {}
        page.on("response", lambda answer: self.answers.append(answer))
        page.on("console", lambda message: self.said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def safely(self, name: str, url: str) -> None:
        """A page that hangs is a fault of that page; the walk goes on."""
        before = len(self.faults)
        try:
            self._patiently(name, url)
        except PlaywrightError as error:
            self._fault(name, url, f"the browser gave up: {str(error)[:200]}")
        for words in self.faults[before:]:
            print(words, flush=True)

    def _patiently(self, name: str, url: str) -> None:
        """Once more when the browser itself stumbled; a fault of the page shows again."""
        try:
            self.one(name, url)
        except PlaywrightError:
            self.page.goto("about:blank")
            self.one(name, url)

    def one(self, name: str, url: str) -> None:
        self.said.clear()
        self.answers.clear()
        self.page.set_viewport_size({"width": 1366, "height": 860})
        answer = self.page.goto(url)
        self.page.wait_for_load_state("load")
        if answer.status != 200:
            self._fault(name, url, f"answers {answer.status}")
            return
        if AGAIN in self.page.url and AGAIN not in url:
            self._fault(name, url, "asks once more who we are; the page itself was not seen")
            return
        self._content(name, url)
        self.page.evaluate(self.axe)
        for width, scheme, rules in LOOKS:
            self._look(name, url, width, scheme, rules)
        self._narrow(name, url)
        for words in self.said:
            self._fault(name, url, f"console: {words[:300]}")

    def _content(self, name: str, url: str) -> None:
        headings = self.page.locator("h1").count()
        if headings != 1:
            self._fault(name, url, f"has {headings} h1")
        if name not in SAME_TITLE:
            self.titles[self.page.url] = self.page.title()
        most = WHOLE_CONTRACT_BYTES if "whole" in url else PAGE_BYTES
        weights = self._weights()
        if (weight := sum(weights.values())) > most:
            heavy = sorted(weights.items(), key=lambda pair: -pair[1])[:3]
            self._fault(name, url, f"weighs {weight} bytes: {heavy}")

    def _weights(self) -> dict[str, int]:
        """Bytes of each file of the page, packed, as if nothing were kept from the page before."""
        for answer in self.answers:
            if answer.status == 200 and not (answer.url in self.packed and "/static/" in answer.url):
                self.packed[answer.url] = _packed(answer)
        return {answer.url: self.packed[answer.url] for answer in self.answers if answer.status == 200}

    def _look(self, name: str, url: str, width: int, scheme: str, rules: list[str]) -> None:
        self.page.set_viewport_size({"width": width, "height": 860})
        self.page.emulate_media(color_scheme=scheme)
        self._keep(name, width, scheme)
        self._uncover(width)
        result = self.page.evaluate(
            "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false})", rules
        )
        if rules is RULES:
            self._overlap(name, url, width)
        for broken in result["violations"]:
            nodes = "; ".join(node["html"][:160] for node in broken["nodes"][:3])
            self._fault(name, url, f"{width} {scheme}: {broken['id']}: {nodes}")

    def _overlap(self, name: str, url: str, width: int) -> None:
        for words in self.page.evaluate(OVERLAP):
            self._fault(name, url, f"{width}: one text lies over another: {words}")

    def _uncover(self, width: int) -> None:
        """A bar that sticks to the foot hides a part of some link at some height; scrolling shows it."""
        if self.page.locator(".thumb:visible, .rd-bar:visible").count():
            tall = min(8000, self.page.evaluate("document.documentElement.scrollHeight"))
            self.page.set_viewport_size({"width": width, "height": max(860, tall)})

    def _narrow(self, name: str, url: str) -> None:
        for width in (1366, 390, 320):
            self.page.set_viewport_size({"width": width, "height": 860})
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                self._fault(name, url, f"scrolls sideways at {width}: {wide}, {self.page.evaluate(WIDEST)}")

    def _keep(self, name: str, width: int, scheme: str) -> None:
        if (folder := os.environ.get("UNIONOPS_SHOTS")) and (width, scheme) in KEPT_LOOKS:
            file = Path(folder) / f"{name.replace(':', '.')}-{width}-{scheme}.png"
            tall = min(3000, self.page.evaluate("document.documentElement.scrollHeight"))
            area = {"x": 0, "y": 0, "width": width, "height": tall}
            self.page.screenshot(path=file, full_page=True, clip=area)

    def titles_differ(self) -> None:
        seen: dict[str, str] = {}
        for url, title in self.titles.items():
            path = url.split("?")[0]
            if seen.setdefault(title, path) != path:
                self.faults.append(f"the title {title!r} stands on {seen[title]} and on {path}")

    def _fault(self, name: str, url: str, words: str) -> None:
        self.faults.append(f"{name} {url.split('/', 3)[-1]}: {words}")


WIDEST = """() => [...document.querySelectorAll('body *')].filter(
    el => el.getBoundingClientRect().right > innerWidth + 1
    && el.checkVisibility() && !el.closest('.tw')).slice(0, 3).map(el => el.outerHTML.slice(0, 120))"""


def _packed(answer: Any) -> int:
    body: bytes = answer.body()
    packed = answer.url.endswith((".woff2", ".png"))
    return len(body) if packed else len(gzip.compress(body))
