"""A month's roster of thousands: planned, applied, taken in again, listed, counted and written out."""

from __future__ import annotations

import datetime
import io
import json
import subprocess
import sys
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members import queries
from members.models import Person, RosterImport
from members.names import name_key
from members.services import exporting, importing, lists
from tests.benchmarks.figures import Figures, figures, seconds

__all__ = ["figures"]
pytestmark = [pytest.mark.measure, pytest.mark.django_db]
SECTION, ROWS = "Rosters", 10_000
DAY = datetime.date(2026, 7, 31)


@pytest.fixture
def made(shared, tmp_path):
    command = [sys.executable, shared / "bench" / "gen_roster.py", "--rows", str(ROWS), "--out", tmp_path]
    subprocess.run(command, check=True, capture_output=True)
    return {
        name: (tmp_path / f"roster_{ROWS}_{name}").read_bytes() for name in ("base.csv", "update.csv", "truth.json")
    }


def bring_in(user, data):
    found = importing.receive_file(
        by=user, data=data, name="list.csv", kind="unit", source="HR", as_of=DAY, scope="complete"
    )
    return importing.apply_import(by=user, roster_import=found, expected_hash=found.plan_hash)


def plain_import(data):
    """The least anybody could do: pandas read, one bulk insert."""
    import pandas

    frame = pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False, engine="c")
    rows = [
        Person(last_name=row.last_name, first_name=row.first_name, employee_number=f"P{row.employee_id}",
               grade=row.grade, step=row.step, series=row.series, name_key=name_key(row.last_name, row.first_name))
        for row in frame.itertuples()
    ]  # fmt: skip
    Person.objects.bulk_create(rows, batch_size=2000)


def timed(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def test_import_of_a_month(as_system, made, figures: Figures):
    plain = timed(lambda: plain_import(made["base.csv"]))
    Person.objects.all().delete()
    first = timed(lambda: bring_in(as_system, made["base.csv"]))
    month = timed(lambda: bring_in(as_system, made["update.csv"]))
    again = timed(lambda: bring_in(as_system, made["update.csv"]))
    truth = json.loads(made["truth.json"])
    newest, update = RosterImport.objects.order_by("-pk")[:2]
    totals = update.totals
    assert (totals["adds"], totals["leavers"], totals["duplicate_rows"]) == (
        truth["new"],
        truth["departed"],
        truth["dup"],
    )
    assert totals["changed_people"] == truth["changed"] + truth["renamed"] and totals["unchanged"] == truth["same"]
    assert newest.totals["unchanged"] == ROWS and newest.undo == {"made": {}, "changed": []}
    how = "over pandas read + bulk insert of one table; ours also plans, matches and keeps history"
    figures(SECTION, f"first import, {ROWS:,} rows", f"{first / plain:.1f} x ({first:.1f} s)", how)
    figures(SECTION, f"next month, {ROWS:,} rows", f"{month / plain:.1f} x ({month:.1f} s)", how)
    figures(SECTION, "the same file again", f"{again / plain:.1f} x ({again:.1f} s)", "writes nothing to the roster")


def test_lists_and_files(as_system, made, figures: Figures):
    bring_in(as_system, made["base.csv"])
    for mark in ("", "m~0"):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            queries.page(queries.people(as_system), after=mark)
        assert len(asked) == 1
    page = seconds(lambda: queries.page(queries.people(as_system), after="m~0"))
    figures(SECTION, "a page of the list", f"{page * 1000:.1f} ms", f"by key, {ROWS:,} people, one query")
    count = seconds(
        lambda: queries.people_for_text(as_system, "shift is Days and standing is member").order_by().count()
    )
    figures(SECTION, "count of a list", f"{count * 1000:.1f} ms", f"two conditions, {ROWS:,} people")
    name = seconds(lambda: list(queries.named_like(as_system, "smi")[:20]))
    figures(SECTION, "part of a name", f"{name * 1000:.1f} ms", f"{ROWS:,} people, first 20")
    segment = lists.save_segment(by=as_system, name="All", text="")
    for slug in ("csv", "xlsx", "avery5160"):
        taken = seconds(lambda slug=slug: exporting.export_people(
            by=as_system, segment=segment, file_format=slug, purpose="measure"), times=1)  # fmt: skip
        figures(SECTION, f"export as {slug}", f"{taken:.2f} s", f"{ROWS:,} people with consent and manifest")
