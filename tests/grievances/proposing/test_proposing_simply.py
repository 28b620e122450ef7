"""More whole articles in the present tense, in labels and everyday words, and in Spanish."""

import pytest

from grievances.proposing import propose

WD, CD = "working_days", "calendar_days"
TOLD = {
    "postal-like supervisors": (
        """
Article 15
Section 2. Step 1: (a) Any employee who feels aggrieved must discuss the grievance with the immediate supervisor within fourteen (14) days of the date on which the employee or the Union first learned or may reasonably have been expected to have learned of its cause. (b) The supervisor shall render a decision. If unresolved, the supervisor shall state the reasons. Such a decision should be stated during the discussion, if possible, but in any event no later than five (5) days thereafter. (c) The Union shall be entitled to appeal an adverse decision to Step 2 within ten (10) days after receipt of the supervisor's decision.
Step 2: (a) The installation head shall meet with the steward as expeditiously as possible, but no later than seven (7) days following receipt of the Step 2 appeal. (b) Where agreement is not reached, the decision shall be furnished in writing within ten (10) days after the Step 2 meeting. (c) The Union may appeal an adverse Step 2 decision to arbitration within fifteen (15) days after receipt.
Section 3. The failure of the aggrieved party to meet the prescribed time limits shall be considered as a waiver. Failure by the Employer to schedule a meeting or render a decision in any of the Steps within the time provided shall be deemed to move the grievance to the next Step.
""",
        [
            ("1", 14, CD, "knowledge"),
            ("1-answer", 5, CD, "meeting_else_filed"),
            ("2", 10, CD, "answered_else_due"),
            ("2-meeting", 7, CD, "filed"),
            ("2-answer", 10, CD, "meeting_else_filed"),
            ("arbitration", 15, CD, "answered_else_due"),
        ],
        "auto_advance",
    ),
    "teachers, Massachusetts": (
        """
ARTICLE IV
Level I: The grievance shall be submitted to the Principal within twenty-five (25) school days after the occurrence, or after the teacher should reasonably have known thereof. The Principal shall reply within seven (7) school days.
Level II: Within seven (7) school days of the Principal's reply, or within fourteen (14) school days of submission at Level I if there has been none, the Association may send it to the Superintendent, who shall hold a meeting within ten (10) school days and shall reply within seven (7) school days of that meeting.
Level III: Within ten (10) school days of the Superintendent's reply the Association may take the matter to the School Committee, which shall answer within thirty (30) school days.
Level IV: The Association may submit a demand for arbitration within twenty (20) school days of the Committee's answer.
""",
        [
            ("1", 25, WD, "knowledge"),
            ("1-answer", 7, WD, "filed"),
            ("2", 7, WD, "answered_else_due"),
            ("2-meeting", 10, WD, "filed"),
            ("2-answer", 7, WD, "meeting_else_filed"),
            ("3", 10, WD, "answered_else_due"),
            ("3-answer", 30, WD, "filed"),
            ("arbitration", 20, WD, "answered_else_due"),
        ],
        "",
    ),
    "Oregon city, cap": (
        """
ARTICLE 19 – SETTLEMENT OF DISPUTES
STEP I. After trying to resolve the matter informally, any employee or the Union may file a written grievance with the supervisor within thirty (30) days of the date the employee had knowledge of the facts, but in no case later than one hundred twenty (120) days after the occurrence. The supervisor responds in writing within fourteen (14) days of receipt.
STEP II. The grievance may be advanced to the department head within fourteen (14) days after the response is due or received, whichever occurs first. The department head responds within twenty-one (21) days.
STEP III. Arbitration. The Union notifies the Human Resources Director within forty-five (45) days after the Step II response is due or received, whichever occurs first.
If the City fails to respond in time, the grievance advances automatically, but the Union must still file at the next step within its time limit.
"Day" means calendar day. If a due date falls on a day when City offices are closed, it moves to the next day they are open.
""",
        [
            ("1", 30, CD, "knowledge"),
            ("1-answer", 14, CD, "filed"),
            ("2", 14, CD, "answer_due_or_received_earlier"),
            ("2-answer", 21, CD, "filed"),
            ("arbitration", 45, CD, "answer_due_or_received_earlier"),
        ],
        "auto_advance_but_must_file",
    ),
    "federal, short sentences": (
        """
ARTICLE 26
SECTION D. Step 1 grievances are filed on the agreed form with the first supervisor who has authority to settle. Time: twenty (20) calendar days after the event or after it became known. Decision: ten (10) calendar days after filing.
SECTION E. Step 2 goes to the Regional Administrator. Time: ten (10) calendar days after the Step 1 decision. Decision: twenty (20) calendar days after filing.
SECTION F. The Union invokes arbitration in writing. Time: thirty (30) calendar days after the Step 2 decision.
SECTION G. Where the Agency gives no decision in time, the Union must elevate the grievance within the time it would have had from a decision, or the grievance ends.
""",
        [
            ("1", 20, CD, "knowledge"),
            ("1-answer", 10, CD, "filed"),
            ("2", 10, CD, "answered_else_due"),
            ("2-answer", 20, CD, "filed"),
            ("arbitration", 30, CD, "answered_else_due"),
        ],
        "must_advance_or_withdrawn",
    ),
    "library guild mixed": (
        """
11.3 Filing. Grievances are to be filed with the branch manager before the close of the thirtieth (30th) calendar day following the day the grievant learned of the facts.
11.4 Meeting. The branch manager schedules a meeting to occur by the tenth (10th) working day following filing.
11.5 Answer. The branch manager's answer is to be in the hands of the grievant and the Guild by the fifth (5th) working day following the meeting.
11.6 Appeal to Library Director. By the tenth (10th) working day following the answer, or following the day on which the answer should have been made. The Director answers by the fifteenth (15th) working day following the appeal.
11.7 Arbitration. The Guild serves its demand by the twentieth (20th) working day following the Director's answer.
11.8 The Library's failure to answer is a denial.
""",
        [
            ("1", 30, CD, "knowledge"),
            ("1-meeting", 10, WD, "filed"),
            ("1-answer", 5, WD, "meeting_else_filed"),
            ("2", 10, WD, "answered_else_due"),
            ("2-answer", 15, WD, "filed"),
            ("arbitration", 20, WD, "answered_else_due"),
        ],
        "denied_may_advance",
    ),
    "NAVAIR trades council": (
        """
ARTICLE 22 - GRIEVANCE PROCEDURE
Section 6. Informal stage. The aggrieved employee shall, within ten (10) working days after the date of the incident or of becoming aware of it, take the grievance up orally with the supervisor. The supervisor shall reply orally within three (3) working days.
Section 7. First formal stage. If the matter is not resolved, the steward shall within seven (7) working days submit the standard form to the Division Head. The Division Head shall meet with the employee and steward within five (5) working days after receipt of the form and shall give a signed answer within five (5) working days after the meeting.
Section 8. Second formal stage. If the answer is not acceptable the Council may submit the form to the Commanding Officer within seven (7) working days after receipt of the Division Head's answer. The Commanding Officer shall give a final answer within ten (10) working days.
Section 9. If dissatisfied with the final answer, the Council may invoke arbitration by written notice within fifteen (15) working days after receipt of that answer.
Section 10. When the Employer exceeds a time limit the Council may move the grievance to the next stage. When the Council exceeds one, the grievance is closed.
""",
        [
            ("1", 10, WD, "knowledge"),
            ("1-answer", 3, WD, "filed"),
            ("2", 7, WD, "answered_else_due"),
            ("2-meeting", 5, WD, "filed"),
            ("2-answer", 5, WD, "meeting_else_filed"),
            ("3", 7, WD, "answered_else_due"),
            ("3-answer", 10, WD, "filed"),
            ("arbitration", 15, WD, "answered_else_due"),
        ],
        "denied_may_advance",
    ),
    "bus drivers private": (
        """
ARTICLE 6 - GRIEVANCES AND ARBITRATION
6.1 A driver with a complaint brings it to the Terminal Manager no later than five (5) calendar days after the driver became aware of the facts.
6.2 The Terminal Manager has three (3) calendar days to respond.
6.3 The Union may put the complaint in writing and present it to the General Manager within ten (10) calendar days after the Terminal Manager's response. The General Manager's written response is due ten (10) calendar days after the written grievance is received.
6.4 The Union may require that the grievance be arbitrated by so notifying the Company within twenty (20) calendar days after the General Manager's response.
6.5 If the Company does not respond within the time allowed, the remedy requested shall be deemed granted.
""",
        [
            ("1", 5, CD, "knowledge"),
            ("1-answer", 3, CD, "filed"),
            ("2", 10, CD, "answered_else_due"),
            ("2-answer", 10, CD, "filed"),
            ("arbitration", 20, CD, "answered_else_due"),
        ],
        "granted",
    ),
    "teachers Ohio style": (
        """
Article 3.04 Procedure
Step One - Informal: The grievant discusses the grievance with the building principal within fifteen (15) days of the act or condition which is the basis for the grievance. "Days" are days on which the Board's administrative offices are open.
Step Two - Formal: If not resolved, the grievant may within five (5) days of the discussion file form G-2 with the principal. The principal shall hold a hearing within five (5) days of receipt of form G-2 and shall take action on the form within five (5) days of the hearing.
Step Three - Superintendent: If the action in Step Two is not satisfactory, the grievant may appeal by form G-3 within five (5) days. Within ten (10) days of receiving form G-3 the Superintendent shall hold a hearing and within five (5) days after it shall issue a written disposition.
Step Four - Arbitration: The Association may request a hearing before an arbitrator within ten (10) days of the receipt of the disposition. A failure of the administration to respond within the time limits shall entitle the grievant to proceed to the next step.
""",
        [
            ("1", 15, WD, "incident"),
            ("2", 5, WD, "filed"),
            ("2-meeting", 5, WD, "filed"),
            ("2-answer", 5, WD, "meeting_else_filed"),
            ("3", 5, WD, "answered_else_due"),
            ("3-meeting", 10, WD, "filed"),
            ("3-answer", 5, WD, "meeting_else_filed"),
            ("arbitration", 10, WD, "answered_else_due"),
        ],
        "denied_may_advance",
    ),
    "plumbers": (
        """
ARTICLE XII - Grievance Procedure
1. A grievance shall be called to the attention of the Employer or of the Union, as the case may be, within ten (10) days after the party concerned learns of the facts.
2. The Business Manager and a representative of the Employer shall try to settle it within three (3) working days.
3. If they fail, it shall be referred in writing to the Joint Arbitration Committee, which shall meet within seven (7) days of such referral and decide within five (5) days of the meeting.
4. If the Committee deadlocks, either side may within fifteen (15) days ask for an impartial arbitrator.
""",
        [
            ("1", 10, CD, "knowledge"),
            ("1-meeting", 3, WD, "filed"),
            ("2-meeting", 7, CD, "filed"),
            ("2-answer", 5, CD, "meeting_else_filed"),
            ("arbitration", 15, CD, "answered_else_due"),
        ],
        "",
    ),
    "county attorneys": (
        """
ARTICLE 20. GRIEVANCES
20.2 Time Limits. (a) Filing: 30 calendar days after the attorney knew of the event, and never more than 180 calendar days after the event. (b) Division Chief's decision: 14 calendar days after filing. (c) Appeal to the District Attorney: 10 calendar days after the Division Chief's decision. (d) District Attorney's decision: 21 calendar days after the appeal. (e) Demand for arbitration: 30 calendar days after the District Attorney's decision.
20.3 A decision not made within its time limit is a denial from which the next appeal may be taken.
""",
        [
            ("1", 30, CD, "knowledge"),
            ("1-answer", 14, CD, "filed"),
            ("2", 10, CD, "answered_else_due"),
            ("2-answer", 21, CD, "filed"),
            ("arbitration", 30, CD, "answered_else_due"),
        ],
        "denied_may_advance",
    ),
    "GPO-like federal": (
        """
ARTICLE 11
Section 5. The following steps apply to employee grievances:
STEP 1. The grievance shall first be taken up, orally or in writing, by the concerned employee with the lowest level supervisor having authority to resolve it, not later than 20 workdays from the date the employee knew or reasonably should have known of the incident. The supervisor shall give a written answer not later than 7 workdays after presentation.
STEP 2. If the employee is not satisfied, the Union may, not later than 7 workdays after the Step 1 answer was received or was due, whichever comes first, refer the grievance to the Department Manager. The Department Manager shall give a written answer not later than 10 workdays after the referral.
STEP 3. The Union may, not later than 7 workdays after the Step 2 answer was received or was due, whichever comes first, refer the grievance to the Director of Labor Relations, who shall give the Agency's last answer not later than 15 workdays after the referral.
Section 9. Arbitration is invoked by a letter which must be delivered not later than 25 workdays after the Agency's last answer.
Section 11. If no answer is given when due, the grievance moves to the next step at the Union's request.
""",
        [
            ("1", 20, WD, "knowledge"),
            ("1-answer", 7, WD, "filed"),
            ("2", 7, WD, "answer_due_or_received_earlier"),
            ("2-answer", 10, WD, "filed"),
            ("3", 7, WD, "answer_due_or_received_earlier"),
            ("3-answer", 15, WD, "filed"),
            ("arbitration", 25, WD, "answered_else_due"),
        ],
        "auto_advance",
    ),
    "Spanish teachers": (
        """
ARTÍCULO XX: PROCEDIMIENTO DE QUEJAS
1. El maestro presentará su queja al director de la escuela en o antes de quince (15) días lectivos de haber ocurrido el incidente.
2. El director citará a una reunión dentro de los cinco (5) días lectivos de recibir la queja y contestará dentro de los cinco (5) días lectivos de la reunión.
3. El maestro inconforme podrá apelar al Superintendente dentro de los siete (7) días lectivos de recibida la contestación. El Superintendente contestará en diez (10) días lectivos.
4. La organización podrá recurrir a arbitraje dentro de los veinte (20) días lectivos de la contestación del Superintendente.
5. De no contestarse en el término fijado, la queja pasará automáticamente al próximo nivel.
""",
        [
            ("1", 15, WD, "incident"),
            ("1-meeting", 5, WD, "filed"),
            ("1-answer", 5, WD, "meeting_else_filed"),
            ("2", 7, WD, "answered_else_due"),
            ("2-answer", 10, WD, "filed"),
            ("arbitration", 20, WD, "answered_else_due"),
        ],
        "auto_advance",
    ),
    "nursing home": (
        """
ARTICLE 13
13.1 No grievance shall be considered which is not presented within ten (10) days of its occurrence or of the employee's first knowledge thereof.
13.2 Step 1: With the Department Head, who shall answer within five (5) days.
Step 2: With the Administrator. The request for a Step 2 meeting must be made within five (5) days of the Step 1 answer; the meeting shall be held within seven (7) days of the request; the answer shall be given within five (5) days of the meeting.
Step 3: Either party may submit the matter to arbitration within thirty (30) days of the Step 2 answer.
13.3 Saturdays, Sundays and holidays are not counted.
""",
        [
            ("1", 10, WD, "knowledge"),
            ("1-answer", 5, WD, "filed"),
            ("2", 5, WD, "answered_else_due"),
            ("2-meeting", 7, WD, "filed"),
            ("2-answer", 5, WD, "meeting_else_filed"),
            ("arbitration", 30, WD, "answered_else_due"),
        ],
        "",
    ),
    "sheriff deputies": (
        """
ARTICLE XV
B. Time Limits. "Days" as used in this Article exclude Saturdays, Sundays and County holidays.
C. Step I. The Deputy or the Association shall file a written grievance with the Captain within fourteen (14) days following the event, or within fourteen (14) days following the date on which the Deputy could reasonably have been expected to learn of it. The Captain shall have seven (7) days in which to respond in writing.
D. Step II. If not resolved at Step I, the grievance may be filed with the Sheriff within seven (7) days of the Captain's response or expiration of the time for it. The Sheriff shall have fourteen (14) days in which to respond.
E. Step III. If not resolved at Step II, the Association may file a request for arbitration with the Human Resources Director within fourteen (14) days of the Sheriff's response or expiration of the time for it.
F. If the County fails to meet any time limit, the grievance shall automatically be advanced to the next step. If the Association fails, the grievance is deemed abandoned.
""",
        [
            ("1", 14, WD, "knowledge"),
            ("1-answer", 7, WD, "filed"),
            ("2", 7, WD, "answered_else_due"),
            ("2-answer", 14, WD, "filed"),
            ("arbitration", 14, WD, "answered_else_due"),
        ],
        "auto_advance",
    ),
    "call center": (
        """
ARTICLE 8
8.03 Step 1. Written grievance to Team Manager. Filed within 30 days of event. Answer due in 10 days.
8.04 Step 2. Appeal to HR Manager. Filed within 10 days of Step 1 answer. Meeting within 10 days of appeal. Answer due 10 days after meeting.
8.05 Step 3. Demand for arbitration. Filed within 45 days of Step 2 answer.
8.06 Days are calendar days. Company's failure to answer = denial; Union's failure to appeal = withdrawal.
""",
        [
            ("1", 30, CD, "incident"),
            ("1-answer", 10, CD, "filed"),
            ("2", 10, CD, "answered_else_due"),
            ("2-meeting", 10, CD, "filed"),
            ("2-answer", 10, CD, "meeting_else_filed"),
            ("arbitration", 45, CD, "answered_else_due"),
        ],
        "denied_may_advance",
    ),
    "state nurses mediation": (
        """
ARTICLE 29 - GRIEVANCE PROCEDURE
29.4 Step 1. A nurse or the Association must file the grievance within twenty-one (21) days of the occurrence or when the nurse knew or should have known of it. The supervisor will respond within fifteen (15) days.
29.5 Step 2. Within fifteen (15) days of the Step 1 response the Association may file with the Appointing Authority, who will meet within fifteen (15) days and respond within fifteen (15) days after the meeting.
29.6 Step 3 Pre-arbitration review. Within thirty (30) days of the Step 2 response the Association may request a pre-arbitration review meeting with the Office of Labor Relations.
29.7 Step 4. Within thirty (30) days of the pre-arbitration review meeting the Association may file a demand to arbitrate with the American Arbitration Association.
29.8 Days are calendar days. When the last day falls on a weekend or holiday, the time limit ends on the next business day. If the Employer fails to comply with the time limits, the Association may move the grievance to the next step.
""",
        [
            ("1", 21, CD, "knowledge"),
            ("1-answer", 15, CD, "filed"),
            ("2", 15, CD, "answered_else_due"),
            ("2-meeting", 15, CD, "filed"),
            ("2-answer", 15, CD, "meeting_else_filed"),
            ("3", 30, CD, "answered_else_due"),
            ("arbitration", 30, CD, "meeting"),
        ],
        "denied_may_advance",
    ),
}


def _lines(text):
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("name", TOLD)
def test_every_limit_of_an_article_in_plain_words_stands_in_its_place(name):
    text, wanted, silence = TOLD[name]
    made = propose(_lines(text))
    assert [(step.key, step.n, step.unit, step.anchor_kind) for step in made if step.n] == wanted
    assert {step.written.get("silence", "") for step in made if step.deed == "answer" and step.n} == {silence}
