"""How long work tells where it is, without knowing who listens."""

from enum import StrEnum
from typing import Protocol


class Stopped(Exception):
    """A person pressed Stop; the work leaves nothing behind."""


class Phase(StrEnum):
    """What is going on at the moment; `jobs.phases` has the sentence for each."""

    WAITING_MODEL = "waiting_model"
    GENERATING = "generating"
    VERIFYING = "verifying"
    READING = "reading"
    READING_PAGES = "reading_pages"
    READING_SCANS = "reading_scans"
    READING_CASES = "reading_cases"
    MATCHING = "matching"
    COMPARING = "comparing"
    APPLYING = "applying"
    TAKING_BACK = "taking_back"
    WAITING = "waiting"
    SENDING = "sending"
    FETCHING = "fetching"
    CHECKING = "checking"
    UNPACKING = "unpacking"
    MOVING = "moving"
    OPENING = "opening"


class Progress(Protocol):
    def __call__(self, done: int, total: int | None = None, phase: Phase | None = None) -> None:
        """Report `done` of `total` units. Raises Stopped when a person pressed Stop."""


def silent(done: int, total: int | None = None, phase: Phase | None = None) -> None:
    """Nobody listens."""
