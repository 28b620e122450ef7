"""Fourteen procedures of real agreements, told in the words such articles use: every limit is proposed from the text.

The figures are those of the agreements; the sentences are ours.
"""

import json

import pytest

from grievances.deadlines.limits import check_limit
from grievances.proposing import propose

WD, CD = "working_days", "calendar_days"
DAYS_ARE_WORKING = "In this article a day means a working day."

TOLD = {
    "ssa_afge": (
        [
            DAYS_ARE_WORKING,
            "An employee shall file a grievance within fifteen (15) days after the act or after the employee became "
            "aware of it. The employee may appeal to Step 2 within five (5) days after receipt of the decision. The "
            "employee may appeal to Step 3 within five days of receipt of the Step 2 decision. The Union may invoke "
            "arbitration within fifteen days of receipt of the Step 3 decision.",
            "A union grievance shall be filed within twenty-five (25) days of the act or of the day the Union became "
            "aware of it.",
        ],
        [("1", 15, WD, "knowledge"), ("2", 5, WD, "answered_else_due"), ("3", 5, WD, "answered_else_due"),
         ("arbitration", 15, WD, "answered_else_due"), ("union", 25, WD, "knowledge")],
    ),
    "usfs_nffe": (
        [
            "A grievance is filed within thirty days of the event. The deciding official shall issue a decision within "
            "30 days. The Union may invoke arbitration within twenty-eight (28) calendar days after the final decision "
            "was issued, or after the day it was due. If no decision is issued and arbitration is not invoked in that "
            "time, the grievance is terminated."
        ],
        [("arbitration", 28, CD, "issuance_else_answer_due")],
    ),
    "natca": (
        [
            "The grievance must be submitted within twenty (20) calendar days of the event, or of the day the employee "
            "knew or should have known of it. The Agency shall answer in writing within 20 calendar days after the "
            "meeting. The Union may advance the grievance within 20 calendar days after the answer is received or due."
        ],
        [("1", 20, CD, "knowledge"), ("1-answer", 20, CD, "meeting_else_filed"),
         ("2", 20, CD, "answer_due_or_received_earlier")],
    ),
    "nrc_nteu": (
        ["Grievances shall be presented within fifteen (15) workdays of the occurrence of the matter."],
        [("1", 15, WD, "incident")],
    ),
    "apwu_usps": (
        [
            "The employee must discuss the grievance with the supervisor; it is raised within fourteen (14) days of "
            "the date on which the employee or the Union first learned of its cause. The supervisor shall render a "
            "decision within five (5) days after that discussion. The Union may appeal the grievance to Step 2 within "
            "ten (10) days after receipt of the decision. The parties shall meet within seven (7) days of receipt of "
            "the appeal."
        ],
        [("1", 14, CD, "knowledge"), ("1-answer", 5, CD, "meeting_else_filed"), ("2", 10, CD, "answered_else_due"),
         ("2-meeting", 7, CD, "filed")],
    ),
    "ups_west": (
        [
            "The employee shall report the grievance within five (5) working days of the known occurrence. If it is not "
            "settled, it is reduced to writing and advanced to the Business Agent within one (1) working day after the "
            "discussion. The parties shall meet within ten (10) working days of receipt of the grievance.",
        ],
        [("1", 5, WD, "knowledge"), ("2", 1, WD, "meeting"), ("2-meeting", 10, WD, "filed")],
    ),
    "ups_freight": (
        [
            "An employee shall report a grievance within five (5) working days of the event. The Union may advance the "
            "grievance to Step 1 within five working days. It shall be submitted to the secretary of the panel at "
            "least thirteen (13) working days prior to the meeting of the panel."
        ],
        [("1", 5, WD, "incident"), ("2", 5, WD, "answered_else_due"), ("panel", 13, WD, "event_date")],
    ),
    "or_seiu503": (
        [
            "Grievances shall be filed within thirty (30) calendar days of the date the grievant or the Union knew of "
            "the violation. The supervisor shall respond within fifteen (15) calendar days of receipt.",
            "The Union may appeal to Step 2 within fifteen (15) calendar days after the response is due or received, "
            "whichever is earlier. The agency head shall respond within 15 calendar days.",
            "The Union may appeal to Step 3 within 15 calendar days after the response is due or received, whichever "
            "occurs first. The State shall meet within thirty days and shall respond within fifteen days after such "
            "meeting. Notice of intent to arbitrate is given within forty-five (45) days after the response is due or "
            "received, whichever is earlier. The Union shall request a list of arbitrators within sixty (60) days of "
            "the notice. A filing counts by its postmark. If a response is not received, the grievance shall "
            "automatically advance to the next step, but the Union must still file it there in time.",
        ],
        [("1", 30, CD, "knowledge"), ("1-answer", 15, CD, "filed"), ("2", 15, CD, "answer_due_or_received_earlier"),
         ("2-answer", 15, CD, "filed"), ("3", 15, CD, "answer_due_or_received_earlier"), ("3-meeting", 30, CD, "filed"),
         ("3-answer", 15, CD, "meeting_else_filed"), ("arbitration", 45, CD, "answer_due_or_received_earlier"),
         ("arbitrator", 60, CD, "filed")],
    ),
    "or_multco88": (
        [
            "A grievance shall be presented within forty-five (45) days of the violation or of the day the employee "
            "became aware of it, but in no event later than ninety (90) days after it occurred.",
            "A disciplinary grievance shall be filed within thirty (30) days of receipt of the letter.",
            "Papers are timely until 11:59 p.m. of the last day. When the last day falls on a Saturday, Sunday or "
            "holiday, the next business day is the last day. Time stands still from Christmas until New Year.",
        ],
        [("1", 45, CD, "knowledge"), ("discipline", 30, CD, "receipt")],
    ),
    "or_clackamas": (
        [
            "Days are Monday through Thursday; a day means a working day.",
            "The Association shall file a grievance about a suspension within ten (10) days of its effective date.",
        ],
        [("1", 10, WD, "effective")],
    ),
    "or_foppo": (
        [
            DAYS_ARE_WORKING,
            "The grievance is raised within eleven (11) days of the day the employee knew of it, and in no case later "
            "than ninety (90) calendar days after its occurrence. The supervisor shall answer within ten days of "
            "receipt. The Union may appeal within ten (10) days after the answer was due. The department head shall "
            "answer within 10 days. The Union may appeal within 10 days after the answer was due. The administrator "
            "shall reply within 10 days. The Union may demand arbitration within 10 days after the reply is due. The "
            "parties shall select an arbitrator within ten days of the notice.",
            "If a party fails to respond within the time limits, the grievance is resolved in favor of the other "
            "party without precedent.",
        ],
        [("1", 11, WD, "knowledge"), ("1-answer", 10, WD, "filed"), ("2", 10, WD, "answer_due"),
         ("2-answer", 10, WD, "filed"), ("3", 10, WD, "answer_due"), ("3-answer", 10, WD, "filed"),
         ("arbitration", 10, WD, "answer_due"), ("arbitrator", 10, WD, "filed")],
    ),
    "or_osh_rn": (
        [
            "A grievance is filed within thirty days of the event. The manager shall respond within 15 days. The "
            "Association may appeal to Step 2 within fifteen (15) days of receipt of the response. The director shall "
            "respond within fifteen (15) days. The Association may appeal to Step 3 within 15 days of receipt of the "
            "response. The agency shall respond within thirty (30) days of receipt. Arbitration is requested by "
            "written notice to arbitrate within thirty (30) days after the answer was received or due, whichever "
            "comes first. If no response is given the grievance must be moved on or is deemed withdrawn.",
        ],
        [("2", 15, CD, "answered_else_due"), ("2-answer", 15, CD, "filed"), ("3", 15, CD, "answered_else_due"),
         ("3-answer", 30, CD, "filed"), ("arbitration", 30, CD, "answer_due_or_received_earlier")],
    ),
    "or_yamhill": (
        [
            "The grievance is presented within fifteen (15) days, excluding Saturdays, Sundays and holidays, after "
            "notice is received. The lieutenant shall answer within five (5) days. The grievance may be appealed "
            "within five (5) days after the answer is due. The sheriff shall answer within five (5) days of receipt.",
            "Either party may request mediation within ten (10) days after the answer is received or due. Mediation "
            "shall be held within fourteen (14) calendar days. Either party may request arbitration within ten days.",
            "A failure to answer is an unsatisfactory adjustment.",
        ],
        [("1", 15, WD, "receipt"), ("1-answer", 5, WD, "filed"), ("2", 5, WD, "answer_due"), ("2-answer", 5, WD, "filed"),
         ("mediation", 10, WD, "answer_due_or_received_earlier"), ("mediation-meeting", 14, CD, "filed"),
         ("arbitration", 10, WD, "answered_else_due")],
    ),
    "or_columbia": (
        [
            "Grievances are filed within ten business days of the event. The department shall respond within ten "
            "business days. The Union may request arbitration within ten (10) business days after the date of the "
            "response. The parties shall request a list of five arbitrators within ten business days of that request. "
            "A grievance without a response is considered denied and may be advanced.",
        ],
        [("arbitration", 10, WD, "issuance_else_answer_due"), ("arbitrator", 10, WD, "filed")],
    ),
}  # fmt: skip

SAID = {
    "usfs_nffe": {"silence": "must_advance_or_withdrawn"},
    "or_seiu503": {"silence": "auto_advance_but_must_file", "filed_means": "postmark"},
    "or_multco88": {
        "cutoff_time": "23:59",
        "roll": "next_business_day",
        "yearly_pauses": ["christmas_to_new_year"],
        "cap": {"anchor_kind": "incident", "n": 90, "unit": CD},
    },
    "or_clackamas": {"weekend": [4, 5, 6]},
    "or_foppo": {"silence": "sustained_no_precedent", "cap": {"anchor_kind": "incident", "n": 90, "unit": CD}},
    "or_osh_rn": {"silence": "must_advance_or_withdrawn"},
    "or_yamhill": {"silence": "denied_may_advance"},
    "or_columbia": {"silence": "denied_may_advance"},
}


def test_all_fourteen_are_told(shared):
    contracts = json.loads((shared / "data/formats/grievance_timelines.json").read_text(encoding="utf-8"))["contracts"]
    assert {contract["id"] for contract in contracts} == set(TOLD)


@pytest.mark.parametrize("name", TOLD)
def test_every_limit_is_proposed_from_the_text(name):
    texts, wanted = TOLD[name]
    made = {step.key: (step.key, step.n, step.unit, step.anchor_kind) for step in propose(texts)}
    assert [made.get(want[0]) for want in wanted] == wanted


@pytest.mark.parametrize("name", TOLD)
def test_each_proposal_is_a_rule_in_a_graph_with_the_words_it_stands_on(name):
    texts, _wanted = TOLD[name]
    seen = set()
    for step in propose(texts):
        check_limit(step.written)
        assert step.quote in texts[step.clause] and (not step.after or step.after in seen)
        seen.add(step.key)


@pytest.mark.parametrize("name", SAID)
def test_what_the_article_says_once_stands_in_the_rules_it_is_about(name):
    rules = [step.written for step in propose(TOLD[name][0])]
    for key, value in SAID[name].items():
        assert value in [rule.get(key) for rule in rules], key


def test_a_discipline_case_enters_by_its_own_filing():
    made = {step.key: step for step in propose(TOLD["or_multco88"][0])}
    assert made["discipline"].entry_for == ("discipline",) and made["discipline"].after == ""


def test_a_clock_backwards_counts_before_the_meeting():
    made = {step.key: step for step in propose(TOLD["ups_freight"][0])}
    assert made["panel"].written["direction"] == "before"
