"""Results of calls and texts, and the files they came in."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable

from django.db.models import QuerySet

from comms.models import OutcomeFile, OutreachResult, Result, State, Version
from members.models import Person
from members.queries import people
from unionops.platform.access.models import User

REPORTED = (State.APPROVED, State.SENDING, State.SENT, State.EXPORTED)


def outcome_files(user: User) -> QuerySet[OutcomeFile]:
    rows: QuerySet[OutcomeFile] = OutcomeFile.objects.visible_to(user, "comms.send")
    return rows.select_related("by", "version__message").defer("plan", "refused")


def outcome_file(user: User, public_id: uuid.UUID) -> OutcomeFile:
    """Raises OutcomeFile.DoesNotExist."""
    rows: QuerySet[OutcomeFile] = OutcomeFile.objects.visible_to(user, "comms.send")
    return rows.select_related("by", "version__message").get(public_id=public_id)


def reported_versions(user: User) -> QuerySet[Version]:
    """Versions somebody may have carried out by phone, text or on foot."""
    rows: QuerySet[Version] = Version.objects.visible_to(user, "comms.view")
    rows = rows.filter(message__state__in=REPORTED, channel__in=["sms", "phone", "email", "letter"])
    return rows.select_related("message").order_by("-message__changed_at")[:100]


def by_result(found: Iterable[str]) -> list[tuple[str, int]]:
    """(result in words, how many), in the order of the list, only those there are."""
    counts = Counter(found)
    return [(str(Result(code).label), counts[code]) for code in Result.values if counts[code]]


def results_by_version(version_ids: Iterable[int]) -> dict[int, list[tuple[str, int]]]:
    """What came back for each version; a person counts once, with the latest word."""
    rows = OutreachResult.objects.filter(version__in=list(version_ids)).order_by("pk")
    latest: dict[int, dict[int, str]] = {}
    for version_id, person_id, result in rows.values_list("version_id", "person_id", "result"):
        if version_id is not None:
            latest.setdefault(version_id, {})[person_id] = result
    return {key: by_result(people.values()) for key, people in latest.items()}


def names_by_id(user: User, ids: Iterable[str]) -> dict[str, str]:
    """Public id -> name, of those the user may see."""
    rows = people(user).filter(public_id__in=list(ids))
    return {str(row.public_id): row.sort_name for row in rows}


def outcomes_of(user: User, person: Person) -> list[OutreachResult]:
    """What came of reaching out to one person, for those who may see messages."""
    rows: QuerySet[OutreachResult] = OutreachResult.objects.visible_to(user, "comms.view")
    return list(rows.filter(person=person).select_related("version__message", "file")[:100])
