"""Level two: one family of labels per document (Section N, N.N, A., 1.), chained inside each article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from contracts.parsing.chain import Candidate, best_chain
from contracts.parsing.headings import ARTICLE_WORDS, JOINED, without_listings
from contracts.parsing.labels import Key, from_roman, key, letter_value, looks_like_sentence, without_mark
from contracts.parsing.lines import Line
from contracts.parsing.nodes import ARTICLE, PREAMBLE, SECTION, Node
from contracts.parsing.titles import ITEM_START, section_title, tidy
from contracts.parsing.typography import HANGING, begins_score, heading_score

KEYWORD = re.compile(
    r"^(?P<word>SECTION|[Ss]ection|[Ss]ec\.|SEC\.|[Ss]ecci[oó]n|SECCI[OÓ]N|§)\s*(?P<n>\d{1,2}(?:\.\d{1,2})?|[IVX]{1,5}\b)"
    r"(?P<suffix>[A-Z]\b(?=[.:\s)\-–—]|$)|\s[A-Z]\b(?=[.:)\-–—]|$)|\([A-Z]\)(?:\(\d\))?)?(?![\d(]|\.\d)(?P<sep>\s*[.:\-–—)]+\s*|\s+|$)(?P<rest>.*)$"
)
MISTYPED = re.compile(r"^(?P<word>[Ss5][A-Za-zó01|]{4,8})\s*(?P<n>[\dlIO|]{1,2})(?P<sep>\s*[.,:\-–—]+\s*)(?P<rest>.*)$")
DOTTED = re.compile(
    rf"^(?:SECTION |Section |Sec\. |§ ?|(?:{ARTICLE_WORDS}) ?)?"
    r"(?P<a>\d{1,2})(?P<d>[.\-–])(?P<n>\d{1,3})(?![.\-]?\d)"
    r"(?P<sep>[.:)]?[-–—]?\s+|[.:)]?$|(?=[A-ZÁÉÍÓÚ][a-zà-ÿ]))(?P<rest>.*)$"
)
HUNDRED = re.compile(
    r"^(?:SECTION |Section |Sec\. |§ ?)?(?P<n>\d{3,4})"
    r"(?P<sep>[.:)]?\s+|\s*[-–—]\s+|[.:)]?$|(?=[A-ZÁÉÍÓÚ][a-zà-ÿ]))(?P<rest>.*)$"
)
LETTERED = re.compile(
    r"^(?P<word>SECTION|Section|Sec\.|SEC\.|Secci[oó]n|SECCI[OÓ]N)\s+(?P<n>[A-Z])(?![\w(])(?P<sep>\s*[.:\-–—)]+\s*|\s+|$)(?P<rest>.*)$"
)
DOTTED_LETTER = re.compile(
    r"^(?P<a>\d{1,2})(?P<d>[.\-–]|(?=[A-Z][.:)]\s))(?P<n>[A-Z])(?P<sep>[.:)]?\s+|[.:)]?$)(?P<rest>.*)$"
)
ZEROED = re.compile(r"^(?P<a>\d{1,2})(?P<d>-)(?P<n>\d{1,2})\.00(?P<sep>[.:)]?\s+|$)(?P<rest>.*)$")
LETTER_DOTTED = re.compile(
    r"^(?P<a>[A-Z]{1,6})(?P<d>[.\-–]?)(?P<n>\d{1,2})(?![.\-]?\d|\w)(?P<sep>[.:)]?[-–—]?\s+|[.:)]?$)(?P<rest>.*)$"
)
LETTER = re.compile(r"^(?P<n>[A-Z])(?P<sep>[.):](?:\s?[-–—])?(?:\s+|$)|\s*[–—]\s*)(?P<rest>.*)$")
NUMBER = re.compile(r"^(?P<n>\d{1,3})(?P<sep>[.)](?:\s?[-–—])?(?:\s+|$))(?P<rest>.*)$")
IN_BRACKETS = re.compile(r"^\((?P<n>[a-zA-Z])\)(?P<sep>\s+)(?P<rest>.*)$")
ROMAN = re.compile(r"^(?P<n>[IVX]{1,5})(?P<sep>[.):](?:\s+|$))(?P<rest>.*)$")
PATTERNS = {
    "joined": JOINED,
    "keyword": KEYWORD,
    "lettered": LETTERED,
    "dotted": DOTTED,
    "dotted.letter": DOTTED_LETTER,
    "dotted.zero": ZEROED,
    "dotted.own": LETTER_DOTTED,
    "hundred": HUNDRED,
    "letter": LETTER,
    "number": NUMBER,
    "roman": ROMAN,
    "bracketed": IN_BRACKETS,
}
LONGEST_HEADING, EXCERPT = 110, 3
# What scanners take for each other, and what no misprint of "section" is.
MISREAD = str.maketrans("01|5", "oiis")
REAL_WORDS = frozenset(("session", "suction", "sector", "station"))
KEYWORDS = ("keyword", "lettered")
DOTS = ("dotted", "dotted.letter", "dotted.zero")
OWN = "dotted.own"
STRONG = ("joined", *KEYWORDS, *DOTS, OWN, "hundred")
WEIGHT = {
    "joined": 4.0,
    "keyword": 3.0,
    "lettered": 2.9,
    "dotted": 3.0,
    "dotted.letter": 2.8,
    "dotted.zero": 3.5,
    OWN: 3.0,
    "hundred": 3.0,
    "letter": 1.0,
    "number": 0.9,
    "roman": 0.8,
    "bracketed": 0.4,
}
# Families by the first character of the line; other capitals begin a letter only.
LETTERS = ("letter", OWN)
FIRSTS: dict[str, tuple[str, ...]] = {
    "9": (*DOTS, "hundred", "number"),
    "S": ("keyword", "lettered", "dotted", "hundred", *LETTERS),
    "§": ("keyword", "dotted"),
    "(": ("bracketed",),
    "A": ("joined", "dotted", *LETTERS),
    **dict.fromkeys("IVX", ("roman", *LETTERS)),
}


@dataclass(slots=True)
class Span:
    """An article and the flow positions of its body."""

    node: Node
    start: int
    stop: int
    plain: bool = False


def find_sections(flow: list[Line], tops: list[Node]) -> None:
    """Hang the sections under their articles; each article uses the document's main family where it can."""
    spans = list(_spans(flow, tops))
    chains: dict[tuple[int, str], list[Candidate]] = {}
    behind = 0
    for span in spans:
        places = _places(flow, span)
        chains |= {(id(span.node), name): _chain(flow, span, name, places[name], behind) for name in PATTERNS}
        numbered = chains[id(span.node), "number"]
        behind = int(numbered[-1].label) if numbered else behind
    if _numbers_hold_dotted(flow, spans, chains):
        chains |= {(id(span.node), name): [] for span in spans for name in DOTS}
    order = _families_by_cover(spans, chains)
    house = _in_house_style(flow, spans, chains, order)
    for span in spans:
        families = ((_outer(span, pool, _family_for(flow, span, pool, order)), pool) for pool in (house, chains))
        family, pool = next(((name, pool) for name, pool in families if name), (None, chains))
        chosen = pool[id(span.node), family] if family else []
        if not family and order[:1] == ["keyword"] and _begins_misprinted(flow, span):
            family = "keyword"
        if family:
            span.node.children = [_node(flow, candidate, family) for candidate in _repaired(flow, span, chosen, family)]
        else:
            span.node.children = list(_declared(flow, span))


def _numbers_hold_dotted(
    flow: list[Line], spans: list[Span], chains: dict[tuple[int, str], list[Candidate]]
) -> bool:
    """'2.' above '2.1' in article 4 and in all others: the dotted numbers count parts of the plain ones."""
    held = free = 0
    for span in spans:
        heads = {candidate.index: candidate.label for candidate in chains[id(span.node), "number"]}
        above = ""
        for index in range(span.start, span.stop if heads else span.start):
            above = heads.get(index, above)
            if match := DOTTED.match(flow[index].text):
                held, free = held + (match["a"] == above), free + (match["a"] != above)
    return held > 3 * free


def _in_house_style(
    flow: list[Line], spans: list[Span], chains: dict[tuple[int, str], list[Candidate]], order: list[str]
) -> dict[tuple[int, str], list[Candidate]]:
    """The weak labels with the mark behind them that the document's sections have: 'A:' and 'I:', but not 'A.'."""
    if not order or order[0] in STRONG:
        return chains
    marks = Counter(_mark(flow, c) for span in spans for c in chains[id(span.node), order[0]])
    usual, count = marks.most_common(1)[0]
    if count < 0.75 * marks.total():
        return chains
    kept = {key: [c for c in chain if _mark(flow, c) == usual] for key, chain in chains.items()}
    return {key: chain if chain == chains[key] or len(chain) > 1 else [] for key, chain in kept.items()}


def _mark(flow: list[Line], candidate: Candidate) -> str:
    text = flow[candidate.index].text
    return text[text.find(candidate.label) + len(candidate.label) :][:1]


def _outer(span: Span, chains: dict[tuple[int, str], list[Candidate]], family: str | None) -> str | None:
    """Weak labels that all stand between two of another weak family's are parts of those: 'I:' above 'A.' to 'D.'."""
    chain = chains[id(span.node), family] if family and family not in STRONG else []
    for name in ("letter", "number", "roman") if len(chain) > 1 else ():
        others = [candidate.index for candidate in chains[id(span.node), name]]
        if len(others) > 1 and others[0] < chain[0].index and chain[-1].index < others[1]:
            return name
    return family


def _declared(flow: list[Line], span: Span) -> Iterator[Node]:
    """Without numbers, the headings of the next level that the file declares; none where any of them is an item."""
    above = flow[span.node.index].declared if span.node.head_end >= span.node.index else 0
    below = [i for i in range(span.start, span.stop) if flow[i].declared > above]
    level = min((flow[i].declared for i in below), default=0)
    chosen = [i for i in below if flow[i].declared == level]
    if any(len(flow[i].text) > LONGEST_HEADING or ITEM_START.match(flow[i].text) for i in chosen):
        return
    if chosen == [span.start] and span.node.label and not span.node.title:
        span.node.title, span.node.head_end = tidy(flow[span.start].text), span.start
        return
    for index in chosen:
        yield Node(SECTION, index, index, title=tidy(flow[index].text), score=1.5, depth=1, family="declared")


def _spans(flow: list[Line], tops: list[Node]) -> Iterator[Span]:
    ordered = sorted(tops, key=lambda node: node.index)
    plain = not any(line.bold_start for line in flow)
    for position, node in enumerate(ordered):
        stop = ordered[position + 1].index if position + 1 < len(ordered) else len(flow)
        if node.level in (ARTICLE, PREAMBLE) and not node.is_division:
            yield Span(node, node.head_end + 1, stop, plain)


def _places(flow: list[Line], span: Span) -> dict[str, list[int]]:
    """The lines that may carry a label of each family, by the character they begin with."""
    places: dict[str, list[int]] = {name: [] for name in PATTERNS}
    for index in range(span.start, span.stop):
        first = without_mark(flow[index].text)[:1]
        for name in FIRSTS.get("9" if first.isdigit() else first, LETTERS if first.isupper() else ()):
            places[name].append(index)
        if first == "s":
            places["keyword"].append(index)
    return places


def _chain(flow: list[Line], span: Span, family: str, places: list[int], behind: int) -> list[Candidate]:
    """The labels of a family in one article; bare numbers may count on from those of the article before."""
    candidates = [c for c in (_candidate(flow, span, i, family) for i in places) if c]
    candidates = without_listings(flow, candidates) if family in STRONG else candidates
    cost = 0.0 if family == "joined" else 0.7 if family in (*DOTS, OWN) else 1.0
    chain = [candidates[i] for i in best_chain(candidates, jump=cost, start=1.5 * cost)]
    if chain and (chain[0].key[0] == 1 or family in STRONG):
        return chain
    return _counted_on(candidates, behind) if family == "number" and behind else []


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
        return (int(match["n"]), "") if match["a"] == node.label else None
    if family in ("letter", "lettered", "bracketed"):
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
    before = flow[index - 1].text if index else ""
    item = apart and before.endswith(",")
    return flow[index].gap < 1.3 and not item and HANGING.search(before) is not None


def _separator_score(match: re.Match[str], rest: str, family: str) -> float:
    if family not in KEYWORDS:
        return 0.0
    if match["sep"].strip():
        return 1.0
    return 0.6 if not rest else -0.6


def _label(match: re.Match[str], family: str) -> str:
    if family in (*DOTS, OWN):
        return match["a"] + match["d"] + match["n"] + ".00" * (family == "dotted.zero")
    return match["n"] + ((match["suffix"] or "").strip() if family == "keyword" else "")


def _families_by_cover(spans: list[Span], chains: dict[tuple[int, str], list[Candidate]]) -> list[str]:
    """Families by the number of articles in which they count from one; an excerpt may begin with a later number.

    '(a)' counts points of a section, unless most articles have nothing else below them.
    """
    cover: Counter[str] = Counter()
    for span in spans:
        for name in PATTERNS:
            chain = chains[id(span.node), name]
            cover[name] += bool(chain) and (
                chain[0].key[0] == 1 or name == "joined" or (name == "hundred" and chain[0].key[0] == 10)
            )
    if not cover.total() and len(spans) <= EXCERPT:
        cover.update(name for span in spans for name in STRONG if chains[id(span.node), name])
    order = sorted((name for name in cover if cover[name]), key=lambda name: -cover[name] * WEIGHT[name])
    sections = order[:1] == ["bracketed"] and 2 * cover["bracketed"] >= len(spans)
    return order if sections else [name for name in order if name != "bracketed"]


def _family_for(
    flow: list[Line], span: Span, chains: dict[tuple[int, str], list[Candidate]], order: list[str]
) -> str | None:
    strong = bool(order) and order[0] in STRONG
    for name in order:
        chain = chains[id(span.node), name]
        weak = name not in STRONG
        if not chain or (name != order[0] and (name == "joined" or (weak and len(chain) < 2))):
            continue
        if strong and weak and sum(flow[c.index].bold_start for c in chain) < 0.6 * len(chain):
            continue
        return name
    return None


def _repaired(flow: list[Line], span: Span, chain: list[Candidate], family: str) -> list[Candidate]:
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


def _begins_misprinted(flow: list[Line], span: Span) -> bool:
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


def _node(flow: list[Line], candidate: Candidate, family: str) -> Node:
    title, end, run_in = section_title(
        flow,
        candidate.index,
        candidate.rest,
        "dotted" if family in (*DOTS, OWN) else "keyword" if family in STRONG else family,
    )
    return Node(
        SECTION,
        candidate.index,
        end,
        label=candidate.label,
        title=title,
        key=candidate.key,
        score=candidate.score,
        repaired=candidate.repaired,
        run_in=run_in,
        depth=1,
        family=family,
        label_chars=len(flow[candidate.index].text) - len(candidate.rest),
    )
