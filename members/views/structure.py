"""Officers, stewards and committees with their terms."""

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
from members.life import structure as built
from members.models import Committee
from members.organizing_forms import CommitteeForm, CommitteeTermForm, LastDayForm, OwnCommitteeTermForm
from members.services import committees
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem


@allow("members.structure", "GET")
def index(request: Request) -> HttpResponse:
    context = {
        "offices": built.offices(request.user), "stewards": built.stewardships(request.user),
        "committees": built.committees(request.user),
    }  # fmt: skip
    return render(request, "members/structure.html", context)


def _committee(request: Request, public_id: UUID) -> Committee:
    try:
        return built.committee(request.user, public_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error


@allow("members.structure", "GET")
def committee(request: Request, public_id: UUID) -> HttpResponse:
    found = _committee(request, public_id)
    terms = built.committee_terms(request.user, found)
    seen = queries.public_ids(request.user, [term.person_id for term in terms])
    context = {"committee": found, "terms": [(term, term.person_id in seen) for term in terms]}
    return render(request, "members/committee.html", context)


@allow("members.committees")
def new(request: Request) -> HttpResponse:
    return _save(request, None, _("New committee"))


@allow("members.committees")
def edit(request: Request, public_id: UUID) -> HttpResponse:
    found = _committee(request, public_id)
    return _save(request, found, _("Edit the committee"))


def _save(request: Request, found: Committee | None, title: str) -> HttpResponse:
    initial = {"name": found.name, "purpose": found.purpose} if found else {}
    form = CommitteeForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            return redirect(committees.save_committee(by=request.user, committee=found, **form.cleaned_data))
        except Problem as problem:
            form.add_error("name", str(problem))
    return _form(request, form, title, _above(found))


def _above(found: Committee | None = None) -> list[tuple[str, str]]:
    """The pages one comes from, the nearest last: [(words, address)]."""
    pages = [(str(_("Officers, stewards and committees")), reverse("members:structure"))]
    return [*pages, (found.name, found.get_absolute_url())] if found else pages


def _form(request: Request, form: Any, title: str, above: list[tuple[str, str]]) -> HttpResponse:
    context = {"form": form, "title": title, "above": above, "back": above[-1][1]}
    return render(request, "members/plain_form.html", context, status=422 if form.is_bound else 200)


@allow("members.committees", "POST")
def dissolve(request: Request, public_id: UUID) -> HttpResponse:
    found = _committee(request, public_id)
    committees.dissolve(by=request.user, committee=found)
    return redirect(found)


@allow("members.committees")
def add_term(request: Request, public_id: UUID) -> HttpResponse:
    """Somebody found by name or number begins to serve; of several of the name one is chosen."""
    found = _committee(request, public_id)
    people = queries.named_like(request.user, request.POST.get("who", "").strip())[:20] if request.POST else []
    form = CommitteeTermForm(request.POST or None, people=list(people))
    if form.is_valid():
        said = dict(form.cleaned_data)
        said.pop("who")
        try:
            committees.begin_term(by=request.user, committee=found, **said)
            return redirect(found)
        except Problem as problem:
            form.add_error(None, str(problem))
    return _form(request, form, _("Who serves?"), _above(found))


@allow("members.committees")
def add_own_term(request: Request, public_id: UUID) -> HttpResponse:
    """From a person's page: the committee is chosen."""
    person = get_object_or_404(queries.people(request.user), public_id=public_id)
    form = OwnCommitteeTermForm(request.POST or None, committees=built.open_committees(request.user))
    if form.is_valid():
        try:
            committees.begin_term(by=request.user, person=person, **form.cleaned_data)
            return redirect(person)
        except Problem as problem:
            form.add_error(None, str(problem))
    return _form(request, form, _("A term in a committee"), [(person.name, person.get_absolute_url())])


@allow("members.committees")
def end_term(request: Request, public_id: UUID) -> HttpResponse:
    if (term := built.committee_term(request.user, public_id)) is None:
        raise Http404
    form = LastDayForm(request.POST or None)
    if form.is_valid():
        try:
            committees.end_committee_term(by=request.user, term=term, on=form.cleaned_data["on"])
            messages.success(request, _("Saved."))
            return redirect(term.committee)
        except Problem as problem:
            form.add_error("on", str(problem))
    title = _("Last day of %(who)s in %(committee)s") % {"who": term.person.name, "committee": term.committee}
    return _form(request, form, title, _above(term.committee))
