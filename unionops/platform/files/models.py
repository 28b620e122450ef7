"""What is known of each file people brought in; the bytes lie sealed in the data folder."""

import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from unionops.platform.access.models import PublicModel
from unionops.platform.access.scoping import ScopedManager


def random_name() -> str:
    return secrets.token_hex(20)


class Upload(PublicModel):
    """One file as it was brought in, never changed. Its key dies with the row."""

    owner_path = "uploaded_by"

    name = models.CharField(_("name"), max_length=200)
    purpose = models.CharField(max_length=40)
    extension = models.CharField(max_length=8)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField(_("size"))
    sha256 = models.CharField(max_length=64, db_index=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    stored_as = models.CharField(max_length=40, unique=True, default=random_name, editable=False)
    wrapped_key = models.BinaryField(editable=False)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["purpose", "-id"])]

    def __str__(self) -> str:
        return self.name
