"""Erases a person's record, when no hold stands against it."""

import uuid
from argparse import ArgumentParser
from typing import Any

from members import queries
from members.services.erasing import erase_person
from unionops.platform.access.command import JsonCommand


class Command(JsonCommand):
    help = "Erase a person's record; the counts of past months stay."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("id", help="public id, employee number or member number")
        parser.add_argument("--reason", required=True)

    def perform(self, **options: Any) -> Any:
        person = queries.person_named(self.user, options["id"])
        public_id: uuid.UUID = person.public_id
        erase_person(by=self.user, person=person, reason=options["reason"])
        return {"erased": str(public_id)}
