"""Who turns texts into vectors, when anybody does: the model layer puts itself here, for it stands above the search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from unionops.platform.access.models import User
from unionops.platform.jobs.handle import JobHandle


class Embedder(Protocol):
    def profile(self) -> str:
        """Names model, content, options and window; empty when no embedding model can be used now."""

    def embed(
        self, texts: Sequence[str], *, by: User, query: bool = False, task: JobHandle | None = None
    ) -> list[list[float]]:
        """Unit vectors in the order of the texts. Raises Problem."""


_held: list[Embedder] = []


def register(embedder: Embedder) -> None:
    _held[:] = [embedder]


def current() -> Embedder | None:
    return _held[0] if _held else None
