"""Deciding on proposals about clauses: one clause at a time, by keyboard if one likes."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contracts import proposals, queries, tasks
from contracts.forms import DecisionForm
from contracts.models import AgreementVersion, Clause
from contracts.reading.reader import marked_blocks
from contracts.services import annotating
from contracts.views.common import clause_or_404, version_or_404
from unionops.platform.access.allow import Request, allow
from unionops.platform.ai.state import state
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.queries import jobs_about


@allow("contracts.note", "GET")
def annotate(request: Request, public_id: UUID) -> HttpResponse:
    """The clause named by `?at=`, else the first with something to decide, with its proposals beside it.

    `?kind=` looks at one kind of proposal only.
    """
    version = version_or_404(request.user, public_id)
    kind = request.GET.get("kind", "")
    waiting = proposals.waiting_heads(request.user, version, kind)
    head = clause_or_404(request.user, request.GET["at"]) if request.GET.get("at") else None
    head = head or (waiting[0][0] if waiting else None)
    context = {"version": version, "model": state(request.user), **_progress(request, version)}
    context |= {"waiting": waiting[:200], "more": max(0, len(waiting) - 200), "head": head}
    context |= {"kind": kind, "kinds": proposals.kinds_waiting(request.user, version)}
    context["last"] = proposals.last_decision(request.user, version)
    if head is not None:
        context |= _of_clause(request, head, waiting, kind)
    return render(request, "contracts/annotate.html", context)


def _progress(request: Request, version: AgreementVersion) -> dict[str, object]:
    job = jobs_about(request.user, version).filter(kind=tasks.annotate_agreement.name).first()
    return {"job": job, "standing": proposals.standing(request.user, version)}


def _of_clause(request: Request, head: Clause, waiting: list[tuple[Clause, int]], kind: str) -> dict[str, object]:
    family = queries.family(request.user, head)
    for part in family:
        part.version = head.version
    found = proposals.shown(request.user, family)
    undecided = [one for one in found if one.output.review == "suggested" and kind in ("", one.output.kind)]
    later = [clause for clause, _n in waiting if clause.ordinal > head.ordinal] or [c for c, _n in waiting if c != head]
    return {
        "blocks": marked_blocks(request.user, family, [one.quote for one in undecided[:1]]),
        "undecided": undecided,
        "decided": [one for one in found if one.output.review != "suggested"],
        "next": later[0] if later else None,
    }


@allow("contracts.manage", "POST")
def start(request: Request, public_id: UUID) -> HttpResponse:
    """Begin, or go on where it was stopped: what was read already is not read again."""
    version = version_or_404(request.user, public_id)
    url = reverse("contracts:annotate", args=[version.public_id])
    annotating.forget_problems(version=version, by=request.user)
    tasks.annotate_agreement.start(
        by=request.user, about=version, result_url=url, key=f"annotate-{version.pk}", version_id=version.pk
    )
    return redirect(url)


@allow("contracts.note", "POST")
def decide(request: Request, public_id: UUID) -> HttpResponse:
    found = proposals.output(request.user, public_id)
    if found is None:
        raise Http404
    form = DecisionForm(request.POST)
    if form.is_valid():
        try:
            annotating.decide(output=found, by=request.user, **form.decision)
        except Problem as problem:
            messages.error(request, str(problem))
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    kind = request.POST.get("kind", "")
    return _back(request, form.cleaned_data.get("back"), kind if kind in proposals.KIND_NAMES else "")


@allow("contracts.note", "POST")
def accept_all(request: Request, public_id: UUID) -> HttpResponse:
    """Everything still undecided about one clause."""
    head = clause_or_404(request.user, public_id)
    family = queries.family(request.user, head)
    undecided = [one.output for one in proposals.shown(request.user, family) if one.output.review == "suggested"]
    count = annotating.accept_all(outputs=undecided, by=request.user)
    messages.success(request, ngettext("%(n)d proposal accepted.", "%(n)d proposals accepted.", count) % {"n": count})
    return _back(request, head.public_id)


@allow("contracts.note", "POST")
def accept_kind(request: Request, public_id: UUID) -> HttpResponse:
    """Every undecided proposal of one kind in the agreement, but those whose check found something."""
    version = version_or_404(request.user, public_id)
    kind = request.POST.get("kind", "")
    rows = proposals.undecided(request.user, version, kind) if kind in proposals.KIND_NAMES else []
    count = annotating.accept_all(outputs=[one for one in rows if not one.data.get("flags")], by=request.user)
    messages.success(request, ngettext("%(n)d proposal accepted.", "%(n)d proposals accepted.", count) % {"n": count})
    return redirect("contracts:annotate", version.public_id)


@allow("contracts.note", "POST")
def undo(request: Request, public_id: UUID) -> HttpResponse:
    """The person's own last decision about this agreement."""
    version = version_or_404(request.user, public_id)
    try:
        count = annotating.undo(outputs=proposals.last_decision(request.user, version), by=request.user)
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        said = ngettext("%(n)d decision undone.", "%(n)d decisions undone.", count)
        messages.success(request, said % {"n": count})
    return redirect("contracts:annotate", version.public_id)


def _back(request: Request, clause_id: UUID | None, kind: str = "") -> HttpResponse:
    """To the same clause while something is undecided there, else to the next."""
    clause = queries.clause(request.user, clause_id) if clause_id else None
    if clause is None:
        return redirect("contracts:home")
    url = reverse("contracts:annotate", args=[clause.version.public_id])
    family = queries.family(request.user, clause)
    waiting = proposals.outputs(request.user, family).filter(review="suggested")
    open_here = waiting.filter(kind=kind).exists() if kind else waiting.exists()
    only = f"kind={kind}" if kind else ""
    if not open_here:
        messages.success(request, _("This clause is done."))
    return redirect(f"{url}?at={clause.public_id}&{only}".rstrip("&") if open_here else f"{url}?{only}".rstrip("?"))
