"""Columns are told all at once: what another column says better is left to it."""

import itertools
import random

import pytest

from members.imports.assigning import assigned
from members.imports.columns import guess
from unionops.platform.sheets.tables import Table


@pytest.mark.parametrize("seed", range(20))
def test_no_other_choice_gains_more(seed):
    dice = random.Random(seed)
    columns, fields = range(dice.randrange(1, 6)), range(dice.randrange(1, 5))
    gains = {pair: dice.random() - 0.3 for pair in itertools.product(columns, fields) if dice.random() < 0.7}
    places = [*columns, *[None] * len(fields)]
    best = max(sum(max(0.0, gains.get(pair, 0.0)) for pair in zip(chosen, fields, strict=True))
               for chosen in itertools.permutations(places, len(fields)))  # fmt: skip
    found = assigned(gains)
    assert len(set(found.values())) == len(found)
    assert sum(gains[pair] for pair in found.items()) == pytest.approx(best)


PEOPLE = {"Emp No": [f"{40_011 + 7 * at}" for at in range(24)], "Name": [f"{chr(65 + at)}oe, Ann" for at in range(24)]}
SITES, OFFICES = ["Elm School", "Bus Garage", "Main Library"], ["Grounds", "Payroll", "Transit Operations"]


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"Location": ["L01", "L02", "L03"], "Loc Descr": SITES}, {"Loc Descr": "station"}),
        ({"Home Dept Code": ["7010", "7020", "7030"], "Home Dept Description": OFFICES},
         {"Home Dept Code": "org", "Home Dept Description": "department"}),
        ({"ORGANIZATION_NAME": OFFICES, "LOCATION_NAME": SITES},
         {"ORGANIZATION_NAME": "department", "LOCATION_NAME": "station"}),
        ({"Perm/Temp": ["P", "P", "P"], "F/P": ["F", "P", "F"]}, {"F/P": "schedule"}),
        ({"Position": [f"P-{at:05d} Clerk" for at in range(24)], "Business Title": ["Clerk", "Cook", "Nurse"]},
         {"Business Title": "title"}),
        ({"Home": [f"312-555-{at:04d}" for at in range(24)], "Cell": [f"773-555-{at:04d}" for at in range(24)]},
         {"Home": "home_phone", "Cell": "phone"}),
        ({"Associate ID": [f"G{90_000 + at}" for at in range(24)]}, {}),
        ({"Entr On Duty Dt": ["01/02/2015", "03/04/2016"], "Ret SCD": ["01/02/2012", "03/04/2013"]},
         {"Entr On Duty Dt": "hire_date"}),
    ],
)  # fmt: skip
def test_what_another_column_says_better_is_left_to_it(columns, told):
    every = PEOPLE | {name: (cells * 24)[:24] for name, cells in columns.items()}
    rows = [list(row) for row in zip(*every.values(), strict=True)]
    found = guess(Table(list(every), rows=rows, numbers=list(range(2, 26))), "unit")
    assert found == {"Emp No": "employee_number", "Name": "full_name"} | told
