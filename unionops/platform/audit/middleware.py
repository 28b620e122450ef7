"""Notes where a request comes from, for the events it leaves, and what was refused or not found."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse

from unionops.platform.audit.services import missed, refused, seen_from


def where(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def note(request: HttpRequest) -> HttpResponse:
        key = request.session.session_key or ""
        session = hashlib.sha256(key.encode()).hexdigest() if key else ""
        with seen_from(session, str(get_adapter().get_client_ip(request))):
            response = get_response(request)
            _note(request)
            return response

    return note


def _note(request: HttpRequest) -> None:
    found = request.resolver_match
    if found is None or not request.user.is_authenticated or not hasattr(found.func, "capability"):
        return
    if getattr(request, "refused", False):
        refused(request.user, found.view_name)
    elif getattr(request, "missed", False):
        missed(request.user, found.view_name)
