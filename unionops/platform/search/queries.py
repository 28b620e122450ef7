"""Find documents: explicit labels first, then BM25 with phrases, prefixes and forgiving spelling."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import F, Max

from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem
from unionops.platform.search import embedder
from unionops.platform.search.labels import shortened
from unionops.platform.search.models import PLACES, IndexedDocument, Postings, Scope, Vectors
from unionops.platform.search.snippets import Piece, snippet
from unionops.platform.search.terms import all_terms, counts
from unionops.platform.search.wanted import PHRASE, Wanted, beside, citing, take_apart, ways_of

if TYPE_CHECKING:
    from unionops.platform.search.ranking import Bench, Field, Shelf

LABEL_SCORE = 1000.0
FEWEST = 20  # of the best are weighed by where they stand
MOST_READ = 2000  # documents looked at for a phrase
MOST_CITING = 60  # and for the number of a clause
MOST_LABELS = 5
MOST_NAMED = 20
MOST_HELD = 400_000  # documents whose postings this process keeps unpacked
LEG = 50  # so many of each ranking are fused
RANKS = 10  # of reciprocal rank fusion: the first places of either ranking count
FEW_HOLDING = 10  # documents may hold a word, however few there are, before it is one of all of them
TELLING = 12  # words that say most about a text, for finding its like


@dataclass(frozen=True, slots=True)
class Hit:
    """A found document; `terms` and `expressions` are the stems looked for, `by_label` when the query named it."""

    key: str
    scope: str
    score: float
    head: str
    body: str
    language: str
    terms: frozenset[str] = frozenset()
    expressions: frozenset[tuple[str, ...]] = frozenset()
    by_label: bool = False

    def snippet(self, terms: Collection[str] | None = None) -> list[Piece]:
        """The best passage with the words looked for, or only some of them, marked."""
        wanted = self.terms if terms is None else terms
        return snippet(self.body or self.head, wanted, expressions=self.expressions, language=self.language)


class Held(NamedTuple):
    """A scope as searching needs it."""

    pk: int
    name: str
    language: str
    stamp: int


Stamps = tuple[tuple[int, int], ...]


Standing = Callable[[Sequence[str]], Mapping[str, float]]  # of the documents with these keys, 1 for those not named


def search(
    kind: str,
    query: str,
    *,
    scopes: Sequence[str] | None = None,
    limit: int = 20,
    prefix: bool = False,
    keys: Collection[str] | None = None,
    by: User | None = None,
    standing: Standing | None = None,
) -> list[Hit]:
    """The best documents of the scopes (all of the kind when None), best first.

    `prefix` takes the last word as unfinished. `keys` limits the answer to what a person may see. With `by`, and an
    embedding model, what the texts mean counts too; that takes the time of one short request to the model.
    `standing` tells what the words found in a document are worth beside those of the others.
    """
    hits: dict[str, Hit] = {}
    meant = _meant(query, by) if by and not PHRASE.search(query) else None
    for language, rows in scopes_by_language(kind, scopes):
        wanted = take_apart(query, language, prefix)
        named = _by_label(rows, wanted, keys)
        wanted = beside(query, wanted, language, prefix, named=bool(named)) if wanted.labels else wanted
        fused = meant if meant and not wanted.cited else None
        found = _by_words(rows, wanted, max(limit, LEG) if fused else limit, keys, standing)
        found = _fused(rows, found, fused, wanted, keys) if fused else found
        for hit in [*named, *found]:
            hits.setdefault(hit.key, hit)
    return sorted(hits.values(), key=lambda hit: -hit.score)[:limit]


def similar(
    kind: str,
    text: str,
    *,
    scopes: Sequence[str] | None = None,
    limit: int = 10,
    keys: Collection[str] | None = None,
    without: Collection[str] = (),
) -> list[Hit]:
    """Documents most like a text, by the dozen words that say most about it. `without` leaves out the text itself."""
    hits: list[Hit] = []
    for language, rows in scopes_by_language(kind, scopes):
        wanted = Wanted(terms=_telling(field_of(stamps(rows)), text, language), phrases=[], labels=[])
        hits += _by_words(rows, wanted, limit + len(without), keys)
    kept = [hit for hit in hits if hit.key not in without]
    return sorted(kept, key=lambda hit: -hit.score)[:limit]


def common(kind: str, words: Collection[str], share: float, *, scopes: Sequence[str] | None = None) -> set[str]:
    """Of these terms, those that stand in more than this share (0 to 1) of the documents, and in more than a few: they
    tell none of them apart.
    """
    found: set[str] = set()
    for _language, rows in scopes_by_language(kind, scopes):
        held = field_of(stamps(rows))
        most = max(FEW_HOLDING, share * held.documents())
        found |= {word for word in words if held.holding(word) > most}
    return found


@dataclass(frozen=True, slots=True)
class Meant:
    """A query as the embedding model sees it."""

    profile: str
    vector: list[float]


def by_meaning() -> bool:
    """Whether what a text means may count beside its words."""
    return _model() is not None


def _model() -> tuple[embedder.Embedder, str] | None:
    """The embedding model with its profile, once there are vectors of its making."""
    held = embedder.current() if Vectors.objects.exists() else None
    profile = held.profile() if held else ""
    return (held, profile) if held and profile else None


def _meant(query: str, by: User) -> Meant | None:
    """None without a model for it, or when it does not answer: words alone find enough."""
    model = _model() if query.strip() else None
    if model is None:
        return None
    held, profile = model
    try:
        return Meant(profile, held.embed([query], by=by, query=True)[0])
    except Problem:
        return None


def _fused(rows: list[Held], words: list[Hit], meant: Meant, wanted: Wanted, keys: Collection[str] | None) -> list[Hit]:
    """Both rankings by reciprocal rank; a document may come from either."""
    near = _by_meaning(rows, meant, wanted, keys)
    scores: dict[str, float] = {}
    for leg in (words, near):
        for rank, hit in enumerate(leg):
            scores[hit.key] = scores.get(hit.key, 0.0) + 1.0 / (RANKS + rank)
    every = {hit.key: hit for hit in [*near, *words]}
    return [replace(every[key], score=score) for key, score in sorted(scores.items(), key=lambda pair: -pair[1])]


def _by_meaning(rows: list[Held], meant: Meant, wanted: Wanted, keys: Collection[str] | None) -> list[Hit]:
    from unionops.platform.search.meaning import meanings, nearest

    own = {row.pk: row for row in rows}
    stored = Vectors.objects.filter(scope__in=own, edition=F("scope__edition"), profile=meant.profile)
    found = list(stored.values_list("scope_id", "edition").annotate(newest=Max("pk")).order_by("scope_id"))
    held = [meanings(scope, edition, meant.profile, newest) for scope, edition, newest in found]
    places = [found[at][0] * PLACES + position for at, position in nearest(held, meant.vector, LEG)]
    entries = entries_at(places)
    hits = [_hit(entries[place], own[place // PLACES], 0.0, wanted) for place in places if place in entries]
    return [hit for hit in hits if keys is None or hit.key in keys]


def _telling(held: Field, text: str, language: str) -> list[str]:
    """The words of a text that are frequent in it and rare elsewhere."""
    worth = {term: times / (times + 1.0) * held.rarity(term) for term, times in counts(text, language).items()}
    return sorted(worth, key=lambda term: (-worth[term], term))[:TELLING]


def scopes_by_language(kind: str, scopes: Sequence[str] | None) -> Iterable[tuple[str, list[Held]]]:
    """Scopes that are ranked together, for words are stemmed by language."""
    found = Scope.objects.filter(kind=kind)
    found = found if scopes is None else found.filter(name__in=scopes)
    groups: dict[str, list[Held]] = {}
    for row in found.order_by("pk").values_list("pk", "name", "language", "stamp"):
        groups.setdefault(row[2], []).append(Held(*row))
    return sorted(groups.items())


def stamps(rows: Iterable[Held]) -> Stamps:
    return tuple((row.pk, row.stamp) for row in rows)


_shelves: dict[int, tuple[int, Shelf]] = {}


@lru_cache(maxsize=16)
def field_of(held: Stamps) -> Field:
    """These scopes unpacked; a scope that changes has a new stamp. Loads the ranking (and numpy) when first used."""
    from unionops.platform.search.ranking import Field

    known = {pk: entry[1] for pk, stamp in held if (entry := _shelves.get(pk)) and entry[0] == stamp}
    fresh = _unpack([pk for pk, _stamp in held if pk not in known])
    _remember({pk: (stamp, fresh[pk]) for pk, stamp in held if pk in fresh})
    return Field([known.get(pk) or fresh[pk] for pk, _stamp in held])


def _unpack(scopes: list[int]) -> dict[int, Shelf]:
    from unionops.platform.search.ranking import Shelf

    runs: dict[int, list[Postings]] = {pk: [] for pk in scopes}
    for row in Postings.objects.filter(scope__in=scopes):
        runs[row.scope_id].append(row)
    facts = Scope.objects.filter(pk__in=scopes).values_list("pk", "documents", "total_length", "dead")
    return {
        pk: Shelf(documents, length, bytes(dead), [(row.first, row.run) for row in runs[pk]])
        for pk, documents, length, dead in facts
    }


def _remember(fresh: dict[int, tuple[int, Shelf]]) -> None:
    if sum(len(shelf.lengths) for _stamp, shelf in (*_shelves.values(), *fresh.values())) > MOST_HELD:
        _shelves.clear()
        field_of.cache_clear()
    _shelves.update(fresh)


def _by_words(
    rows: list[Held],
    wanted: Wanted,
    limit: int,
    keys: Collection[str] | None,
    standing: Standing | None = None,
) -> list[Hit]:
    if not wanted.terms:
        return []
    from unionops.platform.search.ranking import Bench

    held = field_of(stamps(rows))
    wanted.ways = ways_of(held, wanted, rows[0].language)
    bench = Bench(held)
    for ways in wanted.ways:
        bench.add(ways)
    bench.only_with({term for phrase in (*wanted.phrases, wanted.cited) for term in phrase if held.holds(term)})
    return _standing(_hits(rows, bench, wanted, max(limit, FEWEST), keys), standing)[:limit]


def _hits(rows: list[Held], bench: Bench, wanted: Wanted, limit: int, keys: Collection[str] | None) -> list[Hit]:
    """The best that pass; when phrases or `keys` sift them, as many more are looked at as it takes."""
    sifted = keys is not None or bool(wanted.phrases or wanted.cited)
    most = MOST_READ if wanted.phrases else len(bench.scores) if keys is not None else limit
    ranked = bench.best(max(most, MOST_CITING) if wanted.cited else most)
    hits: list[Hit] = []
    step = 2 * limit if sifted else limit
    for start in range(0, len(ranked), step):
        taken = ranked[start : start + step]
        entries = entries_at([rows[scope].pk * PLACES + position for scope, position, _score in taken])
        for scope, position, score in taken:
            entry = entries.get(rows[scope].pk * PLACES + position)
            if entry and (keys is None or entry.key in keys) and _has_phrases(entry, wanted, rows[scope].language):
                hits.append(_hit(entry, rows[scope], score, wanted))
        if len(hits) >= limit:
            break
    return hits


def _standing(hits: list[Hit], standing: Standing | None) -> list[Hit]:
    if standing is None or not hits:
        return hits
    worth = standing([hit.key for hit in hits])
    return _best_first([replace(hit, score=hit.score * worth.get(hit.key, 1.0)) for hit in hits])


def _best_first(hits: Iterable[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: -round(hit.score, 9))


def entries_at(places: list[int]) -> dict[int, IndexedDocument]:
    return {entry.place: entry for entry in IndexedDocument.objects.filter(place__in=places)}


def _has_phrases(entry: IndexedDocument, wanted: Wanted, language: str) -> bool:
    text = f"{entry.head}\n{entry.body}"
    if wanted.cited and not citing(tuple(wanted.cited)).search(text):
        return False
    words = " ".join(["", *all_terms(text, language), ""]) if wanted.phrases else ""
    return all(f" {' '.join(phrase)} " in words for phrase in wanted.phrases)


def _hit(entry: IndexedDocument, row: Held, score: float, wanted: Wanted, by_label: bool = False) -> Hit:
    ways = {terms for way in wanted.ways for terms, _worth in way}
    terms = frozenset(wanted.terms).union(terms[0] for terms in ways if len(terms) == 1)
    expressions = frozenset(terms for terms in ways if len(terms) > 1)
    return Hit(entry.key, row.name, score, entry.head, entry.body, row.language, terms, expressions, by_label)


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
    found = IndexedDocument.objects.filter(scope__in=scopes, label=label).order_by("place")
    rows = found.values_list("place", "key")
    shown = [place for place, key in rows if keys is None or key in keys][:MOST_NAMED]
    return list(IndexedDocument.objects.filter(place__in=shown).order_by("place"))
