"""The packed index ranks as the plain formula does, however the documents came in."""

import math
import random

import pytest

from unionops.platform.search.models import IndexedDocument, Postings, Scope
from unionops.platform.search.packer import joined, pack
from unionops.platform.search.queries import search, similar
from unionops.platform.search.services import (
    Document,
    drop_document,
    index_anew,
    index_documents,
    is_old,
    put_document,
    put_documents,
)
from unionops.platform.search.terms import counts

pytestmark = pytest.mark.django_db
WORDS = [
    "overtime",
    "notice",
    "leave",
    "roster",
    "pier",
    "ferry",
    "pilot",
    "grievance",
    "step",
    "wage",
    "vest",
    "swap",
    "rest",
    "meal",
]


def documents(seed: int, count: int) -> list[Document]:
    rng = random.Random(seed)
    return [
        Document(
            f"d{n}",
            rng.choice(WORDS),
            " ".join(rng.choices(WORDS, k=rng.randrange(3, 40))),
        )
        for n in range(count)
    ]


def plain_scores(rows: list[Document], query: str) -> dict[str, float]:
    """BM25 as it stands in the books, one loop, no arrays; the head counts four times."""
    held = {}
    for row in rows:
        held[row.key] = counts(row.body)
        for term, times in counts(row.head).items():
            held[row.key][term] += 4 * times
    average = sum(c.total() for c in held.values()) / len(held)
    scores = {}
    for key, count in held.items():
        for term in counts(query):
            holding = sum(term in other for other in held.values())
            if term in count:
                rarity = math.log(1 + (len(held) - holding + 0.5) / (holding + 4.0))
                norm = 1.6 * (0.1 + 0.9 * count.total() / average)
                scores[key] = scores.get(key, 0) + rarity * count[term] * 2.6 / (count[term] + norm)
    return scores


@pytest.mark.parametrize("seed", range(6))
def test_scores_are_those_of_the_plain_formula(seed):
    rows = documents(seed, 40)
    index_documents(kind="t", scope="s", documents=rows)
    query = " ".join(random.Random(seed).sample(WORDS, 3))
    found = {hit.key: hit.score for hit in search("t", query, limit=100)}
    assert found == pytest.approx(plain_scores(rows, query))


def test_one_by_one_or_all_at_once_is_the_same():
    rows = documents(3, 150)
    for row in rows:
        put_document(kind="t", scope="slow", document=row)
    index_documents(kind="t", scope="fast", documents=rows)
    assert Postings.objects.filter(scope__name="slow").count() < 20
    for query in ("overtime", "ferry pilot wage", "swap meal notice"):
        slow, fast = (
            [(hit.key, round(hit.score, 9)) for hit in search("t", query, scopes=[s], limit=150)]
            for s in ("slow", "fast")
        )
        assert slow == fast


def test_what_was_replaced_or_dropped_leaves_no_trace_in_the_ranking():
    rows = documents(4, 60)
    put_documents(kind="t", scope="worn", documents=documents(5, 60))
    for row in rows:
        put_document(kind="t", scope="worn", document=row)
    for n in range(0, 60, 3):
        drop_document(kind="t", scope="worn", key=f"d{n}")
    left = [row for n, row in enumerate(rows) if n % 3]
    index_documents(kind="t", scope="new", documents=left)
    for query in ("overtime", "ferry pilot", "rest meal step"):
        worn = {h.key: round(h.score, 6) for h in search("t", query, scopes=["worn"], limit=99)}
        assert worn == {h.key: round(h.score, 6) for h in search("t", query, scopes=["new"], limit=99)}
    assert Scope.objects.get(name="worn").documents == len(left)


def test_joined_runs_hold_what_one_run_holds():
    rows = documents(6, 30)
    texts = [(d.head, d.body) for d in rows]
    parts = [(at, pack(texts[at : at + 10], "en")) for at in (0, 10, 20)]
    one, many = pack(texts, "en"), joined(parts)
    assert (one.terms, one.starts, one.positions, one.weights, one.lengths) == (
        many.terms,
        many.starts,
        many.positions,
        many.weights,
        many.lengths,
    )


def test_rare_words_beat_a_crowd_of_common_ones_and_keys_reach_deep():
    rows = [Document(f"c{n}", "notice", "notice roster") for n in range(700)] + [Document("rare", "", "notice")]
    index_documents(kind="t", scope="s", documents=rows)
    assert [hit.key for hit in search("t", "notice", keys={"rare"})] == ["rare"]


def test_like_texts_are_found_by_what_is_rare_in_them():
    rows = [
        *documents(7, 80),
        Document("twin", "Asbestos on the pier", "Asbestos fibres were found near the winch house."),
    ]
    index_documents(kind="t", scope="s", documents=rows)
    found = similar("t", "The winch crew found asbestos fibres and asked for overtime notice", limit=3)
    assert found[0].key == "twin"
    assert "twin" not in [hit.key for hit in similar("t", "asbestos fibres winch", without=["twin"])]
    assert similar("t", "") == []


def test_an_empty_scope_answers_nothing():
    index_documents(kind="t", scope="s", documents=[])
    assert search("t", "overtime", prefix=True) == []
    assert search("t", '"overtime"') == []


def test_what_an_older_program_indexed_is_indexed_anew_as_it_was_with_new_labels():
    rows = documents(8, 24)
    index_documents(kind="t", scope="old", documents=[*rows, Document("five", "", "Seats.", label="FIVE")])
    drop_document(kind="t", scope="old", key="d3")
    before = [(hit.key, round(hit.score, 9)) for hit in search("t", "ferry pilot wage", limit=99)]
    IndexedDocument.objects.filter(key="five").update(label="five")
    Scope.objects.update(made_by="before")
    assert is_old(kind="t", scope="old")
    assert index_anew() == 1
    assert not is_old(kind="t", scope="old") and index_anew() == 0
    assert [(hit.key, round(hit.score, 9)) for hit in search("t", "ferry pilot wage", limit=99)] == before
    assert [hit.key for hit in search("t", "Article 5")] == ["five"]
