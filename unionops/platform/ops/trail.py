"""Which events of the audit trail are about the box itself: accounts, sign-ins, models, mail, backups, keys."""

from __future__ import annotations

from django.db.models import Q

from unionops.platform.access.models import User

KINDS = (
    "access.User", "access.Local", "access.RoleAssignment", "access.Stewardship", "access.Invitation",
    "ai.ModelProfile", "jobs.Job", "ops.MailServer",
)  # fmt: skip
WITHOUT_A_TARGET = (
    "failed to sign in", "was refused the model by the guard", "fetched a model", "removed a model from the machine",
    "removed orphaned files", "deleted old jobs", "took a backup", "rehearsed restoring a backup",
    "downloaded a backup",
    "took a backup before an upgrade", "restored a backup",
    "forgot earlier signing keys", "sealed everything with new keys",
    "sealed the keys with a passphrase", "changed the passphrase of the keys", "opened the keys for good",
    "made a new recovery passphrase", "sent a test message", "mailed the trail's anchor", "put off a first step",
    "set how long things are kept",
)  # fmt: skip
"""Questions to the model, searches, refusals and exports of the trail are no part of it: they tell what people read."""


def about_the_box(user: User) -> Q:
    return Q(kind__in=KINDS) | Q(kind="", action__in=WITHOUT_A_TARGET)
