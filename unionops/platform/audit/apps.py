"""The app's configuration: plugs the trail into the door."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "unionops.platform.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from unionops.platform.access import trail
        from unionops.platform.audit import signins
        from unionops.platform.audit.services import record

        trail.connect(record)
        signins.listen()
