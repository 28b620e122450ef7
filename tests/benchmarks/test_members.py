"""A month's roster of thousands: planned, applied, taken in again, listed, counted and written out."""

from __future__ import annotations

import contextlib
import datetime
import gc
import io
import json
import os
import random
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from django.db import OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from members import nameindex, queries
from members.formats import files, tables
from members.formats.outgoing import Outgoing
from members.models import Person, RosterImport
from members.names import name_key
from members.services import exporting, importing, lists
from tests.benchmarks.figures import Figures, figures, ratio, seconds
from unionops.platform.sheets.reading import read_table

__all__ = ["figures"]
pytestmark = [pytest.mark.measure, pytest.mark.django_db(transaction=True)]
"""Real transactions: inside a test's own, SQLite walks through a copy of every page changed before, at each statement."""
SECTION = "Rosters"
SIZES = [int(size) for size in os.environ.get("ROSTER_ROWS", "10000,100000").split(",")]
DAY = datetime.date(2026, 7, 31)


def generated(shared, folder, rows):
    command = [sys.executable, shared / "bench" / "gen_roster.py", "--rows", str(rows), "--out", folder]
    subprocess.run(command, check=True, capture_output=True)
    return {name: (folder / f"roster_{rows}_{name}").read_bytes() for name in ("base.csv", "update.csv", "truth.json")}


def planned(user, data):
    return importing.receive_file(
        by=user, data=data, name="list.csv", kind="unit", source="HR", as_of=DAY, scope="complete"
    )


def applied(user, found):
    return importing.apply_import(by=user, roster_import=found, expected_hash=found.plan_hash)


def bring_in(user, data):
    return applied(user, planned(user, data))


def plain_import(data):
    """The least anybody could do: pandas read, one bulk insert of every column into one indexed table."""
    import pandas

    frame = pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False, engine="c")
    with transaction.atomic():
        Person.objects.bulk_create(
            [
                Person(last_name=row.last_name, first_name=row.first_name, middle=row.middle, grade=row.grade,
                       employee_number=f"P{row.employee_id}", step=row.step, series=row.series, shift=row.shift,
                       department=row.component, hire_date=row.scd, name_key=name_key(row.last_name, row.first_name))
                for row in frame.itertuples()
            ],
            batch_size=2000,
        )  # fmt: skip
        transaction.set_rollback(True)


def spent():
    """Seconds of work of this process and of the children that ended; others on the machine do not count."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def timed(run):
    start = spent()
    run()
    return spent() - start


@contextlib.contextmanager
def lock_watched(monkeypatch):
    """Gathers how long an import holds the write lock: [(seconds by the clock, seconds of work), ...]."""
    held, write = [], transaction.Atomic.__exit__
    began: list[tuple[float, float]] = []

    def written(*given):
        began.append((time.perf_counter(), spent()))
        return bulk_write(*given)

    def ended(self, *given):
        done = write(self, *given)
        if began and not connection.in_atomic_block:
            clock, work = began.pop()
            held.append((time.perf_counter() - clock, spent() - work))
        return done

    bulk_write = importing._written
    with monkeypatch.context() as patch:
        patch.setattr(importing, "_written", written)
        patch.setattr(transaction.Atomic, "__exit__", ended)
        yield held


@contextlib.contextmanager
def another_writer():
    """[seconds at most] that somebody else waited who wants to write every few milliseconds."""
    longest, over = [0.0], threading.Event()

    def write():
        start = time.perf_counter()
        while not over.wait(0.004):
            start = time.perf_counter() if start is None else start
            with contextlib.suppress(OperationalError), transaction.atomic():
                longest[0], start = max(longest[0], time.perf_counter() - start), None
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield longest
    finally:
        over.set()
        writer.join()


def bare_write(update):
    """The least a database can do of it: the same fact for everybody and as many lines of history, three statements."""
    columns = "person_id, roster_import_id, kind, diff, source, by_id, at"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE members_person SET pay_plan = 'GG' WHERE pay_plan = 'GS'")
        cursor.execute("UPDATE members_placement SET pay_plan = 'GG' WHERE pay_plan = 'GS' AND until IS NULL")
        lines = f"SELECT {columns} FROM members_personchange WHERE roster_import_id = %s"
        cursor.execute(f"INSERT INTO members_personchange ({columns}) {lines}", [update.pk])


@contextlib.contextmanager
def memory_watched():
    """[MB at most on top of the beginning] once it ends, looked at twenty times a second."""
    start, most, over = memory(), [0.0], threading.Event()

    def look():
        while not over.wait(0.05):
            most[0] = max(most[0], memory() - start)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield most
    finally:
        over.set()
        watcher.join()


def memory():
    """Resident MB of this process."""
    with Path("/proc/self/statm").open() as held:
        return int(held.read().split()[1]) * os.sysconf("SC_PAGESIZE") / (1 << 20)


def expected(truth):
    return {
        "adds": truth["new"], "leavers": truth["departed"], "duplicate_rows": truth["dup"],
        "changed_people": truth["changed"] + truth["renamed"], "unchanged": truth["same"], "review": 0,
    }  # fmt: skip


@pytest.mark.parametrize("rows", SIZES)
def test_import_of_a_month(as_system, shared, tmp_path, figures: Figures, rows, monkeypatch):
    made = generated(shared, tmp_path, rows)
    plain = timed(lambda: plain_import(made["base.csv"]))
    gc.collect()
    with memory_watched() as first_most:
        first = timed(lambda: bring_in(as_system, made["base.csv"]))
    plan: list[RosterImport] = []
    with memory_watched() as month_most, lock_watched(monkeypatch) as locks:
        planning = timed(lambda: plan.append(planned(as_system, made["update.csv"])))
        with another_writer() as waited:
            applying = timed(lambda: applied(as_system, plan[0]))
    read = timed(lambda: read_table(made["update.csv"], "list.csv"))
    again = timed(lambda: bring_in(as_system, made["update.csv"]))
    newest, update = RosterImport.objects.order_by("-pk")[:2]
    wanted = expected(json.loads(made["truth.json"]))
    off = {name: update.totals[name] - count for name, count in wanted.items() if update.totals[name] != count}
    assert newest.undo is None or not any(newest.undo.values())
    how = "seconds of work over pandas read + bulk insert of the same rows into one table of the same database, in one run"
    month = planning + applying
    figures(SECTION, f"first import, {rows:,} rows", f"{first / plain:.2f} x ({first:.1f} s)", how)
    figures(SECTION, f"next month, {rows:,} rows", f"{month / plain:.2f} x ({month:.1f} s)", how)
    clock, work = locks[-1]
    figures(
        SECTION,
        f"write lock of the next month, {rows:,} rows",
        f"{work:.2f} s",
        f"work inside, the commit too; {clock:.2f} s by the clock; another writer waited {waited[0]:.2f} s at most",
    )
    bare = timed(lambda: bare_write(update))
    floor = "work of the lock over three bare statements that write its fills and lines of history alone, same run"
    figures(SECTION, f"write lock over its floor, {rows:,} rows", f"{work / bare:.2f} x ({bare:.2f} s)", floor)
    figures(
        SECTION, f"the same file again, {rows:,} rows", f"{again / read:.2f} x ({again:.2f} s)", "over our own read"
    )
    peak = f"{first_most[0]:.0f} MB first, {month_most[0]:.0f} MB next month"
    figures(SECTION, f"memory on top of the idle process, {rows:,} rows", peak, "the most while it worked")
    said = "exact" if not off else str(off)
    figures(SECTION, f"counts against the truth, {rows:,} rows", said, "ours less the truth")


def test_the_same_rows_by_django_import_export(as_system, shared, tmp_path, figures: Figures):
    resources = pytest.importorskip("import_export.resources")
    tablib = pytest.importorskip("tablib")

    class People(resources.ModelResource):
        class Meta:
            model = Person
            import_id_fields = ("employee_number",)
            fields = ("employee_number", "last_name", "first_name", "middle", "grade", "step", "series", "shift",
                      "department", "hire_date", "name_key")  # fmt: skip

    rows = min(SIZES)
    made = generated(shared, tmp_path, rows)
    renamed = {"employee_id": "employee_number", "component": "department", "scd": "hire_date"}
    sheet = tablib.Dataset().load(made["base.csv"].decode(), format="csv")
    sheet.headers = [renamed.get(name, name) for name in sheet.headers]
    sheet.append_col(lambda row: name_key(row[1], row[2]), header="name_key")
    theirs = timed(lambda: People().import_data(sheet, raise_errors=True))
    Person.objects.all().delete()
    ours = timed(lambda: bring_in(as_system, made["base.csv"]))
    how = f"the same {rows:,} rows; theirs fills one table and keeps no plan, contacts or history"
    figures(SECTION, "django-import-export", f"{theirs / ours:.1f} x our time ({theirs:.1f} s)", how)


def many_people(count):
    """People straight into the table, for lists."""
    dice = random.Random(5)
    syllables = [
        "ka",
        "ro",
        "ma",
        "ber",
        "win",
        "ston",
        "ley",
        "ford",
        "ing",
        "ton",
        "son",
        "sen",
        "ski",
        "vic",
        "ova",
        "lan",
        "mar",
        "tin",
        "el",
        "ra",
    ]
    people = []
    for at in range(count):
        last, first = ("".join(dice.choices(syllables, k=3)).title(), "".join(dice.choices(syllables, k=2)).title())
        people.append(Person(last_name=last, first_name=first, name_key=name_key(last, first), employee_number=f"{at:08d}",
                             shift=dice.choice(["Days", "Nights"]), standing=dice.choice(["member", "nonmember"]),
                             in_unit=True))  # fmt: skip
    Person.objects.bulk_create(people, batch_size=2000)


def test_lists_of_a_hundred_thousand(as_system, figures: Figures):
    many_people(100_000)
    nameindex.settle()
    for mark in ("", "m~0"):
        with CaptureQueriesContext(connection) as asked:
            queries.page(queries.people(as_system), after=mark)
        assert len(asked) == 1
    for what, run in {
        "first page": lambda: queries.page(queries.people(as_system)),
        "a page deep in the list": lambda: queries.page(queries.people(as_system), after="m~0"),
        "count of a list": lambda: queries.counted(as_system, "shift is Days and standing is member"),
        "a name's beginning": lambda: list(queries.named_like(as_system, "Kamarber")[:20]),
        "a name of two letters that nobody has": lambda: list(queries.named_like(as_system, "zq")[:20]),
        "inside a name": lambda: list(queries.named_like(as_system, "amarb")[:20]),
        "a name nobody has": lambda: list(queries.named_like(as_system, "zzq")[:20]),
    }.items():  # fmt: skip
        figures(SECTION, f"{what}, 100,000 people", f"{seconds(run, 7) * 1000:.1f} ms", "median of seven")


def plainest_workbook(rows):
    """Inline text in a zip and nothing else."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        cells = ("".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row) for row in rows)
        archive.writestr("sheet1.xml", "".join(f"<row>{row}</row>" for row in cells))
    return target.getvalue()


def test_files_of_people(as_system, shared, tmp_path, figures: Figures):
    bring_in(as_system, generated(shared, tmp_path, 10_000)["base.csv"])
    segment = lists.save_segment(by=as_system, name="All", text="")
    for slug in ("csv", "xlsx", "vcard", "avery5160"):
        taken = timed(lambda slug=slug: exporting.export_people(
            by=as_system, segment=segment, file_format=slug, purpose="measure"))  # fmt: skip
        figures(SECTION, f"export as {slug}", f"{taken:.2f} s", "10,000 people with consent, manifest and log")
    people = [Outgoing(f"{at:032x}", f"Last{at}", f"First{at}", street=f"{at} Pier Rd", city="Harbor", state="OH",
                       zip="45801", email=f"p{at}@example.org", cell="4195550100") for at in range(10_000)]  # fmt: skip
    rows = [[cell(person) for cell in tables.columns("")] for person in people]
    times, ours, _theirs = ratio(lambda: files.FORMATS["xlsx"].make(people, "All"), lambda: plainest_workbook(rows))
    figures(SECTION, "XLSX writer", f"{times:.2f} x ({ours:.2f} s)", "10,000 rows over the plainest zip of inline text")
    labels = seconds(lambda: files.FORMATS["avery5160"].make(people, "All"), 3)
    figures(SECTION, "10,000 labels (Avery 5160)", f"{labels:.2f} s", "drawn in the limited child")
    many = [people[at % len(people)] for at in range(100_000)]
    with memory_watched() as most:
        taken = timed(lambda: files.FORMATS["csv"].make(iter(many), "All"))
    figures(SECTION, "CSV writer, 100,000 rows", f"{taken:.2f} s, {most[0]:.0f} MB", "people pass once, one at a time")
