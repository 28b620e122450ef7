"""Reading, finding and comparing agreements beside the bare libraries. Nothing is asserted on time."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pypdfium2
import pytest

from contracts.comparing.align import Unit, align
from contracts.parsing.assemble import Clause
from contracts.parsing.parse import read
from tests.benchmarks.figures import Figures, figures, percentiles, ratio, seconds
from unionops.platform.core.wordings import word_changes
from unionops.platform.search.queries import search, similar
from unionops.platform.search.services import Document, index_documents

__all__ = ["figures"]
pytestmark = [pytest.mark.measure, pytest.mark.django_db]
SECTION = "Agreements"
SUBJECTS = [
    "overtime",
    "notice",
    "leave",
    "seniority",
    "discipline",
    "grievance",
    "shift",
    "roster",
    "travel",
    "pay",
    "safety",
    "training",
    "records",
]
VERBS = ["shall give", "may refuse", "will post", "shall not change", "must record", "may ask for"]
SCOPES, CLAUSES = 90, 555


def words(rng: random.Random, count: int = 18) -> str:
    return " ".join(
        rng.choice(SUBJECTS if rng.random() < 0.5 else VERBS) + f" w{rng.randrange(900)}" for _n in range(count)
    )


def bare_text(data: bytes) -> int:
    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def test_reading_against_bare_text_extraction(figures: Figures, shared: Path) -> None:
    for name in ("afge3313_OST-Master-Agreement.pdf", "nalc_2023-2026_national_agreement.pdf"):
        data = (shared / "data" / "agreements" / "pdf" / name).read_bytes()
        share, ours, _theirs = ratio(lambda data=data: read(data, "a.pdf"), lambda data=data: bare_text(data))
        pages = len(pypdfium2.PdfDocument(data))
        figures(SECTION, f"read {name}", f"{share:.1f} x", f"{pages / ours:.0f} pages/s, over bare pypdfium2 text")


def test_finding_in_fifty_thousand_clauses(figures: Figures) -> None:
    rng = random.Random(3)
    began = time.perf_counter()
    for scope in range(SCOPES):
        documents = [
            Document(f"{scope}.{n}", rng.choice(SUBJECTS), words(rng), f"{n // 10}.{n % 10}", str(n // 10))
            for n in range(CLAUSES)
        ]
        index_documents(kind="bench", scope=str(scope), documents=documents)
    rate = SCOPES * CLAUSES / (time.perf_counter() - began)
    figures(SECTION, "index", f"{rate:.0f} clauses/s", f"{SCOPES * CLAUSES} clauses of 48 words in {SCOPES} agreements")
    asked = [
        "overtime notice",
        "12.3",
        '"shall give"',
        "how many days of leave for a grievance",
        "senority roster",
        "w17 w18 pay",
    ]
    for where, scopes in (("all agreements", None), ("one agreement", ["7"])):
        samples = []
        for query in asked * 10:
            start = time.perf_counter()
            search("bench", query, scopes=scopes)
            samples.append(time.perf_counter() - start)
        figures(SECTION, f"find in {where}", percentiles(samples), "six kinds of query, top 20 with texts")
    samples = []
    for n in range(40):
        start = time.perf_counter()
        similar("bench", words(random.Random(n)))
        samples.append(time.perf_counter() - start)
    figures(SECTION, "similar clauses among 50,000", percentiles(samples), "a dozen telling words of a fresh text")


def test_redline_of_two_long_texts(figures: Figures) -> None:
    rng = random.Random(5)
    old = [words(rng, 25) for _n in range(2700)]
    new = [text if rng.random() > 0.05 else text.replace("shall", "may", 1) + " more" for text in old]

    def units(texts: list[str]) -> list[Unit]:
        return [Unit(str(n), f"{n // 10}.{n % 10}", "", text, text) for n, text in enumerate(texts)]

    def redline() -> int:
        pairs = align(units(old), units(new))
        return sum(len(word_changes(old[p.old or 0], new[p.new or 0])) for p in pairs if p.kind == "changed")

    figures(SECTION, "redline of 2,700 clauses", f"{seconds(redline) * 1000:.0f} ms", "5 % of the clauses changed")


def test_questions_find_their_clause(figures: Figures, shared: Path) -> None:
    """Recall of words alone on the questions that lie beside the project; ranking variants were compared on them, so this is no blind figure."""
    folder = shared / "data" / "agreements"
    asked = [q for q in json.loads((folder / "questions.json").read_text())["questions"] if q["answerable"]]
    ranks = []
    for name in sorted({q["file"] for q in asked}):
        found = read((folder / name).read_bytes(), name)
        index_documents(kind="recall", scope=name, documents=sections(found.clauses))
        for question in (q for q in asked if q["file"] == name):
            gold = {f"{g['article']}|{g['section'] or ''}" for g in question["gold"]}
            hits = [hit.key for hit in search("recall", question["question"], scopes=[name], limit=10)]
            ranks.append(next((n for n, key in enumerate(hits, 1) if key.split("#")[0] in gold), 99))
    for k in (1, 5, 10):
        share = sum(rank <= k for rank in ranks) / len(ranks)
        figures(SECTION, f"words alone, R@{k}", f"{share:.2f}", f"{len(ranks)} questions, own agreement")


def sections(clauses: list[Clause]) -> list[Document]:
    """One document per section, or per article without sections, as the app indexes them."""
    heads: dict[int, list[str]] = {}
    for n, clause in enumerate(clauses):
        at = n
        while clauses[at].level == "subsection" and clauses[at].parent is not None:
            at = clauses[at].parent
        heads.setdefault(at, []).append(clause.text[clause.body_start :] if at == n else clause.text)
    parents = {clause.parent for clause in clauses}
    return [document(clauses, at, "\n".join(texts), at in parents) for at, texts in heads.items()]


def document(clauses: list[Clause], at: int, body: str, is_parent: bool) -> Document:
    top, titles = at, [clauses[at].title]
    while clauses[top].parent is not None and clauses[clauses[top].parent].level != "other":
        top = clauses[top].parent
        titles.insert(0, clauses[top].title)
    section = clauses[at].number if clauses[at].level == "section" else ""
    head = " ".join(titles) if body.strip() or not is_parent else ""
    return Document(f"{clauses[top].number}|{section}#{at}", head, body)
