"""Two versions side by side."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from contracts import contradicting, queries
from contracts.models import AgreementVersion
from contracts.redline import Change, changes
from contracts.views.common import version_or_404
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.models import User

SHOWN_AT_ONCE = 400


@allow("contracts.view", "GET")
def compare(request: Request) -> HttpResponse:
    """`?old=&new=` name versions; without `old` the one that `new` replaced is taken."""
    versions = list(queries.versions(request.user))
    new = version_or_404(request.user, request.GET["new"]) if request.GET.get("new") else None
    old = _old(request, new)
    every = changes(request.user, old, new) if old and new else []
    shown = every if request.GET.get("all") else [c for c in every if c.kind != "unchanged"]
    one = request.GET.get("clause", "")
    if one:
        shown = [c for c in every if c.new is not None and str(c.new.pk) == one]
    context = {
        "versions": versions,
        "old": old,
        "new": new,
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
