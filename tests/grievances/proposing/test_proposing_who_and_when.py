"""Limits told without a verb the reader knows: who acts, with what, and what starts the clock; counts in other words."""

import pytest

from grievances.proposing import propose

WD, CD, W = "working_days", "calendar_days", "weeks"
EITHER, MET = "answered_else_due", "meeting_else_filed"

TOLD = {
    "a count in everyday words": (
        "A member shall lodge a grievance within a fortnight of the matter arising. The head shall reply within a week. "
        "The member may appeal within two weeks of that reply. The principal shall convene a hearing within a fortnight "
        "and give a decision within one week of the hearing.",
        [("file", 2, W, "incident"), ("answer", 1, W, "filed"), ("appeal", 2, W, EITHER), ("meeting", 2, W, "filed"),
         ("answer", 1, W, MET)],
    ),
    "ordinals": (
        "The employee must present the grievance no later than the close of business on the 14th day following the day "
        "the employee learned of the act. The manager will reply by the end of the fifth (5th) working day after it was "
        "presented. The union may, until the tenth day after the reply, carry the grievance to the director.",
        [("file", 14, CD, "knowledge"), ("answer", 5, WD, "filed"), ("appeal", 10, CD, EITHER)],
    ),
    "notice of a dispute": (
        "No grievance is recognized unless the grieving party provides notice in writing within 5 days after becoming "
        "aware of the dispute, but in no event more than 30 days after the event.",
        [("file", 5, CD, "knowledge")],
    ),
    "the paper is given": (
        "The parties shall first discuss a grievance no later than ten business days after the occurrence. If it is not "
        "resolved, the written grievance shall be provided to the other party no later than six business days after the "
        "discussion.",
        [("talk", 10, WD, "incident"), ("appeal", 6, WD, "filed")],
    ),
    "a step may be followed": (
        "A grievance must be presented within ten days of when it came to the attention of the nurse. The Director shall "
        "render a decision within five days. If the decision is unsatisfactory, Step No. 2 may be followed within nine "
        "days. Within seven days following the meeting, if one is held, the Administrator shall reply.",
        [("file", 10, CD, "knowledge"), ("answer", 5, CD, "filed"), ("appeal", 9, CD, EITHER), ("answer", 7, CD, MET)],
    ),
    "sent on by the sentence with the time to settle": (
        "The employee shall present the grievance within thirty days of the event. If it is not settled within three days "
        "thereafter, the steward shall submit it to the office. If it is not settled within seven days thereafter, it "
        "shall be referred to general management. It then goes to a board chosen as follows: The Employer will select a "
        "member within five days.",
        [("file", 30, CD, "incident"), ("settle", 3, CD, "filed"), ("settle", 7, CD, "filed")],
    ),
    "passed on among themselves": (
        "The grievance shall be filed within ten days of the incident. The Shift Officer shall note the hour and, within "
        "three days, submit the grievance to the Chief. The Chief shall decide within four days after receipt.",
        [("file", 10, CD, "incident"), ("answer", 4, CD, "filed")],
    ),
    "a time told elsewhere": (
        "The member shall file the grievance within 21 days of its occurrence. The Union may file it at Step 2, provided "
        "it does so within the 21 days specified above.",
        [("file", 21, CD, "incident")],
    ),
    "a list after the number": (
        "If the grievant is not satisfied with the answer, the grievant may within ten days: A. Submit the grievance to "
        "the Board. The Board shall meet within fifteen days after receipt of the grievance.",
        [("appeal", 10, CD, EITHER), ("meeting", 15, CD, "filed")],
    ),
    "lost unless given": (
        "The employee shall file the grievance within ten days of the event. The Director shall answer within eight days. "
        "It may then be taken to arbitration. If no written notification is received within five days of the decision the "
        "grievance is deemed abandoned.",
        [("file", 10, CD, "incident"), ("answer", 8, CD, "filed"), ("notice", 5, CD, EITHER)],
    ),
    "the start stands in a list": (
        "The grievance must be commenced not later than 45 days after whichever of these comes first:",
        [("file", 45, CD, "knowledge")],
    ),
    "asked for a committee": (
        "The employee shall file a grievance within five days of the event. The superintendent shall answer within three "
        "days. If not satisfied with the decision, the employee shall, within ten working days, request that a committee "
        "be convened to hear the grievance.",
        [("file", 5, CD, "incident"), ("answer", 3, CD, "filed"), ("appeal", 10, WD, EITHER)],
    ),
    "a hearing to be set is nobody's step": (
        "The grievance shall be filed within ten days of the event. To be timely it must be scheduled for an arbitration "
        "hearing no later than nine months from the date the grievance was answered.",
        [("file", 10, CD, "incident")],
    ),
    "a union's grievance without a time for filing": (
        "Union grievances must be filed with the Administrator. A response to the Union's grievance will be provided within "
        "fifteen days of the meeting, if one is held. The employee must file a grievance with the supervisor within ten "
        "days of the event. The supervisor must provide a response within eight days of receipt of the grievance. If the "
        "employee is not satisfied with the response, he may within six days advise the Director to have it reviewed.",
        [("answer", 15, CD, MET), ("file", 10, CD, "incident"), ("answer", 8, CD, "filed"), ("appeal", 6, CD, EITHER)],
    ),
    "a verb that says only which of them": (
        "The Union shall file the grievance within ten days of the event. The supervisor shall respond to the steward who "
        "filed the grievance within eight days of its receipt.",
        [("file", 10, CD, "incident"), ("answer", 8, CD, "filed")],
    ),
    "whichever is shorter": (
        "The Director shall answer within eight days of receipt of the grievance. The notice of arbitration must be given "
        "within ten days after the deadline for the answer or the date it is provided, whichever is shorter.",
        [("answer", 8, CD, "filed"), ("notice", 10, CD, "answer_due_or_received_earlier")],
    ),
    "a decision that does not come": (
        "If within two days from the time the grievance was presented a decision satisfactory to the employee is not given, "
        "the employee may within three days after such decision appeal to the manager.",
        [("answer", 2, CD, "filed"), ("appeal", 3, CD, EITHER)],
    ),
    "our own time as a condition": (
        "The grievance is filed within ten days of the event. The Director shall answer within eight days. Unless the "
        "Union requests arbitration within thirty days of the answer, the answer is final.",
        [("file", 10, CD, "incident"), ("answer", 8, CD, "filed"), ("notice", 30, CD, EITHER)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_every_limit_is_read_by_who_acts_and_what_starts_it(name):
    text, wanted = TOLD[name]
    below = ["a) Knowledge of the event by the union."] if text.endswith(":") else []
    made = [(step.deed, step.n, step.unit, step.anchor_kind) for step in propose([text, *below]) if step.n]
    assert made == wanted


FIRST = "The employee shall file the grievance within twenty days of the event. The Director shall answer within eight days. "
OUR_TIME = (
    ("The union's area director shall present the grievance within ten days of the event.", "file", 10),
    ("A principal shall file the grievance within ten days.", "file", 10),
    ("Supervisors may submit a grievance within ten days of the event.", "file", 10),
    ("A grievance against the Employer shall, within ten days of the event, be filed.", "file", 10),
    ("A grievance to the Director shall first be filed within ten days of the event.", "file", 10),
    (f"{FIRST}An appeal to the Department Head must then be filed within six days.", "appeal", 6),
    (f"{FIRST}If not satisfied, the district president must file the appeal within six days.", "appeal", 6),
    ("A grievance shall be filed within fifteen days provided that the employee had knowledge of it.", "file", 15),
    ("A grievance must be filed within ten (10) days provided in writing to the supervisor.", "file", 10),
    ("A grievance must be filed within ten days stated in writing.", "file", 10),
    (
        "A grievance shall be filed within ten days of the event. The Mayor shall answer within six days provided a meeting was "
        "held.",
        "answer",
        6,
    ),
)


@pytest.mark.parametrize(("text", "deed", "n"), OUR_TIME)
def test_a_limit_is_not_lost_for_a_title_in_its_sentence_or_a_proviso_behind_it(text, deed, n):
    assert (deed, n) in [(step.deed, step.n) for step in propose([text])]


@pytest.mark.parametrize(
    "words",
    [
        "The supervisor shall forward the grievance to the Chief within three days.",
        "The Union may present it at Step 2 within the three days set forth in Section 4.",
        "The Union may present it at Step 2 within the three days provided.",
        "The Union may present it at Step 2 within the three day period stated above.",
    ],
)
def test_what_they_pass_on_and_a_time_already_told_are_no_limit_of_ours(words):
    assert 3 not in [step.n for step in propose([FIRST + words])]
