"""Time limits in the sentences of a grievance article: how many days, what is done in them, from when they run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from grievances.phrases import (
    AFTER_IT,
    AFTER_MEETING,
    BACKWARDS,
    BEFORE_IT,
    BY_EMPLOYEE,
    BY_UNION,
    DEEDS,
    DUE,
    EARLIER,
    EFFECTIVE,
    ELSEWHERE,
    FIRST_COUNTS,
    FROM_WHERE,
    GOT_IT,
    IF_NONE,
    IN_BRACKETS,
    ISSUED,
    KINDS,
    LATER,
    LEARNED,
    LETTER,
    MEANS_WORKING,
    MEETS,
    OF_ANSWER,
    OF_ARBITRATOR,
    OF_MODAL,
    OF_PROCEDURE,
    OR_DUE,
    OUTER,
    RANK,
    RECEIVED,
    SENTENCE,
    SPAN,
    STEP_NAME,
    STEP_NUMBERS,
    THE_REPORT,
    THEREAFTER,
    TO_DO,
    TO_THE_VERB,
    WORDS,
)
from grievances.spanish import in_english
from unionops.platform.core.numerals import hyphened


@dataclass(frozen=True)
class Seen:
    """A limit in its sentence, before it has a place in the ladder. `outer`: the furthest day another limit goes.
    `heading`: the number of the step under whose name it stands, 0 without one. `said`: the sentence in English.
    """

    clause: int
    quote: str
    n: int
    unit: str
    deed: str
    rest: str = ""
    backwards: bool = False
    outer: bool = False
    kind: str = ""
    heading: int = 0
    said: str = ""

    @property
    def by(self) -> str:
        """Who does it, where the sentence names one of ours alone; '' where it names both or nobody."""
        union, employee = BY_UNION.search(self.said), BY_EMPLOYEE.search(self.said)
        return "" if bool(union) == bool(employee) else "union" if union else "employee"

    @property
    def anchor_kind(self) -> str:
        return "event_date" if self.backwards else _anchor(self.rest, self.deed)

    def written(self) -> dict[str, Any]:
        rule: dict[str, Any] = {"anchor_kind": self.anchor_kind, "n": self.n, "unit": self.unit}
        if FIRST_COUNTS.search(self.said):
            rule["count_first_day"] = True
        return rule | ({"direction": "before"} if self.backwards else {})


def number_of(match: re.Match[str]) -> int | None:
    """How many; hours are told in whole days, because a clock ends with a day."""
    figure = match["figure"] or match["digits"]
    n = int(figure) if figure else _spelled(match["alone"] or "")
    return -(-n // 24) if n and match["unit"].lower().startswith("hour") else n


def _spelled(words: str) -> int:
    """'twenty one', 'twenty-one' and 'one hundred and twenty one' as numbers; 0 for other words."""
    said = hyphened(words).replace("-and-", "-")
    rest = said.removeprefix("one-hundred").removeprefix("-")
    return 100 * said.startswith("one-hundred") + WORDS.get(rest, 0)


def limits_in(texts: Sequence[str]) -> Iterator[Seen]:
    """Every time limit with a deed, in reading order."""
    working = any(MEANS_WORKING.search(in_english(text)) for text in texts)
    heading = 0
    for place, text in enumerate(texts):
        for sentence in SENTENCE.finditer(text):
            said = in_english(sentence[0], text)
            named = STEP_NAME.search(said[:60])
            heading = STEP_NUMBERS[(named["name"] or named["nth"]).lower()] if named else heading
            if ELSEWHERE.search(IN_BRACKETS.sub("", said)):
                continue
            near = in_english(text[max(0, sentence.start() - 200) : sentence.end() + 300])
            for seen in _in_sentence(said, working, heading):
                if seen.deed != "file" or heading or OF_ANSWER.match(seen.rest) or OF_PROCEDURE.search(near):
                    yield replace(seen, clause=place, quote=sentence[0].strip(), heading=heading)


def _in_sentence(said: str, working: bool, heading: int) -> list[Seen]:
    """The limits of one sentence; the same number of days for filing told twice, from the act or from knowing of it,
    is one limit from knowing.
    """
    made: list[Seen] = []
    for match in SPAN.finditer(said):
        seen = _seen(said, match, working, heading)
        if seen is not None and made and _told_again(made[-1], seen):
            made[-1] = replace(made[-1], rest=f"{made[-1].rest} {seen.rest}")
        elif seen is not None:
            made.append(seen)
    return made


def _told_again(first: Seen, second: Seen) -> bool:
    alike = (first.n, first.unit, first.deed, first.outer) == (second.n, second.unit, second.deed, second.outer)
    return alike and first.deed == "file" and not first.backwards


def _seen(sentence: str, match: re.Match[str], working: bool, heading: int) -> Seen | None:
    before, after = sentence[: match.start()], _until_next_number(sentence[match.end() :])
    n = number_of(match)
    if not n or IF_NONE.search(before) or not (BEFORE_IT.search(before) or AFTER_IT.match(after)):
        return None
    deed = _deed(before, after) or (_of_heading(before, after) if heading > 1 else "")
    if not deed or (deed == "answer" and OF_ARBITRATOR.search(before)):
        return None
    if deed in ("file", "appeal") and GOT_IT.match(after):
        deed = "meeting" if "meeting" in after.lower() else "answer"
    return Seen(
        clause=0,
        quote=sentence.strip(),
        said=sentence,
        n=n,
        unit=_unit(match, working),
        deed=deed,
        rest=" after the meeting" if deed == "answer" and THEREAFTER.match(after) and MEETS.search(before) else after,
        backwards=bool(BACKWARDS.match(after)),
        outer=bool(OUTER.search(before)),
        kind=next((name for name, words in KINDS if words.search(before + after[:60])), ""),
    )


def _until_next_number(text: str) -> str:
    """What is said of this limit: up to the next one."""
    following = next((found for found in SPAN.finditer(text) if number_of(found)), None)
    return text[: following.start()] if following else text


def _unit(match: re.Match[str], working: bool) -> str:
    if match["unit"].lower().rstrip("s") in ("month", "week", "year"):
        return match["unit"].lower().rstrip("s") + "s"
    kind = (match["kind"] or "").lower()
    if kind not in ("", "calendar") or match["unit"].lower().startswith(("work", "weekday")):
        return "working_days"
    plain = kind == "calendar" or (match["unit"].lower().startswith("hour") and not MEANS_WORKING.search(match.string))
    return "working_days" if working and not plain else "calendar_days"


def _deed(before: str, after: str) -> str:
    """The verb of a modal that the number cuts in two; else the verb nearest before the number. Without one, and in
    'has ten days to answer', the first after it, past the words on where it starts.
    """
    if OF_MODAL.search(before) and (verb := TO_THE_VERB.match(after)) and (led := _found(f"to{after[verb.end() :]}")):
        return _first(led)
    nearest = _found(before)
    if nearest and not (TO_DO.match(after) and _found(after)):
        return max(nearest, key=lambda one: (one.end, one.rank)).deed
    start = FROM_WHERE.match(after)
    coming = (_found(after[start.end() :]) if start else []) or _found(after)
    return _first(coming) if coming else ""


class _Said(NamedTuple):
    """A deed where it stands in the sentence."""

    start: int
    end: int
    rank: int
    deed: str


def _of_heading(before: str, after: str) -> str:
    """'Step 3. To the Mayor within ten days of the answer': an appeal without a verb; or arbitration, by its name."""
    if not OF_ANSWER.match(after):
        return ""
    return "notice" if "arbitrat" in before.lower() else "appeal"


def _first(found: Sequence[_Said]) -> str:
    return min(found, key=lambda one: (one.start, -one.rank)).deed


def _found(text: str) -> list[_Said]:
    return [_Said(*found.span(), RANK[deed], deed) for deed, words in DEEDS for found in words.finditer(text)]


def _anchor(rest: str, deed: str) -> str:
    if deed == "meeting" and GOT_IT.match(rest):
        return "filed"
    if deed in ("answer", "meeting"):
        return "meeting_else_filed" if AFTER_MEETING.search(rest) else "filed"
    if deed in ("appeal", "notice", "docket", "mediate"):
        return _anchor_of_appeal(rest)
    if deed in ("list", "select", "exchange"):
        return "filed"
    if EFFECTIVE.search(rest) and RECEIVED.search(rest) and LATER.search(rest):
        return "effective_or_received_later"
    if LETTER.search(rest):
        return "receipt"
    if EFFECTIVE.search(rest):
        return "effective"
    return "knowledge" if LEARNED.search(rest) else "incident"


def _anchor_of_appeal(rest: str) -> str:
    if LATER.search(rest):
        return "answer_due_or_received_later"
    if EARLIER.search(rest):
        return "answer_due_or_received_earlier"
    if THE_REPORT.match(rest):
        return "filed"
    if AFTER_MEETING.search(rest):
        return "meeting"
    if ISSUED.search(rest) and not RECEIVED.search(rest):
        return "issuance_else_answer_due"
    if OR_DUE.search(rest):
        return "answer_due_or_received_earlier"
    return "answer_due" if DUE.search(rest) and not RECEIVED.search(rest) else "answered_else_due"
