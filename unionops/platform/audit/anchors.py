"""The trail's head, written outside the database: who cuts the trail's tail off cannot reach these lines too."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings

Pair = tuple[int, str]


def file() -> Path:
    return Path(settings.DATA_DIR) / "trail-anchors.txt"


def line(number: int, digest: str) -> str:
    """As people print it, mail it, and give it to `audit_verify --anchor`."""
    return f"{number}:{digest}"


def pair(text: str) -> Pair | None:
    """(number, hash), or None when the text is no anchor."""
    number, _, digest = text.strip().partition(":")
    return (int(number), digest) if number.isdigit() and len(digest) == 64 else None


def write(number: int, digest: str) -> None:
    with file().open("a") as sink:
        sink.write(line(number, digest) + "\n")
        sink.flush()
        os.fsync(sink.fileno())


def written() -> list[Pair]:
    """All lines of the file; one that a power cut tore is left out."""
    lines = file().read_text().splitlines() if file().exists() else []
    return [found for text in lines if (found := pair(text)) is not None]
