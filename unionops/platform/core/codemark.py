"""A mark of code, by which what an older version of the program made is known."""

from __future__ import annotations

import hashlib
import io
import tokenize
from collections.abc import Iterable
from pathlib import Path

STARTS = (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
DESCRIBED = -1
CLOSING = (")", "]", "}")


def mark_of(files: Iterable[Path]) -> str:
    """Twelve characters, the same for the same code; comments, line breaks and descriptions do not count."""
    whole = "\n".join(plain(path.read_text(encoding="utf-8")) for path in files)
    return hashlib.blake2b(whole.encode(), digest_size=6).hexdigest()


def plain(code: str) -> str:
    kept: list[str] = []
    before = tokenize.NEWLINE
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type in (tokenize.COMMENT, tokenize.NL):
            continue
        if token.type == tokenize.STRING and before in STARTS:
            before = DESCRIBED
            continue
        if token.string in CLOSING and kept and kept[-1] == ",":
            kept.pop()
        if not (token.type == tokenize.NEWLINE and before == DESCRIBED):
            kept.append(str(token.type) if token.type in STARTS else token.string)
        before = token.type
    return " ".join(kept)
