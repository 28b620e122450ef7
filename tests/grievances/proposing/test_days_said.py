"""The sentences of an agreement that say which days count, and none that only use the word."""

import pytest

from grievances.proposing import words_on_days

SAYS = (
    "Working days are Monday through Friday except the holidays of Article 6.",
    'The term "days" as used in this Article shall mean calendar days.',
    "Saturdays, Sundays and holidays shall not be counted in computing time limits.",
    "Days shall exclude weekends and holidays.",
    "All references to days mean work days of the grievant, excluding Saturdays, Sundays, and contractual holidays.",
    "The employer shall answer within five (5) working days, excluding holidays.",
    "Los días son días laborables, excluidos sábados y domingos.",
)
SAYS_NOTHING = (
    "The grievance shall be filed within ten (10) working days.",
    "An employee who works on a holiday is paid double time.",
    "Time limits may be extended by written agreement.",
    "The arbitrator shall be chosen within fourteen calendar days.",
)


@pytest.mark.parametrize("sentence", SAYS)
def test_what_a_day_is_is_found_word_for_word(sentence: str) -> None:
    texts = [SAYS_NOTHING[0], f"{SAYS_NOTHING[2]} {sentence} {SAYS_NOTHING[1]}"]
    assert list(words_on_days(texts)) == [(1, sentence)]


@pytest.mark.parametrize("sentence", SAYS_NOTHING)
def test_a_limit_alone_says_nothing_of_days_off(sentence: str) -> None:
    assert list(words_on_days([sentence])) == []
