"""Asking an agreement: the question, its clauses and its checked answer."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from contracts import queries, tasks
from contracts.asking.answers import as_they_ended, earlier_answers, shown_claims, shown_clauses
from contracts.asking.cards import card
from contracts.forms import AskForm, ReviewForm
from contracts.models import Question, QuestionState
from contracts.services import asking
from unionops.platform.access.allow import Request, allow
from unionops.platform.ai.state import state
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.queries import jobs_about

DONE = (QuestionState.ANSWERED, QuestionState.NOT_COVERED, QuestionState.SEARCHED)


@allow("contracts.ask")
def ask(request: Request) -> HttpResponse:
    """Put a question; the clauses come at once, the model's reading as a job."""
    versions = queries.own_versions(request.user)
    initial = {"text": request.GET.get("q", ""), "version": request.GET.get("version", "")}
    units = queries.unit_ids(request.user)
    form = AskForm(request.POST or None, versions=versions, units=units, initial=initial)
    if form.is_valid():
        try:
            question = asking.put_question(by=request.user, text=form.cleaned_data["text"], version=form.chosen)
        except Problem as problem:
            form.add_error("text", str(problem))
        else:
            return _begin(request, question)
    history = as_they_ended(request.user, queries.questions(request.user).filter(asked_by=request.user)[:20])
    waiting = queries.waiting_questions(request.user)[:20]
    context = {
        "form": form,
        "history": history,
        "waiting": waiting,
        "model": state(request.user),
        "any": bool(versions),
    }
    return render(request, "contracts/ask.html", context, status=422 if form.is_bound else 200)


def _begin(request: Request, question: Question) -> HttpResponse:
    url = reverse("contracts:question", args=[question.public_id])
    if state(request.user).ready and question.version:
        job = tasks.answer_question.start(
            by=request.user, about=question, result_url=url, key=f"question-{question.pk}", question_id=question.pk
        )
        asking.note_job(question=question, by=request.user, job_id=job.public_id)
    return redirect(url)


def question_or_404(request: Request, public_id: UUID) -> Question:
    found = queries.question(request.user, public_id)
    if found is None:
        raise Http404
    return found


@allow("contracts.ask", "GET")
def question(request: Request, public_id: UUID) -> HttpResponse:
    found = question_or_404(request, public_id)
    job = jobs_about(request.user, found).first()
    as_they_ended(request.user, [found])
    claims = shown_claims(request.user, found)
    context = {
        "question": found,
        "claims": claims,
        "card": card(request.user, found, claims) if found.state in DONE else None,
        "clauses": shown_clauses(request.user, found),
        "earlier": earlier_answers(request.user, found),
        "job": job if found.state == QuestionState.WORKING else None,
        "answers": asking.answers_of(found),
        "model": state(request.user),
        "form": ReviewForm(initial={"text": found.answer}),
        **_judging(request, found),
    }
    return render(request, "contracts/question.html", context)


def _judging(request: Request, found: Question) -> dict[str, object]:
    """Whose word stands, all that were given, and whether this person may give another."""
    decided = found.reviewed_by if found.reviewed_by and found.reviewed_by != request.user else None
    overrules = decided is not None and asking.may_overrule(request.user)
    return {"verdicts": asking.verdicts_on(found), "decided_by": decided, "overrules": overrules}


@allow("contracts.ask", "POST")
def again(request: Request, public_id: UUID) -> HttpResponse:
    """Let the model read once more, or for the first time when it was off."""
    found = question_or_404(request, public_id)
    if not state(request.user).ready:
        messages.warning(request, _("The model is off. The clauses below are found without it."))
        return redirect("contracts:question", public_id)
    return _begin(request, found)


@allow("contracts.note", "POST")
def review(request: Request, public_id: UUID) -> HttpResponse:
    found = question_or_404(request, public_id)
    form = ReviewForm(request.POST)
    if not form.is_valid():
        context = {"question": found, "claims": shown_claims(request.user, found), "form": form}
        context |= {"clauses": shown_clauses(request.user, found), "model": state(request.user)}
        context |= _judging(request, found)
        return render(request, "contracts/question.html", context, status=422)
    try:
        asking.review_answer(question=found, by=request.user, **form.cleaned_data)
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Your verdict is kept."))
    return redirect("contracts:question", public_id)
