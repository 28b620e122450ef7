"""Choose the day a clock starts from the dates of a case: incident or knowledge, due or received, whichever comes
first or last.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Event(StrEnum):
    """The dated things that can start a clock. Those of a step are looked up for the step before it."""

    INCIDENT = "incident"
    KNOWLEDGE = "knowledge"
    UNION_KNOWLEDGE = "union_knowledge"
    RECEIPT = "receipt"
    ISSUANCE = "issuance"
    SERVICE = "service"
    EFFECTIVE = "effective"
    EXPIRATION = "expiration"
    EVENT = "event_date"
    FILED = "filed"
    FIRST_FILED = "first_filed"
    MEETING = "meeting"
    ANSWER_DUE = "answer_due"
    ANSWERED = "answered"


Events = Mapping[Event, date]


@dataclass(frozen=True)
class Anchor:
    day: date
    event: Event


def _first_known(*events: Event) -> Callable[[Events], Anchor | None]:
    """The first of these that has a date: 'issuance, else the day it was due'."""

    def choose(dates: Events) -> Anchor | None:
        return next((Anchor(dates[event], event) for event in events if event in dates), None)

    return choose


def _earlier(*events: Event) -> Callable[[Events], Anchor | None]:
    def choose(dates: Events) -> Anchor | None:
        return min((Anchor(dates[e], e) for e in events if e in dates), key=lambda a: a.day, default=None)

    return choose


def _later(*events: Event) -> Callable[[Events], Anchor | None]:
    def choose(dates: Events) -> Anchor | None:
        return max((Anchor(dates[e], e) for e in events if e in dates), key=lambda a: a.day, default=None)

    return choose


def _never(dates: Events) -> Anchor | None:
    """A step the agreement sets no time for: it can be recorded, and no clock runs."""
    return None


NO_LIMIT = "no_limit"
CHOICES: dict[str, Callable[[Events], Anchor | None]] = {
    NO_LIMIT: _never,
    "incident": _first_known(Event.INCIDENT),
    "knowledge": _first_known(Event.KNOWLEDGE, Event.INCIDENT),
    "knowledge_employee_or_union_earlier": _earlier(Event.KNOWLEDGE, Event.UNION_KNOWLEDGE),
    "receipt": _first_known(Event.RECEIPT),
    "issuance": _first_known(Event.ISSUANCE),
    "issuance_else_answer_due": _first_known(Event.ISSUANCE, Event.ANSWER_DUE),
    "service": _first_known(Event.SERVICE),
    "effective": _first_known(Event.EFFECTIVE),
    "effective_or_received_later": _later(Event.EFFECTIVE, Event.RECEIPT),
    "expiration": _first_known(Event.EXPIRATION),
    "event_date": _first_known(Event.EVENT),
    "filed": _first_known(Event.FILED),
    "first_filed": _first_known(Event.FIRST_FILED),
    "meeting": _first_known(Event.MEETING),
    "meeting_else_filed": _first_known(Event.MEETING, Event.FILED),
    "answered": _first_known(Event.ANSWERED),
    "answer_due": _first_known(Event.ANSWER_DUE),
    "answered_else_due": _first_known(Event.ANSWERED, Event.ANSWER_DUE),
    "answer_due_or_received_earlier": _earlier(Event.ANSWER_DUE, Event.ANSWERED),
    "answer_due_or_received_later": _later(Event.ANSWER_DUE, Event.ANSWERED),
}


def choose(anchor_kind: str, dates: Events, offset_days: int = 0) -> Anchor | None:
    """The day the clock starts, or None while no date for it is known. Raises KeyError for an unknown kind."""
    found = CHOICES[anchor_kind](dates)
    return found and Anchor(found.day + timedelta(days=offset_days), found.event)
