"""What every table has: a number inside, a random public name outside."""

import uuid

from django.db import models


class PublicModel(models.Model):
    """BigAutoField `id` for joins, `public_id` (UUID 4) for addresses."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
