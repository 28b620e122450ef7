"""One-on-ones and where people stand, with what was noted before a correction, as far as the reader may see."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from members.models import Assessment, Conversation, EarlierNote, Person
from unionops.platform.access.models import User
from unionops.platform.access.policy import may, policy

Note = Conversation | Assessment
KINDS: dict[str, type[Note]] = {EarlierNote.Kind.TALK: Conversation, EarlierNote.Kind.ASSESSMENT: Assessment}


def conversations(user: User, who: Person) -> QuerySet[Conversation]:
    rows: QuerySet[Conversation] = Conversation.objects.visible_to(user, "members.organize")
    return rows.filter(person=who).select_related("by")


def open_promises(user: User) -> QuerySet[Conversation]:
    """Talks after which somebody is to come back and has not, the most overdue first.

    A promise of one's own stays in sight, also to somebody of a walk list outside one's own places.
    """
    seen = Conversation.objects.visible_to(user, "members.organize").values("pk")
    mine = Q(by=user) if may(user, "members.organize") else Q(pk__in=[])
    rows: QuerySet[Conversation] = Conversation.objects.filter(Q(pk__in=seen) | mine)
    rows = rows.filter(followed_up=False, follow_up_on__isnull=False, person__erased_at=None)
    return rows.select_related("person", "by").order_by("follow_up_on", "id")


def assessments(user: User, who: Person) -> QuerySet[Assessment]:
    rows: QuerySet[Assessment] = Assessment.objects.visible_to(user, "members.organize")
    return rows.filter(person=who)


def earlier(user: User, who: Person) -> QuerySet[EarlierNote]:
    """What was corrected or taken back."""
    rows: QuerySet[EarlierNote] = EarlierNote.objects.visible_to(user, "members.organize")
    return rows.filter(person=who).select_related("by")


def withdrawn(earlier: Iterable[EarlierNote]) -> set[UUID]:
    """Which notes were taken back as a whole; what they said, before a correction too, may be about somebody else."""
    return {before.note for before in earlier if before.is_removed}


def note(user: User, kind: str, public_id: UUID) -> Note | None:
    """A talk or an assessment that the reader may correct."""
    if kind not in KINDS or not may(user, "members.organize"):
        return None
    found: Note | None = KINDS[kind].objects.filter(public_id=public_id).select_related("person", "by").first()
    return found if found and may_correct(user, found) else None


def may_correct(user: User, found: Note) -> bool:
    """Whoever noted it, and whoever organizes in the whole local."""
    return found.by_id == user.pk or policy.scope(user, "members.organize") == "all"
