"""The reader page as data: blocks of paragraphs with links, marks and page places, the contents beside them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from contracts import queries
from contracts.addresses import clause_url, fragment
from contracts.margin import MarginNote, notes_for
from contracts.models import AgreementVersion, Clause, ClauseLevel, CrossReference
from unionops.platform.access.models import User
from unionops.platform.ai import quotes

HEADED = (
    ClauseLevel.ARTICLE,
    ClauseLevel.SECTION,
    ClauseLevel.PREAMBLE,
    ClauseLevel.APPENDIX,
    ClauseLevel.LETTER,
    ClauseLevel.TABLE,
    ClauseLevel.OTHER,
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a paragraph: plain words, a link to another clause, or marked words."""

    text: str
    url: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or the rows of a table with their cells; `head` when the first row names the columns."""

    line: list[Segment]
    rows: list[list[list[Segment]]] = field(default_factory=list)
    head: list[list[Segment]] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """One clause on the page; `page_anchor` when it is the first on a new page of the paper."""

    clause: Clause
    anchor: str
    paragraphs: list[list[Segment]]
    headed: bool
    mark: str
    page_anchor: str = ""
    margin: list[MarginNote] = field(default_factory=list)

    @property
    def parts(self) -> Iterator[Part]:
        """The paragraphs with rows that follow each other as tables: a view of the text, which stays as it is."""
        for rows, lines in itertools.groupby(self.paragraphs, _is_row):
            group = list(lines)
            if rows and len(group) > 1:
                yield _table(group)
            else:
                yield from (Part(line) for line in group)

    @property
    def citation(self) -> str:
        """The words with where they stand, as people paste them."""
        return f"“{' '.join(self.clause.body.split())}” ({self.source})"

    @property
    def source(self) -> str:
        return f"{self.clause.version}, {self.clause.label}, p. {self.clause.printed}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents."""

    clause: Clause
    url: str
    current: bool
    parts: tuple[Entry, ...] = ()


Span = tuple[int, int]


def page_of(user: User, version: AgreementVersion, label: str) -> Clause | None:
    """The clause whose page this is: the article, appendix or letter above the labelled clause."""
    return queries.clause_at(user, version, label)


def blocks(user: User, clauses: list[Clause], mark: tuple[str, Span] | None = None) -> list[Block]:
    """Everything to print for these clauses, in reading order."""
    references = references_of(user, clauses)
    margins = notes_for(user, clauses)
    depth = min((clause.depth for clause in clauses), default=0)
    out, page = [], ""
    for clause in clauses:
        span = mark[1] if mark and mark[0] == clause.anchor else None
        out.append(
            Block(
                clause=clause,
                anchor=fragment(clause),
                paragraphs=list(paragraphs(clause, references.get(clause.pk, []), span)),
                headed=clause.level in HEADED,
                mark=enumerator(clause, depth),
                page_anchor=f"p{clause.printed}" if clause.printed != page else "",
                margin=margins.get(clause.pk, []),
            )
        )
        page = clause.printed
    return out


def plain_blocks(clauses: list[Clause]) -> list[Block]:
    """The words alone, without links and margins: for readers who are not signed in."""
    depth = min((clause.depth for clause in clauses), default=0)
    return [
        Block(
            clause,
            fragment(clause),
            list(paragraphs(clause, [], None)),
            clause.level in HEADED,
            enumerator(clause, depth),
        )
        for clause in clauses
    ]


def marked_blocks(user: User, clauses: list[Clause], quotations: Iterable[str]) -> list[Block]:
    """The clauses with the first of the quotations highlighted where it stands; without margins."""
    for quote in quotations:
        for clause in clauses:
            span = quotes.find(quote, clause.text)
            if span is not None:
                return _bare(blocks(user, clauses, (clause.anchor, (span.start, span.end))))
    return _bare(blocks(user, clauses))


def _bare(shown: list[Block]) -> list[Block]:
    for block in shown:
        block.margin = []
    return shown


def enumerator(clause: Clause, depth: int) -> str:
    """'(c)', or '(c)(1)' for parts of parts: what stands in the left margin of the text."""
    if clause.level != ClauseLevel.SUBSECTION:
        return ""
    inner = clause.label[clause.label.find("(") :] if "(" in clause.label else clause.number
    return inner if len(inner) <= 8 else f"({clause.number})"


def references_of(user: User, clauses: list[Clause]) -> dict[int, list[CrossReference]]:
    out: dict[int, list[CrossReference]] = {}
    for reference in queries.references(user, clauses):
        out.setdefault(reference.clause_id, []).append(reference)
    return out


def paragraphs(clause: Clause, references: Iterable[CrossReference], mark: Span | None) -> Iterator[list[Segment]]:
    """The body line by line, cut where a link or a mark begins or ends."""
    links = [(r.start, r.end, clause_url(r.target)) for r in references if r.target is not None]
    at = clause.body_start
    for line in clause.text[clause.body_start :].split("\n"):
        if line.strip():
            yield list(_cut(line, at, links, mark))
        at += len(line) + 1


def _cut(line: str, at: int, links: list[tuple[int, int, str]], mark: Span | None) -> Iterator[Segment]:
    end = at + len(line)
    edges = {at, end}
    spans = [*[(a, b) for a, b, _ in links], *([mark] if mark else [])]
    for a, b in spans:
        edges |= {max(at, min(end, a)), max(at, min(end, b))}
    ordered = sorted(edges)
    for a, b in itertools.pairwise(ordered):
        url = next((address for start, stop, address in links if start <= a < stop), "")
        yield Segment(line[a - at : b - at], url, bool(mark and mark[0] <= a < mark[1]))


def _is_row(line: list[Segment]) -> bool:
    return any("\t" in segment.text for segment in line)


def _table(lines: list[list[Segment]]) -> Part:
    """Rows of one width; a first row of words over numbers names the columns."""
    rows = [_cells(line) for line in lines]
    width = max(map(len, rows))
    rows = [row + [[] for _ in range(width - len(row))] for row in rows]
    begun = [[_first(cell) for cell in row] for row in rows]
    named = all(sign.isalpha() for sign in begun[0])
    named = named and any(sign.isdigit() or sign == "$" for row in begun[1:] for sign in row)
    return Part([], rows[1:], rows[0]) if named else Part([], rows)


def _first(cell: list[Segment]) -> str:
    return "".join(segment.text for segment in cell).lstrip()[:1]


def _cells(line: list[Segment]) -> list[list[Segment]]:
    """A row cut at its tabs, which segments may hold inside."""
    cells: list[list[Segment]] = [[]]
    for segment in line:
        for n, text in enumerate(segment.text.split("\t")):
            if n:
                cells.append([])
            if text:
                cells[-1].append(replace(segment, text=text))
    return cells


def contents(user: User, version: AgreementVersion, shown: Clause | None) -> list[Entry]:
    """Articles, appendices and letters; the one on the page with its sections."""
    rows = list(queries.contents(user, version))
    own = {clause.pk: clause for clause in rows}
    out = []
    for clause in rows:
        if clause.level == ClauseLevel.SECTION:
            continue
        clause.version = version
        current = shown is not None and clause.pk == shown.pk
        parts = tuple(_parts(rows, clause, own)) if current else ()
        out.append(Entry(clause, clause_url(clause), current, parts))
    return out


def _parts(rows: list[Clause], head: Clause, own: dict[int, Clause]) -> Iterator[Entry]:
    for clause in rows:
        if clause.level == ClauseLevel.SECTION and clause.parent_id == head.pk:
            clause.parent, clause.version = own[head.pk], head.version
            yield Entry(clause, clause_url(clause), False)


def neighbours(entries: list[Entry]) -> tuple[Entry | None, Entry | None]:
    """The pages before and after the current one."""
    at = next((n for n, entry in enumerate(entries) if entry.current), None)
    if at is None:
        return None, None
    return (entries[at - 1] if at else None), (entries[at + 1] if at + 1 < len(entries) else None)


def parse_mark(text: str) -> tuple[str, Span] | None:
    """'18.4-c:120-190' from an address: the clause's anchor and the span of its text."""
    anchor, _, span = text.rpartition(":")
    start, _, end = span.partition("-")
    if not (anchor and start.isdigit() and end.isdigit()):
        return None
    return anchor, (int(start), int(end))
