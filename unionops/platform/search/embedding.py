"""Fills in vectors of what is indexed, a batch at a time: only texts that changed, never two profiles together."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Sequence

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat

from unionops.platform.access.models import User
from unionops.platform.jobs.handle import JobHandle, holding
from unionops.platform.search import embedder
from unionops.platform.search.models import IndexedDocument, Scope, Vectors
from unionops.platform.search.windows import Window, windows

BATCH = 32
PRINT = 16


def waiting(profile: str) -> Iterator[Scope]:
    """Scopes whose vectors are not those of this profile and this state of the index."""
    mark = Concat(Value(f"{profile}:"), F("stamp"), output_field=Scope._meta.get_field("embedded"))
    yield from Scope.objects.exclude(embedded=mark).order_by("pk")


def embed_piece(*, by: User, task: JobHandle | None = None) -> bool:
    """One batch of texts; True when more wait. Nothing is done without an embedding model."""
    held = embedder.current()
    profile = held.profile() if held else ""
    if held is None or not profile:
        return False
    for scope in waiting(profile):
        every = _every(scope)
        missing = _missing(scope, profile, every)
        if not missing:
            _done(scope, profile, every)
            continue
        batch = missing[:BATCH]
        vectors = held.embed([window.text for window in batch], by=by, task=task)
        rows = [(window.position, window.print, _half(v)) for window, v in zip(batch, vectors, strict=True)]
        with holding(task):
            _keep(scope, profile, rows)
        return True
    return False


def _every(scope: Scope) -> list[Window]:
    rows = IndexedDocument.objects.filter(scope=scope).order_by("place")
    return [window for row in rows for window in windows(row.position, row.head, row.body)]


def _missing(scope: Scope, profile: str, every: list[Window]) -> list[Window]:
    """Windows without a vector, after those that an earlier edition had were taken over."""
    have = {(position, mark) for position, mark, _v in _stored(scope, profile, edition=scope.edition)}
    lacking = [window for window in every if (window.position, window.print) not in have]
    old = {mark: vector for _p, mark, vector in _stored(scope, profile, edition=None)} if lacking else {}
    taken = [(window.position, window.print, old[window.print]) for window in lacking if window.print in old]
    if taken:
        _keep(scope, profile, taken)
    return [window for window in lacking if window.print not in old]


def _stored(scope: Scope, profile: str, *, edition: int | None) -> Iterator[tuple[int, bytes, bytes]]:
    rows = Vectors.objects.filter(scope=scope, profile=profile)
    for row in rows if edition is None else rows.filter(edition=edition):
        positions, prints, data = array("I", bytes(row.positions)), bytes(row.prints), bytes(row.data)
        size = len(data) // max(1, row.count)
        for n, position in enumerate(positions):
            yield position, prints[n * PRINT : (n + 1) * PRINT], data[n * size : (n + 1) * size]


def _half(vector: Sequence[float]) -> bytes:
    return struct.pack(f"<{len(vector)}e", *vector)


def _keep(scope: Scope, profile: str, rows: Sequence[tuple[int, bytes, bytes]]) -> None:
    Vectors.objects.create(
        scope=scope,
        edition=scope.edition,
        profile=profile,
        count=len(rows),
        positions=array("I", [position for position, _m, _v in rows]).tobytes(),
        prints=b"".join(mark for _p, mark, _v in rows),
        data=b"".join(vector for _p, _m, vector in rows),
    )


@transaction.atomic
def _done(scope: Scope, profile: str, every: list[Window]) -> None:
    """What belongs to other models, earlier editions or texts that are gone goes."""
    Vectors.objects.filter(scope=scope).exclude(edition=scope.edition, profile=profile).delete()
    alive = {(window.position, window.print) for window in every}
    held = list(_stored(scope, profile, edition=scope.edition))
    if any((position, mark) not in alive for position, mark, _v in held):
        Vectors.objects.filter(scope=scope).delete()
        _keep(scope, profile, [row for row in held if row[:2] in alive])
    Scope.objects.filter(pk=scope.pk, stamp=scope.stamp).update(embedded=f"{profile}:{scope.stamp}")
