"""Cases like this one: by clause and by words, and never one the reader may not see."""

import pytest

from grievances.models import Grievance
from grievances.queries import alike
from grievances.services import cases, indexing, records, steps
from tests.grievances.conftest import ago
from unionops.platform.access.actors import acting
from unionops.platform.search import tasks

pytestmark = pytest.mark.django_db


def opened(by, title, what, clauses=(), **more):
    intake = cases.Intake(title=title, incident_on=ago(9), facts={"what": what}, clauses=clauses, **more)
    return cases.open_case(by=by, intake=intake)


@pytest.fixture
def others(chief, procedure, clause):
    with acting(chief):
        return {
            "words": opened(chief, "Overtime list skipped", "The overtime list was skipped for the night crew."),
            "clause": opened(chief, "Late pay slip", "The slip came in July.", (clause,)),
            "both": opened(chief, "Overtime refused", "The overtime list was not read out.", (clause,)),
            "neither": opened(chief, "Broken ladder", "A rung broke in the boiler room."),
        }


@pytest.fixture
def cited(case, steward, clause):
    with acting(steward):
        records.cite(by=steward, matter=case.matter, clause=clause)
    return case


def numbers(rows):
    return [row.case.number for row in rows]


def test_clause_and_words_add_up(cited, others, chief):
    with acting(chief):
        rows = alike.similar(chief, cited)
    assert numbers(rows)[0] == others["both"].number
    assert set(numbers(rows)) == {others[name].number for name in ("both", "words", "clause")}
    first = rows[0]
    assert first.clauses == 1 and {"overtime", "list"} <= set(first.words)


def test_a_steward_is_shown_only_their_own(cited, others, steward, other_steward, chief):
    with acting(chief):
        cases.assign(by=chief, matter=others["words"].matter, steward=steward)
    with acting(steward):
        assert numbers(alike.similar(steward, cited)) == [others["words"].number]


def test_a_restricted_case_is_not_in_the_index(cited, others, chief, steward):
    with acting(chief):
        cases.restrict(by=chief, matter=others["words"].matter, readers=[])
        assert others["words"].number not in numbers(alike.similar(chief, cited))
        cases.open_up(by=chief, matter=others["words"].matter, reason="over")
        assert others["words"].number in numbers(alike.similar(chief, cited))


def test_what_is_written_later_is_found_and_what_is_struck_is_not(cited, others, chief):
    with acting(chief):
        row = records.add_fact(by=chief, matter=others["neither"].matter, text="The overtime list hung there.")
        assert others["neither"].number in numbers(alike.similar(chief, cited))
        records.strike(by=chief, row=row)
        assert others["neither"].number not in numbers(alike.similar(chief, cited))


def test_an_index_made_anew_finds_the_same(cited, others, chief, bound):
    with acting(chief):
        before = numbers(alike.similar(chief, cited))
        steps.close(by=chief, case=others["both"], outcome="sustained", reason="Paid.")
    assert indexing.rebuild(by=bound) == 5
    with acting(chief):
        assert numbers(alike.similar(chief, cited)) == before


def test_notes_and_papers_stay_out_of_the_index(case, steward):
    with acting(steward):
        records.add_note(by=steward, matter=case.matter, text="zanzibar", sealed=True)
        records.add_argument(by=steward, matter=case.matter, text="zanzibar")
        assert "zanzibar" not in indexing.document_of(case.matter).body


def test_meaning_counts_when_an_embedding_model_is_there_but_asks_for_no_comparison(cited, others, chief, ollama):
    with acting(chief):
        assert others["neither"].number not in numbers(alike.similar(chief, cited))
        tasks.embed_texts.run_now(by=chief)
        rows = alike.similar(chief, cited, limit=12)
        assert others["neither"].number in numbers(rows) and rows[0].case == others["both"]
        assert alike.query_of(cited) in ollama.asked("/api/embed")[-1]["input"][0]
        Grievance.objects.filter(pk=others["neither"].pk).update(outcome="sustained")
        Grievance.objects.filter(pk=others["words"].pk).update(outcome="sustained")
        assert alike.advanced(chief, cited) == [others["words"]]


def test_the_days_numbers_and_people_of_every_story_make_no_case_alike(case, chief, steward, bound):
    told = "On Tuesday two grievants were told by the {} that the {} stays locked."
    things = ["gate", "roof", "boat", "shed", "yard", "barn", "dock", "tower", "kiln", "vault", "mill", "crane hoist"]
    with acting(chief):
        for thing in things:
            opened(chief, f"About a {thing}", told.format("supervisor", thing))
        like = opened(chief, "The crane hoist again", told.format("foreman", "hoist of the crane"))
        rows = alike.similar(chief, like)
    assert [(row.case.matter.title, row.words) for row in rows] == [("About a crane hoist", ("crane", "hoist"))]


def test_cases_of_one_word_leave_room_for_those_of_two(case, chief, steward, bound):
    with acting(chief):
        for at in range(12):
            opened(chief, f"About {'abcdefghijkl'[at] * 6}", f"Of {'mnopqrstuvwx'[at] * 6} alone.")
        for at in range(6):
            opened(chief, "Crane crane crane", "Crane.")
        far = "It is long ago and was told in many words: " + " ".join(f"{letter * 7}" for letter in "abcdefghijklm")
        opened(chief, "Told at length", f"{far}; the crane had no hoist.")
        like = opened(chief, "Crane", "The crane and its hoist.")
        rows = alike.similar(chief, like, limit=3)
    assert [row.case.matter.title for row in rows] == ["Told at length"]
