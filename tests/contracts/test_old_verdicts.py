"""Verdicts of before: what a person said last about an answer is what stands on it after the change of tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from unionops.platform.access.models import User

BEFORE, AFTER = ("contracts", "0008_dropped_proposals"), ("contracts", "0009_one_verdict")
MODEL = ("ai", "0002_proposals_by_rule")
# verdict and own words on the question, then those on its newest answer, then what must stand there
CASES = [
    ("rejected", "", "accepted", "The model.", ("rejected", "")),
    ("edited", "Ten days.", "accepted", "The model.", ("edited", "Ten days.")),
    ("edited", "Ten days.", "edited", "Nine days.", ("edited", "Ten days.")),
    ("accepted", "", "suggested", "", ("accepted", "The model.")),
    ("suggested", "", "suggested", "", ("suggested", "")),
    ("suggested", "", "accepted", "The model.", None),
]


def migrated(to: tuple[str, str]) -> Any:
    executor = MigrationExecutor(connection)
    executor.migrate([to])
    return MigrationExecutor(connection).loader.project_state([to, MODEL]).apps


def said_by(person: User, review: str) -> dict[str, Any]:
    return {"reviewed_by_id": person.pk if review != "suggested" else None}


@pytest.fixture
def newest() -> Iterator[None]:
    """The tables are the newest again for whatever test comes after."""
    yield
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("newest")
def test_the_last_word_on_an_answer_survives_the_change_of_tables(officer: User) -> None:
    old = migrated(BEFORE)
    question, output = old.get_model("contracts", "Question"), old.get_model("ai", "AIOutput")
    for at, (review, answer, before, final, _then) in enumerate(CASES):
        row = question.objects.create(
            text=str(at), asked_by_id=officer.pk, review=review, answer=answer, **said_by(officer, review)
        )
        about = {"kind": "contracts.answer", "about_kind": "contracts.Question", "about_id": row.public_id}
        output.objects.create(text="The model.", review=before, final_text=final, **about, **said_by(officer, before))
    new = migrated(AFTER)
    rows = new.get_model("contracts", "Question").objects.select_related("output").order_by("text")
    found = [row.output and (row.output.review, row.output.final_text) for row in rows]
    assert found == [then for *_said, then in CASES]
