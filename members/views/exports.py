"""Files of people: purpose asked, a second person for many, everything logged."""

from __future__ import annotations

import json
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from members import queries
from members.exports import attachment, download, record_json, record_paper
from members.formats.files import FORMATS
from members.forms import ExportForm
from members.life.records import whole_record
from members.services import exporting
from unionops.platform.access.allow import Request, allow
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


@allow("members.export", step_up=True)
def index(request: Request) -> HttpResponse:
    """Choose a list and a format; what left before stands below."""
    formats = [(slug, found.label) for slug, found in FORMATS.items()]
    form = ExportForm(
        request.POST or None, segments=queries.segments(request.user), formats=formats, initial=request.GET.dict()
    )
    if form.is_valid() and (answer := _exported(request, form)):
        return answer
    context = {"form": form, "records": queries.export_records(request.user)[:50]}
    return render(request, "members/exports.html", context, status=422 if form.is_bound else 200)


def _exported(request: Request, form: ExportForm) -> HttpResponse | None:
    said = form.cleaned_data
    try:
        segment = queries.segment(request.user, said["segment"])
        order = {"by": request.user, "segment": segment, "file_format": said["format"], "purpose": said["purpose"]}
        try:
            return download(exporting.export_people(**order, leaves_out=said["leaves_out"]))
        except Problem as problem:
            if problem.code != "needs_second_person":
                raise
        exporting.ask_to_export(**order, url=reverse("access:approvals"))
    except Problem as problem:
        form.add_error(None, str(problem))
        return None
    messages.info(
        request,
        _("More than 50 people: another person must approve this first. They have been asked; then come back here."),
    )
    return redirect("members:exports")


@allow("members.export", "GET")
def manifest(request: Request, public_id: UUID) -> HttpResponse:
    """What is known about a file that left, to be kept beside it."""
    kept = get_object_or_404(queries.export_records(request.user), public_id=public_id)
    said = json.dumps(exporting.manifest(kept), indent=1, ensure_ascii=False).encode()
    return attachment(said, f"{kept.format}-manifest.json", "application/json")


@allow("members.export", "GET", step_up=True)
def record_file(request: Request, public_id: UUID) -> HttpResponse:
    """Everything we hold about one person, for that person."""
    person = get_object_or_404(queries.people(request.user, "members.export"), public_id=public_id)
    found = whole_record(request.user, person)
    record(request.user, "exported a person's record", person, count=1)
    if request.GET.get("as") == "json":
        return attachment(record_json(found), "record.json", "application/json")
    return attachment(record_paper(found), "record.pdf", "application/pdf")
