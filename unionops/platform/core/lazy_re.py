"""`re`, where a pattern is read at its first use.

The house keeps more than a thousand patterns; to read them all was half of the start of every process. One that is no
pattern is found by `tests/core/test_lazy_re.py`, which reads each.
"""

import re
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    UNICODE,
    I,
    M,
    Match,
    Pattern,
    S,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, AnyStr, cast

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "UNICODE",
    "I",
    "M",
    "Match",
    "Pattern",
    "S",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]
METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:  # noqa: A001 - the name that `re` gives it
    """A pattern as `re.compile` makes it, read when it is first asked for more than its words."""
    return cast(Pattern[AnyStr], Unread(pattern, flags))


class Unread:
    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Once read, its methods lie at hand: each further call costs what it costs in `re`."""
        if name.startswith("__"):
            raise AttributeError(name)
        read = re.compile(self.pattern, self._flags)
        self.__dict__.update({each: getattr(read, each) for each in METHODS})
        return getattr(read, name)

    def __repr__(self) -> str:
        return f"lazy_re.compile({self.pattern!r})"
