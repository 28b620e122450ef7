"""Text messages are cut as the networks cut them."""

import json
from pathlib import Path

import pytest

from comms.checks import sms


def test_size_agrees_with_every_shared_vector(shared: Path) -> None:
    vectors = json.loads((shared / "data/formats/sms_vectors.json").read_text("utf-8"))["vectors"]
    got = [(s.encoding, s.units, s.segments) for s in (sms.size(v["text"]) for v in vectors)]
    assert got == [(v["encoding"], v["units"], v["segments"]) for v in vectors]


# Counted by hand from the tables of GSM 03.38 and from UTF-16; (text, encoding, units, segments).
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
OWN = [
    (
        "every sign of the small alphabet",
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡",
        "GSM-7",
        64,
        1,
    ),
    ("the extended ones count twice", "^{}\\[~]|€", "GSM-7", 18, 1),
    ("eighty extended", "€" * 80, "GSM-7", 160, 1),
    ("eighty-one extended", "€" * 81, "GSM-7", 162, 2),
    ("an escape is not cut in two", "a" * 152 + "€" + "a" * 10, "GSM-7", 164, 2),
    ("a full second segment after it", "a" * 152 + "€" + "a" * 151, "GSM-7", 305, 2),
    ("one more makes a third", "a" * 152 + "€" + "a" * 152, "GSM-7", 306, 3),
    ("306 plain ones fit in two", "a" * 306, "GSM-7", 306, 2),
    ("459 in three", "a" * 459, "GSM-7", 459, 3),
    ("460 in four", "a" * 460, "GSM-7", 460, 4),
    ("seventy wide", "ó" * 70, "UCS-2", 70, 1),
    ("seventy-one wide", "ó" * 71, "UCS-2", 71, 2),
    ("134 wide", "ó" * 134, "UCS-2", 134, 2),
    ("135 wide", "ó" * 135, "UCS-2", 135, 3),
    ("a pair is not cut in two", "ó" * 66 + "\U0001f600" + "ó" * 66, "UCS-2", 134, 3),
    ("a pair at the end of a segment", "ó" * 65 + "\U0001f600" + "ó" * 67, "UCS-2", 134, 2),
    ("a family of four", FAMILY, "UCS-2", 11, 1),
    ("six families", FAMILY * 6, "UCS-2", 66, 1),
    ("seven families", FAMILY * 7, "UCS-2", 77, 2),
    ("a flag", "\U0001f1fa\U0001f1f8", "UCS-2", 4, 1),
    ("a heart with its selector", "\u2764\ufe0f", "UCS-2", 2, 1),
    ("a hard blank", "5\u00a0pm", "UCS-2", 4, 1),
    ("a thin blank", "5\u202fpm", "UCS-2", 4, 1),
    ("a mark of its own", "e\u0301", "UCS-2", 2, 1),
    ("a small c with a cedilla", "ça", "UCS-2", 2, 1),
    ("a large one", "ÇA", "GSM-7", 2, 1),
    ("a backtick", "`", "UCS-2", 1, 1),
    ("a tab", "a\tb", "UCS-2", 3, 1),
    ("line ends", "a\r\nb", "GSM-7", 4, 1),
    ("dashes and dots", "–—…", "UCS-2", 3, 1),
    ("quotes", "“Hi”", "UCS-2", 4, 1),
    ("Spanish that fits", "¿Mañana? ¡Sí no, señor Peña!".replace("í", "i"), "GSM-7", 28, 1),
    ("Spanish that does not", "reunión", "UCS-2", 7, 1),
    ("a letter beyond the plane", "\U0001d49c" * 35, "UCS-2", 70, 1),
]


@pytest.mark.parametrize(("text", "encoding", "units", "segments"), [v[1:] for v in OWN], ids=[v[0] for v in OWN])
def test_size_of_signs_at_every_border(text: str, encoding: str, units: int, segments: int) -> None:
    found = sms.size(text)
    assert (found.encoding, found.units, found.segments) == (encoding, units, segments)


def test_a_field_counts_as_the_name_that_will_stand_there() -> None:
    filled = sms.filled("Hi {{ first_name }}, come.")
    assert (sms.size(filled).encoding, sms.size(filled).units) == ("GSM-7", 10 + len("Hi , come."))


def test_size_of_nothing_is_one_empty_segment() -> None:
    assert sms.size("") == sms.SmsSize("GSM-7", 0, 1, 160)


def test_size_names_the_letters_that_make_it_dear() -> None:
    assert sms.size("It’s ó").odd == ((2, "’"), (5, "ó"))


@pytest.mark.parametrize(("text", "left"), [("a" * 150, 10), ("a" * 161, 145), ("ó" * 60, 10)])
def test_left_counts_the_free_units_of_the_last_segment(text: str, left: int) -> None:
    assert sms.size(text).left == left


def test_plain_replaces_typographic_signs_only() -> None:
    assert sms.plain("“It’s” – ñ é") == '"It\'s" - ñ é'
