"""All sets of texts by name: what is true of its brief, and the same with one thing turned."""

from dataclasses import replace
from typing import NamedTuple

from comms.checks.parts import Draft, Ground
from tests.comms.texts import (
    badges_noise_and_bylaws,
    boilers_ferries_dues_and_locks,
    boots_banks_and_snow,
    clinics_dues_and_rallies,
    closings_dues_and_memorials,
    elevators_and_flu,
    free_words,
    free_words_of_clinics,
    free_words_of_services,
    furnace_pensions_and_parties,
    groves_bids_and_memorials,
    gyms_radios_and_rallies,
    halls_ports_and_shelters,
    heat_dues_and_runs,
    ice_credit_and_boards,
    kilns_shuttles_and_seeds,
    laundry_locks_and_ladders,
    leave_lead_and_dues,
    lights_classes_surveys_and_boots,
    lots_votes_and_shots,
    many_manners,
    nights_and_pins,
    pickets_leave_books_and_bids,
    picnics_awards_and_talks,
    piers_marches_and_dental,
    plows_toys_and_floats,
    snow_strikes_and_seminars,
)
from tests.comms.texts.tables import Case


class Turned(NamedTuple):
    """A text with one thing turned, and the true one it was made of where the set says which."""

    name: str
    ground: Ground
    draft: Draft
    true: Draft | None


def _named(prefix: str, true: list[Case], turned: list[Case]) -> tuple[list[Case], list[Turned]]:
    """'DU1: decided' was made of 'DU1'."""
    found = []
    for name, ground, draft in turned:
        of = next((d for n, g, d in true if n == name.partition(":")[0] and g == ground), None)
        found.append(Turned(f"{prefix} {name}", ground, draft, of))
    return [(f"{prefix} {name}", ground, draft) for name, ground, draft in true], found


def _in_place(prefix: str, *tables: list[tuple[str, Ground, Draft, str, str]]) -> tuple[list[Case], list[Turned]]:
    rows = [row for table in tables for row in table]
    turned = [
        Turned(f"{prefix} {name}", ground, replace(draft, body=draft.body.replace(said, instead)), draft)
        for name, ground, draft, said, instead in rows
    ]
    return [(f"{prefix} {name}", ground, draft) for name, ground, draft, _said, _instead in rows], turned


BLIND = (leave_lead_and_dues, furnace_pensions_and_parties, badges_noise_and_bylaws)
BOUND = (
    boilers_ferries_dues_and_locks,
    lights_classes_surveys_and_boots,
    kilns_shuttles_and_seeds,
    pickets_leave_books_and_bids,
    piers_marches_and_dental,
)
FREE = (free_words, free_words_of_services, free_words_of_clinics)
SEASONS = (snow_strikes_and_seminars, gyms_radios_and_rallies, elevators_and_flu)
VOICE = (laundry_locks_and_ladders, clinics_dues_and_rallies, ice_credit_and_boards)
_SETS = (
    _named("first", plows_toys_and_floats.TRUE, plows_toys_and_floats.F),
    *(_named(f"blind{n}", texts.TRUE, texts.F) for n, texts in enumerate(BLIND, 1)),
    *(_named(f"bound{n}", texts.TRUE, texts.F) for n, texts in enumerate(BOUND, 1)),
    *(_named(f"free{n}", texts.TRUE, texts.F) for n, texts in enumerate(FREE, 1)),
    _named("many", many_manners.TRUE, many_manners.F),
    *(_named(f"seasons{n}", texts.HONEST, texts.FAULTY) for n, texts in enumerate(SEASONS, 1)),
    _in_place("voice", *(texts.CASES for texts in VOICE)),
    _named("heat", heat_dues_and_runs.HONEST, heat_dues_and_runs.FAULTY),
    _named("boots", boots_banks_and_snow.HONEST, boots_banks_and_snow.FAULTY),
    _named("halls", halls_ports_and_shelters.L.honest, halls_ports_and_shelters.L.faults()),
    _named("lots", lots_votes_and_shots.L.honest, lots_votes_and_shots.L.faults()),
    _named("closings", closings_dues_and_memorials.L.honest, closings_dues_and_memorials.L.faults()),
    _named("picnics", picnics_awards_and_talks.L.honest, picnics_awards_and_talks.L.faults()),
    _named("nights", nights_and_pins.L.honest, nights_and_pins.L.faults()),
    _named("groves", groves_bids_and_memorials.L.honest, groves_bids_and_memorials.L.faults()),
)
TRUE = [case for true, _turned in _SETS for case in true]
TURNED = [case for _true, turned in _SETS for case in turned]
