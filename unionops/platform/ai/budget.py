"""Decides what fits into the model's window, and says what did not: nothing is ever cut in silence."""

from collections.abc import Sequence
from dataclasses import dataclass

TEMPLATE_TOKENS = 64
SAFETY = 0.95
START_RATIO = {"en": 3.2, "es": 2.8, "fr": 2.8}  # characters per token until this model's own is learnt


@dataclass(frozen=True)
class Part:
    """One piece of a prompt. Smaller rank is more important; `must` parts are never left out."""

    id: str
    text: str
    rank: int = 0
    must: bool = False


@dataclass(frozen=True)
class Plan:
    """`included` in the order of the parts given, so that equal prompts begin with equal words."""

    included: list[Part]
    left_out: list[Part]
    estimated_tokens: int
    room: int

    @property
    def fits(self) -> bool:
        return self.estimated_tokens <= self.room


def plan(parts: Sequence[Part], *, num_ctx: int, num_predict: int, chars_per_token: float) -> Plan:
    """Fill the window by importance. `fits` is False when the parts that must be in are too long already."""
    room = int((num_ctx - num_predict - TEMPLATE_TOKENS) * SAFETY)
    used = sum(tokens(part.text, chars_per_token) for part in parts if part.must)
    taken = {part.id for part in parts if part.must}
    for part in sorted((part for part in parts if not part.must), key=lambda part: part.rank):
        cost = tokens(part.text, chars_per_token)
        if used + cost <= room:
            used += cost
            taken.add(part.id)
    included = [part for part in parts if part.id in taken]
    return Plan(included, [part for part in parts if part.id not in taken], used, room)


def tokens(text: str, chars_per_token: float) -> int:
    return int(len(text) / chars_per_token) + 4 if text else 0


def learn(old: float, characters: int, counted: int) -> float:
    """A smoothed characters-per-token ratio after the server counted a prompt."""
    if counted <= TEMPLATE_TOKENS or characters < 400:
        return old
    seen = min(max(characters / counted, 1.0), 8.0)
    return round(0.7 * old + 0.3 * seen, 3)
