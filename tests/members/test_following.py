"""A merge takes along everything any app keeps of a person, and gives it back; nothing of a person is forgotten."""

import datetime

import pytest
from django.core.management import call_command

from grievances.models import Matter, Party
from members.life import records
from members.models import Duplicate, Person, PersonChange
from members.services import editing, erasing, merging
from members.undoing import following
from tests.members.conftest import MEMBER_LIST, UNIT_LIST

MORE = '0012,00099999,"NEW, PERSON A",07,03,Clerk,ORG-1,Pier 4,0800-1630,2026-09-04\n'
NOT_FOLLOWED = {"members.Duplicate"}
"""A pair names both records and stays what it is."""


@pytest.fixture
def pair(roster):
    keep, drop = Person.objects.get(last_name="Stone"), Person.objects.get(last_name="De La Cruz")
    first, second = sorted((keep, drop), key=lambda person: person.pk)
    return keep, drop, Duplicate.objects.create(first=first, second=second, reasons=["same phone"])


def tables_about_people():
    rows = [field for field in Person._meta.get_fields(include_hidden=True) if field.one_to_many]
    return {row.related_model._meta.label for row in rows}


def test_every_table_that_names_a_person_goes_along_with_a_merge():
    assert tables_about_people() - NOT_FOLLOWED == set(following.followed.names())


def test_every_table_that_names_a_person_is_in_their_whole_record():
    ours = {row.related_model._meta.label: row.get_accessor_name() for row in Person._meta.related_objects}
    inside = {label for label, name in ours.items() if name in records.PARTS}
    by_apps = {"grievances.Party": "cases", "comms.OutboxEntry": "messages", "comms.OutreachResult": "outreach"}
    assert tables_about_people() - NOT_FOLLOWED == inside | set(by_apps)
    assert set(by_apps.values()) <= set(records.parts.names())


def test_cases_account_and_history_follow_and_come_back(pair, as_system, make_user, unit):
    keep, drop, duplicate = pair
    account = make_user("member", person=drop.public_id)
    matter = Matter.objects.create(title="A short break", unit=unit, incident_on=datetime.date(2026, 10, 1),
                                   opened_by=as_system)  # fmt: skip
    party = Party.objects.create(matter=matter, role="grievant", person=drop)
    changes = drop.changes.count()
    merging.merge(by=as_system, duplicate=duplicate, keep=keep, drop=drop)
    party.refresh_from_db()
    account.refresh_from_db()
    assert (party.person, account.person) == (keep, keep.public_id)
    assert PersonChange.objects.filter(person=drop).count() == 0
    merging.undo_merge(by=as_system, duplicate=duplicate)
    party.refresh_from_db()
    account.refresh_from_db()
    assert (party.person, account.person) == (drop, drop.public_id)
    assert drop.changes.filter(source__in=["HR", "Local"]).count() == changes


def test_both_in_one_case_are_one_party_of_it_until_the_merge_is_undone(pair, as_system, unit):
    keep, drop, duplicate = pair
    matter = Matter.objects.create(title="Overtime", unit=unit, incident_on=datetime.date(2026, 10, 1),
                                   opened_by=as_system)  # fmt: skip
    Party.objects.create(matter=matter, role="grievant", person=keep, note="works nights")
    told = datetime.date(2026, 10, 9)
    Party.objects.create(matter=matter, role="grievant", person=drop, note="by e-mail", acknowledged_on=told)
    Party.objects.create(matter=matter, role="witness", person=drop)
    before = list(Party.objects.order_by("pk").values())
    merging.merge(by=as_system, duplicate=duplicate, keep=keep, drop=drop)
    grievant, witness = Party.objects.order_by("pk")
    assert (grievant.person, grievant.note, grievant.acknowledged_on) == (keep, "works nights\nby e-mail", told)
    assert (witness.person, witness.role) == (keep, "witness")
    merging.undo_merge(by=as_system, duplicate=duplicate)
    assert list(Party.objects.order_by("pk").values()) == before


def test_words_about_channels_keep_source_and_day(pair, as_system):
    keep, drop, duplicate = pair
    editing.record_consent(by=as_system, person=keep, channel="email", status="granted", source="card")
    said = editing.record_consent(by=as_system, person=drop, channel="email", status="revoked", source="a letter")
    editing.record_consent(by=as_system, person=drop, channel="sms", status="granted", source="by phone")
    merging.merge(by=as_system, duplicate=duplicate, keep=keep, drop=drop)
    latest = {row.channel: row for row in keep.consents.filter(is_latest=True)}
    assert (latest["email"].status, latest["email"].source, latest["email"].at) == ("revoked", "a letter", said.at)
    assert latest["sms"].source == "by phone"
    assert {row.source for row in keep.consents.filter(channel="email")} == {"card", "a letter"}


def test_an_open_pair_with_a_merged_record_waits_until_the_merge_is_undone(pair, as_system):
    from members import queries

    keep, drop, duplicate = pair
    boyle = Person.objects.get(last_name="Boyle")
    first, second = sorted((boyle, drop), key=lambda person: person.pk)
    other = Duplicate.objects.create(first=first, second=second, reasons=["same street"])
    merging.merge(by=as_system, duplicate=duplicate, keep=keep, drop=drop)
    assert other not in queries.duplicates(as_system, "open")
    merging.undo_merge(by=as_system, duplicate=duplicate)
    assert other in queries.duplicates(as_system, "open")


def test_erasing_takes_the_records_merged_into_it_along(pair, as_system):
    keep, drop, duplicate = pair
    merging.merge(by=as_system, duplicate=duplicate, keep=keep, drop=drop)
    assert records.whole_record(as_system, keep)["merged_records"][0]["last_name"] == "De La Cruz"
    count = Person.objects.count()
    erasing.erase_person(by=as_system, person=keep, reason="asked in writing")
    for person in Person.objects.filter(pk__in=[keep.pk, drop.pk]):
        assert (person.last_name, person.first_name, person.employee_number) == ("erased", "", None)
    assert Person.objects.count() == count


def test_the_command_line_looks_for_duplicates_after_applying(as_system, unit, tmp_path):
    for name, text, kind in (("unit.csv", UNIT_LIST, "unit"), ("members.csv", MEMBER_LIST, "members")):
        path = tmp_path / name
        path.write_text(text)
        call_command("import_roster", path, "--kind", kind, "--source", name, "--as-of", "2026-09-30",
                     "--scope", "complete", "--apply", "--json")  # fmt: skip
    twin = editing.create_person(by=as_system, last_name="Boyle", first_name="Ada", employee_number=None)
    editing.add_email(by=as_system, person=twin, address="ada@example.org")
    more = tmp_path / "more.csv"
    more.write_text(UNIT_LIST + MORE)
    assert not Duplicate.objects.exists()
    call_command("import_roster", more, "--kind", "unit", "--source", "unit.csv", "--as-of", "2026-10-31",
                 "--scope", "complete", "--apply", "--json")  # fmt: skip
    assert Duplicate.objects.get().state == "open"
