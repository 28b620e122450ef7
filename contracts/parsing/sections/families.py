"""Which family of labels carries the sections: of the whole document first, then of each article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from contracts.parsing.headings.chain import Candidate
from contracts.parsing.lines import Line
from contracts.parsing.sections.candidates import Span
from contracts.parsing.sections.patterns import DOTS, DOTTED, PATTERNS, POINTS, STRONG, WEAK_OUTER, WEIGHT

EXCERPT = 3
# A share of labels that makes their mark the house's own, and of dotted ones below plain numbers that makes them parts.
USUAL, HELD = 0.75, 0.75

Chains = dict[str, list[Candidate]]


def families_by_cover(spans: list[Span]) -> list[str]:
    """Families by the number of articles in which they count from one; an excerpt may begin with a later number.

    '(a)' counts points of a section, unless most articles have nothing else below them; so does '(1)', unless it
    counts on through them all.
    """
    cover = Counter(name for span in spans for name in PATTERNS if _counts_from_one(name, span.chains[name]))
    if not cover and len(spans) <= EXCERPT:
        cover.update(name for span in spans for name in STRONG if span.chains[name])
    order = sorted(cover, key=lambda name: -cover[name] * WEIGHT[name])
    sections = bool(order) and order[0] in POINTS and 2 * cover[order[0]] >= len(spans)
    return order if sections else [name for name in order if name not in POINTS]


def _counts_from_one(name: str, chain: list[Candidate]) -> bool:
    if name == "number.bracketed":
        return bool(chain) and chain[0].label != "1"
    return bool(chain) and (name == "joined" or chain[0].key[0] == 1 or (name == "hundred" and chain[0].key[0] == 10))


def drop_dotted_parts(flow: list[Line], spans: list[Span]) -> None:
    """'2.' above '2.1' in article 4 and in all others: the dotted numbers count parts of the plain ones."""
    dotted = [match["a"] == above for span in spans for above, match in _below_numbers(flow, span)]
    if sum(dotted) > HELD * len(dotted):
        for span in spans:
            span.chains |= {name: [] for name in DOTS}


def _below_numbers(flow: list[Line], span: Span) -> Iterator[tuple[str, re.Match[str]]]:
    """Every dotted label of an article that has plain numbers, with the plain one above it."""
    heads = {candidate.index: candidate.label for candidate in span.chains["number"]}
    above = ""
    for index in range(span.start, span.stop if heads else span.start):
        above = heads.get(index, above)
        if match := DOTTED.match(flow[index].text):
            yield above, match


def house_mark(flow: list[Line], spans: list[Span], order: list[str]) -> str:
    """The mark that stands behind most labels of the document's weak family; '' where none does."""
    if not order or order[0] in STRONG:
        return ""
    marks = Counter(_mark(flow, candidate) for span in spans for candidate in span.chains[order[0]])
    usual, count = marks.most_common(1)[0]
    return usual if count >= USUAL * marks.total() else ""


def _mark(flow: list[Line], candidate: Candidate) -> str:
    text = flow[candidate.index].text
    return text[text.find(candidate.label) + len(candidate.label) :][:1]


def chosen_family(flow: list[Line], span: Span, order: list[str], house: str) -> tuple[str | None, list[Candidate]]:
    """The family of one article and its labels; those in the marks of the house ('A:', 'I:', not 'A.') come first."""
    for chains in (_in_house_style(flow, span.chains, house), span.chains):
        if family := _outer(chains, _family_for(flow, chains, order)):
            return family, chains[family]
    return None, []


def _in_house_style(flow: list[Line], chains: Chains, house: str) -> Chains:
    if not house:
        return chains
    kept = {name: [c for c in chain if _mark(flow, c) == house] for name, chain in chains.items()}
    return {name: chain if len(chain) == len(chains[name]) or len(chain) > 1 else [] for name, chain in kept.items()}


def _family_for(flow: list[Line], chains: Chains, order: list[str]) -> str | None:
    strong = bool(order) and order[0] in STRONG
    for name in order:
        chain = chains[name]
        weak = name not in STRONG
        if not chain or (name != order[0] and (name == "joined" or (weak and len(chain) < 2))):
            continue
        if strong and weak and sum(flow[c.index].bold_start for c in chain) < 0.6 * len(chain):
            continue
        return name
    return None


def _outer(chains: Chains, family: str | None) -> str | None:
    """Weak labels that all stand between two of another weak family's are parts of those: 'I:' above 'A.' to 'D.'."""
    chain = chains[family] if family and family not in STRONG else []
    for name in WEAK_OUTER if len(chain) > 1 else ():
        others = [candidate.index for candidate in chains[name]]
        if len(others) > 1 and others[0] < chain[0].index and chain[-1].index < others[1]:
            return name
    return family
