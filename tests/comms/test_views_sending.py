"""The pages of approving, sending, exporting and what the world sees of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comms import delivery, links
from comms.models import Export, Message, Send, SendState, State
from comms.services import approving, briefs, editing, sending
from members.models import ChannelConsent, Person
from tests.comms.conftest import WORDS, Sink
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.audit.models import Event

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


def page_url(message: Message) -> str:
    return reverse("comms:approve", args=[message.public_id])


def test_editing_saves_and_voids_the_approval(approved: Message, chair: User, sign_in: SignIn) -> None:
    version = approved.versions.get()
    url = reverse("comms:edit", args=[version.public_id])
    words = {"subject": "Come", "preheader": "", "body": WORDS + "\n\nBring a friend."}
    page = sign_in(chair).post(url, words, follow=True)
    approved.refresh_from_db()
    assert approved.state == State.DRAFT
    assert approved.approvals.filter(voided_at=None).count() == 0
    assert b"It must be approved anew." in page.content


def test_settings_that_stay_as_they_are_void_nothing(approved: Message, chair: User, sign_in: SignIn) -> None:
    client, url = sign_in(chair), reverse("comms:settings", args=[approved.public_id])
    assert b"It must be approved anew." not in client.post(url, {}, follow=True).content
    approved.refresh_from_db()
    assert approved.state == State.APPROVED
    assert b"It must be approved anew." in client.post(url, {"web": "on"}, follow=True).content
    approved.refresh_from_db()
    assert approved.state == State.DRAFT


def test_whole_way_from_asking_to_a_scheduled_send(
    make_message: Callable[..., Message], chair: User, officer: User, sign_in: SignIn
) -> None:
    message = make_message()
    first, second = sign_in(chair), sign_in(officer)
    first.post(reverse("comms:ask", args=[message.public_id]))
    page = second.get(reverse("comms:approve", args=[message.public_id]))
    second.post(reverse("comms:yes", args=[message.public_id]), {"digest": page.context["digest"]})
    message.refresh_from_db()
    assert message.state == State.APPROVED
    answer = first.post(reverse("comms:schedule", args=[message.public_id]), {"at": "", "per_minute": ""})
    send = Send.objects.get()
    assert answer.url == reverse("comms:sending", args=[send.public_id])
    assert (send.state, send.audience, send.roster) == (SendState.WAITING, 4, 6)
    first.post(reverse("comms:control", args=[send.public_id, "cancel"]))
    send.refresh_from_db()
    assert send.state == SendState.STOPPED


def test_writer_cannot_approve_own_words(make_message: Callable[..., Message], chair: User, sign_in: SignIn) -> None:
    message, client = make_message(), sign_in(chair)
    client.post(reverse("comms:ask", args=[message.public_id]))
    digest = client.get(reverse("comms:approve", args=[message.public_id])).context["digest"]
    client.post(reverse("comms:yes", args=[message.public_id]), {"digest": digest})
    message.refresh_from_db()
    assert message.state == State.IN_REVIEW


def test_approval_page_leads_to_those_left_out(approved: Message, chair: User, sign_in: SignIn) -> None:
    version = approved.versions.get()
    page = sign_in(chair).get(reverse("comms:approve", args=[approved.public_id]))
    assert reverse("comms:left-out", args=[version.public_id]) in page.content.decode()


def test_sending_page_shows_every_number(approved: Message, chair: User, sign_in: SignIn, sink: Sink) -> None:
    with acting(chair):
        send = delivery.deliver(sending.schedule_send(by=chair, message=approved, hold=False)[0])
    page = sign_in(chair).get(reverse("comms:sending", args=[send.public_id]))
    assert page.status_code == 200
    assert page.context["sum"] + page.context["left_out"] == send.roster == 6


def test_sending_page_tells_when_a_mail_that_was_put_off_is_tried_again(
    approved: Message, chair: User, sign_in: SignIn, sink: Sink
) -> None:
    sink.refuse["anna1@example.org"] = "451 4.7.1 try later"
    with acting(chair):
        send = delivery.deliver(sending.schedule_send(by=chair, message=approved, hold=False)[0])
    page = sign_in(chair).get(reverse("comms:sending", args=[send.public_id]))
    assert page.context["put_off"] == {"n": 1, "at": send.entries.get(state="queued").next_try_at}
    assert "The mail server of 1 person asked to wait." in page.content.decode()


def test_a_file_says_how_many_were_sent_the_words_already(
    approved: Message, chair: User, sign_in: SignIn, sink: Sink
) -> None:
    page, client = reverse("comms:export", args=[approved.versions.get().public_id]), sign_in(chair)
    assert b"by this program already" not in client.get(page).content
    with acting(chair):
        delivery.deliver(sending.schedule_send(by=chair, message=approved, hold=False)[0])
    assert f"{len(sink.got)} people were sent these words by this program already".encode() in client.get(page).content


def test_stopped_send_is_not_called_done(approved: Message, chair: User, sign_in: SignIn, sink: Sink) -> None:
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        delivery.begin(send, by=chair)
        sending.stop_send(by=chair, send=send)
    page = sign_in(chair).get(reverse("comms:sending", args=[send.public_id]))
    assert (page.context["stopped"], page.context["later_no"]) == (4, 0)
    assert "Stopped before it left" in page.content.decode()


def test_replies_are_noted_by_hand(approved: Message, chair: User, sign_in: SignIn, sink: Sink) -> None:
    with acting(chair):
        send = delivery.deliver(sending.schedule_send(by=chair, message=approved, hold=False)[0])
    sign_in(chair).post(reverse("comms:reply", args=[send.public_id]), {"text": "asked for a ride", "count": "3"})
    assert send.replies.get().count == 3


def test_message_is_sent_back_with_a_reason(
    make_message: Callable[..., Message], chair: User, officer: User, sign_in: SignIn
) -> None:
    message = make_message()
    with acting(chair):
        approving.ask_approval(by=chair, message=message)
    sign_in(officer).post(reverse("comms:send-back", args=[message.public_id]), {"reason": "Name the place"})
    message.refresh_from_db()
    assert message.state == State.DRAFT


def test_settings_ask_for_a_second_yes_and_message_can_be_given_up(
    make_message: Callable[..., Message], chair: User, sign_in: SignIn
) -> None:
    message, client = make_message(), sign_in(chair)
    client.post(reverse("comms:settings", args=[message.public_id]), {"money": "on"})
    message.refresh_from_db()
    assert message.approvals_needed == 2
    client.post(reverse("comms:cancel", args=[message.public_id]), {"reason": "overtaken"})
    message.refresh_from_db()
    assert message.state == State.CANCELLED


def test_test_mail_goes_to_oneself_only(
    make_message: Callable[..., Message], chair: User, sign_in: SignIn, sink: Sink
) -> None:
    version = make_message().versions.get()
    sign_in(chair).post(reverse("comms:test-send", args=[version.public_id]))
    assert sink.got == [chair.email]


def test_export_makes_a_file_and_leaves_a_manifest(approved: Message, chair: User, sign_in: SignIn) -> None:
    version = approved.versions.get()
    url = reverse("comms:export", args=[version.public_id])
    client = sign_in(chair)
    assert client.post(url, {"file_format": "mail_merge", "purpose": ""}).status_code == 422
    file = client.post(url, {"file_format": "mail_merge", "purpose": "our mail tool"})
    assert file["Content-Disposition"] == 'attachment; filename="mail-merge.csv"'
    assert file.content.count(b"\r\n") >= 5
    assert version.exports.get().count == 4


def test_link_in_a_mail_stops_them_without_sign_in(approved: Message, people: list[Person], chair: User) -> None:
    url = links.unsubscriber()(people[0].public_id, uuid.uuid4())
    path = url.removeprefix("http://127.0.0.1:8000")
    client = Client(enforce_csrf_checks=True)
    assert client.get(path).status_code == 200
    with acting(chair):
        assert ChannelConsent.objects.count() == 0
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    client.post(path)
    with acting(chair):
        assert ChannelConsent.objects.get().status == "revoked"


def test_forged_link_is_not_found(db: None) -> None:
    assert Client().get(reverse("comms:unsubscribe", args=["abc~def"])).status_code == 404


def test_web_copy_stands_only_when_the_message_went_out(approved: Message, chair: User, sign_in: SignIn) -> None:
    version = approved.versions.get()
    url = reverse("comms:web-copy", args=[version.public_id])
    page = reverse("comms:send", args=[approved.public_id])
    assert Client().get(url).status_code == 404
    Message.objects.filter(pk=approved.pk).update(has_web_copy=True)
    assert url not in sign_in(chair).get(page).content.decode()
    with acting(chair):
        Message.objects.filter(pk=approved.pk).update(state=State.SENT)
    assert url in sign_in(chair).get(page).content.decode()
    page = Client().get(url)
    assert b"Hello friend," in page.content


def test_once_it_went_out_only_another_person_puts_it_on_the_web(
    approved: Message, chair: User, officer: User, sign_in: SignIn
) -> None:
    copy = reverse("comms:web-copy", args=[approved.versions.get().public_id])
    show, off = (reverse(f"comms:{name}", args=[approved.public_id]) for name in ("show-on-web", "take-off-web"))
    sign_in(officer).post(show)
    assert Client().get(copy).status_code == 404, "nothing stands on the web before it went out"
    Message.objects.filter(pk=approved.pk).update(state=State.SENT)
    sign_in(chair).post(show)
    assert Client().get(copy).status_code == 404, "whoever wrote it asks another person"
    sign_in(officer).post(show)
    assert Client().get(copy).status_code == 200
    page = sign_in(chair).get(reverse("comms:send", args=[approved.public_id])).content.decode()
    assert copy in page and str(officer) in page, "those who said yes still stand there"
    sign_in(chair).post(off)
    sign_in(chair).post(off)
    assert Client().get(copy).status_code == 404
    assert Event.objects.filter(action__endswith="the web").count() == 2, "each change is on record once"


def test_who_said_yes_is_not_asked_again_where_two_must(
    make_message: Callable[..., Message], chair: User, officer: User, sign_in: SignIn
) -> None:
    message = make_message()
    with acting(chair):
        briefs.set_money_and_web(by=chair, message=message, is_about_money=True, has_web_copy=False)
        approving.ask_approval(by=chair, message=message)
    url, client = reverse("comms:approve", args=[message.public_id]), sign_in(officer)
    assert "Approve these words" in client.get(url).content.decode()
    client.post(reverse("comms:yes", args=[message.public_id]), {"digest": client.get(url).context["digest"]})
    page = client.get(url).content.decode()
    assert "You have said yes" in page and "Approve these words" not in page


def test_a_legal_notice_asks_for_its_letters_until_they_are_made(
    approved: Message, chair: User, sign_in: SignIn
) -> None:
    version = approved.versions.get()
    url = reverse("comms:send", args=[approved.public_id])
    Message.objects.filter(pk=approved.pk).update(state=State.SENT, klass="legal_notice")
    approved.versions.update(channel="letter")
    assert sign_in(chair).get(url).context["letters_due"] is True
    Export.objects.create(
        version=version, format="letters", purpose="post", by=chair, count=1, expires_at=timezone.now()
    )
    assert sign_in(chair).get(url).context["letters_due"] is False


def test_a_message_that_went_out_is_read_not_changed(approved: Message, chair: User, sign_in: SignIn) -> None:
    Message.objects.filter(pk=approved.pk).update(state=State.SENT)
    page = sign_in(chair).get(reverse("comms:versions", args=[approved.public_id])).content.decode()
    assert "Read the brief" in page
    assert "Change the brief" not in page and "Nothing is sent until" not in page
    assert ">Edit<" not in page


def test_message_with_mails_in_doubt_waits_for_whoever_sends_it(
    approved: Message, chair: User, sign_in: SignIn, sink: Sink
) -> None:
    with acting(chair):
        send = delivery.deliver(sending.schedule_send(by=chair, message=approved, hold=False)[0])
    entry = send.entries.filter(state="sent").first()
    assert entry is not None
    send.entries.filter(pk=entry.pk).update(state="unknown")
    rows = sign_in(chair).get(reverse("comms:list")).context["rows"]
    assert [acts for row, _goes, acts in rows if row.pk == approved.pk] == ["Whoever sends it: 1 in doubt"]
    assert b"1 in doubt" in sign_in(chair).get(reverse("comms:send", args=[approved.public_id])).content


def test_whoever_approves_sees_the_line_under_the_subject_and_the_open_remarks(
    make_message: Callable[..., Message], chair: User, officer: User, sign_in: SignIn
) -> None:
    message = make_message()
    version = message.versions.get()
    editing.edit_version(by=chair, version=version, subject="Come", preheader="Bring the map", body=version.body)
    editing.comment(by=chair, version=version, line=2, text="Say which meeting")
    page = sign_in(officer).get(reverse("comms:approve", args=[message.public_id])).content.decode()
    assert "Bring the map" in page
    assert "Remark on line 2" in page
    assert "Say which meeting" in page
    editing.settle_comment(by=chair, comment=version.comments.get())
    assert "Say which meeting" not in sign_in(officer).get(page_url(message)).content.decode()


def test_the_page_of_results_says_why_nobody_is_tracked(chair, approved, sign_in):
    page = sign_in(chair).get(reverse("comms:send", args=[approved.public_id])).content.decode()
    assert "We do not track who opens or clicks: members must be able to read union mail without being watched." in page


def test_whose_name_paper_cannot_show_is_said_before_letters_are_made(
    approved: Message, people: list[Person], chair: User, sign_in: SignIn
) -> None:
    Person.objects.filter(pk=people[0].pk).update(last_name="Zoran\ue9f3")
    page = reverse("comms:export", args=[approved.versions.get().public_id])
    client = sign_in(chair)
    assert "cannot show here" not in client.get(page).content.decode()
    approved.versions.update(channel="letter")
    told = client.get(page).content.decode()
    assert "cannot show here" in told
    assert "Zoran\ue9f3" in told
