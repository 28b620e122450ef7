"""How long work tells where it is, without knowing who listens."""

from typing import Protocol


class Stopped(Exception):
    """A person pressed Stop; the work leaves nothing behind."""


class Progress(Protocol):
    def __call__(self, done: int, total: int | None = None, phase: str = "") -> None:
        """Report `done` of `total` units. Raises Stopped when a person pressed Stop."""


def silent(done: int, total: int | None = None, phase: str = "") -> None:
    """Nobody listens."""
