"""The review screen: many clauses corrected in one step, undone as one, made again when the file is read again."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from contracts.models import AgreementVersion, Clause, ClauseNote, Correction
from contracts.parsing.handover import pieces
from contracts.services import correcting, noting, reading
from tests.contracts.texts import PLAIN
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem

Make = Callable[..., User]
Sign = Callable[[User], Client]

pytestmark = pytest.mark.django_db


def read_again(version: AgreementVersion) -> None:
    with acting(system_actor()) as by:
        assert by is not None
        reading.keep_reading(version=version, by=by, parts=reading.collect(pieces(PLAIN.encode(), name="harbor.txt")))


def of(version: AgreementVersion) -> list[Clause]:
    with acting(system_actor()):
        return list(Clause.objects.filter(version=version).order_by("ordinal"))


def sections(version: AgreementVersion) -> list[Clause]:
    return [c for c in of(version) if c.level == "section"]


def send(client: Client, version: AgreementVersion, **fields: Any) -> str:
    url = reverse("contracts:review-save", args=[version.public_id])
    answer = client.post(
        f"{url}?from=1",
        {name.replace("_", "-", 1) if name[1] == "_" else name: value for name, value in fields.items()},
        follow=True,
    )
    assert answer.status_code in (200, 422)
    return html.unescape(answer.content.decode())


@pytest.fixture
def chief(make_user: Make, sign_in: Sign) -> Client:
    return sign_in(make_user("chief_steward"))


def test_page_shows_fields_for_every_clause(chief: Client, agreement: AgreementVersion) -> None:
    page = chief.get(reverse("contracts:review", args=[agreement.public_id])).content.decode()
    first = of(agreement)[0]
    assert f'name="t-{first.public_id}"' in page and page.count("data-tick") == min(30, len(of(agreement)))
    moved = chief.get(reverse("contracts:review", args=[agreement.public_id]), {"page": "2"})
    assert moved.status_code == 302 and "from=" in moved["Location"]


def test_typed_fields_and_a_join_are_one_step_that_undo_takes_back(chief: Client, agreement: AgreementVersion) -> None:
    two, three = sections(agreement)[:2]
    one = sections(agreement)[-1]
    before = [(c.number, c.title, c.text) for c in of(agreement)]
    fields = {
        f"t-{one.public_id}": "A Better Title", f"n-{one.public_id}": one.number, f"l-{one.public_id}": one.level,
        "clause": [str(two.public_id), str(three.public_id)], "deed": "join",
    }  # fmt: skip
    url = reverse("contracts:review-save", args=[agreement.public_id])
    assert "2 corrections are kept." in html.unescape(chief.post(url, fields, follow=True).content.decode())
    read_again(agreement)
    now = of(agreement)
    assert "A Better Title" in [c.title for c in now]
    assert len(now) == len(before) - 1
    assert any(two.text in c.text and three.text in c.text for c in now)
    undo = reverse("contracts:review-undo", args=[agreement.public_id])
    assert "2 corrections are taken back." in html.unescape(chief.post(undo, follow=True).content.decode())
    read_again(agreement)
    assert [(c.number, c.title, c.text) for c in of(agreement)] == before


def test_several_are_numbered_on_and_made_of_one_kind(chief: Client, agreement: AgreementVersion) -> None:
    ticked = [str(c.public_id) for c in sections(agreement)[:3]]
    send(chief, agreement, clause=ticked, deed="number", start="7")
    send(chief, agreement, clause=ticked[:2], deed="level", level="other")
    read_again(agreement)
    assert [c.number for c in of(agreement) if c.edited_by_id][:3] == ["7", "8", "9"]
    assert [c.level for c in of(agreement) if c.edited_by_id][:3] == ["other", "other", "section"]


def test_one_clause_is_split_at_its_words(chief: Client, agreement: AgreementVersion) -> None:
    clause = max(sections(agreement), key=lambda c: len(c.text.split()))
    words = " ".join(clause.text.split()[-4:])
    send(chief, agreement, clause=[str(clause.public_id)], deed="split", words=words, number="9", title="Rest")
    read_again(agreement)
    made = next(c for c in of(agreement) if c.title == "Rest")
    assert made.text.split() == words.split() and made.number == "9"


def test_what_cannot_work_keeps_nothing_and_says_what_to_do(chief: Client, agreement: AgreementVersion) -> None:
    one = sections(agreement)[0]
    apart = [str(one.public_id), str(sections(agreement)[3].public_id)]
    assert "do not follow each other" in send(chief, agreement, clause=apart, deed="join")
    assert "No clause is ticked." in send(chief, agreement, deed="join")
    assert "do not stand inside" in send(
        chief, agreement, clause=[str(one.public_id)], deed="split", words="words of no clause"
    )
    assert "Nothing was changed." in send(chief, agreement, deed="save")
    assert "first number is missing" in send(chief, agreement, clause=[str(one.public_id)], deed="number", start="?")
    with acting(system_actor()):
        assert not Correction.objects.exists()


def test_what_was_typed_stays_when_it_cannot_be_kept(chief: Client, agreement: AgreementVersion) -> None:
    one, other = sections(agreement)[0], sections(agreement)[3]
    typed = {f"t-{one.public_id}": "Half typed", f"n-{one.public_id}": "77", f"l-{one.public_id}": "article"}
    deed = {"clause": [str(one.public_id), str(other.public_id)], "deed": "split", "words": "to be found"}
    answer = chief.post(reverse("contracts:review-save", args=[agreement.public_id]), {**typed, **deed})
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Several clauses are ticked." in page
    assert 'value="Half typed"' in page and 'value="77"' in page and 'value="to be found"' in page
    assert page.count("data-tick checked") == 2


def test_fields_are_closed_while_the_file_is_read_again(chief: Client, agreement: AgreementVersion) -> None:
    url = reverse("contracts:review", args=[agreement.public_id])
    assert "<fieldset>" in chief.get(url).content.decode()
    send(chief, agreement, **{f"t-{sections(agreement)[0].public_id}": "Better"})
    assert "<fieldset disabled>" in chief.get(url).content.decode()


def test_a_clause_is_split_at_a_sentence_by_one_press(chief: Client, agreement: AgreementVersion) -> None:
    clause = next(c for c in sections(agreement) if len(correcting.beginnings(c)) > 2)
    words = correcting.beginnings(clause)[2][1]
    url = reverse("contracts:correct", args=[clause.public_id])
    assert f'value="{words}"' in html.unescape(chief.get(url).content.decode())
    answer = chief.post(f"{url}?from=4", {"kind": "split", "words": words})
    assert answer["Location"].endswith("/review/?from=4")
    read_again(agreement)
    made = next(c for c in of(agreement) if c.text.startswith(words))
    assert made.ordinal == clause.ordinal + 1


def test_words_to_split_at_are_found_across_a_line_end() -> None:
    assert correcting.place_of("in an emergency the", "Notice. In time;\nin an\nemergency the notice") == 17
    assert correcting.place_of("  ", "Notice.") == correcting.place_of("none", "Notice.") == -1


def test_notes_stay_with_clauses_that_were_joined_and_numbered(
    chief: Client, make_user: Make, agreement: AgreementVersion
) -> None:
    one, two = sections(agreement)[:2]
    steward = make_user("steward")
    with acting(steward):
        noting.add_note(clause=one, by=steward, text="Ask for the roster first.")
    send(chief, agreement, clause=[str(one.public_id)], deed="number", start="41")
    send(chief, agreement, clause=[str(two.public_id)], deed="join")
    read_again(agreement)
    with acting(system_actor()):
        note = ClauseNote.objects.get()
        assert Clause.objects.filter(version=agreement, lineage=note.lineage).exists()


def test_members_may_not_review(make_user: Make, sign_in: Sign, agreement: AgreementVersion) -> None:
    url = reverse("contracts:review", args=[agreement.public_id])
    assert sign_in(make_user("member")).get(url).status_code in (403, 404)


@pytest.mark.parametrize(
    ("start", "names"),
    [
        ("3", "3 4 5"),
        ("c", "c d e"),
        ("IV", "IV V VI"),
        ("4.9", "4.9 4.10 4.11"),
        ("ii", "ii iii iv"),
        ("A-1", "A-1 A-2 A-3"),
    ],
)
def test_counting_on(start: str, names: str) -> None:
    assert correcting.count_on(start, 3) == names.split()


def test_counting_on_from_nothing() -> None:
    with pytest.raises(Problem):
        correcting.count_on("", 2)
