"""Headers that every answer carries: nothing inline, nothing from elsewhere, nothing kept."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"


def csp() -> str:
    return "; ".join(f"{name} {' '.join(values)}" for name, values in settings.SECURE_CSP.items())


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    fixed = {
        "Content-Security-Policy": csp(),
        "Permissions-Policy": PERMISSIONS,
        "Cross-Origin-Resource-Policy": "same-origin",
    }

    def add(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in fixed.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    return add
