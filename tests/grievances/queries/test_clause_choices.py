"""Which clauses a case page offers, and with which words."""

import pytest

from contracts.services import indexing as clause_index
from grievances.queries import procedures
from unionops.platform.access.actors import acting

pytestmark = pytest.mark.django_db


def test_a_clause_found_shows_the_words_that_were_meant(clause, version, steward):
    clause.text = "The employer posts the rules. " * 20 + "Teachers keep one hour for preparation each day."
    clause.save()
    clause_index.index_version(version)
    with acting(steward):
        [(key, said)] = procedures.clause_choices(steward, "preparation hour", [], None)
        again = procedures.clause_choices(steward, "", [key], None)
    assert key == str(clause.public_id)
    assert "preparation" in said
    assert again[0][0] == key and again[0][1].startswith("9.1 Time limits: The employer posts")
