"""Draw the papers of a case as PDF: forms and letters in one piece, packets part by part."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from grievances.forums import sector_of
from grievances.models import CaseDocument, Grievance, InformationRequest, Paper
from grievances.queries import packets
from grievances.queries.clauses import cited
from grievances.services import papers
from unionops.platform.access.models import Local, User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Progress, silent
from unionops.platform.files import child, pdf
from unionops.platform.files.services import PICTURES, read_upload
from unionops.platform.jobs.handle import JobHandle, finishing
from unionops.platform.sheets.decoding import decode

PRINT = "grievances/papers/"


def draw_request(*, by: User, request: InformationRequest) -> CaseDocument:
    context = {"request_row": request, "items": list(request.items.all()), **_letterhead()}
    context |= {"sector": sector_of(request.matter)}
    data = pdf.render(f"{PRINT}request.html", context)
    title = _("Information request to %s") % request.addressed_to
    return papers.keep_paper(
        by=by, matter=request.matter, data=data, title=title[:200], name="information-request.pdf", paper=Paper.REQUEST
    )


def _letterhead() -> dict[str, Any]:
    return {"local": Local.current(), "today": today()}


def _context(user: User, case: Grievance) -> dict[str, Any]:
    matter = case.matter
    return _letterhead() | {
        "case": case,
        "matter": matter,
        "grievants": packets.grievants(case),
        "citations": cited(user, matter),
        "remedies": packets.remedy_words(case),
    }


def case_packet(*, by: User, case: Grievance, progress: Progress = silent) -> bytes:
    """Index, timeline, statement, clauses in force, dates with their counts, numbered exhibits, the log: one PDF."""
    context = _context(by, case) | packets.packet(by, case)
    sections = {
        "timeline": _("Timeline"),
        "case": _("Statement, provisions, remedy"),
        "dates": _("Dates and how they were counted"),
        "log": _("Log"),
    }
    return _packet(by, case, sections, context, "printed a case packet", progress)


def dfr_packet(*, by: User, case: Grievance, progress: Progress = silent) -> bytes:
    """What the local did, when, on what facts and why: the record for the duty of fair representation."""
    context = _context(by, case) | packets.packet(by, case)
    context |= {"dfr": True, "comparable": packets.comparable(by, case)}
    sections = {
        "decisions": _("Decisions and notices"),
        "timeline": _("Timeline"),
        "case": _("Statement, provisions, remedy"),
        "dates": _("Dates and how they were counted"),
        "log": _("Log"),
    }
    return _packet(by, case, sections, context, "printed a DFR packet", progress)


@dataclass
class _Book:
    """Pages drawn so far, and on which page each part of the index begins."""

    parts: list[bytes] = field(default_factory=list)
    starts: list[tuple[str, int]] = field(default_factory=list)
    first: int = 1

    def begin(self, title: str) -> None:
        if not self.starts or self.starts[-1][0] != title:
            self.starts.append((title, self.first))

    def add(self, data: bytes, pages: int) -> None:
        self.parts.append(data)
        self.first += pages


def _packet(
    by: User, case: Grievance, sections: dict[str, str], context: dict[str, Any], action: str, progress: Progress
) -> bytes:
    """Every part drawn by itself with its pages counted on; the index comes last, when their pages are known."""
    contexts = [*_pieces(sections, context), *_exhibit_sheets(context)]
    book = _Book()
    for number, (template, title, values) in enumerate(contexts):
        progress(number, len(contexts) + 1)
        book.begin(title)
        pages = _pages_of(values.get("exhibit"))
        told = {"first_page": book.first, "unbound": pages is None}
        made = pdf.render(f"{PRINT}{template}.html", values | _typed(values) | told)
        book.add(made, pdf.places(made)[1])
        for data, many in pages or ():
            book.add(data, many)
    progress(len(contexts), len(contexts) + 1)
    listed = [(title, page) for title, page in book.starts if title in sections.values()]
    numbered = list(zip(context["exhibits"], (page for _title, page in book.starts[len(listed) :]), strict=True))
    index = pdf.render(f"{PRINT}packet_index.html", context | {"sections": listed, "numbered": numbered})
    record(by, action, case, count=len(context["exhibits"]))
    name = (_("DFR packet %s") if context.get("dfr") else _("Case packet %s")) % case.number
    return pdf.bind([index], book.parts, outline=book.starts, title=name)


ROWS_A_PART = 400
LONG = {"timeline": "happened", "log": "events"}


Piece = tuple[str, str, dict[str, Any]]


def _pieces(sections: dict[str, str], context: dict[str, Any]) -> list[Piece]:
    """Template, title and values. Long lists are drawn in several parts, so that no part grows without end."""
    made: list[Piece] = []
    for section, title in sections.items():
        name = LONG.get(section, "")
        rows = context.get(name, [])
        starts = range(0, max(1, len(rows)), ROWS_A_PART)
        made += [(f"packet_{section}", title, context | {name: rows[at : at + ROWS_A_PART]}) for at in starts]
    return made


def _exhibit_sheets(context: dict[str, Any]) -> list[Piece]:
    return [
        ("packet_exhibit", _("Exhibit %(n)s: %(title)s") % {"n": one.number, "title": one.document.title},
         context | {"exhibit": one})
        for one in context["exhibits"]
    ]  # fmt: skip


TYPED = frozenset({"txt", "md", "csv", "tsv"})
TYPED_AT_MOST = 60_000


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    """The words of an exhibit that is plain text, as far as about twenty pages hold."""
    exhibit = values.get("exhibit")
    if exhibit is None or exhibit.document.upload.extension not in TYPED:
        return {}
    text, _encoding = decode(read_upload(exhibit.document.upload))
    return {"typed": text[:TYPED_AT_MOST], "cut": len(text) > TYPED_AT_MOST}


Pages = list[tuple[bytes, int]]
DRAWN_AT_MOST = 40


def _pages_of(exhibit: Any) -> Pages | None:
    """The pages of an exhibit that is a PDF, or its picture; of another file the sheet holds name and hash. None when
    they cannot be bound: a damaged file takes no packet with it, its sheet says so.
    """
    upload = exhibit.document.upload if exhibit is not None else None
    if upload is None or upload.extension not in (*PICTURES, "pdf"):
        return []
    data = read_upload(upload)
    try:
        if upload.extension in PICTURES:
            return [(_on_paper(data), 1)]
        many = pdf.pages_to_bind(data)
        return [(data, many)] if many else _drawn_pages(data, upload.pages or 0)
    except Problem:
        return None


def _drawn_pages(data: bytes, pages: int) -> Pages | None:
    """A PDF that cannot be bound as it is, as pictures of its pages."""
    if not 0 < pages <= DRAWN_AT_MOST:
        return None
    return [
        (_on_paper(bytes(child.run("unionops.platform.files.pages:render", data, options={"page": number}))), 1)
        for number in range(1, pages + 1)
    ]


def _on_paper(picture: bytes) -> bytes:
    return bytes(child.run("unionops.platform.files.pages:on_paper", picture))


def kept_packet(*, by: User, case: Grievance, kind: str, task: JobHandle | None = None) -> CaseDocument:
    """Draw a packet and keep it in the case."""
    make = dfr_packet if kind == "dfr" else case_packet
    data = make(by=by, case=case, progress=task.progress if task else silent)
    title = (_("DFR packet %s") if kind == "dfr" else _("Case packet %s")) % case.number
    name = f"{case.number}-{kind}.pdf"
    sealed = packets.holds_sealed(by, case)
    with finishing(task):
        return papers.keep_paper(by=by, matter=case.matter, data=data, title=title, name=name, paper="", sealed=sealed)


def handover_book(*, by: User) -> bytes:
    """For new officers: open clocks, promises, requests without answer, contacts owed."""
    data = pdf.render(f"{PRINT}handover.html", _letterhead() | packets.handover(by, today()))
    record(by, "printed the handover book")
    return data
