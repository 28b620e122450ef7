"""The invented people: as many as promised, the same every time, and reachable nowhere."""

import datetime

from unionops.demo.people import people

DAY = datetime.date(2026, 11, 20)


def test_people_are_the_same_for_the_same_day() -> None:
    assert people(DAY) == people(DAY)


def test_people_are_850_over_four_services_six_sites_three_shifts() -> None:
    everybody = people(DAY)
    assert len(everybody) == 850
    assert len({person.site.service for person in everybody}) == 4
    assert len({person.site for person in everybody}) == 6
    assert {person.shift for person in everybody} == {"Day", "Evening", "Night"}


def test_density_lies_between_61_and_70_percent() -> None:
    unit = [person for person in people(DAY) if person.standing == "unit"]
    density = sum(person.is_member for person in unit) / len(unit)
    assert 0.61 <= density <= 0.70


def test_numbers_and_addresses_belong_to_one_person_each_and_to_nobody_real() -> None:
    everybody = people(DAY)
    cells = [person.cell for person in everybody if person.cell]
    assert len({person.number for person in everybody}) == 850
    assert len(set(cells)) == len(cells)
    assert all(cell[3:8] == "55501" for cell in cells)
    assert all("example" in person.home_email for person in everybody if person.home_email)


def test_nobody_entered_on_duty_or_joined_after_the_day() -> None:
    for person in people(DAY):
        assert person.entered < DAY
        assert person.joined is None or person.joined <= DAY
