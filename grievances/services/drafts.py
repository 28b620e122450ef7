"""Intakes that are not finished: what was answered so far is kept until the case is opened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from grievances.models import IntakeDraft
from unionops.platform.access.models import User
from unionops.platform.audit.services import record


@transaction.atomic
def save_draft(*, by: User, answers: Mapping[str, Any], draft: IntakeDraft | None = None) -> IntakeDraft:
    """Keep the answers of an intake that is not finished."""
    row = draft or IntakeDraft(user=by)
    row.answers = dict(answers)
    row.save()
    if draft is None:
        record(by, "began an intake", row)
    return row


@transaction.atomic
def throw_away_draft(*, by: User, draft: IntakeDraft) -> None:
    record(by, "threw an intake draft away", draft)
    draft.delete()
