"""The local itself, who employs its people, its bargaining units and worksites."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionops.platform.access.models.base import PublicModel


class Sector(models.TextChoices):
    FEDERAL = "federal", _("Federal")
    PRIVATE = "private", _("Private sector")
    STATE_LOCAL = "state_local", _("State or local government")


class Local(models.Model):
    """The one row that says whose box this is."""

    name = models.CharField(_("name of the local"), max_length=120)
    number = models.CharField(_("number"), max_length=20, blank=True)
    sector = models.CharField(_("sector"), max_length=12, choices=Sector, default=Sector.FEDERAL)
    time_zone = models.CharField(_("time zone"), max_length=60, default="America/New_York")
    postal_address = models.TextField(_("postal address"), blank=True)
    contact_email = models.EmailField(_("e-mail address for questions"), blank=True)
    contact_phone = models.CharField(_("phone"), max_length=40, blank=True)
    accent = models.CharField(_("accent color"), max_length=7, blank=True)
    density_goal = models.PositiveSmallIntegerField(_("density goal in percent"), default=70)
    steward_ratio = models.PositiveSmallIntegerField(_("people per steward"), default=20)
    contracts_public = models.BooleanField(_("agreements may be read without signing in"), default=False)
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="only_one_local")]

    def __str__(self) -> str:
        return f"{self.name} {self.number}".strip()

    @classmethod
    def current(cls) -> "Local":
        """The local, or an unsaved one with defaults before set-up."""
        return cls.objects.filter(pk=1).first() or cls(pk=1, name=str(_("Our local")))

    @classmethod
    def is_set_up(cls) -> bool:
        return cls.objects.filter(pk=1).exists()


class Employer(PublicModel):
    """Who employs: an agency, a company, a county."""

    name = models.CharField(max_length=160, unique=True)
    code = models.CharField(max_length=20, blank=True)

    def __str__(self) -> str:
        return self.name


class RecognitionStatus(models.TextChoices):
    RECOGNISED = "recognised", _("recognized")
    CONTESTED = "contested", _("contested")
    EXCLUDED = "excluded", _("excluded by order")


class BargainingUnit(PublicModel):
    """A certified group of positions (5 USC 7112; 29 USC 159)."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="units")
    name = models.CharField(max_length=160)
    code = models.CharField(_("BUS code"), max_length=10, blank=True)
    sector = models.CharField(max_length=12, choices=Sector, default=Sector.FEDERAL)
    cert_number = models.CharField(max_length=60, blank=True)
    recognition_status = models.CharField(
        max_length=12, choices=RecognitionStatus, default=RecognitionStatus.RECOGNISED
    )
    recognition_since = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["employer", "name"], name="one_unit_per_name")]

    def __str__(self) -> str:
        return self.name


class Worksite(PublicModel):
    """A place of work or duty station."""

    name = models.CharField(max_length=160, unique=True)
    code = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return self.name
