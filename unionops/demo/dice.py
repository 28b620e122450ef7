"""Chance that repeats: the same word always rolls the same numbers."""

import random


class Dice(random.Random):
    """Not for secrets: invented data must come out the same every time."""


def dice(word: str) -> Dice:
    return Dice(f"tri-rivers {word}")
