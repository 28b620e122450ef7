"""Pages for when something is wrong: static words, an incident number, a way on."""

import sys
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from unionops.platform.access.allow import Request
from unionops.platform.core import room
from unionops.platform.core.problems import Problem


def _page(request: HttpRequest, status: int, **words: object) -> HttpResponse:
    words["incident"] = getattr(request, "incident", "")
    return HttpResponse(render_to_string(f"{status}.html", words, request=None), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The trail notes what was refused on the way out (`audit.middleware`)."""
    cast(Request, request).refused = True
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The trail notes this too: what is not there and what is not theirs look alike."""
    cast(Request, request).missed = True
    return _page(request, 404)


def only_a_form(request: HttpRequest, refused: HttpResponse) -> HttpResponse:
    """Somebody opened an address that only a button sends to, from the browser's history or a kept link."""
    page = _page(request, 405)
    page.headers["Allow"] = refused.headers["Allow"]
    return page


def unavailable(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The whole box waits for somebody to do what `problem` says."""
    return _page(request, 503, problem=problem)


def server_error(request: HttpRequest) -> HttpResponse:
    """Called while the fault is being dealt with; that the disk is full is no fault of ours."""
    return unavailable(request, room.problem()) if room.ran_out(sys.exception()) else _page(request, 500)
