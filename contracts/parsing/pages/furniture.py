"""What belongs to no clause: running heads and page numbers."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator

from contracts.parsing.headings.candidates import JOINED
from contracts.parsing.lines import Line, Page
from unionops.platform.core import lazy_re as re

RUNNING_HEAD = "running_head"
PAGE_NUMBER = "page_number"
PAGE_NO = re.compile(
    r"^[\s\-–—|.•·~*]*(?:(?:page|página|pagina|p\.)\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|de)\s*\d+)?[\s\-–—|.•·~*]*$",
    re.I,
)
LABELLED = re.compile(
    r"\b(Article|Artículo|Articulo|Section|Sección|Appendix|Rule|Chapter|Chapitre)\s+[\dIVXLC]+[\w.()\-]*$", re.I
)
# "Article 9.7 Article 10.3.F": all the labels of a page in its head count as one.
SEVERAL = re.compile(
    r"^(Article|Artículo|Section|Sección|Rule|Chapter)\s+[\dIVXLC]+[\w.()]*(?:(?:\s*[,;&–-]|\s+and)?\s+\1\s+[\dIVXLC]+[\w.()]*)+$",
    re.I,
)
KEYWORD = re.compile(
    r"^\s*(article|art[ií]culo|section|secci[oó]n|appendix|ap[eé]ndice|mou\b|memorandum|letter of|division|chapter|"
    r"annex)\b",
    re.I,
)
HEADING_LIKE = re.compile(
    r"^\s*(article|art[ií]culo|sections?|secci[oó]n|appendix|chapter|rule|part|§)\s*[\dIVXLC]+(\W|$)", re.I
)
ITEM_LIKE = re.compile(
    r"^\s*(\(?([A-Z]|[a-z]|[ivxIVX]{2,4}|\d{1,2})[.):]|\d{1,2}(\.\d{1,3})+[.):]?|\([A-Za-z0-9]{1,3}\))\s"
)
# A head that runs over some pages only runs over pages near each other; the same title here and there is text.
CLOSE = 5
SECTION_WORD = re.compile(r"^\s*(section|secci[oó]n)", re.I)
# Titles that stand over many papers in a row, each a new one.
GENERIC = re.compile(
    r"^\s*(letters?|side letter|memorand\w*|mou|addendum|attachment|exhibit|schedule|table|carta|lettre)\b.{0,40}$",
    re.I,
)
COUNTED = re.compile(
    r"^\s*(side letter|letter of \w+|memorandum of \w+|mou|addendum|attachment|exhibit|schedule|lettre d['’]entente"
    r"|(?:carta|memorando) de \w+)\s*(n[oº°]\.?|n[uú]m\.?|#|number)?\s*\d{1,2}\W*$",
    re.I,
)
LETTER_SIGN = re.compile(r"^\s*((by and )?(between|among)\b|entre\b|(re|ref|subject|objet|asunto)\s?:)", re.I)
DOTTED_LABEL = re.compile(r"\d[.(]\w")
PAGE_BEHIND = re.compile(r"^(\s*\S+(?:\s+\S+){2,}?[^\W\d])\s+\d{1,3}\s*$")  # three words at least: 'Anexo 2' is a label

Slot = tuple[str, str]


def template(text: str) -> str:
    """The line with its numbers taken out, so that all its repetitions are alike."""
    words = " ".join(text.split())
    if words[-1:].isdigit() or words[-1:].isupper() or words[-1:] == ")" or words[-2:-1] == ".":
        words = LABELLED.sub(r"\1 *", SEVERAL.sub(r"\1 1", words))
    return re.sub(r"\d+", "#", words)


def edge_lines(page: Page) -> Iterator[tuple[str, Line]]:
    """The first three and last four lines, on typeset pages only within the outer seventh."""
    ordered = sorted((line for line in page.lines if not line.aside), key=lambda line: line.y)
    for zone, lines in (("top", ordered[:3]), ("bottom", ordered[-4:] if len(ordered) > 3 else [])):
        for line in lines:
            if not page.typeset or (line.y < 0.14 * page.height if zone == "top" else line.y > 0.86 * page.height):
                yield zone, line


def _repeats_as_heading(found: list[tuple[Page, Line]]) -> bool:
    """A label that mostly stands once is a heading at the top of a page; a dotted or repeated one runs."""
    labels = Counter(line.text.strip() for _, line in found)
    dotted = sum(count for text, count in labels.items() if DOTTED_LABEL.search(text))
    return dotted < 0.3 * len(found) and len(found) / len(labels) < 1.8


def _counts_anew(group: list[tuple[Page, Line]]) -> bool:
    """The same label comes again although its page holds a later one: a new unit's article 1, no running head."""
    again = anew = 0
    for (page, line), (_, after) in itertools.pairwise(group):
        label = heading_label(line.text)
        if label and heading_label(after.text) == label:
            heads = [other for other in page.lines if other is not line and heading_label(other.text)]
            below = {_short_heading(other) for other in heads} - {"", label}
            again, anew = again + 1, anew + bool(below)
    return 2 * anew > again


def _same_height(found: list[tuple[Page, Line]], total: int) -> set[int]:
    """Identities of the lines that stand where enough of the others stand."""
    if not found[0][0].typeset:
        return {id(line) for _, line in found}
    slots = Counter(round(line.y / 6) for _, line in found)
    enough = max(3, 0.03 * total)
    return {id(line) for _, line in found if sum(slots[round(line.y / 6) + d] for d in (-1, 0, 1)) >= enough}


def mark_running(pages: list[Page]) -> None:
    """Set page numbers and running heads aside and keep the printed number as the page's label."""
    found: dict[Slot, list[tuple[Page, Line]]] = defaultdict(list)
    for page in pages:
        opening = _letter_opening(page)
        for zone, line in edge_lines(page):
            if not line.declared and (zone == "bottom" or line.y < opening):
                found[zone, template(line.text)].append((page, line))
    inside = _away_from_edges(pages, found)
    for (_, words), group in found.items():
        _mark_group(words, group, len(pages), inside[words])
    _mark_odd_heads(pages)
    for page in pages:
        _give_back(page)
        page.label = _printed_label(page) or page.label


def _give_back(page: Page) -> None:
    """'Section 1. Purpose' below the heading of an article is text, though every article begins a page in that way."""
    ordered = sorted(page.lines, key=lambda line: line.y)
    middle = len(ordered) // 2
    for half in (ordered[:middle], ordered[: middle - 1 : -1]):  # each from the edge inwards
        for outer, line in itertools.pairwise(half):
            labelled = KEYWORD.match(line.text) or ITEM_LIKE.match(line.text)
            if line.aside == RUNNING_HEAD and labelled and not outer.aside:
                line.aside = ""


def _mark_odd_heads(pages: list[Page]) -> None:
    """Where the heads of most pages name a place, one that names it at more length runs too: 'Article 15.2 Step B'."""
    tops = [(page, min(page.lines, key=lambda line: line.y)) for page in pages if page.typeset and page.lines]
    heads = Counter(round(top.y / 6) for _, top in tops if top.aside == RUNNING_HEAD and KEYWORD.match(top.text))
    for _page, top in tops:
        near = sum(heads[round(top.y / 6) + d] for d in (-1, 0, 1))
        if near > 0.3 * len(pages) and not top.aside and KEYWORD.match(top.text) and DOTTED_LABEL.search(top.text):
            top.aside = RUNNING_HEAD


def _letter_opening(page: Page) -> float:
    """Where a new letter begins at the top of the page: its general title, with the parties or the subject below."""
    ordered = sorted((line for line in page.lines if not line.aside), key=lambda line: line.y)
    for at, line in enumerate(ordered[:3]):
        if GENERIC.match(line.text) and any(LETTER_SIGN.match(below.text) for below in ordered[at + 1 : at + 9]):
            return line.y
    return float("inf")


def _away_from_edges(pages: list[Page], found: dict[Slot, list[tuple[Page, Line]]]) -> Counter[str]:
    """How often the words that repeat at the edges stand elsewhere; only lines that begin alike are looked at."""
    often = {words for (_, words), group in found.items() if len(group) >= 3}
    starts = {words[:1] for words in often}
    edges = {id(line) for group in found.values() for _, line in group}
    lines = (line for page in pages for line in page.lines if id(line) not in edges)
    alike = (line for line in lines if ("#" if line.text[0].isdigit() else line.text[0]) in starts)
    return Counter(words for line in alike if (words := template(line.text)) in often)


def _mark_group(words: str, group: list[tuple[Page, Line]], total: int, inside: int) -> None:
    """`inside` counts the same words away from the edges: what stands there more often is text."""
    for _, line in group:
        if PAGE_NO.match(line.text) and len(group) > 1:
            line.aside = PAGE_NUMBER
    if 3 * inside > len(group):
        return
    starred = ("*" in words and KEYWORD.match(words) is not None) or HEADING_LIKE.match(group[0][1].text) is not None
    if starred and (_repeats_as_heading(group) or _counts_anew(group)):
        return
    if COUNTED.match(group[0][1].text) and _repeats_as_heading(group):
        return
    share = 0.25 if starred else 0.5 if ITEM_LIKE.match(group[0][1].text) else 0.04
    on = sorted({page.index for page, _ in group})
    if len(on) < max(3, share * total) or (len(on) < 0.25 * total and on[-1] - on[0] >= CLOSE * len(on)):
        return
    for line in _standing(group, total):
        line.aside = line.aside or RUNNING_HEAD
    _count_pages(group)


def _count_pages(group: list[tuple[Page, Line]]) -> None:
    """A number in a running line that grows with the pages is their printed number."""
    numbers = [(page, re.findall(r"\d+", line.text)) for page, line in group if line.aside == RUNNING_HEAD]
    for place in range(min((len(found) for _, found in numbers), default=0)):
        offsets = Counter(int(found[place]) - page.index for page, found in numbers)
        offset, count = offsets.most_common(1)[0]
        if count >= 3 and count > 0.6 * len(numbers):
            for page, found in numbers:
                page.label = found[place] if int(found[place]) - page.index == offset else page.label


def _standing(group: list[tuple[Page, Line]], total: int) -> list[Line]:
    alike = _same_height(group, total)
    return [line for _, line in group if id(line) in alike and len(line.text) < 160]


def mark_echoes(pages: list[Page]) -> None:
    """A page's top or bottom line that only echoes a heading of the same or the page before runs, however seldom.

    One page alone may begin with a heading that the page before holds too: heads run over neighbouring pages.
    """
    for edge in (_bottom_line, _top_line):  # what a foot names may begin at the top of its page
        _mark_echoing(pages, [edge(page) for page in pages])


def _mark_echoing(pages: list[Page], edges: list[Line | None]) -> None:
    slots = Counter(round(line.y / 6) for line in edges if line is not None)
    before: list[Line] = []
    echoing = []
    for page, edge in zip(pages, edges, strict=True):
        others = [line for line in page.lines if line is not edge and not line.contents and line.aside != RUNNING_HEAD]
        runs = edge is not None and slots[round(edge.y / 6)] >= max(3, 0.3 * len(pages))
        echoes = edge is not None and runs and _echoes(edge, others, before)
        echoing.append(echoes or (edge is not None and edge.aside == RUNNING_HEAD))
        before = others + ([edge] if edge is not None and (echoes or edge.aside or _numbered(edge)) else [])
    for n, edge in enumerate(edges):
        if edge is not None and echoing[n] and sum(echoing[max(0, n - 3) : n + 4]) >= 3:
            edge.aside = edge.aside or RUNNING_HEAD


def _top_line(page: Page) -> Line | None:
    """The highest line of a typeset page within its outer seventh."""
    if not page.typeset or len(page.lines) < 3:
        return None
    top = min(page.lines, key=lambda line: line.y)
    return top if top.y < 0.14 * page.height and _may_run(top) else None


def _bottom_line(page: Page) -> Line | None:
    """The lowest line of a typeset page that is no page number, within its outer tenth."""
    lines = [line for line in page.lines if line.aside != PAGE_NUMBER] if page.typeset else []
    if len(lines) < 3:
        return None
    bottom = max(lines, key=lambda line: line.y)
    return bottom if bottom.y > 0.9 * page.height and _may_run(bottom) else None


def _may_run(line: Line) -> bool:
    return len(_letters(line.text)) > 2 and len(line.text) < 160


def _echoes(top: Line, others: list[Line], before: list[Line]) -> bool:
    """`others` are the lines below it, `before` those of the page before; an unnumbered title echoes no other top.

    Sections begin anew in every article, so "Section 2" at a page top is a heading.
    """
    if SECTION_WORD.match(top.text) or (GENERIC.match(top.text) and not _numbered(top)):
        return False
    own, label = _says(top.text), heading_label(top.text)
    if label and any(_short_heading(line) == label for line in others):
        return True
    first = own[:1]
    near = (line for line in (*others, *before) if len(own) <= len(line.text) <= 2 * len(own) + 24)
    alike = (line for line in near if first in line.text[:4].casefold())
    return any(_says(line.text) == own for line in alike)


def _says(text: str) -> str:
    """The letters of a head without the page number on its line; the number of 'Article 8' is its own."""
    numbered = LABELLED.search(text) or GENERIC.match(text) or COUNTED.match(text)
    return _once(_letters(text if numbered else PAGE_BEHIND.sub(r"\1", text)))


def _once(letters: str) -> str:
    """A head that is printed at both edges, "Appendix B   Appendix B", says the same as one."""
    half = len(letters) // 2
    return letters[:half] if letters[:half] == letters[half:] else letters


def _numbered(line: Line) -> bool:
    return any(letter.isdigit() for letter in line.text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def heading_label(text: str) -> str:
    """'article19' of 'ARTICLE 19: GRIEVANCES'; '' for any other line."""
    match = HEADING_LIKE.match(text)
    return _letters(match.group()) if match and not SECTION_WORD.match(text) else ""


def _short_heading(line: Line) -> str:
    """The label of a line that stands like a heading: short, and not going on in lower case."""
    match = HEADING_LIKE.match(line.text)
    if match is None or len(line.text) > 90 or JOINED.match(line.text):
        return ""
    rest = line.text[match.end() :].lstrip(" .:–—-")
    return "" if rest[:1].islower() else _letters(match.group())


def _printed_label(page: Page) -> str:
    for line in page.lines:
        if line.aside == PAGE_NUMBER and (match := PAGE_NO.match(line.text)):
            return match[1]
    for line in page.lines:
        if line.aside == RUNNING_HEAD and (
            match := re.search(r"(?:^|\s)[-–—]\s?(\d{1,4})\s?[-–—](?:\s|$)|\bpage (\d{1,4})\b", line.text, re.I)
        ):
            return match[1] or match[2]
    return ""
