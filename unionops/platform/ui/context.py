"""What every page's frame knows: the local, and how the person likes to read."""

from typing import Any

from django.http import HttpRequest

from unionops.platform.access.models import Local
from unionops.platform.ui import reading


def page(request: HttpRequest) -> dict[str, Any]:
    local = getattr(request, "local", None)
    return {
        "local": local if local is not None else Local.current(),
        "reading": getattr(request, "reading", None) or reading.from_cookie(request.COOKIES.get(reading.COOKIE, ""))[0],
    }
