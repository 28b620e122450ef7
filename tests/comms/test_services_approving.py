"""Another person says yes to exactly these words, and any change takes it back."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from comms import queries
from comms.models import Message, State
from comms.services import approving, briefs, editing, sending
from members.models import Segment
from tests.comms.conftest import WORDS
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem

pytestmark = pytest.mark.django_db


def refusal(code: str) -> object:
    return pytest.raises(Problem, check=lambda problem: problem.code == code)


def test_open_findings_stand_in_the_way(make_message: Callable[..., Message], chair: User) -> None:
    message = make_message(words=WORDS + "\n\nThe room is [insert room].")
    with acting(chair), refusal("open_findings"):
        approving.ask_approval(by=chair, message=message)


def test_whoever_changed_the_words_cannot_approve_them(
    make_message: Callable[..., Message], chair: User, officer: User
) -> None:
    message = make_message()
    with acting(officer):
        editing.edit_version(
            by=officer, version=message.versions.get(), subject="Come", preheader="", body=WORDS + "\n\nBring a friend."
        )
        approving.ask_approval(by=officer, message=message)
        with refusal("same_person"):
            approving.approve(by=officer, message=message)
    with acting(chair), refusal("same_person"):
        approving.approve(by=chair, message=message)


def test_yes_to_words_that_changed_meanwhile_is_refused(
    make_message: Callable[..., Message], chair: User, officer: User
) -> None:
    message = make_message()
    with acting(officer):
        shown = queries.digest(message)
        editing.edit_version(by=chair, version=message.versions.get(), subject="Other", preheader="", body=WORDS)
        message.refresh_from_db()
        approving.ask_approval(by=chair, message=message)
        with refusal("changed"):
            approving.approve(by=officer, message=message, digest=shown)


def test_money_needs_two_other_people(
    make_message: Callable[..., Message], chair: User, officer: User, make_user: Callable[..., User]
) -> None:
    message = make_message()
    with acting(chair):
        briefs.set_money_and_web(by=chair, message=message, is_about_money=True, has_web_copy=False)
        approving.ask_approval(by=chair, message=message)
        approving.approve(by=officer, message=message)
        message.refresh_from_db()
        assert message.state == State.IN_REVIEW
        with refusal("twice"):
            approving.approve(by=officer, message=message)
        approving.approve(by=make_user("officer"), message=message)
    message.refresh_from_db()
    assert message.state == State.APPROVED


def test_last_yes_freezes_the_audience(approved: Message) -> None:
    snapshot = approved.versions.get().snapshot
    assert (snapshot.roster, len(snapshot.people), sum(snapshot.excluded.values())) == (6, 4, 2)


@pytest.mark.parametrize("change", ["words", "brief", "list", "version"])
def test_any_change_takes_the_approval_back(change: str, approved: Message, chair: User, segment: Segment) -> None:
    version = approved.versions.get()
    with acting(chair):
        if change == "words":
            editing.edit_version(by=chair, version=version, subject="x", preheader="", body=WORDS)
        elif change == "brief":
            brief = briefs.BriefInput(title="T", purpose="Another purpose")
            briefs.change_brief(by=chair, message=approved, brief=brief)
        elif change == "list":
            Segment.objects.filter(pk=segment.pk).update(
                criteria=[{"field": "member", "op": "is", "values": ["yes"], "negated": False}]
            )
        else:
            approved.brief.channels = ["email", "sms"]
            briefs.plan_versions(by=chair, message=approved)
        approved.refresh_from_db()
        with refusal("not_approved"):
            sending.schedule_send(by=chair, message=approved, hold=False)


def test_same_words_again_change_nothing(approved: Message, chair: User) -> None:
    version = approved.versions.get()
    with acting(chair):
        editing.edit_version(by=chair, version=version, subject=version.subject, preheader="", body=version.body)
    approved.refresh_from_db()
    assert approved.state == State.APPROVED


def test_words_stand_once_the_message_is_on_its_way(approved: Message, chair: User) -> None:
    with acting(chair):
        sending.schedule_send(by=chair, message=approved)
        version = approved.versions.get()
        with refusal("not_changeable"):
            editing.edit_version(by=chair, version=version, subject="x", preheader="", body="y")


def test_finding_that_blocks_cannot_be_kept(make_message: Callable[..., Message], chair: User) -> None:
    message = make_message(words=WORDS + "\n\nHe said “nobody may ever refuse this”.")
    version = message.versions.get()
    with acting(chair):
        finding = next(f for row in queries.checked(chair, message) for f in row.findings if f.code == "quote")
        with refusal("not_keepable"):
            editing.keep_finding(by=chair, version=version, key=finding.key, reason="because")


def test_kept_finding_opens_the_way(make_message: Callable[..., Message], chair: User) -> None:
    message = make_message(words=WORDS + "\n\nMaria Lopez will speak.")
    version = message.versions.get()
    with acting(chair):
        finding = queries.checked(chair, message)[0].findings[0]
        with refusal("no_reason"):
            editing.keep_finding(by=chair, version=version, key=finding.key, reason=" ")
        editing.keep_finding(by=chair, version=version, key=finding.key, reason="She agreed")
        approving.ask_approval(by=chair, message=message)
    assert message.state == State.IN_REVIEW


def test_legal_notice_needs_a_letter(make_message: Callable[..., Message], chair: User) -> None:
    message = make_message(klass="legal_notice")
    with acting(chair), refusal("needs_letter"):
        approving.ask_approval(by=chair, message=message)


def test_what_went_out_is_read_as_of_the_day_it_left(approved: Message, chair: User) -> None:
    left = timezone.now() - datetime.timedelta(days=30)
    approved.state, approved.planned_for = State.SENT, left
    with acting(chair):
        assert queries.ground(chair, approved).today == timezone.localtime(left).date()
        approved.state = State.APPROVED
        assert queries.ground(chair, approved).today == timezone.localdate()
