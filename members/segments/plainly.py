"""A list's question as people say it: 'members at Erie not paying hired before 2020'.

It is put into the words of `words.py`, which then say it back, so that everybody sees what was understood. Every word
must be understood: one that is not leaves the question unasked, as a guess would reach the wrong people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from members.normalising import jobs
from members.segments import tokens
from members.segments.conditions import understood
from members.segments.criteria import OPPOSITE, OPS, WITHOUT_VALUES, Criterion, in_words
from members.segments.days import read_day
from members.segments.fields import DAY, FIELDS, IMPLIED, NUMBER, PHRASES, TEXT, YES
from members.segments.heard import Word, held, singular, titles, words
from members.segments.in_spanish import in_english
from members.segments.joining import is_single, join, made, parse_one, turned_part, years_before
from members.segments.known import unheard_of
from members.segments.said_plainly import (
    ABOVE,
    ALSO_PLACES,
    BELOW,
    DANGLING,
    DATED,
    FILLING,
    HAVING,
    LACKING,
    LONGER,
    METHODS,
    PAYERS,
    PAYING_BY,
    REACH,
    SHIFT_WORDS,
    SHORTER,
    STANDING,
    TURNING,
    WHEN,
)
from members.segments.things_said import ThingsSaid
from members.segments.words import parse
from unionops.platform.core.problems import Problem

Found = tuple[Criterion, int]


def read(text: str) -> list[Criterion]:
    """As `parse`; what it does not understand is read as people say it. Problem is that of `parse`."""
    try:
        found = parse(text)
        understood(found)
    except Problem:
        if plain := _said(text):
            return plain
        raise
    if unheard_of(found) and (plain := _said(text)) and not unheard_of(plain):
        return plain
    return found


def _said(text: str) -> list[Criterion]:
    """As people say it, in English or in Spanish; nothing when some word is not understood."""
    return _heard(text) or _heard(in_english(text))


def _heard(text: str) -> list[Criterion]:
    try:
        found = parse(Reader(words(text), held(), titles()).whole())
        understood(found)
        return found
    except (Problem, RecursionError):  # or brackets without end
        return []


class Reader(ThingsSaid):
    """From left to right; `whole` is the question in strict words, '' when some word is not understood."""

    def __init__(
        self, words: Sequence[Word], held: Mapping[str, Mapping[str, str]], titles: Mapping[str, Sequence[str]],
    ) -> None:  # fmt: skip
        self.words, self.held, self.titles = words, held, titles
        self.said_in = ""
        """The preposition last passed: 'at' looks for a site first, 'in' for a department."""
        self.hanging = -1
        """The place of the word last passed without a meaning of its own."""
        self.dated = ""
        """The field of days last asked for: 'hired after 2012 and before 2018'."""
        self.ways: tuple[Callable[[int], Found | None], ...] = (
            self._not_lately, self._told, self._whole_condition, self._any_committee, self._on_committee,
            self._answered, self._lives, self._speaks, self._service, self._dated, self._dated_again,
            self._numbered, self._method, self._reached, self._domain, self._standing, self._assessed,
            self._compared, self._happened, self._shift, self._placed, self._office, self._pay, self._titled,
        )  # fmt: skip

    def whole(self) -> str:
        found, at = self._alternatives(0)
        return found if at == len(self.words) else ""

    # --- how parts are joined

    def _alternatives(self, at: int) -> tuple[str, int]:
        found, at = self._conjunction(at)
        texts = [found]
        while found and self._is(at, "or"):
            found, at = self._conjunction(at + 1)
            texts.append(found)
        if not all(texts):
            return "", at
        return (" or ".join(f"({text})" for text in texts) if len(texts) > 1 else texts[0]), at

    def _conjunction(self, at: int) -> tuple[str, int]:
        parts: list[Criterion | str] = []
        while at < len(self.words) and not self._is(at, ")"):
            if self._is(at, "or"):
                joined = self._one_more(parts, at + 1)
                if joined is None:
                    break
                at = joined
                continue
            found = self._part(at)
            if found is None:
                passed = self._passed(at)
                if passed is None:
                    return "", at
                at = passed
                continue
            part, at = found
            join(parts, part)
        if self.hanging == at - 1 and self._is(at - 1, *DANGLING):
            return "", at
        return " and ".join(part if isinstance(part, str) else in_words([part]) for part in parts), at

    def _one_more(self, parts: list[Criterion | str], at: int) -> int | None:
        """'at Erie or Mercer Street' is one more answer to the same question; another question parts the list."""
        last = parts[-1] if parts else ""
        at = self._after_fillers(at)
        found = self._alone(at) if isinstance(last, dict) else None
        if found is None or not isinstance(last, dict) or found[0]["field"] != last["field"]:
            return None
        if last["op"] != found[0]["op"] and OPPOSITE.get(last["op"]) != found[0]["op"]:
            return None
        if not is_single(last):
            return None
        last["values"] += found[0]["values"]
        return found[1]

    def _part(self, at: int) -> tuple[Criterion | str, int] | None:
        whole = self._whole_condition(at) or self._not_lately(at)
        turned = None if whole else self._phrase(at, dict.fromkeys(TURNING, True))
        start = self._after_fillers(turned[1]) if turned else at
        if self._is(start, "("):
            text, end = self._alternatives(start + 1)
            return (f"{'not ' if turned else ''}({text})", end + 1) if text and self._is(end, ")") else None
        found = self._alone(start)
        if found is None or not turned:
            return found
        part = turned_part(found[0])
        return (part, found[1]) if part else None

    def _alone(self, at: int) -> Found | None:
        return next((found for way in self.ways if (found := way(at)) is not None), None)

    def _passed(self, at: int) -> int | None:
        if self.words[at].is_quoted or self.words[at].raw.casefold() not in FILLING:
            return None
        self.hanging = at
        self.said_in = self.words[at].plain if self.words[at].plain in {"at", "in"} else self.said_in
        return at + 1

    def _after_fillers(self, at: int) -> int:
        while at < len(self.words) and self._alone(at) is None and (passed := self._passed(at)) is not None:
            at = passed
        return at

    # --- what can be asked

    def _standing(self, at: int) -> Found | None:
        if (found := self._phrase(at, STANDING)) is None:
            return None
        (field, values), end = found
        return made(field, "is" if values else "is not known", *values), end

    def _dated(self, at: int) -> Found | None:
        if (found := self._phrase(at, DATED)) is None:
            return None
        field, after = found
        op, start = self._phrase(after, WHEN) or ("is", after)
        if field == "joined" and self._is(at, "member", "members") and not self._is(after, "since"):
            return None
        self.dated = field
        if self._is(after, "between") or (op in {"from", "is"} and self._range(start, "to")):
            return self._between(field, after + 1 if self._is(after, "between") else start)
        if (day := self._day(start)) is None:
            return None
        days, end = self._more_days([day[0]], day[1]) if op == "is" else ([day[0]], day[1])
        return (made(field, op, *days) if len(days) > 1 else parse_one(f"{field} {op} {days[0]}")), end

    def _more_days(self, days: list[str], at: int) -> tuple[list[str], int]:
        """'2016, 2017 or 2018'."""
        start = at
        while self._is(start, ",", "or", "and"):
            start += 1
        day = self._day(start) if start > at else None
        return self._more_days([*days, day[0]], day[1]) if day else (days, at)

    def _dated_again(self, at: int) -> Found | None:
        found = self._phrase(at, WHEN) if self.dated and not self._is(at, "in", "on", "from") else None
        day = self._day(found[1]) if found else None
        return (parse_one(f"{self.dated} {found[0]} {day[0]}"), day[1]) if found and day else None

    def _range(self, at: int, word: str) -> bool:
        first = self._day(at)
        return bool(first) and self._is(first[1], word) if first else False

    def _between(self, field: str, at: int) -> Found | None:
        first = self._day(at)
        last = self._day(first[1] + 1) if first and self._is(first[1], "and", "to") else None
        if first is None or last is None:
            return None
        inside = f"{field} from {first[0]} and {field} to {last[0]}"
        return made("either", "is", inside), last[1]

    def _numbered(self, at: int) -> Found | None:
        if (found := self._phrase(at, {"grade": "grade", "grades": "grade", "step": "step", "steps": "step"})) is None:
            return None
        field, at = found
        if self._is(at, "between", "from"):
            at += 1
        op, at = self._phrase(at, {**OPS, "": "is"}) or ("is", at)
        low = self._number(at)
        if low is None:
            return None
        high = self._number(at + 2)
        if self._is(at + 1, "and", "to", "-", "through") and high is not None:
            return made("either", "is", f"{field} at least {low} and {field} at most {high}"), at + 3
        for phrases, wanted in ((ABOVE, "at least"), (BELOW, "at most")):
            if (end := self._one_of(at + 1, phrases)) is not None:
                return made(field, wanted, str(low)), end
        return parse_one(f"{field} {op} {low}"), at + 1

    def _service(self, at: int) -> Found | None:
        """'more than 10 years of service as of 10/1/2026'."""
        longer, shorter = self._one_of(at, LONGER), self._one_of(at, SHORTER)
        start = longer or shorter
        years = self._number(start) if start else None
        if start is None or years is None or not self._is(start + 1, "years", "year"):
            return None
        end = self._one_of(start + 2, ("of service", "of seniority", "service", "seniority", "on the job", "here"))
        if end is None:
            return None
        on = self._one_of(end, ("as of", "on"))
        day = self._day(on) if on else None
        since = years_before(read_day(day[0]) if day else read_day("today"), years)
        return made("hired", "before" if longer else "after", since.isoformat()), day[1] if day else end

    def _method(self, at: int) -> Found | None:
        by = self._one_of(at, PAYING_BY)
        found = self._phrase(at if by is None else by, METHODS)
        if found is None or (
            by is None
            and found[0] in {"cash", "card", "direct", "annual"}
            and not self._is(at - 1, "by", "on")
            and not self._is(found[1], *PAYERS)
        ):
            return None
        return made("dues method", "is", found[0]), self._one_of(found[1], PAYERS) or found[1]

    def _reached(self, at: int) -> Found | None:
        lacking, having = self._one_of(at, LACKING), self._one_of(at, HAVING)
        start = lacking or having
        if start is None:
            return None
        start = self._one_of(start, ("a", "an", "any")) or start
        if (found := self._phrase(start, REACH)) is None:
            return None
        field, end = found[0], found[1] + self._is(found[1], "for")
        if FIELDS[field].ops == YES:
            return made(field, "is", "no" if lacking else "yes"), end
        return made(field, "is not known" if lacking else "is known"), end

    def _domain(self, at: int) -> Found | None:
        """'with an example.org address'."""
        start = self._one_of(at, ("with an", "with a", "with"))
        if (
            start is None
            or start + 1 >= len(self.words)
            or not re.fullmatch(r"@?[\w-]+(?:\.[\w-]+)+", self.words[start].raw)
        ):
            return None
        end = self._one_of(start + 1, ("address", "addresses", "e mail", "email", "e mail address", "email address"))
        return (made("e-mail", "contains", self.words[start].raw), end) if end else None

    def _compared(self, at: int) -> Found | None:
        """A field, a comparison and one value, in the strict words."""
        rest = [tokens.Token(word.raw, word.is_quoted) for word in self.words[at:]]
        implied, value = tokens.longest(rest, IMPLIED)
        field, op = implied or (None, None)
        if field is None:
            field, after = tokens.longest(rest, PHRASES | ALSO_PLACES)
            op, value = tokens.longest(after, OPS)
        if field is None or op is None or (FIELDS[field].ops not in (TEXT, NUMBER, DAY) and field != "name"):
            return None
        start = at + len(rest) - len(value)
        known = self._phrase_or_quoted(start, self.held) if op in {"is", "is not"} else None
        if known and field in known[0]:
            return made(field, op, known[0][field]), known[1]
        if op in WITHOUT_VALUES:
            return made(field, op), start
        if not value or value[0].means("and", "or", ",", ";", ")") or (implied and value[0].means(*FILLING)):
            return None
        return parse_one(f"{field} {op} {tokens.said(value[:1])}"), start + 1

    def _shift(self, at: int) -> Found | None:
        at = at + 1 if self._is(at, "shift") else at
        if not self._is(at, *SHIFT_WORDS):
            return None
        shift = jobs.SHIFT_OF[self.words[at].plain]
        return made("shift", "is", shift), self._one_of(at + 1, ("shift", "shifts", "workers")) or at + 1

    def _placed(self, at: int) -> Found | None:
        if (found := self._phrase_or_quoted(at, self.held)) is None:
            return None
        fields, end = found
        first = {"at": "site", "in": "department"}.get(self.said_in, "")
        field = first if first in fields else next(iter(fields))
        return made(field, "is", fields[field]), end

    def _titled(self, at: int) -> Found | None:
        for size in range(min(4, len(self.words) - at), 0, -1):
            some = self.words[at : at + size]
            phrase = " ".join(singular(word) for piece in some for word in piece.plain.split())
            if phrase in self.titles and not any(word.raw.casefold() in FILLING for word in some):
                return made("title", "contains", *self.titles[phrase]), at + size
        return None
