"""Which clocks of a case run today: what is done starts the next clock, and so does an answer that never came."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from grievances.deadlines.anchors import Anchor, Event
from grievances.deadlines.calendars import DAY
from grievances.deadlines.counting import Count, Line, count
from grievances.deadlines.limits import Limit
from grievances.deadlines.pauses import Pause
from grievances.deadlines.procedure import DEEDS, ENDS, LASTING, Procedure, Step, first_filed
from grievances.deadlines.rule import Rule, Unit
from grievances.deadlines.silence import Effect, effect

Dates = dict[Event, date]


@dataclass(frozen=True)
class Agreed:
    """A later date both sides wrote down, and the abeyances that began after they did.

    Such an abeyance stops the agreed date like any other: what was left of it is counted when the clock runs again.
    One that was known when the date was agreed is in that date already.
    """

    due: date
    pauses: tuple[Pause, ...] = ()

    def recounted(self, rule: Rule) -> tuple[date, tuple[Line, ...]]:
        """The date it has become, and the count from the day the clock stopped; without a stop, the date itself."""
        pauses = tuple(pause for pause in self.pauses if pause.start <= self.due)
        if not pauses:
            return self.due, ()
        stopped = min(pause.start for pause in pauses) - DAY
        left = rule.calendar.working_days_between(stopped, self.due) if rule.unit is Unit.WORKING_DAYS else 0
        unit = Unit.WORKING_DAYS if left else Unit.CALENDAR_DAYS
        rest = Rule(
            anchor=stopped,
            n=left or (self.due - stopped).days,
            unit=unit,
            calendar=rule.calendar,
            roll=rule.roll,
            tolling=pauses,
        )
        counted = count(rest)
        return counted.due, (Line(stopped, rest.n, "left"), *counted.lines[1:])


@dataclass(frozen=True)
class Clock:
    """A limit that is running. `late` is theirs and overdue; `after_silence` was started by a missed answer.

    `agreed` is the later date both sides wrote down; `recount` counts on from there when an abeyance stopped it.
    """

    step: Step
    limit: Limit
    rule: Rule
    count: Count
    anchor: Anchor
    due: date
    late: bool = False
    after_silence: bool = False
    effect: Effect | None = None
    agreed: date | None = None
    recount: tuple[Line, ...] = ()


@dataclass(frozen=True)
class CaseDates:
    """All a case knows: its first dates, what was recorded at each step, agreed later dates, pauses, pinned rules, the
    days set for what a step waits for ('before the panel meets'), and the answers that sent it back.
    """

    first: Mapping[Event, date]
    recorded: Mapping[str, Mapping[Event, date]]
    today: date
    case_kind: str = ""
    extended: Mapping[str, Agreed] = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()
    pinned: Mapping[str, Limit] = field(default_factory=dict)
    entry: str = ""
    days_set: Mapping[str, date] = field(default_factory=dict)
    sent_back: frozenset[str] = frozenset()


def handed_on(dates: Dates) -> Dates:
    """What an earlier step still means for later clocks: an answer counts for the step right after it only."""
    return {event: on for event, on in dates.items() if event in LASTING}


@dataclass
class _Tour:
    procedure: Procedure
    case: CaseDates
    clocks: list[Clock] = field(default_factory=list)

    def visit(self, step: Step, inherited: Dates, *, silent: bool = False) -> None:
        clock = self._clock(step, inherited, silent)
        done = self.case.recorded.get(step.key)
        if done is not None:
            kept = handed_on(inherited)
            filed = first_filed(step.deed, kept, done.get(Event.FILED))
            self._follow(step, kept | filed | self._due(step, clock) | dict(done))
        elif self._passed_over(step):
            self._follow(step, handed_on(inherited) | self._due(step, clock))
        elif clock is not None:
            self.clocks.append(clock)
            if clock.late and clock.effect is not None:
                self._silence(step, clock, inherited)

    def _passed_over(self, step: Step) -> bool:
        """We went on before they answered: nobody waits for that answer any more."""
        next_ones = self.procedure.following(step.key, self.case.case_kind)
        return step.ends_alone and any(one.key in self.case.recorded for one in next_ones)

    def _clock(self, step: Step, inherited: Dates, silent: bool) -> Clock | None:
        limit = self.case.pinned.get(step.key, step.limit)
        events = {**self.case.first, **inherited, **self._meetings(step), **self._day_set(step)}
        rule, anchor = limit.rule(events, self.case.pauses), limit.anchor(events)
        agreed = self.case.extended.get(step.key)
        known = tuple(pause for pause in self.case.pauses if agreed is None or pause not in agreed.pauses)
        counted = limit.count(events, known)  # up to an agreed date: what stopped later is counted on from there
        if rule is None or anchor is None or counted is None:
            return None
        due, recount = agreed.recounted(rule) if agreed else (counted.due, ())
        late = step.ends_alone and due < self.case.today
        what = effect(limit.silence) if late else None
        later = agreed.due if agreed else None
        return Clock(step, limit, rule, counted, anchor, due, late, silent, what, later, recount)

    def _meetings(self, step: Step) -> Dates:
        """A meeting held beside this step: 'twenty days from the meeting, else from filing'."""
        beside = [s.key for s in self.procedure.steps if s.after == step.after and s.deed == "meeting" and s != step]
        found = [self.case.recorded[key][Event.MEETING] for key in beside if key in self.case.recorded]
        return {Event.MEETING: max(found)} if found else {}

    def _day_set(self, step: Step) -> Dates:
        return {Event.EVENT: self.case.days_set[step.key]} if step.key in self.case.days_set else {}

    @staticmethod
    def _due(step: Step, clock: Clock | None) -> Dates:
        return {Event.ANSWER_DUE: clock.due} if clock is not None and step.deed in ENDS else {}

    def _follow(self, step: Step, dates: Dates, *, silent: bool = False) -> None:
        sent_back = step.key in self.case.sent_back
        for following in self.procedure.following(step.key, self.case.case_kind, sent_back=sent_back):
            self.visit(following, dates, silent=silent)

    def _silence(self, step: Step, clock: Clock, inherited: Dates) -> None:
        """Nobody answered: the contract says whether our clock runs, the case moves by itself, or we have won."""
        assert clock.effect is not None
        dates = inherited | {Event.ANSWER_DUE: clock.due}
        if step.deed not in ENDS or clock.effect.decided:
            return
        if clock.effect.our_clock:
            self._follow(step, dates, silent=True)
        elif clock.effect.moves:
            for following in self.procedure.following(step.key, self.case.case_kind):
                self._follow(following, dates | {DEEDS[following.deed]: clock.due}, silent=True)


def live_clocks(procedure: Procedure, case: CaseDates) -> list[Clock]:
    """The clocks that run on `case.today`, in the order of the procedure; steps already recorded have none."""
    tour = _Tour(procedure, case)
    tour.visit(procedure.step(case.entry) if case.entry else procedure.entry(case.case_kind), {})
    return tour.clocks


def events_of_record(deed: str, on: date, issued_on: date | None = None) -> Dates:
    """The events a recorded act gives to the clocks after it."""
    if deed in ENDS:
        return {Event.ANSWERED: on, Event.ISSUANCE: issued_on or on, Event.SERVICE: issued_on or on}
    return {DEEDS[deed]: on, Event.RECEIPT: on}
