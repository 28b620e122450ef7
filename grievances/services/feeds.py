"""Private calendar addresses: one per person, only the hash of the secret is kept."""

from __future__ import annotations

import hashlib
import secrets

from django.db import transaction

from grievances.models import CalendarFeed
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.audit.services import record


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def new_address(*, by: User) -> str:
    """The secret part of a new address; shown once. An address made before stops working."""
    token = secrets.token_urlsafe(32)
    CalendarFeed.objects.filter(user=by).delete()
    CalendarFeed.objects.create(user=by, token_hash=_hash(token))
    record(by, "made a calendar address")
    return token


@transaction.atomic
def switch_off(*, by: User) -> None:
    CalendarFeed.objects.filter(user=by).delete()
    record(by, "switched a calendar address off")


def has_address(user: User) -> bool:
    return CalendarFeed.objects.filter(user=user).exists()


def owner(token: str) -> User | None:
    """Whose address this is, while they are active and still work on cases."""
    row = CalendarFeed.objects.select_related("user").filter(token_hash=_hash(token)).first()
    if row is None or not row.user.is_active or not may(row.user, "grievances.view"):
        return None
    return row.user
