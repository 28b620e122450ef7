"""Find clauses by words, phrases and labels; a search starts in the person's own agreements in force."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from django.db.models import Q

from contracts import amended, queries
from contracts.addresses import clause_url
from contracts.asking.scopes import KIND, changes_words, scopes_on
from contracts.models import AgreementVersion, Clause, ClauseLevel
from unionops.platform.access.models import User
from unionops.platform.core import lazy_re as re
from unionops.platform.search.labels import labels_in, normal, shortened
from unionops.platform.search.queries import Hit, search
from unionops.platform.search.snippets import Piece, as_text, snippet
from unionops.platform.search.sources import Result

OF_LABELS = frozenset(("art", "articl", "article", "sec", "section", "articul", "articulo", "seccion"))
RANKS = 60  # of reciprocal rank fusion
BOUND_IN = 0.8  # what words are worth in appendices, letters, tables and front pages, unless the query asks for those
BESIDE = re.compile(
    r"\b(?:appendi|annex|schedule [a-z]\b|exhibit|letters? of|side letter|memorand|mou|moa|loa\b|front page"
    r"|ap[ée]ndice|anexo|carta|memorando|lettre)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A clause with the passage that matched; `part` is the paragraph of it that the query named."""

    clause: Clause
    score: float
    hit: Hit
    part: Clause | None = None

    @property
    def shown(self) -> Clause:
        return self.part or self.clause

    @property
    def name(self) -> str:
        """'8.2 Order of offers', '8.2(b) Order of offers' when the query named that paragraph, '11.8 (Telework)'."""
        if self.part:
            return f"{self.part.label} {self.part.title or self.clause.title}".strip()
        above = "" if self.clause.title else self.hit.head
        return f"{self.clause.name} ({above})" if above and self.clause.label else self.clause.name

    @property
    def pieces(self) -> list[Piece]:
        if self.part:
            return snippet(self.part.now, (), language=self.hit.language)
        if self.hit.by_label:  # named by its number: that figure in its text is no find
            return self.hit.snippet([one for one in self.hit.terms if not one.isdigit() and one not in OF_LABELS])
        return self.hit.snippet()

    @property
    def passage(self) -> str:
        return as_text(self.pieces)

    @property
    def url(self) -> str:
        return clause_url(self.shown)


def find(
    user: User,
    query: str,
    *,
    versions: Sequence[AgreementVersion] | None = None,
    article: str = "",
    limit: int = 20,
    prefix: bool = False,
    on: datetime.date | None = None,
) -> list[Found]:
    """The best clauses of the given versions (the user's own when None), best first; of one article if it is named.

    What is searched and shown are the words in force on the day (`on`, else that of each version).
    """
    where = queries.own_versions(user) if versions is None else versions
    if not query.strip() or not where:
        return []
    scopes, indexed = scopes_on(user, where, on)
    printed = indexed and not any(changes_words(scope) for scope in scopes)
    clauses = _Clauses(partial(queries.clauses_by_ids, user, on=on, printed=printed, of=where))
    hits = search(
        KIND,
        query,
        scopes=scopes,
        limit=limit,
        prefix=prefix,
        keys=keys_in(user, article, where) if article else None,
        by=None if prefix else user,
        standing=None if BESIDE.search(query) else clauses.standing,
    )
    held = clauses.of([hit.key for hit in hits])
    found = [Found(held[hit.key], hit.score, hit) for hit in hits if hit.key in held]
    found = [_with_part(user, one, query, on) if one.hit.by_label else one for one in found]
    return found if indexed else [_reread(user, one, on) for one in found]


@dataclass(slots=True)
class _Clauses:
    """The clauses of one search: those read for their standing are not read again for the page."""

    read: Callable[[list[str]], dict[str, Clause]]
    held: dict[str, Clause] = field(default_factory=dict)

    def of(self, keys: Sequence[str]) -> dict[str, Clause]:
        if lacking := [key for key in keys if key not in self.held]:
            self.held |= self.read(lacking)
        return self.held

    def standing(self, keys: Sequence[str]) -> dict[str, float]:
        """What is bound in behind the articles tells of single cases in the same words: it comes after the rule."""
        held = self.of(keys)
        return {key: BOUND_IN for key in keys if key in held and held[key].is_bound_in}


def _with_part(user: User, one: Found, query: str, on: datetime.date | None) -> Found:
    """The paragraph of a named clause, when the query names one: 'Art. 8 Sec 2(b)'."""
    deeper = [label for label in labels_in(query) if label.startswith(f"{normal(one.clause.label)}.")]
    if not deeper:
        return one
    parts = {normal(part.label): part for part in reversed(queries.family(user, one.clause, on)[1:])}
    part = next((parts[label] for wanted in deeper for label in shortened(wanted) if label in parts), None)
    if part is None:
        return one
    part.version = one.clause.version
    return replace(one, part=part)


def fused(
    user: User,
    searches: Sequence[str],
    versions: Sequence[AgreementVersion] | None,
    *,
    limit: int = 8,
    article: str = "",
    on: datetime.date | None = None,
) -> list[Found]:
    """The best clauses of several searches by reciprocal rank; the first one, the words as put, counts double."""
    scores: dict[int, float] = {}
    held: dict[int, Found] = {}
    for place, words in enumerate(searches):
        found = find(user, words, versions=versions, article=article, limit=2 * limit, on=on)
        for rank, one in enumerate(found):
            held.setdefault(one.clause.pk, one)
            scores[one.clause.pk] = scores.get(one.clause.pk, 0.0) + (2.0 if place == 0 else 1.0) / (RANKS + rank)
    return [held[pk] for pk in sorted(scores, key=lambda pk: -scores[pk])[:limit]]


def _reread(user: User, one: Found, on: datetime.date | None) -> Found:
    """Found by the printed words while the amended text waits for its index: shown in the words in force."""
    head, *parts = queries.family(user, one.clause, on)
    inside = [head.now_body, *(part.now for part in parts if part.level == ClauseLevel.SUBSECTION)]
    return replace(one, hit=replace(one.hit, body="\n".join(inside).strip()))


def only_text(found: Sequence[Found]) -> AgreementVersion | None:
    """The text all of them stand in, which a list names once; None where there are several, or nothing was found."""
    return found[0].clause.version if len({one.clause.version_id for one in found}) == 1 else None


def rows_of(user: User, found: Sequence[Found], *, on: datetime.date | None = None) -> list[dict[str, Any]]:
    """The found clauses as a list of results prints them, with the text each stands in where they are of several."""
    letters, many = letters_in(user, found, on), only_text(found) is None
    return [
        {
            "url": one.url,
            "name": one.name,
            "place": f"{one.shown.on_page}, {one.clause.version}" if many else one.shown.on_page,
            "words": one.pieces,
            "letters": letters.get(one.hit.key, ""),
        }
        for one in found
    ]


def letters_in(user: User, found: Sequence[Found], on: datetime.date | None = None) -> dict[str, str]:
    """By clause id: the letters that changed the clause or a part of it, for those found ones that any did."""
    heads = [one.clause for one in found if changes_words(one.hit.scope)]
    if not heads:
        return {}
    inside = Q(pk__in=[])
    for head in heads:
        inside |= Q(version=head.version_id, path__startswith=f"{head.path}/") | Q(pk=head.pk)
    parts = amended.read(user, queries.every_clause(user).filter(inside), on)
    out: dict[str, str] = {}
    for head in heads:
        own = [p for p in parts if p.version_id == head.version_id and f"{p.path}/".startswith(f"{head.path}/")]
        letters = dict.fromkeys(title for part in own if part.changed for title in part.changed.letters)
        if letters:
            out[str(head.public_id)] = ", ".join(letters)
    return out


def keys_in(user: User, article: str, versions: Sequence[AgreementVersion]) -> set[str]:
    """The clauses of an article or appendix as people name it: '18', 'Art. XVIII', 'Appendix A', or its title."""
    wanted = {normal(article), *(shortened(label.removeprefix("appendix."))[-1] for label in labels_in(article))}
    found: set[str] = set()
    for version in versions:
        rows = queries.clauses(user, version).values_list("public_id", "article")
        found |= {str(key) for key, number in rows if number and normal(number) in wanted}
    return found


@dataclass(frozen=True, slots=True)
class Filters:
    """Where to look: `where` is empty (one's own agreements), 'all', or a version; `on` is the day of the text."""

    where: str = ""
    kind: str = ""
    article: str = ""
    on: datetime.date | None = None


def scope(user: User, chosen: Filters, current: list[AgreementVersion] | None = None) -> list[AgreementVersion]:
    """The texts to search; with a day, those in force on it, of the chosen agreement too.

    `current` are those in force today, when the caller has them already.
    """
    current = None if chosen.on else current
    one = queries.version(user, chosen.where) if chosen.where not in ("", "all") else None
    if one is not None:
        found = list(queries.in_force(user, chosen.on).filter(agreement=one.agreement)) if chosen.on else [one]
    elif chosen.where == "all":
        found = queries.to_search(user, chosen.on) if current is None else current
    else:
        found = queries.own_versions(user, chosen.on, current)
    return [version for version in found if chosen.kind in ("", version.agreement.kind)]


def results(user: User, query: str, limit: int) -> list[Result]:
    """What the one search page shows of clauses."""
    return [
        Result(
            title=one.name,
            url=one.url,
            detail=one.shown.on_page,
            within=str(one.clause.version),
            pieces=one.pieces,
        )
        for one in find(user, query, limit=limit)
    ]
