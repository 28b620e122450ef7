"""Procedures: every step of the fourteen collected contracts can be written down, and one trigger gives all dates."""

import json
from datetime import date

import pytest

from grievances.deadlines.anchors import CHOICES, Event
from grievances.deadlines.limits import Limit
from grievances.deadlines.pauses import Pause
from grievances.deadlines.procedure import Actor, Procedure, Step, never_starts, simulate

ANCHORS = {
    "act, or awareness": "knowledge",
    "event, knew or should have known": "knowledge",
    "known occurrence": "knowledge",
    "first learned / may reasonably be expected to have learned": "knowledge_employee_or_union_earlier",
    "knew / reasonable diligence": "knowledge",
    "violation or awareness": "knowledge",
    "knew or reasonably should have known": "knowledge",
    "occurrence": "incident",
    "event": "incident",
    "effective date of discipline": "effective",
    "step 1 decision": "answered",
    "step 2 decision": "answered",
    "step 3 decision": "answered",
    "decision": "answered",
    "step 1 decision received": "answered",
    "step 1 response received": "answered",
    "step 2 response received": "answered",
    "deadlock decision received": "answered",
    "response date of the preceding step": "answered",
    "receipt": "filed",
    "receipt of appeal": "filed",
    "company receipt of the grievance": "filed",
    "date of the grievance": "filed",
    "presented": "filed",
    "submission": "filed",
    "presentation": "filed",
    "notice": "filed",
    "notice of intent": "filed",
    "request": "filed",
    "report": "filed",
    "issuance of final decision, else day after it was due": "issuance_else_answer_due",
    "meeting, else filing": "meeting_else_filed",
    "step 1 discussion": "meeting",
    "end of step 1 discussion": "meeting",
    "step 3 meeting": "meeting",
    "meeting": "meeting",
    "failure to agree": "meeting",
    "failure to settle": "meeting",
    "end of steps": "meeting",
    "panel meeting date": "event_date",
    "answer received or due": "answered_else_due",
    "answer received or due, first": "answer_due_or_received_earlier",
    "answer due or received, earlier": "answer_due_or_received_earlier",
    "answer due": "answer_due",
    "missed answer date": "answer_due",
    "receipt of letter": "receipt",
    "notice received": "receipt",
}
ACTORS = {"employee": Actor.EMPLOYEE, "management": Actor.MANAGEMENT, "both": Actor.BOTH, "either": Actor.BOTH}
UNITS = {"WD": "working_days", "CD": "calendar_days"}
EVERY_EVENT = dict.fromkeys(Event, date(2026, 6, 1))


def written(step, day_rule):
    rule = {"anchor_kind": ANCHORS[step["trigger"]], "n": step["n"], "unit": UNITS[step["unit"]]}
    rule |= {key: day_rule[key] for key in ("weekend",) if key in day_rule} | {
        k: step[k] for k in ("direction",) if k in step
    }
    rule["roll"] = "next_business_day" if day_rule.get("roll") == "next_business_day" else "none"
    if day_rule.get("cutoff"):
        rule["cutoff_time"] = day_rule["cutoff"].split()[0]
    if day_rule.get("annual_tolling"):
        rule["yearly_pauses"] = ["christmas_to_new_year"]
    if "cap" in step:
        rule["cap"] = written(step["cap"], day_rule)
    return rule


def steps_of(contract):
    for step in contract["steps"]:
        yield step["step"], written(step, contract["day_rule"])
        for special in ("discharge_n", "discipline_n"):
            if special in step:
                yield f"{step['step']}.{special}", written(step | {"n": step[special]}, contract["day_rule"])


def test_every_step_of_the_fourteen_procedures_can_be_written(shared):
    contracts = json.loads((shared / "data/formats/grievance_timelines.json").read_text(encoding="utf-8"))["contracts"]
    made = {(c["id"], key): Limit(rule).count(EVERY_EVENT) for c in contracts for key, rule in steps_of(c)}
    assert len(contracts) == 14 and len(made) >= 62
    assert all(made.values())


@pytest.mark.parametrize("kind", CHOICES)
def test_no_date_means_no_clock(kind):
    assert Limit({"anchor_kind": kind, "n": 5}).count({}) is None


def step(key, actor, deed, anchor, n, **more):
    extra = {k: more.pop(k) for k in list(more) if k in ("after", "entry_for", "applies_to")}
    return Step(key, key, actor, deed, Limit({"anchor_kind": anchor, "n": n, "unit": "calendar_days", **more}), **extra)


STATE = Procedure(
    "State agreement",
    (
        step("1", Actor.EMPLOYEE, "file", "knowledge", 30),
        step("1.answer", Actor.MANAGEMENT, "answer", "filed", 15, after="1", silence="auto_advance_but_must_file"),
        step(
            "2",
            Actor.UNION,
            "appeal",
            "answer_due_or_received_earlier",
            15,
            after="1.answer",
            entry_for=("discipline",),
        ),
        step("2.answer", Actor.MANAGEMENT, "answer", "filed", 15, after="2", applies_to=("",)),
        step("2.answer.discipline", Actor.MANAGEMENT, "answer", "filed", 30, after="2", applies_to=("discipline",)),
        step("arbitration", Actor.UNION, "notice", "answer_due_or_received_earlier", 45, after="2.answer"),
    ),
)


def test_one_trigger_gives_all_dates():
    made = simulate(STATE, {Event.KNOWLEDGE: date(2026, 6, 1)})
    assert [(d.step.key, d.due.isoformat(), d.assumed) for d in made] == [
        ("1", "2026-07-01", False),
        ("1.answer", "2026-07-16", True),
        ("2", "2026-07-31", True),
        ("2.answer", "2026-08-15", True),
        ("arbitration", "2026-09-29", True),
    ]


def test_known_dates_replace_assumed_ones_and_the_earlier_governs():
    known = {"1": {Event.FILED: date(2026, 6, 1)}, "1.answer": {Event.ANSWERED: date(2026, 6, 18)}}
    made = {d.step.key: d for d in simulate(STATE, {Event.KNOWLEDGE: date(2026, 6, 1)}, known=known)}
    assert made["1.answer"].due == date(2026, 6, 16)
    assert (made["2"].due, made["2"].started_by, made["2"].assumed) == (date(2026, 7, 1), Event.ANSWER_DUE, False)


def test_discipline_enters_higher_and_takes_its_own_branch():
    assert STATE.entry("discipline").key == "2"
    assert [s.key for s in STATE.following("2", "discipline")] == ["2.answer.discipline"]


def test_pauses_move_every_clock_of_the_case():
    pause = (Pause(date(2026, 6, 10), date(2026, 6, 19)),)
    first = simulate(STATE, {Event.KNOWLEDGE: date(2026, 6, 1)}, pauses=pause)[0]
    assert first.due == date(2026, 7, 11)
    assert first.target == date(2026, 7, 9)


def test_a_procedure_refuses_steps_out_of_order():
    with pytest.raises(ValueError, match="does not stand before it"):
        Procedure("x", (step("2", Actor.UNION, "appeal", "answered", 5, after="1"),))
    with pytest.raises(ValueError, match="same key"):
        Procedure("x", (step("1", Actor.UNION, "file", "incident", 5), step("1", Actor.UNION, "file", "incident", 5)))


def never(*rows):
    """Keys of the steps whose clock nothing starts, in a procedure of (key, deed, after, anchor kind)."""
    steps = tuple(
        Step(key, key, Actor.UNION, deed, Limit({"anchor_kind": kind, "n": 5}), after)
        for key, deed, after, kind in rows
    )
    return [step.key for step in never_starts(Procedure("read", steps), [Event.INCIDENT])]


def test_a_clock_that_nothing_recorded_would_start_is_found():
    filed = ("1", "file", "", "incident")
    assert never(filed, ("2", "appeal", "1", "meeting")) == ["2"]
    assert never(filed, ("1-meeting", "meeting", "1", "filed"), ("2", "appeal", "1", "meeting")) == []
    assert never(filed, ("1-answer", "answer", "1", "filed"), ("2", "appeal", "1-answer", "answered_else_due")) == []
    assert never(filed, ("panel", "notice", "1", "event_date")) == ["panel"]
    assert never(("1", "file", "", "receipt")) == ["1"]
    assert never(filed, ("1-answer", "answer", "1", "no_limit"), ("2", "appeal", "1-answer", "answer_due")) == ["2"]
