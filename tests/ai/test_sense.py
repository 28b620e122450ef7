"""What a quotation was cut off from: a condition or a relative clause may stay away, what turns its words may not."""

import pytest

from unionops.platform.ai import quotes, sense


@pytest.mark.parametrize(
    ("quote", "text", "shown"),
    [("They may go", "They may go, except at night, to rest. They stay.", "They may go, except at night, to rest.")],
)
def test_a_shown_quotation_takes_in_the_exception_behind_it(quote: str, text: str, shown: str) -> None:
    span = quotes.find(quote, text)
    assert span is not None
    start, end = sense.in_sense(span, text)
    assert text[start:end] == shown


@pytest.mark.parametrize(
    ("quote", "text", "shown"),
    [
        ("less than 5 days", "shall be not less than 5 days", "not less than 5 days"),
        ("the Employer shall", "Here the Employer shall not pay", "the Employer shall not"),
        ("500 a month", "pays $ 500 a month", "$ 500 a month"),
        ("at least 5", "is at least 5 % of pay", "at least 5 %"),
        ("5 days", "Section No. 5 days", "5 days"),
        ("employee shall work", "Hours.\nNo employee shall work.", "No employee shall work"),
        (
            "discharge anyone",
            "It is late. The Agency may not, at will, discharge anyone.",
            "The Agency may not, at will, discharge anyone",
        ),
        (
            "the Agency may act",
            "Unless a steward is told, the Agency may act.",
            "Unless a steward is told, the Agency may act",
        ),
        ("podrá ser despedido", "Ningún empleado podrá ser despedido.", "Ningún empleado podrá ser despedido"),
        ("may post the list", "No later than May 1, it may post the list.", "may post the list"),
        ("shall be paid", "No one is late. She shall be paid.", "shall be paid"),
        ("work overtime", "The Agency shall not require an employee to:\n(a) work overtime.", "work overtime"),
    ],
)
def test_a_shown_quotation_takes_in_its_negation_and_its_unit(quote, text, shown):
    span = quotes.find(quote, text)
    assert span is not None
    start, end = sense.in_sense(span, text)
    assert text[start:end] == shown


@pytest.mark.parametrize(
    ("quote", "text", "lacking"),
    [
        ("employee shall be required to work", "No employee shall be required to work.", True),
        ("Employee shall work nights", "8.4 Limits\nNo employee shall work nights.", True),
        ("party may withdraw", "It runs. Neither party may withdraw.", True),
        ("trabajador podrá ser cambiado", "Ningún trabajador podrá ser cambiado.", True),
        ("No employee shall be required to work", "No employee shall be required to work.", False),
        ("be required to work", "An employee shall not be required to work.", True),
        ("shall it exceed ten", "It may grow, but in no event shall it exceed ten.", True),
        ("secondary teachers have lunch", "Except in emergencies, secondary teachers have lunch.", False),
        ("May 1 it may post", "Not later than May 1 it may post.", False),
        ("shall be notified", "Employees not selected shall be notified.", False),
        ("shall pay a fee", "Employees who are not members shall pay a fee.", False),
        ("the Union may go on", "If the Employer does not answer, the Union may go on.", False),
        ("may be called", "In the event that no volunteer is found, the next in line may be called.", False),
        ("the Employer shall offer a place", "When no relief is at hand, the Employer shall offer a place.", False),
        ("shall be counseled", "She shall not be disciplined, but shall be counseled.", False),
        ("shall be dismissed", "No employee who has passed the trial period shall be dismissed.", True),
        ("grievance may be moved", "2.4 No grievance may be moved.", True),
        ("an employee may be moved", "Nothing in it shall be read to mean that an employee may be moved.", True),
        ("discharged without cause", "They shall not be disciplined or discharged without cause.", True),
        ("required to work", "They shall not at any time be required to work.", True),
        ("maintained on the ship", "Logs may not be copied, lent or sold, or maintained on the ship.", True),
        ("shown to a guest", "A file shall not be left in or near the mess, or shown to a guest.", True),
        ("paid by the line", "A hand shall not be fined and costs shall be met or paid by the line.", False),
        ("They shall be paid", "They shall be paid only for work done.", True),
        ("employees with a permit may drive", "Only employees with a permit may drive.", True),
        ("One may be moved", "One may be moved unless nobody is left.", True),
        ("One may be moved", "One may be moved if somebody is left.", False),
        ("The Agency shall", "The Agency shall not pay.", True),
        ("There is", "There is no duty to pay.", True),
        ("A shift is moved if", "A shift is moved if no one asks.", False),
        ("El Empleador", "El Empleador no podrá cambiarlo.", True),
        ("el Empleador podrá cambiarlo", "No obstante lo anterior, el Empleador podrá cambiarlo.", False),
        ("le patron peut", "En aucun cas, le patron peut agir.", True),
        ("employee shall be paid", "An employee shall be paid.", False),
        ("5 is closed", "No. 5 is closed.", False),
    ],
)
def test_words_cut_off_from_the_negation_above_them_are_told(quote, text, lacking):
    span = quotes.find(quote, text)
    assert span is not None
    assert (sense.left_out(span, text) != sense.LeftOut.NOTHING) is lacking
