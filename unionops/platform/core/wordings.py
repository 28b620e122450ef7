"""Word by word: what stayed, what went, what came."""

from __future__ import annotations

from unionops.platform.core import lazy_re as re

TOKEN = re.compile(r"\d+(?:[.,:]\d+)+|\w+|[^\w\s]|\s+")
LONGEST = 30_000

Words = list[list[str]]


def word_changes(old: str, new: str) -> Words:
    """[["=", text], ["-", text], ["+", text], ...]; joined "=" and "-" give the old text, "=" and "+" the new one."""
    from rapidfuzz.distance import Levenshtein  # heavy, and most pages compare nothing

    a, b = TOKEN.findall(old[:LONGEST]), TOKEN.findall(new[:LONGEST])
    out: Words = []
    for step in Levenshtein.opcodes(a, b):
        before, after = a[step.src_start : step.src_end], b[step.dest_start : step.dest_end]
        if step.tag == "equal":
            _add(out, "=", before)
        else:
            _add(out, "-", before)
            _add(out, "+", after)
    _add(out, "-", [old[LONGEST:]])
    _add(out, "+", [new[LONGEST:]])
    return _tidy(out)


def _add(out: Words, sign: str, tokens: list[str]) -> None:
    text = "".join(tokens)
    if not text:
        return
    if out and out[-1][0] == sign:
        out[-1][1] += text
    else:
        out.append([sign, text])


def _tidy(steps: Words) -> Words:
    """Runs of changes with only spaces between them read as one change."""
    out: Words = []
    pending: dict[str, str] = {"-": "", "+": ""}
    for at, (sign, text) in enumerate(steps):
        between = (
            sign == "=" and text.isspace() and "\n" not in text and 0 < at < len(steps) - 1 and any(pending.values())
        )
        if sign == "=" and not between:
            _flush(out, pending)
            out.append(["=", text])
        else:
            for side in "-+" if between else sign:
                pending[side] += text
    _flush(out, pending)
    return out


def _flush(out: Words, pending: dict[str, str]) -> None:
    for side in "-+":
        if pending[side]:
            out.append([side, pending[side]])
        pending[side] = ""
