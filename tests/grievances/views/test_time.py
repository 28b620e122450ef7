"""The time log: what each entry was for, and nobody's note but one's own."""

from django.urls import reverse

from grievances.services import records
from tests.grievances.conftest import ago


def test_the_log_names_the_case_and_shows_a_note_to_its_writer_only(case, steward, chief, sign_in, bound):
    records.log_time(
        by=steward, on=ago(1), minutes=30, category="dispute", paid_as="official", note="Rehearsed", matter=case.matter
    )
    own = sign_in(steward).get(reverse("grievances:time")).content.decode()
    assert case.number in own and "Rehearsed" in own
    others = sign_in(chief).get(reverse("grievances:time")).content.decode()
    assert case.number in others and "Rehearsed" not in others
