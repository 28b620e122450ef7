"""The app's configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommsConfig(AppConfig):
    name = "comms"
    label = "comms"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from comms import providers
        from comms.models import OutboxEntry, OutreachResult
        from comms.queries import trail
        from comms.services import exporting, house, outcomes, sending
        from members.life import erasure, records, timeline
        from members.undoing import following
        from unionops.platform.audit import parts
        from unionops.platform.files import purposes
        from unionops.platform.ops import keeping
        from unionops.platform.search import sources

        sources.register(sources.SearchSource("messages", _("Messages"), providers.found, 40, "comms:list"))
        timeline.register(providers.timeline)
        parts.parts.register("audit.sends", trail.about_sends)
        erasure.register("comms", providers.forget)
        following.register("comms.OutboxEntry", following.Followed(OutboxEntry, once=("send",)))
        following.register("comms.OutreachResult", following.Followed(OutreachResult, once=("file",)))
        records.register("messages", providers.record)
        records.register("outreach", providers.outreach_record)
        purposes.register(exporting.FILES, reader=exporting.may_read_file, careful=lambda _upload: True)
        for kind in (
            keeping.Kind("outcome_plans", _("Files of results nobody took in"),
                         _("What callers and texters brought back, looked at and left."), 30,
                         outcomes.forget_unapplied),
            keeping.Kind("send_addresses", _("Addresses of sends that have ended"),
                         _("Who got it, when and how it ended stays as proof; the address and its merged words go."),
                         5 * 366, sending.forget_addresses),
            keeping.Kind("elections", _("Names of candidates of elections that are over"),
                         _("The law has election records kept for a year after the count."), 366,
                         house.forget_elections, shortest=366),
        ):  # fmt: skip
            keeping.kinds.register(kind.name, kind)
