"""The app's configuration."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "unionops.platform.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"
