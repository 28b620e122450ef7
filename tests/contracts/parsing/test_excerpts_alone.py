"""An article or two by themselves, as an employer hands them over: the sections stay below their article."""

import pytest

from contracts.services.comparing import of_file

BODIES = (
    "Distribution.\nOvertime shall be offered as equally as practicable among the employees of a work group.",
    "Required Overtime.\nThe supervisor may require overtime of any employee. Two (2) hours of notice are given.",
    "Contractors.\nThe Agency may assign overtime work to contractors when it finds this cheaper.",
)


def article(head: str, numbers: range | tuple[int, ...]) -> str:
    return f"{head}\n\n" + "\n\n".join(f"Section {n}. {BODIES[n % 3]}" for n in numbers) + "\n\n"


CASES = {
    "one": (article("ARTICLE 8 - OVERTIME", (1, 2, 3)), ["8", "8.1", "8.2", "8.3"]),
    "title below": (article("ARTICLE 8\nOVERTIME", (1, 2, 3)), ["8", "8.1", "8.2", "8.3"]),
    "roman": (article("ARTICLE VIII - OVERTIME", (1, 2, 3)), ["VIII", "VIII.1", "VIII.2", "VIII.3"]),
    "many": (article("Article 8. Overtime", range(1, 10)), ["8", *[f"8.{n}" for n in range(1, 10)]]),
    "far apart": (
        article("ARTICLE 8 - OVERTIME", (1, 2, 3, 4)) + article("ARTICLE 19 - GRIEVANCES", (2, 3)),
        ["8", "8.1", "8.2", "8.3", "8.4", "19", "19.2", "19.3"],
    ),
    "with a head of its own": ("MANAGEMENT PROPOSAL\nNovember 2026\n\n" + article("ARTICLE 8 - OVERTIME", (1, 2, 3)), ["8", "8.1", "8.2", "8.3"]),
    "with a sentence first": (
        "The Employer proposes these words in the place of Article 8:\n\n" + article("ARTICLE 8 - OVERTIME", (1, 2, 3)),
        ["8", "8.1", "8.2", "8.3"],
    ),
    "sections alone": (
        "Under Article 5 of the Act the parties agree.\n\n" + article("", range(1, 10)),
        [str(n) for n in range(1, 10)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_sections_of_an_excerpt_stay_below_their_article(name: str) -> None:
    text, labels = CASES[name]
    found = [c["label"] for c in of_file(text.encode(), "proposal.txt") if c["level"] != "other"]
    assert found == labels
