"""Only named fields are filled, and a value is never read as anything but text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms import merging


def test_fields_are_filled_and_empty_ones_get_the_word_that_stands_in() -> None:
    text = "Hello {{ first_name }} at {{worksite}}, {{ steward_name }}"
    assert merging.fill(text, {"first_name": "Ann"}) == "Hello Ann at your worksite, your steward"


def test_spanish_words_stand_in_for_spanish() -> None:
    assert merging.fill("Hola {{ first_name }}", {}, "es") == "Hola colega"


@pytest.mark.parametrize(
    "text", ["{{ grievance }}", "{first_name}", "{0.__class__}", "{% now 'Y' %}", "%(first_name)s"]
)
def test_anything_else_stays_as_it_was_typed(text: str) -> None:
    assert merging.fill(text, {"first_name": "Ann"}) == text


def test_value_that_looks_like_a_field_is_not_filled_again() -> None:
    assert merging.fill("{{ first_name }}", {"first_name": "{{ last_name }}", "last_name": "X"}) == "{{ last_name }}"


@given(st.text())
def test_one_line_never_holds_a_break(value: str) -> None:
    assert not set("\r\n\x0b\x0c\x00\u2028\u2029") & set(merging.one_line(value))


def test_missing_names_each_empty_field_once() -> None:
    pattern = merging.cut("{{ shift }} {{ shift }} {{ unit }}")
    assert pattern.missing({"unit": "A"}) == ["shift"]


def test_a_percent_sign_in_the_words_stays_one() -> None:
    assert merging.fill("{{ first_name }}: 12% and %s more", {"first_name": "100%"}) == "100%: 12% and %s more"
