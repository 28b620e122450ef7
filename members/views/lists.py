"""Saved lists: made from words, counted while typing, explained for one person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext

from members import conditions_form, queries
from members.forms import SegmentForm
from members.models import Segment
from members.segments.conditions import troubles
from members.segments.conditions import why as reasons
from members.segments.known import unheard_of
from members.segments.plainly import read
from members.segments.words import in_words
from members.services import lists
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem


@allow("members.segments", "GET")
def index(request: Request) -> HttpResponse:
    rows = [(row, queries.segment_count(request.user, row)) for row in queries.segments(request.user)]
    return render(request, "members/segments.html", {"segments": rows})


@allow("members.segments", "POST")
def usual(request: Request) -> HttpResponse:
    """The lists every local begins with."""
    made = lists.save_usual_lists(by=request.user)
    messages.success(request, ngettext("%s list is there.", "%s lists are there.", len(made)) % len(made))
    return redirect("members:segments")


@allow("members.segments")
def new(request: Request) -> HttpResponse:
    """From the list's filter (its words come along) or from nothing."""
    initial = {"text": request.GET.get("text", ""), "is_shared": True}
    form = SegmentForm(request.POST or None, initial=initial)
    return _reworded(request, form) or _saved(request, form) or _form(request, form)


def _reworded(request: Request, form: SegmentForm, **extra: Any) -> HttpResponse | None:
    """The rows of the form put into words, before anything is kept."""
    if request.POST.get("to") != "words":
        return None
    said = request.POST.copy()
    try:
        for begun in conditions_form.unanswered(request.POST):
            raise Problem("list_value", begun)
        said["text"] = in_words(conditions_form.asked(request.POST))
    except Problem as problem:
        form.add_error(None, str(problem))
        return _form(request, form, rows=list(conditions_form.read(request.POST)), **extra)
    return _form(request, SegmentForm(initial=said.dict()), **extra)


def _saved(request: Request, form: SegmentForm) -> HttpResponse | None:
    if not form.is_valid():
        return None
    try:
        return redirect(lists.save_segment(by=request.user, **form.cleaned_data))
    except Problem as problem:
        form.add_error("text" if problem.code.startswith("list") else None, str(problem))
        return None


def _form(request: Request, form: SegmentForm, **extra: Any) -> HttpResponse:
    rows = extra.pop("rows", None)
    context = {"form": form, **extra, **conditions_form.shown(_rows(form) if rows is None else rows)}
    return render(request, "members/segment_form.html", context, status=422 if form.is_bound else 200)


def _rows(form: SegmentForm) -> list[conditions_form.Row]:
    """The text as rows; none while it cannot be understood."""
    try:
        return conditions_form.rows_of(read(form["text"].value() or ""))
    except Problem:
        return []


def _segment(request: Request, public_id: UUID) -> Segment:
    return get_object_or_404(queries.segments(request.user), public_id=public_id)


@allow("members.segments", "GET")
def detail(request: Request, public_id: UUID) -> HttpResponse:
    found = _segment(request, public_id)
    rows = queries.segment_people(request.user, found)
    shown, mark = queries.page(rows, after=request.GET.get("after", ""))
    words = request.GET.get("who", "").strip()[:80]
    asked = queries.in_or_out(request.user, found, words) if words else []
    context = {
        "segment": found, "people": shown, "total": queries.segment_count(request.user, found), "mark": mark,
        "who": words, "asked": asked, "notes": troubles(found.criteria),
    }  # fmt: skip
    return render(request, "members/segment.html", context)


@allow("members.segments")
def edit(request: Request, public_id: UUID) -> HttpResponse:
    found = _segment(request, public_id)
    initial = {"name": found.name, "text": found.text, "is_shared": found.is_shared}
    form = SegmentForm(request.POST or None, initial=initial)
    reworded = _reworded(request, form, segment=found)
    return reworded or _saved(request, form) or _form(request, form, segment=found)


@allow("members.segments", "POST")
def remove(request: Request, public_id: UUID) -> HttpResponse:
    try:
        lists.delete_segment(by=request.user, segment=_segment(request, public_id))
    except Problem as problem:
        messages.error(request, str(problem))
    return redirect("members:segments")


@allow("members.segments", "GET")
def count(request: Request) -> HttpResponse:
    """How many people the words mean right now; asked while somebody types."""
    try:
        total, criteria = queries.counted(request.user, request.GET.get("text", ""))
        said = in_words(criteria) if request.GET.get("text", "").strip() else ""
        context: dict[str, Any] = {"total": total, "said": said, "notes": unheard_of(criteria)}
    except Problem as problem:
        context = {"problem": problem}
    return render(request, "members/_count.html", context)


@allow("members.segments", "GET")
def why(request: Request, public_id: UUID, person_id: UUID) -> HttpResponse:
    """Why somebody is on the list or not: each condition by itself."""
    found = _segment(request, public_id)
    person = get_object_or_404(queries.people(request.user, "members.segments"), public_id=person_id)
    verdicts = [(in_words([criterion]), holds) for criterion, holds in reasons(person, found.criteria)]
    context = {"segment": found, "person": person, "verdicts": verdicts, "is_in": all(v for _c, v in verdicts)}
    return render(request, "members/why.html", context)
