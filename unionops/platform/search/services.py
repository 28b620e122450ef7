"""Write the search index. The same bytes on SQLite and PostgreSQL; ranking happens in `queries`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection, models, transaction

from unionops.platform.core import codemark
from unionops.platform.search.labels import normal
from unionops.platform.search.models import BLOBS, PLACES, IndexedDocument, Postings, Scope, new_stamp
from unionops.platform.search.packing import Run, numbers

HERE = Path(__file__).parent
MAKING = ("terms.py", "labels.py", "packer.py", "packing.py")  # what decides how a text stands in the index
ANEW_AT_ONCE = 100  # scopes in one night
JOINED_AT = 8  # so many runs of one level become one of the next


@dataclass(frozen=True, slots=True)
class Document:
    """What goes in: `head` counts four times, `label` is how people cite it ('18.4')."""

    key: str
    head: str
    body: str
    label: str = ""


@transaction.atomic
def index_documents(*, kind: str, scope: str, documents: Iterable[Document], language: str = "en") -> int:
    """Replace everything the scope holds. Returns the number of documents."""
    row = _locked(kind, scope, language)
    IndexedDocument.objects.filter(scope=row).delete()
    Postings.objects.filter(scope=row).delete()
    entries = list(documents)
    run = _packed(entries, language)
    _insert(IndexedDocument, [_entry(row.pk, position, document) for position, document in enumerate(entries)])
    _put_run(row, 0, run, level=99)
    row.language, row.edition, row.dead, row.made_by = language, new_stamp(), b"", mark()
    row.documents, row.next_position = len(entries), len(entries)
    row.total_length = _length(run)
    _changed(row)
    return len(entries)


@cache
def mark() -> str:
    """Of the code that makes terms and labels: a scope of another mark answers some queries less well."""
    return codemark.mark_of(HERE / name for name in MAKING)


def is_old(*, kind: str, scope: str) -> bool:
    """Whether an older version of the program indexed the scope."""
    return Scope.objects.filter(kind=kind, name=scope).exclude(made_by=mark()).exists()


def index_anew() -> int:
    """Index what an older version of the program indexed, from the texts as they are kept. How many scopes."""
    old = list(Scope.objects.exclude(made_by=mark()).order_by("pk")[:ANEW_AT_ONCE])
    for row in old:
        _index_anew(row.kind, row.name)
    return len(old)


@transaction.atomic
def _index_anew(kind: str, name: str) -> None:
    row = Scope.objects.select_for_update().filter(kind=kind, name=name).first()
    if row is None:
        return
    entries = IndexedDocument.objects.filter(scope=row).order_by("place")
    documents = [Document(e.key, e.head, e.body, e.label) for e in entries]
    index_documents(kind=kind, scope=name, documents=documents, language=row.language)


def _locked(kind: str, name: str, language: str) -> Scope:
    """The scope, made when there is none; one writer at a time."""
    Scope.objects.get_or_create(kind=kind, name=name, defaults={"language": language, "made_by": mark()})
    return Scope.objects.select_for_update().get(kind=kind, name=name)


def _packed(documents: Sequence[Document], language: str) -> Run:
    from unionops.platform.search.packer import pack

    return pack([(d.head, d.body) for d in documents], language)


def _length(run: Run) -> float:
    return float(sum(memoryview(run.lengths).cast("f")))


def _entry(scope: int, position: int, d: Document) -> tuple[Any, ...]:
    return scope * PLACES + position, scope, d.key, normal(d.label)[:60], d.head, d.body


def _insert(model: type[models.Model], rows: Sequence[Sequence[Any]]) -> None:
    """All rows by one prepared statement; the values stand in the order of the columns."""
    if not rows:
        return
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in model._meta.concrete_fields)
    places = ", ".join(["%s"] * len(rows[0]))
    statement = " ".join(("INSERT INTO", quote(model._meta.db_table), "(", columns, ") VALUES (", places, ")"))
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def _put_run(scope: Scope, first: int, run: Run, level: int = 0) -> None:
    """Takes the place of a run without documents: a scope indexed while it was empty left one at its start."""
    blobs = {name: getattr(run, name) for name in BLOBS}
    Postings.objects.update_or_create(scope=scope, first=first, defaults={"level": level, "terms": run.terms, **blobs})


def _changed(scope: Scope) -> None:
    scope.stamp = new_stamp()
    scope.save()


@transaction.atomic
def put_document(*, kind: str, scope: str, document: Document, language: str = "en") -> None:
    """Add one document to a scope, or replace the one with its key."""
    put_documents(kind=kind, scope=scope, documents=[document], language=language)


@transaction.atomic
def put_documents(*, kind: str, scope: str, documents: Sequence[Document], language: str = "en") -> None:
    """Add documents to a scope, or replace those with their keys; the others stay as they are."""
    row = _locked(kind, scope, language)
    _take_out(row, [document.key for document in documents])
    first = row.next_position
    run = _packed(documents, row.language)
    _insert(IndexedDocument, [_entry(row.pk, first + at, document) for at, document in enumerate(documents)])
    _put_run(row, first, run)
    row.next_position += len(documents)
    row.documents += len(documents)
    row.total_length += _length(run)
    _join(row)
    _changed(row)


def _join(scope: Scope) -> None:
    """Keep the runs few: eight of one level in a row become one of the next; what is dead is left behind."""
    from unionops.platform.search.packer import joined

    level = 0
    while True:
        tail = list(Postings.objects.filter(scope=scope, level=level).order_by("first"))
        if len(tail) < JOINED_AT:
            return
        run = joined([(row.first, row.run) for row in tail], numbers(bytes(scope.dead)))
        Postings.objects.filter(pk__in=[row.pk for row in tail]).delete()
        level += 1
        _put_run(scope, tail[0].first, run, level)


@transaction.atomic
def drop_document(*, kind: str, scope: str, key: str) -> None:
    """Take one document out; its position stays empty until the scope is indexed anew."""
    row = Scope.objects.select_for_update().filter(kind=kind, name=scope).first()
    if row is not None and _take_out(row, [key]):
        _changed(row)


@transaction.atomic
def drop_scope(*, kind: str, scope: str) -> None:
    """Take everything the scope holds out of the index, and the scope itself."""
    Scope.objects.filter(kind=kind, name=scope).delete()


def _take_out(scope: Scope, keys: Sequence[str]) -> int:
    """The words and the texts go; returns how many there were."""
    found = list(IndexedDocument.objects.filter(scope=scope, key__in=list(keys)))
    if not found:
        return 0
    gone = _packed([Document(entry.key, entry.head, entry.body) for entry in found], scope.language)
    dead = numbers(bytes(scope.dead))
    dead.extend(entry.position for entry in found)
    scope.dead = dead.tobytes()
    scope.documents -= len(found)
    scope.total_length -= _length(gone)
    IndexedDocument.objects.filter(pk__in=[entry.pk for entry in found]).delete()
    return len(found)
