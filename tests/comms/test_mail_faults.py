"""The mail server breaks off, goes away and comes back in the middle of a batch; hostile names and words on the way."""

from __future__ import annotations

import asyncio
import csv
import email
import email.policy
import io
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from comms import delivery, outreach, queries
from comms.models import Message, Send, SendState
from comms.services import approving, sending
from members.models import Person, Phone
from members.reaching.audience import Reached
from tests.comms.conftest import Sink
from tests.processes import free_port
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.errors import Transient

pytestmark = pytest.mark.django_db
AT = "anna2@example.org"  # the third of four: the second group has begun


class Fickle(Sink):
    """Breaks once, when it hears of AT: at its address or in its words, and may stop listening as well."""

    where, leaves = "", False
    controller: Controller
    instead_of: int  # the port of the server that works

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address == AT and self.where == "address":
            return self._break(server)
        return await super().handle_RCPT(server, session, envelope, address, options)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if envelope.rcpt_tos == [AT] and self.where == "words":
            return self._break(server)
        return await super().handle_DATA(server, session, envelope)

    def _break(self, server: Any) -> str:
        self.where = ""
        if self.leaves:
            listening: asyncio.Server = self.controller.server  # type: ignore[assignment]
            listening.close()
        server.transport.abort()
        return "421 gone"


@pytest.fixture
def fickle(sink: Sink, settings: Any) -> Iterator[Fickle]:
    """A second server that breaks, on a port of its own."""
    handler = Fickle()
    handler.instead_of, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    handler.controller = Controller(handler, hostname="127.0.0.1", port=settings.EMAIL_PORT)
    handler.controller.start()
    yield handler
    handler.controller.stop(no_assert=True)


def scheduled(message: Message, by: User) -> Send:
    return sending.schedule_send(by=by, message=message, hold=False)[0]


def again(send: Send) -> Send:
    """What the sweep does later, without the wait."""
    send.entries.update(next_try_at=None)
    return delivery.deliver(Send.objects.get(pk=send.pk))


def test_line_cut_before_the_words_is_no_doubt(approved: Message, chair: User, fickle: Fickle) -> None:
    fickle.where = "address"
    with acting(chair):
        send = delivery.deliver(scheduled(approved, chair))
        assert (queries.totals(send)["sent"], queries.totals(send)["queued"]) == (3, 1)
        send = again(send)
    assert send.state == SendState.DONE
    assert Counter(fickle.got) == {f"anna{n}@example.org": 1 for n in range(4)}


def test_line_cut_in_the_words_leaves_one_in_doubt_and_the_rest_goes_out(
    approved: Message, chair: User, fickle: Fickle
) -> None:
    fickle.where = "words"
    with acting(chair):
        send = again(delivery.deliver(scheduled(approved, chair)))
    totals = queries.totals(send)
    assert (totals["sent"], totals["unknown"], sum(totals.values())) == (3, 1, send.audience)
    assert send.entries.get(state="unknown").address == AT
    assert AT not in fickle.got


@pytest.mark.parametrize(("where", "unknown"), [("address", 0), ("words", 1)])
def test_server_that_goes_away_in_a_batch_is_met_again_and_nobody_gets_two(
    where: str, unknown: int, approved: Message, chair: User, fickle: Fickle, settings: Any, sink: Sink
) -> None:
    fickle.where, fickle.leaves = where, True
    with acting(chair):
        send = scheduled(approved, chair)
        with pytest.raises(Transient):
            delivery.deliver(send)
        assert Send.objects.get(pk=send.pk).problem
        settings.EMAIL_PORT = fickle.instead_of  # the first server answers
        send = again(send)
        send = again(send)
    totals = queries.totals(send)
    assert (totals["sent"], totals["unknown"], totals["queued"]) == (4 - unknown, unknown, 0)
    assert max(Counter(fickle.got + sink.got).values()) == 1
    assert len(fickle.got + sink.got) == totals["sent"]


def test_hostile_name_reaches_one_person_as_text(
    make_approved: Callable[[], Message], people: list[Person], chair: User, sink: Sink
) -> None:
    with acting(chair):
        people[0].first_name = '=HYPERLINK("http://evil")<script>alert(1)</script>\r\nBcc: evil@example.org'
        people[0].save()
        delivery.deliver(scheduled(make_approved(), chair))
    assert sink.got == [f"anna{n}@example.org" for n in range(4)]
    mail = email.message_from_bytes(dict(sink.mails)["anna0@example.org"], policy=email.policy.default)
    assert mail["Bcc"] is None and mail["To"] == "anna0@example.org"
    page = mail.get_body(("html",)).get_content()
    assert "<script" not in page and "&lt;script&gt;" in page


@pytest.mark.parametrize("write", [outreach.call_list, outreach.mail_merge])
def test_formula_in_a_name_is_text_in_a_file_for_people(write: Callable[..., Any]) -> None:
    person = Person(first_name="=cmd|' /C calc'!A0", last_name="@SUM(1)")
    to = Reached(person, "5555550142", Phone(person=person))
    job = outreach.Job(
        "C", "C", "Hi {{ first_name }}", "en", [(to, {})], "Local 12", "PO Box 1", "today", channel="sms"
    )
    rows = list(csv.reader(io.StringIO(write(job).content.decode())))
    assert any("cmd|" in cell for cell in rows[1])
    assert not [cell for cell in rows[1] if cell.startswith(("=", "@"))]


@pytest.mark.parametrize("typed", ["{{ grievance }}", "{{ case_number }}", "{{ person.notes }}"])
def test_field_that_asks_for_more_than_a_name_stops_the_message(
    typed: str, make_message: Callable[..., Message], chair: User
) -> None:
    message = make_message(words=f"Hello {{{{ first_name }}}},\n\nPlease come. {typed}\n\nThank you,\nLocal 12")
    with acting(chair), pytest.raises(Problem):
        approving.ask_approval(by=chair, message=message)


@pytest.mark.parametrize("typed", ["{% now 'Y' %}", "{% load static %}", "{0.mro}"])
def test_language_of_templates_is_never_run(typed: str, make_message: Callable[..., Message], chair: User) -> None:
    words = f"Hello {{{{ first_name }}}},\n\nPlease come. {typed}\n\nThank you,\nLocal 12"
    version = make_message(words=words).versions.get()
    with acting(chair):
        shown = queries.preview(chair, version, 0)
    assert typed in shown.text
