"""The key that lists of people are ordered and searched by."""

from unionops.platform.core.text import fold


def name_key(last: str, first: str, middle: str = "") -> str:
    """'garcia lopez maria d': folded, so that a list needs no guess about accents or capitals."""
    return fold(f"{last} {first} {middle}")[:300]
