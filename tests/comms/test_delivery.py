"""One person, one message, whatever the mail server does."""

from __future__ import annotations

import datetime
import email
import email.policy
from collections.abc import Callable
from typing import Any

import pytest

from comms import delivery, queries
from comms.models import EntryState, Message, OutboxEntry, Send, SendState, State, Version
from comms.post import Answer, Fate
from comms.services import approving, consent, exporting, sending
from members.models import Person
from tests.comms.conftest import Sink
from unionops.platform.access.actors import acting
from unionops.platform.access.models import Local, User
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.errors import Transient
from unionops.platform.ops.models import MailServer, Security

pytestmark = pytest.mark.django_db


def sent_off(message: Message, by: User) -> Send:
    with acting(by):
        send = sending.schedule_send(by=by, message=message, hold=False)[0]
        return delivery.deliver(send)


def adds_up(send: Send) -> bool:
    totals = queries.totals(send)
    return sum(totals.values()) == send.audience and send.audience + sum(send.excluded.values()) == send.roster


def test_each_person_of_the_audience_gets_exactly_one(approved: Message, chair: User, sink: Sink) -> None:
    send = sent_off(approved, chair)
    assert sink.got == [f"anna{n}@example.org" for n in range(4)]
    assert (send.state, send.roster, send.audience) == (SendState.DONE, 6, 4)
    assert adds_up(send)
    approved.refresh_from_db()
    assert approved.state == State.SENT


def test_mail_is_personal_and_carries_the_one_click_link(approved: Message, chair: User, sink: Sink) -> None:
    sent_off(approved, chair)
    mail = email.message_from_bytes(sink.mails[0][1], policy=email.policy.default)
    assert mail["To"] == sink.mails[0][0]
    assert "Hello Anna0," in mail.get_body(("plain",)).get_content()
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


@pytest.mark.parametrize("name", ["Nurses, Local 12", "Enfermeras Peña", ""])
def test_mail_is_from_the_address_entered_on_the_page_mail(
    approved: Message, chair: User, sink: Sink, name: str, settings: Any
) -> None:
    MailServer.objects.create(
        pk=1,
        host="127.0.0.1",
        port=settings.EMAIL_PORT,
        security=Security.NONE,
        from_name=name,
        from_address="office@nurses.example",
        changed_by=chair,
    )
    settings.EMAIL_BACKEND = "unionops.platform.ops.mail.Backend"
    sent_off(approved, chair)
    mail = email.message_from_bytes(sink.mails[0][1], policy=email.policy.default)
    shown = mail["From"].addresses[0]
    assert (shown.display_name, shown.addr_spec) == (name or str(Local.current()), "office@nurses.example")
    assert mail["Message-ID"].endswith("@nurses.example>")


def test_after_years_addresses_go_and_every_count_still_adds_up(
    approved: Message, chair: User, sink: Sink, as_system: User
) -> None:
    send = sent_off(approved, chair)
    assert send.finished_at is not None
    failed, stopped = send.entries.order_by("pk")[:2]
    send.entries.filter(pk=failed.pk).update(state=EntryState.FAILED, detail="550 no mailbox a@b.example here")
    send.entries.filter(pk=stopped.pk).update(state=EntryState.SUPPRESSED, detail="said_no")
    before, later = queries.totals(send), send.finished_at + datetime.timedelta(days=1)
    assert sending.forget_addresses(by=as_system, before=send.finished_at) == 0
    assert sending.forget_addresses(by=as_system, before=later) == 4
    assert set(send.entries.values_list("address", "detail")) == {("", ""), ("", "said_no")}
    assert queries.totals(send) == before
    assert adds_up(send)


def test_second_run_sends_nothing_more(approved: Message, chair: User, sink: Sink) -> None:
    send = sent_off(approved, chair)
    with acting(chair):
        delivery.deliver(send)
    assert len(sink.mails) == 4


def test_what_was_leaving_when_the_process_died_is_in_doubt_and_not_sent_again(
    approved: Message, chair: User, sink: Sink
) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        delivery.begin(send, by=chair)
        first, second = send.entries.order_by("pk")[:2]
        OutboxEntry.objects.filter(pk=first.pk).update(state=EntryState.INFLIGHT, claimed_by="dead")
        OutboxEntry.objects.filter(pk=second.pk).update(state=EntryState.CLAIMED, claimed_by="dead")
        send = delivery.deliver(send)
    totals = queries.totals(send)
    assert (totals["unknown"], totals["sent"]) == (1, 3)
    assert first.address not in sink.got
    assert adds_up(send)


@pytest.mark.parametrize(("delivered", "mails"), [(True, 3), (False, 4)])
def test_a_person_settles_what_is_in_doubt(
    approved: Message, chair: User, sink: Sink, delivered: bool, mails: int
) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        delivery.begin(send, by=chair)
        send.entries.filter(pk=send.entries.order_by("pk")[0].pk).update(state=EntryState.INFLIGHT)
        delivery.deliver(send)
        assert sending.settle_unknown(by=chair, send=send, delivered=delivered) == 1
        delivery.deliver(Send.objects.get(pk=send.pk))
    assert len(sink.mails) == mails
    assert queries.totals(send)["sent"] == 4


def test_refused_address_fails_and_the_rest_goes_out(approved: Message, chair: User, sink: Sink) -> None:
    sink.refuse["anna1@example.org"] = "550 5.1.1 no such user"
    send = sent_off(approved, chair)
    totals = queries.totals(send)
    assert (totals["failed"], totals["sent"]) == (1, 3)
    assert send.entries.get(state="failed").detail.startswith("550")


def test_greylisted_address_waits_and_is_tried_again(approved: Message, chair: User, sink: Sink) -> None:
    sink.refuse["anna1@example.org"] = "451 4.7.1 try later"
    send = sent_off(approved, chair)
    waiting = send.entries.get(state="queued")
    assert waiting.next_try_at is not None
    assert send.state == SendState.SENDING
    sink.refuse.clear()
    send.entries.update(next_try_at=None)
    with acting(chair):
        send = delivery.deliver(send)
    assert (send.state, len(sink.mails)) == (SendState.DONE, 4)


def test_refusal_of_the_text_itself_is_a_refusal_not_a_doubt(approved: Message, chair: User, sink: Sink) -> None:
    sink.refuse_data["anna2@example.org"] = "554 5.7.1 looks like spam"
    totals = queries.totals(sent_off(approved, chair))
    assert (totals["failed"], totals["unknown"], totals["sent"]) == (1, 0, 3)


def test_nobody_answering_leaves_everything_waiting(approved: Message, chair: User, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        with pytest.raises(Transient):
            delivery.deliver(send)
    send.refresh_from_db()
    assert queries.totals(send)["queued"] == 4
    assert send.problem


def test_anything_unforeseen_is_told_on_the_page_until_mail_goes_out_again(
    approved: Message, chair: User, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        with monkeypatch.context() as broken:
            broken.setattr(delivery, "_one", lambda *parts: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                delivery.deliver(send)
        send.refresh_from_db()
        assert "tried again by itself" in send.problem
        done = delivery.deliver(Send.objects.get(pk=send.pk))
    assert done.problem == ""


def test_who_said_no_after_approval_is_left_out_and_counted(
    approved: Message, chair: User, sink: Sink, people: list[Person]
) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        delivery.begin(send, by=chair)
        entry = send.entries.get(person=people[2])
        consent.unsubscribe(by=chair, person=people[2].public_id, entry=entry.public_id)
        send = delivery.deliver(send)
    assert "anna2@example.org" not in sink.got
    assert queries.totals(send)["suppressed"] == 1
    assert adds_up(send)


def test_paused_send_keeps_its_queue_and_goes_on(approved: Message, chair: User, sink: Sink) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        sending.pause_send(by=chair, send=send)
        delivery.deliver(send)
        assert sink.mails == []
        sending.resume_send(by=chair, send=send)
        delivery.deliver(send)
    assert len(sink.mails) == 4


def test_stopped_send_counts_those_who_got_nothing(approved: Message, chair: User, sink: Sink) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        delivery.begin(send, by=chair)
        sending.stop_send(by=chair, send=send)
        delivery.deliver(Send.objects.get(pk=send.pk))
    assert sink.mails == []
    assert queries.totals(send)["suppressed"] == 4


def test_stopped_before_anything_left_says_so_and_may_go_after_a_new_approval(
    approved: Message, chair: User, officer: User, sink: Sink
) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        delivery.begin(send, by=chair)
        sending.stop_send(by=chair, send=send)
        message = Message.objects.get(pk=approved.pk)
        assert (message.state, queries.standing_approvals(message)) == (State.STOPPED, [])
        with pytest.raises(Problem, match="not approved"):
            sending.schedule_send(by=chair, message=message)
        approving.ask_approval(by=chair, message=message)
    with acting(officer):
        approving.approve(by=officer, message=message)
    with acting(chair):
        again = sending.schedule_send(by=chair, message=Message.objects.get(pk=message.pk), hold=False)[0]
        delivery.deliver(again)
    assert len(sink.mails) == 4
    assert Message.objects.get(pk=message.pk).state == State.SENT


def test_stopped_after_some_left_is_sent(approved: Message, chair: User, sink: Sink) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        delivery.begin(send, by=chair)
        send.entries.filter(pk=send.entries.first().pk).update(state=EntryState.SENT)
        sending.stop_send(by=chair, send=send)
    assert Message.objects.get(pk=approved.pk).state == State.SENT


def test_put_off_by_the_server_while_it_was_stopped_does_not_wait_for_ever(approved: Message, chair: User) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        delivery.begin(send, by=chair)
        entry = send.entries.filter(state=EntryState.QUEUED)[0]
        send.entries.filter(pk=entry.pk).update(state=EntryState.INFLIGHT, claimed_by="me")
        sending.stop_send(by=chair, send=send)
        delivery._settle({entry.pk: Answer(Fate.LATER, "450 try later")}, "me")
    totals = queries.totals(send)
    assert (totals["queued"], totals["suppressed"]) == (0, 4)


def test_left_in_hand_by_a_dead_sender_of_a_stopped_send_is_in_doubt(approved: Message, chair: User) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        delivery.begin(send, by=chair)
        in_hand, taken = send.entries.filter(state=EntryState.QUEUED)[:2]
        send.entries.filter(pk=in_hand.pk).update(state=EntryState.INFLIGHT, claimed_by="dead")
        sending.stop_send(by=chair, send=send)
        send.entries.filter(pk=taken.pk).update(state=EntryState.CLAIMED, claimed_by="dead")
        assert queries.due_sends() == [send.pk]
        delivery.deliver(Send.objects.get(pk=send.pk))
        assert queries.due_sends() == []
    totals = queries.totals(send)
    assert (totals["unknown"], totals["suppressed"], totals["queued"]) == (1, 3, 0)


def test_stopped_after_a_file_was_handed_out_is_not_called_unsent(approved: Message, chair: User) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        exporting.export_version(by=chair, version=send.version, file_format="mail_merge", purpose="by hand")
        sending.stop_send(by=chair, send=send)
    message = Message.objects.get(pk=approved.pk)
    assert (message.state, message.is_changeable) == (State.SENT, False)


def test_taken_back_within_the_minute_is_approved_again(approved: Message, chair: User, sink: Sink) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved)[0]
        sending.cancel_send(by=chair, send=send)
        send.refresh_from_db()
        assert (queries.totals(send)["suppressed"], queries.stopped(send)) == (send.audience, send.audience)
        again = sending.schedule_send(by=chair, message=Message.objects.get(pk=approved.pk), hold=False)[0]
        delivery.deliver(again)
    assert len(sink.mails) == 4


def test_taking_back_one_version_takes_back_the_message(
    make_message: Callable[..., Message], chair: User, officer: User
) -> None:
    """One press sent both: left to itself, the other would go out, and the message be called sent."""
    message = make_message(words="Come.", languages=["en", "es"])
    Version.objects.filter(message=message, language="es").update(body="Venga.", spoken_by=officer)
    with acting(chair):
        approving.ask_approval(by=chair, message=message)
    with acting(officer):
        approving.approve(by=officer, message=message)
    with acting(chair):
        first, second = sending.schedule_send(by=chair, message=message)
        sending.cancel_send(by=chair, send=second)
        again = sending.schedule_send(by=chair, message=Message.objects.get(pk=message.pk))
    first.refresh_from_db()
    assert (first.state, len(again)) == (SendState.STOPPED, 2)


def test_rate_limit_sends_one_at_a_time(
    approved: Message, chair: User, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False, per_minute=6000)[0]
        delivery.deliver(send)
    assert len(sink.mails) == 4


def test_address_with_a_second_one_inside_is_refused(
    approved: Message, chair: User, sink: Sink, people: list[Person], make_message: Callable[..., Message]
) -> None:
    with acting(chair):
        people[0].emails.update(address="anna0@example.org, evil@example.org")
        send = sent_off(approved, chair)
    assert sink.got == [f"anna{n}@example.org" for n in range(1, 4)]
    assert queries.totals(send)["failed"] == 1
