"""Two pages for people who are not signed in: stop these e-mails, and the copy on the web."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comms import links, markup, merging, queries
from comms.services import consent
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.allow import public
from unionops.platform.access.models import Local


@public
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, POST does (RFC 8058); mail filters that follow links change nothing."""
    found = links.read_token(token)
    if found is None:
        raise Http404
    with acting(system_actor()) as by:
        assert by is not None
        if request.method == "POST":
            consent.unsubscribe(by=by, person=found[0], entry=found[1])
    return render(request, "comms/unsubscribe.html", {"done": request.method == "POST"})


@public
@require_http_methods(["GET", "HEAD"])
def web_copy(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The words of a message whose copy the local put on the web, without anybody's name."""
    with acting(system_actor()):
        version = queries.web_version(public_id)
        if version is None:
            raise Http404
        body = merging.fill(version.body, queries.shared_values(Local.current()), version.language)
        context = {"version": version, "body": markup.to_html(body), "title": version.subject or version.message.title}
        return render(request, "comms/web_copy.html", context)
