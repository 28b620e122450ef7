"""My day, board, list and like cases among thousands; a packet of 200 pages in bounded memory.

Times are processor time of this process (the database is in it), so that other work on the machine weighs less.
"""

import datetime
import gc
import itertools
import random
import re
import threading
import time
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from grievances.models import Assignment, Citation, Deadline, Grievance, Matter
from grievances.queries import alike
from grievances.services import drawing, indexing, papers
from tests.grievances import conftest as work
from unionops.platform.access.actors import acting
from unionops.platform.access.models import RoleAssignment, User
from unionops.platform.core.days import today
from unionops.platform.files import pdf
from unionops.platform.search import embedder, embedding
from unionops.platform.search.models import Vectors

CASES, STEWARDS, LADEN = 5000, 100, 450  # and one steward who has that many cases
bound, version, procedure, chief = work.bound, work.version, work.procedure, work.chief
clause, steward, grievant, case = work.clause, work.steward, work.grievant, work.case
pytestmark = pytest.mark.measure


@pytest.fixture
def crowd(procedure, unit, worksite, bound):
    """Five thousand open cases over the steps of one procedure, each with one date of ours and one of theirs."""
    steps = list(procedure.steps.order_by("ordinal"))
    users = User.objects.bulk_create(
        User(email=f"s{n}@example.org", name=f"Steward {n}", password="!") for n in range(STEWARDS)
    )
    RoleAssignment.objects.bulk_create(RoleAssignment(user=user, role="steward") for user in users)
    matters = Matter.objects.bulk_create(
        Matter(
            title=f"Matter {n}",
            unit=unit,
            worksite=worksite,
            steward=users[n % STEWARDS if n > LADEN else 1],
            opened_by=users[0],
            incident_on=work.ago(30),
        )
        for n in range(CASES)
    )
    Assignment.objects.bulk_create(Assignment(matter=m, user=m.steward, by=users[0]) for m in matters)
    cases = Grievance.objects.bulk_create(
        Grievance(
            matter=m,
            number=f"B-{n}",
            status="open",
            procedure=procedure,
            step=steps[n % 4],
            entry=steps[0],
            filed_on=work.ago(20),
        )
        for n, m in enumerate(matters)
    )
    Deadline.objects.bulk_create(
        Deadline(
            matter=case.matter, grievance=case, step=steps[place], rule=steps[place].rule, title=steps[place].title,
            side="ours" if place == 2 else "theirs", due=today() + datetime.timedelta(days=n % 40 - 5),
            target=today() + datetime.timedelta(days=n % 40 - 7),
        )
        for n, case in enumerate(cases) for place in (1, 2)
    )  # fmt: skip
    return users


def plainest(rows):
    """The plainest way to do the same in this run: read that many dates with their cases and write them out."""
    began = time.process_time()
    found = Deadline.objects.select_related("grievance", "matter").defer("count").order_by("due")[:rows]
    assert "".join(f"<li>{row.due} {row.grievance.number} {row.matter.title}</li>" for row in found)
    return (time.process_time() - began) * 1000


def timed(client, url):
    """Queries, and the middle of seven readings: a collection of garbage falls into one of them now and then."""
    client.get(url)
    taken = []
    for _ in range(7):
        with CaptureQueriesContext(connection) as found:
            began = time.process_time()
            response = client.get(url)
            taken.append((time.process_time() - began) * 1000)
        assert response.status_code == 200
    return len(found), sorted(taken)[3]


def test_lists_at_five_thousand_cases(crowd, chief, sign_in, figures):
    laden = f"steward with {LADEN} cases"
    for who, user, rows in (("steward", crowd[0], 100), (laden, crowd[1], 100), ("chief", chief, 400)):
        client = sign_in(user)
        for name in ("my-day", "board", "list"):
            queries, ms = timed(client, reverse(f"grievances:{name}"))
            plain = min(plainest(rows) for _ in range(3))
            how = f"{queries} queries, {ms / plain:.1f} x of reading {rows} dates and writing them out ({plain:.0f} ms)"
            figures("Cases", f"{name} of a {who}, {CASES} cases, {STEWARDS} stewards", f"{ms:.0f} ms", how)
            assert queries < 40


# As many different words as the cases of a large local use, the first said by many and the last by few.
WORDS = ["".join(letters) for letters in itertools.product("bdgklmnprst", "aeiou", "bdgklmnprst", "aeiou")]
OFTEN = [1 / place for place in range(3, len(WORDS) + 3)]
MANY = 10_000


@pytest.fixture
def library(procedure, clause, unit, bound):
    """Ten thousand cases in words; a third cite the clause."""
    rng = random.Random(7)
    chief = User.objects.create(email="c@example.org", name="Chief", password="!")
    RoleAssignment.objects.create(user=chief, role="chief_steward")
    titles = [" ".join(rng.choices(WORDS, OFTEN, k=3)) for _ in range(MANY)]
    matters = Matter.objects.bulk_create(
        Matter(title=title, unit=unit, opened_by=chief, incident_on=work.ago(30)) for title in titles
    )
    Grievance.objects.bulk_create(
        Grievance(matter=m, number=f"L-{n}", status="open", statement=" ".join(rng.choices(WORDS, OFTEN, k=60)))
        for n, m in enumerate(matters)
    )
    Citation.objects.bulk_create(Citation(matter=m, clause=clause, label="9.1") for m in matters[::3])
    began = time.process_time()
    indexing.rebuild(by=bound)
    return chief, (time.process_time() - began)


def test_like_cases_among_ten_thousand(library, figures):
    chief, seconds = library
    figures("Cases", f"index {MANY} cases", f"{seconds:.1f} s", "all at once, as each night")
    with acting(chief):
        case = Grievance.objects.select_related("matter").get(number="L-9")
        alike.similar(chief, case)
        taken = []
        for _ in range(15):
            began = time.process_time()
            with CaptureQueriesContext(connection) as found:
                assert len(alike.similar(chief, case)) == 5
            taken.append((time.process_time() - began) * 1000)
        began = time.process_time()
        assert Grievance.objects.filter(statement__icontains=WORDS[0]).count() <= MANY
        plain = (time.process_time() - began) * 1000
        began = time.process_time()
        indexing.refresh(case.matter)
        one = (time.process_time() - began) * 1000
    how = f"{len(found)} queries; clause and words, {sorted(taken)[7] / plain:.1f} x of one 'contains' over them all"
    figures("Cases", f"like cases among {MANY}", f"p50 {sorted(taken)[7]:.0f} ms, p95 {sorted(taken)[14]:.0f} ms", how)
    figures("Cases", "a changed case in the index", f"{one:.0f} ms", f"one of {MANY}")


class Asked:
    """An embedding model that answers at once, so that only our own work is measured: one vector a text, 768 wide."""

    def profile(self):
        return "bench"

    def embed(self, texts, *, by, query=False, task=None):
        made = np.random.default_rng(abs(hash(texts[0])) % 2**32).standard_normal((len(texts), 768))
        return (made / np.linalg.norm(made, axis=1, keepdims=True)).tolist()


def test_like_cases_with_vectors_among_ten_thousand(library, figures, monkeypatch):
    chief, _seconds = library
    monkeypatch.setattr(embedder, "_held", [Asked()])
    monkeypatch.setattr(embedding, "BATCH", MANY)
    while embedding.embed_piece(by=chief):
        pass
    assert sum(row.count for row in Vectors.objects.all()) >= MANY
    with acting(chief):
        case = Grievance.objects.select_related("matter").get(number="L-9")
        alike.similar(chief, case)
        taken, plain = [], []
        for _ in range(15):
            began = time.process_time()
            assert len(alike.similar(chief, case)) == 5
            taken.append((time.process_time() - began) * 1000)
        held = np.random.default_rng(1).standard_normal((MANY, 768)).astype(np.float32)
        for _ in range(5):
            began = time.process_time()
            np.argsort(-(held @ held[0]))[:80]
            plain.append((time.process_time() - began) * 1000)
    how = f"clause, words and meaning, the model's answer not counted; {sorted(taken)[7] / min(plain):.1f} x of numpy alone"
    figures(
        "Cases",
        f"like cases with vectors among {MANY}",
        f"p50 {sorted(taken)[7]:.0f} ms, p95 {sorted(taken)[14]:.0f} ms",
        how,
    )


def rise(deed):
    """Peak of resident memory above the start, in MB, over this process while the deed runs."""
    gc.collect()
    before, peak, done = resident(), [0], threading.Event()

    def watch():
        while not done.wait(0.02):
            peak[0] = max(peak[0], resident())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        made = deed()
    finally:
        done.set()
        watcher.join()
    return made, (peak[0] - before) / 1024


def resident():
    return int(re.search(r"VmRSS:\s+(\d+)", Path("/proc/self/status").read_text())[1])


def test_a_packet_of_two_hundred_pages(case, steward, bound, figures):
    """Ten exhibits of twenty pages; each piece is drawn in a child process and joined."""
    page = "<p style='break-after: page'>Overtime list of the month.</p>"
    for n in range(10):
        data = pdf.from_html(page * 20)
        papers.add_document(by=steward, matter=case.matter, file=data, name=f"{n}.pdf", title=f"List {n}")
    began = time.perf_counter()
    made, megabytes = rise(lambda: drawing.case_packet(by=bound, case=case))
    taken = time.perf_counter() - began
    pages = len(pypdfium2.PdfDocument(made))
    assert pages >= 200
    how = f"{pages} pages, {taken:.1f} s, {len(made) / 1e6:.1f} MB; rise of resident memory of this process"
    figures("Cases", "packet of 200 pages", f"{megabytes:.0f} MB", how)
