"""Live clocks: acts start the next clock, silence does what the contract says, later dates and pauses hold."""

from datetime import date

import pytest

from grievances.deadlines.anchors import Event
from grievances.deadlines.limits import Limit
from grievances.deadlines.live import Agreed, CaseDates, events_of_record, live_clocks
from grievances.deadlines.pauses import Pause
from grievances.deadlines.procedure import Actor, Procedure, Step, simulate

FIRST = {Event.INCIDENT: date(2026, 6, 1), Event.KNOWLEDGE: date(2026, 6, 1)}


def step(key, actor, deed, anchor, n, after="", **more):
    return Step(key, key, actor, deed, Limit({"anchor_kind": anchor, "n": n, **more}), after=after)


def procedure(silence):
    return Procedure(
        "x",
        (
            step("1", Actor.UNION, "file", "knowledge", 30),
            step("1.meeting", Actor.BOTH, "meeting", "filed", 10, "1"),
            step("1.answer", Actor.MANAGEMENT, "answer", "meeting_else_filed", 15, "1", silence=silence),
            step("2", Actor.UNION, "appeal", "answer_due_or_received_earlier", 15, "1.answer"),
            step("2.answer", Actor.MANAGEMENT, "answer", "filed", 15, "2"),
        ),
    )


def clocks(silence="denied_may_advance", today=date(2026, 6, 2), **known):
    recorded = {key: events_of_record(deed, day) for key, (deed, day) in known.pop("done", {}).items()}
    case = CaseDates(FIRST, recorded, today, **known)
    return {c.step.key: (c.due.isoformat(), c.after_silence) for c in live_clocks(procedure(silence), case)}


FILED = {"1": ("file", date(2026, 6, 5))}


def test_only_the_filing_clock_runs_before_filing():
    assert clocks() == {"1": ("2026-07-01", False)}


def test_filing_starts_their_clocks():
    assert clocks(done=FILED) == {"1.meeting": ("2026-06-15", False), "1.answer": ("2026-06-20", False)}


def test_a_meeting_moves_the_answer_that_counts_from_it():
    done = FILED | {"1.meeting": ("meeting", date(2026, 6, 12))}
    assert clocks(done=done) == {"1.answer": ("2026-06-27", False)}


@pytest.mark.parametrize(
    "silence", ["denied_may_advance", "must_advance_or_withdrawn", "auto_advance_but_must_file", "no_effect"]
)
def test_silence_starts_our_clock_from_the_missed_date(silence):
    found = clocks(silence, today=date(2026, 6, 21), done=FILED)
    assert found["2"] == ("2026-07-05", True)


def test_automatic_advance_starts_their_next_clock():
    found = clocks("auto_advance", today=date(2026, 6, 21), done=FILED)
    assert "2" not in found and found["2.answer"] == ("2026-07-05", True)


@pytest.mark.parametrize("silence", ["sustained_no_precedent", "granted"])
def test_silence_that_decides_starts_nothing(silence):
    assert set(clocks(silence, today=date(2026, 6, 21), done=FILED)) == {"1.meeting", "1.answer"}


def test_a_late_answer_does_not_move_a_clock_that_counts_from_the_due_date():
    done = FILED | {"1.answer": ("answer", date(2026, 6, 25))}
    assert clocks(today=date(2026, 6, 26), done=done)["2"] == ("2026-07-05", False)


def test_an_agreed_later_date_counts_as_the_due_date():
    found = clocks(today=date(2026, 7, 2), done=FILED, extended={"1.answer": Agreed(date(2026, 7, 1))})
    assert found["1.answer"][0] == "2026-07-01" and found["2"] == ("2026-07-16", True)


def stopped_after_agreeing(first, last, due=date(2026, 7, 1)):
    pause = (Pause(first, last),)
    return clocks(done=FILED, extended={"1.answer": Agreed(due, pause)}, pauses=pause)["1.answer"][0]


def test_an_abeyance_after_an_extension_stops_the_agreed_date_too():
    """Agreed 1 July; stopped 20 to 29 June, ten days: what was left of June 20 to July 1 is counted from June 30 on."""
    assert stopped_after_agreeing(date(2026, 6, 20), date(2026, 6, 29)) == "2026-07-11"
    assert stopped_after_agreeing(date(2026, 7, 1), date(2026, 7, 1)) == "2026-07-02"


def test_the_date_before_an_extension_is_shown_without_what_stopped_later():
    pause = (Pause(date(2026, 6, 10), date(2026, 6, 19)),)
    agreed = Agreed(date(2026, 7, 1), pause)
    filed = {"1": events_of_record("file", date(2026, 6, 5))}
    case = CaseDates(FIRST, filed, date(2026, 6, 5), extended={"1.answer": agreed}, pauses=pause)
    (clock,) = [one for one in live_clocks(procedure("granted"), case) if one.step.key == "1.answer"]
    assert (clock.count.due, clock.agreed) == (date(2026, 6, 20), date(2026, 7, 1)) and clock.due > clock.agreed


def test_an_abeyance_after_the_agreed_date_has_passed_moves_nothing():
    assert stopped_after_agreeing(date(2026, 7, 2), date(2026, 7, 20)) == "2026-07-01"


def test_an_abeyance_known_when_the_date_was_agreed_is_in_it_already():
    pauses = (Pause(date(2026, 6, 10), date(2026, 6, 19)),)
    found = clocks(done=FILED, extended={"1.answer": Agreed(date(2026, 7, 15))}, pauses=pauses)
    assert found["1.answer"][0] == "2026-07-15"


def test_what_is_left_of_an_agreed_date_is_counted_in_the_days_of_its_rule():
    limit = Limit({"anchor_kind": "filed", "n": 10, "unit": "working_days"})
    rule = limit.rule({Event.FILED: date(2026, 6, 1)})
    pause = (Pause(date(2026, 6, 29), date(2026, 7, 1)),)
    due, lines = Agreed(date(2026, 7, 6), pause).recounted(rule)
    # left: June 29, 30, July 1, 2, 6 (July 3 in lieu of the 4th); counted: July 2, 6, 7, 8, 9
    assert due == date(2026, 7, 9) and [line.n for line in lines if line.code == "counted"] == [1, 2, 3, 4, 5]
    assert (lines[0].code, lines[0].n, lines[0].date) == ("left", 5, date(2026, 6, 28))


def test_a_pause_moves_what_runs():
    pauses = (Pause(date(2026, 6, 10), date(2026, 6, 19)),)
    assert clocks(done=FILED, pauses=pauses)["1.answer"] == ("2026-06-30", False)


def test_a_pinned_rule_stays_when_the_procedure_changes():
    pinned = {"1.answer": Limit({"anchor_kind": "filed", "n": 3})}
    assert clocks(done=FILED, pinned=pinned)["1.answer"] == ("2026-06-08", False)


def test_a_step_without_a_limit_runs_no_clock_and_starts_the_next_when_it_is_recorded():
    steps = (
        step("1", Actor.UNION, "file", "knowledge", 30),
        step("1.answer", Actor.MANAGEMENT, "answer", "no_limit", 0, "1"),
        step("2", Actor.UNION, "appeal", "answered_else_due", 15, "1.answer"),
    )
    filed = {"1": events_of_record("file", date(2026, 6, 5))}
    answered = filed | {"1.answer": events_of_record("answer", date(2026, 9, 1))}
    for recorded, wanted in ((filed, []), (answered, [("2", date(2026, 9, 16))])):
        found = live_clocks(Procedure("x", steps), CaseDates(FIRST, recorded, date(2026, 9, 2)))
        assert [(clock.step.key, clock.due) for clock in found] == wanted
    known = {"1": {Event.FILED: date(2026, 6, 5)}, "1.answer": {Event.ANSWERED: date(2026, 9, 1)}}
    assert [one.due for one in simulate(Procedure("x", steps), FIRST, known=known)][1:] == [date(2026, 9, 16)]
    at_once = simulate(Procedure("x", steps), FIRST)
    assert [(one.timeless, one.assumed) for one in at_once] == [(False, False), (True, True), (False, True)]
    assert at_once[1].due == at_once[0].due and (at_once[2].due - at_once[0].due).days == 15


def test_a_procedure_that_begins_without_a_limit_is_simulated_from_its_first_day():
    steps = (
        step("1", Actor.UNION, "file", "no_limit", 0),
        step("1.answer", Actor.MANAGEMENT, "answer", "no_limit", 0, "1"),
        step("2", Actor.UNION, "notice", "issuance_else_answer_due", 28, "1.answer"),
    )
    made = simulate(Procedure("x", steps), FIRST | {Event.EVENT: date(2030, 1, 1)})
    assert made[0].due == made[1].due == min(FIRST.values())
    assert (made[2].due - made[0].due).days == 28
