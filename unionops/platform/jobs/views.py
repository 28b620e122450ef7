"""Pages of jobs: how far, how long still, stop, try again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from unionops.platform.access.allow import Request, allow
from unionops.platform.core.asked import whole
from unionops.platform.jobs import queries, services
from unionops.platform.jobs.models import ACTIVE
from unionops.platform.jobs.templatetags.jobs import progress_context
from unionops.platform.ui import news

SHOWN = 50


@allow("jobs.view", "GET")
def index(request: Request) -> HttpResponse:
    rows = queries.jobs(request.user)
    running = list(rows.filter(state__in=ACTIVE)[:SHOWN])
    ended = list(rows.exclude(state__in=ACTIVE)[:SHOWN])
    return render(request, "jobs/index.html", {"running": running, "ended": ended, "news": news.shown(request.user)})


@allow("jobs.view", "GET")
def detail(request: Request, public_id: UUID) -> HttpResponse:
    job = get_object_or_404(queries.jobs(request.user), public_id=public_id)
    return render(request, "jobs/detail.html", {"job": job})


@allow("jobs.view", "GET")
def progress(request: Request, public_id: UUID) -> HttpResponse:
    """The fragment the browser polls; text after `?after=` comes as an addition to what is shown."""
    job = get_object_or_404(queries.jobs(request.user), public_id=public_id)
    after, refresh = whole(request.GET.get("after", "")), request.GET.get("refresh") == "1"
    context = {
        **progress_context(job, refresh=refresh),
        "polled": True,
        "added": queries.words(request.user, job)[after:],
    }
    response = render(request, "jobs/_progress.html", context)
    if refresh and not job.is_active:
        response["HX-Refresh"] = "true"
    return response


@allow("jobs.view", "POST")
def stop(request: Request, public_id: UUID) -> HttpResponse:
    job = get_object_or_404(queries.jobs(request.user), public_id=public_id)
    services.stop(job, by=request.user)
    return _back(request, public_id)


@allow("jobs.view", "POST")
def retry(request: Request, public_id: UUID) -> HttpResponse:
    job = get_object_or_404(queries.jobs(request.user), public_id=public_id)
    services.retry(job, by=request.user)
    return _back(request, public_id)


def _back(request: Request, public_id: UUID) -> HttpResponse:
    if not request.htmx:
        return redirect("jobs:detail", public_id)
    job = get_object_or_404(queries.jobs(request.user), public_id=public_id)
    context = {**progress_context(job, refresh=request.GET.get("refresh") == "1"), "polled": True, "added": ""}
    return render(request, "jobs/_progress.html", context)
