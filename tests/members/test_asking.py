"""The form and the words of a list are the same question; every field of the roster can be asked, no case can."""

import datetime

import pytest
from django.http import QueryDict
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from members import conditions_form, queries
from members.models import (
    Canvass,
    Committee,
    CommitteeTerm,
    FollowUp,
    Membership,
    Person,
    PersonNumber,
    Placement,
    Turf,
    TurfPerson,
)
from members.segments import conditions
from members.segments.days import read_day
from members.segments.fields import ALL, DAY, EITHER, FIELDS, NUMBER, YES
from members.segments.known import THINGS
from members.segments.words import WITHOUT_VALUES, either, in_words, parse, turned_round
from members.services import editing
from tests.members.roads import people_of
from unionops.platform.access.models import Worksite
from unionops.platform.access.roles import Role
from unionops.platform.access.services import give_role, give_stewardship
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem

DAYS = st.one_of(
    st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 1, 1)).map(str),
    st.sampled_from(["today", "30 days ago", "in 2 months", "1 year ago"]),
)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(str.strip)
ODD = st.sampled_from(["and", "or", "not known", 'a "b" c', "back\\slash", "as of today", "is", "R&D; annex", "x,"])


@st.composite
def criteria(draw):
    """Any condition the form can make."""
    field = draw(st.sampled_from([field for field in ALL if field.word != EITHER]))
    op = draw(st.sampled_from(field.ops))
    most = 1 if op in {"after", "from", "before", "to", "at least", "at most"} else 3
    kind = DAYS if field.ops == DAY else st.one_of(WORDS, ODD)
    values = [] if op in WITHOUT_VALUES else draw(st.lists(kind, min_size=1, max_size=most))
    found = {"field": field.word, "op": op, "values": values}
    if field.dated and draw(st.booleans()):
        found["as_of"] = draw(DAYS)
    if field.about and draw(st.booleans()):
        found["about"] = draw(st.one_of(WORDS, ODD))
    return found


def questions():
    """Conditions, and brackets of alternatives and of what must not hold."""
    some = st.lists(criteria(), min_size=1, max_size=2)
    return st.recursive(
        some,
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(either),
            inner.map(turned_round),
            st.tuples(inner, inner).map(lambda pair: [*pair[0], *pair[1]]),
        ),
        max_leaves=5,
    )


@given(questions())
def test_words_say_the_whole_question_with_its_brackets(asked):
    assert parse(in_words(asked)) == asked


@given(questions())
def test_form_says_the_whole_question_with_its_brackets(asked):
    said = in_words(conditions_form.asked(QueryDict(conditions_form.as_query(asked))))
    assert " ".join(said.split()) == " ".join(in_words(asked).split())


@given(st.lists(criteria(), max_size=5))
def test_words_say_the_whole_question(asked):
    assert parse(in_words(asked)) == asked
    assert in_words(parse(in_words(asked))) == in_words(asked)


@given(st.lists(criteria(), max_size=5))
def test_form_says_the_whole_question(asked):
    def plain(found):
        """A form's field forgets spaces around and between the words of a question."""
        return {**found, "about": " ".join(found["about"].split())} if "about" in found else found

    data = QueryDict(conditions_form.as_query(asked))
    assert conditions_form.asked(data) == [plain(found) for found in asked]


def test_two_lone_apostrophes_are_two_values():
    asked = [{"field": "last name", "op": "is", "values": ["'", "'"]}]
    assert conditions_form.asked(QueryDict(conditions_form.as_query(asked))) == asked == parse(in_words(asked))


ANSWER = {"standing": "member", "dues method": "payroll", "office": "steward", "visit": "talked", "assessment": "2"}


def some_value(field):
    if field.word == EITHER:
        return "shift is Nights"
    if field.ops == YES:
        return "yes"
    if field.ops == DAY:
        return "2020-01-01"
    if field.word.endswith("consent"):
        return "granted"
    return ANSWER.get(field.word, "7" if field.ops == NUMBER else "anything")


def test_every_field_can_be_asked_with_every_comparison_and_as_of_a_day(roster, as_system):
    for field in ALL:
        for op in field.ops:
            values = [] if op in WITHOUT_VALUES else [some_value(field)]
            found = {"field": field.word, "op": op, "values": values}
            assert queries.matching(as_system, [found]).count() <= len(roster), (field.word, op)
            if field.dated:
                dated = {**found, "as_of": "2026-09-30"}
                assert queries.matching(as_system, [dated]).count() <= len(roster), (field.word, op)


def test_what_is_and_what_is_not_are_everybody(roster, as_system):
    """No field forgets those of whom nothing is known; only a thing that is not there leaves nobody either way."""
    for field in ALL:
        for yes, no in (("is", "is not"), ("is known", "is not known"), ("contains", "does not contain")):
            if yes in field.ops and no in field.ops:
                values = [] if yes in WITHOUT_VALUES else [some_value(field)]
                counts = [
                    queries.matching(as_system, [{"field": field.word, "op": op, "values": values}]).count()
                    for op in (yes, no)
                ]
                is_gone = field.word in THINGS and yes not in WITHOUT_VALUES
                assert sum(counts) == (0 if is_gone else len(roster)), (field.word, yes, counts)


def test_fields_are_complete_and_hold_no_case():
    assert set(conditions.CONDITIONS) == set(FIELDS)
    assert set(conditions.AS_OF) == {field.word for field in ALL if field.dated}
    said = " ".join(f"{field.word} {field.label} {' '.join(field.also)}" for field in ALL).casefold()
    for word in ("grievan", "case", "arbitrat", "complain", "discipline"):
        assert word not in said


@pytest.fixture
def world(roster, as_system, make_user, unit):
    """Boyle chairs bargaining and talked; Chen moved away once and was a member until June; O'Neil has two numbers."""
    who = {person.last_name: person for person in Person.objects.all()}
    boyle, chen, neil, cruz = (who[name] for name in ("Boyle", "Chen", "O'Neil", "De La Cruz"))
    committee = Committee.objects.create(name="Bargaining")
    CommitteeTerm.objects.create(committee=committee, person=boyle, part="chair", since="2025-01-01")
    CommitteeTerm.objects.create(committee=committee, person=chen, since="2023-01-01", until="2024-12-31")
    editing.note_conversation(by=as_system, person=boyle, on="2026-05-01", heard="parking at night")
    editing.note_conversation(by=as_system, person=boyle, on="2026-08-01", heard="overtime",
                              follow_up_on=datetime.date(2026, 12, 1))  # fmt: skip
    editing.assess(by=as_system, person=boyle, question="Strike vote", score=2)
    editing.assess(by=as_system, person=boyle, question="Joining", score=5)
    PersonNumber.objects.create(person=neil, number="555")
    old = Worksite.objects.create(name="Old Mill")
    Placement.objects.filter(person=chen).update(since="2026-02-01")
    Placement.objects.create(person=chen, unit=unit, worksite=old, shift="Nights", since="2020-01-01",
                             until="2026-01-31")  # fmt: skip
    Membership.objects.create(person=cruz, status="ended", since="2019-01-01", until="2025-06-30",
                              reason="moved away")  # fmt: skip
    FollowUp.objects.create(what="amount_differs", person=neil, as_of="2026-10-01", owner=as_system,
                            due_on="2026-10-15")  # fmt: skip
    steward = make_user(Role.STEWARD, name="Ann Lee", person=neil.public_id)
    give_stewardship(user=steward, by=None, worksite=Worksite.objects.get(name="Annex"))
    canvass = Canvass.objects.create(name="Fall", question="Joining", segment_name="x", cut_by="site", by=as_system)
    turf = Turf.objects.create(canvass=canvass, name="Annex", walker=steward)
    TurfPerson.objects.create(canvass=canvass, turf=turf, person=cruz, result="away", visited_at="2026-10-01T12:00Z")
    return who


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("on committee Bargaining", ["Boyle"]),
        ("committee part is chair", ["Boyle"]),
        ("committee is Bargaining as of 2024-06-01", ["Chen"]),
        ("committee is Bargaining as of 2022-06-01", []),
        ("heard contains parking", ["Boyle"]),
        ("talked before 2026-06-01", ["Boyle"]),
        ("last talk before 2026-06-01", []),
        ("follow up before 2026-12-31", ["Boyle"]),
        ('assessment on "Strike vote" at most 2', ["Boyle"]),
        ("assessment at most 2", []),
        ('assessment on "Strike vote" is 5', []),
        ("employee number is 555", ["O'Neil"]),
        ("employee number is not known", ["Stone"]),
        ('site is "Old Mill" as of 2026-01-15', ["Chen"]),
        ('site is "Old Mill"', []),
        ("shift is Nights as of 2021-01-01", ["Chen"]),
        ("in unit is yes as of 2021-01-01", ["Chen"]),
        ("member is yes as of 2025-06-30", ["Boyle", "Chen", "De La Cruz"]),
        ("standing is former as of 2025-07-01", ["De La Cruz"]),
        ("standing is nonmember as of 2018-07-01", ["De La Cruz", "O'Neil"]),
        ("left after 2025-01-01 and reason for leaving contains moved", ["De La Cruz"]),
        ("task is amount_differs and task due before 2026-11-01", ["O'Neil"]),
        ("office is steward", ["O'Neil"]),
        ("steward for site is Annex", ["O'Neil"]),
        ('steward is "ann lee"', ["De La Cruz", "O'Neil"]),
        ("covered is no and in unit is yes", ["Boyle", "Chen"]),
        ("on turf Annex", ["De La Cruz"]),
        ("turf is Fall and visit is away", ["De La Cruz"]),
        ("personal e-mail is known", ["Boyle", "Chen"]),
        ("work e-mail is known", []),
        ("text consent is revoked", ["Chen"]),
        ("last name is boyle or chen and first name is not bo", ["Boyle"]),
        ("seniority is not known and suffix is Jr", ["De La Cruz"]),
        ("title does not contain clerk and in unit is yes", ["Chen", "De La Cruz"]),
        ("member since 2016-01-01", ["Chen"]),
        ("placed after 2026-01-31 and site is \"Pier 4\"", ["Boyle", "Chen"]),
    ],
)  # fmt: skip
def test_lists_hold_whom_they_say(text, names, world, as_system):
    assert [person.last_name for person in people_of(as_system, text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "last name is Boyle as of 2026-01-01",
        "hired after 2020-01-01 or 2021-01-01",
        "member is perhaps",
        "assessment is 9",
        "e-mail consent is maybe",
        "hired after 30 days",
        "office is king",
        "covered is Annex",
    ],
)
def test_what_cannot_be_asked_is_said(text, world, as_system):
    with pytest.raises(Problem) as problem:
        people_of(as_system, text).count()
    assert problem.value.message


def test_days_are_counted_from_today():
    assert read_day("today") == today()
    assert read_day("10 days ago") == today() - datetime.timedelta(days=10)
    assert read_day("in 2 weeks") == today() + datetime.timedelta(days=14)
    assert read_day("12 months ago") == read_day("1 year ago")


def test_terms_ended_early_held_until_then(world, as_system, officer):
    from unionops.platform.access.models import Stewardship

    give_role(user=officer, role=Role.TREASURER, by=None, since=datetime.date(2020, 1, 1),
              until=datetime.date(2021, 12, 31))  # fmt: skip
    officer.person = world["Boyle"].public_id
    officer.save()
    named = people_of(as_system, "office is treasurer as of 2021-06-01")
    assert [person.last_name for person in named] == ["Boyle"]
    assert not people_of(as_system, "office is treasurer").exists()
    Stewardship.objects.update(ended_at="2026-11-01T12:00Z", since="2026-01-01")
    assert people_of(as_system, "covered is yes as of 2026-06-01").count() == 2
    assert people_of(as_system, "covered is yes").count() == 0


def test_list_page_takes_rows_of_the_form_and_says_them_in_words(world, secretary, sign_in):
    client = sign_in(secretary)
    rows = {"f0": "committee", "o0": "is", "v0": "Bargaining", "d0": "2024-06-01", "f1": "grade", "o1": "at least",
            "v1": "9"}  # fmt: skip
    page = client.get(reverse("members:list"), rows)
    shown = page.content.decode()
    assert "Chen, Bo" in shown and "Boyle" not in shown
    assert page.context["text"] == "committee is Bargaining as of 2024-06-01 and grade at least 9"
    again = client.get(reverse("members:list") + "?" + page.context["as_form"])
    assert [person.last_name for person in again.context["people"]] == ["Chen"]
    wrong = client.get(reverse("members:list"), {"f0": "grade", "o0": "at least", "v0": "9", "d0": "soon"})
    assert wrong.status_code == 422 and "not a date" in wrong.content.decode()
    row = client.get(reverse("members:condition"), {"f3": "standing"}).content.decode()
    assert 'name="v3"' in row and "retired member" in row and "at least" not in row


def test_saved_list_is_made_from_rows_and_explains_both_sides(world, secretary, sign_in):
    client = sign_in(secretary)
    said = {"name": "Chairs", "text": "", "to": "words", "f0": "committee part", "o0": "is", "v0": "chair"}
    page = client.post(reverse("members:segment-new"), said)
    assert page.status_code == 200 and "committee part is chair" in page.content.decode()
    made = client.post(reverse("members:segment-new"), {"name": "Chairs", "text": "committee part is chair"})
    asked = client.get(made["Location"], {"who": "chen"}).content.decode()
    assert "not on it" in asked
    assert "on it" in client.get(made["Location"], {"who": "boyle"}).content.decode()
    broken = client.post(reverse("members:segment-new"), said | {"f0": "grade", "o0": "contains"})
    assert broken.status_code == 422 and "cannot be compared" in broken.content.decode()


def test_what_an_office_may_not_read_it_may_not_ask(world, make_user):
    chair = make_user(Role.COMMS_CHAIR)
    for text in ("city is Springfield", "heard contains parking", "form is known", "task is known"):
        with pytest.raises(Problem):
            queries.askable(chair, parse(text))
    assert queries.askable(chair, parse("bad e-mail is yes and text consent is granted and on committee X"))


@pytest.mark.parametrize("words", ["placed since 2020-01-01", "seniority from 2020-01-01"])
def test_no_second_name_of_a_field_swallows_a_comparison(words):
    field, _op, day = words.split()
    assert parse(words) == [{"field": field, "op": "from", "values": [day]}]
