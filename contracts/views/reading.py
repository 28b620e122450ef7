"""Reading: the list of agreements, the contents, the pages with their margins, searching."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from contracts import cutting, queries
from contracts.addresses import clause_url
from contracts.forms import NoteForm, SearchForm
from contracts.models import AgreementKind, AgreementVersion, Clause
from contracts.reading import reader
from contracts.reading.defined import terms_of
from contracts.views.common import agreement_or_404, clause_or_404, shown_version
from unionops.platform.access.allow import Request, allow
from unionops.platform.access.models import User
from unionops.platform.access.policy import may


@allow("contracts.view", "GET")
def home(request: Request) -> HttpResponse:
    """Agreements in force first, then what waits to be checked and what is past."""
    rows = sorted(queries.with_counts(request.user), key=lambda v: v.agreement.kind != AgreementKind.AGREEMENT)
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
        "cut_long_ago": may(request.user, "contracts.manage") and cutting.is_old(version),
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
    picture = version.upload if version.upload and version.upload.extension == "pdf" else None
    return {
        "agreement": version.agreement,
        "version": version,
        "top": top,
        "blocks": shown,
        "terms": reader.terms_on(shown),
        "entries": entries,
        "before": before,
        "after": after,
        "picture": picture,
        "sheets": reader.sheets(request.user, version, family) if picture and request.GET.get("beside") else [],
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
