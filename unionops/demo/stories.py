"""Reads the invented cases and messages from their plain files."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "data"


@dataclass
class Record:
    """One block of a file: single values, and values that may come several times, in order."""

    one: dict[str, str] = field(default_factory=dict)
    many: dict[str, list[str]] = field(default_factory=dict)

    def lines(self, key: str) -> list[str]:
        return self.many.get(key, [])

    def typed(self, key: str) -> list[tuple[str, str]]:
        """'fact date: ...' gives ("date", "...")."""
        prefix = f"{key} "
        return [
            (name.removeprefix(prefix), text)
            for name, texts in self.many.items()
            if name.startswith(prefix)
            for text in texts
        ]


def records(name: str) -> list[Record]:
    blocks = (FOLDER / name).read_text(encoding="utf-8").strip().split("\n\n")
    return [_record(block.splitlines()) for block in blocks]


def _record(lines: list[str]) -> Record:
    record = Record()
    for line in lines:
        key, _, value = line.partition(": ")
        record.one.setdefault(key, value)
        record.many.setdefault(key, []).append(value)
    return record


@dataclass(frozen=True)
class CaseStory:
    """One thing that happened at one site; `clause` is "8.2", an article and a section."""

    title: str
    clause: str
    site: str
    facts: tuple[str, ...]
    argument: str
    remedy: str
    answer: str


def case_stories() -> list[CaseStory]:
    """Sixty: every story of the file at both of its sites, all first sites before the second ones."""
    read = records("cases.txt")
    return [_case(record, place) for place in (0, 1) for record in read]


def _case(record: Record, place: int) -> CaseStory:
    return CaseStory(
        title=record.one["title"],
        clause=record.one["clause"],
        site=record.one["sites"].split(" | ")[place],
        facts=tuple(record.lines("fact")),
        argument=record.one["argue"],
        remedy=record.one["remedy"],
        answer=record.one["answer"],
    )


@dataclass(frozen=True)
class MessageStory:
    """One message as its author would brief and write it; dates are filled in."""

    title: str
    klass: str
    state: str
    day: datetime.date
    audience: str
    channels: tuple[str, ...]
    purpose: str
    clause: str
    facts: tuple[tuple[str, str], ...]
    subject: str
    body: str
    sms: str


def message_stories(anchor: datetime.date) -> list[MessageStory]:
    return [_message(record, anchor) for record in records("messages.txt")]


def _message(record: Record, anchor: datetime.date) -> MessageStory:
    day = anchor + datetime.timedelta(days=int(record.one["day"]))
    words = {"day": long_day(day), "short": f"{day:%a %b} {day.day}"}
    return MessageStory(
        title=record.one["title"],
        klass=record.one["class"],
        state=record.one["state"],
        day=day,
        audience=record.one["audience"],
        channels=tuple(record.one["channels"].split()),
        purpose=record.one["purpose"],
        clause=record.one.get("clause", ""),
        facts=tuple((kind, _filled(text, words)) for kind, text in record.typed("fact")),
        subject=_filled(record.one.get("subject", ""), words),
        body="\n\n".join(_filled(text, words) for text in record.lines("body")),
        sms=_filled(record.one.get("sms", ""), words),
    )


def long_day(day: datetime.date) -> str:
    return f"{day:%A, %B} {day.day}, {day.year}"


def _filled(text: str, words: dict[str, str]) -> str:
    for name, value in words.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def filled_facts(story: CaseStory, day: datetime.date) -> Iterator[str]:
    for fact in story.facts:
        yield _filled(fact, {"day": long_day(day)})
