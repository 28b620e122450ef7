"""{% load jobs %}{% job_progress job %}: where a job stands, its words as they come, Stop and Try again."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from unionops.platform.jobs import beside, queries
from unionops.platform.jobs.models import Job, State

register = template.Library()
TONES = {
    State.DONE: "good",
    State.FAILED: "bad",
    State.BLOCKED: "bad",
    State.EXPIRED: "bad",
    State.CANCELLED: "warn",
}


def progress_context(job: Job, *, refresh: bool = False) -> dict[str, Any]:
    """What the fragment shows; `refresh` reloads the page around it when the job ends."""
    left = queries.time_left(beside.filled_in(job) if job.is_active else job)
    return {
        "job": job,
        "tone": TONES.get(State(job.state), "info"),
        "ahead": queries.ahead_of(job) if job.state == State.QUEUED else 0,
        "minutes": int(left.total_seconds() // 60) if left else 0,
        "seconds": int(left.total_seconds()) if left else 0,
        "refresh": refresh,
        "every": 1 if job.phase == "generating" else 2,
        "is_model": job.queue.startswith("ai."),
    }


@register.simple_tag(takes_context=True)
def job_progress(context: Any, job: Job, *, refresh: bool = False) -> SafeString:
    request = context.get("request")
    return SafeString(render_to_string("jobs/_progress.html", progress_context(job, refresh=refresh), request=request))


@register.filter
def job_tone(job: Job) -> str:
    return TONES.get(State(job.state), "info")
