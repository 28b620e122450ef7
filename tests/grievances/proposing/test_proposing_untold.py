"""Steps told in a sentence without a number, orders instead of duties, offices of the union, and what is no limit."""

import pytest

from grievances.proposing import propose

WD, CD = "working_days", "calendar_days"
TOLD = {
    "a director of the union": (
        """
Article 6: Grievances
Level One. The union director may submit the grievance within nine days. It goes to the principal in writing. The days run from the event. The principal's written answer follows within six days of the submission.
Level Two. The union director may submit the grievance to the superintendent within eight days of the principal's answer. The superintendent's answer follows within ten days.
Level Three. The union director may demand arbitration within fifteen days of the superintendent's answer.
""",
        [
            ("1", 9, CD, "incident"),
            ("1-answer", 6, CD, "filed"),
            ("2", 8, CD, "answered_else_due"),
            ("2-answer", 10, CD, "filed"),
            ("arbitration", 15, CD, "answered_else_due"),
        ],
    ),
    "a review without days: nurses": (
        """
ARTICLE 9
Section 1. A nurse shall present the grievance in writing to the nurse manager within fourteen (14) calendar days after the nurse knew of the event. The nurse manager shall answer in writing within seven (7) calendar days.
Section 2. If the matter is not resolved, it is reviewed by the Director of Nursing, who talks with the nurse and the Association representative. Should the matter still be open after this review, the Association may present it to the Chief Nursing Officer within ten (10) calendar days of the Director's decision. The Chief Nursing Officer shall answer within fourteen (14) calendar days of receipt.
Section 3. The Association may request arbitration within twenty-one (21) calendar days after receipt of the answer of the Chief Nursing Officer.
""",
        [
            ("1", 14, CD, "knowledge"),
            ("1-answer", 7, CD, "filed"),
            ("3", 10, CD, "answered_else_due"),
            ("3-answer", 14, CD, "filed"),
            ("arbitration", 21, CD, "answered_else_due"),
        ],
    ),
    "a review without days: county": (
        """
ARTICLE 30 GRIEVANCES
30.1 Within fifteen (15) business days of the event giving rise to the grievance, the Association's grievance officer submits it in writing to the division manager. The division manager responds within ten (10) business days.
30.2 If it remains unresolved, the Department Head reviews the file and meets with the Association.
30.3 Within ten (10) business days after the Department Head's decision the Association may refer the grievance to the County Executive. The County Executive shall decide within fifteen (15) business days.
30.4 The Association may invoke arbitration within twenty (20) business days of the County Executive's decision by writing to the Director of Labor Relations.
""",
        [
            ("1", 15, WD, "incident"),
            ("1-answer", 10, WD, "filed"),
            ("3", 10, WD, "answered_else_due"),
            ("3-answer", 15, WD, "filed"),
            ("arbitration", 20, WD, "answered_else_due"),
        ],
    ),
    "a review without days: fire": (
        """
ARTICLE 20
20.01 A grievance must be filed with the Battalion Chief within twenty calendar days of the incident. The Battalion Chief replies within ten calendar days.
20.02 A grievance that is not settled goes to the Fire Chief, who reviews it with the Union's grievance committee.
20.03 If the Fire Chief's decision does not satisfy the Union, it may within ten calendar days of that decision appeal to the Board of Fire Commissioners, which hears the matter at its next meeting and decides within ten calendar days of the hearing.
20.04 The Union may demand arbitration within thirty calendar days of the Board's decision.
""",
        [
            ("1", 20, CD, "incident"),
            ("1-answer", 10, CD, "filed"),
            ("3", 10, CD, "answered_else_due"),
            ("3-answer", 10, CD, "meeting_else_filed"),
            ("arbitration", 30, CD, "answered_else_due"),
        ],
    ),
    "imperatives: handbook": (
        """
How to use the grievance procedure
Step 1. Talk to your supervisor, then file the grievance on Form G-1 within 10 working days of the event or of the day you learned of it. Expect a written answer within 5 working days.
Step 2. Send the grievance to the division chief within 7 working days of the Step 1 answer. The division chief meets with you and your steward within 10 working days and answers within 5 working days after the meeting.
Step 3. Have the union request arbitration within 25 working days of the Step 2 answer.
""",
        [
            ("1", 10, WD, "knowledge"),
            ("1-answer", 5, WD, "filed"),
            ("2", 7, WD, "answered_else_due"),
            ("2-meeting", 10, WD, "filed"),
            ("2-answer", 5, WD, "meeting_else_filed"),
            ("arbitration", 25, WD, "answered_else_due"),
        ],
    ),
    "imperatives: the answer told in passing": (
        """
GRIEVANCE STEPS
First Step: File the grievance within 10 days of the incident. Give one copy to the foreman and keep one.
Second Step: Appeal to the superintendent within 5 days of the foreman's decision, which is due 5 days after filing.
Third Step: Submit the matter to the general manager within 6 days after the superintendent has answered or should have answered. The general manager will answer in 8 days.
Arbitration: Serve notice on the Company no later than 30 days following the general manager's answer.
""",
        [
            ("1", 10, CD, "incident"),
            ("2", 5, CD, "answered_else_due"),
            ("3", 6, CD, "answered_else_due"),
            ("3-answer", 8, CD, "filed"),
            ("arbitration", 30, CD, "answered_else_due"),
        ],
    ),
    "imperatives: warehouse": (
        """
ARTICLE VIII. SETTLING GRIEVANCES
1. Bring the complaint to your lead within three workdays of the day it happened. If the lead cannot settle it, ask your steward to write it up and give it to the operations manager within four workdays of the lead's answer. Get the manager's answer in five workdays.
2. Not satisfied? Appeal in writing to the site director within six workdays after the manager's answer. The site director holds a hearing within eight workdays of the appeal and mails a decision within four workdays of the hearing.
3. The local's executive board may vote to arbitrate within twenty workdays of the mailing of the decision.
""",
        [
            ("1", 3, WD, "incident"),
            ("2", 4, WD, "answered_else_due"),
            ("3", 6, WD, "answered_else_due"),
            ("3-meeting", 8, WD, "filed"),
            ("3-answer", 4, WD, "meeting_else_filed"),
            ("arbitration", 20, WD, "answered_else_due"),
        ],
    ),
    "a table of who and when": (
        """
GRIEVANCE PROCEDURE
Step 1 - Supervisor. Who: employee with steward. When: within 5 working days after the incident. Answer: 2 working days after the meeting.
Step 2 - Plant superintendent. Who: chief steward. When: within 5 working days after the Step 1 answer. Answer: 5 working days.
Step 3 - Labor relations. Who: bargaining committee. When: within 10 working days after the Step 2 answer. Answer: 10 working days after the Step 3 meeting.
Step 4 - Arbitration. Who: the Union. When: within 30 calendar days after the Step 3 answer.
""",
        [
            ("1", 5, WD, "incident"),
            ("1-answer", 2, WD, "meeting_else_filed"),
            ("2", 5, WD, "answered_else_due"),
            ("2-answer", 5, WD, "filed"),
            ("3", 10, WD, "answered_else_due"),
            ("3-answer", 10, WD, "meeting_else_filed"),
            ("arbitration", 30, CD, "answered_else_due"),
        ],
    ),
    "halves of sentences: hospital": (
        """
15.3 Step I. A grievance shall be reduced to writing and given to the unit director no later than twenty-one (21) calendar days after the employee became aware, or should have become aware, of the facts. A written reply shall be returned within fourteen (14) calendar days.
15.4 Step II. If the grievant or the Union rejects the reply, the grievance shall be advanced to the Vice President of Human Resources within fourteen (14) calendar days of the reply being received. A conference shall be held within fourteen (14) calendar days and a reply returned within fourteen (14) calendar days of the conference.
15.5 Step III. Written notice of intent to arbitrate shall be delivered within thirty (30) calendar days of the Step II reply. A panel of seven names shall be requested from FMCS within fifteen (15) calendar days of that notice.
""",
        [
            ("1", 21, CD, "knowledge"),
            ("1-answer", 14, CD, "filed"),
            ("2", 14, CD, "answered_else_due"),
            ("2-meeting", 14, CD, "filed"),
            ("2-answer", 14, CD, "meeting_else_filed"),
            ("arbitration", 30, CD, "answered_else_due"),
            ("arbitrator", 15, CD, "filed"),
        ],
    ),
    "claims: transit": (
        """
Rule 31. (a) Claims must be presented in writing by the business agent to the Assistant General Manager within thirty (30) days of the date of the occurrence on which the claim is based. The Assistant General Manager shall notify the business agent of the decision within forty-five (45) days.
(b) The vice president of the local may carry a disallowed claim to the Director of Labor Relations within thirty (30) days after notice of disallowance. The Director shall render a decision within sixty (60) days of the appeal.
(c) Within ninety (90) days from the Director's decision the general chairperson may bring the claim before an arbitrator.
""",
        [
            ("1", 30, CD, "incident"),
            ("1-answer", 45, CD, "filed"),
            ("2", 30, CD, "answered_else_due"),
            ("2-answer", 60, CD, "filed"),
            ("arbitration", 90, CD, "answered_else_due"),
        ],
    ),
    "a delegate: hotel": (
        """
SECTION 18 – ADJUSTMENT OF DISPUTES
The shop delegate tries to settle any dispute with the department head on the spot. A dispute that stays open is put in writing by the delegate within ten (10) days of the event and handed to the General Manager, who has five (5) days for an answer. Within seven (7) days of this answer the Union's business representative may call a meeting with the Hotel's labor counsel; the counsel's position is to be given within five (5) days of the meeting. Failing settlement the Union has fifteen (15) days from counsel's position to send a demand for arbitration.
""",
        [
            ("1", 10, CD, "incident"),
            ("1-answer", 5, CD, "filed"),
            ("2", 7, CD, "answered_else_due"),
            ("2-answer", 5, CD, "meeting_else_filed"),
            ("arbitration", 15, CD, "answered_else_due"),
        ],
    ),
    "plain verbs: parks": (
        """
ARTICLE 14 - GRIEVANCE PROCEDURE
Section 3. An employee with a grievance must first see the crew leader about it, and must do so within eight (8) workdays of the day on which the employee found out about the problem. The crew leader will look into it and get back to the employee within four (4) workdays.
Section 4. Where the crew leader's response does not settle the grievance, the chief steward has six (6) workdays from that response to put it in writing and deliver it to the Parks Superintendent. A meeting takes place within seven (7) workdays of delivery, and the Superintendent's written response is due seven (7) workdays after the meeting.
Section 5. The local president may take the grievance to the City Manager within six (6) workdays of the Superintendent's response. The City Manager's response is due in twelve (12) workdays.
Section 6. A demand for arbitration must reach the City Manager not later than twenty (20) workdays after the City Manager's response or, if there is none, after the day it was due.
""",
        [
            ("1", 8, WD, "knowledge"),
            ("1-answer", 4, WD, "filed"),
            ("2", 6, WD, "answered_else_due"),
            ("2-meeting", 7, WD, "filed"),
            ("2-answer", 7, WD, "meeting_else_filed"),
            ("3", 6, WD, "answered_else_due"),
            ("3-answer", 12, WD, "filed"),
            ("arbitration", 20, WD, "answer_due_or_received_earlier"),
        ],
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_article_gives_its_limits_and_no_other(name):
    text, wanted = TOLD[name]
    found = [(step.key, step.n, step.unit, step.anchor_kind) for step in propose([text])]
    assert [limit for limit in found if limit[3] != "no_limit"] == wanted


def test_the_reviewers_step_is_one_without_limit_told_by_its_own_sentence():
    text, _wanted = TOLD["a review without days: fire"]
    steps = {step.key: step for step in propose([text])}
    assert steps["2"].anchor_kind == steps["2-answer"].anchor_kind == "no_limit"
    assert "goes to the Fire Chief" in steps["2"].quote and steps["3"].after == "2-answer"


NONE = (
    "The letter asks the arbitrator for days in the three month period beginning the second full month after receipt "
    "of the notice of intent to arbitrate.",
    "The arbitrator may issue, at the choice of both and upon a joint motion made at the end, a bench decision, or may "
    "issue a written award no later than seven (7) days from the close of the hearing.",
    "The hearing will be completed within one business day unless both agree otherwise.",
)


@pytest.mark.parametrize("sentence", NONE)
def test_what_an_arbitrator_does_is_no_step_of_ours_or_theirs(sentence):
    article = (
        "Step 1. The employee files the grievance within ten (10) days of the event. The manager shall answer within "
        "five (5) days. If the grievance is not resolved, the Union may refer it to arbitration. "
    )
    assert [step.n for step in propose([article + sentence]) if step.anchor_kind != "no_limit"] == [10, 5]
