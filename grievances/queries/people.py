"""Whom a form about cases may name: people who work on cases, accounts, the roster."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from grievances.models import Grievance, Matter
from members import queries as members
from members.models import Person
from unionops.platform.access.models import RoleAssignment, User
from unionops.platform.access.models.people import in_term, people_with_role
from unionops.platform.access.policy import policy
from unionops.platform.access.roles import Role

VIEW = "grievances.view"


def case_workers(user: User) -> QuerySet[User]:
    """Active accounts that may work on cases today."""
    terms = RoleAssignment.objects.filter(in_term(), role__in=(Role.STEWARD, Role.CHIEF_STEWARD))
    return User.objects.filter(is_active=True, pk__in=terms.values("user")).order_by("name")


def readers(user: User, case: Grievance) -> QuerySet[User]:
    """Whom a sealed part of the case can be opened to: the others who may read the case itself."""
    return owners(user, case).exclude(pk=user.pk)


def owners(user: User, case: Grievance) -> QuerySet[User]:
    """Who can be given a task in the case: whoever may read it, for nobody would see it elsewhere."""
    offices = [role for role, scope in policy[VIEW].items() if scope == "all"]
    held = RoleAssignment.objects.filter(in_term(), role__in=offices).values("user")
    on_it = case.matter.assignments.filter(until=None).values("user")
    near = User.objects.filter(Q(pk__in=held) | Q(pk__in=on_it) | Q(pk=case.matter.steward_id), is_active=True)
    return User.objects.filter(pk__in=[one.pk for one in near if _reads(one, case)]).order_by("name")


def _reads(user: User, case: Grievance) -> bool:
    return bool(Matter.objects.visible_to(user, VIEW).filter(pk=case.matter_id).exists())


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
