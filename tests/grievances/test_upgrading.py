"""After an upgrade that empties the index, clauses and cases are found again before anybody asks."""

import pytest

from grievances.queries import alike
from grievances.services import indexing
from unionops.platform.ops.preparing import after_migrating
from unionops.platform.search.models import Scope
from unionops.platform.search.queries import search

pytestmark = pytest.mark.django_db


def test_an_emptied_index_is_made_anew(case, clause, bound):
    clause.version.state = "published"
    clause.version.save(update_fields=["state"])
    Scope.objects.all().delete()
    for deed in after_migrating:
        deed()
    assert [hit.key for hit in search(alike.KIND, case.matter.title)] == [str(case.matter.public_id)]
    assert str(clause.public_id) in {hit.key for hit in search("clause", clause.text)}
    stamps = set(Scope.objects.values_list("stamp", flat=True))
    for deed in after_migrating:
        deed()
    assert set(Scope.objects.values_list("stamp", flat=True)) == stamps


def test_a_box_without_cases_gets_no_index(bound):
    indexing.rebuild_when_missing()
    assert not Scope.objects.exists()
