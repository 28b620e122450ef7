"""Find documents: explicit labels first, then BM25 with phrases, prefixes and forgiving spelling."""

from __future__ import annotations

import re
import uuid
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Q
from rapidfuzz.distance import OSA

from unionops.platform.search.labels import labels_in, shortened
from unionops.platform.search.models import IndexedDocument, Posting, Scope
from unionops.platform.search.ranking import Field, Part, Places
from unionops.platform.search.snippets import Piece, snippet
from unionops.platform.search.terms import all_terms, query_terms

PHRASE = re.compile(r"[\"“”«]([^\"“”»]+)[\"“”»]")
LABEL_SCORE = 1000.0
PREFIX_FACTOR = 0.8
TYPO_FACTOR = 0.7
MAX_PREFIX_TERMS = 40
TOP = 0x10FFFF
MANY = 500
STEP = 100
MOST_LABELS = 5
MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A found document; `terms` are the stems that matched, `by_label` when the query named it."""

    key: str
    scope: str
    score: float
    head: str
    body: str
    language: str
    terms: frozenset[str] = frozenset()
    by_label: bool = False

    def snippet(self, width: int = 220) -> list[Piece]:
        return snippet(self.body or self.head, self.terms, language=self.language, width=width)


class Held(NamedTuple):
    """A scope as searching needs it."""

    pk: int
    name: str
    language: str
    stamp: uuid.UUID


@dataclass(slots=True)
class Wanted:
    """A query taken apart for one language."""

    terms: list[str]
    phrases: list[list[str]]
    labels: list[str]
    prefix: str = ""
    factors: dict[str, float] = field(default_factory=dict)


def search(
    kind: str,
    query: str,
    *,
    scopes: Sequence[str] | None = None,
    limit: int = 20,
    prefix: bool = False,
    keys: Collection[str] | None = None,
) -> list[Hit]:
    """The best documents of the scopes (all of the kind when None), best first.

    `prefix` takes the last word as unfinished. `keys` limits the answer to what a person may see.
    """
    found = Scope.objects.filter(kind=kind)
    found = found if scopes is None else found.filter(name__in=scopes)
    rows = [Held(*row) for row in found.order_by("pk").values_list("pk", "name", "language", "stamp")]
    hits: dict[str, Hit] = {}
    for language in sorted({row.language for row in rows}):
        group = [row for row in rows if row.language == language]
        for hit in _in_language(group, language, query, limit, prefix, keys):
            hits.setdefault(hit.key, hit)
    return sorted(hits.values(), key=lambda hit: -hit.score)[:limit]


@lru_cache(maxsize=32)
def field_of(held: tuple[tuple[int, uuid.UUID], ...]) -> Field:
    """Lengths and groups of these scopes, unpacked once; a scope that changes has a new stamp."""
    columns = ("pk", "documents", "total_length", "lengths", "groups")
    parts = Scope.objects.filter(pk__in=[pk for pk, _stamp in held]).order_by("pk").values_list(*columns)
    return Field([Part(*part) for part in parts])


def _in_language(
    rows: list[Held], language: str, query: str, limit: int, prefix: bool, keys: Collection[str] | None
) -> list[Hit]:
    wanted = take_apart(query, language, prefix)
    named = _by_label(rows, wanted, keys)
    places = _places(rows, wanted)
    if not places:
        return named
    bench = field_of(tuple((row.pk, row.stamp) for row in rows)).bench()
    for term in sorted(places):
        bench.add(places[term], wanted.factors.get(term, 1.0))
    many = limit if keys is None and not wanted.phrases else max(MANY, limit)
    return named + _hits(rows, bench.best(many), wanted, limit, keys)


def take_apart(query: str, language: str, prefix: bool = False) -> Wanted:
    phrases = [all_terms(match, language) for match in PHRASE.findall(query)]
    terms = query_terms(query, language)
    last = terms[-1] if prefix and terms and not query.endswith((" ", '"')) else ""
    return Wanted(terms=terms, phrases=[p for p in phrases if p], labels=labels_in(query), prefix=last)


def _places(rows: list[Held], wanted: Wanted) -> dict[str, list[Places]]:
    """Postings by term, with spellings and endings filled in where a term finds nothing."""
    order = {row.pk: at for at, row in enumerate(rows)}
    words = vocabulary(tuple((row.pk, row.stamp) for row in rows))
    for term in wanted.terms:
        if term == wanted.prefix:
            wanted.factors.update(dict.fromkeys(_with_prefix(words, term), PREFIX_FACTOR))
        elif not _holds(words, term):
            wanted.factors.update(dict.fromkeys(_nearly(words, term), TYPO_FACTOR))
    for term in wanted.terms:
        wanted.factors.pop(term, None)
    return _of_terms(order, {*wanted.terms, *wanted.factors})


@lru_cache(maxsize=8)
def vocabulary(held: tuple[tuple[int, uuid.UUID], ...]) -> list[str]:
    """All terms of these scopes in order."""
    terms = Posting.objects.filter(scope__in=[pk for pk, _stamp in held]).values_list("term", flat=True).distinct()
    return sorted(terms)


def _of_terms(order: dict[int, int], terms: Collection[str]) -> dict[str, list[Places]]:
    columns = ("term", "scope_id", "positions", "weights")
    out: dict[str, list[Places]] = {}
    rows = Posting.objects.filter(scope__in=list(order), term__in=list(terms)).values_list(*columns)
    for term, scope, positions, weights in rows:
        out.setdefault(term, []).append(Places(order[scope], positions, weights))
    for places in out.values():
        places.sort(key=lambda place: place.scope)
    return out


def _holds(words: list[str], term: str) -> bool:
    at = bisect_left(words, term)
    return at < len(words) and words[at] == term


def _with_prefix(words: list[str], start: str) -> list[str]:
    return words[bisect_left(words, start) : bisect_left(words, start + chr(TOP))][:MAX_PREFIX_TERMS]


def _nearly(words: list[str], term: str) -> list[str]:
    """One wrong letter in a word of four or more, two in a word of eight or more; the first letter is right."""
    if len(term) < 4 or term.isdigit():
        return []
    allowed = 2 if len(term) >= 8 else 1
    near = words[bisect_left(words, term[0]) : bisect_left(words, chr(ord(term[0]) + 1))]
    return [word for word in near if OSA.distance(term, word, score_cutoff=allowed) <= allowed]


def _hits(
    rows: list[Held], ranked: list[tuple[int, int, float]], wanted: Wanted, limit: int, keys: Collection[str] | None
) -> list[Hit]:
    hits: list[Hit] = []
    for start in range(0, len(ranked), STEP):
        taken = ranked[start : start + STEP]
        entries = _entries(rows, taken)
        for scope, position, score in taken:
            entry = entries.get((rows[scope].pk, position))
            if entry and (keys is None or entry.key in keys) and _has_phrases(entry, wanted, rows[scope].language):
                hits.append(_hit(entry, rows[scope], score, wanted))
        if len(hits) >= limit:
            break
    return hits[:limit]


def _entries(rows: list[Held], taken: list[tuple[int, int, float]]) -> dict[tuple[int, int], IndexedDocument]:
    by_scope: dict[int, list[int]] = {}
    for scope, position, _score in taken:
        by_scope.setdefault(rows[scope].pk, []).append(position)
    places = Q()
    for pk, positions in by_scope.items():
        places |= Q(scope_id=pk, position__in=positions)
    return {(entry.scope_id, entry.position): entry for entry in IndexedDocument.objects.filter(places)}


def _has_phrases(entry: IndexedDocument, wanted: Wanted, language: str) -> bool:
    if not wanted.phrases:
        return True
    words = " ".join(["", *all_terms(f"{entry.head}\n{entry.body}", language), ""])
    return all(f" {' '.join(phrase)} " in words for phrase in wanted.phrases)


def _hit(entry: IndexedDocument, row: Held, score: float, wanted: Wanted, by_label: bool = False) -> Hit:
    terms = frozenset([*wanted.terms, *wanted.factors])
    return Hit(entry.key, row.name, score, entry.head, entry.body, row.language, terms, by_label)


def _by_label(rows: list[Held], wanted: Wanted, keys: Collection[str] | None) -> list[Hit]:
    """The documents that the query names, or the nearest part above them that exists."""
    scopes = {row.pk: row for row in rows}
    hits = []
    for rank, label in enumerate(wanted.labels[:MOST_LABELS]):
        for shorter in shortened(label):
            named = _labelled(list(scopes), shorter, keys)
            hits += [_hit(e, scopes[e.scope_id], LABEL_SCORE - rank, wanted, by_label=True) for e in named]
            if named:
                break
    return hits


def _labelled(scopes: list[int], label: str, keys: Collection[str] | None) -> list[IndexedDocument]:
    places = IndexedDocument.objects.filter(scope__in=scopes, label=label).order_by()
    rows = sorted(places.values_list("scope_id", "position", "pk", "key"))
    shown = [pk for _scope, _position, pk, key in rows if keys is None or key in keys][:MOST_NAMED]
    return list(IndexedDocument.objects.filter(pk__in=shown).order_by("scope_id", "position"))
