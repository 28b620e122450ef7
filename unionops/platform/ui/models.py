"""How each person likes to read, kept with the account so that it follows them to the next device."""

from django.conf import settings
from django.db import models


class Preference(models.Model):
    """`values`: the fields of `reading.Reading` that differ from the default; `language` '': as the browser says."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="preference")
    values = models.JSONField(default=dict, blank=True)
    language = models.CharField(max_length=8, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.user)
