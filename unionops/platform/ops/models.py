"""How this machine sends mail, which first steps wait for later, how long things are kept, what is due when."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from unionops.platform.access.models import PublicModel
from unionops.platform.access.roles import Role


class Security(models.TextChoices):
    IMPLICIT = "tls", _("TLS from the start (port 465)")
    STARTTLS = "starttls", _("STARTTLS (port 587)")
    NONE = "none", _("none: only for a mail server on this machine")


class MailServer(models.Model):
    """The one row that says where mail leaves; without it nothing is sent."""

    host = models.CharField(_("mail server"), max_length=200)
    port = models.PositiveIntegerField(_("port"), default=465)
    security = models.CharField(_("encryption"), max_length=10, choices=Security, default=Security.IMPLICIT)
    user_name = models.CharField(_("user name"), max_length=200, blank=True)
    sealed_password = models.TextField(blank=True, editable=False)
    from_address = models.EmailField(_("sender address"))
    from_name = models.CharField(_("sender name"), max_length=120, blank=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)
    tested_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="only_one_mail_server")]

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


class PutOff(models.Model):
    """A first step somebody left for later; it stays on the list until it is done."""

    name = models.SlugField(primary_key=True, max_length=40)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Keeping(models.Model):
    """How many days the local keeps a kind of thing (`keeping.kinds`)."""

    name = models.SlugField(primary_key=True, max_length=40)
    days = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.name}: {self.days}"


class DuesTier(models.Model):
    """What one kind of member pays per pay period, from a day on; a raise is another row of the same name."""

    name = models.CharField(_("tier"), max_length=60)
    cents = models.PositiveIntegerField(_("dues in cents"))
    since = models.DateField(_("from"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["name", "-since"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["name", "since"], name="one_amount_a_tier_and_day")]

    def __str__(self) -> str:
        return f"{self.name} {self.since}"


class Duty(PublicModel):
    """A duty (`duties.TEMPLATES`) the local turned on, and the day it is counted from."""

    name = models.SlugField(max_length=40, unique=True)
    start = models.DateField()
    since = models.DateField(default=timezone.localdate)
    is_on = models.BooleanField(default=True)
    role = models.CharField(_("who sees to it"), max_length=30, choices=Role, blank=True)  # empty: the usual office

    def __str__(self) -> str:
        return self.name


class DutyReminder(models.Model):
    """One reminder went out; the row comes before the mail."""

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="reminders")
    due_on = models.DateField()
    alarm = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["duty", "due_on", "alarm"], name="a_duty_is_reminded_of_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.duty} {self.alarm}"


class DutyDone(PublicModel):
    """One time it was done, with its proof."""

    duty = models.ForeignKey(Duty, models.PROTECT, related_name="times")
    due_on = models.DateField()
    done_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    proof = models.UUIDField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-due_on"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["duty", "due_on"], name="a_duty_is_done_once_a_time")]

    def __str__(self) -> str:
        return f"{self.duty} {self.due_on}"
