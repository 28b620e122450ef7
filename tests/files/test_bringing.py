"""Files a command is pointed at: read whole, or refused in a sentence that says where."""

import pytest

from unionops.platform.core.problems import Problem
from unionops.platform.files.bringing import read_json


def read(folder, data: bytes):
    path = folder / "list.json"
    path.write_bytes(data)
    return read_json(path, code="wanted", hint="A list.")


def test_json_is_read_with_and_without_a_byte_order_mark(tmp_path):
    assert read(tmp_path, b'["\xc3\xa9"]') == ["é"]
    assert read(tmp_path, b'\xef\xbb\xbf["a"]') == ["a"]
    assert read(tmp_path, b'["\\ud83d\\ude42"]') == ["🙂"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is not JSON: expecting value at line 1, column 1."),
        (b'{\n "a": 1,\n}', "at line 3, column 1."),
        (b"\xff\xfe[\x00", "is not UTF-8 text."),
        (b"[" * 200_000, "is nested too deep to be read."),
        (b'["\\ud83d"]', "holds one half of a character written as two."),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(tmp_path, data, words):
    with pytest.raises(Problem) as problem:
        read(tmp_path, data)
    assert words in str(problem.value)
    assert str(tmp_path / "list.json") in str(problem.value)
    assert problem.value.code == "wanted"
