"""Reading written rules: defaults, and errors that name the vector and the key."""

import json
from datetime import date, timedelta

import pytest

from grievances.deadlines.reading import BadRuleError, kept_pairs
from grievances.deadlines.vectors import compute, compute_all

GOOD = {"anchor": "2026-06-01", "n": 5, "unit": "working_days"}

BAD = [
    ("anchor", "2026-02-30", "rule.anchor"),
    ("anchor", "June 1", "rule.anchor"),
    ("anchor", 20260601, "rule.anchor"),
    ("n", "5", "rule.n"),
    ("n", 5.5, "rule.n"),
    ("n", True, "rule.n"),
    ("n", -1, "rule.n"),
    ("n", 10**9, "rule.n"),
    ("anchor", "2026-W06-2", "rule.anchor"),
    ("unit", "fortnights", "rule.unit"),
    ("roll", "nearest", "rule.roll"),
    ("direction", "sideways", "rule.direction"),
    ("count_first_day", "yes", "rule.count_first_day"),
    ("weekend", [5, 7], "rule.weekend"),
    ("weekend", [0, 1, 2, 3, 4, 5, 6], "rule.weekend"),
    ("weekend", "5,6", "rule.weekend"),
    ("holidays", "mars", "rule.holidays"),
    ("holidays", ["2026-13-01"], "rule.holidays[0]"),
    ("tolling", [["2026-06-05"]], "rule.tolling[0]"),
    ("tolling", [["2026-06-05", "2026-06-01"]], "rule.tolling[0]"),
    ("cap", {"anchor": "2026-06-01"}, "rule.cap.n"),
    ("service_add_days", "5", "rule.service_add_days"),
    ("kind", "maybe", "rule.kind"),
    ("cutoff_time", "noonish", "rule.cutoff_time"),
    ("yearly_pauses", "christmas_to_new_year", "rule.yearly_pauses"),
    ("yearly_pauses", ["easter"], "rule.yearly_pauses"),
    ("yearly_pauses", ["13-01..01-05"], "rule.yearly_pauses"),
    ("yearly_pauses", ["01-01..12-31"], "rule.yearly_pauses"),
    ("yearly_pauses", ["12/24..01/01"], "rule.yearly_pauses"),
    ("weekend", ["Sat", "Sun"], "rule.weekend"),
    ("cutoff_time", "17:00+02:00", "rule.cutoff_time"),
    ("cutoff_time", "1700", "rule.cutoff_time"),
    ("day", 15, "rule.day"),
    ("offset_days", 2, "rule.offset_days"),
    ("service_add_days", -1, "rule.service_add_days"),
    ("cutoff_time", 17, "rule.cutoff_time"),
    ("opens", {"anchor": "2026-12-03", "n": 1}, "rule.opens"),
]


@pytest.mark.parametrize(("key", "value", "where"), BAD)
def test_bad_value_names_vector_and_key(key, value, where):
    (refused,) = compute_all([{"id": "v7", "rule": GOOD | {key: value}}]).refused
    assert (refused.id, refused.key) == ("v7", where)
    assert "vector v7" in refused.message and where in refused.message


@pytest.mark.parametrize("key", ["anchor", "n"])
def test_missing_key_is_named(key):
    (refused,) = compute_all([{"id": "v", "rule": {k: v for k, v in GOOD.items() if k != key}}]).refused
    assert refused.key == f"rule.{key}" and "is missing" in refused.message


def test_month_day_needs_its_day():
    with pytest.raises(BadRuleError) as raised:
        compute({"id": "v", "rule": {"anchor": "2026-12-31", "n": 5, "unit": "fy_month_day"}})
    assert raised.value.key == "rule.day"


@pytest.mark.parametrize("document", [None, 7, {"vektors": []}])
def test_a_file_without_a_list_is_refused_in_words(document):
    with pytest.raises(BadRuleError):
        compute_all(document)


@pytest.mark.parametrize("vector", ["x", {"id": "a"}, {"id": "a", "rule": []}, {"id": "a", "rule": None}])
def test_other_shapes_are_refused_and_the_rest_is_answered(vector):
    made = compute_all([{"id": "good", "rule": GOOD}, vector, {"id": "last", "rule": GOOD}])
    assert [row["id"] for row in made.rows] == ["good", "last"]
    (refused,) = made.refused
    assert "vector a" in refused.message or "vector number 2" in refused.message


def test_list_and_object_are_both_read():
    vector = {"id": "a", "rule": GOOD}
    assert compute_all([vector]) == compute_all({"vectors": [vector]})


def test_null_means_the_default():
    nulls = dict.fromkeys(["roll", "weekend", "holidays", "direction", "cap", "tolling", "service_add_days"])
    assert compute({"id": "a", "rule": GOOD | nulls})["due"] == compute({"id": "a", "rule": GOOD})["due"]


@pytest.mark.parametrize(
    ("more", "where", "words"),
    [
        ({"wekend": [6]}, "rule.wekend", "perhaps 'weekend' is meant"),
        ({"cap": GOOD | {"rol": "none"}}, "rule.cap.rol", "perhaps 'roll' is meant"),
        ({"colour": "red"}, "rule.colour", "is not a key of a rule"),
    ],
)
def test_a_key_nobody_knows_is_refused_by_its_name(more, where, words):
    (refused,) = compute_all([{"id": "v7", "rule": GOOD | more}]).refused
    assert refused.key == where and words in refused.message and "vector v7" in refused.message


@pytest.mark.parametrize(
    ("more", "where", "words"),
    [
        ({"knd": "earliest"}, "knd", "perhaps 'kind' is meant"),
        ({"Kind": "earliest"}, "Kind", "perhaps 'kind' is meant"),
        ({"evnts": {}}, "evnts", "perhaps 'events' is meant"),
        ({"kidn": "earliest"}, "kidn", "perhaps 'kind' is meant"),
        ({"roll": "next_business_day"}, "roll", "put it inside rule"),
        ({"unit": "calendar_days"}, "unit", "put it inside rule"),
        ({"calendar": "Riverside County"}, "calendar", "put it inside rule"),
        ({"offset_days": 1}, "offset_days", "put it inside rule"),
        ({"n": "12"}, "n", "put it inside rule"),
        ({"holidays": "state"}, "holidays", "put it inside rule"),
        ({"Events": {"receipt": "2026-05-01"}}, "Events", "perhaps 'events' is meant"),
    ],
)
def test_a_slip_of_the_pen_beside_the_rule_is_refused_and_the_rest_is_answered(more, where, words):
    made = compute_all([{"id": "v7", "rule": GOOD} | more, {"id": "b", "rule": GOOD}])
    (refused,) = made.refused
    assert refused.key == where and words in refused.message and "vector v7" in refused.message
    assert [row["id"] for row in made.rows] == ["b"]


@pytest.mark.parametrize(
    "note",
    [
        {"event": "letter received"},
        {"unit": "Depot 4, night shift"},
        {"unit": GOOD["unit"]},
        {"anchor": "the day on the letter"},
        {"anchor": GOOD["anchor"]},
        {"anchor_kind": "receipt"},
        {"roll": "none"},
        {"cap": None},
        {"rules": "article 21"},
        {"kinds": "all of them"},
        {"holidays": "us_federal"},
    ],
)
def test_a_note_beside_the_rule_moves_nothing_and_is_named(note):
    made = compute({"id": "a", "rule": GOOD} | note)
    assert made["due"] == compute({"id": "a", "rule": GOOD})["due"] and made["unread"] == list(note)


def test_every_key_of_the_given_vectors_is_known(shared):
    given = json.loads((shared / "data" / "deadlines" / "vectors.json").read_text())["vectors"]
    made = compute_all(given)
    assert not made.refused and not any(row["unread"] for row in made.rows)


def test_what_says_nothing_to_the_count_is_named_in_the_answer():
    made = compute({"id": "a", "rule": GOOD, "wanted": "2026-06-08", "description": "x", "note": "as we read it"})
    assert made["due"] == "2026-06-08" and made["unread"] == ["description", "wanted"]


def test_what_moves_no_date_is_read_all_the_same():
    words = {"silence": "granted", "filed_means": "receipt", "applies_if": "discipline", "source_clause": "21.2"}
    assert compute({"id": "a", "rule": GOOD | words})["due"] == compute({"id": "a", "rule": GOOD})["due"]
    for key in ("silence", "filed_means"):
        made = compute({"id": "a", "rule": GOOD | {key: "as we always did"}})
        assert made["due"] == "2026-06-08" and made["unread"] == [f"rule.{key}"]
    (refused,) = compute_all([{"id": "a", "rule": GOOD | {"zone": "mumble"}}]).refused
    assert refused.key == "rule.zone"


def test_other_spellings_of_the_same_rule_give_the_same_date():
    pause = ["2026-06-03", "2026-06-04"]
    plain = compute({"id": "a", "rule": GOOD | {"tolling": [pause]}})
    for first, last in (("start", "end"), ("from", "to"), ("first", "last")):
        told = {"tolling": [dict(zip((first, last), pause, strict=True))], "n": 5.0, "source": "21.2", "expected": "x"}
        assert compute({"id": "a", "rule": GOOD | told}) == plain
    (refused,) = compute_all([{"id": "a", "rule": GOOD | {"tolling": [{"start": pause[0]}]}}]).refused
    assert refused.key == "rule.tolling[0]"


@pytest.mark.parametrize(
    ("zone", "due_in", "instant"),
    [
        ("America/New_York", {"anchor": "2026-03-02", "n": 6}, "2026-03-08T20:30:00+00:00"),
        ("America/New_York", {"anchor": "2026-03-01", "n": 6}, "2026-03-07T21:30:00+00:00"),
        ("Pacific/Honolulu", {"anchor": "2026-11-01", "n": 6}, "2026-11-08T02:30:00+00:00"),
    ],
)
def test_the_last_instant_of_a_zone(zone, due_in, instant):
    made = compute({"id": "a", "rule": due_in | {"cutoff_time": "16:30", "zone": zone}})
    assert made["last_instant"] == instant


def test_weeks_are_seven_days_each():
    assert compute({"id": "a", "rule": {"anchor": "2026-06-01", "n": 2, "unit": "weeks"}})["due"] == "2026-06-15"


def test_the_handbook_calls_the_holidays_a_calendar():
    rule = {"anchor": "2026-11-02", "n": 15, "unit": "working_days"}
    assert compute({"id": "a", "rule": rule | {"calendar": "none"}})["due"] == "2026-11-23"


def test_calendar_names_and_own_dates_may_be_mixed():
    rule = GOOD | {"holidays": ["us_federal", "2026-06-02", {"date": "2026-06-03", "name": "Fair day"}]}
    made = compute({"id": "a", "rule": rule})
    assert made["due"] == "2026-06-10"
    assert any("Fair day" in line["why"] for line in made["count"])


def test_joined_calendar_names_may_stand_in_a_list_beside_own_dates():
    rule = {"anchor": "2025-12-22", "n": 5, "unit": "working_days"}
    holidays = ["us_federal+ordered_closures", "2025-12-29"]
    assert compute({"id": "a", "rule": rule | {"holidays": holidays}})["due"] == "2026-01-05"


def test_a_pause_of_every_year_counts_in_no_unit():
    """Multnomah-like: stopped from the last business day before Christmas until the first after New Year."""
    rule = {"anchor": "2026-12-01", "n": 30, "roll": "next_business_day", "yearly_pauses": ["christmas_to_new_year"]}
    made = compute({"id": "a", "rule": rule})
    assert made["due"] == "2027-01-11"
    assert compute({"id": "a", "rule": rule | {"yearly_pauses": ["12-24..01-03"]}})["due"] == "2027-01-11"


def test_a_yearly_pause_stops_the_clock_however_long_it_runs():
    """Twenty-four years of nine months, walked day by day."""
    rule = {"anchor": "2002-10-01", "n": 20, "unit": "years", "yearly_pauses": ["07-01..09-30"]}
    left, day = (date(2022, 10, 1) - date(2002, 10, 1)).days, date(2002, 10, 1)
    while left:
        day += timedelta(days=1)
        left -= day.month not in (7, 8, 9)
    assert compute({"id": "a", "rule": rule})["due"] == day.isoformat()


def test_a_cap_has_pauses_of_its_own():
    cap = {"anchor": "2026-12-20", "n": 10, "yearly_pauses": ["12-24..01-03"]}
    made = compute({"id": "a", "rule": {"anchor": "2026-12-20", "n": 60, "cap": cap}})
    assert made["due"] == "2027-01-10"


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        ("knowledge", "2026-06-20"),
        ("incident", "2026-06-11"),
        ("answer_due_or_received_earlier", "2026-07-10"),
        ("answer_due_or_received_later", "2026-07-15"),
        ("issuance_else_answer_due", "2026-07-15"),
    ],
)
def test_the_day_it_starts_may_be_chosen_from_events(kind, due):
    events = {"incident": "2026-06-01", "knowledge": "2026-06-10", "answer_due": "2026-07-05", "answered": "2026-06-30"}
    assert compute({"id": "a", "rule": {"anchor_kind": kind, "n": 10}, "events": events})["due"] == due


@pytest.mark.parametrize("name", ["answered", "answer_received", "receipt"])
def test_beside_the_day_an_answer_was_due_each_word_for_its_receipt_counts(name):
    rule = {"anchor_kind": "answer_due_or_received_earlier", "n": 15}
    events = {"answer_due": "2026-09-14", name: "2026-09-10"}
    assert compute({"id": "a", "rule": rule, "events": events})["due"] == "2026-09-25"


def test_a_cap_finds_its_own_event():
    rule = {"anchor_kind": "knowledge", "n": 45, "cap": {"anchor_kind": "incident", "n": 90}}
    events = {"incident": "2026-03-01", "knowledge": "2026-05-20"}
    assert compute({"id": "a", "rule": rule, "events": events})["due"] == "2026-05-30"


@pytest.mark.parametrize(
    ("rule", "events", "where"),
    [
        ({"anchor_kind": "knowledge", "n": 5}, None, "events"),
        ({"anchor_kind": "knowledge", "n": 5}, {"answered": "2026-06-01"}, "events"),
        ({"anchor_kind": "hearsay", "n": 5}, {"incident": "2026-06-01"}, "rule.anchor_kind"),
        ({"anchor_kind": "knowledge", "n": 5}, {"rumour": "2026-06-01"}, "events"),
        ({"anchor_kind": "knowledge", "n": 5}, {"incident": "1 June"}, "events.incident"),
    ],
)
def test_events_that_do_not_fit_are_named(rule, events, where):
    (refused,) = compute_all([{"id": "v7", "rule": rule, "events": events}]).refused
    assert refused.key == where and "vector v7" in refused.message


def test_the_hour_is_shown():
    assert compute({"id": "a", "rule": GOOD | {"cutoff_time": "16:30"}})["cutoff_time"] == "16:30"


def test_a_name_given_twice_is_refused_where_it_stands():
    written = '[{"id": "a", "rule": {"anchor": "2026-06-01", "n": 3, "n": 4}}, {"id": "b", "kind": "latest", "kind": "window"}]'
    first, second = compute_all(json.loads(written, object_pairs_hook=kept_pairs)).refused
    assert (first.key, second.key) == ("rule.n", "kind") and "twice" in first.message


def test_two_vectors_of_one_id_are_refused_and_the_rest_is_answered():
    made = compute_all([{"id": 7, "rule": GOOD}, {"id": "7", "rule": GOOD}, {"id": "b", "rule": GOOD}, {"rule": GOOD}])
    assert [row["id"] for row in made.rows] == ["b", None] and [r.key for r in made.refused] == ["id", "id"]


def test_an_id_is_a_text_or_a_number():
    (refused,) = compute_all([{"id": ["a"], "rule": GOOD}]).refused
    assert refused.key == "id"


CAPPED = {"anchor": "2026-04-08", "n": 11, "unit": "working_days", "cap": {"anchor_kind": "incident", "n": 90}}


def test_a_cap_finds_its_day_among_the_events_though_the_rule_has_its_own():
    made = compute({"id": "v", "rule": CAPPED, "events": {"incident": "2026-01-12"}})
    assert made["due"] == "2026-04-12"


@pytest.mark.parametrize("events", [None, {"knowledge": "2026-04-08"}])
def test_a_cap_without_a_day_is_never_left_out_in_silence(events):
    (refused,) = compute_all([{"id": "v", "rule": CAPPED, "events": events}]).refused
    assert refused.key == "events"


def test_an_unknown_anchor_kind_is_named_even_without_events():
    (refused,) = compute_all([{"id": "v", "rule": {"anchor_kind": "full_moon", "n": 3}}]).refused
    assert refused.key == "rule.anchor_kind"
