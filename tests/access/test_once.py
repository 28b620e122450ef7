"""One press, one deed: the same form sent again ends at the same page and does nothing twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.messages import get_messages
from django.core.cache import cache
from django.db import connection
from django.urls import reverse

from grievances.models import CaseNote
from tests.grievances.conftest import bound, case, grievant, procedure, steward, version
from unionops.platform.access import once

__all__ = ["bound", "case", "grievant", "procedure", "steward", "version"]
pytestmark = pytest.mark.django_db
FORM = {"csrfmiddlewaretoken": "mark-of-this-rendering", "text": "She called at noon."}


@pytest.fixture(autouse=True)
def _no_press_of_before(db):
    cache.clear()


@pytest.fixture
def press(case, sign_in, steward):
    client = sign_in(steward)
    url = reverse("grievances:do", args=[case.public_id, "note"])

    def go(**form):
        return client.post(url, {**FORM, **form})

    return go


def test_the_same_form_sent_again_ends_at_the_same_page(press):
    first, second = press(), press()
    assert (first.status_code, second.status_code) == (302, 302)
    assert second.headers["Location"] == first.headers["Location"].partition("?")[0]
    assert CaseNote.objects.count() == 1
    assert "not done a second time" in str(list(get_messages(second.wsgi_request))[-1])


def test_other_words_or_the_form_of_a_page_opened_anew_are_another_deed(press):
    press()
    press(text="She called again.")
    press(csrfmiddlewaretoken="mark-of-another-rendering")
    assert CaseNote.objects.count() == 3


def test_a_form_that_was_refused_may_be_sent_again(press):
    assert press(text="").status_code != 302
    assert press(text="").status_code != 302
    assert press().status_code == 302
    assert CaseNote.objects.count() == 1


def test_what_failed_is_tried_again(rf, steward):
    request = rf.post("/x/", FORM)
    request.user = steward

    def fails():
        raise ZeroDivisionError

    for _again in range(2):
        with pytest.raises(ZeroDivisionError):
            once.done_once(request, fails)


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_are_one_deed(press, bound):
    def one(_number):
        try:
            return press().status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        assert list(both.map(one, range(2))) == [302, 302]
    assert CaseNote.objects.count() == 1
