"""Many people changed at once: chosen on the list, looked at once more, done, and taken back as a whole."""

from __future__ import annotations

from hashlib import sha256
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from members import queries
from members.deed_forms import DEED_FORMS
from members.models import Person
from members.services import deeds, lists
from members.walking import sharing, turfs
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.policy import may
from unionops.platform.core.problems import Problem

TAGS = {"tag", "untag"}
NEEDS = dict.fromkeys(("walk", "task", *TAGS), turfs.CUT)
"""Whoever gives out walk lists may do these and mark whom they work with; every other deed changes a record."""


def _needed(deed: str) -> str:
    return NEEDS.get(deed, "members.edit")


@allow("members.turf_cut", "POST")
def many(request: Request) -> HttpResponse:
    """What to do with the people ticked, or with everybody listed; done when the second form is filled in."""
    deed, said = request.POST.get("deed", ""), request.POST
    if deed not in DEED_FORMS or not may(request.user, _needed(deed)):
        messages.error(request, _("Choose what to do with them."))
        return redirect("members:list")
    try:
        people = _meant(request, _needed(deed))
    except Problem as problem:
        messages.error(request, str(problem))
        return redirect("members:list")
    if not people:
        messages.error(request, _("Tick at least one person."))
        return redirect("members:list")
    form = DEED_FORMS[deed](said if "do" in said else None, **_choices(request, deed))
    if form.is_valid():
        if said.get("seen") != _seal(people):
            messages.warning(request, _("Meanwhile the list holds other people. Look at the number again."))
        elif answer := _done(request, deed, people, form):
            return answer
    context = {
        "form": form, "deed": deed, "count": len(people), "seen": _seal(people),
        "some": people[:12], "more": max(0, len(people) - 12),
        "ids": said.getlist("id"), "scope": said.get("scope", ""), "q": said.get("q", ""), "text": said.get("text", ""),
    }  # fmt: skip
    if deed == "task":
        context["shares"] = shared = sharing.shares(request.user, people)
        context["busy"] = len(people) - sum(len(share.people) for share in shared)
    return render(request, "members/many.html", context, status=422 if form.errors else 200)


def _meant(request: Request, capability: str) -> list[Person]:
    """The ticked people, or everybody on the list that was shown, on every page of it."""
    said = request.POST
    if said.get("scope") != "all":
        return queries.ticked(request.user, capability, said.getlist("id"))
    return list(queries.everybody_listed(request.user, capability, said.get("q", ""), said.get("text", "")))


def _seal(people: list[Person]) -> str:
    """Whether they are still the very people that were shown."""
    return sha256(repr(sorted(person.pk for person in people)).encode()).hexdigest()


def _choices(request: Request, deed: str) -> dict[str, Any]:
    if deed == "place":
        return {"sites": queries.places(request.user)["sites"]}
    if deed == "walk":
        rows = turfs.turfs(request.user, turfs.CUT).filter(canvass__closed_on=None)
        return {"turfs": rows.order_by("canvass__name", "position")}
    return {}


def _done(request: Request, deed: str, people: list[Person], form: Any) -> HttpResponse | None:
    said, by = form.cleaned_data, request.user
    try:
        if deed in TAGS:
            lists.tag_people(by=by, people=people, name=said["tag"], remove=deed == "untag")
        elif deed == "walk":
            deeds.put_many_on_walk_list(by=by, people=people, turf=said["turf"])
        elif deed == "task":
            deeds.ask_stewards(by=by, people=people, **said)
        elif deed == "place":
            deeds.place_many(by=by, people=people, **said)
        else:
            segment, _deed = deeds.keep_as_list(by=by, people=people, name=said["name"])
            messages.success(request, _("Kept as a list. From here it can be exported, written to or walked."))
            return redirect(segment)
    except Problem as problem:
        form.add_error(None, str(problem))
        return None
    messages.success(request, _("Done. It can be taken back here as a whole."))
    return redirect("members:deeds")


@allow("members.turf_cut", "GET")
def history(request: Request) -> HttpResponse:
    """What the reader changed for many at once, the newest first, each with the way back."""
    tags = [
        (row.at, _("Tag taken off") if row.removed else _("Tag added"), str(row.tag), len(row.people),
         row.undone_at, reverse("members:undo-tag", args=[row.public_id]))
        for row in queries.taggings(request.user).order_by("-at")[:50]
    ]  # fmt: skip
    others = [
        (row.at, row.get_kind_display(), row.label, row.count, row.undone_at,
         reverse("members:undo-deed", args=[row.public_id]))
        for row in queries.deeds(request.user)[:50]
    ]  # fmt: skip
    rows = sorted([*tags, *others], key=lambda row: row[0], reverse=True)
    return render(request, "members/deeds.html", {"rows": rows[:50]})


@allow("members.turf_cut", "POST")
def undo_tag(request: Request, public_id: UUID) -> HttpResponse:
    found = get_object_or_404(queries.taggings(request.user), public_id=public_id)
    return _undone(request, lambda: lists.undo_tagging(by=request.user, tagging=found))


@allow("members.turf_cut", "POST")
def undo(request: Request, public_id: UUID) -> HttpResponse:
    found = get_object_or_404(queries.deeds(request.user), public_id=public_id)
    if not may(request.user, _needed(found.kind)):
        raise PermissionDenied
    return _undone(request, lambda: deeds.undo_deed(by=request.user, deed=found))


def _undone(request: Request, take_back: Any) -> HttpResponse:
    try:
        take_back()
        messages.success(request, _("Taken back."))
    except Problem as problem:
        messages.error(request, str(problem))
    return redirect("members:deeds")
