"""What is not put on paper: a first step that is a talk, which chooses no forum; the time both sides have to settle.
Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from grievances.proposing.governing import ANSWER_NOUN, governing
from grievances.proposing.phrases import SPAN
from grievances.proposing.sentences import number_of
from grievances.proposing.spanish import in_english
from grievances.proposing.tenses import plainly
from unionops.platform.core import lazy_re as re

if TYPE_CHECKING:
    from grievances.proposing.proposal import Proposal

BY_MOUTH = re.compile(
    r"\b(?:oral(?:ly)?|verbal(?:ly)?|informal(?:ly)?|by word of mouth|discuss\w*|discussion|talks?|confers?|meets?)\b",
    re.I,
)
FILED = re.compile(r"\bfil(?:e|ed|es|ing)\b", re.I)
ON_PAPER = re.compile(
    r"\b(?:in writing|written|on (?:a|the) (?:\w+ )?form|signed)\b(?! (?:answer|decision|response|reply|disposition))",
    re.I,
)


def is_talk(sentence: str, *, begins_with_talk: bool = False) -> bool:
    """Whether this step is done by word of mouth; `begins_with_talk`: a talk is how the article begins a grievance."""
    said = plainly(in_english(sentence))
    if ON_PAPER.search(said):
        return False
    return begins_with_talk or bool(BY_MOUTH.search(said) and not FILED.search(said))


REDUCED = re.compile(r"\b(?:reduced?|put|set(?: forth)?|stated?|committed) (?:to|in|into) writing\b", re.I)


def first_talk(step: Proposal, begins_with_talk: bool, made: Sequence[Proposal]) -> Proposal:
    """The proposed first step as a talk, where it is one: by its words, or because a later step puts it in writing."""
    unlimited = step.anchor_kind == "no_limit"
    if (step.key, step.deed) != ("1", "file") or (unlimited and not begins_with_talk):
        return step
    later = any(REDUCED.search(one.quote) for one in made if one.deed == "appeal")
    spoken = later and not FILED.search(plainly(in_english(step.quote)))
    talk = is_talk(step.quote, begins_with_talk=begins_with_talk or spoken)
    return replace(step, deed="talk", title="Step 1: talk") if talk else step


OF_ANSWER = re.compile(rf"\b{ANSWER_NOUN}\b", re.I)
SETTLED = re.compile(r"\b(?:settle|resol|adjust|agree)", re.I)


def time_to_settle(step: Proposal) -> Proposal:
    """'If it is not settled within seven days': the time belongs to both sides, and the other owes no answer in it."""
    if step.deed != "answer" or step.anchor_kind == "no_limit":
        return step
    said = plainly(in_english(step.quote))
    here = next((span for span in SPAN.finditer(said) if number_of(span) == step.n), None)
    part = governing(said[: here.start()]) if here else None
    if part is None or not part.condition or not SETTLED.search(part.text) or OF_ANSWER.search(part.text):
        return step
    level = step.title.partition(":")[0]
    return replace(step, deed="settle", actor="both", title=f"{level}: settle")
