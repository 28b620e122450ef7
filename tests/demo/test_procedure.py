"""The procedure of the invented agreement, counted through the engine of the case work."""

import datetime

from grievances.deadlines.anchors import Event
from grievances.deadlines.limits import Limit
from grievances.deadlines.live import CaseDates, live_clocks
from grievances.deadlines.procedure import Actor, Procedure, Step
from unionops.demo.loading import procedure

DAY = datetime.date


def pure() -> Procedure:
    terms = procedure.TERMS_2024
    sections = (6, 7, 8, "9(A)", "9(B)", "9(C)")
    clauses = {f"{terms.article}.{n}": None for n in sections} | {f"{terms.article + 1}.1": None}
    plans = [
        *procedure._common(terms, clauses),
        *procedure._discipline(terms, clauses),
        *procedure._union(terms, clauses),
        *procedure._agency(terms, clauses),
    ]
    return Procedure(
        "demo",
        tuple(
            Step(p.key, p.title, Actor(p.actor), p.deed, Limit(p.written), p.after, p.entry_for, p.applies_to)
            for p in plans
        ),
    )


def test_filing_takes_twenty_working_days_and_at_most_120_days() -> None:
    known_late = CaseDates({Event.INCIDENT: DAY(2026, 5, 1), Event.KNOWLEDGE: DAY(2026, 8, 25)}, {}, DAY(2026, 8, 26))
    at_once = CaseDates({Event.INCIDENT: DAY(2026, 11, 2), Event.KNOWLEDGE: DAY(2026, 11, 2)}, {}, DAY(2026, 11, 3))
    assert live_clocks(pure(), known_late)[0].due == DAY(2026, 8, 31)
    assert live_clocks(pure(), at_once)[0].due == DAY(2026, 12, 2)


def test_silence_at_step_1_starts_our_clock_on_the_day_the_answer_was_due() -> None:
    case = CaseDates(
        {Event.INCIDENT: DAY(2026, 10, 5), Event.KNOWLEDGE: DAY(2026, 10, 5)},
        {"step1.file": {Event.FILED: DAY(2026, 10, 20)}},
        DAY(2026, 11, 10),
    )
    ours = [clock for clock in live_clocks(pure(), case) if clock.step.ours]
    assert [(clock.step.key, clock.due) for clock in ours] == [("step2.appeal", DAY(2026, 11, 25))]


def test_arbitration_counts_from_the_step_3_answer_not_from_an_earlier_one() -> None:
    case = CaseDates(
        {Event.INCIDENT: DAY(2026, 8, 26), Event.KNOWLEDGE: DAY(2026, 8, 26)},
        {
            "step1.file": {Event.FILED: DAY(2026, 9, 3)},
            "step1.answer": {Event.ANSWERED: DAY(2026, 9, 16)},
            "step2.appeal": {Event.FILED: DAY(2026, 9, 25)},
            "step2.answer": {Event.ANSWERED: DAY(2026, 10, 14)},
            "step3.appeal": {Event.FILED: DAY(2026, 10, 22)},
        },
        DAY(2026, 11, 23),
    )
    last = live_clocks(pure(), case)[-1]
    assert (last.step.key, last.anchor.day, last.due) == ("arbitration", DAY(2026, 11, 20), DAY(2027, 1, 4))
