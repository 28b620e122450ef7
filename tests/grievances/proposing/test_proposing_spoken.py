"""First steps that are talks, and time that belongs to both sides."""

import pytest

from grievances.proposing import propose

APPEAL = "The Union may appeal in writing to the Director within ten (10) days of the answer."
ANSWER = "The supervisor shall answer within five (5) days."


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("The employee shall discuss the matter with the supervisor within ten (10) days of the event.", "talk"),
        ("A grievance shall first be presented orally to the foreman within ten (10) days of its occurrence.", "talk"),
        ("Within ten days of the incident the teacher shall meet informally with the principal.", "talk"),
        ("A grievance shall be filed within ten (10) days of the event.", "file"),
        ("A grievance shall be presented in writing to the foreman within ten (10) days of the event.", "file"),
        ("The employee may present the grievance orally or in writing within ten (10) days of the event.", "file"),
        ("Within ten days of the event the grievant shall discuss it and file a written grievance.", "file"),
    ],
)
def test_a_first_step_by_word_of_mouth_is_a_talk_and_any_paper_a_filing(sentence, deed):
    first = propose(["Grievance procedure", sentence, ANSWER, APPEAL])[0]
    assert (first.key, first.deed, first.n) == ("1", deed, 10)


def test_what_a_later_step_puts_in_writing_was_said_before():
    made = propose(
        [
            "Grievance procedure",
            "The employee shall present the grievance to the foreman within five days of the occurrence.",
            ANSWER,
            "If the answer does not settle it, it shall be reduced to writing and appealed to the superintendent within "
            "five (5) days of the answer.",
        ]
    )
    assert [(step.key, step.deed) for step in made[:1]] == [("1", "talk")]


@pytest.mark.parametrize(
    "words",
    [
        "If the grievance is not settled within seven (7) days,",
        "If the matter is not resolved within seven (7) days after it is filed,",
        "Should the parties be unable to resolve it within seven (7) days,",
    ],
)
def test_the_time_to_settle_is_no_answer_they_owe(words):
    said = f"{words} the Union may appeal it to the Director within five (5) days thereafter."
    made = propose(["Grievance procedure", "A grievance shall be filed within ten (10) days of the event.", said])
    assert [(step.deed, step.actor, step.n) for step in made[1:]] == [("settle", "both", 7), ("appeal", "union", 5)]


def test_an_answer_that_does_not_settle_it_is_an_answer():
    made = propose(
        ["Grievance procedure", "A grievance shall be filed within ten (10) days of the event.", ANSWER, APPEAL]
    )
    assert [step.deed for step in made] == ["file", "answer", "appeal"]
