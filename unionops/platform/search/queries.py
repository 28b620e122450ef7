"""Find documents: explicit labels first, then BM25 with phrases, prefixes and forgiving spelling."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from unionops.platform.search.labels import labels_in, shortened
from unionops.platform.search.models import IndexedDocument, Posting, Scope
from unionops.platform.search.ranking import Bench, unpack_floats, unpack_positions
from unionops.platform.search.snippets import Piece, snippet
from unionops.platform.search.terms import all_terms, query_terms

PHRASE = re.compile(r"[\"“”«]([^\"“”»]+)[\"“”»]")
LABEL_SCORE = 1000.0
PREFIX_FACTOR = 0.8
TYPO_FACTOR = 0.7
MAX_PREFIX_TERMS = 40
TOP = 0x10FFFF


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
    rows = list(found if scopes is None else found.filter(name__in=scopes))
    hits: dict[str, Hit] = {}
    for language in sorted({row.language for row in rows}):
        group = [row for row in rows if row.language == language]
        for hit in _in_language(group, language, query, limit, prefix, keys):
            hits.setdefault(hit.key, hit)
    return sorted(hits.values(), key=lambda hit: -hit.score)[:limit]


def _in_language(
    rows: list[Scope], language: str, query: str, limit: int, prefix: bool, keys: Collection[str] | None
) -> list[Hit]:
    wanted = take_apart(query, language, prefix)
    by_scope = _postings(rows, wanted)
    ranked = [
        (score, row, position)
        for row in rows
        for position, score in _ranked(row, by_scope.get(row.pk, []), wanted, limit)
    ]
    ranked.sort(key=lambda item: (-round(item[0], 9), item[1].name, item[2]))
    named = _by_label(rows, wanted, keys)
    return named + _hits(ranked, wanted, limit, keys)


def take_apart(query: str, language: str, prefix: bool = False) -> Wanted:
    phrases = [all_terms(match, language) for match in PHRASE.findall(query)]
    terms = query_terms(query, language)
    last = terms[-1] if prefix and terms and not query.endswith((" ", '"')) else ""
    return Wanted(terms=terms, phrases=[p for p in phrases if p], labels=labels_in(query), prefix=last)


def _postings(rows: list[Scope], wanted: Wanted) -> dict[int, list[Posting]]:
    """Postings of all terms by scope, with spellings and endings filled in where a term finds nothing."""
    ids = [row.pk for row in rows]
    found = list(Posting.objects.filter(scope__in=ids, term__in=wanted.terms).order_by("scope_id", "term"))
    missing = set(wanted.terms) - {posting.term for posting in found}
    if wanted.prefix:
        found += _with_prefix(ids, wanted)
        missing.discard(wanted.prefix)
    for term in sorted(missing):
        found += _nearly(ids, term, wanted)
    by_scope: dict[int, list[Posting]] = {}
    for posting in found:
        by_scope.setdefault(posting.scope_id, []).append(posting)
    return by_scope


def _with_prefix(ids: list[int], wanted: Wanted) -> list[Posting]:
    rows = Posting.objects.filter(scope__in=ids, term__gt=wanted.prefix, term__lt=wanted.prefix + chr(TOP))
    found = list(rows.order_by("term", "scope_id")[:MAX_PREFIX_TERMS])
    wanted.factors.update({posting.term: PREFIX_FACTOR for posting in found})
    return found


def _nearly(ids: list[int], term: str, wanted: Wanted) -> list[Posting]:
    """One wrong letter in a word of four or more, two in a word of eight or more; the first letter is right."""
    if len(term) < 4 or term.isdigit():
        return []
    allowed = 2 if len(term) >= 8 else 1
    near = Posting.objects.filter(scope__in=ids, term__gte=term[0], term__lt=chr(ord(term[0]) + 1))
    words = sorted(set(near.values_list("term", flat=True)))
    close = [word for word in words if OSA.distance(term, word, score_cutoff=allowed) <= allowed]
    wanted.factors.update({word: TYPO_FACTOR for word in close if word not in wanted.terms})
    return list(Posting.objects.filter(scope__in=ids, term__in=close).order_by("scope_id", "term")) if close else []


def _ranked(row: Scope, postings: list[Posting], wanted: Wanted, limit: int) -> list[tuple[int, float]]:
    if not postings:
        return []
    groups = unpack_positions(row.groups) if row.groups else None
    bench = Bench(row.documents, row.total_length, unpack_floats(row.lengths), groups)
    for posting in postings:
        factor = wanted.factors.get(posting.term, 1.0)
        bench.add(unpack_positions(posting.positions), unpack_floats(posting.weights), factor)
    return bench.best(limit * 5 if wanted.phrases else limit)


def _hits(
    ranked: list[tuple[float, Scope, int]], wanted: Wanted, limit: int, keys: Collection[str] | None
) -> list[Hit]:
    many = len(ranked) if wanted.phrases or keys is not None else limit
    taken = ranked[:many]
    entries = _entries(taken)
    hits = []
    for score, row, position in taken:
        entry = entries.get((row.pk, position))
        if entry and (keys is None or entry.key in keys) and _has_phrases(entry, wanted, row.language):
            hits.append(_hit(entry, row, score, wanted))
        if len(hits) == limit:
            break
    return hits


def _entries(taken: Iterable[tuple[float, Scope, int]]) -> dict[tuple[int, int], IndexedDocument]:
    by_scope: dict[int, list[int]] = {}
    for _, row, position in taken:
        by_scope.setdefault(row.pk, []).append(position)
    out = {}
    for pk, positions in by_scope.items():
        for entry in IndexedDocument.objects.filter(scope_id=pk, position__in=positions):
            out[pk, entry.position] = entry
    return out


def _has_phrases(entry: IndexedDocument, wanted: Wanted, language: str) -> bool:
    if not wanted.phrases:
        return True
    words = " ".join(["", *all_terms(f"{entry.head}\n{entry.body}", language), ""])
    return all(f" {' '.join(phrase)} " in words for phrase in wanted.phrases)


def _hit(entry: IndexedDocument, row: Scope, score: float, wanted: Wanted, by_label: bool = False) -> Hit:
    terms = frozenset([*wanted.terms, *wanted.factors])
    return Hit(entry.key, row.name, score, entry.head, entry.body, row.language, terms, by_label)


def _by_label(rows: list[Scope], wanted: Wanted, keys: Collection[str] | None) -> list[Hit]:
    """The documents that the query names, or the nearest part above them that exists."""
    scopes = {row.pk: row for row in rows}
    hits = []
    for rank, label in enumerate(wanted.labels):
        for shorter in shortened(label):
            entries = IndexedDocument.objects.filter(scope__in=list(scopes), label=shorter).order_by(
                "scope_id", "position"
            )
            found = [e for e in entries[:20] if keys is None or e.key in keys]
            hits += [_hit(e, scopes[e.scope_id], LABEL_SCORE - rank, wanted, by_label=True) for e in found]
            if found:
                break
    return hits
