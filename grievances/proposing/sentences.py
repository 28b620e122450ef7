"""Time limits in the sentences of a grievance article: how many days, what is done in them, from when they run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from grievances.proposing.phrases import (
    A_TALK,
    AFTER_IT,
    AFTER_MEETING,
    BACKWARDS,
    BEFORE_IT,
    BY_EMPLOYEE,
    BY_UNION,
    COMPLAINT,
    DEEDS,
    DUE,
    EARLIER,
    EFFECTIVE,
    ELSEWHERE,
    FIRST_COUNTS,
    FROM_WHERE,
    GOT_IT,
    HAS,
    IF_NONE,
    IF_NONE_WAS,
    IN_BRACKETS,
    IN_IT,
    IN_WHICH_TO,
    ISSUED,
    KINDS,
    LABEL,
    LATER,
    LEARNED,
    LETTER,
    LONGEST_TITLE,
    MEANS_WORKING,
    NEXT_TO,
    OF_ANSWER,
    OF_ARBITRATOR,
    OF_EVENT,
    OF_IT,
    OF_MODAL,
    OF_PROCEDURE,
    OF_STEP,
    OR_DUE,
    OUTER,
    PASSED,
    RANK,
    RECEIVED,
    SENTENCE,
    SPAN,
    STEP_NAME,
    STEP_NUMBERS,
    THE_EVENT,
    THE_REPORT,
    THEREAFTER,
    TO_ARBITRATION,
    TO_DO,
    TO_THE_VERB,
    WAITING,
    WE_DO,
    WORDS,
)
from grievances.proposing.spanish import in_english
from grievances.proposing.tenses import plainly
from unionops.platform.core.numerals import hyphened

OR_WITHIN = re.compile(r",? or (?:within|in|(?:no|not) later than)\s+$", re.I)
A_PAPER = re.compile(
    r"\b(?:notice|demand|request|reference|referral|submission)\b(?: (?:of|for|to) [^.;,]{0,40})? "
    r"(?:shall|must|will|is to|may) be (?:given|made|filed|served|sent|submitted|delivered|lodged)\b[^.;]{0,60}$",
    re.I,
)


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
    before: str = ""

    @property
    def of_step(self) -> int:
        """The step an answer is said to belong to, by the name nearest before its number of days; 0 without one."""
        named = [*OF_STEP.finditer(self.before)]
        return STEP_NUMBERS[named[-1]["name"].lower()] if named else 0

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


@dataclass(frozen=True)
class _Place:
    """Where a sentence stands: whether days are working days, the step it stands under, the sentence before it."""

    working: bool
    heading: int
    lead: str


def limits_in(texts: Sequence[str]) -> Iterator[Seen]:
    """Every time limit with a deed, in reading order."""
    working = any(MEANS_WORKING.search(in_english(text)) for text in texts)
    titled = any(len(text) <= LONGEST_TITLE and COMPLAINT.search(in_english(text)) for text in texts[:3])
    heading, begun = 0, False
    for place, text in enumerate(texts):
        lead = ""
        for sentence in SENTENCE.finditer(text):
            said = plainly(in_english(sentence[0], text))
            named = STEP_NAME.search(said[:60])
            heading = STEP_NUMBERS[(named["name"] or named["nth"]).lower()] if named else heading
            if ELSEWHERE.search(IN_BRACKETS.sub("", said)):
                continue
            near = plainly(in_english(text[max(0, sentence.start() - 200) : sentence.end() + 300]))
            ours = titled or begun or bool(heading or OF_PROCEDURE.search(near))
            for seen in _in_sentence(said, _Place(working, heading, lead)):
                if seen.deed != "file" or ours or OF_ANSWER.match(seen.rest):
                    begun = True
                    yield replace(seen, clause=place, quote=sentence[0].strip(), heading=heading)
            lead = said


def _in_sentence(said: str, place: _Place) -> list[Seen]:
    """The limits of one sentence; the same number of days for filing told twice, from the act or from knowing of it,
    is one limit from knowing. 'Or within fifteen days if …' is another time for the same deed: the first one stands.
    """
    made: list[Seen] = []
    for match in SPAN.finditer(said):
        seen = _seen(said, match, place)
        if seen is not None and made and _told_again(made[-1], seen):
            made[-1] = replace(made[-1], rest=f"{made[-1].rest} {seen.rest}")
        elif seen is not None and not (made and seen.deed == made[-1].deed and OR_WITHIN.search(seen.before)):
            made.append(seen)
    return made


def _told_again(first: Seen, second: Seen) -> bool:
    alike = (first.n, first.unit, first.deed, first.outer) == (second.n, second.unit, second.deed, second.outer)
    return alike and first.deed == "file" and not first.backwards


def _seen(sentence: str, match: re.Match[str], place: _Place) -> Seen | None:
    before, after = sentence[: match.start()], _until_next_number(sentence[match.end() :])
    n = number_of(match)
    if not n or IF_NONE.search(before) or IF_NONE_WAS.match(after) or not _is_limit(before, after):
        return None
    if WAITING.search(before) or PASSED.match(after):
        return None
    deed = _of_paper(before, place) or _deed(before, after) or _of_place(before, after, place)
    if not deed or (deed == "answer" and OF_ARBITRATOR.search(before)) or _of_the_hearing(deed, before):
        return None
    if deed in ("file", "appeal") and OF_ANSWER.match(after) and _titled_arbitration(place.lead):
        deed = "notice"
    if deed in ("file", "appeal") and GOT_IT.match(after):
        deed = "meeting" if "meeting" in after.lower() else "answer"
    return Seen(
        clause=0,
        quote=sentence.strip(),
        said=sentence,
        before=before,
        n=n,
        unit=_unit(match, place.working),
        deed=deed,
        rest=" after the meeting" if deed == "answer" and _after_a_talk(before, after, place) else after,
        backwards=bool(BACKWARDS.match(after)),
        outer=bool(OUTER.search(before)),
        kind=next((name for name, words in KINDS if words.search(before + after[:60])), ""),
    )


def _of_the_hearing(deed: str, before: str) -> bool:
    """The hearing of an arbitration is the arbitrator's to set, and no meeting at a step."""
    return deed == "meeting" and "hearing" in before.lower() and bool(TO_ARBITRATION.search(before))


def _titled_arbitration(lead: str) -> bool:
    """The sentence before it is a title of its own: '11.7 Arbitration.'"""
    return len(lead) <= LONGEST_TITLE // 2 and bool(TO_ARBITRATION.search(lead)) and not SPAN.search(lead)


def _after_a_talk(before: str, after: str, place: _Place) -> bool:
    return bool(THEREAFTER.match(after) and A_TALK.search(f"{place.lead} {before}"))


def _is_limit(before: str, after: str) -> bool:
    return bool(BEFORE_IT.search(before) or AFTER_IT.match(after) or (IN_IT.search(before) and OF_IT.match(after)))


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
    if kind == "calendar" and MEANS_WORKING.search(match.string[match.end() :]):
        return "working_days"
    plain = kind == "calendar" or (match["unit"].lower().startswith("hour") and not MEANS_WORKING.search(match.string))
    return "working_days" if working and not plain else "calendar_days"


def _deed(before: str, after: str) -> str:
    """The verb of a modal that the number cuts in two; else the verb nearest before the number. Without one, and in
    'has ten days to answer', the first after it, past the words on where it starts.
    """
    if OF_MODAL.search(before) and (verb := TO_THE_VERB.match(after)) and (led := _found(f"to{after[verb.end() :]}")):
        return _first(led)
    nearest, has = _found(before), HAS.search(before) and IN_WHICH_TO.match(after)
    if has and (led := _found(f"to {after[has.end() :]}")):
        return "answer" if _meets_and_answers(led) else _first(led)
    if nearest and not (TO_DO.match(after) and _found(after)):
        return max(nearest, key=lambda one: (one.end, one.rank)).deed
    start, of_answer = FROM_WHERE.match(after), OF_ANSWER.match(after)
    coming = (_found(after[start.end() :]) if start else []) or _found(after)
    coming = [one for one in coming if not of_answer or one.deed != "answer"]
    return _first(coming) if coming else ""


def _of_paper(before: str, place: _Place) -> str:
    """'Notice of the demand shall be given within ten days', 'such reference shall be made …': the paper itself is the
    deed, and under arbitration, or after a sentence about it, the deed is to invoke it.
    """
    paper = A_PAPER.search(before)
    if paper is None or _found(before):
        return ""
    about = f"{place.lead} {before[: paper.end()]}"
    if TO_ARBITRATION.search(about) or "demand" in paper[0].lower():
        return "notice"
    return "appeal" if any(one.deed == "appeal" for one in _found(about)) else ""


def _meets_and_answers(found: Sequence[_Said]) -> bool:
    """'Has ten days to meet with the steward and give a decision': what is due at their end is the answer."""
    return {"meeting", "answer"} <= {one.deed for one in found}


class _Said(NamedTuple):
    """A deed where it stands in the sentence."""

    start: int
    end: int
    rank: int
    deed: str


def _of_place(before: str, after: str, place: _Place) -> str:
    """A limit without a verb: 'Step 3. To the Mayor within ten days of the answer', 'Time: ten days after the event'
    and the cells of a table say it by where they start; so does a short line by the one before it.
    """
    if NEXT_TO.match(before):
        return "appeal"
    short = bool(LABEL.search(before))
    if short and (led := _found(place.lead)):
        return _first(led)
    in_table = "|" in before
    if OF_ANSWER.match(after) and (place.heading > 1 or short or in_table or WE_DO.match(before)):
        return "notice" if TO_ARBITRATION.search(f"{place.lead if short else ''} {before}") else "appeal"
    if not (short or in_table or HAS.search(before)):
        return ""
    if THE_EVENT.search(after) or LEARNED.search(after):
        return "file"
    return "answer" if in_table and RECEIVED.search(after) else ""


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
    if OF_EVENT.match(rest):
        return "incident"
    if THE_REPORT.match(rest):
        return "filed"
    if AFTER_MEETING.search(rest):
        return "meeting"
    if ISSUED.search(rest) and not RECEIVED.search(rest):
        return "issuance_else_answer_due"
    if OR_DUE.search(rest):
        return "answer_due_or_received_earlier"
    return "answer_due" if DUE.search(rest) and not RECEIVED.search(rest) else "answered_else_due"
