"""Annotating: by rule without a model, by the model one clause at a time, decided by a person, never twice."""

import json

import pytest
from django.core.management import call_command
from django.urls import reverse

from contracts import proposals, queries, tasks
from contracts.annotating.rules import duty, loose_words, time_limits
from contracts.annotating.sentences import sentences
from contracts.annotating.topics import topics_of
from contracts.models import AgreementVersion, AnnotationPass
from contracts.prompts import Limit
from contracts.services import annotating
from tests.standin.script import Answer, Asked
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.roles import Role
from unionops.platform.ai.models import AIOutput
from unionops.platform.jobs.models import Job, State


@pytest.mark.parametrize(
    ("sentence", "agent", "modality"),
    [
        ("The Employer shall post each vacancy.", "employer", "obligation"),
        ("An employee may ask for a swap.", "worker", "permission"),
        ("Management shall not discriminate.", "employer", "prohibition"),
        ("The steward is entitled to official time.", "union", "right"),
        ("The supervisor of the employee will respond in writing.", "manager", "obligation"),
        ("Overtime will be assigned by the supervisor.", "manager", "obligation"),
        ("Supervisors, with the involvement of their employees, shall plan tours.", "manager", "obligation"),
        ("La Empresa deberá publicar cada vacante.", "employer", "obligation"),
        ("L'employeur doit afficher le poste.", "employer", "obligation"),
        ("Les salariés ne peuvent pas être mutés.", "worker", "prohibition"),
    ],
)
def test_who_must_may_or_shall_not(sentence, agent, modality):
    found = duty(sentence)
    assert found is not None
    assert (found.agent, found.modality) == (agent, modality)


def test_a_sentence_without_a_modal_verb_is_no_duty():
    assert duty("The work week is forty (40) hours.") is None


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("A grievance shall be filed within twenty (20) days of the event.", (20, "day", "after", "most")),
        ("It responds no later than 10 workdays after receipt.", (10, "work_day", "after", "most")),
        ("The Agency gives fifteen (15) calendar days of notice.", (15, "calendar_day", "before", "least")),
        ("Ask at least seven days before the leave.", (7, "day", "before", "least")),
        ("Deberá responder dentro de los diez (10) días hábiles.", (10, "work_day", "after", "most")),
        ("Dans les 30 jours suivant la décision.", (30, "day", "after", "most")),
        ("Notice is given two pay periods in advance.", (2, "pay_period", "before", "least")),
        ("The Employer shall answer in not more than 5 days.", (5, "day", "after", "most")),
        ("The Union has up to 10 workdays to respond.", (10, "work_day", "after", "most")),
        ("Notice of at least 14 days shall be given.", (14, "day", "after", "least")),
    ],
)
def test_time_limits_are_typed(sentence, wanted):
    found = time_limits(sentence)
    assert [(limit.n, limit.unit, limit.direction, limit.bound) for limit in found] == [wanted]
    assert sentence[found[0].start : found[0].end].strip()


@pytest.mark.parametrize(
    "sentence",
    [
        "The week is 40 hours.",
        "Section 20 days",
        "On day 5 it ends.",
        "Leave not used is carried over, up to 30 days.",
        "Nobody works more than 12 hours, and no more than six days in a row.",
        "A deckhand called back is paid at least 4 hours.",
        "",
    ],
)
def test_figures_without_a_limit_are_none(sentence):
    assert time_limits(sentence) == []


def test_loose_words_and_topics():
    assert loose_words("Supervisors will, where practicable, give reasonable notice.") == [
        "where practicable",
        "reasonable",
    ]
    assert topics_of("", "Hours of Work") == ["hours"]
    assert topics_of("Zzz") == []


def test_sentences_keep_their_places():
    text = "1.5 hours are paid. See Art. 5 of it; then go.\n\nNo. 7 stays"
    for one in sentences(text):
        assert text[one.start : one.end] == one.text
    assert next(sentences(text)).text == "1.5 hours are paid."


database = pytest.mark.django_db


def run(version: AgreementVersion) -> Job:
    with acting(system_actor()) as by:
        return tasks.annotate_agreement.run_now(by=by, about=version, version_id=version.pk)


def honest(asked: Asked) -> Answer:
    """Points at the first sentence; the summary repeats it."""
    first = next(line for line in asked.prompt.splitlines() if line.startswith("[S1] "))[5:]
    answer = {
        "summary": [{"sentence": "S1", "text": first[:200]}],
        "ambiguous": [{"sentence": "S1", "words": "words that are not there", "why": "x"}],
        "deadlines": [{"sentence": "S1", "n": 77, "unit": "day", "direction": "after", "event": "nothing"}],
        "topics": [],
    }
    return Answer(json.dumps(answer))


@database
def test_without_a_model_rules_read_every_clause_once(agreement, as_system):
    run(agreement)
    with acting(system_actor()) as by:
        standing = proposals.standing(by, agreement)
        found = proposals.proposed_deadlines(by, agreement)
    assert standing.clauses and standing.waiting and not standing.read_by_model
    assert (20, "day", "filed") not in found
    assert {(d.n, d.unit) for d in found} >= {(20, "day"), (15, "calendar_day")}
    for one in found:
        assert one.clause.text[one.start : one.end] == one.quote
    before = set(AIOutput.objects.values_list("pk", flat=True))
    run(agreement)
    assert set(AIOutput.objects.values_list("pk", flat=True)) == before


@database
def test_the_model_reads_clause_by_clause_and_only_what_stands_is_kept(agreement, ollama, as_system):
    ollama.says(make=honest)
    job = run(agreement)
    assert job.state == State.DONE
    with acting(system_actor()) as by:
        standing = proposals.standing(by, agreement)
    asked = len(ollama.asked())
    assert standing.read_by_model == asked > 3
    assert standing.dropped == 2 * asked
    assert not AIOutput.objects.filter(data__n=77).exists()
    run(agreement)
    assert len(ollama.asked()) == asked
    for one in AIOutput.objects.filter(kind="clause.summary"):
        with acting(system_actor()) as by:
            clause = queries.clause(by, one.data["clause"])
        assert clause.text[one.data["start"] : one.data["end"]] == one.data["quote"]


@database
def test_each_piece_gives_others_their_turn_and_a_stop_keeps_what_was_done(agreement, ollama, as_system):
    ollama.says(make=honest)
    more = annotating.annotate_piece(version=agreement, by=as_system)
    assert more and len(ollama.asked()) == 1
    assert AnnotationPass.objects.filter(engine="model").count() == 1
    annotating.annotate_piece(version=agreement, by=as_system)
    assert len(ollama.asked()) == 2


@database
def test_a_successor_is_read_only_where_its_words_changed(agreement, bring, ollama):
    from tests.contracts.texts import SUCCESSOR

    ollama.says(make=honest)
    run(agreement)
    asked = len(ollama.asked())
    later = bring(SUCCESSOR, supersedes=agreement)
    run(later)
    assert 0 < len(ollama.asked()) - asked <= 3


@database
def test_decisions_stay_and_are_not_proposed_again(agreement, make_user, sign_in, as_system):
    run(agreement)
    steward = make_user(Role.STEWARD)
    client = sign_in(steward)
    page = client.get(reverse("contracts:annotate", args=[agreement.public_id]))
    one = page.context["undecided"][0]
    url = reverse("contracts:annotation-decide", args=[one.output.public_id])
    back = str(page.context["head"].public_id)
    assert client.post(url, {"verdict": "edit", "text": "", "back": back}).status_code == 302
    assert AIOutput.objects.get(pk=one.output.pk).review == "suggested"
    client.post(url, {"verdict": "edit", "text": "In our words.", "back": back})
    row = AIOutput.objects.get(pk=one.output.pk)
    assert (row.review, row.final_text, row.reviewed_by) == ("edited", "In our words.", steward)
    AnnotationPass.objects.all().delete()
    run(agreement)
    assert AIOutput.objects.filter(about_id=row.about_id, kind=row.kind, text=row.text).count() == 1


@database
def test_all_of_a_clause_at_once_and_members_see_only_what_was_accepted(agreement, make_user, sign_in):
    run(agreement)
    client = sign_in(make_user(Role.CHIEF_STEWARD))
    page = client.get(reverse("contracts:annotate", args=[agreement.public_id]))
    client.post(reverse("contracts:annotations-accept", args=[page.context["head"].public_id]))
    member = make_user(Role.MEMBER)
    with acting(member):
        seen = proposals.of_version(member, agreement)
        assert seen and {one.review for one in seen} == {"accepted"}
    assert sign_in(member).get(reverse("contracts:annotate", args=[agreement.public_id])).status_code in (403, 404)


@database
def test_one_kind_is_looked_at_accepted_at_once_and_undone_by_the_person_who_did_it(
    agreement, make_user, sign_in, as_system
):
    run(agreement)
    steward, other = make_user(Role.STEWARD), make_user(Role.CHIEF_STEWARD)
    client, url = sign_in(steward), reverse("contracts:annotate", args=[agreement.public_id])
    page = client.get(url, {"kind": "clause.deadline"})
    assert page.context["undecided"] and {one.output.kind for one in page.context["undecided"]} == {"clause.deadline"}
    assert "Accept every “Time limit” of this agreement" in page.content.decode()
    rows = AIOutput.objects.filter(kind="clause.deadline")
    flagged = rows.first()
    flagged.data = {**flagged.data, "flags": ["number:9"]}
    flagged.save()
    client.post(url + "kind/", {"kind": "clause.deadline"})
    assert set(rows.exclude(pk=flagged.pk).values_list("review", flat=True)) == {"accepted"}
    assert rows.get(pk=flagged.pk).review == "suggested"
    assert set(AIOutput.objects.filter(kind="clause.topic").values_list("review", flat=True)) == {"suggested"}
    sign_in(other).post(url + "undo/")
    assert rows.filter(review="accepted").count() == rows.count() - 1
    client.post(url + "undo/")
    assert set(rows.values_list("review", "reviewed_by")) == {("suggested", None)}
    assert "nothing of yours to undo" in client.post(url + "undo/", follow=True).content.decode()
    assert client.post(url + "kind/", {"kind": "no.such"}).status_code == 302
    assert not AIOutput.objects.exclude(review="suggested").exists()


@database
def test_command_lists_what_was_proposed(agreement, capsys):
    call_command("annotate_agreement", str(agreement.public_id), "--json")
    out = json.loads(capsys.readouterr().out)
    assert out["clauses"] and {one["kind"] for one in out["annotations"]} >= {"duty", "deadline", "topic"}


@database
def test_an_accepted_time_limit_leaves_the_margin_when_its_words_changed(agreement, bring, chief_reads):
    from tests.contracts.texts import SUCCESSOR

    run(agreement)
    with acting(chief_reads):
        for one in proposals.of_version(chief_reads, agreement).filter(kind="clause.deadline"):
            annotating.decide(output=one, by=chief_reads, accept=True)

        def said(version):
            notes = proposals.margin(chief_reads, list(queries.clauses(chief_reads, version)))
            return {note.text.split(")")[0] for note in notes if note.tone == "good"}

        assert said(agreement) == {"within twenty (20", "fifteen (15"}
        assert said(bring(SUCCESSOR, supersedes=agreement)) == {"within twenty (20"}


@pytest.fixture
def chief_reads(make_user):
    return make_user(Role.CHIEF_STEWARD)


@pytest.mark.parametrize(
    ("text", "n", "unit", "stands"),
    [
        ("It runs from November 1, 2024 to October 31, 2027.", 1, "day", False),
        ("It runs from November 1, 2024 for three (3) years.", 3, "year", True),
        ("An answer is due in ten work days.", 10, "work_day", True),
        ("An answer is due in ten work days.", 10, "hour", False),
    ],
)
def test_a_limit_of_the_model_stands_in_the_sentence_with_its_number_and_unit(text, n, unit, stands):
    limit = Limit(sentence="S1", n=n, unit=unit, direction="after", event="the filing")
    assert annotating._says_limit(text, limit) is stands
