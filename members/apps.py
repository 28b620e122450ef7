"""The app's configuration: what the roster adds to the rest of the house."""

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

ROSTER_PLANS = "roster_plans"


class MembersConfig(AppConfig):
    name = "members"
    label = "members"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from members import nameindex, providers, tasks, trail
        from members.life import history, timeline
        from members.services import erasing, forgetting, signing
        from unionops.platform.access.policy import may
        from unionops.platform.audit import parts
        from unionops.platform.files import kinds, purposes
        from unionops.platform.ops import keeping
        from unionops.platform.ops.backups import erasures
        from unionops.platform.search import sources
        from unionops.platform.ui import cards

        purposes.register("roster", kinds=kinds.SHEETS, reader=lambda user, _upload: may(user, "members.import"))
        purposes.register(signing.PURPOSE, kinds=frozenset({"pdf", "png", "jpg"}), reader=signing.may_open)
        erasures.again.register(erasing.KIND, erasing.erase_again)
        timeline.register(history.changes, "members.changes")
        timeline.register(history.spells, "members.spells")
        timeline.register(history.memberships, "members.memberships")
        timeline.register(history.words, "members.words")
        timeline.register(history.deeds, "members.deeds")
        timeline.register(history.terms, "members.terms")
        timeline.register(history.conversations, "members.conversations")
        parts.parts.register("audit.roster", trail.about_the_roster)
        parts.parts.register("audit.dues", trail.about_dues)
        sources.register(sources.SearchSource("people", _("People"), providers.found, 30, "members:list"))
        cards.register(cards.ANY, providers.turf_card)
        cards.register(cards.ANY, providers.tasks_card)
        keeping.kinds.register(ROSTER_PLANS, keeping.Kind(
            ROSTER_PLANS, _("Roster files nobody applied"),
            _("The file, its rows and its plan go. What was applied stays, so that it can be undone."),
            30, forgetting.forget_unapplied,
        ))  # fmt: skip
        post_migrate.connect(lambda using, **_said: nameindex.ensure(connections[using]), sender=self, weak=False)
        self.jobs = (tasks.read_roster, tasks.apply_roster, tasks.look_for_duplicates)
