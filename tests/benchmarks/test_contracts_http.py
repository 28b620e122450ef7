"""Finding clauses over HTTP in a real server process with 50,000 clauses. Nothing is asserted on time."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.benchmarks.figures import Figures, figures, percentiles
from tests.benchmarks.test_contracts import CLAUSES, SCOPES, SECTION
from tests.browser.conftest import ROOT, _wait
from tests.processes import free_port

__all__ = ["figures"]
pytestmark = pytest.mark.measure
ASKED = (
    "overtime notice",
    "12.3",
    '"shall give"',
    "how many days of leave for a grievance",
    "senority roster",
    "w17 w18 pay",
)
ROUNDS = 20


def test_finding_over_http_in_fifty_thousand_clauses(tmp_path: Path, figures: Figures) -> None:
    variables = {**os.environ, "UNIONOPS_TEST_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    variables.pop("UNIONOPS_TEST_DATABASE", None)
    code = "from tests.benchmarks.library import main; main()"
    shell = [sys.executable, "manage.py", "shell", "-v", "0", "-c", code]
    built = subprocess.run(shell, cwd=ROOT, env=variables, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr[-4000:]
    facts = json.loads(built.stdout.splitlines()[-1])
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "unionops.wsgi", "--bind", f"127.0.0.1:{port}", "--threads", "4"]
    with (tmp_path / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=log, stderr=log)
        try:
            _wait(f"http://127.0.0.1:{port}/help/", server)
            _measure(port, facts, figures)
        finally:
            server.terminate()
            server.wait(20)


def _measure(port: int, facts: dict[str, Any], figures: Figures) -> None:
    cookie = {"Cookie": f"{facts['cookie']}={facts['value']}"}
    kept = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for name, headers in (("while typing (the fragment)", {"HX-Request": "true"}), ("the whole page", {})):
        samples = []
        for turn in range(ROUNDS + 1):
            for words in ASKED:
                began = time.perf_counter()
                kept.request("GET", f"/contracts/search/?q={quote(words)}&where=all", headers={**cookie, **headers})
                answer = kept.getresponse()
                body = answer.read()
                assert answer.status == 200 and b'class="hits"' in body, (answer.status, words)
                if turn:
                    samples.append(time.perf_counter() - began)
        how = f"{SCOPES * CLAUSES} clauses in {SCOPES} agreements, all searched; gunicorn, one client"
        figures(SECTION, f"find over HTTP, {name}", percentiles(samples), how)
