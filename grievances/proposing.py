"""Find time limits in the words of a grievance article and propose steps; pure patterns, a person decides.

Nothing here is a rule yet: each proposal carries the sentence it was read from, and counts only when somebody has
confirmed it beside its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from grievances.phrases import (
    AFTER_IT,
    AFTER_MEETING,
    BACKWARDS,
    BEFORE_IT,
    CHRISTMAS,
    COMPLAINT,
    CUTOFF,
    DEEDS,
    DUE,
    EARLIER,
    EFFECTIVE,
    ELSEWHERE,
    FIRST_COUNTS,
    FOUR_DAYS,
    FROM_WHERE,
    ISSUED,
    KINDS,
    LATER,
    LEARNED,
    LETTER,
    MEANS_WORKING,
    NO_ANSWER,
    ON_RECEIPT,
    OURS_LATE,
    OUTER,
    POSTMARK,
    RANK,
    RECEIVED,
    ROLLS,
    SENTENCE,
    SILENCE,
    SPAN,
    WORDS,
)


@dataclass(frozen=True)
class Proposal:
    """One limit as it was read: its clause (place in the input), its sentence, the rule it seems to mean."""

    clause: int
    quote: str
    written: dict[str, Any]
    deed: str
    actor: str
    title: str
    key: str
    after: str
    entry_for: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        return int(self.written["n"])

    @property
    def unit(self) -> str:
        return str(self.written.get("unit", "calendar_days"))

    @property
    def anchor_kind(self) -> str:
        return str(self.written["anchor_kind"])


@dataclass(frozen=True)
class Seen:
    """A limit in its sentence, before it has a place in the ladder. `outer`: the furthest day another limit goes."""

    clause: int
    quote: str
    n: int
    unit: str
    deed: str
    rest: str = ""
    backwards: bool = False
    outer: bool = False
    kind: str = ""

    @property
    def anchor_kind(self) -> str:
        return "event_date" if self.backwards else _anchor(self.rest, self.deed)

    def written(self) -> dict[str, Any]:
        rule: dict[str, Any] = {"anchor_kind": self.anchor_kind, "n": self.n, "unit": self.unit}
        return rule | ({"direction": "before"} if self.backwards else {})


def number_of(match: re.Match[str]) -> int | None:
    figure = match["figure"] or match["digits"]
    return int(figure) if figure else WORDS.get((match["alone"] or "").lower())


def limits_in(texts: Sequence[str]) -> Iterator[Seen]:
    """Every time limit with a deed, in reading order."""
    working = any(MEANS_WORKING.search(text) for text in texts)
    for place, text in enumerate(texts):
        for sentence in SENTENCE.finditer(text):
            if ELSEWHERE.search(sentence[0]):
                continue
            near = text[max(0, sentence.start() - 200) : sentence.end()]
            for match in SPAN.finditer(sentence[0]):
                seen = _seen(place, sentence[0], match, working)
                if seen is not None and (seen.deed != "file" or COMPLAINT.search(near)):
                    yield seen


def _seen(place: int, sentence: str, match: re.Match[str], working: bool) -> Seen | None:
    before, after = sentence[: match.start()], _until_next_number(sentence[match.end() :])
    n = number_of(match)
    if not n or not (BEFORE_IT.search(before) or AFTER_IT.match(after)):
        return None
    deed = _deed(before, after)
    if not deed:
        return None
    return Seen(
        clause=place,
        quote=sentence.strip(),
        n=n,
        unit=_unit(match, working),
        deed=deed,
        rest=after,
        backwards=bool(BACKWARDS.match(after)),
        outer=bool(OUTER.search(before)),
        kind=next((name for name, words in KINDS if words.search(before + after[:60])), ""),
    )


def _until_next_number(text: str) -> str:
    """What is said of this limit: up to the next one."""
    following = next((found for found in SPAN.finditer(text) if number_of(found)), None)
    return text[: following.start()] if following else text


def _unit(match: re.Match[str], working: bool) -> str:
    if match["unit"].lower().startswith(("month", "week")):
        return match["unit"].lower().rstrip("s") + "s"
    kind = (match["kind"] or "").lower()
    if match["unit"].lower().startswith("work") or kind in ("work", "working", "business"):
        return "working_days"
    return "working_days" if working and kind != "calendar" else "calendar_days"


def _deed(before: str, after: str) -> str:
    """The verb nearest before the number; without one, the first after it, past the words on where it starts."""
    nearest = _found(before)
    if nearest:
        return max(nearest)[2]
    start = FROM_WHERE.match(after)
    coming = (_found(after[start.end() :]) if start else []) or _found(after)
    return min(coming, key=lambda one: (one[0], -one[1]))[2] if coming else ""


def _found(text: str) -> list[tuple[int, int, str]]:
    return [(found.start(), RANK[deed], deed) for deed, words in DEEDS for found in words.finditer(text)]


def _anchor(rest: str, deed: str) -> str:
    if deed in ("answer", "meeting"):
        return "meeting_else_filed" if AFTER_MEETING.search(rest) else "filed"
    if deed in ("appeal", "notice", "docket", "mediate"):
        return _anchor_of_appeal(rest)
    if deed == "select":
        return "filed"
    if LETTER.search(rest):
        return "receipt"
    if EFFECTIVE.search(rest):
        return "effective"
    return "knowledge" if LEARNED.search(rest) else "incident"


def _anchor_of_appeal(rest: str) -> str:
    if EARLIER.search(rest):
        return "answer_due_or_received_earlier"
    if LATER.search(rest):
        return "answer_due_or_received_later"
    if AFTER_MEETING.search(rest):
        return "meeting"
    if ISSUED.search(rest) and not RECEIVED.search(rest):
        return "issuance_else_answer_due"
    return "answer_due" if DUE.search(rest) and not RECEIVED.search(rest) else "answered_else_due"


TITLES = {
    "file": "Filing",
    "answer": "Answer",
    "meeting": "Meeting",
    "appeal": "Appeal",
    "notice": "Arbitration",
    "docket": "Panel",
    "mediate": "Mediation",
    "select": "Choice of the arbitrator",
}
ACTORS = {"file": "employee", "answer": "management", "meeting": "both", "select": "both"}
OWN_KEY = {"notice": "arbitration", "docket": "panel", "mediate": "mediation", "select": "arbitrator"}
NO_LIMIT: dict[str, Any] = {"anchor_kind": "no_limit", "n": 0}


@dataclass
class _Ladder:
    """The steps so far: the level reached last, and the answer to it."""

    made: list[Proposal] = field(default_factory=list)
    level: int = 0
    last_level: str = ""
    last_answer: str = ""

    def take(self, seen: Seen) -> None:
        """A talk that comes first of all is how this agreement begins a grievance."""
        if seen.deed == "meeting" and not self.made:
            seen = replace(seen, deed="file")
        if seen.deed == "file":
            self._file(seen)
        elif self.last_level:
            self._follow(seen)

    def has(self, key: str) -> bool:
        return any(step.key == key for step in self.made)

    def _file(self, seen: Seen) -> None:
        filings = [step for step in self.made if step.deed == "file"]
        if seen.outer and filings:
            self._cap(filings[-1], seen)
        elif seen.kind or not filings:
            key = seen.kind if seen.kind and (filings or seen.kind != "discipline") else "1"
            if not self.has(key):
                self._add(seen, key, "", entry_for=(seen.kind,) if seen.kind and key != "1" else ())
                if not self.last_level or key == "1":
                    self.level, self.last_level = max(self.level, 1), key
        elif not any(step.key == "1" for step in filings):
            self._add(seen, "1", "")
            self.level, self.last_level = 1, "1"

    def _cap(self, filing: Proposal, seen: Seen) -> None:
        cap = {"anchor_kind": "incident", "n": seen.n, "unit": seen.unit}
        at = self.made.index(filing)
        self.made[at] = replace(filing, written=filing.written | {"cap": cap})

    def _follow(self, seen: Seen) -> None:
        if seen.deed in ("answer", "meeting"):
            key = f"{self.last_level}-{seen.deed}"
            if not self.has(key) and not (seen.deed == "answer" and self.last_answer):
                self._add(seen, key, self.last_level)
                self.last_answer = key if seen.deed == "answer" else self.last_answer
            return
        if seen.deed == "appeal" and self.last_level in OWN_KEY.values():
            return
        key = OWN_KEY.get(seen.deed) or str(self.level + 1)
        if not self.has(key):
            self._climb(seen, key)

    def _climb(self, seen: Seen, key: str) -> None:
        """A level follows the answer before it; where the article sets no time for that answer, one without a limit."""
        if seen.deed == "select":
            self._add(seen, key, self.last_level)
            return
        if not self.last_answer and not seen.backwards and seen.anchor_kind != "meeting":
            answer = replace(seen, deed="answer", backwards=False)
            self.last_answer = f"{self.last_level}-answer"
            self._add(answer, self.last_answer, self.last_level, written=dict(NO_LIMIT))
        after = self.last_level if seen.anchor_kind == "meeting" else self.last_answer or self.last_level
        self.level += seen.deed == "appeal"
        self._add(seen, key, after)
        self.last_level, self.last_answer = key, ""

    def _add(
        self,
        seen: Seen,
        key: str,
        after: str,
        *,
        entry_for: tuple[str, ...] = (),
        written: dict[str, Any] | None = None,
    ) -> None:
        named = TITLES[seen.deed]
        level = max(self.level, 1) + (seen.deed == "file" and key not in ("1", *dict(KINDS)))
        title = named if key in OWN_KEY.values() or entry_for else f"Step {level}: {named.lower()}"
        self.made.append(
            Proposal(
                clause=seen.clause,
                quote=seen.quote,
                written=seen.written() if written is None else written,
                deed="notice" if seen.deed in OWN_KEY else seen.deed,
                actor=ACTORS.get(seen.deed, "union"),
                title=f"{title} ({entry_for[0]})" if entry_for else title,
                key=key,
                after=after,
                entry_for=entry_for,
            )
        )


def propose(texts: Sequence[str]) -> list[Proposal]:
    """Steps in order: each answer follows the filing or appeal before it, each appeal the answer before it."""
    ladder = _Ladder()
    for seen in limits_in(texts):
        ladder.take(seen)
    said, silence = _said_once(texts), _silence(texts)
    return [_with(step, said, silence) for step in ladder.made]


def _with(step: Proposal, said: dict[str, Any], silence: str) -> Proposal:
    """The limit with what the article says once for all of them."""
    if step.anchor_kind == "no_limit":
        return step
    more = {name: value for name, value in said.items() if name not in ("filed_means", "cutoff_time", "weekend")}
    if step.deed not in ("answer", "meeting"):
        more |= {name: said[name] for name in ("filed_means", "cutoff_time") if name in said}
    if step.unit == "working_days" and "weekend" in said:
        more["weekend"] = said["weekend"]
    if step.deed == "answer" and silence:
        more["silence"] = silence
    return replace(step, written=step.written | more)


def _said_once(texts: Sequence[str]) -> dict[str, Any]:
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
    if CHRISTMAS.search(text):
        made["yearly_pauses"] = ["christmas_to_new_year"]
    if FOUR_DAYS.search(text):
        made["weekend"] = [4, 5, 6]
    if FIRST_COUNTS.search(text):
        made["count_first_day"] = True
    return made


def _silence(texts: Sequence[str]) -> str:
    """What the article says of an answer that never comes; '' when it says nothing."""
    for text in texts:
        for sentence in SENTENCE.finditer(text):
            if NO_ANSWER.search(sentence[0]) and not OURS_LATE.search(sentence[0]):
                rest = text[sentence.start() : sentence.end() + 160]
                for effect, words in SILENCE:
                    if words.search(rest if effect.startswith("auto") else sentence[0]):
                        return effect
    return ""
