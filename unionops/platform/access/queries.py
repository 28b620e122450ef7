"""What pages read about accounts."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from unionops.platform.access.models import (
    BargainingUnit,
    Employer,
    Invitation,
    Local,
    RoleAssignment,
    SecondPerson,
    Stewardship,
    User,
    Worksite,
)
from unionops.platform.access.models.people import in_term
from unionops.platform.access.policy import may


def accounts(user: User, words: str = "") -> QuerySet[User]:
    """Accounts with their current roles in `terms` and stewardships in `places`; `words` of a name or an address."""
    rows = User.objects.filter(is_system=False) if may(user, "access.accounts") else User.objects.none()
    rows = rows.filter(Q(name__icontains=words) | Q(email__icontains=words)) if words else rows
    terms = RoleAssignment.objects.filter(ended_at=None).order_by("since")
    places = Stewardship.objects.filter(ended_at=None).select_related("unit", "worksite")
    return rows.order_by("name").prefetch_related(
        Prefetch("role_assignments", terms, to_attr="terms"), Prefetch("stewardships", places, to_attr="places")
    )


def open_invitations(user: User) -> QuerySet[Invitation]:
    rows = Invitation.objects.filter(accepted_at=None, withdrawn_at=None).order_by("-created_at")
    return rows if may(user, "access.accounts") else rows.none()


def invitation_by_token(token: str) -> Invitation | None:
    """The open invitation behind a token, or None."""
    found = Invitation.objects.filter(token_hash=Invitation.digest(token)).first()
    return found if found and found.is_open else None


def requests_of(user: User) -> QuerySet[SecondPerson]:
    return SecondPerson.objects.filter(requested_by=user).select_related("approved_by").order_by("-requested_at")


def stewards() -> Iterable[User]:
    """Accounts that hold a steward's office today."""
    holders = RoleAssignment.objects.filter(in_term(), role__in=("steward", "chief_steward")).values("user")
    return User.objects.filter(pk__in=holders, is_active=True).order_by("name")


def units() -> QuerySet[BargainingUnit]:
    return BargainingUnit.objects.select_related("employer").order_by("name")


def employers() -> QuerySet[Employer]:
    return Employer.objects.order_by("name")


def worksites() -> QuerySet[Worksite]:
    return Worksite.objects.order_by("name")


def the_local() -> Local:
    return Local.current()


def term(user: User, kind: str, public_id: UUID) -> RoleAssignment | Stewardship | None:
    """A running term by its kind ('role' or 'stewardship')."""
    if not may(user, "access.accounts"):
        return None
    rows = RoleAssignment.objects if kind == "role" else Stewardship.objects
    return rows.filter(public_id=public_id, ended_at=None).select_related("user").first()
