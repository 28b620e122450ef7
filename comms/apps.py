"""The app's configuration."""

from django.apps import AppConfig


class CommsConfig(AppConfig):
    name = "comms"
    label = "comms"
    default_auto_field = "django.db.models.BigAutoField"
