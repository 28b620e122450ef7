"""A clause's words cut for the screen: lines of segments with links, marks, defined terms, and what letters changed."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from contracts.addresses import clause_url
from contracts.models import Clause, CrossReference
from contracts.reading.defined import Defined

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a paragraph. `sign` is "-" for words a letter took out, "+" for words it put in, else "="."""

    text: str
    url: str = ""
    marked: bool = False
    sign: str = "="
    term: Defined | None = None


Line = list[Segment]


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or the rows of a table with their cells; `head` when the first row names the columns."""

    line: Line
    rows: list[list[Line]] = field(default_factory=list)
    head: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Step:
    """A run of the text as it is shown, with where it begins there, on the paper and in the words in force."""

    sign: str
    text: str
    shown: int
    printed: int
    now: int

    @property
    def end(self) -> int:
        return self.shown + len(self.text)


def steps(clause: Clause) -> list[Step]:
    """The printed words with the superseded ones kept in their place, and the new ones behind them."""
    words = clause.changed.words if clause.changed else [["=", clause.text]]
    out: list[Step] = []
    shown = printed = now = 0
    for sign, text in words:
        out.append(Step(sign, text, shown, printed, now))
        shown += len(text)
        printed += len(text) if sign != "+" else 0
        now += len(text) if sign != "-" else 0
    return out


def placed(run: Sequence[Step], span: Span, *, on_paper: bool) -> list[Span]:
    """Where a span of the printed text (or of the words in force) is shown: in pieces when words stand between."""
    out = []
    for step in run:
        if step.sign == ("+" if on_paper else "-"):
            continue
        begins = step.printed if on_paper else step.now
        start, end = max(span[0], begins), min(span[1], begins + len(step.text))
        if start < end:
            out.append((step.shown + start - begins, step.shown + end - begins))
    return out


def paragraphs(
    clause: Clause, references: Iterable[CrossReference], mark: Span | None, terms: Iterable[Defined] = ()
) -> Iterator[Line]:
    """The body line by line, cut where something begins or ends; `mark` is a span of the words in force."""
    run = steps(clause)
    links = [
        (*span, clause_url(r.target))
        for r in references
        if r.target is not None
        for span in placed(run, (r.start, r.end), on_paper=True)
    ]
    marks = placed(run, mark, on_paper=False) if mark else []
    text = "".join(step.text for step in run)
    cuts = _Cuts(run, links, marks, list(_terms(clause, text, run, links, terms)))
    at = _body_start(clause, run)
    for line in text[at:].split("\n"):
        if line.strip():
            yield list(cuts.segments(line, at))
        at += len(line) + 1


def _body_start(clause: Clause, run: Sequence[Step]) -> int:
    """Behind the heading, whose words letters may have changed as well."""
    heading = placed(run, (0, clause.now_start), on_paper=False)
    return heading[-1][1] if heading else 0


def _terms(
    clause: Clause, text: str, run: Sequence[Step], links: list[tuple[int, int, str]], terms: Iterable[Defined]
) -> Iterator[tuple[int, int, Defined]]:
    """The first place of each defined term, outside links, superseded words and its own definition."""
    closed = [(a, b) for a, b, _url in links] + [(s.shown, s.end) for s in run if s.sign == "-"]
    for term in terms:
        if term.clause_id == clause.pk:
            continue
        for match in term.pattern.finditer(text):
            span = match.span()
            if all(span[1] <= a or b <= span[0] for a, b in closed):
                closed.append(span)
                yield *span, term
                break


@dataclass(frozen=True, slots=True)
class _Cuts:
    run: Sequence[Step]
    links: list[tuple[int, int, str]]
    marks: list[Span]
    terms: list[tuple[int, int, Defined]]

    def segments(self, line: str, at: int) -> Iterator[Segment]:
        end = at + len(line)
        spans = [*((s.shown, s.end) for s in self.run), *self.marks]
        spans += [(a, b) for a, b, _what in (*self.links, *self.terms)]
        edges = {at, end, *(max(at, min(end, place)) for span in spans for place in span)}
        for a, b in itertools.pairwise(sorted(edges)):
            yield Segment(
                line[a - at : b - at],
                next((url for start, stop, url in self.links if start <= a < stop), ""),
                any(start <= a < stop for start, stop in self.marks),
                next((step.sign for step in self.run if step.shown <= a < step.end), "="),
                next((term for start, stop, term in self.terms if start <= a < stop), None),
            )


def parts(lines: Sequence[Line]) -> Iterator[Part]:
    """The paragraphs with rows that follow each other as tables: a view of the text, which stays as it is."""
    for rows, found in itertools.groupby(lines, _is_row):
        group = list(found)
        if rows and len(group) > 1:
            yield _table(group)
        else:
            yield from (Part(line) for line in group)


def _is_row(line: Line) -> bool:
    return any("\t" in segment.text for segment in line)


def _table(lines: list[Line]) -> Part:
    """Rows of one width; a first row of words over numbers names the columns."""
    rows = [_cells(line) for line in lines]
    width = max(map(len, rows))
    rows = [row + [[] for _ in range(width - len(row))] for row in rows]
    begun = [[_first(cell) for cell in row] for row in rows]
    named = all(sign.isalpha() for sign in begun[0])
    named = named and any(sign.isdigit() or sign == "$" for row in begun[1:] for sign in row)
    return Part([], rows[1:], rows[0]) if named else Part([], rows)


def _first(cell: Line) -> str:
    return "".join(segment.text for segment in cell).lstrip()[:1]


def _cells(line: Line) -> list[Line]:
    """A row cut at its tabs, which segments may hold inside."""
    cells: list[Line] = [[]]
    for segment in line:
        for n, text in enumerate(segment.text.split("\t")):
            if n:
                cells.append([])
            if text:
                cells[-1].append(replace(segment, text=text))
    return cells
