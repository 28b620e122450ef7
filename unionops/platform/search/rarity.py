"""In how many documents a term stands: what tells a distinctive word from an everyday one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from unionops.platform.search.queries import field_of, scopes_by_language, stamps


def document_counts(kind: str, scopes: Collection[str], terms: Iterable[str]) -> tuple[dict[str, int], int]:
    """Documents that hold each term over these scopes (terms found nowhere are left out), and how many there are."""
    counts: dict[str, int] = {}
    documents = 0
    wanted = set(terms)
    for _language, rows in scopes_by_language(kind, list(scopes)):
        held = field_of(stamps(rows))
        documents += sum(shelf.documents for shelf in held.shelves)
        for term in wanted:
            if found := held.holding(term):
                counts[term] = counts.get(term, 0) + found
    return counts, documents
