"""Reading: the list of agreements, the contents, the pages with their margins, searching."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contracts import finding, queries, reader
from contracts.addresses import clause_url
from contracts.defined import terms_of
from contracts.forms import NoteForm, SearchForm
from contracts.models import AgreementKind, AgreementVersion, Clause
from contracts.views.common import agreement_or_404, clause_or_404, shown_version
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.models import User


@allow("contracts.view", "GET")
def home(request: Request) -> HttpResponse:
    """Agreements in force first, then what waits to be checked and what is past."""
    rows = list(queries.with_counts(request.user))
    current = {version.pk for version in queries.in_force(request.user)}
    context = {
        "current": [v for v in rows if v.pk in current],
        "waiting": [v for v in rows if not v.is_published],
        "past": [v for v in rows if v.is_published and v.pk not in current],
        "form": SearchForm(),
    }
    return render(request, "contracts/home.html", context)


@allow("contracts.view", "GET")
def agreement(request: Request, slug: str) -> HttpResponse:
    """The contents page of one agreement, with its versions; `?page=12` leads to what stands on that printed page."""
    found = agreement_or_404(request.user, slug)
    version = shown_version(request.user, found, request.GET.get("v", ""))
    if request.GET.get("page"):
        return redirect(_on_page(request.user, version, request.GET["page"]))
    context = {
        "agreement": found,
        "version": version,
        "entries": reader.contents(request.user, version, None),
        "versions": queries.versions(request.user).filter(agreement=found),
        "form": SearchForm(),
    }
    return render(request, "contracts/agreement.html", context)


def _on_page(user: User, version: AgreementVersion, printed: str) -> str:
    clause = queries.on_page(user, version, printed)
    if clause is None:
        raise Http404
    clause.version = version
    return clause_url(clause)


@allow("contracts.view", "GET")
def page(request: Request, slug: str, label: str) -> HttpResponse:
    """One article, appendix or letter; a label of a part leads to the page it stands on."""
    found = agreement_or_404(request.user, slug)
    version = shown_version(request.user, found, request.GET.get("v", ""))
    clause = queries.clause_at(request.user, version, label)
    if clause is None:
        raise Http404
    top = queries.top_of(request.user, clause)
    if top.pk != clause.pk:
        return redirect(clause_url(clause))
    context = reading_context(request, version, top)
    return render(request, "contracts/reader.html", context)


def reading_context(request: Request, version: AgreementVersion, top: Clause) -> dict[str, object]:
    family = queries.family(request.user, top)
    for clause in family:
        clause.version = version
    shown = reader.blocks(
        request.user, family, reader.parse_mark(request.GET.get("mark", "")), terms_of(request.user, version)
    )
    entries = reader.contents(request.user, version, top)
    before, after = reader.neighbours(entries)
    return {
        "agreement": version.agreement,
        "version": version,
        "top": top,
        "blocks": shown,
        "terms": reader.terms_on(shown),
        "entries": entries,
        "before": before,
        "after": after,
        "picture": version.upload if version.upload and version.upload.extension == "pdf" else None,
        "form": SearchForm(),
        "note_form": NoteForm(),
    }


@allow("contracts.view", "GET")
def whole(request: Request, slug: str) -> HttpResponse:
    """The whole text on one page, for printing and for finding within the page."""
    found = agreement_or_404(request.user, slug)
    version = shown_version(request.user, found, request.GET.get("v", ""))
    clauses = list(queries.clauses(request.user, version))
    for clause in clauses:
        clause.version = version
    context = {"agreement": found, "version": version, "blocks": reader.blocks(request.user, clauses)}
    return render(request, "contracts/whole.html", context)


@allow("contracts.view", "GET")
def clause(request: Request, public_id: UUID) -> HttpResponse:
    """A stable address for other pages: leads to the clause where it stands."""
    return redirect(clause_url(clause_or_404(request.user, public_id)))


@allow("contracts.view", "GET")
def search(request: Request) -> HttpResponse:
    """Results while typing (a fragment) and on pressing Enter (the page); every filter stands in the address."""
    versions = list(queries.in_force(request.user).order_by("agreement__title"))
    form = SearchForm(request.GET, versions=_with_chosen(request, versions))
    chosen = _filters(form)
    words = (request.GET.get("q") or "").strip()[:300]
    scope = finding.scope(request.user, chosen)
    found = (
        finding.find(
            request.user, words, versions=scope, article=chosen.article, prefix=bool(request.htmx), on=chosen.on
        )
        if words
        else []
    )
    context = {
        "form": form,
        "words": words,
        "found": found,
        "letters": finding.letters_in(request.user, found, chosen.on),
        "scope": scope,
        "on": chosen.on,
        "chips": _chips(request.GET, form, chosen),
        "wider": _address(request.GET, where="all") if not chosen.where and len(versions) > len(scope) else "",
    }
    return render(request, "contracts/_found.html" if request.htmx else "contracts/search.html", context)


def _with_chosen(request: Request, versions: list[AgreementVersion]) -> list[AgreementVersion]:
    """The text in the address may be a past one."""
    one = queries.version(request.user, request.GET.get("where", ""))
    return [one, *versions] if one is not None and one not in versions else versions


def _filters(form: SearchForm) -> finding.Filters:
    """What was understood; a filter that is wrong is said in the form and left out."""
    form.is_valid()
    clean = form.cleaned_data
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
