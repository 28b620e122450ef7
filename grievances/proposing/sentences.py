"""Time limits in the sentences of a grievance article: how many days, what is done in them, from when they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from grievances.proposing.deeds import ANOTHER_WAY, FROM, Limit, Place, goes_up, of_answer, what_is_done
from grievances.proposing.kinds import KINDS
from grievances.proposing.phrases import (
    A_STRETCH,
    A_TALK,
    AFTER_IT,
    AFTER_MEETING,
    BACKWARDS,
    BEFORE_IT,
    BY_EMPLOYEE,
    BY_UNION,
    COMPLAINT,
    DUE,
    EARLIER,
    EFFECTIVE,
    ELSEWHERE,
    FIRST_COUNTS,
    GOT_IT,
    IF_NONE,
    IF_NONE_WAS,
    IN_BRACKETS,
    IN_IT,
    ISSUED,
    LATER,
    LEARNED,
    LETTER,
    LONGEST_TITLE,
    MEANS_WORKING,
    OF_EVENT,
    OF_IT,
    OF_PROCEDURE,
    OF_STEP,
    OR_DUE,
    OUTER,
    PASSED,
    RECEIVED,
    SENTENCE,
    SPAN,
    STEP_NAME,
    STEP_NUMBERS,
    THE_REPORT,
    THEREAFTER,
    WAITING,
    WAS_FILED,
    WORDS,
)
from grievances.proposing.spanish import in_english
from grievances.proposing.tenses import plainly
from grievances.proposing.untold import Sent, sent_to
from unionops.platform.core import lazy_re as re
from unionops.platform.core.numerals import hyphened

# 'Within five days of the expiration of the time for the answer': from the day it was due, whatever comes later.
TIME_IS_UP = re.compile(
    r"\b(?:expir(?:y|ation)|end|lapse) of (?:the |its |that )?(?:\w+ )?(?:time|period|limit|deadline|days)\b|\b(?:time|"
    r"period|limit|deadline)\b[^.;,]{0,40}\b(?:run out|expire[sd]?|elapse[sd]?|lapse[sd]?|passe[sd]|ends|ended)\b",
    re.I,
)
# Where it is told for want of an answer, an answer starts the clock at once.
WITHOUT_ANSWER = re.compile(
    r"\b(?:no|without an?) (?:\w+ )?(?:answer|response|decision|reply)\b|"
    r"\b(?:fails?|failure) to (?:answer|respond|reply|decide|give|issue|provide)\b|"
    r"\b(?:does|do|is|has) not (?:been )?(?:answer|respond|repl(?:y|ied)|give|decide)",
    re.I,
)
FROM_ANSWER = re.compile(r"\bor\b|\brecei(?:pt|v)|\b(?:answer|decision|reply|response)\b", re.I)
ITS_RECEIPT = re.compile(r"\s*(?:of|from|after|following) (?:its|their|the da(?:te|y) of its) receipt\b", re.I)
# The list of arbitrators comes from outside: nothing on record says when.
LIST_CAME = re.compile(
    r"\s*(?:of|from|after|following)\b[^,.;]{0,30}\b(?:its receipt|receipt of (?:the|such|this|that|a) (?:\w+ )?"
    r"(?:list|panel)|receiving (?:it|(?:the|such|this|that|a) (?:\w+ )?(?:list|panel))|(?:list|panel) (?:is|was|has "
    r"been) received)\b",
    re.I,
)
OR_ANSWER = re.compile(r"\bor\b[^.;]{0,40}\b(?:recei(?:pt|v)|answer|decision|reply|response)", re.I)
# What ends a mediation comes from outside as well; 'of the answer the Union may ask for mediation' has the answer.
OF_MEDIATION = re.compile(
    r"\s*(?:of|from|after|following)\b(?:(?!\b(?:answer|response|decision|reply|disposition|determination|denial|"
    r"meeting|may|shall|will|must|can|should|requesting|asking|seeking|demanding|invoking|electing)\b)[^,.;]){0,40}"
    r"\bmediat(?:ion|or)",
    re.I,
)
OR_WITHIN = re.compile(
    r",? or(?P<case>,? (?:if|where|when|should)\b[^.;]{0,80},)? (?:within|in|(?:no|not) later than)\s+$", re.I
)
AMENDED = re.compile(r"[^.;]{0,120}\b(?:may|shall|can) be (?:amended|supplemented|withdrawn)\b", re.I)
WHICHEVER = re.compile(r"\bwhichever\b", re.I)
# 'Within ten days (or within thirty days if it is about pay)': the limit of a special case.
BRACKETED = re.compile(r"\((?:or|but|and|except)\b[^()]*(?:\(\d+\)[^()]*)*\)", re.I)
# "'Working days' means Monday through Friday": says nothing of plain days.
OF_WORKING_DAYS = re.compile(
    r"^\W*(?:the (?:term|word)s?\W+)?(?:(?:a|one)\W+)?(?:work(?:ing)?|business|school|duty)[ -]?days?\b(?!\W+and\b)",
    re.I,
)
# 'Within five days of the answer, which is due ten days after filing': the time of the step before, told in passing.
IN_PASSING = re.compile(r",? (?:which|that) (?:is|was|are|were) due(?: (?:within|in))?\s+$", re.I)
ONCE_HEARD = re.compile(
    r"\b(?:upon|after|following|at)\b[^,.;]{0,40}\b(?:meeting|hearing|conference|discussion)\b[^.;]*$", re.I
)


@dataclass(frozen=True)
class Seen:
    """A limit in its sentence, before it has a place in the ladder. `outer`: the furthest day another limit goes.
    `heading`: the number of the step under whose name it stands, 0 without one. `said`: the sentence in English.
    `lost`: it is told by what happens when we miss it ('a grievance not appealed within ten days is waived').
    `opened`: the clause and the sentence in which its step is named.
    `waited`: it is told by what we may do once it is over ('if there is no answer within ten days'); `sends_on`: and
    the same sentence sends it up, without a time. `sent`: a sentence before it did so, without a number.
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
    opened: tuple[int, str] | None = None
    said: str = ""
    before: str = ""
    lost: bool = False
    waited: bool = False
    sends_on: bool = False
    sent: Sent | None = None

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
        anchor = "event_date" if self.backwards else _anchor(self.rest, self.deed)
        unanswered = anchor == "answer_due" and TIME_IS_UP.search(self.rest) and WITHOUT_ANSWER.search(self.before)
        return "answered_else_due" if unanswered else anchor

    def written(self) -> dict[str, Any]:
        rule: dict[str, Any] = {"anchor_kind": self.anchor_kind, "n": self.n, "unit": self.unit}
        if FIRST_COUNTS.search(self.said):
            rule["count_first_day"] = True
        return rule | ({"direction": "before"} if self.backwards else {})


def number_of(match: re.Match[str]) -> int | None:
    """How many; hours are told in the whole days they hold, because a clock ends with a day; fortnights in weeks."""
    figure = match["figure"] or match["digits"]
    n = int(figure) if figure else _spelled(match["alone"] or "")
    unit = match["unit"].lower()
    if n and unit.startswith("hour"):
        return max(n // 24, 1)
    return 2 * n if n and unit.startswith("fortnight") else n


def lengths_in(sentence: str) -> list[int]:
    """Every length of time it names, as numbers in its own units; weeks also as their days."""
    found = [*SPAN.finditer(plainly(in_english(sentence)))]
    weeks = [7 * (number_of(one) or 0) for one in found if one["unit"].lower().startswith("week")]
    return [*filter(None, map(number_of, found)), *weeks]


def _spelled(words: str) -> int:
    """'twenty one', 'twenty-one' and 'one hundred and twenty one' as numbers; 0 for other words."""
    said = hyphened(words).replace("-and-", "-")
    if said in ("a", "an"):
        return 1
    rest = said.removeprefix("one-hundred").removeprefix("-")
    return 100 * said.startswith("one-hundred") + WORDS.get(rest, 0)


def limits_in(texts: Sequence[str]) -> Iterator[Seen]:
    """Every time limit with a deed, in reading order."""
    working = any(_means_working(in_english(text)) for text in texts)
    titled = any(len(text) <= LONGEST_TITLE and COMPLAINT.search(in_english(text)) for text in texts[:3])
    heading, begun = 0, False
    opened: tuple[int, str] | None = None
    sent: Sent | None = None
    for place, text in enumerate(texts):
        lead = ""
        for sentence in SENTENCE.finditer(text):
            said = BRACKETED.sub("", plainly(in_english(sentence[0], text)))
            named = STEP_NAME.search(said[:60])
            if named:
                heading = STEP_NUMBERS[(named["name"] or named["nth"]).lower()]
                opened = (place, sentence[0].strip())
            if ELSEWHERE.search(IN_BRACKETS.sub("", said)):
                continue
            near = plainly(in_english(text[max(0, sentence.start() - 200) : sentence.end() + 300]))
            here = Place(working, heading, lead, opened[1] if opened else "")
            ours = titled or begun or bool(heading or OF_PROCEDURE.search(near))
            for seen in _in_sentence(said + _listed(said, texts[place + 1 :]), here):
                if seen.deed != "file" or ours or of_answer(seen.rest):
                    begun = True
                    yield replace(
                        seen, clause=place, quote=sentence[0].strip(), heading=heading, opened=opened, sent=sent
                    )
                    sent = None
            if not SPAN.search(said) and (whom := sent_to(said)):
                sent = Sent(whom, place, sentence[0].strip())
            lead = said


def _listed(said: str, following: Sequence[str]) -> str:
    """What starts the clock, where 'not later than ten days after whichever comes first:' has it in a list below."""
    first = plainly(in_english(following[0][:200])) if following and said.rstrip().endswith(":") else ""
    return "" if SPAN.search(first) or not SPAN.search(said) else f" {first}"


def _means_working(text: str) -> bool:
    """Whether it says that its days are working days."""
    told = (one[0] for one in SENTENCE.finditer(text) if MEANS_WORKING.search(one[0]))
    return any(not (OF_WORKING_DAYS.search(one) or _only_working(one)) for one in told)


def _only_working(sentence: str) -> bool:
    """'Within seven workdays, excluding Saturdays': says again what its own days are, and nothing of plain ones."""
    spans = [*SPAN.finditer(sentence)]
    return bool(spans) and all(_named_working(span) for span in spans)


def _in_sentence(said: str, place: Place) -> list[Seen]:
    """The limits of one sentence; the same number of days for filing told twice, from the act or from knowing of it,
    is one limit from knowing. 'Or within fifteen days if …' is another time for the same deed: the first one stands.
    """
    made: list[Seen] = []
    since = len(said)
    for match in SPAN.finditer(said):
        seen = _seen(said, match, place, since)
        since = match.end()
        if seen is not None and made and _told_again(made[-1], seen):
            made[-1] = replace(made[-1], rest=f"{made[-1].rest} {seen.rest}")
        elif seen is not None and made and _another_way(made[-1], seen):
            made[-1] = replace(made[-1], rest=f"{made[-1].rest} {_sooner(seen)}")
        elif seen is not None:
            made.append(seen)
    return made


def _another_way(first: Seen, second: Seen) -> bool:
    """The same deed by another count: the first one stands; 'whichever is sooner' makes it the earlier of both."""
    if ANOTHER_WAY.search(second.before) and WHICHEVER.search(second.rest):
        return True
    said = OR_WITHIN.search(second.before)
    return said is not None and (first.deed == second.deed or said["case"] is not None)


def _sooner(seen: Seen) -> str:
    said = EARLIER.search(seen.rest)
    return said[0] if said and seen.deed != "file" else ""


def _told_again(first: Seen, second: Seen) -> bool:
    alike = (first.n, first.unit, first.deed, first.outer) == (second.n, second.unit, second.deed, second.outer)
    return alike and first.deed == "file" and not first.backwards


def _seen(sentence: str, match: re.Match[str], place: Place, since: int = 0) -> Seen | None:
    before, after = sentence[: match.start()], _until_next_number(sentence[match.end() :])
    n = number_of(match)
    if not n or IF_NONE.search(before) or _if_none_was(before, after) or not _is_limit(before, after):
        return None
    if (
        any(one.search(before) for one in (WAITING, IN_PASSING, A_STRETCH))
        or PASSED.match(after)
        or AMENDED.match(after)
    ):
        return None
    done = what_is_done(Limit(before, after, sentence[match.end() :], since), place)
    backwards = bool(BACKWARDS.match(after))
    if not done.deed or (backwards and done.deed in ("file", "appeal", "answer", "meeting")):
        return None  # what must be done before a day to come is a paper for it, no appeal and no answer
    return Seen(
        clause=0,
        quote=sentence.strip(),
        said=sentence,
        before=before,
        n=n,
        unit=_unit(match, place.working),
        deed=done.deed,
        rest=" after the meeting" if done.deed == "answer" and _after_a_talk(before, after, place) else after,
        lost=done.lost,
        waited=done.waited,
        sends_on=done.waited and goes_up(sentence[match.end() :]),
        backwards=backwards,
        outer=bool(OUTER.search(before)),
        kind=next((name for name, words in KINDS if words.search(before + after[:60])), ""),
    )


def _after_a_talk(before: str, after: str, place: Place) -> bool:
    if ONCE_HEARD.search(before) and not FROM.match(after):
        return True
    return bool(THEREAFTER.match(after) and A_TALK.search(f"{place.lead} {before}"))


def _if_none_was(before: str, after: str) -> bool:
    return bool(IF_NONE_WAS.match(after)) and " or " in before[-40:]


def _is_limit(before: str, after: str) -> bool:
    return bool(BEFORE_IT.search(before) or AFTER_IT.match(after) or (IN_IT.search(before) and OF_IT.match(after)))


def _until_next_number(text: str) -> str:
    """What is said of this limit: up to the next one."""
    following = next((found for found in SPAN.finditer(text) if number_of(found)), None)
    return IN_PASSING.sub("", text[: following.start()]) if following else text


def _named_working(match: re.Match[str]) -> bool:
    kind = (match["kind"] or "").lower()
    return kind not in ("", "calendar") or match["unit"].lower().startswith(("work", "weekday"))


def _unit(match: re.Match[str], working: bool) -> str:
    unit = match["unit"].lower().rstrip("s").replace("fortnight", "week")
    if unit in ("month", "week", "year"):
        return f"{unit}s"
    kind = (match["kind"] or "").lower()
    if _named_working(match):
        return "working_days"
    if kind == "calendar" and MEANS_WORKING.search(match.string[match.end() :]):
        return "working_days"
    plain = kind == "calendar" or (match["unit"].lower().startswith("hour") and not MEANS_WORKING.search(match.string))
    return "working_days" if working and not plain else "calendar_days"


def _anchor(rest: str, deed: str) -> str:
    if deed == "meeting" and GOT_IT.match(rest):
        return "filed"
    if deed in ("answer", "meeting"):
        return "meeting_else_filed" if AFTER_MEETING.search(rest) else "filed"
    if deed in ("appeal", "notice", "docket", "mediate"):
        return _anchor_of_appeal(rest)
    if deed in ("list", "select", "exchange"):
        return "event_date" if LIST_CAME.match(rest) else "filed"
    if EFFECTIVE.search(rest) and RECEIVED.search(rest) and LATER.search(rest):
        return "effective_or_received_later"
    if LETTER.search(rest) or ITS_RECEIPT.match(rest):
        return "receipt"
    if EFFECTIVE.search(rest):
        return "effective"
    return "knowledge" if LEARNED.search(rest) else "incident"


# What starts the time for going on, by the words after the number; the first that fits.
_GOING_ON: tuple[tuple[str, Callable[[str], Any]], ...] = (
    ("event_date", OF_MEDIATION.match),
    ("answer_due_or_received_later", LATER.search),
    ("answer_due_or_received_earlier", EARLIER.search),
    ("incident", OF_EVENT.match),
    ("effective", lambda rest: EFFECTIVE.search(rest) and not of_answer(rest)),
    ("filed", THE_REPORT.match),
    ("first_filed", WAS_FILED.match),
    ("meeting", lambda rest: AFTER_MEETING.search(rest) and not of_answer(rest)),
    ("issuance_else_answer_due", lambda rest: ISSUED.search(rest) and not RECEIVED.search(rest)),
    ("answer_due_or_received_earlier", OR_DUE.search),
    ("answer_due", lambda rest: DUE.search(rest) and not RECEIVED.search(rest)),
    ("answer_due", lambda rest: _time_is_up(rest)),
)


def _time_is_up(rest: str) -> bool:
    """The clock starts when the time for an answer is over, and by nothing named before that or beside it."""
    up = TIME_IS_UP.search(rest)
    return up is not None and not (FROM_ANSWER.search(rest[: up.start()]) or OR_ANSWER.search(rest[up.end() :]))


def _anchor_of_appeal(rest: str) -> str:
    return next((anchor for anchor, said in _GOING_ON if said(rest)), "answered_else_due")
