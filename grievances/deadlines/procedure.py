"""A grievance procedure as a graph of steps, and the dates it gives from one trigger on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import chain

from grievances.deadlines.anchors import Event
from grievances.deadlines.counting import Count, count, internal_target
from grievances.deadlines.limits import Limit
from grievances.deadlines.pauses import Pause
from grievances.deadlines.rule import Rule


class Actor(StrEnum):
    UNION = "union"
    EMPLOYEE = "employee"
    MANAGEMENT = "management"
    BOTH = "both"


# What is done when a limit is met, as an event that later limits count from.
DEEDS = {
    "talk": Event.FILED,
    "file": Event.FILED,
    "appeal": Event.FILED,
    "meeting": Event.MEETING,
    "answer": Event.ANSWERED,
    "notice": Event.FILED,
}
# A paper of the side that grieves: the first of them is the filing that 'after the grievance was filed' speaks of.
WRITTEN = frozenset({"file", "appeal", "notice"})
# What ends by itself when its time is over: the other side's answer, and the time both sides have to settle.
ENDS = frozenset({"answer", "settle"})
# In `applies_to`: the step is taken when the answer before it sends the case back to an earlier one.
SENT_BACK = "remanded"
LASTING = frozenset({Event.FILED, Event.FIRST_FILED, Event.MEETING})


def first_filed(deed: str, before: Mapping[Event, date], on: date | None) -> dict[Event, date]:
    """The day of the first paper, once there is one; a talk is none."""
    if Event.FIRST_FILED in before or deed not in WRITTEN or on is None:
        return {}
    return {Event.FIRST_FILED: on}


@dataclass(frozen=True)
class Step:
    """One limit of a procedure. `after` names the step whose dates start this clock; `entry_for` the kinds of case
    that start here.
    """

    key: str
    title: str
    actor: Actor
    deed: str
    limit: Limit
    after: str = ""
    entry_for: tuple[str, ...] = ()
    applies_to: tuple[str, ...] = ()

    def is_for(self, case_kind: str) -> bool:
        kinds = {*self.applies_to} - {SENT_BACK}
        return not kinds or case_kind in kinds

    @property
    def ours(self) -> bool:
        return self.actor is not Actor.MANAGEMENT

    @property
    def ends_alone(self) -> bool:
        """When its time is over the next clock starts, though nobody did anything."""
        return not self.ours or self.deed == "settle"


@dataclass(frozen=True)
class Dated:
    """A step with its date. One the agreement sets no time for stands on the day it could begin."""

    step: Step
    rule: Rule
    count: Count
    started_by: Event
    assumed: bool

    @property
    def due(self) -> date:
        return self.count.due

    @property
    def timeless(self) -> bool:
        return self.step.limit.timeless

    @property
    def target(self) -> date:
        return internal_target(self.rule, self.due) if self.step.ours else self.due


OTHER_SIDE = {Actor.MANAGEMENT: Actor.UNION, Actor.UNION: Actor.MANAGEMENT, Actor.EMPLOYEE: Actor.MANAGEMENT}


@dataclass(frozen=True)
class Procedure:
    name: str
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        keys = [step.key for step in self.steps]
        if len(set(keys)) != len(keys):
            raise ValueError("two steps of a procedure have the same key")
        seen: set[str] = set()
        for step in self.steps:
            if step.after and step.after not in seen:
                raise ValueError(f"step {step.key} follows {step.after}, which does not stand before it")
            seen.add(step.key)

    def step(self, key: str) -> Step:
        return next(step for step in self.steps if step.key == key)

    def entry(self, case_kind: str) -> Step:
        """Where this kind of case starts; the first step unless the contract says otherwise."""
        chosen = (step for step in self.steps if case_kind in step.entry_for)
        roots = sorted((step for step in self.steps if not step.after), key=lambda step: not step.ours)
        return next(chain(chosen, roots))

    def of_management(self) -> "Procedure":
        """The same limits with the sides changed, for what management files: its answers are ours to give. Where the
        agreement has steps of its own for that, they stand as they are.
        """
        if any("management" in step.entry_for for step in self.steps):
            return self
        steps = (replace(step, actor=OTHER_SIDE.get(step.actor, step.actor)) for step in self.steps)
        return Procedure(self.name, tuple(steps))

    def following(self, key: str, case_kind: str = "", *, sent_back: bool = False) -> tuple[Step, ...]:
        """What comes next. An answer that sends the case back leads to the steps written for that; where the agreement
        has none, to what every answer leads to, so that our own clock runs all the same.
        """
        near = [step for step in self.steps if step.after == key and step.is_for(case_kind)]
        back = [step for step in near if SENT_BACK in step.applies_to]
        return tuple(back if sent_back and back else (step for step in near if step not in back))


ANSWERS = frozenset({Event.ANSWERED, Event.ISSUANCE, Event.SERVICE})


def never_starts(procedure: Procedure, known_first: Collection[Event]) -> list[Step]:
    """Steps whose clock no recorded act would ever start: 'after the meeting' where no step is a meeting, 'before the
    panel' where nobody notes the panel's day. `known_first`: what a case may know before its first step.
    """
    left: dict[str, set[Event]] = {}
    found = []
    for step in procedure.steps:
        passed = left.get(step.after, set()) & LASTING
        own = set(ANSWERS) if step.deed in ENDS else {DEEDS[step.deed], Event.RECEIPT}
        own |= {Event.FIRST_FILED} if step.deed in WRITTEN else set()
        beside = {Event.MEETING for s in procedure.steps if s.after == step.after and s.deed == "meeting" and s != step}
        events = dict.fromkeys({*known_first, *left.get(step.after, set()), *beside}, date(2000, 1, 3))
        starts = step.limit.anchor(events) is not None
        left[step.key] = passed | own | ({Event.ANSWER_DUE} if starts and step.deed in ENDS else set())
        if not starts and not step.limit.timeless:
            found.append(step)
    return found


Known = Mapping[str, Mapping[Event, date]]


@dataclass
class _Simulation:
    procedure: Procedure
    first: Mapping[Event, date]
    case_kind: str
    known: Known
    pauses: tuple[Pause, ...]
    dates: dict[str, dict[Event, date]] = field(default_factory=dict)
    made: list[Dated] = field(default_factory=list)

    def visit(self, step: Step, assumed: bool) -> None:
        events = {**self.first, **self.dates.get(step.after, {})}
        rule = step.limit.rule(events, self.pauses)
        counted, anchor = step.limit.count(events, self.pauses), step.limit.anchor(events)
        if rule is None or counted is None or anchor is None:
            self._past(step, assumed)
            return
        self.made.append(Dated(step, rule, counted, anchor.event, assumed))
        known = dict(self.known.get(step.key, {}))
        self.dates[step.key] = self._after(step, counted.due, known)
        for following in self.procedure.following(step.key, self.case_kind):
            self.visit(following, assumed or not known)

    def _past(self, step: Step, assumed: bool) -> None:
        """A step without a limit has no date of its own; the day it is known for starts the next clock. Where none is
        known it is taken to be done at once, so that no later date is shown too late.
        """
        if not step.limit.timeless:
            return
        known = dict(self.known.get(step.key, {}))
        if not known:
            rule = Rule(anchor=self._begins(step), n=0)
            self.made.append(Dated(step, rule, count(rule), Event.EVENT, assumed=True))
            self.dates[step.key] = self._after(step, rule.anchor, {})
        else:
            inherited = self._lasting(step)
            self.dates[step.key] = inherited | first_filed(step.deed, inherited, known.get(Event.FILED)) | known
        for following in self.procedure.following(step.key, self.case_kind):
            self.visit(following, assumed or not known)

    def _begins(self, step: Step) -> date:
        """The day the step before was done or due; for the first step, the day it all began."""
        begun = self.dates.get(step.after)
        return max(begun.values()) if begun else min(day for event, day in self.first.items() if event != Event.EVENT)

    def _after(self, step: Step, due: date, known: dict[Event, date]) -> dict[Event, date]:
        """What the next clock sees: what is known, else that each side takes all its time and an answer never comes."""
        inherited = self._lasting(step)
        if step.deed in ENDS:
            silent = {Event.ANSWER_DUE: due} | ({} if known else {Event.ANSWERED: due, Event.ISSUANCE: due})
            return inherited | silent | known
        own = {DEEDS[step.deed]: due, Event.RECEIPT: due} | known
        return inherited | first_filed(step.deed, inherited, own.get(Event.FILED)) | own

    def _lasting(self, step: Step) -> dict[Event, date]:
        return {event: on for event, on in self.dates.get(step.after, {}).items() if event in LASTING}


def simulate(
    procedure: Procedure,
    first: Mapping[Event, date],
    case_kind: str = "",
    known: Known | None = None,
    pauses: tuple[Pause, ...] = (),
) -> list[Dated]:
    """Every date from one trigger on. Where no real date is known, each side is taken to use its whole time, and the
    date is `assumed`.
    """
    simulation = _Simulation(procedure, first, case_kind, known or {}, pauses)
    simulation.visit(procedure.entry(case_kind), assumed=False)
    return simulation.made
