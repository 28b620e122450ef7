"""Deeds at the door: invite, accept, give and end offices, ask a second person."""

from __future__ import annotations

import datetime
import secrets
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from unionops.platform.access.middleware import RENEW
from unionops.platform.access.models import (
    BargainingUnit,
    Employer,
    Invitation,
    Local,
    RoleAssignment,
    Stewardship,
    User,
    Worksite,
)
from unionops.platform.access.models.people import people_with_role
from unionops.platform.access.roles import OFFICER_LEVEL, Role
from unionops.platform.access.trail import leave
from unionops.platform.core.days import zone
from unionops.platform.core.problems import Problem

INVITATION_HOURS = 72


@transaction.atomic
def set_up_local(*, by: User | None, **fields: Any) -> Local:
    """Create or change the one row that says whose box this is."""
    local, created = Local.objects.update_or_create(pk=1, defaults=fields)
    _begin_terms_by_the_day_of(local)
    leave(by, noop("set up the local") if created else noop("changed the local's data"), local, fields=fields)
    return local


def _begin_terms_by_the_day_of(local: Local) -> None:
    """Where a new zone is a day behind, terms that began today still run: nobody loses an office to the clock."""
    before = timezone.localdate()
    now = timezone.localdate(timezone=zone(local.time_zone))
    if now < before:
        for kind in (RoleAssignment, Stewardship):
            kind.objects.filter(since=before).update(since=now)


@transaction.atomic
def save_unit(*, by: User, employer: str, name: str, **fields: Any) -> BargainingUnit:
    """Make a bargaining unit, or change the one of that name and employer; `fields` are its columns."""
    house, _made = Employer.objects.get_or_create(name=" ".join(employer.split()))
    unit, created = BargainingUnit.objects.update_or_create(
        employer=house, name=" ".join(name.split()), defaults=fields
    )
    leave(by, noop("added a unit") if created else noop("changed a unit"), unit, fields=fields)
    return unit


@transaction.atomic
def invite(
    *,
    by: User | None,
    email: str,
    name: str,
    role: str,
    unit: BargainingUnit | None = None,
    worksite: Worksite | None = None,
) -> tuple[Invitation, str]:
    """(invitation, token). The token is shown once; only its hash is kept."""
    if User.objects.filter(email__iexact=email).exists():
        raise Problem(
            "has_account", _("%(email)s has an account already.") % {"email": email}, _("Give the role there.")
        )
    _refuse_to_invite_around_the_second_person(by, role)
    Invitation.objects.filter(email__iexact=email, accepted_at=None, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    )
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        email=email.lower(),
        name=name,
        role=role,
        unit=unit,
        worksite=worksite,
        invited_by=by,
        token_hash=Invitation.digest(token),
        expires_at=timezone.now() + datetime.timedelta(hours=INVITATION_HOURS),
    )
    leave(by, "invited somebody", invitation, detail={"role": role})
    return invitation, token


def _refuse_to_invite_around_the_second_person(by: User | None, role: str) -> None:
    """Others than officers invite members only; a leading office is given to an account, with a second person's yes."""
    if by is None or by.is_system or role == Role.MEMBER:
        return
    if not by.has_role(Role.OFFICER):
        raise Problem("officer_only", _("Only an officer invites to this role."), _("Ask the president."))
    if role in OFFICER_LEVEL:
        raise Problem(
            "second_person",
            _("An invitation cannot give this role: another officer must agree to it."),
            _("Invite them as a member. Give the role once they have an account."),
        )


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: User) -> None:
    Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(withdrawn_at=timezone.now())
    leave(by, "withdrew an invitation", invitation)


@transaction.atomic
def accept_invitation(invitation: Invitation, *, password: str) -> User:
    """Make the account with its role; accepting proves the address. Works once."""
    claimed = Invitation.objects.filter(
        pk=invitation.pk, accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now()
    ).update(accepted_at=timezone.now())
    if not claimed:
        raise Problem("invitation_over", _("This invitation was used or has run out."), _("Ask for a new one."))
    user = make_account(email=invitation.email, name=invitation.name, password=password)
    give_role(user=user, role=invitation.role, by=invitation.invited_by)
    if invitation.role == Role.STEWARD and (invitation.unit or invitation.worksite):
        give_stewardship(user=user, unit=invitation.unit, worksite=invitation.worksite, by=invitation.invited_by)
    leave(user, "accepted an invitation", invitation)
    return user


@transaction.atomic
def make_account(*, email: str, name: str, password: str, check: bool = True) -> User:
    """An account with a verified address and no role yet. ValidationError for a weak password."""
    if check:
        validate_password(password, User(email=email, name=name))
    user = User.objects.create_user(email, name, password)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    leave(None, "made an account", user)
    return user


@transaction.atomic
def give_role(
    *, user: User, role: str, by: User | None, since: datetime.date | None = None, until: datetime.date | None = None
) -> RoleAssignment:
    """A term in an office. Nobody gives one to themselves."""
    if by is not None and by.pk == user.pk:
        raise Problem("own_role", _("Nobody gives themselves a role."), _("Ask another officer to do it."))
    term = RoleAssignment.objects.create(
        user=user, role=role, granted_by=by, since=since or timezone.localdate(), until=until
    )
    user.forget_roles()
    renew_sessions(user)
    leave(by, "gave a role", user, detail={"role": role})
    return term


@transaction.atomic
def give_stewardship(
    *,
    user: User,
    by: User | None,
    unit: BargainingUnit | None = None,
    worksite: Worksite | None = None,
    shift: str = "",
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> Stewardship:
    if unit is None and worksite is None:
        raise Problem("no_place", _("A stewardship needs a unit or a worksite."), _("Choose at least one."))
    place = Stewardship.objects.create(
        user=user, unit=unit, worksite=worksite, shift=shift, since=since or timezone.localdate(), until=until
    )
    user.forget_roles()
    leave(by, "gave a stewardship", user)
    return place


@transaction.atomic
def end_term(term: RoleAssignment | Stewardship, *, by: User) -> None:
    """End an office or a stewardship now; the person's open pages lose it with their next click."""
    if isinstance(term, RoleAssignment) and term.role == Role.OFFICER:
        refuse_to_lose_the_last_officer(term.user)
    type(term).objects.filter(pk=term.pk, ended_at=None).update(ended_at=timezone.now())
    term.user.forget_roles()
    renew_sessions(term.user)
    leave(by, "ended a term", term.user, detail={"term": str(getattr(term, "role", "stewardship"))})


@transaction.atomic
def end_all_access(user: User, *, by: User, reason: str) -> None:
    """Off-boarding: roles, stewardships, sessions, invitations and second factors, at once."""
    refuse_to_lose_the_last_officer(user)
    now = timezone.now()
    user.role_assignments.filter(ended_at=None).update(ended_at=now)
    user.stewardships.filter(ended_at=None).update(ended_at=now)
    theirs = Q(email__iexact=user.email) | Q(invited_by=user)
    Invitation.objects.filter(theirs, accepted_at=None, withdrawn_at=None).update(withdrawn_at=now)
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    user.is_active = False
    user.forget_roles()
    leave(by, "ended all access of an account", user, reason=reason)


@transaction.atomic
def reset_second_factor(user: User, *, by: User | None, reason: str) -> int:
    """Take away codes and passkeys that were lost, and sign the person out everywhere; how many went.

    With the next sign-in a content role must set up a new one before anything else.
    """
    refuse_own_second_factor(user, by)
    gone: int = Authenticator.objects.filter(user=user).delete()[0]
    end_sessions(user)
    leave(by, "reset the second factor of an account", user, count=gone, reason=reason)
    return gone


def refuse_own_second_factor(user: User, by: User | None) -> None:
    if by is not None and by.pk == user.pk:
        raise Problem("own_factor", _("Nobody resets their own second factor."), _("Ask another officer to do it."))


@transaction.atomic
def unlock(user: User, *, by: User) -> str:
    """Forget failed sign-ins (the cache holds nothing else) and give a one-time link to choose a new password."""
    cache.clear()
    leave(by, "made a link to choose a new password", user)
    words = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return settings.PUBLIC_URL + reverse("account_reset_password_from_key", kwargs=words)


def refuse_to_lose_the_last_officer(user: User) -> None:
    """A local without any officer could never let anybody in again."""
    if user.has_role(Role.OFFICER) and not any(other.pk != user.pk for other in people_with_role(Role.OFFICER)):
        raise Problem(
            "last_officer",
            _("%(name)s is the only officer with an account.") % {"name": user},
            _("Give the role to another person first."),
        )


def renew_sessions(user: User) -> None:
    """After an office changed, each session gets a new key with its next click, and keeps what it holds."""
    for key in UserSession.objects.filter(user=user).values_list("session_key", flat=True):
        session = SessionStore(key)
        if session.exists(key):
            session[RENEW] = True
            session.save()


def end_sessions(user: User, *, but: str | None = None) -> int:
    """Sign the person out everywhere, `but` in the session of that key; returns how many sessions ended."""
    rows = UserSession.objects.filter(user=user).exclude(session_key=but or "")
    keys = list(rows.values_list("session_key", flat=True))
    rows.delete()
    return Session.objects.filter(session_key__in=keys).delete()[0]


@transaction.atomic
def forget_sign_ins(*, by: User, before: datetime.datetime) -> int:
    """Delete ended sessions, and from where people signed in before a moment. Returns how many such lines went."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    open_ones = Session.objects.values("session_key")
    rows = UserSession.objects.filter(created_at__lt=before).exclude(session_key__in=open_ones)
    count: int = rows.delete()[0]
    if count:
        leave(by, "forgot old sign-ins", by, count=count)
    return count


@transaction.atomic
def restore_access(user: User, *, by: User) -> None:
    """Open the account again, without any role."""
    User.objects.filter(pk=user.pk).update(is_active=True)
    leave(by, "opened an account again", user)
