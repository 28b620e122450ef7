"""Find time limits in the words of a grievance article and propose steps; pure patterns, a person decides.

Nothing here is a rule yet: each proposal carries the sentence it was read from, and counts only when somebody has
confirmed it beside its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_MORE = {"eighteen": 18, "nineteen": 19, "twenty": 20, "twenty-one": 21, "twenty-five": 25, "thirty": 30}
_TENS = {"forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90, "one hundred": 100}
WORDS = {word: n for n, word in enumerate(_ONES.split(), 1)} | _MORE | _TENS
FIGURE = r"(?:one hundred|[a-z]+(?:-[a-z]+)?)\s*\((?P<figure>\d{1,3})\)"
COUNT = rf"(?:{FIGURE}|(?P<digits>\d{{1,3}})|(?P<alone>[a-z]+(?:-[a-z]+)?))"
LIMIT = re.compile(
    rf"(?:within|(?:no|not) later than)\s+(?:the next\s+)?{COUNT}\s+"
    r"(?:\(?(?P<kind>calendar|working|work|business)\)?[- ]\s*)?(?P<unit>days?|workdays?|months?)\b",
    re.I,
)
SENTENCE = re.compile(r"[^.;]+(?:\.(?=\d)[^.;]+)*[.;]?", re.S)
# What is done, by the words that say so; the one nearest before the number decides.
NOTICE = r"\b(?:invoke|request|refer|submit|demand|notice|advance|appeal)[^.;]{0,60}\barbitrat"
ANSWER = (
    r"\b(?:give|issue|render|provide|make|deliver)[^.;]{0,30}\b(?:decision|answer|response|reply)\b|"
    r"\b(?:answer|respond|reply|answered|decided|responds)\b"
)
MEETING = r"\b(?:shall|will|must) (?:meet|hold a meeting)\b|\bmeeting (?:shall|will) be held\b"
APPEAL = r"\b(?:appeal|advance|elevate|move)(?:ed|d)?\b|\bto (?:the )?(?:step|next step)\b"
FILE = r"\b(?:file|filed|present|presented|submit|submitted|initiate|initiated|raise|raised)\b"
DEEDS = tuple(
    (deed, re.compile(words, re.I))
    for deed, words in (
        ("notice", NOTICE),
        ("answer", ANSWER),
        ("meeting", MEETING),
        ("appeal", APPEAL),
        ("file", FILE),
    )
)
EARLIER = re.compile(
    r"(?:due or received|received or (?:was |is )?due)[^.;]*(?:earlier|first)|"
    r"whichever (?:is|comes) (?:earlier|first)",
    re.I,
)
LEARNED = re.compile(r"aware|knew|known|knowledge|learn(?:ed|t)|discover", re.I)
LETTER = re.compile(r"receipt of (?:the |a |such )?(?:letter|notice)|notice is received", re.I)
AFTER_MEETING = re.compile(r"(?:after|of|following) (?:the|such|said) meeting", re.I)
MEANS_WORKING = re.compile(
    r"\bdays?\b[^.]{0,60}\b(?:means?|are|is)\b[^.]{0,30}\b(?:work(?:ing)?|business)[ -]?days"
    r"|limits[^.]{0,60}\bin working days",
    re.I,
)


@dataclass(frozen=True)
class Proposal:
    """One limit as it was read: its clause (place in the input), its sentence, the rule it seems to mean."""

    clause: int
    quote: str
    n: int
    unit: str
    deed: str
    actor: str
    anchor_kind: str
    title: str
    key: str
    after: str


@dataclass(frozen=True)
class Seen:
    clause: int
    quote: str
    n: int
    unit: str
    deed: str
    anchor_kind: str


def number_of(match: re.Match[str]) -> int | None:
    figure = match["figure"] or match["digits"]
    return int(figure) if figure else WORDS.get((match["alone"] or "").lower())


def limits_in(texts: Sequence[str]) -> Iterator[Seen]:
    """Every time limit with a deed, in reading order."""
    working = any(MEANS_WORKING.search(text) for text in texts)
    for place, text in enumerate(texts):
        for sentence in SENTENCE.finditer(text):
            for match in LIMIT.finditer(sentence[0]):
                n, deed = number_of(match), _deed(sentence[0], match)
                if n and deed:
                    rest = sentence[0][match.start() :]
                    yield Seen(place, sentence[0].strip(), n, _unit(match, working), deed, _anchor(rest, deed))


def _unit(match: re.Match[str], working: bool) -> str:
    if match["unit"].lower().startswith("month"):
        return "months"
    kind = (match["kind"] or "").lower()
    if match["unit"].lower().startswith("work") or kind in ("work", "working", "business"):
        return "working_days"
    return "working_days" if working and kind != "calendar" else "calendar_days"


def _deed(sentence: str, match: re.Match[str]) -> str:
    """The verb nearest before the number; without one, the first after it."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    nearest = [(found.start(), deed) for deed, words in DEEDS for found in words.finditer(before)]
    if nearest:
        return max(nearest)[1]
    coming = [(found.start(), deed) for deed, words in DEEDS for found in words.finditer(after)]
    return min(coming)[1] if coming else ""


def _anchor(rest: str, deed: str) -> str:
    if deed in ("answer", "meeting"):
        return "meeting_else_filed" if AFTER_MEETING.search(rest) else "filed"
    if deed in ("appeal", "notice"):
        return "answer_due_or_received_earlier" if EARLIER.search(rest) else "answered_else_due"
    if LETTER.search(rest):
        return "receipt"
    return "knowledge" if LEARNED.search(rest) else "incident"


TITLES = {"file": "Filing", "answer": "Answer", "meeting": "Meeting", "appeal": "Appeal", "notice": "Arbitration"}
ACTORS = {"file": "employee", "answer": "management", "meeting": "both"}


def propose(texts: Sequence[str]) -> list[Proposal]:
    """Steps in order: each answer follows the filing or appeal before it, each appeal the answer before it."""
    made: list[Proposal] = []
    level, last_level, last_answer = 0, "", ""
    for seen in limits_in(texts):
        is_level = seen.deed in ("file", "appeal", "notice")
        if _out_of_place(seen.deed, made, last_level, last_answer):
            continue
        level += is_level
        key = _key(seen.deed, level, last_level)
        if any(p.key == key for p in made):
            continue
        after = "" if seen.deed == "file" else (last_answer or last_level) if is_level else last_level
        made.append(_proposal(seen, key, after, level))
        if is_level:
            last_level, last_answer = key, ""
        elif seen.deed == "answer":
            last_answer = key
    return made


def _out_of_place(deed: str, made: list[Proposal], last_level: str, last_answer: str) -> bool:
    """A second filing, an answer to nothing, an appeal of nothing: read, but no step of a ladder."""
    if deed == "file":
        return bool(made)
    if deed in ("appeal", "notice"):
        return not last_answer or last_level == "arbitration"
    return not last_level or (deed == "answer" and bool(last_answer)) or last_level == "arbitration"


def _key(deed: str, level: int, last_level: str) -> str:
    if deed == "notice":
        return "arbitration"
    return str(level) if deed in ("file", "appeal") else f"{last_level}-{deed}"


def _proposal(seen: Seen, key: str, after: str, level: int) -> Proposal:
    title = TITLES[seen.deed] if seen.deed == "notice" else f"Step {level}: {TITLES[seen.deed].lower()}"
    return Proposal(
        clause=seen.clause,
        quote=seen.quote,
        n=seen.n,
        unit=seen.unit,
        deed=seen.deed,
        actor=ACTORS.get(seen.deed, "union"),
        anchor_kind=seen.anchor_kind,
        title=title,
        key=key,
        after=after,
    )
