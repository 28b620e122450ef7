"""Notes where a request comes from, for the events it leaves, and what was refused."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import cast

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse

from unionops.platform.access.models import User
from unionops.platform.audit.services import refused, seen_from


def where(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def note(request: HttpRequest) -> HttpResponse:
        key = request.session.session_key or ""
        session = hashlib.sha256(key.encode()).hexdigest() if key else ""
        with seen_from(session, str(get_adapter().get_client_ip(request))):
            response = get_response(request)
            if getattr(request, "refused", False) and request.resolver_match is not None:
                refused(cast(User, request.user), request.resolver_match.view_name)
            return response

    return note
