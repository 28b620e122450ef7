"""The list of people, one person's page, and what is changed there by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from members import conditions_form, queries
from members.forms import (
    CONTACT_FORMS,
    BadContactForm,
    ConsentForm,
    ConversationForm,
    EndMembershipForm,
    FilterForm,
    MembershipForm,
    PersonForm,
    ReasonForm,
    SignedFormForm,
)
from members.life import erasure, notes, records, structure, timeline
from members.models import Person
from members.segments.fields import groups
from members.segments.known import gone, unheard_of
from members.segments.words import Criterion, in_words
from members.services import editing, erasing, signing
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.policy import may, policy
from unionops.platform.access.present import present
from unionops.platform.audit.services import searched, viewed
from unionops.platform.core.problems import Problem
from unionops.platform.files import letters


@allow("members.view", "GET")
def people_list(request: Request) -> HttpResponse:
    """Everybody the reader may see, filtered by form or words; pages by key, so the last is as fast as the first."""
    form = filter_form(request)
    problem, rows = None, queries.people(request.user).none()
    criteria: list[Criterion] = []
    try:
        said = [*form.criteria(), *conditions_form.asked(request.GET)]
        rows, criteria = queries.filtered(request.user, form.cleaned_data["q"], said, form.cleaned_data["text"])
        if words := form.cleaned_data["q"]:
            searched(request.user, words)
    except Problem as found:
        problem = found
    shown, mark = queries.page(rows, after=request.GET.get("after", ""))
    context = {
        "form": form, "people": shown, "namesakes": queries.namesakes(shown),
        "problem": problem, "criteria": criteria, "text": in_words(criteria),
        "notes": [
            *(unheard_of(criteria) if policy.scope(request.user, "members.view") == "all" else gone(criteria)),
            *conditions_form.unanswered(request.GET),
        ],
        "later": _with(request.GET, after=mark) if mark else "",
        "total": queries.count_capped(rows), "chips": list(_chips(request.GET, form)),
        "as_form": conditions_form.as_query(criteria), **conditions_form.shown(list(conditions_form.read(request.GET))),
        "earlier": _with(request.GET, after="") if request.GET.get("after") else "",
        "lists": queries.segments(request.user)[:6] if may(request.user, "members.segments") else [],
    }  # fmt: skip
    return render(request, "members/list.html", context, status=422 if problem else 200)


def filter_form(request: Request) -> FilterForm:
    places = queries.places(request.user)
    return FilterForm(request.GET or {}, **places)


def _with(query: QueryDict, **changes: str) -> str:
    """The same page with other values; empty ones go."""
    values = {key: value for key, value in {**query.dict(), **changes}.items() if value}
    return f"?{urlencode(values)}" if values else "?"


def _chips(query: QueryDict, form: FilterForm) -> Any:
    for name, field in form.fields.items():
        if value := query.get(name):
            yield f"{field.label}: {value}", _with(query, after="", **{name: ""})
    for row in conditions_form.read(query):
        without = dict.fromkeys((f"{letter}{row.at}" for letter in "fovda"), "")
        yield _said(row), _with(query, after="", **without)


def _said(row: conditions_form.Row) -> str:
    """A condition in words; as it was typed when it cannot be asked like that."""
    try:
        return in_words(row.criteria())
    except Problem:
        return " ".join(part for part in (row.field, row.op, row.value) if part)


@allow("members.view", "GET")
def condition(request: Request) -> HttpResponse:
    """One row of the form again, after another field was chosen in it: its comparisons and answers."""
    row = next(conditions_form.read(request.GET), conditions_form.Row(0))
    fresh = conditions_form.Row(row.at, row.field)
    context = {"row": fresh, "condition_fields": groups()}
    return render(request, "members/_condition.html", context)


def _person(request: Request, public_id: UUID, capability: str = "members.view") -> Person:
    return get_object_or_404(queries.people(request.user, capability), public_id=public_id)


@allow("members.view", "GET")
def detail(request: Request, public_id: UUID) -> HttpResponse:
    """Everything the reader may see of one person, along one line of time."""
    person = queries.people(request.user).filter(public_id=public_id).first()
    if person is None and (onward := records.goes_on_as(request.user, public_id)):
        return redirect(onward)
    return _page(request, person or _person(request, public_id))


def _page(request: Request, person: Person, status: int = 200, **forms: Any) -> HttpResponse:
    viewed(request.user, "looked at a person", person)
    contact = present(request.user, person, "contact")
    context = {
        "person": person, "contact": contact, "notes": present(request.user, person, "notes"),
        "lost": letters.not_drawn([person.name]),
        "memberships": present(request.user, person, "dues"), "timeline": timeline.entries(request.user, person),
        "ended": [row for rows in (contact or {}).values() for row in rows if not row.is_current],
        "consents": queries.consents(request.user, person) if contact is not None else None,
        "conversation_form": ConversationForm(), "consent_form": ConsentForm(), "membership_form": MembershipForm(),
        "end_form": EndMembershipForm(), "terms": structure.terms_of(request.user, person),
        "other_numbers": list(person.other_numbers.values_list("number", flat=True)),
        "promises": notes.open_promises(request.user).filter(person=person),
        "contact_forms": [(name, form()) for name, form in CONTACT_FORMS.items()], **forms,
    }  # fmt: skip
    return render(request, "members/person.html", context, status=status)


@allow("members.edit")
def new(request: Request) -> HttpResponse:
    form = PersonForm(request.POST or None)
    if form.is_valid():
        person = editing.create_person(by=request.user, **form.cleaned_data)
        messages.success(request, _("%s is on the roster.") % person.name)
        return redirect(person)
    return render(request, "members/edit.html", {"form": form}, status=422 if form.is_bound else 200)


@allow("members.edit")
def edit(request: Request, public_id: UUID) -> HttpResponse:
    person = _person(request, public_id, "members.edit")
    form = PersonForm(request.POST or None, instance=_person(request, public_id, "members.edit"))
    if form.is_valid():
        editing.edit_person(by=request.user, person=person, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect(person)
    context = {"form": form, "person": person}
    return render(request, "members/edit.html", context, status=422 if form.is_bound else 200)


ADD: dict[str, Callable[..., Any]] = {
    "email": editing.add_email,
    "phone": editing.add_phone,
    "address": editing.add_address,
}


@allow("members.edit")
def add_contact(request: Request, public_id: UUID, what: str) -> HttpResponse:
    if what not in CONTACT_FORMS:
        raise Http404
    person = _person(request, public_id, "members.edit")
    form = CONTACT_FORMS[what](request.POST or None)
    if form.is_valid():
        try:
            ADD[what](by=request.user, person=person, **form.cleaned_data)
            return redirect(person)
        except Problem as problem:
            form.add_error(None, str(problem))
    return _form(request, form, person, _("Add a way to reach them"))


def _form(
    request: Request, form: Any, person: Person, title: str, *, danger: bool = False, **more: Any
) -> HttpResponse:
    context = {"form": form, "person": person, "title": title, "danger": danger, **more}
    return render(request, "members/person_form.html", context, status=422 if form.is_bound else 200)


@allow("members.edit", "POST")
def end_contact(request: Request, public_id: UUID, what: str, contact_id: UUID) -> HttpResponse:
    person = _person(request, public_id, "members.edit")
    editing.end_contact(by=request.user, contact=_contact(request, person, what, contact_id))
    return redirect(person)


@allow("members.edit", "POST")
def use_first(request: Request, public_id: UUID, what: str, contact_id: UUID) -> HttpResponse:
    person = _person(request, public_id, "members.edit")
    editing.use_first(by=request.user, contact=_contact(request, person, what, contact_id))
    return redirect(person)


@allow("members.edit")
def mark_contact(request: Request, public_id: UUID, what: str, contact_id: UUID) -> HttpResponse:
    """It does not work, and why; or it works again."""
    person = _person(request, public_id, "members.edit")
    contact = _contact(request, person, what, contact_id)
    if request.POST.get("works") == "yes":
        editing.mark_contact(by=request.user, contact=contact, problem="")
        return redirect(person)
    form = BadContactForm(request.POST or None)
    if form.is_valid():
        editing.mark_contact(by=request.user, contact=contact, problem=form.cleaned_data["problem"])
        return redirect(person)
    return _form(request, form, person, _("%s does not work") % contact)


def _contact(request: Request, person: Person, what: str, contact_id: UUID) -> Any:
    if (found := queries.contact(request.user, person, what, contact_id)) is None:
        raise Http404
    return found


@allow("members.organize", "POST")
def followed_up(request: Request, public_id: UUID) -> HttpResponse:
    """Somebody came back to a person as promised."""
    talk = get_object_or_404(notes.open_promises(request.user), public_id=public_id)
    editing.mark_follow_up_done(by=request.user, conversation=talk)
    messages.success(request, _("Done: %s.") % talk.person.name)
    onward = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(onward, allowed_hosts=None):
        return redirect(onward)
    seen = queries.people(request.user).filter(pk=talk.person_id).exists()
    return redirect(talk.person if seen else "members:turfs")


@allow("members.edit")
def consent(request: Request, public_id: UUID) -> HttpResponse:
    person = _person(request, public_id, "members.edit")
    form = ConsentForm(request.POST or None)
    if form.is_valid():
        editing.record_consent(by=request.user, person=person, **form.cleaned_data)
        return redirect(person)
    return _form(request, form, person, _("What did they say?"))


@allow("members.edit")
def membership(request: Request, public_id: UUID) -> HttpResponse:
    person = _person(request, public_id, "members.edit")
    form = MembershipForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            signing.begin_with_form(by=request.user, person=person, **form.cleaned_data)
            return redirect(person)
        except Problem as problem:
            form.add_error("form_file" if form.cleaned_data["form_file"] else None, str(problem))
    return _form(request, form, person, _("Start a membership"))


@allow("members.edit")
def signed_form(request: Request, public_id: UUID) -> HttpResponse:
    """The scan of the form that began the present membership."""
    person = _person(request, public_id, "members.edit")
    form = SignedFormForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            signing.attach_form(by=request.user, person=person, file=form.cleaned_data["form_file"])
            return redirect(person)
        except Problem as problem:
            form.add_error("form_file", str(problem))
    return _form(request, form, person, _("The signed form"))


@allow("members.edit")
def end_membership(request: Request, public_id: UUID) -> HttpResponse:
    person = _person(request, public_id, "members.edit")
    form = EndMembershipForm(request.POST or None)
    if form.is_valid():
        try:
            editing.end_membership(by=request.user, person=person, **form.cleaned_data)
            return redirect(person)
        except Problem as problem:
            form.add_error("on" if problem.code == "term_order" else None, str(problem))
    return _form(request, form, person, _("End the membership"), danger=True)


@allow("members.organize")
def conversation(request: Request, public_id: UUID) -> HttpResponse:
    """A one-on-one, with where they stand when it was asked."""
    person = _person(request, public_id, "members.organize")
    form = ConversationForm(request.POST or None)
    if form.is_valid():
        said = dict(form.cleaned_data)
        question, score = said.pop("question"), said.pop("score")
        editing.note_conversation(by=request.user, person=person, **said)
        if score:
            editing.assess(by=request.user, person=person, question=question or _("Support"), score=score)
        return redirect(person)
    return _form(request, form, person, _("A conversation"))


@allow("members.erase", step_up=True)
def erase(request: Request, public_id: UUID) -> HttpResponse:
    """Ask for, and once another person said yes, carry out the erasure of a record."""
    person = _person(request, public_id, "members.erase")
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            done = erasing.erase_when_approved(by=request.user, person=person, reason=form.cleaned_data["reason"])
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            note = (
                _("The record is erased.")
                if done
                else _("Asked for. Another person must approve it; then come back here.")
            )
            messages.success(request, note)
            return redirect(reverse("members:list") if done else person)
    holds = erasure.reasons_to_keep(person)
    return _form(request, form, person, _("Erase this record"), danger=True, erases=True, holds=holds)
