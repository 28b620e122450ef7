"""Limits told by their end, after 'in', or by 'has' alone; a grievance of the employer beside those of the union."""

import pytest

from grievances.proposing import propose

WD, CD = "working_days", "calendar_days"
EITHER = "answer_due_or_received_earlier"
TOLD = {
    "power plant": (
        [
            "1. An aggrieved worker or the shop steward brings the complaint to the crew leader by the end of the fifth "
            "shift after the worker knew of it. The crew leader renders a decision in ten days.",
            "2. If the decision does not satisfy the worker, the Chief Steward has until the close of the fifth day "
            "after receiving it to carry the matter up to the Plant Manager in writing. The Plant Manager shall hear "
            "the matter in seven days and has a further seven days to reply in writing.",
            "3. Failing settlement, the Union may invoke arbitration in thirty calendar days from the Plant Manager's "
            "reply, or, if none was given, from the day it was due. Within 5 days after invocation the parties shall "
            "jointly ask the FMCS for a list of seven names.",
        ],
        [
            ("1", 5, CD, "knowledge"), ("1-answer", 10, CD, "filed"), ("2", 5, CD, "answered_else_due"),
            ("2-meeting", 7, CD, "filed"), ("2-answer", 7, CD, "filed"), ("arbitration", 30, CD, EITHER),
            ("arbitrator", 5, CD, "filed"),
        ],
    ),
    "hospital": (
        [
            "7.1 A nurse who feels the Agreement was violated talks it over with the nurse manager before the end of "
            "the tenth calendar day following the incident. The nurse manager gets back to the nurse in five calendar "
            "days.",
            "7.2 Should the matter remain unresolved, the Association reduces it to writing and hands it to the Chief "
            "Nursing Officer by the close of the fourteenth calendar day after the manager spoke or should have "
            "spoken. The CNO convenes a hearing in ten calendar days.",
            "7.3 Thereafter the Association has until the end of the thirtieth calendar day after receipt of the CNO's "
            "decision to serve a demand for arbitration.",
            "7.4 The Hospital may lodge a grievance with the Association's President in fifteen calendar days of the "
            "incident; the President must give an answer in fifteen calendar days.",
        ],
        [
            ("1", 10, CD, "incident"), ("1-answer", 5, CD, "filed"), ("2", 14, CD, "answered_else_due"),
            ("2-meeting", 10, CD, "filed"), ("2-answer", 0, "", "no_limit"),
            ("arbitration", 30, CD, "answered_else_due"), ("management", 15, CD, "incident"),
            ("management-answer", 15, CD, "filed"),
        ],
    ),
    "university": (
        [
            "4.3 A formal grievance must be filed with the Dean in sixty days from the act or omission. 4.4 The Dean "
            "shall render a written decision in thirty days after the filing. 4.5 The Union may seek review by the "
            "Provost by a request filed within thirty days after receipt of the Dean's decision, or, if the Dean did "
            "not decide in time, within thirty days after the decision was due. 4.6 The Provost has forty-five days. "
            "4.7 Notice of intent to arbitrate must be filed within forty-five days after receipt of the Provost's "
            "decision.",
        ],
        [
            ("1", 60, CD, "incident"), ("1-answer", 30, CD, "filed"), ("2", 30, CD, "answered_else_due"),
            ("2-answer", 45, CD, "filed"), ("arbitration", 45, CD, "answered_else_due"),
        ],
    ),
    "sheriff": (
        [
            "Sec. 2(a) The deputy or the Guild shall take the grievance up with the sergeant before the close of the "
            "seventh day after the deputy knew or should have known of it. (b) The sergeant has five days. (c) The "
            "Guild may carry the matter up to the Sheriff within seven days of the sergeant's answer or, where the "
            "sergeant has not answered, within seven days of the day the answer was due. (d) The Sheriff renders a "
            "decision in fourteen days. (e) Arbitration: twenty-one days after the Sheriff's decision. (f) The County "
            "may present a grievance to the Guild in ten days of the act; the Guild shall answer in ten days."
        ],
        [
            ("1", 7, CD, "knowledge"), ("1-answer", 5, CD, "filed"), ("2", 7, CD, "answered_else_due"),
            ("2-answer", 14, CD, "filed"), ("arbitration", 21, CD, "answered_else_due"),
            ("management", 10, CD, "incident"), ("management-answer", 10, CD, "filed"),
        ],
    ),
    "cannery": (
        [
            "Within four shifts of the trouble the worker or steward speaks to the line boss. If that fails the steward "
            "has three days to put the grievance in writing to the plant superintendent. The superintendent has a "
            "further five days to reply. The Local then has until the end of the fifteenth day after the reply to ask "
            "for arbitration."
        ],
        [
            ("1", 4, CD, "incident"), ("1-answer", 0, "", "no_limit"), ("2", 3, CD, "answered_else_due"),
            ("2-answer", 5, CD, "filed"), ("arbitration", 15, CD, "answered_else_due"),
        ],
    ),
    "bakery": (
        [
            "Step 1. A grievance must be brought to the shift supervisor by the close of the third day following the "
            "event. The supervisor gives an answer in two days. Step 2. If this fails, the Union may take the grievance "
            "up to the Production Manager in five days of the answer, or, should the supervisor not answer, in five "
            "days of the day the answer was due. The Production Manager has seven days. Step 3. Arbitration: thirty "
            "days after the Production Manager's answer. Company grievances. The Company may submit a grievance to the "
            "Union in ten days of the event. The Union has ten days to answer."
        ],
        [
            ("1", 3, CD, "incident"), ("1-answer", 2, CD, "filed"), ("2", 5, CD, "answered_else_due"),
            ("2-answer", 7, CD, "filed"), ("arbitration", 30, CD, "answered_else_due"),
            ("management", 10, CD, "incident"), ("management-answer", 10, CD, "filed"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("texts", "wanted"), TOLD.values(), ids=TOLD)
def test_every_limit_stands_in_its_place(texts, wanted):
    made = [(one.key, one.n, one.written.get("unit", ""), one.anchor_kind) for one in propose(texts)]
    assert made == wanted


def test_workdays_without_weekends_say_nothing_of_plain_days():
    """Read as working days, the sixty would end in another month than the agreement's."""
    texts = (
        "The operator shall present the grievance in writing to the Superintendent within seven (7) workdays of the "
        "incident, excluding Saturdays, Sundays and holidays. The Superintendent shall decide within ten (10) workdays. "
        "The Union shall have sixty (60) days from the decision to refer the case to arbitration.",
    )
    made = {one.key: (one.n, one.written["unit"]) for one in propose(texts)}
    assert made["1"] == (7, WD) and made["arbitration"] == (60, CD)


def test_a_grievance_of_the_employer_is_its_own_and_our_answer_ours():
    texts = (
        "Section 3. An employee shall file a grievance with the supervisor within fifteen (15) working days of the "
        "event. The supervisor shall answer within ten (10) working days. The Union may invoke arbitration within "
        "thirty (30) calendar days of the answer.",
        "Section 8. Any grievance which the Company may have against the Union shall be submitted in writing to the "
        "Local President within 14 days of the event. The Local President shall reply within 10 days; failing "
        "settlement the Company may refer the matter to arbitration within 20 days of the reply.",
    )
    made = {one.key: (one.actor, one.n, one.entry_for) for one in propose(texts)}
    assert made["1"][0] == "employee" and made["arbitration"] == ("union", 30, ())
    assert made["management"] == ("management", 14, ("management",))
    assert made["management-answer"] == ("union", 10, ())


def test_an_employer_who_submits_a_grievance_to_arbitration_files_none():
    texts = (
        "A grievance shall be filed within ten (10) days of the event. The Company may submit any grievance to "
        "arbitration within twenty (20) days of its answer.",
    )
    assert [one.key for one in propose(texts) if one.entry_for] == []


@pytest.mark.parametrize(
    "who",
    ["chief steward", "shop steward", "grievance committee", "arbitrator", "faculty member", "appellant",
     "executive board", "aggrieved party", "arbitration panel", "staff association"],
)  # fmt: skip
def test_days_of_our_own_people_and_of_who_decides_are_no_time_to_answer(who):
    texts = (
        "Step 1. A grievance shall be filed within 10 days of the event. The supervisor has five days. Step 2. The "
        f"{who} has fifteen days. The plant manager shall answer within 7 days of the appeal.",
    )
    made = {one.key: one.n for one in propose(texts)}
    assert made["1-answer"] == 5 and 15 not in made.values()


def test_a_grievance_that_is_taken_up_to_somebody_is_filed():
    texts = (
        "The member takes it up to the director within 10 days of the event. The director shall answer within 10 "
        "days. The local carries the grievance in writing to the superintendent within 5 days of the answer.",
    )
    first = propose(texts)[0]
    assert (first.key, first.n, first.written["anchor_kind"]) == ("1", 10, "incident")


@pytest.mark.parametrize("does", ["the board hears it", "the superintendent shall review the matter"])
def test_what_the_other_side_does_after_a_talk_that_failed_is_no_appeal_of_ours(does):
    texts = (
        "1. The teacher discusses the grievance with the principal within 15 school days of the event. The principal "
        f"shall answer within 5 school days. 2. If that fails, {does} within 20 school days.",
    )
    assert [one.key for one in propose(texts) if one.deed == "appeal"] == []
