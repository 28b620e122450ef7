"""Which first steps are talks: nothing is filed in writing there, so no forum is chosen by them. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from grievances.proposing.spanish import in_english
from grievances.proposing.tenses import plainly

if TYPE_CHECKING:
    from grievances.proposing.ladder import Proposal

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


def first_talk(step: Proposal, begins_with_talk: bool) -> Proposal:
    """The proposed first step as a talk, where it is one."""
    if (step.key, step.deed) != ("1", "file") or step.anchor_kind == "no_limit":
        return step
    talk = is_talk(step.quote, begins_with_talk=begins_with_talk)
    return replace(step, deed="talk", title="Step 1: talk") if talk else step
