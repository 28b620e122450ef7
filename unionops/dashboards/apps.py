"""The app's configuration."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "unionops.dashboards"
    label = "dashboards"
    default_auto_field = "django.db.models.BigAutoField"
