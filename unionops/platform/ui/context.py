"""What every page's frame knows: the local, and how the person likes to read."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from unionops.platform.access.middleware import PUBLIC_COMPUTER
from unionops.platform.access.models import Local
from unionops.platform.ui import reading


def page(request: HttpRequest) -> dict[str, Any]:
    local = getattr(request, "local", None)
    public = bool(request.session.get(PUBLIC_COMPUTER)) if hasattr(request, "session") else False
    return {
        "printed": timezone.now(),
        "printed_path": printed_path(request),
        "idle_seconds": settings.SESSION_IDLE_SECONDS_PUBLIC if public else settings.SESSION_IDLE_SECONDS,
        "local": local if local is not None else Local.current(),
        "reading": getattr(request, "reading", None) or reading.from_cookie(request.COOKIES.get(reading.COOKIE, ""))[0],
    }


def printed_path(request: HttpRequest) -> str:
    """The address for the foot of a printed page, without the secret of an address that opens to whoever has it."""
    token = str(request.resolver_match.kwargs.get("token", "")) if request.resolver_match else ""
    return request.path.replace(token, "…") if token else request.path
