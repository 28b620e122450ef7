"""What every page knows: whose local this is."""

from typing import Any

from django.http import HttpRequest

from unionops.platform.access.models import Local


def page(request: HttpRequest) -> dict[str, Any]:
    return {"local": getattr(request, "local", None) or Local.current()}
