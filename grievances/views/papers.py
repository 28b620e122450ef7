"""Papers and packets of a case, and information requests with their items."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grievances.forms.records import AnswerItemForm, ItemForm, SendRequestForm
from grievances.models import InformationRequest
from grievances.queries import cases as queries
from grievances.queries import letters as letter_queries
from grievances.queries import proposals
from grievances.services import drawing, letters, papers, suggesting
from grievances.tasks import make_packet
from grievances.views.common import case_or_404, do, note_reading
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.ui import typed


@allow("grievances.view", "GET")
def index(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """What can be drawn now, and what each paper still needs."""
    case = case_or_404(request, public_id)
    own = letter_queries.all_chosen(request.user)
    rows = [(paper, letters.needs_of(request.user, case, paper), own.get(paper)) for paper in letter_queries.WRITTEN]
    context = {
        "case": case,
        "rows": rows,
        "letters": letter_queries.letters_of(request.user, case),
        "documents": queries.documents(request.user, case),
        "job": queries.drafting_job(request.user, case, "make_packet"),
    }
    return render(request, "grievances/papers.html", context)


@allow("grievances.work", "POST")
def draw(request: Request, public_id: uuid.UUID, paper: str) -> HttpResponse:
    case = case_or_404(request, public_id, "grievances.work")
    if paper not in letter_queries.WRITTEN:
        raise Http404
    url = reverse("grievances:papers", args=[public_id])
    done = _("Made and kept with the documents of the case.")
    return do(request, lambda: letters.draw(by=request.user, case=case, paper=paper), done, url)


@allow("grievances.view", "POST", step_up=True)
def packet(request: Request, public_id: uuid.UUID, kind: str) -> HttpResponse:
    """Starts the work; the packet lands among the documents."""
    case = case_or_404(request, public_id)
    if kind not in ("case", "dfr"):
        raise Http404
    url = reverse("grievances:papers", args=[public_id])
    key = f"packet-{kind}-{case.public_id}"
    make_packet.start(by=request.user, about=case, result_url=url, key=key[:64], case_id=str(case.public_id), kind=kind)
    messages.success(request, _("The packet is being put together. You can leave this page."))
    return redirect(url)


def _request(request: Request, public_id: uuid.UUID, capability: str = queries.VIEW) -> InformationRequest:
    try:
        row = queries.information_request(request.user, public_id, capability)
    except InformationRequest.DoesNotExist as error:
        raise Http404 from error
    note_reading(request, row.grievance or row.matter, restricted=row.matter.restricted)
    return row


@allow("grievances.view", "GET")
def information(request: Request, public_id: uuid.UUID) -> HttpResponse:
    row = _request(request, public_id)
    clocks = [(one, one.days_left(today())) for one in row.matter.deadlines.filter(about=row.public_id).order_by("id")]
    context: dict[str, Any] = {"row": row, "items": row.items.all(), "clocks": clocks, "case": row.grievance}
    if row.grievance is not None:
        context["drafts"] = proposals.waiting(row.grievance, proposals.ITEM)
    return render(request, "grievances/request.html", context)


def _add_item(request: Request, row: InformationRequest, data: dict[str, Any]) -> None:
    draft, item = data.pop("draft"), papers.Item(**data)
    papers.add_item(by=request.user, request=row, item=item)
    if draft is not None:
        suggesting.take_item(by=request.user, output=draft, item=item)


FORMS = {"item": ItemForm, "send": SendRequestForm}
TITLES = {"item": gettext_lazy("Ask for one more thing"), "send": gettext_lazy("Note that the request was sent")}


@allow("grievances.work", "GET POST")
def change_request(request: Request, public_id: uuid.UUID, deed: str) -> HttpResponse:
    """One more item, or: it was sent."""
    row = _request(request, public_id, "grievances.work")
    if deed not in FORMS or row.grievance is None:
        raise Http404
    form = FORMS[deed](request.POST or None, initial=request.GET.dict(), user=request.user, case=row.grievance)
    if request.method == "POST" and form.is_valid():
        try:
            if deed == "item":
                _add_item(request, row, form.cleaned_data)
            else:
                papers.send_request(by=request.user, request=row, **form.cleaned_data)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            typed.arrived(request)
            return redirect("grievances:request", public_id)
    context = {"row": row, "form": form, "title": TITLES[deed], "case": row.grievance}
    return render(request, "grievances/request_form.html", context, status=422 if form.is_bound else 200)


@allow("grievances.work", "GET POST")
def answer_item(request: Request, public_id: uuid.UUID, item_id: uuid.UUID) -> HttpResponse:
    row = _request(request, public_id, "grievances.work")
    item = row.items.filter(public_id=item_id).first()
    if item is None or row.grievance is None:
        raise Http404
    told = {"state": item.state, "answered_on": item.answered_on, "answer_note": item.answer_note}
    initial = {name: value for name, value in told.items() if value and item.answered_on}
    form = AnswerItemForm(request.POST or None, initial=initial, user=request.user, case=row.grievance)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        papers.answer_item(
            by=request.user, item=item, state=data["state"], answered_on=data["answered_on"], note=data["answer_note"]
        )
        typed.arrived(request)
        return redirect("grievances:request", public_id)
    context = {"row": row, "form": form, "title": _("Answer to: %s") % item, "case": row.grievance}
    return render(request, "grievances/request_form.html", context, status=422 if form.is_bound else 200)


@allow("grievances.work", "POST")
def draw_request(request: Request, public_id: uuid.UUID) -> HttpResponse:
    row = _request(request, public_id, "grievances.work")
    done = _("Made and kept with the documents of the case.")
    url = reverse("grievances:request", args=[public_id])
    return do(request, lambda: drawing.draw_request(by=request.user, request=row), done, url)
