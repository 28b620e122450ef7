"""Articles as other trades write them: named levels, passive answers, appeals called filings, limits before their deed.

The sentences are ours. Each row is (key, n, unit, where the clock starts).
"""

import pytest

from grievances.proposing import propose

WD, CD = "working_days", "calendar_days"
EITHER, EARLIER = "answered_else_due", "answer_due_or_received_earlier"

TOLD = {
    "teachers: a talk, then Level One; days are days of business": (
        [
            '"Days" means days on which the District office is open for business.',
            "A teacher shall first discuss the matter with the principal within ten (10) days of the event or of the "
            "time the teacher should have known of it.",
            "Level One. The Association may present the grievance in writing within fifteen (15) days after the "
            "informal discussion. The principal shall communicate a written decision within seven (7) days.",
            "Level Two. The grievance may be appealed to the Superintendent within ten (10) days of receipt of the "
            "decision. The Superintendent shall meet with the grievant within ten (10) days of receipt of the appeal "
            "and shall render a decision within ten (10) days following the meeting.",
            "Level Three. The Association may submit the grievance to arbitration within twenty (20) days after "
            "receipt of the decision.",
            "If not satisfied with a decision, the Association may appeal.",
        ],
        [("1", 10, WD, "knowledge"), ("2", 15, WD, "filed"), ("2-answer", 7, WD, "filed"), ("3", 10, WD, EITHER),
         ("3-meeting", 10, WD, "filed"), ("3-answer", 10, WD, "meeting_else_filed"), ("arbitration", 20, WD, EITHER)],
        "",
    ),
    "police: filed again under Step 2, discharge enters later": (
        [
            "Working days shall exclude Saturdays, Sundays and City holidays. Step 1. The Guild shall submit a written "
            "grievance within twenty (20) working days of the alleged violation.",
            "The Commander will respond within ten (10) working days of receiving the grievance. Step 2. The Guild "
            "shall file the grievance with the Chief within ten (10) working days from the date the response was due "
            "or received, whichever is earlier. The Chief shall have fifteen (15) working days to issue a written "
            "response.",
            "Step 3. Grievances concerning discharge shall be initiated at this Step within fourteen (14) calendar "
            "days of the notice of discharge. Appeals to the City Manager shall be made within ten (10) working days "
            "of the response. Within thirty (30) calendar days of that reply the Guild may demand arbitration. Within "
            "ten (10) days of the demand the parties shall attempt to select an arbitrator.",
        ],
        [("1", 20, WD, "incident"), ("1-answer", 10, WD, "filed"), ("2", 10, WD, EARLIER), ("2-answer", 15, WD, "filed"),
         ("discipline", 14, CD, "receipt"), ("3", 10, WD, EITHER), ("3-answer", 0, CD, "no_limit"),
         ("arbitration", 30, CD, EITHER),
         ("arbitrator", 10, CD, "filed")],
        "",
    ),
    "hospital: two ways on from one answer, the limit before the deed": (
        [
            "A nurse shall bring the grievance to the manager within 14 calendar days after the nurse knew of the "
            "event. Within 10 calendar days of the filing the manager shall hold a meeting. The manager's written "
            "answer is due 7 calendar days after that meeting. The Union shall advance the grievance within 10 "
            "calendar days of the answer. The Chief Nursing Officer shall answer within 14 calendar days.",
            "The Union may refer the grievance to mediation within 15 calendar days of the CNO's answer, or to "
            "arbitration within 30 calendar days of the CNO's answer. The arbitrator shall render a decision within "
            "60 days. If the Hospital does not answer in time, the grievance is sustained without precedent.",
        ],
        [("1", 14, CD, "knowledge"), ("1-meeting", 10, CD, "filed"), ("1-answer", 7, CD, "meeting_else_filed"),
         ("2", 10, CD, EITHER), ("2-answer", 14, CD, "filed"), ("mediation", 15, CD, EITHER),
         ("arbitration", 30, CD, EITHER)],
        "sustained_no_precedent",
    ),
    "building trades: hours, weeks, a board and an umpire": (
        [
            "Grievances must be taken up by the Steward within three (3) working days of their occurrence. If no "
            "settlement is reached within two (2) working days, the Business Manager shall reduce it to writing and "
            "deliver it to the Employer within five (5) working days thereafter. The parties shall meet within "
            "forty-eight (48) hours of delivery. Either may refer the dispute to the Joint Board within one (1) week "
            "of the meeting. The Board shall render its decision within two (2) weeks. The matter may be taken to an "
            "impartial umpire within ten (10) working days of the deadlock.",
        ],
        [("1", 3, WD, "incident"), ("1-answer", 2, WD, "filed"), ("2", 5, WD, EITHER), ("2-meeting", 2, CD, "filed"),
         ("3", 1, "weeks", "meeting"), ("3-answer", 2, "weeks", "filed"), ("arbitration", 10, WD, EITHER)],
        "",
    ),
    "transit: ordinals, a satisfied appeal is no silence": (
        [
            "An operator shall present the grievance not later than the tenth (10th) working day following the event. "
            "The Superintendent shall give an answer no later than five (5) working days after it is presented. If "
            "the answer is not satisfactory, the Union may, within ten working days of its receipt, appeal to the "
            "General Manager. A hearing will be held within fifteen (15) working days thereafter, and the General "
            "Manager's decision will be issued within ten (10) working days of the hearing.",
            "Unless the Authority answers within the time provided, the grievance shall be considered granted.",
        ],
        [("1", 10, WD, "incident"), ("1-answer", 5, WD, "filed"), ("2", 10, WD, EITHER), ("2-meeting", 15, WD, "filed"),
         ("2-answer", 10, WD, "meeting_else_filed")],
        "granted",
    ),
    "department: a filing told of earlier gives way to Step 1; the union's own gets its own answer": (
        [
            "The notice will advise the employee that a grievance must be filed within 40 days and with whom.",
            "A union grievance must be filed within 15 days of the date the Union learned of the action. A response to "
            "the Union's grievance will be provided within 20 days of the filing.",
            "Step 1: The employee must file a grievance within 12 days of the date of the action. The supervisor will "
            "respond in writing within 15 days after receipt of the grievance.",
            "Step 2. The appeal (other than one which is taken to the EEOC) must be filed within 30 days after the "
            "response is received. Within 5 business days of receipt of the appeal a meeting may be asked for.",
        ],
        [("union", 15, CD, "knowledge"), ("union-answer", 20, CD, "filed"), ("1", 12, CD, "incident"),
         ("1-answer", 15, CD, "filed"), ("2", 30, CD, EITHER), ("2-meeting", 5, WD, "filed")],
        "",
    ),
    "faculty: a comma before the deed, a demand that is filed": (
        [
            "Grievances must be lodged with the Dean not later than thirty (30) calendar days following the date the "
            "member knew of the occurrence. The Dean shall, within fourteen (14) calendar days, convene a conference, "
            "and a written disposition shall be issued within twelve (12) calendar days of the conference.",
            "The Association may request review by the Provost in writing within ten (10) business days after "
            "receiving the disposition. The Provost has twenty (20) business days to reply. Within thirty (30) calendar "
            "days of that response or, if none is received, the date on which it was due, the Association may file a "
            "demand for arbitration. The University's failure to respond shall be considered a denial.",
        ],
        [("1", 30, CD, "knowledge"), ("1-meeting", 14, CD, "filed"), ("1-answer", 12, CD, "meeting_else_filed"),
         ("2", 10, WD, EITHER), ("2-answer", 20, WD, "filed"), ("arbitration", 30, CD, EITHER)],
        "denied_may_advance",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_every_limit_of_the_article_stands_in_its_place_and_no_other(name):
    texts, wanted, _silence = TOLD[name]
    made = [(step.key, step.n, step.unit, step.anchor_kind) for step in propose(texts)]
    assert made == wanted


@pytest.mark.parametrize("name", TOLD)
def test_silence_is_what_the_article_says_of_it(name):
    texts, _wanted, silence = TOLD[name]
    assert {step.written.get("silence", "") for step in propose(texts) if step.deed == "answer"} == {silence}


def test_two_ways_on_follow_the_same_answer():
    texts = TOLD["hospital: two ways on from one answer, the limit before the deed"][0]
    made = {step.key: step.after for step in propose(texts)}
    assert made["mediation"] == made["arbitration"] == "2-answer"


def test_a_union_grievance_is_the_unions_and_its_answer_managements():
    texts = TOLD["department: a filing told of earlier gives way to Step 1; the union's own gets its own answer"][0]
    made = {step.key: step.actor for step in propose(texts)}
    assert (made["union"], made["union-answer"]) == ("union", "management")


MEET_FIRST = (
    "Level One. The teacher hands the written grievance to the head of school. Within eight (8) days thereafter the "
    "head of school or the administrator shall meet with the teacher. The administrator shall answer in writing within "
    "six (6) days after the meeting.",
    "Level Two. The union may appeal to the superintendent within seven (7) days after receipt of the answer.",
)


def test_a_meeting_they_owe_is_no_limit_for_our_filing():
    made = {step.key: (step.deed, step.n, step.anchor_kind) for step in propose(MEET_FIRST)}
    assert made["1"] == ("file", 0, "no_limit")
    assert made["1-meeting"] == ("meeting", 8, "filed")
    assert made["2"][:2] == ("appeal", 7)


def test_a_time_for_filing_told_after_the_steps_is_that_of_the_first():
    last = "A grievance must be started at Level One not later than forty (40) days after knowledge of the event."
    made = {step.key: (step.deed, step.n, step.anchor_kind, step.clause) for step in propose((*MEET_FIRST, last))}
    assert made["1"] == ("file", 40, "knowledge", 2)
    assert made["2"][:2] == ("appeal", 7)
