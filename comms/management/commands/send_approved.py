"""Sends an approved message here and now, without Redis or a worker."""

from __future__ import annotations

import uuid
from argparse import ArgumentParser
from typing import Any

from comms import delivery, queries
from comms.models import Message, Send
from comms.services import sending
from unionops.platform.access.command import JsonCommand
from unionops.platform.core.problems import Problem


class Command(JsonCommand):
    help = "Send the e-mails of an approved message; call it again to go on after a stop."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("message", help="id of the message")
        parser.add_argument("--per-minute", type=int, default=0, help="at most so many a minute")

    def perform(self, *, message: str, per_minute: int, **options: Any) -> dict[str, Any]:
        row = self._message(message)
        sends = list(Send.objects.filter(version__message=row).exclude(state="stopped"))
        if not sends:
            sends = sending.schedule_send(by=self.user, message=row, per_minute=max(0, per_minute), hold=False)
        return {"message_id": str(row.public_id), "sends": [self._deliver(send) for send in sends]}

    def _message(self, text: str) -> Message:
        try:
            return queries.message(self.user, uuid.UUID(text))
        except (ValueError, Message.DoesNotExist) as error:
            raise Problem(
                "no_message", f"There is no message with the id {text}.", "Take the id from the address of its page."
            ) from error

    def _deliver(self, send: Send) -> dict[str, Any]:
        done = delivery.deliver(send)
        return {
            "send_id": str(done.public_id),
            "version": str(done.version),
            "state": done.state,
            "roster": done.roster,
            "audience": done.audience,
            "excluded": done.excluded,
            "entries": queries.totals(done),
        }
