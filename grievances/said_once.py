"""What a grievance article says once for all its limits: rolling, filing, pauses, and what silence does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grievances.phrases import (
    CHRISTMAS,
    CUTOFF,
    FIRST_COUNTS,
    FOUR_DAYS,
    MONTHS,
    NO_ANSWER,
    ON_RECEIPT,
    OURS_LATE,
    POSTMARK,
    ROLLS,
    SENTENCE,
    SILENCE,
    STANDS_STILL,
    YEARLY_STOP,
)
from grievances.sentences import Seen


def said_once(texts: Sequence[str], limits: Sequence[Seen]) -> dict[str, Any]:
    text = "\n".join(texts)
    made: dict[str, Any] = {}
    if ROLLS.search(text):
        made["roll"] = "next_business_day"
    if POSTMARK.search(text):
        made["filed_means"] = "postmark"
    elif ON_RECEIPT.search(text):
        made["filed_means"] = "receipt"
    if hour := CUTOFF.search(text):
        clock = int(hour["hour"]) % 12 + 12 * (hour["half"].lower() == "p")
        made["cutoff_time"] = f"{clock:02d}:{hour['minute']}"
    if pauses := _yearly_pauses(text):
        made["yearly_pauses"] = pauses
    if FOUR_DAYS.search(text):
        made["weekend"] = [4, 5, 6]
    if FIRST_COUNTS.search(text) and not any("count_first_day" in seen.written() for seen in limits):
        made["count_first_day"] = True
    return made


def _yearly_pauses(text: str) -> list[str]:
    still = (one[0] for one in SENTENCE.finditer(text) if STANDS_STILL.search(one[0]))
    for stop in filter(None, map(YEARLY_STOP.search, still)):
        ends = ((MONTHS.index(stop[f"{end}_month"].lower()) + 1, int(stop[f"{end}_day"])) for end in ("first", "last"))
        return ["..".join(f"{month:02d}-{day:02d}" for month, day in ends)]
    return ["christmas_to_new_year"] if CHRISTMAS.search(text) else []


def what_silence_does(texts: Sequence[str]) -> str:
    """What the article says of an answer that never comes; '' when it says nothing."""
    for text in texts:
        for sentence in SENTENCE.finditer(text):
            if NO_ANSWER.search(sentence[0]) and not OURS_LATE.search(sentence[0]):
                rest = text[sentence.start() : sentence.end() + 160]
                for effect, words in SILENCE:
                    if words.search(rest if effect.startswith("auto") else sentence[0]):
                        return effect
    return ""
