"""What stands beside the articles: appendices, side letters, wage tables, the signature page."""

from __future__ import annotations

from contracts.parsing.headings.candidates import both_cases, on_its_own
from contracts.parsing.headings.chain import Candidate, best_chain
from contracts.parsing.headings.letters import BARE_COUNT, COUNTED, LETTER_HEAD, letter_name
from contracts.parsing.headings.titles import TRIM, is_titled, join_title, starts_unit, tidy
from contracts.parsing.labels import key, letter_value, looks_like_sentence
from contracts.parsing.lines import Line
from contracts.parsing.nodes import APPENDIX, LETTER, OTHER, TABLE, Node
from contracts.parsing.typography import NEW_PAGE_GAP, continues, heading_score
from unionops.platform.core import lazy_re as re

APPENDIX_WORDS = both_cases(
    "Appendix",
    "Exhibit",
    "Attachment",
    "Addendum",
    "Schedule",
    "Annex",
    "Apéndice",
    "Anexo",
    "Anejo",
    "Annexe",
    "Adenda",
    "Enclosure",
)
APPENDIX_HEAD = re.compile(
    rf"^(?P<word>{APPENDIX_WORDS})(?![^\W\d_])\s*(?:No\.?\s*|#\s*)?(?P<n>[\"“'‘]?(?:[A-Z]{{1,2}}|[A-Z]\d{{1,2}}|\d{{1,2}}|[IVXL]{{1,6}})(?:[\-.]\d{{1,2}})?[\"”'’]?(?![\w]))?"
    r"(?P<sep>\s*[.:\-–—]+\s*|\s+|$)(?P<rest>.*)$"
)
TABLE_HEAD = re.compile(
    r"^(?P<word>(?:TABLE|Table) (?P<n>[A-Z0-9]{1,4}|One|Two|Three|Four|Five|ONE|TWO|THREE|FOUR|FIVE)\b|"
    r"(?:[A-Z][A-Za-z]+ )?(?:SALARY|WAGE|PAY|Salary|Wage|Pay) "
    r"(?:SCHEDULE|TABLE|SCALE|RATE|GRID|Schedule|Table|Scale|Rate|Grid)S?s?\b)(?P<rest>.*)$"
)
# What the words of appendices and letters begin with: nothing else needs a look before the last article.
FIRSTS = frozenset("AESJMLC")
SIGNATURES = re.compile(r"^(SIGNATURES?( PAGES?)?:?$|IN WITNESS WHEREOF|EN FE DE LO CUAL|EN FOI DE QUOI)", re.I)


# What stands behind the articles of an agreement in Spanish or French and has a number of its own.
PROVISION = re.compile(
    r"^(?:Disposici[oó]n(?:es)? (?:adicional|transitoria|final|derogatoria)|Dispositions? (?:transitoires?|finales?))"
    r"(?:es)?\b(?![^.]*\b(?:de la|del|de l[’'])\b)[^,;]{0,60}[.:–—-]?",
    re.I,
)


def find_attachments(flow: list[Line], articles: list[Node]) -> list[Node]:
    """Attachments with the look of a heading; wage tables and signatures only behind the last article."""
    taken = {i for node in articles for i in range(node.index, node.head_end + 1)}
    last = articles[-1].index if articles else -1
    plain = not any(line.bold for line in flow)
    found: list[Node] = []
    for index in range(len(flow)):
        free = index not in taken and (not found or index > found[-1].head_end) and not _stamped(flow, index, last)
        node = _attachment(flow, index, index > last, 1.7 if plain else 2.2) if free else None
        if node:
            found.append(node)
    return _without_repeats(sorted(found + _counted(flow, found, last), key=lambda node: node.index))


def _counted(flow: list[Line], found: list[Node], last: int) -> list[Node]:
    """'Appendix A: ...' and 'Appendix B: ...' in this order behind the articles need no look to be headings."""
    behind = [i for i in range(last + 1, len(flow)) if flow[i].text[:1] in FIRSTS and not continues(flow, i)]
    alone = [i for i in behind if not _listed(flow, i)]
    heads = [(i, match) for i in alone if (match := APPENDIX_HEAD.match(flow[i].text)) and _counts(match)]
    counted = [Candidate(i, (_count(match["n"]), ""), 1.0, match["n"], match["rest"].strip()) for i, match in heads]
    chain = [counted[n] for n in best_chain(counted, jump=1.0, start=1.0)]
    taken = {i for node in found for i in range(node.index, node.head_end + 1)}
    if len(chain) < 2 or chain[0].key[0] != 1 or all(c.index in taken for c in chain):
        return []
    return [_counted_node(flow, c) for c in chain if c.index not in taken]


def _counts(match: re.Match[str]) -> bool:
    marked = bool(match["n"] and match["sep"].strip())
    return marked and not looks_like_sentence(match["rest"]) and _count(match["n"]) > 0


def _count(label: str) -> int:
    """1 of 1, I and A: single letters count as such but for those that small roman numbers are written with."""
    if len(label) == 1 and label.isalpha() and label not in "IVX":
        return letter_value(label)
    value = key(label)
    return value[0] if value else 0


def _counted_node(flow: list[Line], head: Candidate) -> Node:
    title, end = join_title(flow, head.index, head.rest)
    return Node(APPENDIX, head.index, end, label=head.label, title=title[:160], score=1.0)


def _stamped(flow: list[Line], index: int, last: int) -> bool:
    """ "Exhibit B" at the head of the first page says what the whole paper is attached to."""
    return index < min(3, last) and flow[index].page == flow[0].page


def _attachment(flow: list[Line], index: int, behind: bool, enough: float) -> Node | None:
    text = flow[index].text
    if len(text) >= 140 or not text[:1].isupper() or flow[index].is_row or not (behind or text[0] in FIRSTS):
        return None
    if behind and (SIGNATURES.match(text) or PROVISION.match(text)):
        title, end = join_title(flow, index, text) if PROVISION.match(text) else (text.strip(TRIM), index)
        named = end > index or len(text) < 40 or not SIGNATURES.match(text)
        return Node(
            OTHER, index, end, title=title if named else "Signatures", given=not named, score=heading_score(flow, index)
        )
    for pattern, level in ((APPENDIX_HEAD, APPENDIX), (LETTER_HEAD, LETTER), (TABLE_HEAD, TABLE)):
        match = pattern.match(text)
        if match and (level != TABLE or behind):
            return _headed(flow, index, match, level, enough)
    return None


def _headed(flow: list[Line], index: int, match: re.Match[str], level: str, enough: float) -> Node | None:
    line, rest = flow[index], match["rest"].strip()
    label = (match.groupdict().get("n") or "").strip("\"“”'‘’")
    if looks_like_sentence(rest) or (level == APPENDIX and not label and (rest or _goes_on_above(flow, index))):
        return None
    named = match["word"].isupper() and (
        bool(label) if level == APPENDIX else level == LETTER and is_titled(tidy(rest))
    )
    counted = level == LETTER and (COUNTED.match(rest) or BARE_COUNT.match(rest) or rest.startswith("#")) is not None
    begins = line.gap >= NEW_PAGE_GAP and (named or _alone_on_top(flow, index, match))
    apart = on_its_own(flow, index) and not _listed(flow, index)
    looked = enough < 2 or line.bold
    begins = begins or (apart and (named or counted or (looked and bool(label) and is_titled(rest))))
    if heading_score(flow, index) + 1.7 * begins < enough or not (line.caps or line.bold or line.centred or begins):
        return None
    title, end = _whole_title(flow, index, rest)
    if level == TABLE and (inner := _appendix_below(flow, index, end)):
        level, label = APPENDIX, inner
    if level == LETTER:
        label, title, end = letter_name(flow, index, end, match, title)
    return Node(
        level, index, end, label=label, title=title[:160] or match["word"].strip(), score=heading_score(flow, index)
    )


def _listed(flow: list[Line], index: int) -> bool:
    """The next line is such a heading too: a list of what is attached."""
    after = flow[index + 1] if index + 1 < len(flow) else None
    return after is not None and APPENDIX_HEAD.match(after.text) is not None


def _whole_title(flow: list[Line], index: int, rest: str) -> tuple[str, int]:
    """The joined title; in text without type also a second line in capitals that is set to the middle."""
    title, end = join_title(flow, index, rest)
    line, after = flow[end], flow[end + 1] if end + 1 < len(flow) else None
    wrapped = rest and end == index and line.caps and after is not None and after.caps and after.gap < 1.3
    if wrapped and after is not None and _set_under(line, after) and not _heads(after.text):
        return tidy(f"{title} {after.text.strip()}"), end + 1
    return title, end


def _alone_on_top(flow: list[Line], index: int, match: re.Match[str]) -> bool:
    """'Appendix B - Forms' or 'Side Letter #2' on a line of its own at the top of a page, without any type to tell."""
    after = flow[index + 1] if index + 1 < len(flow) else None
    numbered = re.search(r"#\s*\d|\b[A-Z]\b|\d", match.group()[: len(match["word"]) + 8]) is not None
    ended = flow[index].text.rstrip()[-1:] in ".;,"
    return numbered and not ended and len(flow[index].text) < 80 and after is not None and after.gap > 1.25


def _set_under(line: Line, after: Line) -> bool:
    """The second line of a centred heading: it begins further in and is shorter, or stands in the middle."""
    return after.page == line.page and (after.centred or (after.indent > line.indent + 30 and after.x1 < line.x1))


def _heads(text: str) -> bool:
    return starts_unit(text) or any(head.match(text) for head in (APPENDIX_HEAD, LETTER_HEAD, TABLE_HEAD))


def _goes_on_above(flow: list[Line], index: int) -> bool:
    """A bare word such as SCHEDULE directly below a line of the same look is the end of that heading."""
    if not index:
        return False
    line, before = flow[index], flow[index - 1]
    alike = before.bold == line.bold and before.caps == line.caps
    return alike and line.page == before.page and line.gap < 1.25 and not line.declared


def _appendix_below(flow: list[Line], index: int, end: int) -> str:
    """The label of an appendix that the heading of a table names: 'Monthly Salary Schedule / Appendix E1'."""
    for at in range(index, end + 1):
        found = re.search(rf"\b(?:{APPENDIX_WORDS})\s+([A-Z]{{1,2}}\d{{0,2}}|\d{{1,2}})\s*$", flow[at].text.strip())
        if found:
            return found[1]
    return ""


def _without_repeats(nodes: list[Node]) -> list[Node]:
    """A heading that is repeated on later pages opens no second appendix, though letters may stand between."""
    out: list[Node] = []
    appendix: Node | None = None
    for node in nodes:
        if node.level == APPENDIX:
            if appendix and node.label and node.label == appendix.label and _says_no_more(node, appendix, out[-1]):
                continue
            appendix = node
        out.append(node)
    return out


def _says_no_more(node: Node, appendix: Node, last: Node) -> bool:
    """Directly behind its first heading any repeat counts; behind letters only one without a title of its own."""
    bare = re.sub(rf"(?i)\b(?:{APPENDIX_WORDS})\b|\W", "", node.title.removesuffix(node.label))
    return last is appendix or not bare or node.title == appendix.title
