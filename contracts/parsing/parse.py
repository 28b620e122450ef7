"""The door of the parser: bytes and a file name in, a tree of clauses out."""

from __future__ import annotations

import importlib
import itertools
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from contracts.parsing.assemble import Assembler, Clause, SetAside, page_clauses, set_aside
from contracts.parsing.headings.articles import find_articles, find_divisions, find_front
from contracts.parsing.headings.attachments import find_attachments
from contracts.parsing.headings.letters import LETTER_HEAD
from contracts.parsing.headings.looks import declare_by_look
from contracts.parsing.headings.overhead import take_headings_above
from contracts.parsing.headings.ranks import split_levels
from contracts.parsing.lines import Line, Page, Source, Unreadable, visible
from contracts.parsing.nodes import APPENDIX, ARTICLE, LETTER, OTHER, PREAMBLE, Node
from contracts.parsing.pages.aligned import mark_tables
from contracts.parsing.pages.contents import listed, mark_contents
from contracts.parsing.pages.furniture import mark_echoes, mark_running
from contracts.parsing.pages.letterspacing import close_up
from contracts.parsing.pages.numbered import mark_line_numbers
from contracts.parsing.pages.shared import part_shared
from contracts.parsing.sections.enumerators import find_subsections
from contracts.parsing.sections.find import find_sections
from contracts.parsing.sections.tables import add_tables
from contracts.parsing.tongues import language_of, name_given
from contracts.parsing.typography import body_flow, heading_score
from unionops.platform.core import lazy_re as re

READERS = {
    "pdf": "contracts.parsing.files.pdf:read_pdf",
    "docx": "contracts.parsing.files.word:read_docx",
    "html": "contracts.parsing.files.web:read_html",
    "markdown": "contracts.parsing.files.plain:read_markdown",
    "text": "contracts.parsing.files.plain:read_plain",
}
# A book of 3,000 full pages has about 150,000 lines and 9 MB of text.
MOST_BYTES, MOST_LINES, MOST_PAGES = 16_000_000, 200_000, 3_000
# A letter says what it is in its first lines, and quotes few articles.
LETTER_TOP, QUOTED = 5, 3
SAMPLE = 400  # lines that tell the language
MOST_IN_LETTER, LETTER_LINES = 5, 12
HTML_START = re.compile(rb"^\s*(<!doctype html|<html|<head|<body|<h1|<p\b|<div)", re.I)


@dataclass(slots=True)
class Parsed:
    """The finished tree; `coverage` is characters in clauses plus set-aside over extracted ones, 0 to 1."""

    kind: str
    pages: list[Page]
    clauses: list[Clause]
    set_aside: list[SetAside]
    coverage: float
    warnings: list[str] = field(default_factory=list)
    changes: list[dict[str, str]] = field(default_factory=list)
    language: str = "en"


def sniff(data: bytes, name: str) -> str:
    """Its kind by content first, by name where the content does not tell; doc and rtf are told but not read."""
    suffix = name.lower().rsplit(".", 1)[-1] if "." in name else ""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] == b"PK\x03\x04":
        return "docx"
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "doc"
    if data[:5] == b"{\\rtf":
        return "rtf"
    if suffix in ("htm", "html", "xhtml") or HTML_START.match(data[:2048]):
        return "html"
    return "markdown" if suffix in ("md", "markdown") else "text"


def load(data: bytes, name: str) -> Source:
    """Read a file of any known kind into pages."""
    kind = sniff(data, name)
    if not data.strip():
        raise Unreadable("The file is empty. Choose the file again, or save it anew and upload that.")
    if kind == "doc":
        raise Unreadable("This is an old Word file (.doc). Open it, save it as .docx or PDF, and upload that.")
    if kind == "rtf":
        raise Unreadable("This is a rich text file (.rtf). Open it, save it as .docx or PDF, and upload that.")
    if kind == "text" and b"\x00" in data[:4096] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable("This file is neither PDF, Word, HTML nor text. Upload the agreement as PDF or DOCX.")
    if kind not in ("pdf", "docx") and len(data) > MOST_BYTES:
        raise _too_long(f"{len(data) // 1_000_000} MB of text; {MOST_BYTES // 1_000_000} MB is the limit")
    source = _reader(kind)(data)
    lines = sum(len(page.lines) for page in source.pages)
    if lines > MOST_LINES:
        raise _too_long(f"{lines:,} lines; {MOST_LINES:,} is the limit")
    if len(source.pages) > MOST_PAGES:
        raise _too_long(f"{len(source.pages):,} pages; {MOST_PAGES:,} is the limit")
    return source


def _too_long(what: str) -> Unreadable:
    return Unreadable(f"This file holds {what}, more than any agreement. Split it and upload the parts.")


def _reader(kind: str) -> Callable[[bytes], Source]:
    """Loaded only when its kind of file comes: the child process that reads starts sooner."""
    module, _, name = READERS[kind].partition(":")
    found: Callable[[bytes], Source] = getattr(importlib.import_module(module), name)
    return found


def read(data: bytes, name: str) -> Parsed:
    """Read and cut an agreement; raises Unreadable with what to do, never fails for lack of structure."""
    return cut(load(data, name))


def cut(source: Source) -> Parsed:
    """Find the structure of pages that are already read."""
    pages = source.pages
    close_up(pages)
    mark_line_numbers(pages)
    part_shared(pages)
    mark_tables(pages)
    mark_running(pages)
    mark_contents(pages)
    mark_echoes(pages)
    flow = body_flow(pages)
    roots = tree(flow, listed(pages)) or page_clauses(pages)
    language = language_of(line.text for line in flow[:: 1 + len(flow) // SAMPLE])
    name_given(roots, language)
    assembler = Assembler(flow, pages)
    clauses = assembler.clauses(roots) if flow else []
    aside = set_aside(pages, assembler.taken_out)
    warnings = source.warnings + complaints(clauses)
    return Parsed(
        source.kind, pages, clauses, aside, coverage(pages, clauses, aside), warnings, source.changes, language
    )


def tree(flow: list[Line], contents: list[str]) -> list[Node]:
    """All nodes as a tree in reading order; empty when the document shows no headings; `contents` are its entries."""
    articles = find_articles(flow) or _by_look(flow)
    if articles and articles[0].family == "declared" and split_levels(flow, articles, contents):
        articles = find_articles(flow)
    if not articles or _only_quoted(flow, articles):
        return _loose(flow)
    articles = _without_letters(flow, articles)
    groups = take_headings_above(flow, articles)
    tops = find_front(flow, articles) + articles
    divisions = find_divisions(flow, articles)
    divisions += [node for node in groups if all(node.index != other.index for other in divisions)]
    tops = _merged(tops, divisions + find_attachments(flow, tops + divisions))
    find_sections(flow, tops)
    _add_subsections(flow, tops)
    add_tables(flow, tops)
    return _nested(_with_cover(tops))


def _by_look(flow: list[Line]) -> list[Node]:
    """Headings told by their look alone, unless the text is a bundle of side letters from its beginning."""
    attached = find_attachments(flow, [])
    bundle = len(attached) >= 2 and attached[0].index < 0.2 * len(flow)
    return find_articles(flow) if not bundle and declare_by_look(flow) else []


def _only_quoted(flow: list[Line], articles: list[Node]) -> bool:
    """A letter that quotes an article or two of the agreement it changes has no articles of its own."""
    first = articles[0]
    few = len(articles) <= QUOTED and first.key is not None and first.key[0] > 1
    return few and _is_letter(find_attachments(flow[: first.index], []))


def _without_letters(flow: list[Line], articles: list[Node]) -> list[Node]:
    """A few articles that begin anew right below the heading of a side letter are the letter's own points."""
    kept: list[Node] = []
    for _division, found in itertools.groupby(articles, key=lambda node: node.division):
        group = list(found)
        short = kept and len(group) <= MOST_IN_LETTER
        above = range(max(kept[-1].head_end + 1, group[0].index - LETTER_LINES), group[0].index) if short else ()
        if not any(LETTER_HEAD.match(flow[i].text) and heading_score(flow, i) > 0 for i in above):
            kept += group
    return kept


def _is_letter(attached: list[Node]) -> bool:
    return bool(attached) and attached[0].level == LETTER and attached[0].index <= LETTER_TOP


def _loose(flow: list[Line]) -> list[Node]:
    """No numbered headings: attachments alone may still cut the text (a side letter, or a bundle of them)."""
    attachments = find_attachments(flow, [])
    if len(attachments) < 2 and not _is_letter(attachments):
        return []
    _add_subsections(flow, attachments)
    add_tables(flow, attachments)
    return _with_cover(attachments)


def _merged(tops: list[Node], others: list[Node]) -> list[Node]:
    """One list in reading order; a division comes before the article that starts on the same line."""
    return sorted(tops + others, key=lambda node: (node.index, not node.is_division))


def _add_subsections(flow: list[Line], tops: list[Node]) -> None:
    stops = [node.index for node in tops[1:]] + [len(flow)]
    for node, stop in zip(tops, stops, strict=True):
        heads = [node, *node.children]
        ends = [child.index for child in node.children] + [stop]
        found = [find_subsections(flow, head, head.head_end + 1, end) for head, end in zip(heads, ends, strict=True)]
        for head, children in zip(heads[1:], found[1:], strict=True):
            head.children = children
        node.children = found[0] + node.children


def _with_cover(tops: list[Node]) -> list[Node]:
    if tops and tops[0].index > 0:
        return [Node(OTHER, 0, -1, title="Front pages", given=True), *tops]
    return tops


def _nested(tops: list[Node]) -> list[Node]:
    """Articles hang under the division above them; appendices and letters stand beside it."""
    roots: list[Node] = []
    division: Node | None = None
    for node in tops:
        if node.is_division:
            division = node
            roots.append(node)
        elif division is not None and node.level in (ARTICLE, PREAMBLE):
            division.children.append(node)
        else:
            division = None if node.level in (APPENDIX,) else division
            roots.append(node)
    return roots


def coverage(pages: list[Page], clauses: list[Clause], aside: list[SetAside]) -> float:
    extracted = sum(visible(page.text) for page in pages)
    if not extracted:
        return 0.0
    held = sum(visible(clause.text) for clause in clauses) + sum(entry.chars for entry in aside)
    return round(min(held, 2 * extracted - held) / extracted, 6)


def complaints(clauses: list[Clause]) -> list[str]:
    """What a person should look at, in sentences."""
    out = [
        f"Article {c.number} on page {c.page} was found although its label is misprinted. Please check it."
        for c in clauses
        if c.repaired and c.level == ARTICLE
    ]
    if not any(c.level in (ARTICLE, LETTER) for c in clauses):
        out.append("No article headings were found, so the text is cut by page. Use the review page to set headings.")
    return out


def as_data(parsed: Parsed) -> dict[str, Any]:
    """Plain data, so that a child process can hand it over."""
    return {
        "kind": parsed.kind,
        "pages": [
            {
                "number": p.index + 1,
                "label": p.label,
                "text": p.text,
                "scanned": p.scanned,
                "width": p.width,
                "height": p.height,
            }
            for p in parsed.pages
        ],
        "clauses": [asdict(clause) for clause in parsed.clauses],
        "set_aside": [asdict(entry) for entry in parsed.set_aside],
        "coverage": parsed.coverage,
        "warnings": parsed.warnings,
        "changes": parsed.changes,
    }
