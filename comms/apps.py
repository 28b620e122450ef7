"""The app's configuration."""

from django.apps import AppConfig


class CommsConfig(AppConfig):
    name = "comms"
    label = "comms"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from comms import providers
        from members import erasure, timeline

        timeline.register(providers.timeline)
        erasure.register("comms", providers.forget)
