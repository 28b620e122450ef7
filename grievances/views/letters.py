"""Letters of a case, the words of the local's papers, and its own forms."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from grievances import letters as words
from grievances.forms.letters import LetterForm, MatchForm, OwnFormForm, PaperTextForm, first_matches
from grievances.models import Letter, Paper
from grievances.queries import cases as case_queries
from grievances.queries import letters as queries
from grievances.services import letters
from grievances.views.common import case_or_404, do, note_reading
from unionops.platform.access.allow import Request, allow
from unionops.platform.core.problems import Problem
from unionops.platform.ui import typed

WORK, RULES = "grievances.work", "grievances.rules"


def _paper(slug: str) -> Paper:
    if slug not in queries.WRITTEN:
        raise Http404
    return Paper(slug)


@allow(WORK, "POST")
def write(request: Request, public_id: uuid.UUID, paper: str) -> HttpResponse:
    """A letter with what the case holds; a person goes over it before it is drawn."""
    case = case_or_404(request, public_id, WORK)
    row = letters.draft_letter(by=request.user, case=case, paper=_paper(paper))
    return redirect("grievances:letter", row.public_id)


def _letter(request: Request, public_id: uuid.UUID) -> Letter:
    try:
        row = case_queries.letter(request.user, public_id)
    except Letter.DoesNotExist as error:
        raise Http404 from error
    note_reading(request, row.grievance, restricted=row.matter.restricted)
    return row


@allow(WORK, "GET POST")
def letter(request: Request, public_id: uuid.UUID) -> HttpResponse:
    """Change it, draw it, or discard it."""
    row = _letter(request, public_id)
    papers = reverse("grievances:papers", args=[row.grievance.public_id])
    if request.method == "POST" and "discard" in request.POST:
        typed.arrived(request)
        return do(request, lambda: letters.discard_letter(by=request.user, letter=row), _("Discarded."), papers)
    form = LetterForm(request.POST or None, initial={"text": row.text, "version": row.version})
    if request.method == "POST" and form.is_valid():
        return _saved(request, row, form)
    return _shown(request, row, form)


def _saved(request: Request, row: Letter, form: LetterForm) -> HttpResponse:
    try:
        fresh = letters.save_letter(by=request.user, letter=row, **form.cleaned_data)
        if "draw" in request.POST:
            letters.draw_letter(by=request.user, letter=fresh)
    except letters.LetterChanged as changed:
        again = LetterForm(initial={"text": form.cleaned_data["text"], "version": changed.row.version})
        return _shown(request, row, again, theirs=changed.row.text, status=409)
    except Problem as problem:
        row = _letter(request, row.public_id)
        again = LetterForm(initial={"text": row.text, "version": row.version})
        return _shown(request, row, again, problem=str(problem), status=422)
    typed.arrived(request)
    if "draw" in request.POST:
        messages.success(request, _("Made and kept with the documents of the case."))
        return redirect("grievances:papers", row.grievance.public_id)
    messages.success(request, _("Saved."))
    return redirect("grievances:letter", row.public_id)


def _shown(request: Request, row: Letter, form: LetterForm, status: int = 200, **more: Any) -> HttpResponse:
    done = bool(row.document_id or row.discarded_at)
    context = {"row": row, "case": row.grievance, "form": form, "done": done, **more}
    context |= {"open": words.missing(row.text, {})}
    return render(request, "grievances/letter.html", context, status=422 if form.errors else status)


@allow(RULES, "GET")
def texts(request: Request) -> HttpResponse:
    """Each paper, and whether the local has its own words or form for it."""
    own = queries.all_chosen(request.user)
    rows = [(paper, own.get(paper)) for paper in queries.WRITTEN]
    return render(request, "grievances/paper_texts.html", {"rows": rows})


@allow(RULES, "GET POST")
def text(request: Request, paper: str) -> HttpResponse:
    """The words of one paper, the names it may use, and the local's own form with its fields."""
    which = _paper(paper)
    form = PaperTextForm(request.POST or None, initial={"text": queries.words_of(request.user, which)})
    if request.method == "POST" and form.is_valid():
        try:
            letters.save_text(by=request.user, paper=which, text=form.cleaned_data["text"])
        except Problem as problem:
            form.add_error("text", str(problem))
        else:
            messages.success(request, _("Saved."))
            return redirect("grievances:paper-texts")
    return _text_page(request, which, form)


def _text_page(request: Request, which: Paper, form: PaperTextForm, upload: OwnFormForm | None = None) -> HttpResponse:
    own = queries.chosen(request.user, which)
    found = letters.fields_of(own) if own is not None else []
    match = MatchForm(found=found, initial=first_matches(found, own.fields)) if own is not None and found else None
    context = {"paper": which, "form": form, "own": own, "match": match, "upload": upload or OwnFormForm()}
    context |= {"places": words.FIELDS.items()}
    wrong = form.errors or (upload is not None and upload.errors)
    return render(request, "grievances/paper_text.html", context, status=422 if wrong else 200)


@allow(RULES, "POST")
def own_form(request: Request, paper: str) -> HttpResponse:
    """Bring the union's own form in, match its fields, or take it out."""
    which = _paper(paper)
    own, url = queries.chosen(request.user, which), reverse("grievances:paper-text", args=[which])
    if "drop" in request.POST and own is not None:
        return do(request, lambda: letters.drop_form(by=request.user, row=own), _("The form is taken out."), url)
    if "match" in request.POST and own is not None and own.form:
        match = MatchForm(request.POST, found=letters.fields_of(own))
        if match.is_valid():
            letters.match_fields(by=request.user, row=own, fields=match.matched())
            messages.success(request, _("Saved."))
        else:
            messages.error(request, _("One of the fields holds something that is not in its list."))
        return redirect(url)
    upload = OwnFormForm(request.POST, request.FILES)
    try:
        if upload.is_valid():
            file = upload.cleaned_data["file"]
            letters.keep_form(by=request.user, paper=which, file=file, name=file.name)
            messages.success(request, _("The form is here. Check which field gets what."))
            return redirect(url)
    except Problem as problem:
        upload.add_error("file", str(problem))
    return _text_page(request, which, PaperTextForm(initial={"text": queries.words_of(request.user, which)}), upload)
