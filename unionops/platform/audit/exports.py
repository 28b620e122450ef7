"""The trail as a file for trustees and lawyers."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator
from typing import Any

from unionops.platform.access.models import User
from unionops.platform.audit.models import Event
from unionops.platform.audit.parts import may_read_why


def lines(user: User, events: Iterable[Event], withheld: Container[int] = ()) -> Iterator[str]:
    """JSON lines, oldest first: what each hash covers, and the hash.

    `withheld` are numbers of events the reader may not know: only their place in the chain is told. So is left out
    why something was done with a case the reader may not read. Both lines say so, for their hash cannot be reckoned.
    """
    for event in events:
        yield json.dumps(_withheld(event) if event.number in withheld else _told(user, event)) + "\n"


def _withheld(event: Event) -> dict[str, Any]:
    return {"number": event.number, "previous": event.previous, "hash": event.hash, "withheld": ["everything"]}


def _told(user: User, event: Event) -> dict[str, Any]:
    told = {**event.sealed(), "actor_name": str(event.actor or ""), "hash": event.hash}
    if event.reason and not may_read_why(user, event.kind):
        told |= {"reason": "", "withheld": ["reason"]}
    return told
