"""The lines of an article that may begin a section, chained by family."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from contracts.parsing.headings.candidates import without_listings
from contracts.parsing.headings.chain import Candidate, best_chain
from contracts.parsing.labels import Key, from_roman, key, letter_value, looks_like_sentence, without_mark
from contracts.parsing.lines import Line
from contracts.parsing.nodes import Node
from contracts.parsing.sections.patterns import DOTS, FIRSTS, KEYWORDS, LETTERS, OWN, PATTERNS, STRONG
from contracts.parsing.typography import HANGING, begins_score
from unionops.platform.core import lazy_re as re

ZEROS = re.compile(r"\.00?$")


@dataclass(slots=True)
class Span:
    """An article, the flow positions of its body, and the best chain of labels of each family in it."""

    node: Node
    start: int
    stop: int
    plain: bool = False
    chains: dict[str, list[Candidate]] = field(default_factory=dict)


def places(flow: list[Line], span: Span) -> dict[str, list[int]]:
    """The lines that may carry a label of each family, by the character they begin with."""
    places: dict[str, list[int]] = {name: [] for name in PATTERNS}
    for index in range(span.start, span.stop):
        first = without_mark(flow[index].text)[:1]
        for name in FIRSTS.get("9" if first.isdigit() else first, LETTERS if first.isupper() else ()):
            places[name].append(index)
        if first == "s":
            places["keyword"].append(index)
    return places


def chain_of(flow: list[Line], span: Span, family: str, places: list[int], behind: int) -> list[Candidate]:
    """The labels of a family in one article; bare numbers may count on from those of the article before."""
    candidates = [c for c in (_candidate(flow, span, i, family) for i in places) if c]
    candidates = without_listings(flow, candidates) if family in STRONG else candidates
    cost = 0.0 if family == "joined" else 0.7 if family in (*DOTS, OWN) else 1.0
    chain = [candidates[i] for i in best_chain(candidates, jump=cost, start=1.5 * cost)]
    if chain and (chain[0].key[0] == 1 or family in STRONG):
        return chain if family != "letter.bare" or len(chain) > 1 else []
    return _counted_on(candidates, behind) if behind else []


def _counted_on(candidates: list[Candidate], behind: int) -> list[Candidate]:
    """Paragraphs numbered through the whole document: keys begin at one in every article, labels stay as printed."""
    later = [replace(c, key=(c.key[0] - behind, c.key[1])) for c in candidates if c.key[0] > behind]
    chain = [later[i] for i in best_chain(later, jump=1.0, start=1.5)]
    return chain if chain and chain[0].key[0] == 1 else []


def _candidate(flow: list[Line], span: Span, index: int, family: str) -> Candidate | None:
    match = PATTERNS[family].match(without_mark(flow[index].text))
    if not match or flow[index].is_row:
        return None
    rest = match["rest"].strip()
    value = _key(match, span.node, family)
    if value is None or _is_reference(flow[index], match, rest, family, span.plain):
        return None
    apart = index == span.start or _behind_short(flow, index, family)
    score = 1 + begins_score(flow, index, apart) + _separator_score(match, rest, family)
    score -= 1.0 * _hangs_on(flow, index, apart)
    enough = 0.4 if family in STRONG else 0.7
    return Candidate(index, value, score, _label(match, family), rest, family=family) if score >= enough else None


def _key(match: re.Match[str], node: Node, family: str) -> Key | None:
    if family in DOTS:
        place = letter_value(match["n"]) if family == "dotted.letter" else int(match["n"])
        return (place, "") if node.key and int(match["a"]) == node.key[0] else None
    if family == OWN:
        return (int(match["n"]), "") if match["a"] == ZEROS.sub("", node.label) else None
    if family in ("letter", "letter.bare", "lettered", "bracketed"):
        return letter_value(match["n"]), ""
    if family == "roman":
        return (from_roman(match["n"]), "") if from_roman(match["n"]) else None
    if family == "hundred":
        return _place_in_hundred(int(match["n"]), node)
    if family == "joined" and (not match["n"] or node.key != key(match["a"])):
        return None
    value = key(match["n"])
    suffix = (match["suffix"] or "").strip("() ") if family == "keyword" else ""
    return (value[0], suffix or value[1]) if value else None


def _place_in_hundred(number: int, node: Node) -> Key | None:
    """103 is the third section of article 100."""
    base = node.key[0] if node.key else 0
    return (number - base, "") if base and base % 100 == 0 and base < number < base + 100 else None


def _is_reference(line: Line, match: re.Match[str], rest: str, family: str, plain: bool) -> bool:
    """In `plain` text, where nothing is bold, a gap makes 'Section 3.1' a heading; '2.5 times' is an amount."""
    marked = bool(match["sep"].strip()) and rest.startswith("(")
    if family in DOTS and rest[:1].islower() and line.gap < 1.25 and not (line.bold_start or line.block):
        return True
    if family == "joined" and match["again"]:
        return False
    if not rest and family not in STRONG and not (line.declared or line.block or line.bold or line.gap > 1.25):
        return True
    if family not in (*DOTS, OWN) and looks_like_sentence(rest) and not marked:
        return True
    if family not in KEYWORDS:
        return False
    if match["word"].islower() and not (match["sep"].strip() and _begins_apart(line)):
        return True
    if "." not in match["n"] or line.bold_start:
        return False
    return not plain or line.gap <= 1.25


def _begins_apart(line: Line) -> bool:
    """A label in lower case begins a section by a gap, its weight or its own block; else it is a reference."""
    return line.gap > 1.1 or line.bold_start or line.block


def _behind_short(flow: list[Line], index: int, family: str) -> bool:
    """The line before is not full, so that no sentence breaks over into this one, and the label is a plain one."""
    before = flow[index - 1]
    return family in STRONG and before.x1 < 0.6 * before.right and not before.centred


def _hangs_on(flow: list[Line], index: int, apart: bool) -> bool:
    """The line before ends with a word that needs this one: '... as provided in / Section 5'."""
    return not apart and index > 0 and flow[index].gap < 1.3 and HANGING.search(flow[index - 1].text) is not None


def _separator_score(match: re.Match[str], rest: str, family: str) -> float:
    if family not in KEYWORDS:
        return 0.0
    if match["sep"].strip():
        return 1.0
    return 0.6 if not rest else -0.6


def _label(match: re.Match[str], family: str) -> str:
    if family in (*DOTS, OWN):
        closed = ".00" * (family == "dotted.zero") + ")" * (match["d"] == "(")
        return match["a"] + match["d"] + match["n"] + closed
    return match["n"] + ((match["suffix"] or "").strip() if family == "keyword" else "")
