"""The app's configuration."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "unionops.platform.access"
    label = "access"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from unionops.platform.access import checks  # noqa: F401  it registers itself
