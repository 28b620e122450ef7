"""Defined terms in the reader, and the printed pages beside the text."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from contracts import queries
from contracts.models import AgreementVersion, Clause
from contracts.reading import defined, reader
from contracts.services import reading
from contracts.services.publishing import publish
from tests.contracts.conftest import Bring
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import User
from unionops.platform.files.services import store_upload

pytestmark = pytest.mark.django_db
Sign = Callable[[User], Client]
Make = Callable[..., User]
BOOK = """ARTICLE 1 - DEFINITIONS

Section 1. Pilot.
A person who holds a harbor licence.

Section 2. Terms.
"Work Day" means any day on which ferries run. “Emergency” shall mean a danger to life.

ARTICLE 2 - HOURS

Section 1. Notice.
The Agency gives each Pilot five Work Days of notice, see Article 1, except in an Emergency. A pilotage is no such thing.

Section 2. Swaps.
Pilots may swap. Any "Swap" is posted.
"""


@pytest.fixture
def by(local: object) -> Iterator[User]:
    with acting(system_actor()) as user:
        assert user is not None
        yield user


@pytest.fixture
def book(bring: Bring) -> AgreementVersion:
    return bring(BOOK, title="Ferry Book")


def test_terms_come_from_quoted_definitions_and_from_an_article_of_definitions(
    by: User, book: AgreementVersion
) -> None:
    found = {term.term: term for term in defined.terms_of(by, book)}
    assert set(found) == {"Pilot", "Work Day", "Emergency"}
    assert found["Emergency"].words.endswith("shall mean a danger to life.")
    assert found["Pilot"].words == "A person who holds a harbor licence."
    assert "1.2" in found["Work Day"].cite


def test_each_term_is_shown_once_in_a_clause_as_a_whole_word_and_not_in_its_own_definition(
    by: User, book: AgreementVersion
) -> None:
    clauses = queries.family(by, queries.clause_at(by, book, "2") or Clause())
    for clause in clauses:
        clause.version = book
    blocks = reader.blocks(by, clauses, None, defined.terms_of(by, book))
    shown = [(s.text, s.term.term) for b in blocks for line in b.paragraphs for s in line if s.term]
    assert shown == [("Pilot", "Pilot"), ("Work Days", "Work Day"), ("Emergency", "Emergency"), ("Pilots", "Pilot")]
    own = Clause.objects.get(version=book, label="1.2")
    own.version = book
    (block,) = reader.blocks(by, [own], None, defined.terms_of(by, book))
    assert not [s for line in block.paragraphs for s in line if s.term and s.term.clause_id == own.pk]


def test_page_carries_each_definition_for_keyboard_and_touch_without_inline_code(
    book: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    page = (
        sign_in(make_user("member")).get(reverse("contracts:reader", args=[book.agreement.slug, "2"])).content.decode()
    )
    assert 'popovertarget="term-' in page and 'class="dtip"' in page
    assert "a danger to life" in page and "onclick" not in page and "style=" not in page


def test_printed_pages_stand_beside_the_text_when_asked_for(
    by: User, make_user: Make, sign_in: Sign, shared: Path
) -> None:
    data = (shared / "data" / "agreements" / "pdf" / "afge3313_PHMSA-CBA-2020.pdf").read_bytes()
    upload = store_upload(by=by, file=data, name="book.pdf", purpose="agreement")
    version = reading.add_version(by=by, upload=upload, title="Printed Book")
    reading.read_version(version=version, by=by)
    publish(version=version, by=by, word=True)
    first = Clause.objects.filter(version=version, level="article").order_by("ordinal")[3]
    client = sign_in(make_user("member"))
    url = reverse("contracts:reader", args=[version.agreement.slug, first.anchor])
    alone, beside = client.get(url).content.decode(), client.get(url, {"beside": "1"}).content.decode()
    assert "beside=1" in alone and "rd-orig" not in alone
    sheet = reverse("files:page", args=[upload.public_id, first.page_start])
    assert 'class="rd-orig' in beside and sheet in beside and f'data-sheet="sheet-{first.page_start}"' in beside
