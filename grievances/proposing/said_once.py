"""What a grievance article says once for all its limits: rolling, filing, pauses, and what silence does."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from typing import Any

from grievances.proposing.phrases import FIRST_COUNTS, SENTENCE
from grievances.proposing.sentences import Seen
from grievances.proposing.spanish import in_english
from grievances.proposing.tenses import plainly
from unionops.platform.core import lazy_re as re

# What an article says once for all its limits.
ROLLS = re.compile(
    r"\b(?:falls?|ends?|expires?|lands?|last day\b[^.;]{0,60}\bis)\b[^.;]{0,60}\b(?:saturday|sunday|"
    r"weekend|holiday|closed|non-?(?:business|work(?:ing)?)[ -]day)\b"
    r"(?:[^.;]|\b[ap]\.m\.){0,140}\b(?:next|following)\b|"
    r"\blast day\b[^.;]{0,120}\bnot open\b[^.;]{0,140}\b(?:next|following)\b",
    re.I,
)
NOT_BY_POSTMARK = re.compile(r"\bnot (?:by |on |to )?(?:the )?(?:date of )?(?:the )?postmark", re.I)
# A clock that runs from a postmark says nothing of how a paper of ours counts as filed.
FROM_POSTMARK = re.compile(r"\b(?:from|after|following) (?:the )?(?:date )?(?:of )?(?:the )?postmark", re.I)
POSTMARK = re.compile(r"\bpostmark", re.I)
ON_RECEIPT = re.compile(r"\b(?:filed|timely|submitted)\b[^.;]{0,40}\b(?:when|only if|upon)\b[^.;]{0,30}\breceiv", re.I)
# An hour by which to file; '8:00 a.m. to 5:00 p.m.' are the hours of an office.
CUTOFF = re.compile(
    r"(?<![ap]\.m\. to )(?<![ap]m to )(?<![ap]\.m\. - )\b(?P<hour>1[0-2]|0?[1-9]):(?P<minute>[0-5]\d)\s*"
    r"(?P<half>[ap])\.?\s?m\b(?!\.?\s*(?:to|through|until|and|-|–)\s*\d)",
    re.I,
)
MONTHS = [name.lower() for name in calendar.month_name if name]
_DATE = rf"(?P<{{0}}_month>{'|'.join(MONTHS)})\s+(?P<{{0}}_day>\d{{{{1,2}}}})(?:st|nd|rd|th)?"
STANDS_STILL = re.compile(
    r"\b(?:suspend|toll(?:s|ed)?\b|stopped|stop running|(?:not|neither) (?:be )?(?:count|run)|exclu|"
    r"stayed|in abeyance)",
    re.I,
)
YEARLY_STOP = re.compile(
    rf"{_DATE.format('first')}\s*,?\s+(?:through|to|until|and)\s+{_DATE.format('last')}\b(?!,? \d{{4}})", re.I
)
CHRISTMAS = re.compile(r"\bchristmas\b[^.;]{0,120}\bnew year", re.I)
FOUR_DAYS = re.compile(r"\bmonday\s*(?:through|thru|to|-|–)\s*thursday\b", re.I)
_CONTENT = r"(?!\s+(?:satisf|accept|resolv|settl|adjust))"
NO_ANSWER = re.compile(
    r"\bif not so (?:notified|answered|decided)\b|"
    r"\bif (?:he|she|it|they|the \w+|management)(?: or she)? (?:do|does|has|have|did) not(?: do so)?\s*,|"
    rf"\b(?:no|fail\w*|absence of|absent|without|lack of|not|unless|miss(?:es)?|exceeds?)\b{_CONTENT}[^.;]{{0,90}}"
    r"\b(?:answers?|respon\w+|decision|determination|reply|render\w*|(?:time )?limits?|time ?lines?|"
    r"deadlines?|requirements?)\b"
    r"|\b(?:employer|company|agency|management|district|county|city|state|board|hospital|university|library|"
    r"carrier) is late\b"
    rf"|\b(?:answer|response|decision|reply|disposition)\b[^.;]{{0,30}}\bnot\b{_CONTENT}"
    r"|\b(?:not (?:timely )?|un)answered\b|\b(?:late|untimely|belated) (?:answer|respon|decision|repl)",
    re.I,
)
OURS_LATE = re.compile(
    r"\b(?:union|grievant|employee)\b[^.;]{0,40}\b(?:fail\w*|does not|do not|miss(?:es)?)\b|"
    r"\bgrievances?\b[^.;]{0,30}\bnot (?:\w+ )?(?:presented|filed|submitted|appealed|advanced|initiated|processed)\b",
    re.I,
)
_ADVANCES = (
    r"(?:automatic\w*[^.;]{0,60}(?:advance|move|proceed|elevat|go\b|pass)|(?:advance|move|"
    r"proceed)s?\b[^.;]{0,20}\bautomatic|"
    r"\b(?:shall|will) (?:move|advance|carry) the grievance to the next|"
    r"(?:deemed to|grievance (?:shall|will)(?: be)?) (?:advance|move|proceed)|"
    r"\b(?:advanc|mov|go|pass|carri|proceed)e?s\b[^.;]{0,30}\bto the next (?:step|level|stage)|"
    r"\bautomatic\w*[^.;]{0,20}\b(?:appealed|referred|taken))"
)
SILENCE = tuple(
    (effect, re.compile(words, re.I))
    for effect, words in (
        (
            "sustained_no_precedent",
            r"(?:in favor of|granted|sustained|allowed as presented)[^.;]{0,120}"
            r"(?:without|no|not|never)[^.;]{0,30}precedent",
        ),
        (
            "granted",
            r"\bgranted\b|\b(?:deemed|considered)\b[^.;]{0,30}\baffirm|\ballowed as presented\b|"
            r"agreement to grant|\bsustained\b|"
            r"in favor of the (?:grievant|union|other party)",
        ),
        (
            "auto_advance_but_must_file",
            rf"{_ADVANCES}[^.]{{0,160}}\b(?:must|still|provided|timely)\b",
        ),
        ("auto_advance", _ADVANCES),
        (
            "must_advance_or_withdrawn",
            r"\bwithdrawn\b|\bterminated\b|\bmust (?:advance|elevate|appeal|move)\b[^.;]{0,120}"
            r"\bor the grievance (?:\w+ ){0,2}(?:ends|lapses|dropped|waived|lost|closed)\b",
        ),
        (
            "denied_may_advance",
            r"\bdeni|\b(?:deemed|considered)\b[^.;]{0,60}\b(?:refused|rejected|in the negative)|\b(?:may|"
            r"permits?|allows?|lets?|entitle[sd]?|free to|right to)\b"
            r"[^.;]{0,60}(?:advance|appeal|proceed|move|next (?:step|level|stage)|elevat|go (?:on|forward))|"
            r"unsatisfactory",
        ),
    )
)


def said_once(texts: Sequence[str], limits: Sequence[Seen]) -> dict[str, Any]:
    text = "\n".join(texts)
    made: dict[str, Any] = {}
    if ROLLS.search(text):
        made["roll"] = "next_business_day"
    by_mail = POSTMARK.search(FROM_POSTMARK.sub("", text))
    if NOT_BY_POSTMARK.search(text) or (ON_RECEIPT.search(text) and not by_mail):
        made["filed_means"] = "receipt"
    elif by_mail:
        made["filed_means"] = "postmark"
    if hour := CUTOFF.search(text):
        clock = int(hour["hour"]) % 12 + 12 * (hour["half"].lower() == "p")
        made["cutoff_time"] = f"{clock:02d}:{hour['minute']}"
    if pauses := _yearly_pauses(text):
        made["yearly_pauses"] = pauses
    if FOUR_DAYS.search(text):
        made["weekend"] = [4, 5, 6]
    if FIRST_COUNTS.search(text) and not any("count_first_day" in seen.written() for seen in limits):
        made["count_first_day"] = True
    return made


def _yearly_pauses(text: str) -> list[str]:
    still = (one[0] for one in SENTENCE.finditer(text) if STANDS_STILL.search(one[0]))
    for stop in filter(None, map(YEARLY_STOP.search, still)):
        ends = ((MONTHS.index(stop[f"{end}_month"].lower()) + 1, int(stop[f"{end}_day"])) for end in ("first", "last"))
        return ["..".join(f"{month:02d}-{day:02d}" for month, day in ends)]
    return ["christmas_to_new_year"] if CHRISTMAS.search(text) else []


def what_silence_does(texts: Sequence[str]) -> str:
    """What the article says of an answer that never comes; '' when it says nothing."""
    return next((effect for effect, _words in _on_silence(texts)), "")


def words_on_silence(texts: Sequence[str], effect: str) -> str:
    """The words that give silence this effect, as they stand in the text; '' where none are found."""
    return next((words for found, words in _on_silence(texts) if found == effect), "")


def _on_silence(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        sentences = [*SENTENCE.finditer(text)]
        for at, sentence in enumerate(sentences):
            said = f"{sentence[0]} {plainly(in_english(sentence[0], text))}"
            if not NO_ANSWER.search(said) or OURS_LATE.search(said):
                continue
            more = said + plainly(in_english(text[sentence.end() : sentence.end() + 160], text))
            for effect, words in SILENCE:
                if words.search(more if effect.startswith("auto") else said):
                    last = at if words.search(said) else min(at + 1, len(sentences) - 1)
                    yield effect, text[sentence.start() : sentences[last].end()].strip()
                    break
