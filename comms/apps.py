"""The app's configuration."""

from django.apps import AppConfig


class CommsConfig(AppConfig):
    name = "comms"
    label = "comms"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from comms import providers
        from comms.models import OutboxEntry, OutreachResult
        from comms.services import exporting
        from members import erasure, following, records, timeline
        from unionops.platform.files import purposes

        timeline.register(providers.timeline)
        erasure.register("comms", providers.forget)
        following.register("comms.OutboxEntry", following.Followed(OutboxEntry, once=("send",)))
        following.register("comms.OutreachResult", following.Followed(OutreachResult, once=("file",)))
        records.register("messages", providers.record)
        records.register("outreach", providers.outreach_record)
        purposes.register(exporting.FILES, reader=exporting.may_read_file, careful=lambda _upload: True)
