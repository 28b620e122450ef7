"""Searching the roster from an intake says when nobody is found."""

import pytest
from django.urls import reverse

from grievances.services import drafts
from unionops.platform.access.actors import acting

pytestmark = pytest.mark.django_db


def test_a_search_that_finds_nobody_says_so_and_one_that_finds_somebody_does_not(steward, grievant, sign_in):
    with acting(steward):
        draft = drafts.save_draft(by=steward, answers={"what": {"title_text": "Gate closed"}})
    client, url = sign_in(steward), reverse("grievances:intake-page", args=[draft.public_id, "who"])

    def asked(words):
        return client.post(url, {"q": words, "search": "1", "scope": "individual"}).content.decode()

    assert "Nobody found." in asked("zzyzx")
    assert "Nobody found." not in asked("rivera")
    assert "Nobody found." not in client.get(url).content.decode()
