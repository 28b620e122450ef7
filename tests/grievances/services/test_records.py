"""What is written down beside the facts: talks, proof, decisions compared, links for grievants, intake in full."""

import datetime
import itertools

import pytest

from grievances import exports
from grievances.forms.intake import intake_of
from grievances.models import CaseNote, Deadline, EvidenceState, Grievance, Interview, TimeEntry
from grievances.queries import cases as queries
from grievances.queries import history, statistics
from grievances.services import cases, links, records, steps
from tests.grievances.conftest import ago
from unionops.platform.access.actors import acting
from unionops.platform.audit.models import Event
from unionops.platform.core.problems import Problem

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Interview, CaseNote])
def test_what_is_not_sealed_is_still_of_the_case_alone(case, steward, chief, other_steward, model):
    """The seal is a second lock: without it, a talk or a note is for whoever may read the case."""
    with acting(steward):
        records.add_interview(by=steward, matter=case.matter, with_whom="A.", text="They asked.")
        records.add_note(by=steward, matter=case.matter, text="Call back.")
    for reader, sees in ((steward, True), (chief, True), (other_steward, False)):
        with acting(reader):
            assert model.objects.visible_to(reader, "grievances.view").exists() is sees


def test_a_talk_is_on_the_record_with_its_time(case, steward, chief):
    with acting(steward):
        records.add_interview(
            by=steward, matter=case.matter, kind=Interview.Kind.WEINGARTEN, with_whom="A. Rivera", text="They asked.",
            request="denied", minutes=45, on=ago(1),
        )  # fmt: skip
        records.add_interview(by=steward, matter=case.matter, with_whom="W.", text="Sealed words.", sealed=True)
        entry = TimeEntry.objects.get()
        assert (entry.minutes, entry.category, entry.matter) == (45, "dispute", case.matter)
        assert len(queries.interviews(steward, case)) == 2
    with acting(chief):
        assert [row.with_whom for row in queries.interviews(chief, case)] == ["A. Rivera"]
        assert "Sealed words" not in repr(history.history(chief, case))


def test_a_sealed_talk_is_read_by_its_writer_and_the_named_readers(case, steward, chief, make_user, sign_in):
    officer = make_user("officer")
    client, url = sign_in(steward), f"/grievances/{case.public_id}/do/interview/"
    said = {"kind": "interview", "on": ago(1).isoformat(), "with_whom": "W.", "text": "Canary talk.", "sealed": "on"}
    assert client.post(url, said | {"readers": [chief.pk]}).status_code == 302
    for user, reads in ((steward, 1), (chief, 1), (officer, 0)):
        with acting(user):
            assert len(queries.interviews(user, case)) == reads, user
    assert "Canary talk." in sign_in(chief).get(f"/grievances/{case.public_id}/").content.decode()
    assert "Canary talk." not in sign_in(officer).get(f"/grievances/{case.public_id}/").content.decode()


def test_readers_named_of_a_talk_that_is_not_sealed_mean_nothing(case, steward, chief):
    with acting(steward):
        row = records.add_interview(by=steward, matter=case.matter, with_whom="W.", text="Open.", readers=[chief])
        assert not row.readers.exists()


def test_proof_moves_from_wanted_to_refused(case, steward, sign_in):
    with acting(steward):
        row = records.add_evidence(by=steward, matter=case.matter, what="Overtime list")
    client = sign_in(steward)
    for state in ("requested", "refused"):
        assert client.post(f"/grievances/{case.public_id}/do/evidence-{state}/{row.public_id}/").status_code == 302
        row.refresh_from_db()
        assert row.state == state


def test_dropping_a_case_says_why_like_ones_went_on(case, steward, chief, clause, bound):
    records.cite(by=bound, matter=case.matter, clause=clause)
    intake = cases.Intake(title="Overtime passed over again", clauses=(clause,), incident_on=ago(5))
    other = cases.open_case(by=chief, intake=intake)
    steps.file_case(by=bound, case=other, act=steps.Act(on=ago(1)), warned=True)
    values = {"kind": "drop", "decided_by": "Board", "reason": "No proof."}
    with acting(chief):
        steps.decide(by=chief, case=case, **values)
        steps.close(by=chief, case=other, outcome="sustained", reason="Paid.")
        with pytest.raises(Problem, match=other.number):
            steps.decide(by=chief, case=case, **values)
        row = steps.decide(by=chief, case=case, comparison="There the list was kept.", **values)
    assert row.comparison == "There the list was kept."
    with acting(steward):
        steps.decide(by=steward, case=case, **values)


def test_a_status_link_needs_the_local_to_want_it(case, steward):
    with acting(steward):
        with pytest.raises(Problem, match="does not show"):
            links.make_link(by=steward, case=case)
        cases.save_settings(by=steward, values={"members_see_status": True})
        first = links.make_link(by=steward, case=case, days=9999)
        assert (first.until - datetime.date.today()).days <= links.LONGEST + 1
        second = links.make_link(by=steward, case=case)
        assert links.open_link(token=links.token_of(first)) is None
        assert links.open_link(token=links.token_of(second)).grievance == case
        links.end_links(by=steward, case=case)
        assert links.open_link(token=links.token_of(second)) is None
        assert links.open_link(token="x~y") is None
        seen = Event.objects.filter(action="opened a status link")
        assert [event.target for event in seen] == [str(case.public_id)]


def test_an_intake_takes_the_group_the_proof_and_the_conflicts(steward, other_steward, chief, procedure):
    answers = {
        "who": {"scope": "group", "group": "All night-shift mechanics at the depot"},
        "what": {"title_text": "Shift change"},
        "when": {"incident_on": ago(9).isoformat(), "union_knowledge_on": ago(8).isoformat()},
        "why": {"have": "The memo\n", "wanted": "The roster", "conflicts": [str(other_steward.public_id)]},
    }
    with acting(steward):
        case = cases.open_case(by=steward, intake=intake_of(steward, answers))
        assert case.matter.facts.get(w="who").text == "All night-shift mechanics at the depot"
        assert case.matter.union_knowledge_on == ago(8)
        proof = dict(case.matter.evidence.values_list("what", "state"))
        assert proof == {"The memo": EvidenceState.HAVE, "The roster": EvidenceState.WANTED}
        assert case.matter.conflicts.get().user == other_steward


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ([9, 7], [9, 7]),
        ([9, 7, 2], [9, 9]),
        ([9, 4, 3], [9, 7]),
        ([4], []),
        ([2, 1], []),
        ([3, 3], [6]),
        ([], []),
    ],
)
def test_no_rest_tells_what_a_cell_would(sizes, shown):
    pks = itertools.count(1)
    groups = {str(at): {next(pks): Grievance() for _ in range(n)} for at, n in enumerate(sizes)}
    assert [len(group) for group in statistics.folded(groups, "rest").values()] == shown


def test_one_case_in_many_small_groups_counts_once():
    """Three cases that each cite the same two rare articles are three, not six."""
    three = {pk: Grievance() for pk in (1, 2, 3)}
    assert statistics.folded({"9": dict(three), "10": dict(three)}, "rest") == {}


def ended(won, lost, still_open=0):
    rows = [Grievance(status="closed", outcome="sustained") for _ in range(won)]
    rows += [Grievance(status="closed", outcome="denied") for _ in range(lost)]
    return dict(enumerate([*rows, *(Grievance(status="open") for _ in range(still_open))]))


@pytest.mark.parametrize(
    ("groups", "won"),
    [
        ({"a": (8, 6), "b": (7, 5)}, {"a": 8, "b": 7}),
        ({"a": (8, 6), "b": (9, 1)}, {"a": None, "b": None}),
        ({"a": (20, 20), "b": (7, 6), "c": (6, 2)}, {"a": 20, "b": None, "c": None}),
        ({"a": (20, 20), "b": (6, 2), "c": (2, 9)}, {"a": 20, "b": None, "c": None}),
        ({"a": (6, 0), "b": (0, 0, 6)}, {"a": 6, "b": None}),
    ],
)
def test_how_few_cases_ended_is_not_told_nor_to_be_reckoned(groups, won):
    made = statistics.cells({name: ended(*counts) for name, counts in groups.items()}, "rest")
    assert {cell.label: cell.won for cell in made} == won


def test_a_clock_of_the_law_stands_in_the_calendar_under_the_number_of_the_case(case, steward):
    with acting(steward):
        Deadline.objects.filter(matter=case.matter).update(grievance=None, step=None)
        told = exports.calendar(steward).decode()
    assert f"SUMMARY:{case.number}: date (due)" in told and "matter:" not in told


def test_whoever_cannot_read_the_case_is_not_offered_as_a_reader(case, steward, chief, make_user, sign_in):
    stranger = make_user("steward")
    url = f"/grievances/{case.public_id}/do/note/"
    page = sign_in(steward).get(url).content.decode()
    assert str(chief) in page and str(stranger) not in page
    said = {"text": "Between us.", "sealed": "on"}
    assert sign_in(steward).post(url, said | {"readers": [stranger.pk]}).status_code == 422
    assert sign_in(steward).post(url, said | {"readers": [chief.pk]}).status_code == 302
    assert f"also open to {chief}" in sign_in(chief).get(case.get_absolute_url()).content.decode()
