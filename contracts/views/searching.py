"""Searching: words at once, and where a model is there also the agreement's own words for them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contracts import queries, tasks
from contracts.asking import finding, wordings
from contracts.forms import SearchForm
from contracts.models import AgreementKind, AgreementVersion
from contracts.services import wording
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.policy import may
from unionops.platform.ai.state import state
from unionops.platform.jobs.queries import jobs_about

SHOWN = 20


@allow("contracts.view", "GET")
def search(request: Request) -> HttpResponse:
    """Results while typing (a fragment) and on pressing Enter (the page); every filter stands in the address."""
    versions = queries.to_search(request.user)
    form = SearchForm(request.GET or None, versions=_with_chosen(request, versions))
    chosen = _filters(form)
    words = _words(request.GET)
    scope = finding.scope(request.user, chosen, versions)
    asked = _reworded(request, words, scope)
    found = _found(request, words, scope, chosen, asked.get("searches") or [])
    context = {
        "form": form,
        "words": words,
        "found": finding.rows_of(request.user, found, on=chosen.on),
        "all_in": finding.only_text(found),
        "scope": scope,
        "on": chosen.on,
        "chips": _chips(request.GET, form, chosen),
        "wider": _address(request.GET, where="all") if not chosen.where and len(versions) > len(scope) else "",
        **asked,
    }
    return render(request, "contracts/_found.html" if request.htmx else "contracts/search.html", context)


def _words(query: QueryDict) -> str:
    return (query.get("q") or "").strip()[:300]


def _found(
    request: Request, words: str, scope: list[AgreementVersion], chosen: finding.Filters, searches: list[str]
) -> list[finding.Found]:
    how: dict[str, Any] = {"article": chosen.article, "on": chosen.on}
    if not words:
        return []
    if searches:
        return finding.fused(request.user, [words, *searches], scope, limit=SHOWN, **how)
    return finding.find(request.user, words, versions=scope, prefix=bool(request.htmx), **how)


def _reworded(request: Request, words: str, scope: list[AgreementVersion]) -> dict[str, Any]:
    """What the page says of the agreement's own words: used, being looked for, could be, or undone by the person."""
    user = request.user
    if request.htmx or not scope or not wordings.worth_asking(words) or not may(user, "contracts.ask"):
        return {}
    held = wordings.held(user, words, scope)
    if held and held.run_id is not None:
        if request.GET.get("own"):
            return {"undone": _address(request.GET, own="")} if held.searches else {}
        return {"searches": held.searches, "own": _address(request.GET, own="1")}
    job = jobs_about(user, held).first() if held else None
    kept = [(name, request.GET[name]) for name in ("where", "kind", "article", "on") if request.GET.get(name)]
    return {"job": job, "may_reword": job is None and state(user).ready, "kept": kept}


@allow("contracts.ask", "POST")
def reword(request: Request) -> HttpResponse:
    """Start looking for the agreement's own words; the page of results comes again with them."""
    form = SearchForm(request.POST, versions=_with_chosen(request, list(queries.in_force(request.user))))
    words, scope = _words(request.POST), finding.scope(request.user, _filters(form))
    query = request.POST.copy()
    query.pop("csrfmiddlewaretoken", None)
    url = reverse("contracts:search") + f"?{query.urlencode()}"
    if not words or not scope or not state(request.user).ready:
        messages.warning(request, _("The model is off. The results are found by your own words."))
        return redirect(url)
    held = wording.begin(by=request.user, words=words, versions=scope)
    job = tasks.reword_search.start(by=request.user, about=held, key=f"wording-{held.pk}", wording_id=held.pk)
    if request.htmx:
        return render(request, "contracts/_rewording.html", {"job": job})
    return redirect(url)


def _with_chosen(request: Request, versions: list[AgreementVersion]) -> list[AgreementVersion]:
    """The text in the address may be a past one."""
    one = queries.version(request.user, request.GET.get("where", ""))
    return [one, *versions] if one is not None and one not in versions else versions


def _filters(form: SearchForm) -> finding.Filters:
    """What was understood; a filter that is wrong is said in the form and left out."""
    form.is_valid()
    clean = getattr(form, "cleaned_data", {})
    return finding.Filters(
        clean.get("where", ""), clean.get("kind", ""), clean.get("article", "").strip(), clean.get("on")
    )


def _chips(query: QueryDict, form: SearchForm, chosen: finding.Filters) -> list[tuple[str, str]]:
    """Each filter that is set in words, with the address without it."""
    said = {
        "where": form.names.get(chosen.where, "") if chosen.where else "",
        "kind": AgreementKind(chosen.kind).label if chosen.kind else "",
        "article": _("Article or appendix: %(name)s") % {"name": chosen.article} if chosen.article else "",
        "on": _("As it stood on %(day)s") % {"day": date_format(chosen.on, "j M Y")} if chosen.on else "",
    }
    return [(str(label), _address(query, **{name: ""})) for name, label in said.items() if label]


def _address(query: QueryDict, **change: str) -> str:
    kept = query.copy()
    for name, value in change.items():
        kept.pop(name, None)
        if value:
            kept[name] = value
    return "?" + kept.urlencode()
