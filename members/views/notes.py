"""A talk or an assessment corrected, or taken back, by whoever noted it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from members import queries
from members.forms import AssessmentForm, TakeBackForm, TalkForm
from members.life import notes
from members.models import Conversation
from members.services import correcting
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem


@allow("members.organize")
def change(request: Request, kind: str, public_id: UUID) -> HttpResponse:
    """What was noted, to be put right; below it the way to take the whole note back."""
    if (note := notes.note(request.user, kind, public_id)) is None:
        raise Http404
    wants_back = request.POST.get("deed") == "take-back"
    is_talk = isinstance(note, Conversation)
    model = TalkForm if is_talk else AssessmentForm
    form: Any = model(None if wants_back else request.POST or None, initial=correcting.facts_of(note))
    back = TakeBackForm(request.POST if wants_back else None)
    if back.is_valid() and _taken_back(request, note, back):
        return _onward(request, note)
    if form.is_valid():
        correcting.correct_note(by=request.user, note=note, **form.cleaned_data)
        messages.success(request, _("Corrected. What it said before is kept."))
        return _onward(request, note)
    context = {"form": form, "back": back, "note": note, "person": note.person, "is_talk": is_talk}
    return render(request, "members/note.html", context, status=422 if form.is_bound or back.is_bound else 200)


def _taken_back(request: Request, note: notes.Note, back: TakeBackForm) -> bool:
    try:
        correcting.take_back_note(by=request.user, note=note, why=back.cleaned_data["why"])
    except Problem as problem:
        back.add_error("why", str(problem))
        return False
    messages.success(request, _("Taken back. It stays in the history of the person."))
    return True


def _onward(request: Request, note: notes.Note) -> HttpResponse:
    seen = queries.people(request.user).filter(pk=note.person_id).exists()
    return redirect(note.person if seen else "members:turfs")
