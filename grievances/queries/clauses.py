"""What of case work stands on a clause: cases that cite it, settlements of those, dates counted by its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.db.models import Model, QuerySet

from contracts.models import Clause
from contracts.queries import families, within
from grievances.models import Citation, Deadline, DeadlineRule, Grievance, Matter, Settlement
from grievances.proposing import words_on_silence
from grievances.queries.cases import VIEW, grievances
from grievances.queries.dates import LIVE
from unionops.platform.access.models import User

MOST = 50
CITED = "matter__citations__clause__lineage_id"
COUNTED_BY = "rule__clause__lineage_id"
Row = TypeVar("Row", bound=Model)


def cases_citing(user: User, heads: Sequence[Clause]) -> dict[int, list[Grievance]]:
    """By the pk of each clause: cases the user may read that cite it or a part of it, newest first."""
    return _standing_on(grievances(user).order_by("-pk"), CITED, heads)


def settlements_of(user: User, heads: Sequence[Clause]) -> dict[int, list[Settlement]]:
    rows: QuerySet[Settlement] = Settlement.objects.visible_to(user, VIEW)
    return _standing_on(rows.select_related("grievance", "matter").order_by("-settled_on", "-pk"), CITED, heads)


def dates_counted_by(user: User, heads: Sequence[Clause]) -> dict[int, list[Deadline]]:
    """Running dates whose rule stands on one of these clauses, the next first."""
    rows: QuerySet[Deadline] = Deadline.objects.visible_to(user, VIEW).filter(state__in=LIVE)
    rows = rows.select_related("grievance", "matter").prefetch_related("matter__grievances").order_by("due", "pk")
    return _standing_on(rows, COUNTED_BY, heads)


def cited(user: User, matter: Matter) -> list[Citation]:
    """What was violated; each clause with its words in force on the day it happened, those of its parts included."""
    rows = list(matter.citations.select_related("clause", "clause__version", "clause__version__agreement"))
    heads = [row.clause for row in rows if row.clause is not None]
    parts = {part.pk: part for part in families(user, heads, matter.incident_on)}.values()
    for row in rows:
        row.words = "\n".join(part.now for part in parts if row.clause and part.now and within(part, row.clause))
    return rows


def on_silence(user: User, rule: DeadlineRule | None) -> tuple[str, Clause | None]:
    """The words of the rule's article that say what a missed answer means there, and their clause."""
    own, effect = (rule.clause, str(rule.written.get("silence") or "")) if rule else (None, "")
    if own is None or not effect:
        return "", None
    article = Clause.objects.filter(version=own.version_id, article=own.article).exclude(article="").order_by("ordinal")
    said = ((words_on_silence([clause.text], effect), clause) for clause in (own, *article))
    return next((one for one in said if one[0]), ("", None))


def _standing_on(rows: QuerySet[Row], path: str, heads: Sequence[Clause]) -> dict[int, list[Row]]:
    """The rows by the clause they stand on, at most `MOST` of each, in their order; three queries for all clauses."""
    versions = {head.version_id for head in heads}
    within = Clause.objects.filter(version__in=versions).values("lineage_id")
    named = list(rows.order_by().filter(**{f"{path}__in": within}).values_list("pk", path).distinct())
    under = _under(heads, {lineage for _pk, lineage in named})
    places: dict[int, list[int]] = defaultdict(list)
    for pk, lineage in named:
        places[pk] += under.get(lineage, [])
    out: dict[int, list[Row]] = defaultdict(list)
    for row in rows.filter(pk__in=places) if places else ():
        for head in dict.fromkeys(places[row.pk]):
            if len(out[head]) < MOST:
                out[head].append(row)
    return out


def _under(heads: Sequence[Clause], lineages: set[int]) -> dict[int, list[int]]:
    """By lineage, as clauses live on from version to version: the pks of the given clauses it is or stands under."""
    known = {(head.version_id, head.path): head.pk for head in heads}
    rows = Clause.objects.filter(version__in={head.version_id for head in heads}, lineage__in=lineages)
    out: dict[int, list[int]] = defaultdict(list)
    for lineage, version, path in rows.values_list("lineage_id", "version_id", "path") if lineages else ():
        out[lineage] += [known[version, above] for above in _upwards(path) if (version, above) in known]
    return out


def _upwards(path: str) -> Iterator[str]:
    """'u1/art:8/sec:5', 'u1/art:8', 'u1'."""
    while path:
        yield path
        path = path.rpartition("/")[0]
