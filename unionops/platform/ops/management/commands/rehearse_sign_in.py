"""`manage.py rehearse_sign_in`: what a rehearsal asks of the copy it unpacked; refused everywhere else."""

from typing import Any

from unionops.platform.access.command import JsonCommand
from unionops.platform.ops.backups import rehearsing


class Command(JsonCommand):
    help = "Signs somebody made up in to the copy of a rehearsal, which is then thrown away. Refused on a box in use."

    def perform(self, **options: Any) -> dict[str, Any]:
        return {"signed_in": rehearsing.sign_in()}
