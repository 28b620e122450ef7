"""The reader page as data: blocks of paragraphs with links, marks and page places, the contents beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from contracts import amended, queries
from contracts.addresses import clause_url, fragment, quoted, source_of
from contracts.models import AgreementVersion, Clause, ClauseLevel, CrossReference, Page
from contracts.reading.defined import Defined
from contracts.reading.lines import Line, Part, Span, paragraphs, parts
from contracts.reading.margin import MarginNote, notes_for
from unionops.platform.access.models import User
from unionops.platform.ai import quotes

MOST_SHEETS = 60
HEADED = (
    ClauseLevel.ARTICLE,
    ClauseLevel.SECTION,
    ClauseLevel.PREAMBLE,
    ClauseLevel.APPENDIX,
    ClauseLevel.LETTER,
    ClauseLevel.TABLE,
    ClauseLevel.OTHER,
)


@dataclass(slots=True)
class Block:
    """One clause on the page; `page_anchor` when it is the first on a new page of the paper."""

    clause: Clause
    anchor: str
    paragraphs: list[Line]
    headed: bool
    mark: str
    page_anchor: str = ""
    margin: list[MarginNote] = field(default_factory=list)

    @property
    def parts(self) -> Iterator[Part]:
        return parts(self.paragraphs)

    @property
    def citation(self) -> str:
        """The words in force with where they stand, as people paste them."""
        return quoted(self.clause.now_body, self.source)

    @property
    def source(self) -> str:
        return source_of(self.clause)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents."""

    clause: Clause
    url: str
    current: bool
    parts: tuple[Entry, ...] = ()


def page_of(user: User, version: AgreementVersion, label: str) -> Clause | None:
    """The clause whose page this is: the article, appendix or letter above the labelled clause."""
    return queries.clause_at(user, version, label)


def blocks(
    user: User, clauses: list[Clause], mark: tuple[str, Span] | None = None, terms: Sequence[Defined] = ()
) -> list[Block]:
    """Everything to print for these clauses, in reading order; `mark` is a span of the words in force."""
    references = references_of(user, amended.read(user, clauses))
    margins = notes_for(user, clauses)
    depth = min((clause.depth for clause in clauses), default=0)
    out, page = [], ""
    for clause in clauses:
        span = mark[1] if mark and mark[0] == clause.anchor else None
        out.append(
            Block(
                clause=clause,
                anchor=fragment(clause),
                paragraphs=list(paragraphs(clause, references.get(clause.pk, []), span, terms)),
                headed=clause.level in HEADED,
                mark=enumerator(clause, depth),
                page_anchor=f"p{clause.printed}" if clause.printed != page else "",
                margin=margins.get(clause.pk, []),
            )
        )
        page = clause.printed
    return out


def plain_blocks(clauses: list[Clause]) -> list[Block]:
    """The words alone, without links and margins: for readers who are not signed in. The clauses are read in force."""
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
            span = quotes.find(quote, clause.now)
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


def terms_on(shown: Iterable[Block]) -> list[Defined]:
    """The defined terms that these blocks use, in the order of the alphabet."""
    found = {s.term.number: s.term for block in shown for line in block.paragraphs for s in line if s.term}
    return sorted(found.values(), key=lambda term: term.term.casefold())


def sheets(user: User, version: AgreementVersion, shown: Sequence[Clause]) -> list[Page]:
    """The pages of the file on which these clauses stand, in order."""
    last = max(clause.page_end for clause in shown)
    found = queries.pages(user, version).filter(number__gte=shown[0].page_start, number__lte=last)
    return list(found.defer("text")[:MOST_SHEETS])
