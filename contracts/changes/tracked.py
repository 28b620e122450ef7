"""The tracked changes of a Word file as a redline: whole paragraphs, what went out and came in, by whom and when."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from contracts import queries
from contracts.models import AgreementVersion, Clause
from unionops.platform.access.models import User

SHORTEST = 25


@dataclass(frozen=True, slots=True)
class Hand:
    """Who made changes on a day, as the file says; both may be unknown."""

    name: str
    day: datetime.date | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`words` are [sign, text] with = - +; `clause` is where its kept words are read now, when that is plain."""

    words: list[tuple[str, str]]
    hands: list[Hand]
    clause: Clause | None


def paragraphs(user: User, version: AgreementVersion, start: int, count: int) -> tuple[list[Paragraph], int]:
    """The changed paragraphs from `start` on, at most `count`, and how many there are in all."""
    groups = [list(group) for _row, group in itertools.groupby(version.changes, lambda change: change["row"])]
    clauses = [(clause, _plain(clause.text)) for clause in queries.clauses(user, version)]
    for clause, _text in clauses:
        clause.version = version
    return [_paragraph(group, clauses) for group in groups[start : start + count]], len(groups)


def _paragraph(group: list[dict[str, str]], clauses: list[tuple[Clause, str]]) -> Paragraph:
    words = [(sign, text) for change in group for sign, text in _signed(change) if text]
    hands = dict.fromkeys(Hand(change.get("by", ""), _day(change.get("at", ""))) for change in group)
    return Paragraph(words, list(hands), _place(words, clauses))


def _signed(change: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield "=", change.get("before", "")
    yield "-" if change["kind"] == "removed" else "+", change["text"]
    yield "=", change.get("after", "")


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _place(words: list[tuple[str, str]], clauses: list[tuple[Clause, str]]) -> Clause | None:
    """The one clause that holds the longest stretch of words that stand there now."""
    now = max((_plain(text) for sign, text in words if sign != "-"), key=len, default="")[-200:]
    held = [clause for clause, text in clauses if len(now) >= SHORTEST and now in text]
    return held[0] if len(held) == 1 else None


def _plain(text: str) -> str:
    return " ".join(text.split())
