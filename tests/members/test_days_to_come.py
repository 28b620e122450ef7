"""Days that lie ahead are refused where a page says what has been."""

import datetime

import pytest
from django.utils import timezone

from members.forms import AssessmentForm, ConversationForm, EndMembershipForm, PersonForm, TalkForm

AHEAD = "The day lies ahead. Choose today or an earlier day; the roster says what is."


@pytest.mark.parametrize("form", [EndMembershipForm, TalkForm, ConversationForm, AssessmentForm])
def test_what_has_ended_or_was_said_is_of_a_day_that_has_come(form):
    """A membership with a last day next year made a former member of somebody today."""
    today = timezone.localdate()
    said = {"reason": "moved away", "question": "Strike vote", "score": 3, "heard": "shade", "on": today}
    assert "on" not in form(said).errors
    assert form(said | {"on": today + datetime.timedelta(days=1)}).errors["on"] == [AHEAD]


@pytest.mark.django_db
def test_nobody_has_died_on_a_day_to_come():
    form = PersonForm({"last_name": "Ito", "deceased_on": timezone.localdate() + datetime.timedelta(days=9)})
    assert form.errors["deceased_on"] == [AHEAD]
