"""A proposal that prints only what it changes is set beside the clauses it names; the rest stays."""

import pytest

from contracts.services.comparing import of_file, proposed_changes

CLAUSES = (
    ("HOURS", "A watch is six hours and nobody stands more than two of them in one day.", "Overtime is paid at one and one half times the rate for each hour beyond twelve in a day.", "A member called back from leave is paid at least four hours."),
    ("LEAVE", "Each member earns one day of leave for each day aboard and keeps at most sixty.", "Sick leave of ten days a year is credited on the first of March.", "Bereavement leave is five days for the death of a spouse, child or parent."),
    ("CLAIMS", "A claim is filed in writing within fifteen calendar days after the event.", "The captain answers in writing within ten calendar days after the meeting.", "The Local may ask for arbitration within thirty calendar days of the answer."),
    ("WAGES", "Deckhands are paid twenty-four dollars an hour from the first of July.", "A lead deckhand is paid one dollar an hour above the rate of the crew.", "Pay is deposited every second Friday with a statement of hours and leave."),
)  # fmt: skip


def _agreement() -> str:
    out = []
    for n, (title, *sections) in enumerate(CLAUSES, 1):
        out += [f"ARTICLE {n} {title}", *(f"Section {s}. {words}" for s, words in enumerate(sections, 1))]
    return "\n\n".join(out)


HOURS, LATER = CLAUSES[0], "Overtime is paid at one and one half times the rate for each hour beyond fourteen in a day."


@pytest.mark.parametrize(
    ("proposal", "expected"),
    [
        (
            f"ARTICLE 1 HOURS\n\nSection 1. {HOURS[1].replace('two', 'three')}\n\nSection 3. {HOURS[3].replace('four', 'two')}",
            {("changed", "1.1"), ("changed", "1.3")},
        ),
        (f"Article 1, Section 2. {LATER}", {("changed", "1.2")}),
        ("ARTICLE 1 HOURS\n\nSection 4. The Employer may set watches of eight hours in port.", {("added", "1.4")}),
        ("ARTICLE 2 LEAVE\n\nSection 2. Deleted.", {("removed", "2.2")}),
        # Given whole but for one section, with its neighbours unchanged and the count closed up: that one is to go.
        (
            f"ARTICLE 1 HOURS\n\nSection 1. {HOURS[1]}\n\nSection 2. {HOURS[3]}",
            {("removed", "1.2"), ("renumbered", "1.2")},
        ),
    ],
)
def test_sections_are_set_beside_sections(proposal: str, expected: set[tuple[str, str]]) -> None:
    old, new = of_file(_agreement().encode(), "a.txt"), of_file(proposal.encode(), "p.txt")
    changes, unsaid = proposed_changes(old, new, in_part=True)
    found = {(change["kind"], (change["new"] or change["old"])["label"]) for change in changes}
    assert found == expected
    everything, none = proposed_changes(old, new)
    assert (none, len(everything) - len(changes)) == (0, unsaid)
