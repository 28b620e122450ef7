"""Files for whoever carries a version out: letters that are stamped or drawn, lists, quiet hours."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pypdf
import pytest

from comms import outreach
from members.formats.tables import MOST_ROWS
from members.models import EmailAddress, Person, Phone, PostalAddress
from members.reaching.audience import Reached
from unionops.platform.core.problems import Problem

WORDS = "Dear {{ full_name }},\n\nPlease come on **Tuesday**.\n\nYour local"


def job(count: int, words: str = WORDS) -> outreach.Job:
    people = []
    for n in range(count):
        person = Person(first_name=f"Ana{n}", last_name="Núñez")
        place = PostalAddress(person=person, street=f"{n} Elm St", city="Harmon", state="OH", zip="44101")
        people.append((Reached(person, str(place), place), {"first_name": f"Ana{n}", "full_name": f"Ana{n} Núñez"}))
    return outreach.Job("Come", "Come", words, "en", people, "Local 12", "PO Box 1", "1 December 2026")


def pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


@pytest.mark.slow
@pytest.mark.parametrize("words", [WORDS, WORDS + "\n\n{{ first_name }}, we count on you.", WORDS.partition("\n\n")[2]])
def test_letters_carry_each_address_greeting_and_the_words_once(words: str) -> None:
    shown = pages(outreach.letters(job(3, words)).content)
    assert len(shown) == 3
    for n, text in enumerate(shown):
        assert f"{n} Elm St" in text
        assert text.count("Please come on Tuesday.") == 1
        assert text.count(f"Dear Ana{n} Núñez,") == ("Dear" in words)
        assert ("we count on you" in text) == ("we count" in words)
        assert "{{" not in text


@pytest.mark.slow
@pytest.mark.parametrize("more", ["", "\n\n{{ first_name }}, we count on you."])
def test_letters_carry_the_link_as_a_code_for_a_phone(more: str) -> None:
    words = f"{WORDS}\n\nlocal12.example/vote{more}"
    with_code = outreach.letters(job(2, words)).content
    bare = outreach.letters(job(2, words.replace(".example/vote", ""))).content
    assert len(pages(with_code)) == 2
    assert len(with_code) > len(bare) + 500


@pytest.mark.slow
def test_letters_fill_the_subject_too() -> None:
    shown = pages(outreach.letters(replace(job(2), subject="For {{ first_name }}")).content)
    assert ["For Ana0" in shown[0], "For Ana1" in shown[1]] == [True, True]


@pytest.mark.slow
def test_names_our_font_cannot_write_get_a_letter_drawn_whole() -> None:
    three = job(3)
    name = "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df"
    three.people[1][0].person.first_name = name
    three.people[1][1]["full_name"] = name
    shown = pages(outreach.letters(three).content)
    assert ["0 Elm St" in shown[0], "2 Elm St" in shown[1], "1 Elm St" in shown[2]] == [True] * 3, "drawn ones last"
    for page in shown:
        assert page.count("Please come on Tuesday.") == 1
    fonts = [
        str(page["/Resources"].get("/Font"))
        for page in pypdf.PdfReader(io.BytesIO(outreach.letters(three).content)).pages
    ]
    assert fonts[2] != fonts[0]
    assert name.split()[0][::-1] in shown[2] or name.split()[0] in shown[2]


def test_poster_carries_the_subject_that_was_approved_once() -> None:
    for words in (WORDS, "# Parking moves\n\nTo Lot C", "Parking moves!\n\nTo Lot C"):
        (page,) = pages(outreach.poster(replace(job(0, words), subject="Parking moves")).content)
        assert page.count("Parking moves") == 1


def numbered(words: str, channel: str) -> outreach.Job:
    person = Person(first_name="=Bo", last_name="Li")
    return replace(job(0, words), people=[(Reached(person, "5555550142", Phone(person=person)), {})], channel=channel)


@pytest.mark.parametrize("write", [outreach.call_list, outreach.mail_merge])
def test_calls_and_texts_carry_their_quiet_hours(write: object) -> None:
    file = write(numbered("Hello {{ first_name }}", "sms"))  # type: ignore[operator]
    row = next(csv.DictReader(io.StringIO(file.content.decode())))
    assert (row["earliest"], row["latest"]) == ("09:00", "20:00")
    assert row["first_name"] == "'=Bo"


def test_mail_merge_of_letters_has_the_place_in_columns_and_no_hours() -> None:
    row = next(csv.DictReader(io.StringIO(outreach.mail_merge(replace(job(1), channel="letter")).content.decode())))
    assert (row["street"], row["city"], row["state"], row["zip"]) == ("0 Elm St", "Harmon", "OH", "44101")
    assert "earliest" not in row


def test_mail_merge_as_workbook_has_the_same_cells() -> None:
    from python_calamine import CalamineWorkbook

    one = replace(job(2), channel="email")
    rows = list(csv.reader(io.StringIO(outreach.mail_merge(one).content.decode())))
    book = CalamineWorkbook.from_filelike(io.BytesIO(outreach.mail_merge_workbook(one).content))
    assert book.get_sheet_by_index(0).to_python() == rows


def test_a_list_for_calls_goes_to_no_program_that_only_texts() -> None:
    calls, texts = dict(outreach.formats_for("phone")), dict(outreach.formats_for("sms"))
    assert "spoke_rewired" in texts and "hustle" in texts
    assert not {"spoke_rewired", "spoke_scale_to_win", "rumbleup", "hustle"} & set(calls)
    assert {"scale_to_win_dialer", "thrutext_thrutalk_getthru"} <= set(calls)


def test_a_program_file_leaves_out_who_it_cannot_hold_and_says_so() -> None:
    one = numbered("Hello", "phone")
    known = replace(one, tags={str(one.people[0][0].person.public_id): ["VANID 77"]})
    without, with_number = outreach.write("van_bulk_upload", one), outreach.write("van_bulk_upload", known)
    assert (without.left_out, with_number.left_out) == ({"no_van_id": 1}, {})
    row = next(csv.DictReader(io.StringIO(with_number.content.decode())))
    assert (row["VANID"], row["Phone Number"]) == ("77", "5555550142")


@pytest.mark.parametrize(("channel", "mobile", "calls"), [("sms", "5555550142", "Y"), ("phone", "", "N")])
def test_a_program_file_claims_only_the_consent_of_its_channel(channel: str, mobile: str, calls: str) -> None:
    row = next(
        csv.DictReader(io.StringIO(outreach.write("nationbuilder", numbered("Hello", channel)).content.decode()))
    )
    assert (row["mobile_number"], row["do_not_call"]) == (mobile, calls)
    assert row["mobile_opt_in"] == ("Y" if mobile else "N") and row["first_name"] == "'=Bo"
    assert row["email_opt_in"] == "", "a file of numbers says nothing of e-mail"


def test_a_program_file_of_an_email_says_nothing_of_calls_and_texts() -> None:
    person = Person(first_name="Bo", last_name="Li")
    at_home = EmailAddress(person=person, address="bo@example.org")
    one = replace(job(0), people=[(Reached(person, at_home.address, at_home), {})], channel="email")
    row = next(csv.DictReader(io.StringIO(outreach.write("nationbuilder", one).content.decode())))
    assert (row["email_opt_in"], row["mobile_opt_in"], row["do_not_call"]) == ("Y", "", "")
    row = next(csv.DictReader(io.StringIO(outreach.write("civicrm", one).content.decode())))
    assert (row["Do Not Email"], row["Do Not Sms"]) == ("0", "")


def test_a_file_a_program_would_not_take_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    one, slug = numbered("Hello", "sms"), "thrutext_thrutalk_getthru"
    many = replace(one, people=one.people * 3)
    assert MOST_ROWS[slug] == 150_000
    monkeypatch.setitem(MOST_ROWS, slug, 3)
    assert outreach.write(slug, many).content
    monkeypatch.setitem(MOST_ROWS, slug, 2)
    with pytest.raises(Problem, check=lambda problem: problem.code == "file_too_large"):
        outreach.write(slug, many)


def test_a_number_of_another_country_is_written_as_it_is_dialled() -> None:
    person = Person(first_name="Bo", last_name="Li")
    one = replace(job(0), people=[(Reached(person, "+442079460018", Phone(person=person)), {})], channel="phone")
    row = next(csv.DictReader(io.StringIO(outreach.call_list(one).content.decode())))
    assert row["phone"] == "011442079460018"
    merged = next(csv.DictReader(io.StringIO(outreach.mail_merge(one).content.decode())))
    assert merged["to"] == "011442079460018"
