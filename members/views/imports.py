"""A file's way in, page by page: file, columns, preview, applied, undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from members import queries, tasks
from members.forms import ColumnsForm, ImportForm
from members.imports.sums import parts_of_amount
from members.life import problems
from members.models import ImportState, RosterImport
from members.reports import preview
from members.services import importing
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem
from unionops.platform.files.services import store_upload
from unionops.platform.jobs.models import Job
from unionops.platform.jobs.models import State as JobState
from unionops.platform.jobs.queries import jobs_about, worked_on

REACHED = {
    tasks.read_roster.name: (ImportState.PLANNED, ImportState.APPLIED, ImportState.UNDONE),
    tasks.apply_roster.name: (ImportState.APPLIED, ImportState.UNDONE),
    tasks.undo_roster.name: (ImportState.UNDONE,),
}
"""What an import is once the work of a job on it is done, whoever did it in the end."""


@allow("members.import")
def index(request: Request) -> HttpResponse:
    """Files so far, and the form for the next one."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if form.is_valid() and (found := _received(request, form)):
        tasks.read_roster.start(
            by=request.user, about=found, result_url=found.get_absolute_url(), import_id=str(found.public_id)
        )
        return redirect(found)
    shown = list(queries.imports(request.user)[:60])
    busy = worked_on(request.user, (found.public_id for found in shown))
    stopped = [found.pk for found in shown if found.state == ImportState.READING and found.public_id not in busy]
    context = {"form": form, "imports": shown, "stopped": stopped}
    return render(request, "members/imports.html", context, status=422 if form.is_bound else 200)


def _received(request: Request, form: ImportForm) -> RosterImport | None:
    said = dict(form.cleaned_data)
    file = said.pop("file")
    try:
        upload = store_upload(by=request.user, file=file, name=file.name, purpose="roster")
        return importing.begin_import(by=request.user, upload=upload, **said)
    except Problem as problem:
        form.add_error("file", str(problem))
        return None


def _import(request: Request, public_id: UUID) -> RosterImport:
    return get_object_or_404(queries.imports(request.user), public_id=public_id)


@allow("members.import", "GET")
def detail(request: Request, public_id: UUID) -> HttpResponse:
    """Where the file is, and the whole of what it would change or did change."""
    return _page(request, _import(request, public_id))


def _page(request: Request, found: RosterImport, status: int = 200, **extra: Any) -> HttpResponse:
    tab = request.GET.get("tab", "")
    job = jobs_about(request.user, found).first()
    context: dict[str, Any] = {"found": found, "job": job, "job_matters": _matters(job, found)}
    context["why_not_read"] = problems.said(found.problem)
    context["stopped"] = found.state == ImportState.READING and not (job and job.is_active)
    context |= {**preview(found, tab, request.GET.get("page", "")), **extra}
    context["open_to_answers"] = found.state == ImportState.PLANNED
    if found.rows_blob:
        read = {*found.mapping, *found.totals.get("funds", {}), *parts_of_amount(found.head, found.mapping)}
        context["left_out"] = [name for name in found.head["header"] if name.strip() and name not in read]
        context.setdefault("columns_form", columns_form(found))
        context["kept"] = found.head
        context["columns_first"] = found.state == ImportState.FAILED
        context["columns_unfolded"] = context["columns_first"] or bool(context["columns_form"].errors)
    return render(request, "members/import.html", context, status=status)


def _matters(job: Job | None, found: RosterImport) -> bool:
    """Whether the page tells of the newest job: it is under way, or it did not end in what the import says it is."""
    if job is None or job.is_active:
        return job is not None
    unfinished = job.state in {JobState.FAILED, JobState.CANCELLED, JobState.EXPIRED, JobState.BLOCKED}
    return unfinished and found.state not in {*REACHED.get(job.kind, ()), ImportState.DROPPED}


def columns_form(found: RosterImport, data: Any = None) -> ColumnsForm:
    return ColumnsForm(data, header=found.head["header"], kind=found.kind, mapping=found.mapping)


@allow("members.import", "POST")
def columns(request: Request, public_id: UUID) -> HttpResponse:
    """Read the file again with the columns as the person says."""
    found = _import(request, public_id)
    form = columns_form(found, request.POST) if found.rows_blob else None
    if form is None or not form.is_valid():
        return _page(request, found, 422, columns_form=form)
    try:
        importing.read_import(by=request.user, roster_import=found, mapping=form.mapping())
    except Problem as problem:
        form.add_error(None, problems.said(str(problem)))
        return _page(request, found, 422, columns_form=form)
    messages.success(request, _("The preview is made again with these columns."))
    return redirect(found)


@allow("members.import", "POST")
def decide(request: Request, public_id: UUID) -> HttpResponse:
    """Who the doubtful rows are about."""
    found = _import(request, public_id)
    said = {name.removeprefix("row-"): str(value) for name, value in request.POST.items() if name.startswith("row-")}
    by = request.user
    return _planned(request, found, lambda: importing.decide_rows(by=by, roster_import=found, decisions=said))


def _planned(request: Request, found: RosterImport, deed: Callable[[], object]) -> HttpResponse:
    """Plan anew and show it; what stands in the way is said on the same page."""
    try:
        deed()
    except Problem as problem:
        messages.error(request, problems.said(str(problem)))
    return redirect(found)


@allow("members.import", "POST")
def apply(request: Request, public_id: UUID) -> HttpResponse:
    """Start applying exactly the plan that was shown."""
    found = _import(request, public_id)
    tasks.apply_roster.start(
        by=request.user,
        about=found,
        result_url=found.get_absolute_url(),
        import_id=str(found.public_id),
        plan_hash=request.POST.get("plan_hash", "-"),
    )
    return redirect(found)


@allow("members.import", "POST")
def again(request: Request, public_id: UUID) -> HttpResponse:
    found = _import(request, public_id)
    return _planned(request, found, lambda: importing.replan(by=request.user, roster_import=found))


@allow("members.import", "POST")
def undo(request: Request, public_id: UUID) -> HttpResponse:
    """At once; a long import by a job, whose progress its page shows."""
    found = _import(request, public_id)
    if found.totals.get("rows", 0) > tasks.UNDONE_AT_ONCE and found.state == "applied":
        url = found.get_absolute_url()
        tasks.undo_roster.start(by=request.user, about=found, result_url=url, import_id=str(found.public_id))
        return redirect(found)
    try:
        importing.undo_import(by=request.user, roster_import=found)
        messages.success(request, _("Taken back. The roster is as it was before this file."))
    except Problem as problem:
        return _page(request, found, 422, problem=problem)
    return redirect(found)


@allow("members.import", "POST")
def drop(request: Request, public_id: UUID) -> HttpResponse:
    importing.drop_import(by=request.user, roster_import=_import(request, public_id))
    return redirect("members:imports")
