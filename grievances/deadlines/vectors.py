"""Vectors in, dates out: the file format of `compute_deadlines`, described in docs/deadlines.md."""

from collections.abc import Mapping
from datetime import date

from grievances.deadlines.anchors import Event
from grievances.deadlines.counting import Count, OutOfCalendarError, count, internal_target
from grievances.deadlines.limits import dated
from grievances.deadlines.reading import KNOWN_KEYS, BadRuleError, Written, parse_day, parse_rule


def lines_as_json(counted: Count) -> list[dict[str, object]]:
    return [{"date": line.date.isoformat(), "n": line.n, "why": line.why} for line in counted.lines]


def compute(vector: Written) -> dict[str, object]:
    """One vector in, its due date and whole count out. Raises BadRuleError."""
    written = _anchored(vector)
    rule = parse_rule(written, kind=vector.get("kind"))
    try:
        counted = count(rule)
        target = internal_target(rule, counted.due)
    except (OutOfCalendarError, OverflowError) as error:
        raise BadRuleError("rule.n", "the count runs past the end of the calendar") from error
    unknown = sorted(str(name) for name in set(written) - KNOWN_KEYS) if isinstance(written, Mapping) else []
    return {
        "id": vector.get("id"),
        "due": counted.due.isoformat(),
        "weekday": counted.due.strftime("%a"),
        "kind": rule.kind.value,
        "opens": counted.opens.isoformat() if counted.opens else None,
        "internal_target": target.isoformat(),
        "cutoff_time": rule.cutoff.strftime("%H:%M") if rule.cutoff else None,
        "ignored_keys": unknown,
        "count": lines_as_json(counted),
    }


def _anchored(vector: Written) -> object:
    """The rule of a vector. One without `anchor` chooses its day by `anchor_kind` from the dates under `events`."""
    written = vector.get("rule")
    if not isinstance(written, Mapping) or written.get("anchor") is not None or not written.get("anchor_kind"):
        return written
    chosen = dated(written, _events(vector.get("events")), "rule.")
    if chosen is None:
        raise BadRuleError("events", f"hold no date for anchor_kind {written['anchor_kind']!r}")
    return chosen


def _events(given: object) -> dict[Event, date]:
    if not isinstance(given, Mapping):
        raise BadRuleError("events", "must be an object of dates, because the rule has an anchor_kind and no anchor")
    return {_event(name): parse_day(day, f"events.{name}") for name, day in given.items()}


def _event(name: object) -> Event:
    try:
        return Event(str(name))
    except ValueError:
        raise BadRuleError("events", f"{name!r} is not one of: {', '.join(Event)}") from None


def compute_all(document: object) -> list[dict[str, object]]:
    """A list of vectors, or an object with one under `vectors`. Raises BadRuleError naming vector and key."""
    vectors = document.get("vectors") if isinstance(document, Mapping) else document
    if not isinstance(vectors, list):
        raise BadRuleError("vectors", "the file must hold a list of vectors, or an object with the key vectors")
    return [_named_compute(vector, i) for i, vector in enumerate(vectors)]


def _named_compute(vector: object, position: int) -> dict[str, object]:
    if not isinstance(vector, Mapping):
        raise BadRuleError(f"vectors[{position}]", f"vector {position + 1} must be an object")
    try:
        return compute(vector)
    except BadRuleError as error:
        name = vector.get("id") or f"number {position + 1}"
        raise BadRuleError(error.key, f"vector {name}, key {error.key}: {error.message}") from error
