"""Days that stand beside the steps of a grievance: hearings, awards, mediation, lists, and articles on other matters."""

import pytest

from grievances.proposing import propose

FILED = "A grievance shall be filed within twenty (20) calendar days of the event."
ANSWERED = "The Director shall give a written decision within ten (10) calendar days of receipt of the grievance."


def limits(*said):
    made = propose(["Grievance Procedure", FILED, ANSWERED, *said])[2:]
    return [(step.key, step.after, step.n, step.anchor_kind) for step in made if step.anchor_kind != "no_limit"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mediation shall be completed within forty-five (45) days of the request.",
        "The hearing shall be held within ten (10) days of the appointment of the arbitrator.",
        "Final offer arbitration of wages: offers shall be submitted ten (10) days before the hearing.",
        "An arbitrator's decision shall issue within forty-eight (48) hours of the hearing.",
    ],
)
def test_what_others_set_is_no_step(sentence):
    assert limits(sentence) == []


@pytest.mark.parametrize("title", ["Jurisdictional Disputes", "Expedited Arbitration"])
def test_an_article_on_another_matter_proposes_nothing(title):
    said = "The representatives shall meet at the site within 72 hours. A decision shall be given within two (2) days."
    assert propose([title, said]) == []


def test_the_choice_of_an_arbitrator_never_counts_from_the_grievance():
    said = (
        "Within 7 workdays of invoking arbitration the moving party shall ask the FMCS for a panel of seven; the parties "
        "shall confer and strike within 10 workdays of receiving it."
    )
    assert limits(said) == [("list", "arbitration", 7, "filed"), ("arbitrator", "list", 10, "event_date")]


def test_exhibits_ahead_of_the_hearing_count_back_from_it():
    said = "Exhibits and witness lists shall be traded at least five (5) days ahead of the arbitration hearing."
    assert [(n, anchor) for _key, _after, n, anchor in limits(said)] == [(5, "event_date")]


def test_what_starts_with_the_order_or_its_effect_counts_from_there():
    served = "An officer suspended or dismissed may grieve within ninety-six (96) hours of being served with the order."
    assert propose(["Grievance Procedure", served])[0].anchor_kind == "receipt"
    said = "For removals the Union may elect expedited arbitration within five (5) workdays of the effective date."
    assert [anchor for _key, _after, _n, anchor in limits(said)] == ["effective"]


ABOUT_TIME = "The time shall be fixed as within twelve (12) working days of the occurrence that gave rise to it."
SECOND = (
    "Step 2. Should it remain unresolved, it shall be put in writing and filed with the Director within six (6) days."
)
BOARD_FAILS = (
    "If the Joint Board cannot reach a decision within eight (8) days of its meeting, either party may, within four (4) "
    "days thereafter, ask the Federal Mediation and Conciliation Service for a panel of arbitrators."
)
SAID_OTHERWISE = {
    "the time is the subject": ([f"Step 1. The grievance shall be raised promptly. {ABOUT_TIME}"], ("file", 12)),
    "an adverb before the verb": (["An employee with a grievance shall, within nine (9) days, first discuss it."], ("talk", 9)),
    "a second step without a first limit": ([SECOND], ("appeal", 6)),
    "a ruling": ([FILED, "The Director shall issue a ruling within thirteen (13) days of receipt."], ("answer", 13)),
    "thereafter, a list": ([FILED, BOARD_FAILS], ("notice", 4)),
    "a termination": (
        [FILED, ANSWERED, "A grievance over the termination of a nurse shall be filed within three (3) days of it."],
        ("file", 3),
    ),
    "a referral that must be received": (
        [FILED, ANSWERED, "The Union may refer it to arbitration. Such a referral must be received within fourteen (14) "
         "days following the decision."],
        ("notice", 14),
    ),
    "a filing told last, by what is lost": (
        ["Step 1. The grievance is presented to the foreman, who shall answer within two (2) days.",
         "Any grievance not brought to the attention of the other side within thirty-one (31) days of its occurrence "
         "shall no longer exist."],
        ("file", 31),
    ),
    "an invoking party": (
        [FILED, ANSWERED, "The Union may invoke arbitration within twenty (20) days of the answer. Within eleven (11) "
         "days of the notice the invoking party will request a panel of seven (7) arbitrators."],
        ("notice", 11),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID_OTHERWISE)
def test_a_limit_said_otherwise_is_read(name):
    texts, limit = SAID_OTHERWISE[name]
    assert limit in [(step.deed, step.n) for step in propose(["Grievance Procedure", *texts])]


@pytest.mark.parametrize(
    "said",
    (
        "If a settlement is not reached within ten (10) days after the talk, it may be referred to the Director.",
        "If the parties are unable to agree within ten (10) days of its presentation, it goes to the Director.",
        "Should the matter not be resolved between them within ten (10) days, it shall go to the Director.",
    ),
)
def test_time_without_a_settlement_belongs_to_both(said):
    (step,) = [one for one in propose(["Grievance Procedure", FILED, said]) if one.n == 10]
    assert (step.deed, step.actor) == ("settle", "both")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "The Director's reply shall issue within fourteen (14) days of the appeal.",
            [("2", "1-answer", 7, "answered_else_due"), ("2-answer", "2", 14, "filed")],
        ),
        (
            "The decision of the Director will issue no later than nine (9) days after the appeal is lodged.",
            [("2", "1-answer", 7, "answered_else_due"), ("2-answer", "2", 9, "filed")],
        ),
    ],
)
def test_a_reply_that_issues_is_an_answer(sentence, wanted):
    appealed = "The Union may appeal to the Director within seven (7) days of the answer."
    assert limits(appealed, sentence) == wanted


@pytest.mark.parametrize(
    ("start", "anchor"),
    [
        ("the expiration of the time for the Step 1 answer", "answer_due"),
        ("the time for the answer has run out", "answer_due"),
        ("receipt of the answer or the expiration of the time for it", "answered_else_due"),
        ("receipt of the answer", "answered_else_due"),
        ("the expiration of the time limit for the answer or receipt of the answer", "answered_else_due"),
        ("the time for an answer has expired or the answer is received", "answered_else_due"),
        ("the end of the answer period or the answer itself", "answered_else_due"),
    ],
)
def test_what_runs_when_the_time_of_an_answer_is_over_counts_from_the_day_it_was_due(start, anchor):
    said = f"The Union may appeal to the Director within seven (7) days after {start}."
    assert [one[-1] for one in limits(said)] == [anchor]


@pytest.mark.parametrize("none", ["no answer is given", "the Director fails to respond"])
def test_what_is_told_for_want_of_an_answer_runs_from_one_that_comes(none):
    said = f"If {none}, the Union may appeal within ten (10) days after the time limit has expired."
    assert [one[2:] for one in limits(said)] == [(10, "answered_else_due")]


def test_a_letter_grieved_within_days_of_its_receipt_counts_from_there():
    (one,) = propose(["A grievance about a letter of reprimand shall be filed within ten (10) days of its receipt."])
    assert (one.n, one.anchor_kind) == (10, "receipt")


ONE = "A grievance about pay shall be brought within thirty (30) days of the pay day; all others within fifteen (15) days of the event."
TWO = (
    "Termination: a grievance is filed at Step 2 no later than seven (7) days after the employee is told of the event."
)
REST = "All other grievances: within twenty-one (21) calendar days of the event at Step 1."


def test_what_is_said_of_all_others_is_the_rule_and_no_exception_is_taken_for_it():
    assert [(step.key, step.n, step.quote) for step in propose([ONE])] == [("1", 15, ONE)]
    assert [(step.key, step.n) for step in propose(["Grievance procedure", TWO, REST])] == [
        ("discipline", 7),
        ("1", 21),
    ]
    mailed = "If the answer was mailed, the appeal is due ten (10) days from the postmark; otherwise, seven (7) days from delivery."
    assert [one[:3] for one in limits(mailed)] == [("2", "1-answer", 7)]
    lost = "A grievance shall be filed within ten (10) days of the event; otherwise it is waived and may come again within thirty (30) days."
    assert [step.n for step in propose(["Grievance procedure", lost])][:1] == [10]


def test_an_answer_to_an_appeal_no_sentence_sets_a_time_for_stands_on_the_next_step():
    said = "The Vice President shall have fourteen (14) days from receipt of the appeal to hold a meeting."
    assert limits(said) == [("2-meeting", "2", 14, "filed")]


def test_what_follows_a_mediation_or_the_date_on_a_decision_starts_there():
    after = "Within twenty (20) days of the last day of the mediation the Union may give notice of arbitration."
    on_its_face = (
        "The Union may demand arbitration within thirty (30) days of the date on the face of the final decision."
    )
    assert [one[-1] for said in (after, on_its_face) for one in limits(said)] == [
        "event_date",
        "issuance_else_answer_due",
    ]


@pytest.mark.parametrize(("hours", "days"), [(12, 1), (24, 1), (36, 1), (48, 2), (72, 3)])
def test_hours_are_told_in_the_whole_days_they_hold(hours, days):
    (one,) = propose([f"A grievance shall be filed within {hours} hours of the event."])
    assert (one.n, one.unit) == (days, "calendar_days")


def test_what_goes_out_after_an_answer_is_no_answer():
    said = "If the Director's response is not acceptable, written notice of arbitration shall go out within fifteen (15) days of its receipt."
    assert limits(said) == [("arbitration", "1-answer", 15, "answered_else_due")]


def test_this_must_happen_speaks_of_the_sentence_before_it():
    again = "The Union may appeal within seven (7) days of the answer. That must be done within seven (7) days or it is dropped."
    assert limits(again) == [("2", "1-answer", 7, "answered_else_due")]
    goes = "The grievance goes to the Superintendent next. This must happen within six (6) days of the Director's decision."
    assert limits(goes) == [("2", "1-answer", 6, "answered_else_due")]
    demand = "The Union may then demand arbitration. This shall be done within thirty (30) days."
    assert limits(demand) == [("arbitration", "1-answer", 30, "answered_else_due")]


def test_what_is_due_after_an_appeal_is_no_appeal():
    assert (
        limits("A hearing before the Director follows. It shall take place within ten (10) days of the appeal.") == []
    )


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "The Union may appeal to Step 3 within ten (10) days of the conclusion of the Step 2 appeal.",
            "answered_else_due",
        ),
        ("It may be appealed to the Board within ten (10) days after the appeal meeting.", "meeting"),
        (
            "The grievance may be advanced to the Board within ten (10) days following completion of the appeal.",
            "answered_else_due",
        ),
    ],
)
def test_what_is_said_to_go_up_after_an_appeal_does(said, wanted):
    assert [one[2:] for one in limits(said)] == [(10, wanted)]


@pytest.mark.parametrize(
    "said",
    [
        "Within ten (10) days of the answer the Union may request mediation.",
        "Within ten (10) days of the answer either party may invoke mediation.",
        "Within ten (10) days of receipt of the answer or mediation the Union may invoke arbitration.",
    ],
)
def test_a_mediation_that_is_asked_for_starts_no_clock(said):
    assert [one[2:] for one in limits(said)] == [(10, "answered_else_due")]


@pytest.mark.parametrize("start", ["the postmark", "date of postmark", "the date of the postmark"])
def test_a_clock_that_runs_from_a_postmark_says_nothing_of_filing(start):
    said = f"The appeal is due seven (7) days from {start} of the answer."
    assert not any("filed_means" in step.written for step in propose(["Grievance Procedure", FILED, ANSWERED, said]))
