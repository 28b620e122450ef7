"""The app's configuration."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "unionops.platform.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"
