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
            ("2", 5, WD, "meeting"),
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
            ("2", 5, WD, "meeting"),
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
