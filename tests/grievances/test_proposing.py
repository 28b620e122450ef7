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
