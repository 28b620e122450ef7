"""A number of days belongs to the verb of its own clause: conditions, limits told by their loss, two ways of counting.

The shapes are those real agreements use; the sentences are ours.
"""

import pytest

from grievances.proposing import propose, what_silence_does
from grievances.proposing.governing import governing

WD, CD = "working_days", "calendar_days"
FILED = "A grievance is filed with the foreman within 10 days of the event."
ANSWERED = "The foreman answers within 5 days."
FIRST = [("1", 10, CD, "incident"), ("1-answer", 5, CD, "filed")]

TOLD = {
    "what is lost by not appealing says the limit again": (
        [FILED, ANSWERED, "It may be appealed to the mill manager within 8 days after the answer. A grievance not appealed in writing within 8 days shall be considered waived."],
        [*FIRST, ("2", 8, CD, "answered_else_due")],
    ),
    "told by its loss alone": (
        [FILED, ANSWERED, "If the grievance is not referred to the next step within 7 days from receipt of the answer, it is deemed closed."],
        [*FIRST, ("2", 7, CD, "answered_else_due")],
    ),
    "failure of ours at the beginning of a sentence": (
        [FILED, ANSWERED, "Failure of the employee to go further within 9 days after receipt of the answer ends the grievance."],
        [*FIRST, ("2", 9, CD, "answered_else_due")],
    ),
    "no grievance presented": (
        ["The right to a grievance is waived if no grievance has been presented within four (4) working days of the layoff's occurrence."],
        [("1", 4, WD, "incident")],
    ),
    "whichever is sooner, by the answer or by the filing": (
        [FILED, ANSWERED, "An appeal shall be submitted within 6 days after receipt of the answer or 11 days after the grievance was submitted, whichever is sooner."],
        [*FIRST, ("2", 6, CD, "answer_due_or_received_earlier")],
    ),
    "whichever is later: the first count stands": (
        [FILED, ANSWERED, "The union may refer it to the manager within 6 days of receipt of the answer or within 10 days after the meeting, whichever is later."],
        [*FIRST, ("2", 6, CD, "answered_else_due")],
    ),
    "another limit in brackets for a special case": (
        ["Within twelve (12) workdays (or within forty (40) days if it is about pay) after the event the grievance shall be submitted in writing to the chief."],
        [("1", 12, WD, "incident")],
    ),
    "no settlement within a time is the time of their answer": (
        [FILED, "If a settlement is not reached within seven (7) working days after the filing, the grievance may be referred to Step 2."],
        [("1", 10, CD, "incident"), ("1-answer", 7, WD, "filed")],
    ),
    "no disposition within a time": (
        [FILED, "Any grievance upon which a disposition is not made by the mill within 9 days shall go to the next step."],
        [("1", 10, CD, "incident"), ("1-answer", 9, CD, "filed")],
    ),
    "the condition tells no time, the clause after it does": (
        [FILED, ANSWERED, "If no settlement is reached at Step 1 the grievance may be referred to Step 2 within four days of receipt of the answer."],
        [*FIRST, ("2", 4, CD, "answered_else_due")],
    ),
    "a comma, then the number": (
        [FILED, ANSWERED, "If the grievant is not satisfied with the decision, within six days the grievance may be submitted to the manager."],
        [*FIRST, ("2", 6, CD, "answered_else_due")],
    ),
    "the number between modal and passive verb": (
        [FILED, ANSWERED, "If the reply does not end it, then the grievance shall within nine working days from the date of the reply be delivered to the manager."],
        [*FIRST, ("2", 9, WD, "answered_else_due")],
    ),
    "to file a written decision is no filing": (
        [FILED, "Upon conclusion of the hearing, the manager shall have 13 days to file a written decision with the grievant."],
        [("1", 10, CD, "incident"), ("1-answer", 13, CD, "meeting_else_filed")],
    ),
    "the company forwards an answer": (
        [FILED, "The company shall forward to the local an answer within 14 days of the meeting."],
        [("1", 10, CD, "incident"), ("1-answer", 14, CD, "meeting_else_filed")],
    ),
    "what counts from an answer goes up, whatever the verb": (
        ["Step 2. If unresolved, the grievance shall be filed with the superintendent within 10 days after the decision at Step 1. The superintendent answers within 6 days after receiving it."],
        [("2", 10, CD, "answered_else_due"), ("2-answer", 6, CD, "filed")],
    ),
    "received or should have been": (
        [FILED, ANSWERED, "The grievor may, by her steward within five days after the answer has been received or should have been received, present it to the manager."],
        [*FIRST, ("2", 5, CD, "answered_else_due")],
    ),
    "days to decide whether to appeal": (
        [FILED, ANSWERED, "If the answer is not satisfactory, the employee and the union shall have 7 days to decide if they wish to appeal it to the second step."],
        [*FIRST, ("2", 7, CD, "answered_else_due")],
    ),
    "should we ask for a hearing": (
        [FILED, ANSWERED, "Should the grievant request a hearing before the board within six days after receipt of the answer, the board shall call a meeting within 12 days."],
        [*FIRST, ("2", 6, CD, "answered_else_due"), ("2-meeting", 12, CD, "filed")],
    ),
    "both learn of it in other words": (
        ["The grievance shall be submitted within 20 days of the occurrence or of the date when it might reasonably have been ascertained."],
        [("1", 20, CD, "knowledge")],
    ),
    "the same days from the act or from knowing, 'calendar' said once": (
        ["All grievances are initiated within fourteen (14) calendar days after the violation occurred, or within fourteen (14) days after the union should have known."],
        [("1", 14, CD, "knowledge")],
    ),
    "a notice of the grievance is served": (
        [FILED, ANSWERED, "The grievant may serve written notice of the grievance on the person who reviews it within eight days of receipt of the answer."],
        [*FIRST, ("2", 8, CD, "answered_else_due")],
    ),
    "a policy grievance is sent, and the parties meet about it": (
        ["A policy grievance of the union must be sent to the director within fifteen (15) days after the occurrence of the matter. The parties shall meet to discuss it within ten (10) days."],
        [("union", 15, CD, "incident"), ("union-meeting", 10, CD, "filed")],
    ),
    "either party may go on within a further time": (
        [FILED, "The parties shall meet within 9 days, then either party may notify the other in writing within a further period of 12 days that it intends to proceed to arbitration."],
        [("1", 10, CD, "incident"), ("1-meeting", 9, CD, "filed"), ("arbitration", 12, CD, "answered_else_due")],
    ),
    "no arbitrator agreed upon": (
        [FILED, ANSWERED, "The union may invoke arbitration within 15 days of the answer.",
         "If no arbitrator can be agreed upon within 6 days, the parties shall ask the service for a list."],
        [*FIRST, ("arbitration", 15, CD, "answered_else_due"), ("arbitrator", 6, CD, "filed")],
    ),
    "an amendment is no filing": (
        [FILED, ANSWERED, "Within 30 days of the filing of the appeal, a grievance may be amended to name another clause."],
        FIRST,
    ),
    "a discussion that has to be completed": (
        [FILED, "The agent arranges a meeting; the discussion shall be completed within 12 days after the grievance is filed."],
        [("1", 10, CD, "incident"), ("1-meeting", 12, CD, "filed")],
    ),
    "their own proposed disposition": (
        [FILED, "The parties shall meet within 9 days. The company shall present its written and reasoned disposition within 14 days after the meeting."],
        [("1", 10, CD, "incident"), ("1-meeting", 9, CD, "filed"), ("1-answer", 14, CD, "meeting_else_filed")],
    ),
    "a demand counted from the filing of the grievance": (
        [FILED, ANSWERED, "Written demand for arbitration must be made within 80 days from the date of filing of the grievance."],
        [*FIRST, ("arbitration", 80, CD, "first_filed")],
    ),
    "set forth in writing, days thereafter": (
        [FILED, "If the grievance is not settled within ten (10) workdays after presentation, the grievant shall, within twelve (12) workdays thereafter, set forth the grievance in writing to the director."],
        [("1", 10, CD, "incident"), ("1-answer", 10, WD, "filed"), ("2", 12, WD, "answered_else_due")],
    ),
    "una reunión que debe celebrarse, una audiencia que se solicita": (
        ["La queja se presentará dentro de los diez (10) días siguientes al suceso.",
         "Paso 2. Las reclamaciones serán discutidas en una reunión que debe celebrarse dentro de los seis (6) días siguientes a la fecha de la queja. El Empleador deberá emitir una decisión dentro de los cinco (5) días siguientes a la reunión.",
         "La Unión deberá solicitar una audiencia dentro de los ocho (8) días siguientes a la decisión."],
        [("1", 10, CD, "incident"), ("1-meeting", 6, CD, "filed"), ("1-answer", 5, CD, "meeting_else_filed"), ("2", 8, CD, "answered_else_due")],
    ),
    "a step whose first sentence is their answer": (
        ["Step 1. A grievance is filed within 10 days of the event. The foreman answers within 5 days.",
         "Step 2. The union may take it up with the manager. The manager shall have 14 days within which to give a written decision."],
        [*FIRST, ("2-answer", 14, CD, "filed")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_a_number_of_days_belongs_to_the_verb_of_its_clause(name):
    texts, wanted = TOLD[name]
    assert [(step.key, step.n, step.unit, step.anchor_kind) for step in propose(texts) if step.n] == wanted


@pytest.mark.parametrize(
    "definition",
    [
        "Work days as used herein shall be defined as Monday through Friday, excluding Saturdays, Sundays and holidays.",
        "Time limits are calendar days. Business day is defined as Monday through Friday, 8:00 a.m. to 5:00 p.m.",
    ],
)
def test_a_definition_of_working_days_says_nothing_of_plain_days(definition):
    assert [(step.n, step.unit) for step in propose([definition, FILED]) if step.n] == [(10, CD)]
    assert propose(["Days in this article are working days.", FILED])[0].unit == WD


@pytest.mark.parametrize(
    ("before", "text", "condition"),
    [
        ("The union may appeal within ", "The union may appeal within ", False),
        ("If the matter is not settled within ", "If the matter is not settled within ", True),
        ("If it is not settled, the union may appeal within ", "the union may appeal within ", False),
        ("If it is not settled, within ", "", False),
        ("The employee shall, if he wishes, discuss it within ", "The employee shall, if he wishes, discuss it within ", False),
        ("A grievance not settled at Step 1 may be appealed within ", "may be appealed within ", False),
    ],
)  # fmt: skip
def test_the_words_that_govern_a_number_are_those_of_its_own_clause(before, text, condition):
    assert governing(before) == (text, condition)


@pytest.mark.parametrize(
    ("sentence", "once"),
    [
        ("The clerk's hours are 8:30 a.m. to 4:30 p.m. on every work day.", {}),
        ("What is brought after 4:30 p.m. counts for the next day.", {"cutoff_time": "16:30"}),
        ("Time runs to the date of receipt, not the date of postmarking.", {"filed_means": "receipt"}),
        ("The postmark shows the day of filing.", {"filed_means": "postmark"}),
        ("Where the day falls on a non-business day, it is extended to the next business day.", {"roll": "next_business_day"}),
        ("The last day is included unless the offices are not open on it, and then the time runs to the end of the next day on which they are.", {"roll": "next_business_day"}),
    ],
)  # fmt: skip
def test_what_an_article_says_once_for_all_its_limits(sentence, once):
    (step,) = propose([f"{FILED} {sentence}"])
    assert {
        name: step.written.get(name) for name in ("cutoff_time", "filed_means", "roll") if name in step.written
    } == once


@pytest.mark.parametrize(
    ("sentence", "effect"),
    [
        ("A grievance upon which a disposition is not made by the mill in time shall automatically go to the next step.", "auto_advance"),
        ("Failure by the employer to keep the timelines will entitle the union to move the grievance to the next step.", "denied_may_advance"),
        ("Failure of the foreman to respond shall be deemed an affirmation of the grievance.", "granted"),
        ("If no answer is given it shall be deemed that the grievance has been refused.", "denied_may_advance"),
        ("Failure of management to respond in time shall entitle the grievant to process it at the next level.", "denied_may_advance"),
        ("Failure by the union to keep the timelines withdraws the grievance.", ""),
        ("If no notice of intent to arbitrate is filed within the time limit, the right is waived.", ""),
    ],
)  # fmt: skip
def test_what_silence_does_in_the_words_of_real_agreements(sentence, effect):
    assert what_silence_does([sentence]) == effect


def test_a_step_without_a_time_is_shown_by_the_sentence_that_names_it():
    opening = "Step 2: If it is still open, the union may present it to the director."
    texts = [
        f"Step 1. {FILED} {ANSWERED}",
        f"{opening} The director shall meet with the union within 6 days and answer within 7 days of the meeting.",
    ]
    made = {step.key: step for step in propose(texts)}
    assert (made["2"].quote, made["2"].n, made["2"].clause, made["2"].after) == (opening, 0, 1, "1-answer")
    assert (made["2-meeting"].n, made["2-meeting"].after, made["2-answer"].n, made["2-answer"].after) == (
        6,
        "2",
        7,
        "2",
    )
