"""Level three and below: a stack of enumerators (A. 1. a. (1) (a) (i)) inside each section."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.parsing.headings.candidates import ARTICLE_WORDS
from contracts.parsing.headings.titles import TRIM, bold_title, breaks_off, capital_title, section_title
from contracts.parsing.labels import WORDS, from_roman, letter_value, looks_like_sentence
from contracts.parsing.lines import Line
from contracts.parsing.nodes import APPENDIX, ARTICLE, LETTER, SUBSECTION, Node
from contracts.parsing.typography import heading_score
from unionops.platform.core import lazy_re as re

ITEM = re.compile(
    r"^(?P<open>\(?)(?P<n>\d{1,2}|[ivxl]{2,6}|[IVXL]{2,6}|[A-Za-z]|(?P<twin>[a-z])(?P=twin))(?P<close>\.\)|[.)]|[°º]\)?(?=\s))(?:\s+|$|(?=[A-Z\"“(]))(?P<rest>.*)$"
)
DEEP = re.compile(
    rf"^(?:(?:{ARTICLE_WORDS}) ?)?"
    r"(?P<n>\d{1,4}(?:[.\-]\d{1,3}){1,4}|\d{1,2}[.\-]\d{1,3}(?:\.(?:\d{1,2}|[A-Za-z])){1,4})(?P<close>[.)]?)(?:\s+|$)(?P<rest>.*)$"
)
INNER = re.compile(
    r"^(?P<word>Section|SECTION|Sec\.|SEC\.|Secci[oó]n|SECCI[OÓ]N|Art(?:icle|[ií]culo)|ART(?:ICLE|[IÍ]CULO))\s+(?P<n>\d{1,2})(?![\d(]|\.\d)"
    r"(?P<sep>\s*[.:\-–—]+\s*|\s+|$)(?P<rest>.*)$"
)
LETTERED = re.compile(r"^(?P<a>[A-Z])\s?[.–—-]\s?(?P<n>\d{1,2}(?:\.\d{1,2})?)(?P<close>[.)]?)\s+(?P<rest>.*)$")
LISTING = re.compile(r"([.:;!?)\]”\",]|\b(and|or|y|o|et|ou|and/or))$", re.I)
MAX_DEPTH, INNERMOST = 7, "section"
# Set in by this much, the words of an agreement are quoted in an item of a letter.
QUOTED_IN = 12.0
AWAITING = frozenset(("thirty", "forty", "fifty", "sixty", "ninety", "hundred", "article", "section", "paragraph"))

Reading = tuple[str, int]


@dataclass(slots=True)
class Entry:
    """One open list on the stack."""

    style: str
    kind: str
    value: int
    prefix: str
    node: Node


def find_subsections(flow: list[Line], node: Node, start: int, stop: int) -> list[Node]:
    """The enumerated parts of one section or article as children (nested), found between two flow positions."""
    stack: list[Entry] = []
    roots: list[Node] = []
    for index in range(start, stop):
        entry = _entry(flow, index, stack, node)
        if entry is not None:
            _hang(entry, stack, roots, node.depth)
    return roots


def _entry(flow: list[Line], index: int, stack: list[Entry], head: Node) -> Entry | None:
    """Read the line as an item that fits the stack; trims the stack to the item's parent."""
    line = flow[index]
    if line.is_row:
        return None
    inner = INNER.match(line.text)
    if inner is not None:
        return _inner(flow, index, stack, head, inner)
    lettered = LETTERED.match(line.text) if head.level == APPENDIX else None
    if lettered is not None and lettered["a"] == head.label:
        return _lettered(line, index, stack, lettered)
    deep, item = DEEP.match(line.text), ITEM.match(line.text)
    match = deep if deep and _belongs(deep["n"], head) and not _is_amount(deep) else item
    if match is None or (index and continues_sentence(flow[index - 1], line)):
        return None
    style, prefix, readings = _readings(match)
    fit = _sibling(stack, style, prefix, readings) or _first(stack, style, prefix, readings)
    if fit is None:
        return None
    kind, value = fit
    return Entry(style, kind, value, prefix, _node(line, index, match))


def _inner(flow: list[Line], index: int, stack: list[Entry], head: Node, match: re.Match[str]) -> Entry | None:
    """'Section 1' inside a letter, an appendix or a section that holds rules of its own: the outermost parts there.

    A count begins at 1; without one it is a reference, as it is in the middle of a sentence or before lower case.
    """
    rest, value = match["rest"].strip(), int(match["n"])
    if match["word"][0] in "Aa" and head.level != LETTER:
        return None
    if stack and head.level == LETTER and flow[index].indent > flow[stack[0].node.index].indent + QUOTED_IN:
        return None
    before = stack[0].value if stack and stack[0].style == INNERMOST else 0
    marked = bool(match["sep"].strip()) or not rest
    if head.level == ARTICLE or not marked or looks_like_sentence(rest) or heading_score(flow, index) < 0:
        return None
    if not (value == 1 or (before and before < value <= before + 2)):
        return None
    title, end, run_in = section_title(flow, index, rest, "keyword")
    label = f"{match['word'].rstrip('.').title()} {match['n']}"
    node = Node(SUBSECTION, index, end, label=label, title=title, run_in=run_in, score=1.5)
    node.label_chars = len(flow[index].text) - len(rest)
    stack.clear()
    return Entry(INNERMOST, "digit", value, "", node)


def _lettered(line: Line, index: int, stack: list[Entry], match: re.Match[str]) -> Entry:
    """'B – 1.1' in appendix B: numbered parts that carry the letter of their appendix."""
    rest, parts = match["rest"].strip(), match["n"].split(".")
    title, run_in = _title(line, rest)
    node = Node(SUBSECTION, index, index, label=f"{match['a']}-{match['n']}", title=title, run_in=run_in, score=1.5)
    node.label_chars = len(line.text) - len(rest)
    del stack[len(parts) - 1 :]
    return Entry(f"lettered{len(parts)}", "digit", int(parts[-1]), match["a"], node)


def _belongs(label: str, head: Node) -> bool:
    """'2.9.2' only under 2.9 or article 2: other numbers with dots are amounts and dates."""
    first = re.split(r"[.\-]", label)[0]
    numbered = head.key is not None and head.level == ARTICLE and str(head.key[0]) == first
    stem = head.label.removesuffix(".00")
    return numbered or label.startswith((f"{stem}.", f"{stem}-"))


def _is_amount(match: re.Match[str]) -> bool:
    return re.match(r"(%|percent|hours?|days?|years?|million)\b", match["rest"]) is not None


def _readings(match: re.Match[str]) -> tuple[str, str, list[Reading]]:
    """Style, fixed prefix, and the possible meanings: a single 'i' may be a letter or a roman one."""
    label = match["n"]
    parts = re.split(r"[.\-]", label)
    if len(parts) > 1:
        last = parts[-1]
        counted = (
            ("digit", int(last)) if last.isdigit() else ("upper" if last.isupper() else "lower", letter_value(last))
        )
        return f"deep{len(parts)}", label[: -len(last) - 1], [counted]
    style = match.groupdict().get("open", "") + match["close"]
    if label.isdigit():
        return style, "", [("digit", int(label))]
    case = "upper" if label.isupper() else "lower"
    readings = (
        [(case, letter_value(label))]
        if len(label) == 1 or (label[0] == label[-1] and label not in ("ii", "xx"))
        else []
    )
    roman = from_roman(label.upper())
    return style, "", readings + ([(f"{case} roman", roman)] if roman else [])


def _sibling(stack: list[Entry], style: str, prefix: str, readings: list[Reading]) -> Reading | None:
    for depth in range(len(stack) - 1, -1, -1):
        top = stack[depth]
        for kind, value in readings:
            if (top.style, top.kind, top.prefix) == (style, kind, prefix) and 0 < value - top.value <= (
                2 if style.startswith("deep") else 1
            ):
                del stack[depth:]
                return kind, value
    return None


def _first(stack: list[Entry], style: str, prefix: str, readings: list[Reading]) -> Reading | None:
    """The first of a new list; a list of the same kind that begins again replaces the open one."""
    for kind, value in reversed(readings):
        if value != 1:
            continue
        for depth, entry in enumerate(stack):
            if (entry.style, entry.kind) == (style, kind):
                del stack[depth:]
                return kind, value
        return (kind, value) if len(stack) < MAX_DEPTH else None
    return None


def continues_sentence(before: Line, line: Line) -> bool:
    """A wrapped line such as 'fifteen / (15) calendar days' is text, not an item."""
    if not line.block and ends_with_number_word(before.text):
        return True
    if before.bold or before.declared or line.block or line.gap > 1.35 or LISTING.search(before.text):
        return False
    return before.x1 >= 0.8 * before.right and line.x0 <= before.x0 + 30


def ends_with_number_word(text: str) -> bool:
    """'... within fifteen', '... of Section': the number that follows belongs to this sentence."""
    last = text.rsplit(None, 1)[-1].lower().strip("(),;:") if text.split() else ""
    return last.rsplit("-", 1)[-1] in WORDS or last in AWAITING


def _node(line: Line, index: int, match: re.Match[str]) -> Node:
    rest = match["rest"].strip()
    title, run_in = _title(line, rest)
    return Node(
        SUBSECTION,
        index,
        index,
        label=match["n"],
        title=title,
        run_in=run_in,
        label_chars=len(line.text) - len(rest),
        score=1.5,
    )


def _title(line: Line, rest: str) -> tuple[str, bool]:
    """Bold and short, or run in before a stop and written like a title."""
    if line.bold and 0 < len(rest) < 90 and not breaks_off(rest):
        return rest.strip(TRIM), False
    return bold_title(line, rest) or capital_title(rest), True


def _hang(entry: Entry, stack: list[Entry], roots: list[Node], depth: int) -> None:
    entry.node.depth = depth + len(stack) + 1
    (stack[-1].node.children if stack else roots).append(entry.node)
    stack.append(entry)
