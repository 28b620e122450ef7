"""What is done within a number of days: by the verb that governs the number, never by one of another clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from grievances.proposing.doers import PASSIVE, WHO_DOES, by_them, by_us
from grievances.proposing.governing import (
    DONE_IN_TIME,
    MODAL,
    NOT_BY_THEM,
    NOT_BY_US,
    OBLIGED,
    OF_CHOICE,
    Part,
    governing,
)
from grievances.proposing.phrases import (
    AFTER_MEETING,
    BY_EMPLOYEE,
    BY_UNION,
    COMPLAINT,
    DEEDS,
    FROM_WHERE,
    GOT_IT,
    HAS,
    IN_WHICH_TO,
    LABEL,
    LEARNED,
    LETTER,
    LONGEST_TITLE,
    NEXT_TO,
    OF_ANSWER,
    OF_ARBITRATOR,
    OF_MODAL,
    RANK,
    RECEIVED,
    SPAN,
    STILL_OPEN,
    THE_EVENT,
    TO_ARBITRATION,
    TO_DO,
    TO_THE_VERB,
    WAS_FILED,
    WE_DO,
)
from unionops.platform.core import lazy_re as re

WANTED = re.compile(r"\b(?:want|desire|wish|seek|elect|choose|intend|decide)s?\b[^.;,]{0,30}\barbitrat", re.I)
END_OF_CONDITION = re.compile(r",|\bthen\b", re.I)
# 'Within five days of the decision or twelve days after the filing, whichever is sooner': one limit in two ways.
ANOTHER_WAY = re.compile(r"\bor(?:,? (?:within|in|(?:no|not) later than))?\s+$", re.I)
UNSATISFIED = re.compile(
    r"\b(?:not satisfied|dissatisfied|not satisfactory|unsatisfactory)\b[^.;]{0,60}\b(?:answer|response|decision|reply|"
    r"disposition|determination|resolution|outcome)|\b(?:answer|response|decision|reply|disposition|determination|outcome)\b[^.;,]"
    r"{0,40}\b(?:not satisfactory|unsatisfactory|unacceptable|not acceptable)\b",
    re.I,
)
AWARD = re.compile(r"\b(?:bench|arbitrat\w+(?:[’']s)?) (?:decision|award|opinion)\b[^.;]{0,40}$", re.I)
APPOINTED = re.compile(r"\s*(?:of|from|after|following) (?:the |his |her |their )?(?:appointment|selection)\b", re.I)
MEDIATION_ENDS = re.compile(r"\bmediation\b[^.;]{0,60}\b(?:completed?|concluded?|end(?:ed)?|terminated?)\b", re.I)
# 'The hearing will be completed within one business day': how long it takes.
HOW_LONG = re.compile(r"\bhearing\b[^.;]{0,40}\b(?:completed|concluded|finished) (?:within|in)\s+$", re.I)
FROM = re.compile(r"\s*(?:of|from|after|following|thereafter)\b", re.I)
STARTS_IT = re.compile(
    rf"\s*(?:of|from|after|following)\b[^,.;]{{0,80}}?(?:{LEARNED.pattern}|{THE_EVENT.pattern})", re.I
)
START = re.compile(rf"{STARTS_IT.pattern}|\s*(?:{AFTER_MEETING.pattern})", re.I)
LOST = re.compile(r"\b(?:abandoned|waived|withdrawn|dropped|forfeited|settled|closed|final)\b", re.I)
AN_EVENT = re.compile(r"\b(?:occur|event|incident|violat|happen|acts?\b|action)", re.I)
A_PAPER = re.compile(
    r"\b(?:notice|demand|request|reference|referral|submission)\b(?: (?:of|for|to) [^.;,]{0,40})? "
    r"(?:shall|must|will|is to|may) be (?:given|made|filed|served|sent|submitted|delivered|lodged|received)\b"
    r"[^.;]{0,60}$",
    re.I,
)
# 'As soon as possible after the grievance is filed, but in no event later than …': only what comes first.
FIRST_COMES = re.compile(
    r"^\W*(?:\(?\w\)\s*)?(?:(?:as soon as \w+|promptly|immediately) )(?:after|upon|following)\b[^,]*,", re.I
)
ASIDE = re.compile(r"\b(?:if|where|when|unless)\b[^,.;]*,", re.I)
# 'To the representative who filed the grievance within ten days': the verb says only which representative.
OF_WHOM = re.compile(
    r"\b(?:who|which|that) (?:(?:has|have|had|was|were) )?(?:filed|presented|submitted|initiated|heard)\b", re.I
)
# 'Within seven days of the answer the union may call a meeting with the manager': how it goes up here.
WE_ASK = re.compile(
    r"\b(?:union|association|guild|local|federation|grievant|employee|steward)\b[^.;]{0,60}\b(?:may|can)\b[^.;]{0,20}"
    r"\b(?:call|request|ask|convene|seek)\b",
    re.I,
)
ASKED = re.compile(r"\b(?:request|ask)s?\b", re.I)
CHOOSING = re.compile(
    r"\b(?:agree\w*|decid\w+|select\w*|choos\w+) (?:up)?(?:on )?(?:an?|the) (?:\w+ )?arbitrator\b", re.I
)
# '… within thirty days of the pay day; all others within fifteen days': the second is the rule.
OTHER_CASES = re.compile(
    r"\W*(?:and |but )?(?:(?:all|any|every) others?(?: (?:grievances?|cases?|complaints?))?|"
    r"otherwise(?=\W*(?:$|(?:within|(?:no|not) later|in|by)\b|\w+ \(\d)))(?:\W|$)",
    re.I,
)
OF_APPEAL = re.compile(r"\s*(?:of|from|after|following)\b[^,.;]{0,30}\bappeal\b", re.I)
GOES_UP = re.compile(
    r"\b(?:may|can|shall|must|will|to|be|is)(?: then| also| further)? (?:appeal|advance|refer|forward|submit)"
    r"(?:ed|d|red|ted)?\b",
    re.I,
)
IT_HAPPENS = re.compile(
    r"\W*(?:this|that|it|which) (?:must|shall|will|should|is to|has to) (?:happen|occur|take place|be done)\b", re.I
)
A_COPY = re.compile(r"\bcop(?:y|ies)\b", re.I)
FOLLOWS = re.compile(r":\s+(?=[A-Z])")
NOT_SENT = re.compile(
    r"\b(?:be|been) (?:deemed|considered|resolved|settled|adjusted|closed|waived|final|binding|void|scheduled|heard|"
    r"discussed|reviewed|investigated|answered|decided|granted|denied|sustained|processed|extended|amended|held)\b",
    re.I,
)


@dataclass(frozen=True)
class Place:
    """Where a sentence stands: whether days are working days, the step it stands under and the sentence that names it,
    the sentence before it.
    """

    working: bool
    heading: int
    lead: str
    title: str = ""


class Limit(NamedTuple):
    """A number of days in its sentence. `whole`: all that follows it, `after` up to the next number; `since`: where the
    number before it ended.
    """

    before: str
    after: str
    whole: str
    since: int


class Done(NamedTuple):
    """What is done, '' for nothing that sets a time. `lost`, `waited`: as `sentences.Seen` has them."""

    deed: str
    lost: bool
    waited: bool


NOTHING = Done("", lost=False, waited=False)


def what_is_done(limit: Limit, place: Place) -> Done:
    part = governing(FIRST_COMES.sub("", _since_the_colon(limit.before)))
    deed = _of_condition(part, limit, place) if part.condition else _of_clause(part.text, limit, place)
    if deed in ("file", "appeal", "") and WANTED.search(limit.before):
        deed = "notice"
    if deed == "meeting" and CHOOSING.search(limit.whole):
        deed = "select"
    if not deed or (deed == "answer" and OF_ARBITRATOR.search(limit.before)) or _of_the_hearing(deed, limit, place):
        return NOTHING
    ours_to_start = part.condition or of_answer(limit.after) or STARTS_IT.match(limit.after)
    if deed in ("file", "appeal") and not ours_to_start and by_them(part.text, limit.after):
        return NOTHING
    if deed == "meeting" and of_answer(limit.after) and WE_ASK.search(part.text + limit.after):
        deed = "appeal"
    asked = deed == "answer" or (deed == "meeting" and ASKED.search(part.text + limit.after))
    ours = asked and not part.condition and UNSATISFIED.search(limit.before) and by_us(part.text)
    deed = _by_its_start("file" if ours else deed, limit, place)
    if deed == "appeal" and OF_APPEAL.match(limit.after) and not (of_answer(limit.after) or GOES_UP.search(part.text)):
        return NOTHING  # what is due after an appeal is none, unless it is said to go up again
    return Done(
        deed, lost=part.condition and bool(NOT_BY_US.search(part.text)), waited=part.condition and deed == "answer"
    )


def _since_the_colon(before: str) -> str:
    """'It goes to a board chosen as follows: The Employer will select …': the clause begins after the colon."""
    last = FOLLOWS.split(before)[-1]
    return last if OBLIGED.search(last) else before


def _of_clause(text: str, limit: Limit, place: Place) -> str:
    governed = _since(text, limit.before[limit.since :], limit.after)
    after = limit.whole if ANOTHER_WAY.search(limit.after) else limit.after
    named = _of_paper(limit.before, place) or _deed(governed, after) or _of_place(limit.before, limit.after, place)
    return named or _of_who_and_when(text, limit, place)


def _of_who_and_when(text: str, limit: Limit, place: Place) -> str:
    """No verb that `phrases` knows: who acts, or whether it is done with the grievance, and what starts the clock."""
    said = (text, limit.before, limit.after)
    doers = next(filter(None, ([*WHO_DOES.finditer(one)] for one in said)), [])
    if not doers or doers[-1]["theirs"] or (doers[-1]["paper"] and NOT_SENT.search(f"{text} {limit.after}")):
        return ""
    if of_answer(limit.after) or UNSATISFIED.search(limit.before) or STILL_OPEN.search(limit.before):
        return "notice" if _titled_arbitration(place.lead) else "appeal"
    starts = START.match(limit.after) or (doers[-1]["paper"] and PASSIVE.match(doers[-1].string, doers[-1].end()))
    of_grievance = doers[-1]["paper"] or COMPLAINT.search(limit.before + limit.after)
    return "file" if starts and of_grievance else ""


def _by_its_start(deed: str, limit: Limit, place: Place) -> str:
    """What starts the clock says more than the verb: what counts from an answer goes up, whatever it is called."""
    before, after = limit.before, limit.after
    if deed == "file" and UNSATISFIED.search(before) and not STARTS_IT.match(after):
        deed = "appeal"
    if deed in ("file", "appeal") and of_answer(after) and not LETTER.search(after):
        deed = "notice" if _titled_arbitration(place.lead) or TO_ARBITRATION.search(before) else "appeal"
    if deed == "file" and WAS_FILED.match(after) and not A_COPY.search(before):
        deed = "appeal"
    if deed in ("file", "appeal") and GOT_IT.match(after):
        deed = "meeting" if "meeting" in after.lower() else "answer"
    return deed


def of_answer(after: str) -> bool:
    """It counts from an answer; 'the action or decision on which the complaint is based' is none."""
    said = OF_ANSWER.match(after)
    return said is not None and not AN_EVENT.search(said[0])


def goes_up(rest: str) -> bool:
    """Whether the words after a number send the case up and set no other time for it."""
    found = [] if SPAN.search(rest) else _found(rest)
    return bool(found) and _first(found) in ("file", "appeal")


def _since(governed: str, segment: str, after: str) -> str:
    """'… shall meet within ten days, then either party may within ten more …': a clause begun past the number before
    has its own verb, if need be after its number.
    """
    return segment if OBLIGED.search(segment) and not _found(segment) and _found(after) else governed


def _of_condition(part: Part, limit: Limit, place: Place) -> str:
    """'If no answer is given within ten days' tells the time of the answer; 'if it is not appealed within …' ours.
    'Should we ask for a hearing within five days of the answer' tells our time as well. A number of days in any other
    condition sets no time; one that a comma ends is taken for over.
    """
    before, after = limit.before, limit.after
    if DONE_IN_TIME.search(part.text):
        return _deed(before, after) or _of_place(before, after, place)
    if missed := NOT_BY_US.search(part.text):
        return _first(_found(missed[0])) if _found(missed[0]) else "appeal"
    if of_answer(after) and not NOT_BY_THEM.search(part.text):
        asked = [one for one in _found(part.text) if one.deed in ("appeal", "file", "notice")]
        lost = "notice" if TO_ARBITRATION.search(place.lead + before) else "appeal"
        return _first(asked) if asked else lost if LOST.search(limit.whole) else ""
    if OF_CHOICE.search(part.text):
        return "select"
    if not NOT_BY_THEM.search(f"{part.text} {END_OF_CONDITION.split(after)[0]}"):
        main = part.text.partition(",")[2]
        return _deed(main, after) if main else ""
    return "answer"


def _of_the_hearing(deed: str, limit: Limit, place: Place) -> bool:
    """The hearing of an arbitration is the arbitrator's to set, and no meeting at a step; nor is a mediation that must
    end, or the award, called a bench decision.
    """
    if deed == "answer":
        return bool(AWARD.search(limit.before))
    if deed != "meeting":
        return False
    if MEDIATION_ENDS.search(limit.before) or (HOW_LONG.search(limit.before) and not FROM.match(limit.after)):
        return True
    near = f"{limit.before} {limit.after} {place.lead}"
    return bool("hearing" in limit.before.lower() and (TO_ARBITRATION.search(near) or APPOINTED.match(limit.after)))


def _titled_arbitration(lead: str) -> bool:
    """The sentence before it is a title of its own: '11.7 Arbitration.'"""
    return len(lead) <= LONGEST_TITLE // 2 and bool(TO_ARBITRATION.search(lead)) and not SPAN.search(lead)


def _deed(before: str, after: str) -> str:
    """The verb of a modal that the number cuts in two; else the verb nearest before the number. Without one, and in
    'has ten days to answer', the first after it, past the words on where it starts.
    """
    if OF_MODAL.search(before) and (verb := TO_THE_VERB.match(after)) and (led := _found(f"to{after[verb.end() :]}")):
        return _first(led)
    before = OF_WHOM.sub("", before)
    nearest, has = _found(before), HAS.search(before) and IN_WHICH_TO.match(after)
    if has and (led := _found(f"to {after[has.end() :]}")):
        return _of_ours_to_decide(before, led) or ("answer" if _meets_and_answers(led) else _first(led))
    if nearest and not (TO_DO.match(after) and _found(after)):
        return _last(nearest)
    start, answered = FROM_WHERE.match(after), OF_ANSWER.match(after)
    coming = _found(ASIDE.sub("", after[start.end() :] if start else after))
    if start and not coming and not MODAL.search(after[start.end() :]):
        coming = _found(after)
    coming = [one for one in coming if not answered or one.deed != "answer"]
    return _first(coming) if coming else ""


def _of_ours_to_decide(before: str, led: Sequence[_Said]) -> str:
    """'The union shall have seven days to decide whether to appeal': no answer of theirs."""
    ours = BY_UNION.search(before) or BY_EMPLOYEE.search(before)
    return "appeal" if ours and {one.deed for one in led} >= {"answer", "appeal"} else ""


def _of_paper(before: str, place: Place) -> str:
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


def _of_place(before: str, after: str, place: Place) -> str:
    """A limit without a verb: 'Step 3. To the Mayor within ten days of the answer', 'Time: ten days after the event'
    and the cells of a table say it by where they start; so does a short line by the one before it.
    """
    if NEXT_TO.match(before):
        return "appeal"
    if IT_HAPPENS.match(before) and not SPAN.search(place.lead):
        return "appeal" if of_answer(after) else _last(_found(place.lead))
    if OTHER_CASES.match(before):
        return "file" if THE_EVENT.search(after) or LEARNED.search(after) else _last(_found(ASIDE.sub("", place.lead)))
    short = bool(LABEL.search(before))
    if short and (led := _found(place.lead)):
        return _first(led)
    in_table = "|" in before
    if OF_ANSWER.match(after) and (place.heading > 1 or short or in_table or WE_DO.match(before)):
        arbitrated = TO_ARBITRATION.search(f"{place.lead if short else ''} {before}") or _titled_arbitration(
            place.title
        )
        return "notice" if arbitrated else "appeal"
    if not (short or in_table or HAS.search(before)):
        return ""
    if THE_EVENT.search(after) or LEARNED.search(after):
        return "file"
    return "answer" if in_table and RECEIVED.search(after) else ""


def _last(found: Sequence[_Said]) -> str:
    return max(found, key=lambda one: (one.end, one.rank)).deed if found else ""


def _first(found: Sequence[_Said]) -> str:
    return min(found, key=lambda one: (one.start, -one.rank)).deed


def _found(text: str) -> list[_Said]:
    return [_Said(*found.span(), RANK[deed], deed) for deed, words in DEEDS for found in words.finditer(text)]
