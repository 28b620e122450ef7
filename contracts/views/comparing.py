"""Two versions side by side, and what a proposal really asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from contracts import queries, tasks
from contracts.changes import contradicting, ledger, points, proposed
from contracts.changes.impact import REACHES, WORDED, Asked, asked, joining
from contracts.changes.redline import TONES, Change, changes
from contracts.forms import ProposalForm
from contracts.models import AgreementVersion, Clause, KeptProposal, Stance
from contracts.services import proposing
from contracts.services.comparing import as_data, draw_paper, of_file, proposed_changes
from contracts.views.common import version_or_404
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.models import User
from unionops.platform.ai.services import review_output
from unionops.platform.ai.state import state
from unionops.platform.core.problems import Problem
from unionops.platform.files.services import store_upload
from unionops.platform.jobs.queries import jobs_about

Data = dict[str, Any]

SHOWN_AT_ONCE = 400
JOINED_AT_ONCE = 400
CHANGES_A_PAGE = 25
UNFOLDED = 5  # so many changes stand open; more are a list to choose from
REACH_NAMES = {
    "rights": gettext_lazy("Rights lost"),
    "powers": gettext_lazy("Management gains"),
    "limits": gettext_lazy("Time limits"),
    "cases": gettext_lazy("Cases"),
    "practices": gettext_lazy("Practices and side letters"),
}


@allow("contracts.view", "GET")
def compare(request: Request) -> HttpResponse:
    """`?old=&new=` name versions; without `old` the one that `new` replaced is taken. `kind` shows one kind alone.

    A page holds so many changes; `whole` shows them on one, to print.
    """
    versions = list(queries.read_versions(request.user))
    new = version_or_404(request.user, request.GET["new"]) if request.GET.get("new") else None
    old = _old(request, new)
    likely = next((v for v in versions if v.supersedes_id), None)
    every = changes(request.user, old, new) if old and new else []
    wanted, one = request.GET.get("kind", ""), request.GET.get("clause", "")
    kinds = (wanted,) if wanted in TONES else (*TONES,) if request.GET.get("all") else WORDED
    shown = [c for c in every if c.kind in kinds]
    if one:
        shown = [c for c in every if c.new is not None and str(c.new.pk) == one]
    whole = bool(request.GET.get("whole"))
    pages = Paginator(shown[:SHOWN_AT_ONCE], SHOWN_AT_ONCE if whole else CHANGES_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "versions": versions,
        "old": old,
        "new": new,
        "likely": likely,
        "changes": list(page),
        **_turning(request, page),
        "whole_url": _address(request, whole="1") if pages.num_pages > 1 else "",
        "more": max(0, len(shown) - SHOWN_AT_ONCE),
        "only_moved": [] if wanted or one else [c for c in every if c.kind in ("moved", "renumbered")],
        "counts": counts(every),
        "kind": wanted,
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


def counts(every: list[Change]) -> list[tuple[str, str, int]]:
    """(kind, its name, how many)."""
    names: dict[str, Any] = {
        "changed": _("changed"),
        "renumbered": _("renumbered"),
        "moved": _("moved"),
        "added": _("added"),
        "removed": _("removed"),
        "unchanged": _("unchanged"),
    }
    return [(kind, name, sum(c.kind == kind for c in every)) for kind, name in names.items()]


@allow(ledger.VIEW)
def impact(request: Request) -> HttpResponse:
    """`?old=&new=` name versions; a proposal is posted, and has a page of its own. `paper` asks for the PDF."""
    new = version_or_404(request.user, request.GET["new"]) if request.GET.get("new") else None
    old = _old(request, new)
    versions = list(queries.in_force(request.user).order_by("agreement__kind", "agreement__title"))
    start = {"old": str(old.public_id)} if old else {}
    form = ProposalForm(request.POST or None, request.FILES or None, versions=versions, initial=start)
    if form.is_valid():
        try:
            return _brought_in(request, form)
        except Problem as problem:
            form.add_error(None, str(problem))
    made = _stored(request.user, old, new) if old and new and not form.is_bound else None
    if made and old and request.GET.get("paper"):
        return _paper(request, old, made)
    context: Data = {"form": form, "asked": made, "old": old, "new": new, "versions": versions}
    context |= _part(request, made) if made else {"kept_ones": list(proposed.proposals(request.user)[:20])}
    return render(request, "contracts/impact.html", context, status=422 if form.errors else 200)


def _brought_in(request: Request, form: ProposalForm) -> HttpResponse:
    """A file is read by a job, pasted words at once; either has its page then, for the team or for oneself."""
    clean = form.cleaned_data
    if clean["file"]:
        return _dropped(request, form)
    after, title = of_file(clean["text"].encode(), "proposal.txt"), str(_("The pasted proposal"))
    if request.POST.get("paper"):
        stored = queries.read_clauses(request.user, form.chosen)
        return _paper(
            request, form.chosen, _made(request.user, form.chosen, stored, after, title, whole=clean["whole"])
        )
    kept = proposing.keep_proposal(
        by=request.user, old=form.chosen, title=title, clauses=after, whole=clean["whole"], shared=clean["keep"]
    )
    if clean["keep"]:
        messages.success(request, _("The proposal is kept for the team."))
    return redirect("contracts:proposal", kept.public_id)


def _dropped(request: Request, form: ProposalForm) -> HttpResponse:
    """A file is read by a job, and its page shows how far it is."""
    file, clean = form.cleaned_data["file"], form.cleaned_data
    upload = store_upload(by=request.user, file=file, name=file.name, purpose="proposal")
    kept = proposing.drop_proposal(
        by=request.user, old=form.chosen, upload=upload, whole=clean["whole"], shared=clean["keep"]
    )
    url = reverse("contracts:proposal", args=[kept.public_id])
    tasks.read_proposal.start(
        by=request.user, about=kept, result_url=url, key=f"read-proposal-{kept.pk}", proposal_id=kept.pk
    )
    return redirect(url)


def _stored(user: User, old: AgreementVersion, new: AgreementVersion) -> Asked:
    before, after = (queries.read_clauses(user, version) for version in (old, new))
    return _made(user, old, before, as_data(after), str(new), whole=True)


def _made(
    user: User, old: AgreementVersion, stored: list[Clause], after: list[Data], title: str, *, whole: bool
) -> Asked:
    before = as_data(stored)
    changes, silent = proposed_changes(before, after, in_part=not whole)
    return asked(title, changes, joining(user, before, after, old, stored), silent, JOINED_AT_ONCE)


def _part(request: Request, made: Asked) -> Data:
    """One page of the changes; `only` shows those that reach something."""
    only = request.GET.get("only", "") if request.GET.get("only") in REACHES else ""
    pages = Paginator(made.reaching(only), CHANGES_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    names = {"": _("All changes"), **{name: str(label) for name, label in REACH_NAMES.items()}}
    tabs = [
        (label, _address(request, only=name), len(made.reaching(name)), name == only) for name, label in names.items()
    ]
    return {
        "shown": made.joined.likened(list(page)),
        "tabs": [tab for tab in tabs if tab[2]],
        **_turning(request, page),
        "unfolded": pages.count <= UNFOLDED,
    }


def _turning(request: Request, page: Page[Any]) -> Data:
    """The page, and the addresses of those before and after it."""
    return {
        "page": page,
        "earlier": _address(request, page=str(page.number - 1)) if page.has_previous() else "",
        "later": _address(request, page=str(page.number + 1)) if page.has_next() else "",
    }


def _address(request: Request, **change: str) -> str:
    """This page with another choice; another kind begins on its first page."""
    kept = request.GET.copy()
    for name in (*change, "page"):
        kept.pop(name, None)
    kept.update({name: value for name, value in change.items() if value})
    return "?" + kept.urlencode()


@allow(ledger.VIEW, "GET")
def proposal(request: Request, public_id: UUID) -> HttpResponse:
    """A kept proposal: the joined facts of each change first, then what the model wrote about it, marked."""
    kept = _proposal_or_404(request, public_id)
    if kept.upload is not None:
        file_job = jobs_about(request.user, kept).filter(kind=tasks.read_proposal.name).first()
        context: Data = {"asked": None, "old": kept.old, "kept": kept, "file_job": file_job}
        return render(request, "contracts/impact.html", context)
    made = _kept(request.user, kept)
    unread = _with_readings(request.user, kept, made)
    if request.GET.get("paper"):
        return _paper(request, kept.old, made)
    context = {
        "asked": made,
        "old": kept.old,
        "kept": kept,
        "job": jobs_about(request.user, kept).filter(kind=tasks.word_proposal.name).first(),
        "model": state(request.user),
        "unread": unread,
        "open": sum(1 for change in made.changes if not change["stance"]),
        "stances": Stance.choices,
        "back": request.GET.urlencode(),
        **_part(request, made),
    }
    return render(request, "contracts/impact.html", context)


def _kept(user: User, kept: KeptProposal) -> Asked:
    """What a kept proposal asks for, each change with where the team stands on it."""
    stored = queries.read_clauses(user, kept.old)
    made = _made(user, kept.old, stored, kept.clauses, kept.title, whole=kept.whole)
    held = proposed.stances(user, kept)
    for change in made.changes:
        change["sign"] = proposing.words_of({"words": change["full"]})
        change["stance"] = held.get(change["sign"])
    return made


@allow(ledger.VIEW, "POST")
def take_stance(request: Request, public_id: UUID) -> HttpResponse:
    """The team's word on one change (`place`), or on every change of a kind (`only`, `kind`) that has none yet.

    `sign` tells which words stood there when the person looked: the text in force may have been read again since.
    """
    kept = _proposal_or_404(request, public_id)
    place, kind, post = request.POST.get("place", ""), request.POST.get("kind", ""), request.POST
    made = _kept(request.user, kept)
    if "place" in post:
        chosen = [c for c in made.changes if str(c["place"]) == place and post.get("sign", c["sign"]) == c["sign"]]
    else:
        some = made.reaching(post.get("only", "") if post.get("only") in REACHES else "")
        chosen = [c for c in some if post.get("stance") and not c["stance"] and kind in ("", c["kind"])]
    changes = [{"words": change["full"]} for change in chosen]
    try:
        done = proposing.take_stance(
            proposal=kept, by=request.user, changes=changes, stance=post.get("stance", ""), note=post.get("note", "")
        )
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        said = ngettext("Kept for %(n)d change.", "Kept for %(n)d changes.", done) % {"n": done}
        messages.success(request, said)
    return redirect(_back(request, kept.public_id))


def _back(request: Request, public_id: UUID) -> str:
    """The same page of the same choice, at the change that was decided on."""
    back, place = QueryDict(request.POST.get("back", "")).urlencode(), request.POST.get("place", "")
    url = reverse("contracts:proposal", args=[public_id]) + (f"?{back}" if back else "")
    return f"{url}#c{place}" if place.isdecimal() else url


def _with_readings(user: User, kept: KeptProposal, made: Asked) -> int:
    """Put what the model wrote beside each change; how many of those it reads it has not read yet."""
    readings = {output.data["key"]: output for output in proposed.readings(user, kept)}
    for change in made.changes:
        found = change["reading"] = readings.get(proposing.key_of({"words": change["full"]}))
        change["points"] = points.shown(found.data) if found else []
    return sum(1 for change in made.changes[: proposed.MOST_READ] if not change["reading"])


def _proposal_or_404(request: Request, public_id: UUID) -> KeptProposal:
    kept = proposed.proposal(request.user, public_id)
    if kept is None:
        raise Http404
    return kept


def _paper(request: Request, old: AgreementVersion, made: Asked) -> HttpResponse:
    whole = replace(made, changes=made.joined.likened(made.changes))
    answer = HttpResponse(draw_paper(by=request.user, old=old, asked=whole), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="proposal.pdf"'
    return answer


@allow(ledger.VIEW, "POST")
def word_proposal(request: Request, public_id: UUID) -> HttpResponse:
    """Let the model put the changes in words, from where it stopped."""
    kept = _proposal_or_404(request, public_id)
    url = reverse("contracts:proposal", args=[kept.public_id])
    key = f"proposal-{kept.pk}"
    tasks.word_proposal.start(by=request.user, about=kept, result_url=url, key=key, proposal_id=kept.pk)
    return redirect(url)


@allow(ledger.VIEW, "POST")
def decide_reading(request: Request, public_id: UUID) -> HttpResponse:
    """A person's word on what the model wrote about one change."""
    found = proposed.reading(request.user, public_id)
    if found is None or found.about_id is None:
        raise Http404
    try:
        review_output(by=request.user, output=found, accept=request.POST.get("verdict") == "accept")
    except Problem as problem:
        messages.error(request, str(problem))
    return redirect(_back(request, found.about_id))


@allow(ledger.VIEW, "POST")
def share_proposal(request: Request, public_id: UUID) -> HttpResponse:
    """Keep for the team what was dropped for oneself."""
    kept = _proposal_or_404(request, public_id)
    proposing.share_proposal(proposal=kept, by=request.user)
    messages.success(request, _("The proposal is kept for the team."))
    return redirect("contracts:proposal", kept.public_id)


@allow(ledger.VIEW, "POST")
def remove_proposal(request: Request, public_id: UUID) -> HttpResponse:
    proposing.remove_proposal(proposal=_proposal_or_404(request, public_id), by=request.user)
    messages.success(request, _("The proposal is deleted, with what the model wrote about it."))
    return redirect("contracts:impact")
