"""The one reader of sensitive fields: a page, a form, an export and a prompt all ask here."""

from __future__ import annotations

from typing import Any

from unionops.platform.access.models.people import User
from unionops.platform.access.policy import may, policy

HIDDEN = None


def present(user: User, row: Any, field: str) -> Any:
    """The field's value, or None when the viewer's office does not need it.

    A model names its sensitive fields: `sensitive_fields = {"home_address": "field:home_address"}`;
    scopes 'own' and 'unit' are checked against the row itself.
    """
    capability = getattr(type(row), "sensitive_fields", {}).get(field)
    if capability is None or _may_read(user, row, capability):
        return getattr(row, field)
    return HIDDEN


def _may_read(user: User, row: Any, capability: str) -> bool:
    if policy.scope(user, capability) == "all":
        return True
    if not may(user, capability):
        return False
    return bool(type(row).objects.visible_to(user, capability).filter(pk=row.pk).exists())
