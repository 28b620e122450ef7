"""Messages by state, what goes out when, house patterns, running elections."""

from __future__ import annotations

import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from comms import patterns, queries
from comms.forms import ElectionForm, ReleaseForm, TemplateForm
from comms.models import Message, ReleasedText, State
from comms.models.messages import UNASKED
from comms.services import house, releasing
from comms.views.common import add_problem, do, version_or_404
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.asked import whole
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem

PAGE, LAST_PAGE = 50, 100_000
WEEKS = 5


@allow("comms.view", "GET")
def index(request: Request) -> HttpResponse:
    state = request.GET.get("state", "")
    rows = queries.messages(request.user, state)
    page = whole(request.GET.get("page", ""), most=LAST_PAGE) or 1
    found = list(rows[(page - 1) * PAGE : page * PAGE + 1])
    goings = queries.goings(found[:PAGE])
    context = {
        "rows": [(row, goings[row.pk], _who_acts(row, goings[row.pk])) for row in found[:PAGE]],
        "states": [s for s in queries.by_state(request.user) if s[2] or s[0] == state],
        "state": state,
        "page": page,
        "later": page + 1 if len(found) > PAGE else 0,
        "earlier": page - 1,
        "waiting": list(queries.waiting_for(request.user)[:5]),
    }
    return render(request, "comms/list.html", context)


def _who_acts(message: Message, goes: queries.Goes) -> str:
    """Whose turn it is; '' when nobody has to do anything."""
    if message.state in UNASKED:
        return str(message.author)
    if message.state == State.IN_REVIEW:
        return _("Another person than %s") % message.author
    if message.state == State.APPROVED:
        return _("Whoever sends it")
    if goes.in_doubt:
        return _("Whoever sends it: %d in doubt") % goes.in_doubt
    return ""


@allow("comms.view", "GET")
def calendar(request: Request) -> HttpResponse:
    monday = today() - datetime.timedelta(days=today().weekday())
    until = monday + datetime.timedelta(weeks=WEEKS, days=-1)
    planned = queries.calendar(request.user, monday, until)
    weeks = [monday + datetime.timedelta(weeks=n) for n in range(WEEKS)]
    rows = [(week, [m for m in planned if m.planned_for and _in_week(m.planned_for, week)]) for week in weeks]
    return render(request, "comms/calendar.html", {"weeks": rows, "any": bool(planned)})


def _in_week(moment: datetime.datetime, monday: datetime.date) -> bool:
    return monday <= timezone.localdate(moment) < monday + datetime.timedelta(weeks=1)


@allow("comms.templates", "GET")
def house_page(request: Request) -> HttpResponse:
    return render(request, "comms/house.html", _house(ElectionForm(), ReleaseForm()))


def _house(form: ElectionForm, release_form: ReleaseForm) -> dict[str, Any]:
    return {
        "released": queries.released_texts(),
        "release_form": release_form,
        "templates": queries.templates(),
        "periods": queries.elections(),
        "proposals": queries.proposals(),
        "form": form,
    }


@allow("comms.templates", "POST")
def remember_words(request: Request) -> HttpResponse:
    """Take what people change again and again into the house memory, or say that it is not wanted."""
    asked = request.POST.get("kind", "words"), request.POST.get("instead", ""), request.POST.get("say", "")
    found = next((p for p in queries.proposals() if (p.kind, p.instead, p.say) == asked), None)
    if found is None:
        raise Http404
    refused = request.POST.get("deed") == "refuse"
    deed = house.refuse_proposal if refused else house.take_proposal
    said = _("It will not be proposed again.") if refused else _("It stands in the house memory now.")
    return do(request, lambda: deed(by=request.user, proposal=found), said, reverse("comms:house"))


@allow("comms.templates", "POST")
def release(request: Request) -> HttpResponse:
    """Minutes as a text any message may rest on."""
    form = ReleaseForm(request.POST)
    if form.is_valid():
        try:
            releasing.release_text(by=request.user, kind=ReleasedText.Kind.MINUTES, **form.cleaned_data)
        except Problem as problem:
            add_problem(form, problem)
        else:
            return redirect("comms:house")
    return render(request, "comms/house.html", _house(ElectionForm(), form), status=422)


@allow("comms.templates", "POST")
def withdraw(request: Request, public_id: UUID) -> HttpResponse:
    row = queries.released_texts().filter(public_id=public_id).first()
    if row is None:
        raise Http404
    return do(
        request,
        lambda: releasing.withdraw_text(by=request.user, row=row),
        _("Taken back. No new message may rest on it."),
        reverse("comms:house"),
    )


@allow("comms.templates", "POST")
def keep_example(request: Request, public_id: UUID) -> HttpResponse:
    version = version_or_404(request.user, public_id)
    return do(
        request,
        lambda: house.keep_example(by=request.user, version=version),
        _("Kept as an example for the next drafts."),
        reverse("comms:send", args=[version.message.public_id]),
    )


@allow("comms.templates")
def new_template(request: Request) -> HttpResponse:
    initial = {
        "channel": "email",
        "language": "en",
        "body": patterns.pattern("email", "en")[1],
        "subject": "{{ title }}",
    }
    form = TemplateForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            house.save_template(by=request.user, template=None, **form.cleaned_data)
        except Problem as problem:
            add_problem(form, problem)
        else:
            return redirect("comms:house")
    return _template_page(request, form, _("New house pattern"))


@allow("comms.templates")
def template(request: Request, public_id: UUID) -> HttpResponse:
    row = queries.templates().filter(public_id=public_id).first()
    if row is None:
        raise Http404
    names = ("name", "klass", "channel", "language", "subject", "body")
    form = TemplateForm(request.POST or None, initial={name: getattr(row, name) for name in names})
    if request.method == "POST" and form.is_valid():
        try:
            house.save_template(by=request.user, template=row, **form.cleaned_data)
        except Problem as problem:
            add_problem(form, problem)
        else:
            return redirect("comms:house")
    return _template_page(request, form, row.name)


def _template_page(request: Request, form: TemplateForm, title: str) -> HttpResponse:
    context = {"form": form, "heading": title, "slots": patterns.SLOTS}
    return render(request, "comms/template.html", context, status=422 if form.errors else 200)


@allow("comms.templates", "POST")
def drop_template(request: Request, public_id: UUID) -> HttpResponse:
    row = queries.templates().filter(public_id=public_id).first()
    if row is None:
        raise Http404
    return do(
        request,
        lambda: house.drop_template(by=request.user, template=row),
        _("The pattern is gone."),
        reverse("comms:house"),
    )


@allow("comms.templates", "POST")
def add_election(request: Request) -> HttpResponse:
    form = ElectionForm(request.POST)
    if form.is_valid():
        house.add_election(by=request.user, **form.cleaned_data)
        return redirect("comms:house")
    return render(request, "comms/house.html", _house(form, ReleaseForm()), status=422)


@allow("comms.templates", "POST")
def end_election(request: Request, public_id: UUID) -> HttpResponse:
    row = queries.elections().filter(public_id=public_id).first()
    if row is None:
        raise Http404
    return do(request, lambda: house.end_election(by=request.user, period=row), _("Taken off."), reverse("comms:house"))
