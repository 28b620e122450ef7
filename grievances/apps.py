"""The app's configuration."""

from django.apps import AppConfig


class GrievancesConfig(AppConfig):
    name = "grievances"
    label = "grievances"
    default_auto_field = "django.db.models.BigAutoField"
