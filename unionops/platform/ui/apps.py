"""The app's configuration."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "unionops.platform.ui"
    label = "ui"
    default_auto_field = "django.db.models.BigAutoField"
