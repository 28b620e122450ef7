"""Whole articles that tell their steps in the present tense, in labels, tables and everyday words, and in Spanish."""

import pytest

from grievances.proposing import propose

WD, CD = "working_days", "calendar_days"
TOLD = {
    "rail shop crafts 'foreman'": (
        """
RULE 35 - GRIEVANCES
(a) Between the employee and his foreman. An employee who believes he has been unjustly dealt with shall take the matter up with his foreman within ten (10) calendar days of the occurrence. The foreman shall give his decision within three (3) calendar days.
(b) Between the local committee and the general foreman. If not settled, the duly authorized local committee may, within ten (10) calendar days of the foreman's decision, present the grievance in writing to the general foreman, who shall render a written decision within fifteen (15) calendar days of receipt.
(c) Between the General Chairman and the Director of Labor Relations. An appeal must be taken within sixty (60) calendar days of the general foreman's decision. The Director shall decide the appeal within sixty (60) calendar days of its receipt.
(d) If the carrier fails to render a decision within the time allowed, the claim shall be allowed as presented, but this shall not be considered a precedent.
(e) Within six (6) months of the Director's decision the Organization may submit the dispute to arbitration.
""",
        [
            ("1", 10, CD, "incident"),
            ("1-answer", 3, CD, "filed"),
            ("2", 10, CD, "answered_else_due"),
            ("2-answer", 15, CD, "filed"),
            ("3", 60, CD, "answered_else_due"),
            ("3-answer", 60, CD, "filed"),
            ("arbitration", 6, "months", "answered_else_due"),
        ],
        "sustained_no_precedent",
    ),
    "school district 'Level'": (
        """
ARTICLE VII. GRIEVANCE PROCEDURE
A. Definition. "Days" shall mean days when teachers are required to be present.
B. Level One. A teacher with a grievance shall first discuss it with the principal within twenty (20) days after the teacher knew or should have known of the act on which it is based.
C. Level Two. In the event the grievance is not resolved at Level One, the teacher may file it in writing with the principal within five (5) days after the discussion. The principal shall communicate a decision in writing within five (5) days after receiving the written grievance.
D. Level Three. Not later than ten (10) days after the decision of the principal the Association may refer the grievance to the Superintendent. The Superintendent shall meet with the Association within ten (10) days after receipt and shall render a decision within five (5) days of the meeting.
E. Level Four. If the Association is not satisfied, it may within fifteen (15) days after the Superintendent's decision request arbitration.
F. Failure at any level to communicate the decision within the specified time shall permit the grievant to proceed to the next level.
""",
        [
            ("1", 20, WD, "knowledge"),
            ("2", 5, WD, "filed"),
            ("2-answer", 5, WD, "filed"),
            ("3", 10, WD, "answered_else_due"),
            ("3-meeting", 10, WD, "filed"),
            ("3-answer", 5, WD, "meeting_else_filed"),
            ("arbitration", 15, WD, "answered_else_due"),
        ],
        "denied_may_advance",
    ),
    "federal VA-like modern": (
        """
ARTICLE 43 – GRIEVANCE PROCEDURE
Section 7. Procedure for Employees
Note: Most issues can be resolved informally.
Step 1. An employee and/or the Union shall present the grievance to the immediate or acting supervisor, orally or in writing, within 30 days of the date that the employee or Union became aware, or should have become aware, of the act or occurrence, or anytime if the act or occurrence is of a continuing nature. The immediate supervisor will make every effort to resolve the grievance immediately but must meet with the employee/representative and provide a written answer within 14 days of receipt of the grievance.
Step 2. If the grievance is not satisfactorily resolved at Step 1, it shall be presented to the Service Chief in writing within seven days of receipt of the Step 1 written answer, or the day the answer was due if no timely answer was received. The Service Chief shall meet with the employee and representative within seven days of receipt and provide a written answer within seven days of the meeting.
Step 3. If no satisfactory settlement is reached at Step 2, the grievance shall be moved in writing to the Director within seven days of receipt of the Step 2 answer or the day the answer was due. The Director will meet within ten days after receipt, and a written decision will be rendered within ten days after the meeting.
Section 10. Failure to respond. Should management fail to comply with the time limits at Step 1, the grievance may be advanced to Step 2. Should management fail to comply at Step 3, the grievance shall be resolved in favor of the grievant, provided that the remedy requested is legal and reasonable.
Section 12. All time limits in this Article are calendar days.
ARTICLE 44 - ARBITRATION
Section 1. A notice to invoke arbitration must be made to the other party within 60 days after receipt of the written decision rendered in the final step. Within seven days of receipt of the notice the moving party shall request from FMCS a list of seven impartial persons; FMCS shall supply the list within ten days.
""",
        [
            ("1", 30, CD, "knowledge"),
            ("1-answer", 14, CD, "filed"),
            ("2", 7, CD, "answer_due_or_received_earlier"),
            ("2-meeting", 7, CD, "filed"),
            ("2-answer", 7, CD, "meeting_else_filed"),
            ("3", 7, CD, "answer_due_or_received_earlier"),
            ("3-meeting", 10, CD, "filed"),
            ("3-answer", 10, CD, "meeting_else_filed"),
            ("arbitration", 60, CD, "answered_else_due"),
            ("arbitrator", 7, CD, "filed"),
        ],
        "denied_may_advance",
    ),
    "university faculty prose": (
        """
ARTICLE 15
15.4 Formal grievances. No grievance will be entertained unless filed with the dean not more than sixty days following the date upon which the faculty member reasonably should have learned of the event.
15.5 The dean convenes a conference within fourteen days of the filing, and issues a written determination no later than twenty-one days following the conference.
15.6 Should the grievant be dissatisfied, an appeal to the provost is lodged within fourteen days of the dean's determination. The provost has thirty days from lodging of the appeal in which to issue a determination.
15.7 The Federation, and only the Federation, may give notice of arbitration within forty-five days of the provost's determination.
15.8 Absent a timely determination the grievant may treat the grievance as denied and go forward.
15.9 Days are calendar days; days of the winter recess from December 20 through January 5 are not counted.
""",
        [
            ("1", 60, CD, "knowledge"),
            ("1-meeting", 14, CD, "filed"),
            ("1-answer", 21, CD, "meeting_else_filed"),
            ("2", 14, CD, "answered_else_due"),
            ("2-answer", 30, CD, "filed"),
            ("arbitration", 45, CD, "answered_else_due"),
        ],
        "denied_may_advance",
    ),
    "county, silence withdrawn/advance": (
        """
Article 12: Grievances
12.1 First Stage. Grievances start with the division manager, to whom they are handed in writing inside of 15 business days from when the facts first came to light. The manager replies within 10 business days.
12.2 Second Stage. The union has 10 business days from the reply, or from the last day for the reply, to take the grievance to the department director. The director replies within 15 business days of getting it.
12.3 Third Stage. The union has 20 business days from the director's reply to tell the county in writing that it is going to arbitration.
12.4 Where the county misses a time limit the grievance moves on to the next stage automatically. Where the union misses one, the grievance is considered dropped.
""",
        [
            ("1", 15, WD, "knowledge"),
            ("1-answer", 10, WD, "filed"),
            ("2", 10, WD, "answered_else_due"),
            ("2-answer", 15, WD, "filed"),
            ("arbitration", 20, WD, "answered_else_due"),
        ],
        "auto_advance",
    ),
    "hospital nurses": (
        """
ARTICLE 8 ADJUSTMENT OF GRIEVANCES
8.1 Everything that concerns discharge starts at Step 2, within five (5) working days of the discharge. Everything else starts at Step 1, within fifteen (15) calendar days of the event or of the nurse's knowledge of it.
8.2 STEP 1. The nurse and a Union delegate meet with the nurse manager, who gives an answer within seven (7) calendar days of the meeting.
8.3 STEP 2. Within seven (7) calendar days of the Step 1 answer the grievance is sent to the Director of Nursing, who answers within ten (10) calendar days of receiving it.
8.4 STEP 3. The Union may refer the grievance to the American Arbitration Association within thirty (30) calendar days of the Step 2 answer.
8.5 An answer not given on time counts as a denial.
""",
        [
            ("discipline", 5, WD, "incident"),
            ("1", 15, CD, "knowledge"),
            ("1-answer", 7, CD, "meeting_else_filed"),
            ("2", 7, CD, "answered_else_due"),
            ("2-answer", 10, CD, "filed"),
            ("arbitration", 30, CD, "answered_else_due"),
        ],
        "denied_may_advance",
    ),
    "police, city": (
        """
SECTION 5. GRIEVANCES
A. An aggrieved officer shall reduce the grievance to writing and give it to his or her lieutenant within ten (10) calendar days after its occurrence, Saturdays, Sundays and holidays excepted.
B. The lieutenant has five (5) such days to answer.
C. An unsatisfactory answer may be appealed to the Chief of Police within five (5) such days; the Chief has ten (10) such days to answer.
D. Then the City Manager, within five (5) such days; the City Manager has fifteen (15) such days to answer.
E. Within fifteen (15) such days after the City Manager's answer the Lodge may ask the Federal Mediation and Conciliation Service for a panel of seven arbitrators. The FMCS shall be requested to furnish the panel within five days.
F. If the City does not answer within the time provided the grievance is deemed granted.
""",
        [
            ("1", 10, WD, "incident"),
            ("1-answer", 5, WD, "filed"),
            ("2", 5, WD, "answered_else_due"),
            ("2-answer", 10, WD, "filed"),
            ("3", 5, WD, "answered_else_due"),
            ("3-answer", 15, WD, "filed"),
            ("arbitration", 15, WD, "answered_else_due"),
        ],
        "granted",
    ),
    "Spanish, hotel": (
        """
ARTÍCULO XIV - PROCEDIMIENTO DE QUEJAS Y AGRAVIOS
Sección 1. Primer Paso: El empleado o el delegado llevará la queja por escrito a su supervisor inmediato dentro de los diez (10) días laborables siguientes al hecho que la motiva. El supervisor contestará por escrito dentro de los cinco (5) días laborables de recibida.
Sección 2. Segundo Paso: De no estar conforme con la contestación, la Unión podrá apelar ante el Gerente de Recursos Humanos dentro de los cinco (5) días laborables siguientes al recibo de la contestación. El Gerente emitirá su decisión en un plazo de siete (7) días laborables.
Sección 3. Tercer Paso: La Unión podrá solicitar la designación de un árbitro al Negociado de Conciliación y Arbitraje dentro de los quince (15) días laborables siguientes a la decisión del Gerente.
Sección 4. Si el patrono no contesta dentro del término, la Unión podrá llevar la querella al paso siguiente.
""",
        [
            ("1", 10, WD, "incident"),
            ("1-answer", 5, WD, "filed"),
            ("2", 5, WD, "answered_else_due"),
            ("2-answer", 7, WD, "filed"),
            ("arbitration", 15, WD, "answered_else_due"),
        ],
        "denied_may_advance",
    ),
    "grocery, private": (
        """
ARTICLE 17. DISPUTES
17.1 Should a difference arise between the Employer and the Union or any employee, an earnest effort shall be made to settle it.
(a) The grievance shall be brought to the store manager by the employee or shop steward not later than seven (7) days after the event giving rise to it, except that wage claims may be brought within ninety (90) days.
(b) Failing settlement in three (3) days, the Union representative shall put it in writing and submit it to the Employer's labor relations office within fourteen (14) days of the event.
(c) The parties shall meet within ten (10) days from receipt of the written grievance. The Employer's written answer is due seven (7) days later.
(d) If still not settled, the Union may, by letter within twenty-one (21) days of the Employer's written answer, require arbitration.
17.2 A grievance not presented within these limits is waived. "Days" are calendar days.
""",
        [
            ("1", 7, CD, "incident"),
            ("2", 14, CD, "incident"),
            ("2-meeting", 10, CD, "filed"),
            ("2-answer", 7, CD, "meeting_else_filed"),
            ("arbitration", 21, CD, "answered_else_due"),
        ],
        "",
    ),
    "transit": (
        """
SECTION 102.
First Step - Within fourteen (14) days, excluding Saturdays, Sundays, and holidays observed by the District, of the date of the act complained of, the operator or the Union files Form G-1 at the division office. The Division Manager holds a hearing within seven (7) days of filing, excluding the same days, and answers in writing within three (3) days of the hearing.
Second Step - The Union has ten (10) days from the Division Manager's answer to appeal to the Chief Operating Officer; a hearing is held in fourteen (14) days and an answer given in fourteen (14) days thereafter.
Arbitration - By majority vote of its membership, at its next regular meeting but in no event later than sixty (60) days from the second step answer, the Union may elect to arbitrate.
Timeliness - If the District is late, the relief asked for is granted without precedent.
""",
        [
            ("1", 14, WD, "incident"),
            ("1-meeting", 7, WD, "filed"),
            ("1-answer", 3, WD, "meeting_else_filed"),
            ("2", 10, WD, "answered_else_due"),
            ("2-meeting", 14, WD, "filed"),
            ("2-answer", 14, WD, "meeting_else_filed"),
            ("arbitration", 60, WD, "answered_else_due"),
        ],
        "sustained_no_precedent",
    ),
    "federal depot, dual tracks": (
        """
ARTICLE 33. NEGOTIATED GRIEVANCE PROCEDURE
33.6 Employee grievances.
a. Informal. Employees discuss the problem with their first-line supervisor within fifteen (15) workdays after the incident. The supervisor gives an oral reply within five (5) workdays.
b. Formal Step A. A dissatisfied employee files the grievance form with the division chief within ten (10) workdays of the oral reply; the division chief decides in writing within ten (10) workdays after receipt.
c. Formal Step B. Within ten (10) workdays after receipt of the decision the grievance is forwarded to the Commander, whose decision follows within fifteen (15) workdays.
33.7 Union grievances are filed with the Commander within twenty (20) workdays after the incident; Employer grievances are filed with the Local President within the same time. The respondent decides within twenty (20) workdays.
33.8 Arbitration may be invoked by either party within twenty (20) workdays after the final decision.
33.9 Failure of the Employer to observe the time limits entitles the grievant to advance the grievance; failure of the grievant cancels the grievance.
""",
        [
            ("1", 15, WD, "incident"),
            ("1-answer", 5, WD, "filed"),
            ("2", 10, WD, "answered_else_due"),
            ("2-answer", 10, WD, "filed"),
            ("3", 10, WD, "answered_else_due"),
            ("3-answer", 15, WD, "filed"),
            ("union", 20, WD, "incident"),
            ("union-answer", 20, WD, "filed"),
            ("arbitration", 20, WD, "answered_else_due"),
        ],
        "denied_may_advance",
    ),
    "state corrections": (
        """
ARTICLE 10 - GRIEVANCE
10.3 Timelines run from the day after the triggering event; if the last day is a Saturday, Sunday or legal holiday the period runs to the end of the next business day. Filing is complete on the postmark date.
10.4 Step 1: written grievance to the superintendent in 21 calendar days of when the grievant or Union knew, or with ordinary care would have known. Superintendent's response: 14 calendar days from receipt.
10.5 Step 2: written appeal to the Labor Relations Unit in 14 calendar days of the earlier of receipt of the Step 1 response or the date it was due. Response: 21 calendar days from receipt.
10.6 Step 3: notice of intent to arbitrate in 30 calendar days of the earlier of receipt of the Step 2 response or the date it was due.
10.7 A grievance not timely moved is withdrawn; a response not timely made lets the Union advance.
""",
        [
            ("1", 21, CD, "knowledge"),
            ("1-answer", 14, CD, "filed"),
            ("2", 14, CD, "answer_due_or_received_earlier"),
            ("2-answer", 21, CD, "filed"),
            ("arbitration", 30, CD, "answer_due_or_received_earlier"),
        ],
        "denied_may_advance",
    ),
    "manufacturing, clocks in hours": (
        """
ARTICLE VI
6.02 The Company will answer Step One within two (2) working days after discussion, Step Two within five (5) working days after the Step Two meeting, and Step Three within ten (10) working days after the Step Three meeting.
6.03 The Union must present a Step One grievance within three (3) working days of the occurrence, appeal to Step Two within three (3) working days of the Step One answer, appeal to Step Three within five (5) working days of the Step Two answer, and demand arbitration within thirty (30) calendar days of the Step Three answer.
6.04 If the Company does not answer in time, the grievance is automatically appealed to the next step.
""",
        [
            ("1", 3, WD, "incident"),
            ("1-answer", 2, WD, "meeting_else_filed"),
            ("2", 3, WD, "answered_else_due"),
            ("2-answer", 5, WD, "meeting_else_filed"),
            ("3", 5, WD, "answered_else_due"),
            ("3-answer", 10, WD, "meeting_else_filed"),
            ("arbitration", 30, CD, "answered_else_due"),
        ],
        "auto_advance",
    ),
    "higher ed staff table": (
        """
Article 11 Grievances
Step | Who | Union's time limit | Employer's time limit
Step 1 | Supervisor | 20 working days from occurrence | 10 working days from receipt
Step 2 | Human Resources | 10 working days from Step 1 response | 15 working days from receipt
Step 3 | Arbitration | 25 working days from Step 2 response |
The failure of the University to respond within the time limit shall be deemed a denial and the Union may proceed.
""",
        [
            ("1", 20, WD, "incident"),
            ("1-answer", 10, WD, "filed"),
            ("2", 10, WD, "answered_else_due"),
            ("2-answer", 15, WD, "filed"),
            ("arbitration", 25, WD, "answered_else_due"),
        ],
        "denied_may_advance",
    ),
    "firefighters, plain words": (
        """
ARTICLE 4: GRIEVANCES
1. Talk to your Battalion Chief first. You have two weeks from the day it happened.
2. The Battalion Chief has one week to answer.
3. Not good enough? The Union may write to the Fire Chief within two weeks of the answer. The Fire Chief has two weeks to answer.
4. Still not settled? The Union may call for arbitration within thirty days of the Fire Chief's answer.
5. No answer in time means the answer is no and the Union may go on.
""",
        [
            ("1", 2, "weeks", "incident"),
            ("1-answer", 1, "weeks", "filed"),
            ("2", 2, "weeks", "answered_else_due"),
            ("2-answer", 2, "weeks", "filed"),
            ("arbitration", 30, CD, "answered_else_due"),
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
