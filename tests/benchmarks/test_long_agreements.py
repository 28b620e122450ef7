"""A 299-page agreement from file to found clause, two of them compared, and the same search by other engines.

Nothing is asserted on time; what must hold at any speed (clauses found, characters kept) is.
"""

from __future__ import annotations

import difflib
import importlib
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from fpdf import FPDF

from contracts.asking.scopes import KIND, scope_of
from contracts.comparing.align import Unit, align
from contracts.parsing.parse import cut, load, read
from contracts.services import reading
from tests.benchmarks.figures import Figures, figures, percentiles, ratio, seconds
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.core.wordings import word_changes
from unionops.platform.files.services import store_upload
from unionops.platform.search.queries import search
from unionops.platform.search.services import Document, index_documents

__all__ = ["figures"]
pytestmark = [pytest.mark.measure, pytest.mark.django_db]
SECTION = "Long agreements"
ROWS, WIDTH = 39, 92
PEAK = """
import resource, sys
from contracts.parsing.handover import pieces
data = open(sys.argv[1], "rb").read()
count = sum(len(piece.get("clauses", ())) for piece in pieces(data, name="long.pdf"))
try:  # what a process inherits from the one that started it counts in ru_maxrss, not here
    peak = next(int(row.split()[1]) for row in open("/proc/self/status") if row.startswith("VmHWM")) / 1024
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
print(f"{peak:.0f}", count)
"""


@pytest.fixture(scope="module")
def made(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeded agreement of 100 articles and the same one after bargaining, as text and as lists of clauses."""
    folder = tmp_path_factory.mktemp("long")
    maker = [sys.executable, str(shared / "bench" / "gen_contracts.py"), "--contracts", "1", "--articles", "100"]
    subprocess.run([*maker, "--out", str(folder), "--redline"], check=True, capture_output=True)
    return folder


def set_in_type(text: str) -> bytes:
    """Times 11 on letter paper, headings in bold, a running head and a page number on each page."""
    pdf = FPDF(format="letter", unit="pt")
    pdf.set_auto_page_break(False)
    lines: list[tuple[str, bool]] = []
    for raw in text.splitlines():
        bold = raw.isupper() and len(raw) < 80
        lines += [(row, bold) for row in textwrap.wrap(raw, WIDTH) or [""]]
    for page, at in enumerate(range(0, len(lines), ROWS), 1):
        pdf.add_page()
        pdf.set_font("Times", "", 9)
        pdf.text(72, 40, "Master Agreement")
        pdf.text(300, 760, str(page))
        for row, (line, bold) in enumerate(lines[at : at + ROWS]):
            pdf.set_font("Times", "B" if bold else "", 11)
            pdf.text(72, 72 + 17 * row, line)
    return bytes(pdf.output())


def truth(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / name).read_text().splitlines()]


def bare_text(data: bytes) -> int:
    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def clocked(data: bytes) -> tuple[float, float, float]:
    """Medians of three runs in turn, in seconds: pdfium's bare text, our pages with places and looks, the parsing."""
    taken: list[tuple[float, float, float]] = []
    for _ in range(3):
        start = time.perf_counter()
        bare_text(data)
        read_at = time.perf_counter()
        source = load(data, "long.pdf")
        parse_at = time.perf_counter()
        cut(source)
        taken.append((read_at - start, parse_at - read_at, time.perf_counter() - parse_at))
    bare, paged, parsed = (statistics.median(column) for column in zip(*taken, strict=True))
    return bare, paged, parsed


def test_a_long_agreement_is_read_and_searchable(figures: Figures, made: Path, local: object) -> None:
    data = set_in_type((made / "contract_0.txt").read_text())
    pages = len(pypdfium2.PdfDocument(data))
    bare, paged, parsed = clocked(data)
    share, alone = (paged + parsed) / (bare + parsed), (paged + parsed) / bare
    how = f"{paged + parsed:.2f} s over bare pypdfium2 text ({bare:.2f} s) plus parsing ({parsed:.2f} s); bar 2 x"
    figures(SECTION, f"read {pages} pages", f"{share:.2f} x", f"{how}; {alone:.2f} x the text alone")
    found = read(data, "long.pdf")
    wanted = {tuple(c["id"].split("/")[1].split("(")[0].split(".")) for c in truth(made, "contract_0.jsonl")}
    names: list[str] = []
    got = set()
    for clause in found.clauses:
        names.append(clause.number if clause.parent is None else names[clause.parent])
        if clause.level == "section":
            got.add((names[-1], clause.number))
    share_found = len(wanted & got) / len(wanted)
    figures(SECTION, "sections found", f"{share_found:.3f}", f"of {len(wanted)} true ones, {len(got - wanted)} false")
    assert share_found >= 0.97 and found.coverage == 1.0
    with acting(system_actor()) as by:
        assert by is not None
        upload = store_upload(by=by, file=data, name="long.pdf", purpose="agreement")
        version = reading.add_version(by=by, upload=upload, title="Long Agreement")
        first = _once(lambda: reading.read_version(version=version, by=by))
        assert search(KIND, "overtime", scopes=[scope_of(version)], limit=3)
        again = seconds(lambda: reading.read_version(version=version, by=by), times=2)
    figures(SECTION, f"{pages} pages searchable within", f"{first:.2f} s", "child process, tree, database and index")
    figures(SECTION, f"{pages} pages read again", f"{again:.2f} s", "as after each step of corrections")


def test_memory_of_reading(figures: Figures, made: Path, tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(set_in_type((made / "contract_0.txt").read_text()))
    out = subprocess.run([sys.executable, "-c", PEAK, str(path)], check=True, capture_output=True, text=True)
    peak, count = out.stdout.split()
    figures(SECTION, "peak memory of the reader", f"{peak} MB", f"{count} clauses, the whole process")


def test_redline_beside_difflib(figures: Figures, made: Path) -> None:
    old, new = (truth(made, name) for name in ("contract_0.jsonl", "contract_0_v2.jsonl"))

    def units(rows: list[dict[str, Any]]) -> list[Unit]:
        return [Unit(r["id"], r["id"].split("/")[1], r["heading"], r["text"], r["text"]) for r in rows]

    before, after = units(old), units(new)

    def redline() -> int:
        pairs = [p for p in align(before, after) if p.kind not in ("unchanged", "added", "removed")]
        return sum(len(word_changes(before[p.old or 0].text, after[p.new or 0].text)) for p in pairs)

    texts = [(made / name).read_text() for name in ("contract_0.txt", "contract_0_v2.txt")]
    lines = [text.splitlines() for text in texts]
    first = [text.split()[:8000] for text in texts]
    share, ours, theirs = ratio(redline, lambda: difflibs(*lines))
    figures(
        SECTION,
        "redline of two 299-page agreements",
        f"{ours * 1000:.0f} ms",
        f"{share:.2f} x difflib over lines alone",
    )
    whole = seconds(lambda: difflibs(*first), times=1)
    figures(
        SECTION,
        "difflib over words, the first 8,000 of 129,000",
        f"{whole:.1f} s",
        f"{theirs * 1000:.0f} ms over lines",
    )
    changes = truth(made, "contract_0_changes.jsonl")
    unchanged = [p for p in align(before, after) if p.kind == "unchanged"]
    same = {r["text"] for r in old} & {r["text"] for r in new}
    paired = {before[p.old or 0].text for p in align(before, after) if p.old is not None and p.new is not None}
    kept = len(same & paired) / len(same)
    figures(
        SECTION,
        "unchanged clauses paired",
        f"{kept:.3f}",
        f"{len(unchanged)} of {len(old)}, {len(changes)} true changes",
    )
    assert kept >= 0.95


def difflibs(old: list[str], new: list[str]) -> int:
    return len(difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


QUERIES = [
    "overtime notice",
    "written notice parking",
    "employee",
    "annual leave schedule",
    "reduction in force",
    "5 U.S.C. 7121",
]


def test_the_same_search_by_other_engines(figures: Figures, made: Path) -> None:
    rows = truth(made, "contract_0.jsonl")
    documents = [Document(r["id"], r["heading"], r["text"], r["id"].split("/")[1], "") for r in rows]
    began = time.perf_counter()
    index_documents(kind="long", scope="0", documents=documents)
    figures(
        SECTION, "index, ours", f"{len(rows) / (time.perf_counter() - began):.0f} clauses/s", f"{len(rows)} clauses"
    )
    asked = [random.Random(n).choice(QUERIES) for n in range(60)]
    figures(
        SECTION,
        "find, ours",
        percentiles([_once(lambda q=q: search("long", q, scopes=["0"])) for q in asked]),
        "top 20 with texts",
    )
    table = sqlite3.connect(":memory:")
    table.execute("CREATE VIRTUAL TABLE c USING fts5(head, body, tokenize='porter')")
    began = time.perf_counter()
    table.executemany("INSERT INTO c VALUES (?, ?)", [(r["heading"], r["text"]) for r in rows])
    figures(
        SECTION, "index, SQLite FTS5", f"{len(rows) / (time.perf_counter() - began):.0f} clauses/s", "porter, in memory"
    )
    sql = "SELECT rowid, snippet(c, 1, '', '', '', 20) FROM c WHERE c MATCH ? ORDER BY bm25(c, 4, 1) LIMIT 20"
    samples = [_once(lambda q=q: table.execute(sql, (_or(q),)).fetchall()) for q in asked]
    figures(SECTION, "find, SQLite FTS5", percentiles(samples), "any of the words, top 20 with snippet")
    _tantivy(figures, rows, asked)


def _or(query: str) -> str:
    return " OR ".join(f'"{word}"' for word in query.split())


def _once(run: Any) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _tantivy(figures: Figures, rows: list[dict[str, Any]], asked: list[str]) -> None:
    """Only where it is installed; the house does without it."""
    try:
        tantivy = importlib.import_module("tantivy")
    except ImportError:
        return
    schema = tantivy.SchemaBuilder().add_text_field("head", stored=True).add_text_field("body", stored=True).build()
    index = tantivy.Index(schema)
    began = time.perf_counter()
    writer = index.writer()
    for row in rows:
        writer.add_document(tantivy.Document(head=row["heading"], body=row["text"]))
    writer.commit()
    index.reload()
    figures(SECTION, "index, tantivy", f"{len(rows) / (time.perf_counter() - began):.0f} clauses/s", "in memory")
    searcher = index.searcher()

    def find(query: str) -> int:
        hits = searcher.search(index.parse_query(query.replace(".", " "), ["head", "body"]), 20).hits
        return sum(len(searcher.doc(address)["body"][0]) for _, address in hits)

    figures(
        SECTION, "find, tantivy", percentiles([_once(lambda q=q: find(q)) for q in asked]), "any of the words, top 20"
    )
