"""The ledger: evidence by element, confirming and ending, margins, and what contradicts a practice."""

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from contracts import queries
from contracts.changes import contradicting, ledger
from contracts.models import AgreementKind, AgreementVersion, Clause, Element, LetterChange, Practice, PracticeState
from contracts.services import practices
from tests.contracts.conftest import Bring
from tests.contracts.texts import PLAIN
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem

pytestmark = pytest.mark.django_db
Sign = Callable[[User], Client]
Make = Callable[..., User]
DAY = datetime.date(2019, 5, 1)


@pytest.fixture
def chief(make_user: Make) -> Iterator[User]:
    user = make_user("chief_steward")
    with acting(user):
        yield user


def clause(version: AgreementVersion, label: str) -> Clause:
    return Clause.objects.select_related("version__agreement", "lineage").get(version=version, label=label)


def recorded(by: User, clauses: list[Clause], **facts: Any) -> Practice:
    told = {"title": "Wash-up time", "what": "Crews stop ten minutes early to rinse gear at the hose rack.", **facts}
    return practices.claim_practice(by=by, clauses=clauses, since=DAY, **told)


def evidence(practice: Practice, by: User, *elements: Element) -> None:
    for element in elements or tuple(Element):
        practices.add_fact(
            practice=practice, by=by, element=element, happened_on=DAY, what="Seen.", knew="Manager", source="Log p. 3"
        )


def test_confirming_needs_a_fact_for_each_element(chief: User, agreement: AgreementVersion) -> None:
    practice = recorded(chief, [clause(agreement, "2.2")])
    evidence(practice, chief, Element.CLEAR, Element.CONSISTENT, Element.LONG_STANDING)
    with pytest.raises(Problem, match="accepted by both sides"):
        practices.confirm_practice(practice=practice, by=chief)
    evidence(practice, chief, Element.ACCEPTED)
    practices.confirm_practice(practice=practice, by=chief)
    assert (practice.state, practice.confirmed_by) == (PracticeState.CONFIRMED, chief)


def test_losing_the_last_fact_of_an_element_opens_the_practice_again(chief: User, agreement: AgreementVersion) -> None:
    practice = recorded(chief, [])
    evidence(practice, chief)
    evidence(practice, chief, Element.CLEAR)
    practices.confirm_practice(practice=practice, by=chief)
    twice, once = practice.facts.filter(element="clear").first(), practice.facts.get(element="accepted")
    assert twice is not None
    practices.withdraw_fact(fact=twice, by=chief)
    assert Practice.objects.get().state == PracticeState.CONFIRMED
    practices.withdraw_fact(fact=once, by=chief)
    assert Practice.objects.get().state == PracticeState.CLAIMED


def test_new_words_are_not_what_was_confirmed(chief: User, agreement: AgreementVersion) -> None:
    practice = recorded(chief, [])
    evidence(practice, chief)
    practices.confirm_practice(practice=practice, by=chief)
    practices.change_practice(practice=practice, by=chief, clauses=[], title=practice.title, what=practice.what)
    assert practice.state == PracticeState.CONFIRMED
    practices.change_practice(practice=practice, by=chief, clauses=[], title=practice.title, what="Fifteen minutes.")
    assert practice.state == PracticeState.CLAIMED


@pytest.mark.parametrize("missing", ["what", "knew", "source"])
def test_a_fact_without_its_source_is_refused(chief: User, agreement: AgreementVersion, missing: str) -> None:
    words = {"what": "Seen.", "knew": "Manager", "source": "Log", missing: " "}
    with pytest.raises(Problem):
        practices.add_fact(practice=recorded(chief, []), by=chief, element="clear", happened_on=DAY, **words)


def test_days_that_cannot_be(chief: User, agreement: AgreementVersion) -> None:
    practice = recorded(chief, [])
    future = datetime.date.today() + datetime.timedelta(days=9)
    with pytest.raises(Problem, match="not come yet"):
        practices.add_fact(
            practice=practice, by=chief, element="clear", happened_on=future, what="x", knew="x", source="x"
        )
    with pytest.raises(Problem, match="before it began"):
        practices.end_practice(practice=practice, by=chief, ended_on=DAY - datetime.timedelta(days=1), why="Notice.")


def test_practice_follows_its_clause_into_the_next_version(
    chief: User, agreement: AgreementVersion, bring: Bring
) -> None:
    practice = recorded(chief, [clause(agreement, "4.1")])
    text = PLAIN.replace("ARTICLE 4 - WAGES", "ARTICLE 4 - SAFETY\n\nSection 1. Gear.\nVests.\n\nARTICLE 5 - WAGES")
    new = bring(text, supersedes=agreement, effective=datetime.date(2025, 1, 1))
    shown = ledger.rows(chief, [Practice.objects.get(pk=practice.pk)])[0].clauses
    assert [(c.label, c.version_id) for c in shown] == [("5.1", new.pk)]


def memo(user: User, text: str) -> list[contradicting.Contradiction]:
    return contradicting.touched(user, text)


MEMOS = [
    ("Effective June 1, crews will no longer rinse gear at the hose rack.", ["crews", "gear", "hose", "rack", "rinse"]),
    ("Equipment: rinse it at home. The hose is removed.", ["hose", "rinse"]),
]


@pytest.mark.parametrize(("text", "words"), MEMOS)
def test_memo_with_the_practices_own_words_is_shown(
    chief: User, agreement: AgreementVersion, text: str, words: list[str]
) -> None:
    recorded(chief, [])
    (found,) = memo(chief, text)
    assert found.words == words
    assert found.passages


@pytest.mark.parametrize(
    "text",
    [
        "The canteen closes on Friday.",
        "The shop has a hose, a desk and a rack.",
        "A grievance shall be filed within ten days.",
        "…",
    ],
)
def test_memo_about_something_else_says_nothing(chief: User, agreement: AgreementVersion, text: str) -> None:
    recorded(chief, [clause(agreement, "2.2")])
    assert memo(chief, text) == []


@pytest.mark.parametrize("named", ["Article 2, Section 2", "Article 2", "Art. 2 Sec. 2(b)", "2.2"])
def test_memo_that_names_the_clause_is_shown_with_the_clause(
    chief: User, agreement: AgreementVersion, named: str
) -> None:
    recorded(chief, [clause(agreement, "2.2")])
    recorded(chief, [clause(agreement, "3.2")], title="Other", what="Steps by letter.")
    found = memo(chief, f"The office will read {named} more strictly.")
    assert [(one.title, [c.label for c in one.clauses]) for one in found] == [("Wash-up time", ["2.2"])]


def test_ended_practice_warns_no_longer(chief: User, agreement: AgreementVersion) -> None:
    practice = recorded(chief, [])
    assert memo(chief, MEMOS[0][0])
    practices.end_practice(practice=practice, by=chief, ended_on=datetime.date.today(), why="By agreement of 3 May.")
    assert memo(chief, MEMOS[0][0]) == []


def test_words_every_clause_uses_are_no_reason(chief: User, bring: Bring) -> None:
    sections = "".join(f"\nSection {n}. Part {n}.\nThe hose and the rack are kept at Pier {n}.\n" for n in range(1, 80))
    bring(f"ARTICLE 1 - GEAR\n{sections}\nARTICLE 2 - REST\n\nSection 1. Rest.\nRest is free.\n")
    recorded(chief, [], what="The hose stands beside the rack.", title="Hose and rack")
    assert memo(chief, "The hose and the rack move to Pier 9.") == []


def test_nobody_outside_the_ledger_gets_a_warning(agreement: AgreementVersion, chief: User, make_user: Make) -> None:
    recorded(chief, [clause(agreement, "2.2")])
    assert memo(make_user("member"), "Article 2") == []


def test_proposal_lists_the_practices_it_touches(
    chief: User, agreement: AgreementVersion, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(chief, [clause(agreement, "2.2(a)")], title="Notice by text message", what="Notice is sent by text.")
    recorded(chief, [], title="Swap book", what="Pilots enter swaps in the blue book; the lead initials the book.")
    proposal = tmp_path / "p.txt"
    changed = PLAIN.replace("fifteen\n     (15)", "two\n     (2)")
    proposal.write_text(changed.replace("ask for a swap.", "ask for a swap; the blue book and initials are abolished."))
    call_command("proposal_impact", str(agreement.public_id), str(proposal), "--json")
    by_label = {(one["old"] or one["new"])["label"]: one["practices"] for one in json.loads(capsys.readouterr().out)}
    assert [one["title"] for one in by_label["2.2(a)"]] == ["Notice by text message"]
    assert [(one["title"], one["shared_words"]) for one in by_label["2.2(c)"]] == [
        ("Swap book", ["blue", "book", "initials"])
    ]


def test_letter_proposes_the_clauses_it_cites_and_shows_in_the_margin(
    chief: User, agreement: AgreementVersion, bring: Bring, sign_in: Sign, make_user: Make
) -> None:
    text = "MEMORANDUM\n\n1. Notice under Article 2, Section 2 is by text. Section 1 stays.\n"
    letter = bring(text, title="Texting", kind=AgreementKind.SIDE_LETTER, parent=agreement.agreement)
    found = ledger.letter(chief, letter.agreement.slug)
    assert found is not None
    assert [c.label for c in found.named] == ["2.2"]
    client = sign_in(chief)
    url = reverse("contracts:letter", args=[letter.agreement.slug])
    data = {"version": str(agreement.public_id), "clauses": "2.2", "what": "notice by text"}
    assert client.post(url, data).status_code == 302
    page = sign_in(make_user("member")).get(reverse("contracts:reader", args=["harbor-agreement", "2"]))
    assert "notice by text" in page.content.decode()
    assert "does not" not in client.post(url, {**data, "clauses": "77.7"}).content.decode()
    assert "has no 77.7" in client.post(url, {**data, "clauses": "77.7"}).content.decode()
    with acting(chief):
        change = LetterChange.objects.get()
    assert client.post(reverse("contracts:letter-unlink", args=[change.public_id])).status_code == 302
    with acting(chief):
        assert not LetterChange.objects.exists()


def test_margin_shows_the_practice_to_stewards_only(
    chief: User, agreement: AgreementVersion, sign_in: Sign, make_user: Make
) -> None:
    recorded(chief, [clause(agreement, "2.2")])
    url = reverse("contracts:reader", args=["harbor-agreement", "2"])
    assert "Wash-up time" in sign_in(make_user("steward")).get(url).content.decode()
    assert "Wash-up time" not in sign_in(make_user("member")).get(url).content.decode()


def test_pages_from_claim_to_end(chief: User, agreement: AgreementVersion, sign_in: Sign) -> None:
    client = sign_in(chief)
    assert "No practice is recorded yet" in client.get(reverse("contracts:practices")).content.decode()
    new = reverse("contracts:practice-new") + f"?clause={clause(agreement, '2.2').public_id}"
    assert 'value="2.2"' in client.get(new).content.decode()
    data = {"title": "Swaps", "what": "By the blue book.", "version": str(agreement.public_id), "clauses": "2.2, 9.9"}
    refused = client.post(new, data)
    assert refused.status_code == 422
    assert "since when" in refused.content.decode()
    refused = client.post(new, {**data, "since_words": "since the 1990s"})
    assert "has no 9.9" in refused.content.decode()
    made = client.post(new, {**data, "clauses": "2.2", "since_words": "since the 1990s"})
    page = made["Location"]
    fact = {"happened_on": "2019-05-01", "what": "Seen", "knew": "Lead", "source": "Book", "witnesses": ""}
    for element in Element:
        assert client.post(f"{page}fact/", {**fact, "element": element}).status_code == 302
    assert client.post(f"{page}confirm/").status_code == 302
    assert "confirmed" in client.get(page).content.decode()
    assert client.post(f"{page}end/", {"ended_on": "2024-01-31", "why": "New words in 2.2."}).status_code == 302
    assert "New words in 2.2." in client.get(page).content.decode()
    assert "Nothing fits" in client.get(reverse("contracts:practices"), {"state": "claimed"}).content.decode()


def test_pasted_memo_is_answered_and_not_kept(chief: User, agreement: AgreementVersion, sign_in: Sign) -> None:
    recorded(chief, [clause(agreement, "2.2")])
    url = reverse("contracts:practice-check")
    page = sign_in(chief).post(url, {"version": str(agreement.public_id), "text": MEMOS[0][0]}).content.decode()
    assert "<mark>hose</mark>" in page
    assert "no longer" in page
    empty = sign_in(chief).post(url, {"version": "", "text": "The canteen closes."}).content.decode()
    assert "None of the 1 practice in the ledger" in empty


def test_ledger_takes_the_same_queries_for_many(chief: User, agreement: AgreementVersion, sign_in: Sign) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, url = sign_in(chief), reverse("contracts:practices")
    counts = []
    for number in (1, 4):
        for n in range(number):
            evidence(recorded(chief, [clause(agreement, "2.2")], title=f"P{number}{n}"), chief)
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(url)
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert queries.in_force(chief).exists()


def test_comparing_two_texts_shows_what_the_changes_touch(
    chief: User, agreement: AgreementVersion, successor: AgreementVersion, sign_in: Sign, make_user: Make
) -> None:
    recorded(chief, [clause(agreement, "2.2")], title="Notice by text message", what="Notice is sent by text.")
    recorded(chief, [clause(agreement, "1.1")], title="Untouched", what="Nothing of it changes.")
    url = reverse("contracts:compare") + f"?new={successor.public_id}"
    page = sign_in(chief).get(url).content.decode()
    assert "touch 1 entry of the ledger" in page
    assert "Notice by text message" in page
    assert "Untouched" not in page
    assert "of the ledger" not in sign_in(make_user("member")).get(url).content.decode()
