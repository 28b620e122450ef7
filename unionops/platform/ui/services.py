"""Deeds of the frame: keep how somebody likes to read."""

from dataclasses import asdict

from django.db import transaction

from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.ui.models import Preference
from unionops.platform.ui.reading import Reading


@transaction.atomic
def keep_reading(*, user: User, reading: Reading, language: str) -> Preference:
    """Store the preferences with the account, so that the next device has them too."""
    values = {name: value for name, value in asdict(reading).items() if value}
    row, _created = Preference.objects.update_or_create(user=user, defaults={"values": values, "language": language})
    record(user, "changed reading settings", row, fields=sorted(values))
    return row
