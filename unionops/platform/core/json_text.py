"""JSON of strangers: files, notices, answers of a model."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from unionops.platform.core import lazy_re as re

_HALVES = re.compile(r"[\ud800-\udfff]")


class NestedError(ValueError):
    """Nested deeper than can be read."""


class HalfCharacterError(ValueError):
    """Holds one half of a character written as two (RFC 8259, 8.2), which neither a file nor a database can keep."""


def loads(text: str | bytes, *, pairs: Callable[[list[tuple[str, Any]]], Any] | None = None) -> Any:
    """As json.loads; `pairs` is its `object_pairs_hook`. Raises ValueError for every text that is not sound."""
    try:
        found = json.loads(text, object_pairs_hook=pairs)
    except RecursionError as error:
        raise NestedError("nested too deep") from error
    escaped = b"\\u" in text if isinstance(text, bytes) else "\\u" in text
    if escaped and _HALVES.search(json.dumps(found, ensure_ascii=False)):
        raise HalfCharacterError("half of a character")
    return found
