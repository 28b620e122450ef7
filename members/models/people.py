"""One record for one person, member or not, and the spells of where they worked."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionops.platform.access.models import BargainingUnit, Employer, PublicModel, Worksite
from unionops.platform.access.scoping import ScopedManager


class Standing(models.TextChoices):
    """What somebody is to the local today; the spells behind it are `Membership` rows."""

    NON_MEMBER = "nonmember", _("not a member")
    PENDING = "pending", _("card signed, not yet started")
    MEMBER = "member", _("member")
    RETIRED = "retired", _("retired member")
    FORMER = "former", _("former member")


class PersonFacts(models.Model):
    """What an employer's list says about a job; `Person` holds today's, `Placement` each spell's."""

    component = models.CharField(_("component"), max_length=160, blank=True)
    department = models.CharField(_("department"), max_length=160, blank=True)
    org = models.CharField(_("organization code"), max_length=80, blank=True)
    shift = models.CharField(_("shift"), max_length=40, blank=True)
    tour = models.CharField(_("tour of duty"), max_length=60, blank=True)
    schedule = models.CharField(_("work schedule"), max_length=40, blank=True)
    job_title = models.CharField(_("job title"), max_length=200, blank=True)
    pay_plan = models.CharField(_("pay plan"), max_length=10, blank=True)
    series = models.CharField(_("series"), max_length=10, blank=True)
    grade = models.CharField(_("grade"), max_length=10, blank=True)
    step = models.CharField(_("step"), max_length=10, blank=True)

    class Meta:
        abstract = True


class Person(PublicModel, PersonFacts):
    """Somebody the local represents or has represented. Never deleted by an import, only ended.

    `name_key` is the folded "last first middle" that lists are ordered and searched by.
    `in_unit`, `unit`, `worksite` and the job facts repeat the current `Placement`, and `standing`
    the current `Membership`, so that a list of 100,000 reads one table. `person_by_standing` holds what lists
    ask about most, and every other fact has a narrow index of its own: a count never reads the wide rows, and a
    list that tells a fact of everybody for the first time moves short entries only.
    """

    last_name = models.CharField(_("last name"), max_length=120)
    first_name = models.CharField(_("first name"), max_length=120, blank=True)
    middle = models.CharField(_("middle name or initial"), max_length=80, blank=True)
    suffix = models.CharField(_("suffix"), max_length=20, blank=True)
    preferred_name = models.CharField(_("preferred name"), max_length=80, blank=True)
    pronouns = models.CharField(_("pronouns"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=40, blank=True)
    employee_number = models.CharField(_("employee number"), max_length=40, null=True, blank=True, unique=True)
    member_number = models.CharField(_("member number"), max_length=40, null=True, blank=True, unique=True)
    hire_date = models.DateField(_("entered on duty"), null=True, blank=True)
    seniority_date = models.DateField(_("seniority date"), null=True, blank=True)
    notes = models.TextField(_("notes"), blank=True)
    deceased_on = models.DateField(_("deceased on"), null=True, blank=True)
    has_died = models.BooleanField(_("has died"), default=False)
    """Also where no list said the day."""
    erased_at = models.DateTimeField(null=True, blank=True)

    in_unit = models.BooleanField(default=False)
    employer = models.ForeignKey(Employer, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    unit = models.ForeignKey(BargainingUnit, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    worksite = models.ForeignKey(Worksite, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    standing = models.CharField(max_length=12, choices=Standing, default=Standing.NON_MEMBER)
    name_key = models.CharField(max_length=300, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    owner_path, unit_path, worksite_path, shift_path = "public_id", "unit", "worksite", "shift"
    sensitive_fields: ClassVar[dict[str, str]] = {
        "contact": "field:contact",
        "notes": "field:contact",
        "dues": "field:dues",
    }
    objects = ScopedManager()

    class Meta:
        indexes = [
            models.Index(fields=["erased_at", "name_key", "id", "last_name"], name="person_by_name"),
            models.Index(fields=["in_unit", "unit", "standing", "worksite", "shift"], name="person_by_place"),
            models.Index(fields=["erased_at", "worksite", "shift"], name="person_by_site"),
            models.Index(
                fields=[
                    "erased_at",
                    "standing",
                    "shift",
                    "worksite",
                    "employer",
                    "unit",
                    "in_unit",
                    "hire_date",
                    "grade",
                    "series",
                ],
                name="person_by_standing",
            ),
            models.Index(fields=["erased_at", "job_title"], name="person_by_title"),
            models.Index(fields=["erased_at", "last_name"], name="person_by_last_name"),
            models.Index(fields=["erased_at", "first_name"], name="person_by_first_name"),
            models.Index(fields=["erased_at", "hire_date"], name="person_by_hire_date"),
            models.Index(fields=["erased_at", "shift"], name="person_by_shift"),
            models.Index(fields=["erased_at", "component"], name="person_by_component"),
            models.Index(fields=["erased_at", "department"], name="person_by_department"),
            models.Index(fields=["erased_at", "org"], name="person_by_org"),
            models.Index(fields=["erased_at", "pay_plan"], name="person_by_pay_plan"),
            models.Index(fields=["erased_at", "series"], name="person_by_series"),
            models.Index(fields=["erased_at", "grade"], name="person_by_grade"),
            models.Index(fields=["erased_at", "step"], name="person_by_step"),
            models.Index(fields=["erased_at", "schedule"], name="person_by_schedule"),
            models.Index(fields=["erased_at", "tour"], name="person_by_tour"),
            models.Index(fields=["erased_at", "language"], name="person_by_language"),
            models.Index(fields=["erased_at", "preferred_name"], name="person_by_preferred_name"),
            models.Index(fields=["erased_at", "middle"], name="person_by_middle_name"),
            models.Index(fields=["erased_at", "suffix"], name="person_by_suffix"),
            models.Index(fields=["erased_at", "pronouns"], name="person_by_pronouns"),
            models.Index(fields=["erased_at", "seniority_date"], name="person_by_seniority"),
            models.Index(fields=["erased_at", "deceased_on", "has_died"], name="person_by_death"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("members:person", args=[self.public_id])

    @property
    def name(self) -> str:
        """'Maria D. García Jr.', as one says it."""
        middle = f"{self.middle}." if len(self.middle) == 1 else self.middle
        return " ".join(part for part in (self.first_name, middle, self.last_name, self.suffix) if part)

    @property
    def sort_name(self) -> str:
        """'García Jr., Maria D', as a list has it."""
        family = f"{self.last_name} {self.suffix}".strip()
        given = f"{self.first_name} {self.middle}".strip()
        return f"{family}, {given}" if given else family

    @property
    def called(self) -> str:
        return self.preferred_name or self.first_name or self.last_name

    @property
    def is_member(self) -> bool:
        return self.standing in (Standing.MEMBER, Standing.RETIRED)

    @property
    def contact(self) -> dict[str, list[Any]]:
        """Every way to reach them; read through `present(user, person, "contact")` only."""
        return {
            "emails": list(self.emails.all()),
            "phones": list(self.phones.all()),
            "addresses": list(self.addresses.all()),
        }

    @property
    def dues(self) -> list[Any]:
        """Membership spells with method and amount; read through `present(user, person, "dues")`."""
        return list(self.memberships.all())


class PersonNumber(models.Model):
    """Another number a list showed for somebody: a slip of two digits, an old badge."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="other_numbers")
    number = models.CharField(max_length=40)
    source_import = models.ForeignKey("members.RosterImport", models.SET_NULL, null=True, related_name="+")

    objects = ScopedManager()
    owner_path = "person__public_id"

    class Meta:
        constraints = [models.UniqueConstraint(fields=["number"], name="other_number_names_one_person")]

    def __str__(self) -> str:
        return self.number


class Placement(PublicModel, PersonFacts):
    """A spell in one unit at one place of work; `until` is empty for the present one."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="placements")
    employer = models.ForeignKey(Employer, models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(BargainingUnit, models.PROTECT, null=True, blank=True, related_name="placements")
    worksite = models.ForeignKey(Worksite, models.PROTECT, null=True, blank=True, related_name="placements")
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    reason = models.CharField(_("reason for leaving"), max_length=120, blank=True)
    source = models.CharField(_("source"), max_length=120, blank=True)
    source_import = models.ForeignKey(
        "members.RosterImport", models.SET_NULL, null=True, related_name="+", db_index=False
    )
    ended_by = models.ForeignKey("members.RosterImport", models.SET_NULL, null=True, related_name="+", db_index=False)

    owner_path, unit_path, worksite_path, shift_path = "person__public_id", "unit", "worksite", "shift"
    objects = ScopedManager()

    class Meta:
        ordering = ["-since", "-id"]
        indexes = [
            models.Index(fields=["since", "until", "person"], name="placement_by_since"),
            models.Index(fields=["until", "person"], condition=Q(until__isnull=False), name="placement_by_end"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(until=None), name="one_present_placement")
        ]

    def __str__(self) -> str:
        return ", ".join(str(part) for part in self._levels if part)

    @property
    def _levels(self) -> tuple[Any, ...]:
        return self.component, self.unit, self.worksite, self.department, self.shift

    def covers(self, day: datetime.date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
