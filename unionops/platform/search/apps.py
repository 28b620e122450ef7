"""The app's configuration."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "unionops.platform.search"
    label = "search"
    default_auto_field = "django.db.models.BigAutoField"
