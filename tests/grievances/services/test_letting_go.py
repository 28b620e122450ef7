"""Cases that nobody needs any more go whole, and only those."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from grievances.models import CaseDocument, Deadline, Grievance, Matter, OldFile, Outcome, Status
from grievances.services import records
from grievances.services.letting_go import forget_closed, forget_unfiled
from grievances.services.papers import add_document
from unionops.platform.access.actors import acting
from unionops.platform.ai.models import AIOutput
from unionops.platform.audit.models import Event
from unionops.platform.files.models import Upload
from unionops.platform.files.services import store_upload

pytestmark = pytest.mark.django_db
YEAR = datetime.timedelta(days=365)


def ended(case: Grievance, years: float, *, filed: bool = True, outcome: str = Outcome.DENIED) -> Grievance:
    day = (timezone.now() - years * YEAR).date()
    Grievance.objects.filter(pk=case.pk).update(
        status=Status.CLOSED, closed_on=day, outcome=outcome, filed_on=day if filed else None
    )
    Deadline.objects.filter(matter=case.matter).update(due=day)
    case.refresh_from_db()
    return case


def before(years: float) -> datetime.datetime:
    return timezone.now() - years * YEAR


def test_an_old_closed_case_goes_with_all_that_belongs_to_it(case, steward, as_system):
    with acting(steward):
        records.add_fact(by=steward, matter=case.matter, text="The roster was changed on Monday.")
        add_document(by=steward, matter=case.matter, file=b"plain words", name="a.txt", title="Roster")
    AIOutput.objects.create(kind="x", about_kind=case._meta.label, about_id=case.public_id, text="Words of a model")
    scan = store_upload(by=steward, file=b"old words", name="old.txt", purpose="x")
    OldFile.objects.create(upload=scan, name="old.txt", sha256="0" * 64, case=case, by=steward)
    ended(case, 8)
    assert forget_closed(by=as_system, before=before(9)) == 0
    assert forget_closed(by=as_system, before=before(7)) == 1
    for gone in (Matter, Grievance, CaseDocument, Upload, OldFile, AIOutput):
        assert not gone.objects.exists(), gone


@pytest.mark.parametrize("why", ["open", "another case is open", "no day of closing", "hold", "a date ahead"])
def test_what_may_still_be_needed_stays(case, as_system, why):
    ended(case, 8)
    if why == "open":
        Grievance.objects.filter(pk=case.pk).update(status=Status.ABEYANCE, outcome="")
    if why == "another case is open":
        Grievance.objects.create(matter=case.matter, number="G-OPEN", status=Status.OPEN)
    if why == "no day of closing":
        Grievance.objects.filter(pk=case.pk).update(closed_on=None)
    if why == "hold":
        Matter.objects.update(litigation_hold=True)
    if why == "a date ahead":
        day = timezone.localdate() + YEAR
        Deadline.objects.create(matter=case.matter, title="Settlement: last payment", due=day, target=day)
    assert forget_closed(by=as_system, before=before(7)) == 0
    assert forget_unfiled(by=as_system, before=before(1)) == 0
    assert Matter.objects.exists()


@pytest.mark.parametrize(
    ("filed", "outcome", "years", "goes"),
    [
        (False, Outcome.WITHDRAWN_GRIEVANT, 2, 1),
        (False, Outcome.WITHDRAWN_GRIEVANT, 0.5, 0),
        (False, Outcome.SETTLED, 2, 0),  # a talk that won something is worth as much as a case
        (False, Outcome.OTHER_FORUM, 2, 0),
        (True, Outcome.DENIED, 2, 0),
    ],
)
def test_only_an_intake_that_was_never_filed_goes_after_a_year(case, as_system, filed, outcome, years, goes):
    ended(case, years, filed=filed, outcome=outcome)
    assert forget_unfiled(by=as_system, before=before(1)) == goes
    assert Matter.objects.count() == 1 - goes


def test_a_legal_hold_is_put_on_and_ended_with_a_reason(case, chief, steward, sign_in, as_system):
    ended(case, 8)
    page, shut = sign_in(chief), sign_in(steward)
    assert shut.post(f"/grievances/{case.public_id}/guard/hold/", {"reason": "x"}).status_code in (403, 404)
    assert page.post(f"/grievances/{case.public_id}/guard/hold/", {"reason": ""}).status_code == 422
    assert page.post(f"/grievances/{case.public_id}/guard/hold/", {"reason": "A suit is coming"}).status_code == 302
    assert "legal hold" in page.get(f"/grievances/{case.public_id}/").content.decode()
    assert forget_closed(by=as_system, before=before(7)) == 0
    assert page.post(f"/grievances/{case.public_id}/guard/release/", {"reason": "It ended"}).status_code == 302
    assert Event.objects.get(action="ended the legal hold of a case").reason == "It ended"
    assert forget_closed(by=as_system, before=before(7)) == 1
