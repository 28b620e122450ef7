"""Which models fit this machine: a dated table, and the memory of the machine."""

import os
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

AS_OF = "2026-11"
GB = 1_000_000_000


@dataclass(frozen=True)
class Suggestion:
    """One line of the table; `needs` is memory in GB for the model, its window and the rest of the machine."""

    name: str
    role: str
    disk_gb: float
    needs: int
    num_ctx: int
    says: object


# Sizes and speeds as published or measured by others in 2026; the speed test on the page measures this machine.
SUGGESTIONS = (
    Suggestion("qwen3.5:2b", "draft", 2.7, 6, 8192, _("for small or old machines; check every word")),
    Suggestion("qwen3.5:4b", "draft", 3.4, 8, 8192, _("an old PC or small server: about 10 words a second")),
    Suggestion("qwen3.5:9b", "draft", 6.6, 16, 16384, _("a Mac mini or a PC with 16 GB")),
    Suggestion("gemma4:e4b", "draft", 9.6, 16, 16384, _("another good choice with 16 GB, strong in Spanish")),
    Suggestion("gemma4:26b", "draft", 17.0, 24, 32768, _("with 24 GB or a graphics card: the best at saying no")),
    Suggestion("embeddinggemma", "embed", 0.6, 6, 2048, _("finds texts alike in over 100 languages")),
    Suggestion("qwen3-embedding:0.6b", "embed", 0.7, 16, 8192, _("finds texts alike, with longer texts")),
    Suggestion("bge-m3", "embed", 1.2, 24, 8192, _("finds texts alike, with longer texts")),
)


def memory_gb() -> float:
    """This machine's memory; 0 when it does not tell."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / GB
    except (ValueError, OSError, AttributeError):
        return 0.0


def fitting(gigabytes: float) -> list[Suggestion]:
    """The lines that fit, a little under their need allowed: an '8 GB' machine reports 7.6."""
    return [line for line in SUGGESTIONS if line.needs * 0.9 <= gigabytes or line.needs <= 6]


def window_for(gigabytes: float, trained: int) -> int:
    """A context window that this machine can hold beside the model."""
    room = 8192 if gigabytes < 14 else 16384 if gigabytes < 22 else 32768
    return min(room, trained or room)


def rank(name: str, size: int, gigabytes: float) -> tuple[int, int]:
    """Orders installed models for a first choice: suggested that fit, then the largest that fits, then the rest."""
    fits = size <= gigabytes * GB * 0.6
    suggested = [line.name for line in fitting(gigabytes)]
    if name.removesuffix(":latest") in suggested:
        return 0, -suggested.index(name.removesuffix(":latest"))
    return (1, -size) if fits else (2, size)
