"""The key that lists of people are ordered and searched by."""

from unionops.platform.core.text import fold


def listed_name(last: str, first: str) -> str:
    """'García López, Maria'; somebody with one name only has no comma."""
    return ", ".join(part for part in (last, first) if part)


def name_key(last: str, first: str, middle: str = "") -> str:
    """'garcia lopez maria d': folded, so that a list needs no guess about accents or capitals."""
    return fold(f"{last} {first} {middle}")[:300]
