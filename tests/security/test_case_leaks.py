"""One case told in words that must be found nowhere but with those who work on it."""

from __future__ import annotations

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from contracts.reading import relying
from grievances import exports
from grievances.models import Citation, InformationRequest, RequestItem
from grievances.queries import alike, packets
from grievances.queries import arbitration as arbitration_queries
from grievances.queries import cases as queries
from grievances.services import arbitration, cases, letters, links, papers, records
from tests.grievances.conftest import ago
from tests.security.walk import CONVERTER, NOBODY, addresses
from unionops.platform.access.actors import acting
from unionops.platform.access.roles import Role
from unionops.platform.search.sources import all_sources

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
CANARY, SEALED = "canary4419", "sealed8802"
# Officers read what they are not walled off from; a steward who is not on the case is `other_steward`.
OUTSIDERS = [role for role in Role.values if role not in (Role.STEWARD, Role.CHIEF_STEWARD, Role.OFFICER)]
# Text that a page shows as it is must not become a part of the page.
XSS = "<img src=x onerror=alert(4419)>"


@pytest.fixture
def told(case, steward, clause, bound):
    """The case with the canary in everything that is written about it."""
    case.number, matter = "Q-4419-77", case.matter
    case.save()
    matter.title = f"{CANARY} {XSS}"
    matter.save()
    with acting(steward):
        records.add_fact(by=steward, matter=matter, text=f"On Monday {CANARY} came. {XSS}", keep_anyway=True)
        records.add_note(by=steward, matter=matter, text=f"{CANARY} {XSS}")
        records.add_note(by=steward, matter=matter, text=SEALED, sealed=True)
        records.add_task(by=steward, matter=matter, text=f"{CANARY} {XSS}")
        records.cite(by=steward, matter=matter, clause=clause, why=f"{CANARY} {XSS}")
        cases.add_party(by=steward, matter=matter, role="manager", name=f"{CANARY} {XSS}")
        for title, sealed in ((CANARY, False), (SEALED, True)):
            papers.add_document(
                by=steward, matter=matter, file=f"{title} <script>x</script>".encode(), name=f"{title}.txt",
                title=f"{title} {XSS}", sealed=sealed,
            )  # fmt: skip
        item = papers.Item(f"{CANARY} {XSS}", "why", "use", "connection")
        papers.draft_request(by=steward, matter=matter, case=case, addressed_to=f"{CANARY} {XSS}", items=[item])
        for words, sealed in ((f"{CANARY} {XSS}", False), (SEALED, True)):
            records.add_interview(by=steward, matter=matter, with_whom=words, text=words, sealed=sealed)
        letter = letters.draft_letter(by=steward, case=case, paper="closing")
        letters.save_letter(by=steward, letter=letter, version=1, text=f"{CANARY} {XSS}")
        docket = arbitration.open_docket(by=steward, case=case)
        arbitration.add_names(by=steward, row=docket, names=["Cy North"])
        arbitration.appoint(by=steward, row=docket, name="Cy North")
        arbitration.add_exhibit(by=steward, row=docket, side="U", title=f"{CANARY} {XSS}")
        arbitration.add_cost(by=steward, row=docket, what=f"{CANARY} {XSS}", cents=100)
        values = {"issue": f"{CANARY} {XSS}", "hearing_on": ago(-30), "hearing_place": CANARY}
        arbitration.save_docket(by=steward, row=docket, version=1, values=values)
        cases.save_settings(by=steward, values={"members_see_status": True})
        links.make_link(by=steward, case=case)
        cases.save_settings(by=steward, values={"members_see_status": False})
    case.refresh_from_db()
    return case


def case_addresses(case):
    """Every address of case work that leads to this case or a part of it."""
    request = InformationRequest.objects.get(matter=case.matter)
    ids = {
        "grievances:request": request, "grievances:request-do": request, "grievances:request-draw": request,
        "grievances:request-item": request, "grievances:deadline": case.matter.deadlines.first(),
        "grievances:letter": case.letters.first(),
    }  # fmt: skip
    words = {"deed": "fact", "paper": "form", "kind": "case", "name": "just-cause"}
    words |= {"item_id": RequestItem.objects.get(request=request).public_id}
    for found in addresses():
        keys = [key for _kind, key in CONVERTER.findall(found.route)]
        if found.name.startswith("grievances:") and "public_id" in keys and "step" not in found.name:
            kwargs = {key: words.get(key, uuid.uuid4()) for key in keys}
            yield found, reverse(found.name, kwargs=kwargs | {"public_id": ids.get(found.name, case).public_id})


def pages():
    """Every page that needs no object, and the searches that could name the case."""
    for found in addresses():
        if not found.has_object and "GET" in getattr(found.view, "methods", ()):
            yield reverse(found.name)
    for query in (CANARY, "Rivera", "Monday", "9.1"):
        yield f"/search/?q={query}"
    yield "/grievances/?status=all"


def unknown(found):
    return reverse(found.name, kwargs={key: NOBODY[kind or "str"]() for kind, key in CONVERTER.findall(found.route)})


@pytest.mark.parametrize("role", [*OUTSIDERS, "other_steward"])
def test_a_case_is_told_to_nobody_outside_it(told, role, make_user, other_steward, sign_in):
    client = sign_in(other_steward if role == "other_steward" else make_user(role))
    paths = [*pages(), f"/members/person/{told.matter.parties.first().person.public_id}/"]
    may_know_numbers = role == Role.TRUSTEE
    for path in paths:
        body = client.get(path).content.decode(errors="replace")
        assert path.startswith("/search/") or CANARY not in body, path
        assert SEALED not in body, path
        assert may_know_numbers or told.number not in body, path


@pytest.mark.parametrize("role", [*OUTSIDERS, "other_steward"])
def test_no_address_of_a_case_opens_to_others(told, role, make_user, other_steward, sign_in):
    """Reading and posting alike: a foreign id is a case that does not exist."""
    client = sign_in(other_steward if role == "other_steward" else make_user(role))
    for found, path in case_addresses(told):
        for method in (method for method in ("GET", "POST") if method in found.view.methods):
            answer = client.generic(method, path, "text=x", "application/x-www-form-urlencoded")
            assert answer.status_code in (403, 404), f"{method} {path}"
            assert answer.status_code == client.generic(method, unknown(found)).status_code, f"{method} {path}"
            assert CANARY not in answer.content.decode()
    for document in told.matter.documents.all():
        assert client.get(f"/files/{document.upload.public_id}/").status_code in (403, 404)


def test_its_steward_reads_it_and_nothing_in_it_is_run(told, steward, sign_in):
    client = sign_in(steward)
    body = client.get(told.get_absolute_url()).content.decode()
    assert CANARY in body and SEALED in body
    for path in [*pages(), *(path for found, path in case_addresses(told) if "GET" in found.view.methods)]:
        assert "<img src=x" not in client.get(path).content.decode(errors="replace"), path


def test_a_file_is_never_a_page_of_ours(told, steward, sign_in):
    upload = told.matter.documents.first().upload
    answer = sign_in(steward).get(f"/files/{upload.public_id}/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"] and answer["X-Content-Type-Options"] == "nosniff"


def test_what_is_sealed_stays_with_its_readers(told, chief, sign_in):
    client = sign_in(chief)
    body = client.get(told.get_absolute_url()).content.decode()
    assert CANARY in body and SEALED not in body
    sealed = told.matter.documents.get(sealed=True)
    assert client.get(f"/files/{sealed.upload.public_id}/").status_code == 404
    with acting(chief):
        made = packets.packet(chief, told)
        assert SEALED not in repr([(row.what, row.detail) for row in made["happened"]])
        assert [row.document.sealed for row in made["exhibits"]] == [False]


def test_a_packet_with_sealed_words_is_sealed(told, steward, chief):
    with acting(steward):
        assert packets.holds_sealed(steward, told)
        kept = papers.keep_paper(
            by=steward, matter=told.matter, data=b"%PDF-", title="Case packet", name=f"{told.number}-case.pdf",
            paper="", sealed=packets.holds_sealed(steward, told),
        )  # fmt: skip
        assert kept not in [row.document for row in packets.packet(steward, told)["exhibits"]]
    with acting(chief):
        assert not packets.holds_sealed(chief, told)
        assert kept not in queries.documents(chief, told)


@pytest.mark.parametrize("way", ["party", "wall", "restricted"])
def test_a_chief_steward_with_a_conflict_sees_nothing(told, way, chief, steward, grievant, bound, sign_in):
    if way == "party":
        chief.person = grievant.public_id
        chief.save()
    elif way == "wall":
        cases.wall_off(by=bound, matter=told.matter, user=chief, reason="named")
    else:
        cases.restrict(by=steward, matter=told.matter, readers=[])
    client = sign_in(chief)
    for found, path in case_addresses(told):
        for method in (method for method in ("GET", "POST") if method in found.view.methods):
            assert client.generic(method, path).status_code in (403, 404), f"{method} {path}"
    for path in pages():
        body = client.get(path).content.decode(errors="replace")
        assert told.number not in body, path
    with acting(chief):
        assert told.number.encode() not in exports.calendar(chief)
        assert not [row for source in all_sources() for row in source.find(chief, CANARY, 20)]


def test_bulk_hand_over_takes_no_foreign_case(told, chief, other_steward, grievant, steward, sign_in):
    chief.person = grievant.public_id
    chief.save()
    sign_in(chief).post("/grievances/hand-over/", {"id": [told.public_id], "steward": str(other_steward.public_id)})
    told.matter.refresh_from_db()
    assert told.matter.steward == steward


def test_figures_beside_a_clause_count_no_foreign_case(told, clause, other_steward, steward):
    from contracts.reading import margin

    assert Citation.objects.filter(clause=clause).exists()
    for user, n in ((steward, 1), (other_steward, 0)):
        with acting(user):
            notes = [note for note in margin.notes_for(user, [clause]).get(clause.pk, []) if note.tone == "case"]
            assert len(notes) == n


def test_what_stands_on_a_clause_and_like_cases_tell_no_foreign_case(told, clause, other_steward, chief, steward):
    with acting(chief):
        intake = cases.Intake(title=f"{CANARY} again", clauses=(clause,), incident_on=ago(2))
        other = cases.open_case(by=chief, intake=intake, steward=other_steward)
    for user, n in ((steward, 1), (other_steward, 1), (chief, 2)):
        with acting(user):
            assert len(relying.relying_on(user, [clause], relying.GRIEVANCES).get(clause.pk, [])) == n
    with acting(other_steward):
        assert alike.similar(other_steward, other) == []
        known = arbitration_queries.arbitrators(other_steward)
        assert [(one.arbitrator.name, one.cases, one.listed) for one in known] == [("Cy North", [], 0)]
    with acting(chief):
        assert [row.case for row in alike.similar(chief, other)] == [told]


def test_a_status_link_shows_number_and_step_and_ends(told, bound, client):
    row = told.status_links.get()
    path = reverse("grievances:status-link", args=[links.token_of(row)])
    assert client.get(path).status_code == 404
    cases.save_settings(by=bound, values={"members_see_status": True})
    body = client.get(path).content.decode()
    assert told.number in body and CANARY not in body and SEALED not in body and "Sam Steward" not in body
    assert links.token_of(row) not in body, "nor on the foot of the printed page"
    spoilt = path.replace(str(row.public_id)[:8], "00000000")
    assert client.get(spoilt).status_code == 404 and client.post(path).status_code in (403, 405)
    type(row).objects.update(until=ago(1))
    assert client.get(path).status_code == 404
    type(row).objects.update(until=ago(-1))
    cases.restrict(by=bound, matter=told.matter, readers=[])
    assert client.get(path).status_code == 404


def test_a_restricted_file_asks_again_who_reads(told, steward, sign_in):
    cases.restrict(by=steward, matter=told.matter, readers=[])
    upload = told.matter.documents.filter(sealed=False).first().upload
    client = sign_in(steward)
    assert client.get(f"/files/{upload.public_id}/").status_code == 200
    session = client.session
    session["account_authentication_methods"] = [
        {**each, "at": each["at"] - 600} for each in session["account_authentication_methods"]
    ]
    session.save()
    for path in (f"/files/{upload.public_id}/", told.get_absolute_url()):
        assert "/reauthenticate" in client.get(path).headers.get("Location", ""), path


def test_an_uploaded_page_is_kept_as_a_file(told, steward, sign_in):
    html = SimpleUploadedFile("x.html", b"<html><script>alert(1)</script></html>", content_type="text/html")
    path = reverse("grievances:do", args=[told.public_id, "document"])
    sign_in(steward).post(path, {"file": html, "title": "x", "kind": "other"})
    for document in told.matter.documents.all():
        answer = sign_in(steward).get(f"/files/{document.upload.public_id}/")
        assert answer["Content-Disposition"].startswith("attachment")


def test_guessing_status_links_is_stopped_for_a_while(told, bound, client):
    cases.save_settings(by=bound, values={"members_see_status": True})
    path = reverse("grievances:status-link", args=[links.token_of(told.status_links.get())])
    answers = [client.get(path if n % 2 else path[:-3] + "x/").status_code for n in range(31)]
    assert answers[:30] == [404, 200] * 15 and answers[30] == 429
    refused = client.get(path)
    assert refused.status_code == 429 and refused.headers["Retry-After"] and told.number not in refused.content.decode()
    assert client.get(path, REMOTE_ADDR="10.9.8.7").status_code == 200
