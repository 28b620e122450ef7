"""Personal e-mails through the outbox, against the plainest loop and Django's own sending; files of many people."""

from __future__ import annotations

import smtplib
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.template import Context, Template

from comms import delivery, links, outreach
from comms.models import Message, Send
from comms.services import approving, briefs, editing, sending
from members.models import EmailAddress, Person, PostalAddress, Segment
from members.reaching.audience import Reached
from tests.benchmarks.figures import Figures, ratio, seconds
from tests.processes import free_port
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import User

pytestmark = [pytest.mark.measure, pytest.mark.django_db(transaction=True)]
COUNT = 10_000
WORDS = "Hello {{ first_name }},\n\nPlease come to the meeting.\n\nThank you,\nYour local"
SECTION = "Messages"


@pytest.fixture
def port(settings: Any) -> Iterator[int]:
    number = free_port()
    root = Path(__file__).resolve().parents[2]
    server = subprocess.Popen([sys.executable, "-m", "tests.benchmarks.smtp_sink", str(number)], cwd=root)
    for _try in range(100):
        try:
            socket.create_connection(("127.0.0.1", number), 1).close()
            break
        except OSError:
            time.sleep(0.1)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", number
    settings.DEFAULT_FROM_EMAIL = "news@local12.example"
    yield number
    server.terminate()
    server.wait(10)


@pytest.fixture
def approved(make_user: Callable[..., User]) -> Message:
    chair, officer = make_user("comms_chair"), make_user("officer")
    with acting(system_actor()):
        rows = Person.objects.bulk_create(
            Person(first_name=f"A{n}", last_name=f"B{n}", name_key=f"b{n} a{n}", employee_number=str(n))
            for n in range(COUNT)
        )
        EmailAddress.objects.bulk_create(
            EmailAddress(person=row, address=f"p{n}@example.org") for n, row in enumerate(rows)
        )
        segment = Segment.objects.create(name="Everyone", criteria=[], owner=chair)
        audiences = [{"label": "Everyone", "segment": str(segment.public_id)}]
        brief = briefs.BriefInput(title="Come", purpose="Invite members to the meeting", audiences=audiences)
        message = briefs.start_message(by=chair, brief=brief)
        version = briefs.plan_versions(by=chair, message=message)[0]
        editing.edit_version(by=chair, version=version, subject="Come", preheader="", body=WORDS)
        approving.ask_approval(by=chair, message=message)
        approving.approve(by=officer, message=message)
    message.refresh_from_db()
    return message


def plainest(port: int) -> float:
    """One connection, one text, no database: what nobody can beat by much."""
    smtp = smtplib.SMTP("127.0.0.1", port)
    started = time.perf_counter()
    for n in range(COUNT):
        words = f"From: a@x.org\r\nTo: p{n}@example.org\r\nSubject: Come\r\n\r\nHello A{n},\r\n\r\nPlease come.\r\n"
        smtp.sendmail("a@x.org", [f"p{n}@example.org"], words)
    taken = time.perf_counter() - started
    smtp.quit()
    return taken


def djangos(send: Send, count: int) -> float:
    """The same mails, words and headers, the way Django offers: a template, both parts, `send_messages`, one connection."""
    mail_of = delivery.compiled(send).build
    one = message_from_bytes(
        mail_of(
            to="p@example.org", values={"first_name": "NAME"}, message_id="ID", date="D", unsubscribe="https://LINK"
        ),
        policy=policy.default,
    )
    assert isinstance(one, EmailMessage)
    text, marked = (_template(one, kind) for kind in ("plain", "html"))
    domain = delivery.compiled(send).letterhead.domain
    started = time.perf_counter()
    rows = []
    for n in range(count):
        link = f"https://{domain}/messages/stop/{'x' * 80}{n}/"
        said = Context({"name": f"A{n}", "link": link})
        headers = {
            "Message-ID": f"<{n}@{domain}>", "List-Unsubscribe": f"<{link}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }  # fmt: skip
        each = mail.EmailMultiAlternatives(
            "Come", text.render(said), one["From"], [f"p{n}@example.org"], headers=headers
        )
        each.attach_alternative(marked.render(said), "text/html")
        rows.append(each)
    mail.get_connection().send_messages(rows)
    return time.perf_counter() - started


def _template(one: EmailMessage, kind: str) -> Template:
    part = one.get_body((kind,))
    assert part is not None
    return Template(part.get_content().replace("NAME", "{{ name }}").replace("https://LINK", "{{ link }}"))


def test_ten_thousand_mails(approved: Message, port: int, figures: Figures) -> None:
    """Three rounds, each way in turn; the medians count."""
    links.unsubscriber()  # reads all addresses once, as a worker has long done
    with acting(system_actor()) as box:
        assert box is not None
        send = sending.schedule_send(by=box, message=approved, hold=False)[0]
        filling = once(lambda: delivery.begin(send, by=box))
        rounds = [(outbox(send), plainest(port), djangos(send, COUNT // 5) * 5) for _round in range(3)]
    ours, loop, theirs = (statistics.median(each) for each in zip(*rounds, strict=True))
    how = f"{COUNT:,} mails, one connection, a local sink that says yes and takes lines in one go, as Postfix does"
    figures(SECTION, "outbox to plainest smtplib loop", f"{ours / loop:.2f} x", how)
    figures(SECTION, "Django's send_messages to outbox", f"{theirs / ours:.2f} x", f"{how}; the same words and headers")
    figures(SECTION, "mails a second", f"{COUNT / ours:,.0f}", how)
    figures(SECTION, "filling the outbox", f"{filling:.1f} s", f"{COUNT:,} rows with merge values")


def outbox(send: Send) -> float:
    send.entries.update(state="queued", claimed_by="", sent_at=None)
    Send.objects.filter(pk=send.pk).update(state="sending", finished_at=None)
    due = Send.objects.get(pk=send.pk)
    taken = once(lambda: delivery.deliver(due))
    assert send.entries.filter(state="sent").count() == COUNT
    return taken


def job(count: int) -> outreach.Job:
    people = []
    for n in range(count):
        person = Person(first_name=f"A{n}", last_name=f"B{n}")
        place = PostalAddress(person=person, street=f"{n} Elm St", city="Harmon", state="OH", zip="44101")
        people.append((Reached(person, str(place), place), {"first_name": f"A{n}", "full_name": f"A{n} B{n}"}))
    words = "Dear {{ full_name }},\n\nPlease come to the meeting.\n\nYour local"
    return outreach.Job("Come", "Come", words, "en", people, "Local 12", "PO Box 1", "1 December 2026")


def test_files_of_many(figures: Figures) -> None:
    """Only the writing is timed; the people are there already."""
    many, some, few = job(100_000), job(10_000), job(1_000)
    figures(SECTION, "100,000 rows of mail merge", f"{once(lambda: outreach.mail_merge(many)):.2f} s", "CSV")
    figures(SECTION, "10,000 labels", f"{once(lambda: outreach.address_labels(some)):.2f} s", "Avery 5160, PDF")
    figures(
        SECTION, "1,000 letters, stamped", f"{once(lambda: outreach.letters(few)):.1f} s", "the words drawn once, PDF"
    )
    each = replace(few, body=few.body + "\n\n{{ first_name }}, we count on you.")
    figures(SECTION, "1,000 letters, reflowed", f"{once(lambda: outreach.letters(each)):.1f} s", "two children, PDF")


def test_mail_merge_against_pandas(figures: Figures) -> None:
    """The same columns of the same people, ours with the words filled in and cells guarded."""
    import pandas

    many = job(100_000)
    header, rows = outreach._merged(many)
    rows = list(rows)
    frame = pandas.DataFrame(rows, columns=list(header))
    found, ours, theirs = ratio(lambda: outreach.mail_merge(many), lambda: frame.to_csv(index=False).encode())
    figures(
        SECTION, "100,000 rows of mail merge to pandas", f"{found:.2f} x", f"{ours:.2f} s, {theirs:.2f} s for to_csv"
    )


def once(run: Callable[[], Any]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def test_message_bytes(figures: Figures) -> None:
    """Building one mail's bytes, against the standard library's."""
    compiled = delivery.mime.compile_mail(
        subject="Come {{ first_name }}", preheader="", body=WORDS, language="en", footer="Local 12",
        letterhead=delivery.mime.Letterhead("news@local12.example", "Local 12", "local12.example", ""),
    )  # fmt: skip

    def ours() -> None:
        for n in range(1000):
            compiled.build(to="p@example.org", values={"first_name": f"A{n}"}, message_id="m", date="now")

    def theirs() -> None:
        for n in range(1000):
            each = EmailMessage()
            each["Subject"], each["From"], each["To"] = f"Come A{n}", "news@local12.example", "p@example.org"
            each.set_content(WORDS)
            each.add_alternative(f"<p>{WORDS}</p>", subtype="html")
            each.as_bytes()

    figures(SECTION, "mail bytes, EmailMessage to ours", f"{seconds(theirs) / seconds(ours):.1f} x", "1,000 mails")
