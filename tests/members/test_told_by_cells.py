"""Columns under headings in no language we know, or under none, by what stands in them."""

from __future__ import annotations

import random

import pytest

from members.imports.columns import guess
from members.imports.sums import parts_of_amount
from unionops.platform.sheets.reading import parse

GIVEN = [
    "Maria",
    "Robert",
    "Linda",
    "Thomas",
    "Susan",
    "Kevin",
    "Ingrid",
    "Matteo",
    "Paula",
    "Dennis",
    "Fatou",
    "Joseph",
    "Karen",
    "Luis",
]
FAMILY = [
    "Brandt",
    "Okoye",
    "Silva",
    "Novak",
    "Conti",
    "Larsen",
    "Dubois",
    "Moreau",
    "Haddad",
    "Ivanov",
    "Costa",
    "Petrov",
    "Weiss",
    "Tanaka",
    "Romero",
]
HOMES = [("Dover", "DE", "19901"), ("Salem", "OR", "97301"), ("Utica", "NY", "13501"), ("Provo", "UT", "84601")]


def rows(count=60):
    dice = random.Random(11)
    for at in range(count):
        first, last, home = dice.choice(GIVEN), dice.choice(FAMILY), dice.choice(HOMES)
        born, began = dice.randint(1958, 2001), dice.randint(1994, 2025)
        yield {
            "first": first, "last": last, "comma": f"{last}, {first} {dice.choice('ABCDEFGH')}", "initial": f"{first} R",
            "mail": f"{first}.{last}{at}@example.org", "phone": f"({dice.randint(201, 989)}) 555-{at:04d}",
            "number": str(400_000 + 37 * at), "badge": str(70_000_000 + 91 * at),
            "street": f"{dice.randint(1, 999)} Mill Road", "city": home[0], "state": home[1], "zip": home[2],
            "began": f"{began}-03-{at % 28 + 1:02d}", "born": f"{born}-06-{at % 28 + 1:02d}",
            "pay": str(dice.randint(31_000, 120_000)), "class": f"GS-0{dice.choice('36')}03-0{dice.randint(4, 9)}",
        }  # fmt: skip


def told(kind, heads, names, delimiter=";"):
    """{heading (or place, from 1): field}"""
    lines = [heads] if heads else []
    lines += [[row[name] for name in names.split()] for row in rows()]
    table = parse("\n".join(delimiter.join(line) for line in lines).encode(), "list.csv")
    return {name.removeprefix("Column "): slug for name, slug in guess(table, kind).items()}


def test_headings_of_a_language_nobody_knows():
    heads = ["Nimiavaruus", "Sukunimi", "Etunimi", "Lahiosoite", "Kaupunki", "Osavaltio", "Pno", "Puh."]
    found = told("members", heads, "number last first street city state zip phone")
    assert found == dict(zip(heads, (
        "employee_number", "last_name", "first_name", "street", "city", "state", "zip", "phone"), strict=True))  # fmt: skip


@pytest.mark.parametrize("heads", [[], ["Felt1", "Felt2", "Felt3", "Felt4", "Felt5"]])
def test_no_headings(heads):
    found = told("unit", heads, "comma number class born began")
    assert sorted(found.values()) == ["employee_number", "full_name", "hire_date", "pp_series_grade"]
    assert next(name for name, slug in found.items() if slug == "hire_date").endswith("5"), "4 holds birthdays"


def test_addresses_of_email_tell_names_that_nobody_knows():
    found = told("unit", ["Aa", "Bb", "Cc"], "last first mail")
    assert found == {"Aa": "last_name", "Bb": "first_name", "Cc": "email"}


def test_a_first_name_with_an_initial_is_no_whole_name():
    assert told("unit", [], "last initial number") == {"1": "last_name", "2": "first_name", "3": "employee_number"}


def test_birthdays_and_pay_are_left_to_a_person():
    found = told("unit", ["Nimi", "Zzq", "Palkka"], "comma born pay")
    assert found == {"Nimi": "full_name"}


def test_of_two_series_of_numbers_a_person_says_which():
    assert "employee_number" not in told("unit", ["Code A", "Code B", "Nimi"], "badge number comma").values()
    assert told("unit", ["Employee No", "Code B", "Nimi"], "badge number comma")["Employee No"] == "employee_number"


def test_a_clear_heading_stays_what_it_says():
    found = told("unit", ["Supervisor", "Employee Name", "Review Date", "EOD"], "comma comma began born")
    assert (found["Employee Name"], found["EOD"], found.get("Review Date")) == ("full_name", "hire_date", None)


def test_what_the_amount_adds_up_is_not_left_out():
    head = {"header": ["ID", "Dues", "Late", "Fee", "Total"], "sample": [
        ["1", "20.00", "5.00", "0.35", "25.00"], ["2", "20.00", "", "0.35", "20.00"]]}  # fmt: skip
    assert parts_of_amount(head, {"Total": "amount", "Late": "arrears_within"}) == {"Dues"}
    assert parts_of_amount(head, {"Dues": "amount"}) == set()


OFFICES = ["Street Maintenance", "Water Treatment", "Parks & Recreation", "Finance", "Civic Arts"]


def lines(*columns, count=24, heading=""):
    """A list of 24; a column is a list that comes again or a pattern with the row's number."""
    filled = [[column[at % len(column)] if isinstance(column, list) else column.format(at) for column in columns]
              for at in range(count)]  # fmt: skip
    return "\n".join([*([heading] if heading else []), *(";".join(row) for row in filled)]) + "\n"


NAMES = [f"{family}, {given}" for family, given in zip(FAMILY * 2, GIVEN * 2, strict=False)]
DAYS_OF_HIRE = [f"{1 + at % 12}/{1 + at}/{1996 + at}" for at in range(24)]
DAYS_LATER = [f"{1 + at % 12}/{1 + at}/{1997 + at}" for at in range(24)]


def guessed(text, familiar=None):
    table = parse(text.encode(), "list.csv")
    return {slug: table.header.index(name) for name, slug in
            (guess(table, "unit", familiar) if familiar else guess(table, "unit")).items()}  # fmt: skip


def test_departments_are_told_by_what_is_done_there():
    found = guessed(lines("4000{:02d}", NAMES, OFFICES, ["Clerk", "Plant Operator"], DAYS_OF_HIRE))
    assert (found["department"], found["title"], found["hire_date"]) == (2, 3, 4)


def test_shifts_are_told_by_their_words():
    found = guessed(lines("4000{:02d}", NAMES, ["First Watch", "Second Watch", "Third Watch"], DAYS_OF_HIRE))
    assert found["tour"] == 2
    found = guessed(lines("4000{:02d}", NAMES, ["AM Straight", "Split Run", "Owl", "Extra Board PM"]))
    assert found["tour"] == 2


@pytest.mark.parametrize("heading", ["Badge;Name;Class;Division;Dept", "Número;Nombre;Puesto;Sede;Unidad"])
def test_names_of_offices_are_departments_where_nothing_else_is(heading):
    sites = ["East Garage", "Kinsley Yard"]
    found = guessed(lines("4000{:02d}", NAMES, ["Bus Operator", "Mechanic"], sites, OFFICES, heading=heading))
    assert (found["station"], found["department"]) == (3, 4)
    assert "unit" not in found and "org" not in found


@pytest.mark.parametrize(
    ("heading", "places", "slug"),
    [
        ("No;Name;Job;Branch", ["Central Library", "Oak Street Branch", "Mobile Services Depot"], "station"),
        ("No;Name;Job;Branch", ["Circulation", "Youth Services", "Reference"], "department"),
        ("Ficha;Nombre;Puesto;Unidad médica", ["Clínica Esperanza", "Centro de Salud Sur"], "station"),
        ("", ["CAPITOL MALL", "REGION 4 OFFICE", "DATA CENTER", "FIELD OFFICE - ELM"], "station"),
        ("", ["Motor Vehicles", "Child Support", "Budget Office", "Tax & Revenue"], "department"),
        ("Badge;Name;Rank;Bureau", ["Suppression", "Prevention", "Communications"], "department"),
        ("Badge;Name;Rank;Bargaining Unit", ["Clinic Nurses", "Clinic Clerks"], "unit"),
    ],
)
def test_places_are_told_from_departments_by_their_names(heading, places, slug):
    found = guessed(lines("4000{:02d}", NAMES, ["Clerk", "Page", "Nurse"], places, heading=heading))
    assert found.get(slug) == 3 and {"station", "department", "unit", "component"} & found.keys() == {slug}


@pytest.mark.parametrize("heading", ["Component", "Agency Component", "Sub-Agency"])
def test_what_is_called_a_component_is_one(heading):
    found = guessed(lines("4000{:02d}", NAMES, ["Clerk", "Nurse"], OFFICES, heading=f"No;Name;Job;{heading}"))
    assert 3 in (found.get("component"), found.get("employer")) and "department" not in found


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Coverage", ["Family", "Single"]),
        ("Retirement Plan", ["Police & Fire", "General"]),
        ("Funding", ["Water Fund", "Sewer Fund"]),
        ("LOA", ["Medical", "Family Care"]),
        ("Work Comp Class", ["Clerical Office", "Street Maintenance"]),
        ("Home", ["North Mill Road", "Oak Street"]),
    ],
)
def test_what_a_heading_says_of_other_things_is_no_place_of_work(heading, cells):
    found = guessed(lines("4000{:02d}", NAMES, ["Clerk", "Nurse"], cells, heading=f"No;Name;Job;{heading}"))
    assert 3 not in found.values()


def test_answers_are_no_places():
    assert "station" not in guessed(
        lines("4000{:02d}", NAMES, ["Clerk", "Nurse"], ["Y", "N"], heading="No;Name;Job;HQ")
    )


@pytest.mark.django_db
def test_a_unit_we_have_stays_one_whatever_its_name(apply_file):
    text = lines("4000{:02d}", NAMES, ["Clerk", "Nurse"], ["Nursing", "Service"], heading="No;Name;Job;{}")
    apply_file(text.format("Bargaining Unit"))
    again = apply_file(text.format("Unit"))
    assert again.mapping["Unit"] == "unit" and not again.plan["changes"]


def test_what_is_known_as_a_component_stays_one():
    def known(slug, cells):
        return float(slug == "component" and set(cells) <= set(OFFICES))

    assert "department" not in (found := guessed(lines("4000{:02d}", NAMES, OFFICES, heading="No;Name;Div"), known))
    assert found["component"] == 2


def test_a_number_of_posts_is_no_job():
    heading = "Núm. de plaza;Código de trabajador;Apellidos y nombre;Puesto de trabajo"
    assert guessed(lines("12-{:03d}", "4000{:02d}", NAMES, ["Chofer", "Conserje"], heading=heading))["title"] == 3


def test_of_two_columns_of_days_the_known_one_is_the_day_of_hire():
    text = lines("4000{:02d}", NAMES, DAYS_LATER, DAYS_OF_HIRE)
    assert "hire_date" not in guessed(text)

    def known(slug, cells):
        return float(slug == "hire_date" and set(cells) <= set(DAYS_OF_HIRE))

    assert guessed(text, known)["hire_date"] == 3


@pytest.mark.django_db
def test_a_list_without_headings_need_not_be_the_same_list(apply_file):
    apply_file(lines("4000{:02d}", NAMES, ["Clerk", "Plant Operator"], OFFICES, DAYS_OF_HIRE))
    again = apply_file(lines("4000{:02d}", NAMES, OFFICES, ["Clerk", "Plant Operator"], "p{}@mail.example"))
    assert again.mapping["Column 5"] == "email" and again.totals["refused_cells"] == 0
    assert {entry["field"] for entry in again.plan["changes"]} == {"email"} and not again.plan["leavers"]


@pytest.mark.django_db
def test_a_number_known_under_another_kind_is_no_news(apply_file):
    one = lines("4000{:02d}", NAMES, "503555{:04d}", "p{}@agency.gov", heading="Emp No;Name;Home Phone;Work Email")
    apply_file(one)
    other = one.replace("Home Phone", "Cell").replace("Work Email", "Personal Email")
    assert apply_file(other).totals["changes"] == 0


@pytest.mark.django_db
def test_an_address_of_another_kind_is_news_however_it_begins(apply_file):
    apply_file(lines("4000{:02d}", NAMES, "alex{}@agency.gov", heading="Emp No;Name;Work Email"))
    other = lines("4000{:02d}", NAMES, "alexis{}@mail.example", heading="Emp No;Name;Personal Email")
    assert apply_file(other).totals["changes"] == 24
