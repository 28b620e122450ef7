"""What other apps show beside a clause: each registers a provider of margin notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from contracts.models import Clause
from unionops.platform.access.models import User


@dataclass(frozen=True, slots=True)
class MarginNote:
    """One line in the margin; `tone` is human, good, prec, bad, ai or nothing."""

    clause_id: int
    tone: str
    title: str
    text: str = ""
    url: str = ""
    detail: str = ""
    remove_url: str = ""


Provider = Callable[[User, list[Clause]], Iterable[MarginNote]]
_providers: list[Provider] = []


def register(provider: Provider) -> Provider:
    """A provider gets the viewer and the clauses on the page, and answers only what the viewer may see."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def notes_for(user: User, clauses: list[Clause]) -> dict[int, list[MarginNote]]:
    """Margin notes by clause id."""
    out: dict[int, list[MarginNote]] = {}
    for provider in _providers:
        for note in provider(user, clauses):
            out.setdefault(note.clause_id, []).append(note)
    return out
