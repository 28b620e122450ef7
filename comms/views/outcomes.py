"""What callers and texters brought back: look at it, take it in, take it back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from comms import queries
from comms.forms import MeaningsForm, OutcomeForm
from comms.models import OutcomeFile, OutcomeState, Result, Version
from comms.outcomes import readings, settled
from comms.queries.outcomes import by_result
from comms.services import outcomes
from comms.views.common import add_problem, do, outcome_or_404
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem

SHOWN, WORDS_ASKED = 200, 60


@allow("comms.send")
def outcome_files(request: Request) -> HttpResponse:
    """The files so far, and a new one."""
    versions = {str(row.public_id): row for row in queries.reported_versions(request.user)}
    names = [(key, f"{row.message.title}: {row}"[:120]) for key, row in versions.items()]
    initial = {"version": request.GET.get("version", ""), "channel": request.GET.get("channel") or "sms"}
    form = OutcomeForm(request.POST or None, request.FILES or None, versions=names, initial=initial)
    if request.method == "POST" and form.is_valid() and (found := _read(request, form, versions)):
        return redirect("comms:outcome", found.public_id)
    context = {"form": form, "files": list(queries.outcome_files(request.user)[:50])}
    return render(request, "comms/outcomes.html", context, status=422 if form.errors else 200)


def _read(request: Request, form: OutcomeForm, versions: dict[str, Version]) -> OutcomeFile | None:
    data, upload = form.cleaned_data, form.cleaned_data["file"]
    try:
        return outcomes.read_outcomes(
            by=request.user,
            data=upload.read(),
            name=upload.name,
            channel=data["channel"],
            version=versions.get(data["version"]),
        )
    except Problem as problem:
        add_problem(form, problem)
        return None


@allow("comms.send", "GET")
def outcome_file(request: Request, public_id: UUID) -> HttpResponse:
    found = outcome_or_404(request.user, public_id)
    plan = settled(found.plan)
    shown = plan[:SHOWN]
    names = queries.names_by_id(request.user, [row["person"] for row in shown])
    rows = [
        (names.get(row["person"], ""), row.get("said", ""), Result(row["result"]).label, row["note"]) for row in shown
    ]
    context = {
        "found": found,
        "rows": rows,
        "more": max(0, len(plan) - SHOWN),
        "counts": by_result(row["result"] for row in plan),
        "unread": sum(not row["result"] for row in found.plan),
        "refused": found.refused[:SHOWN],
        "refused_count": len(found.refused),
        "meanings": MeaningsForm(words=_asked(found)) if found.state == OutcomeState.PLANNED else None,
    }
    return render(request, "comms/outcome.html", context)


def _asked(found: OutcomeFile) -> dict[str, tuple[str, int]]:
    return dict(list(readings(found.plan).items())[:WORDS_ASKED])


@allow("comms.send", "POST")
def explain(request: Request, public_id: UUID) -> HttpResponse:
    """What words mean, said by a person."""
    found = outcome_or_404(request.user, public_id)
    form = MeaningsForm(request.POST, words=_asked(found))
    meanings = form.meanings() if form.is_valid() else {}
    return do(
        request,
        lambda: outcomes.explain_words(by=request.user, file=found, meanings=meanings),
        _("Look at the list once more before you take it in."),
        reverse("comms:outcome", args=[public_id]),
    )


@allow("comms.send", "POST")
def take_in(request: Request, public_id: UUID) -> HttpResponse:
    found = outcome_or_404(request.user, public_id)
    plan_hash = request.POST.get("plan_hash", "")
    return do(
        request,
        lambda: outcomes.apply_outcomes(by=request.user, file=found, plan_hash=plan_hash),
        _("Taken in."),
        reverse("comms:outcome", args=[public_id]),
    )


@allow("comms.send", "POST")
def take_back(request: Request, public_id: UUID) -> HttpResponse:
    found = outcome_or_404(request.user, public_id)
    return do(
        request,
        lambda: outcomes.undo_outcomes(by=request.user, file=found),
        _("Taken back. Whoever said stop stays left alone."),
        reverse("comms:outcome", args=[public_id]),
    )
