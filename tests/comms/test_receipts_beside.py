"""One person gets one version of a message by each way: the one in their language, the one for the smaller list."""

from __future__ import annotations

from collections import Counter

import pytest

from comms import queries
from comms.models import Message
from comms.queries.receipts import language_for
from comms.services import briefs
from members.models import Person, Segment
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User

pytestmark = pytest.mark.django_db


def written(by: User, klass: str, languages: list[str], *lists: Segment) -> Message:
    audiences = [{"label": row.name, "segment": str(row.public_id)} for row in lists]
    brief = briefs.BriefInput(
        title="Meeting", purpose="Come", klass=klass, channels=["email"], languages=languages, audiences=audiences
    )
    message = briefs.start_message(by=by, brief=brief)
    briefs.plan_versions(by=by, message=message)
    return message


def reached(by: User, message: Message) -> dict[str, list[str]]:
    found = {}
    for row in queries.versions(message):
        receipt = queries.receipt(by, row)
        assert receipt and receipt.roster == receipt.included + sum(receipt.excluded.values()) == len(
            receipt.people + receipt.left_out
        )
        found[f"{row.audience} {row.language}"] = [hit.person.first_name for hit in receipt.people]
    return found


def test_each_gets_it_once_in_their_language(segment: Segment, people: list[Person], chair: User) -> None:
    Person.objects.filter(pk=people[1].pk).update(language="Spanish")
    with acting(chair):
        found = reached(chair, written(chair, "representational", ["en", "es"], segment))
    assert found == {"Everyone en": ["Anna0", "Anna2", "Anna3"], "Everyone es": ["Anna1"]}


def test_english_of_a_legal_notice_reaches_everybody(segment: Segment, people: list[Person], chair: User) -> None:
    Person.objects.filter(pk=people[1].pk).update(language="Spanish")
    with acting(chair):
        found = reached(chair, written(chair, "legal_notice", ["en", "es"], segment))
    assert found == {"Everyone en": ["Anna0", "Anna1", "Anna2", "Anna3"], "Everyone es": ["Anna1"]}


def test_whoever_is_on_two_lists_gets_the_version_for_the_smaller(
    segment: Segment, people: list[Person], chair: User
) -> None:
    Person.objects.filter(pk__in=[people[0].pk, people[2].pk]).update(shift="night")
    with acting(chair):
        rule = [{"field": "shift", "op": "is", "values": ["night"]}]
        nights = Segment.objects.create(name="Nights", criteria=rule, owner=chair)
        message = written(chair, "representational", ["en"], segment, nights)
        found = reached(chair, message)
        everyone = next(row for row in queries.versions(message) if row.audience == "Everyone")
        receipt = queries.receipt(chair, everyone)
    assert found == {"Everyone en": ["Anna1", "Anna3"], "Nights en": ["Anna0", "Anna2"]}
    assert receipt and Counter(receipt.excluded)["other_list"] == 2
    assert ("other_list", "gets the version for a smaller list", 2) in queries.explained(receipt.excluded)


@pytest.mark.parametrize(
    ("said", "languages", "gets"),
    [
        ("Spanish", ["en", "es"], "es"), ("ESPAÑOL", ["en", "es"], "es"), ("es-MX", ["en", "es"], "es"),
        ("castellano", ["en", "es"], "es"), ("English, Spanish", ["en", "es"], "en"), ("inglés", ["es", "en"], "en"),
        ("", ["en", "es"], "en"), ("Tagalog", ["es", "en"], "en"), ("Estonian", ["en", "es"], "en"),
        ("English", ["es"], "es"),
    ],
)  # fmt: skip
def test_language_somebody_reads(said: str, languages: list[str], gets: str) -> None:
    assert language_for(said, languages) == gets


def test_marks_in_a_name_are_no_links_in_the_preview(segment: Segment, people: list[Person], chair: User) -> None:
    """The mail fills names in after the marks are read; the preview shows the same."""
    Person.objects.filter(pk=people[0].pk).update(first_name="[Ann](https://evil.example) <b>*x*</b>")
    with acting(chair):
        message = written(chair, "representational", ["en"], segment)
        version = queries.versions(message)[0]
        version.body = "**Hello** {{ first_name }}"
        shown = queries.preview(chair, version, 0)
    assert "<strong>Hello</strong> [Ann](https://evil.example) &lt;b&gt;*x*&lt;/b&gt;" in shown.html
    assert shown.text.startswith("Hello [Ann](https://evil.example) <b>*x*</b>")
