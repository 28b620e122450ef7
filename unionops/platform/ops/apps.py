"""The app's configuration."""

from django.apps import AppConfig


class OpsConfig(AppConfig):
    name = "unionops.platform.ops"
    label = "ops"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from unionops.celery import app
        from unionops.platform.access.policy import may
        from unionops.platform.audit import parts
        from unionops.platform.files import purposes
        from unionops.platform.ops import banner, clock, services, trail
        from unionops.platform.ui import banners

        clock.wind(app)
        purposes.register(services.PROOF, reader=lambda user, _upload: may(user, "duties.view"))
        parts.parts.register("audit.box", trail.about_the_box)
        banners.providers.register("first run", banner.first_run_goes_on)
        banners.providers.register("clock behind", banner.clock_behind)
        banners.providers.register("backup overdue", banner.backup_overdue)
