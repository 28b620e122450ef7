"""'ARTICLE 5. HOLIDAYS. Section 1. The Employer ...': a heading and the first section below it that share a line."""

from __future__ import annotations

import itertools
from dataclasses import replace

from contracts.parsing.labels import from_roman
from contracts.parsing.lines import Line, Page
from unionops.platform.core import lazy_re as re

# Two words stand between a heading and its section; 'Article 5. Section 1.' names a place.
SHARED = re.compile(
    r"^((?:ARTICLE|Article|ART[IÍ]CULO|Art[ií]culo)\s+(?P<n>[\dIVXLC]{1,6})[A-Z]?\s*[.:–—-]*\s+[^\W\d_a-z][^.:;\d]{2,70}?)\s*[.:–—-]*\s+"
    r"(?=(?:Section|SECTION|Sec\.|SEC\.|Secci[oó]n|SECCI[OÓ]N)\s+(?:1|I|One|ONE|A)\s?[.:)–—-])"
)
FEWEST = 2
FIRST = 3  # with which articles begin to do so at the latest, where not each does


def part_shared(pages: list[Page]) -> None:
    """Cut such lines in two where the document does so more than once, from one article to the next."""
    found = {id(line): match for page in pages for line in page.lines if (match := SHARED.match(line.text))}
    numbers = [int(n) if (n := match["n"]).isdecimal() else from_roman(n) or 0 for match in found.values()]
    steps = [b - a for a, b in itertools.pairwise(numbers)]
    in_order = len(found) >= FEWEST and min(steps) > 0 and (numbers[0] <= FIRST or steps.count(1) >= len(steps) / 2)
    if not in_order:  # but places that a text names
        return
    for page in pages:
        if any(id(line) in found for line in page.lines):
            page.lines = [part for line in page.lines for part in _parts(line, found.get(id(line)))]
            page.seal()


def _parts(line: Line, match: re.Match[str] | None) -> list[Line]:
    if match is None:
        return [line]
    at = match.end()
    middle = line.x0 + (line.x1 - line.x0) * at / len(line.text)
    bold = line.bold or line.bold_to >= len(match[1])
    head = replace(line, text=line.text[:at].strip(), x1=middle, bold=bold, bold_start=bold, bold_end=bold, bold_to=0)
    rest = replace(line, text=line.text[at:], x0=middle, bold_start=line.bold, bold_to=max(0, line.bold_to - at))
    return [head, rest]
