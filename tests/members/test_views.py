"""Every page of the roster, over HTTP, with people and without."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from members.life import erasure
from members.models import BulkTagging, Duplicate, ExportRecord, PersonTag, RosterImport, Segment
from members.services import editing, lists
from tests.members.test_deeds import seen
from unionops.platform.access.actors import acting
from unionops.platform.access.roles import Role

PLAIN = ["list", "new", "imports", "segments", "segment-new", "duplicates", "density", "reconcile"]


def test_pages_without_anybody_say_what_to_do(secretary, sign_in):
    client = sign_in(secretary)
    for name in PLAIN:
        assert client.get(reverse(f"members:{name}")).status_code == 200, name


def test_pages_with_people_open(roster, secretary, sign_in):
    client = sign_in(secretary)
    for name in PLAIN:
        assert client.get(reverse(f"members:{name}")).status_code == 200, name
    page = client.get(reverse("members:list"), {"q": "de la cruz", "in_unit": "yes"})
    assert "De La Cruz Jr, Juan P" in page.content.decode()
    assert "Boyle" not in page.content.decode()


def test_list_in_words_is_answered_or_explained(roster, secretary, sign_in):
    client = sign_in(secretary)
    good = client.get(reverse("members:list"), {"text": "standing is member and shift is Evenings"})
    assert "Chen, Bo" in good.content.decode() and "Boyle, Ada" not in good.content.decode()
    bad = client.get(reverse("members:list"), {"text": "colour is blue"})
    assert bad.status_code == 422 and "colour is blue" in bad.content.decode()


def test_person_page_shows_contact_only_to_offices_that_need_it(roster, secretary, make_user, sign_in):
    person = roster[0]
    full = sign_in(secretary).get(person.get_absolute_url()).content.decode()
    assert "ada@example.org" in full and "555-0101" in full and "What happened" in full
    chief = sign_in(make_user(Role.CHIEF_STEWARD)).get(person.get_absolute_url()).content.decode()
    assert "ada@example.org" not in chief and "555-0101" not in chief


def test_edit_keeps_history_and_moves_to_a_new_spell(roster, secretary, sign_in):
    client, person = sign_in(secretary), roster[0]
    form = client.get(reverse("members:edit", args=[person.public_id])).context["form"]
    values = {name: form[name].value() or "" for name in form.fields}
    values |= {"preferred_name": "Addie"}
    assert client.post(reverse("members:edit", args=[person.public_id]), values).status_code == 302
    with acting(secretary):
        person.refresh_from_db()
        assert person.preferred_name == "Addie"
        assert person.changes.first().diff["preferred_name"] == ["", "Addie"]


def test_contact_consent_membership_and_conversation_forms_work(roster, secretary, sign_in):
    client, person = sign_in(secretary), roster[0]
    at = [person.public_id]
    posts = [
        ("add-contact", [*at, "email"], {"address": "new@example.org", "kind": "home"}),
        ("add-contact", [*at, "phone"], {"number": "312 555 0199", "kind": "cell"}),
        ("consent", at, {"channel": "sms", "status": "revoked", "source": "by phone"}),
        ("end-membership", at, {"on": "2026-10-01", "reason": "moved away"}),
        ("membership", at, {"status": "active", "method": "cash", "since": "2026-11-01"}),
        ("conversation", at, {"on": "2026-11-01", "heard": "parking", "question": "Support", "score": "2"}),
    ]
    for name, arguments, values in posts:
        url = reverse(f"members:{name}", args=arguments)
        assert client.get(url).status_code == 200, name
        assert client.post(url, values).status_code == 302, name
    wrong = client.post(reverse("members:add-contact", args=[*at, "email"]), {"address": "no", "kind": "home"})
    assert wrong.status_code == 422 and "not an e-mail address" in wrong.content.decode()


def test_saved_list_is_counted_explained_and_removed(roster, secretary, sign_in):
    client = sign_in(secretary)
    made = client.post(reverse("members:segment-new"), {"name": "Days", "text": "shift is Days", "is_shared": "on"})
    with acting(secretary):
        segment = Segment.objects.get()
    assert made["Location"] == segment.get_absolute_url()
    assert "Boyle" in client.get(segment.get_absolute_url()).content.decode()
    why = client.get(reverse("members:why", args=[segment.public_id, roster[1].public_id])).content.decode()
    assert "Not on the list" in why
    assert "2 people" in client.get(reverse("members:count"), {"text": "shift is Days"}).content.decode()
    assert "not understood" in client.get(reverse("members:count"), {"text": "nonsense"}).content.decode()
    assert client.get(reverse("members:segment-edit", args=[segment.public_id])).status_code == 200
    assert client.get(reverse("members:segments")).status_code == 200
    assert client.post(reverse("members:segment-remove", args=[segment.public_id])).status_code == 302


def test_bulk_tag_can_be_taken_back(roster, secretary, sign_in):
    client = sign_in(secretary)
    order = {"id": [str(person.public_id) for person in roster[:2]], "deed": "tag"}
    first = client.post(reverse("members:many"), order)
    assert first.status_code == 200 and "Tag 2 people" in first.content.decode()
    done = {**order, "tag": "new hire", "seen": seen(first.content.decode()), "do": "yes"}
    assert client.post(reverse("members:many"), done)["Location"] == reverse("members:deeds")
    with acting(secretary):
        assert PersonTag.objects.count() == 2
        tagging = BulkTagging.objects.get()
    assert "new hire" in client.get(reverse("members:deeds")).content.decode()
    client.post(reverse("members:undo-tag", args=[tagging.public_id]))
    with acting(secretary):
        assert PersonTag.objects.count() == 0
    assert client.post(reverse("members:many"), {"deed": "tag"}).status_code == 302
    assert client.post(reverse("members:many"), {**order, "deed": "erase"}).status_code == 302


def test_export_of_few_downloads_and_of_many_waits_for_a_second_person(roster, secretary, sign_in, monkeypatch):
    client = sign_in(secretary)
    with acting(secretary):
        lists.save_segment(by=secretary, name="All", text="")
    order = {"segment": "All", "format": "csv", "purpose": "meeting"}
    answer = client.post(reverse("members:exports"), order)
    assert answer["Content-Type"].startswith("text/csv") and b"Boyle" in answer.content
    kept = ExportRecord.objects.get()
    said = client.get(reverse("members:export-manifest", args=[kept.public_id])).json()
    assert (said["purpose"], said["count"], said["columns"][0]) == ("meeting", kept.count, "Employee number")
    monkeypatch.setattr("members.services.exporting.MANY", 2)
    assert client.post(reverse("members:exports"), order).status_code == 302
    assert client.get(reverse("members:exports")).status_code == 200
    assert client.post(reverse("members:exports"), {**order, "purpose": ""}).status_code == 422


def test_steward_sees_only_their_own_unit(roster, make_user, sign_in, unit):
    stranger = sign_in(make_user(Role.STEWARD))
    assert stranger.get(roster[0].get_absolute_url()).status_code == 404
    assert "Nobody" in stranger.get(reverse("members:list")).content.decode()


def test_import_wizard_goes_from_file_to_undo(secretary, sign_in, unit, django_capture_on_commit_callbacks):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from members import tasks
    from tests.members.conftest import UNIT_LIST

    client = sign_in(secretary)
    file = SimpleUploadedFile("unit.csv", UNIT_LIST.encode(), "text/csv")
    order = {"file": file, "kind": "unit", "source": "HR", "as_of": "2026-09-30", "scope": "complete"}
    assert client.post(reverse("members:imports"), order).status_code == 302
    with acting(secretary):
        found = RosterImport.objects.get()
        tasks.read_roster.run_now(by=secretary, import_id=str(found.public_id))
        found.refresh_from_db()
    page = client.get(found.get_absolute_url())
    assert "Boyle, Ada" in page.content.decode()
    again = {f"c{at}": slug for at, slug in enumerate(found.mapping.get(name, "") for name in found.rows["header"])}
    assert client.post(reverse("members:import-columns", args=[found.public_id]), again).status_code == 302
    with acting(secretary):
        found.refresh_from_db()
        tasks.apply_roster.run_now(by=secretary, import_id=str(found.public_id), plan_hash=found.plan_hash)
    assert client.get(found.get_absolute_url()).status_code == 200
    assert client.post(reverse("members:import-undo", args=[found.public_id])).status_code == 302
    with acting(secretary):
        found.refresh_from_db()
        assert found.state == "undone"


def test_reconcile_page_and_paper(roster, apply_file, secretary, sign_in):
    from tests.members.conftest import UNIT_LIST

    unit = apply_file(UNIT_LIST)
    dues = apply_file('Name,Emp ID,Amount\n"BOYLE, ADA M",00012345,16.25\n"X, Y",99999999,3.00\n', "remittance")
    client = sign_in(secretary)
    order = {"unit_list": unit.public_id, "dues": dues.public_id, "edues": "", "as_of": "2026-10-01"}
    page = client.post(reverse("members:reconcile"), order)
    assert page.status_code == 200 and "Paying, but not a member" in page.content.decode()


def test_duplicates_page_merges_and_undoes(roster, secretary, sign_in):
    with acting(secretary):
        first, second = sorted(roster[:2], key=lambda person: person.pk)
        pair = Duplicate.objects.create(first=first, second=second, reasons=["same phone"])
    client = sign_in(secretary)
    assert "same phone" in client.get(reverse("members:duplicates")).content.decode()
    client.post(reverse("members:duplicate", args=[pair.public_id, "merge"]), {"keep": "first"})
    assert client.get(second.get_absolute_url()).headers["Location"] == first.get_absolute_url()
    client.post(reverse("members:duplicate", args=[pair.public_id, "undo"]))
    assert client.get(second.get_absolute_url()).status_code == 200
    client.post(reverse("members:duplicate", args=[pair.public_id, "two-people"]))
    client.post(reverse("members:duplicates-find"))
    assert client.get(reverse("members:duplicates"), {"state": "dismissed"}).status_code == 200


def test_erasing_needs_another_officer(roster, officer, make_user, sign_in):
    from unionops.platform.access import second

    other = make_user(Role.OFFICER)
    client = sign_in(officer)
    url = reverse("members:erase", args=[roster[0].public_id])
    assert client.get(url).status_code == 200
    client.post(url, {"reason": "asked for it"})
    request = second.pending(other)[0]
    second.decide(request, by=other, yes=True)
    client.post(url, {"reason": "asked for it"})
    assert client.get(roster[0].get_absolute_url()).status_code == 404


def test_record_is_given_as_json(roster, secretary, sign_in):
    answer = sign_in(secretary).get(reverse("members:record", args=[roster[0].public_id]), {"as": "json"})
    assert answer["Content-Type"] == "application/json" and b"ada@example.org" in answer.content


def test_a_tag_for_the_whole_list_and_back(roster, secretary, sign_in):
    client = sign_in(secretary)
    order = {"deed": "tag", "scope": "all", "q": "", "text": "site is Annex"}
    asked = client.post(reverse("members:many"), order).content.decode()
    order |= {"tag": "Pier", "seen": seen(asked), "do": "yes"}
    page = client.post(reverse("members:many"), order, follow=True)
    assert "Pier" in page.content.decode()
    with acting(secretary):
        made = BulkTagging.objects.get()
        assert set(made.people) == {person.pk for person in roster if person.last_name in {"De La Cruz", "O'Neil"}}
    client.post(reverse("members:undo-tag", args=[made.public_id]))
    with acting(secretary):
        assert not PersonTag.objects.exists()
    refused = client.post(reverse("members:many"), order | {"text": "colour is blue"}, follow=True)
    assert "colour is blue" in refused.content.decode()


def test_empty_file_is_refused_with_what_to_do(secretary, sign_in):
    order = {"kind": "unit", "source": "HR", "as_of": "2026-10-01", "scope": "partial"}
    empty = SimpleUploadedFile("list.csv", b"")
    answer = sign_in(secretary).post(reverse("members:imports"), order | {"file": empty})
    assert answer.status_code == 422 and "Check that you saved the right one" in answer.content.decode()
    with acting(secretary):
        assert not RosterImport.objects.exists()


def test_the_list_tells_people_of_one_name_apart(as_system, secretary, sign_in):
    for number, year in (("00700100", 2004), ("00700200", 2019)):
        editing.create_person(by=as_system, last_name="Santos", first_name="Maria", employee_number=number,
                              hire_date=datetime.date(year, 5, 17))  # fmt: skip
    editing.create_person(by=as_system, last_name="Reyes", first_name="Luz", employee_number="00700300")
    seen = sign_in(secretary).get(reverse("members:list")).content.decode()
    assert seen.count("data-namesake") == 2 and "00700300" not in seen
    for words in ("00700100", "00700200", "17 May 2004", "17 May 2019"):
        assert words in seen, words


def test_the_page_of_an_erasure_says_what_goes_and_what_stands_in_the_way(roster, officer, sign_in, monkeypatch):
    client = sign_in(officer)
    url = reverse("members:erase", args=[roster[0].public_id])
    seen = client.get(url).content.decode()
    assert "This cannot be taken back" in seen and "<textarea" in seen
    monkeypatch.setattr(erasure, "reasons_to_keep", lambda person: ["an open grievance names them"])
    held = client.get(url).content.decode()
    assert "an open grievance names them" in held and "<textarea" not in held


def test_a_local_without_lists_begins_with_the_usual_ones(make_user, sign_in, unit, worksite):
    secretary = make_user("membership_secretary")
    client = sign_in(secretary)
    assert "Begin with the usual lists" in client.get(reverse("members:segments")).content.decode()
    with acting(secretary):
        lists.save_segment(by=secretary, name="all MEMBERS", text="in unit is yes and standing is member")
    client.post(reverse("members:segments-usual"))
    client.post(reverse("members:segments-usual"))
    with acting(secretary):
        kept = {row.name: row.text for row in Segment.objects.all()}
    assert set(kept) == {"all MEMBERS", "Everybody in the unit", "In the unit, not members"}
    assert kept["all MEMBERS"] == "in unit is yes and standing is member"
