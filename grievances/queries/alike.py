"""Cases like this one: by clauses cited, words used, and meaning; each only if the reader may see it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import islice

from django.db.models import Count, QuerySet

from grievances.models import Arbitration, Citation, Grievance, GrievanceStep, Matter, Outcome
from grievances.queries.cases import VIEW, grievances
from unionops.platform.access.models import User
from unionops.platform.access.policy import policy
from unionops.platform.core.numerals import ENGLISH, ORDINALS, SPANISH
from unionops.platform.search.queries import Hit, by_meaning, common, search
from unionops.platform.search.terms import tale_terms, terms

KIND, SCOPE = "case", "all"
WORDS = 24
NEAR = 80
SHIFT = 60
FEWEST = 2  # words both say, where they cite no same clause and no model tells what they mean
COMMON = 1 / 3  # what stands in more of the local's cases makes none of them alike
CALENDAR = """
    monday tuesday wednesday thursday friday saturday sunday lunes martes miércoles jueves viernes sábado domingo
    january february march april june july august september october november december
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"""
# Every story is told with these: when it was, how many, and who did something.
OF_ANY_STORY = tale_terms("en") | set(terms(" ".join((CALENDAR, *ENGLISH, *SPANISH, *ORDINALS))))


@dataclass(frozen=True)
class Alike:
    """`clauses`: how many cited clauses are the same; `words`: what both say; neither: only the meaning is near."""

    case: Grievance
    clauses: int
    words: tuple[str, ...]
    score: float


def similar(user: User, case: Grievance, limit: int = 5) -> list[Alike]:
    """The nearest other cases. A place by clause and one by words add up (reciprocal rank fusion).

    With an embedding model, meaning is fused into the place by words; without one, each row has a clause or two words
    that both cases say.
    """
    by_clause = _by_clause(user, case)
    by_words = _by_words(user, case)
    scores: dict[int, float] = defaultdict(float)
    for ranking in (list(by_clause), list(by_words)):
        for place, matter in enumerate(ranking):
            scores[matter] += 1 / (SHIFT + place)
    query, meant = query_of(case), by_meaning()
    ranked = sorted(scores, key=lambda matter: (-scores[matter], -matter))
    told = (m for m in ranked if meant or m in by_clause or len(_shared(query, by_words.get(m))) >= FEWEST)
    best = list(islice(told, limit * 2))
    found = {row.matter_id: row for row in grievances(user).filter(matter__in=best).exclude(pk=case.pk)}
    near = sorted((m for m in best if m in found), key=lambda m: (-scores[m], -_same(found[m], case)))[:limit]
    return [Alike(found[m], by_clause.get(m, 0), _shared(query, by_words.get(m)), scores[m]) for m in near]


def _same(row: Grievance, case: Grievance) -> int:
    return (row.matter.topic == case.matter.topic) + (row.matter.worksite_id == case.matter.worksite_id)


def _by_clause(user: User, case: Grievance) -> dict[int, int]:
    """Matter -> how many of this case's clauses it cites, most first."""
    own = case.matter.citations.exclude(clause=None).values_list("clause__lineage_id", flat=True)
    lineages = list(own)
    if not lineages:
        return {}
    rows: QuerySet[Citation] = Citation.objects.visible_to(user, VIEW).filter(clause__lineage_id__in=lineages)
    counted = rows.exclude(matter=case.matter_id).order_by().values("matter_id")
    best = counted.annotate(n=Count("clause__lineage_id", distinct=True)).order_by("-n", "-matter_id")[:NEAR]
    return {row["matter_id"]: row["n"] for row in best}


def advanced(user: User, case: Grievance, limit: int = 5) -> list[Grievance]:
    """Like cases the union took further: appealed, arbitrated, or won. Dropping this one needs a word on them.

    Only what a person can check makes a case alike here: a clause or words that both have.
    """
    near = [row.case for row in similar(user, case, limit=12) if row.clauses or row.words]
    kept = {row.pk for row in near if row.outcome in (Outcome.SUSTAINED, Outcome.PARTIAL) or row.arbitrator}
    ids = [row.pk for row in near]
    moved = GrievanceStep.objects.filter(grievance__in=ids, undone_at=None, step__deed__in=("appeal", "notice"))
    kept |= set(moved.values_list("grievance_id", flat=True))
    kept |= set(Arbitration.objects.filter(grievance__in=ids).values_list("grievance_id", flat=True))
    return [row for row in near if row.pk in kept][:limit]


def query_of(case: Grievance) -> str:
    """The words this case says most, the title's first."""
    facts = case.matter.facts.filter(removed_at=None).values_list("text", flat=True)
    text = " ".join([case.matter.title] * 3 + [case.statement or "", *facts])
    words = _words(text)
    everywhere = common(KIND, {term for word in words for term in terms(word)}, COMMON, scopes=[SCOPE])
    telling = [word for word in words if not everywhere.issuperset(terms(word))]
    return " ".join(word for word, _n in Counter(telling).most_common(WORDS))


def _words(text: str) -> list[str]:
    """Words that may tell what a case is about, in order, with repetitions."""
    known = [word for word in text.split() if not any(sign.isdigit() for sign in word)]
    return [word for word in known if not OF_ANY_STORY.issuperset(terms(word))]


def _by_words(user: User, case: Grievance) -> dict[int, Hit]:
    """Matter -> where its words were found, nearest first."""
    query = query_of(case)
    hits = search(KIND, query, scopes=[SCOPE], limit=NEAR, keys=_own_keys(user), by=user) if query else []
    visible: QuerySet[Matter] = Matter.objects.visible_to(user, VIEW).exclude(pk=case.matter_id)
    ids = dict(visible.filter(public_id__in=[hit.key for hit in hits]).values_list("public_id", "pk"))
    keyed = {str(public): pk for public, pk in ids.items()}
    return {keyed[hit.key]: hit for hit in hits if hit.key in keyed}


def _own_keys(user: User) -> set[str] | None:
    """For somebody who sees few cases, those: the ranking is looked through for them. None: all are looked at."""
    if user.is_system or policy.scope(user, VIEW) == "all":
        return None
    rows = Matter.objects.visible_to(user, VIEW)
    return {str(public_id) for public_id in rows.values_list("public_id", flat=True)}


def _shared(query: str, hit: Hit | None) -> tuple[str, ...]:
    """A few words both cases use."""
    if hit is None:
        return ()
    theirs = set(terms(f"{hit.head} {hit.body}"))
    both = {term: word.strip(".,;:!?()\"'").lower() for word in query.split() for term in terms(word) if term in theirs}
    return tuple(both.values())[:5]
