"""Files and papers of a case: bring in, seal, draw, ask for information and note the answers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from grievances.deadlines import statutes
from grievances.deadlines.anchors import Event
from grievances.deadlines.counting import count, internal_target
from grievances.deadlines.reading import parse_rule
from grievances.forums import sector_of
from grievances.models import (
    AnswerState,
    CaseDocument,
    Deadline,
    DeadlineState,
    DocumentKind,
    Grievance,
    InformationRequest,
    Matter,
    Paper,
    RequestItem,
    Side,
)
from grievances.queries import dates
from grievances.queries.history import said
from grievances.services.clocks import count_rows
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.files import checks, child
from unionops.platform.files import services as files
from unionops.platform.files.kinds import KINDS, PICTURES

PICTURE = tuple(magic for ending in sorted(PICTURES) for magic in KINDS[ending].magic)
PURPOSE = "case"
PURPOSE_FORM = "case-form"
WORKING_DAYS = 10


def add_document(
    *,
    by: User,
    matter: Matter,
    file: Any,
    name: str,
    title: str,
    kind: str = DocumentKind.OTHER,
    dated: datetime.date | None = None,
    sealed: bool = False,
    readers: Iterable[User] = (),
) -> CaseDocument:
    """Check and seal the file first, then note it in the case; a file that cannot be kept leaves the case as it was."""
    data = file if isinstance(file, bytes) else file.read()
    _look_at_picture(data, name)
    upload = files.store_upload(by=by, file=data, name=name, purpose=PURPOSE)
    return _keep(by, matter, upload, title=title, kind=kind, dated=dated, sealed=sealed, readers=readers)


def _look_at_picture(data: bytes, name: str) -> None:
    """A photo that broke off on a bad line is told at once, while it can be sent again."""
    if not data.startswith(PICTURE):
        return
    try:
        checks.check_picture(data, name)
        child.run("unionops.platform.files.pages:picture", data)
    except Problem as problem:
        if problem.code == "too_many_pixels":
            raise
        raise Problem(
            problem.code,
            _("This picture is damaged or broke off on its way, so nothing was kept."),
            _("Send it again. If it will not open on the phone either, photograph the paper anew."),
        ) from problem


def keep_paper(
    *, by: User, matter: Matter, data: bytes, title: str, name: str, paper: str, sealed: bool = False
) -> CaseDocument:
    """A paper this program drew, kept as it was drawn. A sealed one opens to whoever drew it."""
    upload = files.keep_made(by=by, data=data, name=name, media_type="application/pdf", purpose=PURPOSE)
    kind = KINDS_OF_PAPER.get(paper, DocumentKind.OTHER)
    return _keep(by, matter, upload, title=title, kind=kind, made_here=paper, sealed=sealed)


KINDS_OF_PAPER: Mapping[str, DocumentKind] = {
    Paper.FORM: DocumentKind.FORM,
    Paper.APPEAL: DocumentKind.FORM,
    Paper.EXTENSION: DocumentKind.AGREEMENT,
    Paper.ABEYANCE: DocumentKind.AGREEMENT,
    Paper.SETTLEMENT: DocumentKind.AGREEMENT,
}


@transaction.atomic
def _keep(by: User, matter: Matter, upload: Any, *, readers: Iterable[User] = (), **values: Any) -> CaseDocument:
    row: CaseDocument = CaseDocument.objects.create(matter=matter, upload=upload, by=by, **values)
    row.readers.set(readers if row.sealed else [])
    record(by, "added a document to a case", matter, detail={"document": str(row.public_id)})
    return row


@transaction.atomic
def remove_document(*, by: User, document: CaseDocument, reason: str) -> None:
    """Take a file out of a case for good. Not while the case is under a legal hold."""
    if document.matter.litigation_hold:
        raise Problem("legal_hold", _("This case is under a legal hold; nothing in it may be removed."))
    upload, matter = document.upload, document.matter
    try:
        document.delete()
    except ProtectedError as held:
        raise Problem(
            "proves_something",
            _("'%s' is the proof of something on the record of this case.") % document.title,
            _("Take that back first: an extension, a pause, a step, evidence or a decision rests on it."),
        ) from held
    record(by, "removed a document from a case", matter, reason=reason)
    files.destroy_upload(by=by, upload=upload, reason=reason)


@dataclass(frozen=True)
class Item:
    description: str
    why_needed: str
    use: str
    connection: str
    period: str = ""
    format: str = ""
    sanitize_ok: bool = True


@transaction.atomic
def draft_request(
    *, by: User, matter: Matter, addressed_to: str, items: Iterable[Item], case: Grievance | None = None
) -> InformationRequest:
    """A request for information; each item says why, for what and how it belongs to representing people."""
    row: InformationRequest = InformationRequest.objects.create(
        matter=matter, grievance=case, addressed_to=addressed_to, by=by
    )
    for item in items:
        add_item(by=by, request=row, item=item)
    record(by, "drafted an information request", matter)
    return row


@transaction.atomic
def add_item(*, by: User, request: InformationRequest, item: Item) -> RequestItem:
    if not all(text.strip() for text in (item.description, item.why_needed, item.use, item.connection)):
        raise Problem(
            "incomplete_item",
            _("An item needs what, why, for which use, and how it belongs to representing people."),
            _("Without all of them the agency may refuse."),
        )
    row: RequestItem = RequestItem.objects.create(matter=request.matter, request=request, **vars(item))
    record(by, "added an item to an information request", request.matter)
    return row


@transaction.atomic
def send_request(
    *, by: User, request: InformationRequest, sent_on: datetime.date, means: str, days: int = WORKING_DAYS
) -> Deadline:
    """Note that the request went out; management's clock starts."""
    if request.sent_on is not None:
        raise Problem("sent", _("This request was sent on %s.") % said(request.sent_on))
    request.sent_on, request.means = sent_on, means
    request.save(update_fields=["sent_on", "means"])
    written = {"anchor_kind": "filed", "n": days, "unit": "working_days"}
    record(by, "sent an information request", request.matter)
    return _clock(request, written, sent_on, _("Answer to the information request"), Side.THEIRS)


def _clock(
    request: InformationRequest, written: dict[str, Any], anchor: datetime.date, title: str, side: str
) -> Deadline:
    plain = {key: value for key, value in written.items() if key != "anchor_kind"}
    rule = parse_rule(plain | {"anchor": anchor.isoformat()})
    counted = count(rule)
    row: Deadline = Deadline.objects.create(
        matter=request.matter,
        grievance=request.grievance,
        origin=Deadline.Origin.REQUEST,
        about=request.public_id,
        title=title,
        side=side,
        due=counted.due,
        target=internal_target(rule, counted.due) if side == Side.OURS else counted.due,
        anchor_on=anchor,
        anchor_event=Event.FILED.value,
        written=written,
        count=count_rows(counted),
    )
    return row


@transaction.atomic
def answer_item(
    *, by: User, item: RequestItem, state: str, answered_on: datetime.date, note: str = ""
) -> Deadline | None:
    """Note the answer to one item. A refusal starts the clock for a charge; the last answer ends theirs."""
    item.state, item.answered_on, item.answer_note = state, answered_on, note
    item.save(update_fields=["state", "answered_on", "answer_note"])
    record(by, "noted the answer to an item of a request", item.matter, detail={"state": str(state)})
    request = item.request
    if not request.items.filter(state=AnswerState.OPEN).exists():
        theirs = Deadline.objects.filter(about=request.public_id, side=Side.THEIRS, state__in=dates.LIVE)
        theirs.update(state=DeadlineState.MET, met_on=answered_on)
    return _charge_clock(request, answered_on) if state in (AnswerState.DENIED, AnswerState.PARTIAL) else None


@transaction.atomic
def refused_by_silence(*, by: User, case: Grievance) -> int:
    """An information request nobody answered by its day is a refusal of that day: the clock for a charge runs. Returns
    how many were started.
    """
    late = Deadline.objects.filter(
        grievance=case, origin=Deadline.Origin.REQUEST, side=Side.THEIRS, state=DeadlineState.RUNNING, due__lt=today()
    )
    due = {about: due for about, due in late.values_list("about", "due") if about}
    made = [
        _charge_clock(request, due[request.public_id])
        for request in InformationRequest.objects.filter(public_id__in=due).select_related("matter", "grievance")
    ]
    if started := sum(row is not None for row in made):
        record(by, "took silence on an information request for a refusal", case, count=started)
    return started


CHARGES = {"federal": "flra_ulp", "private": "nlrb_charge"}


def _charge_clock(request: InformationRequest, refused_on: datetime.date) -> Deadline | None:
    statute = statutes.by_key(CHARGES.get(sector_of(request.matter), ""))
    running = Deadline.objects.filter(about=request.public_id, side=Side.OURS, state__in=dates.LIVE)
    if statute is None or running.exists():
        return None
    title = _("%s over the refused information") % _(statute.title)
    row = _clock(request, dict(statute.limit.written), refused_on, title, Side.OURS)
    row.statute = statute.key
    row.save(update_fields=["statute"])
    return row
