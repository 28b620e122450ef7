"""A form that is sent twice is done once: on a bad line somebody presses again, a browser sends again on reload.

Each rendering of a form carries a mark of its own (the masked CSRF token), so the same words with the same mark are
the same press. Where the first press ended at another page, the second ends there too, with a word about it.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils.translation import gettext as _

KEPT = 600  # seconds
GOING = 60  # seconds a press may be worked on; one that died with its process may come again after them
PATIENCE = 10.0  # seconds a second press waits for the first
MOVED = (302, 303)
UNDER_WAY = ""


def done_once(request: HttpRequest, deed: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The deed's answer, or that of the same press before. What ended in a fault or a corrected form may come again."""
    key = _key(request)
    if key is None:
        return deed()
    if not cache.add(key, UNDER_WAY, GOING):
        return _answer_of_before(request, key) or deed()
    try:
        response = deed()
    except BaseException:
        cache.delete(key)
        raise
    if response.status_code in MOVED:
        cache.set(key, response.headers["Location"].partition("?")[0], KEPT)  # no word somebody searched for
    else:
        cache.delete(key)
    return response


def _key(request: HttpRequest) -> str | None:
    """None for what is no form of a page: parts of pages may be sent as often as one likes."""
    if request.method != "POST" or "HX-Request" in request.headers or not request.POST.get("csrfmiddlewaretoken"):
        return None
    files = [(name, file.name, file.size) for name, sent in request.FILES.lists() for file in sent]
    said = [request.user.pk, request.get_full_path(), sorted(request.POST.lists()), files]
    return f"once:{hashlib.sha256(json.dumps(said).encode()).hexdigest()}"


def _answer_of_before(request: HttpRequest, key: str) -> HttpResponseBase | None:
    """None when the first press failed meanwhile."""
    until = time.monotonic() + PATIENCE
    while (place := cache.get(key)) == UNDER_WAY and time.monotonic() < until:
        time.sleep(0.1)  # the first press is worked on by another process, and only the cache tells how it ended
    if place is None:
        return None
    if place == UNDER_WAY:
        messages.info(request, _("This was sent before and is still being done. It is not done a second time."))
        return HttpResponseRedirect("/")
    messages.info(request, _("This was sent before. It was not done a second time."))
    return HttpResponseRedirect(place)
