"""The steps of a procedure from its limits in reading order: filing, answers, appeals, arbitration. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from grievances.proposing.deeds import OF_APPEAL, OTHER_CASES
from grievances.proposing.kinds import KINDS
from grievances.proposing.phrases import (
    AFTER_MEETING,
    GOES_TO_ARBITRATION,
    LEARNED,
    OF_ANSWER,
    OF_FILING,
    REFILED,
    SENT_TO,
    SENTENCE,
    SPAN,
    STILL_OPEN,
    THE_EVENT,
    THE_REPORT,
    THEREAFTER,
    THEY_MEET,
    WAS_FILED,
)
from grievances.proposing.proposal import BESIDE_ARBITRATION, NO_LIMIT, OWN_KEY, TITLES, Proposal, actor_of
from grievances.proposing.sentences import Seen
from grievances.proposing.untold import was_a_step
from unionops.platform.core import lazy_re as re

OUR_SIDE = re.compile(
    r"\b(?:employees?|grievants?|grievors?|members?|nurses?|teachers?|officers?|operators?|stewards?|workers?|carriers?|"
    r"(?:aggrieved )?persons?)\b",
    re.I,
)


@dataclass
class Ladder:
    """The steps so far: the level reached last, and the answer to it. `aside`: a filing of its own kind (a union
    grievance) that still waits for its answer. `talk`: the first step is a talk, recorded as the filing. `general`:
    the article has a filing for every kind of case as well. `headless`: it climbs before it tells of any filing.
    `sent_on`: the sentence with the answer sends it up at once, without a time.
    """

    texts: Sequence[str] = ()
    made: list[Proposal] = field(default_factory=list)
    level: int = 0
    last_level: str = ""
    last_answer: str = ""
    answer_before: str = ""
    first_heading: int = 0
    aside: str = ""
    general: bool = False
    listed: bool = False
    weak: bool = False
    talk: bool = False
    headless: bool = False
    sent_on: bool = False
    held: list[Seen] = field(default_factory=list)

    def take(self, seen: Seen) -> None:
        """A talk that comes first of all is how this agreement begins a grievance; so is an appeal of discipline.

        A talk that the employer owes is no beginning: what came before it was filed without a limit, or with one that
        stands further down.
        """
        if seen.lost and self._told(seen) and not (seen.deed == "file" and self._tells_the_first(seen)):
            return
        if self._of_all_others(seen):
            return
        self._begun_before(seen)
        if self._begins(seen):
            self.talk = seen.deed == "meeting"
            self.weak = self.talk and not _from_the_event(seen)
            seen = replace(seen, deed="file")
        elif seen.deed == "file" and self._tells_the_first(seen):
            self._limit(seen)
            return
        elif seen.deed == "file" and self._goes_up(seen):
            seen = replace(seen, deed="appeal")
        elif seen.deed == "file" and seen.heading == 1 and not (seen.kind or seen.outer or self.first_heading):
            if self.talk and not self.weak:
                seen = replace(seen, deed="appeal")
            else:
                self._start_again()
        self._place(seen)

    def _of_all_others(self, seen: Seen) -> bool:
        """'Thirty days where it is about pay; all others within fifteen': the rule takes the place of the exception,
        which stays in the quotation for whoever confirms it.
        """
        last = self.made[-1] if self.made and OTHER_CASES.match(seen.said) else None
        if last is None or last.entry_for or (last.deed, last.clause) != (seen.deed, seen.clause):
            return False
        both = f"{last.quote} {seen.quote}"
        together = both in " ".join(self.texts[seen.clause].split())
        self.made[-1] = replace(last, quote=both if together else seen.quote, written=seen.written())
        return True

    def _begun_before(self, seen: Seen) -> None:
        """Steps that this one follows and the text sets no time for."""
        if seen.deed == "meeting" and not self.last_level and self._owed_by_them(seen):
            self.begin(seen)
        if seen.deed == "file" and not (self.made or _from_the_event(seen)):
            self.talk = bool(AFTER_MEETING.search(seen.rest))
            if self.talk or (seen.heading > 1 and STILL_OPEN.search(seen.said)):
                self.begin(seen)
        if (
            seen.deed == "answer"
            and seen.kind in ("union", "management")
            and not (self.last_level or self.has(seen.kind))
        ):
            filing = replace(seen, deed="file")
            self._add(filing, seen.kind, "", entry_for=(seen.kind,), written=dict(NO_LIMIT))
            self.aside = seen.kind
        self.headless |= not self.made and self._presupposes(seen)

    def _presupposes(self, seen: Seen) -> bool:
        """It goes on from a step the text does not tell of."""
        if OF_ANSWER.match(seen.rest) and seen.deed in ("appeal", "notice"):
            return True
        return seen.waited or (seen.deed == "appeal" and not seen.lost and not self._begins(seen))

    def _told(self, seen: Seen) -> bool:
        """'Any grievance not appealed within ten days is waived' says again what was said, unless an answer stands."""
        ours = [step for step in self.made if step.deed in ("file", "appeal", "notice")]
        return bool(ours) and (seen.deed == "file" or (not self.last_answer and ours[-1].n == seen.n))

    def _place(self, seen: Seen) -> None:
        if seen.deed == "file":
            self._file(seen)
        elif self.last_level or self.aside:
            self._follow(seen)
        elif seen.deed == "answer" and seen.of_step:
            self.held.append(seen)

    def begin(self, seen: Seen) -> None:
        self._add(replace(seen, deed="file"), "1", "", written=dict(NO_LIMIT))
        self.level, self.last_level = 1, "1"

    def _start_again(self) -> None:
        """Under the name of the first step stands the real filing: one told before was about something else."""
        apart = {step.key for step in self.made if step.entry_for}
        self.made = [step for step in self.made if step.key in apart or step.after in apart]
        self.level, self.last_level, self.last_answer = 0, "", ""

    def _begins(self, seen: Seen) -> bool:
        if seen.deed == "appeal" and (seen.kind or (not self.has("1") and _from_the_event(seen))):
            return not OF_ANSWER.match(seen.rest) and (not self.has("1") or bool(THE_EVENT.search(seen.rest)))
        return seen.deed == "meeting" and not (self.has("1") or OF_FILING.match(seen.rest)) and self._of_nothing(seen)

    def _of_nothing(self, seen: Seen) -> bool:
        """The talk about a grievance told before, of the union or the employer, begins nothing."""
        return not self.made or _from_the_event(seen)

    def _owed_by_them(self, seen: Seen) -> bool:
        if THEREAFTER.match(seen.rest) or THEY_MEET.search(seen.said):
            return True
        return not (_from_the_event(seen) or (seen.heading < 2 and OUR_SIDE.search(seen.said)))

    def _tells_the_first(self, seen: Seen) -> bool:
        unlimited = self.weak or any(step.key == "1" and step.anchor_kind == "no_limit" for step in self.made)
        return unlimited and _from_the_event(seen) and not (seen.kind or seen.outer)

    def _limit(self, seen: Seen) -> None:
        """The article tells the time for filing after the steps, or after a talk that told no start."""
        self.weak = False
        self.made = [
            replace(step, clause=seen.clause, quote=seen.quote, written=seen.written()) if step.key == "1" else step
            for step in self.made
        ]

    def has(self, key: str) -> bool:
        return any(step.key == key for step in self.made)

    def _goes_up(self, seen: Seen) -> bool:
        """Filed again: under the name of a later step, after the talk, or after an answer and not after the event."""
        if REFILED.search(seen.said) and self.last_level:
            return True
        if seen.kind or seen.outer or not self.last_level:
            return False
        later = seen.heading > max(self.first_heading, 1) or bool(AFTER_MEETING.search(seen.rest))
        later = later or bool(STILL_OPEN.search(seen.said) or THE_REPORT.match(seen.rest))
        return later or bool(self.last_answer and not THE_EVENT.search(seen.rest) and not LEARNED.search(seen.rest))

    def _file(self, seen: Seen) -> None:
        filings = [step for step in self.made if step.deed == "file"]
        if seen.outer and filings:
            self._cap(filings[-1], seen)
        elif seen.kind or not filings:
            own = filings or seen.kind != "discipline" or self.general
            key = seen.kind if seen.kind and own else "1"
            if not self.has(key):
                self._add(seen, key, "", entry_for=(seen.kind,) if seen.kind and key != "1" else ())
                if (not self.last_level and key != "management") or key == "1":
                    self.level, self.last_level = max(self.level, 1), key
                    self.first_heading = seen.heading
                    self._told_before()
                else:
                    self.aside = key
        elif not self.has("1"):
            self._add(seen, "1", "")
            self.level, self.last_level, self.first_heading = 1, "1", seen.heading

    def _owed(self, seen: Seen) -> None:
        """A meeting or an answer at the level reached; an arbitrator's hearing and award are neither."""
        if self.last_level == "arbitration":
            return
        if self._sent_up(seen):
            self._climb(_to_be_sent_up(seen), str(self.level + 1), unlimited=True)
        key = f"{self.last_level}-{seen.deed}"
        if not self.has(key) and not (seen.deed == "answer" and self.last_answer):
            self._add(seen, key, self.last_level)
            self.last_answer = key if seen.deed == "answer" else self.last_answer
            self.sent_on = seen.sends_on

    def _sent_up(self, seen: Seen) -> bool:
        """'If they fail, it is referred to the board, which shall meet within ten days': a step without a time."""
        if self.last_answer and (
            self.sent_on or OF_APPEAL.match(seen.rest) or (seen.heading > self.level and not seen.waited)
        ):
            return True
        still_open = bool(self.last_answer or STILL_OPEN.search(seen.before))
        return still_open and bool(SENT_TO.search(seen.before)) and not SPAN.search(seen.before)

    def _told_before(self) -> None:
        """The answers of this step, where the article told those of all steps before the filings."""
        for seen in [one for one in self.held if one.of_step == self.level]:
            self._follow(seen)

    def _cap(self, step: Proposal, seen: Seen, anchor: str = "incident") -> None:
        cap = {"anchor_kind": anchor, "n": seen.n, "unit": seen.unit}
        at = self.made.index(step)
        self.made[at] = replace(step, written=step.written | {"cap": cap})

    def _capped_on_the_way(self, seen: Seen) -> bool:
        """'Within thirty days of the answer, but not more than ninety after the filing': the furthest day of a step."""
        key = OWN_KEY.get(seen.deed) or self.last_level
        step = next((step for step in self.made if step.key == key), None) if seen.outer else None
        if step is None or seen.clause != step.clause or seen.deed not in ("appeal", "notice"):
            return False
        self._cap(step, seen, "first_filed" if WAS_FILED.match(seen.rest) else seen.anchor_kind)
        return True

    def _answers_the_other(self, seen: Seen) -> bool:
        told_last = bool(self.made) and self.made[-1].key == self.aside
        return bool(self.aside) and (
            bool(self.last_answer) or not self.last_level or seen.kind == self.aside or told_last
        )

    def _follow(self, seen: Seen) -> None:
        if seen.deed == "answer" and self._answers_the_other(seen):
            self._add(seen, f"{self.aside}-answer", self.aside)
            self.aside = ""
            return
        if not self.last_level or self._capped_on_the_way(seen):
            return
        self._untold_before(seen)
        if seen.deed in ("answer", "meeting"):
            self._owed(seen)
            return
        # Told by the step before it, and again under its own name.
        again = 1 < seen.heading <= self.level and not self.last_answer
        if seen.deed == "appeal" and (again or self.last_level in OWN_KEY.values()):
            return
        self.aside = ""
        counted = OF_ANSWER.match(seen.rest) or THEREAFTER.match(seen.rest)
        if seen.deed in ("list", "select") and counted and self.last_answer:
            seen = replace(seen, deed="notice")
        key = OWN_KEY.get(seen.deed) or str(max(self.level + 1, seen.heading))
        if seen.deed == "select":
            self._split_list()
        self.listed = seen.deed == "list"
        if not self.has(key):
            self._climb(seen, key)

    def _untold_before(self, seen: Seen) -> None:
        """'It is then reviewed by the Director. Within ten days of the Director's answer …': a step without a time."""
        owed = seen.said if seen.deed in ("answer", "meeting") else ""
        level = " ".join(step.quote for step in self.made if step.key.partition("-")[0] == self.last_level)
        if self.last_answer and seen.sent and was_a_step(seen.sent, owed, seen.before, seen.rest, level):
            told = replace(seen, deed="appeal", rest="", clause=seen.sent.clause, quote=seen.sent.quote)
            self._climb(told, str(self.level + 1), unlimited=True)

    def _split_list(self) -> None:
        """One time to ask for a list and another to strike from it are two steps; one alone is the whole choice."""
        if self.listed:
            self.made = [
                replace(step, key="list", title="List of arbitrators") if step.key == "arbitrator" else step
                for step in self.made
            ]

    def _climb(self, seen: Seen, key: str, *, unlimited: bool = False) -> None:
        """A level follows the answer before it; where the article sets no time for that answer, one without a limit."""
        if seen.deed in ("list", "select", "exchange"):
            self._add(seen, key, "list" if seen.deed == "select" and self.has("list") else self.last_level)
            return
        if self.last_level == "mediation" and not self.last_answer and OF_ANSWER.match(seen.rest):
            self.last_answer = self.answer_before
        written = None if unlimited else self._from_the_talk(seen)
        of_level = written is not None or seen.anchor_kind in ("meeting", "filed")
        if not self.last_answer and not seen.backwards and not of_level:
            answer = replace(seen, deed="answer", backwards=False)
            self.last_answer = f"{self.last_level}-answer"
            self._add(answer, self.last_answer, self.last_level, written=dict(NO_LIMIT))
        after = self.last_level if of_level else self.last_answer or self.last_level
        self.level = int(key) if seen.deed == "appeal" else self.level
        self._add(seen, key, after, written=dict(NO_LIMIT) if unlimited else written)
        self.answer_before, self.last_level, self.last_answer, self.sent_on = self.last_answer, key, "", False
        if seen.deed == "appeal":
            self._told_before()

    def _from_the_talk(self, seen: Seen) -> dict[str, Any] | None:
        """What counts from a talk counts from the first step where that is the talk. A meeting no sentence sets a time
        for becomes a step without one: unless it can be recorded, the clock after it would never start.
        """
        if seen.anchor_kind != "meeting" or self.has(f"{self.last_level}-meeting"):
            return None
        if self.talk and self.last_level == "1":
            return seen.written() | {"anchor_kind": "filed"}
        self._add(replace(seen, deed="meeting"), f"{self.last_level}-meeting", self.last_level, written=dict(NO_LIMIT))
        return None

    def end(self, texts: Sequence[str]) -> None:
        """Arbitration the article sets no time for is a step all the same; the choice of the arbitrator follows it, and
        its days never count from the filing of the grievance.
        """
        chosen = [step for step in self.made if step.key in BESIDE_ARBITRATION]
        told = self._told_to_arbitrate(texts) if self.last_answer or chosen else None
        if self.has("arbitration") or told is None:
            return
        self.made = [step for step in self.made if step not in chosen]
        self._add(told, "arbitration", self.last_answer or self.last_level, written=dict(NO_LIMIT))
        self.made += [step if step.after == "list" else replace(step, after="arbitration") for step in chosen]

    def _told_to_arbitrate(self, texts: Sequence[str]) -> Seen | None:
        """The sentence that sends it there, else the one on the choice of the arbitrator."""
        sentences = ((at, one[0]) for at, text in enumerate(texts) for one in SENTENCE.finditer(text))
        sent = next(((at, said.strip()) for at, said in sentences if GOES_TO_ARBITRATION.search(said)), None)
        by_choice = ((step.clause, step.quote) for step in self.made if step.key in BESIDE_ARBITRATION)
        found = sent or next(by_choice, None)
        return found and Seen(clause=found[0], quote=found[1], n=0, unit="calendar_days", deed="notice")

    def _add(
        self,
        seen: Seen,
        key: str,
        after: str,
        *,
        entry_for: tuple[str, ...] = (),
        written: dict[str, Any] | None = None,
    ) -> None:
        named = TITLES[seen.deed]
        aside = key.partition("-")[0]
        level = max(self.level, 1) + (seen.deed == "file" and key not in ("1", *dict(KINDS)))
        title = named if key in OWN_KEY.values() or aside in dict(KINDS) else f"Step {level}: {named.lower()}"
        self.made.append(
            Proposal(
                clause=seen.clause,
                quote=seen.quote,
                written=seen.written() if written is None else written,
                deed="notice" if seen.deed in OWN_KEY else seen.deed,
                actor=actor_of(seen, theirs=aside == "management"),
                title=f"{title} ({aside})" if aside in dict(KINDS) else title,
                key=key,
                after=after,
                entry_for=entry_for,
            )
        )


def _to_be_sent_up(seen: Seen) -> Seen:
    """The step that what is owed presupposes: by the sentence that names it, where one does."""
    clause, quote = seen.opened if seen.opened and seen.heading > 1 else (seen.clause, seen.quote)
    return replace(seen, deed="appeal", rest="", clause=clause, quote=quote)


def _from_the_event(seen: Seen) -> bool:
    return bool(THE_EVENT.search(seen.rest) or LEARNED.search(seen.rest))
