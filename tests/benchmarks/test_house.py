"""The frame itself: how soon it answers, what it weighs idle, how long its pages take, what a job adds to a call."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
import urllib.request
from collections import defaultdict
from pathlib import Path

import httpx
import pytest

from tests.benchmarks.figures import percentiles
from tests.browser.conftest import House, browser, house, visit
from tests.jobs import work
from tests.ops.test_supervisor import EVERYBODY, LINUX, ROOT, Box, until
from tests.processes import below, wait_until
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.jobs.models import Job, State
from unionops.platform.ops import household

pytestmark = pytest.mark.measure
SECTION = "The house"
__all__ = ["browser", "house", "visit"]
ROUNDS = 7
PRIVATE = ROOT / "bin" / "private-postgres"
MODEL = "qwen3.5:4b"


@LINUX
def test_start_up_and_idle_memory(tmp_path: Path, figures) -> None:
    box = Box(tmp_path)
    took = first_page(box, time.monotonic())
    figures(SECTION, "first start to first page", f"{took:.1f} s", "bare folder: keys, tables, all")
    whole = idle(box)
    figures(SECTION, "idle memory of the whole set, SQLite", f"{whole:.0f} MB PSS", "supervisor, web, 2 workers, Redis")
    stop(box)
    began = time.monotonic()
    box.process = box.start()
    figures(SECTION, "second start to first page", f"{first_page(box, began):.1f} s", "nothing to prepare")
    for name, what in (("web", "the web server, master and worker"), ("hall", "the process the others are forks of")):
        waits = [page_after_killing(box, name) for _turn in range(7)]
        figures(SECTION, f"first page after kill -9 of {what}", percentiles(waits), "six seconds apart, 7 times")
    stop(box)


def page_after_killing(box: Box, name: str) -> float:
    """Seconds until the sign-in page is there again."""
    assert until(lambda: set(box.children()) == EVERYBODY)
    time.sleep(household.STEADY + 1)  # who falls sooner waits longer: each kill here is to be a first one
    pid = box.children()[name]
    for fallen in (pid, *(below(pid) if name == "web" else ())):
        os.kill(fallen, signal.SIGKILL)
    return first_page(box, time.monotonic())


@LINUX
def test_idle_memory_with_postgresql(tmp_path: Path, figures) -> None:
    # where the server's own account gets to, which the scratch folder of the tests may be closed to
    folder = Path(tempfile.mkdtemp(prefix="unionops-measure-", dir="/tmp")) / "postgres"
    started = subprocess.run([PRIVATE, "start", folder], capture_output=True, text=True, check=False)
    if started.returncode == 3:
        pytest.skip("PostgreSQL is not on this machine")
    assert started.returncode == 0, started.stderr
    try:
        box = Box(tmp_path, DATABASE_URL=started.stdout.strip())
        first_page(box, time.monotonic())
        ours = idle(box)
        server = proportional_memory(int((folder / "db" / "postmaster.pid").read_text().split()[0]))
        stop(box)
    finally:
        subprocess.run([PRIVATE, "stop", folder], capture_output=True, check=True)
        shutil.rmtree(folder.parent)
    how = f"supervisor, web, 2 workers, Redis {ours:.0f} MB; PostgreSQL as Debian sets it {server:.0f} MB"
    figures(SECTION, "idle memory of the whole set, PostgreSQL", f"{ours + server:.0f} MB PSS", how)


def first_page(box: Box, began: float) -> float:
    """Seconds from `began` until the sign-in page is there."""
    assert until(box.get, 300), box.said.read_text()
    return time.monotonic() - began


def idle(box: Box) -> float:
    """MB of everything the supervisor started, some pages and twenty quiet seconds later."""
    assert until(lambda: set(box.children()) == EVERYBODY)
    for _again in range(5):
        box.get()
    time.sleep(20)
    return proportional_memory(box.process.pid)


def stop(box: Box) -> None:
    """0, or 130 when it was told before the last child had started; all have ended in both cases."""
    box.process.send_signal(signal.SIGINT)
    assert box.process.wait(60) in {0, 130}


def proportional_memory(root: int) -> float:
    """MB of a process and all below it; what several share is counted once."""
    below = defaultdict(list)
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            below[int(status.read_text().rsplit(")", 1)[1].split()[1])].append(int(status.parent.name))
        except OSError:
            continue
    waiting, kilobytes = [root], 0
    while waiting:
        process = waiting.pop()
        waiting += below[process]
        found = re.search(r"Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text())
        kilobytes += int(found[1]) if found else 0
    return kilobytes / 1024


def test_every_page_of_the_demo(house: House, figures) -> None:
    """The server's own time for each page as the richest role; the first of each is for warming up."""
    cookie = f"{house.facts['cookie']}={house.facts['cookies']['everything']}"
    taken: dict[str, list[float]] = defaultdict(list)
    for turn in range(ROUNDS + 1):
        for page in house.pages:
            took = fetch(house.url + page["path"], cookie)
            if turn:
                taken[page["name"]].append(took)
    every = [one for times in taken.values() for one in times]
    how = f"{len(taken)} pages of the demo local, all roles in one account, {ROUNDS} times each"
    figures(SECTION, "a page", percentiles(every), how)
    slowest = sorted(taken, key=lambda name: -statistics.median(taken[name]))[:8]
    figures(SECTION, "the slowest pages", ", ".join(f"{name} {middle(taken[name])}" for name in slowest), "medians")


LARGEST = """() => new Promise(done => {
  let last = 0;
  const seen = new PerformanceObserver(list => { last = list.getEntries().at(-1).startTime; });
  seen.observe({type: "largest-contentful-paint", buffered: true});
  setTimeout(() => { seen.disconnect(); done(last); }, 300);
})"""
"""Milliseconds from the click to the largest thing drawn, as the browser itself counts them."""


def test_how_soon_a_page_is_drawn(house: House, visit, figures) -> None:
    """Each page of the demo local on a desk and on a phone, nothing in the browser's cache."""
    for width, where in ((1366, "desk"), (390, "phone")):
        taken = {}
        for each in house.pages:
            page = visit("everything", width=width)
            page.goto(house.url + each["path"], wait_until="load")
            taken[each["name"]] = page.evaluate(LARGEST) / 1000
            page.context.close()
        slowest = max(taken, key=lambda name: taken[name])
        how = f"{len(taken)} pages at {width} px, an empty cache; slowest {slowest}"
        figures(SECTION, f"largest paint of a page, {where}", percentiles(list(taken.values())), how)


def fetch(url: str, cookie: str) -> float:
    request = urllib.request.Request(url, headers={"Cookie": cookie})
    began = time.perf_counter()
    with urllib.request.urlopen(request, timeout=60) as answer:
        answer.read()
    return time.perf_counter() - began


def middle(times: list[float]) -> str:
    return f"{statistics.median(times) * 1000:.0f} ms"


@pytest.mark.django_db(transaction=True)
def test_what_a_job_adds_to_a_bare_call(ollama, make_user, figures) -> None:
    """Both in turn against the same stand-in: 50 ms to the first word, then 200 words."""
    ollama.says(text="Dear members, overtime is voluntary again. " * 33, delay_first=0.05, delay_token=0.002)
    user = make_user("steward")
    bare, ours = [], []
    for _turn in range(21):
        bare.append(timed(lambda: asyncio.run(bare_call(ollama.url))))
        with acting(user):
            ours.append(timed(lambda: work.write_letter.run_now(by=user, topic="overtime")))
    assert len(ollama.asked()) == 42
    added = statistics.median(ours) - statistics.median(bare)
    share = statistics.median(ours) / statistics.median(bare)
    how = "claim, guard, prompt, stream, stored run, finish; median of 21, in turn"
    figures(SECTION, "a model job over a bare streamed call", f"{added * 1000:.0f} ms ({share:.2f} x)", how)


def timed(run) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


async def bare_call(url: str) -> None:
    """What any program would send: one streamed chat, read to its end."""
    said = {"model": MODEL, "messages": [{"role": "user", "content": "Write."}], "stream": True}
    async with (
        httpx.AsyncClient(trust_env=False, timeout=60) as client,
        client.stream("POST", f"{url}/api/chat", json=said) as answer,
    ):
        answer.raise_for_status()
        async for _line in answer.aiter_lines():
            pass


@pytest.mark.django_db(transaction=True)
def test_from_the_button_to_the_worker(processes, figures) -> None:
    processes.start_worker("--pool", "threads", "-c", "2")
    waits = []
    with acting(system_actor()) as box:
        for _turn in range(40):
            row = work.count.start(by=box, upto=1)
            wait_until(lambda row=row: Job.objects.filter(pk=row.pk, state=State.DONE).exists(), every=0.01)
            ended = Job.objects.get(pk=row.pk)
            waits.append((ended.started_at - ended.created_at).total_seconds())
    figures(SECTION, "from the row to the worker that claims it", percentiles(waits[3:]), "Redis and a worker, idle")


@pytest.mark.django_db(transaction=True)
def test_from_the_button_to_the_first_text(processes, ollama, make_user, monkeypatch, figures) -> None:
    """A model that thinks for 1.3 s: a bare client's wait for its first word, and ours until that word is stored."""
    ollama.says(text="Dear members, overtime is voluntary again. " * 9, delay_first=1.3, delay_token=0.05)
    monkeypatch.setenv("UNIONOPS_TEST_OLLAMA", ollama.url)
    user = make_user("steward")
    bare, ours = [], []
    with acting(user):
        work.write_letter.run_now(by=user, topic="overtime")
        processes.start_worker("--pool", "threads", "-c", "2")
        for _turn in range(12):
            bare.append(asyncio.run(first_word(ollama.url)))
            row = work.write_letter.start(by=user, topic="overtime")
            began = time.perf_counter()
            wait_until(Job.objects.filter(pk=row.pk).exclude(partial_text="").exists, every=0.002)
            ours.append(time.perf_counter() - began)
            wait_until(Job.objects.filter(pk=row.pk, state=State.DONE).exists)
    added = statistics.median(ours[2:]) - statistics.median(bare[2:])
    how = "queue, claim, guard, prompt, stream, stored words; a worker with Redis, median of 10, in turn"
    figures(SECTION, "first stored word over a bare client's first word", f"{added * 1000:.0f} ms", how)


async def first_word(url: str) -> float:
    said = {"model": MODEL, "messages": [{"role": "user", "content": "Write."}], "stream": True}
    began = time.perf_counter()
    async with (
        httpx.AsyncClient(trust_env=False, timeout=60) as client,
        client.stream("POST", f"{url}/api/chat", json=said) as answer,
    ):
        async for _line in answer.aiter_lines():
            return time.perf_counter() - began
    raise AssertionError("the model said nothing")
