"""The mark on every view: which capability it takes, by which methods, and whether to ask again who you are."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, cast

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_http_methods

from unionops.platform.access import limits, once
from unionops.platform.access.models.local import Local
from unionops.platform.access.models.people import User
from unionops.platform.access.policy import may

NOT_FOUND = 404


class Request(HttpRequest):
    """A request of somebody who is signed in."""

    user: User
    htmx: Any
    local: Local
    incident: str
    refused: bool
    missed: bool


class MarkedView(Protocol):
    capability: str
    methods: tuple[str, ...]
    step_up: bool

    def __call__(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase: ...


def allow(capability: str, methods: str = "GET POST", *, step_up: bool = False) -> Callable[[Any], MarkedView]:
    """Check the capability; `step_up` asks for the password or passkey again after five minutes."""
    verbs = _verbs(methods)

    def decorate(view: Any) -> MarkedView:
        @wraps(view)
        def checked(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not may(request.user, capability):
                raise PermissionDenied(capability)
            if step_up:
                ask_again_who_you_are(request)
            return once.done_once(request, lambda: cast(HttpResponse, view(request, *args, **kwargs)))

        return _mark(require_http_methods(verbs)(checked), capability, verbs, step_up)

    return decorate


def _verbs(methods: str) -> list[str]:
    verbs = methods.split()
    return [*verbs, "HEAD"] if "GET" in verbs else verbs


def _mark(view: Any, capability: str, verbs: list[str], step_up: bool) -> MarkedView:
    view.capability, view.methods, view.step_up = capability, tuple(verbs), step_up
    return cast(MarkedView, view)


def ask_again_who_you_are(request: HttpRequest) -> None:
    """Raises allauth's ReauthenticationRequired, which leads to the password page and back."""
    raise_if_reauthentication_required(request, app="unionops")


def public(view: Any) -> Any:
    """A page for people who are not signed in; must stand in `unionops.policy.PUBLIC`. GET and POST only.

    Whoever tries links that lead nowhere, one after the other, is turned away for a while.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not kwargs:
            return cast(HttpResponseBase, view(request, *args))
        if (too_many := limits.guessed_too_often(request)) is not None:
            return too_many
        try:
            response = cast(HttpResponseBase, view(request, *args, **kwargs))
        except Http404:
            limits.note_guess(request)
            raise
        if response.status_code == NOT_FOUND:
            limits.note_guess(request)
        return response

    page: Any = require_http_methods(["GET", "HEAD", "POST"])(guarded)
    page.login_required = False
    page.is_public = True
    return page
