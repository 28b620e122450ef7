"""Articles in words of other houses: passive demands, answers told of twice, reports, limits after a colon.

The sentences are ours. Each row is (key, n, unit, where the clock starts).
"""

import pytest

from grievances.proposing import propose

WD, CD, EITHER = "working_days", "calendar_days", "answered_else_due"

TOLD = {
    "quarry: 'take the matter up'; a grievance presented late is no silence of management": (
        """
ARTICLE 14 GRIEVANCE PROCEDURE
14.1 Definition. A grievance is a dispute over the meaning or application of this Agreement.
14.2 Step One. The employee shall take the matter up with the foreman within seven (7) calendar days after the event giving rise to the grievance. The foreman shall answer within three (3) working days.
14.3 Step Two. If the answer is not satisfactory, the Union may submit the grievance in writing to the Plant Manager within five (5) working days after receipt of the foreman's answer. The Plant Manager shall reply in writing within ten (10) working days of receiving the grievance.
14.4 Step Three. The Union may refer the matter to arbitration by written notice to the Company within thirty (30) calendar days of the Plant Manager's reply.
14.5 Any grievance not presented within the time limits shall be considered withdrawn. If the Company fails to answer in time, the Union may proceed to the next step.
""",
        [
            ("1", 7, CD, "incident"),
            ("1-answer", 3, WD, "filed"),
            ("2", 5, WD, EITHER),
            ("2-answer", 10, WD, "filed"),
            ("arbitration", 30, CD, EITHER),
        ],
        "denied_may_advance",
    ),
    "transit: 'shall decide'; days without Saturdays": (
        """
ARTICLE XII - GRIEVANCE AND ARBITRATION
A. First Step. A grievance shall be filed in writing with the Superintendent within ten days of the incident, exclusive of Saturdays, Sundays and holidays. A hearing will be held within five days of filing and the Superintendent will render a decision within five days of the hearing.
B. Second Step. An appeal may be taken to the General Manager within five days after the decision at the first step. The General Manager shall decide within fourteen days.
C. Arbitration. Either party may demand arbitration within sixty (60) calendar days after the General Manager's decision. The parties shall jointly request a list of seven arbitrators within ten days of the demand.
D. If the Authority does not answer within the time allowed, the grievance shall be deemed granted.
""",
        [
            ("1", 10, WD, "incident"),
            ("1-meeting", 5, WD, "filed"),
            ("1-answer", 5, WD, "meeting_else_filed"),
            ("2", 5, WD, EITHER),
            ("2-answer", 14, WD, "filed"),
            ("arbitration", 60, CD, EITHER),
            ("arbitrator", 10, WD, "filed"),
        ],
        "granted",
    ),
    "school: 'if no decision within five days' is the answer again, no appeal": (
        """
ARTICLE V  GRIEVANCE PROCEDURE
Level One. A teacher with a grievance shall first discuss it with the principal. If not resolved, the grievance shall be filed in writing within thirty (30) school days of its occurrence. The principal shall answer in writing within five (5) school days.
Level Two. If the grievant is not satisfied with the disposition at Level One, or if no decision has been rendered within five (5) school days after presentation, the grievance may be filed with the Superintendent within ten (10) school days. The Superintendent shall meet with the grievant within ten (10) school days and give a written decision within five (5) school days thereafter.
Level Three. If not satisfied, the Association may within fifteen (15) school days of the Level Two decision submit the grievance to arbitration.
""",
        [
            ("1", 30, WD, "incident"),
            ("1-answer", 5, WD, "filed"),
            ("2", 10, WD, EITHER),
            ("2-meeting", 10, WD, "filed"),
            ("2-answer", 5, WD, "meeting_else_filed"),
            ("arbitration", 15, WD, EITHER),
        ],
        "",
    ),
    "warehouse: the steward follows the report, 'failing agreement' goes up, a position is an answer": (
        """
Section 22 Grievances.
(a) An employee having a complaint shall report it to the shop steward within three (3) working days. (b) The steward shall take it up with the supervisor within two (2) working days of the report. (c) Failing agreement, the business agent shall submit the grievance in writing within seven (7) working days. (d) The Company shall give its written position within seven (7) working days after receipt of the written grievance. (e) Unless settled, the matter must be docketed with the Joint Panel not less than ten (10) working days before the panel meets.
(f) Panel decisions which deadlock may be referred to arbitration within fourteen (14) calendar days of the deadlock.
""",
        [
            ("1", 3, WD, "incident"),
            ("2", 2, WD, "filed"),
            ("2-answer", 0, CD, "no_limit"),
            ("3", 7, WD, EITHER),
            ("3-answer", 7, WD, "filed"),
            ("panel", 10, WD, "event_date"),
            ("panel-answer", 0, CD, "no_limit"),
            ("arbitration", 14, CD, EITHER),
        ],
        "",
    ),
    "agency: arbitration invoked in the passive, from the decision or the day it was due": (
        """
Article 33 Negotiated Grievance Procedure
Section 6. Informal stage. The grievant must raise the matter with the first-line supervisor within 20 workdays of the date of the act or the date the grievant became aware of it. The supervisor will respond orally within 5 workdays of the discussion.
Section 7. Formal stage. If the matter is not resolved, a written grievance may be filed with the second-level supervisor within 10 workdays of the oral response. The deciding official will issue a written decision within 15 workdays from receipt.
Section 8. Union or Agency grievances shall be filed within 30 workdays of the act. The receiving party shall answer within 30 workdays.
Section 9. Arbitration may be invoked by the Union or the Agency within 30 calendar days after receipt of the final written decision. If the decision is not issued by its due date, the Union may invoke arbitration within 30 calendar days of the date the decision was due.
""",
        [
            ("1", 20, WD, "knowledge"),
            ("1-answer", 5, WD, "meeting_else_filed"),
            ("2", 10, WD, EITHER),
            ("2-answer", 15, WD, "filed"),
            ("union", 30, WD, "incident"),
            ("union-answer", 30, WD, "filed"),
            ("arbitration", 30, CD, EITHER),
        ],
        "",
    ),
    "fire department: intent to arbitrate": (
        """
ARTICLE 11
11.3 Step I: The aggrieved employee, with the Union, shall submit a written grievance to the Battalion Chief within fourteen (14) calendar days, with the date of knowledge counted as the first day. The Battalion Chief has seven (7) calendar days to respond.
11.4 Step II: If unresolved the grievance shall be submitted to the Fire Chief within seven (7) calendar days from the date of the Battalion Chief's response; the Fire Chief has fourteen (14) calendar days to respond.
11.5 Step III: If unresolved the grievance shall be submitted to the City Manager within seven (7) calendar days; the City Manager has fourteen (14) calendar days to respond.
11.6 Step IV: Within one (1) month of the City Manager's response the Union may notify the City of its intent to arbitrate.
""",
        [
            ("1", 14, CD, "knowledge"),
            ("1-answer", 7, CD, "filed"),
            ("2", 7, CD, EITHER),
            ("2-answer", 14, CD, "filed"),
            ("3", 7, CD, EITHER),
            ("3-answer", 14, CD, "filed"),
            ("arbitration", 1, "months", EITHER),
        ],
        "",
    ),
    "table in words: 'Reply: 5 working days'": (
        """
Article 21 Grievances
21.4 Steps
Step 1 - Submission to Section Head: 10 working days after the event. Reply: 5 working days.
Step 2 - Submission to Department Head: 5 working days after reply. Reply: 10 working days.
Step 3 - Arbitration request: 20 working days after Step 2 reply.
""",
        [
            ("1", 10, WD, "incident"),
            ("1-answer", 5, WD, "filed"),
            ("2", 5, WD, EITHER),
            ("2-answer", 10, WD, "filed"),
            ("arbitration", 20, WD, EITHER),
        ],
        "",
    ),
    "depot: notice, records and official time are no limits of a grievance": (
        """
ARTICLE 30 GRIEVANCES
30.1 Employees shall be given thirty (30) days' notice of schedule changes. Records of grievances shall be kept two (2) years. Up to eight (8) hours of official time may be used.
30.2 A grievance shall be presented to the immediate supervisor within twenty (20) days of the event. The supervisor shall respond within ten (10) days of presentation.
30.3 The Union may appeal to the Commander within ten (10) days after receiving the supervisor's response. The Commander shall respond within twenty (20) days after receipt.
30.4 The arbitrator shall render an award within thirty (30) days after the close of the hearing. Arbitration must be invoked within twenty-five (25) days after the Commander's response.
30.5 All time limits in this Article are calendar days. A deadline that falls on a Saturday, Sunday or Federal holiday is moved to the next working day.
""",
        [
            ("1", 20, CD, "incident"),
            ("1-answer", 10, CD, "filed"),
            ("2", 10, CD, EITHER),
            ("2-answer", 20, CD, "filed"),
            ("arbitration", 25, CD, EITHER),
        ],
        "",
    ),
}


def test_arbitration_without_a_time_is_a_step_and_due_or_received_is_the_earlier_of_both():
    made = propose(
        [
            "Step 1. The employee shall file the grievance within thirty (30) days of the event. The Warden shall answer "
            "within thirty (30) days of receipt.",
            "Step 2. The Union may appeal within fifteen (15) days after the answer of Step 1 is due or received. The "
            "Department shall respond within thirty (30) days of receipt.",
            "Step 3. If it is not resolved within thirty (30) days of the Step 2 notice, the Union shall notify the "
            "Department in writing that it desires arbitration. Within twenty (20) days of receipt of the list the parties "
            "shall select an arbitrator.",
        ]
    )
    assert [(step.key, step.n, step.anchor_kind, step.after) for step in made] == [
        ("1", 30, "incident", ""),
        ("1-answer", 30, "filed", "1"),
        ("2", 15, "answer_due_or_received_earlier", "1-answer"),
        ("2-answer", 30, "filed", "2"),
        ("arbitration", 0, "no_limit", "2-answer"),
        ("arbitrator", 20, "event_date", "arbitration"),
    ]
    assert "desires arbitration" in made[4].quote


def _lines(text):
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("name", TOLD)
def test_every_limit_stands_in_its_place_with_its_silence(name):
    text, wanted, silence = TOLD[name]
    made = propose(_lines(text))
    assert [(step.key, step.n, step.unit, step.anchor_kind) for step in made] == wanted
    assert {step.written.get("silence", "") for step in made if step.deed == "answer" and step.n} == {silence}


def test_a_first_day_that_counts_counts_only_in_the_limit_that_says_so():
    text = TOLD["fire department: intent to arbitrate"][0]
    assert [step.key for step in propose(_lines(text)) if step.written.get("count_first_day")] == ["1"]
