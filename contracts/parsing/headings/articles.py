"""Level one: which family of headings carries the document, and its best chain with gaps repaired."""

from __future__ import annotations

import itertools
from bisect import bisect_right

from rapidfuzz.distance import OSA

from contracts.parsing.headings.candidates import (
    ARTICLE_FAMILIES,
    BARE,
    CONTAINER,
    LETTERED_SECTION,
    OTHER_KEYWORDS,
    RUN_IN_DASH,
    bare_candidates,
    declared_candidates,
    joined_candidates,
    keyword_candidates,
    on_its_own,
    without_listings,
    without_repeats,
)
from contracts.parsing.headings.chain import Candidate, best_chain, total
from contracts.parsing.headings.ranks import above_restarts, outer_numbers
from contracts.parsing.headings.titles import (
    FRONT,
    ITEM_START,
    bold_over_the_line,
    join_title,
    runs_in,
    section_title,
    starts_unit,
    tidy,
)
from contracts.parsing.labels import SPELT, capital_share, from_roman, key, spelt, to_roman
from contracts.parsing.lines import Line
from contracts.parsing.nodes import ARTICLE, OTHER, PREAMBLE, Node
from contracts.parsing.typography import heading_score
from unionops.platform.core import lazy_re as re

RESTART = 3.0
BARE_RESTART = 9.0
HEADING_LINES = 4
SHORT = 50
FEWEST = 4
ANNEXED = ("article", "article.dotted")
MOST_IN_EXCERPT = 8
MOST_LACKING = 4  # headings that a scanner may have misread before the first one it did not
DIVIDING = ("part", "chapter", "title")
CAPITALS = re.compile(r"^([^\W\d_a-zà-ÿ][^\d_a-zà-ÿ]{2,80}[^\W\d_a-zà-ÿ]) (?=[A-ZÀ-Ý][a-zà-ÿ]|A [a-z])")
# A title in capitals with the words of the article behind it: 'OBJETO. La empresa ...'
RUN_ON = re.compile(r"^[^\W\d_a-zà-ÿ][^\d_a-zà-ÿ.:]{2,80}[.:]\W{0,3}\s+(?:[A-ZÀ-Ý¿“][a-zà-ÿ']+ |A |[AEOY] )(?=\w)")
MISTYPED = re.compile(
    r"^(?P<word>[A-Za-zÍí][A-Za-zÍí1|!]{3,8})\s*(?P<n>[\dIVXLlO|]{1,6}|[A-Za-z]{3,10}(?:-[A-Za-z]{3,5})?)\s*[.:\-–—]*\s*(?P<rest>.*)$"
)
# What scanners take for each other.
FIGURES, NUMERALS, LETTERS = str.maketrans("lI|O", "1110"), str.maketrans("l1|", "III"), str.maketrans("1|!", "iii")


def find_articles(flow: list[Line]) -> list[Node]:
    """The level-one nodes in order; empty when no family of headings holds."""
    chosen = _best_family(flow)
    if chosen and chosen[0].family == "joined":
        return [_joined_node(flow, candidate) for candidate in chosen]
    nodes = [_node(flow, candidate) for candidate in chosen]
    _number_divisions(nodes)
    if nodes and chosen[0].family == "article":
        nodes = _with_repairs(flow, nodes)
    return nodes


def _best_family(flow: list[Line]) -> list[Candidate]:
    """Keyword families first, then bare numbers, then what the file declares as headings."""
    named = [*_chains(flow, ARTICLE_FAMILIES), joined_candidates(flow)]
    articles = _outermost(max(named, key=_worth), named)
    if len(articles) >= FEWEST and _worth(articles) >= 4:
        return _with_annexed(articles, named)
    bare = [_bare_chain(flow, name) for name in BARE]
    others = [*_chains(flow, OTHER_KEYWORDS), *bare, declared_candidates(flow)]
    best = _numbered(flow, _running_through(_outermost(max(others, key=_worth), others), others), bare)
    if len(articles) >= 2 and _worth(articles) >= 4 and _worth(best) < 3 * _worth(articles):
        return articles
    if best and best[0].family == "section" and (above := _above_sections(flow, best) or above_restarts(flow, best)):
        return above
    return best if len(best) >= 2 and _worth(best) > _worth(articles) else articles


def _with_annexed(articles: list[Candidate], named: list[list[Candidate]]) -> list[Candidate]:
    """With those of agreements bound in before or behind, which count in another way: 'Article 1' behind '9.04'."""
    first, last = articles[0].index, articles[-1].index
    for chain in named:
        outside = [c for c in chain if not first <= c.index <= last] if chain and chain[0].family in ANNEXED else []
        if len(outside) >= FEWEST and outside[0].key[0] == 1:
            articles = sorted(articles + outside, key=lambda candidate: candidate.index)
    return articles


def _above_sections(flow: list[Line], sections: list[Candidate]) -> list[Candidate]:
    """The articles of an excerpt, of which there are too few to carry a text: each stands right above its sections."""
    starts = {section.index for section in sections}
    named = keyword_candidates(flow, "article", ARTICLE_FAMILIES["article"], range(len(flow)))
    above = [c for c in named if any(start in starts for start in range(c.index + 1, c.index + 1 + HEADING_LINES))]
    return above if above and above[0].index < sections[0].index else []


def _bare_chain(flow: list[Line], name: str) -> list[Candidate]:
    candidates = bare_candidates(flow, name, range(len(flow)))
    return outer_numbers(candidates) or above_restarts(flow, candidates) or _chain(flow, candidates, BARE_RESTART)


def _numbered(flow: list[Line], best: list[Candidate], bare: list[list[Candidate]]) -> list[Candidate]:
    """Headings that the file declares alike but numbers on two levels ('1 Hours', '1.1 Scope'): the numbers tell."""
    if not best or best[0].family != "declared":
        return best
    labelled = sum(ITEM_START.match(flow[c.index].text) is not None or c.rest[:1].isdigit() for c in best)
    declared = {c.index for c in best}
    inside = [chain for chain in bare if len(chain) >= 3 and all(c.index in declared for c in chain)]
    return max(inside, key=_worth, default=best) if labelled >= 0.8 * len(best) else best


def _chains(flow: list[Line], families: dict[str, re.Pattern[str]]) -> list[list[Candidate]]:
    everything = range(len(flow))
    return [_chain(flow, keyword_candidates(flow, name, pattern, everything)) for name, pattern in families.items()]


def _outermost(best: list[Candidate], others: list[list[Candidate]]) -> list[Candidate]:
    """A count that begins anew under every heading of another family, or bears its numbers, is its inner level."""
    holding = [chain for chain in others if chain is not best and (_holds(chain, best) or _numbers(chain, best))]
    return max(holding, key=_worth, default=best)


def _running_through(best: list[Candidate], others: list[list[Candidate]]) -> list[Candidate]:
    """A count that runs on through the parts or chapters is the articles; the parts only divide them."""
    if not best or best[0].family not in DIVIDING:
        return best
    through = [chain for chain in others if len(chain) >= max(4, 1.3 * len(best)) and _runs_through(best, chain)]
    return max(through, key=_worth, default=best)


def _runs_through(parts: list[Candidate], chain: list[Candidate]) -> bool:
    if any(b.key <= a.key for a, b in itertools.pairwise(chain)):
        return False
    edges = [*(part.index for part in parts), chain[-1].index + 1]
    held = sum(any(start < c.index < stop for c in chain) for start, stop in itertools.pairwise(edges))
    return held >= 0.8 * len(parts)


def _holds(outer: list[Candidate], inner: list[Candidate]) -> bool:
    starts = [i for i in range(1, len(inner)) if inner[i].key <= inner[i - 1].key]
    anew = sum(b.key <= a.key for a, b in itertools.pairwise(outer))
    if len(outer) < 3 or len(starts) < 2 or 3 * anew >= len(outer):
        return False
    at = [candidate.index for candidate in outer]
    between = sum(any(inner[i - 1].index < place < inner[i].index for place in at) for i in starts)
    return between >= 0.8 * len(starts)


def _chain(flow: list[Line], candidates: list[Candidate], restart: float = RESTART) -> list[Candidate]:
    candidates = without_repeats(without_listings(flow, candidates))
    if len(candidates) <= MOST_IN_EXCERPT and all(a.key < b.key for a, b in itertools.pairwise(candidates)):
        return candidates  # a proposal names articles far apart; none contradicts another
    return [candidates[i] for i in best_chain(candidates, restart=restart)]


def _worth(chain: list[Candidate]) -> float:
    return total(chain, range(len(chain)))


def _node(flow: list[Line], candidate: Candidate) -> Node:
    full = flow[candidate.index].x1 >= 0.7 * flow[candidate.index].right
    begins = RUN_IN_DASH.match(candidate.rest) or (full and RUN_ON.match(candidate.rest))
    if begins or runs_in(flow[candidate.index], candidate.rest):
        return _run_in(flow, candidate)
    if over := bold_over_the_line(flow, candidate.index, candidate.rest):
        return _run_in(flow, candidate, over)
    title, end = join_title(flow, candidate.index, candidate.rest)
    if len(title) > 160:
        title, end = "", candidate.index
    if candidate.family == "ordinal" and capital_share(candidate.rest) < 0.85 and len(candidate.rest) > SHORT:
        return _run_in(flow, candidate)
    return Node(
        ARTICLE,
        candidate.index,
        end,
        label=candidate.label,
        title=title,
        key=candidate.key,
        score=candidate.score,
        family=candidate.family,
        repaired=candidate.repaired,
    )


def _run_in(flow: list[Line], candidate: Candidate, over: str = "") -> Node:
    """'Primera.- El Empleador ...': the words of the article begin on the line of its number.

    A bold title may go `over` that line into the next, where the text goes on.
    """
    index, rest = candidate.index, candidate.rest
    dashed = RUN_IN_DASH.match(rest)
    title, end, run_in = (tidy(dashed[0]), index, True) if dashed else section_title(flow, index, rest, "keyword")
    title, end, run_in = (over, index + 1, True) if over else (title, end, run_in)
    node = Node(ARTICLE, index, end, label=candidate.label, title=title, key=candidate.key, score=candidate.score)
    node.family, node.run_in, node.label_chars = candidate.family, run_in, len(flow[index].text) - len(rest)
    return node


def _joined_node(flow: list[Line], candidate: Candidate) -> Node:
    """An article without a line of its own: its first line is already its section's, unless that has no number."""
    index, rest = candidate.index, candidate.rest
    node = Node(ARTICLE, index, index - 1, label=candidate.label, key=candidate.key, score=candidate.score)
    if not candidate.keyword:
        node.title, node.head_end, node.run_in = section_title(flow, index, rest, "keyword")
        node.label_chars = len(flow[index].text) - len(rest)
        capitals = CAPITALS.match(rest) if not node.title else None
        node.title = capitals[1] if capitals else node.title
    return node


def _numbers(outer: list[Candidate], inner: list[Candidate]) -> bool:
    """'Article 4' above 'Article 4.1' and 'Article 4.2'."""
    if len(outer) < 3 or not inner or inner[0].family != "article.dotted":
        return False
    at = [candidate.index for candidate in outer]
    above = (bisect_right(at, candidate.index) - 1 for candidate in inner)
    held = sum(n >= 0 and outer[n].key[0] == candidate.key[0] for n, candidate in zip(above, inner, strict=True))
    return held >= 0.8 * len(inner)


def _number_divisions(nodes: list[Node]) -> None:
    division = 0
    for before, node in itertools.pairwise(nodes):
        if node.key is not None and before.key is not None and node.key <= before.key:
            division += 1
        node.division = division


def _with_repairs(flow: list[Line], nodes: list[Node]) -> list[Node]:
    """Fill holes in the count with lines whose keyword or number is misread ('ARTICL 40', 'ARTICLE l')."""
    found = [*_misread_before(flow, nodes[0]), *_misread_behind(flow, nodes[-1])]
    for before, after in itertools.pairwise(nodes):
        if before.key and after.key and before.division == after.division:
            for wanted in range(before.key[0] + 1, after.key[0]):
                repair = _mistyped(flow, wanted, before.head_end + 1, after.index)
                if repair:
                    repair.division = before.division
                    repair.label = to_roman(wanted) if from_roman(before.label) else repair.label
                    found.append(repair)
    return sorted(nodes + found, key=lambda node: node.index)


def _misread_before(flow: list[Line], first: Node) -> list[Node]:
    """Those that the count lacks before the first one found."""
    found: list[Node] = []
    stop = first.index
    for wanted in range(first.key[0] - 1, 0, -1) if first.key and first.key[0] <= MOST_LACKING else ():
        repair = _mistyped(flow, wanted, 0, stop)
        if repair is None:
            break
        found, stop = [repair, *found], repair.index
    return found


def _misread_behind(flow: list[Line], last: Node) -> list[Node]:
    found: list[Node] = []
    while last.key and (repair := _mistyped(flow, last.key[0] + 1, last.head_end + 1, len(flow))):
        repair.division = last.division
        found.append(repair)
        last = repair
    return found


def _mistyped(flow: list[Line], wanted: int, start: int, stop: int) -> Node | None:
    for index in range(start, stop):
        match = MISTYPED.match(flow[index].text)
        if (
            match
            and _nearly_article(match["word"])
            and (label := _meant(match["n"], wanted))
            and heading_score(flow, index) + 0.5 * (not match["rest"]) + 0.8 * on_its_own(flow, index) >= 1.5
        ):
            return _node(
                flow, Candidate(index, (wanted, ""), 1.0, label, match["rest"], repaired=True, family="article")
            )
    return None


def _values(text: str) -> set[int]:
    """What misread figures may mean: an l is a 1, or an I of a roman number."""
    read = (key(text.translate(FIGURES)), key(text.translate(NUMERALS)))
    return {value[0] for value in read if value}


def _meant(text: str, wanted: int) -> str:
    """The number as it should read, '40' of '4O', 'THIRTEEN' of 'THIRTEN'; nothing when the text does not mean it."""
    words = (word for word, value in SPELT.items() if value == wanted and len(word) > 3)
    word = next((word for word in words if OSA.distance(spelt(text), word) <= 1), "")
    if word:
        return word.upper() if text.isupper() else word.title()
    return str(wanted) if wanted in _values(text) else ""


def _nearly_article(word: str) -> bool:
    word = word.translate(LETTERS).lower()
    return abs(len(word) - 7) <= 1 and word[0] == "a" and sum(c in "article" for c in word) >= len(word) - 1


def find_front(flow: list[Line], articles: list[Node]) -> list[Node]:
    """Unnumbered parts before article one: a preamble, or headings set exactly like those of the articles."""
    stop = articles[0].index if articles else 0
    style = _heading_style(flow, articles)
    nodes = []
    index = 0
    while index < stop:
        if (FRONT.match(flow[index].text.strip()) and heading_score(flow, index) >= 1.5) or _fits(
            flow, index, style, stop
        ):
            title, end = join_title(flow, index, flow[index].text)
            nodes.append(Node(PREAMBLE, index, end, title=title, score=heading_score(flow, index)))
            index = end
        index += 1
    return nodes


def _heading_style(flow: list[Line], articles: list[Node]) -> tuple[float, bool] | None:
    """Size and weight shared by most article headings, when that sets them apart from the body."""
    looks = [(flow[node.index].size, flow[node.index].bold) for node in articles if node.family.startswith("article")]
    if len(looks) < 3:
        return None
    common = max(set(looks), key=looks.count)
    apart = any(flow[node.index].big for node in articles)
    return common if apart and looks.count(common) >= 0.8 * len(looks) else None


def _fits(flow: list[Line], index: int, style: tuple[float, bool] | None, stop: int) -> bool:
    line = flow[index]
    if style is None or (line.size, line.bold) != style or not line.big or len(line.text) > 90:
        return False
    if not line.text[:1].isupper() or starts_unit(line.text):
        return False
    on_page = sum(other.page == line.page for other in flow[max(0, index - 60) : index + 60])
    return on_page >= 8 and index + 1 < stop and heading_score(flow, index) >= 1.5


def find_divisions(flow: list[Line], articles: list[Node]) -> list[Node]:
    """Containers above the articles: 'DIVISION 2', 'SECTION B', or the heading before a restart of the count."""
    lettered = "section.lettered", LETTERED_SECTION
    for family, pattern in (("division", CONTAINER), lettered):
        found = _chain(flow, keyword_candidates(flow, family, pattern, range(len(flow))))
        named = [_division(flow, candidate) for candidate in found]
        taken = {node.index for node in articles}
        named = [node for node in named if node.index not in taken and _directly_above(node, articles)]
        if len(named) >= 2 and (family == "division" or len(named) == len(found)):
            return named
    return _before_restarts(flow, articles)


def _division(flow: list[Line], candidate: Candidate) -> Node:
    title, end = join_title(flow, candidate.index, candidate.rest)
    return Node(
        OTHER,
        candidate.index,
        end,
        label=candidate.label,
        title=f"{candidate.keyword.title()} {candidate.label} {title}".strip(),
        is_division=True,
    )


def _directly_above(node: Node, articles: list[Node]) -> bool:
    return any(0 < article.index - node.head_end <= 4 for article in articles)


def _before_restarts(flow: list[Line], articles: list[Node]) -> list[Node]:
    out = []
    for before, node in itertools.pairwise(articles):
        if node.division != before.division:
            out.append(_restart_heading(flow, before, node))
    return out


def _restart_heading(flow: list[Line], before: Node, node: Node) -> Node:
    """The best-looking line shortly above the restart, else the restart itself without words of its own."""
    above = range(max(before.head_end + 1, node.index - 8), node.index)
    best = max(above, key=lambda i: heading_score(flow, i), default=-1)
    if best >= 0 and heading_score(flow, best) >= 1.7:
        return Node(OTHER, best, best, title=flow[best].text.strip(), is_division=True)
    return Node(OTHER, node.index, node.index - 1, title=f"Part {node.division + 1}", is_division=True, given=True)
