"""Pages without sign-in: the shell of the kept contract, and the agreements if the local opened them to everybody."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from contracts import queries
from contracts.models import AgreementVersion
from contracts.reading import reader
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.allow import public
from unionops.platform.access.models import Local, User

BESIDE = ("pocket.css", "pocket.js", "kept.js", "icon.svg")


@public
def kept(request: HttpRequest) -> HttpResponse:
    """The list of what is kept; the phone fills it in. It holds nothing about whoever asks."""
    return render(request, "contracts/pocket/kept.html", {"local": Local.current()})


@public
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker: its list of files changes when a file does, and then it fetches them anew."""
    home = reverse("contracts:kept")
    files = [
        home,
        reverse("contracts:kept-manifest"),
        *(static(n) for n in ("pocket.css", "pocket.js", "kept.js", "icon.svg")),
    ]
    source = "\n".join([*files, str(Local.current())])
    context = {"files": files, "home": home, "version": hashlib.sha256(source.encode()).hexdigest()[:12]}
    answer = render(request, "contracts/pocket/worker.js", context, content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    answer["Service-Worker-Allowed"] = "/"
    return answer


@public
def manifest(request: HttpRequest) -> HttpResponse:
    """What the phone needs to put the kept contract on its home screen."""
    local = Local.current()
    facts = {
        "name": _("Contract, %(local)s") % {"local": local},
        "short_name": _("Contract"),
        "start_url": reverse("contracts:kept"),
        "scope": reverse("contracts:kept"),
        "display": "standalone",
        "background_color": "#f6f4ef",
        "theme_color": "#174a7c",
        "icons": [{"src": static("icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    }
    return JsonResponse(facts, content_type="application/manifest+json")


@public
def contents(request: HttpRequest, slug: str) -> HttpResponse:
    """The articles of the text in force, for everybody."""
    box = system_actor()
    with acting(box):
        version = _open_version(box, slug)
        rows = [clause for clause in queries.contents(box, version) if clause.level != "section"]
        return render(request, "contracts/public_contents.html", {"version": version, "rows": rows})


@public
def clause(request: HttpRequest, slug: str, label: str) -> HttpResponse:
    """One article, or the section named, word for word: no notes, no cases, no links into the house."""
    box = system_actor()
    with acting(box):
        version = _open_version(box, slug)
        found = queries.clause_at(box, version, label)
        if found is None:
            raise Http404
        return render(request, "contracts/public_clause.html", _shown(box, version, found))


def _shown(user: User, version: AgreementVersion, found: Any) -> dict[str, Any]:
    clauses = queries.family(user, found)
    for one in clauses:
        one.version = version
    return {"version": version, "top": found, "blocks": reader.plain_blocks(clauses)}


def _open_version(box: User, slug: str) -> AgreementVersion:
    """The text in force when the local said that its agreements may be read without signing in."""
    if not Local.current().contracts_public:
        raise Http404
    agreement = queries.agreement(box, slug)
    version = queries.version_on(box, agreement) if agreement else None
    if agreement is None or version is None:
        raise Http404
    version.agreement = agreement
    return version
