"""Accounts, the roles they hold and for how long, stewardships, invitations, second persons."""

import datetime
import hashlib
from collections.abc import Iterable
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from unionops.platform.access.models.base import PublicModel
from unionops.platform.access.models.local import BargainingUnit, Worksite
from unionops.platform.access.roles import OWN_RECORD_ONLY, Role


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str = "", password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PublicModel):
    """Somebody with an account. `person` points at the roster entry, when there is one."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    person = models.UUIDField(null=True, blank=True, unique=True)
    is_active = models.BooleanField(default=True)
    is_system = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    is_staff = is_superuser = False

    def __str__(self) -> str:
        return str(_("The box")) if self.is_system else self.name or self.email

    @cached_property
    def current_roles(self) -> frozenset[str]:
        """The roles held at this moment; read once per request."""
        if not self.is_active or self.is_system:
            return frozenset()
        return frozenset(term.role for term in self.role_assignments.all() if term.is_current)

    @cached_property
    def stewardship_q_rows(self) -> list[tuple[int | None, int | None, str]]:
        """(unit, worksite, shift) of each stewardship in term; None or '' means any."""
        return [(held.unit_id, held.worksite_id, held.shift) for held in self.stewardships.all() if held.is_current]

    def has_role(self, *roles: str) -> bool:
        return bool(self.current_roles.intersection(roles))

    def forget_roles(self) -> None:
        """After a role changed, read it anew."""
        for name in ("current_roles", "stewardship_q_rows"):
            self.__dict__.pop(name, None)

    @property
    def must_have_second_factor(self) -> bool:
        return bool(self.current_roles - OWN_RECORD_ONLY)


def in_term(day: datetime.date | None = None) -> Q:
    """Terms that hold on the day (today in the local's zone): the last day counts, 'end now' is immediate."""
    on = day or timezone.localdate()
    return Q(ended_at=None, since__lte=on) & (Q(until=None) | Q(until__gte=on))


class Term(models.Model):
    """From a day to a day, both counted; `ended_at` ends it at once."""

    since = models.DateField(_("since"), default=timezone.localdate)
    until = models.DateField(_("until"), null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_current(self) -> bool:
        today = timezone.localdate()
        return self.ended_at is None and self.since <= today and (self.until is None or self.until >= today)


class RoleAssignment(PublicModel, Term):
    user = models.ForeignKey(User, models.CASCADE, related_name="role_assignments")
    role = models.CharField(_("role"), max_length=24, choices=Role)
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["user", "role"])]

    def __str__(self) -> str:
        return str(self.get_role_display())


class Stewardship(PublicModel, Term):
    """Whom a steward stands for: a unit, a site, a shift, or a combination of them."""

    user = models.ForeignKey(User, models.CASCADE, related_name="stewardships")
    unit = models.ForeignKey(BargainingUnit, models.PROTECT, null=True, blank=True, related_name="stewardships")
    worksite = models.ForeignKey(Worksite, models.PROTECT, null=True, blank=True, related_name="stewardships")
    shift = models.CharField(_("shift"), max_length=40, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False) | Q(worksite__isnull=False), name="stewardship_names_a_unit_or_site"
            )
        ]

    def __str__(self) -> str:
        return ", ".join(str(part) for part in (self.unit, self.worksite, self.shift) if part)


class Invitation(PublicModel):
    """A way in, once: bound to one address and one role, 72 hours, only its hash is kept."""

    email = models.EmailField(_("e-mail"))
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=24, choices=Role)
    unit = models.ForeignKey(BargainingUnit, models.SET_NULL, null=True, blank=True, related_name="+")
    worksite = models.ForeignKey(Worksite, models.SET_NULL, null=True, blank=True, related_name="+")
    invited_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.email

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None and timezone.now() < self.expires_at

    @staticmethod
    def digest(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()


class SecondPerson(PublicModel):
    """A deed that waits for another person; tied by digest to exactly what was shown."""

    kind = models.CharField(max_length=60)
    capability = models.CharField(max_length=60)
    subject = models.CharField(max_length=200)
    url = models.CharField(max_length=300, blank=True)
    digest = models.CharField(max_length=64)
    reason = models.TextField()
    requested_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(auto_now_add=True)
    usable_after = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=models.F("requested_by")),
                name="second_person_is_another_person",
            )
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def is_usable(self) -> bool:
        """Approved by another person, or alone in office and a day has passed."""
        alone = self.usable_after is not None and timezone.now() >= self.usable_after
        return self.used_at is None and self.refused_at is None and (self.approved_by_id is not None or alone)


def people_with_role(*roles: str) -> Iterable[User]:
    """Active accounts that hold one of the roles today."""
    terms = RoleAssignment.objects.filter(in_term(), role__in=roles)
    return User.objects.filter(is_active=True, pk__in=terms.values("user")).order_by("name")
