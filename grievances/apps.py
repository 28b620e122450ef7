"""The app's configuration, and where it makes itself known."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

CASE_PLANS = "case_plans"


class GrievancesConfig(AppConfig):
    name = "grievances"
    label = "grievances"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The floor and the apps below never import this app; it tells them what it has."""
        from contracts.pocket import extras
        from contracts.reading import margin, relying
        from grievances import providers, tasks
        from grievances.models import Party
        from grievances.queries import trail
        from grievances.queries.cases import is_restricted_upload, may_open_upload
        from grievances.queries.old import may_open as may_open_old_upload
        from grievances.queries.reminders import NEWS
        from grievances.services.indexing import rebuild_when_missing
        from members.life import erasure, records, timeline
        from members.undoing import following
        from unionops.platform.access.roles import Role
        from unionops.platform.audit import parts
        from unionops.platform.files import purposes
        from unionops.platform.ops.preparing import after_migrating
        from unionops.platform.search.sources import SearchSource, register
        from unionops.platform.ui import cards, nav, news

        purposes.register("old-case", kinds=frozenset({"pdf", "png", "jpg"}), reader=may_open_old_upload)
        purposes.register("case-form", kinds=frozenset({"pdf"}))
        purposes.register("case", reader=may_open_upload, careful=is_restricted_upload)
        margin.register(providers.margin)
        extras.register("deadlines", providers.pocketed)
        relying.register(relying.GRIEVANCES, providers.grievances_on)
        relying.register(relying.SETTLEMENTS, providers.settlements_on)
        relying.register(relying.DEADLINES, providers.dates_on)
        timeline.register(providers.timeline)
        erasure.register_hold("grievances", providers.hold)
        one_party = following.Followed(
            Party, once=("matter", "role"), fills=("standing", "acknowledged_on"), joins=("note",)
        )
        following.register("grievances.Party", one_party)
        records.register("cases", providers.record)
        register(SearchSource("cases", _("Cases"), providers.found, 20, "grievances:list"))
        nav.badges.register("grievances", providers.overdue_badge)
        news.sources.register("dates", NEWS)
        cards.register(Role.STEWARD, providers.my_day_card)
        cards.register(Role.MEMBER, providers.own_card)
        parts.parts.register("audit.cases", trail.about_cases)
        parts.kept.register("walled cases", trail.walled)
        for kind in trail.WORDED:
            parts.worded.register(kind, "grievances.view")
        after_migrating.register("cases", rebuild_when_missing)
        _say_how_long_things_are_kept()
        self.tasks = tasks


def _say_how_long_things_are_kept() -> None:
    from grievances.services.importing import forget_unapplied
    from grievances.services.letting_go import forget_closed, forget_unfiled
    from unionops.platform.ops import keeping

    for kind in (
        keeping.Kind(CASE_PLANS, _("Lists of old cases nobody brought in"),
                     _("The plan and the table it was read from. Cases that were brought in stay."), 30,
                     forget_unapplied),
        keeping.Kind("unfiled_intakes", _("Intakes that were closed without being filed"),
                     _("What somebody told a steward, and nothing came of. A legal hold keeps it."), 366,
                     forget_unfiled),
        keeping.Kind("closed_cases", _("Closed cases"),
                     _("Empty: they stay for good. Seven years (2557 days) after the end is usual; your contract "
                       "or an appeal may need them longer. A legal hold keeps a case. What goes, goes with its "
                       "papers, and no longer helps with new cases."),
                     0, forget_closed, shortest=366),
    ):  # fmt: skip
        keeping.kinds.register(kind.name, kind)
