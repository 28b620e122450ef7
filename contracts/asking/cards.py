"""The answer card: what to say, what to write down and the next clock, worked out from the quoted words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contracts import queries
from contracts.addresses import quoted, source_of
from contracts.annotating.rules import TimeLimit, time_limits
from contracts.annotating.sentences import Sentence, sentences
from contracts.annotating.topics import topics_of
from contracts.asking.answers import ShownClaim, cite, marked_url, place_now
from contracts.asking.finding import find
from contracts.models import Clause, ClauseNote, NoteKind, Question
from unionops.platform.access.models import User
from unionops.platform.core import lazy_re as re

FILED = re.compile(
    r"\b(?:grievances?|quejas?|agravios?|griefs?)\b.*\b(?:fil(?:e|ed|ing)|submit\w*|present\w*|initiat\w*|"
    r"presenta\w*|somet\w*|dépos\w*)|\b(?:fil(?:e|ed)|submit\w*|present\w*|initiat\w*)\b.*\bgrievances?\b",
    re.I | re.S,
)
ANSWERS = re.compile(
    r"^\W*(?:step \w+\W+)?(?:(?:the|a|an|its|any|written)\s+)*(?:response|answer|reply|decision)s?\b", re.I
)
OWN, GROUP, UNION, EMPLOYER, LATER = "own", "group", "union", "employer", "later"
MANAGEMENT = r"(?:agency|employer|management|district|company|university)"
BARGAINER = r"(?:union|policy|institutional|association)"
OF = r"\bgrievances?\s+(?:(?:filed|initiated|brought)\s+)?(?:of|by|from)\s+(?:the\s+)?"
SAID = (
    (LATER, re.compile(r"\barbitra|\bappeal|\bapela|\bappel\b", re.I)),
    (EMPLOYER, re.compile(rf"\b{MANAGEMENT}(?:['’]s)?[-\s]+grievances?\b|{OF}{MANAGEMENT}\b", re.I)),
    (GROUP, re.compile(r"\b(?:group|class)(?:\s+action)?[-\s]+grievances?\b|\bgrievances? of (?:a|the) group", re.I)),
    (UNION, re.compile(rf"\b{BARGAINER}(?:['’]s)?[-\s]+grievances?\b|{OF}{BARGAINER}\b", re.I)),
    (
        LATER,
        re.compile(
            r"\b(?:step|level)\s*(?:[2-9]|two|three|four|i{2,3}|iv)\b|"
            r"\b(?:second|third|next|final|higher) (?:step|level)\b|\bpaso (?:[2-9]|dos|tres)\b|"
            r"\bif\b[^.;]*\b(?:unresolved|not (?:been )?(?:satisf|resolv|settl|adjust)\w*|denied)",
            re.I,
        ),
    ),
)
KINDS: dict[str, Any] = {
    OWN: gettext_lazy("To file an employee’s grievance"),
    GROUP: gettext_lazy("To file a group’s grievance"),
    UNION: gettext_lazy("To file a grievance of the union"),
    EMPLOYER: gettext_lazy("To file a grievance of the employer"),
    LATER: gettext_lazy("For a later step or arbitration: the clause gives no other limit here"),
}
LOOK_FOR_FILING = {
    "en": "grievance filed within days",
    "es": "queja presentada dentro de días",
    "fr": "grief déposé dans jours",
}
ALWAYS: tuple[Any, ...] = (
    gettext_lazy("the day, the hour and the place"),
    gettext_lazy("who said or did what, in their words"),
    gettext_lazy("who was there and saw it"),
    gettext_lazy("what was asked for, and the answer"),
)
BY_TOPIC: dict[str, Any] = {
    "overtime": gettext_lazy("who was asked, who was passed over, and the list or roster of that day"),
    "hours": gettext_lazy("the schedule before and after, and when and how the change was told"),
    "discipline": gettext_lazy("whether a representative was asked for, and what was answered"),
    "representation": gettext_lazy("whether a representative was asked for, and what was answered"),
    "sick_leave": gettext_lazy("when leave was asked for, on which form, and the reason given for refusing it"),
    "vacation": gettext_lazy("when leave was asked for, on which form, and the reason given for refusing it"),
    "other_leave": gettext_lazy("when leave was asked for, on which form, and the reason given for refusing it"),
    "wages": gettext_lazy("the pay period, the pay slip and the amount that is missing"),
    "premium_pay": gettext_lazy("the pay period, the pay slip and the amount that is missing"),
    "safety": gettext_lazy("what is unsafe, since when, who was told, and a picture of it"),
    "promotion": gettext_lazy("the posting, its dates, and who was chosen"),
    "telework": gettext_lazy("the telework agreement, and when and how it was changed"),
    "transfer": gettext_lazy("the order in writing, and whether anybody was asked to volunteer"),
}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time limit in its own words, with where it stands, and for what it is when that was looked up."""

    words: str
    sentence: str
    cite: str
    url: str
    source: str
    whose: str = ""

    @property
    def citation(self) -> str:
        return quoted(self.sentence, self.source)


@dataclass(frozen=True, slots=True)
class Card:
    """Nothing in it is generated; `readings` are notes people confirmed on the quoted clauses."""

    say: list[str]
    write_down: list[str]
    clocks: list[Clock]
    readings: list[ClauseNote]


def card(user: User, question: Question, claims: Sequence[ShownClaim]) -> Card:
    found = queries.clauses_by_ids(user, question.clauses)
    quoted = queries.clauses_by_ids(user, [claim["clause_id"] for claim in question.claims])
    clauses = list({**found, **quoted}.values())
    clocks = list(_clocks(user, question, quoted))
    return Card(
        say=[_say(claim, question) for claim in claims if not claim.superseded][:2],
        write_down=_write_down(list(quoted.values()), bool(clocks)),
        clocks=clocks,
        readings=list(queries.notes(user, clauses).filter(kind=NoteKind.READING)),
    )


def _say(claim: ShownClaim, question: Question) -> str:
    words = {"version": str(question.version), "cite": claim.cite, "quote": claim.quote}
    return _("%(version)s says in %(cite)s: “%(quote)s” I ask you to follow it.") % words


def _write_down(clauses: Iterable[Clause], has_clock: bool) -> list[str]:
    topics = dict.fromkeys(name for c in clauses for name in topics_of(c.title, c.parent.title if c.parent else ""))
    special = dict.fromkeys(str(BY_TOPIC[name]) for name in topics if name in BY_TOPIC)
    start = [_("the day it happened and the day you learned of it: the clock starts there")] if has_clock else []
    return [*start, *map(str, ALWAYS), *special]


def _clocks(user: User, question: Question, quoted: dict[str, Clause]) -> Iterator[Clock]:
    """Limits in the quoted sentences, then the one for filing a grievance under the same agreement."""
    seen = set()
    for claim in question.claims:
        clause = quoted.get(claim["clause_id"])
        span = place_now(clause, claim) if clause else None
        if clause is None or span is None:
            continue
        for limit in time_limits(claim["quote"]):
            clock = _clock(clause, claim["quote"], span.start, limit)
            if clock.url not in seen:
                seen.add(clock.url)
                yield clock
    yield from (clock for clock in _filing(user, question) if clock.url not in seen)


def _clock(clause: Clause, sentence: str, start: int, limit: TimeLimit) -> Clock:
    url = marked_url(clause, start + limit.start, start + limit.end)
    words = sentence[limit.start : limit.end].strip()
    return Clock(words, sentence, cite(clause, sentence), url, source_of(clause))


def _filing(user: User, question: Question) -> Iterator[Clock]:
    """The limit for an employee's grievance first, then those for other kinds, each said for which; one per kind.

    Where several units share a text, limits in the part of the quoted clauses come first.
    """
    if question.version is None:
        return
    words = LOOK_FOR_FILING.get(question.version.language, LOOK_FOR_FILING["en"])
    found = find(user, words, versions=[question.version], limit=5)
    near = _divisions(queries.clauses_by_ids(user, [claim["clause_id"] for claim in question.claims]).values())
    limits = [limit for one in found for limit in _filing_limits(queries.family(user, one.clause), question)]
    ranked = sorted(limits, key=lambda pair: (list(KINDS).index(_kind(pair[1].text)), _division(pair[0]) not in near))
    shown: set[str] = set()
    for part, line in ranked:
        kind = _kind(line.text)
        if kind not in shown and not (kind == LATER and shown):
            shown.add(kind)
            clock = _clock(part, line.text, line.start, time_limits(line.text)[0])
            yield replace(clock, whose=str(KINDS[kind]))


def _kind(sentence: str) -> str:
    """Whose grievance, or which step, a sentence with a limit is about."""
    return next((kind for kind, words in SAID if words.search(sentence)), OWN)


def _divisions(clauses: Iterable[Clause]) -> set[str]:
    return {_division(clause) for clause in clauses}


def _division(clause: Clause) -> str:
    """The part of a shared text, such as that of one unit or of the bylaws: 'u2' of 'u2/art:8/sec:5'."""
    return clause.path.split("/")[0]


def _filing_limits(parts: Iterable[Clause], question: Question) -> Iterator[tuple[Clause, Sentence]]:
    for part in parts:
        if question.version:
            part.version = question.version
        for line in sentences(part.now, part.now_start):
            if FILED.search(line.text) and not ANSWERS.search(line.text) and time_limits(line.text):
                yield part, line
