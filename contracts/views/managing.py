"""Bringing agreements in: upload, check, correct, publish."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from contracts import amended, cutting, queries, tasks
from contracts.asking.scopes import KIND, scope_of
from contracts.changes import tracked
from contracts.forms import AddForm, CorrectionForm
from contracts.models import AgreementVersion, VersionState
from contracts.reading.account import outline, set_aside_sums
from contracts.services import amending, correcting, publishing, reading
from contracts.views.common import clause_or_404, version_or_404
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem
from unionops.platform.files.services import store_upload
from unionops.platform.jobs.queries import jobs_about
from unionops.platform.search.services import is_old

AT_ONCE = 100


@allow("contracts.manage")
def add(request: Request) -> HttpResponse:
    form = AddForm(
        request.POST or None,
        request.FILES or None,
        units=queries.units(request.user),
        agreements=queries.agreements(request.user),
        versions=queries.versions(request.user).filter(state=VersionState.PUBLISHED),
        initial={"supersedes": request.GET.get("after", "")},
    )
    if form.is_valid():
        try:
            version = _take_in(request, form)
        except Problem as problem:
            form.add_error(problem.code if problem.code in form.fields else "file", str(problem))
        else:
            return redirect("contracts:version", version.public_id)
    return render(request, "contracts/add.html", {"form": form}, status=422 if form.is_bound else 200)


def _take_in(request: Request, form: AddForm) -> AgreementVersion:
    data = form.cleaned_data
    upload = store_upload(by=request.user, file=data["file"], name=data["file"].name, purpose="agreement")
    version = reading.add_version(
        by=request.user,
        upload=upload,
        title=data["title"],
        kind=data["kind"],
        unit=data["unit"],
        effective=data["effective"],
        expires=data["expires"],
        supersedes=form.before,
        parent=data["parent"],
    )
    start_reading(request, version)
    return version


def start_reading(request: Request, version: AgreementVersion, *, anew: bool = True) -> None:
    """A job that reads the file, or only makes the corrections, once at a time for each version."""
    url, key = reverse("contracts:version", args=[version.public_id]), f"read-agreement-{version.pk}"
    tasks.read_agreement.start(
        by=request.user, about=version, result_url=url, key=key, version_id=version.pk, anew=anew
    )


@allow("contracts.manage", "GET")
def version(request: Request, public_id: UUID) -> HttpResponse:
    """How the file was read: what was found, what was set aside, what a person should look at."""
    found = version_or_404(request.user, public_id)
    job = jobs_about(request.user, found).first()
    context = {
        "version": found,
        "job": job if job and (job.is_active or found.state != VersionState.PUBLISHED) else None,
        "outline": outline(request.user, found),
        "set_aside": set_aside_sums(found),
        "corrections": queries.corrections(request.user, found),
        "amendments": amended.of_letter(request.user, found),
        "not_carried_out": amended.not_carried_out(request.user, found),
        "cut_long_ago": cutting.is_old(found),
        "indexed_long_ago": is_old(kind=KIND, scope=scope_of(found)),
    }
    return render(request, "contracts/version.html", context)


@allow("contracts.manage", "GET")
def redline(request: Request, public_id: UUID) -> HttpResponse:
    """The tracked changes of a Word file, a hundred paragraphs at a time; `?from=` counts them from 1."""
    found = version_or_404(request.user, public_id)
    asked = request.GET.get("from", "1")
    first = max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1
    shown, total = tracked.paragraphs(request.user, found, first - 1, AT_ONCE)
    context = {
        "version": found,
        "shown": [{"number": number, "found": paragraph} for number, paragraph in enumerate(shown, start=first)],
        "before": max(1, first - AT_ONCE) if first > 1 else 0,
        "after": first + AT_ONCE if first + AT_ONCE <= total else 0,
    }
    return render(request, "contracts/redline.html", context)


@allow("contracts.manage", "POST")
def read_again(request: Request, public_id: UUID) -> HttpResponse:
    found = version_or_404(request.user, public_id)
    start_reading(request, found)
    messages.success(request, _("The file is read again. Your corrections are made anew."))
    return redirect("contracts:version", public_id)


@allow("contracts.manage", "POST")
def take_out(request: Request, public_id: UUID) -> HttpResponse:
    found = version_or_404(request.user, public_id)
    job = jobs_about(request.user, found).first()
    try:
        if job and job.is_active:
            raise Problem("being_read", _("The file is being read."), _("Press Stop first."))
        publishing.take_out(version=found, by=request.user)
    except Problem as problem:
        messages.error(request, str(problem))
        return redirect("contracts:version", public_id)
    messages.success(request, _("The file is taken out. Bring in another one."))
    return redirect("contracts:add")


@allow("contracts.manage", "POST")
def publish(request: Request, public_id: UUID) -> HttpResponse:
    found = version_or_404(request.user, public_id)
    try:
        publishing.publish(version=found, by=request.user, word="word" in request.POST)
    except Problem as problem:
        messages.error(request, str(problem))
        return redirect("contracts:version", public_id)
    messages.success(request, _("Published. Everybody in the local can read it now."))
    return redirect("contracts:agreement", found.agreement.slug)


@allow(amended.MANAGE, "POST")
def decide(request: Request, public_id: UUID) -> HttpResponse:
    """Confirm or reject one amendment of a letter, beside both texts."""
    found = amended.amendment(request.user, public_id)
    if found is None:
        raise Http404
    try:
        amending.decide_amendment(amendment=found, by=request.user, confirm=request.POST.get("decision") == "confirm")
    except Problem as problem:
        messages.error(request, str(problem))
    return redirect("contracts:version", found.version.public_id)


def _back(request: Request, version: AgreementVersion) -> str:
    """The review page at the place one came from, else the page of the version."""
    first = request.GET.get("from", "")
    if first.isdecimal() and len(first) < 7:
        return f"{reverse('contracts:review', args=[version.public_id])}?from={first}"
    return reverse("contracts:version", args=[version.public_id])


@allow("contracts.manage")
def correct(request: Request, public_id: UUID) -> HttpResponse:
    """Retitle, renumber, split or join one clause; the version is read again with all corrections."""
    clause = clause_or_404(request.user, public_id)
    initial = {"title": clause.title, "number": clause.number}
    form = CorrectionForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            correcting.correct(clause=clause, by=request.user, kind=form.cleaned_data["kind"], value=form.value)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            start_reading(request, clause.version, anew=False)
            messages.success(request, _("Kept. The agreement is read again with your correction."))
            return redirect(_back(request, clause.version))
    page = queries.pages(request.user, clause.version).filter(number=clause.page_start).first()
    context = {
        "form": form,
        "clause": clause,
        "page": page,
        "version": clause.version,
        "back": _back(request, clause.version),
        "beginnings": correcting.beginnings(clause),
    }
    return render(request, "contracts/correct.html", context, status=422 if form.is_bound else 200)
