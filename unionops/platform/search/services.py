"""Write the index: whole scopes at once, or single documents into a scope that lives."""

from __future__ import annotations

import uuid
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction

from unionops.platform.search.labels import normal
from unionops.platform.search.models import IndexedDocument, Posting, Scope
from unionops.platform.search.terms import terms

HEAD_WEIGHT = 4.0
BATCH = 500

Buffer = bytes | memoryview


@dataclass(frozen=True, slots=True)
class Document:
    """What goes in: `head` counts four times, `label` is how people cite it ('18.4').

    Documents of one `group` (the sections of an article) lend each other a part of their score.
    """

    key: str
    head: str
    body: str
    label: str = ""
    group: str = ""


@transaction.atomic
def index_documents(*, kind: str, scope: str, documents: Iterable[Document], language: str = "en") -> int:
    """Replace everything the scope holds. Returns the number of documents."""
    drop(kind=kind, scope=scope)
    row = Scope.objects.create(kind=kind, name=scope, language=language)
    entries = list(documents)
    lengths, places = array("f"), _Places()
    for position, document in enumerate(entries):
        lengths.append(places.add(position, weights(document, language)))
    IndexedDocument.objects.bulk_create(_rows(row, entries), batch_size=BATCH)
    Posting.objects.bulk_create(places.postings(row), batch_size=BATCH)
    Scope.objects.filter(pk=row.pk).update(
        documents=len(entries),
        total_length=float(sum(lengths)),
        lengths=lengths.tobytes(),
        groups=_groups(entries).tobytes(),
    )
    return len(entries)


def _groups(documents: list[Document]) -> array[int]:
    """A number per document, the same within a group; nothing when no document has one."""
    if not any(document.group for document in documents):
        return array("I")
    numbers: dict[str, int] = {}
    return array("I", [numbers.setdefault(d.group or d.key, len(numbers)) for d in documents])


def weights(document: Document, language: str) -> Counter[str]:
    """Term frequencies with the head's words counted four times."""
    counts: Counter[str] = Counter(terms(document.body, language))
    for term in terms(document.head, language):
        counts[term] += int(HEAD_WEIGHT)
    return counts


class _Places:
    """Postings while they are collected: positions and weights by term."""

    def __init__(self) -> None:
        self.positions: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self.weights: dict[str, array[float]] = defaultdict(lambda: array("f"))

    def add(self, position: int, counts: Counter[str]) -> float:
        for term, count in counts.items():
            self.positions[term].append(position)
            self.weights[term].append(float(count))
        return float(counts.total())

    def postings(self, scope: Scope) -> Iterator[Posting]:
        for term in sorted(self.positions):
            yield Posting(
                scope=scope, term=term, positions=self.positions[term].tobytes(), weights=self.weights[term].tobytes()
            )


def _rows(scope: Scope, documents: list[Document]) -> Iterator[IndexedDocument]:
    for position, d in enumerate(documents):
        yield IndexedDocument(
            scope=scope, position=position, key=d.key, label=normal(d.label)[:60], head=d.head, body=d.body
        )


@transaction.atomic
def put_document(*, kind: str, scope: str, document: Document, language: str = "en") -> None:
    """Add one document to a scope, or replace the one with its key."""
    Scope.objects.get_or_create(kind=kind, name=scope, defaults={"language": language})
    row = Scope.objects.select_for_update().get(kind=kind, name=scope)
    drop_document(kind=kind, scope=scope, key=document.key)
    row.refresh_from_db()
    lengths = _floats(row.lengths)
    counts = weights(document, row.language)
    position = len(lengths)
    lengths.append(float(counts.total()))
    row.groups = _one_more(row.groups)
    IndexedDocument.objects.create(
        scope=row,
        position=position,
        key=document.key,
        label=normal(document.label)[:60],
        head=document.head,
        body=document.body,
    )
    _append(row, position, counts)
    row.documents, row.total_length, row.lengths = (
        row.documents + 1,
        row.total_length + counts.total(),
        lengths.tobytes(),
    )
    row.stamp = uuid.uuid4()
    row.save()


def _one_more(groups: Buffer) -> bytes:
    """A late document is a group of its own."""
    numbers = array("I")
    numbers.frombytes(bytes(groups))
    return array("I", [*numbers, max(numbers) + 1]).tobytes() if numbers else b""


def _append(scope: Scope, position: int, counts: Counter[str]) -> None:
    held = {p.term: p for p in Posting.objects.filter(scope=scope, term__in=list(counts))}
    changed: list[Posting] = []
    fresh: list[Posting] = []
    for term, count in counts.items():
        posting = held.get(term) or Posting(scope=scope, term=term, positions=b"", weights=b"")
        posting.positions = bytes(posting.positions) + array("I", [position]).tobytes()
        posting.weights = bytes(posting.weights) + array("f", [float(count)]).tobytes()
        (changed if term in held else fresh).append(posting)
    Posting.objects.bulk_update(changed, ["positions", "weights"], batch_size=BATCH)
    Posting.objects.bulk_create(fresh, batch_size=BATCH)


@transaction.atomic
def drop_document(*, kind: str, scope: str, key: str) -> None:
    """Take one document out; its position stays empty until the scope is indexed anew."""
    entry = IndexedDocument.objects.select_related("scope").filter(scope__kind=kind, scope__name=scope, key=key).first()
    if entry is None:
        return
    row = entry.scope
    counts = weights(Document(entry.key, entry.head, entry.body), row.language)
    for posting in Posting.objects.filter(scope=row, term__in=list(counts)):
        _remove(posting, entry.position)
    lengths = _floats(row.lengths)
    row.total_length -= lengths[entry.position]
    lengths[entry.position] = 0.0
    row.documents, row.lengths = row.documents - 1, lengths.tobytes()
    row.stamp = uuid.uuid4()
    row.save()
    entry.delete()


def _remove(posting: Posting, position: int) -> None:
    positions, held = array("I"), _floats(posting.weights)
    positions.frombytes(bytes(posting.positions))
    kept = [i for i, at in enumerate(positions) if at != position]
    if not kept:
        posting.delete()
        return
    posting.positions = array("I", [positions[i] for i in kept]).tobytes()
    posting.weights = array("f", [held[i] for i in kept]).tobytes()
    posting.save()


def _floats(data: Buffer) -> array[float]:
    out = array("f")
    out.frombytes(bytes(data))
    return out


@transaction.atomic
def drop(*, kind: str, scope: str) -> None:
    """Forget a scope and all its documents."""
    Scope.objects.filter(kind=kind, name=scope).delete()
