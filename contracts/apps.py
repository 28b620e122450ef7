"""The app's configuration."""

from django.apps import AppConfig


class ContractsConfig(AppConfig):
    name = "contracts"
    label = "contracts"
    default_auto_field = "django.db.models.BigAutoField"
