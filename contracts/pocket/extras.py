"""What the stewards' edition says beside the clauses: each app registers what people confirmed, never case data."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from contracts import amended, queries
from contracts.changes import ledger
from contracts.models import Clause, NoteKind, PracticeState
from members.models import Person
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.core.registry import Registry
from unionops.platform.core.text import fold

ORDER = (NoteKind.READING, NoteKind.WARNING, NoteKind.PRACTICE, NoteKind.NOTE)


@dataclass(frozen=True, slots=True)
class Extra:
    """One remark beside a clause, without authors; `kind` is what it is called."""

    clause_id: int
    kind: str
    text: str


Provider = Callable[[User, list[Clause]], Iterable[Extra]]
_providers: Registry[Provider] = Registry()


def register(name: str, provider: Provider) -> Provider:
    """`provider(user, clauses)` answers what people confirmed about these clauses; nothing of any case."""
    return _providers.register(name, provider)


def beside(user: User, clauses: list[Clause]) -> tuple[dict[int, list[Extra]], int]:
    """Remarks by clause id, and how many were left out because they name somebody on the roster."""
    every = [extra for provider in _providers for extra in provider(user, clauses)]
    kept = without_people(every)
    out: dict[int, list[Extra]] = {}
    for extra in kept:
        out.setdefault(extra.clause_id, []).append(extra)
    return out, len(every) - len(kept)


def without_people(extras: list[Extra]) -> list[Extra]:
    """Those remarks in which no first and last name of a person on the roster stand side by side."""
    words = [fold(extra.text).split() for extra in extras]
    pairs = {frozenset(pair) for line in words for pair in itertools.pairwise(line)}
    if not pairs:
        return extras
    lasts = {word for pair in pairs for word in pair}
    known = {
        frozenset((first, last))
        for first, last in _names()
        if first in lasts and last in lasts and frozenset((first, last)) in pairs
    }
    return [
        extra
        for extra, line in zip(extras, words, strict=True)
        if not any(frozenset(pair) in known for pair in itertools.pairwise(line))
    ]


def _names() -> Iterator[tuple[str, str]]:
    """Every first, preferred and last name of the roster, word by word."""
    rows = Person.objects.exclude(last_name="").values_list("first_name", "preferred_name", "last_name")
    for first, preferred, last in rows.iterator():
        for name in {*fold(first).split(), *fold(preferred).split()}:
            for family in fold(last).split():
                yield name, family


def written(user: User, clauses: list[Clause]) -> Iterator[Extra]:
    """Notes of stewards, confirmed readings first."""
    at = {clause.lineage_id: clause.pk for clause in clauses}
    rows = sorted(queries.notes(user, clauses), key=lambda note: (ORDER.index(NoteKind(note.kind)), note.pk))
    for note in rows:
        yield Extra(at[note.lineage_id], str(note.get_kind_display()), note.text)


def lettered(user: User, clauses: list[Clause]) -> Iterator[Extra]:
    """Confirmed amendments that could not be carried out; those that were stand in the text itself."""
    for note in amended.unplaced(user, clauses):
        yield Extra(note.clause_id, note.title, note.text)


def practised(user: User, clauses: list[Clause]) -> Iterator[Extra]:
    """Practices a person confirmed; claims and the names of witnesses stay in the house."""
    if not may(user, ledger.VIEW):
        return
    for clause, practice in ledger.linked(user, clauses):
        if practice.state == PracticeState.CONFIRMED:
            since = f"{practice.since:%Y-%m-%d}" if practice.since else practice.since_words
            dated = _("since %(day)s") % {"day": since} if since else ""
            yield Extra(clause.pk, str(_("Past practice")), f"{practice.title} ({dated}). {practice.what}")
