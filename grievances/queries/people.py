"""Whom a form about cases may name: people who work on cases, accounts, the roster."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import QuerySet

from members import queries as members
from members.models import Person
from unionops.platform.access.models import RoleAssignment, User
from unionops.platform.access.models.people import in_term, people_with_role
from unionops.platform.access.roles import Role

WORKERS = (Role.STEWARD, Role.CHIEF_STEWARD, Role.OFFICER)


def case_workers(user: User) -> QuerySet[User]:
    """Active accounts that may work on cases today."""
    terms = RoleAssignment.objects.filter(in_term(), role__in=(Role.STEWARD, Role.CHIEF_STEWARD))
    return User.objects.filter(is_active=True, pk__in=terms.values("user")).order_by("name")


def accounts(user: User) -> QuerySet[User]:
    return User.objects.filter(is_active=True, is_system=False).order_by("name")


def roster(user: User, words: str) -> QuerySet[Person]:
    """People the user may see on the roster whose name fits; nobody while nothing is asked."""
    if not words.strip():
        return members.people(user).none()
    found = members.named_like(user, words).values("pk")[:20]
    return members.people(user).filter(pk__in=list(found.values_list("pk", flat=True)))


def named(user: User, ids: Iterable[str]) -> list[Person]:
    """People the user may see, by the text of their public ids; what is no id is passed over."""
    wanted = [text for text in ids if _is_uuid(str(text))]
    return list(members.people(user).filter(public_id__in=wanted)) if wanted else []


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def officers(user: User) -> list[User]:
    """Active officers of the local."""
    return list(people_with_role(Role.OFFICER))


def chiefs(user: User) -> list[User]:
    """Active chief stewards."""
    return list(people_with_role(Role.CHIEF_STEWARD))
