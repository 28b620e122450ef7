"""The intake pages: answers go into a draft at once, the filing date shows as soon as a day is known."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from grievances.forms.fields import DateField
from grievances.forms.intake import PAGES, IntakePage, intake_of, neighbours
from grievances.models import Grievance, IntakeDraft, Matter
from grievances.queries import cases as queries
from grievances.queries import dates, procedures
from grievances.services import cases, drafts
from grievances.views.common import do
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem
from unionops.platform.ui import typed

OPEN = "grievances.open"


@allow(OPEN, "GET POST")
def start(request: Request) -> HttpResponse:
    """The first question; answering it begins the draft. Earlier drafts are listed."""
    first = next(iter(PAGES))
    form = PAGES[first](request.POST or None, user=request.user, answers={})
    if request.method == "POST" and "keep" in request.GET:
        return _begun(request, first, form)
    if request.method == "POST" and form.is_valid():
        draft = drafts.save_draft(by=request.user, draft=_begun_before(request), answers={first: form.stored()})
        typed.arrived(request)
        return redirect(_after(draft, first))
    context = {"form": form, "page": first, "drafts": queries.drafts(request.user), **_progress(first, {})}
    return render(request, "grievances/intake.html", context, status=422 if form.is_bound else 200)


def _begun(request: Request, first: str, form: IntakePage) -> HttpResponse:
    """Keeps the first words while they are typed; the page learns which draft they are in."""
    form.is_valid()
    draft = drafts.save_draft(by=request.user, draft=_begun_before(request), answers={first: form.stored()})
    typed.arrived_while_leaving(request)
    return render(request, "grievances/_saved.html", {"draft": draft, "begun": True})


def _begun_before(request: Request) -> IntakeDraft | None:
    """The draft this first page has begun already, where it said so."""
    try:
        return _draft(request, uuid.UUID(request.POST.get("draft", "")))
    except (ValueError, Http404):
        return None


@allow(OPEN, "GET POST")
def page(request: Request, draft_id: uuid.UUID, page: str) -> HttpResponse:
    draft = _draft(request, draft_id)
    if page not in PAGES:
        raise Http404
    given: dict[str, Any] = {"user": request.user, "answers": draft.answers}
    if request.method != "POST":
        return _shown(request, draft, page, PAGES[page](initial=draft.answers.get(page) or {}, **given))
    if "search" in request.POST:
        return _shown(request, draft, page, PAGES[page](initial=_typed(PAGES[page], request), **given))
    form = PAGES[page](request.POST, **given)
    if not form.is_valid():
        return _shown(request, draft, page, form)
    _keep(request, draft, page, form)
    typed.arrived(request)
    return redirect(_after(draft, page))


def _draft(request: Request, draft_id: uuid.UUID) -> IntakeDraft:
    try:
        return queries.draft(request.user, draft_id)
    except IntakeDraft.DoesNotExist as error:
        raise Http404 from error


def _typed(kind: type[IntakePage], request: Request) -> dict[str, Any]:
    """What was typed, kept while a search is shown."""
    fields = kind.base_fields.items()
    return {name: field.widget.value_from_datadict(request.POST, request.FILES, name) for name, field in fields}


def _keep(request: Request, draft: IntakeDraft, page: str, form: IntakePage) -> None:
    drafts.save_draft(by=request.user, draft=draft, answers=draft.answers | {page: form.stored()})


def _after(draft: IntakeDraft, page: str) -> str:
    following = neighbours(page)[1]
    if following:
        return reverse("grievances:intake-page", args=[draft.public_id, following])
    return reverse("grievances:intake-check", args=[draft.public_id])


def _shown(request: Request, draft: IntakeDraft, page: str, form: IntakePage) -> HttpResponse:
    context = {"form": form, "page": page, "draft": draft, "first": _first_date(request, draft)}
    context |= _progress(page, draft.answers, draft)
    return render(request, "grievances/intake.html", context, status=422 if form.is_bound else 200)


def _progress(page: str, answers: dict[str, Any], draft: IntakeDraft | None = None) -> dict[str, Any]:
    names = list(PAGES)
    return {
        "pages": [(name, PAGES[name].title, name in answers) for name in names],
        "at": names.index(page) + 1,
        "of": len(names),
        "before": neighbours(page)[0],
        "can_search": page in ("who", "clause"),
    }


def _first_date(request: Request, draft: IntakeDraft) -> procedures.FirstDate | None:
    """The date this intake is working towards; counted from what is known, nothing is stored."""
    intake = intake_of(request.user, draft.answers)
    matter = Matter(**cases.matter_values(request.user, intake))
    return procedures.first_date(request.user, matter, dates.case_kind(Grievance(matter=matter, scope=intake.scope)))


@allow(OPEN, "POST")
def autosave(request: Request, draft_id: uuid.UUID, page: str) -> HttpResponse:
    """Keeps what is typed while it is typed; answers one line. Half a date is kept when it is whole."""
    draft = _draft(request, draft_id)
    if page not in PAGES:
        raise Http404
    form = PAGES[page](request.POST, user=request.user, answers=draft.answers)
    form.is_valid()
    kept = (draft.answers.get(page) or {}) | form.stored()
    drafts.save_draft(by=request.user, draft=draft, answers=draft.answers | {page: kept})
    typed.arrived_while_leaving(request)
    return render(request, "grievances/_saved.html", {"draft": draft})


@allow(OPEN, "GET POST")
def check(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """All answers on one page; the case is opened from here."""
    draft = _draft(request, draft_id)
    problem = ""
    if request.method == "POST":
        try:
            intake = intake_of(request.user, draft.answers)
            case = cases.open_case(by=request.user, intake=intake, draft=draft)
        except Problem as error:
            problem = str(error)
        else:
            messages.success(request, _("The case is open. Its dates run now."))
            return redirect(case)
    context = {
        "draft": draft,
        "rows": _answers(request, draft),
        "problem": problem,
        "first": _first_date(request, draft),
    }
    return render(request, "grievances/intake_check.html", context, status=422 if problem else 200)


def _answers(request: Request, draft: IntakeDraft) -> list[tuple[str, Any, list[tuple[Any, Any]]]]:
    """(page, its question, [(label, answer in words)]) for each page."""
    made = []
    for name, kind in PAGES.items():
        stored = draft.answers.get(name) or {}
        form = kind(initial=stored, user=request.user, answers=draft.answers)
        fields = [field for field in form if field.name != "q"]
        made.append((name, kind.title, [(field.label, _words(field, stored.get(field.name))) for field in fields]))
    return made


def _words(field: Any, value: Any) -> Any:
    choices = dict(getattr(field.field, "choices", []))
    if isinstance(value, list):
        return ", ".join(str(choices.get(each, each)) for each in value)
    if isinstance(value, bool):
        return _("yes") if value else ""
    if value and isinstance(field.field, DateField):
        return date_format(datetime.date.fromisoformat(value), "j M Y")
    return choices.get(value, value) or ""


@allow(OPEN, "POST")
def throw_away(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    draft = _draft(request, draft_id)
    done = _("The draft is gone.")
    return do(request, lambda: drafts.throw_away_draft(by=request.user, draft=draft), done, reverse("grievances:list"))
