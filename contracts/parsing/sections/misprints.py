"""Sections whose label is misprinted or misread, found by the number that is lacking."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from contracts.parsing.headings.chain import Candidate
from contracts.parsing.labels import looks_like_sentence
from contracts.parsing.lines import Line
from contracts.parsing.sections.candidates import Span
from contracts.parsing.sections.patterns import KEYWORD
from contracts.parsing.typography import heading_score
from unionops.platform.core import lazy_re as re

MISTYPED = re.compile(r"^(?P<word>[Ss5][A-Za-zó01|]{4,8})\s*(?P<n>[\dlIO|]{1,2})(?P<sep>\s*[.,:\-–—]+\s*)(?P<rest>.*)$")
# What scanners take for each other, and what no misprint of "section" is.
MISREAD = str.maketrans("01|5", "oiis")
REAL_WORDS = frozenset(("session", "suction", "sector", "station"))


def repaired(flow: list[Line], span: Span, chain: list[Candidate], family: str) -> list[Candidate]:
    """Fill holes in the count with misprinted labels ('Section l.', 'Sections 5.')."""
    if family != "keyword":
        return chain
    have, found = {candidate.key[0] for candidate in chain}, []
    starts = [(0, span.start), *((c.key[0], c.index + 1) for c in chain)]
    for (low, start), after in zip(starts, chain, strict=False):
        for wanted in range(low + 1, after.key[0]):
            repair = None if wanted in have else _mistyped(flow, wanted, start, after.index)
            found += [repair] if repair else []
    last, behind = starts[-1]
    while repair := _mistyped(flow, last + 1, behind, span.stop):
        found.append(repair)
        last, behind = last + 1, repair.index + 1
    return sorted(chain + found, key=lambda candidate: candidate.index)


def begins_misprinted(flow: list[Line], span: Span) -> bool:
    first = _mistyped(flow, 1, span.start, span.stop)
    return first is not None and KEYWORD.match(flow[first.index].text) is None


def _mistyped(flow: list[Line], wanted: int, start: int, stop: int) -> Candidate | None:
    for index in range(start, stop):
        match = MISTYPED.match(flow[index].text)
        if not match or looks_like_sentence(match["rest"]) or not _nearly_section(match["word"]):
            continue
        digits = match["n"].replace("l", "1").replace("I", "1").replace("|", "1").replace("O", "0")
        if digits == str(wanted) and heading_score(flow, index) >= 0:
            return Candidate(
                index, (wanted, ""), 1.0, str(wanted), match["rest"].strip(), repaired=True, family="keyword"
            )
    return None


def _nearly_section(word: str) -> bool:
    """At most two letters wrong, left out or in the wrong place."""
    read = word.translate(MISREAD).casefold().removesuffix("s")
    near = min(OSA.distance(read, right, score_cutoff=2) for right in ("section", "sección"))
    return near <= 2 and read not in REAL_WORDS
