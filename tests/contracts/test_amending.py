"""Side letters change the text in force by the words they quote, once a person said so."""

import datetime
from collections.abc import Iterator

import pytest

from contracts import amended
from contracts.models import AgreementVersion, Amendment, AmendmentState, Clause
from contracts.pocket.extras import beside
from contracts.services import amending
from tests.contracts.conftest import Bring
from tests.contracts.texts import PLAIN
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import BargainingUnit, User
from unionops.platform.core.problems import Problem

pytestmark = pytest.mark.django_db
LETTER = """LETTER OF AGREEMENT - NOTICE

In Article 2, Section 2, replace "fifteen (15) calendar days" with "ten (10) calendar days".

Replace "an hourly rate nobody ever wrote" with "another".

Article 3, Section 2 is deleted in its entirety.
"""


@pytest.fixture(autouse=True)
def by(local: object) -> Iterator[User]:
    with acting(system_actor()) as user:
        assert user is not None
        yield user


@pytest.fixture
def letter(bring: Bring, agreement: AgreementVersion) -> AgreementVersion:
    return bring(
        LETTER,
        title="Notice Letter",
        kind="side_letter",
        parent=agreement.agreement,
        effective=datetime.date(2022, 5, 1),
        expires=datetime.date(2023, 4, 30),
    )


def decide(by: User, amendment: Amendment, confirm: bool = True) -> None:
    amending.decide_amendment(amendment=amendment, by=by, confirm=confirm)


def text_on(by: User, clause: Clause, *day: int) -> str:
    return amended.in_force(by, clause, datetime.date(*day)).text


def clause_of(version: AgreementVersion, words: str) -> Clause:
    return Clause.objects.get(version=version, text__contains=words)


def test_quoted_words_find_their_clause_and_a_number_alone_changes_nothing(letter: AgreementVersion) -> None:
    first, second = Amendment.objects.filter(version=letter)
    assert (first.state, first.new) == (AmendmentState.SUGGESTED, "ten (10) calendar days")
    assert first.source is not None
    assert first.source.text[first.start : first.end].startswith("replace")
    assert second.state == AmendmentState.UNPLACED
    assert "do not stand in the agreement" in second.why


def test_what_quotes_no_old_words_is_shown_to_a_person(by: User, letter: AgreementVersion) -> None:
    assert amended.not_carried_out(by, letter) == ["Article 3, Section 2 is deleted in its entirety."]


def test_words_that_stand_elsewhere_than_the_letter_says_are_marked(bring: Bring, agreement: AgreementVersion) -> None:
    text = LETTER.replace("In Article 2, Section 2", "In Article 9, Section 9")
    wrong = bring(text, title="Wrong", kind="side_letter", parent=agreement.agreement)
    first = Amendment.objects.filter(version=wrong).first()
    assert first is not None
    assert first.why == "The letter names 9.9, yet these words stand in 2.2(a) only."


def test_only_what_a_person_confirmed_is_in_force_and_only_on_its_days(
    by: User, agreement: AgreementVersion, letter: AgreementVersion
) -> None:
    clause = clause_of(agreement, "fifteen (15)")
    assert text_on(by, clause, 2022, 6, 1) == clause.text
    decide(by, Amendment.objects.filter(version=letter)[0])
    assert "ten (10) calendar days of notice" in text_on(by, clause, 2022, 6, 1)
    assert text_on(by, clause, 2022, 4, 30) == clause.text
    assert text_on(by, clause, 2023, 5, 1) == clause.text
    found = amended.in_force(by, clause, datetime.date(2022, 6, 1))
    assert "".join(text for sign, text in found.words if sign in "=-") == clause.text
    assert "".join(text for sign, text in found.words if sign in "=+") == found.text


def test_words_that_stand_nowhere_cannot_be_confirmed(by: User, letter: AgreementVersion) -> None:
    with pytest.raises(Problem):
        decide(by, Amendment.objects.filter(version=letter)[1])


def test_words_in_several_clauses_are_placed_by_the_clause_named_beside_them(
    bring: Bring, agreement: AgreementVersion
) -> None:
    text = 'LETTER OF AGREEMENT - UNIT\n\n{where}replace "Agreement" with "Contract".\n'
    facts = {"kind": "side_letter", "parent": agreement.agreement}
    nowhere = bring(text.format(where="In all places "), title="A", **facts)
    assert "several places" in Amendment.objects.get(version=nowhere).why
    named = bring(text.format(where="In Article 3, Section 1, "), title="B", **facts)
    placed = Amendment.objects.get(version=named)
    assert placed.lineage == clause_of(agreement, "complaint about this Agreement").lineage


def test_decisions_survive_another_reading(by: User, letter: AgreementVersion) -> None:
    decide(by, Amendment.objects.filter(version=letter)[0], confirm=False)
    amending.propose_amendments(version=letter, by=by)
    assert sorted(Amendment.objects.filter(version=letter).values_list("state", flat=True)) == ["rejected", "unplaced"]


def test_margin_says_which_words_are_superseded(by: User, agreement: AgreementVersion, bring: Bring) -> None:
    letter = bring(LETTER, title="Now", kind="side_letter", parent=agreement.agreement)
    decide(by, Amendment.objects.filter(version=letter)[0])
    clause = clause_of(agreement, "fifteen (15)")
    notes = list(amended.margin(by, [clause]))
    assert "Superseded: “fifteen (15) calendar days”" in notes[0].text


INSERT = """LETTER OF AGREEMENT - SWAPS

In Article 2, Section 2, insert "in writing" after "may ask for a swap".

To be clear: insert "in writing" after "may ask for a swap".

In Article 2, Section 2, replace "a swap" with "a swap of shifts".
"""


def confirm_all(by: User, letter: AgreementVersion) -> None:
    for amendment in Amendment.objects.filter(version=letter, state=AmendmentState.SUGGESTED):
        decide(by, amendment)


def test_what_a_letter_says_twice_or_a_later_printing_holds_is_not_added_again(
    by: User, agreement: AgreementVersion, bring: Bring
) -> None:
    begins, since = {"effective": datetime.date(2022, 1, 1)}, {"effective": datetime.date(2024, 1, 1)}
    letter = bring(INSERT, title="Swaps", kind="side_letter", parent=agreement.agreement, **begins)
    confirm_all(by, letter)
    clause = clause_of(agreement, "ask for a swap")
    now = amended.in_force(by, clause)
    assert now.text.endswith("An employee may ask for a swap of shifts in writing.") and not now.conflicts
    printed = PLAIN.replace("ask for a swap.", "ask for a swap of shifts in writing.")
    later = clause_of(bring(printed, supersedes=agreement, **since), "ask for a swap")
    assert later.lineage_id == clause.lineage_id
    assert amended.in_force(by, later).text == later.text


def test_words_that_a_later_printing_says_twice_are_left_to_a_person(
    by: User, agreement: AgreementVersion, bring: Bring
) -> None:
    letter = bring(LETTER, title="Notice", kind="side_letter", parent=agreement.agreement)
    decide(by, Amendment.objects.filter(version=letter)[0])
    twice = PLAIN.replace(
        "before it changes a shift.", "before it changes a shift, and fifteen (15) calendar days back."
    )
    later = clause_of(bring(twice, supersedes=agreement), "calendar days back")
    found = amended.in_force(by, later)
    assert found.text == later.text and len(found.conflicts) == 1
    assert [note.title for note in amended.margin(by, [later])] == ["Check the amendment"]
    pocketed, _left_out = beside(by, [later])
    assert [extra.kind for extra in pocketed[later.pk]] == ["Check the amendment"]


def write(
    bring: Bring, agreement: AgreementVersion, words: str, title: str, **dates: datetime.date
) -> AgreementVersion:
    return bring(
        f"LETTER OF AGREEMENT - NOTICE\n\n{words}\n",
        title=title,
        kind="side_letter",
        parent=agreement.agreement,
        **dates,
    )


def all_of(by: User, version: AgreementVersion) -> None:
    for one in Amendment.objects.filter(version=version, state=AmendmentState.SUGGESTED):
        decide(by, one)


@pytest.fixture
def second(by: User, agreement: AgreementVersion, letter: AgreementVersion, bring: Bring) -> AgreementVersion:
    """A letter that changes words which an earlier, confirmed one brought; it is confirmed too."""
    all_of(by, letter)
    words = 'Replace "ten (10) calendar days" with "seven (7) work days".'
    later = write(bring, agreement, words, "Second", effective=datetime.date(2022, 9, 1))
    all_of(by, later)
    return later


def test_a_letter_may_amend_the_words_of_an_earlier_letter(
    by: User, agreement: AgreementVersion, second: AgreementVersion
) -> None:
    clause = clause_of(agreement, "of notice before it changes")
    assert "fifteen" in text_on(by, clause, 2022, 4, 30)
    assert "ten (10) calendar days" in text_on(by, clause, 2022, 5, 1)
    assert "ten (10) calendar days" in text_on(by, clause, 2022, 8, 31)
    assert "seven (7) work days" in text_on(by, clause, 2022, 9, 1)


def test_when_the_first_letter_runs_out_the_second_finds_nothing_and_says_so(
    by: User, agreement: AgreementVersion, second: AgreementVersion
) -> None:
    clause = clause_of(agreement, "of notice before it changes")
    found = amended.in_force(by, clause, datetime.date(2023, 5, 1))
    assert found.text == clause.text and [one.version for one in found.conflicts] == [second]


def test_of_two_letters_with_overlapping_days_the_later_finds_no_old_words(
    by: User, agreement: AgreementVersion, letter: AgreementVersion, bring: Bring
) -> None:
    rival = write(
        bring,
        agreement,
        'Replace "fifteen (15) calendar days" with "twelve (12) calendar days".',
        "Rival",
        effective=datetime.date(2022, 6, 1),
    )
    all_of(by, letter)
    all_of(by, rival)
    clause = clause_of(agreement, "of notice before it changes")
    during = amended.in_force(by, clause, datetime.date(2022, 7, 1))
    assert "ten (10)" in during.text and [one.version for one in during.conflicts] == [rival]
    assert "twelve (12)" in text_on(by, clause, 2023, 5, 1)


def test_words_over_two_clauses_are_left_to_a_person_with_both_named(
    by: User, agreement: AgreementVersion, bring: Bring
) -> None:
    words = 'Delete "all ferry pilots and deck hands. Section 2. Exclusions. Confidential staff are not in the unit."'
    write(bring, agreement, words, "Wide")
    one = Amendment.objects.get()
    assert one.state == AmendmentState.UNPLACED and "1.1, 1.2" in one.why


def test_words_that_stand_twice_in_one_clause_are_not_placed(
    by: User, agreement: AgreementVersion, bring: Bring
) -> None:
    write(bring, agreement, 'Replace "it" with "the Agency".', "Twice")
    assert [one.state for one in Amendment.objects.all()] in ([], [AmendmentState.UNPLACED])


def test_a_letter_changes_no_other_unit_with_the_same_words(
    by: User, agreement: AgreementVersion, bring: Bring
) -> None:
    other = bring(PLAIN, title="Other Unit Agreement", effective=datetime.date(2021, 1, 1))
    letter = write(
        bring,
        agreement,
        'Replace "fifteen (15) calendar days" with "ten (10) calendar days".',
        "Ours",
        effective=datetime.date(2022, 5, 1),
    )
    all_of(by, letter)
    assert "ten (10)" in text_on(by, clause_of(agreement, "of notice before it changes"), 2022, 6, 1)
    assert "fifteen (15)" in text_on(by, clause_of(other, "of notice before it changes"), 2022, 6, 1)


def test_a_letter_is_of_the_unit_of_its_agreement(
    agreement: AgreementVersion, bring: Bring, unit: BargainingUnit
) -> None:
    other = BargainingUnit.objects.create(employer=unit.employer, name="Trades unit", code="0013")
    agreement.agreement.unit = unit
    agreement.agreement.save()
    assert bring(title="Night letter", parent=agreement.agreement).agreement.unit == unit
    with pytest.raises(Problem, match="Professional unit") as refused:
        bring(title="Day letter", parent=agreement.agreement, unit=other)
    assert refused.value.code == "unit"
