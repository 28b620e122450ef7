"""Walk lists: everybody on exactly one, carried by whoever it was given to, each visit kept with the person."""

import datetime
import io

import pypdfium2
import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from members.models import Assessment, Canvass, Conversation, Person, Turf, TurfPerson
from members.services import canvassing
from members.walking import turfs
from members.walking.cutting import WAYS, Someone, cut
from unionops.platform.access.actors import acting
from unionops.platform.access.roles import Role
from unionops.platform.access.services import give_stewardship
from unionops.platform.core.problems import Problem

SOMEONE = st.builds(
    Someone, pk=st.integers(1, 10**6), name=st.sampled_from(["a", "b", "c"]), site=st.sampled_from(["", "Pier", "Annex"]),
    component=st.sampled_from(["", "Water"]), department=st.sampled_from(["", "Claims"]),
    shift=st.sampled_from(["", "Days", "Nights"]),
    stewards=st.lists(st.integers(1, 4), max_size=3, unique=True).map(tuple),
)  # fmt: skip


@given(st.lists(SOMEONE, max_size=60, unique_by=lambda one: one.pk), st.sampled_from([*WAYS, "steward"]),
       st.one_of(st.none(), st.integers(1, 20)))  # fmt: skip
def test_everybody_is_on_exactly_one_list_and_none_is_too_long(people, how, most):
    pieces = cut(people, how, most, unknown="?", whole="all", names={1: "Ann", 2: "Bo", 3: "Cy", 4: "Di"})
    assert sorted(one.pk for piece in pieces for one in piece.people) == sorted(one.pk for one in people)
    assert all(piece.people for piece in pieces)
    assert len({piece.name for piece in pieces}) == len(pieces)
    if most:
        assert all(len(piece.people) <= most for piece in pieces)
    for piece in pieces:
        if piece.walker:
            assert all(piece.walker in one.stewards for one in piece.people)
        if how in ("site", "site_shift"):
            assert len({one.site for one in piece.people}) == 1
        if how == "component":
            assert len({one.component for one in piece.people}) == 1


def test_long_lists_are_divided_evenly_and_stewards_share():
    people = [Someone(n, f"n{n:03}", stewards=(1, 2) if n < 20 else ()) for n in range(41)]
    sizes = [len(piece.people) for piece in cut(people, "even", 20, unknown="?", whole="List")]
    assert sizes == [13, 14, 14]
    shared = cut(people, "steward", None, unknown="nobody", whole="List", names={1: "Ann", 2: "Bo"})
    assert {piece.name: len(piece.people) for piece in shared} == {"Ann": 10, "Bo": 10, "nobody": 21}
    with pytest.raises(ValueError):
        cut(people, "height", None, unknown="?", whole="List")


@pytest.fixture
def steward(make_user, unit, roster, as_system):
    user = make_user(Role.STEWARD, name="Ann Lee")
    site = Person.objects.get(last_name="Boyle").worksite
    give_stewardship(user=user, by=None, worksite=site)
    return user


@pytest.fixture
def canvass(roster, steward, as_system):
    """Four people of the unit by worksite: Annex (nobody's) and Pier 4 (the steward's)."""
    people = Person.objects.filter(in_unit=True)
    return canvassing.cut_list(by=as_system, people=people, name="Fall walk", question="Strike vote", how="site",
                               ask="Would you vote yes?")  # fmt: skip


def test_the_cut_finds_the_steward_of_a_place(canvass, steward):
    found = {turf.name: (turf.walker, turf.people.count()) for turf in Turf.objects.all()}
    assert found == {"Annex": (None, 2), "Pier 4": (steward, 2)}
    assert turfs.without_turf(canvass) == 2


def test_a_steward_sees_their_own_turf_and_no_other(canvass, steward, sign_in):
    own, other = Turf.objects.get(name="Pier 4"), Turf.objects.get(name="Annex")
    theirs = other.people.first()
    client = sign_in(steward)
    mine = client.get(reverse("members:turfs")).content.decode()
    assert "Pier 4" in mine and "Annex" not in mine
    assert client.get(own.get_absolute_url()).status_code == 200
    for url in (other.get_absolute_url(), reverse("members:visit", args=[theirs.public_id]),
                reverse("members:turf-paper", args=[other.public_id])):  # fmt: skip
        assert client.get(url).status_code == 404
    assert client.post(reverse("members:visit", args=[theirs.public_id]), {"result": "talked"}).status_code == 404
    assert client.get(canvass.get_absolute_url()).status_code == 403
    assert client.get(reverse("members:turf-correct", args=[own.public_id])).status_code == 403
    assert "My walk lists" in client.get("/").content.decode()


def test_a_visit_is_noted_and_leads_to_the_next_person(canvass, steward, sign_in):
    turf = Turf.objects.get(name="Pier 4")
    first, second = turf.people.all()
    client = sign_in(steward)
    page = client.get(reverse("members:visit", args=[first.public_id])).content.decode()
    assert "Would you vote yes?" in page and "555-0101" not in page
    url = reverse("members:visit", args=[first.public_id])
    untold = client.post(url, {"result": "away", "score": "2"})
    assert untold.status_code == 422 and "from a talk only" in untold.content.decode()
    said = {"result": "talked", "score": "2", "heard": "parking", "ask": "Would you vote yes?", "answer": "yes",
            "follow_up_on": "2026-12-15", "off_duty": "on"}  # fmt: skip
    onward = client.post(url, said)
    assert onward["Location"] == reverse("members:visit", args=[second.public_id])
    with acting(steward):
        talk, stand = Conversation.objects.get(), Assessment.objects.get()
        assert (talk.person, talk.heard, talk.follow_up_on) == (first.person, "parking", datetime.date(2026, 12, 15))
        assert (stand.person, stand.question, stand.score) == (first.person, "Strike vote", 2)
    last = client.post(reverse("members:visit", args=[second.public_id]), {"result": "away"})
    assert last["Location"] == turf.get_absolute_url()
    page = client.get(turf.get_absolute_url()).content.decode()
    assert "1 of 2 done, 1 talks" in page and "not there" in page and "Next person" in page


def test_a_promise_on_a_walk_outside_ones_places_stays_in_sight(canvass, make_user, as_system, sign_in):
    walker = make_user(Role.STEWARD, name="Bo Far")
    turf = Turf.objects.get(name="Annex")
    canvassing.give_turf(by=as_system, turf=turf, walker=walker)
    name = turf.people.first()
    client = sign_in(walker)
    client.post(reverse("members:visit", args=[name.public_id]), {"result": "later", "follow_up_on": "2026-12-15"})
    assert name.person.name in client.get(reverse("members:turfs")).content.decode()
    with acting(walker):
        talk = Conversation.objects.get()
    away = client.post(reverse("members:followed-up", args=[talk.public_id]))
    assert away["Location"] == reverse("members:turfs")
    assert "To come back to" not in client.get(reverse("members:turfs")).content.decode()


def test_progress_and_answers_of_the_whole(canvass, steward, as_system, sign_in, make_user):
    for name, score in zip(TurfPerson.objects.all(), (1, 3), strict=False):
        canvassing.note_visit(by=as_system, name=name, result="talked", score=score, heard="x")
    whole = turfs.summed([far for _turf, far in turfs.turfs_of(as_system, canvass)])
    assert (whole.people, whole.done, whole.left) == (4, 2, 2)
    assert [bar.value for bar in turfs.answers(canvass)] == [1, 0, 1, 0, 0]
    page = sign_in(make_user(Role.CHIEF_STEWARD)).get(canvass.get_absolute_url()).content.decode()
    assert "Strike vote" in page and "nobody carries" in page
    with pytest.raises(Problem):
        canvassing.drop_canvass(by=as_system, canvass=canvass)


def test_lists_are_corrected_by_hand(canvass, steward, secretary, sign_in):
    annex, pier = Turf.objects.get(name="Annex"), Turf.objects.get(name="Pier 4")
    moved = annex.people.first()
    client = sign_in(secretary)
    url = reverse("members:turf-correct", args=[annex.public_id])
    assert client.get(url).status_code == 200
    client.post(url, {"id": str(moved.public_id), "deed": "move", "to": str(pier.public_id)})
    moved.refresh_from_db()
    assert moved.turf == pier and pier.people.last() == moved
    twice = client.post(url, {"deed": "add", "who": moved.person.employee_number}, follow=True).content.decode()
    assert "is on the walk list Pier 4" in twice
    client.post(url, {"deed": "add", "who": "stone"})
    assert annex.people.count() == 2
    client.post(url, {"id": [str(row.public_id) for row in annex.people.all()], "deed": "off"})
    assert annex.people.count() == 0 and TurfPerson.objects.count() == 3
    client.post(reverse("members:turf-give", args=[annex.public_id]), {"walker": str(steward.public_id)})
    annex.refresh_from_db()
    assert annex.walker == steward
    client.post(reverse("members:canvass-close", args=[canvass.public_id]))
    client.post(reverse("members:turf-give", args=[annex.public_id]), {"walker": ""})
    annex.refresh_from_db()
    assert annex.walker == steward
    closed = client.post(reverse("members:visit", args=[moved.public_id]), {"result": "talked"})
    assert closed.status_code == 422 and "closed" in closed.content.decode()


def text_of(data):
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_the_paper_names_everybody_and_no_way_to_reach_them(canvass, steward, sign_in):
    turf = Turf.objects.get(name="Pier 4")
    answer = sign_in(steward).get(reverse("members:turf-paper", args=[turf.public_id]))
    assert answer["Content-Type"] == "application/pdf"
    said = text_of(answer.content)
    assert "Boyle" in said and "Chen" in said and "555" not in said and "example.org" not in said


def test_a_saved_list_or_words_are_cut_on_the_page(roster, secretary, sign_in, make_user):
    from members.services import lists

    with acting(secretary):
        lists.save_segment(by=secretary, name="Days", text="shift is Days")
    client = sign_in(secretary)
    order = {"name": "Spring", "question": "Joining", "how": "even"}
    url = reverse("members:canvass-new")
    assert "Say how many" in client.post(url, order | {"segment": "Days"}).content.decode()
    made = client.post(url, order | {"segment": "Days", "most": "1"})
    assert made.status_code == 302
    assert "Nobody is on this list" in client.post(url, order | {"text": "name is xyzzy", "most": "3"}).content.decode()
    chief = sign_in(make_user(Role.CHIEF_STEWARD))
    assert chief.get(url).status_code == 200
    refused = chief.post(url, order | {"text": "city is Springfield", "most": "3"})
    assert refused.status_code == 422 and "may not ask" in refused.content.decode()
    with acting(secretary):
        found = Canvass.objects.get()
        assert [turf.people.count() for turf in found.turfs.all()] == [1, 1]
    assert client.post(reverse("members:canvass-drop", args=[found.public_id])).status_code == 302
    with acting(secretary):
        assert not TurfPerson.objects.exists()
