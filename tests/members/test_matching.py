"""Names and numbers: what is the same person, and what must never be taken for one."""

import pytest

from members.matching import Known, Roster
from members.normalising import jobs, values
from members.normalising.names import LAST_FIRST, Name, is_rename, same_person_name, split_name


@pytest.mark.parametrize(
    ("text", "order", "name"),
    [
        ("DE LA CRUZ JR, JUAN P", "", Name("De La Cruz", "Juan", "P", "Jr")),
        ("Juan P. de la Cruz, Jr.", "", Name("de la Cruz", "Juan", "P", "Jr")),
        ("Thomas, Laura F II", "", Name("Thomas", "Laura", "F", "II")),
        ("MCDONALD, SEAN", "", Name("McDonald", "Sean")),
        ("DE LA CRUZ TIMOTHY", LAST_FIRST, Name("De La Cruz", "Timothy")),
        ("  ANGSTROM,  HANA ", "", Name("Angstrom", "Hana")),
        ("O’NEIL, MARY ANN T", "", Name("O'Neil", "Mary Ann", "T")),
        ("GarcÃ­a, Ana", "", Name("García", "Ana")),
        ("Elena Moore-St. Clair", "", Name("Moore-St. Clair", "Elena")),
        ("HANSEN-VAN DYK ELENA P", LAST_FIRST, Name("Hansen-Van Dyk", "Elena", "P")),
    ],
)
def test_names_are_split(text, order, name):
    assert split_name(text, order) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("PENA, JOSE", "Peña, José", True),
        ("NGUY?N, THUY T", "Nguyen, Thuy", True),
        ("Clark, Elizabeth M", "Clark, Liz", True),
        ("Johnson Sr, Robert E", "Johnson Jr, Robert E", False),
        ("Smith, James A", "Smith, James H", False),
        ("Garcia, Maria", "Garcia, Mario", False),
    ],
)
def test_same_name_or_not(one, other, same):
    assert same_person_name(split_name(one), split_name(other)) is same


def test_splitting_a_name_otherwise_is_no_rename():
    assert not is_rename(split_name("VILLANUEVA, ANA DE LA TORRE"), split_name("Ana De La Torre Villanueva"))
    assert is_rename(split_name("Ward, Betty"), split_name("Ward-Sorensen, Betty"))


def known(pk, number, name, **facts):
    return Known(pk, split_name(name), number, kept=(facts, {}))


def test_another_number_vetoes_everything():
    roster = Roster([known(1, "00123456", "Boyle, Ada", station="Pier 4", hire_date="2010-01-04")])
    row = {
        "employee_number": "00999999",
        "last_name": "Boyle",
        "first_name": "Ada",
        "station": "Pier 4",
        "hire_date": "2010-01-04",
    }
    assert roster.likely(row).known is None and not roster.likely(row).candidates


def test_one_swap_of_neighbours_is_a_correction_two_are_not():
    roster = Roster([known(1, "00123456", "Boyle, Ada")])
    row = {"last_name": "Boyle", "first_name": "Ada"}
    assert roster.swapped(row | {"employee_number": "00132456"}).known.pk == 1
    assert roster.swapped(row | {"employee_number": "00132465"}).known is None
    assert roster.swapped(row | {"employee_number": "00132456", "first_name": "Zed"}).known is None


def test_equal_namesakes_go_to_a_person():
    roster = Roster(
        [known(1, "1", "Nguyen, David", station="Pier 4"), known(2, "2", "Nguyen, David", station="Pier 4")]
    )
    match = roster.likely({"last_name": "Nguyen", "first_name": "David", "station": "PIER 4"})
    assert match.known is None and {one.pk for one in match.candidates} == {1, 2}


@pytest.mark.parametrize(
    "text", ["2001-03-29", "3/29/2001", "03/29/01", "29-Mar-01", "29-MAR-2001", "March 29, 2001", "36979", "20010329"]
)
def test_dates_are_read(text):
    assert values.date(text).isoformat() == "2001-03-29"


@pytest.mark.parametrize("text", ["13/13/2001", "soon", "2001-02-30", "99"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):
        values.date(text)


@pytest.mark.parametrize("text", ["(330) 555-0286", "330.555.0286", "+1 330 555 0286", "1-330-555-0286", "3305550286"])
def test_phones_are_ten_digits(text):
    assert values.phone(text) == ("3305550286", "")
    assert values.phone(f"{text} x12") == ("3305550286", "12")


@pytest.mark.parametrize("text", ["a@b", "a b@c.org", "carol@example.net.", "x@example,net", "none"])
def test_addresses_that_would_bounce_are_refused(text):
    with pytest.raises(ValueError):
        values.email(text)


def test_money_back_is_negative():
    assert [values.cents(text) for text in ("22.50-", "(22.50)", "$22.50", "22.50CR", "1,022.50")] == [
        -2250,
        -2250,
        2250,
        -2250,
        102250,
    ]


def test_job_codes_and_tours():
    assert jobs.combined("GS-0083-07/04") == ("GS", "0083", "07", "04")
    assert jobs.combined("GS-12-3") == ("GS", "", "12", "03")
    assert jobs.tour("8:00 AM - 4:30 PM") == "0800-1630" and jobs.shift("2400-0800") == "Nights"
    assert jobs.same_tour("0800-1630", "days") and not jobs.same_tour("0800-1630", "0900-1730")
    assert values.code("3.00E+12") == "3E12" and values.zip_code("2139") == "02139"


def test_a_namesake_hired_on_another_day_is_nobody_who_has_a_row_already():
    ours = known(1, "1", "Nguyen, David", station="Pier 4", hire_date="2010-01-04")
    row = {"last_name": "Nguyen", "first_name": "David", "station": "Annex", "hire_date": "2024-05-06"}
    assert Roster([ours]).likely(row, {1}).candidates == []
    assert Roster([ours]).likely(row).candidates == [ours]


def test_one_phone_and_one_first_name_make_no_person():
    ours = Known(1, split_name("Turner, Abigail"), "1", kept=({"hire_date": "2006-12-11"}, {"phone": ("4145551223",)}))
    row = {"last_name": "White", "first_name": "Abigail", "phone": "4145551223", "hire_date": "2001-08-16"}
    assert Roster([ours]).likely(row).known is None
    assert Roster([ours]).likely(row | {"hire_date": "2006-12-11"}).known is ours


def test_a_place_backs_a_name_whichever_level_a_list_calls_it():
    roster = Roster([known(1, "100200300", "Zhou, Gwendolyn W", station="T2", department="Annex Plant")])
    row = {"last_name": "Zhou", "first_name": "Gwendolyn", "middle": "W"}
    assert roster.likely(row | {"station": "ANNEX PLANT"}).known is not None
    assert roster.likely(row | {"department": "Annex Plant"}).known is not None
    assert roster.likely(row | {"station": "Main Plant"}).known is None
