"""An invented audience with every kind of gap, a message on its way, and a mail server that takes notes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from comms.models import Message
from comms.services import approving, briefs, editing
from members.models import EmailAddress, Person, PostalAddress, Segment, Standing
from tests.processes import free_port
from unionops.platform.access.actors import acting
from unionops.platform.access.models import Local, User

WORDS = "Hello {{ first_name }},\n\nPlease come to the meeting.\n\nThank you,\nLocal 12"


class Sink:
    """An SMTP server that keeps what it is given; `rules` may refuse, delay or break off by address."""

    def __init__(self) -> None:
        self.mails: list[tuple[str, bytes]] = []
        self.refuse: dict[str, str] = {}
        self.refuse_data: dict[str, str] = {}
        self.seconds = 0.0  # that a mail takes

    async def handle_EHLO(self, server: Any, session: Any, envelope: Any, name: str, said: list[str]) -> list[str]:
        session.host_name = name
        return [*said[:1], "250-PIPELINING", *said[1:]]  # as Postfix and Exim do

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if answer := self.refuse.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        address = envelope.rcpt_tos[0]
        await asyncio.sleep(self.seconds)
        if answer := self.refuse_data.get(address):
            return answer
        self.mails.append((address, envelope.content))
        return "250 OK"

    @property
    def got(self) -> list[str]:
        return sorted(address for address, _content in self.mails)


def _listening(handler: Sink) -> tuple[Controller, int]:
    """A port may be taken between the look and the server's start: then another one."""
    for _again in range(9):
        port = free_port()
        controller = Controller(handler, hostname="127.0.0.1", port=port, data_size_limit=10_000_000)
        with contextlib.suppress(OSError):
            controller.start()
            return controller, port
    raise AssertionError("no port to listen on")


@pytest.fixture
def sink(settings: Any) -> Iterator[Sink]:
    handler = Sink()
    controller, port = _listening(handler)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_TIMEOUT = 5
    settings.DEFAULT_FROM_EMAIL = "Local 12 <news@local12.example>"
    yield handler
    controller.stop()


@pytest.fixture
def chair(make_user: Callable[..., User]) -> User:
    return make_user("comms_chair", name="Cora Chair")


@pytest.fixture
def people(local: Local, as_system: User) -> list[Person]:
    """Six: four with an e-mail (one of them the employer's), one bad address, one without."""
    rows = []
    for number in range(6):
        person = Person.objects.create(
            first_name=f"Anna{number}",
            last_name=f"Zoran{number}",
            name_key=f"zoran{number} anna{number}",
            standing=Standing.MEMBER,
            in_unit=True,
            employee_number=str(1000 + number),
        )
        rows.append(person)
        PostalAddress.objects.create(person=person, street=f"{number} Elm St", city="Harmon", state="OH", zip="44101")
    for number in range(4):
        EmailAddress.objects.create(person=rows[number], address=f"anna{number}@example.org")
    EmailAddress.objects.create(person=rows[4], address="anna4@example.org", problem="bounced")
    return rows


@pytest.fixture
def segment(people: list[Person], chair: User) -> Segment:
    with acting(chair):
        return Segment.objects.create(name="Everyone", criteria=[], owner=chair)


@pytest.fixture
def make_message(segment: Segment, chair: User) -> Callable[..., Message]:
    """make_message(channels=[...]) -> a draft whose versions have words, with nothing open."""

    def make(channels: tuple[str, ...] = ("email",), words: str = WORDS, **brief: Any) -> Message:
        with acting(chair):
            message = briefs.start_message(
                by=chair,
                brief=briefs.BriefInput(
                    title="Come to the meeting",
                    purpose="Invite members to the meeting",
                    audiences=[{"label": "Everyone", "segment": str(segment.public_id)}],
                    channels=list(channels),
                    **brief,
                ),
            )
            for version in briefs.plan_versions(by=chair, message=message):
                editing.edit_version(by=chair, version=version, subject="Come to the meeting", preheader="", body=words)
            return message

    return make


@pytest.fixture
def make_approved(make_message: Callable[..., Message], chair: User, officer: User) -> Callable[[], Message]:
    def make() -> Message:
        message = make_message()
        with acting(chair):
            approving.ask_approval(by=chair, message=message)
        with acting(officer):
            approving.approve(by=officer, message=message)
        message.refresh_from_db()
        return message

    return make


@pytest.fixture
def approved(make_approved: Callable[[], Message]) -> Message:
    return make_approved()
