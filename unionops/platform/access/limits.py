"""How often one address on the network may ask for a page that needs no sign-in."""

from __future__ import annotations

import hashlib
import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

STRETCH = 300
GUESSES = 30  # of one network address within a stretch


def refused(request: HttpRequest, *, page: str, most: int, seconds: int = STRETCH) -> HttpResponse | None:
    """Counts this request; the 429 page once `most` were made within a stretch of `seconds`, else None.

    Only a hash of the network address is kept, and only for that stretch.
    """
    return None if _count(_key(request, page, seconds), seconds) <= most else _too_many(request, seconds)


def guessed_too_often(request: HttpRequest) -> HttpResponse | None:
    """The 429 page for whoever asked for too many things that are not there, else None. Counts nothing itself."""
    made = cache.get(_key(request, "guess", STRETCH), 0)
    return None if made < GUESSES else _too_many(request, STRETCH)


def note_guess(request: HttpRequest) -> None:
    """Somebody without an account asked by a word or a number for something that is not there."""
    _count(_key(request, "guess", STRETCH), STRETCH)


def _key(request: HttpRequest, page: str, seconds: int) -> str:
    who = hashlib.sha256(str(get_adapter().get_client_ip(request)).encode()).hexdigest()[:24]
    return f"limit:{page}:{int(time.time() // seconds)}:{who}"


def _count(key: str, seconds: int) -> int:
    return 1 if cache.add(key, 1, seconds) else int(cache.incr(key))


def _too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
