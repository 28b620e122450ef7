"""Every phase of work has a sentence for people, in their language, and nothing else of the program reaches the page."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from unionops.platform.access.models import Local
from unionops.platform.ai.pulling import phase_of
from unionops.platform.core.progress import Phase
from unionops.platform.jobs import phases
from unionops.platform.jobs.models import Job, State
from unionops.platform.jobs.templatetags.jobs import progress_context


def test_every_phase_has_its_sentence() -> None:
    said = [phases.sentence(phase) for phase in Phase]
    assert all(re.fullmatch(r"[A-Z][a-z ]+", sentence) for sentence in said), said
    assert len(set(said)) == len(said)


def test_a_word_of_another_version_is_not_shown() -> None:
    assert phases.sentence("pulling 8934d96d3f08") == phases.sentence("") == ""


def test_the_page_says_the_sentence_in_the_readers_language() -> None:
    job = Job(title="Reading", state=State.RUNNING, phase=Phase.VERIFYING)
    with override("en"):
        page = render_to_string("jobs/_progress.html", progress_context(job))
    with override("es"):
        otra = render_to_string("jobs/_progress.html", progress_context(job))
    assert "Checking every quotation" in page
    assert "Checking every quotation" not in otra
    assert "verifying" not in page


def asking(path: str) -> HttpRequest:
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    return request


@pytest.mark.django_db
def test_a_page_that_shows_the_result_does_not_lead_to_itself(local: Local) -> None:
    done = progress_context(Job(title="Reading", state=State.DONE, result_url="/contracts/versions/1/"))
    here, elsewhere = (
        render_to_string("jobs/_progress.html", done, request=asking(path))
        for path in ("/contracts/versions/1/", "/jobs/1/")
    )
    assert "Open the result" in elsewhere
    assert "Open the result" not in here


def test_what_ollama_says_while_it_fetches_becomes_ours() -> None:
    said = ["pulling manifest", "pulling 8934d96d3f08", "verifying sha256 digest", "writing manifest", "success"]
    fetching, checking = Phase.FETCHING, Phase.CHECKING
    assert [phase_of(one) for one in said] == [fetching, fetching, checking, checking, checking]
