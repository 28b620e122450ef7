"""Level two: one family of labels per document (Section N, N.N, A., 1.), chained inside each article."""

from __future__ import annotations

from collections.abc import Iterator

from contracts.parsing.headings.chain import Candidate
from contracts.parsing.headings.titles import ITEM_START, section_title, tidy, title_as_most
from contracts.parsing.lines import Line
from contracts.parsing.nodes import ARTICLE, PREAMBLE, SECTION, Node
from contracts.parsing.sections.candidates import Span, chain_of, places
from contracts.parsing.sections.families import chosen_family, drop_dotted_parts, families_by_cover, house_mark
from contracts.parsing.sections.misprints import begins_misprinted, repaired
from contracts.parsing.sections.patterns import COUNTING_ON, DOTS, OWN, PATTERNS, STRONG

LONGEST_HEADING = 110


def find_sections(flow: list[Line], tops: list[Node]) -> None:
    """Hang the sections under their articles; each article uses the document's main family where it can."""
    spans = list(_spans(flow, tops))
    behind = dict.fromkeys(COUNTING_ON, 0)
    for span in spans:
        at = places(flow, span)
        span.chains = {name: chain_of(flow, span, name, at[name], behind.get(name, 0)) for name in PATTERNS}
        behind |= {name: int(span.chains[name][-1].label) for name in COUNTING_ON if span.chains[name]}
    drop_dotted_parts(flow, spans)
    order = families_by_cover(spans)
    house = house_mark(flow, spans, order)
    for span in spans:
        family, chosen = chosen_family(flow, span, order, house)
        if not family and order[:1] == ["keyword"] and begins_misprinted(flow, span):
            family = "keyword"
        if family:
            span.node.children = [_node(flow, candidate, family) for candidate in repaired(flow, span, chosen, family)]
        else:
            span.node.children = list(_declared(flow, span))
    title_as_most(flow, [child for span in spans for child in span.node.children])


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
