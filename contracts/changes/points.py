"""What a model says about a change of words: each point stands on a quotation of either text, or is dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from contracts.prompts import ChangeInWords, ChangePoint
from unionops.platform.ai import facts, hygiene, quotes

Data = dict[str, Any]
EFFECT, WATCH = "effect", "watch"
HARD = ("number", "reference", "month", "unit")  # to name what neither text has is an invention, not an opinion


def checked(reply: ChangeInWords, before: str, after: str) -> tuple[list[Data], int]:
    """The points whose quotations stand in the texts they name, and how many were dropped.

    A point that names figures or places of neither text or gives orders loses its wording: then its quotations stand
    alone. One that rests on words which give the machine orders is dropped. Other doubts are marked for the person.
    """
    asked = [(EFFECT, point) for point in reply.effects] + [(WATCH, point) for point in reply.watch]
    points = [_checked(kind, point, before, after) for kind, point in asked]
    return [point for point in points if point is not None], points.count(None)


def _checked(kind: str, point: ChangePoint, before: str, after: str) -> Data | None:
    said = ((point.old, before), (point.new, after))
    spans = [quotes.find(quote, text) if quote.strip() else None for quote, text in said]
    if not any(spans) or any(quote.strip() and span is None for (quote, _text), span in zip(said, spans, strict=True)):
        return None
    orders = hygiene.find_orders(f"{before}\n{after}")
    if any(quotes.verify(quote, order) for quote, _text in said for order in orders if quote.strip()):
        return None
    old, new = (text[span.start : span.end] if span else "" for span, (_q, text) in zip(spans, said, strict=True))
    text = " ".join(hygiene.clean(point.text).text.split())
    both = f"{before}\n{after}"
    if not text or set(hygiene.links(text)) - set(hygiene.links(both)):
        return None
    flags = ["aside:"] if hygiene.find_orders(text) else sorted(set(facts.unsupported(text, both, both)))
    left_out = flags[:1] == ["aside:"] or any(flag.partition(":")[0] in HARD for flag in flags)
    return {"kind": kind, "text": "" if left_out else text, "old": old, "new": new, "flags": flags}


def as_text(points: Iterable[Data]) -> str:
    """Every point in a line of its own; the words it stands on where the wording was left out."""
    return "\n".join(
        point["text"] or " → ".join(f"“{point[side]}”" for side in ("old", "new") if point[side]) for point in points
    )


def shown(data: Data) -> list[Data]:
    """The points of a kept reading with their doubts in words."""
    points: Sequence[Data] = data.get("points", ())
    return [{**point, "doubts": facts.in_words(point["flags"])} for point in points]
