"""The trail as a file for trustees and lawyers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from unionops.platform.audit.models import Event


def lines(events: Iterable[Event]) -> Iterator[str]:
    """JSON lines, oldest first: what each hash covers, and the hash."""
    for event in events:
        yield json.dumps({**event.sealed(), "actor_name": str(event.actor or ""), "hash": event.hash}) + "\n"
