"""Find time limits in the words of a grievance article and propose steps; pure patterns, a person decides.

Nothing here is a rule yet: each proposal carries the sentence it was read from, and counts only when somebody has
confirmed it beside its clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from grievances.proposing.ladder import Ladder
from grievances.proposing.phrases import LONGEST_TITLE, NO_PROCEDURE, OF_PROCEDURE
from grievances.proposing.proposal import Proposal
from grievances.proposing.said_once import said_once, what_silence_does
from grievances.proposing.sentences import Seen, limits_in
from grievances.proposing.spanish import in_english
from grievances.proposing.spoken import first_talk, time_to_settle
from grievances.proposing.tenses import plainly


def propose(texts: Sequence[str]) -> list[Proposal]:
    """Steps in order: each answer follows the filing or appeal before it, each appeal the answer before it."""
    limits, whole = [] if _of_another_matter(texts) else list(limits_in(texts)), "\n".join(texts)
    said = [plainly(in_english(text, whole)) for text in texts]
    ladder = _climbed(limits, texts)
    if (ladder.headless or not ladder.made) and limits and OF_PROCEDURE.search(" ".join(said)):
        ladder = _climbed(limits, texts, begun=True)
    ladder.end(texts)
    once, silence = said_once(said, limits), what_silence_does(texts)
    made = [first_talk(_with(step, once, silence), ladder.talk, ladder.made) for step in ladder.made]
    return [time_to_settle(step) for step in made]


def _of_another_matter(texts: Sequence[str]) -> bool:
    """Its title says that the days in it are of no step of a grievance."""
    title = next(iter(texts), "").strip()
    return len(title) <= LONGEST_TITLE and bool(NO_PROCEDURE.match(title))


def _climbed(limits: Sequence[Seen], texts: Sequence[str], *, begun: bool = False) -> Ladder:
    """The limits in their places. `begun`: the text tells nothing of the filing: a step without limit."""
    general = any(seen.deed in ("file", "meeting") and not seen.kind for seen in limits)
    ladder = Ladder(texts, general=general)
    if begun:
        ladder.begin(limits[0])
    for seen in limits:
        ladder.take(seen)
    return ladder


def _with(step: Proposal, said: dict[str, Any], silence: str) -> Proposal:
    """The limit with what the article says once for all of them."""
    if step.anchor_kind == "no_limit":
        return step
    more = {name: value for name, value in said.items() if name not in ("filed_means", "cutoff_time", "weekend")}
    if step.deed not in ("answer", "meeting"):
        more |= {name: said[name] for name in ("filed_means", "cutoff_time") if name in said}
    if step.unit == "working_days" and "weekend" in said:
        more["weekend"] = said["weekend"]
    if step.deed == "answer" and silence:
        more["silence"] = silence
    return replace(step, written=step.written | more)
