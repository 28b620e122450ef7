"""Instructions of side letters: only quoted words change anything."""

import pytest

from contracts.annotating.sentences import sentences
from contracts.parsing.amending import applied, instructions, unread


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('In Section 4, replace "ten (10) days" with "fifteen (15) days".', ("replace", "ten (10) days", "fifteen (15) days")),
        ("amended by striking the words “shall give” and inserting “may give”", ("replace", "shall give", "may give")),
        ('The phrase "one hour" shall be changed to read "two hours".', ("replace", "one hour", "two hours")),
        ('Substitute "May" for "June".', ("replace", "June", "May")),
        ('After the words "night shift", insert "and weekend shift".', ("insert_after", "night shift", "and weekend shift")),
        ('Add "or steward" after "supervisor" in Section 2.', ("insert_after", "supervisor", "or steward")),
        ('Insert "written" before "notice".', ("insert_before", "notice", "written")),
        ('Delete the sentence "No swap is allowed."', ("delete", "No swap is allowed.", "")),
        ('"Forty" is hereby deleted.', ("delete", "Forty", "")),
        ('Se sustituye la frase "diez días" por "quince días".', ("replace", "diez días", "quince días")),
        ("Remplacer les mots « dix jours » par « quinze jours ».", ("replace", "dix jours", "quinze jours")),
        ("amended by striking 'ten (10)' and inserting 'fifteen (15)' in its place", ("replace", "ten (10)", "fifteen (15)")),
        ('Change the rate from "5" to "6".', ("replace", "5", "6")),
        ('Replace all references to "Chairman" with "Chairperson".', ("replace", "Chairman", "Chairperson")),
        ('Where the Agreement says "spouse", it shall now read "spouse or partner".', ("replace", "spouse", "spouse or partner")),
        ('"Thirty days" is struck and "forty days" is inserted in lieu thereof.', ("replace", "Thirty days", "forty days")),
        ('The words "not more than" are hereby deleted and replaced with "at least".', ("replace", "not more than", "at least")),
        ('In lieu of "two weeks" substitute "three weeks".', ("replace", "two weeks", "three weeks")),
        ('Insert the following words after "holiday": "or paid leave".', ("insert_after", "holiday", "or paid leave")),
        ('Donde dice "ocho horas" debe decir "siete horas".', ("replace", "ocho horas", "siete horas")),
        ('Elimínese la frase "a discreción".', ("delete", "a discreción", "")),
        ('Delete "one day" and "two days" shall remain.', ("delete", "one day", "")),
        ('Strike "ten hours" from Article 4 Section 1 and substitute "twelve hours".', ("replace", "ten hours", "twelve hours")),
        ('Delete "one day" in Section 4 and, in its place, insert "two days".', ("replace", "one day", "two days")),
    ],
)  # fmt: skip
def test_wordings(text: str, found: tuple[str, str, str]) -> None:
    assert [(one.kind, one.old, one.new) for one in instructions(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Section 4 is deleted in its entirety.",
        "Article 5, Section 2 is replaced by the following.",
        'The parties call this letter the "Ferry Letter".',
        'As "notice" is used here, it means written notice.',
        'Nothing in this letter changes "Section 4".',
        'The parties agree that "shall" means a duty and "may" a choice.',
        "The employees' rights and the stewards' pay stay as they are.",
    ],
)
def test_a_number_alone_or_a_mere_quotation_changes_nothing(text: str) -> None:
    assert instructions(text) == []


def test_several_instructions_in_order_with_their_places() -> None:
    text = 'Change "5%" to "6%"; and "forty" is hereby replaced by "thirty-six".'
    first, second = instructions(text)
    assert (first.old, second.old) == ("5%", "forty")
    assert text[second.start : second.end].startswith('"forty"')


def test_two_quotations_behind_one_verb() -> None:
    text = 'Delete from Section 3 the words "if funds allow" and "at its discretion".'
    assert [(one.kind, one.old) for one in instructions(text)] == [
        ("delete", "if funds allow"),
        ("delete", "at its discretion"),
    ]


@pytest.mark.parametrize(
    ("kind", "new", "text"),
    [
        ("replace", "fifteen", "give fifteen days"),
        ("delete", "", "give days"),
        ("insert_after", "working", "give ten working days"),
        ("insert_before", "at least", "give at least ten days"),
    ],
)
def test_carrying_out(kind: str, new: str, text: str) -> None:
    assert applied(kind, "give ten days", new, 5, 8) == text


def test_words_are_never_taken_out_where_others_should_come_in_their_place() -> None:
    text = 'Strike "ten" wherever it stands; in its stead put "twelve".'
    assert instructions(text) == []
    assert unread(text, [(0, len(text))]) == [text]


def test_what_changes_a_clause_by_its_number_alone_is_told() -> None:
    told = [
        'Article 4, Section 2 shall read as follows: "Seven days are given."',
        "Section 7.2 is hereby deleted.",
        'The following is added at the end of Article 3: "Nobody stays twice."',
    ]
    rest = [
        'In Section 2, replace "ten" with "twelve".',
        "Section 4 is not changed by this letter.",
        "Section 3 shall be read together with Article 9.",
        "The parties met on 3 March and talked about Article 5.",
    ]
    text = "\n\n".join([*told, *rest])
    assert unread(text, [(s.start, s.end) for s in sentences(text)]) == [
        'Article 4, Section 2 shall read as follows: "Seven days are given.',
        "Section 7.2 is hereby deleted.",
        'The following is added at the end of Article 3: "Nobody stays twice.',
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            'Strike "the Union" from the last line; insert "the Local" after "Employer".',
            [("delete", "the Union", ""), ("insert_after", "Employer", "the Local")],
        ),
        ('Delete "one day" in Section 4.2 and replace with "two days".', [("replace", "one day", "two days")]),
        ('"One day" shall be deleted and "two days" inserted.', [("replace", "One day", "two days")]),
    ],
)
def test_new_words_go_where_the_letter_puts_them(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(one.kind, one.old, one.new) for one in instructions(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        'Delete "one day" from Section 4 and add "two days" to Section 5.',
        'Remove "one day" in Section 2 and substitute the following: "two days".',
        'Elimínese "un día" del artículo 4 y añádase "dos días".',
        'Change "one day" to "two days" and "three" to "four".',
        'Before "the Union", insert "the Employer and".',
    ],
)
def test_new_words_are_never_dropped_in_silence(text: str) -> None:
    assert unread(text, [(0, len(text))]) == [text]
    assert all(one.kind != "delete" for one in instructions(text))
