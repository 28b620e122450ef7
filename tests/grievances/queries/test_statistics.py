"""Every figure of the page of figures, on twenty cases counted by hand; and what no difference of figures may tell."""

import datetime

import pytest

from grievances.models import Grievance, Matter
from grievances.queries import statistics
from unionops.platform.access.models import Worksite

DAY = datetime.date
REST, REST_WON = "few", "few won"
# topic, site, filed, closed after days ('' still open), outcome
CASES = [
    ("contract", "Pier", "2025-01-10", 10, "settled"),
    ("contract", "Pier", "2025-02-10", 20, "settled"),
    ("contract", "Pier", "2025-03-10", 30, "settled"),
    ("contract", "Pier", "2025-04-10", 40, "settled"),
    ("contract", "Pier", "2025-05-10", 50, "settled"),
    ("contract", "Pier", "2025-06-10", 60, "denied"),
    ("contract", "Pier", "2025-07-10", 70, "denied"),
    ("contract", "Pier", "2025-08-10", 80, "denied"),
    ("contract", "Pier", "2025-09-10", 90, "denied"),
    ("contract", "Pier", "2025-10-10", 20, "denied"),
    ("contract", "Dock", "2026-01-10", 5, "sustained"),
    ("contract", "Dock", "2026-01-11", 5, "sustained"),
    ("leave", "Dock", "2026-01-12", 95, "partial"),
    ("leave", "Dock", "2026-01-13", 100, "withdrawn_union"),
    ("leave", "Dock", "2026-01-14", 110, "moot"),
    ("leave", "Dock", "2026-01-15", "", ""),
    ("leave", "Dock", "2026-01-16", "", ""),
    ("pay", "Yard", "2026-01-17", "", ""),
    ("pay", "Yard", "2026-01-18", "", ""),
    ("pay", "Yard", "", "", ""),
]


def _make(by, rows):
    sites = {
        name: Worksite.objects.get_or_create(code=name, defaults={"name": name})[0] for name in ("Pier", "Dock", "Yard")
    }
    for n, (topic, site, filed, length, outcome) in enumerate(rows):
        matter = Matter.objects.create(title=f"case {n}", topic=topic, worksite=sites[site], opened_by=by)
        filed_on = DAY.fromisoformat(filed) if filed else None
        Grievance.objects.create(
            matter=matter,
            number=f"C-{n}",
            status="closed" if outcome else "open",
            outcome=outcome,
            filed_on=filed_on,
            closed_on=filed_on + datetime.timedelta(days=length) if outcome else None,
        )


@pytest.fixture
def made(bound, chief):
    _make(bound, CASES)
    return statistics.tables(chief, REST)


def _shown(cells):
    return [(cell.label, cell.n, cell.closed, cell.won, cell.days) for cell in cells]


def test_totals(made, chief):
    found = statistics.totals(chief, DAY(2026, 6, 1))
    assert found == {"all": 20, "open": 5, "year": 9, "won": 8, "closed": 15}


def test_by_subject_small_groups_join_and_a_row_that_tells_takes_another_with_it(made):
    # contract: 12 cases, all closed, 7 won and 5 not; median of 5 5 10 20 20 30 40 50 60 70 80 90 = 35. leave: 5 cases, 3 closed, 1 won: tells.
    # pay has three cases: fewer than five, and alone; the smallest shown group, leave, joins it: 8 cases, 3 closed.
    assert _shown(made["topic"]) == [("contract breach", 12, 12, None, 35), (REST, 8, 3, None, None)]


def test_by_worksite(made):
    # Pier: ten closed, five settled, five denied, median of 10 20 20 30 40 50 60 70 80 90 = 45.
    # Dock has seven, five of them closed, 3 won and 2 not; Yard has three and takes Dock with it: 10, median 95.
    assert _shown(made["site"]) == [("Pier", 10, 10, None, 45), (REST, 10, 5, None, 95)]


def test_by_year_only_cases_that_were_filed(made):
    # 2025: all ten of Pier. 2026: nine filed, five closed, 3 won and 2 not: tells, and silences the other row.
    assert _shown(made["year"]) == [("2025", 10, 10, None, 45), ("2026", 9, 5, None, 95)]


def test_by_length(made):
    # 0-30 days: 5 5 10 20 20 30, five won and one not. 31-90: 40 50 60 70 80 90, two won, four not. 91-180: three cases, and
    # they take the smaller of the two others, by name the second, with them.
    assert _shown(made["length"]) == [("0-30", 6, 6, None, 15), (REST, 9, 9, None, 80)]


def test_a_table_of_large_groups_shows_how_they_ended(bound, chief):
    _make(bound, CASES[:10] * 2)
    (row,) = statistics.tables(chief, REST)["site"]
    assert (row.label, row.n, row.won, row.share, row.days) == ("Pier", 20, 10, 50, 45)


def test_outcomes_of_few_cases_stand_apart_from_the_won_ones(made, chief):
    # settled 5; sustained 2 and partial 1 are three: too few alone, so settled joins them: 8. denied 5; two others join it: 7.
    assert statistics.outcomes(chief, REST, REST_WON) == [(REST_WON, 8), (REST, 7)]


def test_no_outcome_is_the_difference_of_what_is_shown(bound, chief):
    """Settled and denied are shown; the one case sustained in part must not be the total less the settled ones."""
    _make(bound, [*CASES[:10], CASES[12]])
    shown = dict(statistics.outcomes(chief, REST, REST_WON))
    total = statistics.totals(chief, DAY(2026, 6, 1))["won"]
    assert total == 6 and shown == {REST_WON: 6, "denied, not taken further": 5}


@pytest.mark.parametrize("rows", [CASES[:1], CASES[:4], CASES[:6], CASES[5:7]])
def test_a_total_that_would_tell_how_a_case_ended_is_not_shown(rows, bound, chief):
    _make(bound, rows)
    assert statistics.totals(chief, DAY(2026, 6, 1))["won"] is None
    shown = statistics.outcomes(chief, REST, REST_WON)
    assert shown in ([], [(REST, len(rows))])


def test_all_won_is_shown_when_they_are_five(bound, chief):
    _make(bound, CASES[:5])
    assert statistics.totals(chief, DAY(2026, 6, 1))["won"] == 5
    assert statistics.outcomes(chief, REST, REST_WON) == [("settled", 5)]


@pytest.fixture
def trustee(make_user):
    return make_user("trustee")


def _seen(user):
    today = DAY(2026, 6, 1)
    ended = {name: value for name, value in statistics.totals(user, today).items() if name in ("won", "closed")}
    return statistics.tables(user, REST), statistics.outcomes(user, REST, REST_WON), ended


def test_no_figure_of_a_trustee_moves_by_one_case_that_ends_or_opens(bound, trustee):
    """The register says which case it was; the figures of yesterday and today must not say the rest."""
    open_cases = [("contract", "Pier", "2025-11-10", "", "")] * 10
    _make(bound, CASES[:10] * 2 + open_cases)
    before = _seen(trustee)
    for number in ("C-20", "C-21", "C-22", "C-23"):
        Grievance.objects.filter(number=number).update(
            status="closed", outcome="sustained", closed_on=DAY(2026, 3, 1), arbitrator="Ruiz"
        )
        assert _seen(trustee) == before
    Grievance.objects.filter(number="C-24").update(status="closed", outcome="denied", closed_on=DAY(2026, 3, 1))
    assert _seen(trustee)[2] == {"won": 14, "closed": 25} != before[2]


def test_who_reads_the_cases_sees_each_figure_as_it_is(bound, chief):
    _make(bound, [*CASES[:10] * 2, CASES[0]])
    assert statistics.totals(chief, DAY(2026, 6, 1))["closed"] == 21


def test_a_middle_length_points_at_no_case_of_the_register(bound, trustee):
    _make(bound, CASES[:10])
    assert [cell.days for cell in statistics.tables(trustee, REST)["site"]] == [40]


def test_rows_left_out_are_never_so_few_together_that_the_sum_tells_of_them(bound, chief):
    """Two worksites with few endings: less what is shown, the sum would say how those four cases ended."""
    more = [(topic, "Yard" if n % 2 else "Dock", *rest) for n, (topic, _site, *rest) in enumerate(CASES[:4])]
    still_open = [("pay", site, "2026-01-17", "", "") for site in ("Yard", "Dock") for _ in range(5)]
    _make(bound, [*CASES[:10] * 2, *more, *still_open])
    cells = statistics.tables(chief, REST)["site"]
    assert [(cell.label, cell.won) for cell in cells] == [("Pier", None), ("Dock", None), ("Yard", None)]
