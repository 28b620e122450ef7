"""Draw the papers of a case as PDF: forms and letters in one piece, packets part by part."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from grievances.forums import sector_of
from grievances.models import CaseDocument, Grievance, InformationRequest, Paper
from grievances.queries import packets
from grievances.services import papers
from unionops.platform.access.models import Local, User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.progress import Progress, silent
from unionops.platform.files import pdf
from unionops.platform.files.services import read_upload

PRINT = "grievances/print/"


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
        "grievants": list(matter.parties.filter(role="grievant").select_related("person")),
        "citations": list(matter.citations.select_related("clause", "clause__version", "clause__version__agreement")),
        "remedies": packets.remedy_words(case),
    }


def case_packet(*, by: User, case: Grievance, progress: Progress = silent) -> bytes:
    """Index, timeline, statement, clauses in force, dates with their counts, numbered exhibits, the log: one PDF."""
    context = _context(by, case) | packets.packet(by, case)
    sections = ("index", "timeline", "case", "dates", "log")
    return _packet(by, case, sections, context, "printed a case packet", progress)


def dfr_packet(*, by: User, case: Grievance, progress: Progress = silent) -> bytes:
    """What the local did, when and why: the record for the duty of fair representation."""
    context = _context(by, case) | packets.packet(by, case)
    context |= {"dfr": True, "comparable": packets.comparable(by, case)}
    sections = ("index", "decisions", "timeline", "log")
    return _packet(by, case, sections, context, "printed a DFR packet", progress)


def _packet(
    by: User, case: Grievance, sections: tuple[str, ...], context: dict[str, Any], action: str, progress: Progress
) -> bytes:
    contexts = [*_pieces(sections, context), *_exhibit_sheets(context)]
    parts: list[bytes] = []
    for number, (template, values) in enumerate(contexts):
        progress(number, len(contexts))
        parts.append(pdf.render(f"{PRINT}{template}.html", values))
        parts += _file_of(values)
    progress(len(contexts), len(contexts))
    record(by, action, case, count=len(context["exhibits"]))
    return pdf.join(parts)


ROWS_A_PART = 400
LONG = {"timeline": "happened", "log": "events"}


def _pieces(sections: tuple[str, ...], context: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Long lists are drawn in several parts, so that no part grows without end."""
    made: list[tuple[str, dict[str, Any]]] = []
    for section in sections:
        name = LONG.get(section, "")
        rows = context.get(name, [])
        starts = range(0, max(1, len(rows)), ROWS_A_PART)
        made += [(f"packet_{section}", context | {name: rows[at : at + ROWS_A_PART]}) for at in starts]
    return made


def _exhibit_sheets(context: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [("packet_exhibit", context | {"exhibit": exhibit}) for exhibit in context["exhibits"]]


def _file_of(values: dict[str, Any]) -> list[bytes]:
    """The pages of an exhibit that is a PDF; another kind of file is named on its sheet with its hash."""
    exhibit = values.get("exhibit")
    if exhibit is None or exhibit.document.upload.extension != "pdf":
        return []
    return [read_upload(exhibit.document.upload)]


def kept_packet(*, by: User, case: Grievance, kind: str, progress: Progress = silent) -> CaseDocument:
    """Draw a packet and keep it in the case."""
    make = dfr_packet if kind == "dfr" else case_packet
    data = make(by=by, case=case, progress=progress)
    title = (_("DFR packet %s") if kind == "dfr" else _("Case packet %s")) % case.number
    name = f"{case.number}-{kind}.pdf"
    sealed = packets.holds_sealed(by, case)
    return papers.keep_paper(by=by, matter=case.matter, data=data, title=title, name=name, paper="", sealed=sealed)


def handover_book(*, by: User) -> bytes:
    """For new officers: open clocks, promises, requests without answer, contacts owed."""
    data = pdf.render(f"{PRINT}handover.html", _letterhead() | packets.handover(by, today()))
    record(by, "printed the handover book")
    return data
