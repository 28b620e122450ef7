"""Which events of the audit trail are about messages and their sending."""

from __future__ import annotations

from django.db.models import Q

from unionops.platform.access.models import User

WITHOUT_A_TARGET = (
    "read returned mail", "let go of the candidates of old elections", "let go of files of results nobody took in",
    "let go of the addresses of old sends",
)  # fmt: skip


def about_sends(user: User) -> Q:
    return Q(kind__startswith="comms.") | Q(kind="", action__in=WITHOUT_A_TARGET)
