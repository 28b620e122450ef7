"""The app's configuration."""

from django.apps import AppConfig


class OpsConfig(AppConfig):
    name = "unionops.platform.ops"
    label = "ops"
    default_auto_field = "django.db.models.BigAutoField"
