"""A claim that keeps the words of its source but gives them to another party, or another force."""

import pytest

from unionops.platform.ai.facts import unsupported

NOTICE = "The Employer shall notify the Union in writing within ten (10) days."
CALLED_IN = "An employee who is called in shall be paid by the Agency for at least four hours."
LISTS = "The Union may request a list of employees. The Employer shall provide the list within five days."
GLOVES = "The Employer shall provide gloves. The Union shall provide the names of its stewards by January 15."
OFFER = "Overtime will first be offered to volunteers; the supervisor may then assign the least senior employee."
FILING = "A grievance must be filed by the Union or the employee within 20 days; the Employer will meet with both."
RELEASE = "The steward shall be released with pay for the meeting unless the Agency shows that work would be harmed."
ABSENCE = "Employees shall not be required to report an absence more than one hour before the shift."


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (NOTICE, "The Union shall notify the Employer in writing within ten (10) days."),
        (NOTICE, "The employer may notify the union in writing within 10 days."),
        (CALLED_IN, "The union must pay you for at least four hours if called in."),
        (LISTS, "The employer may request a list of employees."),
        (LISTS, "The union must provide the list within five days."),
        (LISTS, "The employer may provide the list within five days."),
        (OFFER, "The union may assign the least senior employee."),
        (OFFER, "The supervisor must assign the least senior employee."),
        (FILING, "The employer must file the grievance within 20 days."),
        (FILING, "The union must meet with both."),
        (RELEASE, "The supervisor shall be released with pay for the meeting unless the agency shows harm."),
    ],
)
def test_a_turned_party_or_verb_is_marked(source: str, claim: str) -> None:
    assert list(unsupported(claim, source, source))
    assert not list(unsupported(source, source, source))


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (NOTICE, "Management must notify the union in writing within 10 days."),
        (NOTICE, "The union must be notified in writing within ten days."),
        (CALLED_IN, "The agency must pay you at least four hours when you are called in."),
        (LISTS, "If the union asks for a list of employees, the employer must provide it within five days."),
        (GLOVES, "The Union must provide names of stewards by January 15."),
        (OFFER, "The supervisor may assign the least senior employee after that."),
        (FILING, "You or the union must file the grievance within 20 days."),
        (RELEASE, "The agency must release the steward with pay for the meeting unless it shows that work is harmed."),
        (ABSENCE, "Management may not require you to report an absence more than one hour before your shift."),
        (ABSENCE, "You cannot be made to report an absence more than one hour before the shift."),
    ],
)
def test_the_same_rule_in_plain_words_is_not_marked(source: str, claim: str) -> None:
    assert not list(unsupported(claim, source, source))
