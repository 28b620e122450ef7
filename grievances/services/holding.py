"""A legal hold: nothing of the case may go, by hand or by night, until somebody says why it ends."""

from __future__ import annotations

from django.db import transaction

from grievances.models import Matter
from unionops.platform.access.models import User
from unionops.platform.audit.services import record


@transaction.atomic
def hold(*, by: User, matter: Matter, reason: str) -> None:
    Matter.objects.filter(pk=matter.pk).update(litigation_hold=True)
    record(by, "put a case under a legal hold", matter, reason=reason)


@transaction.atomic
def release(*, by: User, matter: Matter, reason: str) -> None:
    Matter.objects.filter(pk=matter.pk).update(litigation_hold=False)
    record(by, "ended the legal hold of a case", matter, reason=reason)
