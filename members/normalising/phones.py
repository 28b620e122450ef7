"""Several phone numbers in one cell: 'C 312-555-0101 / H 312-555-0102'."""

from __future__ import annotations

from members.normalising import values
from unionops.platform.core import lazy_re as re

NUMBER = re.compile(
    r"(?:\+?1[\s.\-]?)?(?:\(\d{3}\)|\d{3})[\s.\-]*\d{3}[\s.\-]*\d{4}(?:\s*(?:ext\.?|x)\s*\d{1,6})?(?!\d)", re.IGNORECASE
)
LONG = 20
"""Characters no two numbers fit into."""
KINDS = [
    ("home_phone", r"h|hm|home|res\w*|casa|dom\w*|maison|land\w*"),
    ("work_phone", r"w|wk|o|b|work|off\w*|bus\w*|desk|trabajo|oficina|travail|bureau"),
    ("phone", r"c|m|cell\w*|mob\w*|cel\w*|m[oó]vil|text"),
]


def kinds_of(heading: str, slug: str) -> list[str]:
    """'Cell/Home' says of two numbers which is which; `slug` is what the column is taken for."""
    said = [kind for word in re.findall(r"[^\W\d_]+", heading) if (kind := _kind(word))]
    return said if len(set(said)) > 1 else [slug]


def numbers(text: str, *slugs: str) -> list[tuple[str, str]]:
    """[(field, number)]: as the cell says, else in the order of `slugs`. ValueError when one cannot be read."""
    slug = slugs[0]
    found = list(NUMBER.finditer(text)) if len(text) > LONG else []
    if len(found) < 2:
        return [(_kind(NUMBER.sub(" ", text)) or slug, _written(text))]
    edges = [0, *(edge for match in found for edge in match.span()), len(text)]
    said = [_kind(text[start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    labels = said[:-1] if said[0] else said[1:]
    spare = [kind for kind in (*slugs[1:], "phone", "home_phone", "work_phone") if kind not in {slug, *labels}]
    kinds = [label or (spare.pop(0) if at and spare else slug) for at, label in enumerate(labels)]
    pairs = list(dict.fromkeys((kind, _written(match[0])) for kind, match in zip(kinds, found, strict=True)))
    if len(dict(pairs)) < len(pairs) or re.search(r"\d", NUMBER.sub(" ", text)):
        raise ValueError("several phone numbers, and not all of them can be told apart")
    return pairs


def _kind(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text)
    return next((kind for kind, pattern in KINDS for word in words if re.fullmatch(pattern, word, re.IGNORECASE)), "")


def _written(text: str) -> str:
    number, extension = values.phone(text)
    return f"{number}x{extension}" if extension else number
