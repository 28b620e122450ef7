"""How a person may be reached, and what they said about it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.models.people import Person
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class ContactKind(models.TextChoices):
    HOME = "home", _("personal")
    WORK = "work", _("work")
    CELL = "cell", _("cell")
    OTHER = "other", _("other")


class ContactPoint(PublicModel):
    """What an address, a number and an e-mail have in common; a bad one is kept and marked, not dropped."""

    kind = models.CharField(_("kind"), max_length=8, choices=ContactKind, default=ContactKind.HOME)
    is_primary = models.BooleanField(_("use this one first"), default=False)
    problem = models.CharField(_("problem"), max_length=80, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    source = models.CharField(_("source"), max_length=120, blank=True)
    source_import = models.ForeignKey(
        "members.RosterImport", models.SET_NULL, null=True, related_name="+", db_index=False
    )
    ended_by = models.ForeignKey("members.RosterImport", models.SET_NULL, null=True, related_name="+", db_index=False)

    owner_path = "person__public_id"
    unit_path, worksite_path, shift_path = "person__unit", "person__worksite", "person__shift"
    objects = ScopedManager()

    class Meta:
        abstract = True

    @property
    def is_current(self) -> bool:
        return self.until is None


class EmailAddress(ContactPoint):
    """`is_employer` marks a mailbox the employer can read (.gov, .mil, or a domain the local named)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="emails", db_index=False)
    address = models.CharField(_("e-mail address"), max_length=254)
    is_employer = models.BooleanField(_("the employer can read it"), default=False)
    bounced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-is_primary", "id"]
        indexes = [
            models.Index(
                fields=["address", "until", "problem", "bounced_at", "kind", "person"], name="email_by_address"
            ),
            models.Index(
                fields=["person", "until", "kind", "problem", "bounced_at", "is_primary"], name="email_that_works"
            ),
        ]

    def __str__(self) -> str:
        return self.address


class Phone(ContactPoint):
    """`number` is ten digits, or '+' and the digits of another country; empty `problem` means usable."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="phones", db_index=False)
    number = models.CharField(_("number"), max_length=40)
    extension = models.CharField(_("extension"), max_length=12, blank=True)
    bounced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-is_primary", "id"]
        indexes = [
            models.Index(fields=["number", "until", "problem", "bounced_at", "kind", "person"], name="phone_by_number"),
            models.Index(
                fields=["person", "until", "kind", "problem", "bounced_at", "is_primary"], name="phone_that_works"
            ),
        ]

    def __str__(self) -> str:
        digits = self.number
        shown = f"({digits[:3]}) {digits[3:6]}-{digits[6:]}" if len(digits) == 10 and digits.isdigit() else digits
        return f"{shown} x{self.extension}" if self.extension else shown


class PostalAddress(ContactPoint):
    """A place mail can be delivered; `problem` is set when mail came back."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="addresses", db_index=False)
    street = models.CharField(_("street"), max_length=160)
    street2 = models.CharField(_("second line"), max_length=120, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    state = models.CharField(_("state"), max_length=40, blank=True)
    zip = models.CharField(_("ZIP code"), max_length=12, blank=True)
    country = models.CharField(_("country"), max_length=40, blank=True)

    class Meta:
        ordering = ["-is_primary", "id"]
        indexes = [
            models.Index(fields=["person", "until", "problem"], name="address_that_works"),
            models.Index(fields=["city", "until", "person"], name="address_by_city"),
            models.Index(fields=["state", "until", "person"], name="address_by_state"),
            models.Index(fields=["zip", "until", "person"], name="address_by_zip"),
        ]

    def __str__(self) -> str:
        place = " ".join(part for part in (self.state, self.zip) if part)
        return ", ".join(part for part in (self.street, self.street2, self.city, place, self.country) if part)


class Channel(models.TextChoices):
    EMAIL = "email", _("e-mail")
    SMS = "sms", _("text message")
    MAIL = "mail", _("post")
    PHONE = "phone", _("phone call")


class ConsentStatus(models.TextChoices):
    GRANTED = "granted", _("said yes")
    IMPLIED = "implied_member", _("gave it when joining")
    UNKNOWN = "unknown", _("not asked")
    REVOKED = "revoked", _("said no")
    BOUNCED = "hard_bounce", _("does not arrive")


STRICTNESS = [
    ConsentStatus.GRANTED,
    ConsentStatus.IMPLIED,
    ConsentStatus.UNKNOWN,
    ConsentStatus.BOUNCED,
    ConsentStatus.REVOKED,
]


class ChannelConsent(models.Model):
    """One word of a person about one channel. Rows are only added; the latest counts.

    `klass` limits it to one class of message ('political'); empty means every class.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    channel = models.CharField(_("channel"), max_length=8, choices=Channel)
    klass = models.CharField(_("class of message"), max_length=20, blank=True)
    status = models.CharField(_("answer"), max_length=16, choices=ConsentStatus)
    source = models.CharField(_("how we know"), max_length=120, blank=True)
    wording = models.CharField(_("what was asked"), max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    source_import = models.ForeignKey(
        "members.RosterImport", models.SET_NULL, null=True, related_name="+", db_index=False
    )
    is_latest = models.BooleanField(default=True)

    owner_path = "person__public_id"
    objects = ScopedManager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "channel", "klass"], condition=Q(is_latest=True), name="one_latest_consent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.get_status_display()}"
