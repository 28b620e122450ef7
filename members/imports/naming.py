"""The names a person gives the columns of a list."""

from collections.abc import Mapping, Sequence

from members.imports.fields import FIELDS, HEADING_WORDS
from unionops.platform.core.text import fold


def known_headings(mapping: Mapping[str, str] | None) -> set[str]:
    """What heads a column: words every list uses, and what the person named, however strange."""
    named = (mapping or {}).items()
    return {*HEADING_WORDS, *(fold(word) for pair in named for word in pair if word)}


def headings_first(mapping: Mapping[str, str], header: Sequence[str]) -> Mapping[str, str]:
    """Turned round where it was plainly written the other way: field -> their heading."""
    turned = {heading: slug for slug, heading in mapping.items()}
    other_way = mapping and not set(mapping) & set(header) and set(mapping) <= set(FIELDS)
    return turned if other_way and len(turned) == len(mapping) and set(turned) <= set(header) else mapping
