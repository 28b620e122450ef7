"""Reading time limits out of an article by pattern."""

import pytest

from grievances.proposing import propose

ARTICLE = [
    "Time limits are in working days unless the word calendar is used.",
    "A grievance shall be filed within fifteen (15) days after the employee became aware of the act.",
    "The supervisor shall meet with the grievant within five (5) days. The supervisor shall give a written answer "
    "within ten (10) days after the meeting.",
    "The Union may appeal to Step 2 within 10 days after the answer is due or received, whichever is earlier. The "
    "Director shall answer within fifteen days of receipt.",
    "The Union may invoke arbitration within thirty (30) calendar days after the answer.",
]


def test_a_ladder_is_read_in_order():
    made = propose(ARTICLE)
    assert [(p.key, p.after, p.n, p.unit, p.deed) for p in made] == [
        ("1", "", 15, "working_days", "file"),
        ("1-meeting", "1", 5, "working_days", "meeting"),
        ("1-answer", "1", 10, "working_days", "answer"),
        ("2", "1-answer", 10, "working_days", "appeal"),
        ("2-answer", "2", 15, "working_days", "answer"),
        ("arbitration", "2-answer", 30, "calendar_days", "notice"),
    ]


def test_each_proposal_quotes_its_sentence_and_names_its_clause():
    made = propose(ARTICLE)
    assert all(p.quote in ARTICLE[p.clause] for p in made)


@pytest.mark.parametrize(
    ("sentence", "anchor"),
    [
        ("A grievance is filed within 5 days after the event.", "incident"),
        ("A grievance is filed within 5 days after the employee learned of it.", "knowledge"),
        ("A grievance is filed within 5 days of receipt of the letter.", "receipt"),
    ],
)
def test_the_start_is_read_from_the_words(sentence, anchor):
    assert propose([sentence])[0].anchor_kind == anchor


def test_words_without_a_grievance_give_no_steps():
    assert propose(["Uniforms are issued within ten (10) days.", "", "The Director shall answer within 5 days."]) == []


BEFORE = [
    "Grievance procedure",
    "A grievance shall be filed within twenty (20) days of the event.",
    "The Director shall answer in ten days.",
]


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        (
            "Arbitration shall be demanded within 30 days of the answer, and in no event later than 90 days after the "
            "grievance was filed.",
            [("arbitration", 30, {"anchor_kind": "first_filed", "n": 90, "unit": "calendar_days"})],
        ),
        (
            "The Union may demand arbitration within 30 days of the answer but not more than 60 days after it was due.",
            [("arbitration", 30, {"anchor_kind": "answer_due", "n": 60, "unit": "calendar_days"})],
        ),
        (
            "No demand for arbitration may be made before ten (10) days have passed since the answer, nor later than "
            "forty (40) days after it.",
            [("arbitration", 40, None)],
        ),
        (
            "The demand shall be made not sooner than five (5) and not later than twenty (20) days after the answer.",
            [("arbitration", 20, None)],
        ),
        (
            "The grievance may be appealed within ten (10) days, or within fifteen (15) days if the Union asks for more.",
            [("2", 10, None)],
        ),
        (
            "Arbitration must be invoked within 20 days of the answer; the hearing shall be held within sixty (60) days, "
            "and in no case later than 120 days, after that.",
            [("arbitration", 20, None)],
        ),
    ],
)
def test_two_times_in_one_sentence_are_one_limit_with_its_furthest_day(sentence, read):
    made = propose([*BEFORE, sentence])[2:]
    assert [(step.key, step.n, step.written.get("cap")) for step in made] == read
