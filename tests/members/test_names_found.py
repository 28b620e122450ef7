"""Any part of a name finds the person, whatever the index knows."""

import pytest
from django.db import connection

from members import nameindex, queries
from members.models import Person, PersonNumber
from members.models.imports import unpacked
from members.names import name_key
from members.services import importing
from members.undoing import bulk, taking_back
from members.undoing.journal import Prepared

PEOPLE = [
    ("Łukasik", "José"),
    ("Ng", "Ann"),
    ("Nguyen", "Bo"),
    ("O'Neil", "Mary"),
    ("de la Cruz", "Juan"),
    ("Zhao", "Li"),
]


@pytest.fixture
def six(as_system):
    rows = [Person(last_name=last, first_name=first, name_key=name_key(last, first)) for last, first in PEOPLE]
    return Person.objects.bulk_create(rows)


def found(user, words):
    return [person.last_name for person in queries.named_like(user, words)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ukas", ["Łukasik"]),
        ("UKÁSI", ["Łukasik"]),
        ("jose luk", ["Łukasik"]),
        ("ng", ["Ng", "Nguyen"]),
        ("uyen", ["Nguyen"]),
        ("o'neil", ["O'Neil"]),
        ("la cru", ["de la Cruz"]),
        ("uan de", ["de la Cruz"]),
        ("li", ["Zhao"]),
        ("hao li", ["Zhao"]),
        ("uka xyz", []),
        ("akisul", []),
    ],
)
def test_any_part_of_a_name_finds_it(six, as_system, words, names):
    assert found(as_system, words) == names


def test_the_index_follows_every_change(six, as_system):
    Person.objects.filter(last_name="Zhao").update(last_name="Castellano", name_key="castellano li")
    Person.objects.filter(last_name="Nguyen").delete()
    assert found(as_system, "stell") == ["Castellano"]
    assert found(as_system, "zha") == found(as_system, "guy") == []


def test_too_many_for_the_index_are_found_in_order(six, as_system, monkeypatch):
    monkeypatch.setattr(nameindex, "MOST", 1)
    Person.objects.create(last_name="Lukas", name_key="lukas")
    assert found(as_system, "ukas") == ["Lukas", "Łukasik"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its index through every change of a table")
def test_lost_triggers_come_back_after_migrations(six, as_system):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER members_person_parts_add")
    Person.objects.create(last_name="Unseen", name_key="unseen")
    assert found(as_system, "nsee") == []
    nameindex.ensure(connection)
    assert found(as_system, "nsee") == ["Unseen"]


def test_many_names_changed_at_once_are_found_by_the_new_ones_only(apply_file, as_system, monkeypatch, db):
    people = [(f"55{at:03d}", last) for at, last in enumerate(["Abernathy", "Brightwater", "Castellane"])]
    listed = "Emp No,Last Name,First Name,Hire Date\n" + "".join(f"{no},{last},Ana,2019-01-02\n" for no, last in people)
    apply_file(listed)
    monkeypatch.setattr(nameindex, "MANY", 2)
    renamed = apply_file(
        listed.replace("Abernathy", "Moss").replace("Brightwater", "Nyland").replace("Castellane", "Oxley")
    )
    assert renamed.totals["name_changes"] == 3
    monkeypatch.setattr(nameindex, "MOST", 0)
    assert found(as_system, "ylan") == ["Nyland"] and found(as_system, "htwat") == []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT v FROM members_person_parts_config WHERE k = 'secure-delete'")
            assert cursor.fetchone()[0] == 1


BOOK = "Emp No,Last Name,First Name,Hire Date\n55001,Abernathy,Ana,2019-01-02\n55002,Brightwater,Ben,2019-01-02\n"
NEXT = BOOK.replace("Abernathy", "Mossgrove") + "55003,Castellane,Cleo,2020-01-02\n55004,Dunmore,Dan,2020-01-02\n"


def index_is_true():
    """Whether the index of parts says the same as the names."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO members_person_parts (members_person_parts, rank) VALUES ('integrity-check', 1)"
            )
            cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'members_person'")
            assert cursor.fetchone()[0] == 3
    return True


def test_many_new_and_changed_names_are_taken_into_the_index_in_one_go(apply_file, as_system, monkeypatch, db):
    monkeypatch.setattr(nameindex, "MANY", 1)
    apply_file(BOOK)
    assert index_is_true()
    apply_file(NEXT)
    assert index_is_true()
    assert found(as_system, "astella") == ["Castellane"] and found(as_system, "ossgr") == ["Mossgrove"]
    assert found(as_system, "bernat") == []


def test_a_name_changed_twice_by_one_list_is_known_by_the_last(as_system, db):
    before = Person.objects.create(last_name="First", name_key="first")
    journal = Prepared()
    journal.change(before, name_key="second")
    journal.flush()
    journal.change(before, name_key="third")
    journal.flush()
    assert journal.names == nameindex.Names([], [(before.pk, "first", "third")])


def test_an_import_that_breaks_off_leaves_the_index_of_names_as_it_was(
    apply_file, plan_file, as_system, monkeypatch, db
):
    monkeypatch.setattr(nameindex, "MANY", 1)
    apply_file(BOOK)
    planned = plan_file(NEXT)

    def broken(names):
        raise RuntimeError("the light went out")

    monkeypatch.setattr(nameindex, "_take_in", broken)
    if connection.vendor != "sqlite":
        return
    with pytest.raises(RuntimeError):
        importing.apply_import(by=as_system, roster_import=planned)
    assert index_is_true() and Person.objects.count() == 2
    assert found(as_system, "bernat") == ["Abernathy"] and found(as_system, "astella") == []


def test_names_taken_back_leave_the_index_in_one_go(apply_file, as_system, monkeypatch, db):
    monkeypatch.setattr(nameindex, "MANY", 1)
    apply_file(BOOK)
    second = apply_file(NEXT)
    monkeypatch.setattr(nameindex, "ADDED", "only once")  # removed names are never taken in again
    importing.undo_import(by=as_system, roster_import=second)
    assert index_is_true() and Person.objects.count() == 2
    assert found(as_system, "bernat") == ["Abernathy"]
    assert found(as_system, "ossgr") == found(as_system, "astella") == []


def test_an_undo_that_is_stopped_leaves_the_index_of_names_as_it_was(apply_file, as_system, monkeypatch, db):
    monkeypatch.setattr(nameindex, "MANY", 1)
    apply_file(BOOK)
    second = apply_file(NEXT)

    def stopped(*_given):
        raise RuntimeError("a person pressed Stop")

    monkeypatch.setattr(taking_back, "_restore", stopped)
    with pytest.raises(RuntimeError):
        importing.undo_import(by=as_system, roster_import=second)
    assert index_is_true() and Person.objects.count() == 4
    assert found(as_system, "ossgr") == ["Mossgrove"] and found(as_system, "astella") == ["Castellane"]


def indexes():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name")
        return cursor.fetchall()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL locks nobody out while it fills its indexes")
def test_indexes_of_a_first_list_are_made_once_its_rows_are_in(apply_file, plan_file, as_system, monkeypatch, db):
    monkeypatch.setattr(bulk, "FIRST_LOAD", 2)
    before, seen = indexes(), []
    run = bulk.Step.run

    def watched(step):
        run(step)
        seen.append(len(indexes()))

    monkeypatch.setattr(bulk.Step, "run", watched)
    apply_file(BOOK)
    assert indexes() == before and min(seen) < len(before) - 20
    seen.clear()
    apply_file(BOOK.replace("Abernathy", "Mossgrove"))
    assert set(seen) == {len(before)}
    assert Person.objects.filter(last_name="Mossgrove", erased_at=None).count() == 1


def test_a_packed_journal_says_what_the_journal_says(as_system, db):
    person = Person.objects.create(last_name="Łuk", name_key="luk")
    journal = Prepared()
    assert journal.is_empty
    assert unpacked(journal.packed()) == {"changed": [], "filled": [], "made": {}, "removed": []}
    journal = Prepared()
    journal.add([PersonNumber(person=person, number="[]7")])
    journal.change(person, last_name="Łuk []", notes='say "so"')
    journal.flush()
    journal.change(person, first_name="Ana")
    journal.flush()
    told = unpacked(journal.packed())
    assert told["changed"] == [
        ["members.Person", person.pk, {"last_name": ["Łuk", "Łuk []"], "notes": ["", 'say "so"']}],
        ["members.Person", person.pk, {"first_name": ["", "Ana"]}],
    ]
    assert told["made"].keys() == {"members.PersonNumber"} and not journal.is_empty
