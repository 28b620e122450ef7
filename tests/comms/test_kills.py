"""Senders killed at random moments: the invariants of a send hold after each death."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from comms import queries
from comms.models import Message, Send
from comms.services import approving, sending
from members.models import EmailAddress, Person, Segment
from tests.comms import kills
from tests.comms.conftest import Sink
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import User

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def box(transactional_db: None) -> Iterator[User]:
    with acting(system_actor()) as user:
        assert user is not None
        yield user


def crowd(count: int) -> None:
    rows = Person.objects.bulk_create(
        Person(first_name="P", last_name=f"Q{n}", name_key=f"q{n} p", employee_number=f"9{n}") for n in range(count)
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(person=person, address=f"p{n}@example.org") for n, person in enumerate(rows)
    )


@pytest.mark.parametrize(
    ("count", "deaths"), [(300, 6), pytest.param(2000, 100, marks=pytest.mark.measure)], ids=["few", "many"]
)
def test_nobody_gets_two_and_nobody_is_silently_missed(
    count: int,
    deaths: int,
    make_message: Callable[..., Message],
    segment: Segment,
    chair: User,
    officer: User,
    sink: Sink,
    settings: Any,
    request: pytest.FixtureRequest,
) -> None:
    crowd(count)
    message = make_message()
    approving.ask_approval(by=chair, message=message)
    approving.approve(by=officer, message=message)
    send = sending.schedule_send(by=chair, message=message, hold=False)[0]

    found = kills.run(send.pk, settings.EMAIL_PORT, lambda: sink.got, lambda: queries.totals(send), deaths)
    send = Send.objects.get(pk=send.pk)
    assert found.doubled == 0
    assert found.silently_missed == 0
    assert send.audience == count + 4
    assert sum(found.states.values()) == send.audience
    assert found.states["unknown"] <= found.kills * 32
    assert found.states["sent"] + found.states["unknown"] == send.audience
    if request.node.get_closest_marker("measure"):
        keep = request.getfixturevalue("figures")
        said = f"{found.doubled} twice, {found.silently_missed} missed, {found.states['unknown']} in doubt"
        keep("Messages", "senders killed while sending", said, f"{found.kills} SIGKILLs, {send.audience:,} recipients")
