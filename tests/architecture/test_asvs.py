"""Each row of OWASP ASVS 5.0 (levels 1 and 2) is answered, and nothing that answers one has gone."""

import re
from collections import Counter

import yaml

from tests.architecture.source import ROOT, functions

LIST = ROOT / "docs" / "asvs.yaml"
ROWS = {1: "2 9 11 3 2", 2: "3 3 4 1", 3: "0 2 4 6 5 0 2", 4: "3 1 2 4", 5: "1 3 2 3", 6: "3 12 4 4 5 3 0 4"}
ROWS |= {7: "3 4 2 5 2 2", 8: "2 3 1 1", 11: "2 3 3 4 1 1", 12: "3 2 4", 13: "1 5 2 5", 14: "2 4 3", 15: "3 3 7"}
ROWS |= {16: "1 5 4 3 3"}  # how many rows of levels 1 and 2 each section of a chapter has
REASONS = ("not here: ", "gap: ")


def wanted() -> set[str]:
    sections = ((chapter, at, int(n)) for chapter, text in ROWS.items() for at, n in enumerate(text.split(), 1))
    return {f"{chapter}.{at}.{row}" for chapter, at, n in sections for row in range(1, n + 1)}


def kind(answer: object) -> str:
    if isinstance(answer, str):
        return next(reason for reason in REASONS if answer.startswith(reason))
    assert isinstance(answer, list) and answer
    return "test" if all("::" in each for each in answer) else "words"


def stands(answer: str) -> bool:
    """A test of that name in that file, or those words in that document."""
    path, _, name = answer.partition("::" if "::" in answer else ": ")
    file = ROOT / path
    if not file.is_file() or not name:
        return False
    if "::" in answer:
        return name in {node.name for node in functions(file)}
    return name in " ".join(file.read_text().split())


def test_every_row_is_answered_by_what_is_there():
    answers = yaml.safe_load(LIST.read_text())
    assert set(answers) == wanted() and len(answers) == 210
    named = {row: answer for row, answer in answers.items() if isinstance(answer, list)}
    assert {(row, each) for row, answer in named.items() for each in answer if not stands(each)} == set()


def test_the_head_counts_what_follows():
    """The gaps among it: nobody is to believe there were none."""
    counted = Counter(kind(answer) for answer in yaml.safe_load(LIST.read_text()).values())
    said = re.search(
        r"(\d+) rows: (\d+) tests, (\d+) documents and settings, (\d+) not here, (\d+) gaps", LIST.read_text()
    )
    kinds = ("test", "words", *REASONS)
    assert said and [int(number) for number in said.groups()] == [counted.total(), *(counted[each] for each in kinds)]


def test_what_is_gone_is_noticed():
    here = f"{__file__.removeprefix(f'{ROOT}/')}::test_what_is_gone_is_noticed"
    assert stands(here) and stands("docs/security-model.md: At rest and on the way")
    for gone in (
        f"{here}_not",
        "tests/none.py::test_x",
        "docs/none.md: words",
        "docs/security-model.md: no such words",
    ):
        assert not stands(gone)
