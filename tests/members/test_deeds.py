"""Many people changed with one press, and all of it taken back with another."""

import datetime
import re

import pytest
from django.urls import reverse

from members import queries
from members.models import (
    BulkDeed,
    BulkTagging,
    Canvass,
    FollowUp,
    Person,
    PersonChange,
    PersonTag,
    Placement,
    Segment,
    Tag,
    Turf,
    TurfPerson,
)
from members.services import deeds, editing, lists
from tests.members.roads import people_of
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Worksite
from unionops.platform.access.roles import Role
from unionops.platform.audit.models import Event
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem


def state():
    """Everything of people and their spells that a deed could touch."""
    people = list(Person.objects.order_by("pk").values("pk", "worksite", "shift", "tour", "department"))
    spells = list(
        Placement.objects.order_by("pk").values("pk", "worksite", "shift", "tour", "since", "until", "reason")
    )
    return people, spells


def seen(page):
    """The page's seal of the people it shows."""
    return re.search(r'name="seen" value="(\w+)"', page)[1]


@pytest.fixture
def annex(roster):
    return Worksite.objects.get(name="Annex")


def test_a_site_begins_a_new_spell_on_the_day_and_goes_back_whole(roster, as_system, annex):
    before = state()
    on = today() - datetime.timedelta(days=10)
    boyle, cruz = (next(p for p in roster if p.last_name == name) for name in ("Boyle", "De La Cruz"))
    deed = deeds.place_many(by=as_system, people=[boyle, cruz], on=on, worksite=annex, tour="swing")
    assert deed.count == 2
    spells = [(s.worksite.name, s.shift, s.since, s.until) for s in Placement.objects.filter(person=boyle)]
    assert [spells[0][:2], spells[0][3]] == [("Annex", "Evenings"), None] and spells[0][2] == on
    assert spells[1][0] == "Pier 4" and spells[1][3] == on - datetime.timedelta(days=1)
    assert [s.until for s in Placement.objects.filter(person=cruz)] == [None, on - datetime.timedelta(days=1)]
    earlier = f"shift is Evenings as of {on - datetime.timedelta(days=30)}"
    assert not {boyle, cruz} & set(people_of(as_system, earlier)), "what was before the day stays"
    assert people_of(as_system, "site is Annex and shift is Evenings").count() == 2
    said = PersonChange.objects.filter(person=boyle).first().diff
    assert said["worksite"] == ["Pier 4", "Annex"] and said["shift"] == ["Days", "Evenings"]
    assert Event.objects.filter(action="changed many people at once", count=2).exists()
    deeds.undo_deed(by=as_system, deed=deed)
    assert state() == before
    with pytest.raises(Problem):
        deeds.undo_deed(by=as_system, deed=deed)


def test_what_somebody_changed_since_is_not_overwritten(roster, as_system, annex):
    deed = deeds.place_many(by=as_system, people=roster[:2], on=today(), department="Rail")
    editing.edit_person(by=as_system, person=Person.objects.get(pk=roster[0].pk), department="Docks")
    with pytest.raises(Problem) as refused:
        deeds.undo_deed(by=as_system, deed=deed)
    assert refused.value.code == "changed_since"
    assert Person.objects.get(pk=roster[1].pk).department == "Rail", "all of it or nothing"


def test_nothing_to_do_and_days_ahead_are_refused(roster, as_system, annex):
    tomorrow = today() + datetime.timedelta(days=1)
    for order in ({"on": tomorrow, "tour": "Nights"}, {"on": today()}):
        with pytest.raises(Problem):
            deeds.place_many(by=as_system, people=roster, **order)
    deeds.place_many(by=as_system, people=roster[:1], on=today(), department="Rail")
    with pytest.raises(Problem) as refused:
        deeds.place_many(by=as_system, people=Person.objects.filter(department="Rail"), on=today(), department="Rail")
    assert refused.value.code == "nobody"


def test_people_are_put_on_a_walk_list_once(roster, as_system):
    canvass = Canvass.objects.create(name="Card drive", question="Will you sign?", cut_by="site", by=as_system)
    turf = Turf.objects.create(canvass=canvass, name="Annex")
    TurfPerson.objects.create(canvass=canvass, turf=turf, person=roster[0], position=4)
    deed = deeds.put_many_on_walk_list(by=as_system, people=roster, turf=turf)
    assert deed.count == len(roster) - 1
    assert list(turf.people.values_list("position", flat=True)) == [4, 5, 6, 7, 8]
    TurfPerson.objects.filter(person=roster[1]).update(visits=1)
    with pytest.raises(Problem) as refused:
        deeds.undo_deed(by=as_system, deed=deed)
    assert refused.value.code == "walked"
    TurfPerson.objects.update(visits=0)
    deeds.undo_deed(by=as_system, deed=deed)
    assert [place.person for place in turf.people.all()] == [roster[0]]


def test_ticked_people_become_a_list_and_stop_being_one(roster, as_system):
    segment, deed = deeds.keep_as_list(by=as_system, people=roster[:3], name="Bus, Saturday")
    assert set(queries.segment_people(as_system, segment)) == set(roster[:3])
    with pytest.raises(Problem):
        deeds.keep_as_list(by=as_system, people=roster, name="bus, saturday")
    deeds.undo_deed(by=as_system, deed=deed)
    assert not Segment.objects.exists() and not Tag.objects.exists()


def test_a_list_others_have_built_on_is_not_taken_away(roster, as_system):
    _segment, deed = deeds.keep_as_list(by=as_system, people=roster[:1], name="Night callers")
    lists.tag_people(by=as_system, people=roster[1:3], name="Night callers")
    with pytest.raises(Problem) as refused:
        deeds.undo_deed(by=as_system, deed=deed)
    assert refused.value.code == "changed_since"
    assert PersonTag.objects.count() == 3 and Segment.objects.exists()


def test_a_job_changed_by_hand_since_is_not_lost(roster, as_system, annex):
    boyle = next(person for person in roster if person.last_name == "Boyle")
    on = today() - datetime.timedelta(days=10)
    deed = deeds.place_many(by=as_system, people=[boyle], on=on, worksite=annex)
    editing.edit_person(by=as_system, person=Person.objects.get(pk=boyle.pk), job_title="Charge clerk")
    with pytest.raises(Problem) as refused:
        deeds.undo_deed(by=as_system, deed=deed)
    assert refused.value.code == "changed_since"
    assert Placement.objects.get(person=boyle, until=None).job_title == "Charge clerk"


@pytest.mark.parametrize(("name", "remove", "code"), [
    ("Callers", True, "tag_in_use"), ("callers", False, "tag_in_use"), ("VANID 1234567", False, "tag_in_use"),
    ("Night picket", True, "of_another"), ("Night picket", False, None), ("Hall", False, None),
])  # fmt: skip
def test_a_chief_steward_leaves_the_lists_and_tags_of_others_alone(roster, as_system, make_user, name, remove, code):
    deeds.keep_as_list(by=as_system, people=roster[1:3], name="Callers")
    lists.tag_people(by=as_system, people=roster[1:2], name="Night picket")
    chief, before = make_user(Role.CHIEF_STEWARD), PersonTag.objects.count()
    try:
        lists.tag_people(by=chief, people=roster, name=name, remove=remove)
    except Problem as problem:
        assert problem.code == code and PersonTag.objects.count() == before
    else:
        assert code is None
        lists.tag_people(by=chief, people=roster[2:3], name=name, remove=True)


def test_the_page_asks_once_more_and_notices_another_number(roster, secretary, sign_in):
    client = sign_in(secretary)
    order = {"deed": "place", "scope": "all", "text": "standing is member", "q": ""}
    asked = client.post(reverse("members:many"), order).content.decode()
    assert "Boyle" in asked and "Chen" in asked and "O&#x27;Neil" not in asked
    said = {**order, "do": "yes", "department": "Rail", "on": today().isoformat(), "seen": seen(asked)}
    assert client.post(reverse("members:many"), {**said, "on": "soon"}).status_code == 422
    with acting(secretary):
        Person.objects.filter(last_name="Chen").update(standing="nonmember")
        Person.objects.filter(last_name="O'Neil").update(standing="member")
    assert "other people" in client.post(reverse("members:many"), said).content.decode(), "as many, but not the same"
    with acting(secretary):
        Person.objects.filter(last_name="Chen").update(standing="member")
        Person.objects.filter(last_name="O'Neil").update(standing="nonmember")
    assert client.post(reverse("members:many"), said).status_code == 302
    with acting(secretary):
        assert set(Person.objects.filter(department="Rail").values_list("last_name", flat=True)) == {"Boyle", "Chen"}
        deed = BulkDeed.objects.get()
    assert client.post(reverse("members:undo-deed", args=[deed.public_id])).status_code == 302
    with acting(secretary):
        assert not Person.objects.filter(department="Rail").exists()
    for deed in ("walk", "list", "untag"):
        assert client.post(reverse("members:many"), {**order, "deed": deed}).status_code == 200


def test_a_chief_steward_asks_stewards_tags_and_fills_walk_lists_but_changes_no_record(roster, make_user, sign_in):
    client = sign_in(make_user(Role.CHIEF_STEWARD))
    page = client.get(reverse("members:list")).content.decode()
    assert 'value="task"' in page and 'value="walk"' in page and 'value="place"' not in page
    order = {"deed": "task", "scope": "all", "text": "standing is member", "q": ""}
    asked = client.post(reverse("members:many"), order).content.decode()
    said = {**order, "do": "yes", "note": "Call them", "due_on": today().isoformat(), "seen": seen(asked)}
    assert client.post(reverse("members:many"), said).status_code == 302
    assert "Call them" in client.get(reverse("members:deeds")).content.decode()
    client.post(reverse("members:many"), {**order, "deed": "tag", "do": "yes", "tag": "asked", "seen": seen(asked)})
    with acting(system_actor()):
        assert PersonTag.objects.filter(tag__name="asked").count() == 2
        tagging = BulkTagging.objects.get()
    assert client.post(reverse("members:undo-tag", args=[tagging.public_id])).status_code == 302
    with acting(system_actor()):
        deed = BulkDeed.objects.get()
        assert deed.kind == "task" and deed.count == 2
        BulkDeed.objects.filter(pk=deed.pk).update(kind="place")
    assert client.post(reverse("members:undo-deed", args=[deed.public_id])).status_code == 403, "no record changes back"
    with acting(system_actor()):
        BulkDeed.objects.filter(pk=deed.pk).update(kind="task")
    assert client.post(reverse("members:undo-deed", args=[deed.public_id])).status_code == 302
    before = {**order, "deed": "place", "do": "yes", "department": "Rail", "on": today().isoformat()}
    assert client.post(reverse("members:many"), before).url == reverse("members:list")
    with acting(system_actor()):
        assert not Person.objects.filter(department="Rail").exists()
        assert not FollowUp.objects.exists()
