"""Reading written rules: defaults, and errors that name the vector and the key."""

import pytest

from grievances.deadlines.reading import BadRuleError, compute, compute_all

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
    ("unit", "weeks", "rule.unit"),
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
]


@pytest.mark.parametrize(("key", "value", "where"), BAD)
def test_bad_value_names_vector_and_key(key, value, where):
    with pytest.raises(BadRuleError) as raised:
        compute_all([{"id": "v7", "rule": GOOD | {key: value}}])
    assert raised.value.key == where
    assert "vector v7" in raised.value.message and where in raised.value.message


@pytest.mark.parametrize("key", ["anchor", "n"])
def test_missing_key_is_named(key):
    with pytest.raises(BadRuleError, match="is missing") as raised:
        compute_all([{"id": "v", "rule": {k: v for k, v in GOOD.items() if k != key}}])
    assert raised.value.key == f"rule.{key}"


def test_month_day_needs_its_day():
    with pytest.raises(BadRuleError) as raised:
        compute({"id": "v", "rule": {"anchor": "2026-12-31", "n": 5, "unit": "fy_month_day"}})
    assert raised.value.key == "rule.day"


@pytest.mark.parametrize("document", [None, 7, {"vektors": []}, ["x"], [{"id": "a"}], [{"id": "a", "rule": []}]])
def test_other_shapes_are_refused_in_words(document):
    with pytest.raises(BadRuleError):
        compute_all(document)


def test_list_and_object_are_both_read():
    vector = {"id": "a", "rule": GOOD}
    assert compute_all([vector]) == compute_all({"vectors": [vector]})


def test_null_means_the_default():
    nulls = dict.fromkeys(["roll", "weekend", "holidays", "direction", "cap", "tolling", "service_add_days"])
    assert compute({"id": "a", "rule": GOOD | nulls})["due"] == compute({"id": "a", "rule": GOOD})["due"]


def test_unknown_keys_are_reported():
    assert compute({"id": "a", "rule": GOOD | {"wekend": [6]}})["ignored_keys"] == ["wekend"]


def test_calendar_names_and_own_dates_may_be_mixed():
    rule = GOOD | {"holidays": ["us_federal", "2026-06-02", {"date": "2026-06-03", "name": "Fair day"}]}
    made = compute({"id": "a", "rule": rule})
    assert made["due"] == "2026-06-10"
    assert any("Fair day" in line["why"] for line in made["count"])
