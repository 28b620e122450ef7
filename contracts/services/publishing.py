"""Put a checked version in force and date the one it replaces; take a wrong file out again."""

from __future__ import annotations

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from contracts.models import AgreementVersion, ClauseLineage, ClauseNote, KeptProposal, Practice, Question, VersionState
from contracts.services.indexing import forget, index_letters_of
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.files.services import destroy_upload


@transaction.atomic
def publish(*, version: AgreementVersion, by: User, word: bool = False) -> AgreementVersion:
    """Everybody may read it now. Below 99.5 % coverage this takes a person's explicit word."""
    if version.state not in (VersionState.REVIEW, VersionState.PUBLISHED):
        raise Problem(
            "not_read", _("This version has not been read yet."), _("Wait until reading is done, then publish.")
        )
    if version.needs_word and not word:
        raise Problem(
            "coverage",
            _("Only %(share)s percent of the text could be placed.") % {"share": f"{100 * version.coverage:.1f}"},
            _("Check the pages without text, then tick the box to publish it all the same."),
        )
    version.state, version.published_at, version.published_by = VersionState.PUBLISHED, timezone.now(), by
    version.save(update_fields=["state", "published_at", "published_by"])
    _retire(version)
    if version.agreement.parent is not None:
        index_letters_of(version.agreement.parent)
    record(by, "published an agreement", version, reason="below full coverage" if version.needs_word else "")
    return version


@transaction.atomic
def take_out(*, version: AgreementVersion, by: User) -> None:
    """The wrong file goes, and the agreement that was to begin with it. Not once it was published or relied on."""
    version = AgreementVersion.objects.select_for_update().get(pk=version.pk)
    if version.published_at:
        raise Problem(
            "published",
            _("This text was published, so it is not taken out: people may have relied on it."),
            _("Correct it, or bring in the right file as the next version."),
        )
    if _is_relied_on(version):
        raise _relied_on()
    agreement, upload = version.agreement, version.upload
    record(by, "took out a file that was not published", version)
    forget(version)
    try:
        version.delete()
        if not agreement.versions.exists():
            agreement.delete()
    except ProtectedError as held:
        raise _relied_on() from held
    if upload is not None and not AgreementVersion.objects.filter(upload=upload).exists():
        destroy_upload(by=by, upload=upload, reason="the file was taken out of the agreements")


def _is_relied_on(version: AgreementVersion) -> bool:
    """What people wrote about its clauses would not go with them, but lose them."""
    written = ClauseNote.objects.filter(clause__version=version)
    elsewhere = ClauseLineage.objects.filter(clauses__version__in=version.agreement.versions.exclude(pk=version.pk))
    practices = Practice.objects.filter(lineages__in=version.agreement.lineages.exclude(pk__in=elsewhere))
    asked = Question.objects.filter(version=version)
    return any(rows.exists() for rows in (written, practices, asked, KeptProposal.objects.filter(old=version)))


def _relied_on() -> Problem:
    return Problem(
        "relied_on",
        _("Something on the record rests on this text already: a note, a procedure or a case."),
        _("Take that away first, or bring in the right file as the next version."),
    )


def _retire(version: AgreementVersion) -> None:
    if version.supersedes_id:
        AgreementVersion.objects.filter(pk=version.supersedes_id).update(superseded_on=version.effective or today())
