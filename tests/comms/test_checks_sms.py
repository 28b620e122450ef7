"""Text messages are cut as the networks cut them."""

import json
from pathlib import Path

import pytest

from comms.checks import sms


def test_size_agrees_with_every_shared_vector(shared: Path) -> None:
    vectors = json.loads((shared / "data/formats/sms_vectors.json").read_text("utf-8"))["vectors"]
    got = [(s.encoding, s.units, s.segments) for s in (sms.size(v["text"]) for v in vectors)]
    assert got == [(v["encoding"], v["units"], v["segments"]) for v in vectors]


def test_size_of_nothing_is_one_empty_segment() -> None:
    assert sms.size("") == sms.SmsSize("GSM-7", 0, 1)


def test_size_names_the_letters_that_make_it_dear() -> None:
    assert sms.size("It’s ó").odd == ((2, "’"), (5, "ó"))


@pytest.mark.parametrize(("text", "left"), [("a" * 150, 10), ("a" * 161, 145), ("ó" * 60, 10)])
def test_left_counts_the_free_units_of_the_last_segment(text: str, left: int) -> None:
    assert sms.size(text).left == left


def test_plain_replaces_typographic_signs_only() -> None:
    assert sms.plain("“It’s” – ñ é") == '"It\'s" - ñ é'
