"""Words typed on a page and not yet in the house. The browser keeps them sealed on its device (`static/typed.js`), and
the key is given only to a page of the person who typed them: what lies on the device is of no use to anybody else.

A browser on a computer said to be shared is given no key, and keeps nothing.
"""

from __future__ import annotations

import base64
from typing import Any

from django.utils.crypto import salted_hmac

from unionops.platform.access.allow import Request
from unionops.platform.access.middleware import PUBLIC_COMPUTER
from unionops.platform.access.models import User

FIELD, ARRIVED = "typed", "typed_arrived"
LONGEST, MOST = 40, 20


def key_of(user: User) -> str:
    """32 bytes in base64, the same in each session of this person and no other's."""
    return base64.b64encode(salted_hmac("words typed on a page", str(user.pk), algorithm="sha256").digest()).decode()


def arrived(request: Request) -> None:
    """What this form held is in the house now: the next page lets the device forget its copy."""
    name = request.POST.get(FIELD, "")[:LONGEST]
    if name:
        request.session[ARRIVED] = [*request.session.get(ARRIVED, []), name][-MOST:]


def arrived_while_leaving(request: Request) -> None:
    """A page that stays hears of its saving by the answer itself; one that was left cannot."""
    if "leaving" in request.POST:
        arrived(request)


def for_page(request: Request) -> dict[str, Any]:
    """The key (none on a shared computer) and the copies to forget, for `ui/_typed_words.html`."""
    shared = bool(request.session.get(PUBLIC_COMPUTER))
    done = request.session.pop(ARRIVED, []) if ARRIVED in request.session and not shared else []
    return {"key": "" if shared else key_of(request.user), "shared": shared, "done": done}
