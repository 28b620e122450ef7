"""Answers a question from given passages: claims, each with a quotation found word for word, or nothing at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from django.db import models
from django.utils.translation import gettext as _
from pydantic import BaseModel, Field

from unionops.platform.access.models import User
from unionops.platform.ai import asking, facts, hygiene, quotes, sense
from unionops.platform.ai.doors import Door
from unionops.platform.ai.models import Run
from unionops.platform.ai.prompts import Passage, PromptText
from unionops.platform.core import lazy_re as re
from unionops.platform.core.numerals import ENGLISH
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Phase
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.search.terms import language_spoken, tale_terms, terms
from unionops.platform.search.vocabulary import may_mean, said_otherwise

ANSWERED, NOT_COVERED, FAILED, MODEL_OFF = "answered", "not_covered", "failed", "model_off"
OFF_CODES = frozenset(
    [
        "not_running",
        "no_host",
        "no_model",
        "model_missing",
        "old_version",
        "cloud",
        "remote_model",
        "digest",
        "host",
        "exam",
    ]
)
ASIDE = "aside"  # the model's wording spoke of something else, or gave orders
SHORTEST = 6  # letters and digits of a quotation that can carry a claim, in two words or more
SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+(?=[A-Z(“\"])|\n{2,}")

# What says how far a point goes, and on what condition.
WIDE = re.compile(
    r"\b(?:all|any|anyone|every|everyone|each|always|whole|whenever|tod[oa]s?|siempre|tou(?:te)?s?|toujours)\b", re.I
)
ON_CONDITION = re.compile(r"\b(?:if|unless|except|provided|only|until|salvo|excepto|si|sauf)\b", re.I)
SAYING = (
    "must",
    "shall",
    "cannot",
    "both",
    "most",
    "least",
    "once",
)  # how strongly a point speaks is weighed by itself
AKIN = 5  # letters that 'grievance' and 'grievant' begin with
CONDITIONAL = re.compile(r"\b(?:when|where|once|after|with|who|whose|that|upon|cuando|con|lorsque|avec)\b", re.I)
SENTENCE_NUMBER = re.compile(r"\[\d{1,3}\]\s*")  # our own numbering, when the model copied it along


class CitedClaim(BaseModel):
    """The proof stands before the claim, so that the model reads before it speaks: a sentence's number, or words."""

    source: str = Field(max_length=40)
    sentence: int = Field(default=0, ge=0, le=999)
    quote: str = Field(max_length=700)
    text: str = Field(max_length=500)


class CitedReply(BaseModel):
    claims: list[CitedClaim] = Field(max_length=8)


ASK = PromptText(
    name="cited-answer",
    role="draft",
    system=(
        "You find what an agreement says. You are given numbered sentences of passages and a question. "
        "For each point that answers the question give: the source (the id of one passage), the sentence (the number "
        "in brackets of the sentence that says it), the quote (empty when the whole sentence is meant; else words of "
        "that passage copied exactly, without the numbers in brackets, long enough to carry the point), and the text "
        "(one plain sentence that says only what the quote says, in the language of the question). "
        "Keep every number, date, 'shall', 'may' and 'not' as it is. "
        "When the passages do not answer the question, give an empty list of claims. Never guess."
    ),
    task="The question:\n{question}\n{note}",
    temperature=0.0,
    num_predict=1200,
    untrusted=("question",),
)


@dataclass(frozen=True)
class Claim:
    """A point with its proof. `start`/`end` are code points into the passage's own text; `quote` is that very text.

    `flags` say why the model's own wording gave way to the quotation: figures, references, units or a 'shall' that
    the quoted sentences do not have. Then `text` is the quotation.
    """

    text: str
    passage: str
    ref: str
    quote: str
    start: int
    end: int
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class CitedAnswer:
    """`read` and `left_out` are ids of passages; `dropped` counts claims whose quotation was not found."""

    state: str
    claims: list[Claim] = field(default_factory=list)
    dropped: int = 0
    read: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    run: Run | None = None
    reason: str = ""
    fix: str = ""
    notes: list[str] = field(default_factory=list)


def answer(
    question: str,
    passages: Sequence[Passage],
    *,
    by: User,
    task: JobHandle | None = None,
    about: models.Model | None = None,
    prompt: PromptText = ASK,
    retry: bool = False,
    door: Door | None = None,
) -> CitedAnswer:
    """Never raises for the model's faults: they become `failed` or `model_off` with a reason and what to do.

    With `retry` faults are raised instead, so that a job can try again by its class.
    """
    if not passages:
        return CitedAnswer(NOT_COVERED, reason=_("There is no passage to read."))
    try:
        asked = Asked(question, passages, by, task, about, prompt, door)
        return _ask_and_check(asked)
    except Problem as problem:
        if retry:
            raise
        state = MODEL_OFF if problem.code in OFF_CODES else FAILED
        return CitedAnswer(state, reason=problem.message, fix=problem.hint)


@dataclass(frozen=True)
class Asked:
    """What one question needs on its way."""

    question: str
    passages: Sequence[Passage]
    by: User
    task: JobHandle | None
    about: models.Model | None
    prompt: PromptText
    door: Door | None


def _ask_and_check(asked: Asked) -> CitedAnswer:
    """One question, and a second one when every quotation of the first was wrong."""
    first = _once(asked, "")
    if first.claims or not first.dropped:
        return first
    wrong = "The quotes given before do not stand in the passages. Copy word for word, or give an empty list of claims."
    second = _once(asked, wrong)
    return replace(second, dropped=first.dropped + second.dropped)


def _once(asked: Asked, note: str) -> CitedAnswer:
    result = asking.ask(
        asked.prompt,
        by=asked.by,
        variables={"question": asked.question, "note": note},
        sources=[replace(passage, text=numbered(passage.text)) for passage in asked.passages],
        answer=CitedReply,
        choices={"source": [passage.id for passage in asked.passages]},
        task=asked.task,
        about=asked.about,
        door=asked.door,
    )
    if asked.task:
        asked.task.phase(Phase.VERIFYING)
    reply = result.answer
    assert isinstance(reply, CitedReply)
    claims, dropped = verify(reply, {passage.id: passage for passage in asked.passages if passage.id in result.read})
    state = ANSWERED if claims else NOT_COVERED
    return CitedAnswer(state, claims, dropped, result.read, result.left_out, result.run, notes=result.notes)


def numbered(text: str) -> str:
    """The passage with its sentences numbered, so that the model can point at them."""
    return "\n".join(f"[{number}] {text[a:b]}" for number, (a, b) in enumerate(sentences(text), 1))


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence stands in the passage, without the white space around it."""
    out, at = [], 0
    for end, after in [*[match.span() for match in SENTENCE_END.finditer(text)], (len(text), len(text))]:
        piece = text[at:end]
        if piece.strip():
            start = at + len(piece) - len(piece.lstrip())
            out.append((start, start + len(piece.strip())))
        at = after
    return out


def verify(reply: CitedReply, passages: Mapping[str, Passage]) -> tuple[list[Claim], int]:
    """The claims whose quotation stands in the passage they name, with offsets; and how many were dropped."""
    checked = [check(claim, passages) for claim in reply.claims]
    kept: list[Claim] = []
    for claim in checked:
        if claim and (claim.passage, claim.start, claim.end, claim.text) not in map(_same, kept):
            kept.append(claim)
    return kept, checked.count(None)


def _same(claim: Claim) -> tuple[str, int, int, str]:
    return claim.passage, claim.start, claim.end, claim.text


def check(claim: CitedClaim, passages: Mapping[str, Passage]) -> Claim | None:
    """None when the quotation is not there, too short to prove anything, or the text carries a strange link.

    A text that gives orders, speaks of something else than its quotation, or says what the quoted sentences do not
    carry gives way to the quotation; `flags` say why.
    """
    passage = passages.get(claim.source)
    if passage is None:
        return None
    quote = _pointed_at(claim, passage) or claim.quote
    quote = quote if quotes.verify(quote, passage.text) else SENTENCE_NUMBER.sub("", quote)
    span = quotes.find(quote, passage.text)
    if span is None or not _carries(quote, passage.text):
        return None
    text = hygiene.clean(claim.text).text.strip()
    if not text or set(hygiene.links(text)) - set(hygiene.links(passage.text)):
        return None
    start, end = sense.in_sense(span, passage.text)
    quoted = passage.text[start:end]
    around = " ".join(passage.text[a:b] for a, b in sentences(passage.text) if a < end and b > start)
    if not _is_about(text, quoted):
        flags: tuple[str, ...] = (ASIDE,)
    else:
        flags = tuple(facts.unsupported(text, around, quoted, passage.label))
        flags = flags or (() if _is_told_of(text, quoted, f"{around} {passage.label}") else (ASIDE,))
    return Claim(quoted if flags else text, passage.id, passage.ref, quoted, start, end, flags)


def _is_about(text: str, quote: str) -> bool:
    """Whether a point speaks of what its quotation speaks of; else the quotation stands alone, in its own words.

    Nothing is said of a point in another language than the quotation.
    """
    if hygiene.find_orders(text):
        return False
    language = language_spoken(quote)
    if language_spoken(text, language) != language:
        return True
    return bool(_shared(text, quote, language))


def _is_told_of(text: str, quote: str, around: str) -> bool:
    """Whether a point has no word of its own: what it names, how wide it goes and on what condition stand there.

    'In most unions ...' says nothing of this union's hours, 'every nurse' nothing of one with two years of service.
    Nothing is said of a point in another language.
    """
    language = language_spoken(quote)
    if language_spoken(text, language) != language:
        return True
    tale, shared = tale_terms(language), _shared(text, quote, language)
    own = {term for term in terms(text, language) if not term.isdigit()} - {*may_mean(around, language), *tale}
    wider = set(map(str.lower, WIDE.findall(text))) - set(map(str.lower, WIDE.findall(around)))
    bare = ON_CONDITION.search(quote) and not (ON_CONDITION.search(text) or CONDITIONAL.search(text))
    named = len(shared) > 1 or bool(shared - tale)
    return named and not wider and not bare and all(_may_say(term, around, language) for term in own)


def _may_say(term: str, around: str, language: str) -> bool:
    """Whether it names no matter, or is an everyday word for what stands in the sentences."""
    there = set(terms(around, language))
    ways = (way for one in said_otherwise([term], language) for way in one.ways)
    akin = len(term) > AKIN and any(other.startswith(term[:AKIN]) for other in there)
    return akin or term in _free() or any(there.issuperset(way) for way in ways)


@cache
def _free() -> frozenset[str]:
    return frozenset(term for word in (*ENGLISH, *SAYING) for term in terms(word))


def _shared(text: str, quote: str, language: str) -> set[str]:
    return may_mean(text, language) & set(terms(quote, language))


def _pointed_at(claim: CitedClaim, passage: Passage) -> str:
    """The sentence a claim points at when it quotes nothing: our own text, printed by us."""
    places = sentences(passage.text)
    if claim.quote.strip() or not 0 < claim.sentence <= len(places):
        return ""
    start, end = places[claim.sentence - 1]
    return passage.text[start:end]


def _carries(quote: str, text: str) -> bool:
    bones = quotes.skeleton(quote).keys
    return (len(bones) >= SHORTEST and len(quote.split()) > 1) or bones == quotes.skeleton(text).keys
