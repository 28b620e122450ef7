"""The offices of a local, as far as this program knows them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    MEMBER = "member", _("Member")
    STEWARD = "steward", _("Steward")
    CHIEF_STEWARD = "chief_steward", _("Chief steward")
    COMMS_CHAIR = "comms_chair", _("Communications chair")
    MEMBERSHIP_SECRETARY = "membership_secretary", _("Membership secretary")
    TREASURER = "treasurer", _("Treasurer")
    OFFICER = "officer", _("President or officer")
    TRUSTEE = "trustee", _("Trustee")
    TECHNICAL_ADMIN = "technical_admin", _("Technical volunteer")


OWN_RECORD_ONLY = frozenset({Role.MEMBER})
OFFICER_LEVEL = frozenset(
    {Role.OFFICER, Role.CHIEF_STEWARD, Role.MEMBERSHIP_SECRETARY, Role.TREASURER, Role.TECHNICAL_ADMIN}
)
