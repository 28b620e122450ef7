"""Chance that repeats: the same word always rolls the same numbers."""

import random


def dice(word: str) -> random.Random:
    return random.Random(f"tri-rivers {word}")  # noqa: S311  invented data must repeat, not be secret
