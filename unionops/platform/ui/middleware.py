"""Puts a person's reading settings on the request, and fetches them once on a device that does not know them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from unionops.platform.ui import queries
from unionops.platform.ui.reading import COOKIE, YEAR, Reading, from_cookie

Answer = Callable[[HttpRequest], HttpResponse]


def reading(get_response: Answer) -> Answer:
    """After the authentication middleware."""

    def read(request: HttpRequest) -> HttpResponse:
        known, owner = from_cookie(request.COOKIES.get(COOKIE, ""))
        request.reading = known  # type: ignore[attr-defined]  # read by the page frame
        user: Any = request.user
        if not user.is_authenticated or owner == owner_mark(user):
            return get_response(request)
        return _with_kept(request, user, get_response)

    return read


def _with_kept(request: HttpRequest, user: Any, get_response: Answer) -> HttpResponse:
    kept = queries.kept(user)
    request.reading = kept.reading  # type: ignore[attr-defined]  # read by the page frame
    language = kept.language or translation.get_language() or settings.LANGUAGE_CODE
    request.LANGUAGE_CODE = language
    with translation.override(language):
        response = get_response(request)
    if COOKIE not in response.cookies:
        remember(response, kept.reading, kept.language, owner_mark(user))
    return response


def owner_mark(user: Any) -> str:
    return user.public_id.hex[:8] if user.is_authenticated else ""


def remember(response: HttpResponse, chosen: Reading, language: str, owner: str) -> None:
    """Two small cookies: how to read, and in which language. Nothing about people in them."""
    secure = bool(settings.SESSION_COOKIE_SECURE)
    response.set_cookie(COOKIE, chosen.as_cookie(owner), max_age=YEAR, secure=secure, httponly=True, samesite="Lax")
    if language:
        name = settings.LANGUAGE_COOKIE_NAME
        response.set_cookie(name, language, max_age=YEAR, secure=secure, httponly=True, samesite="Lax")
    else:
        response.delete_cookie(settings.LANGUAGE_COOKIE_NAME, samesite="Lax")
