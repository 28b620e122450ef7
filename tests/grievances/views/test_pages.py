"""Every page opens for those who may, empty and full, and answers 404 or 403 to the rest."""

import datetime
import html

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from contracts.addresses import clause_url
from contracts.models import Clause, ClauseLineage
from grievances.deadlines.reading import parse_calendar
from grievances.models import Deadline, IntakeDraft
from grievances.services import cases, clocks, drafts, papers, procedures, records, steps
from grievances.views.acts import ASSIGN, GUARD, WORK
from members.models import Person
from tests.grievances.conftest import ago
from unionops.platform.access.actors import acting
from unionops.platform.access.models import BargainingUnit
from unionops.platform.core.days import today

LISTS = ("list", "my-day", "board", "procedures", "simulator", "statistics", "register", "time", "calendar", "import", "new",
         "procedure-new", "status")  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_pages_open_while_there_is_nothing(name, chief, sign_in):
    response = sign_in(chief).get(reverse(f"grievances:{name}"))
    assert response.status_code == 200
    assert b"<h1>" in response.content


@pytest.fixture
def full(case, steward, chief, clause, bound):
    """A case with something in every drawer."""
    matter = case.matter
    records.cite(by=steward, matter=matter, clause=clause)
    records.add_argument(by=steward, matter=matter, text="The list binds management.")
    records.add_note(by=steward, matter=matter, text="Called the grievant.")
    records.add_note(by=steward, matter=matter, text="Canary of the sealed note.", sealed=True)
    records.add_task(by=steward, matter=matter, text="Ask for the roster", due=today())
    records.add_evidence(by=steward, matter=matter, what="Overtime list", state="requested")
    papers.add_document(by=steward, matter=matter, file=b"name,hours\nA,2\n", name="list.csv", title="Overtime list")
    item = papers.Item("Rosters", "to see who was asked", "to compare", "we represent all")
    request = papers.draft_request(by=steward, matter=matter, case=case, addressed_to="Labor relations", items=[item])
    papers.send_request(by=steward, request=request, sent_on=ago(1), means="by e-mail")
    steps.file_case(by=steward, case=case, act=steps.Act(on=ago(0)), warned=True, acknowledged_on=ago(0))
    case.refresh_from_db()
    return case


def test_case_page_shows_the_whole_case(full, steward, sign_in):
    text = sign_in(steward).get(full.get_absolute_url()).content.decode()
    for words in ("Step 1 answer", "Overtime passed over", "9.1 Time limits", "Ana Rivera", "Canary of the sealed note",
                  "Ask for the roster", "Labor relations", "Record what was done"):  # fmt: skip
        assert words in text


def test_what_the_case_itself_answers_is_not_asked_again(case, steward, sign_in):
    shown = sign_in(steward).get(case.get_absolute_url()).context["missing"]
    assert not {"Who?", "What?", "When?"} & set(shown)
    assert {"Witnesses?", "What did it cost the person?"} <= set(shown)
    case.matter.parties.all().delete()
    assert "Who?" in sign_in(steward).get(case.get_absolute_url()).context["missing"]


def test_sealed_words_stay_with_their_readers(full, chief, sign_in):
    text = sign_in(chief).get(full.get_absolute_url()).content.decode()
    assert "Called the grievant." in text and "Canary of the sealed note" not in text


def test_every_reading_of_a_case_is_logged_once(full, chief, sign_in):
    from unionops.platform.audit.models import Event

    client = sign_in(chief)
    for _again in range(3):
        client.get(full.get_absolute_url())
    assert Event.objects.filter(actor=chief, action="viewed a case", target=str(full.public_id)).count() == 1


def test_each_date_opens_into_words_rule_and_count(full, steward, sign_in, clause):
    row = Deadline.objects.get(grievance=full, state="running", origin="step")
    text = sign_in(steward).get(reverse("grievances:deadline", args=[row.public_id])).content.decode()
    assert "10 calendar days after the day the step before was filed" in text
    assert "day 10" in text and "not confirmed" in text and "No answer counts as a denial" in text


@pytest.mark.parametrize("deed", [*WORK, *ASSIGN, *GUARD])
def test_every_deed_has_its_page(deed, full, chief, sign_in):
    name = "do" if deed in WORK else "office" if deed in ASSIGN else "guard"
    response = sign_in(chief).get(reverse(f"grievances:{name}", args=[full.public_id, deed]))
    assert response.status_code == 200 and b"<form" in response.content


OTHERS = ("case", "papers")


@pytest.mark.parametrize(
    "role", ["comms_chair", "trustee", "member", "treasurer", "membership_secretary", "technical_admin"]
)
def test_other_offices_see_no_case(role, full, make_user, sign_in):
    client = sign_in(make_user(role))
    for url in (
        reverse("grievances:list"),
        full.get_absolute_url(),
        reverse("grievances:do", args=[full.public_id, "note"]),
    ):
        response = client.get(url)
        assert response.status_code == 403 and b"Overtime passed over" not in response.content


def test_another_steward_cannot_tell_a_case_from_nothing(full, other_steward, sign_in):
    import uuid

    client = sign_in(other_steward)
    row = Deadline.objects.filter(grievance=full).first()
    request = full.matter.requests.first()
    for name, args in (
        ("case", [full.public_id]), ("papers", [full.public_id]), ("do", [full.public_id, "note"]),
        ("deadline", [row.public_id]), ("request", [request.public_id]),
    ):  # fmt: skip
        there = client.get(reverse(f"grievances:{name}", args=args))
        nowhere = client.get(reverse(f"grievances:{name}", args=[uuid.uuid4(), *args[1:]]))
        assert there.status_code == nowhere.status_code == 404
        assert b"Rivera" not in there.content
    assert b"Overtime passed over" not in client.get(reverse("grievances:list")).content
    assert b"Overtime passed over" not in client.get(reverse("grievances:board")).content


def test_an_officer_reads_but_does_not_work(full, officer, sign_in):
    client = sign_in(officer)
    assert client.get(full.get_absolute_url()).status_code == 200
    assert client.post(reverse("grievances:do", args=[full.public_id, "note"]), {"text": "x"}).status_code == 403


def test_filing_through_the_gate(case, steward, sign_in):
    client = sign_in(steward)
    url = reverse("grievances:do", args=[case.public_id, "file"])
    assert b"7116" in client.get(url).content
    refused = client.post(url, {"on": str(today())})
    assert refused.status_code == 422 and b"Read what stands above about other roads" in refused.content
    done = client.post(url, {"on": str(today()), "warned": "on", "acknowledged_on": str(today())})
    assert done.status_code == 302
    case.refresh_from_db()
    assert case.filed_on == today()


@pytest.mark.parametrize("sector", ["private", "state_local"])
def test_where_no_road_closes_filing_asks_for_no_acknowledgement(case, steward, sign_in, sector):
    BargainingUnit.objects.update(sector=sector)
    client, url = sign_in(steward), reverse("grievances:do", args=[case.public_id, "file"])
    assert b"acknowledged_on" not in client.get(url).content
    assert client.post(url, {"on": str(today())}).status_code == 422
    assert client.post(url, {"on": str(today()), "warned": "on"}).status_code == 302
    case.refresh_from_db()
    assert case.filed_on == today()


def test_two_writers_see_both_versions(full, steward, chief, sign_in):
    url = reverse("grievances:do", args=[full.public_id, "words"])
    version = full.version
    with acting(chief):
        cases.save_words(by=chief, case=full, version=version, values={"statement": "Words of the chief."})
    response = sign_in(steward).post(url, {"statement": "Words of the steward.", "version": version})
    text = response.content.decode()
    assert response.status_code == 409 and "Words of the chief." in text and "Words of the steward." in text
    again = sign_in(steward).post(url, {"statement": "Words of both.", "version": version + 1})
    assert again.status_code == 302
    full.refresh_from_db()
    assert full.statement == "Words of both."


def test_argument_is_pointed_out_and_may_be_kept(full, steward, sign_in):
    url = reverse("grievances:do", args=[full.public_id, "fact"])
    answer = sign_in(steward).post(url, {"w": "what", "text": "She was unfairly skipped."})
    assert answer.status_code == 422 and b"unfairly" in answer.content
    kept = sign_in(steward).post(url, {"w": "what", "text": "She was unfairly skipped.", "keep_anyway": "on"})
    assert kept.status_code == 302


def test_presses_do_and_undo(full, steward, sign_in):
    client = sign_in(steward)
    task, fact = full.matter.tasks.get(), full.matter.facts.first()
    for deed, row in (("tick", task), ("untick", task), ("strike-fact", fact), ("restore-fact", fact)):
        url = reverse("grievances:press", args=[full.public_id, deed, row.public_id])
        assert client.post(url).status_code == 302
    assert client.post(reverse("grievances:press", args=[full.public_id, "nothing", task.public_id])).status_code == 404
    assert client.get(reverse("grievances:press", args=[full.public_id, "tick", task.public_id])).status_code == 405


def test_two_of_one_name_can_be_told_apart(steward, procedure, grievant, unit, sign_in):
    for number, job in (("00129", "Rigger"), ("00130", "")):
        Person.objects.create(
            last_name="Smith", first_name="John", name_key="smith john", unit=unit, employee_number=number,
            job_title=job, in_unit=True,
        )  # fmt: skip
    client = sign_in(steward)
    draft_id = client.post(reverse("grievances:new"), {"title_text": "x", "topic": "pay"}).url.split("/")[3]
    asked = {"q": "smith", "search": "1", "scope": "individual"}
    shown = client.post(reverse("grievances:intake-page", args=[draft_id, "who"]), asked).content.decode()
    assert f"Smith, John · Rigger · {unit} · 00129" in shown
    assert f"Smith, John · {unit} · 00130" in shown


def test_the_first_page_keeps_its_words_in_one_draft_before_anything_is_pressed(steward, sign_in):
    client, url = sign_in(steward), reverse("grievances:new")

    def known():
        with acting(steward):
            return list(IntakeDraft.objects.filter(user=steward).order_by("pk"))

    first = client.post(f"{url}?keep", {"title_text": "Locker", "draft": ""}).content.decode()
    draft = known()[0]
    assert str(draft.public_id) in first
    client.post(f"{url}?keep", {"title_text": "Locker room", "what": "Closed.", "draft": str(draft.public_id)})
    client.post(url, {"title_text": "Locker room", "topic": "other", "what": "Shut.", "draft": str(draft.public_id)})
    assert [row.answers["what"]["what"] for row in known()] == ["Shut."]
    client.post(f"{url}?keep", {"title_text": "Another", "draft": "no-id"})
    assert len(known()) == 2


def test_intake_from_the_first_question_to_the_case(steward, procedure, grievant, unit, sign_in):
    client = sign_in(steward)
    begun = client.post(
        reverse("grievances:new"), {"title_text": "No rest between tours", "topic": "contract", "what": "Called at 5."}
    )
    assert begun.status_code == 302
    draft_id = begun.url.split("/")[3]

    def page(name, data):
        return client.post(reverse("grievances:intake-page", args=[draft_id, name]), data)

    shown = client.get(page("when", {"incident_on": str(ago(2)), "knowledge_on": str(ago(1))}).url).content.decode()
    assert "Step 1 filing" in shown
    found = page("who", {"q": "rivera", "search": "1", "scope": "individual"})
    assert found.status_code == 200 and "Rivera" in found.content.decode()
    page("who", {"scope": "individual", "people": [str(grievant.public_id)]})
    saved = client.post(reverse("grievances:intake-keep", args=[draft_id, "where"]), {"where": "Pier 4"})
    assert b"Saved" in saved.content
    check = client.get(reverse("grievances:intake-check", args=[draft_id])).content.decode()
    assert "Pier 4" in check and "Rivera" in check and "No rest between tours" in check
    opened = client.post(reverse("grievances:intake-check", args=[draft_id]))
    text = client.get(opened.url).content.decode()
    assert "No rest between tours" in text and "Step 1 filing" in text


def test_a_future_day_is_refused_where_it_was_typed(steward, procedure, sign_in):
    client = sign_in(steward)
    begun = client.post(reverse("grievances:new"), {"title_text": "x", "topic": "contract"})
    response = client.post(begun.url.replace("/what/", "/when/"), {"incident_on": str(ago(-3))})
    assert response.status_code == 422 and b"lies in the future" in response.content


def test_drafts_are_private(steward, other_steward, procedure, sign_in):
    draft = drafts.save_draft(by=steward, answers={})
    url = reverse("grievances:intake-check", args=[draft.public_id])
    assert sign_in(other_steward).get(url).status_code == 404
    assert sign_in(steward).post(reverse("grievances:intake-throw-away", args=[draft.public_id])).status_code == 302


def test_procedure_pages_confirm_change_and_move(case, clause, procedure, chief, sign_in):
    client = sign_in(chief)
    step = procedure.steps.get(key="1")
    page = client.get(procedure.get_absolute_url()).content.decode()
    assert "15 working days after the day the person learned of it" in page
    shown = {"shown": str(step.rule.public_id)}
    assert "I read both" not in page and "I read it in the agreement" not in page
    client.post(reverse("grievances:confirm", args=[step.public_id]), shown)
    step.rule.refresh_from_db()
    assert step.rule.confirmed_by is None
    type(step.rule).objects.filter(pk=step.rule.pk).update(clause=clause, quote=clause.text.partition(".")[0])
    assert "I read both" in client.get(procedure.get_absolute_url()).content.decode()
    client.post(reverse("grievances:confirm", args=[step.public_id]), shown)
    step.rule.refresh_from_db()
    assert step.rule.confirmed_by == chief
    url = reverse("grievances:rule", args=[step.public_id])
    assert client.get(url).status_code == 200
    typed = {"n": 20, "unit": "working_days", "direction": "after", "anchor_kind": "knowledge", "weekend": ["5", "6"],
             "holidays": "us_federal+own", "own_days": "2026-11-27 Day after Thanksgiving", "roll": "none",
             "silence": "no_effect", "cap_n": "90", "cap_unit": "calendar_days", "cap_anchor": "incident"}  # fmt: skip
    assert client.post(url, typed | {"own_days": "soon"}).status_code == 422
    moved = client.post(url, typed)
    assert moved.status_code == 302 and "move" in moved.url
    listing = client.get(moved.url).content.decode()
    assert case.number in listing and "Never later than 90 calendar days" in listing
    before = Deadline.objects.get(grievance=case, state="running").due
    client.post(moved.url, {"cases": [str(case.public_id)]})
    after = Deadline.objects.get(grievance=case, state="running").due
    assert after > before
    assert " → ".join(date_format(day, "D j M Y") for day in (before, after)) in listing


@pytest.mark.parametrize(
    ("words", "n", "warned"),
    [
        ("A grievance must be filed within fifteen (15) working days.", 20, True),
        ("A grievance must be filed within fifteen working days.", 15, False),
        ("The employer answers within two weeks, and the union appeals within ten days.", 14, False),
        ("La queja se presentará dentro de quince días.", 5, True),
        ("A grievance must be filed promptly.", 5, False),
    ],
)
def test_a_rule_that_counts_another_number_than_its_words_is_marked(procedure, chief, sign_in, words, n, warned):
    rule = procedure.steps.get(key="1").rule
    rule.quote, rule.written = words, rule.written | {"n": n}
    rule.save()
    page = sign_in(chief).get(procedure.get_absolute_url()).content.decode()
    assert ("another number" in page) == warned
    assert (f"the rule counts {n}." in page) == warned


def test_an_agreement_that_names_no_time_says_so_and_the_only_one_is_chosen(chief, version, sign_in):
    client = sign_in(chief)
    page = client.get(reverse("grievances:procedure-new")).content.decode()
    assert f'<option value="{version.pk}" selected>' in page
    version.clauses.update(text="El supervisor contestará por escrito.")
    made = client.post(
        reverse("grievances:procedure-new"), {"name": "Leído", "version": version.pk, "read_it": "on"}, follow=True
    )
    assert "No time limit could be read from this agreement" in made.content.decode()


def test_a_procedure_is_proposed_from_the_article(clause, version, chief, sign_in, bound):
    clause.title = "Grievance procedure"
    clause.level = "article"
    clause.save()
    response = sign_in(chief).post(reverse("grievances:procedure-new"), {"version": version.pk, "read_it": "on"})
    made = sign_in(chief).get(response.url).content.decode()
    assert "15 working days" in made and "10 calendar days" in made and "Read by pattern" in made
    procedure = procedures.queries.procedures(chief).get(name=f"Grievance procedure, {version}")
    assert [s.key for s in procedure.steps.all()] == ["1", "1-answer", "2"]
    assert all(s.rule.quote and not s.rule.is_confirmed for s in procedure.steps.all())


def test_steps_are_added_and_removed_by_hand(procedure, chief, sign_in):
    client = sign_in(chief)
    typed = {"key": "3", "title": "Step 3", "actor": "union", "deed": "appeal", "after": "2.answer", "n": 5,
             "unit": "calendar_days", "direction": "after", "anchor_kind": "answered_else_due", "holidays": "none",
             "roll": "none", "silence": "no_effect", "weekend": ["5", "6"]}  # fmt: skip
    url = reverse("grievances:step-new", args=[procedure.public_id])
    assert client.post(url, typed | {"n": ""}).status_code == 422
    assert client.post(url, typed).status_code == 302
    step = procedure.steps.get(key="3")
    client.post(reverse("grievances:step-remove", args=[step.public_id]))
    assert not procedure.steps.filter(key="3").exists()


def test_the_simulator_gives_all_dates(procedure, steward, sign_in):
    query = {"procedure": str(procedure.public_id), "day": "2026-11-02", "kind": "individual"}
    text = sign_in(steward).get(reverse("grievances:simulator"), query).content.decode()
    assert "Tue 24 Nov 2026" in text and "If each side takes all its time" in text
    assert sign_in(steward).get(reverse("grievances:simulator"), query | {"day": "soon"}).status_code == 422


@pytest.mark.parametrize("name", ["nonsense", "3b5012d7-d332-47f0-9b29-f52edbd4724f"])
def test_the_simulator_says_of_a_procedure_that_is_none_what_to_do(name, procedure, steward, sign_in):
    query = {"procedure": name, "day": "2026-11-02", "kind": "individual"}
    answer = sign_in(steward).get(reverse("grievances:simulator"), query)
    assert answer.status_code == 422
    assert "not on the list" in answer.content.decode() and "UUID" not in answer.content.decode()


def test_a_reader_who_is_none_is_no_lecture_on_ids(case, steward, sign_in):
    said = {"kind": "interview", "on": "2026-01-05", "with_whom": "W.", "text": "T.", "sealed": "on", "readers": ["x"]}
    answer = sign_in(steward).post(f"/grievances/{case.public_id}/do/interview/", said)
    assert answer.status_code == 422
    assert "not on the list" in answer.content.decode() and "UUID" not in answer.content.decode()


def test_small_groups_are_not_shown(full, chief, sign_in):
    text = sign_in(chief).get(reverse("grievances:statistics")).content.decode()
    assert "no group is shown" in text and "Pier 4" not in text


def test_the_register_shows_dates_only(full, make_user, sign_in):
    text = sign_in(make_user("trustee")).get(reverse("grievances:register")).content.decode()
    assert full.number in text and "Overtime" not in text


def test_the_calendar_has_numbers_and_no_names(full, steward, sign_in, client):
    made = sign_in(steward).post(reverse("grievances:calendar")).content.decode()
    address = made.split("<code>")[1].split("</code>")[0].replace("http://testserver", "")
    calendar = client.get(address).content.decode()
    assert "BEGIN:VEVENT" in calendar and full.number in calendar
    assert "Rivera" not in calendar and "Overtime" not in calendar
    steward.is_active = False
    steward.save()
    assert client.get(address).status_code == 404


def test_a_claim_takes_the_stub(procedure, unit, chief, steward, sign_in, bound):
    case = cases.open_case(by=chief, intake=cases.Intake(title="Canary title", unit=unit))
    client = sign_in(steward)
    stub = client.get(reverse("grievances:list")).content.decode()
    assert case.number in stub and "Canary title" not in stub
    assert client.post(reverse("grievances:claim", args=[case.public_id])).status_code == 302
    assert "Canary title" in client.get(case.get_absolute_url()).content.decode()
    assert client.post(reverse("grievances:claim", args=[case.public_id])).status_code == 404


def test_handing_over_in_bulk(case, chief, other_steward, sign_in):
    answer = sign_in(chief).post(
        reverse("grievances:hand-over"), {"id": [str(case.public_id)], "steward": str(other_steward.public_id)}
    )
    assert answer.status_code == 302
    case.matter.refresh_from_db()
    assert case.matter.steward == other_steward


def test_lists_take_the_same_queries_for_one_and_for_many(
    case, steward, procedure, sign_in, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = sign_in(steward)

    def count(name):
        client.get(reverse(f"grievances:{name}"))
        with CaptureQueriesContext(
            connection,
        ) as found:
            client.get(reverse(f"grievances:{name}"))
        return len(found)

    names = ("list", "my-day", "board")
    before = {name: count(name) for name in names}
    for number in range(3):
        with acting(steward):
            cases.open_case(
                by=steward, intake=cases.Intake(title=f"Case {number}", incident_on=ago(2), knowledge_on=ago(2))
            )
    assert {name: count(name) for name in names} == before


def test_my_day_shows_the_first_dates_of_a_shelf_and_the_rest_page_by_page(case, steward, bound, sign_in):
    Deadline.objects.bulk_create(
        Deadline(matter=case.matter, grievance=case, title=f"Promise {n}", origin="hand", due=ago(1), target=ago(3))
        for n in range(70)
    )
    client, url = sign_in(steward), reverse("grievances:my-day")
    page = client.get(url).content.decode()
    assert page.count("Promise ") == 15 and "?show=overdue" in page and "and 55 more" in page
    shown = "".join(client.get(f"{url}?show=overdue&page={n}").content.decode() for n in (1, 2))
    assert all(f"Promise {n}<" in shown for n in range(70)) and "51 to 70 of 70" in shown
    assert client.get(f"{url}?show=nothing").status_code == 200


def test_papers_say_what_is_missing_and_are_drawn_when_nothing_is(full, steward, sign_in):
    client = sign_in(steward)
    url = reverse("grievances:papers", args=[full.public_id])
    assert b"a statement of facts" in client.get(url).content
    draw = reverse("grievances:draw", args=[full.public_id, "form"])
    client.post(draw)
    assert not full.matter.documents.filter(made_here="form").exists()


def test_statistics_clocks_and_time_are_one_press(full, steward, chief, sign_in):
    client = sign_in(chief)
    assert client.post(reverse("grievances:catch-up")).status_code == 302
    assert (
        client.post(
            reverse("grievances:time"),
            {"on": str(today()), "minutes": 30, "category": "dispute", "paid_as": "official"},
        ).status_code
        == 302
    )
    export = client.post(reverse("grievances:time-export"))
    assert b"".join(export.streaming_content).decode().count("\n") == 2
    assert client.post(reverse("grievances:time"), {"minutes": 0}).status_code == 422


def test_request_pages_keep_items_and_start_the_charge_clock(full, steward, sign_in):
    client = sign_in(steward)
    request = full.matter.requests.get()
    item = request.items.get()
    assert client.get(reverse("grievances:request", args=[request.public_id])).status_code == 200
    url = reverse("grievances:request-item", args=[request.public_id, item.public_id])
    assert client.get(url).status_code == 200
    client.post(url, {"state": "denied", "answered_on": str(today()), "answer_note": "not kept"})
    charge = Deadline.objects.get(about=request.public_id, side="ours")
    assert charge.statute == "flra_ulp" and clocks.statutes.by_key("flra_ulp")
    assert client.get(reverse("grievances:request-do", args=[request.public_id, "item"])).status_code == 200
    assert client.get(reverse("grievances:request-do", args=[request.public_id, "bogus"])).status_code == 404


def test_settings_refuse_a_pattern_that_gives_one_number(chief, sign_in):
    from grievances.models import CaseSettings

    client, url = sign_in(chief), reverse("grievances:settings")
    assert client.post(url, {"number_pattern": "CASE"}).status_code == 422
    assert client.post(url, {"number_pattern": "{nn}"}).status_code == 422
    assert client.post(url, {"number_pattern": "L12/{year}/{n}", "members_see_status": "on"}).status_code == 302
    assert CaseSettings.current().members_see_status


def test_a_grievant_sees_where_it_stands_only_when_the_local_says_so(case, grievant, make_user, sign_in):
    from grievances.models import CaseSettings

    member = make_user("member", person=grievant.public_id)
    client, url = sign_in(member), reverse("grievances:status")
    assert case.number not in client.get(url).content.decode()
    CaseSettings.objects.create(pk=1, members_see_status=True)
    text = client.get(url).content.decode()
    assert case.number in text and "Overtime" not in text
    assert client.get(case.get_absolute_url()).status_code == 403


@pytest.mark.parametrize("name", ["just-cause", "douglas", "past-practice", "weingarten"])
def test_checklists_keep_answers_and_evidence(name, case, steward, sign_in):
    from grievances.checklists import CHECKLISTS

    client, url = sign_in(steward), reverse("grievances:checklist", args=[case.public_id, name])
    line = CHECKLISTS[name].lines[0][0]
    assert client.get(url).status_code == 200
    client.post(url, {line: "no", f"{line}-text": "No notice was posted."})
    client.post(url, {line: "yes", f"{line}-text": "No notice was posted."})
    rows = case.matter.arguments.filter(checklist=name)
    assert [(row.answer, row.removed_at is None) for row in rows] == [("no", False), ("yes", True)]
    assert "No notice was posted." in client.get(url).content.decode()
    assert client.get(url.replace(name, "no-such")).status_code == 404


def test_another_road_is_chosen_by_nobody_but_a_person(case, steward, sign_in):
    """What is recorded here cannot be taken back by a second press, so nothing stands chosen when the form opens."""
    url = reverse("grievances:do", args=[case.public_id, "forum"])
    assert '<option value="" selected>' in sign_in(steward).get(url).content.decode()
    assert sign_in(steward).post(url, {"elected_on": today(), "by_act": "charge filed"}).status_code == 422
    assert not case.matter.elections.exists()


def test_what_goes_on_may_be_grieved_later_and_the_page_says_so(case, steward, sign_in):
    client, clock = sign_in(steward), case.deadlines.get()
    pages = [case.get_absolute_url(), reverse("grievances:deadline", args=[clock.public_id])]
    said = "It is still going on: the agreement may let it be grieved later"
    assert not any(said in client.get(page).content.decode() for page in pages)
    type(case.matter).objects.filter(pk=case.matter_id).update(is_continuing=True)
    assert all(said in client.get(page).content.decode() for page in pages)


OWN_DAYS = "Working days are Monday through Friday except the holidays of Article 6."


@pytest.fixture
def days_article(clause):
    clause.title, clause.level, clause.text = "Grievance procedure", "article", f"{clause.text} {OWN_DAYS}"
    clause.save()
    lineage = ClauseLineage.objects.create(agreement=clause.version.agreement)
    place = {"number": "6", "label": "6", "anchor": "6", "path": "6", "ordinal": 0}
    text = "The holidays are New Year's Day and Labor Day."
    return Clause.objects.create(
        version=clause.version, lineage=lineage, level="article", title="Holidays", text=text, **place
    )


@pytest.mark.parametrize(("sector", "left_out"), [("private", "no holidays"), ("federal", "federal holidays")])
def test_days_off_are_held_against_the_agreement_and_no_holiday_is_taken_for_granted(
    days_article, version, chief, sign_in, unit, sector, left_out
):
    """Outside the federal service nobody has the federal holidays by law: leaving them out would come too late."""
    unit.sector = sector
    unit.save()
    client = sign_in(chief)
    response = client.post(reverse("grievances:procedure-new"), {"version": version.pk, "read_it": "on"})
    page = html.unescape(client.get(response.url).content.decode())
    assert OWN_DAYS in page and left_out in page
    assert f'<a href="{clause_url(days_article)}">' in page
    assert ("federal holidays" in page) == (sector == "federal")
    procedure = procedures.queries.procedures(chief).get(name=f"Grievance procedure, {version}")
    kept = {str(step.rule.written.get("holidays", "us_federal")) for step in procedure.steps.all()}
    assert kept == {"us_federal" if sector == "federal" else "none"}
    form = client.get(reverse("grievances:step-new", args=[procedure.public_id])).content.decode()
    assert f'<option value="{kept.pop()}" selected>' in form


def test_days_off_are_typed_as_the_agreement_names_them_and_stand_beside_its_words(
    days_article, procedure, chief, sign_in
):
    client = sign_in(chief)
    url = reverse("grievances:procedure-days", args=[procedure.public_id])
    lines = ["Thanksgiving Day", "July 4", "12-24 Christmas Eve", "2026-10-05 Harbor Day"]
    typed = {"weekend": ["5", "6"], "holidays": "own", "own_days": "\n".join(lines)}
    assert client.post(url, typed | {"own_days": "Founders Day"}).status_code == 422
    assert client.post(url, typed).status_code == 302
    page = html.unescape(client.get(procedure.get_absolute_url()).content.decode())
    assert "Thanksgiving Day, July 4, Christmas Eve, 2026-10-05 Harbor Day" in page
    written = procedure.steps.get(key="1").rule.written
    calendar = parse_calendar(written["holidays"], written["weekend"], "rule.")
    closed = [
        datetime.date(2027, 11, 25),
        datetime.date(2028, 7, 4),
        datetime.date(2029, 12, 24),
        datetime.date(2026, 10, 5),
    ]
    assert all(map(calendar.holiday, closed)) and not calendar.holiday(datetime.date(2027, 11, 11))
    again = html.unescape(client.get(url).content.decode())
    assert all(
        line in again for line in ("Thanksgiving Day", "07-04 July 4", "12-24 Christmas Eve", "2026-10-05 Harbor Day")
    )
    assert client.post(url, typed | {"own_days": "07-04 July 4"}).status_code == 302


def test_words_that_another_step_counts_are_no_contradiction_of_a_step_without_limit(procedure, chief, sign_in):
    first, last = procedure.steps.order_by("ordinal")[:2]
    words = "Either party may demand arbitration within thirty (30) days of the Step 2 answer."
    for step, written in ((first, {"anchor_kind": "no_limit", "n": 0}), (last, {"n": 30})):
        step.rule.quote, step.rule.written = words, step.rule.written | written
        step.rule.save()
    client = sign_in(chief)
    assert "another number" not in client.get(procedure.get_absolute_url()).content.decode()
    last.rule.written |= {"n": 20}
    last.rule.save()
    assert client.get(procedure.get_absolute_url()).content.decode().count("another number") == 2
