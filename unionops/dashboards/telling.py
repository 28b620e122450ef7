"""A settled case told to everybody: put into words and released by an officer, never by the mailing room itself."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages as toasts
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comms import queries
from comms.models import ReleasedText
from comms.services import releasing
from grievances.models import Grievance
from unionops.dashboards.queries import told
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem

SHOWN = 50


class TellForm(forms.Form):
    label = forms.CharField(label=gettext_lazy("What it is"), max_length=160)
    text = forms.CharField(
        label=gettext_lazy("What may be told"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=1500,
        help_text=gettext_lazy("What was won, under which clause, in which month. No names, no number, no day."),
    )


@allow("comms.release", "GET")
def cases(request: Request) -> HttpResponse:
    """Cases that ended well, and what has been told of such cases so far."""
    rows = [(row, told.clauses_of(row.matter)) for row in told.won(request.user)[:SHOWN]]
    released = queries.released_texts().filter(kind=ReleasedText.Kind.SETTLED)
    return render(request, "dashboards/told_cases.html", {"rows": rows, "released": released})


@allow("comms.release")
def tell(request: Request, public_id: UUID) -> HttpResponse:
    row = told.won_case(request.user, public_id)
    if row is None:
        raise Http404
    label, words = told.proposal(row)
    form = TellForm(request.POST or None, initial={"label": label, "text": words})
    few = told.too_few(request.user, row.matter)
    if request.method == "POST" and form.is_valid() and not few:
        try:
            _release(request, row, form.cleaned_data["label"], form.cleaned_data["text"])
        except Problem as problem:
            form.add_error("text", str(problem))
        else:
            toasts.success(request, _("Released. Whoever writes a message can use these words."))
            return redirect("dashboards:told-cases")
    context = {"form": form, "row": row, "few": few}
    return render(request, "dashboards/tell.html", context, status=422 if form.errors else 200)


def _release(request: Request, row: Grievance, label: str, text: str) -> None:
    if found := list(told.betrays(request.user, row, f"{label}\n{text}")):
        raise Problem(
            "points_at_somebody",
            _("These words may point at somebody: %s.") % ", ".join(dict.fromkeys(found)),
            _("Say it without names, numbers, days and places where few work."),
        )
    releasing.release_text(by=request.user, kind=ReleasedText.Kind.SETTLED, label=label, text=text)


@allow("comms.release", "POST")
def take_back(request: Request, public_id: UUID) -> HttpResponse:
    found = queries.released_texts().filter(public_id=public_id, kind=ReleasedText.Kind.SETTLED).first()
    if found is None:
        raise Http404
    releasing.withdraw_text(by=request.user, row=found)
    toasts.success(request, _("Taken back. No new message may rest on it."))
    return redirect("dashboards:told-cases")
