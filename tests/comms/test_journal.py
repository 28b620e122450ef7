"""After a death the sender's own note tells what had left; without a note nobody guesses."""

from __future__ import annotations

from typing import Any

import pytest

from comms import delivery, journal
from comms.models import EntryState, Message, OutboxEntry, Send
from comms.post import Answer, Fate
from comms.services import sending
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User

pytestmark = pytest.mark.django_db
DEAD = "box:1:abc"


@pytest.fixture
def leaving(approved: Message, chair: User, settings: Any, tmp_path: Any) -> list[OutboxEntry]:
    """Four rows a sender had marked as leaving when it died."""
    settings.DATA_DIR = tmp_path
    with acting(chair):
        send = sending.schedule_send(by=chair, message=approved, hold=False)[0]
        delivery.begin(send, by=chair)
    send.entries.update(state=EntryState.INFLIGHT, claimed_by=DEAD)
    return list(send.entries.order_by("pk"))


def note(rows: list[OutboxEntry]) -> None:
    """The first was taken, the second refused, the third was in hand, the fourth had not begun."""
    with pytest.raises(RuntimeError), journal.kept(DEAD) as kept:
        kept.begins(rows[0].pk)
        kept.ended(rows[0].pk, Answer(Fate.SENT))
        kept.begins(rows[1].pk)
        kept.ended(rows[1].pk, Answer(Fate.REFUSED, "550 no such box"))
        kept.begins(rows[2].pk)
        raise RuntimeError("died")


def states(rows: list[OutboxEntry]) -> list[str]:
    return list(OutboxEntry.objects.filter(pk__in=[r.pk for r in rows]).order_by("pk").values_list("state", flat=True))


def test_only_the_mail_in_hand_is_in_doubt(leaving: list[OutboxEntry]) -> None:
    note(leaving)
    assert delivery.recover(Send.objects.get()) == 1
    assert states(leaving) == ["sent", "failed", "unknown", "queued"]


def test_without_a_note_all_are_in_doubt(leaving: list[OutboxEntry]) -> None:
    assert delivery.recover(Send.objects.get()) == 4


def test_sender_that_still_lives_is_not_believed_dead(leaving: list[OutboxEntry]) -> None:
    with journal.kept(DEAD) as kept:
        kept.begins(leaving[0].pk)
        assert delivery.recover(Send.objects.get()) == 4


def test_note_of_another_boot_is_not_believed(leaving: list[OutboxEntry], monkeypatch: pytest.MonkeyPatch) -> None:
    note(leaving)
    monkeypatch.setattr(journal, "_boot", lambda: "another")
    assert delivery.recover(Send.objects.get()) == 4


def test_line_cut_by_the_death_counts_as_not_written(leaving: list[OutboxEntry], tmp_path: Any) -> None:
    note(leaving)
    path = next((tmp_path / "outbox").glob("*.log"))
    path.write_text(path.read_text() + f"[{leaving[3].pk}")
    delivery.recover(Send.objects.get())
    assert states(leaving)[3] == "queued"


def test_note_goes_when_the_sender_ends_well(settings: Any, tmp_path: Any) -> None:
    settings.DATA_DIR = tmp_path
    with journal.kept(DEAD):
        pass
    assert list((tmp_path / "outbox").iterdir()) == []
