"""Vectors in, dates out: the file format of `compute_deadlines`, described in docs/deadlines.md."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date
from enum import StrEnum

from grievances.deadlines.anchors import Event
from grievances.deadlines.counting import Count, OutOfCalendarError, count, internal_target
from grievances.deadlines.filing import FiledMeans, last_instant
from grievances.deadlines.limits import check_kind, dated
from grievances.deadlines.reading import (
    KNOWN_KEYS,
    BadRuleError,
    Written,
    check_keys,
    check_once,
    parse_choice,
    parse_day,
    parse_rule,
    parse_zone,
    unread_keys,
)
from grievances.deadlines.rule import Kind, Rule
from grievances.deadlines.silence import Silence

Row = dict[str, object]


@dataclass(frozen=True)
class Refused:
    """A vector that gives no date: which one, the key that is wrong, and a sentence that names both."""

    id: object
    key: str
    message: str

    def as_row(self) -> Row:
        return {"id": self.id, "key": self.key, "message": self.message}


@dataclass(frozen=True)
class Answers:
    rows: list[Row]
    refused: list[Refused]


def lines_as_json(counted: Count) -> list[Row]:
    return [{"date": line.date.isoformat(), "n": line.n, "why": line.why} for line in counted.lines]


def compute(vector: Written) -> Row:
    """One vector in, its due date and whole count out. Raises BadRuleError."""
    unread = unread_keys(vector)
    check_keys(vector.get("rule"))
    kind = parse_choice(vector.get("kind") or Kind.LATEST, Kind, "kind")
    written = _anchored(vector)
    rule = parse_rule(written, kind=kind)
    _check_beside(vector, unread, rule)
    try:
        counted = count(rule)
        target = internal_target(rule, counted.due)
    except (OutOfCalendarError, OverflowError) as error:
        raise BadRuleError("rule.n", "the count runs past the end of the calendar") from error
    if counted.opens and counted.opens > counted.due:
        raise BadRuleError("rule.opens", f"the window opens ({counted.opens}) after its last day ({counted.due})")
    return {
        "id": vector.get("id"),
        "due": counted.due.isoformat(),
        "weekday": counted.due.strftime("%a"),
        "kind": rule.kind.value,
        "opens": counted.opens.isoformat() if counted.opens else None,
        "internal_target": target.isoformat(),
        "cutoff_time": rule.cutoff.strftime("%H:%M") if rule.cutoff else None,
        "last_instant": _last_instant(vector["rule"], rule, counted.due),
        "count": lines_as_json(counted),
        "unread": unread + _unread_words(vector["rule"]),
    }


def _unread_words(written: object) -> list[str]:
    """What moves no date and is in no words of ours: named, so that a slip of the pen shows before it is relied on."""
    assert isinstance(written, Mapping)
    words: tuple[tuple[str, type[StrEnum]], ...] = (("filed_means", FiledMeans), ("silence", Silence))
    return [f"rule.{name}" for name, known in words if written.get(name) and str(written[name]) not in {*known}]


def _check_beside(vector: Written, unread: list[str], rule: Rule) -> None:
    """A key of the rule may stand beside it as a note ('unit: Depot 4'). Where it would move the date, it was meant."""
    for name in unread:
        if name in KNOWN_KEYS and not _moves_nothing(vector, name, rule):
            raise BadRuleError(name, "belongs to the rule; put it inside rule")


EVERYDAY = {"unit", "anchor", "day"}


def _moves_nothing(vector: Written, name: str, rule: Rule) -> bool:
    """The same rule comes of it, or it is a word of everyday life whose text cannot be read, while the rule says that
    key itself. 'n: 12' and 'weekend: Sunday' were meant.
    """
    written, value = vector["rule"], vector[name]
    assert isinstance(written, Mapping)
    try:
        moved = parse_rule(_anchored({**vector, "rule": {**written, name: value}}), kind=rule.kind)
    except BadRuleError:
        return name in EVERYDAY and isinstance(value, str) and written.get(name) is not None
    return moved == rule


def _last_instant(written: object, rule: Rule, due: date) -> str | None:
    """The last moment of the due date in UTC, for a rule that names its time zone."""
    assert isinstance(written, Mapping)
    if not written.get("zone"):
        return None
    moment = last_instant(due, parse_zone(written["zone"], "rule.zone"), rule.cutoff)
    return moment.astimezone(UTC).isoformat()


def _anchored(vector: Written) -> object:
    """The rule of a vector. Where it, its cap or its opening has no `anchor`, the day is chosen by `anchor_kind` from
    the dates under `events`; one that finds no date there is refused, for a cap left out would move the date.
    """
    written = vector.get("rule")
    return _dated(written, vector, "rule.") if isinstance(written, Mapping) else written


def _dated(written: Written, vector: Written, key: str) -> Written:
    inner = {
        name: _dated(part, vector, f"{key}{name}.")
        for name in ("cap", "opens")
        if isinstance(part := written.get(name), Mapping)
    }
    if written.get("anchor") is not None:
        if written.get("offset_days"):
            raise BadRuleError(f"{key}offset_days", "has a meaning with anchor_kind only; put the moved date in anchor")
        return {**written, **inner}
    return _chosen({**written, **inner}, vector, key) if written.get("anchor_kind") else written


def _chosen(written: Written, vector: Written, key: str) -> Written:
    check_kind(written, key)
    chosen = dated(written, _events(vector.get("events")), key)
    if chosen is None:
        raise BadRuleError("events", f"hold no date for {key}anchor_kind {written['anchor_kind']!r}")
    return chosen


def _events(given: object) -> dict[Event, date]:
    if not isinstance(given, Mapping):
        raise BadRuleError("events", "must be an object of dates, because the rule has an anchor_kind and no anchor")
    check_once(given, "events.")
    dates = {_event(name): parse_day(day, f"events.{name}") for name, day in given.items()}
    if Event.ANSWER_DUE in dates and Event.RECEIPT in dates:
        dates.setdefault(Event.ANSWERED, dates[Event.RECEIPT])
    return dates


def _event(name: object) -> Event:
    """`answer_received` is another name of `answered`; beside `answer_due`, `receipt` is that of the answer."""
    try:
        return Event.ANSWERED if name == "answer_received" else Event(str(name))
    except ValueError:
        raise BadRuleError("events", f"{name!r} is not one of: {', '.join(Event)}") from None


def _check_id(vector: Written, place: int, alike: int) -> None:
    given = vector.get("id")
    if not isinstance(given, str | int | None) or isinstance(given, bool):
        raise BadRuleError("id", f"{given!r} must be a text or a number")
    if given is not None and alike > 1:
        raise BadRuleError("id", f"{alike} vectors have this id (this one is number {place}); give each its own")


def compute_all(document: object) -> Answers:
    """A list of vectors, or an object with one under `vectors`. A bad vector is refused by its id and key, and keeps
    no other one from its date. Raises BadRuleError when there is no list.
    """
    vectors = document.get("vectors") if isinstance(document, Mapping) else document
    if not isinstance(vectors, list):
        raise BadRuleError("vectors", "the file must hold a list of vectors, or an object with the key vectors")
    ids = Counter(_id(vector) for vector in vectors)
    made = [_row_or_refusal(vector, place, ids[_id(vector)]) for place, vector in enumerate(vectors, 1)]
    return Answers(
        [one for one in made if not isinstance(one, Refused)], [one for one in made if isinstance(one, Refused)]
    )


def _id(vector: object) -> str | None:
    """The id as text, to tell two answers apart by; None where there is none."""
    given = vector.get("id") if isinstance(vector, Mapping) else None
    return None if given is None else str(given)


def _row_or_refusal(vector: object, place: int, alike: int) -> Row | Refused:
    if not isinstance(vector, Mapping):
        return Refused(None, f"vectors[{place - 1}]", f"vector number {place} must be an object")
    try:
        _check_id(vector, place, alike)
        return compute(vector)
    except BadRuleError as error:
        name = vector.get("id") or f"number {place}"
        return Refused(vector.get("id"), error.key, f"vector {name}, key {error.key}: {error.message}")
