"""The pocket contract: what there is, as files, as the page kept on a phone, as booklet and poster."""

from __future__ import annotations

from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from contracts import queries
from contracts.models import AgreementVersion
from contracts.pocket import page
from contracts.pocket import poster as posters
from contracts.pocket.edition import EDITIONS, MEMBER, STEWARD
from contracts.services import pocketing
from contracts.tasks import draw_booklet
from contracts.views.common import agreement_or_404, shown_version
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.middleware import PUBLIC_COMPUTER
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.queries import jobs_about


@allow("contracts.view", "GET")
def pocket(request: Request, slug: str) -> HttpResponse:
    """Everything one can take along of this agreement."""
    version = _version(request, slug)
    context = {
        "agreement": version.agreement,
        "version": version,
        "editions": [_edition(request.user, version, kind) for kind in _open_to(request.user)],
        "job": jobs_about(request.user, version).filter(kind=draw_booklet.name).first(),
        "public_computer": bool(request.session.get(PUBLIC_COMPUTER)),
        "out_of_reach": settings.LOOPBACK,
        "is_newest": version == queries.version_on(request.user, version.agreement),
    }
    return render(request, "contracts/pocket/pocket.html", context)


def _version(request: Request, slug: str) -> AgreementVersion:
    found = agreement_or_404(request.user, slug)
    version = shown_version(request.user, found, request.GET.get("v", ""))
    version.agreement = found
    return version


def _open_to(user: User) -> tuple[str, ...]:
    return EDITIONS if may(user, "contracts.note") else (MEMBER,)


def _edition(user: User, version: AgreementVersion, kind: str) -> dict[str, object]:
    names = {MEMBER: _("Members’ edition"), STEWARD: _("Stewards’ edition")}
    return {"kind": kind, "name": names[kind], "booklet": queries.booklets(user, version).filter(edition=kind).first()}


@allow("contracts.view", "GET")
def one_file(request: Request, slug: str, edition: str) -> HttpResponse:
    """The edition as one HTML file to save or pass on."""
    version = _version(request, slug)
    if edition not in _open_to(request.user):
        raise Http404
    try:
        data = pocketing.make_pocket(version=version, by=request.user, edition=edition)
    except Problem as problem:
        return _said(request, version, problem)
    answer = HttpResponse(data, content_type=page.TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{slug}-{edition}.html"'
    return answer


def _said(request: Request, version: AgreementVersion, problem: Problem) -> HttpResponse:
    messages.error(request, str(problem))
    return redirect(_address(version))


def _address(version: AgreementVersion) -> str:
    return reverse("contracts:pocket", args=[version.agreement.slug]) + f"?v={version.public_id}"


@allow("contracts.view", "POST")
def booklet(request: Request, slug: str, edition: str) -> HttpResponse:
    """Starts the drawing; the booklet stands on the page when it is done."""
    version = _version(request, slug)
    if edition not in _open_to(request.user):
        raise Http404
    url = _address(version)
    key = f"booklet-{edition}-{version.pk}"
    draw_booklet.start(by=request.user, about=version, result_url=url, key=key, version_id=version.pk, edition=edition)
    messages.success(request, _("The booklet is being drawn. You can leave this page."))
    return redirect(url)


@allow("contracts.view", "GET")
def folded(request: Request, slug: str, edition: str) -> HttpResponse:
    """The booklet that was drawn, its pages ordered for folding."""
    version = _version(request, slug)
    if edition not in _open_to(request.user):
        raise Http404
    kept = queries.booklets(request.user, version).filter(edition=edition).first()
    if kept is None:
        problem = Problem("booklet", _("There is no booklet of it yet."), _("Make the booklet first."))
        return _said(request, version, problem)
    try:
        data = pocketing.folded_booklet(booklet=kept, by=request.user)
    except Problem as problem:
        return _said(request, version, problem)
    answer = HttpResponse(data, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{slug}-{edition}-folded.pdf"'
    return answer


@allow("contracts.view", "GET")
def poster(request: Request, slug: str) -> HttpResponse:
    """The poster; `?label=` puts a clause on it."""
    version = _version(request, slug)
    label = request.GET.get("label", "").strip()
    clause = queries.clause_at(request.user, version, label) if label else None
    if label and clause is None:
        problem = Problem(
            "label",
            _("%(version)s has no %(label)s.") % {"version": version, "label": label[:40]},
            _("Write it as it stands in the contents, such as 8.2."),
        )
        return _said(request, version, problem)
    words = queries.full_text(request.user, clause)[clause.now_start :].strip() if clause else ""
    try:
        data = posters.draw(version, clause, words)
    except Problem as problem:
        return _said(request, version, problem)
    answer = HttpResponse(data, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{slug}-poster.pdf"'
    return answer


@allow("contracts.view", "GET")
def kept_text(request: Request, slug: str) -> HttpResponse:
    """The members' edition of the text in force, for the phone; its headers tell the page what it kept."""
    version = _in_force(request, slug)
    source = pocketing.edition_for(request.user, version, MEMBER)
    answer = HttpResponse(page.for_phone(source, reverse("contracts:kept-stamp", args=[slug])), content_type=page.TYPE)
    answer["X-Pocket-Stamp"] = source.stamp
    answer["X-Pocket-Title"] = quote(str(version))
    answer["X-Pocket-Made"] = quote(source.made.isoformat())
    return answer


@allow("contracts.view", "GET")
def stamp(request: Request, slug: str) -> HttpResponse:
    """Whether a kept copy is still the text in force."""
    version = _in_force(request, slug)
    return JsonResponse({"stamp": pocketing.edition_for(request.user, version, MEMBER).stamp})


def _in_force(request: Request, slug: str) -> AgreementVersion:
    found = agreement_or_404(request.user, slug)
    version = queries.version_on(request.user, found)
    if version is None or not queries.clauses(request.user, version).exists():
        raise Http404
    version.agreement = found
    return version
