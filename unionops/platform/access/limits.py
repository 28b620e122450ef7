"""How often one address on the network may ask for a page that needs no sign-in."""

from __future__ import annotations

import hashlib
import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def refused(request: HttpRequest, *, page: str, most: int, seconds: int = 300) -> HttpResponse | None:
    """Counts this request; the 429 page once `most` were made within a stretch of `seconds`, else None.

    Only a hash of the network address is kept, and only for that stretch.
    """
    stretch = int(time.time() // seconds)
    who = hashlib.sha256(str(get_adapter().get_client_ip(request)).encode()).hexdigest()[:24]
    key = f"limit:{page}:{stretch}:{who}"
    made = 1 if cache.add(key, 1, seconds) else cache.incr(key)
    if made <= most:
        return None
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
