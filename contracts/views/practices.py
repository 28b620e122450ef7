"""The ledger: past practices with their evidence, side letters, and the check of a memo against both."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from contracts import queries
from contracts.changes import contradicting, ledger
from contracts.forms import EndForm, FactForm, LetterForm, MemoForm, PracticeForm
from contracts.models import AgreementVersion, Clause, Practice, PracticeState
from contracts.services import practices as deeds
from contracts.views.common import clause_or_404
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem


@allow(ledger.VIEW, "GET")
def practices(request: Request) -> HttpResponse:
    """All practices; `?state=` and `?q=` narrow them."""
    state, words = request.GET.get("state", ""), request.GET.get("q", "")[:100]
    rows = ledger.rows(request.user, ledger.filtered(request.user, state=state, words=words))
    context: dict[str, Any] = {"rows": rows, "state": state, "q": words, "states": PracticeState.choices}
    context["filters"] = bool(state) + bool(words)
    return render(request, "contracts/practices.html", context)


@allow(ledger.VIEW, "GET")
def practice(request: Request, public_id: UUID) -> HttpResponse:
    found = _practice_or_404(request.user, public_id)
    return render(request, "contracts/practice.html", {"row": ledger.rows(request.user, [found])[0], "practice": found})


def _practice_or_404(user: User, public_id: UUID) -> Practice:
    found = ledger.practice(user, public_id)
    if found is None:
        raise Http404
    return found


@allow(ledger.WRITE)
def new(request: Request) -> HttpResponse:
    """`?clause=` fills in the clause one came from."""
    start: dict[str, Any] = {}
    if request.GET.get("clause"):
        clause = clause_or_404(request.user, request.GET["clause"])
        start = {"version": str(clause.version.public_id), "clauses": clause.label}
    form = _practice_form(request, start)
    if form.is_valid():
        try:
            clauses = _clauses(request.user, form.chosen, form.cleaned_data["clauses"])
            made = deeds.claim_practice(by=request.user, clauses=clauses, **form.facts)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("The practice stands in the ledger. Add the evidence now."))
            return redirect(made)
    return _form_page(request, form, _("Record a practice"), None)


@allow(ledger.WRITE)
def change(request: Request, public_id: UUID) -> HttpResponse:
    one = _practice_or_404(request.user, public_id)
    form = _practice_form(request, _as_entered(request.user, one))
    if form.is_valid():
        try:
            clauses = _clauses(request.user, form.chosen, form.cleaned_data["clauses"])
            deeds.change_practice(practice=one, by=request.user, clauses=clauses, **form.facts)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Changed."))
            return redirect(one)
    return _form_page(request, form, _("Change the practice"), one)


def _as_entered(user: User, one: Practice) -> dict[str, Any]:
    clauses = ledger.rows(user, [one])[0].clauses
    start: dict[str, Any] = {name: getattr(one, name) for name in deeds.TEXTS}
    start["clauses"] = ", ".join(clause.label for clause in clauses)
    return {**start, "version": str(clauses[0].version.public_id)} if clauses else start


def _practice_form(request: Request, initial: dict[str, Any]) -> PracticeForm:
    return PracticeForm(
        request.POST or None,
        versions=queries.to_search(request.user),  # the agreements themselves come first
        units=ledger.units(request.user),
        worksites=ledger.worksites(request.user),
        initial=initial,
    )


def _clauses(user: User, version: AgreementVersion | None, labels: list[str]) -> list[Clause]:
    """The clauses people named; raises Problem with every label that is not in the agreement."""
    if not labels:
        return []
    if version is None:
        raise Problem("version", _("Choose the agreement the clauses stand in."))
    found = {label: queries.clause_at(user, version, label) for label in labels}
    missing = [label for label, clause in found.items() if clause is None]
    if missing:
        raise Problem(
            "clauses",
            _("%(version)s has no %(labels)s.") % {"version": version, "labels": ", ".join(missing)},
            _("Write them as they stand in its contents, such as 8.2."),
        )
    return [clause for clause in found.values() if clause is not None]


def _form_page(request: Request, form: Any, title: str, one: Practice | None) -> HttpResponse:
    context = {"form": form, "title": title, "practice": one}
    return render(request, "contracts/practice_form.html", context, status=422 if form.is_bound else 200)


@allow(ledger.WRITE)
def add_fact(request: Request, public_id: UUID) -> HttpResponse:
    one = _practice_or_404(request.user, public_id)
    form = FactForm(request.POST or None, initial={"element": request.GET.get("element", "")})
    if form.is_valid():
        try:
            deeds.add_fact(practice=one, by=request.user, **form.cleaned_data)
        except Problem as problem:
            form.add_error(problem.code if problem.code in form.fields else None, str(problem))
        else:
            messages.success(request, _("The evidence stands in the ledger."))
            return redirect(one)
    return _form_page(request, form, _("Add evidence"), one)


@allow(ledger.WRITE, "POST")
def withdraw(request: Request, public_id: UUID) -> HttpResponse:
    found = ledger.fact(request.user, public_id)
    if found is None:
        raise Http404
    deeds.withdraw_fact(fact=found, by=request.user)
    messages.success(request, _("The evidence is off the page."))
    return redirect(found.practice)


@allow(ledger.CONFIRM, "POST")
def confirm(request: Request, public_id: UUID) -> HttpResponse:
    one = _practice_or_404(request.user, public_id)
    try:
        deeds.confirm_practice(practice=one, by=request.user)
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("You confirmed the practice."))
    return redirect(one)


@allow(ledger.CONFIRM)
def end(request: Request, public_id: UUID) -> HttpResponse:
    one = _practice_or_404(request.user, public_id)
    form = EndForm(request.POST or None)
    if form.is_valid():
        try:
            deeds.end_practice(practice=one, by=request.user, **form.cleaned_data)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("The practice is marked as ended."))
            return redirect(one)
    return _form_page(request, form, _("Mark as ended"), one)


@allow(ledger.VIEW)
def check(request: Request) -> HttpResponse:
    """A pasted memo against the ledger; nothing of it is kept."""
    form = MemoForm(request.POST or None, versions=queries.own_versions(request.user))
    found = None
    if form.is_valid():
        versions = [form.chosen] if form.chosen else None
        found = contradicting.touched(request.user, form.cleaned_data["text"], versions=versions)
    context = {"form": form, "found": found, "known": ledger.practices(request.user).count()}
    failed = form.is_bound and not form.is_valid()
    return render(request, "contracts/practice_check.html", context, status=422 if failed else 200)


@allow(ledger.VIEW, "GET")
def letters(request: Request) -> HttpResponse:
    return render(request, "contracts/letters.html", {"letters": ledger.letters(request.user)})


@allow(ledger.WRITE)
def letter(request: Request, slug: str) -> HttpResponse:
    """What one letter changes: said by people, with the clauses its own words name as proposals."""
    found = ledger.letter(request.user, slug)
    if found is None:
        raise Http404
    target = ledger.changed_version(request.user, found.agreement)
    others = [v for v in queries.in_force(request.user) if v.agreement_id != found.agreement.pk]
    start = {"version": str(target.public_id)} if target else {}
    form = LetterForm(request.POST or None, versions=others, initial=start)
    if form.is_valid():
        try:
            _link(request, found, form)
        except Problem as problem:
            form.add_error("clauses", str(problem))
        else:
            messages.success(request, _("The clause shows the letter in its margin now."))
            return redirect("contracts:letter", slug)
    context = {"letter": found, "form": form, "target": target}
    return render(request, "contracts/letter.html", context, status=422 if form.is_bound else 200)


def _link(request: Request, found: ledger.Letter, form: LetterForm) -> None:
    for clause in _clauses(request.user, form.chosen, form.cleaned_data["clauses"]):
        deeds.link_letter(letter=found.agreement, clause=clause, by=request.user, what=form.cleaned_data["what"])


@allow(ledger.WRITE, "POST")
def unlink(request: Request, public_id: UUID) -> HttpResponse:
    found = ledger.change(request.user, public_id)
    if found is None:
        raise Http404
    deeds.unlink_letter(change=found, by=request.user)
    messages.success(request, _("The link is gone."))
    return redirect("contracts:letter", found.letter.slug)
