"""The arithmetic of the chain: pure, so that it can be checked apart from any database."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def link(entry: dict[str, Any]) -> str:
    """SHA-256 over the entry as canonical JSON; the entry holds the previous link."""
    canonical = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()
