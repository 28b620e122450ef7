"""The app's configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContractsConfig(AppConfig):
    name = "contracts"
    label = "contracts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from contracts import amended, cutting, proposals
        from contracts.asking.finding import results
        from contracts.pocket import extras
        from contracts.queries import may_open_booklet, may_open_file
        from contracts.reading import margin, notes
        from contracts.services import indexing
        from unionops.platform.files import purposes
        from unionops.platform.files.kinds import DOCUMENTS
        from unionops.platform.ops import doctor, preparing
        from unionops.platform.search import sources

        purposes.register("agreement", kinds=DOCUMENTS, reader=may_open_file)
        purposes.register("booklet", kinds=DOCUMENTS, reader=may_open_booklet)
        purposes.register("proposal", kinds=DOCUMENTS)
        margin.register(amended.margin)
        margin.register(notes.written)
        margin.register(notes.changed)
        margin.register(proposals.margin)
        margin.register(notes.practised)
        margin.register(notes.lettered)
        extras.register("letters", extras.lettered)
        extras.register("notes", extras.written)
        extras.register("practices", extras.practised)
        doctor.more.register("agreements", (_("Agreements"), cutting.look))
        preparing.after_migrating.register("clauses", indexing.index_missing)
        sources.register(sources.SearchSource(kind="clause", title=_("Clauses"), find=results, weight=10))
