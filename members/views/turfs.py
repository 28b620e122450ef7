"""Walk lists: cut and corrected at a desk, carried on a phone, printed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from members import queries
from members.exports import attachment, walk_list
from members.life import notes
from members.models import Canvass, Person, Turf, TurfPerson
from members.organizing_forms import CutForm, VisitForm
from members.segments.plainly import read
from members.services import canvassing
from members.walking import turfs
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.policy import may
from unionops.platform.access.present import present
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.files import letters


@allow("members.turf", "GET")
def mine(request: Request) -> HttpResponse:
    """The walk lists somebody carries; for organizers all that were cut."""
    cuts = turfs.canvasses(request.user) if may(request.user, turfs.CUT) else []
    context = {
        "mine": turfs.my_turfs(request.user), "canvasses": cuts,
        "promises": notes.open_promises(request.user).filter(by=request.user)[:50],
    }  # fmt: skip
    return render(request, "members/turfs.html", context)


@allow("members.turf_cut")
def new(request: Request) -> HttpResponse:
    segments = queries.segments(request.user) if may(request.user, "members.segments") else []
    form = CutForm(request.POST or None, segments=segments, initial=request.GET.dict())
    if form.is_valid():
        try:
            return redirect(_cut(request, dict(form.cleaned_data)))
        except Problem as problem:
            form.add_error("text" if problem.code.startswith("list") else None, str(problem))
    back = reverse("members:turfs")
    title, above = _("Cut a list into walk lists"), [(_("Walk lists"), back)]
    context = {"form": form, "title": title, "above": above, "back": back, "send": _("Cut the list")}
    return render(request, "members/plain_form.html", context, status=422 if form.is_bound else 200)


def _cut(request: Request, said: dict[str, Any]) -> Canvass:
    name, text = said.pop("segment"), said.pop("text")
    if name:
        segment = queries.segment(request.user, name)
        people, text = queries.segment_people(request.user, segment, turfs.CUT), segment.text
    else:
        people = queries.matching(request.user, queries.askable(request.user, read(text)), turfs.CUT)
    return canvassing.cut_list(by=request.user, people=people, segment_name=name, query_text=text, **said)


def _canvass(request: Request, public_id: UUID) -> Canvass:
    try:
        return turfs.canvass(request.user, public_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error


def _turf(request: Request, public_id: UUID, capability: str = turfs.WALK) -> Turf:
    return get_object_or_404(turfs.turfs(request.user, capability), public_id=public_id)


@allow("members.turf_cut", "GET")
def canvass(request: Request, public_id: UUID) -> HttpResponse:
    """All walk lists of one cut: who carries them and how far they have come."""
    found = _canvass(request, public_id)
    rows = turfs.turfs_of(request.user, found)
    context = {
        "canvass": found, "turfs": rows, "whole": turfs.summed([far for _turf, far in rows]),
        "walkers": turfs.walkers(request.user), "answers": turfs.answers(found), "waiting": turfs.without_turf(found),
    }  # fmt: skip
    return render(request, "members/canvass.html", context)


@allow("members.turf_cut", "POST")
def close(request: Request, public_id: UUID) -> HttpResponse:
    found = _canvass(request, public_id)
    canvassing.close_canvass(by=request.user, canvass=found)
    return redirect(found)


@allow("members.turf_cut", "POST")
def drop(request: Request, public_id: UUID) -> HttpResponse:
    found = _canvass(request, public_id)
    try:
        canvassing.drop_canvass(by=request.user, canvass=found)
    except Problem as problem:
        messages.error(request, str(problem))
        return redirect(found)
    messages.success(request, _("The walk lists are taken back."))
    return redirect("members:turfs")


@allow("members.turf_cut", "POST")
def give(request: Request, public_id: UUID) -> HttpResponse:
    """Who carries a list."""
    turf = _turf(request, public_id, turfs.CUT)
    who = request.POST.get("walker", "")
    walker = next((user for user in turfs.walkers(request.user) if str(user.public_id) == who), None)
    try:
        if who and walker is None:
            raise Problem("no_walker", _("This account cannot carry a walk list."), _("Choose somebody of the list."))
        canvassing.give_turf(by=request.user, turf=turf, walker=walker)
    except Problem as problem:
        messages.error(request, str(problem))
    return redirect(f"{turf.canvass.get_absolute_url()}#turf-{turf.public_id}")


@allow("members.turf_cut")
def correct(request: Request, public_id: UUID) -> HttpResponse:
    """By hand: people to another list, off it, or one more onto it."""
    turf = _turf(request, public_id, turfs.CUT)
    names = turfs.names_on(request.user, turf, turfs.CUT)
    if request.method == "POST":
        try:
            messages.success(request, _corrected(request, turf, names))
        except Problem as problem:
            messages.error(request, str(problem))
        return redirect("members:turf-correct", public_id=turf.public_id)
    others = [other for other, _far in turfs.turfs_of(request.user, turf.canvass) if other.pk != turf.pk]
    return render(request, "members/turf_correct.html", {"turf": turf, "names": names, "others": others})


def _corrected(request: Request, turf: Turf, names: list[TurfPerson]) -> str:
    ticked = [name for name in names if str(name.public_id) in set(request.POST.getlist("id"))]
    deed = request.POST.get("deed")
    if deed == "add":
        person = _somebody(request)
        canvassing.put_on(by=request.user, turf=turf, person=person)
        return _("%s is on the list.") % person.name
    if not ticked:
        raise Problem("nobody_ticked", _("Tick at least one person."))
    if deed == "off":
        return _("%d people are off the list.") % canvassing.take_off(by=request.user, names=ticked)
    to = next((t for t, _far in turfs.turfs_of(request.user, turf.canvass)
               if str(t.public_id) == request.POST.get("to")), None)  # fmt: skip
    if to is None:
        raise Problem("no_list", _("Choose the list they go to."))
    said = {"count": canvassing.move_people(by=request.user, names=ticked, to=to), "list": to.name}
    return _("%(count)d people moved to %(list)s.") % said


def _somebody(request: Request) -> Person:
    words = request.POST.get("who", "").strip()
    found = list(queries.named_like(request.user, words)[:2]) if words else []
    if len(found) != 1:
        message = _("Several people fit '%s'.") if found else _("Nobody of the name or number '%s' is on the roster.")
        raise Problem("who", message % words, _("Write the employee number or the whole name."))
    return found[0]


@allow("members.turf", "GET")
def turf(request: Request, public_id: UUID) -> HttpResponse:
    """One walk list on a phone: who is next, who is done, how far."""
    found = _turf(request, public_id)
    names = turfs.names_on(request.user, found)
    context = {
        "turf": found, "names": names, "next": turfs.following(names),
        "far": turfs.progress([found.pk])[found.pk], "lost": letters.not_drawn(one.person.name for one in names),
    }  # fmt: skip
    return render(request, "members/turf.html", context)


@allow("members.turf", "GET")
def paper(request: Request, public_id: UUID) -> HttpResponse:
    """The walk list as PDF: names and room to write, no contact details."""
    found = _turf(request, public_id)
    names = turfs.names_on(request.user, found)
    record(request.user, "printed a walk list", found, count=len(names))
    return attachment(walk_list(found, names), "walk-list.pdf", "application/pdf")


@allow("members.turf")
def visit(request: Request, public_id: UUID) -> HttpResponse:
    """One person of the list: what is known, and what came of the visit; then the next."""
    name = turfs.name_on(request.user, public_id)
    if name is None:
        raise Http404
    form = VisitForm(request.POST or None, initial={"ask": name.turf.canvass.ask})
    if form.is_valid():
        try:
            canvassing.note_visit(by=request.user, name=name, **form.cleaned_data)
        except Problem as problem:
            form.add_error("score" if problem.code == "score_without_talk" else None, str(problem))
        else:
            return _onward(request, name)
    names = turfs.names_on(request.user, name.turf)
    context = {
        "name": name, "person": name.person, "form": form, "names": names,
        "far": turfs.progress([name.turf_id])[name.turf_id], "skip": turfs.following(names, name),
        "contact": present(request.user, name.person, "contact"), **turfs.last_words(request.user, name.person),
    }  # fmt: skip
    return render(request, "members/visit.html", context, status=422 if form.is_bound else 200)


def _onward(request: Request, name: TurfPerson) -> HttpResponse:
    """To whoever is next and was not seen yet; back to the list when nobody is left."""
    after = turfs.following(turfs.names_on(request.user, name.turf), name)
    messages.success(request, _("Noted: %s.") % name.person.name)
    if request.POST.get("then") == "list" or after is None or after.result:
        return redirect(name.turf)
    return redirect("members:visit", public_id=after.public_id)
