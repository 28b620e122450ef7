"""The contract on the phone, in a real browser: kept when asked for, nothing else, and gone on leaving."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import ROOT, House

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Any]
STORES = """async () => {
  const caches_ = {};
  for (const name of await caches.keys()) {
    caches_[name] = {};
    for (const request of await (await caches.open(name)).keys())
      caches_[name][new URL(request.url).pathname] = await (await (await caches.open(name)).match(request)).text();
  }
  const bases = indexedDB.databases ? (await indexedDB.databases()).map((base) => base.name) : [];
  const workers = (await navigator.serviceWorker.getRegistrations()).length;
  return { caches: caches_, local: {...localStorage}, session: {...sessionStorage}, bases, workers };
}"""


@pytest.fixture(scope="module")
def slug(house: House) -> str:
    found = next(page["path"] for page in house.pages if page["name"] == "contracts:pocket")
    return found.strip("/").split("/")[1]


@pytest.fixture
def kept(visit: Visit, house: House, slug: str) -> Iterator[Any]:
    """A steward's phone on which the contract was kept just now."""
    page = visit("everything", width=390)
    page.goto(f"{house.url}/contracts/{slug}/pocket/")
    page.click("[data-deed=keep]")
    page.wait_for_selector("[data-when=kept]:visible")
    yield page


def told(house: House, script: str) -> Any:
    """What a few lines print as JSON inside the house."""
    command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", script]
    done = subprocess.run(command, cwd=ROOT, env=house.facts["variables"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


NAMES = """
import json
from members.models import Person
from unionops.platform.access.actors import acting, system_actor
with acting(system_actor()):
    print(json.dumps([f"{person.first_name} {person.last_name}" for person in Person.objects.all()]))
"""
PUBLIC_COMPUTER = """
import json
from django.contrib.sessions.backends.db import SessionStore
session = SessionStore()
session.update(dict(SessionStore(session_key={key!r}).items()) | {{"public_computer": True}})
session.create()
print(json.dumps(session.session_key))
"""


def test_only_the_contract_is_kept_and_nobody_is_in_any_storage(kept: Any, house: House, slug: str) -> None:
    for path in ("/members/", "/grievances/", f"/contracts/{slug}/", "/contracts/practices/", "/"):
        kept.goto(house.url + path)
    held = kept.evaluate(STORES)
    assert held["caches"]["kept-contracts"].keys() == {f"/contracts/kept/{slug}/"}
    (shell,) = [files for name, files in held["caches"].items() if name.startswith("kept-shell-")]
    assert len(held["caches"]) == 2
    allowed = re.compile(r"/contracts/kept/(app\.webmanifest)?|/static/(pocket|kept|icon)[\w.]*\.(css|js|svg)")
    assert [path for path in shell if not allowed.fullmatch(path)] == []
    assert (held["local"], held["session"], held["bases"]) == ({}, {}, [])
    everything = json.dumps(held["caches"], ensure_ascii=False)
    people = [*told(house, NAMES), "Test everything"]
    assert len(people) > 100
    assert [name for name in people if name in everything] == []


def test_contract_opens_and_searches_without_a_network(kept: Any, house: House, slug: str) -> None:
    kept.goto(f"{house.url}/contracts/kept/{slug}/")
    title = kept.title()
    kept.context.set_offline(True)
    kept.goto(f"{house.url}/contracts/kept/{slug}/")
    assert kept.title() == title
    kept.fill("#q", "overtime")
    kept.wait_for_selector("#hits a")
    assert "overtime" in kept.inner_text("#hits").lower()
    kept.press("#q", "Enter")
    assert "#c" in kept.url
    kept.fill("#q", "How long do I have to complain about the boss?")
    kept.wait_for_selector("#hits a")
    assert "grievance" in kept.inner_text("#hits li >> nth=0").lower()
    kept.goto(f"{house.url}/members/")
    assert kept.inner_text("h1") == "Contracts on this phone"
    assert kept.inner_text("[data-shelf] a") == title
    kept.context.set_offline(False)
    kept.goto(f"{house.url}/members/")
    assert kept.inner_text("h1") != "Contracts on this phone"


def test_changed_text_is_offered_and_taken_by_its_stamp(kept: Any, house: House, slug: str) -> None:
    """The copy is made an old one; the page says so, and one press fetches the text in force."""
    address = f"/contracts/kept/{slug}/"
    kept.evaluate(
        """async (address) => {
          const cache = await caches.open("kept-contracts");
          const held = await cache.match(address);
          const headers = new Headers(held.headers);
          headers.set("X-Pocket-Stamp", "000000000000");
          await cache.put(address, new Response((await held.text()).replace("<h1>", "<h1>OLD "), {headers}));
        }""",
        address,
    )
    kept.goto(house.url + address)
    assert kept.inner_text("h1").startswith("OLD")
    kept.click("[data-deed=update]:visible")
    kept.wait_for_selector("h1:not(:has-text('OLD'))")
    assert kept.locator("[data-deed=update]:visible").count() == 0


def test_removing_the_last_copy_leaves_nothing(kept: Any) -> None:
    kept.click("[data-deed=remove]")
    kept.wait_for_selector("[data-deed=keep]:visible")
    assert kept.evaluate(STORES) == {"caches": {}, "local": {}, "session": {}, "bases": [], "workers": 0}


def test_leaving_a_public_computer_takes_the_copy_along(kept: Any, house: House) -> None:
    """The copy was there already when somebody marked the computer as public."""
    key = told(house, PUBLIC_COMPUTER.format(key=house.facts["cookies"]["everything"]))
    kept.context.add_cookies([{"name": house.facts["cookie"], "value": key, "url": house.url}])
    kept.goto(f"{house.url}/accounts/logout/")
    kept.click("main button[type=submit]")
    kept.wait_for_load_state()
    held = kept.evaluate(STORES)
    assert (held["caches"], held["workers"]) == ({}, 0)


def test_the_file_itself_says_that_it_is_old(
    browser: Any, tmp_path: Path, house: House, visit: Visit, slug: str
) -> None:
    page = visit("everything")
    data = page.request.get(f"{house.url}/contracts/{slug}/pocket/member/file/").text()
    dated = re.sub(r' data-(from|until|superseded)="[^"]*"', "", data)
    file = tmp_path / "pocket.html"
    shown = {
        "old-expired": 'data-until="2020-01-01"',
        "old-superseded": 'data-until="2020-01-01" data-superseded="2020-01-01"',
        "old-early": 'data-from="2999-01-01"',
        "": 'data-from="2000-01-01" data-until="2999-01-01"',
    }
    for wanted, dates in shown.items():
        file.write_text(dated.replace("<body", f"<body {dates}"))
        alone = browser.new_context(offline=True, viewport={"width": 390, "height": 800})
        try:
            tab, said = alone.new_page(), []
            tab.on("console", lambda message, said=said: said.append(message.text))
            tab.goto(file.as_uri())
            ids = tab.eval_on_selector_all(".old[id]:not([hidden])", "all => all.map((el) => el.id)")
            assert ids == [one for one in (wanted,) if one]
            tab.fill("#q", "overtime")
            tab.wait_for_selector("#hits a")
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert said == []
        finally:
            alone.close()


def test_the_file_alone_forgives_a_misspelt_word_and_says_so(
    browser: Any, tmp_path: Path, house: House, visit: Visit, slug: str
) -> None:
    file = tmp_path / "pocket.html"
    file.write_text(visit("everything").request.get(f"{house.url}/contracts/{slug}/pocket/member/file/").text())
    alone = browser.new_context(offline=True, viewport={"width": 390, "height": 800})
    try:
        tab = alone.new_page()
        tab.goto(file.as_uri())
        tab.fill("#q", "overtime")
        tab.wait_for_selector("#hits a")
        right = tab.eval_on_selector_all("#hits b", "all => all.map((el) => el.textContent)")
        tab.fill("#q", "overtmie")
        tab.wait_for_selector("#said:has-text('overtime')")
        assert tab.eval_on_selector_all("#hits b", "all => all.map((el) => el.textContent)") == right
        tab.fill("#q", "qzxkwv")
        tab.wait_for_selector("#hits a", state="detached")
    finally:
        alone.close()
