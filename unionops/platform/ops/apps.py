"""The app's configuration."""

from django.apps import AppConfig


class OpsConfig(AppConfig):
    name = "unionops.platform.ops"
    label = "ops"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from unionops.celery import app
        from unionops.platform.ops import banner, clock
        from unionops.platform.ui import banners

        clock.wind(app)
        banners.providers.register("first run", banner.first_run_goes_on)
        banners.providers.register("backup overdue", banner.backup_overdue)
