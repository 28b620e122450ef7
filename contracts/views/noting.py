"""Notes beside clauses."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from contracts import queries
from contracts.addresses import clause_url
from contracts.forms import NoteForm
from contracts.services import noting
from contracts.views.common import clause_or_404
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem


@allow("contracts.note")
def add(request: Request, public_id: UUID) -> HttpResponse:
    clause = clause_or_404(request.user, public_id)
    form = NoteForm(request.POST or None, initial={"quote": request.GET.get("quote", "")})
    if form.is_valid():
        try:
            noting.add_note(clause=clause, by=request.user, **form.cleaned_data)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("The note stands beside the clause now."))
            return redirect(clause_url(clause))
    context = {"form": form, "clause": clause, "back": clause_url(clause)}
    return render(request, "contracts/note.html", context, status=422 if form.is_bound else 200)


@allow("contracts.note", "POST")
def withdraw(request: Request, public_id: UUID) -> HttpResponse:
    note = queries.note(request.user, public_id)
    if note is None or note.author_id != request.user.pk:
        raise Http404
    noting.withdraw_note(note=note, by=request.user)
    messages.success(request, _("The note is off the page."))
    return redirect(clause_url(note.clause) if note.clause else "contracts:home")
