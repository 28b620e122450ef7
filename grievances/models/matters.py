"""The matter (what happened, to whom, who works on it) and the grievance that may come of it; who may see either."""

from __future__ import annotations

import uuid
from functools import lru_cache
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contracts.models import Clause
from members.models import Person
from unionops.platform.access.models import BargainingUnit, PublicModel, User, Worksite
from unionops.platform.access.scoping import ScopedManager, nothing


class Topic(models.TextChoices):
    """What a matter is about; statutes and entry points of a procedure depend on it."""

    CONTRACT = "contract", _("contract breach")
    DISCIPLINE = "discipline", _("discipline")
    DISCRIMINATION = "discrimination", _("discrimination")
    PAY = "pay", _("pay and overtime")
    LEAVE = "leave", _("leave")
    SAFETY = "safety", _("health and safety")
    BARGAINING = "bargaining", _("change without bargaining")
    ULP = "ulp", _("unfair labor practice")
    INFORMATION = "information", _("information refused")
    FOIA = "foia", _("FOIA request")
    WHISTLEBLOWER = "whistleblower", _("reprisal for whistleblowing")
    AGREEMENT = "agreement", _("new agreement under agency head review")
    ELECTION = "election", _("union election or members' rights")
    OTHER = "other", _("other")


class Scope(models.TextChoices):
    """Who is affected (domain: types of case)."""

    INDIVIDUAL = "individual", _("one person")
    GROUP = "group", _("a group, named or described")
    UNION = "union", _("the union itself")
    MANAGEMENT = "management", _("filed by management")


class Status(models.TextChoices):
    INTAKE = "intake", _("intake")
    OPEN = "open", _("open")
    ABEYANCE = "abeyance", _("in abeyance")
    CLOSED = "closed", _("closed")


class Outcome(models.TextChoices):
    SETTLED = "settled", _("settled")
    SUSTAINED = "sustained", _("sustained")
    PARTIAL = "partial", _("sustained in part")
    DENIED = "denied", _("denied, not taken further")
    WITHDRAWN_GRIEVANT = "withdrawn_grievant", _("withdrawn by the grievant")
    WITHDRAWN_UNION = "withdrawn_union", _("withdrawn by the union")
    UNTIMELY = "untimely", _("too late on our side")
    MOOT = "moot", _("moot")
    MERGED = "merged", _("merged with another case")
    OTHER_FORUM = "other_forum", _("moved to another forum")
    UNKNOWN = "unknown", _("not on record")


WON = (Outcome.SUSTAINED, Outcome.PARTIAL, Outcome.SETTLED)


class CaseSettings(models.Model):
    """The one row of choices for case work."""

    number_pattern = models.CharField(_("case numbers"), max_length=40, default="G-{year}-{n:03d}")
    members_see_status = models.BooleanField(_("grievants may see where their case stands"), default=False)
    reminders_by_mail = models.BooleanField(_("send reminders by e-mail (number and date only)"), default=False)
    digest_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="only_one_case_settings")]

    def __str__(self) -> str:
        return self.number_pattern

    @classmethod
    def current(cls) -> CaseSettings:
        return cls.objects.filter(pk=1).first() or cls(pk=1)


class NumberSeries(models.Model):
    """The last case number given in a year."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


def matter_q(user: User, scope: str, prefix: str = "") -> Q:
    """Matters whose content the user may read, seen from a table that reaches the matter by `prefix`.

    Own and unit mean the same here: opened and never handed on, or assigned. Nobody sees a matter they are a
    party to, are walled off from, or that is restricted to other readers (security: need to know).
    """
    if user.is_system:
        return Q()
    return _readable(user.pk, user.person, scope, prefix)


@lru_cache(maxsize=1024)
def _readable(user: int, person: uuid.UUID | None, scope: str, prefix: str) -> Q:
    """Held, because a page asks it of five tables: it says what to look for, and is looked up anew each time."""
    return _reach(user, scope, prefix) & _not_walled(user, person, prefix) & _not_restricted(user, prefix)


def _in(prefix: str, rows: Any) -> Q:
    return Q(**{f"{prefix}pk__in": rows})


def _reach(user: int, scope: str, prefix: str) -> Q:
    if scope == "all":
        return Q()
    assigned = Assignment.objects.filter(user=user, until=None).values("matter_id")
    return Q(**{f"{prefix}steward": user}) | _in(prefix, assigned)


def not_walled(user: User, prefix: str = "") -> Q:
    """Matters the user is no party to and no wall keeps them from."""
    return _not_walled(user.pk, user.person, prefix)


def _not_walled(user: int, person: uuid.UUID | None, prefix: str) -> Q:
    walls = ~_in(prefix, Conflict.objects.filter(user=user, lifted_at=None).values("matter_id"))
    if person is None:
        return walls
    return walls & ~_in(prefix, Party.objects.filter(person__public_id=person).values("matter_id"))


def _not_restricted(user: int, prefix: str) -> Q:
    named = Reader.objects.filter(user=user, until=None).values("matter_id")
    return Q(**{f"{prefix}restricted": False}) | _in(prefix, named)


class Matter(PublicModel):
    """One thing that happened. A grievance, a charge or an information request may come of it."""

    title = models.CharField(_("short title"), max_length=160)
    topic = models.CharField(_("about"), max_length=16, choices=Topic, default=Topic.CONTRACT)
    unit = models.ForeignKey(BargainingUnit, models.PROTECT, null=True, blank=True, related_name="+")
    worksite = models.ForeignKey(Worksite, models.PROTECT, null=True, blank=True, related_name="+")
    shift = models.CharField(_("shift"), max_length=40, blank=True)
    incident_on = models.DateField(_("it happened on"), null=True, blank=True)
    is_continuing = models.BooleanField(_("it is still going on"), default=False)
    knowledge_on = models.DateField(_("the person learned of it on"), null=True, blank=True)
    union_knowledge_on = models.DateField(_("the union learned of it on"), null=True, blank=True)
    knowledge_how = models.CharField(_("how they learned of it"), max_length=200, blank=True)
    received_on = models.DateField(_("letter received on"), null=True, blank=True)
    effective_on = models.DateField(_("takes effect on"), null=True, blank=True)
    steward = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    restricted = models.BooleanField(_("restricted to named readers"), default=False)
    litigation_hold = models.BooleanField(_("keep: legal hold"), default=False)
    version = models.PositiveIntegerField(default=1)
    source_import = models.ForeignKey("grievances.CaseImport", models.SET_NULL, null=True, related_name="matters")

    unit_path, worksite_path, shift_path = "unit", "worksite", "shift"
    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["steward"]), models.Index(fields=["unit", "worksite"])]

    def __str__(self) -> str:
        return self.title

    @property
    def age_days(self) -> int:
        """Days since it was opened, by the local's calendar."""
        return (timezone.localdate() - timezone.localdate(self.opened_at)).days

    @classmethod
    def scope_q(cls, user: User, scope: str) -> Q:
        return matter_q(user, scope)


class MatterPart(PublicModel):
    """A row that belongs to a matter and is seen by whoever may see the matter."""

    objects = ScopedManager()

    class Meta:
        abstract = True
        ordering = ["id"]

    @classmethod
    def scope_q(cls, user: User, scope: str) -> Q:
        return matter_q(user, scope, "matter__")


class Grievance(MatterPart):
    """A complaint under the negotiated procedure (5 USC 7103(a)(9)), with its number and where it stands."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="grievances")
    number = models.CharField(_("number"), max_length=40, unique=True)
    scope = models.CharField(_("who is affected"), max_length=12, choices=Scope, default=Scope.INDIVIDUAL)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.INTAKE)
    procedure = models.ForeignKey("grievances.Procedure", models.PROTECT, null=True, blank=True, related_name="cases")
    entry = models.ForeignKey("grievances.ProcedureStep", models.PROTECT, null=True, blank=True, related_name="+")
    step = models.ForeignKey("grievances.ProcedureStep", models.PROTECT, null=True, blank=True, related_name="+")
    statement = models.TextField(_("statement of facts"), blank=True)
    remedies = models.JSONField(_("remedy"), default=list, blank=True)
    remedy_text = models.TextField(_("remedy in our words"), blank=True)
    raised_on = models.DateField(_("raised by word of mouth on"), null=True, blank=True)
    filed_on = models.DateField(_("filed on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, blank=True)
    outcome_reason = models.TextField(_("reason"), blank=True)
    arbitrator = models.CharField(_("arbitrator"), max_length=120, blank=True)
    step_told = models.CharField(_("step reached, as an old list tells it"), max_length=60, blank=True)
    version = models.PositiveIntegerField(default=1)

    next_date: Any = None

    class Meta(MatterPart.Meta):
        ordering = ["-id"]
        indexes = [models.Index(fields=["status", "step"]), models.Index(fields=["closed_on"])]
        constraints = [
            models.CheckConstraint(condition=~Q(status="closed") | ~Q(outcome=""), name="closed_case_has_an_outcome")
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("grievances:case", args=[self.public_id])

    @property
    def is_live(self) -> bool:
        return self.status != Status.CLOSED

    @property
    def is_theirs(self) -> bool:
        """Management filed it: it chooses no forum of ours, and the answers are ours to give."""
        return self.scope == Scope.MANAGEMENT

    @property
    def has_begun(self) -> bool:
        """Filed, or raised in a talk."""
        return bool(self.filed_on or self.raised_on)

    @property
    def ended_well(self) -> bool:
        """Closed, and settled or sustained at least in part."""
        return self.status == Status.CLOSED and self.outcome in WON


class PartyRole(models.TextChoices):
    GRIEVANT = "grievant", _("grievant")
    AFFECTED = "affected", _("affected")
    WITNESS = "witness", _("witness")
    MANAGER = "manager", _("manager named in the case")
    SUBJECT = "subject", _("member the complaint is about")


class Party(MatterPart):
    """Somebody in the matter. `standing` is what they were to the local at intake: recorded, never a gate."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="parties")
    role = models.CharField(_("role"), max_length=10, choices=PartyRole)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("name"), max_length=160, blank=True)
    standing = models.CharField(max_length=12, blank=True)
    note = models.TextField(_("note"), blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)

    class Meta(MatterPart.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(person__isnull=False) | ~Q(name=""), name="party_is_somebody"),
            models.UniqueConstraint(
                fields=["matter", "role", "person"], condition=Q(person__isnull=False), name="party_once_per_role"
            ),
        ]

    def __str__(self) -> str:
        return self.person.name if self.person is not None else self.name


class Assignment(MatterPart):
    """Who works on a matter, from when to when."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="assignments")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta(MatterPart.Meta):
        indexes = [models.Index(fields=["user", "until"])]
        constraints = [
            models.UniqueConstraint(fields=["matter", "user"], condition=Q(until=None), name="assigned_once_at_a_time")
        ]

    def __str__(self) -> str:
        return str(self.user)


class Conflict(MatterPart):
    """A wall: this account never sees this matter while it stands."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="conflicts")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    reason = models.CharField(_("reason"), max_length=200)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    lifted_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.user)


class Reader(MatterPart):
    """A named reader of a restricted matter."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="readers")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.user)


class Citation(MatterPart):
    """What was violated: a clause in the text in force on the day, or a law, rule or practice in words."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="citations")
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True, related_name="+")
    label = models.CharField(_("article, law or practice"), max_length=200)
    why = models.TextField(_("how it was violated"), blank=True)

    url: str = ""
    words: str = ""

    def __str__(self) -> str:
        return self.label


class IntakeDraft(PublicModel):
    """Answers given so far on the intake pages; kept until the case is opened or the draft is thrown away."""

    owner_path = "user"
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    answers = models.JSONField(default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["-updated_at"]

    def __str__(self) -> str:
        return str(self.answers.get("title") or self.public_id)


def stub_q(user: User, places: Q) -> Q:
    """Unassigned intake of the user's own unit: existence, dates and unit only, until somebody takes it."""
    waiting = Q(matter__steward=None, status=Status.INTAKE, matter__restricted=False)
    return waiting & places & not_walled(user, "matter__") if not user.is_system else nothing()
