"""A demo house on a port of its own, a browser in front of it, and the accessibility rules (axe)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.processes import free_port

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / "tests" / ".cache"
AXE = "axe-core@4.14.1"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
NO_CHROMIUM = "Chromium is not on this machine: apt-get install chromium"


@dataclass(frozen=True)
class House:
    """Where it answers, who is signed in by which cookie, and every page it has."""

    url: str
    facts: dict[str, Any]

    @property
    def pages(self) -> list[dict[str, str]]:
        return list(self.facts["pages"])


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    if CHROMIUM is None:
        pytest.skip(NO_CHROMIUM)
    folder = tmp_path_factory.mktemp("house")
    variables = {**os.environ, "UNIONOPS_TEST_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    variables.pop("UNIONOPS_TEST_DATABASE", None)
    built = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v", "0", "-c", "from tests.browser.house import main; main()"],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr[-4000:]
    port = free_port()
    log = (folder / "server.log").open("w")
    command = [sys.executable, "-m", "gunicorn", "unionops.wsgi", "--bind", f"127.0.0.1:{port}", "--threads", "4"]
    server = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=log, stderr=log)
    try:
        _wait(f"http://127.0.0.1:{port}/help/", server)
        yield House(f"http://127.0.0.1:{port}", json.loads(built.stdout.splitlines()[-1]) | {"variables": variables})
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    for _try in range(300):
        assert server.poll() is None, "the server ended before it answered"
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the server did not answer within a minute")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip(NO_CHROMIUM)
    with api.sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(house: House, browser: Any) -> Iterator[Any]:
    """visit("steward", width=390, scheme="dark") -> a page signed in as that role ('' for nobody)."""
    contexts = []

    def go(role: str = "everything", *, width: int = 1366, scheme: str = "light", **more: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 860}, color_scheme=scheme, **more)
        contexts.append(context)
        context.set_default_timeout(15_000)
        if role:
            value = house.facts["cookies"][role]
            context.add_cookies([{"name": house.facts["cookie"], "value": value, "url": house.url}])
        return context.new_page()

    yield go
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The rules' source, fetched by npm once and kept beside the tests."""
    script = CACHE / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        if shutil.which("npm") is None:
            pytest.skip("npm is not on this machine, so axe cannot be fetched: apt-get install npm")
        CACHE.mkdir(exist_ok=True)
        command = [
            "npm",
            "install",
            "--prefix",
            str(CACHE),
            "--no-save",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            AXE,
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        if done.returncode or not script.exists():
            pytest.skip(f"npm could not fetch {AXE}: {done.stderr.strip()[-200:]}")
    return script.read_text()
