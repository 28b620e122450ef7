"""Turns the plain source of an invented agreement into pages, as PDF or as text."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from unionops.platform.core import lazy_re as re

FOLDER = Path(__file__).parent / "agreements"
STYLE = Path(__file__).parent / "agreements" / "pages.css"
SMALL_WORDS = {"a", "an", "and", "for", "in", "of", "on", "or", "that", "the", "to", "with"}
ITEM = re.compile(r"(?:[A-Z]|\d{1,2}|\([a-z]\))\.? ")


@dataclass(frozen=True)
class Block:
    """One piece of a page: kind is heading, text, item, entry, sub or row."""

    kind: str
    text: str
    depth: int = 0


@dataclass(frozen=True)
class Paper:
    facts: dict[str, str]
    blocks: list[Block]

    @property
    def headings(self) -> list[str]:
        return [block.text for block in self.blocks if block.kind == "heading"]


def load(name: str) -> Paper:
    """Reads one of our own agreements by its file name without the ending."""
    return parse((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def parse(source: str) -> Paper:
    facts: dict[str, str] = {}
    blocks: list[Block] = []
    for line in source.splitlines():
        if line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            facts[key] = value
        elif line.strip():
            blocks.append(_block(line))
    return Paper(facts, blocks)


def _block(line: str) -> Block:
    marks = {"# ": "heading", "-- ": "sub", "! ": "entry", "| ": "row"}
    for mark, kind in marks.items():
        if line.startswith(mark):
            return Block(kind, line[len(mark) :].strip())
    text = line.strip()
    depth = (len(line) - len(line.lstrip())) // 2
    kind = "item" if depth or ITEM.match(text) else "text"
    return Block(kind, text, depth)


def section_title(text: str) -> tuple[str, str, str]:
    """Splits "Section 4. Rest Between Shifts. An employee ..." into label, title and rest."""
    found = re.match(r"(Sections? \S+?\.) (.*)", text)
    if not found:
        return "", "", text
    label, rest = found.groups()
    title, stop, body = rest.partition(".")
    if stop and len(title) < 60 and _is_title(title):
        return label, f"{title}.", body.strip()
    return label, "", rest


def _is_title(words: str) -> bool:
    counted = [word for word in words.split() if word.lower() not in SMALL_WORDS]
    return bool(counted) and all(word[0].isupper() or word[0].isdigit() for word in counted)


def plain(paper: Paper) -> str:
    """The same agreement as running text, one paragraph per line."""
    lines = [paper.facts["title"].upper(), paper.facts["between"], paper.facts["and"], ""]
    for block in paper.blocks:
        text = block.text.replace("**", "")
        if block.kind == "row":
            text = "   ".join(_cells(block))
        lines += [f"{'  ' * block.depth}{text}", ""]
    return "\n".join(lines)


def page_source(paper: Paper) -> str:
    """The whole agreement as one HTML page with a cover, a contents list and the body."""
    body = "".join(_body(paper))
    return (
        f'<html lang="en"><head><title>{escape(paper.facts["title"])}</title></head><body>'
        f"{_cover(paper)}{_contents(paper)}<main>{body}</main></body></html>"
    )


def _cover(paper: Paper) -> str:
    facts = {key: escape(value) for key, value in paper.facts.items()}
    return (
        f'<div class="cover"><p class="name">{facts["title"]}</p><p>between</p>'
        f"<p>{facts['between']}</p><p>and</p><p>{facts['and']}</p>"
        f'<p class="term">{facts["term"]}</p>'
        '<p class="small">All names in this agreement are invented.</p></div>'
        f'<div class="running">{facts["foot"]}</div>'
    )


def _contents(paper: Paper) -> str:
    rows = "".join(f'<li><a href="#h{place}">{escape(text)}</a></li>' for place, text in enumerate(paper.headings))
    return f'<div class="contents"><p class="name">TABLE OF CONTENTS</p><ol>{rows}</ol></div>'


def _body(paper: Paper) -> Iterator[str]:
    place, rows = 0, list[Block]()
    for block in [*paper.blocks, Block("end", "")]:
        if block.kind == "row":
            rows.append(block)
            continue
        if rows:
            yield _table(rows)
            rows = []
        if block.kind == "heading":
            yield f'<h1 id="h{place}">{escape(block.text)}</h1>'
            place += 1
        elif block.kind != "end":
            yield _paragraph(block)


def _paragraph(block: Block) -> str:
    label, title, rest = section_title(block.text)
    head = f"<b>{escape(f'{label} {title}'.strip())}</b> " if label else ""
    return f'<p class="{block.kind} in{block.depth}">{head}{_bold(rest)}</p>'


def _bold(text: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))


def _cells(row: Block) -> list[str]:
    return [cell.strip() for cell in row.text.strip("| ").split("|")]


def _table(rows: list[Block]) -> str:
    lines = ["".join(f"<td>{escape(cell)}</td>" for cell in _cells(row)) for row in rows]
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def pdf(paper: Paper) -> bytes:
    """The agreement as a PDF of about thirty pages; the same source gives the same pages."""
    from weasyprint import CSS, HTML

    logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)
    page = HTML(string=page_source(paper))
    made = page.write_pdf(stylesheets=[CSS(filename=str(STYLE))], pdf_identifier=b"unionops-demo")
    return bytes(made)
