"""What an upload is for: which kinds of file fit, and who may open one later.

Apps register their purposes in `AppConfig.ready()`:
`purposes.register("roster", kinds=SHEETS, reader=may_read_roster)`. Without a reader only the
person who brought the file in may open it again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from unionops.platform.core.registry import Registry
from unionops.platform.files.kinds import ANY

Reader = Callable[[Any, Any], bool]  # (user, upload) -> may open it
Careful = Callable[[Any], bool]  # (upload) -> ask again who is reading


@dataclass(frozen=True)
class Purpose:
    name: str
    kinds: frozenset[str]
    reader: Reader | None = None
    careful: Careful | None = None


registry: Registry[Purpose] = Registry()


def register(
    name: str, *, kinds: frozenset[str] = ANY, reader: Reader | None = None, careful: Careful | None = None
) -> Purpose:
    return registry.register(name, Purpose(name, kinds, reader, careful))


def of(name: str) -> Purpose:
    """An unknown purpose accepts every kind, and opens to its bringer only."""
    return registry[name] if name in registry else Purpose(name, ANY)
