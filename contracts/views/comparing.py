"""Two versions side by side, and what a proposal really asks for."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from contracts import contradicting, ledger, queries
from contracts.exports import proposed_changes
from contracts.forms import ProposalForm
from contracts.impact import Asked, asked, joining
from contracts.models import AgreementVersion
from contracts.redline import Change, changes
from contracts.services.comparing import as_data, draw_paper, of_file
from contracts.views.common import version_or_404
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem

SHOWN_AT_ONCE = 400
JOINED_AT_ONCE = 120


@allow("contracts.view", "GET")
def compare(request: Request) -> HttpResponse:
    """`?old=&new=` name versions; without `old` the one that `new` replaced is taken."""
    versions = list(queries.versions(request.user))
    new = version_or_404(request.user, request.GET["new"]) if request.GET.get("new") else None
    old = _old(request, new)
    likely = next((v for v in versions if v.supersedes_id), None)
    every = changes(request.user, old, new) if old and new else []
    shown = every if request.GET.get("all") else [c for c in every if c.kind != "unchanged"]
    one = request.GET.get("clause", "")
    if one:
        shown = [c for c in every if c.new is not None and str(c.new.pk) == one]
    context = {
        "versions": versions,
        "old": old,
        "new": new,
        "likely": likely,
        "changes": shown[:SHOWN_AT_ONCE],
        "more": max(0, len(shown) - SHOWN_AT_ONCE),
        "counts": counts(every),
        "found": touched_by(request.user, old, every) if old else [],
        "all": bool(request.GET.get("all")),
        "one": one,
    }
    return render(request, "contracts/compare.html", context)


def _old(request: Request, new: AgreementVersion | None) -> AgreementVersion | None:
    if request.GET.get("old"):
        return version_or_404(request.user, request.GET["old"])
    if new is not None and new.supersedes_id:
        return queries.versions(request.user).filter(pk=new.supersedes_id).first()
    return None


def touched_by(user: User, old: AgreementVersion, every: list[Change]) -> list[contradicting.Contradiction]:
    """Practices and side letters that the changes touch, by the clauses changed or by words both use."""
    made = [change for change in every if change.kind in ("changed", "added", "removed")]
    words = "\n\n".join(" ".join(text for sign, text in change.words if sign != "=") for change in made)
    changed = [change.old for change in made if change.old is not None]
    return contradicting.touched(user, words, changed=changed, versions=[old])


def counts(every: list[Change]) -> list[tuple[str, int]]:
    names: dict[str, Any] = {
        "changed": _("changed"),
        "renumbered": _("renumbered"),
        "moved": _("moved"),
        "added": _("added"),
        "removed": _("removed"),
        "unchanged": _("unchanged"),
    }
    return [(name, sum(c.kind == kind for c in every)) for kind, name in names.items()]


@allow(ledger.VIEW)
def impact(request: Request) -> HttpResponse:
    """`?old=&new=` name versions; a proposal is posted. `paper` asks for the PDF."""
    new = version_or_404(request.user, request.GET["new"]) if request.GET.get("new") else None
    old = _old(request, new)
    versions = list(queries.in_force(request.user).order_by("agreement__kind", "agreement__title"))
    start = {"old": str(old.public_id)} if old else {}
    form = ProposalForm(request.POST or None, request.FILES or None, versions=versions, initial=start)
    made = _stored(request.user, old, new) if old and new and not form.is_bound else None
    if form.is_valid():
        try:
            made = _proposed(request.user, form)
            old = form.chosen
        except Problem as problem:
            form.add_error(None, str(problem))
    if made and old and (request.POST.get("paper") or request.GET.get("paper")):
        answer = HttpResponse(draw_paper(by=request.user, old=old, asked=made), content_type="application/pdf")
        answer["Content-Disposition"] = 'inline; filename="proposal.pdf"'
        return answer
    context = {"form": form, "asked": made, "old": old, "new": new, "versions": versions}
    return render(request, "contracts/impact.html", context, status=422 if form.errors else 200)


def _stored(user: User, old: AgreementVersion, new: AgreementVersion) -> Asked:
    before, after = (as_data(queries.read_clauses(user, version)) for version in (old, new))
    changes, silent = proposed_changes(before, after)
    return asked(str(new), changes, joining(user, before, after, old), silent, JOINED_AT_ONCE)


def _proposed(user: User, form: ProposalForm) -> Asked:
    data, name = form.source
    before, after = as_data(queries.read_clauses(user, form.chosen)), of_file(data, name)
    changes, silent = proposed_changes(before, after, in_part=not form.cleaned_data["whole"])
    title = name if form.cleaned_data["file"] else _("The pasted proposal")
    return asked(title, changes, joining(user, before, after, form.chosen), silent, JOINED_AT_ONCE)
