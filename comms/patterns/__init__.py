"""The built-in patterns per channel and language; a local's own template stands before them.

A pattern is a text file: the subject, a line of dashes, and lines with `{{ slot }}`s of the brief.
A line whose slots are all empty disappears. `other.txt` serves every channel without a file.
"""

from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
SLOTS = (
    "headline",
    "purpose",
    "story",
    "facts",
    "when",
    "where",
    "deadline",
    "quotes",
    "contact",
    "link",
    "sender",
    "footer_note",
    "greeting",
    "title",
)


@lru_cache
def pattern(channel: str, language: str) -> tuple[str, str]:
    """(subject, body) of the built-in pattern; English where a language has none."""
    for path in (
        HERE / language[:2] / f"{channel}.txt",
        HERE / language[:2] / "other.txt",
        HERE / "en" / f"{channel}.txt",
    ):
        if path.is_file():
            subject, _line, body = path.read_text("utf-8").partition("\n---\n")
            return subject, body.rstrip("\n")
    raise KeyError(channel)


def fixed_lines(body: str) -> frozenset[str]:
    """The lines of a pattern that stand in every message: they tell nothing of the brief."""
    return frozenset(line.strip() for line in body.splitlines() if line.strip() and "{{" not in line)
