"""Old cases on paper: bring files in, have them read, confirm them one by one with the keyboard."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from grievances.forms.old import OldCaseForm, OldFilesForm
from grievances.models import OldFile, ScanState
from grievances.queries import old as queries
from grievances.services import old
from grievances.tasks import read_old_files
from grievances.views.common import do
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem

IMPORT = "grievances.import"


@allow(IMPORT, "GET POST")
def files(request: Request) -> HttpResponse:
    """What came in and how far it is."""
    form = OldFilesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        _take_in(request, form.cleaned_data["scans"])
        return redirect("grievances:old-files")
    context = {
        "form": form,
        "counts": [(ScanState(state).label, n) for state, n in queries.counts(request.user).items() if n],
        "rows": queries.old_files(request.user).order_by("-pk")[:200],
        "next": queries.next_to_check(request.user),
        "waiting": queries.counts(request.user)[ScanState.WAITING],
        "job": queries.reading_job(request.user),
    }
    return render(request, "grievances/old_files.html", context, status=422 if form.errors else 200)


def _take_in(request: Request, given: list[Any]) -> None:
    made = 0
    for file in given:
        name = str(getattr(file, "name", ""))
        try:
            old.add_file(by=request.user, data=file.read(), name=name)
            made += 1
        except Problem as problem:
            messages.error(request, f"{name}: {problem}")
    if made:
        words = ngettext("%(n)s file came in.", "%(n)s files came in.", made) % {"n": made}
        messages.success(request, f"{words} {_('They are read tonight, or now if you press the button.')}")


@allow(IMPORT, "POST")
def read_now(request: Request) -> HttpResponse:
    url = reverse("grievances:old-files")
    read_old_files.start(by=request.user, result_url=url, key="old-files")
    messages.success(request, _("The files are being read. You can leave this page."))
    return redirect(url)


def _row(request: Request, public_id: uuid.UUID) -> OldFile:
    try:
        return queries.old_file(request.user, public_id)
    except OldFile.DoesNotExist as error:
        raise Http404 from error


@allow(IMPORT, "GET POST")
def one(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Each value beside its page and words; Enter makes the case and shows the next file."""
    row = _row(request, public_id)
    first = {name: found["value"] for name, found in row.fields.items()}
    form = OldCaseForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            case = old.confirm(by=request.user, row=row, values=form.values_as_text())
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Case %s is on record.") % case)
            return _onward(request, row)
    fields = [(field, row.fields.get(field.name)) for field in form]
    pages = sorted({found["page"] for found in row.fields.values()} or {1})
    context = {"row": row, "form": form, "fields": fields, "pages": pages, "count": len(row.pages)}
    return render(request, "grievances/old_file.html", context, status=422 if form.errors else 200)


def _onward(request: Request, row: OldFile) -> HttpResponse:
    following = queries.next_to_check(request.user, row)
    if following is None:
        messages.success(request, _("No file waits for you."))
        return redirect("grievances:old-files")
    return redirect("grievances:old-file", following.public_id)


@allow(IMPORT, "POST")
def decide(request: Request, public_id: uuid.UUID, what: str) -> HttpResponse:
    """Set a file aside, or take back the case that was made of it."""
    row = _row(request, public_id)
    if what == "aside":
        try:
            old.set_aside(by=request.user, row=row)
        except Problem as problem:
            messages.error(request, str(problem))
        return _onward(request, row)
    if what != "back":
        raise Http404
    url = reverse("grievances:old-file", args=[public_id])
    return do(request, lambda: old.take_back(by=request.user, row=row), _("Taken back."), url)
