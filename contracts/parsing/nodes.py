"""A heading that was found in the flow of lines; assembling turns these into clauses."""

from __future__ import annotations

from dataclasses import dataclass, field

from contracts.parsing.labels import Key

PREAMBLE, ARTICLE, SECTION, SUBSECTION = "preamble", "article", "section", "subsection"
APPENDIX, LETTER, TABLE, OTHER = "appendix", "letter", "table", "other"
LEVELS = (PREAMBLE, ARTICLE, SECTION, SUBSECTION, APPENDIX, LETTER, TABLE, OTHER)


@dataclass(slots=True)
class Node:
    """`index` is its first line in the flow, `head_end` its last heading line; `key` orders numbered ones.

    A `given` title is the parser's own, printed nowhere.
    """

    level: str
    index: int
    head_end: int
    label: str = ""
    title: str = ""
    key: Key | None = None
    score: float = 0.0
    repaired: bool = False
    run_in: bool = False
    division: int = 0
    is_division: bool = False
    depth: int = 0
    label_chars: int = 0
    family: str = ""
    given: bool = False
    children: list[Node] = field(default_factory=list)
