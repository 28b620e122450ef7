"""Headings of two levels that look alike are told apart; where nothing tells, they stay as they are."""

import pytest

from contracts.parsing.parse import read
from tests.contracts.parsing.test_parse import heads

TITLES = ["Recognition", "Union Rights", "Hours of Work", "Leave Plans"]
INNER = ["Purpose", "Scope"]
WORDS = "The parties agree that these words hold for all who are covered\nand for the whole of the term of this agreement, as it is written."


def told(text: str, name: str) -> tuple[list[str], list[str]]:
    found = read(text.encode(), name)
    assert found.coverage == 1.0
    return [title for _, title in heads(found, "article")], [title for _, title in heads(found, "section")]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("## {t}", "## {s}"),
        ("## {n} {t}", "## {n}.{k} {s}"),
        ("**{n}. {t}**", "**{k}. {s}**"),
        ("**{t}**", "**{k}. {s}**"),
    ],
)
def test_two_levels_of_one_look_in_markdown(outer: str, inner: str) -> None:
    rows = []
    for n, title in enumerate(TITLES, start=1):
        rows.append(outer.format(n=n, t=title))
        rows += [f"{inner.format(n=n, k=k, s=name)}\n\n{WORDS}" for k, name in enumerate(INNER, start=1)]
    assert told("\n\n".join(rows), "a.md") == (TITLES, INNER * 4)


def test_the_contents_name_the_outer_level() -> None:
    lists = "".join(f"{title} {'.' * 40} {n}\n" for n, title in enumerate(TITLES, start=2))
    inner = [f"{word} of {title}" for title in TITLES for word in ("Limits", "Terms")]
    rows = [f"{t.upper()}\n\n{WORDS}\n\n{a.upper()}\n\n{WORDS}\n\n{b.upper()}\n\n{WORDS}" for t, a, b in zip(TITLES, inner[::2], inner[1::2], strict=True)]  # fmt: skip
    articles, sections = told(f"TABLE OF CONTENTS\n\n{lists}\f" + "\n\n".join(rows), "a.txt")
    assert [title.capitalize() for title in articles] == [title.capitalize() for title in TITLES]
    assert len(sections) == 8


def test_headings_of_one_level_stay_so() -> None:
    rows = [f"## {title}\n\n{WORDS}" for title in [*TITLES, "Discipline", "Term"]]
    assert told("\n\n".join(rows), "a.md") == ([*TITLES, "Discipline", "Term"], [])
