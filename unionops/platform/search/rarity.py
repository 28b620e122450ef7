"""In how many documents a term stands: what tells a distinctive word from an everyday one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from unionops.platform.search.models import Posting, Scope

POSITION_BYTES = 4


def document_counts(kind: str, scopes: Collection[str], terms: Iterable[str]) -> tuple[dict[str, int], int]:
    """Documents that hold each term over these scopes (terms found nowhere are left out), and how many there are."""
    rows = dict(Scope.objects.filter(kind=kind, name__in=scopes).values_list("pk", "documents"))
    counts: dict[str, int] = {}
    for term, positions in Posting.objects.filter(scope__in=rows, term__in=set(terms)).values_list("term", "positions"):
        counts[term] = counts.get(term, 0) + len(positions) // POSITION_BYTES
    return counts, sum(rows.values())
