"""Notes where a request comes from, for the events it leaves."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse

from unionops.platform.audit.services import seen_from


def where(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def note(request: HttpRequest) -> HttpResponse:
        key = request.session.session_key or ""
        session = hashlib.sha256(key.encode()).hexdigest() if key else ""
        with seen_from(session, str(get_adapter().get_client_ip(request))):
            return get_response(request)

    return note
