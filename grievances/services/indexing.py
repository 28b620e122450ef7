"""Put the words of cases into the search index, so that like cases are found; a restricted case stays out of it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from grievances.models import Matter
from grievances.queries.alike import KIND, SCOPE
from unionops.platform.access.actors import system_actor
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.search.models import Scope
from unionops.platform.search.services import Document, drop_document, index_documents, put_document

LONGEST = 6_000


def document_of(matter: Matter) -> Document:
    """What the case says: its title, its cited clauses, facts, statements and how it ended. No note, no paper."""
    said = [row.text for row in matter.facts.all() if row.removed_at is None]
    said += [row.label for row in matter.citations.all()]
    for case in matter.grievances.all():
        said += [case.statement, case.remedy_text, case.outcome_reason]
    body = "\n".join(text for text in said if text)
    return Document(key=str(matter.public_id), head=matter.title, body=body[:LONGEST])


def refresh(matter: Matter) -> None:
    """Bring the index in line with a case that changed."""
    fresh = _readable().filter(pk=matter.pk).first()
    if fresh is None:
        drop_document(kind=KIND, scope=SCOPE, key=str(matter.public_id))
    else:
        put_document(kind=KIND, scope=SCOPE, document=document_of(fresh))


def _readable() -> QuerySet[Matter]:
    rows: QuerySet[Matter] = Matter.objects.filter(restricted=False)
    return rows.prefetch_related("facts", "citations", "grievances")


def rebuild(*, by: User) -> int:
    """Index every case anew; after an import, and each night, so that places of dropped documents are used again."""
    n = index_documents(kind=KIND, scope=SCOPE, documents=_documents())
    record(by, "indexed the cases", count=n)
    return n


def rebuild_when_missing() -> None:
    """After an upgrade that made the index anew."""
    if _readable().exists() and not Scope.objects.filter(kind=KIND, name=SCOPE).exists():
        rebuild(by=system_actor())


def _documents() -> Iterator[Document]:
    for matter in _readable().order_by("pk").iterator(chunk_size=500):
        yield document_of(matter)
